// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The runtime uses the benchmarked weights, mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet.
	pub trait WeightInfo {
		/// Weight of [`crate::Pallet::set_utc_offset`].
		fn set_utc_offset() -> Weight;
		/// Weight of [`crate::Pallet::hand_over`].
		fn hand_over() -> Weight;
		/// Weight of [`crate::Pallet::authorize_upgrade`].
		fn authorize_upgrade() -> Weight;
		/// Weight of noting the time of a block after a standstill.
		fn note_time() -> Weight;
	}
}
