// SPDX-License-Identifier: Apache-2.0

//! The invariants, checked after every test and by `try-runtime`.

use crate::{Config, Deposits, HoldReason, NextDeposit, OpenDeposits, Pallet, UnitDeposits};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::fungible::InspectHold};
use linli_primitives::Fen;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_lists()?;
		Self::try_holds()
	}

	/// Every deposit has an id that was assigned, is listed at its unit, and at its payer exactly while it is open.
	pub(crate) fn try_lists() -> Result<(), TryRuntimeError> {
		let (mut all, mut open) = (0usize, 0usize);
		for (id, deposit) in Deposits::<T>::iter() {
			all = all.saturating_add(1);
			ensure!(id < NextDeposit::<T>::get(), "deposits: an id was not assigned");
			ensure!(UnitDeposits::<T>::contains_key(deposit.unit, id), "deposits: a unit does not list its deposit");
			let listed = OpenDeposits::<T>::get(&deposit.payer).contains(&id);
			ensure!(listed == deposit.is_open(), "deposits: a payer's list is not what is open");
			open = open.saturating_add(deposit.is_open().into());
		}
		ensure!(UnitDeposits::<T>::iter_keys().count() == all, "deposits: a unit lists what is not there");
		let listed = OpenDeposits::<T>::iter_values().map(|ids| ids.len()).sum::<usize>();
		ensure!(listed == open, "deposits: a payer lists what is not there");
		Ok(())
	}

	/// What is on hold on an account is the sum of its open deposits.
	pub(crate) fn try_holds() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<T::AccountId, Fen>::new();
		for deposit in Deposits::<T>::iter_values() {
			let sum = sums.entry(deposit.payer.clone()).or_default();
			if deposit.is_open() {
				*sum = sum.saturating_add(deposit.amount);
			}
		}
		let reason: T::RuntimeHoldReason = HoldReason::Deposit.into();
		for (payer, sum) in sums {
			let on_hold = T::Currency::balance_on_hold(&reason, &payer);
			ensure!(on_hold == sum, "deposits: an account holds another amount than its open deposits");
		}
		Ok(())
	}
}
