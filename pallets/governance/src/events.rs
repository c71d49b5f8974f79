// SPDX-License-Identifier: Apache-2.0

//! What the pallet says of what happened.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// What happened among the owners.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A proposal was made.
		Proposed {
			/// Its id.
			proposal: ProposalId,
			/// Who made it.
			proposer: Proposer,
			/// The class it is decided by.
			class: ClassId,
			/// The version of the rule book.
			rule_book: RuleBookVersion,
			/// The hash of its text.
			agenda: ContentHash,
		},
		/// An owner supports a petition.
		Supported {
			/// Which.
			proposal: ProposalId,
			/// Who.
			owner: OwnerId,
			/// How many do now.
			supporters: u32,
		},
		/// The text of a proposal was changed, before its notice.
		Amended {
			/// Which.
			proposal: ProposalId,
			/// The hash of the new text.
			agenda: ContentHash,
		},
		/// Owners can stand in an election.
		NominationOpened {
			/// Which.
			proposal: ProposalId,
			/// Until when, exclusive.
			ends: Moment,
		},
		/// An owner stands in an election.
		CandidateStood {
			/// Which.
			proposal: ProposalId,
			/// Who.
			owner: OwnerId,
			/// Who would sit.
			account: T::AccountId,
		},
		/// An owner stands no longer.
		CandidateSteppedBack {
			/// In which election.
			proposal: ProposalId,
			/// Who.
			owner: OwnerId,
		},
		/// The notice was given.
		Announced {
			/// Of which proposal.
			proposal: ProposalId,
			/// From when on ballots are taken.
			opens: Moment,
			/// Until when, exclusive.
			closes: Moment,
			/// The register counts as it was at the end of this block.
			record_block: BlockNumberFor<T>,
			/// Everybody's power.
			total: Power,
			/// How ballots are cast and counted.
			kind: BallotKind,
		},
		/// A proposal was never put to the vote, or a decision was not enacted in time.
		Lapsed {
			/// Which.
			proposal: ProposalId,
		},
		/// A proposal was taken back.
		Withdrawn {
			/// Which.
			proposal: ProposalId,
		},
		/// A ballot was cast, or changed.
		BallotCast {
			/// On which proposal.
			proposal: ProposalId,
			/// Whose.
			owner: OwnerId,
			/// The ballot.
			ballot: BallotOf<T>,
			/// Whether there was one before.
			changed: bool,
		},
		/// Somebody may vote for an owner.
		ProxyGranted {
			/// On which proposal.
			proposal: ProposalId,
			/// For whom.
			owner: OwnerId,
			/// Who.
			holder: T::AccountId,
			/// The owner whom the holder acts for.
			holder_owner: OwnerId,
			/// What the holder must vote, if that was said.
			choice: Option<Choice>,
		},
		/// Somebody may not vote for an owner any more.
		ProxyRevoked {
			/// On which proposal.
			proposal: ProposalId,
			/// For whom.
			owner: OwnerId,
			/// Who.
			holder: T::AccountId,
		},
		/// A paper ballot waits for its witness.
		PaperEntered {
			/// On which proposal.
			proposal: ProposalId,
			/// Whose.
			owner: OwnerId,
			/// What is on it.
			choice: Choice,
			/// The scan's hash.
			scan: ContentHash,
			/// Who entered it.
			by: T::AccountId,
		},
		/// An owner was given the papers.
		ReceiptRecorded {
			/// Of which proposal.
			proposal: ProposalId,
			/// Who.
			owner: OwnerId,
			/// Whether the owner said so; otherwise the registrar did.
			acknowledged: bool,
		},
		/// A vote was closed.
		Closed {
			/// On which proposal.
			proposal: ProposalId,
			/// How it ended.
			verdict: Verdict,
			/// From when on it can be enacted, if it passed.
			enact_at: Option<Moment>,
		},
		/// The scheduler has no room for what is due: anyone must call it then.
		NotScheduled {
			/// For which proposal.
			proposal: ProposalId,
		},
		/// An owner challenges a decision.
		Challenged {
			/// Which.
			proposal: ProposalId,
			/// Who.
			owner: OwnerId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// A court's ruling waits for the registrar to countersign it.
		AnnulmentEntered {
			/// Which decision it is about.
			proposal: ProposalId,
			/// The ruling's hash.
			document: ContentHash,
			/// Who entered it.
			by: T::AccountId,
		},
		/// A court set a decision aside.
		Annulled {
			/// Which.
			proposal: ProposalId,
			/// The ruling's hash.
			document: ContentHash,
			/// The auditor who entered it.
			entered_by: T::AccountId,
			/// The registrar who countersigned.
			countersigned_by: T::AccountId,
		},
		/// A decision is done.
		Enacted {
			/// Which.
			proposal: ProposalId,
		},
		/// A decision was tried and did not work.
		EnactmentFailed {
			/// Which.
			proposal: ProposalId,
			/// Why.
			failure: Failure,
		},
		/// Proposals are made under another rule book from now on.
		RuleBookSet {
			/// Its version.
			version: RuleBookVersion,
			/// By which decision.
			proposal: ProposalId,
		},
	}
}
