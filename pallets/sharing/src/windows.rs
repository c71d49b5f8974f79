// SPDX-License-Identifier: Apache-2.0

//! Windows in lived time (D46). A state stores the lived time at which its window ends, events and queue the clock
//! time at which that will be unless the chain stands still before.

use crate::{types::Instant, BookingOf, Config, Error, Pallet};
use frame_support::traits::Get;
use linli_primitives::{traits::Clock, LivedWindow, Moment};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The present.
	pub(crate) fn instant() -> Instant {
		Instant { clock: T::Clock::now(), lived: T::Clock::lived() }
	}

	/// The end of a window of `time` ms that begins now: in lived time, and by the clock.
	pub(crate) fn window(time: Moment) -> Result<(Moment, Moment), DispatchError> {
		let until = T::Clock::lived().checked_add(time).ok_or(Error::<T>::Overflow)?;
		Ok((until, T::Clock::moment_of(until)))
	}

	/// How long a booking can be overdue before it counts as returned.
	pub(crate) fn overdue(booking: &BookingOf<T>) -> LivedWindow {
		LivedWindow::new(T::Clock::lived_at(booking.end), T::MaxOverdue::get())
	}

	/// The clock time at which a booking lapses if it is not started, unless the chain stands still before: at its end,
	/// or earlier if its terms free the time of those who do not come.
	pub(crate) fn lapses_at(booking: &BookingOf<T>) -> Moment {
		let given_up = booking
			.frozen
			.no_show
			.and_then(|time| LivedWindow::new(T::Clock::lived_at(booking.start), time).until::<T::Clock>());
		given_up.unwrap_or(booking.end).min(booking.end)
	}

	/// How late a return at the clock time `at` is, in ms of lived time.
	pub(crate) fn lateness(booking: &BookingOf<T>, at: Moment) -> Moment {
		T::Clock::lived_at(at).saturating_sub(T::Clock::lived_at(booking.end))
	}
}
