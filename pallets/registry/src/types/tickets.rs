// SPDX-License-Identifier: Apache-2.0

//! Claim tickets, and the reasons why a claim is refused.

use super::Objection;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Moment, OwnerId};
use scale_info::TypeInfo;

/// The public key of a claim ticket: an sr25519 key that is used once (D8).
pub type TicketKey = [u8; 32];

/// The purpose of a ticket.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Purpose<AccountId> {
	/// The owner's first account.
	#[codec(index = 0)]
	First,
	/// A further account of joint owners or a company, invited by the representative.
	#[codec(index = 1)]
	Invitation,
	/// A new account in place of one whose key is lost.
	#[codec(index = 2)]
	Replacement {
		/// The account to be replaced.
		account: AccountId,
	},
}

/// An open claim ticket: neither claimed nor revoked (D8).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ticket<AccountId> {
	/// The owner it was issued for.
	pub owner: OwnerId,
	/// The lived time at which it was issued, in ms (D46); zero for those of genesis. From then on a replacement can be
	/// objected to.
	pub since: Moment,
	/// Its purpose.
	pub purpose: Purpose<AccountId>,
	/// The public key of the second factor that a claim needs besides the ticket: an sr25519 key whose code the
	/// community hands over apart.
	pub second_factor: Option<TicketKey>,
}

/// An open claim ticket, as returned to clients.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TicketView<AccountId> {
	/// The owner it was issued for.
	pub owner: OwnerId,
	/// Its purpose.
	pub purpose: Purpose<AccountId>,
	/// The clock time from which it can be claimed, in ms, unless the chain stands still before. `None` while an
	/// objection to a replacement stands.
	pub valid_from: Option<Moment>,
	/// The clock time at which it expires, in ms, unless the chain stands still before. `None` before the first block,
	/// and while an objection to a replacement stands.
	pub expires: Option<Moment>,
	/// The public key of the second factor that a claim needs besides the ticket.
	pub second_factor: Option<TicketKey>,
	/// The objection to a replacement, standing or dismissed.
	pub objection: Option<Objection<AccountId>>,
}

/// The reason why a claim is refused, reported by its code in `InvalidTransaction::Custom`. A wrong signature of
/// the ticket is `BadProof`, one of the account `BadSigner`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// No open ticket has this key: it was never issued, was claimed or was revoked.
	TicketNotFound,
	/// The ticket was issued for another owner.
	NotTicketOwner,
	/// The time to object is not over.
	NotValidYet,
	/// The account already acts for an owner.
	AccountAlreadyRegistered,
	/// The owner has the maximum number of accounts.
	NoRoom,
	/// The ticket is for the owner's first account, but the owner already has one.
	NotFirst,
	/// The account to be replaced no longer acts for the owner.
	ReplacedAccountNotFound,
	/// An objection to the replacement stands.
	ObjectionOutstanding,
	/// The ticket has expired.
	TicketExpired,
	/// The ticket asks for a second factor, and the claim has none.
	SecondFactorRequired,
	/// The second factor is not that of the ticket.
	SecondFactorMismatch,
}

impl Refusal {
	/// The code in `InvalidTransaction::Custom`.
	pub const fn code(self) -> u8 {
		match self {
			Self::TicketNotFound => 1,
			Self::NotTicketOwner => 2,
			Self::NotValidYet => 3,
			Self::AccountAlreadyRegistered => 4,
			Self::NoRoom => 5,
			Self::NotFirst => 6,
			Self::ReplacedAccountNotFound => 7,
			Self::ObjectionOutstanding => 8,
			Self::TicketExpired => 9,
			Self::SecondFactorRequired => 10,
			Self::SecondFactorMismatch => 11,
		}
	}
}
