// SPDX-License-Identifier: Apache-2.0

//! Reversals of receipts that were booked to the wrong account or with the wrong amount: a cashier proposes, an auditor
//! approves.

use crate::{
	bank_entries::Change, types::Step, BankEntries, BankEntry, BankEntryKind, BankEntryState, Config, Error, Event,
	Pallet, Party,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use linli_primitives::{
	traits::{Clock, FundLedger},
	Cause, ContentHash, EntryId, Fen, PotId,
};
use sp_runtime::{traits::AccountIdConversion, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_reversal(by: T::AccountId, reference: ContentHash, reason: ContentHash) -> DispatchResult {
		let at = T::Clock::now();
		Self::advance(reference, |_| Ok(Step::Propose { by: by.clone(), reason, at }))?;
		Self::deposit_event(Event::ReversalProposed { reference, reason, by });
		Ok(())
	}

	pub(crate) fn do_decline_reversal(by: T::AccountId, reference: ContentHash) -> DispatchResult {
		Self::advance(reference, |_| Ok(Step::Decline))?;
		Self::deposit_event(Event::ReversalDeclined { reference, by });
		Ok(())
	}

	pub(crate) fn do_approve_reversal(approver: T::AccountId, reference: ContentHash) -> DispatchResult {
		let at = T::Clock::now();
		Self::advance(reference, |bank| {
			// Checked before any money moves: only a proposed reversal can be approved.
			let BankEntryState::ReversalProposed { proposer, reason, .. } = &bank.state else {
				return Err(Self::refusal(&bank.state).into());
			};
			ensure!(*proposer != approver, Error::<T>::OwnReversal);
			Self::deposit_event(Event::ReceiptReversed {
				reference,
				party: bank.party.clone(),
				amount: bank.amount,
				reason: *reason,
				proposer: proposer.clone(),
				approver: approver.clone(),
			});
			let entry = match &bank.party {
				Party::Account(account) => {
					Self::burn(account, bank.amount)?;
					None
				}
				Party::Pot(pot) => Some(Self::burn_from_pot(*pot, bank.amount, Cause::Receipt { reference })?),
			};
			Self::count(Change::Reversed, bank.amount)?;
			Ok(Step::Approve { by: approver, at, entry })
		})
	}

	/// Applies one step to a receipt's state.
	fn advance(
		reference: ContentHash,
		step: impl FnOnce(&BankEntry<T::AccountId>) -> Result<Step<T::AccountId>, DispatchError>,
	) -> DispatchResult {
		BankEntries::<T>::try_mutate(reference, |slot| {
			let bank = slot.as_mut().ok_or(Error::<T>::BankEntryNotFound)?;
			ensure!(bank.kind == BankEntryKind::In, Error::<T>::NotReceipt);
			let refusal = Self::refusal(&bank.state);
			let step = step(bank)?;
			bank.state = bank.state.clone().after(step).ok_or(refusal)?;
			Ok(())
		})
	}

	/// The error for a step that a receipt in `state` cannot take.
	fn refusal(state: &BankEntryState<T::AccountId>) -> Error<T> {
		match state {
			BankEntryState::Valid => Error::<T>::ReversalNotProposed,
			BankEntryState::ReversalProposed { .. } => Error::<T>::ReversalAlreadyProposed,
			BankEntryState::Reversed { .. } => Error::<T>::AlreadyReversed,
		}
	}

	/// Withdraws money from a pot and burns it. The pot's ledger records the withdrawal; the transit account has money
	/// within this call only.
	pub(crate) fn burn_from_pot(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		let transit = T::PalletId::get().into_account_truncating();
		let entry = T::Ledger::withdraw(pot, &transit, amount, cause)?;
		Self::burn(&transit, amount)?;
		Ok(entry)
	}

	/// Burns `amount` of the account's free balance.
	fn burn(account: &T::AccountId, amount: Fen) -> DispatchResult {
		let free = T::Currency::reducible_balance(account, Preservation::Expendable, Fortitude::Polite);
		ensure!(free >= amount, Error::<T>::InsufficientFunds);
		T::Currency::burn_from(account, amount, Preservation::Expendable, Precision::Exact, Fortitude::Polite)?;
		Ok(())
	}
}
