// SPDX-License-Identifier: Apache-2.0

//! The way out when finality stalls for good: in public, with notice, and without the dead (D45).

use crate::{
	finality::ReviveFinality,
	pallet::*,
	types::{Accounts, DropCause, Revival, RevivalPhase, Tolerance, NOTICE},
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::traits::Clock;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_announce_revival(
		number: BlockNumberFor<T>,
		hash: T::Hash,
		drop: Accounts<T::AccountId>,
	) -> DispatchResult {
		ensure!(!PendingRevival::<T>::exists(), Error::<T>::RevivalAlreadyAnnounced);
		ensure!(number < frame_system::Pallet::<T>::block_number(), Error::<T>::BlockNotInPast);
		let known = frame_system::BlockHash::<T>::get(number);
		ensure!(known == T::Hash::default() || known == hash, Error::<T>::BlockMismatch);

		let distinct: BTreeSet<_> = drop.iter().collect();
		ensure!(distinct.len() == drop.len(), Error::<T>::DuplicateValidator);
		let roll = Roll::<T>::get();
		for account in &drop {
			let validator = roll.iter().find(|validator| validator.account == *account);
			ensure!(validator.ok_or(Error::<T>::ValidatorNotFound)?.in_service(), Error::<T>::AlreadyDropped);
		}
		let somebody = roll.iter().any(|validator| Self::is_ready(validator) && !distinct.contains(&validator.account));
		ensure!(somebody, Error::<T>::IsLastValidator);

		let announced = <T as Config>::Clock::now();
		let lived = LivedTime::<T>::get().total;
		let phase = RevivalPhase::Announced;
		PendingRevival::<T>::put(Revival { number, hash, drop: drop.clone(), announced, lived, phase });
		let due = announced.saturating_add(NOTICE);
		Self::deposit_event(Event::RevivalAnnounced { number, hash, drop, due });
		Ok(())
	}

	pub(crate) fn do_cancel_revival() -> DispatchResult {
		let revival = PendingRevival::<T>::get().ok_or(Error::<T>::RevivalNotFound)?;
		ensure!(revival.phase == RevivalPhase::Announced, Error::<T>::RevivalInProgress);
		PendingRevival::<T>::kill();
		Self::deposit_event(Event::RevivalCancelled { number: revival.number });
		Ok(())
	}

	/// With the start of a session: if the notice is over, drops the dead, or calls the revival off.
	pub(crate) fn settle_revival() {
		let Some(mut revival) = PendingRevival::<T>::get() else {
			return;
		};
		let notice = LivedTime::<T>::get().total.saturating_sub(revival.lived);
		if revival.phase != RevivalPhase::Announced || notice < NOTICE {
			return;
		}
		let number = revival.number;
		let mut roll = Roll::<T>::get();
		// One that was dropped or removed in the meantime is not in the set to come anyway.
		let dead: Vec<_> = (0..roll.len())
			.filter(|position| {
				let validator = roll.get(*position).filter(|validator| validator.in_service());
				validator.is_some_and(|validator| revival.drop.contains(&validator.account))
			})
			.collect();
		// The author of the very next block was noted with the time of the announcement.
		let alive = dead.iter().filter_map(|position| roll.get(*position)).find(|validator| {
			let last = Activities::<T>::get(&validator.account).and_then(|activity| activity.last_authored);
			last.is_some_and(|last| last >= revival.announced)
		});
		let alive = alive.map(|validator| validator.account.clone());
		let others =
			roll.iter().any(|validator| Self::is_ready(validator) && !revival.drop.contains(&validator.account));
		if alive.is_some() || !others {
			PendingRevival::<T>::kill();
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
		PendingRevival::<T>::kill();
		let unfinalized = SetChanges::<T>::get().iter().filter(|start| **start > revival.number).count();
		T::Finality::revive(revival.number, unfinalized.try_into().unwrap_or(u32::MAX));
		let set = pallet_session::Validators::<T>::get().len();
		let tolerance = Tolerance::of(set.try_into().unwrap_or(u32::MAX));
		Self::deposit_event(Event::FinalityRevived { number: revival.number, hash: revival.hash, tolerance });
		true
	}
}
