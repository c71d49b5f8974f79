// SPDX-License-Identifier: Apache-2.0

//! What the pallet says of what happened.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// What happened to the committee.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A committee took its seats.
		Seated {
			/// The election it comes from.
			election: ProposalId,
			/// Who sits.
			members: MembersOf<T>,
			/// Until when, exclusive.
			ends: Moment,
		},
		/// A seat is vacant.
		SeatVacated {
			/// Whose it was.
			owner: OwnerId,
			/// Why.
			cause: Vacancy,
		},
		/// A vacant seat was filled from the reserve.
		SeatFilled {
			/// By whom.
			owner: OwnerId,
			/// With which account.
			account: T::AccountId,
		},
		/// A member acts by another account: the old one's key is lost.
		SeatMoved {
			/// Whose seat.
			owner: OwnerId,
			/// The old account.
			from: T::AccountId,
			/// The new one.
			to: T::AccountId,
		},
		/// The committee's term is over; there is none.
		TermExpired {
			/// The election it came from.
			election: ProposalId,
		},
		/// The scheduler has no room to end the term: anyone must call `expire_term` then.
		NotScheduled {
			/// The election that the committee comes from.
			election: ProposalId,
		},
	}
}
