// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The runtime uses measured weights; mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls.
	pub trait WeightInfo {
		/// [`crate::Pallet::set_rules`].
		fn set_rules() -> Weight;
		/// [`crate::Pallet::place`].
		fn place() -> Weight;
		/// [`crate::Pallet::request_return`].
		fn request_return() -> Weight;
		/// [`crate::Pallet::release`].
		fn release() -> Weight;
		/// [`crate::Pallet::claim`].
		fn claim() -> Weight;
		/// [`crate::Pallet::accept`].
		fn accept() -> Weight;
		/// [`crate::Pallet::contest`].
		fn contest() -> Weight;
		/// [`crate::Pallet::rule`].
		fn rule() -> Weight;
		/// [`crate::Pallet::take_back`].
		fn take_back() -> Weight;
	}
}
