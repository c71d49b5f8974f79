// SPDX-License-Identifier: Apache-2.0

//! Reversals of receipts that were booked to the wrong account or with the wrong amount. What is there is frozen at the
//! proposal, with what a unit's money has prepaid; what was spent already becomes a debt. What a receipt for a unit
//! paid is taken back first, so that the unit owes its bills again instead.

use crate::{
	bank_entries::Change, BankBalances, BankEntry, BankEntryKind, Config, CorrectionProposal, CorrectionTerms, Debt,
	Debts, Error, Event, HoldReason, Pallet, Party, UnitPayments,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{
			hold::{Inspect as InspectHold, Mutate as MutateHold},
			Inspect, Mutate,
		},
		tokens::{Fortitude, Precision, Preservation},
	},
};
use linli_primitives::{
	traits::{BankOutcomes, FundLedger, UnitReceipts},
	BankId, Cause, ContentHash, EntryId, Fen,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_reversal(
		by: T::AccountId,
		reference: ContentHash,
		amount: Option<Fen>,
		reason: ContentHash,
	) -> DispatchResult {
		let bank = Self::correctable(reference, BankEntryKind::In)?;
		// The expense is approved again: its payment is ordered and booked anew.
		let is_return = bank.cause.is_some() && bank.returns.is_some();
		ensure!(!is_return, Error::<T>::IsReturn);
		// Nobody keeps all of their own receipt from being taken back by proposing a part of it.
		let is_own = bank.party.account().is_some_and(|account| Self::is_related(account, &by));
		ensure!(!is_own, Error::<T>::OwnReceipt);
		// One person alone cannot freeze a household's money again and again.
		ensure!(!Self::was_declined(reference, &bank, &by), Error::<T>::ReversalAlreadyDeclined);
		// The one who had the money moved has it no more; who has it now would keep it.
		let was_moved = UnitPayments::<T>::get(reference).is_some_and(T::Units::was_moved);
		ensure!(!was_moved, Error::<T>::ReceiptMoved);
		let amount = amount.unwrap_or(bank.valid());
		ensure!(amount > 0 && amount <= bank.valid(), Error::<T>::InvalidAmount);
		let terms = CorrectionTerms::Receipt { amount, reason };
		let free = Self::freezable(&bank.party);
		let units = Self::units_account(&bank);
		let prepaid = units.map_or(0, T::Units::prepaid);
		let frozen = free.saturating_add(prepaid).min(amount);
		Self::deposit_event(Event::CorrectionProposed { reference, terms, frozen, by: by.clone() });
		if let Some(account) = units {
			Self::release_prepaid(account, frozen.saturating_sub(free))?;
		}
		let entry = Self::freeze(reference, &bank.party, frozen)?;
		Self::begin_claim(&bank, &terms, frozen);
		Self::propose_correction((reference, bank.bank), terms, frozen, entry, by);
		Ok(())
	}

	/// Burns what is frozen, then what else is there; the rest becomes a debt. Returns the entry of the pot's ledger,
	/// and the number of units that bear a cost again.
	pub(crate) fn reverse(
		reference: ContentHash,
		bank: &BankEntry<T::AccountId>,
		proposal: &CorrectionProposal<T::AccountId>,
		amount: Fen,
		approver: &T::AccountId,
		max_units: u32,
	) -> Result<(Option<EntryId>, u32), DispatchError> {
		let CorrectionTerms::Receipt { reason, .. } = proposal.terms else {
			return Err(Error::<T>::NotReceipt.into());
		};
		let units = bank.cause.map_or(Ok(0), |cause| Self::bearers_within(&cause, max_units))?;
		let party = &bank.party;
		let missing = amount.saturating_sub(proposal.frozen);
		Self::deposit_event(Event::ReceiptReversed {
			reference,
			party: party.clone(),
			amount,
			missing,
			reason,
			proposer: proposal.proposer.clone(),
			approver: approver.clone(),
		});
		Self::burn_frozen(party, proposal.frozen)?;
		if let Party::Account(account) = party {
			Self::forget_value_date(account, reference, amount);
		}
		Self::count(Self::correcting_bank(bank.bank), Change::Reversed, proposal.frozen)?;
		// Before the debt is recovered: what units give back is there to be taken.
		if let Some(cause) = bank.cause {
			T::Outcomes::refund_reversed(&cause, amount, reference)?;
		}
		if missing > 0 {
			// It may have been moved since the proposal; who has the money now would keep it.
			let was_moved = UnitPayments::<T>::get(reference).is_some_and(T::Units::was_moved);
			ensure!(!was_moved, Error::<T>::ReceiptMoved);
			let debt = Debts::<T>::try_mutate(reference, |slot| -> Result<Fen, DispatchError> {
				let debt = slot.get_or_insert_with(|| Debt { party: party.clone(), amount: 0 });
				debt.amount = debt.amount.checked_add(missing).ok_or(Error::<T>::AmountTooLarge)?;
				Ok(debt.amount)
			})?;
			Self::deposit_event(Event::DebtArose { reference, party: party.clone(), amount: missing, debt });
			Self::list_debt(reference, bank, true);
			Self::gather(reference, bank, debt)?;
			if Self::recoverable(party, debt, Self::correcting_bank(bank.bank)) > 0 {
				Self::take_debt(reference)?;
			}
		}
		Ok((proposal.entry, units))
	}

	/// Takes what is there of a debt: of a unit's what is free and what is prepaid, and then what the receipt paid of
	/// bills, if their pots have money again. Returns whether the debt is a unit's.
	pub(crate) fn do_recover(reference: ContentHash) -> Result<bool, DispatchError> {
		let debt = Debts::<T>::get(reference).ok_or(Error::<T>::DebtNotFound)?;
		let bank = Self::known_entry(reference)?;
		Self::gather(reference, &bank, debt.amount)?;
		Self::take_debt(reference)?;
		Ok(Self::units_account(&bank).is_some())
	}

	/// Gathers what can be taken of `amount` fen of a unit's debt: what is prepaid as far as it exceeds what is free,
	/// and what is then missing off the bills that the receipt paid, which are owed again. No more than the bank
	/// account has by the books: otherwise bills would be owed again, and the debt as well.
	fn gather(reference: ContentHash, bank: &BankEntry<T::AccountId>, amount: Fen) -> DispatchResult {
		let Some(account) = Self::units_account(bank) else { return Ok(()) };
		let amount = amount.min(BankBalances::<T>::get(Self::correcting_bank(bank.bank)));
		Self::free_up(account, amount)?;
		let missing = amount.saturating_sub(Self::free(account));
		if missing == 0 {
			return Ok(());
		}
		T::Units::take_back(account, UnitPayments::<T>::get(reference), bank.moment, missing)
	}

	/// Releases what is prepaid with a unit's money, as far as `amount` fen exceed what is free.
	pub(crate) fn free_up(account: &T::AccountId, amount: Fen) -> DispatchResult {
		let missing = amount.saturating_sub(Self::free(account));
		Self::release_prepaid(account, missing.min(T::Units::prepaid(account)))
	}

	/// Releases `amount` fen of what is prepaid with a unit's money.
	fn release_prepaid(account: &T::AccountId, amount: Fen) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		T::Units::release_prepaid(account, amount)
	}

	/// What is free on an account, in fen.
	fn free(account: &T::AccountId) -> Fen {
		T::Currency::reducible_balance(account, Preservation::Expendable, Fortitude::Polite)
	}

	/// What can be taken now of `amount` fen of debt: what is free, as far as the bank account at which it is booked
	/// has as much by the books.
	fn recoverable(party: &Party<T::AccountId>, amount: Fen, bank: BankId) -> Fen {
		Self::spendable(party).min(amount).min(BankBalances::<T>::get(bank))
	}

	/// Takes what is free of a debt.
	pub(crate) fn take_debt(reference: ContentHash) -> DispatchResult {
		let Debt { party, amount } = Debts::<T>::get(reference).ok_or(Error::<T>::DebtNotFound)?;
		ensure!(party != Party::Pots, Error::<T>::IsInterest);
		let entry = Self::known_entry(reference)?;
		let bank = Self::correcting_bank(entry.bank);
		let taken = Self::recoverable(&party, amount, bank);
		ensure!(taken > 0, Error::<T>::NothingToRecover);
		let rest = amount.saturating_sub(taken);
		Self::deposit_event(Event::DebtRecovered { reference, party: party.clone(), amount: taken, rest });
		match &party {
			Party::Account(account) | Party::Unit { account, .. } => {
				let (precision, force) = (Precision::Exact, Fortitude::Polite);
				T::Currency::burn_from(account, taken, Preservation::Expendable, precision, force)?;
			}
			Party::Pot(pot) => {
				T::Ledger::withdraw(*pot, &Self::transit(), taken, Cause::Receipt { reference })?;
				Self::burn_transit(taken)?;
			}
			Party::Bank(_) | Party::Pots => return Err(Error::<T>::NotReceipt.into()),
		}
		Self::count(bank, Change::Reversed, taken)?;
		Self::list_debt(reference, &entry, rest > 0);
		Debts::<T>::set(reference, (rest > 0).then_some(Debt { party, amount: rest }));
		Ok(())
	}

	/// What can be taken from the party now, in fen.
	fn spendable(party: &Party<T::AccountId>) -> Fen {
		match party {
			Party::Account(account) | Party::Unit { account, .. } => Self::free(account),
			Party::Pot(pot) => T::Ledger::available(*pot),
			Party::Bank(_) | Party::Pots => 0,
		}
	}

	/// What can be frozen now, in fen. The last fen of an account cannot, since it keeps the account alive.
	fn freezable(party: &Party<T::AccountId>) -> Fen {
		match party {
			Party::Account(account) | Party::Unit { account, .. }
				if T::Currency::hold_available(&HoldReason::Reversal.into(), account) =>
			{
				T::Currency::reducible_balance(account, Preservation::Protect, Fortitude::Force)
			}
			Party::Account(_) | Party::Unit { .. } => 0,
			Party::Pot(pot) => T::Ledger::available(*pot),
			Party::Bank(_) | Party::Pots => 0,
		}
	}

	/// Puts an account's money on hold, or moves a pot's to the transit account.
	fn freeze(
		reference: ContentHash,
		party: &Party<T::AccountId>,
		amount: Fen,
	) -> Result<Option<EntryId>, DispatchError> {
		match party {
			_ if amount == 0 => Ok(None),
			Party::Account(account) | Party::Unit { account, .. } => {
				T::Currency::hold(&HoldReason::Reversal.into(), account, amount)?;
				Ok(None)
			}
			Party::Pot(pot) => {
				T::Ledger::withdraw(*pot, &Self::transit(), amount, Cause::Receipt { reference }).map(Some)
			}
			Party::Bank(_) | Party::Pots => Err(Error::<T>::NotReceipt.into()),
		}
	}

	/// Undoes [`Self::freeze`].
	pub(crate) fn unfreeze(reference: ContentHash, party: &Party<T::AccountId>, amount: Fen) -> DispatchResult {
		match party {
			_ if amount == 0 => (),
			Party::Account(account) | Party::Unit { account, .. } => {
				T::Currency::release(&HoldReason::Reversal.into(), account, amount, Precision::Exact)?;
			}
			Party::Pot(pot) => {
				let cause = Cause::Receipt { reference };
				T::Ledger::deposit(*pot, &Self::transit(), amount, cause, Preservation::Expendable)?;
			}
			Party::Bank(_) | Party::Pots => return Err(Error::<T>::NotReceipt.into()),
		}
		Ok(())
	}

	/// Burns frozen money.
	fn burn_frozen(party: &Party<T::AccountId>, amount: Fen) -> DispatchResult {
		match party {
			_ if amount == 0 => (),
			Party::Account(account) | Party::Unit { account, .. } => {
				let reason = HoldReason::Reversal.into();
				T::Currency::burn_held(&reason, account, amount, Precision::Exact, Fortitude::Force)?;
			}
			Party::Pot(_) => Self::burn_transit(amount)?,
			// Nothing is frozen for these.
			Party::Bank(_) | Party::Pots => return Err(Error::<T>::NotReceipt.into()),
		}
		Ok(())
	}
}
