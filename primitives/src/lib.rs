// SPDX-License-Identifier: Apache-2.0

//! # What every part of Linli agrees on
//!
//! - [`ids`] — how units, owners, buildings, pots, charges and what they lead to are named;
//! - [`area`] — floor area, in hundredths of a square metre;
//! - [`bill`] — how a bill is named;
//! - [`buildings`] — lists of buildings;
//! - [`blocks`] — in which block a time has come;
//! - [`money`] — fen, and why a payment did not work;
//! - [`fraction`] — exact rates, with the rounding said in the name;
//! - [`queue`] — keys of queues that are walked in the order of time;
//! - [`split`] — a sum divided over weights without losing a fen;
//! - [`calendar`] — months, quarters and years in the community's UTC offset;
//! - [`cause`] — why a ledger entry was written;
//! - [`committee`] — what an election of the committee hands over;
//! - [`link`] — what money is followed along;
//! - [`name`] — whether people can read a public name;
//! - [`power`] — voting power, by area and by head;
//! - [`property`] — what kinds of units and owners there are;
//! - [`weight_info`] — a pallet's trait of weights, with the stub for mocks;
//! - [`traits`] — the seams at which pallets meet. No pallet depends on another.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod area;
pub mod bill;
pub mod blocks;
pub mod buildings;
pub mod calendar;
pub mod cause;
pub mod committee;
pub mod fraction;
pub mod ids;
pub mod link;
pub mod money;
pub mod name;
pub mod power;
pub mod property;
pub mod queue;
pub mod split;
pub mod traits;
mod weights;

pub use area::Area;
pub use bill::BillKey;
pub use buildings::{Buildings, MAX_BUILDINGS};
pub use calendar::{Moment, Period, PeriodKind, UtcOffset};
pub use cause::{Cause, CauseKind};
pub use committee::{Candidate, Candidates, ElectionResult, MAX_CANDIDATES};
pub use fraction::Fraction;
pub use ids::{
	BookingId, BuildingId, ChargeId, Commitment, ContentHash, EntryId, ExpenseId, LineId, MilestoneId, OwnerId,
	PaymentId, PotId, ProjectId, ProposalId, UnitId,
};
pub use link::{Link, LinkPage};
pub use money::{Fen, PaymentFailure};
pub use power::Power;
pub use property::{OwnerKind, Role, UnitKind};
pub use queue::{OrderedKey, QueueKey};
