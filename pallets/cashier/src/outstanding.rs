// SPDX-License-Identifier: Apache-2.0

//! Outstanding items: a difference between a month's bank statement and the books is explained line by line (D51).

use crate::{
	Attestations, BankEntries, BankEntry, BankEntryKind, Config, Error, Event, Explanations, OutstandingItem, Pallet,
	MAX_ITEMS,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::ConstU32, BoundedVec};
use linli_primitives::{BankId, Fen, Period};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Lists what explains the difference of an attested month; a later list replaces an earlier one.
	pub(crate) fn do_explain(
		by: T::AccountId,
		bank: BankId,
		period: Period,
		items: BoundedVec<OutstandingItem, ConstU32<MAX_ITEMS>>,
	) -> DispatchResult {
		let attestation = Attestations::<T>::get(bank, period).ok_or(Error::<T>::NotAttested)?;
		let mut unexplained = attestation.difference().ok_or(Error::<T>::AmountTooLarge)?;
		for (place, item) in items.iter().enumerate() {
			ensure!(item.amount > 0, Error::<T>::InvalidAmount);
			let mut others = items.iter().skip(place.saturating_add(1));
			let twice = others.any(|other| other.reference == item.reference);
			ensure!(!twice, Error::<T>::DuplicateItem);
			Self::ensure_outstanding(bank, item)?;
			let amount = i128::try_from(item.amount).map_err(|_| Error::<T>::AmountTooLarge)?;
			let rest =
				if item.kind.raises() { unexplained.checked_sub(amount) } else { unexplained.checked_add(amount) };
			unexplained = rest.ok_or(Error::<T>::AmountTooLarge)?;
		}
		Explanations::<T>::insert(bank, period, items);
		Self::deposit_event(Event::DifferenceExplained { bank, period, unexplained, by });
		Ok(())
	}

	/// Ensures that what is said to be booked is, with at least that amount, and that what is said not to be is not.
	fn ensure_outstanding(bank: BankId, item: &OutstandingItem) -> DispatchResult {
		let entry = BankEntries::<T>::get(item.reference);
		let fits = match entry {
			None => !item.kind.is_booked(),
			Some(_) => item.kind.is_booked() && item.amount <= Self::booked(bank, item),
		};
		ensure!(fits, Error::<T>::ItemMismatch);
		Ok(())
	}

	/// What is booked at the bank account under the item's reference and in its direction, less what was corrected
	/// since, in fen.
	fn booked(bank: BankId, item: &OutstandingItem) -> Fen {
		let is_same = |entry: &BankEntry<T::AccountId>| {
			let came = matches!(entry.kind, BankEntryKind::In | BankEntryKind::TransferIn);
			entry.bank == bank && came == item.kind.is_receipt()
		};
		BankEntries::<T>::get(item.reference).filter(is_same).map_or(0, |entry| entry.valid())
	}

	/// See [`crate::api::CashierApi::outstanding`].
	pub fn outstanding(bank: BankId, period: Period) -> Vec<(OutstandingItem, Fen)> {
		let items = Explanations::<T>::get(bank, period);
		let rest = |item: &OutstandingItem| {
			let booked = Self::booked(bank, item);
			// What is booked here is outstanding as far as it stands; what is not, as far as it is missing.
			if item.kind.is_booked() {
				booked.min(item.amount)
			} else {
				item.amount.saturating_sub(booked)
			}
		};
		items
			.into_iter()
			.map(|item| {
				let rest = rest(&item);
				(item, rest)
			})
			.collect()
	}
}
