// SPDX-License-Identifier: Apache-2.0

//! What clients are shown.

use super::{ballot::Ballot, proposal::Phase};
use codec::{Decode, Encode};
use linli_primitives::{Buildings, Power, ProposalId};
use scale_info::TypeInfo;

/// What the representative of an owner may still do with a proposal now.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Permits {
	/// Support the petition.
	pub support: bool,
	/// Stand in the election.
	pub stand: bool,
	/// Cast a ballot, or change it.
	pub cast: bool,
	/// Give somebody a proxy.
	pub grant_proxy: bool,
	/// Say that the papers have come.
	pub acknowledge: bool,
	/// Challenge the decision.
	pub challenge: bool,
}

/// A proposal as one owner sees it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OpenProposal<AccountId> {
	/// Which.
	pub proposal: ProposalId,
	/// What it waits for.
	pub phase: Phase,
	/// The owner's power in it: as of the record date or, before the notice, of now.
	pub power: Power,
	/// The owner's ballot so far.
	pub ballot: Option<Ballot<AccountId>>,
	/// What the owner may still do.
	pub may: Permits,
}

/// Who decides on a proposal.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ElectorateView<BlockNumber> {
	/// The buildings; `None` for the whole community.
	pub buildings: Option<Buildings>,
	/// The register counts as it was at the end of this block.
	pub record_block: BlockNumber,
	/// Everybody's power.
	pub total: Power,
}
