// SPDX-License-Identifier: Apache-2.0

//! What clients ask for; the runtime API answers with these.

use crate::{Attestation, Attestations, Config, MonthTotals, Months, OpenPayouts, Pallet, Payout, PayoutId, Payouts};
use alloc::vec::Vec;
use linli_primitives::Period;

/// How many requests a page of open payouts has at most.
pub const MAX_PAGE: u32 = 100;

impl<T: Config> Pallet<T> {
	/// The open requests of one account; never more than `MaxOpenPayouts`.
	pub fn payouts(account: &T::AccountId) -> Vec<(PayoutId, Payout<T::AccountId>)> {
		let open = OpenPayouts::<T>::get(account);
		open.into_iter().filter_map(|id| Payouts::<T>::get(id).map(|payout| (id, payout))).collect()
	}

	/// Up to `count` open requests, and never more than [`MAX_PAGE`], in no particular but a steady order: the ones
	/// after `after`, which may be closed meanwhile.
	pub fn open_payouts(after: Option<PayoutId>, count: u32) -> Vec<(PayoutId, Payout<T::AccountId>)> {
		let requests = match after {
			Some(after) => Payouts::<T>::iter_from(Payouts::<T>::hashed_key_for(after)),
			None => Payouts::<T>::iter(),
		};
		let count = usize::try_from(count.min(MAX_PAGE)).unwrap_or(0);
		requests.take(count).collect()
	}

	/// What was attested of a month.
	pub fn attestation(period: Period) -> Option<Attestation<T::AccountId>> {
		Attestations::<T>::get(period)
	}

	/// What was booked within a month; `None` where nothing was.
	pub fn month(period: Period) -> Option<MonthTotals> {
		Months::<T>::try_get(period).ok()
	}
}
