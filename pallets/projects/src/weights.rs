// SPDX-License-Identifier: Apache-2.0

//! What the calls cost. The runtime has the measured weights; mocks take `()`.

use frame_support::weights::Weight;

/// Weights of the calls of this pallet. `n` is the number of units on which the repair pot's part falls.
pub trait WeightInfo {
	/// [`crate::Pallet::open`].
	fn open(n: u32) -> Weight;
	/// [`crate::Pallet::submit`].
	fn submit() -> Weight;
	/// [`crate::Pallet::inspect`].
	fn inspect() -> Weight;
	/// [`crate::Pallet::object`].
	fn object() -> Weight;
	/// [`crate::Pallet::dispute`].
	fn dispute() -> Weight;
	/// [`crate::Pallet::rule`].
	fn rule(n: u32) -> Weight;
	/// [`crate::Pallet::pay`].
	fn pay() -> Weight;
	/// [`crate::Pallet::cancel`].
	fn cancel(n: u32) -> Weight;
	/// [`crate::Pallet::release`].
	fn release() -> Weight;
	/// [`crate::Pallet::claim_defect`].
	fn claim_defect() -> Weight;
	/// [`crate::Pallet::withdraw_claim`].
	fn withdraw_claim() -> Weight;
	/// [`crate::Pallet::rule_claim`].
	fn rule_claim(n: u32) -> Weight;
}

impl WeightInfo for () {
	fn open(_n: u32) -> Weight {
		Weight::zero()
	}

	fn submit() -> Weight {
		Weight::zero()
	}

	fn inspect() -> Weight {
		Weight::zero()
	}

	fn object() -> Weight {
		Weight::zero()
	}

	fn dispute() -> Weight {
		Weight::zero()
	}

	fn rule(_n: u32) -> Weight {
		Weight::zero()
	}

	fn pay() -> Weight {
		Weight::zero()
	}

	fn cancel(_n: u32) -> Weight {
		Weight::zero()
	}

	fn release() -> Weight {
		Weight::zero()
	}

	fn claim_defect() -> Weight {
		Weight::zero()
	}

	fn withdraw_claim() -> Weight {
		Weight::zero()
	}

	fn rule_claim(_n: u32) -> Weight {
		Weight::zero()
	}
}
