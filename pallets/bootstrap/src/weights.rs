// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The runtime uses the benchmarked weights, mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet.
	pub trait WeightInfo {
		/// Weight of [`crate::Pallet::decide`], without the call's own.
		fn decide() -> Weight;
		/// Weight of [`crate::Pallet::renounce`].
		fn renounce() -> Weight;
		/// Weight of [`crate::Pallet::announce_upgrade`].
		fn announce_upgrade() -> Weight;
		/// Weight of [`crate::Pallet::withdraw_upgrade`].
		fn withdraw_upgrade() -> Weight;
		/// Weight of [`crate::Pallet::authorize_upgrade`].
		fn authorize_upgrade() -> Weight;
	}
}
