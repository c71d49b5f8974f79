// SPDX-License-Identifier: Apache-2.0

//! Queries of the runtime API.

use crate::{Attestation, Attestations, Config, MonthTotals, Months, OpenPayouts, Pallet, Payout, PayoutId, Payouts};
use alloc::vec::Vec;
use linli_primitives::Period;

/// The maximum number of requests in a page of open payouts.
pub const MAX_PAGE: u32 = 100;

impl<T: Config> Pallet<T> {
	/// The open payout requests of an account, at most `MaxOpenPayouts`.
	pub fn payouts(account: &T::AccountId) -> Vec<(PayoutId, Payout<T::AccountId>)> {
		let open = OpenPayouts::<T>::get(account);
		open.into_iter().filter_map(|id| Payouts::<T>::get(id).map(|payout| (id, payout))).collect()
	}

	/// A page of up to `count` open payout requests, at most [`MAX_PAGE`], in an arbitrary but stable order. It begins
	/// after the request `after`, even if that has been closed since.
	pub fn open_payouts(after: Option<PayoutId>, count: u32) -> Vec<(PayoutId, Payout<T::AccountId>)> {
		let requests = match after {
			Some(after) => Payouts::<T>::iter_from(Payouts::<T>::hashed_key_for(after)),
			None => Payouts::<T>::iter(),
		};
		let count = usize::try_from(count.min(MAX_PAGE)).unwrap_or(0);
		requests.take(count).collect()
	}

	/// The attestation of a month.
	pub fn attestation(period: Period) -> Option<Attestation<T::AccountId>> {
		Attestations::<T>::get(period)
	}

	/// The totals of a month; `None` if nothing was booked in it.
	pub fn month(period: Period) -> Option<MonthTotals> {
		Months::<T>::try_get(period).ok()
	}
}
