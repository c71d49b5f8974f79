// SPDX-License-Identifier: Apache-2.0

//! Events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section of the pallet that declares its events.
#[pallet_section]
mod events {
	/// Events of this pallet.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A proposal was made.
		Proposed {
			/// The id of the new proposal.
			proposal: ProposalId,
			/// The proposer: the committee or an owner.
			proposer: Proposer,
			/// The class that decides it.
			class: ClassId,
			/// The version of the rule book that applies to it.
			rule_book: RuleBookVersion,
			/// The hash of its text.
			agenda: ContentHash,
		},
		/// An owner supported a petition.
		Supported {
			/// The petition.
			proposal: ProposalId,
			/// The owner.
			owner: OwnerId,
			/// The number of heads in support, this owner's included.
			supporters: u32,
		},
		/// The text of a proposal was changed before its notice.
		Amended {
			/// The proposal.
			proposal: ProposalId,
			/// The hash of the new text.
			agenda: ContentHash,
		},
		/// The nomination period of an election began.
		NominationOpened {
			/// The election.
			proposal: ProposalId,
			/// The end of the period, exclusive, unless the chain stands still before.
			ends: Moment,
		},
		/// An owner became a candidate.
		CandidateStood {
			/// The election.
			proposal: ProposalId,
			/// The owner.
			owner: OwnerId,
			/// The account that takes the seat if elected.
			account: T::AccountId,
		},
		/// An owner is no longer a candidate.
		CandidateSteppedBack {
			/// The election.
			proposal: ProposalId,
			/// The owner.
			owner: OwnerId,
		},
		/// The notice of a proposal was given.
		Announced {
			/// The proposal.
			proposal: ProposalId,
			/// The time at which voting begins, unless the chain stands still before.
			opens: Moment,
			/// The time at which voting ends, exclusive, unless the chain stands still before.
			closes: Moment,
			/// The record date: voting power is counted as of the end of this block.
			record_block: BlockNumberFor<T>,
			/// The total power of the electorate.
			total: Power,
			/// How ballots are cast and counted.
			kind: BallotKind,
		},
		/// A proposal was never put to the vote, or a decision was not enacted in time.
		Lapsed {
			/// The proposal.
			proposal: ProposalId,
		},
		/// A proposal was withdrawn.
		Withdrawn {
			/// The proposal.
			proposal: ProposalId,
		},
		/// A ballot was cast or changed.
		BallotCast {
			/// The proposal.
			proposal: ProposalId,
			/// The owner whose ballot it is.
			owner: OwnerId,
			/// The ballot as it counts now.
			ballot: BallotOf<T>,
			/// Whether it replaced an earlier ballot.
			changed: bool,
		},
		/// An owner granted a proxy.
		ProxyGranted {
			/// The proposal.
			proposal: ProposalId,
			/// The owner who granted it.
			owner: OwnerId,
			/// The account that can vote for the owner.
			holder: T::AccountId,
			/// The owner for whom the holder acts.
			holder_owner: OwnerId,
			/// The choice that the holder must cast, if one is prescribed.
			choice: Option<Choice>,
		},
		/// An owner revoked a proxy.
		ProxyRevoked {
			/// The proposal.
			proposal: ProposalId,
			/// The owner who had granted it.
			owner: OwnerId,
			/// The account that held it.
			holder: T::AccountId,
		},
		/// A paper ballot was entered and waits for its witness.
		PaperEntered {
			/// The proposal.
			proposal: ProposalId,
			/// The owner whose ballot it is.
			owner: OwnerId,
			/// The choice on the paper.
			choice: Choice,
			/// The scan's hash.
			scan: ContentHash,
			/// The registrar who entered it.
			by: T::AccountId,
		},
		/// The delivery of the papers to an owner was recorded.
		DeliveryRecorded {
			/// The proposal.
			proposal: ProposalId,
			/// The owner.
			owner: OwnerId,
			/// Whether the owner confirmed it; otherwise the registrar recorded it.
			acknowledged: bool,
		},
		/// A vote was closed.
		Closed {
			/// The proposal.
			proposal: ProposalId,
			/// The verdict.
			verdict: Verdict,
			/// The time from which the decision can be enacted, if it passed and the chain does not stand still before.
			enact_at: Option<Moment>,
		},
		/// The scheduler had no room for the next step of a proposal: an account must call it when it is due.
		NotScheduled {
			/// The proposal.
			proposal: ProposalId,
		},
		/// An owner challenged a decision.
		Challenged {
			/// The decision.
			proposal: ProposalId,
			/// The owner.
			owner: OwnerId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// A court's ruling was entered and waits for the registrar to countersign it.
		AnnulmentEntered {
			/// The decision that the ruling sets aside.
			proposal: ProposalId,
			/// The ruling's hash.
			document: ContentHash,
			/// The auditor who entered it.
			by: T::AccountId,
		},
		/// A decision was annulled by a court.
		Annulled {
			/// The decision.
			proposal: ProposalId,
			/// The ruling's hash.
			document: ContentHash,
			/// The auditor who entered the ruling.
			entered_by: T::AccountId,
			/// The registrar who countersigned it.
			countersigned_by: T::AccountId,
		},
		/// A decision was enacted.
		Enacted {
			/// The decision.
			proposal: ProposalId,
		},
		/// The enactment of a decision failed. It can be tried again.
		EnactmentFailed {
			/// The decision.
			proposal: ProposalId,
			/// The reason.
			failure: Failure,
		},
		/// A new rule book applies to proposals made from now on.
		RuleBookSet {
			/// Its version.
			version: RuleBookVersion,
			/// The decision that set it.
			proposal: ProposalId,
		},
		/// A court postponed a decision that the owners had taken again.
		Postponed {
			/// The decision.
			proposal: ProposalId,
			/// The ruling's hash.
			document: ContentHash,
			/// The auditor who entered the ruling.
			entered_by: T::AccountId,
			/// The registrar who countersigned it.
			countersigned_by: T::AccountId,
			/// The time from which the decision can be enacted.
			enact_at: Moment,
		},
		/// A ballot no longer counts: the proxy by which it was cast was revoked, or it was cast on paper and
		/// contested, or a paper ballot was upheld in its place.
		BallotWithdrawn {
			/// The proposal.
			proposal: ProposalId,
			/// The owner whose ballot it was.
			owner: OwnerId,
			/// The ballot as it counted.
			ballot: BallotOf<T>,
		},
		/// A paper ballot was refused, since another ballot of the owner counts.
		PaperRefused {
			/// The proposal.
			proposal: ProposalId,
			/// The owner whose ballot it is.
			owner: OwnerId,
			/// The hash of the refused ballot's scan.
			scan: ContentHash,
			/// The registrar who entered it, or the witness who would have countersigned it.
			by: T::AccountId,
			/// The channel of the ballot that counts.
			counting: ChannelKind,
		},
		/// An owner contested a paper ballot, which no longer counts.
		PaperContested {
			/// The proposal.
			proposal: ProposalId,
			/// The owner.
			owner: OwnerId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// A settlement of a contest was entered and waits for the registrar to countersign it.
		SettlementEntered {
			/// The proposal.
			proposal: ProposalId,
			/// The owner who contested.
			owner: OwnerId,
			/// Whether the paper ballot is to count.
			upheld: bool,
			/// The hash of the findings.
			document: ContentHash,
			/// The auditor who entered it.
			by: T::AccountId,
		},
		/// A contest was settled.
		ContestSettled {
			/// The proposal.
			proposal: ProposalId,
			/// The owner who contested.
			owner: OwnerId,
			/// Whether the paper ballot counts again.
			upheld: bool,
			/// The hash of the findings.
			document: ContentHash,
			/// The auditor who entered it.
			entered_by: T::AccountId,
			/// The registrar who countersigned it.
			countersigned_by: T::AccountId,
		},
		/// A witness countersigned the delivery of the papers to an owner.
		DeliveryCountersigned {
			/// The proposal.
			proposal: ProposalId,
			/// The owner.
			owner: OwnerId,
			/// The witness.
			witness: T::AccountId,
		},
		/// An owner seconded a candidate.
		CandidateSeconded {
			/// The election.
			proposal: ProposalId,
			/// The candidate.
			candidate: OwnerId,
			/// The owner who seconded.
			seconder: OwnerId,
			/// The number of seconders, this one included.
			seconders: u32,
		},
		/// A candidate took a place among those whom ballots can name.
		CandidatePlaced {
			/// The election.
			proposal: ProposalId,
			/// The candidate.
			owner: OwnerId,
		},
		/// A candidate lost the place to one with more seconders, or because too few are left.
		CandidateDisplaced {
			/// The election.
			proposal: ProposalId,
			/// The candidate.
			owner: OwnerId,
		},
		/// A petition is listed among those with the most supporters.
		PetitionListed {
			/// The petition.
			proposal: ProposalId,
			/// The number of heads in support.
			supporters: u32,
		},
		/// A petition gave its place in the list to one with more supporters. It goes on collecting support.
		PetitionUnlisted {
			/// The petition.
			proposal: ProposalId,
		},
		/// An owner no longer supports a petition.
		SupportWithdrawn {
			/// The petition.
			proposal: ProposalId,
			/// The owner.
			owner: OwnerId,
			/// The number of heads in support that are left.
			supporters: u32,
		},
		/// A vote that fell short for lack of ballots goes on by the rule of its class.
		VoteContinued {
			/// The proposal.
			proposal: ProposalId,
			/// The stage that it is at now.
			stage: Stage,
			/// The time at which voting ends now, exclusive.
			closes: Moment,
		},
		/// A court's judgment on a rejected motion was entered and waits for the registrar to countersign it.
		JudgmentEntered {
			/// The motion.
			proposal: ProposalId,
			/// The judgment's hash.
			document: ContentHash,
			/// The auditor who entered it.
			by: T::AccountId,
		},
		/// A court gave effect to a rejected motion: it can be enacted from this time on.
		EffectGiven {
			/// The motion.
			proposal: ProposalId,
			/// The judgment's hash.
			document: ContentHash,
			/// The auditor who entered it.
			entered_by: T::AccountId,
			/// The registrar who countersigned it.
			countersigned_by: T::AccountId,
			/// The time from which the motion can be enacted.
			enact_at: Moment,
		},
		/// No option was chosen, and a run-off decides between the two that lead.
		RunOffCalled {
			/// The proposal in which no option was chosen.
			proposal: ProposalId,
			/// The run-off, a proposal of its own. Its options are at the places 0 and 1.
			run_off: ProposalId,
			/// The places of these options in the first proposal.
			options: (u8, u8),
		},
		/// The committee took back the effect of a judgment: the motion is rejected again.
		JudgmentRevoked {
			/// The motion.
			proposal: ProposalId,
			/// The judgment's hash.
			document: ContentHash,
		},
		/// An owner withdrew the second of a candidate.
		SecondWithdrawn {
			/// The election.
			proposal: ProposalId,
			/// The candidate.
			candidate: OwnerId,
			/// The owner who had seconded.
			seconder: OwnerId,
			/// The number of seconders that are left.
			seconders: u32,
		},
	}
}
