// SPDX-License-Identifier: Apache-2.0

//! The way out when finality stalls for good: in public, with notice, and without the dead (D44).

use crate::{
	finality::ReviveFinality,
	pallet::*,
	types::{
		self, Accounts, Announcer, DropCause, Revival, RevivalPhase, SetChange, Tolerance, Validator, CHECKED_CHANGES,
		MAX_CHANGES, NOTICE, PAUSE,
	},
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::EnsureOrigin};
use frame_system::pallet_prelude::{BlockNumberFor, OriginFor};
use linli_primitives::traits::Clock;
use pallet_session::CurrentIndex;
use sp_consensus_grandpa::SetId;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Ensures that the origin may announce a revival and cancel it: the committee or, since none may sit, that of
	/// decisions on validators.
	pub(crate) fn ensure_announcer(origin: OriginFor<T>) -> Result<Announcer, DispatchError> {
		match T::CommitteeOrigin::try_origin(origin) {
			Ok(_) => Ok(Announcer::Committee),
			Err(origin) => Ok(match T::DecisionOrigin::ensure_origin(origin)? {
				Some(decision) => Announcer::Owners(decision),
				None => Announcer::BootstrapKey,
			}),
		}
	}

	pub(crate) fn do_announce_revival(
		by: Announcer,
		number: BlockNumberFor<T>,
		hash: T::Hash,
		drop: Accounts<T::AccountId>,
	) -> DispatchResult {
		ensure!(!PendingRevival::<T>::exists(), Error::<T>::RevivalAlreadyAnnounced);
		// Else a committee that announces again and again would hold up all changes of the set. The owners, who decide
		// on these changes, take weeks for each announcement.
		let earliest = RevivalEnded::<T>::get().map_or(0, |ended| ended.saturating_add(PAUSE));
		let paused = CurrentIndex::<T>::get() < earliest && !matches!(by, Announcer::Owners(_));
		ensure!(!paused, Error::<T>::ChangesInProgress);
		ensure!(number >= RevivedAfter::<T>::get(), Error::<T>::BlockTooLow);
		ensure!(number < frame_system::Pallet::<T>::block_number(), Error::<T>::BlockNotInPast);
		let known = frame_system::BlockHash::<T>::get(number);
		ensure!(known == T::Hash::default() || known == hash, Error::<T>::BlockMismatch);
		let set = Self::set_of(number).ok_or(Error::<T>::TooManyChanges)?;

		let distinct: BTreeSet<_> = drop.iter().collect();
		ensure!(distinct.len() == drop.len(), Error::<T>::DuplicateValidator);
		let roll = Roll::<T>::get();
		ensure!(!Self::cannot_be_final(&roll, set), Error::<T>::BlockNotFinal);
		for account in &drop {
			let validator = roll.iter().find(|validator| validator.account == *account);
			let validator = validator.ok_or(Error::<T>::ValidatorNotFound)?;
			ensure!(validator.in_service(), Error::<T>::AlreadyDropped);
			// One that waits to serve has no turn to show that it lives: it would be dropped for certain.
			ensure!(validator.serving.is_some(), Error::<T>::NotServing);
		}
		let others = roll.iter().filter(|validator| !distinct.contains(&validator.account));
		let mut others = others.filter(|validator| Self::is_ready(validator)).peekable();
		ensure!(others.peek().is_some(), Error::<T>::IsLastValidator);
		ensure!(others.any(Self::is_alive), Error::<T>::IsLastAlive);
		let stalled = matches!(by, Announcer::Owners(_)) || Self::may_have_stalled(&roll, &distinct);
		ensure!(stalled, Error::<T>::FinalityNotStalled);

		let announced = <T as Config>::Clock::now();
		let lived = <T as Config>::Clock::lived();
		let phase = RevivalPhase::Announced;
		PendingRevival::<T>::put(Revival { number, hash, set, drop: drop.clone(), announced, lived, by, phase });
		let due = announced.saturating_add(NOTICE);
		Self::deposit_event(Event::RevivalAnnounced { number, hash, drop, by, due });
		Ok(())
	}

	/// Whether more of the set than it bears write no blocks, or are named as dead: those that write some call the
	/// revival off. Otherwise finality goes on, and a revival would spoil the count of the sets for good.
	fn may_have_stalled(roll: &types::Roll<T::AccountId>, dead: &BTreeSet<&T::AccountId>) -> bool {
		let set = pallet_session::Validators::<T>::get();
		let missing = set.iter().filter(|account| dead.contains(account) || !Self::writes(roll, account)).count();
		let bearable = u32::try_from(set.len()).map_or(u32::MAX, Tolerance::bearable);
		u32::try_from(missing).is_ok_and(|missing| missing > bearable)
	}

	/// The set that makes the block final, by GRANDPA's count: the one before the first change that began after it.
	/// `None` if that is not remembered.
	fn set_of(number: BlockNumberFor<T>) -> Option<SetId> {
		let current = T::Finality::current_set();
		let oldest = current.saturating_sub(MAX_CHANGES);
		// Changes are in order, so the first is found by halving.
		let (mut low, mut high) = (oldest, current);
		while low < high {
			let middle = low.saturating_add(high.saturating_sub(low) / 2);
			if SetChanges::<T>::get(middle).is_some_and(|change| change.start <= number) {
				low = middle.saturating_add(1);
			} else {
				high = middle;
			}
		}
		(low > oldest || oldest == 0).then_some(low)
	}

	/// Whether a change of the set that led to `set` cannot be final: more of the set before than it bears have not
	/// written a block since. One that left or was added again since is not counted.
	fn cannot_be_final(roll: &types::Roll<T::AccountId>, set: SetId) -> bool {
		let heard = |validator: &Validator<T::AccountId>| {
			let last = Activities::<T>::get(&validator.account).and_then(|activity| activity.last_authored);
			validator.serving.map(|serving| (serving, last.unwrap_or(0)))
		};
		let heard: Vec<_> = roll.iter().filter_map(heard).collect();
		(set.saturating_sub(CHECKED_CHANGES)..set).filter_map(SetChanges::<T>::get).any(|change| {
			let silent = heard.iter().filter(|(serving, last)| *serving < change.at && *last < change.at).count();
			u32::try_from(silent).is_ok_and(|silent| silent > Tolerance::bearable(change.before))
		})
	}

	/// Cancels it, no matter who announced it: that changes nothing, and a revival that is no longer needed does harm.
	pub(crate) fn do_cancel_revival(by: Announcer) -> DispatchResult {
		let revival = PendingRevival::<T>::get().ok_or(Error::<T>::RevivalNotFound)?;
		ensure!(revival.phase == RevivalPhase::Announced, Error::<T>::RevivalInProgress);
		Self::end_revival();
		Self::deposit_event(Event::RevivalCancelled { number: revival.number, by });
		Ok(())
	}

	fn end_revival() {
		PendingRevival::<T>::kill();
		RevivalEnded::<T>::put(CurrentIndex::<T>::get());
	}

	/// With the start of a session: if the notice is over, drops the dead, or calls the revival off.
	pub(crate) fn settle_revival() {
		let Some(mut revival) = PendingRevival::<T>::get() else {
			return;
		};
		let notice = <T as Config>::Clock::lived().saturating_sub(revival.lived);
		if revival.phase != RevivalPhase::Announced || notice < NOTICE {
			return;
		}
		let number = revival.number;
		let mut roll = Roll::<T>::get();
		// One that was dropped or removed in the meantime is not in the set to come anyway.
		let dead: Vec<_> = (0..roll.len())
			.filter(|position| {
				let validator = roll.get(*position).filter(|validator| validator.in_service());
				validator.is_some_and(|validator| {
					let served = validator.serving.is_some_and(|since| since <= revival.announced);
					served && revival.drop.contains(&validator.account)
				})
			})
			.collect();
		let alive = dead.iter().filter_map(|position| roll.get(*position)).find(|validator| {
			let last = Activities::<T>::get(&validator.account).and_then(|activity| activity.last_authored);
			last.is_some_and(|last| last > revival.announced)
		});
		let alive = alive.map(|validator| validator.account.clone());
		let mut others = roll.iter().filter(|validator| !revival.drop.contains(&validator.account));
		if alive.is_some() || !others.any(|validator| Self::is_ready(validator) && Self::is_alive(validator)) {
			Self::end_revival();
			Self::deposit_event(Event::RevivalCalledOff { number, alive });
			return;
		}
		for position in dead {
			Self::drop_at(&mut roll, position, DropCause::Standstill);
		}
		Roll::<T>::put(roll);
		revival.phase = RevivalPhase::Dropped;
		PendingRevival::<T>::put(revival);
	}

	/// With the start of the session that begins without the dead: revives finality. Returns whether it did.
	pub(crate) fn revive_if_dropped() -> bool {
		let Some(revival) = PendingRevival::<T>::get().filter(|revival| revival.phase == RevivalPhase::Dropped) else {
			return false;
		};
		Self::end_revival();
		RevivedAfter::<T>::put(revival.number);
		for never_final in revival.set..T::Finality::current_set() {
			SetChanges::<T>::remove(never_final);
		}
		T::Finality::revive(revival.number, revival.set);
		Self::note_change(SetChange { start: revival.number, at: 0, before: 0 });
		let tolerance = Self::fault_tolerance();
		Self::deposit_event(Event::FinalityRevived { number: revival.number, hash: revival.hash, tolerance });
		true
	}
}
