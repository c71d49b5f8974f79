// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls and hooks. The runtime uses the benchmarked weights, mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls and hooks of this pallet.
	pub trait WeightInfo {
		/// Weight of [`crate::Pallet::open_pot`].
		fn open_pot() -> Weight;
		/// Weight of [`crate::Pallet::transfer`].
		fn transfer() -> Weight;
		/// Weight of [`crate::Pallet::donate`].
		fn donate() -> Weight;
		/// Weight of [`crate::Pallet::close_month`].
		fn close_month() -> Weight;
		/// Weight of writing the block's fees to the ledger when the block ends.
		fn write_fees() -> Weight;
	}
}
