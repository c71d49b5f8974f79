// SPDX-License-Identifier: Apache-2.0

//! The receipts on a page of a bank statement, which are booked together.

use crate::Reference;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Moment, PotId, UnitId};
use scale_info::TypeInfo;

/// The maximum number of receipts in a batch: more than a page of a bank statement has.
pub const MAX_BATCH: u32 = 64;

/// For whom the bank received money.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Receiver<AccountId> {
	/// An account.
	#[codec(index = 0)]
	Account(AccountId),
	/// A unit: its dues are paid, whether its owner has an account on chain or not.
	#[codec(index = 1)]
	Unit(UnitId),
	/// A pot.
	#[codec(index = 2)]
	Pot(PotId),
}

/// One receipt of a batch.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ReceiptLine<AccountId> {
	/// For whom the bank received the money.
	pub to: Receiver<AccountId>,
	/// The amount, in fen.
	pub amount: Fen,
	/// The bank reference.
	pub reference: Reference,
	/// The bank's value date, in ms since 1970.
	pub value: Moment,
}
