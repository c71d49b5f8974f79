// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The section that `lib.rs` imports.
#[pallet_section]
mod events {
	/// Events of the committee.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A committee took its seats.
		Seated {
			/// The election it comes from.
			election: ProposalId,
			/// Its members.
			members: MembersOf<T>,
			/// The end of its term in ms, exclusive.
			ends: Moment,
		},
		/// A seat became vacant.
		SeatVacated {
			/// The owner who had it.
			owner: OwnerId,
			/// The cause.
			cause: Vacancy,
		},
		/// A vacant seat was filled from the reserve.
		SeatFilled {
			/// The owner who got it.
			owner: OwnerId,
			/// The account that acts for the owner.
			account: T::AccountId,
		},
		/// A seat was moved to another account of the owner, because the old one no longer acts for the owner.
		SeatMoved {
			/// The owner who has the seat.
			owner: OwnerId,
			/// The old account.
			from: T::AccountId,
			/// The new account.
			to: T::AccountId,
		},
		/// The committee was dismissed because its term is over.
		TermExpired {
			/// The election it came from.
			election: ProposalId,
		},
		/// The end of the term, or the election before it, could not be scheduled: somebody has to call `expire_term`,
		/// or `call_by_election`.
		NotScheduled {
			/// The election that the committee comes from.
			election: ProposalId,
		},
		/// The committee lost too many members to act, or its term ended, and no election could be called: one is open
		/// already, or somebody has to call `call_by_election` once the cause is removed.
		ByElectionNotCalled {
			/// The election that the committee comes from.
			election: ProposalId,
			/// The reason.
			error: DispatchError,
		},
	}
}
