// SPDX-License-Identifier: Apache-2.0

//! What the register keeps. Nothing here knows of the pallet's `Config`.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{traits::UnitView, Area, BuildingId, Commitment, Moment, OwnerId, OwnerKind, UnitId, UnitKind};
use scale_info::{prelude::vec::Vec, TypeInfo};

pub use linli_primitives::Power;

/// The public half of a claim ticket: an sr25519 key that is used once (D8).
pub type TicketKey = [u8; 32];

/// A flat, shop, parking space or storage room (D5).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Unit {
	/// The building it stands in.
	pub building: BuildingId,
	/// What it is built for.
	pub kind: UnitKind,
	/// Its exclusive area, in 0.01 m². Never zero.
	pub area: Area,
	/// Who owns it now.
	pub owner: OwnerId,
	/// Its label, such as "3-1202", salted and hashed.
	pub label: Commitment,
}

impl From<Unit> for UnitView {
	fn from(unit: Unit) -> Self {
		Self { building: unit.building, kind: unit.kind, area: unit.area, owner: unit.owner }
	}
}

/// One legal owner of one or more units (D5).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Owner<AccountId, Accounts> {
	/// Who the owner is in law.
	pub kind: OwnerKind,
	/// The owner's name and papers, salted and hashed.
	pub identity: Commitment,
	/// The accounts that act for the owner.
	pub accounts: Accounts,
	/// The one of them that votes. There is one as soon as there is an account.
	pub representative: Option<AccountId>,
}

/// For whom an account acts, and whether it votes: kept by account, so that who votes is found by one look.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Acting {
	/// The owner.
	pub owner: OwnerId,
	/// Whether the account is the owner's representative.
	pub represents: bool,
}

/// What a ticket is for.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Purpose<AccountId> {
	/// The owner's first account.
	#[codec(index = 0)]
	First,
	/// One more account of a joint owner or company, invited by the representative.
	#[codec(index = 1)]
	Invitation,
	/// A new account in the place of one whose key is lost.
	#[codec(index = 2)]
	Replacement {
		/// The account that goes.
		account: AccountId,
	},
}

/// A claim ticket that is open: issued, and neither claimed nor taken back (D8).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ticket<AccountId> {
	/// Whose account the claim makes.
	pub owner: OwnerId,
	/// From when on it can be claimed. Until then a replacement can be objected to.
	pub valid_from: Moment,
	/// What it is for.
	pub purpose: Purpose<AccountId>,
}

/// What becomes of a unit's dues when it is sold (D9).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Dues {
	/// Nothing is owed; the chain checks it.
	#[codec(index = 0)]
	Settled,
	/// The buyer takes over what is owed; the document says so.
	#[codec(index = 1)]
	TakenOver,
}

/// What a history of checkpoints is kept of (D7).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Subject<Buildings> {
	/// Voting area of the community.
	#[codec(index = 0)]
	Area,
	/// Owners in the community who have voting area.
	#[codec(index = 1)]
	Heads,
	/// Voting area of one building.
	#[codec(index = 2)]
	BuildingArea {
		/// The building.
		building: BuildingId,
	},
	/// Voting area of one owner.
	#[codec(index = 3)]
	OwnerArea {
		/// The owner.
		owner: OwnerId,
	},
	/// Voting area of one owner in one building.
	#[codec(index = 4)]
	OwnerAreaIn {
		/// The owner.
		owner: OwnerId,
		/// The building.
		building: BuildingId,
	},
	/// Owners who have voting area in exactly these buildings.
	#[codec(index = 5)]
	HeadsIn {
		/// The buildings, in order, each once.
		buildings: Buildings,
	},
}

/// A value from the end of a block on, until the next checkpoint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Checkpoint<BlockNumber> {
	/// The block in which the value came about.
	pub block: BlockNumber,
	/// Area in 0.01 m², or a number of owners.
	pub value: u64,
}

/// The history of a subject: its newest checkpoint, and how many came before. The newest is read most by far, so it is
/// found without a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct History<BlockNumber> {
	/// How many checkpoints are older than the newest.
	pub earlier: u32,
	/// The newest checkpoint.
	pub last: Checkpoint<BlockNumber>,
}

/// Why a claim is refused. Its code is what `InvalidTransaction::Custom` carries; a bad signature is `BadProof`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// No open ticket has this key: never issued, used up, or taken back.
	TicketNotFound,
	/// The ticket is another owner's.
	NotTicketOwner,
	/// The time to object is not over.
	NotValidYet,
	/// The account acts for an owner already.
	AccountAlreadyRegistered,
	/// The owner has as many accounts as it may.
	NoRoom,
	/// The owner has an account already, and this ticket was for the first.
	NotFirst,
	/// The account to be replaced acts for the owner no more.
	ReplacedAccountNotFound,
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
		}
	}
}

/// An owner as clients see it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OwnerView<AccountId> {
	/// Who the owner is in law.
	pub kind: OwnerKind,
	/// The owner's name and papers, salted and hashed.
	pub identity: Commitment,
	/// The accounts that act for the owner.
	pub accounts: Vec<AccountId>,
	/// The one of them that votes.
	pub representative: Option<AccountId>,
	/// Tickets issued for the owner and not used.
	pub open_tickets: u32,
}

/// A page of units.
#[derive(Clone, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct UnitsPage {
	/// The units with their ids.
	pub units: Vec<(UnitId, Unit)>,
	/// What to ask for the next page with; `None` after the last.
	pub next: Option<UnitId>,
}

/// A unit that somebody lives in by its owner's leave (D10).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Home {
	/// The unit.
	pub unit: UnitId,
	/// Since when.
	pub since: Moment,
	/// Until when, exclusive.
	pub until: Moment,
}

/// Somebody whom the owner of a unit lets live there (D10).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Resident<AccountId> {
	/// Who.
	pub account: AccountId,
	/// Until when, exclusive. One whose end has passed is a resident no more, and can be removed by anyone.
	pub until: Moment,
}
