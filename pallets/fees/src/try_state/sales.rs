// SPDX-License-Identifier: Apache-2.0

//! Invariants of sales, and of what is taken back after one.

use crate::{Config, CreditRefunds, Credited, LastSales, Pallet};
use frame_support::ensure;
use linli_primitives::traits::{Clock, OwnersRegister};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Units that were sold exist, and were sold in the past. What a credit note refunded is of a bill that it lowered,
	/// and was not undone on.
	pub(super) fn try_state_sales() -> Result<(), TryRuntimeError> {
		for (unit, sold) in LastSales::<T>::iter() {
			ensure!(unit < T::Register::unit_count(), "fees: a unit that was sold does not exist");
			ensure!(sold <= T::Clock::now(), "fees: a unit was sold in the future");
		}
		for (id, place, refunds) in CreditRefunds::<T>::iter() {
			ensure!(Credited::<T>::contains_key(id, place), "fees: a refund is of a bill that was not credited");
			let is_any = !refunds.is_empty() && refunds.iter().all(|refund| refund.amount > 0);
			ensure!(is_any, "fees: a refund of a credit note is zero");
		}
		Ok(())
	}
}
