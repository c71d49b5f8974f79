// SPDX-License-Identifier: Apache-2.0

//! The invariants, checked after every test and by `try-runtime`.

use crate::{
	types::{Claim, Settlement, State},
	Config, Deposits, HoldReason, NextDeposit, OpenDeposits, Pallet, UnitDeposits,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::fungible::InspectHold};
use linli_primitives::{traits::FundLedger, Fen};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_lists()?;
		Self::try_holds()?;
		Self::try_amounts()
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

	/// What is on hold on an account is the sum of its open deposits; on no other account anything is.
	pub(crate) fn try_holds() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<T::AccountId, Fen>::new();
		for deposit in Deposits::<T>::iter_values() {
			let sum = sums.entry(deposit.payer.clone()).or_default();
			if deposit.is_open() {
				*sum = sum.saturating_add(deposit.amount);
			}
		}
		let reason: T::RuntimeHoldReason = HoldReason::Deposit.into();
		for account in frame_system::Account::<T>::iter_keys() {
			let has_placed = sums.contains_key(&account);
			let on_hold = T::Currency::balance_on_hold(&reason, &account);
			ensure!(has_placed || on_hold == 0, "deposits: an account holds money for no deposit");
		}
		for (payer, sum) in sums {
			let on_hold = T::Currency::balance_on_hold(&reason, &payer);
			ensure!(on_hold == sum, "deposits: an account holds another amount than its open deposits");
		}
		Ok(())
	}

	/// No deposit is zero; at most its amount is claimed or kept, for a pot, by an entry of the pot's ledger.
	pub(crate) fn try_amounts() -> Result<(), TryRuntimeError> {
		for deposit in Deposits::<T>::iter_values() {
			ensure!(deposit.amount > 0, "deposits: a deposit is zero");
			match deposit.state {
				State::Held | State::Requested { .. } => (),
				State::Claimed(Claim { amount, pot, .. }) => {
					ensure!((1..=deposit.amount).contains(&amount), "deposits: nothing is claimed, or too much");
					ensure!(T::Ledger::exists(pot), "deposits: a claim is for a pot that does not exist");
				}
				State::Settled(Settlement { kept, entry, .. }) => {
					ensure!(kept <= deposit.amount, "deposits: more was kept than there was");
					ensure!(entry.is_some() == (kept > 0), "deposits: what was kept is in no ledger");
				}
			}
		}
		Ok(())
	}
}
