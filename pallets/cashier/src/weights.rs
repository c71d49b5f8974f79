// SPDX-License-Identifier: Apache-2.0

//! What the calls cost. The runtime has the measured weights; mocks take `()`.

use frame_support::weights::Weight;

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

impl WeightInfo for () {
	fn receive() -> Weight {
		Weight::zero()
	}

	fn receive_for_pot() -> Weight {
		Weight::zero()
	}

	fn request_payout() -> Weight {
		Weight::zero()
	}

	fn cancel_payout() -> Weight {
		Weight::zero()
	}

	fn pay_out() -> Weight {
		Weight::zero()
	}

	fn refuse_payout() -> Weight {
		Weight::zero()
	}

	fn propose_reversal() -> Weight {
		Weight::zero()
	}

	fn approve_reversal() -> Weight {
		Weight::zero()
	}

	fn decline_reversal() -> Weight {
		Weight::zero()
	}

	fn attest() -> Weight {
		Weight::zero()
	}

	fn set_free_transfers() -> Weight {
		Weight::zero()
	}
}
