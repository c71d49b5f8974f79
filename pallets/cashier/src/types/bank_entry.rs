// SPDX-License-Identifier: Apache-2.0

//! Bank entries.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{BankId, Cause, ContentHash, EntryId, Fen, Moment, PotId, UnitId};
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
	/// The money came from another bank account of the community.
	#[codec(index = 2)]
	TransferIn,
	/// The money went to another bank account of the community.
	#[codec(index = 3)]
	TransferOut,
}

/// What a bank entry was booked to.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Party<AccountId> {
	/// An account.
	#[codec(index = 0)]
	Account(AccountId),
	/// A pot.
	#[codec(index = 1)]
	Pot(PotId),
	/// A unit: its owner's money, whether they have an account on chain or not.
	#[codec(index = 2)]
	Unit {
		/// The unit.
		unit: UnitId,
		/// The account that keeps the money of the owner at that time. Nobody signs for it.
		account: AccountId,
	},
	/// Another bank account of the community, at the other end of a transfer.
	#[codec(index = 3)]
	Bank(BankId),
	/// All pots, by their balances: interest.
	#[codec(index = 4)]
	Pots,
}

impl<AccountId> Party<AccountId> {
	/// The account whose money it is; `None` for pots and for the community's own bank accounts.
	pub fn account(&self) -> Option<&AccountId> {
		match self {
			Self::Account(account) | Self::Unit { account, .. } => Some(account),
			Self::Pot(_) | Self::Bank(_) | Self::Pots => None,
		}
	}
}

/// The use of a bank reference.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BankEntry<AccountId> {
	/// In or out.
	pub kind: BankEntryKind,
	/// What it was booked to.
	pub party: Party<AccountId>,
	/// The entry of the pot's ledger; `None` unless the party is a pot.
	pub entry: Option<EntryId>,
	/// Why money left the pot, of a payment out of a pot and of the receipt of its return; otherwise `None`.
	pub cause: Option<Cause>,
	/// The payment that came back, by the key of its reference; `None` unless it is the receipt of such a return.
	pub returns: Option<ContentHash>,
	/// The amount, in fen; never zero.
	pub amount: Fen,
	/// The time it was booked; zero for the opening balances of genesis.
	pub moment: Moment,
	/// The cashier who booked it; `None` for genesis.
	pub cashier: Option<AccountId>,
	/// The part that was corrected, in fen: the rest of the entry is valid.
	pub corrected: Fen,
	/// The number of its corrections.
	pub corrections: u32,
	/// The bank account.
	pub bank: BankId,
	/// The bank's value date, in ms since 1970: when the bank had the money, or paid it. Any moment of that day.
	pub value: Moment,
}

impl<AccountId> BankEntry<AccountId> {
	/// The part that is valid, in fen.
	pub fn valid(&self) -> Fen {
		self.amount.saturating_sub(self.corrected)
	}
}
