// SPDX-License-Identifier: Apache-2.0

//! The invariants of pots and ledgers, which hold after every block.

use crate::{Closes, Config, Direction, Entries, LastClosed, MonthBook, Months, NextPot, Pallet, Pots};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use linli_primitives::{
	traits::{Community, PotShares},
	Cause, Fen, Period, PeriodKind, PotId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_pots_are_dense()?;
		Self::try_accounts_match_pots()?;
		Self::try_ledgers_add_up()?;
		Self::try_transfers_have_two_halves()?;
		Self::try_months_are_what_their_entries_say()?;
		Self::try_closed_months_are_over()?;
		Self::try_shares_are_there()?;
		Self::try_pots_are_within_issuance()
	}

	/// Pots are `0..NextPot`, at most `MaxPots`, and include the fee pot.
	fn try_pots_are_dense() -> Result<(), TryRuntimeError> {
		let next = NextPot::<T>::get();
		ensure!(next <= T::MaxPots::get(), "more pots than allowed");
		ensure!(Pots::<T>::iter_keys().count() == usize::from(next), "the number of pots is wrong");
		ensure!((0..next).all(Pots::<T>::contains_key), "a pot is missing");
		ensure!(Pots::<T>::contains_key(T::FeePot::get()), "the fee pot is missing");
		Ok(())
	}

	/// The balance of a pot's account equals that of its ledger, plus the pending fees for the fee pot (D20).
	fn try_accounts_match_pots() -> Result<(), TryRuntimeError> {
		for (id, pot) in Pots::<T>::iter() {
			let expected = pot.balance.checked_add(Self::pending_fees_of(id)).ok_or("a pot's balance overflows")?;
			ensure!(T::Currency::total_balance(&Self::pot_account(id)) == expected, "a pot and its account differ");
		}
		Ok(())
	}

	/// Entries are `0..entry_count` without gaps and none is zero. Each balance follows from the previous one, and the
	/// last is the pot's.
	fn try_ledgers_add_up() -> Result<(), TryRuntimeError> {
		let mut ledgers = BTreeMap::<PotId, BTreeMap<_, _>>::new();
		for (pot, id, entry) in Entries::<T>::iter() {
			ledgers.entry(pot).or_default().insert(id, entry);
		}
		for (id, pot) in Pots::<T>::iter() {
			let mut balance: Fen = 0;
			let mut next = 0u64;
			for (entry_id, entry) in ledgers.remove(&id).unwrap_or_default() {
				ensure!(entry_id == next, "a ledger has a gap");
				ensure!(entry.amount > 0, "an entry has a zero amount");
				balance = match entry.direction {
					Direction::In => balance.checked_add(entry.amount),
					Direction::Out => balance.checked_sub(entry.amount),
				}
				.ok_or("a ledger overdraws")?;
				ensure!(entry.balance == balance, "an entry's balance does not follow");
				next = next.checked_add(1).ok_or("the ids of entries overflow")?;
			}
			ensure!(next == pot.entry_count, "a pot's number of entries is wrong");
			ensure!(balance == pot.balance, "a pot's balance is not its last entry's");
		}
		ensure!(ledgers.is_empty(), "a ledger has no pot");
		Ok(())
	}

	/// Both halves of a transfer between pots exist, match and name each other (D19).
	fn try_transfers_have_two_halves() -> Result<(), TryRuntimeError> {
		for (pot, id, entry) in Entries::<T>::iter() {
			let Cause::Transfer { pot: other, entry: half } = entry.cause else { continue };
			let half = Entries::<T>::get(other, half).ok_or("a transfer has only one half")?;
			ensure!(half.cause == Cause::Transfer { pot, entry: id }, "a transfer's halves do not name each other");
			let is_same = (half.amount, half.moment) == (entry.amount, entry.moment);
			ensure!(is_same && half.direction != entry.direction, "a transfer's halves differ");
		}
		Ok(())
	}

	/// Each entry is in the book of its month and in no other. Each book opens with the closing balance of the previous
	/// one, and the last book is the one stored with the pot.
	fn try_months_are_what_their_entries_say() -> Result<(), TryRuntimeError> {
		let mut archived = BTreeMap::<PotId, BTreeMap<Period, MonthBook>>::new();
		for (pot, month, book) in Months::<T>::iter() {
			ensure!(book.month == month, "a book is stored under another month");
			ensure!(book.entry_count > 0, "a book without entries is stored");
			archived.entry(pot).or_default().insert(month, book);
		}
		for (id, pot) in Pots::<T>::iter() {
			let books = archived.remove(&id).unwrap_or_default();
			ensure!(books.keys().all(|month| *month < pot.book.month), "a book is of a later month than the pot's own");
			let (mut balance, mut next) = (0, 0);
			for book in books.values().chain([&pot.book]) {
				ensure!(book.opening == balance && book.first_entry == next, "a book does not follow the one before");
				let mut again = MonthBook::new(book.month, balance, next);
				let end = next.checked_add(book.entry_count).ok_or("the ids of entries overflow")?;
				for entry in (next..end).map(|entry| Entries::<T>::get(id, entry)) {
					let entry = entry.ok_or("an entry of a book is missing")?;
					ensure!(Self::month_of(entry.moment)? == book.month, "an entry is in the book of another month");
					again.enter(entry.cause.kind(), entry.direction, entry.amount).ok_or("a book overflows")?;
				}
				ensure!(again == *book, "a book is not the sum of its entries");
				(balance, next) = (book.closing().ok_or("a book's closing balance overflows")?, end);
			}
			ensure!(balance == pot.balance && next == pot.entry_count, "the books do not lead to the pot's balance");
		}
		ensure!(archived.is_empty(), "a book has no pot");
		Ok(())
	}

	/// Closed months are over, and closes are consecutive up to `LastClosed`.
	fn try_closed_months_are_over() -> Result<(), TryRuntimeError> {
		let closes: BTreeMap<Period, _> = Closes::<T>::iter().collect();
		ensure!(closes.keys().next_back().copied() == LastClosed::<T>::get(), "the last closed month is wrong");
		for (month, close) in &closes {
			let end = T::Community::end(*month, PeriodKind::Month).ok_or("a month that does not exist is closed")?;
			ensure!(end <= close.moment, "a month was closed before it was over");
			let next = month.next(PeriodKind::Month).ok_or("the calendar has no next month")?;
			ensure!(closes.contains_key(&next) || closes.keys().all(|other| *other <= *month), "a close is missing");
		}
		Ok(())
	}

	/// A pot's balance covers the shares of others in it.
	fn try_shares_are_there() -> Result<(), TryRuntimeError> {
		for (id, pot) in Pots::<T>::iter() {
			ensure!(T::Shares::earmarked(id) <= pot.balance, "the shares in a pot exceed its balance");
		}
		Ok(())
	}

	/// The pots do not hold more than the total issuance.
	fn try_pots_are_within_issuance() -> Result<(), TryRuntimeError> {
		let totals = Self::totals();
		let sum = totals.in_pots.checked_add(totals.pending_fees).ok_or("the sum of the pots overflows")?;
		ensure!(sum <= T::Currency::total_issuance(), "the pots hold more than the total issuance");
		Ok(())
	}
}
