// SPDX-License-Identifier: Apache-2.0

//! The invariants of the community's facts, which hold after every block.

use crate::{Config, Currency, LivedClock, Pallet, StandstillLimit, Standstills, UtcOffsets};
use frame_support::{ensure, traits::Time};
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Check {
		Self::try_calendar_is_sound()?;
		Self::try_at_most_one_change_is_scheduled()?;
		Self::try_currency_is_a_code()?;
		Self::try_standstills_add_up()
	}

	/// Each change is consistent with the previous one: in a later month, to a different offset, at the start of the
	/// month.
	fn try_calendar_is_sound() -> Check {
		ensure!(UtcOffsets::<T>::get().is_sound(), "a change of the offset is inconsistent with the previous one");
		Ok(())
	}

	/// All changes except the last have taken effect.
	fn try_at_most_one_change_is_scheduled() -> Check {
		let now = T::Time::now();
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

	/// Standstills are numbered without a gap, in order, each longer than the limit, and their lengths add up.
	fn try_standstills_add_up() -> Check {
		let clock = LivedClock::<T>::get();
		ensure!(clock.seen <= T::Time::now(), "the clock has seen a time to come");
		let (mut total, mut before) = (0u64, 0);
		for number in 0..clock.standstills {
			let standstill = Standstills::<T>::get(number).ok_or("a standstill is missing")?;
			total = total.saturating_add(standstill.length());
			ensure!(before <= standstill.from && standstill.until <= clock.seen, "standstills are out of order");
			ensure!(standstill.length() > StandstillLimit::<T>::get(), "a standstill is too short");
			ensure!(standstill.total == total, "the standstills do not add up");
			before = standstill.until;
		}
		ensure!(clock.stood_still == total, "the standstills do not add up");
		let count = u32::try_from(Standstills::<T>::iter_keys().count()).unwrap_or(u32::MAX);
		ensure!(count == clock.standstills, "there are more standstills than were counted");
		Ok(())
	}
}
