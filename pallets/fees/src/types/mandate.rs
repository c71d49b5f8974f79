// SPDX-License-Identifier: Apache-2.0

//! Mandates, and the reasons for which a debit fails.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Moment, Period};
use scale_info::TypeInfo;

/// Permission to collect a unit's bills from an account.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Mandate {
	/// The maximum collected in a calendar month, in fen.
	pub cap: Fen,
	/// The moment from which nothing more is collected; `None` if the mandate holds until revoked.
	pub until: Option<Moment>,
	/// The month to which `spent` refers.
	pub month: Option<Period>,
	/// The amount collected in `month`, in fen.
	pub spent: Fen,
}

/// The reason for which a debit failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum DebitFailure {
	/// The account's free balance is less than the amount owed.
	#[codec(index = 0)]
	NotEnoughMoney,
	/// The bill would exceed the cap for the month.
	#[codec(index = 1)]
	OverCap,
	/// The mandate had expired; it is removed.
	#[codec(index = 2)]
	Expired,
	/// The pot or the account refused the transfer.
	#[codec(index = 3)]
	Refused,
}
