// SPDX-License-Identifier: Apache-2.0

//! The weights of the calls. The runtime's benchmarks provide the figures.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet.
	pub trait WeightInfo {
		/// Weight of [`crate::Call::resign`].
		fn resign() -> Weight;
		/// Weight of [`crate::Call::recall`].
		fn recall() -> Weight;
		/// Weight of [`crate::Call::vacate`].
		fn vacate() -> Weight;
		/// Weight of [`crate::Call::take_seat`].
		fn take_seat() -> Weight;
		/// Weight of [`crate::Call::expire_term`].
		fn expire_term() -> Weight;
		/// Weight of [`crate::Call::call_by_election`].
		fn call_by_election() -> Weight;
	}
}
