// SPDX-License-Identifier: Apache-2.0

//! Changes of the UTC offset, and queries of the runtime API. [`Calendar`] does the arithmetic.

use crate::{BeganWith, Config, Currency, Error, Event, Facts, IsHandedOver, Pallet, UtcOffsets};
use frame_support::traits::Time;
use linli_primitives::{
	calendar::{Calendar, ScheduleError},
	money::DECIMALS,
	traits::{CalendarChanged, Community},
	Moment, Period, PeriodKind, UtcOffset,
};
use sp_runtime::DispatchResult;

impl<T: Config> From<ScheduleError> for Error<T> {
	fn from(error: ScheduleError) -> Self {
		match error {
			ScheduleError::InvalidOffset => Self::InvalidOffset,
			ScheduleError::InvalidMonth => Self::InvalidMonth,
			ScheduleError::MonthNotInFuture => Self::MonthNotInFuture,
			ScheduleError::AlreadyInForce => Self::OffsetAlreadyInForce,
			ScheduleError::TooManySwitches => Self::TooManyOffsetChanges,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_utc_offset(month: Period, offset: UtcOffset) -> DispatchResult {
		let now = T::Time::now();
		let calendar = UtcOffsets::<T>::get().schedule(month, offset, now).map_err(Error::<T>::from)?;
		let event = match calendar.scheduled(now) {
			Some(switch) => Event::UtcOffsetScheduled { month, at: switch.at, offset },
			None => Event::UtcOffsetKept { offset },
		};
		UtcOffsets::<T>::put(calendar);
		T::OnCalendarChange::calendar_changed();
		Self::deposit_event(event);
		Ok(())
	}

	/// The current facts.
	pub fn facts() -> Facts {
		let (now, calendar) = (T::Time::now(), UtcOffsets::<T>::get());
		Facts {
			utc_offset: calendar.offset_at(now),
			scheduled: calendar.scheduled(now),
			currency: Currency::<T>::get(),
			decimals: DECIMALS,
			law_pack: BeganWith::<T>::get(),
			is_handed_over: IsHandedOver::<T>::get(),
		}
	}

	/// Start and end of the period of `kind` that begins in the month `period`.
	pub fn period(period: Period, kind: PeriodKind) -> Option<(Moment, Moment)> {
		let calendar = UtcOffsets::<T>::get();
		Some((calendar.start(period)?, calendar.end(period, kind)?)).filter(|_| kind.begins_in(period))
	}
}

impl<T: Config> Community for Pallet<T> {
	fn calendar() -> Calendar {
		UtcOffsets::<T>::get()
	}
}
