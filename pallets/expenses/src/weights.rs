// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The runtime uses measured weights; mocks use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls. `n` is the number of units that a cost is divided over; 0 if it is not divided.
	pub trait WeightInfo {
		/// [`crate::Pallet::set_budget`], with the maximum number of lines before and after.
		fn set_budget() -> Weight;
		/// [`crate::Pallet::set_rules`].
		fn set_rules() -> Weight;
		/// [`crate::Pallet::propose`].
		fn propose() -> Weight;
		/// [`crate::Pallet::propose_emergency`].
		fn propose_emergency() -> Weight;
		/// [`crate::Pallet::approve_as_committee`].
		fn approve_as_committee() -> Weight;
		/// [`crate::Pallet::approve_as_auditor`].
		fn approve_as_auditor() -> Weight;
		/// [`crate::Pallet::approve_as_assembly`].
		fn approve_as_assembly() -> Weight;
		/// [`crate::Pallet::approve_emergency_as_auditor`].
		fn approve_emergency_as_auditor() -> Weight;
		/// [`crate::Pallet::refuse`].
		fn refuse() -> Weight;
		/// [`crate::Pallet::withdraw`].
		fn withdraw() -> Weight;
		/// [`crate::Pallet::pay`].
		fn pay(n: u32) -> Weight;
		/// [`crate::Pallet::order_payment`].
		fn order_payment(n: u32) -> Weight;
		/// [`crate::Pallet::file_audit`].
		fn file_audit() -> Weight;
		/// [`crate::Pallet::record_refund`].
		fn record_refund(n: u32) -> Weight;
		/// [`crate::Pallet::expire`].
		fn expire() -> Weight;
		/// [`crate::Pallet::correct_invoice`].
		fn correct_invoice() -> Weight;
	}
}
