// SPDX-License-Identifier: Apache-2.0

//! Bank entries, and the states of their reversal.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ContentHash, EntryId, Fen, Moment, PotId};
use scale_info::TypeInfo;

/// A bank reference as printed by the bank. [`crate::reference_hash`] says which characters it can have.
pub type Reference = BoundedVec<u8, ConstU32<64>>;

/// The direction of a bank entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum BankEntryKind {
	/// The bank received the money, and it was minted here.
	#[codec(index = 0)]
	In,
	/// The bank paid the money out, and it was burnt here.
	#[codec(index = 1)]
	Out,
}

/// The account or pot of a bank entry.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Party<AccountId> {
	/// An account.
	#[codec(index = 0)]
	Account(AccountId),
	/// A pot.
	#[codec(index = 1)]
	Pot(PotId),
}

/// Whether a bank entry is valid or reversed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum BankEntryState<AccountId> {
	/// It is valid.
	#[codec(index = 0)]
	Valid,
	/// A cashier proposed its reversal. It stays valid until an auditor approves.
	#[codec(index = 1)]
	ReversalProposed {
		/// The cashier who proposed it.
		proposer: AccountId,
		/// Hash of the document that explains why.
		reason: ContentHash,
		/// The time of the proposal.
		moment: Moment,
	},
	/// It was reversed. This is final.
	#[codec(index = 2)]
	Reversed {
		/// The cashier who proposed it.
		proposer: AccountId,
		/// The auditor who approved it, never the proposer.
		approver: AccountId,
		/// Hash of the document that explains why.
		reason: ContentHash,
		/// The time of the reversal.
		moment: Moment,
		/// The entry of the pot's ledger by which the money left it; `None` if the party is an account.
		entry: Option<EntryId>,
	},
}

/// A transition of a receipt's state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Step<AccountId> {
	Propose { by: AccountId, reason: ContentHash, at: Moment },
	Decline,
	Approve { by: AccountId, at: Moment, entry: Option<EntryId> },
}

impl<AccountId> BankEntryState<AccountId> {
	/// The state after `step`, or `None` if this state does not allow it. All transitions are listed here.
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

/// The use of a bank reference.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BankEntry<AccountId> {
	/// In or out.
	pub kind: BankEntryKind,
	/// The account or pot it was booked to.
	pub party: Party<AccountId>,
	/// The entry of the pot's ledger; `None` if the party is an account.
	pub entry: Option<EntryId>,
	/// The amount, in fen; never zero.
	pub amount: Fen,
	/// The time it was booked; zero for the opening balances of genesis.
	pub moment: Moment,
	/// The cashier who booked it; `None` for genesis.
	pub cashier: Option<AccountId>,
	/// Whether it is valid or reversed.
	pub state: BankEntryState<AccountId>,
}
