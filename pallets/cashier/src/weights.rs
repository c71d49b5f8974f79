// SPDX-License-Identifier: Apache-2.0

//! What the calls cost. The runtime has the measured weights; mocks take `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet.
	pub trait WeightInfo {
		/// [`crate::Pallet::receive`].
		fn receive() -> Weight;
		/// [`crate::Pallet::receive_for_pot`].
		fn receive_for_pot() -> Weight;
		/// [`crate::Pallet::request_payout`].
		fn request_payout() -> Weight;
		/// [`crate::Pallet::cancel_payout`].
		fn cancel_payout() -> Weight;
		/// [`crate::Pallet::pay_out`].
		fn pay_out() -> Weight;
		/// [`crate::Pallet::refuse_payout`].
		fn refuse_payout() -> Weight;
		/// [`crate::Pallet::propose_reversal`].
		fn propose_reversal() -> Weight;
		/// [`crate::Pallet::approve_reversal`].
		fn approve_reversal() -> Weight;
		/// [`crate::Pallet::decline_reversal`].
		fn decline_reversal() -> Weight;
		/// [`crate::Pallet::attest`].
		fn attest() -> Weight;
		/// [`crate::Pallet::set_free_transfers`].
		fn set_free_transfers() -> Weight;
	}
}
