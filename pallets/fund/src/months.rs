// SPDX-License-Identifier: Apache-2.0

//! Monthly books: the first entry of a month starts a new book, and a close is final (D25).
//!
//! An entry always belongs to the month in which it is written, so no entry can change a past month. A close states
//! that the books were compared with the bank statement; other pallets refuse to book into a closed month
//! ([`ClosedMonths`]).

use crate::{Closes, Config, Error, Event, LastClosed, MonthBook, MonthClose, Months, Pallet, Pot, Pots};
use frame_support::ensure;
use linli_primitives::{
	traits::{Attesters, BankStatement, BankStatements, Clock, ClosedMonths, Community, People},
	Moment, Period, PeriodKind, PotId,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The maximum number of months to look back for the last one with entries: fifty years.
const MAX_QUIET_MONTHS: u32 = 600;

impl<T: Config> Pallet<T> {
	/// The month in whose books `moment` falls.
	pub(crate) fn month_of(moment: Moment) -> Result<Period, DispatchError> {
		Ok(T::Community::month_of_books(moment).ok_or(Error::<T>::InvalidMonth)?)
	}

	/// Starts the book of `month` and archives the previous one, unless `month` is current already.
	pub(crate) fn turn_to(month: Period, id: PotId, pot: &mut Pot) {
		if pot.book.month == month {
			return;
		}
		let book = core::mem::replace(&mut pot.book, MonthBook::new(month, pot.balance, pot.entry_count));
		if book.entry_count > 0 {
			Months::<T>::insert(id, book.month, book);
		}
	}

	pub(crate) fn do_close_month(by: T::AccountId, month: Period) -> DispatchResult {
		let moment = T::Clock::now();
		let end = T::Community::end(month, PeriodKind::Month).ok_or(Error::<T>::InvalidMonth)?;
		ensure!(end <= moment, Error::<T>::MonthNotOver);
		match LastClosed::<T>::get() {
			Some(last) if month <= last => return Err(Error::<T>::MonthClosed.into()),
			Some(last) => ensure!(last.next(PeriodKind::Month) == Some(month), Error::<T>::MonthOutOfOrder),
			None => {}
		}
		let missing = || match T::Statements::is_attested(month) {
			true => Error::<T>::MonthNotConfirmed,
			false => Error::<T>::MonthNotAttested,
		};
		let bank = T::Statements::statement(month).ok_or_else(missing)?;
		let attested = |cashier| T::People::same_person(&cashier, &by);
		ensure!(!T::Statements::attesters(month).into_iter().any(attested), Error::<T>::OwnAttestation);
		let BankStatement { statement, difference, confirmed } = bank;
		let close = MonthClose { statement, difference, moment, by: by.clone(), confirmed };
		Closes::<T>::insert(month, close);
		LastClosed::<T>::put(month);
		Self::deposit_event(Event::MonthClosed { month, statement, difference, by, confirmed });
		Ok(())
	}

	/// The pot's book of the month; for a month without entries, an empty book with the balance. `None` for a month in
	/// the future or before the pot was opened.
	pub fn month(pot: PotId, month: Period) -> Option<MonthBook> {
		let head = Pots::<T>::get(pot)?;
		if head.book.month == month {
			return Some(head.book);
		}
		if let Some(book) = Months::<T>::get(pot, month) {
			return Some(book);
		}
		if month < Self::month_of(head.opened).ok()? || month > Self::month_of(T::Clock::now()).ok()? {
			return None;
		}
		if head.book.month < month {
			return Some(MonthBook::new(month, head.balance, head.entry_count));
		}
		let mut earlier = month;
		for _ in 0..MAX_QUIET_MONTHS {
			let Some(previous) = earlier.previous(PeriodKind::Month) else { break };
			if let Some(book) = Months::<T>::get(pot, previous) {
				return Some(MonthBook::new(month, book.closing()?, book.first_entry.checked_add(book.entry_count)?));
			}
			earlier = previous;
		}
		// There is no earlier entry, except for those of genesis.
		let opening = Months::<T>::get(pot, Period::OPENING);
		let (balance, next) = match opening {
			Some(book) => (book.closing()?, book.entry_count),
			None => (0, 0),
		};
		Some(MonthBook::new(month, balance, next))
	}

	/// The close of the month. `None` if it is open, or was closed along with the first closed month.
	pub fn month_close(month: Period) -> Option<MonthClose<T::AccountId>> {
		Closes::<T>::get(month)
	}

	/// The last month whose books are closed.
	pub fn last_closed() -> Option<Period> {
		LastClosed::<T>::get()
	}
}

impl<T: Config> ClosedMonths for Pallet<T> {
	fn is_closed(month: Period) -> bool {
		LastClosed::<T>::get().is_some_and(|last| month <= last)
	}
}
