// SPDX-License-Identifier: Apache-2.0

//! The term, its end, and the election of the next committee before it.

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
use linli_primitives::{
	blocks::block_at,
	calendar::DAY,
	traits::{ByElections, Clock},
	Moment, ProposalId,
};
use sp_runtime::DispatchResult;

/// What the election of the next committee has beyond the time that it takes, in ms: for late blocks, and for short
/// standstills, which its times do not count.
pub(crate) const RESERVE_TIME: Moment = 3 * DAY;

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
		FormerTerm::<T>::put(term);
		Self::deposit_event(Event::TermExpired { election: term.election });
		// The election before the end of the term came to nothing, or is still open.
		Self::try_call_election(&term);
		Ok(())
	}

	/// The time from which the election of the next committee is called: so long before the end of the term as it
	/// takes, at most half of the term.
	pub(crate) fn succession(begins: Moment, ends: Moment) -> Moment {
		let length = ends.saturating_sub(begins);
		let lead = match T::Elections::lead_time() {
			0 => 0,
			time => time.saturating_add(RESERVE_TIME),
		};
		ends.saturating_sub(lead.min(length.checked_div(2).unwrap_or_default()))
	}

	/// Schedules a call that anyone can make from `due` on, for the first block that cannot be too early. If the agenda
	/// is full, somebody has to make it.
	pub(crate) fn schedule(election: ProposalId, due: Moment, call: Call<T>) {
		let current = frame_system::Pallet::<T>::block_number();
		let block = block_at(due, T::Clock::now(), T::BlockTime::get(), current);
		let origin = OriginFor::<T>::from(Origin::Due).into_caller();
		// The call is only a few bytes long and needs no preimage.
		let scheduled = BoundedInline::try_from(CallOf::<T>::from(call).encode()).is_ok_and(|call| {
			let call = Bounded::Inline(call);
			T::Scheduler::schedule(DispatchTime::At(block), None, LOWEST_PRIORITY, origin, call).is_ok()
		});
		if !scheduled {
			Self::deposit_event(Event::NotScheduled { election });
		}
	}
}
