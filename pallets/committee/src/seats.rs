// SPDX-License-Identifier: Apache-2.0

//! Seating a committee. Only [`Pallet::set_members`] sets its members.

use crate::{
	pallet::*,
	types::{Election, Member, Term},
	ElectionResultOf, MembersOf,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::ChangeMembers};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{
	traits::{Clock, ElectedCommittee, Electorate, FirstCommittee, SittingCommittee},
	OwnerId,
};
use sp_runtime::{
	traits::{One, Saturating},
	DispatchResult,
};

impl<T: Config> ElectedCommittee<T::AccountId> for Pallet<T> {
	/// Seats those elected who still own a voting unit, with the reserve in place of the others. Replaces the former
	/// committee.
	fn seat(result: ElectionResultOf<T>) -> DispatchResult {
		let election = Election { closed: result.closed, id: result.election };
		// The owners' latest vote prevails.
		ensure!(LatestElection::<T>::get().is_none_or(|latest| latest <= election), Error::<T>::NewerElectionSeated);
		let size = result.elected.len();
		let mut line = result.elected.into_iter().chain(result.reserve).filter_map(Self::still_able);
		let members = MembersOf::<T>::truncate_from(line.by_ref().take(size).collect());
		ensure!(!members.is_empty(), Error::<T>::EligibleMemberNotFound);
		let begins = T::Clock::now();
		let ends = begins.checked_add(result.term).ok_or(Error::<T>::Overflow)?;
		let succession = Self::succession(begins, ends);
		let (seats, minimum) = (result.seats, result.minimum);
		let term = Term { election: election.id, seats, minimum, begins, ends, succession };
		ensure!(term.can_act(count(&members)), Error::<T>::TooFewEligible);

		if !Self::has_sat() {
			T::OnFirstCommittee::first_seated();
		}
		LatestElection::<T>::put(election);
		Reserve::<T>::put(MembersOf::<T>::truncate_from(line.collect()));
		CurrentTerm::<T>::put(term);
		FormerTerm::<T>::kill();
		Self::drop_motions();
		Self::set_members(members.clone());
		Self::deposit_event(Event::Seated { election: election.id, members, ends });
		Self::schedule(election.id, ends, Call::expire_term {});
		if succession < ends {
			Self::schedule(election.id, succession, Call::call_by_election {});
		}
		Ok(())
	}
}

impl<T: Config> SittingCommittee for Pallet<T> {
	fn sits() -> bool {
		Self::running_term().is_some_and(|term| term.can_act(Self::member_count()))
	}

	fn has_sat() -> bool {
		LatestElection::<T>::exists()
	}

	fn needs_successor() -> bool {
		!Self::sits() || Self::running_term().is_some_and(|term| T::Clock::now() >= term.succession)
	}
}

impl<T: Config> Pallet<T> {
	/// The number of members, without the vacant seats.
	pub(crate) fn member_count() -> u32 {
		count(&Seats::<T>::get())
	}

	/// The number of seats of the committee in office, including vacant ones, of all of which a majority is taken;
	/// zero after its term.
	pub fn seat_count() -> u32 {
		Self::running_term().map_or(0, |term| term.seats)
	}

	/// The owner whose seat `account` has. `None` after the term, even if [`Pallet::expire_term`] was not called yet.
	pub fn seat_of(account: &T::AccountId) -> Option<OwnerId> {
		Self::running_term()?;
		let members = Seats::<T>::get();
		members.iter().find(|member| member.account == *account).map(|member| member.owner)
	}

	/// Returns `elected` with the owner's current representative, or `None` if the owner has no voting unit any more.
	pub(crate) fn still_able(elected: Member<T::AccountId>) -> Option<Member<T::AccountId>> {
		let Member { owner, account } = elected;
		if !Self::is_owner(owner) {
			return None;
		}
		Some(Member { owner, account: T::Electorate::representative(owner).unwrap_or(account) })
	}

	/// Whether `owner` had a voting unit at the end of the previous block.
	pub(crate) fn is_owner(owner: OwnerId) -> bool {
		let block: BlockNumberFor<T> = frame_system::Pallet::<T>::block_number().saturating_sub(One::one());
		!T::Electorate::power_at(owner, block, None).is_zero()
	}

	/// Sets the members here and in the collective.
	pub(crate) fn set_members(members: MembersOf<T>) {
		let old = accounts_of::<T>(&Seats::<T>::get());
		let new = accounts_of::<T>(&members);
		T::Collective::set_members_sorted(&new, &old);
		Seats::<T>::put(members);
	}
}

fn count<AccountId>(members: &[Member<AccountId>]) -> u32 {
	u32::try_from(members.len()).unwrap_or(u32::MAX)
}

/// The members' accounts, sorted, as collectives expect them.
pub(crate) fn accounts_of<T: Config>(members: &[Member<T::AccountId>]) -> Vec<T::AccountId> {
	let mut accounts: Vec<_> = members.iter().map(|member| member.account.clone()).collect();
	accounts.sort();
	accounts
}
