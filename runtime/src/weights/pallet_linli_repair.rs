// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_repair` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (8 steps, 6 repeats). Not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_repair`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_repair::WeightInfo for WeightInfo<T> {
	/// Storage: `Repair::RulesOf` (r:0 w:1)
	/// Proof: `Repair::RulesOf` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	fn set_rules() -> Weight {
		// Shortest run: 5_544_000 picoseconds.
		Weight::from_parts(6_343_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Repair::BuildingOf` (r:1 w:1)
	/// Proof: `Repair::BuildingOf` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::RulesOf` (r:1 w:0)
	/// Proof: `Repair::RulesOf` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Known` (r:1 w:1)
	/// Proof: `Repair::Known` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:1 w:1)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:0 w:1)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	fn enrol() -> Weight {
		// Shortest run: 31_093_000 picoseconds.
		Weight::from_parts(33_716_000, 3524)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Repair::BuildingOf` (r:1 w:0)
	/// Proof: `Repair::BuildingOf` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:1 w:1)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:1)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:1)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn deposit() -> Weight {
		// Shortest run: 77_588_000 picoseconds.
		Weight::from_parts(83_259_000, 4105)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Repair::Known` (r:1 w:0)
	/// Proof: `Repair::Known` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10001 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn distribute(n: u32, ) -> Weight {
		// Shortest run: 25_560_000 picoseconds.
		Weight::from_parts(25_641_000, 3593)
			// Standard error: 107_632
			.saturating_add(Weight::from_parts(9_630_370, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Known` (r:1 w:0)
	/// Proof: `Repair::Known` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn charge(n: u32, ) -> Weight {
		// Shortest run: 159_226_000 picoseconds.
		Weight::from_parts(166_513_000, 82430)
			// Standard error: 97_211
			.saturating_add(Weight::from_parts(9_752_365, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(66))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn give_back(n: u32, ) -> Weight {
		// Shortest run: 110_902_000 picoseconds.
		Weight::from_parts(112_201_000, 82430)
			// Standard error: 138_910
			.saturating_add(Weight::from_parts(10_978_209, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Repair::UnitBuildings` (r:1 w:0)
	/// Storage: `Repair::Shares` (r:1 w:1)
	/// Storage: `Repair::TotalShares` (r:1 w:1)
	/// Storage: `Repair::Statements` (r:0 w:1)
	/// Storage: `System::Account` (r:1 w:0)
	fn release_share() -> Weight {
		// An estimate.
		Weight::from_parts(90_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
