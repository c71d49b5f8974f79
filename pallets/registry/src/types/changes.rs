// SPDX-License-Identifier: Apache-2.0

//! Changes of the register, which take two people and a delay (D47).

use super::{Dues, TicketKey};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Area, BuildingId, Commitment, ContentHash, Moment, OwnerId, OwnerKind, Role, UnitId, UnitKind};
use scale_info::TypeInfo;

/// The number of a change of the register, counted from 0 and never reused.
pub type ChangeId = u32;

/// The maximum number of units that one is split into, or that become a part of another at once.
pub const MAX_PARTS: u32 = 8;

/// The maximum number of owners who object to one change.
pub const MAX_OBJECTORS: u32 = 16;

/// The maximum number of accounts that stay with an owner besides the representative.
pub const MAX_OTHERS: u32 = 7;

/// A part of a unit that is split.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Part {
	/// Its area, in 0.01 m².
	pub area: Area,
	/// Its label, salted and hashed.
	pub label: Commitment,
}

/// The parts of a unit that is split: first the one that keeps the unit's id.
pub type Parts = BoundedVec<Part, ConstU32<MAX_PARTS>>;

/// Units that become a part of another one, in ascending order.
pub type Absorbed = BoundedVec<UnitId, ConstU32<MAX_PARTS>>;

/// Accounts that stay with an owner besides the representative.
pub type Others<AccountId> = BoundedVec<AccountId, ConstU32<MAX_OTHERS>>;

/// What makes, moves or corrects voting power, or says who wields it: one office proposes it and another person
/// confirms it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum RegisterChange<AccountId> {
	/// An owner without units, such as a buyer. It has no power yet, so that nothing waits.
	#[codec(index = 0)]
	RegisterOwner {
		/// The legal kind.
		kind: OwnerKind,
		/// The name and papers, salted and hashed.
		identity: Commitment,
		/// A ticket for the first account.
		ticket: Option<TicketKey>,
	},
	/// A new unit.
	#[codec(index = 1)]
	RegisterUnit {
		/// Its building.
		building: BuildingId,
		/// Its kind of use.
		kind: UnitKind,
		/// Its exclusive area, in 0.01 m².
		area: Area,
		/// Its owner.
		owner: OwnerId,
		/// Its label, salted and hashed.
		label: Commitment,
	},
	/// A sale.
	#[codec(index = 2)]
	TransferUnit {
		/// The unit.
		unit: UnitId,
		/// The buyer.
		to: OwnerId,
		/// How its dues are treated.
		dues: Dues,
	},
	/// The kind, area or label of a unit was entered wrongly, or has changed. All three are given as they should be.
	#[codec(index = 3)]
	CorrectUnit {
		/// The unit.
		unit: UnitId,
		/// Its kind of use.
		kind: UnitKind,
		/// Its exclusive area, in 0.01 m².
		area: Area,
		/// Its label, salted and hashed.
		label: Commitment,
	},
	/// A unit is divided. The parts have its building, kind and owner, and together its area.
	#[codec(index = 4)]
	SplitUnit {
		/// The unit, which keeps its id, its bills, its meters and its residents.
		unit: UnitId,
		/// The parts, two at least.
		parts: Parts,
	},
	/// Units of one building, kind and owner become one.
	#[codec(index = 5)]
	MergeUnits {
		/// The oldest of them, whose id is the lowest. It stays.
		into: UnitId,
		/// The others, which cease to exist. Their dues are settled and their meters removed before.
		absorbed: Absorbed,
		/// The label of the one that stays, salted and hashed.
		label: Commitment,
	},
	/// A unit ceases to exist: it was pulled down, or should never have been registered. Its dues are settled and its
	/// meters removed before.
	#[codec(index = 6)]
	RetireUnit {
		/// The unit.
		unit: UnitId,
	},
	/// A ticket for the first account of an owner who has none yet.
	#[codec(index = 7)]
	IssueTicket {
		/// The owner.
		owner: OwnerId,
		/// The ticket's public key.
		ticket: TicketKey,
	},
	/// Another account of joint owners or of a company is to vote for them: the owners agreed, or a court ruled.
	#[codec(index = 8)]
	AppointRepresentative {
		/// The owner.
		owner: OwnerId,
		/// The account, which acts for the owner already.
		account: AccountId,
	},
	/// Only these accounts of joint owners or of a company stay: the others were invited by a thief, or act for
	/// somebody who is an owner no more. It names those that stay, so that one invited meanwhile goes, too. Open
	/// invitations end.
	#[codec(index = 9)]
	RetainAccounts {
		/// The owner.
		owner: OwnerId,
		/// The account that is to vote, which acts for the owner already.
		representative: AccountId,
		/// The others, which do so, too.
		others: Others<AccountId>,
	},
}

