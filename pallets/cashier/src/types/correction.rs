// SPDX-License-Identifier: Apache-2.0

//! Corrections of bank entries: proposed by a cashier, approved by an auditor.

use crate::Party;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{BankId, ContentHash, EntryId, Fen, Moment};
use scale_info::TypeInfo;

/// What a correction does. An approval states it, so that the auditor approves what they read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum CorrectionTerms {
	/// Takes back a receipt, in whole or in part.
	#[codec(index = 0)]
	Receipt {
		/// The amount to take back, in fen.
		amount: Fen,
		/// Hash of the document that explains why.
		reason: ContentHash,
	},
	/// Gives back the whole amount of a payment that was booked wrongly, or that came back.
	#[codec(index = 1)]
	Payment {
		/// Key of the bank reference under which the money came back; `None` if the payment was booked under the
		/// wrong request or order.
		came_back: Option<ContentHash>,
		/// The value date of its return; `None` for the day of the proposal.
		value: Option<Moment>,
		/// Hash of the document that explains why.
		reason: ContentHash,
	},
}

/// A correction that waits for an auditor. There is at most one for each bank entry.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct CorrectionProposal<AccountId> {
	/// What it does.
	pub terms: CorrectionTerms,
	/// The money that cannot be spent while it waits, in fen; zero for a payment.
	pub frozen: Fen,
	/// The entry of the pot's ledger by which the frozen money left it; `None` if the party is an account, or nothing
	/// is frozen.
	pub entry: Option<EntryId>,
	/// The cashier who proposed it.
	pub proposer: AccountId,
	/// The time of the proposal.
	pub moment: Moment,
	/// The same in lived time, by which the proposal lapses.
	pub since: Moment,
}

/// A correction that was approved. This is final.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Correction<AccountId> {
	/// What it did.
	pub terms: CorrectionTerms,
	/// The amount corrected, in fen.
	pub amount: Fen,
	/// The cashier who proposed it.
	pub proposer: AccountId,
	/// The auditor who approved it, another person.
	pub approver: AccountId,
	/// The time of the approval.
	pub moment: Moment,
	/// The entry of the pot's ledger; `None` if the party is an account, or if the pot had nothing to take.
	pub entry: Option<EntryId>,
	/// The bank account at which it is booked: that of the bank entry, or account 0 if that one is closed.
	pub bank: BankId,
}

/// What a reversed receipt's account or pot had spent already and owes since.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Debt<AccountId> {
	/// The account or pot that owes it.
	pub party: Party<AccountId>,
	/// The amount owed, in fen; never zero.
	pub amount: Fen,
}
