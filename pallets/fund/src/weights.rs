// SPDX-License-Identifier: Apache-2.0

//! What the calls cost. The runtime has the measured weights; mocks take `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls and hooks of this pallet.
	pub trait WeightInfo {
		/// [`crate::Pallet::open_pot`].
		fn open_pot() -> Weight;
		/// [`crate::Pallet::transfer`].
		fn transfer() -> Weight;
		/// [`crate::Pallet::donate`].
		fn donate() -> Weight;
		/// [`crate::Pallet::close_month`].
		fn close_month() -> Weight;
		/// The entry with the block's fees, written when the block ends.
		fn write_fees() -> Weight;
	}
}
