// SPDX-License-Identifier: Apache-2.0

//! Payments, and where their money came from.

use super::Lines;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Moment, UnitId};
use scale_info::TypeInfo;

/// Where the money of a payment came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum PaymentKind {
	/// Somebody paid.
	#[codec(index = 0)]
	Direct,
	/// The chain collected by a mandate.
	#[codec(index = 1)]
	Mandate,
	/// The chain used a prepayment.
	#[codec(index = 2)]
	Prepayment,
}

/// A payment for a unit. Which bills it paid, and by which entries of the pots' ledgers, its lines of the unit's statement
/// say.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Payment<AccountId> {
	/// For which unit.
	pub unit: UnitId,
	/// By whom.
	pub payer: AccountId,
	/// Fen taken in all.
	pub amount: Fen,
	/// Of which became a prepayment.
	pub prepaid: Fen,
	/// When.
	pub moment: Moment,
	/// Where the money came from.
	pub kind: PaymentKind,
	/// The lines of the unit's statement that it made.
	pub lines: Lines,
}
