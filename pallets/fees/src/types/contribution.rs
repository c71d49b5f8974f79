// SPDX-License-Identifier: Apache-2.0

//! What each payment contributed to a bill: by it refunds find their payers, and late fees are computed anew.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Moment, PaymentId};
use scale_info::TypeInfo;

/// The part of one payment that paid one bill, less what was refunded of it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Contribution<AccountId> {
	/// The payment.
	pub payment: PaymentId,
	/// The account that paid, and to which it is refunded.
	pub payer: AccountId,
	/// The part of the principal that it paid, in fen.
	pub principal: Fen,
	/// The part of the late fee that it paid, in fen.
	pub late: Fen,
	/// When the payment was made, in clock time.
	pub moment: Moment,
	/// When the payment was made, in lived time: late fees count from it.
	pub lived: Moment,
}

impl<AccountId> Contribution<AccountId> {
	/// The sum of both parts.
	pub fn total(&self) -> Fen {
		self.principal.saturating_add(self.late)
	}
}
