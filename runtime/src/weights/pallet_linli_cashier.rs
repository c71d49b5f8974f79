// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_cashier` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (10 steps, 10 repeats). Not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_cashier`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_cashier::WeightInfo for WeightInfo<T> {
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::References` (r:1 w:1)
	/// Proof: `Cashier::References` (`max_values`: None, `max_size`: Some(244), added: 2719, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalReceived` (r:1 w:1)
	/// Proof: `Cashier::TotalReceived` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalPaidOut` (r:1 w:0)
	/// Proof: `Cashier::TotalPaidOut` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalReversed` (r:1 w:0)
	/// Proof: `Cashier::TotalReversed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::Months` (r:1 w:1)
	/// Proof: `Cashier::Months` (`max_values`: None, `max_size`: Some(75), added: 2550, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::FirstMonth` (r:1 w:1)
	/// Proof: `Cashier::FirstMonth` (`max_values`: Some(1), `max_size`: Some(3), added: 498, mode: `MaxEncodedLen`)
	fn receive() -> Weight {
		// Shortest run: 57_461_000 picoseconds.
		Weight::from_parts(61_799_000, 3709)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::References` (r:1 w:1)
	/// Proof: `Cashier::References` (`max_values`: None, `max_size`: Some(244), added: 2719, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalReceived` (r:1 w:1)
	/// Proof: `Cashier::TotalReceived` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalPaidOut` (r:1 w:0)
	/// Proof: `Cashier::TotalPaidOut` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalReversed` (r:1 w:0)
	/// Proof: `Cashier::TotalReversed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::Months` (r:1 w:1)
	/// Proof: `Cashier::Months` (`max_values`: None, `max_size`: Some(75), added: 2550, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::FirstMonth` (r:1 w:1)
	/// Proof: `Cashier::FirstMonth` (`max_values`: Some(1), `max_size`: Some(3), added: 498, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn receive_for_pot() -> Weight {
		// Shortest run: 72_852_000 picoseconds.
		Weight::from_parts(77_642_000, 4105)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Cashier::NextPayout` (r:1 w:1)
	/// Proof: `Cashier::NextPayout` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::OpenPayouts` (r:1 w:1)
	/// Proof: `Cashier::OpenPayouts` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::Payouts` (r:0 w:1)
	/// Proof: `Cashier::Payouts` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	fn request_payout() -> Weight {
		// Shortest run: 54_204_000 picoseconds.
		Weight::from_parts(57_852_000, 3640)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Cashier::Payouts` (r:1 w:1)
	/// Proof: `Cashier::Payouts` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::OpenPayouts` (r:1 w:1)
	/// Proof: `Cashier::OpenPayouts` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	fn cancel_payout() -> Weight {
		// Shortest run: 49_464_000 picoseconds.
		Weight::from_parts(52_969_000, 3640)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::Payouts` (r:1 w:1)
	/// Proof: `Cashier::Payouts` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::OpenPayouts` (r:1 w:1)
	/// Proof: `Cashier::OpenPayouts` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	fn refuse_payout() -> Weight {
		// Shortest run: 59_785_000 picoseconds.
		Weight::from_parts(64_329_000, 3640)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::References` (r:1 w:1)
	/// Proof: `Cashier::References` (`max_values`: None, `max_size`: Some(244), added: 2719, mode: `MaxEncodedLen`)
	fn propose_reversal() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(90_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::References` (r:1 w:1)
	/// Proof: `Cashier::References` (`max_values`: None, `max_size`: Some(244), added: 2719, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalReversed` (r:1 w:1)
	/// Proof: `Cashier::TotalReversed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalReceived` (r:1 w:0)
	/// Proof: `Cashier::TotalReceived` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalPaidOut` (r:1 w:0)
	/// Proof: `Cashier::TotalPaidOut` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::Months` (r:1 w:1)
	/// Proof: `Cashier::Months` (`max_values`: None, `max_size`: Some(75), added: 2550, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::FirstMonth` (r:1 w:0)
	/// Proof: `Cashier::FirstMonth` (`max_values`: Some(1), `max_size`: Some(3), added: 498, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn approve_correction() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(150_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(18))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::References` (r:1 w:1)
	/// Proof: `Cashier::References` (`max_values`: None, `max_size`: Some(244), added: 2719, mode: `MaxEncodedLen`)
	fn decline_correction() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(90_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::Attestations` (r:2 w:1)
	/// Proof: `Cashier::Attestations` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::LastAttested` (r:1 w:1)
	/// Proof: `Cashier::LastAttested` (`max_values`: Some(1), `max_size`: Some(3), added: 498, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::FirstMonth` (r:1 w:0)
	/// Proof: `Cashier::FirstMonth` (`max_values`: Some(1), `max_size`: Some(3), added: 498, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::Months` (r:1 w:0)
	/// Proof: `Cashier::Months` (`max_values`: None, `max_size`: Some(75), added: 2550, mode: `MaxEncodedLen`)
	fn attest() -> Weight {
		// Shortest run: 34_707_000 picoseconds.
		Weight::from_parts(37_618_000, 6170)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Cashier::FreeTransfers` (r:0 w:1)
	/// Proof: `Cashier::FreeTransfers` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	fn set_free_transfers() -> Weight {
		// Shortest run: 4_645_000 picoseconds.
		Weight::from_parts(5_386_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn order_payout() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(40_000_000, 3640)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn book_paid() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(90_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(11))
	}
	fn propose_return() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(35_000_000, 3709)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn propose_paid() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(38_000_000, 3709)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn confirm_outcome() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(110_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	fn decline_outcome() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(30_000_000, 3709)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn propose_payment_correction() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(40_000_000, 3709)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn recover() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(100_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	fn propose_attestation_correction() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(35_000_000, 6170)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn approve_attestation_correction() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(45_000_000, 6170)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn decline_attestation_correction() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(25_000_000, 6170)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Estimated; to be replaced by the benchmark.
	fn receive_batch() -> Weight {
		Weight::from_parts(60_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Estimated; to be replaced by the benchmark.
	fn receive_for_unit() -> Weight {
		Weight::from_parts(130_000_000, 6200)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Estimated; to be replaced by the benchmark.
	fn propose_unit_payout() -> Weight {
		Weight::from_parts(45_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Estimated; to be replaced by the benchmark.
	fn approve_unit_payout() -> Weight {
		Weight::from_parts(110_000_000, 4200)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Estimated; to be replaced by the benchmark.
	fn decline_unit_payout() -> Weight {
		Weight::from_parts(40_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn open_bank() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(35_000_000, 3603)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn close_bank() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(40_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn record_transfer() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(80_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn enter_balance() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(35_000_000, 6170)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn set_charges_pot() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(15_000_000, 3519)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn propose_charge() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(40_000_000, 3603)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn approve_charge() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(120_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	fn decline_charge() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(30_000_000, 3603)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn explain(n: u32) -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(30_000_000, 6170)
			.saturating_add(Weight::from_parts(6_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn recover_interest() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(150_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn withdraw_correction() -> Weight {
		// Estimate, to be measured.
		Weight::from_parts(90_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
	}
}
