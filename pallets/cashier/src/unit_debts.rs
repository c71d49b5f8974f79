// SPDX-License-Identifier: Apache-2.0

//! What is claimed back of the money that is kept for units (D48). While a reversal waits of which not all is frozen,
//! and while a debt stands, the owner claims nothing and is paid nothing out. The next receipts pay the debt first.
//!
//! A debt is that of the account, and so of the person who owned the unit when the bank had the money: the buyer of a
//! unit has another account and owes nothing.

use crate::{BankEntry, Config, CorrectionTerms, Pallet, PartlyFrozen, Party, UnitDebts, VisitedDebts};
use alloc::vec::Vec;
use frame_support::{storage::with_storage_layer, traits::Get, weights::Weight};
use linli_primitives::{
	traits::{UnitClaims, UnitReceipts},
	ContentHash, Fen,
};

/// The maximum number of debts that a receipt visits until it pays one.
const MAX_VISITED: usize = 4;

/// What is read of a debt: itself, its place in the list, its receipt, the bank account and its balance, and the
/// account that owes it with its holds.
const READS_PER_DEBT: u64 = 8;

impl<T: Config> Pallet<T> {
	/// The account to which the entry was booked, if the money is a unit's: a receipt for the unit, or a payout of its
	/// money that came back. Nothing is received for it as an account.
	pub(crate) fn units_account(bank: &BankEntry<T::AccountId>) -> Option<&T::AccountId> {
		match &bank.party {
			Party::Unit { account, .. } => Some(account),
			Party::Account(account) if bank.returns.is_some() => T::Units::is_unit_account(account).then_some(account),
			Party::Account(_) | Party::Pot(_) | Party::Bank(_) | Party::Pots => None,
		}
	}

	/// The account that keeps a unit's money, if part of a reversal that waits is not frozen there.
	fn partly_frozen<'a>(
		bank: &'a BankEntry<T::AccountId>,
		terms: &CorrectionTerms,
		frozen: Fen,
	) -> Option<&'a T::AccountId> {
		match terms {
			CorrectionTerms::Receipt { amount, .. } if *amount > frozen => Self::units_account(bank),
			CorrectionTerms::Receipt { .. } | CorrectionTerms::Payment { .. } => None,
		}
	}

	/// Notes that a reversal waits.
	pub(crate) fn begin_claim(bank: &BankEntry<T::AccountId>, terms: &CorrectionTerms, frozen: Fen) {
		if let Some(account) = Self::partly_frozen(bank, terms, frozen) {
			PartlyFrozen::<T>::mutate(account, |count| *count = count.saturating_add(1));
		}
	}

	/// Notes that a reversal waits no longer.
	pub(crate) fn end_claim(bank: &BankEntry<T::AccountId>, terms: &CorrectionTerms, frozen: Fen) {
		if let Some(account) = Self::partly_frozen(bank, terms, frozen) {
			PartlyFrozen::<T>::mutate_exists(account, |slot| {
				*slot = slot.map(|count| count.saturating_sub(1)).filter(|count| *count > 0);
			});
		}
	}

	/// Lists the debt for a receipt with the account that owes it, or removes it from the list.
	pub(crate) fn list_debt(reference: ContentHash, bank: &BankEntry<T::AccountId>, is_owed: bool) {
		if let Some(account) = Self::units_account(bank) {
			UnitDebts::<T>::set(account, reference, is_owed.then_some(()));
			// The receipts that follow begin anew.
			if !is_owed && VisitedDebts::<T>::get(account) == Some(reference) {
				VisitedDebts::<T>::remove(account);
			}
		}
	}

	/// Takes a debt of the account that keeps a unit's money, as far as what is free there reaches: the first of which
	/// something can be taken, among a few. Returns the number of debts taken, one at most: the next receipt pays the
	/// next.
	///
	/// Their order is that of hashes. If nothing can be taken of any of the few, the next receipt goes on after them:
	/// debts at bank accounts that have nothing hold up none at another one.
	pub(crate) fn settle_debt(account: &T::AccountId) -> u32 {
		let few = Self::next_debts(account);
		let last = few.last().copied();
		for reference in few {
			// It refuses no receipt: what cannot be taken now stays owed, and holds up no other debt.
			if with_storage_layer(|| Self::take_debt(reference)).is_ok() {
				return 1;
			}
		}
		if let Some(last) = last {
			VisitedDebts::<T>::insert(account, last);
		}
		0
	}

	/// The debts to visit next: those after the last one that was visited in vain, then from the first one on.
	fn next_debts(account: &T::AccountId) -> Vec<ContentHash> {
		let mut few = Vec::new();
		if let Some(last) = VisitedDebts::<T>::get(account) {
			let after = UnitDebts::<T>::hashed_key_for(account, last);
			few.extend(UnitDebts::<T>::iter_key_prefix_from(account, after).take(MAX_VISITED));
		}
		let room = MAX_VISITED.saturating_sub(few.len());
		for reference in UnitDebts::<T>::iter_key_prefix(account).take(room) {
			if few.contains(&reference) {
				break;
			}
			few.push(reference);
		}
		few
	}

	/// The weight of visiting debts of which nothing can be taken, and of noting where to go on.
	pub(crate) fn visit_debts_weight() -> Weight {
		let debts = u64::try_from(MAX_VISITED).unwrap_or(u64::MAX);
		T::DbWeight::get().reads_writes(debts.saturating_mul(READS_PER_DEBT).saturating_add(3), 1)
	}
}

impl<T: Config> UnitClaims<T::AccountId> for Pallet<T> {
	fn is_held(account: &T::AccountId) -> bool {
		PartlyFrozen::<T>::contains_key(account) || UnitDebts::<T>::iter_key_prefix(account).next().is_some()
	}

	fn weight() -> Weight {
		T::DbWeight::get().reads(2)
	}
}
