// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::DepositsApi`].

use crate::{types::DepositRules, Config, DepositOf, Deposits, OpenDeposits, Pallet, Rules, UnitDeposits};
use alloc::vec::Vec;
use linli_primitives::{DepositId, UnitId};

/// The maximum number of deposits on a page.
pub const MAX_PAGE: u32 = 100;

impl<T: Config> Pallet<T> {
	/// See [`crate::api::DepositsApi::rules`].
	pub fn rules() -> DepositRules {
		Rules::<T>::get()
	}

	/// See [`crate::api::DepositsApi::deposit`].
	pub fn deposit(deposit: DepositId) -> Option<DepositOf<T>> {
		Deposits::<T>::get(deposit)
	}

	/// See [`crate::api::DepositsApi::of_unit`].
	pub fn of_unit(unit: UnitId, after: Option<DepositId>, count: u32) -> Vec<(DepositId, DepositOf<T>)> {
		let room = usize::try_from(count.min(MAX_PAGE)).unwrap_or_default();
		let ids = match after {
			Some(after) => {
				UnitDeposits::<T>::iter_key_prefix_from(unit, UnitDeposits::<T>::hashed_key_for(unit, after))
			}
			None => UnitDeposits::<T>::iter_key_prefix(unit),
		};
		ids.take(room).filter_map(|id| Some((id, Deposits::<T>::get(id)?))).collect()
	}

	/// See [`crate::api::DepositsApi::open_of`].
	pub fn open_of(payer: &T::AccountId) -> Vec<(DepositId, DepositOf<T>)> {
		OpenDeposits::<T>::get(payer).into_iter().filter_map(|id| Some((id, Deposits::<T>::get(id)?))).collect()
	}
}
