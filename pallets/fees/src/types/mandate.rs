// SPDX-License-Identifier: Apache-2.0

//! Mandates, and why a debit by one failed.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Moment, Period};
use scale_info::TypeInfo;

/// Leave to collect a unit's bills from an account.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Mandate {
	/// The most that is collected in one calendar month, in fen.
	pub cap: Fen,
	/// The moment from which nothing is collected any more; `None` for until revoked.
	pub until: Option<Moment>,
	/// The month that `spent` counts.
	pub month: Option<Period>,
	/// Fen collected in `month`.
	pub spent: Fen,
}

/// Why a debit failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum DebitFailure {
	/// The account has less free money than the bill asks.
	#[codec(index = 0)]
	NotEnoughMoney,
	/// The bill would exceed the month's cap.
	#[codec(index = 1)]
	OverCap,
	/// The mandate had ended; it is removed.
	#[codec(index = 2)]
	Expired,
	/// The pot or the account refused the transfer.
	#[codec(index = 3)]
	Refused,
}
