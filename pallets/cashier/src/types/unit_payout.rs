// SPDX-License-Identifier: Apache-2.0

//! Payouts to owners without an account.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{Commitment, Fen, Moment};
use scale_info::TypeInfo;

/// A proposal to pay out money that is kept for a unit's owner, who has no account to request it with. It waits for an
/// auditor and then becomes an ordinary payout request.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct UnitPayout<AccountId> {
	/// The amount, in fen.
	pub amount: Fen,
	/// Salted commitment to the owner's bank account. Cashier and auditor know the details.
	pub destination: Commitment,
	/// The manager who proposed it.
	pub proposer: AccountId,
	/// The time of the proposal.
	pub moment: Moment,
	/// The same in lived time, by which the proposal lapses.
	pub since: Moment,
}
