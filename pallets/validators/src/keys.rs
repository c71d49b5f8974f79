// SPDX-License-Identifier: Apache-2.0

//! Session keys: who may set them, and which validator signed with which in a session.
//!
//! The chain keeps the keys of each session itself, so a report needs no proof of them. The SDK's proofs are made from
//! the keys that are set for sessions to come: setting others in each session would hide every equivocation.

use crate::{
	pallet::*,
	types::{SetKeys, ValidatorKeys, KEY_CHANGE_INTERVAL},
};
use core::marker::PhantomData;
use linli_primitives::traits::Clock;
use pallet_session::{NextKeys, QueuedKeys};
use sp_consensus_grandpa::KEY_TYPE as GRANDPA;
use sp_runtime::{
	key_types::AURA,
	traits::{Convert, OpaqueKeys},
};
use sp_staking::SessionIndex;

/// The session pallet's `ValidatorIdOf`: only accounts on the roll may set keys, so that strangers cannot fill the
/// state with theirs. Reads one value.
pub struct OnRoll<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<T::AccountId>> for OnRoll<T> {
	fn convert(account: T::AccountId) -> Option<T::AccountId> {
		Pallet::<T>::is_on_roll(&account).then_some(account)
	}
}

impl<T: Config> Pallet<T> {
	/// Keeps the keys of the session that begins: those that were queued for it.
	pub(crate) fn keep_keys(session: SessionIndex) {
		let queued = QueuedKeys::<T>::get().into_iter().filter_map(|(account, keys)| {
			Some(ValidatorKeys { account, aura: keys.get(AURA)?, grandpa: keys.get(GRANDPA)? })
		});
		// There is room for everybody on the roll, and for those that may go on when they leave it.
		let mut set = SetKeys::truncate_from(queued.collect());
		if set.is_empty() {
			// Nobody has keys: Aura and GRANDPA keep the authorities that they have.
			set = session.checked_sub(1).map(SigningKeys::<T>::get).unwrap_or_default();
		}
		SigningKeys::<T>::insert(session, set);
	}

	/// The validator whose keys in the session are as described, and the number of validators of that session. `None`
	/// also if the session is too old.
	pub(crate) fn find_keys(
		session: SessionIndex,
		described: impl Fn(&ValidatorKeys<T::AccountId>) -> bool,
	) -> Option<(T::AccountId, u32)> {
		let set = SigningKeys::<T>::get(session);
		let count = u32::try_from(set.len()).ok()?;
		set.into_iter().find(described).map(|keys| (keys.account, count))
	}

	/// Whether a runtime should let an operator set `keys` for free: its validator is to serve, these are not the keys
	/// that it has, and its last free change was a day ago ([`KEY_CHANGE_INTERVAL`]). That has to be noted with
	/// [`Self::note_free_change_of_keys`].
	pub fn is_free_change_of_keys(account: &T::AccountId, keys: &T::Keys) -> bool {
		let now = <T as Config>::Clock::now();
		let may = Roll::<T>::get().iter().any(|validator| {
			let due = validator.free_change.is_none_or(|last| now.saturating_sub(last) >= KEY_CHANGE_INTERVAL);
			validator.account == *account && validator.in_service() && due
		});
		may && NextKeys::<T>::get(account).is_none_or(|present| present != *keys)
	}

	/// Notes that an operator changes its keys for free now.
	pub fn note_free_change_of_keys(account: &T::AccountId) {
		let now = <T as Config>::Clock::now();
		Roll::<T>::mutate(|roll| {
			if let Some(validator) = roll.iter_mut().find(|validator| validator.account == *account) {
				validator.free_change = Some(now);
			}
		});
	}
}
