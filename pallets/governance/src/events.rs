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
			/// The end of the period, exclusive.
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
			/// The time at which voting begins.
			opens: Moment,
			/// The time at which voting ends, exclusive.
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
			/// The time from which the decision can be enacted, if it passed.
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
	}
}
