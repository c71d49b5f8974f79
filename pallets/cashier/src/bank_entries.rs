// SPDX-License-Identifier: Apache-2.0

//! Receipts, and the totals that every bank entry updates.

use crate::{
	BankBalances, BankEntries, BankEntry, BankEntryKind, Config, Error, Event, FirstMonth, Months, Pallet, Party,
	TotalPaidOut, TotalReceived, TotalRestored, TotalReversed, Totals,
};
use frame_support::{
	ensure,
	traits::{fungible::Mutate, Contains},
};
use linli_primitives::{
	traits::{Clock, Community, FundLedger, People},
	BankId, Cause, ContentHash, EntryId, Fen, Moment,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The changes of a bank account's balance. Transfers between them do not change the total issuance.
#[derive(Clone, Copy)]
pub(crate) enum Change {
	Received,
	PaidOut,
	Reversed,
	Restored,
	TransferredIn,
	TransferredOut,
}

impl<T: Config> Pallet<T> {
	/// Books money that the bank received, for the thing of another pallet that `cause` names, if any. `cashier` is
	/// `None` at genesis. Returns the entry of the pot's ledger, and the key of the reference.
	pub(crate) fn do_receive(
		cashier: Option<T::AccountId>,
		bank: BankId,
		party: Party<T::AccountId>,
		amount: Fen,
		reference: &[u8],
		value: Moment,
		cause: Option<Cause>,
	) -> Result<(Option<EntryId>, ContentHash), DispatchError> {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let hash = Self::unused(bank, reference)?;
		Self::ensure_value_date(value)?;
		if let Party::Account(account) = &party {
			ensure!(!T::Ledger::is_pot(account), Error::<T>::IsPotAccount);
			ensure!(!T::CommunityAccounts::contains(account), Error::<T>::IsTransitAccount);
			let own = cashier.as_ref().is_some_and(|cashier| T::People::related(cashier, account));
			ensure!(!own, Error::<T>::OwnReceipt);
		}
		let event =
			Event::Received { reference: hash, party: party.clone(), amount, cashier: cashier.clone(), bank, value };
		Self::deposit_event(event);
		let entry = Self::mint(&party, amount, cause.unwrap_or(Cause::Receipt { reference: hash }))?;
		let moment = Self::count(bank, Change::Received, amount)?;
		if let Party::Account(account) = &party {
			Self::keep_value_date(account, hash, value, amount);
		}
		Self::write_journal(bank, hash);
		BankEntries::<T>::insert(
			hash,
			BankEntry {
				kind: BankEntryKind::In,
				party,
				entry,
				cause,
				returns: None,
				amount,
				moment,
				cashier,
				corrected: 0,
				corrections: 0,
				bank,
				value,
			},
		);
		Ok((entry, hash))
	}

	/// Books a payment by the bank. The money must be burnt within the same storage layer.
	pub(crate) fn book_payment(
		(bank, value): (BankId, Moment),
		reference: ContentHash,
		party: Party<T::AccountId>,
		ledger: Option<(EntryId, Cause)>,
		amount: Fen,
		cashier: T::AccountId,
	) -> DispatchResult {
		Self::ensure_unused(reference)?;
		let moment = Self::count(bank, Change::PaidOut, amount)?;
		Self::write_journal(bank, reference);
		BankEntries::<T>::insert(
			reference,
			BankEntry {
				kind: BankEntryKind::Out,
				party,
				entry: ledger.map(|(entry, _)| entry),
				cause: ledger.map(|(_, cause)| cause),
				returns: None,
				amount,
				moment,
				cashier: Some(cashier),
				corrected: 0,
				corrections: 0,
				bank,
				value,
			},
		);
		Ok(())
	}

	/// Mints money for an account, or into a pot through its ledger.
	pub(crate) fn mint(
		party: &Party<T::AccountId>,
		amount: Fen,
		cause: Cause,
	) -> Result<Option<EntryId>, DispatchError> {
		match party {
			Party::Account(account) | Party::Unit { account, .. } => {
				T::Currency::mint_into(account, amount)?;
				Ok(None)
			}
			Party::Pot(pot) => T::Ledger::issue(*pot, amount, cause).map(Some),
			Party::Bank(_) | Party::Pots => Err(Error::<T>::NotPayment.into()),
		}
	}

	/// Adds `amount` to the totals, overall and of the bank account and its month. Returns the time of the entry.
	pub(crate) fn count(bank: BankId, change: Change, amount: Fen) -> Result<Moment, DispatchError> {
		let add = |sum: &mut Fen| -> DispatchResult {
			*sum = sum.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?;
			Ok(())
		};
		match change {
			Change::Received => TotalReceived::<T>::try_mutate(add)?,
			Change::PaidOut => TotalPaidOut::<T>::try_mutate(add)?,
			Change::Reversed => TotalReversed::<T>::try_mutate(add)?,
			Change::Restored => TotalRestored::<T>::try_mutate(add)?,
			Change::TransferredIn | Change::TransferredOut => (),
		}
		let now = T::Clock::now();
		let month = T::Community::month_of_books(now).ok_or(Error::<T>::InvalidMonth)?;
		let balance = BankBalances::<T>::get(bank);
		let closing = match change {
			Change::Received | Change::Restored | Change::TransferredIn => {
				balance.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?
			}
			Change::PaidOut | Change::Reversed | Change::TransferredOut => {
				balance.checked_sub(amount).ok_or(Error::<T>::BankBalanceTooLow)?
			}
		};
		BankBalances::<T>::insert(bank, closing);
		Months::<T>::try_mutate(bank, month, |totals| -> DispatchResult {
			totals.closing = closing;
			match change {
				Change::Received => add(&mut totals.received),
				Change::PaidOut => add(&mut totals.paid_out),
				Change::Reversed => add(&mut totals.reversed),
				Change::Restored => add(&mut totals.restored),
				Change::TransferredIn => add(&mut totals.transferred_in),
				Change::TransferredOut => add(&mut totals.transferred_out),
			}
		})?;
		// Genesis is booked at moment zero, in a month that is never attested. The accounts that are there from then on
		// begin together, with the first entry of any: the community closes months for all of them.
		if now > 0 && !FirstMonth::<T>::contains_key(bank) {
			let first = FirstMonth::<T>::get(0).unwrap_or(month);
			FirstMonth::<T>::insert(0, first);
			FirstMonth::<T>::insert(bank, first);
		}
		Ok(now)
	}

	/// The sums received, paid out, reversed and restored since genesis.
	pub fn totals() -> Totals {
		Totals {
			received: TotalReceived::<T>::get(),
			paid_out: TotalPaidOut::<T>::get(),
			reversed: TotalReversed::<T>::get(),
			restored: TotalRestored::<T>::get(),
		}
	}

	/// The bank entry with this key.
	pub fn bank_entry(reference: ContentHash) -> Option<BankEntry<T::AccountId>> {
		BankEntries::<T>::get(reference)
	}

	/// The bank entry with this key, or the error that says there is none.
	pub(crate) fn known_entry(reference: ContentHash) -> Result<BankEntry<T::AccountId>, Error<T>> {
		Self::bank_entry(reference).ok_or(Error::<T>::BankEntryNotFound)
	}
}
