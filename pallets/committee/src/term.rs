// SPDX-License-Identifier: Apache-2.0

//! The term and its end.

use crate::{pallet::*, types::Term, CallOf, Origin};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{
		schedule::{v3::Anon, DispatchTime, LOWEST_PRIORITY},
		Bounded, BoundedInline, Get, OriginTrait,
	},
};
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{blocks::block_at, traits::Clock, Moment, ProposalId};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// The current term, unless it is over.
	pub(crate) fn running_term() -> Option<Term> {
		CurrentTerm::<T>::get().filter(|term| T::Clock::now() < term.ends)
	}

	pub(crate) fn do_expire_term() -> DispatchResult {
		let term = CurrentTerm::<T>::get().ok_or(Error::<T>::CommitteeNotFound)?;
		ensure!(T::Clock::now() >= term.ends, Error::<T>::TermRunning);
		Self::drop_motions();
		Self::set_members(Default::default());
		Seats::<T>::kill();
		Reserve::<T>::kill();
		CurrentTerm::<T>::kill();
		Self::deposit_event(Event::TermExpired { election: term.election });
		Ok(())
	}

	/// Schedules the end of the term for the first block that cannot be too early. If the agenda is full, somebody has
	/// to call [`Pallet::expire_term`] instead.
	pub(crate) fn schedule_expiry(election: ProposalId, ends: Moment) {
		let current = frame_system::Pallet::<T>::block_number();
		let block = block_at(ends, T::Clock::now(), T::BlockTime::get(), current);
		let origin = OriginFor::<T>::from(Origin::Due).into_caller();
		// The call is only a few bytes long and needs no preimage.
		let scheduled = BoundedInline::try_from(CallOf::<T>::from(Call::expire_term {}).encode()).is_ok_and(|call| {
			let call = Bounded::Inline(call);
			T::Scheduler::schedule(DispatchTime::At(block), None, LOWEST_PRIORITY, origin, call).is_ok()
		});
		if !scheduled {
			Self::deposit_event(Event::NotScheduled { election });
		}
	}
}
