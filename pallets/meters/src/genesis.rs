// SPDX-License-Identifier: Apache-2.0

//! The meters at genesis, with their base lines.

use crate::{
	changes::Installation,
	types::{Dial, GenesisMeter},
	Config, GenesisConfig, Pallet,
};

impl<T: Config> GenesisConfig<T> {
	/// Writes the meters to storage.
	#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
	pub(crate) fn store(&self) {
		for (index, meter) in self.meters.iter().enumerate() {
			if let Err(error) = Pallet::<T>::install(installation(meter)) {
				panic!("genesis: meter {index} of the chain spec cannot be installed: {error:?}");
			}
		}
	}
}

fn installation<AccountId>(meter: &GenesisMeter) -> Installation<AccountId> {
	let GenesisMeter { place, utility, main, serial, multiplier, digits, plausibility, reading, date } = *meter;
	let dial = Dial { serial, multiplier, digits, plausibility };
	Installation { place, utility, main, dial, opening: reading, at: date, by: None }
}
