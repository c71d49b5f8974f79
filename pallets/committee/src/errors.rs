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
		NewerCommittee,
		/// None of those elected, or in reserve, still owns a voting unit.
		NobodyToSeat,
		/// There is no committee: elect one first.
		NoCommittee,
		/// Another committee sits than the one that the decision names: propose it anew.
		OtherCommittee,
		/// The owner has no seat in the committee.
		NotMember,
		/// The member still owns voting units.
		StillOwner,
		/// The account acts for no owner.
		NotAnOwner,
		/// The account is not the owner's representative: the representative takes the seat.
		NotRepresentative,
		/// The member's account still acts for the owner: the seat stays with it.
		SeatNotLost,
		/// The committee's term is not over.
		TermRunning,
		/// A time is too far away to be written.
		Overflow,
	}
}