impl<AccountId> RegisterChange<AccountId> {
	/// The units that it changes.
	pub fn units(&self) -> Vec<UnitId> {
		match self {
			Self::TransferUnit { unit, .. }
			| Self::CorrectUnit { unit, .. }
			| Self::SplitUnit { unit, .. }
			| Self::RetireUnit { unit } => vec![*unit],
			Self::MergeUnits { into, absorbed, .. } => {
				core::iter::once(*into).chain(absorbed.iter().copied()).collect()
			}
			Self::RegisterOwner { .. }
			| Self::RegisterUnit { .. }
			| Self::IssueTicket { .. }
			| Self::AppointRepresentative { .. }
			| Self::RetainAccounts { .. } => Vec::new(),
		}
	}

	/// The owner that it names: the buyer, or whose unit, ticket, representative or accounts it is about.
	pub fn named_owner(&self) -> Option<OwnerId> {
		match self {
			Self::TransferUnit { to: owner, .. }
			| Self::RegisterUnit { owner, .. }
			| Self::IssueTicket { owner, .. }
			| Self::AppointRepresentative { owner, .. }
			| Self::RetainAccounts { owner, .. } => Some(*owner),
			Self::RegisterOwner { .. }
			| Self::CorrectUnit { .. }
			| Self::SplitUnit { .. }
			| Self::MergeUnits { .. }
			| Self::RetireUnit { .. } => None,
		}
	}

	/// Whether each owner of a unit may object: everybody's part of the whole depends on it, or it is of an owner
	/// without an account.
	pub const fn concerns_all(&self) -> bool {
		match self {
			Self::RegisterOwner { .. }
			| Self::RegisterUnit { .. }
			| Self::CorrectUnit { .. }
			| Self::RetireUnit { .. }
			| Self::IssueTicket { .. } => true,
			Self::TransferUnit { .. }
			| Self::SplitUnit { .. }
			| Self::MergeUnits { .. }
			| Self::AppointRepresentative { .. }
			| Self::RetainAccounts { .. } => false,
		}
	}

	/// The number of units for which something kept elsewhere follows, or whose residents are dismissed: at least one,
	/// at most [`MAX_PARTS`].
	pub fn reach(&self) -> u32 {
		let units = match self {
			Self::SplitUnit { parts, .. } => parts.len(),
			Self::MergeUnits { absorbed, .. } => absorbed.len(),
			Self::RegisterOwner { .. }
			| Self::RegisterUnit { .. }
			| Self::TransferUnit { .. }
			| Self::CorrectUnit { .. }
			| Self::RetireUnit { .. }
			| Self::IssueTicket { .. }
			| Self::AppointRepresentative { .. }
			| Self::RetainAccounts { .. } => 1,
		};
		u32::try_from(units).unwrap_or(MAX_PARTS).max(1)
	}

	/// Whether it waits after its confirmation, for those concerned to object.
	pub const fn waits(&self) -> bool {
		!matches!(self, Self::RegisterOwner { .. })
	}
}

/// Who confirmed a change.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Confirmer<AccountId> {
	/// An officer.
	#[codec(index = 0)]
	Officer(AccountId),
	/// The committee, by a majority of its members.
	#[codec(index = 1)]
	Committee,
}

/// What one office enters on the objections to a change; it holds once another one enters the same.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Settlement<AccountId> {
	/// Whether the objections are upheld, so that the change is not made.
	pub upheld: bool,
	/// The hash of the reasons, or of a court's order.
	pub document: ContentHash,
	/// Who entered it.
	pub by: Settler<AccountId>,
}

/// One of the two who settle an objection.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Settler<AccountId> {
	/// An officer: a registrar or an auditor.
	#[codec(index = 0)]
	Officer {
		/// The office.
		role: Role,
		/// The account.
		account: AccountId,
	},
	/// The committee, in place of an office that left it for half of the time.
	#[codec(index = 1)]
	Committee,
}

impl<AccountId> Settler<AccountId> {
	/// The office; `None` for the committee.
	pub const fn role(&self) -> Option<Role> {
		match self {
			Self::Officer { role, .. } => Some(*role),
			Self::Committee => None,
		}
	}

	/// The officer's account; `None` for the committee.
	pub const fn account(&self) -> Option<&AccountId> {
		match self {
			Self::Officer { account, .. } => Some(account),
			Self::Committee => None,
		}
	}
}

/// A change that is not made yet.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct PendingChange<AccountId> {
	/// The change.
	pub change: RegisterChange<AccountId>,
	/// The hash of the document on which it rests.
	pub document: ContentHash,
	/// The hash of the units that it changes, as they were when it was proposed.
	pub basis: ContentHash,
	/// The account that proposed it.
	pub proposer: AccountId,
	/// Who confirmed it, if anybody did yet.
	pub confirmed: Option<Confirmer<AccountId>>,
	/// The lived time at which it was proposed or confirmed, or at which objections were first dismissed, in ms (D46).
	pub since: Moment,
	/// The owners who objected, each once.
	pub objectors: BoundedVec<OwnerId, ConstU32<MAX_OBJECTORS>>,
	/// Whether an objection stands.
	pub contested: bool,
	/// What one office entered on the objections.
	pub settlement: Option<Settlement<AccountId>>,
	/// Whether objections were dismissed before: then the time to object does not begin anew, or one owner after the
	/// other could hold up the change.
	pub dismissed: bool,
}
