// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The runtime uses measured weights; mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet. `n` is the number of units that the repair pot's part falls on.
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
		/// [`crate::Pallet::vary`].
		fn vary() -> Weight;
		/// [`crate::Pallet::conclude`].
		fn conclude(n: u32) -> Weight;
	}
}
