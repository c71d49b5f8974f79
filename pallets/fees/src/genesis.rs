// SPDX-License-Identifier: Apache-2.0

//! The rules and charges at genesis.

use crate::{
	charges::is_aligned,
	types::{ChargeTerms, GenesisCharge, PastDecision},
	Config, Error, GenesisConfig, Pallet, PastDecisions, Rules,
};
use frame_support::ensure;
use linli_primitives::{traits::Community, Fen, Period};
use sp_runtime::DispatchError;

impl<T: Config> GenesisConfig<T> {
	/// Writes the rules and charges to storage.
	#[allow(clippy::panic, reason = "genesis only: an invalid chain spec must not start a chain")]
	pub(crate) fn store(&self) {
		Rules::<T>::put(self.rules);
		for (index, charge) in self.charges.iter().enumerate() {
			if let Err(error) = Pallet::<T>::create_at_genesis(charge) {
				panic!("fees: charge number {index} of the chain spec is invalid: {error:?}");
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
			discount: charge.discount,
		};
		// Another pallet's genesis creates the pots and may be built later, so `try_state` checks that they exist.
		Self::ensure_own_terms(&terms)?;
		let rate = Fen::from(charge.rate);
		Self::ensure_rate(rate)?;
		Self::ensure_tiers(&terms, &charge.tiers)?;
		if let Some(first) = charge.first {
			ensure!(is_aligned(first, terms.period, &T::Community::calendar()), Error::<T>::InvalidPeriod);
		}
		// Without a first period there is no past to bill.
		ensure!(charge.first.is_some() || !charge.bill_past, Error::<T>::InvalidPeriod);
		let id = Self::add_charge(terms, rate, charge.first, charge.tiers.clone())?;
		if charge.bill_past {
			PastDecisions::<T>::insert(id, PastDecision { until: Period { year: u16::MAX, month: 12 }, bill: true });
		}
		Ok(())
	}
}
