// SPDX-License-Identifier: Apache-2.0

//! What the calls cost. The runtime has the measured weights; mocks take `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet. `n` is the number of units that a cost is divided over, 0 where it is not.
	pub trait WeightInfo {
		/// [`crate::Pallet::set_budget`], with as many lines as may be, before and after.
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
		/// [`crate::Pallet::pay_by_bank`].
		fn pay_by_bank(n: u32) -> Weight;
		/// [`crate::Pallet::file_audit`].
		fn file_audit() -> Weight;
	}
}
