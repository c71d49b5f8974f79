// SPDX-License-Identifier: Apache-2.0

//! The rules, enrolments and shares at genesis.

use crate::{Config, Error, GenesisConfig, Pallet, Rules, Shares, UnitBuildings};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	Cause, Fen, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> GenesisConfig<T> {
	/// Writes the rules, enrolments and shares to storage.
	#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
	pub(crate) fn store(&self) {
		if let Err(error) = Pallet::<T>::ensure_rules(&self.rules) {
			panic!("genesis: the rules of the repair fund are invalid: {error:?}");
		}
		Rules::<T>::put(self.rules.clone());
		if self.enrol {
			for unit in (0..T::Register::unit_count()).filter(|unit| Pallet::<T>::takes_part(*unit)) {
				if let Err(error) = Pallet::<T>::do_enrol(unit) {
					panic!("genesis: unit {unit} cannot be enrolled in the repair fund: {error:?}");
				}
			}
		}
		let mut sum: i128 = 0;
		for (unit, amount) in &self.shares {
			if let Err(error) = Pallet::<T>::open_share(*unit, *amount) {
				panic!("genesis: the share of unit {unit} in the repair pot is invalid: {error:?}");
			}
			sum = sum.saturating_add(*amount);
		}
		if let Err(error) = Pallet::<T>::open_belonging(sum) {
			panic!("genesis: the shares in the repair pot, {sum} fen together, are invalid: {error:?}");
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Gives a unit its part of the pot's opening balance, as a distribution of undistributed money: the bank's money
	/// was booked for the pot as a whole. Below zero, it is what the unit owes.
	fn open_share(unit: UnitId, amount: i128) -> DispatchResult {
		ensure!(amount != 0, Error::<T>::InvalidAmount);
		let building = UnitBuildings::<T>::get(unit).ok_or(Error::<T>::NotEnrolled)?;
		Shares::<T>::try_mutate(building, unit, |slot| -> DispatchResult {
			let share = slot.as_mut().ok_or(Error::<T>::NotEnrolled)?;
			ensure!(share.entry_count == 0, "the unit is named twice");
			Self::enter(unit, share, T::Clock::now(), Cause::Distribution, None, amount)
		})
	}

	/// Notes what the shares are together: neither below zero, nor more than the pot holds.
	fn open_belonging(sum: i128) -> DispatchResult {
		let sum = Fen::try_from(sum).map_err(|_| Error::<T>::InsufficientFunds)?;
		let undistributed = Self::undistributed().unwrap_or_default();
		ensure!(sum <= undistributed, Error::<T>::InsufficientUndistributed);
		Self::add_belonging(sum)
	}
}
