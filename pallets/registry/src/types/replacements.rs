// SPDX-License-Identifier: Apache-2.0

//! Tickets in place of an account, which take two people, and objections to them.

use super::{Settler, TicketKey};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Moment};
use scale_info::TypeInfo;

/// A ticket that one office proposed and nobody confirmed yet.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProposedTicket<AccountId> {
	/// The ticket's public key.
	pub ticket: TicketKey,
	/// The account that it replaces.
	pub replaces: AccountId,
	/// The hash of the papers that were checked.
	pub document: ContentHash,
	/// The account that proposed it.
	pub proposer: AccountId,
	/// The lived time at which it was proposed, in ms (D46).
	pub since: Moment,
}

/// What a ruling on an objection rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Ground {
	/// The papers of both sides: registrar and auditor judge.
	#[codec(index = 0)]
	Papers,
	/// The order of a court: two people of these offices record it.
	#[codec(index = 1)]
	CourtOrder,
}

/// What becomes of a replacement to which an account of the owner objected. Both people enter the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ReplacementRuling {
	/// Whether the account is replaced; otherwise the ticket ends.
	pub replace: bool,
	/// What it rests on.
	pub ground: Ground,
	/// The hash of the reasons, or of the court's order.
	pub document: ContentHash,
}

/// A ruling that one person entered and another one did not enter yet.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct EnteredRuling<AccountId> {
	/// The ruling.
	pub ruling: ReplacementRuling,
	/// Who entered it.
	pub by: Settler<AccountId>,
}

/// An objection to the replacement of an account. There is at most one to a ticket.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Objection<AccountId> {
	/// The account that objected.
	pub by: AccountId,
	/// The lived time at which it was raised, or at which it was dismissed, in ms (D46).
	pub since: Moment,
	/// What one person entered.
	pub entered: Option<EnteredRuling<AccountId>>,
	/// What its dismissal rests on; `None` while the objection stands.
	pub dismissed: Option<Ground>,
}
