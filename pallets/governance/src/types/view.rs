// SPDX-License-Identifier: Apache-2.0

//! Types returned to clients by the runtime API.

use super::{ballot::Ballot, proposal::Phase, tract::TractPoll};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use linli_primitives::{Buildings, Power, ProposalId, UnitKinds};
use scale_info::TypeInfo;

/// The actions on a proposal that are open to an owner's representative at present.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Permits {
	/// Support the petition.
	pub support: bool,
	/// Stand in the election.
	pub stand: bool,
	/// Cast a ballot, or change it.
	pub cast: bool,
	/// Grant a proxy.
	pub grant_proxy: bool,
	/// Acknowledge the delivery of the papers.
	pub acknowledge: bool,
	/// Challenge the decision.
	pub challenge: bool,
}

/// A proposal as one owner sees it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OpenProposal<AccountId> {
	/// The proposal.
	pub proposal: ProposalId,
	/// Its phase.
	pub phase: Phase,
	/// The owner's power in the electorate: as of the record date or, before the notice, the current one.
	pub power: Power,
	/// The owner's ballot, if one was cast.
	pub ballot: Option<Ballot<AccountId>>,
	/// The actions open to the owner's representative.
	pub may: Permits,
}

/// The electorate of a proposal.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ElectorateView<BlockNumber> {
	/// The buildings; `None` for the whole community.
	pub buildings: Option<Buildings>,
	/// The record date: power is counted as of the end of this block.
	pub record_block: BlockNumber,
	/// The total power of the electorate.
	pub total: Power,
	/// The kinds of units that take part; `None` for all that vote.
	pub kinds: Option<UnitKinds>,
	/// The tracts within each of which the vote has to pass, with their tallies so far. Empty if the class does not ask
	/// for it.
	pub tracts: Vec<TractPoll>,
}
