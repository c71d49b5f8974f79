// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The runtime uses measured weights; mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls and of the divisions made for other pallets.
	pub trait WeightInfo {
		/// [`crate::Pallet::set_rules`].
		fn set_rules() -> Weight;
		/// [`crate::Pallet::enrol`].
		fn enrol() -> Weight;
		/// [`crate::Pallet::deposit`].
		fn deposit() -> Weight;
		/// [`crate::Pallet::distribute`] over `n` units.
		fn distribute(n: u32) -> Weight;
		/// A cost divided over `n` units.
		fn charge(n: u32) -> Weight;
		/// A cost given back to `n` units.
		fn give_back(n: u32) -> Weight;
		/// [`crate::Pallet::release_share`].
		fn release_share() -> Weight;
	}
}
