// SPDX-License-Identifier: Apache-2.0

//! What is true of the community's facts after every block.

use crate::{Config, Currency, Pallet, UtcOffsets};
use frame_support::ensure;
use linli_primitives::traits::Clock;
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Check {
		Self::try_calendar_is_sound()?;
		Self::try_one_change_is_scheduled_at_most()?;
		Self::try_currency_is_a_code()
	}

	/// Each change follows from the one before: in a later month, to another offset, at the start of the month.
	fn try_calendar_is_sound() -> Check {
		ensure!(UtcOffsets::<T>::get().is_sound(), "a change of the offset does not follow from the one before");
		Ok(())
	}

	/// All changes but the last have taken hold.
	fn try_one_change_is_scheduled_at_most() -> Check {
		let now = T::Clock::now();
		let calendar = UtcOffsets::<T>::get();
		let scheduled = calendar.switches().iter().filter(|switch| switch.at > now).count();
		ensure!(scheduled <= 1, "several changes of the offset are scheduled");
		Ok(())
	}

	/// The currency is three capital letters.
	fn try_currency_is_a_code() -> Check {
		ensure!(Currency::<T>::get().is_valid(), "the currency is not three capital letters");
		Ok(())
	}
}
