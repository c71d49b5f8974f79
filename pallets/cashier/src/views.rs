// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::CashierApi`].

use crate::{
	Attestation, AttestationHistory, Attestations, AuditorFigure, AuditorFigures, Bank, Banks, Config, Correction,
	CorrectionProposal, CorrectionProposals, Corrections, Debt, Debts, MonthTotals, Months, OpenPayouts, Order, Orders,
	Pallet, Payout, PayoutId, Payouts,
};
use alloc::vec::Vec;
use linli_primitives::{BankId, ContentHash, Fen, OrderId, Period};

/// The maximum number of items in a page of open payouts, orders or debts.
pub const MAX_PAGE: u32 = 100;

/// The number of items in a page of `count`.
fn page(count: u32) -> usize {
	usize::try_from(count.min(MAX_PAGE)).unwrap_or(0)
}

impl<T: Config> Pallet<T> {
	/// See [`crate::api::CashierApi::payouts`].
	pub fn payouts(account: &T::AccountId) -> Vec<(PayoutId, Payout<T::AccountId>)> {
		let open = OpenPayouts::<T>::get(account);
		open.into_iter().filter_map(|id| Payouts::<T>::get(id).map(|payout| (id, payout))).collect()
	}

	/// See [`crate::api::CashierApi::open_payouts`].
	pub fn open_payouts(after: Option<PayoutId>, count: u32) -> Vec<(PayoutId, Payout<T::AccountId>)> {
		let requests = match after {
			Some(after) => Payouts::<T>::iter_from(Payouts::<T>::hashed_key_for(after)),
			None => Payouts::<T>::iter(),
		};
		requests.take(page(count)).collect()
	}

	/// See [`crate::api::CashierApi::orders`].
	pub fn orders(after: Option<OrderId>, count: u32) -> Vec<(OrderId, Order<T::AccountId>)> {
		let orders = match after {
			Some(after) => Orders::<T>::iter_from(Orders::<T>::hashed_key_for(after)),
			None => Orders::<T>::iter(),
		};
		orders.take(page(count)).collect()
	}

	/// See [`crate::api::CashierApi::debts`].
	pub fn debts(after: Option<ContentHash>, count: u32) -> Vec<(ContentHash, Debt<T::AccountId>)> {
		let debts = match after {
			Some(after) => Debts::<T>::iter_from(Debts::<T>::hashed_key_for(after)),
			None => Debts::<T>::iter(),
		};
		debts.take(page(count)).collect()
	}

	/// See [`crate::api::CashierApi::corrections`].
	pub fn corrections(reference: ContentHash) -> Vec<Correction<T::AccountId>> {
		let count = Self::bank_entry(reference).map_or(0, |bank| bank.corrections);
		(0..count).filter_map(|number| Corrections::<T>::get(reference, number)).collect()
	}

	/// See [`crate::api::CashierApi::proposed_correction`].
	pub fn proposed_correction(reference: ContentHash) -> Option<CorrectionProposal<T::AccountId>> {
		CorrectionProposals::<T>::get(reference)
	}

	/// See [`crate::api::CashierApi::attestation`].
	pub fn attestation(bank: BankId, period: Period) -> Option<Attestation<T::AccountId>> {
		Attestations::<T>::get(bank, period)
	}

	/// See [`crate::api::CashierApi::former_attestations`].
	pub fn former_attestations(bank: BankId, period: Period) -> Vec<Attestation<T::AccountId>> {
		let count = Attestations::<T>::get(bank, period).map_or(0, |attestation| attestation.corrections);
		(0..count).filter_map(|number| AttestationHistory::<T>::get((bank, period), number)).collect()
	}

	/// See [`crate::api::CashierApi::month`].
	pub fn month(bank: BankId, period: Period) -> Option<MonthTotals> {
		Months::<T>::try_get(bank, period).ok()
	}

	/// See [`crate::api::CashierApi::auditor_figure`].
	pub fn auditor_figure(bank: BankId, period: Period) -> Option<AuditorFigure<T::AccountId>> {
		AuditorFigures::<T>::get(bank, period)
	}

	/// See [`crate::api::CashierApi::banks`].
	pub fn banks() -> Vec<(BankId, Bank, Fen)> {
		let mut banks: Vec<_> =
			Banks::<T>::iter().map(|(bank, account)| (bank, account, Self::bank_balance(bank))).collect();
		banks.sort_by_key(|(bank, ..)| *bank);
		banks
	}
}
