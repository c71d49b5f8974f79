// SPDX-License-Identifier: Apache-2.0

//! The genesis of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The genesis section of the pallet.
#[pallet_section]
mod genesis {
	/// The rules at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The rules of sharing.
		pub rules: SharingRules,
		/// Marks `T` as used.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let checked = self.rules.check();
			assert!(checked.is_ok(), "genesis: the rules of sharing are invalid: {checked:?}");
			let pot = self.rules.income_pot;
			assert!(T::Ledger::exists(pot), "genesis: the income of sharing goes to pot {pot}, which does not exist");
			Rules::<T>::put(self.rules);
		}
	}
}
