// SPDX-License-Identifier: Apache-2.0

//! What explains the difference between a bank statement and the books.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// Where something is that is missing in the other place, and in which direction the money went.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum OutstandingKind {
	/// The bank received it; it is not booked here.
	#[codec(index = 0)]
	ReceivedByBank,
	/// The bank paid it; it is not booked here.
	#[codec(index = 1)]
	PaidByBank,
	/// A receipt is booked here; the bank's statement does not have it.
	#[codec(index = 2)]
	ReceiptBooked,
	/// A payment is booked here; the bank's statement does not have it.
	#[codec(index = 3)]
	PaymentBooked,
}

impl OutstandingKind {
	/// Whether it makes the bank's balance higher than the books'.
	pub(crate) fn raises(self) -> bool {
		matches!(self, Self::ReceivedByBank | Self::PaymentBooked)
	}

	/// Whether the bank account received the money.
	pub(crate) fn is_receipt(self) -> bool {
		matches!(self, Self::ReceivedByBank | Self::ReceiptBooked)
	}

	/// Whether it is booked here.
	pub(crate) fn is_booked(self) -> bool {
		matches!(self, Self::ReceiptBooked | Self::PaymentBooked)
	}
}

/// A movement that either the bank's statement or the books do not have.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct OutstandingItem {
	/// Where it is, and its direction.
	pub kind: OutstandingKind,
	/// The amount, in fen.
	pub amount: Fen,
	/// Its date on the statement or in the books, in ms since 1970.
	pub value: Moment,
	/// Key of the bank reference.
	pub reference: ContentHash,
}
