// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of each call in the worst case: the maximum number of members, and of motions open in their collective,
//! on each of which all members have voted.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)] // Benchmarks are not part of the production runtime.

use crate::{
	pallet::*,
	seats::accounts_of,
	types::{Member, Term},
	MembersOf,
};
use alloc::vec::Vec;
use frame_benchmarking::{account, v2::*, BenchmarkError};
use frame_support::traits::EnsureOrigin;
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use linli_primitives::{
	calendar::DAY, traits::ElectedCommittee, BuildingId, ElectionResult, Moment, OwnerId, MAX_CANDIDATES,
};

const START: Moment = 1_795_397_400_000;

/// Set-up that the runtime provides for benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the time to `now`, in ms since 1970.
	fn set_time(now: Moment);

	/// Adds an owner with `account` as representative and a home of 90 m² in each of `buildings`. The units count from
	/// the current block on.
	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId;

	/// Opens the maximum number of motions in the collective, and has all `members` of it vote on each.
	fn open_motions(members: &[AccountId]);
}

impl<T: Config> Pallet<T> {
	/// Seats a full committee with the maximum number of open motions, and one eligible owner in reserve. Any election
	/// that closes later can replace it.
	pub fn fill_committee() {
		let owners = (0..MAX_CANDIDATES).map(|index| {
			let account: T::AccountId = account("seat", index, 0);
			Member { owner: T::BenchmarkHelper::add_owner(&account, &[0]), account }
		});
		let mut elected: Vec<_> = owners.collect();
		let reserve = elected.pop().into_iter().collect::<Vec<_>>();
		// The owners have voting power from the end of the block on.
		let next = frame_system::Pallet::<T>::block_number() + 1u32.into();
		frame_system::Pallet::<T>::set_block_number(next);
		Self::seat(ElectionResult {
			election: 0,
			closed: 0,
			seats: MAX_CANDIDATES - 1,
			minimum: 1,
			term: DAY,
			elected: MembersOf::<T>::truncate_from(elected),
			reserve: MembersOf::<T>::truncate_from(reserve),
		})
		.expect("there was no election before");
		T::BenchmarkHelper::open_motions(&accounts_of::<T>(&Seats::<T>::get()));
		// Only the events of the benchmarked call count.
		frame_system::Pallet::<T>::reset_events();
	}
}

/// Seats a full committee. Returns its first member.
fn full_committee<T: Config>() -> Member<T::AccountId> {
	frame_system::Pallet::<T>::set_block_number(1u32.into());
	T::BenchmarkHelper::set_time(START);
	Pallet::<T>::fill_committee();
	Seats::<T>::get().first().cloned().expect("the committee sits")
}

/// Leaves too few members for the seats, so that each vacancy calls a by-election, although the reserve fills it.
fn leave_too_few<T: Config>() {
	// Brings a rule book, without which no election can be called.
	T::RecallOrigin::try_successful_origin().expect("the owners can decide");
	CurrentTerm::<T>::mutate(|term| {
		if let Some(term) = term {
			term.seats = MAX_CANDIDATES.saturating_mul(2);
		}
	});
}

/// Changes the first member, in the seats and in the collective.
fn change_first<T: Config>(change: impl FnOnce(&mut Member<T::AccountId>)) {
	let mut members = Seats::<T>::get();
	change(members.iter_mut().next().expect("the committee sits"));
	Pallet::<T>::set_members(members);
}

fn has_seat<T: Config>(owner: OwnerId) -> bool {
	Seats::<T>::get().iter().any(|member| member.owner == owner)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn resign() {
		let member = full_committee::<T>();
		leave_too_few::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(member.account));

		assert!(!has_seat::<T>(member.owner));
	}

	#[benchmark]
	fn recall() -> Result<(), BenchmarkError> {
		let member = full_committee::<T>();
		leave_too_few::<T>();
		let origin = T::RecallOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let election = CurrentTerm::<T>::get().map(|term: Term| term.election).ok_or("the committee sits")?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, member.owner, election);

		assert!(!has_seat::<T>(member.owner));
		Ok(())
	}

	#[benchmark]
	fn vacate() {
		full_committee::<T>();
		leave_too_few::<T>();
		// An owner without units.
		change_first::<T>(|member| member.owner = OwnerId::MAX);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), OwnerId::MAX);

		assert!(!has_seat::<T>(OwnerId::MAX));
	}

	#[benchmark]
	fn take_seat() {
		let who = full_committee::<T>().account;
		// An account that no longer acts for the owner.
		change_first::<T>(|member| member.account = account("lost", 0, 0));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Seats::<T>::get().iter().any(|member| member.account == who));
	}

	#[benchmark]
	fn expire_term() {
		full_committee::<T>();
		T::BenchmarkHelper::set_time(START + DAY);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)));

		assert!(CurrentTerm::<T>::get().is_none());
	}

	#[benchmark]
	fn call_by_election() {
		full_committee::<T>();
		leave_too_few::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)));

		assert!(CurrentTerm::<T>::get().is_some_and(|term| !term.can_act(MAX_CANDIDATES)));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::benchmark_externalities(), crate::mock::Test);
}
