// SPDX-License-Identifier: Apache-2.0

//! # Types and traits shared by all parts of Linli
//!
//! - [`ids`] — identifiers of units, owners, buildings, pots, charges and so on;
//! - [`area`] — floor area, in hundredths of a square metre;
//! - [`bill`] — the key of a bill;
//! - [`buildings`] — lists of buildings;
//! - [`blocks`] — converting a time into a block number;
//! - [`money`] — fen, and why a payment failed;
//! - [`fraction`] — exact rates with explicit rounding;
//! - [`queue`] — storage keys that are iterated in order of time;
//! - [`search`] — binary search in storage;
//! - [`split`] — dividing a sum by weights without losing a fen;
//! - [`calendar`] — months, quarters and years in the community's UTC offset;
//! - [`cause`] — the cause of a ledger entry;
//! - [`committee`] — the result that an election hands over to the committee;
//! - [`link`] — the links along which money can be followed;
//! - [`name`] — validity of public names;
//! - [`power`] — voting power, by area and by head;
//! - [`property`] — kinds of units and owners, and roles; which roles exclude each other;
//! - [`weight_info`] — a pallet's trait of weights, with the stub for mocks;
//! - [`window`] — windows in lived time, for proposals and rulings that wait;
//! - [`traits`] — the interfaces between pallets. No pallet depends on another.
#![cfg_attr(not(feature = "std"), no_std)]
// No panics and no lossy arithmetic in Wasm; tests and benchmarks may.
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

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
mod offices;
pub mod power;
pub mod property;
pub mod queue;
pub mod search;
pub mod split;
pub mod traits;
mod utility;
mod weights;
pub mod window;

pub use area::Area;
pub use bill::BillKey;
pub use buildings::{Buildings, MAX_BUILDINGS};
pub use calendar::{Moment, Period, PeriodKind, UtcOffset};
pub use cause::{Cause, CauseKind};
pub use committee::{Candidate, Candidates, ElectionResult, MAX_CANDIDATES};
pub use fraction::Fraction;
pub use ids::{
	BankId, BookingId, BuildingId, ChargeId, Commitment, ContentHash, DepositId, EntryId, ExpenseId, LineId, MeterId,
	MilestoneId, OrderId, OwnerId, PaymentId, PotId, ProjectId, ProposalId, UnitId,
};
pub use link::{Link, LinkPage};
pub use money::{Fen, PaymentFailure};
pub use power::Power;
pub use property::{OwnerKind, Role, UnitKind, UnitKinds, MAX_COUNTED_KINDS};
pub use queue::{OrderedKey, QueueKey};
pub use utility::Utility;
pub use window::LivedWindow;
