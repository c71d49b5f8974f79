// SPDX-License-Identifier: Apache-2.0

//! Why the pallet refuses.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// What can be wrong, and what to do about it.
	#[pallet::error]
	pub enum Error<T> {
		/// The terms cannot be lived by: the flaw says why.
		InvalidTerms(TermsError),
		/// Too many projects are open: settle or cancel one first.
		TooManyOpen,
		/// A source is no pot: see the list of pots.
		PotNotFound,
		/// The contractor's account is a pot's or a project's: name the contractor's own.
		InvalidContractor,
		/// Owners have homes in too many different sets of buildings for those of some to be counted: relate it to all.
		TooManyBuildingSets,
		/// Nobody owns a voting unit in the related buildings, so nobody could object: name others.
		RelatedOwnerNotFound,
		/// Others must decide this: the related owners on the repair pot's money, all owners on any other, and on
		/// cancelling those who opened the project.
		InvalidElectorate,
		/// It falls on more units than `max_units` pays for: ask how many there are, and give that number.
		MaxUnitsTooLow,
		/// There is no project of this id.
		ProjectNotFound,
		/// The project has no milestone of this number.
		MilestoneNotFound,
		/// Only the contractor named in the terms may do this.
		NotContractor,
		/// Only an inspector named in the terms may do this.
		NotInspector,
		/// The inspector reported on this submission already: wait for the others, or for the next submission.
		AlreadyInspected,
		/// Only a pending or rejected milestone can be submitted.
		NotSubmittable,
		/// Nothing waits for inspectors here: the contractor submits first.
		NotSubmitted,
		/// Only an accepted milestone can be objected to.
		NotAccepted,
		/// The time to object is over.
		ObjectionWindowOver,
		/// The account is no owner's representative: the representative objects.
		NotRepresentative,
		/// The owner had no voting unit in the related buildings when the milestone was accepted.
		NotRelated,
		/// The owner objected to this milestone already.
		AlreadyObjected,
		/// Only a rejected milestone can be disputed, or one that inspectors leave undecided for too long.
		NotDisputable,
		/// Inspectors have as long as owners have to object: wait, or remind them.
		InspectionPeriodRunning,
		/// Only a disputed milestone can be ruled.
		NotDisputed,
		/// The share is larger than what is disputed: name at most that.
		ShareTooLarge,
		/// Only an accepted or ruled milestone can be paid.
		NotPayable,
		/// Owners can still object: pay once that time is over.
		ObjectionWindowRunning,
		/// A milestone is submitted, accepted, disputed, or ruled and not paid: finish it first.
		MilestoneInProgress,
		/// No milestone that waits for the contractor is past its deadline: wait, or let those decide who opened the
		/// project.
		NotOverdue,
		/// All milestones are settled: nothing is left to cancel.
		NotActive,
		/// No warranty runs: it begins when the last milestone is settled, and only if something is retained.
		NotInWarranty,
		/// The warranty is not over: release then.
		WarrantyRunning,
		/// The warranty is over: defects can no longer be claimed.
		WarrantyOver,
		/// A claim stands: mend the defect and have the claim withdrawn, or have it ruled.
		ClaimOutstanding,
		/// No claim stands.
		ClaimNotFound,
		/// A claim of nothing claims nothing.
		InvalidClaim,
		/// More is claimed than is retained: claim at most that.
		ClaimTooLarge,
		/// More would go back than was given. This cannot be: report it.
		InsufficientHold,
		/// A number does not fit. This cannot be: report it.
		AmountTooLarge,
	}
}
