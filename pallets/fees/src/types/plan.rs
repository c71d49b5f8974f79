// SPDX-License-Identifier: Apache-2.0

//! Instalment plans.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{calendar::DAY, BillKey, Fen, Moment, UnitId};
use scale_info::TypeInfo;

/// The id of an instalment plan.
pub type PlanId = u32;

/// The maximum number of bills in a plan.
pub const MAX_PLANNED_BILLS: u32 = 12;

/// The maximum number of instalments.
pub const MAX_INSTALMENTS: u32 = 24;

/// The longest time from the proposal to the last instalment, in ms: two years.
pub const MAX_PLAN_TIME: Moment = 731 * DAY;

/// The time after an instalment is due until the plan is broken, in ms of lived time.
pub const INSTALMENT_GRACE: Moment = 3 * DAY;

/// The bills of a plan.
pub type PlannedBills = BoundedVec<BillKey, ConstU32<MAX_PLANNED_BILLS>>;

/// The instalments of a plan, earliest due first.
pub type Instalments = BoundedVec<Instalment, ConstU32<MAX_INSTALMENTS>>;

/// One instalment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Instalment {
	/// When it is due, in clock time.
	pub due: Moment,
	/// The amount, in fen. With the last one, everything that is left is due.
	pub amount: Fen,
}

/// Who proposed a plan; the other side accepts it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum PlanSide {
	/// The unit's owner.
	#[codec(index = 0)]
	Owner,
	/// The manager.
	#[codec(index = 1)]
	Manager,
}

/// A plan by which the owner of a unit pays some of its bills in instalments.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Plan<AccountId> {
	/// The unit.
	pub unit: UnitId,
	/// The account that proposed it.
	pub proposer: AccountId,
	/// The side that proposed it.
	pub side: PlanSide,
	/// The bills. Each is in one plan at most, ever.
	pub bills: PlannedBills,
	/// The instalments.
	pub instalments: Instalments,
	/// When it was proposed, in clock time.
	pub proposed: Moment,
	/// What it became; `None` until it is accepted.
	pub running: Option<RunningPlan<AccountId>>,
}

/// A plan since it was accepted.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct RunningPlan<AccountId> {
	/// The account that accepted it.
	pub by: AccountId,
	/// When it was accepted, in lived time: from then on no late fee accrues.
	pub from: Moment,
	/// What was owed on its bills then, in fen.
	pub owed: Fen,
	/// The lived time since which what is left can be asked for: that of the acceptance, or of the last dispute,
	/// refund or move by which it grew.
	pub since: Moment,
	/// Its end, if it has ended.
	pub ended: Option<EndedPlan>,
}

/// The end of a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct EndedPlan {
	/// When it ended, in lived time: from then on late fees accrue again.
	pub lived: Moment,
	/// Why it ended.
	pub reason: PlanEnd,
}

/// Why a plan ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum PlanEnd {
	/// All its bills are paid.
	#[codec(index = 0)]
	Completed,
	/// An instalment was not paid in time.
	#[codec(index = 1)]
	Broken,
	/// The owner gave it up.
	#[codec(index = 2)]
	Withdrawn,
	/// The unit was sold.
	#[codec(index = 3)]
	Sold,
}

/// How a plan stands that has not ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum PlanStanding {
	/// It waits for the other side.
	#[codec(index = 0)]
	Proposed,
	/// It is kept.
	#[codec(index = 1)]
	Kept {
		/// What is to be paid now, in fen.
		due: Fen,
	},
	/// An instalment was not paid in time.
	#[codec(index = 2)]
	Broken {
		/// When the plan was broken, in lived time.
		at: Moment,
	},
	/// All its bills are paid.
	#[codec(index = 3)]
	Completed,
}
