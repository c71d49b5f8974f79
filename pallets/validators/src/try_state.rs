// SPDX-License-Identifier: Apache-2.0

//! The invariants that hold after every block, one function each.

use crate::{
	finality::ReviveFinality,
	pallet::*,
	types::{Standing, MAX_CHANGES},
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::Get};
use linli_primitives::traits::Clock;
use pallet_session::{CurrentIndex, Validators};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_roll()?;
		Self::try_times()?;
		Self::try_serving()?;
		Self::try_activities()?;
		Self::try_heard()?;
		Self::try_sessions()?;
		Self::try_keys()?;
		Self::try_changes()?;
		Self::try_revival()?;
		Self::try_sustained()
	}

	/// Each account is on the roll once, and somebody is in service, unless the chain has no validators at all, as in
	/// tests of other pallets.
	pub(crate) fn try_roll() -> Result<(), TryRuntimeError> {
		let roll = Roll::<T>::get();
		let accounts: BTreeSet<_> = roll.iter().map(|validator| &validator.account).collect();
		ensure!(accounts.len() == roll.len(), "validators: an account is on the roll twice");
		let without = roll.is_empty() && Validators::<T>::get().is_empty();
		ensure!(without || roll.iter().any(|validator| validator.in_service()), "validators: nobody is in service");
		Ok(())
	}

	/// Nothing on the roll happened in the future, or in a session that is too far ahead.
	pub(crate) fn try_times() -> Result<(), TryRuntimeError> {
		let (now, session) = (<T as Config>::Clock::now(), CurrentIndex::<T>::get());
		for validator in Roll::<T>::get() {
			let dropped = match validator.standing {
				Standing::InService => 0,
				Standing::Dropped { at, .. } => at,
			};
			let latest = validator.since.max(dropped).max(validator.serving.unwrap_or(0));
			ensure!(latest <= now, "validators: a validator was added, dropped or joined in the future");
			ensure!(validator.from <= session.saturating_add(1), "validators: offences count from too late on");
			ensure!(
				validator.offended.is_none_or(|offended| validator.from <= offended && offended <= session),
				"validators: an offence counts that should not"
			);
		}
		Ok(())
	}

	/// Those that the roll says serve are those on the roll that are in the set. Only they are shown as silent.
	pub(crate) fn try_serving() -> Result<(), TryRuntimeError> {
		let set = Validators::<T>::get();
		for validator in Roll::<T>::get() {
			ensure!(
				validator.serving.is_some() == set.contains(&validator.account),
				"validators: the roll and the set of the session disagree"
			);
			let may_be_silent = validator.in_service() && validator.serving.is_some();
			ensure!(may_be_silent || !validator.silent, "validators: one that does not serve is shown as silent");
		}
		Ok(())
	}

	/// Everybody in the set has an activity, and nobody who is neither in the set nor on the roll.
	pub(crate) fn try_activities() -> Result<(), TryRuntimeError> {
		let set: BTreeSet<_> = Validators::<T>::get().into_iter().collect();
		let roll: BTreeSet<_> = Roll::<T>::get().into_iter().map(|validator| validator.account).collect();
		let active: BTreeSet<_> = Activities::<T>::iter_keys().collect();
		ensure!(set.is_subset(&active), "validators: one in the set has no activity");
		ensure!(
			active.iter().all(|account| set.contains(account) || roll.contains(account)),
			"validators: a stranger has an activity"
		);
		Ok(())
	}

	/// Nobody was heard in the future.
	pub(crate) fn try_heard() -> Result<(), TryRuntimeError> {
		let lived = <T as Config>::Clock::lived();
		ensure!(
			Activities::<T>::iter_values().all(|activity| activity.heard <= lived),
			"validators: one was heard in the future"
		);
		Ok(())
	}

	/// The first blocks are known for the current session and as many before it as are kept, in order.
	pub(crate) fn try_sessions() -> Result<(), TryRuntimeError> {
		let current = CurrentIndex::<T>::get();
		let oldest = current.saturating_sub(T::HistoryDepth::get());
		let known: BTreeSet<_> = SessionStarts::<T>::iter_keys().collect();
		ensure!(known == (oldest..=current).collect(), "validators: first blocks of sessions are missing or left over");
		let starts: Vec<_> = known.into_iter().filter_map(SessionStarts::<T>::get).collect();
		let ordered = starts.iter().zip(starts.iter().skip(1)).all(|(first, second)| first < second);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(ordered && starts.last().is_none_or(|last| *last <= now), "validators: sessions are not in order");
		Ok(())
	}

	/// Keys are known for the same sessions, and those of the current one are those of its set.
	pub(crate) fn try_keys() -> Result<(), TryRuntimeError> {
		let sessions: BTreeSet<_> = SessionStarts::<T>::iter_keys().collect();
		let known: BTreeSet<_> = SigningKeys::<T>::iter_keys().collect();
		ensure!(known == sessions, "validators: keys of sessions are missing or left over");
		let (set, keys) = (Validators::<T>::get(), SigningKeys::<T>::get(CurrentIndex::<T>::get()));
		// Without anybody who has keys, those of the session before go on.
		let same = keys.iter().map(|keys| &keys.account).eq(&set);
		ensure!(set.is_empty() || same, "validators: the keys of the session are not those of its set");
		Ok(())
	}

	/// Changes are known for as many sets before the current one as are kept. They are in order, and in the past.
	pub(crate) fn try_changes() -> Result<(), TryRuntimeError> {
		let current = T::Finality::current_set();
		let known: BTreeSet<_> = SetChanges::<T>::iter_keys().collect();
		let kept: BTreeSet<_> = (current.saturating_sub(MAX_CHANGES)..current).collect();
		ensure!(known == kept, "validators: changes of the set are missing or left over");
		let changes: Vec<_> = known.into_iter().filter_map(SetChanges::<T>::get).collect();
		// The first change after a revival may begin with the block after which finality was revived.
		let ordered = changes.iter().zip(changes.iter().skip(1)).all(|(one, next)| one.start <= next.start);
		let now = frame_system::Pallet::<T>::block_number();
		let past = changes.last().is_none_or(|last| last.start <= now && last.at <= <T as Config>::Clock::now());
		ensure!(ordered && past, "validators: changes are not in order");
		Ok(())
	}

	/// A revival was announced in the past, names a block before, and nobody twice.
	pub(crate) fn try_revival() -> Result<(), TryRuntimeError> {
		let Some(revival) = PendingRevival::<T>::get() else {
			return Ok(());
		};
		let past = revival.announced <= <T as Config>::Clock::now() && revival.lived <= <T as Config>::Clock::lived();
		ensure!(past, "validators: a revival was announced in the future");
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(revival.number < now, "validators: a revival names a block to come");
		let distinct: BTreeSet<_> = revival.drop.iter().collect();
		ensure!(distinct.len() == revival.drop.len(), "validators: a revival names a validator twice");
		ensure!(revival.number >= RevivedAfter::<T>::get(), "validators: a revival names a block before the last one");
		ensure!(revival.set <= T::Finality::current_set(), "validators: a revival names a set to come");
		ensure!(
			RevivalEnded::<T>::get().is_none_or(|ended| ended <= CurrentIndex::<T>::get()),
			"validators: a revival ended in a session to come"
		);
		Ok(())
	}

	/// This pallet holds a reference to each account on the roll, and all accounts to which it does exist.
	pub(crate) fn try_sustained() -> Result<(), TryRuntimeError> {
		ensure!(
			Roll::<T>::get().iter().all(|validator| Sustained::<T>::contains_key(&validator.account)),
			"validators: an account on the roll may cease to exist"
		);
		ensure!(
			Sustained::<T>::iter_keys().all(|account| frame_system::Pallet::<T>::providers(&account) > 0),
			"validators: a reference is gone"
		);
		Ok(())
	}
}
