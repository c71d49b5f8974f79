// SPDX-License-Identifier: Apache-2.0

//! What the daily work is at, and when the next begins.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ChargeId, Fen, Moment, Period, UnitId};
use scale_info::TypeInfo;

/// Where the daily work stands.
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
		/// From where.
		source: Source,
		/// The last unit and payer done.
		after: Option<(UnitId, AccountId)>,
	},
}

/// Where the daily collection takes money from, in this order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Source {
	/// Money that was prepaid.
	#[codec(index = 0)]
	Prepayments,
	/// Accounts that gave a mandate.
	#[codec(index = 1)]
	Mandates,
}

/// What is to be done next, and when.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Agenda<AccountId> {
	/// The work under way.
	pub cursor: Option<Cursor<AccountId>>,
	/// When the next period of some charge begins; zero for "look now".
	pub next_turn: Moment,
	/// When the next collection begins; zero for "at once".
	pub next_collection: Moment,
}

impl<AccountId> Default for Agenda<AccountId> {
	fn default() -> Self {
		Self { cursor: None, next_turn: 0, next_collection: 0 }
	}
}
