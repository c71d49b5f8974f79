// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The runtime uses measured weights; mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls, and of what other pallets ask.
	pub trait WeightInfo {
		/// [`crate::Pallet::propose`].
		fn propose() -> Weight;
		/// [`crate::Pallet::confirm`].
		fn confirm() -> Weight;
		/// [`crate::Pallet::withdraw`].
		fn withdraw() -> Weight;
		/// [`crate::Pallet::record`].
		fn record() -> Weight;
		/// [`crate::Pallet::reverse`].
		fn reverse() -> Weight;
		/// [`crate::Pallet::set_device`].
		fn set_device() -> Weight;
		/// The use of a unit with `n` meters up to a moment.
		fn used(n: u32) -> Weight;
		/// What a main meter shows beyond the `n` meters below it.
		fn shared(n: u32) -> Weight;
		/// A unit with `n` meters is sold.
		fn unit_sold(n: u32) -> Weight;
		/// [`crate::Pallet::request_readings`] for a unit with `n` meters.
		fn request_readings(n: u32) -> Weight;
	}
}
