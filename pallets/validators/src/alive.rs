// SPDX-License-Identifier: Apache-2.0

//! Which validators are alive, and which of them the chain can do without.
//!
//! Keys say that an operator has set a node up once, blocks say that it runs. So only validators that have written a
//! block lately count as left when another one goes; else the last living one could be removed in favour of a dead one,
//! and no block would follow, not even one to mend it.

use crate::{
	pallet::*,
	types::{self, Tolerance, Validator, ALIVE},
};
use frame_support::{ensure, traits::Get};
use linli_primitives::{traits::Clock, Moment};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature};

impl<T: Config> Pallet<T> {
	/// The time of this block in ms. Until its timestamp is set, that of its slot: the clock still shows the time of
	/// the block before, which may be days ago.
	pub(crate) fn block_time() -> Moment {
		let digest = frame_system::Pallet::<T>::digest();
		let slot = digest.logs().iter().find_map(CompatibleDigestItem::<AuthoritySignature>::as_aura_pre_digest);
		let begun = slot.map_or(0, |slot| u64::from(slot).saturating_mul(T::SlotDuration::get()));
		begun.max(<T as Config>::Clock::now())
	}

	/// Whether the account has written a block since `from` (ms) and within [`ALIVE`].
	fn wrote_lately(account: &T::AccountId, from: Moment) -> bool {
		let last = Activities::<T>::get(account).and_then(|activity| activity.last_authored);
		last.is_some_and(|last| last >= from && Self::block_time().saturating_sub(last) <= ALIVE)
	}

	/// Whether the validator is to serve, and has written a block lately, since it joined the set.
	pub(crate) fn is_alive(validator: &Validator<T::AccountId>) -> bool {
		validator.in_service() && Self::is_heard(validator)
	}

	fn is_heard(validator: &Validator<T::AccountId>) -> bool {
		validator.serving.is_some_and(|serving| Self::wrote_lately(&validator.account, serving))
	}

	/// Whether the node behind the account writes blocks, whether it is to serve or on its way out of the set.
	pub(crate) fn writes(roll: &types::Roll<T::AccountId>, account: &T::AccountId) -> bool {
		match roll.iter().find(|validator| validator.account == *account) {
			Some(validator) => Self::is_heard(validator),
			None => Self::wrote_lately(account, 0),
		}
	}

	/// Fails if the chain cannot do without the validator at `position`: another one that is ready has to be alive, or
	/// at least there, if this one is not alive either.
	pub(crate) fn ensure_spared(roll: &types::Roll<T::AccountId>, position: usize) -> Result<(), Error<T>> {
		let validator = roll.get(position).ok_or(Error::<T>::ValidatorNotFound)?;
		let others = roll.iter().enumerate().filter(|(other, _)| *other != position).map(|(_, other)| other);
		let mut others = others.filter(|other| Self::is_ready(other)).peekable();
		ensure!(others.peek().is_some(), Error::<T>::IsLastValidator);
		ensure!(others.any(Self::is_alive) || !Self::is_alive(validator), Error::<T>::IsLastAlive);
		Ok(())
	}

	/// What those that are ready bear, and how many of them are alive.
	pub(crate) fn tolerance_to_come(roll: &types::Roll<T::AccountId>) -> Tolerance {
		let ready = || roll.iter().filter(|validator| Self::is_ready(validator));
		Tolerance::of(ready().count(), ready().filter(|validator| Self::is_alive(validator)).count())
	}

	/// See [`crate::api::ValidatorsApi::fault_tolerance`].
	pub fn fault_tolerance() -> Tolerance {
		let (roll, set) = (Roll::<T>::get(), pallet_session::Validators::<T>::get());
		Tolerance::of(set.len(), set.iter().filter(|account| Self::writes(&roll, account)).count())
	}
}
