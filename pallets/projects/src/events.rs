// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// Events of the pallet.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A project was opened.
		Opened {
			/// The project's id.
			project: ProjectId,
			/// The proposal that decided on it.
			proposal: ProposalId,
			/// The contractor's account.
			contractor: T::AccountId,
			/// Hash of the contract and the description of the work.
			scope: ContentHash,
			/// Total cost, in fen.
			amount: Fen,
		},
		/// Money of a pot is held for a project. The event of the pot's ledger entry follows.
		Funded {
			/// The project.
			project: ProjectId,
			/// The pot that gave it.
			pot: PotId,
			/// Amount in fen.
			amount: Fen,
		},
		/// The contractor submitted a milestone.
		Submitted {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// Hash of the evidence that the work is done.
			evidence: ContentHash,
		},
		/// An inspector reported on a submission.
		Inspected {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// The inspector.
			inspector: T::AccountId,
			/// Whether the inspector accepted the work.
			accept: bool,
			/// Hash of the report.
			report: ContentHash,
		},
		/// Enough inspectors accepted a milestone. The objection window begins.
		Accepted {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// End of the objection window, in ms; the milestone can be paid from then on.
			until: Moment,
			/// Number of related owners.
			heads: u32,
		},
		/// Too many inspectors rejected a milestone for it to be accepted.
		Rejected {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
		},
		/// An owner objected to the payment of a milestone.
		Objected {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// The owner.
			owner: OwnerId,
			/// Hash of the reasons.
			reason: ContentHash,
		},
		/// A milestone is disputed and waits for a ruling.
		Disputed {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// The party that started the dispute.
			by: DisputedBy,
			/// Hash of the contractor's reasons; `None` for owners, whose reasons are in their objections.
			reason: Option<ContentHash>,
		},
		/// A dispute over a milestone, or an undecided submission, was ruled on.
		Ruled {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// The contractor's share in fen, including the retention.
			contractor_share: Fen,
			/// Amount returned to the sources, in fen.
			returned: Fen,
			/// Hash of the ruling's text; `None` if nobody ruled and the rule did.
			document: Option<ContentHash>,
			/// The body that ruled.
			by: RuledBy,
		},
		/// The contractor was paid for a milestone.
		Paid {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// Amount in fen.
			amount: Fen,
			/// Amount additionally retained for the warranty, in fen.
			retained: Fen,
		},
		/// The contractor could not be paid. Anyone can try again.
		PaymentFailed {
			/// The project.
			project: ProjectId,
			/// The milestone; `None` for the retention.
			milestone: Option<MilestoneId>,
			/// Amount of the failed payment, in fen.
			amount: Fen,
			/// The error of the transfer.
			error: DispatchError,
		},
		/// Money is returned to a pot. The event of the pot's ledger entry follows.
		Returned {
			/// The project.
			project: ProjectId,
			/// The pot that receives it.
			pot: PotId,
			/// Amount in fen.
			amount: Fen,
		},
		/// The unfinished milestones of a project were cancelled.
		Cancelled {
			/// The project.
			project: ProjectId,
			/// The body that cancelled them.
			by: CancelledBy,
			/// Number of cancelled milestones.
			milestones: u8,
			/// Amount returned to the sources, in fen.
			returned: Fen,
			/// Number of milestones that stay in progress; nothing more can be submitted.
			in_progress: u8,
		},
		/// All milestones are settled, and the retention is held for the warranty.
		WarrantyBegan {
			/// The project.
			project: ProjectId,
			/// End of the warranty, in ms.
			until: Moment,
			/// Amount retained, in fen.
			retained: Fen,
		},
		/// A defect was claimed.
		DefectClaimed {
			/// The project.
			project: ProjectId,
			/// Claimed cost of the repair, in fen.
			amount: Fen,
			/// Hash of the evidence.
			evidence: ContentHash,
			/// The inspector who claimed it; `None` for the committee.
			by: Option<T::AccountId>,
		},
		/// A claim was withdrawn.
		ClaimWithdrawn {
			/// The project.
			project: ProjectId,
		},
		/// A claim was ruled on.
		ClaimRuled {
			/// The project.
			project: ProjectId,
			/// Amount of the retention returned to the sources, in fen.
			to_community: Fen,
			/// Hash of the ruling's text; `None` if nobody ruled and the rule did.
			document: Option<ContentHash>,
			/// The body that ruled.
			by: RuledBy,
		},
		/// The retention was paid to the contractor.
		Released {
			/// The project.
			project: ProjectId,
			/// Amount in fen.
			amount: Fen,
		},
		/// A project was closed: no money is held for it any more.
		Closed {
			/// The project.
			project: ProjectId,
			/// Total paid to the contractor, in fen.
			paid: Fen,
			/// Total returned to the sources, in fen.
			returned: Fen,
		},
		/// The terms of a project were varied by decision.
		Varied {
			/// The project.
			project: ProjectId,
			/// The version of the terms from now on.
			version: u32,
			/// The proposal that decided on it.
			proposal: ProposalId,
			/// What changed.
			variation: Variation<T::AccountId>,
			/// Hash of the agreement with the contractor.
			document: ContentHash,
		},
		/// Nobody decided for a long time, so the rule did. What it did follows in other events.
		Concluded {
			/// The project.
			project: ProjectId,
			/// The milestone; `None` for the claim or the retention.
			milestone: Option<MilestoneId>,
		},
	}
}
