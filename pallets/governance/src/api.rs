// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients show decisions.

use crate::{
	tally::Tally,
	types::{
		Ballot, Certificate, ElectorateView, OpenProposal, Phase, Proposal, ProposalId, RuleBook, RuleBookVersion,
	},
};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{OwnerId, Power};

sp_api::decl_runtime_apis! {
	/// Decisions of the owners.
	pub trait GovernanceApi<AccountId, BlockNumber, BoundedCall>
	where
		AccountId: Codec,
		BlockNumber: Codec,
		BoundedCall: Codec,
	{
		/// The proposals that wait for somebody, in the order of ids, with what the owner may still do: those open for
		/// support, candidates or ballots, and of the last 256 those passed and not enacted, late ones included.
		fn open_proposals(owner: OwnerId) -> Vec<OpenProposal<AccountId>>;

		/// One proposal, open or not, with what the owner may still do.
		fn proposal_of_owner(proposal: ProposalId, owner: OwnerId) -> Option<OpenProposal<AccountId>>;

		/// Up to `limit` proposals from id `from` on, at most 256 a page. The next page begins after the last id of
		/// this one.
		fn proposals(from: ProposalId, limit: u32) -> Vec<(ProposalId, Proposal<BlockNumber, BoundedCall>)>;

		/// What a proposal waits for now.
		fn phase(proposal: ProposalId) -> Option<Phase>;

		/// The ballots counted so far, and everybody's power. `None` before the notice.
		fn tally(proposal: ProposalId) -> Option<(Tally, Power)>;

		/// The certificate of a vote that was closed.
		fn certificate(proposal: ProposalId) -> Option<Certificate<BlockNumber>>;

		/// Who decides. `None` before the notice.
		fn electorate(proposal: ProposalId) -> Option<ElectorateView<BlockNumber>>;

		/// Up to `limit` ballots with their owners, at most 256 a page, in the order of storage. The next page begins
		/// after the last owner of this one.
		fn ballots(proposal: ProposalId, after: Option<OwnerId>, limit: u32) -> Vec<(OwnerId, Ballot<AccountId>)>;

		/// A rule book by its version; without one, that in force.
		fn rule_book(version: Option<RuleBookVersion>) -> Option<(RuleBookVersion, RuleBook)>;
	}
}
