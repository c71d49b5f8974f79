// SPDX-License-Identifier: Apache-2.0

//! The committee: its seats, terms and vacancies (D33). Members are set here and nowhere else.

use crate::{pallet::*, types::*, CertificateOf, MembersOf};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{
	ensure,
	traits::{ChangeMembers, EnsureOrigin, OriginTrait},
};
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{
	traits::{Clock, Electorate, SittingCommittee},
	Moment, OwnerId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Seats those whom an election brought, if they still own something; the reserve takes the others' places. The
	/// former committee goes.
	pub(crate) fn seat_elected(id: ProposalId, seats: u32, term: Moment) -> DispatchResult {
		let certificate = Certificates::<T>::get(id).ok_or(Error::<T>::WrongState)?;
		Self::ensure_latest(id, &certificate)?;
		LatestElection::<T>::put(id);
		let candidates = Candidates::<T>::get(id);
		let named = |places: &[u8]| {
			let places = places.iter();
			places.filter_map(|place| candidates.get(usize::from(*place)).cloned()).collect::<Vec<_>>()
		};
		let mut line = named(&certificate.elected);
		let size = line.len();
		line.extend(named(&certificate.reserve));
		let mut line = line.into_iter().filter_map(Self::still_able);
		let members = MembersOf::<T>::truncate_from(line.by_ref().take(size).collect());
		ensure!(!members.is_empty(), Error::<T>::NobodyToSeat);
		Reserve::<T>::put(MembersOf::<T>::truncate_from(line.collect()));
		let begins = T::Clock::now();
		let ends = begins.checked_add(term).ok_or(Error::<T>::Overflow)?;
		CurrentTerm::<T>::put(Term { election: id, seats, begins, ends });
		Self::set_members(members.clone());
		Self::deposit_event(Event::CommitteeSeated { proposal: id, members, ends });
		Self::schedule(id, ends, Call::expire_term {});
		Ok(())
	}

	/// What the owners said last holds: an election whose vote was closed before that of those who sit, or sat last,
	/// comes too late.
	fn ensure_latest(id: ProposalId, certificate: &CertificateOf<T>) -> DispatchResult {
		let later = LatestElection::<T>::get()
			.and_then(|other| Some((Certificates::<T>::get(other)?.closed, other)))
			.is_some_and(|other| other > (certificate.closed, id));
		ensure!(!later, Error::<T>::NewerCommittee);
		Ok(())
	}

	/// A candidate who still owns voting units, with the account that represents the owner now.
	fn still_able(candidate: Candidate<T::AccountId>) -> Option<Member<T::AccountId>> {
		let Candidate { owner, account } = candidate;
		if T::Register::power_at(owner, Self::record_block(), None).is_zero() {
			return None;
		}
		Some(Member { owner, account: T::Register::representative(owner).unwrap_or(account) })
	}

	/// Sets the members here and in the collective.
	pub(crate) fn set_members(members: MembersOf<T>) {
		let old = accounts_of::<T>(&Committee::<T>::get());
		let new = accounts_of::<T>(&members);
		T::Committee::set_members_sorted(&new, &old);
		Committee::<T>::put(members);
	}

	pub(crate) fn do_resign(who: &T::AccountId) -> DispatchResult {
		let owner = Self::seat_of(who).ok_or(Error::<T>::NotMember)?;
		Self::vacate_seat(owner, Vacancy::Resigned)
	}

	/// The owner whose seat `account` has. Nobody has one when the term is over, whether that was noted or not.
	pub fn seat_of(account: &T::AccountId) -> Option<OwnerId> {
		CurrentTerm::<T>::get().filter(|term| T::Clock::now() < term.ends)?;
		let members = Committee::<T>::get();
		members.iter().find(|member| member.account == *account).map(|member| member.owner)
	}

	pub(crate) fn do_recall(owner: OwnerId, election: ProposalId) -> DispatchResult {
		let term = CurrentTerm::<T>::get().ok_or(Error::<T>::NoCommittee)?;
		ensure!(term.election == election, Error::<T>::OtherCommittee);
		Self::vacate_seat(owner, Vacancy::Recalled)
	}

	pub(crate) fn do_vacate(owner: OwnerId) -> DispatchResult {
		// First, so that it is not said of strangers that they own nothing.
		ensure!(Committee::<T>::get().iter().any(|member| member.owner == owner), Error::<T>::NotMember);
		ensure!(T::Register::power_at(owner, Self::record_block(), None).is_zero(), Error::<T>::StillOwner);
		Self::vacate_seat(owner, Vacancy::NotAnOwner)
	}

	/// Takes a seat, and gives it to the first of the reserve who can sit. Those passed over leave the reserve.
	pub(crate) fn vacate_seat(owner: OwnerId, cause: Vacancy) -> DispatchResult {
		let mut members = Committee::<T>::get();
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
		Ok(())
	}

	pub(crate) fn do_take_seat(owner: OwnerId, who: T::AccountId) -> DispatchResult {
		let mut members = Committee::<T>::get();
		let member = members.iter_mut().find(|member| member.owner == owner).ok_or(Error::<T>::NotMember)?;
		// Also if it is the signer's own: then it acts for the owner.
		ensure!(T::Register::owner_of(&member.account) != Some(owner), Error::<T>::SeatNotLost);
		let from = core::mem::replace(&mut member.account, who.clone());
		Self::set_members(members);
		Self::deposit_event(Event::SeatMoved { owner, from, to: who });
		Ok(())
	}

	pub(crate) fn do_expire_term() -> DispatchResult {
		let term = CurrentTerm::<T>::get().ok_or(Error::<T>::NoCommittee)?;
		ensure!(T::Clock::now() >= term.ends, Error::<T>::TermRunning);
		Self::set_members(Default::default());
		Committee::<T>::kill();
		Reserve::<T>::kill();
		CurrentTerm::<T>::kill();
		Self::deposit_event(Event::TermExpired { proposal: term.election });
		Ok(())
	}
}

/// The members' accounts in order, as collectives want them.
pub(crate) fn accounts_of<T: Config>(members: &[Member<T::AccountId>]) -> Vec<T::AccountId> {
	let mut accounts: Vec<_> = members.iter().map(|member| member.account.clone()).collect();
	accounts.sort();
	accounts
}

/// A member of the committee, signing alone. Succeeds with the account.
pub struct EnsureMember<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsureMember<T> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>) -> Result<Self::Success, OriginFor<T>> {
		match origin.as_signer() {
			Some(who) if Pallet::<T>::seat_of(who).is_some() => Ok(who.clone()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		let account: T::AccountId = frame_benchmarking::account("member", 0, 0);
		let members =
			MembersOf::<T>::truncate_from(alloc::vec![Member { owner: OwnerId::MAX, account: account.clone() }]);
		Pallet::<T>::set_members(members);
		CurrentTerm::<T>::put(Term { election: 0, seats: 1, begins: 0, ends: Moment::MAX });
		Ok(OriginFor::<T>::signed(account))
	}
}

impl<T: Config> SittingCommittee for Pallet<T> {
	fn sits() -> bool {
		let runs = CurrentTerm::<T>::get().is_some_and(|term| T::Clock::now() < term.ends);
		runs && !Committee::<T>::get().is_empty()
	}

	#[cfg(feature = "runtime-benchmarks")]
	#[allow(clippy::expect_used, reason = "benchmarks only")]
	fn seat() {
		crate::benchmarking::seat_full_committee::<T>().expect("a committee can be elected");
	}
}
