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
		for (unit, amount) in &self.shares {
			if let Err(error) = Pallet::<T>::credit_opening(*unit, *amount) {
				panic!("genesis: the share of unit {unit} in the repair pot is invalid: {error:?}");
			}
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Credits a unit with its part of the pot's opening balance, as a distribution of undistributed money: the bank's
	/// money was booked for the pot as a whole.
	fn credit_opening(unit: UnitId, amount: Fen) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let building = UnitBuildings::<T>::get(unit).ok_or(Error::<T>::NotEnrolled)?;
		let undistributed = Self::undistributed().unwrap_or_default();
		ensure!(amount <= undistributed, Error::<T>::InsufficientUndistributed);
		Shares::<T>::try_mutate(building, unit, |slot| -> DispatchResult {
			let share = slot.as_mut().ok_or(Error::<T>::NotEnrolled)?;
			ensure!(share.entry_count == 0, "the unit is named twice");
			Self::enter(unit, share, T::Clock::now(), Cause::Distribution, None, Self::rise(amount)?)
		})?;
		Self::add_belonging(amount)
	}
}
