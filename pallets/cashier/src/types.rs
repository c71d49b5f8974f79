// SPDX-License-Identifier: Apache-2.0

//! What the cashier's books are made of. Nothing here knows the runtime.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Commitment, ContentHash, EntryId, Fen, Moment, PotId};
use scale_info::TypeInfo;

/// A bank's reference as it is typed in. See [`crate::reference_hash`] for what may stand in it.
pub type Reference = BoundedVec<u8, ConstU32<64>>;

/// A request for a payout, counted from 0.
pub type PayoutId = u64;

/// Which way money crossed the border between bank and chain.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum BankEntryKind {
	/// Received by the bank, so it came into being here.
	#[codec(index = 0)]
	In,
	/// Paid out by the bank, so it ceased to be here.
	#[codec(index = 1)]
	Out,
}

/// Whose money it is or was.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Party<AccountId> {
	/// A person's.
	#[codec(index = 0)]
	Account(AccountId),
	/// A pot's.
	#[codec(index = 1)]
	Pot(PotId),
}

/// Whether a bank entry still stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum BankEntryState<AccountId> {
	/// It stands.
	#[codec(index = 0)]
	Valid,
	/// A cashier asked to take it back; it stands until an auditor agrees.
	#[codec(index = 1)]
	ReversalProposed {
		/// Who asked.
		proposer: AccountId,
		/// The document that says why.
		reason: ContentHash,
		/// When.
		moment: Moment,
	},
	/// It was taken back, for good.
	#[codec(index = 2)]
	Reversed {
		/// Who asked.
		proposer: AccountId,
		/// Who agreed: never the same.
		approver: AccountId,
		/// The document that says why.
		reason: ContentHash,
		/// When it was taken back.
		moment: Moment,
		/// The entry by which a pot's money went; `None` for a person's.
		entry: Option<EntryId>,
	},
}

/// What is done to the state of a receipt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Step<AccountId> {
	Propose { by: AccountId, reason: ContentHash, at: Moment },
	Decline,
	Approve { by: AccountId, at: Moment, entry: Option<EntryId> },
}

impl<AccountId> BankEntryState<AccountId> {
	/// The state after `step`; `None` where there is no such step. No other ones exist.
	pub(crate) fn after(self, step: Step<AccountId>) -> Option<Self> {
		match (self, step) {
			(Self::Valid, Step::Propose { by, reason, at }) => {
				Some(Self::ReversalProposed { proposer: by, reason, moment: at })
			}
			(Self::ReversalProposed { .. }, Step::Decline) => Some(Self::Valid),
			(Self::ReversalProposed { proposer, reason, .. }, Step::Approve { by, at, entry }) => {
				Some(Self::Reversed { proposer, approver: by, reason, moment: at, entry })
			}
			_ => None,
		}
	}
}

/// What a bank reference was used for.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BankEntry<AccountId> {
	/// In or out.
	pub kind: BankEntryKind,
	/// Whose money.
	pub party: Party<AccountId>,
	/// The entry of the pot's ledger; `None` where the money is a person's.
	pub entry: Option<EntryId>,
	/// How much, in fen; never zero.
	pub amount: Fen,
	/// When it was booked; zero for the opening balances of genesis.
	pub moment: Moment,
	/// Which cashier booked it; `None` for genesis.
	pub cashier: Option<AccountId>,
	/// Whether it still stands.
	pub state: BankEntryState<AccountId>,
}

/// An open request for a payout. Its money is on hold until it is paid, refused or cancelled.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Payout<AccountId> {
	/// Who wants the money, and whose it is.
	pub requester: AccountId,
	/// How much, in fen.
	pub amount: Fen,
	/// The bank account it shall go to: a salted commitment. Requester and cashier know the details.
	pub destination: Commitment,
	/// When it was requested.
	pub requested: Moment,
}

/// What was booked within one month of the community's calendar.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MonthTotals {
	/// Σ received, in fen.
	pub received: Fen,
	/// Σ paid out, in fen.
	pub paid_out: Fen,
	/// Σ of receipts taken back, in fen, of whatever month they were.
	pub reversed: Fen,
	/// What there was on chain after the month's last entry, in fen.
	pub closing: Fen,
}

/// What was booked since the beginning.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Encode, Decode, TypeInfo)]
pub struct Totals {
	/// Σ received, in fen.
	pub received: Fen,
	/// Σ paid out, in fen.
	pub paid_out: Fen,
	/// Σ of receipts taken back, in fen.
	pub reversed: Fen,
}

impl Totals {
	/// What must be on chain: received − paid out − reversed. `None` where that is no amount.
	pub fn balance(&self) -> Option<Fen> {
		self.received.checked_sub(self.paid_out)?.checked_sub(self.reversed)
	}
}

/// What the cashier attested of a month: the bank's word beside the chain's.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Attestation<AccountId> {
	/// Hash of the bank statement.
	pub statement: ContentHash,
	/// Closing balance by the bank, in fen.
	pub closing: Fen,
	/// Closing balance by the chain, in fen.
	pub chain: Fen,
	/// When it was attested.
	pub moment: Moment,
	/// By whom.
	pub by: AccountId,
}

impl<AccountId> Attestation<AccountId> {
	/// Bank less chain, in fen: zero if all is well. `None` where that is no number.
	pub fn difference(&self) -> Option<i128> {
		let bank = i128::try_from(self.closing).ok()?;
		bank.checked_sub(i128::try_from(self.chain).ok()?)
	}
}
