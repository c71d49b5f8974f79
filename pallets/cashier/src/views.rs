// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::CashierApi`].

use crate::{
	Attestation, AttestationHistory, Attestations, Config, Correction, CorrectionProposal, CorrectionProposals,
	Corrections, Debt, Debts, MonthTotals, Months, OpenPayouts, Order, Orders, Pallet, Payout, PayoutId, Payouts,
};
use alloc::vec::Vec;
use linli_primitives::{ContentHash, OrderId, Period};

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
	pub fn attestation(period: Period) -> Option<Attestation<T::AccountId>> {
		Attestations::<T>::get(period)
	}

	/// See [`crate::api::CashierApi::former_attestations`].
	pub fn former_attestations(period: Period) -> Vec<Attestation<T::AccountId>> {
		let count = Attestations::<T>::get(period).map_or(0, |attestation| attestation.corrections);
		(0..count).filter_map(|number| AttestationHistory::<T>::get(period, number)).collect()
	}

	/// See [`crate::api::CashierApi::month`].
	pub fn month(period: Period) -> Option<MonthTotals> {
		Months::<T>::try_get(period).ok()
	}
}
