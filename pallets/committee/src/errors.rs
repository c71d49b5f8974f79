// SPDX-License-Identifier: Apache-2.0

//! The errors of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section that `lib.rs` imports.
#[pallet_section]
mod errors {
	/// Errors of the committee.
	#[pallet::error]
	pub enum Error<T> {
		/// The latest committee comes from an election that closed later. Hold a new election.
		NewerElectionSeated,
		/// None of those elected or in reserve still owns a voting unit. Hold a new election.
		EligibleMemberNotFound,
		/// There is no committee, and for an election there never was one. Elect one first, by petition.
		CommitteeNotFound,
		/// The decision names another committee. Propose it for the current one.
		CommitteeMismatch,
		/// The owner has no seat in the committee: check the number.
		NotMember,
		/// The member still owns a voting unit. The owners can recall the member.
		IsOwner,
		/// The account acts for no owner. Use an account of the owner.
		NotOwner,
		/// The account is not the owner's representative. The representative has to take the seat.
		NotRepresentative,
		/// The member's account still acts for the owner and keeps the seat: that account leaves first.
		SeatStillHeld,
		/// The committee's term is not over. Wait until it ends.
		TermRunning,
		/// The end of the term is too far in the future.
		Overflow,
		/// As many motions of this member are open as the committee has places for each member. Close one, or wait
		/// until one ends.
		TooManyMotions,
		/// Too few of those elected and in reserve still own a voting unit: fewer than the minimum, or no majority of
		/// all seats. Hold a new election.
		TooFewEligible,
		/// Enough seats are held for the committee to act, and its term does not end soon. An election is called when
		/// either changes.
		SeatsStillHeld,
	}
}
