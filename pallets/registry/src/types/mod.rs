// SPDX-License-Identifier: Apache-2.0

//! The types that the register stores and returns. None depends on the pallet's `Config`.

mod changes;
mod checkpoints;
mod owners;
mod replacements;
mod residents;
mod tickets;
mod units;

pub use changes::{
	Absorbed, ChangeId, Confirmer, Others, Part, Parts, PendingChange, RegisterChange, Settlement, Settler,
	MAX_OBJECTORS, MAX_OTHERS, MAX_PARTS,
};
pub use checkpoints::{Checkpoint, History, Measure, Subject};
pub use linli_primitives::Power;
pub use owners::{Acting, Owner, OwnerView};
pub use replacements::{EnteredRuling, Ground, Objection, ProposedTicket, ReplacementRuling};
pub use residents::{Home, Naming, Resident};
pub use tickets::{Purpose, Refusal, Ticket, TicketKey, TicketView};
pub use units::{CeasedUnit, Dues, Unit, UnitsPage};
