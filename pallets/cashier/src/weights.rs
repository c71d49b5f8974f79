// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The runtime uses the benchmarked weights, mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet.
	pub trait WeightInfo {
		/// Weight of [`crate::Pallet::receive`].
		fn receive() -> Weight;
		/// Weight of [`crate::Pallet::receive_for_pot`].
		fn receive_for_pot() -> Weight;
		/// Weight of [`crate::Pallet::request_payout`].
		fn request_payout() -> Weight;
		/// Weight of [`crate::Pallet::cancel_payout`].
		fn cancel_payout() -> Weight;
		/// Weight of [`crate::Pallet::pay_out`].
		fn pay_out() -> Weight;
		/// Weight of [`crate::Pallet::refuse_payout`].
		fn refuse_payout() -> Weight;
		/// Weight of [`crate::Pallet::propose_reversal`].
		fn propose_reversal() -> Weight;
		/// Weight of [`crate::Pallet::approve_reversal`].
		fn approve_reversal() -> Weight;
		/// Weight of [`crate::Pallet::decline_reversal`].
		fn decline_reversal() -> Weight;
		/// Weight of [`crate::Pallet::attest`].
		fn attest() -> Weight;
		/// Weight of [`crate::Pallet::set_free_transfers`].
		fn set_free_transfers() -> Weight;
	}
}
