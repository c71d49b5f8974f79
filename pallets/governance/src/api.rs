// SPDX-License-Identifier: Apache-2.0

//! The runtime API through which clients read decisions.

use crate::{
	tally::Tally,
	types::{
		Ballot, Certificate, ElectorateView, OpenProposal, Phase, Proposal, ProposalId, RuleBook, RuleBookVersion,
	},
};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{Moment, OwnerId, Power};

sp_api::decl_runtime_apis! {
	/// Queries about proposals, votes and rule books.
	pub trait GovernanceApi<AccountId, BlockNumber, BoundedCall>
	where
		AccountId: Codec,
		BlockNumber: Codec,
		BoundedCall: Codec,
	{
		/// The pending proposals in the order of ids, with the actions open to the owner: listed petitions, those open
		/// for candidates or ballots and, among the last 256, those passed and not enacted, even if overdue.
		fn open_proposals(owner: OwnerId) -> Vec<OpenProposal<AccountId>>;

		/// One proposal in any state, with the actions open to the owner.
		fn proposal_of_owner(proposal: ProposalId, owner: OwnerId) -> Option<OpenProposal<AccountId>>;

		/// Up to `limit` proposals from id `from` on, at most 256 per page. The next page begins after the last id of
		/// this one.
		fn proposals(from: ProposalId, limit: u32) -> Vec<(ProposalId, Proposal<BlockNumber, BoundedCall>)>;

		/// The current phase of a proposal.
		fn phase(proposal: ProposalId) -> Option<Phase>;

		/// The time of the clock, in ms, at which the current phase ends unless the chain stands still before: support,
		/// nomination, notice, voting, the challenge window. `None` in a phase that no time ends, or if that is over.
		fn until(proposal: ProposalId) -> Option<Moment>;

		/// The tally so far, and the total power of the electorate. `None` before the notice.
		fn tally(proposal: ProposalId) -> Option<(Tally, Power)>;

		/// The certificate of a closed vote, with what of its tally comes from recent changes of owners.
		fn certificate(proposal: ProposalId) -> Option<Certificate<BlockNumber>>;

		/// The electorate of a proposal, with the tallies so far within its tracts. `None` before the notice.
		fn electorate(proposal: ProposalId) -> Option<ElectorateView<BlockNumber>>;

		/// Up to `limit` ballots with their owners, at most 256 per page, in the order of storage. The next page begins
		/// after the last owner of this one.
		fn ballots(proposal: ProposalId, after: Option<OwnerId>, limit: u32) -> Vec<(OwnerId, Ballot<AccountId>)>;

		/// The rule book of a version; without a version, the one in force.
		fn rule_book(version: Option<RuleBookVersion>) -> Option<(RuleBookVersion, RuleBook)>;
	}
}
