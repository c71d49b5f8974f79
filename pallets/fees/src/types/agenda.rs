// SPDX-License-Identifier: Apache-2.0

//! The progress of the automatic work, credit notes, billing and collection, and when it is next due.

use super::{CreditDone, CreditId, MAX_CREDITS_IN_WORK};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ChargeId, Fen, Moment, Period, UnitId};
use scale_info::TypeInfo;

/// The position of the work in progress.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Cursor<AccountId> {
	/// Bills of one charge and period are being issued.
	#[codec(index = 0)]
	Billing {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
		/// The next unit to be billed.
		next_unit: UnitId,
		/// Bills issued so far.
		bills: u32,
		/// Fen billed so far.
		amount: Fen,
	},
	/// Open bills are being collected.
	#[codec(index = 1)]
	Collecting {
		/// Where the money comes from.
		source: Source,
		/// The last unit and payer processed; `None` at the start.
		after: Option<(UnitId, AccountId)>,
	},
	/// The bills of an approved credit note are being lowered.
	#[codec(index = 2)]
	Crediting {
		/// The credit note.
		credit: CreditId,
		/// The next unit of a batch, or the place of the next bill named.
		next: u32,
		/// What was done so far.
		done: CreditDone,
	},
	/// The weights of the units that share a meter are being added up.
	#[codec(index = 3)]
	Weighing {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
		/// The next unit to be counted.
		next_unit: UnitId,
		/// The sum so far.
		weight: u128,
	},
	/// Bills of a shared meter are being issued.
	#[codec(index = 4)]
	Sharing {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
		/// The next unit to be billed.
		next_unit: UnitId,
		/// The weight of the units before it.
		before: u128,
		/// Bills issued so far.
		bills: u32,
		/// Fen billed so far.
		amount: Fen,
	},
}

impl<AccountId> Cursor<AccountId> {
	/// The charge and period being billed, and the next unit to be billed, if bills are the work in progress.
	pub fn billing(&self) -> Option<(ChargeId, Period, UnitId)> {
		match self {
			Self::Billing { charge, period, next_unit, .. } | Self::Sharing { charge, period, next_unit, .. } => {
				Some((*charge, *period, *next_unit))
			}
			Self::Weighing { charge, period, .. } => Some((*charge, *period, 0)),
			Self::Collecting { .. } | Self::Crediting { .. } => None,
		}
	}
}

/// The sources of the daily collection: prepayments, then what is kept for units, then mandates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Source {
	/// Prepayments.
	#[codec(index = 0)]
	Prepayments,
	/// Accounts that gave a mandate.
	#[codec(index = 1)]
	Mandates,
	/// Accounts that keep what the bank received for units.
	#[codec(index = 2)]
	Kept,
}

/// The work in progress, and when further work is due.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Agenda<AccountId> {
	/// The work in progress, if any.
	pub cursor: Option<Cursor<AccountId>>,
	/// When the next period of any charge is billed; zero to check in the next block.
	pub next_turn: Moment,
	/// When the next collection begins; zero to collect in the next block.
	pub next_collection: Moment,
	/// Approved credit notes not begun yet, oldest first.
	pub credits: BoundedVec<CreditId, ConstU32<MAX_CREDITS_IN_WORK>>,
}

impl<AccountId> Default for Agenda<AccountId> {
	fn default() -> Self {
		Self { cursor: None, next_turn: 0, next_collection: 0, credits: BoundedVec::new() }
	}
}
