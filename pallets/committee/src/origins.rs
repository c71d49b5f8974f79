// SPDX-License-Identifier: Apache-2.0

//! The origin of calls that this pallet schedules, that of the committee, and that of a single member.

use crate::pallet::{Config, Pallet};
#[cfg(feature = "runtime-benchmarks")]
use crate::{
	pallet::{CurrentTerm, Seats},
	types::{Member, Term},
	MembersOf,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::traits::{EnsureOrigin, OriginTrait};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// The origin of calls that this pallet schedules.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Origin {
	/// A scheduled call that anyone may make when it is due. It authorizes no other call.
	#[codec(index = 0)]
	Due,
}

impl<T: Config> Pallet<T> {
	/// Ensures that the origin is signed by anyone, or that of a scheduled call.
	pub(crate) fn ensure_anyone(origin: OriginFor<T>) -> DispatchResult {
		match origin.caller().clone().try_into() {
			Ok(Origin::Due) => Ok(()),
			Err(_) => ensure_signed(origin).map(|_| ()).map_err(Into::into),
		}
	}
}

/// Ensures the committee: a motion for which a majority of all its seats voted, vacant ones included, while its term
/// runs and at least the minimum of members sits. Every call that takes the committee asks this and nothing else.
pub struct EnsureCommittee<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsureCommittee<T> {
	type Success = ();

	fn try_origin(origin: OriginFor<T>) -> Result<Self::Success, OriginFor<T>> {
		let (ayes, _) = T::MotionOrigin::try_origin(origin.clone())?;
		match Pallet::<T>::running_term() {
			Some(term) if term.can_act(Pallet::<T>::member_count()) && ayes.saturating_mul(2) > term.seats => Ok(()),
			_ => Err(origin),
		}
	}

	/// Has one member carry a motion alone, whatever committee sits.
	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		use linli_primitives::{Moment, OwnerId};
		if Seats::<T>::get().is_empty() {
			let account: T::AccountId = frame_benchmarking::account("member", 0, 0);
			let member = Member { owner: OwnerId::MAX, account };
			Pallet::<T>::set_members(MembersOf::<T>::truncate_from(alloc::vec![member]));
		}
		let election = CurrentTerm::<T>::get().map_or(0, |term| term.election);
		CurrentTerm::<T>::put(Term {
			election,
			seats: 1,
			minimum: 1,
			begins: 0,
			ends: Moment::MAX,
			succession: Moment::MAX,
		});
		T::MotionOrigin::try_successful_origin()
	}
}

/// Ensures that the origin is signed by a member of the committee. Succeeds with the account.
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
		use linli_primitives::{Moment, OwnerId};
		let account: T::AccountId = frame_benchmarking::account("member", 0, 0);
		let member = Member { owner: OwnerId::MAX, account: account.clone() };
		Pallet::<T>::set_members(MembersOf::<T>::truncate_from(alloc::vec![member]));
		CurrentTerm::<T>::put(Term {
			election: 0,
			seats: 1,
			minimum: 1,
			begins: 0,
			ends: Moment::MAX,
			succession: Moment::MAX,
		});
		Ok(OriginFor::<T>::signed(account))
	}
}
