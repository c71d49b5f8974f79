// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::CashierApi`].

use crate::{Attestation, Attestations, Config, MonthTotals, Months, OpenPayouts, Pallet, Payout, PayoutId, Payouts};
use alloc::vec::Vec;
use linli_primitives::Period;

/// The maximum number of requests in a page of open payouts.
pub const MAX_PAGE: u32 = 100;

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
		let count = usize::try_from(count.min(MAX_PAGE)).unwrap_or(0);
		requests.take(count).collect()
	}

	/// See [`crate::api::CashierApi::attestation`].
	pub fn attestation(period: Period) -> Option<Attestation<T::AccountId>> {
		Attestations::<T>::get(period)
	}

	/// See [`crate::api::CashierApi::month`].
	pub fn month(period: Period) -> Option<MonthTotals> {
		Months::<T>::try_get(period).ok()
	}
}
