// SPDX-License-Identifier: Apache-2.0

//! Readings (D17): the meter's own device or the manager records them; what is beyond the plausibility bound takes two
//! people. The cumulative use follows from the dial: it goes on when the dial begins at zero again.

use crate::{
	types::{Change, Dial, Meter, Place, Reading, ReadingKind, MAX_READINGS, RESERVED_READINGS},
	Config, Error, Event, Meters, Pallet, Readings, Revisions, MAX_AGE, MIN_INTERVAL, MIN_MANAGER_INTERVAL,
};
use frame_support::{ensure, traits::Contains};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, Community, MeterBills},
	ContentHash, MeterId, Moment,
};
use sp_runtime::{DispatchError, DispatchResult};

/// A reading as it is handed in.
pub(crate) struct Entry<AccountId> {
	/// Why there is a reading.
	pub kind: ReadingKind,
	/// What the dial shows, in thousandths.
	pub value: u64,
	/// The cumulative use, in thousandths.
	pub total: u64,
	/// The date, in ms since 1970.
	pub at: Moment,
	/// The account that recorded or proposed it.
	pub by: Option<AccountId>,
}

/// What was used between two values of a dial, in thousandths, and whether the dial passed its end in between. `None`
/// if a number does not fit.
fn used(dial: &Dial, before: u64, value: u64) -> Option<(u64, bool)> {
	let rolled_over = value < before;
	let shown = if rolled_over { dial.modulus().checked_add(value)? } else { value };
	let used = shown.checked_sub(before)?.checked_mul(dial.multiplier.into())?;
	Some((used, rolled_over))
}

/// The most that can be used within `time` ms by the plausibility bound, in thousandths: begun days count as whole.
fn plausible(dial: &Dial, time: Moment) -> u64 {
	dial.plausibility.saturating_mul(time.div_ceil(DAY).max(1))
}

