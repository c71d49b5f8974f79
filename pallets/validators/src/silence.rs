// SPDX-License-Identifier: Apache-2.0

//! Who writes blocks, who has fallen silent, and what the committee can do about it.

use crate::{
	pallet::*,
	types::{self, Activity, DropCause, Standing, Validator, SILENCE},
	WeightInfo,
};
use frame_support::{dispatch::DispatchClass, ensure};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Clock, Moment};
use pallet_authorship::EventHandler;
use sp_runtime::DispatchResult;

/// Notes the author of each block.
impl<T: Config> EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn note_author(author: T::AccountId) {
		// Lived time as of the block before: the timestamp of this one follows.
		let (now, heard) = (Self::block_time(), <T as Config>::Clock::lived());
		Activities::<T>::mutate(author, |activity| {
			let blocks = activity.map_or(0, |activity| activity.blocks).saturating_add(1);
			*activity = Some(Activity { blocks, last_authored: Some(now), heard });
		});
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			<T as Config>::WeightInfo::note_author(),
			DispatchClass::Mandatory,
		);
	}
}

impl<T: Config> Pallet<T> {
	/// Since when a serving validator has been silent, in ms, if that is [`SILENCE`] of lived time or longer.
	pub(crate) fn silent_since(validator: &Validator<T::AccountId>) -> Option<Moment> {
		let serving = validator.serving?;
		let activity = Activities::<T>::get(&validator.account).unwrap_or_default();
		if activity.heard == 0 {
			// It serves since genesis, which has no time: counted from the next session on.
			return None;
		}
		let silent = <T as Config>::Clock::lived().saturating_sub(activity.heard);
		(silent >= SILENCE).then(|| activity.last_authored.map_or(serving, |last| last.max(serving)))
	}

	/// Shows those that have fallen silent, once, and those that are heard again.
	pub(crate) fn show_silence(roll: &mut types::Roll<T::AccountId>) {
		for validator in roll.iter_mut().filter(|validator| validator.in_service()) {
			let since = Self::silent_since(validator);
			let account = validator.account.clone();
			match since {
				Some(since) if !validator.silent => Self::deposit_event(Event::ValidatorSilent { account, since }),
				None if validator.silent && validator.serving.is_some() => {
					Self::deposit_event(Event::ValidatorHeard { account });
				}
				_ => (),
			}
			validator.silent = since.is_some();
		}
	}

	pub(crate) fn do_drop_silent(account: &T::AccountId) -> DispatchResult {
		let mut roll = Roll::<T>::get();
		let position = Self::position(&roll, account)?;
		let validator = roll.get(position).ok_or(Error::<T>::ValidatorNotFound)?;
		ensure!(validator.in_service(), Error::<T>::AlreadyDropped);
		ensure!(validator.serving.is_some(), Error::<T>::NotServing);
		ensure!(Self::silent_since(validator).is_some(), Error::<T>::NotSilent);
		let dropped = roll.iter().filter(|validator| matches!(validator.standing, Standing::Dropped { .. })).count();
		let decided = u64::from(Self::ready(&roll)).saturating_add(dropped.try_into().unwrap_or(u64::MAX));
		Self::try_drop_at(&mut roll, position, DropCause::Silence)?;
		let left = u64::from(Self::ready(&roll));
		ensure!(left.saturating_mul(3) >= decided.saturating_mul(2), Error::<T>::TooFewValidators);
		Roll::<T>::put(roll);
		Ok(())
	}
}
