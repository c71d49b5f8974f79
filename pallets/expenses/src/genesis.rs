// SPDX-License-Identifier: Apache-2.0

//! Genesis configuration of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet's module.
#[pallet_section]
mod genesis {
	/// Genesis configuration.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The initial spending rules; those of the law pack `cn` by default.
		pub rules: ExpenseRules,
		/// Marker for `T`.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let valid = self.rules.validate();
			assert!(valid.is_ok(), "genesis: the rules of expenses are invalid: {valid:?}");
			Rules::<T>::put(&self.rules);
		}
	}
}
