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
		/// Weight of [`crate::Pallet::refuse_payout`].
		fn refuse_payout() -> Weight;
		/// Weight of [`crate::Pallet::propose_reversal`].
		fn propose_reversal() -> Weight;
		/// Weight of [`crate::Pallet::approve_correction`], less that of giving a cost back.
		fn approve_correction() -> Weight;
		/// Weight of [`crate::Pallet::decline_correction`].
		fn decline_correction() -> Weight;
		/// Weight of [`crate::Pallet::attest`].
		fn attest() -> Weight;
		/// Weight of [`crate::Pallet::set_free_transfers`].
		fn set_free_transfers() -> Weight;
		/// Weight of [`crate::Pallet::order_payout`].
		fn order_payout() -> Weight;
		/// Weight of [`crate::Pallet::book_paid`].
		fn book_paid() -> Weight;
		/// Weight of [`crate::Pallet::propose_return`].
		fn propose_return() -> Weight;
		/// Weight of [`crate::Pallet::propose_paid`].
		fn propose_paid() -> Weight;
		/// Weight of [`crate::Pallet::confirm_outcome`], less that of giving a cost back.
		fn confirm_outcome() -> Weight;
		/// Weight of [`crate::Pallet::decline_outcome`].
		fn decline_outcome() -> Weight;
		/// Weight of [`crate::Pallet::propose_payment_correction`].
		fn propose_payment_correction() -> Weight;
		/// Weight of [`crate::Pallet::recover`].
		fn recover() -> Weight;
		/// Weight of [`crate::Pallet::propose_attestation_correction`].
		fn propose_attestation_correction() -> Weight;
		/// Weight of [`crate::Pallet::approve_attestation_correction`].
		fn approve_attestation_correction() -> Weight;
		/// Weight of [`crate::Pallet::decline_attestation_correction`].
		fn decline_attestation_correction() -> Weight;
		/// Weight of [`crate::Pallet::receive_batch`], less that of its lines.
		fn receive_batch() -> Weight;
		/// Weight of [`crate::Pallet::receive_for_unit`], less that of paying the unit's dues.
		fn receive_for_unit() -> Weight;
		/// Weight of [`crate::Pallet::propose_unit_payout`].
		fn propose_unit_payout() -> Weight;
		/// Weight of [`crate::Pallet::approve_unit_payout`].
		fn approve_unit_payout() -> Weight;
		/// Weight of [`crate::Pallet::decline_unit_payout`].
		fn decline_unit_payout() -> Weight;
		/// Weight of [`crate::Pallet::open_bank`].
		fn open_bank() -> Weight;
		/// Weight of [`crate::Pallet::close_bank`].
		fn close_bank() -> Weight;
		/// Weight of [`crate::Pallet::record_transfer`].
		fn record_transfer() -> Weight;
		/// Weight of [`crate::Pallet::enter_balance`].
		fn enter_balance() -> Weight;
		/// Weight of [`crate::Pallet::set_charges_pot`].
		fn set_charges_pot() -> Weight;
		/// Weight of [`crate::Pallet::propose_charge`].
		fn propose_charge() -> Weight;
		/// Weight of [`crate::Pallet::approve_charge`].
		fn approve_charge() -> Weight;
		/// Weight of [`crate::Pallet::decline_charge`].
		fn decline_charge() -> Weight;
		/// Weight of [`crate::Pallet::explain`] for `n` items.
		fn explain(n: u32) -> Weight;
		/// Weight of [`crate::Pallet::recover_interest`].
		fn recover_interest() -> Weight;
		/// Weight of [`crate::Pallet::withdraw_correction`].
		fn withdraw_correction() -> Weight;
	}
}
