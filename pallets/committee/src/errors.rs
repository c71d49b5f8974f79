// SPDX-License-Identifier: Apache-2.0

//! Why the pallet refuses.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// Why the committee refuses.
	#[pallet::error]
	pub enum Error<T> {
		/// A committee whose election was closed later sits, or sat last: elect anew.
		NewerElectionSeated,
		/// None of those elected, or in reserve, still owns a voting unit.
		EligibleMemberNotFound,
		/// There is no committee: elect one first.
		CommitteeNotFound,
		/// Another committee sits than the one that the decision names: propose it anew.
		CommitteeMismatch,
		/// The owner has no seat in the committee.
		NotMember,
		/// The member still owns voting units.
		IsOwner,
		/// The account acts for no owner.
		NotOwner,
		/// The account is not the owner's representative: the representative takes the seat.
		NotRepresentative,
		/// The member's account still acts for the owner: the seat stays with it.
		SeatStillHeld,
		/// The committee's term is not over.
		TermRunning,
		/// A time is too far away to be written.
		Overflow,
	}
}
