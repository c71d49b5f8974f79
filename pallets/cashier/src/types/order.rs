// SPDX-License-Identifier: Apache-2.0

//! Orders: what the bank is about to do.

use crate::{Party, PayoutId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{BankId, Cause, Commitment, ContentHash, EntryId, Fen, Moment, PotId};
use scale_info::TypeInfo;

/// What an order is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum OrderPurpose {
	/// A payout that an account requested. Its money is on hold on that account.
	#[codec(index = 0)]
	Payout(PayoutId),
	/// A payment out of a pot. Its money is on the transit account.
	#[codec(index = 1)]
	Pot {
		/// The pot.
		pot: PotId,
		/// Why the money left it.
		cause: Cause,
		/// The entry of the pot's ledger by which it left.
		entry: EntryId,
	},
}

/// What became of an order at the bank.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Outcome {
	/// The bank paid.
	#[codec(index = 0)]
	Paid {
		/// Key of the bank reference.
		reference: ContentHash,
		/// The bank's value date; `None` for the day of the proposal.
		value: Option<Moment>,
	},
	/// The bank did not pay.
	#[codec(index = 1)]
	Returned {
		/// Hash of the document that shows it.
		reason: ContentHash,
	},
}

/// An outcome that waits for an auditor.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OutcomeProposal<AccountId> {
	/// The outcome.
	pub outcome: Outcome,
	/// The cashier or manager who proposed it.
	pub by: AccountId,
	/// The time of the proposal.
	pub at: Moment,
}

/// A payment in execution: from the order on, only *paid* or *returned* lead on. Removed when it is concluded; a bank
/// entry then records a payment.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Order<AccountId> {
	/// What it is for.
	pub purpose: OrderPurpose,
	/// The account or pot whose money it is.
	pub party: Party<AccountId>,
	/// The amount, in fen.
	pub amount: Fen,
	/// Salted commitment to the bank account to pay to.
	pub destination: Commitment,
	/// The cashier who ordered it.
	pub ordered_by: AccountId,
	/// The time of the order.
	pub ordered: Moment,
	/// The time of the order in lived time, by which it becomes overdue.
	pub since: Moment,
	/// The outcome that waits for an auditor, if any.
	pub proposed: Option<OutcomeProposal<AccountId>>,
	/// The bank account that pays.
	pub bank: BankId,
}
