// SPDX-License-Identifier: Apache-2.0

//! The bank's value dates (D51): when the bank had the money, whenever it is booked here. Late fees go by them, so that
//! nobody pays for a cashier's holiday.

use crate::{Config, Error, Pallet, RecentReceipt, RecentReceipts};
use frame_support::{defensive, ensure, traits::Get, weights::Weight};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, Community, ValueDates},
	ContentHash, Fen, LivedWindow, Moment,
};
use sp_runtime::DispatchResult;

/// How far back a value date can be, in ms: a quarter.
pub const MAX_VALUE_AGE: Moment = 92 * DAY;

/// How long a receipt's value date counts after it was booked, in ms of lived time.
pub const VALUE_TIME: Moment = 31 * DAY;

impl<T: Config> Pallet<T> {
	/// Ensures that the bank can have had the money at `value`: today or in the last [`MAX_VALUE_AGE`].
	pub(crate) fn ensure_value_date(value: Moment) -> DispatchResult {
		let now = T::Clock::now();
		// Banks date by the day, so any moment of today will do.
		let today = T::Community::midnight_after(now, 1).is_some_and(|midnight| value < midnight);
		ensure!(value <= now || today, Error::<T>::ValueDateInFuture);
		ensure!(value >= now.saturating_sub(MAX_VALUE_AGE), Error::<T>::TooLongAgo);
		Ok(())
	}

	/// The value date of an entry that is booked now: of this moment unless the cashier says otherwise.
	pub(crate) fn value_or_now(value: Option<Moment>) -> Moment {
		value.unwrap_or_else(T::Clock::now)
	}

	/// Keeps the value date of a receipt. The oldest falls away if there are too many.
	pub(crate) fn keep_value_date(account: &T::AccountId, reference: ContentHash, value: Moment, amount: Fen) {
		let lived = T::Clock::lived();
		RecentReceipts::<T>::mutate(account, |receipts| {
			receipts.retain(counts::<T::Clock>);
			if receipts.is_full() {
				receipts.remove(0);
			}
			if receipts.try_push(RecentReceipt { reference, value, amount, booked: lived }).is_err() {
				defensive!("room was made");
			}
		});
	}

	/// Forgets `amount` fen of a receipt that was taken back.
	pub(crate) fn forget_value_date(account: &T::AccountId, reference: ContentHash, amount: Fen) {
		RecentReceipts::<T>::mutate_exists(account, |slot| {
			if let Some(receipts) = slot {
				for receipt in receipts.iter_mut().filter(|receipt| receipt.reference == reference) {
					receipt.amount = receipt.amount.saturating_sub(amount);
				}
				receipts.retain(|receipt| receipt.amount > 0);
				if receipts.is_empty() {
					*slot = None;
				}
			}
		});
	}
}

/// Whether the value date of a receipt still counts.
fn counts<C: Clock>(receipt: &RecentReceipt) -> bool {
	!LivedWindow::new(receipt.booked, VALUE_TIME).is_over::<C>()
}

impl<T: Config> ValueDates<T::AccountId> for Pallet<T> {
	fn value_date(account: &T::AccountId, amount: Fen) -> Option<Moment> {
		let now = T::Clock::now();
		let (mut left, mut latest) = (amount, None::<Moment>);
		let receipts = RecentReceipts::<T>::get(account);
		for receipt in receipts.iter().rev().filter(|receipt| counts::<T::Clock>(receipt)) {
			if left == 0 {
				break;
			}
			left = left.saturating_sub(receipt.amount);
			latest = latest.max(Some(receipt.value));
		}
		latest.filter(|_| left == 0).map(|value| value.min(now))
	}

	fn covered(account: &T::AccountId, most: Fen) -> Fen {
		let receipts = RecentReceipts::<T>::get(account);
		let counted = receipts.iter().filter(|receipt| counts::<T::Clock>(receipt));
		counted.fold(0, |sum: Fen, receipt| sum.saturating_add(receipt.amount)).min(most)
	}

	fn use_up(account: &T::AccountId, amount: Fen) {
		RecentReceipts::<T>::mutate_exists(account, |slot| {
			let Some(receipts) = slot else { return };
			receipts.retain(counts::<T::Clock>);
			let mut left = amount;
			for receipt in receipts.iter_mut().rev() {
				let taken = receipt.amount.min(left);
				receipt.amount = receipt.amount.saturating_sub(taken);
				left = left.saturating_sub(taken);
			}
			receipts.retain(|receipt| receipt.amount > 0);
			if receipts.is_empty() {
				*slot = None;
			}
		});
	}

	fn weight() -> Weight {
		T::DbWeight::get().reads_writes(1, 1)
	}
}
