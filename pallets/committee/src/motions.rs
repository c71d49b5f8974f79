// SPDX-License-Identifier: Apache-2.0

//! Room for motions, shared out among the members (D53): otherwise one of them could fill all places of the collective
//! and keep the others from moving anything for as long as a motion is open.
//!
//! The collective asks for a ticket whenever a member opens a motion; [`MotionPlace`] is that ticket. It costs nothing
//! and is not kept by the collective, which would have to be told to give it back. The pallet remembers who moved what
//! and forgets it once the motion is closed, when it looks next.

use crate::{pallet::*, MotionsOf};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::{
	ensure,
	traits::{Consideration, Get, MaybeConsideration},
	CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use linli_primitives::OwnerId;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The number of motions that each member can have open: the places divided by the members, at least one.
	pub fn motions_per_member() -> u32 {
		let members = u32::try_from(Seats::<T>::get().len()).unwrap_or(u32::MAX).max(1);
		T::MaxMotions::get().checked_div(members).unwrap_or_default().max(1)
	}

	/// Whether the member can open one more motion: `false` for others, and after the term.
	pub fn has_room_for_motion(mover: &T::AccountId) -> bool {
		Self::seat_of(mover).is_some_and(Self::has_place_left)
	}

	/// Whether the member has a place left. Counted by owner: a member who moves the seat to another account has the
	/// same places.
	fn has_place_left(member: OwnerId) -> bool {
		let open = Self::open_movers().iter().filter(|(_, other)| *other == member).count();
		u32::try_from(open).is_ok_and(|open| open < Self::motions_per_member())
	}

	/// Gives the motion that the collective has just listed to its mover.
	fn take_place(mover: &T::AccountId) -> DispatchResult {
		let member = Self::seat_of(mover).ok_or(Error::<T>::NotMember)?;
		ensure!(Self::has_place_left(member), Error::<T>::TooManyMotions);
		let mut open = T::OpenMotions::get();
		let Some(opened) = open.pop() else { return Ok(()) };
		let mut movers = Movers::<T>::get();
		// Also the mover of an earlier motion of the same hash, which was closed.
		movers.retain(|(motion, _)| open.contains(motion));
		movers.try_push((opened, member)).map_err(|_| Error::<T>::TooManyMotions)?;
		Movers::<T>::put(movers);
		Ok(())
	}

	/// Drops all open motions, as when a committee takes its seats or its term ends: otherwise the one before could
	/// leave it no place for as long as a motion is open.
	pub(crate) fn drop_motions() {
		T::OpenMotions::get().into_iter().for_each(T::DropMotion::drop_motion);
		Movers::<T>::kill();
	}

	/// Who moved the motions that are open.
	fn open_movers() -> MotionsOf<T> {
		let open = T::OpenMotions::get();
		let mut movers = Movers::<T>::get();
		movers.retain(|(motion, _)| open.contains(motion));
		movers
	}
}

/// Drops motions of the collective.
pub trait DropMotion<Hash> {
	/// Drops an open motion, without a vote.
	fn drop_motion(motion: Hash);
}

/// A place for one motion.
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[scale_info(skip_type_params(T))]
pub struct MotionPlace<T: Config>(PhantomData<fn() -> T>);

impl<T: Config> Consideration<T::AccountId, u32> for MotionPlace<T> {
	fn new(mover: &T::AccountId, _open: u32) -> Result<Self, DispatchError> {
		Pallet::<T>::take_place(mover)?;
		Ok(Self(PhantomData))
	}

	fn update(self, _mover: &T::AccountId, _open: u32) -> Result<Self, DispatchError> {
		Ok(self)
	}

	fn drop(self, _mover: &T::AccountId) -> Result<(), DispatchError> {
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(_mover: &T::AccountId, _open: u32) {}
}

impl<T: Config> MaybeConsideration<T::AccountId, u32> for MotionPlace<T> {
	/// Nothing is to be given back.
	fn is_none(&self) -> bool {
		true
	}
}
