// SPDX-License-Identifier: Apache-2.0

//! Outstanding items: a difference between a month's bank statement and the books is explained line by line (D51).

use crate::{
	Attestations, BankEntries, BankEntryKind, Config, Error, Event, Explanations, OutstandingItem, OutstandingKind,
	Pallet, MAX_ITEMS,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::ConstU32, BoundedVec};
use linli_primitives::{BankId, Period};
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
		let fits = match (item.kind, entry) {
			(OutstandingKind::ReceivedByBank | OutstandingKind::PaidByBank, entry) => entry.is_none(),
			(OutstandingKind::ReceiptBooked | OutstandingKind::PaymentBooked, None) => false,
			(kind, Some(entry)) => {
				let came = matches!(entry.kind, BankEntryKind::In | BankEntryKind::TransferIn);
				let is_receipt = matches!(kind, OutstandingKind::ReceiptBooked);
				entry.bank == bank && came == is_receipt && item.amount <= entry.amount
			}
		};
		ensure!(fits, Error::<T>::ItemMismatch);
		Ok(())
	}

	/// See [`crate::api::CashierApi::outstanding`].
	pub fn outstanding(bank: BankId, period: Period) -> Vec<(OutstandingItem, bool)> {
		let items = Explanations::<T>::get(bank, period);
		let is_cleared = |item: &OutstandingItem| match BankEntries::<T>::get(item.reference) {
			// Booked here since, or taken back here since.
			Some(entry) => !item.kind.is_booked() || entry.valid() == 0,
			None => false,
		};
		items
			.into_iter()
			.map(|item| {
				let cleared = is_cleared(&item);
				(item, cleared)
			})
			.collect()
	}
}
