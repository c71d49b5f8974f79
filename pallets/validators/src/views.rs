// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::ValidatorsApi`].

use crate::{
	pallet::*,
	types::{RevivalPhase, RevivalView, Standing, Validator, ValidatorState, ValidatorView, NOTICE},
};
use alloc::vec::Vec;
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::traits::Clock;

impl<T: Config> Pallet<T> {
	/// See [`crate::api::ValidatorsApi::validators`].
	pub fn validators() -> Vec<ValidatorView<T::AccountId>> {
		Roll::<T>::get().iter().map(Self::view).collect()
	}

	fn view(validator: &Validator<T::AccountId>) -> ValidatorView<T::AccountId> {
		let activity = Activities::<T>::get(&validator.account).unwrap_or_default();
		ValidatorView {
			account: validator.account.clone(),
			state: Self::state(validator),
			decision: validator.decision,
			since: validator.since,
			serving_since: validator.serving,
			last_authored: activity.last_authored,
			blocks: activity.blocks,
			alive: Self::is_alive(validator),
			silent_since: Self::silent_since(validator),
		}
	}

	fn state(validator: &Validator<T::AccountId>) -> ValidatorState {
		match (validator.standing, validator.serving) {
			(Standing::Dropped { cause, at }, Some(_)) => ValidatorState::Leaving { cause, at },
			(Standing::Dropped { cause, at }, None) => ValidatorState::Dropped { cause, at },
			(Standing::InService, Some(_)) => ValidatorState::Serving,
			(Standing::InService, None) if Self::is_ready(validator) => ValidatorState::Joining,
			(Standing::InService, None) => ValidatorState::AwaitingKeys,
		}
	}

	/// See [`crate::api::ValidatorsApi::pending_revival`].
	pub fn pending_revival() -> Option<RevivalView<T::AccountId, BlockNumberFor<T>, T::Hash>> {
		let revival = PendingRevival::<T>::get()?;
		let remaining = match revival.phase {
			RevivalPhase::Announced => {
				NOTICE.saturating_sub(<T as Config>::Clock::lived().saturating_sub(revival.lived))
			}
			RevivalPhase::Dropped => 0,
		};
		Some(RevivalView {
			number: revival.number,
			hash: revival.hash,
			drop: revival.drop,
			announced: revival.announced,
			remaining,
			by: revival.by,
			phase: revival.phase,
		})
	}
}
