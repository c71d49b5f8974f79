// SPDX-License-Identifier: Apache-2.0

//! The errors of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// Errors of the pallet, with a remedy for each.
	#[pallet::error]
	pub enum Error<T> {
		/// The terms are invalid: correct what the inner error names.
		InvalidTerms(TermsError),
		/// The electorate has [`Config::MaxUnfinished`] projects that are not finished: settle or cancel one first.
		TooManyUnfinished,
		/// A source names a pot that does not exist: choose one from the list of pots.
		PotNotFound,
		/// The account is the community's, and nobody signs for it: a pot's, a project's escrow, or the cashier's for
		/// money in transit. Name an account of the contractor.
		InvalidContractor,
		/// The related owners cannot be counted because owners have units in too many different sets of buildings:
		/// relate the project to the whole community.
		TooManyBuildingSets,
		/// There is no owner of a voting unit in the related buildings who could object: name other buildings.
		RelatedOwnerNotFound,
		/// The electorate of the decision does not fit: the related owners decide on the repair pot's money, all owners
		/// on any other, and the electorate that opened a project on cancelling it.
		InvalidElectorate,
		/// More units are affected than `max_units`: query the number of related units and pass at least that.
		MaxUnitsTooLow,
		/// There is no project with this id: check the id.
		ProjectNotFound,
		/// The project has no milestone with this number: milestones are numbered from 0.
		MilestoneNotFound,
		/// Only the contractor named in the terms can do this.
		NotContractor,
		/// Only an inspector named in the terms can do this.
		NotInspector,
		/// This inspector has already reported on this submission, perhaps by another account: wait for the others, or
		/// for the next submission.
		AlreadyInspected,
		/// Only a pending or rejected milestone can be submitted: check its state.
		NotSubmittable,
		/// The milestone has no submission to inspect: the contractor must submit it first.
		NotSubmitted,
		/// The milestone is not accepted: objections are possible after acceptance and before payment.
		NotAccepted,
		/// The objection window is over: a defect can still be claimed during the warranty.
		ObjectionWindowOver,
		/// The account does not represent an owner: the owner's representative must object.
		NotRepresentative,
		/// The owner had no voting unit in the related buildings before the milestone was accepted, and cannot object.
		NotRelated,
		/// The owner has already objected to this milestone: nothing more is needed.
		AlreadyObjected,
		/// Only a rejected milestone, or a submission left undecided for too long, can be disputed: check its state.
		NotDisputable,
		/// The inspectors still have time, as long as the objection window: wait, or remind them.
		InspectionPeriodRunning,
		/// The milestone is not disputed: there is nothing to rule on. The electorate can also rule on a submission
		/// that inspectors leave undecided.
		NotDisputed,
		/// The share exceeds the disputed amount: pass at most that amount.
		ShareTooLarge,
		/// Only an accepted or ruled milestone can be paid: check its state.
		NotPayable,
		/// Owners can still object: pay after the objection window.
		ObjectionWindowRunning,
		/// Work on a milestone was submitted and is not settled: settle it first.
		MilestoneInProgress,
		/// None of the milestones to be cancelled is past its deadline: wait, or have the electorate that opened the
		/// project decide.
		NotOverdue,
		/// All milestones are settled: there is nothing to cancel.
		NotActive,
		/// The project is not in warranty, which begins when the last milestone is settled, if anything is retained.
		NotInWarranty,
		/// The warranty has not ended: release the retention afterwards.
		WarrantyRunning,
		/// The warranty has ended: defects can no longer be claimed on chain.
		WarrantyOver,
		/// A claim is outstanding: have it withdrawn, or ruled on.
		ClaimOutstanding,
		/// The project has no outstanding claim: claim the defect first.
		ClaimNotFound,
		/// The claim is for zero fen: pass the cost of the repair.
		InvalidClaim,
		/// The claim exceeds the retention: claim at most the retained amount.
		ClaimTooLarge,
		/// More would be returned than was funded. This should never happen: report it.
		InsufficientHold,
		/// A number overflows. This should never happen: report it.
		AmountTooLarge,
		/// The terms were varied since they were read: read them again, and name their version.
		TermsChanged,
		/// The project was cancelled and only waits for what is in progress: nothing more can be submitted or agreed.
		ProjectCancelled,
		/// The project is closed: there is nothing to vary.
		ProjectClosed,
		/// The milestone is paid or cancelled: nothing about it can change.
		MilestoneSettled,
		/// The milestone's deadline passed more than [`Config::ConclusionPeriod`] ago: have a later one decided first.
		SubmissionOver,
		/// Inspectors, or the body that rules, still have [`Config::RulingPeriod`] from when it was their turn: wait.
		RulingPeriodRunning,
		/// Others still have [`Config::ConclusionPeriod`] to decide: wait, or have the owners decide.
		ConclusionPeriodRunning,
		/// The inspector is related to the contractor by now: have the owners name another inspector.
		IsRelatedToContractor,
		/// The terms name no such inspector: check the account.
		InspectorNotFound,
		/// Money can only move between two different milestones: name another.
		DuplicateMilestone,
	}
}
