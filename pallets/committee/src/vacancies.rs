// SPDX-License-Identifier: Apache-2.0

//! Vacating and filling seats, the by-election when too many stay empty, and moving a seat to an owner's new account.

use crate::{
	pallet::*,
	types::{Term, Vacancy},
	MembersOf,
};
use frame_support::{ensure, storage::with_storage_layer};
use linli_primitives::{
	traits::{ByElections, Electorate, SittingCommittee},
	OwnerId, ProposalId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_resign(who: &T::AccountId) -> DispatchResult {
		let owner = Self::seat_of(who).ok_or(Error::<T>::NotMember)?;
		Self::vacate_seat(owner, Vacancy::Resigned)
	}

	pub(crate) fn do_recall(owner: OwnerId, election: ProposalId) -> DispatchResult {
		let term = CurrentTerm::<T>::get().ok_or(Error::<T>::CommitteeNotFound)?;
		ensure!(term.election == election, Error::<T>::CommitteeMismatch);
		Self::vacate_seat(owner, Vacancy::Recalled)
	}

	pub(crate) fn do_vacate(owner: OwnerId) -> DispatchResult {
		// Checked first, so that the error for other owners is `NotMember`.
		ensure!(Seats::<T>::get().iter().any(|member| member.owner == owner), Error::<T>::NotMember);
		ensure!(!Self::is_owner(owner), Error::<T>::IsOwner);
		Self::vacate_seat(owner, Vacancy::NotOwner)
	}

	/// Vacates a seat and fills it with the first in reserve who still owns a voting unit. Those passed over leave the
	/// reserve.
	fn vacate_seat(owner: OwnerId, cause: Vacancy) -> DispatchResult {
		let mut members = Seats::<T>::get();
		let place = members.iter().position(|member| member.owner == owner).ok_or(Error::<T>::NotMember)?;
		members.remove(place);
		Self::deposit_event(Event::SeatVacated { owner, cause });
		let mut line = Reserve::<T>::get().into_iter();
		if let Some(next) = line.by_ref().find_map(Self::still_able) {
			Self::deposit_event(Event::SeatFilled { owner: next.owner, account: next.account.clone() });
			members.try_push(next).map_err(|_| Error::<T>::Overflow)?;
		}
		Reserve::<T>::put(MembersOf::<T>::truncate_from(line.collect()));
		Self::set_members(members);
		Self::call_if_too_few();
		Ok(())
	}

	/// Calls a by-election if too few members are left to act.
	fn call_if_too_few() {
		if let Some(term) = CurrentTerm::<T>::get().filter(|term| !term.can_act(Self::member_count())) {
			Self::try_call_election(&term);
		}
	}

	/// Calls an election in place of the committee of this term. A seat becomes vacant, and the term ends, even if none
	/// can be called.
	pub(crate) fn try_call_election(term: &Term) {
		if let Err(error) = with_storage_layer(|| T::Elections::call(term.seats, term.length())) {
			Self::deposit_event(Event::ByElectionNotCalled { election: term.election, error });
		}
	}

	pub(crate) fn do_call_by_election() -> DispatchResult {
		let term = CurrentTerm::<T>::get().or_else(FormerTerm::<T>::get).ok_or(Error::<T>::CommitteeNotFound)?;
		ensure!(Self::needs_successor(), Error::<T>::SeatsStillHeld);
		T::Elections::call(term.seats, term.length())
	}

	pub(crate) fn do_take_seat(who: T::AccountId) -> DispatchResult {
		let owner = Self::represented_by(&who)?;
		let mut members = Seats::<T>::get();
		let member = members.iter_mut().find(|member| member.owner == owner).ok_or(Error::<T>::NotMember)?;
		// Also holds if the signer already has the seat.
		ensure!(T::Electorate::owner_of(&member.account) != Some(owner), Error::<T>::SeatStillHeld);
		let from = core::mem::replace(&mut member.account, who.clone());
		Self::set_members(members);
		Self::deposit_event(Event::SeatMoved { owner, from, to: who });
		Ok(())
	}

	/// The owner that `who` represents.
	///
	/// ## Errors
	/// [`Error::NotOwner`], [`Error::NotRepresentative`].
	fn represented_by(who: &T::AccountId) -> Result<OwnerId, DispatchError> {
		T::Electorate::represented_by(who).ok_or_else(|| match T::Electorate::owner_of(who) {
			Some(_) => Error::<T>::NotRepresentative.into(),
			None => Error::<T>::NotOwner.into(),
		})
	}
}