impl<T: Config> Pallet<T> {
	/// See [`Pallet::record`].
	pub(crate) fn do_record(by: T::AccountId, is_manager: bool, id: MeterId, value: u64, at: Moment) -> DispatchResult {
		let (mut meter, total) = Self::examine(&by, is_manager, id, value, at)?;
		let entry = Entry { kind: ReadingKind::Ordinary, value, total, at, by: Some(by.clone()) };
		let reading = Self::enter(id, &mut meter, entry)?;
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::ReadingRecorded { meter: id, reading, value, total, at, by });
		Ok(())
	}

	/// Whether [`Pallet::record`] would take the reading from the meter's device. Reads the meter, the roles of devices
	/// and the time, and changes nothing.
	pub fn takes_from_device(by: &T::AccountId, id: MeterId, value: u64, at: Moment) -> bool {
		Self::examine(by, false, id, value, at).is_ok()
	}

	/// The meter and its cumulative use after the reading, if it can be recorded by that account without a proposal.
	fn examine(
		by: &T::AccountId,
		is_manager: bool,
		id: MeterId,
		value: u64,
		at: Moment,
	) -> Result<(Meter<T::AccountId>, u64), DispatchError> {
		let meter = Self::in_use(id)?;
		let is_device = meter.device.as_ref() == Some(by) && T::Devices::contains(by);
		ensure!(is_manager || is_device, Error::<T>::NotDevice);
		Self::ensure_recent(at)?;
		let total = Self::total_after(&meter, value, at, false)?;
		let is_again = meter.last.kind == ReadingKind::Ordinary && meter.last.by.as_ref() == Some(by);
		let interval = match (is_manager, is_again) {
			(false, _) => MIN_INTERVAL,
			(true, true) => MIN_MANAGER_INTERVAL,
			(true, false) => 0,
		};
		ensure!(at.saturating_sub(meter.last.at) >= interval, Error::<T>::IntervalRunning);
		// Some places are left for changes by two people, so that nobody alone ends a meter.
		ensure!(meter.readings < MAX_READINGS.saturating_sub(RESERVED_READINGS), Error::<T>::TooManyReadings);
		Ok((meter, total))
	}

	/// The meter, unless it was removed.
	pub(crate) fn in_use(id: MeterId) -> Result<Meter<T::AccountId>, Error<T>> {
		let meter = Meters::<T>::get(id).ok_or(Error::<T>::MeterNotFound)?;
		ensure!(!meter.removed, Error::<T>::MeterRemoved);
		Ok(meter)
	}

	/// Fails unless the date is neither in the future nor too long ago.
	pub(crate) fn ensure_recent(at: Moment) -> DispatchResult {
		let now = T::Clock::now();
		ensure!(at <= now, Error::<T>::DateInFuture);
		ensure!(at >= now.saturating_sub(MAX_AGE), Error::<T>::DateInPast);
		Ok(())
	}

	/// Fails unless the reading follows the last one and fits the dial.
	pub(crate) fn ensure_follows(meter: &Meter<T::AccountId>, value: u64, at: Moment) -> Result<(), Error<T>> {
		ensure!(at >= meter.last.at, Error::<T>::DateTooLow);
		ensure!(value < meter.dial.modulus(), Error::<T>::ReadingTooLarge);
		Ok(())
	}

	/// The cumulative use after a reading, in thousandths. Beyond the plausibility bound only if `in_doubt`, and then
	/// without a rollover: a value that low is more likely a mistake, and a correction says what it means.
	pub(crate) fn total_after(
		meter: &Meter<T::AccountId>,
		value: u64,
		at: Moment,
		in_doubt: bool,
	) -> Result<u64, Error<T>> {
		Self::ensure_follows(meter, value, at)?;
		let (used, rolled_over) = used(&meter.dial, meter.last.value, value).ok_or(Error::<T>::Overflow)?;
		let is_plausible = used <= plausible(&meter.dial, at.saturating_sub(meter.last.at));
		ensure!(is_plausible || !rolled_over, Error::<T>::ReadingTooLow);
		ensure!(is_plausible || in_doubt, Error::<T>::PlausibilityExceeded);
		meter.last.total.checked_add(used).ok_or(Error::<T>::Overflow)
	}

	/// Confirms a reading in doubt.
	pub(crate) fn read_in_doubt(by: T::AccountId, id: MeterId, value: u64, at: Moment) -> DispatchResult {
		let mut meter = Self::in_use(id)?;
		let total = match Self::total_after(&meter, value, at, false) {
			Err(Error::<T>::PlausibilityExceeded) => Self::total_after(&meter, value, at, true)?,
			Err(error) => return Err(error.into()),
			Ok(_) => return Err(Error::<T>::ReadingNotInDoubt.into()),
		};
		let entry = Entry { kind: ReadingKind::Ordinary, value, total, at, by: Some(by.clone()) };
		let reading = Self::enter(id, &mut meter, entry)?;
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::ReadingRecorded { meter: id, reading, value, total, at, by });
		Ok(())
	}

	/// Adds a reading to the list. The caller stores the meter.
	pub(crate) fn enter(
		id: MeterId,
		meter: &mut Meter<T::AccountId>,
		entry: Entry<T::AccountId>,
	) -> Result<u32, Error<T>> {
		let Entry { kind, value, total, at, by } = entry;
		let number = meter.readings;
		ensure!(number < MAX_READINGS, Error::<T>::TooManyReadings);
		meter.readings = number.saturating_add(1);
		meter.last = Reading { kind, value, total, at, by, recorded: T::Clock::now() };
		Readings::<T>::insert(id, number, &meter.last);
		Ok(number)
	}

	/// See [`Pallet::reverse`].
	pub(crate) fn do_reverse(by: T::AccountId, id: MeterId, number: u32, reason: ContentHash) -> DispatchResult {
		let mut meter = Self::in_use(id)?;
		ensure!(number.checked_add(1) == Some(meter.readings), Error::<T>::ReadingNotFound);
		ensure!(meter.last.kind == ReadingKind::Ordinary, Error::<T>::NotOrdinaryReading);
		let calendar = T::Community::calendar();
		let month = calendar.month_of_books(T::Clock::now());
		let start = month.and_then(|month| calendar.start(month)).ok_or(Error::<T>::Overflow)?;
		ensure!(meter.last.at >= start, Error::<T>::ReadingAlreadyBilled);
		// The first reading is an installation, so there is one before.
		let before = number.checked_sub(1).ok_or(Error::<T>::ReadingNotFound)?;
		let last = Readings::<T>::get(id, before).ok_or(Error::<T>::ReadingNotFound)?;
		ensure!(!Self::is_billed(id, &meter, last.at), Error::<T>::ReadingAlreadyBilled);
		let value = meter.last.value;
		Readings::<T>::remove(id, number);
		meter.readings = number;
		meter.last = last;
		Self::revise(id, &meter);
		meter.base = Self::base_within(id, &meter, meter.last.total);
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::ReadingReversed { meter: id, reading: number, value, by, reason });
		Ok(())
	}

	/// Whether a bill of the meter's unit, or one of the shared use of its main meter, includes what it shows after the
	/// moment `since`.
	fn is_billed(id: MeterId, meter: &Meter<T::AccountId>, since: Moment) -> bool {
		let is_own = match meter.place {
			Place::Unit(unit) => T::Bills::is_billed(unit, meter.utility, since),
			Place::Common { .. } => T::Bills::is_shared_billed(id, since),
		};
		is_own || meter.main.is_some_and(|main| T::Bills::is_shared_billed(main, since))
	}

	/// Notes that the past changes for the main meter on whose shared use the meter bears.
	pub(crate) fn revise(id: MeterId, meter: &Meter<T::AccountId>) {
		let own = meter.place.unit().is_none().then_some(id);
		if let Some(main) = meter.main.or(own) {
			Revisions::<T>::mutate(main, |revision| *revision = revision.wrapping_add(1));
		}
	}

	/// Confirms a correction: the dial and the use are what two people say.
	pub(crate) fn correct(by: T::AccountId, id: MeterId, change: &Change) -> DispatchResult {
		let Change::Correct { value, total, at, reason, .. } = *change else {
			return Err(Error::<T>::ProposalMismatch.into());
		};
		let mut meter = Self::in_use(id)?;
		Self::ensure_follows(&meter, value, at)?;
		let before = meter.last.total;
		ensure!(total <= before, Error::<T>::CorrectionTooLarge);
		Self::enter(id, &mut meter, Entry { kind: ReadingKind::Correction, value, total, at, by: Some(by) })?;
		meter.note_correction(at, total);
		meter.base = Self::base_within(id, &meter, total);
		Self::revise(id, &meter);
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::UseCorrected { meter: id, value, before, total, reason });
		Ok(())
	}
}
