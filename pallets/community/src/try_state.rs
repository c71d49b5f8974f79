// SPDX-License-Identifier: Apache-2.0

//! The invariants of the community's facts, which hold after every block.

use crate::{Config, Currency, Pallet, UtcOffsets};
use frame_support::ensure;
use linli_primitives::traits::Clock;
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Check {
		Self::try_calendar_is_sound()?;
		Self::try_at_most_one_change_is_scheduled()?;
		Self::try_currency_is_a_code()
	}

	/// Each change is consistent with the previous one: in a later month, to a different offset, at the start of the
	/// month.
	fn try_calendar_is_sound() -> Check {
		ensure!(UtcOffsets::<T>::get().is_sound(), "a change of the offset is inconsistent with the previous one");
		Ok(())
	}

	/// All changes except the last have taken effect.
	fn try_at_most_one_change_is_scheduled() -> Check {
		let now = T::Clock::now();
		let calendar = UtcOffsets::<T>::get();
		let scheduled = calendar.switches().iter().filter(|switch| switch.at > now).count();
		ensure!(scheduled <= 1, "more than one change of the offset is scheduled");
		Ok(())
	}

	/// The currency code is three capital letters.
	fn try_currency_is_a_code() -> Check {
		ensure!(Currency::<T>::get().is_valid(), "the currency is not three capital letters");
		Ok(())
	}
}
