// SPDX-License-Identifier: Apache-2.0

//! The set of each session. It changes here and nowhere else, so that every change is an ordinary one of Aura and
//! GRANDPA, finalised by the set before it.

use crate::{
	finality::ReviveFinality,
	pallet::*,
	types::{Activity, DropCause, RevivalPhase, SetChange, MAX_CHANGES},
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::traits::Get;
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::traits::Clock;
use pallet_session::{NextKeys, QueuedChanged, QueuedKeys, Validators};
use sp_staking::SessionIndex;

impl<T: Config> pallet_session::SessionManager<T::AccountId> for Pallet<T> {
	/// Plans the session after the next: `None` if its set and their keys are those of the next.
	fn new_session(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::plan()
	}

	/// Plans the first two sessions. Before this pallet's genesis is built, all those with keys serve.
	fn new_session_genesis(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		if Roll::<T>::get().is_empty() {
			let with_keys: BTreeSet<_> = NextKeys::<T>::iter_keys().collect();
			Some(with_keys.into_iter().collect())
		} else {
			Self::plan()
		}
	}

	fn start_session(index: SessionIndex) {
		let start = frame_system::Pallet::<T>::block_number();
		SessionStarts::<T>::insert(index, start);
		Self::keep_keys(index);
		if let Some(oldest) = index.checked_sub(T::HistoryDepth::get()).filter(|oldest| *oldest > 0) {
			SessionStarts::<T>::remove(oldest.saturating_sub(1));
			SigningKeys::<T>::remove(oldest.saturating_sub(1));
		}
		if !Self::revive_if_dropped() && QueuedChanged::<T>::get() {
			Self::note_change(SetChange { start, at: Self::block_time(), before: Self::set_before() });
		}
		Self::settle_revival();
		Self::note_serving();
	}

	fn end_session(_: SessionIndex) {}
}

impl<T: Config> Pallet<T> {
	/// The set of the session after the next, by account. `None` if nothing changes, or if nobody has keys: then Aura
	/// and GRANDPA keep the authorities that they have.
	///
	/// It has a living member if the set that begins now has one: a set of the dead would never write a block again.
	/// Only operators can end the chain, by taking their nodes or keys away.
	fn plan() -> Option<Vec<T::AccountId>> {
		let next = QueuedKeys::<T>::get();
		let mut accounts: BTreeSet<T::AccountId> = if Self::changes_wait() {
			next.iter().map(|(account, _)| account.clone()).collect()
		} else {
			Self::drop_those_without_keys();
			let roll = Roll::<T>::get();
			roll.iter().filter(|validator| validator.in_service()).map(|validator| validator.account.clone()).collect()
		};
		let roll = Roll::<T>::get();
		let mut planned = Self::with_keys(accounts.iter().cloned());
		if !planned.iter().any(|(account, _)| Self::writes(&roll, account)) {
			// Those that write blocks go on, dropped or removed as they may be, until another one does.
			let writing = next.iter().map(|(account, _)| account).filter(|account| Self::writes(&roll, account));
			accounts.extend(writing.cloned());
			planned = Self::with_keys(accounts);
		}
		if planned.is_empty() {
			// Those that serve go on, if they still can, until somebody is ready.
			planned = Self::with_keys(next.iter().map(|(account, _)| account.clone()));
		}
		// A set that is named again counts as changed: GRANDPA's set id would grow with each session.
		if planned.is_empty() || planned == next {
			return None;
		}
		Some(planned.into_iter().map(|(account, _)| account).collect())
	}

	/// Those of the accounts that have keys, with them.
	fn with_keys(accounts: impl IntoIterator<Item = T::AccountId>) -> Vec<(T::AccountId, T::Keys)> {
		let keys = |account| NextKeys::<T>::get(&account).map(|keys| (account, keys));
		accounts.into_iter().filter_map(keys).collect()
	}

	/// Changes of the set wait while a revival is in public: see [`Pallet::announce_revival`].
	fn changes_wait() -> bool {
		PendingRevival::<T>::get().is_some_and(|revival| revival.phase == RevivalPhase::Announced)
	}

	/// A validator that serves and whose keys are gone has left. The last one alive is expected back.
	fn drop_those_without_keys() {
		let mut roll = Roll::<T>::get();
		let gone: Vec<_> = roll
			.iter()
			.enumerate()
			.filter(|(_, validator)| {
				let serves = validator.in_service() && validator.serving.is_some();
				serves && !NextKeys::<T>::contains_key(&validator.account)
			})
			.map(|(position, _)| position)
			.collect();
		let mut dropped = false;
		for position in gone {
			dropped |= Self::drop_at(&mut roll, position, DropCause::KeysPurged);
		}
		if dropped {
			Roll::<T>::put(roll);
		}
	}

	/// Notes that the set changes with this session: GRANDPA counts it as soon as it learns of it. The oldest change
	/// gives way.
	pub(crate) fn note_change(change: SetChange<BlockNumberFor<T>>) {
		let before = T::Finality::current_set();
		SetChanges::<T>::insert(before, change);
		if let Some(oldest) = before.checked_sub(MAX_CHANGES) {
			SetChanges::<T>::remove(oldest);
		}
	}

	/// How many were in the set of the session that ended. The session pallet has forgotten it; the roll still says
	/// which of it served, and of those that were removed only such as served have an activity.
	fn set_before() -> u32 {
		let roll = Roll::<T>::get();
		let served = roll.iter().filter(|validator| validator.serving.is_some()).count();
		let removed = Activities::<T>::iter_keys()
			.filter(|account| roll.iter().all(|validator| validator.account != *account))
			.count();
		u32::try_from(served.saturating_add(removed)).unwrap_or(u32::MAX)
	}

	/// Notes who serves from this session on, and who has fallen silent. What is known of others is dropped.
	fn note_serving() {
		let set: BTreeSet<_> = Validators::<T>::get().into_iter().collect();
		let now = Self::block_time();
		let mut roll = Roll::<T>::get();
		for validator in &mut roll {
			let account = validator.account.clone();
			match (validator.serving, set.contains(&account)) {
				(None, true) => {
					let heard = <T as Config>::Clock::lived();
					Activities::<T>::mutate(&account, |activity| {
						*activity = Some(Activity { heard, ..activity.unwrap_or_default() });
					});
					validator.serving = Some(now);
					Self::deposit_event(Event::ValidatorJoined { account });
				}
				// Genesis has no time: silence is counted from here.
				(Some(_), true) => Activities::<T>::mutate(&account, |activity| {
					let known = activity.unwrap_or_default();
					if known.heard == 0 {
						*activity = Some(Activity { heard: <T as Config>::Clock::lived(), ..known });
					}
				}),
				(Some(_), false) => {
					validator.serving = None;
					validator.silent = false;
					Self::deposit_event(Event::ValidatorLeft { account });
				}
				_ => (),
			}
		}
		// One that was removed after its session was planned joins all the same, and leaves with the next change.
		for account in set.iter().filter(|account| roll.iter().all(|validator| validator.account != **account)) {
			if !Activities::<T>::contains_key(account) {
				let heard = <T as Config>::Clock::lived();
				Activities::<T>::insert(account, Activity { heard, ..Activity::default() });
			}
		}
		Self::show_silence(&mut roll);
		let strangers: Vec<_> = Activities::<T>::iter_keys()
			.filter(|account| !set.contains(account) && roll.iter().all(|validator| validator.account != *account))
			.collect();
		for account in strangers {
			Activities::<T>::remove(account);
		}
		Roll::<T>::put(roll);
	}

	/// The session whose set wrote the block: `None` if it is too old.
	pub(crate) fn wrote_in(number: BlockNumberFor<T>, session: SessionIndex) -> bool {
		let begun = SessionStarts::<T>::get(session).is_some_and(|start| start < number);
		let next = session.checked_add(1).and_then(SessionStarts::<T>::get);
		begun && next.is_none_or(|next| number <= next)
	}
}
