// SPDX-License-Identifier: Apache-2.0

//! The community's bank accounts (D51): opened and closed by decision, each with references, a balance and months of
//! its own. Moving money between them changes no balance on chain.
//!
//! A closed account is still attested for the month of its closing, and what was booked on it can still be corrected.
//! Its own months cannot change any more: the bank sends no statement that would show it, and its balance is zero. So
//! such a correction is booked at account 0, which stays open, with a link to the entry; what is booked anew instead is
//! booked there, too.

use crate::{
	bank_entries::Change, Bank, BankBalances, BankEntries, BankEntry, BankEntryKind, Banks, Config, Error, Event,
	FirstMonth, OpenMatters, Pallet, Party, MAX_BANKS,
};
use frame_support::{ensure, traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Clock, Community},
	BankId, Commitment, ContentHash, Fen, Moment, Period, PeriodKind,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_bank(bank: BankId, label: Commitment, purpose: ContentHash) -> DispatchResult {
		ensure!(!Banks::<T>::contains_key(bank), Error::<T>::BankAlreadyOpened);
		ensure!(Banks::<T>::count() < MAX_BANKS, Error::<T>::TooManyBanks);
		let opened = T::Clock::now();
		let month = T::Community::period_at(PeriodKind::Month, opened).ok_or(Error::<T>::InvalidMonth)?;
		Banks::<T>::insert(bank, Bank { label, purpose, opened, closed: None });
		// Its statements begin with this month, whether anything is booked in it or not.
		FirstMonth::<T>::insert(bank, month);
		Self::deposit_event(Event::BankOpened { bank, label, purpose });
		Ok(())
	}

	pub(crate) fn do_close_bank(bank: BankId) -> DispatchResult {
		let mut account = Self::open_bank_account(bank)?;
		ensure!(bank != 0, Error::<T>::IsFirstBank);
		ensure!(BankBalances::<T>::get(bank) == 0, Error::<T>::BankBalanceOutstanding);
		ensure!(OpenMatters::<T>::get(bank) == 0, Error::<T>::MattersOutstanding);
		account.closed = Some(T::Clock::now());
		Banks::<T>::insert(bank, account);
		Self::deposit_event(Event::BankClosed { bank });
		Ok(())
	}

	/// The bank account, which must be open.
	pub(crate) fn open_bank_account(bank: BankId) -> Result<Bank, Error<T>> {
		let account = Banks::<T>::get(bank).ok_or(Error::<T>::BankNotFound)?;
		ensure!(account.closed.is_none(), Error::<T>::BankClosed);
		Ok(account)
	}

	/// The bank account, which must not have been closed before `month` began.
	pub(crate) fn bank_account_in(bank: BankId, month: Period) -> Result<Bank, Error<T>> {
		let account = Banks::<T>::get(bank).ok_or(Error::<T>::BankNotFound)?;
		ensure!(Self::has_statement(&account, month), Error::<T>::BankClosed);
		Ok(account)
	}

	/// Whether the account was not closed before `month` began: the bank sends a last statement for the month of its
	/// closing.
	pub(crate) fn has_statement(account: &Bank, month: Period) -> bool {
		let last = |closed| T::Community::month_of_books(closed);
		account.closed.is_none_or(|closed| last(closed).is_some_and(|last| month <= last))
	}

	/// The bank account at which corrections of what was booked at `bank` are booked.
	pub(crate) fn correcting_bank(bank: BankId) -> BankId {
		let is_open = Banks::<T>::get(bank).is_some_and(|account| account.closed.is_none());
		if is_open {
			bank
		} else {
			0
		}
	}

	/// Counts a matter that keeps the bank account from being closed: an order, or a proposal that waits.
	pub(crate) fn open_matter(bank: BankId) {
		OpenMatters::<T>::mutate(bank, |open| *open = open.saturating_add(1));
	}

	/// The weight of counting a matter.
	pub(crate) fn matter_weight() -> Weight {
		T::DbWeight::get().reads_writes(1, 1)
	}

	/// Counts off a matter that has ended.
	pub(crate) fn end_matter(bank: BankId) {
		OpenMatters::<T>::mutate(bank, |open| *open = open.saturating_sub(1));
	}

	/// Books that money went from one of the community's bank accounts to another, as both statements show it.
	pub(crate) fn do_record_transfer(
		cashier: T::AccountId,
		(from, out): (BankId, &[u8]),
		(to, incoming): (BankId, &[u8]),
		amount: Fen,
		value: Moment,
	) -> DispatchResult {
		ensure!(from != to, Error::<T>::DuplicateBank);
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		Self::ensure_value_date(value)?;
		let (out, incoming) = (Self::unused(from, out)?, Self::unused(to, incoming)?);
		let sides = [
			(from, out, BankEntryKind::TransferOut, Change::TransferredOut, to),
			(to, incoming, BankEntryKind::TransferIn, Change::TransferredIn, from),
		];
		for (bank, key, kind, change, other) in sides {
			let moment = Self::count(bank, change, amount)?;
			let entry = BankEntry {
				kind,
				party: Party::Bank(other),
				entry: None,
				cause: None,
				returns: None,
				amount,
				moment,
				cashier: Some(cashier.clone()),
				corrected: 0,
				corrections: 0,
				bank,
				value,
			};
			BankEntries::<T>::insert(key, entry);
			Self::write_journal(bank, key);
		}
		Self::deposit_event(Event::TransferRecorded { from, to, amount, out, incoming, value, cashier });
		Ok(())
	}

	/// What the bank account should have by the books, in fen.
	pub fn bank_balance(bank: BankId) -> Fen {
		BankBalances::<T>::get(bank)
	}
}
