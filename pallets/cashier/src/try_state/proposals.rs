// SPDX-License-Identifier: Apache-2.0

//! The invariants of what waits for another person, and of what is noted beside the bank entries.

use crate::{
	Attestations, AuditorFigures, BankEntries, BankEntryKind, Banks, ChargeProposals, Config, DeclinedReversals,
	DeclinedUnitReversals, Explanations, Pallet, UnitPayments, MAX_CHARGES,
};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use linli_primitives::traits::{FundLedger, UnitReceipts};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// A bank charge that waits is of an existing bank account and pot, and not zero; they are not too many.
	pub(super) fn try_charges_are_of_pots() -> Result<(), TryRuntimeError> {
		for proposal in ChargeProposals::<T>::iter_values() {
			ensure!(proposal.amount > 0, "a proposed bank charge is zero");
			ensure!(Banks::<T>::contains_key(proposal.bank), "a bank charge is of no bank account");
			ensure!(T::Ledger::exists(proposal.pot), "a bank charge is of no pot");
		}
		let count = u32::try_from(ChargeProposals::<T>::iter_keys().count());
		ensure!(count == Ok(ChargeProposals::<T>::count()), "the proposed bank charges are miscounted");
		ensure!(ChargeProposals::<T>::count() <= MAX_CHARGES, "too many bank charges are proposed");
		Ok(())
	}

	/// Only the reversal of a receipt is noted as declined; each receipt for a unit made a payment of its own.
	pub(super) fn try_notes_are_of_receipts() -> Result<(), TryRuntimeError> {
		for key in DeclinedReversals::<T>::iter_keys() {
			let is_receipt = BankEntries::<T>::get(key).is_some_and(|entry| entry.kind == BankEntryKind::In);
			ensure!(is_receipt, "a reversal was declined of something that is no receipt");
		}
		for account in DeclinedUnitReversals::<T>::iter_keys() {
			ensure!(T::Units::is_unit_account(&account), "a unit's reversal was declined of another account");
		}
		let mut payments = BTreeSet::new();
		ensure!(
			UnitPayments::<T>::iter_values().all(|payment| payments.insert(payment)),
			"two receipts made the same payment"
		);
		Ok(())
	}

	/// Differences are explained of attested months only, item by item, none of them zero or named twice. Auditors'
	/// figures are of existing bank accounts.
	pub(super) fn try_explanations_are_of_attested_months() -> Result<(), TryRuntimeError> {
		for (bank, month, items) in Explanations::<T>::iter() {
			ensure!(Attestations::<T>::contains_key(bank, month), "a month is explained that is not attested");
			ensure!(items.iter().all(|item| item.amount > 0), "an outstanding item is zero");
			let mut references = BTreeSet::new();
			ensure!(
				items.iter().all(|item| references.insert(item.reference)),
				"a bank reference is outstanding twice"
			);
		}
		ensure!(
			AuditorFigures::<T>::iter_keys().all(|(bank, _)| Banks::<T>::contains_key(bank)),
			"an auditor's figure is of no bank account"
		);
		Ok(())
	}
}
