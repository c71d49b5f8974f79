// SPDX-License-Identifier: Apache-2.0

//! Receipts taken back: booked on the wrong account, or with the wrong amount. One asks, another agrees.

use crate::{
	bank_entries::Change, types::Step, BankEntry, BankEntryKind, Config, Error, Event, Pallet, Party, References,
	Standing,
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
		Self::advance(reference, Step::Propose { by: by.clone(), reason, at })?;
		Self::deposit_event(Event::ReversalProposed { reference, reason, by });
		Ok(())
	}

	pub(crate) fn do_decline_reversal(by: T::AccountId, reference: ContentHash) -> DispatchResult {
		Self::advance(reference, Step::Decline)?;
		Self::deposit_event(Event::ReversalDeclined { reference, by });
		Ok(())
	}

	pub(crate) fn do_approve_reversal(approver: T::AccountId, reference: ContentHash) -> DispatchResult {
		let at = T::Clock::now();
		let entry = Self::advance(reference, Step::Approve { by: approver.clone(), at })?;
		let Standing::Reversed { proposer, reason, .. } = entry.standing else {
			return Err(Error::<T>::NotQuestioned.into());
		};
		ensure!(proposer != approver, Error::<T>::OwnReversal);
		match &entry.party {
			Party::Account(account) => Self::burn(account, entry.amount)?,
			Party::Pot(pot) => {
				Self::burn_from_pot(*pot, entry.amount, Cause::Receipt { reference })?;
			}
		}
		Self::count(Change::Reversed, entry.amount)?;
		let BankEntry { party, amount, .. } = entry;
		Self::deposit_event(Event::ReceiptReversed { reference, party, amount, reason, proposer, approver });
		Ok(())
	}

	/// Takes one step with a receipt's standing.
	fn advance(reference: ContentHash, step: Step<T::AccountId>) -> Result<BankEntry<T::AccountId>, DispatchError> {
		References::<T>::try_mutate(reference, |slot| {
			let entry = slot.as_mut().ok_or(Error::<T>::NoSuchBankEntry)?;
			ensure!(entry.kind == BankEntryKind::In, Error::<T>::NotAReceipt);
			let refusal = match &entry.standing {
				Standing::Valid => Error::<T>::NotQuestioned,
				Standing::Questioned { .. } => Error::<T>::AlreadyQuestioned,
				Standing::Reversed { .. } => Error::<T>::AlreadyReversed,
			};
			entry.standing = entry.standing.clone().after(step).ok_or(refusal)?;
			Ok(entry.clone())
		})
	}

	/// Takes money out of a pot and out of the world. The pot's ledger says what left it; the account in between exists
	/// within this call only.
	pub(crate) fn burn_from_pot(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		let transit = T::PalletId::get().into_account_truncating();
		let entry = T::Fund::withdraw(pot, &transit, amount, cause)?;
		Self::burn(&transit, amount)?;
		Ok(entry)
	}

	fn burn(account: &T::AccountId, amount: Fen) -> DispatchResult {
		let free = T::Currency::reducible_balance(account, Preservation::Expendable, Fortitude::Polite);
		ensure!(free >= amount, Error::<T>::BalanceTooLow);
		T::Currency::burn_from(account, amount, Preservation::Expendable, Precision::Exact, Fortitude::Polite)?;
		Ok(())
	}
}
