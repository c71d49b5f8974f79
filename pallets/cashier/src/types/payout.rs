// SPDX-License-Identifier: Apache-2.0

//! Payout requests.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{Commitment, Fen, Moment, OrderId};
use scale_info::TypeInfo;

/// The id of a payout request, counted from 0.
pub type PayoutId = u64;

/// An open payout request. Its amount is on hold until it is paid, returned, refused or cancelled.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Payout<AccountId> {
	/// The account that requested it and has the amount on hold.
	pub requester: AccountId,
	/// The amount, in fen.
	pub amount: Fen,
	/// Salted commitment to the bank account to pay to. The requester and the cashier know the details.
	pub destination: Commitment,
	/// The time of the request.
	pub requested: Moment,
	/// The order by which the bank is executing it; `None` while it can be cancelled or refused.
	pub order: Option<OrderId>,
}
