// SPDX-License-Identifier: Apache-2.0

//! Payments and the sources of their money.

use super::{CreditId, Lines};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Moment, PaymentId, UnitId};
use scale_info::TypeInfo;

/// The source of a payment's money.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum PaymentKind {
	/// Paid by hand, by any account.
	#[codec(index = 0)]
	Direct,
	/// Collected automatically by a mandate.
	#[codec(index = 1)]
	Mandate,
	/// Taken automatically from a prepayment.
	#[codec(index = 2)]
	Prepayment,
	/// Moved from another unit, for which it had been paid by mistake.
	#[codec(index = 3)]
	Moved {
		/// The payment that was moved.
		from: PaymentId,
	},
	/// Paid from money that the bank received for the unit, by the account that keeps it.
	#[codec(index = 4)]
	Receipt,
	/// Taken back from an account that a credit note had refunded it to by mistake, after the unit was sold.
	#[codec(index = 5)]
	Reclaimed {
		/// The credit note that undid the mistake.
		credit: CreditId,
	},
}

/// A payment for a unit. Its lines of the unit's statement say which bills it paid, and name the entries in the ledgers
/// of the pots.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Payment<AccountId> {
	/// The unit paid for.
	pub unit: UnitId,
	/// The account that paid.
	pub payer: AccountId,
	/// The total amount taken, in fen.
	pub amount: Fen,
	/// The part of it that became a prepayment, in fen.
	pub prepaid: Fen,
	/// When the payment was made.
	pub moment: Moment,
	/// The source of the money.
	pub kind: PaymentKind,
	/// The lines of the unit's statement that the payment wrote.
	pub lines: Lines,
}
