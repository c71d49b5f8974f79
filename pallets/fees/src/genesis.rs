// SPDX-License-Identifier: Apache-2.0

//! The rules and charges with which a chain begins.

use crate::{
	charges::is_aligned,
	types::{ChargeTerms, GenesisCharge},
	Config, Error, GenesisConfig, Pallet, Rules,
};
use frame_support::ensure;
use linli_primitives::{traits::Community, Fen};
use sp_runtime::DispatchError;

impl<T: Config> GenesisConfig<T> {
	/// Writes them to the state of the first block.
	#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
	pub(crate) fn store(&self) {
		Rules::<T>::put(self.rules);
		for (place, charge) in self.charges.iter().enumerate() {
			if let Err(error) = Pallet::<T>::create_at_genesis(charge) {
				panic!("fees: charge number {place} of the chain spec is invalid: {error:?}");
			}
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Creates a charge of the chain spec.
	fn create_at_genesis(charge: &GenesisCharge) -> Result<(), DispatchError> {
		let terms = ChargeTerms {
			pot: charge.pot,
			basis: charge.basis.clone(),
			buildings: charge.buildings.clone(),
			period: charge.period,
			due_days: charge.due_days,
			grace_days: charge.grace_days,
			late_rate: charge.late_rate,
			late_cap: charge.late_cap,
		};
		// The pots are another pallet's genesis, which may be built later: their existence is checked by `try_state`.
		Self::ensure_own_terms(&terms)?;
		let rate = Fen::from(charge.rate);
		Self::ensure_rate(rate)?;
		if let Some(first) = charge.first {
			ensure!(is_aligned(first, terms.period, &T::Community::calendar()), Error::<T>::InvalidPeriod);
		}
		Self::add_charge(terms, rate, charge.first)?;
		Ok(())
	}
}
