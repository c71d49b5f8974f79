// SPDX-License-Identifier: Apache-2.0

//! What the pallet says of what happened.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A project was opened.
		Opened {
			/// Its id.
			project: ProjectId,
			/// The proposal that decided on it.
			proposal: ProposalId,
			/// Who does the work.
			contractor: T::AccountId,
			/// Hash of the contract and the description of the work.
			scope: ContentHash,
			/// What it costs, in fen.
			amount: Fen,
		},
		/// Money of a pot is held for a project. The entry of the pot's ledger follows.
		Funded {
			/// The project.
			project: ProjectId,
			/// From which pot.
			pot: PotId,
			/// How much, in fen.
			amount: Fen,
		},
		/// The contractor submitted a milestone.
		Submitted {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// Hash of what shows that the work is done.
			evidence: ContentHash,
		},
		/// An inspector reported on a submission.
		Inspected {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// Who looked.
			inspector: T::AccountId,
			/// Whether the work is as agreed.
			accept: bool,
			/// Hash of the report.
			report: ContentHash,
		},
		/// Enough inspectors accepted a milestone. Owners can object now.
		Accepted {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// Until when, in ms; from then on it can be paid.
			until: Moment,
			/// How many related owners there are.
			heads: u32,
		},
		/// So many inspectors rejected a milestone that it cannot be accepted.
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
			/// Who.
			owner: OwnerId,
			/// Hash of the reasons.
			reason: ContentHash,
		},
		/// A milestone waits for a ruling.
		Disputed {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// Who brought it.
			by: DisputedBy,
			/// Hash of the contractor's reasons; owners gave theirs as they objected.
			reason: Option<ContentHash>,
		},
		/// A dispute was ruled.
		Ruled {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// What the contractor gets, in fen, retention included.
			contractor_share: Fen,
			/// What goes back, in fen.
			returned: Fen,
			/// Hash of the ruling's text.
			document: ContentHash,
		},
		/// The contractor was paid for a milestone.
		Paid {
			/// The project.
			project: ProjectId,
			/// The milestone.
			milestone: MilestoneId,
			/// How much, in fen.
			amount: Fen,
			/// How much stays held for the warranty besides, in fen.
			retained: Fen,
		},
		/// The contractor could not be paid. Anyone can try again.
		PaymentFailed {
			/// The project.
			project: ProjectId,
			/// The milestone; `None` for the retention.
			milestone: Option<MilestoneId>,
			/// How much it was, in fen.
			amount: Fen,
			/// Why not.
			error: DispatchError,
		},
		/// Money goes back to a pot. The entry of the pot's ledger follows.
		Returned {
			/// The project.
			project: ProjectId,
			/// To which pot.
			pot: PotId,
			/// How much, in fen.
			amount: Fen,
		},
		/// What was not done of a project was cancelled.
		Cancelled {
			/// The project.
			project: ProjectId,
			/// By whom.
			by: CancelledBy,
			/// How many milestones.
			milestones: u8,
			/// What goes back, in fen.
			returned: Fen,
		},
		/// All milestones are settled, and the retention is held for the warranty.
		WarrantyBegan {
			/// The project.
			project: ProjectId,
			/// Until when, in ms.
			until: Moment,
			/// How much is held, in fen.
			retained: Fen,
		},
		/// A defect was claimed.
		DefectClaimed {
			/// The project.
			project: ProjectId,
			/// What mending it costs, in fen.
			amount: Fen,
			/// Hash of what shows it.
			evidence: ContentHash,
			/// The inspector who claimed it; `None` for the committee.
			by: Option<T::AccountId>,
		},
		/// A claim was withdrawn.
		ClaimWithdrawn {
			/// The project.
			project: ProjectId,
		},
		/// A claim was ruled.
		ClaimRuled {
			/// The project.
			project: ProjectId,
			/// What of the retention goes back, in fen.
			to_community: Fen,
			/// Hash of the ruling's text.
			document: ContentHash,
		},
		/// The contractor got the retention.
		Released {
			/// The project.
			project: ProjectId,
			/// How much, in fen.
			amount: Fen,
		},
		/// A project is over: nothing is held for it any more.
		Closed {
			/// The project.
			project: ProjectId,
			/// What the contractor was paid in all, in fen.
			paid: Fen,
			/// What went back in all, in fen.
			returned: Fen,
		},
	}
}
