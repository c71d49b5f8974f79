// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_fees` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (10 steps, 10 repeats). Not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_fees`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_fees::WeightInfo for WeightInfo<T> {
	/// Storage: `Fees::Agendas` (r:1 w:0)
	/// Proof: `Fees::Agendas` (`max_values`: Some(1), `max_size`: Some(55), added: 550, mode: `MaxEncodedLen`)
	fn advance() -> Weight {
		// Shortest run: 4_997_000 picoseconds.
		Weight::from_parts(5_621_000, 1540)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `Fees::NextPeriod` (r:65 w:0)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// The component `c` is within `[1, 64]`.
	fn find_period(c: u32, ) -> Weight {
		// Shortest run: 9_442_000 picoseconds.
		Weight::from_parts(8_167_852, 3480)
			// Standard error: 1_496
			.saturating_add(Weight::from_parts(2_871_271, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2490).saturating_mul(c.into()))
	}
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Rates` (r:1 w:0)
	/// Proof: `Fees::Rates` (`max_values`: None, `max_size`: Some(1230), added: 3705, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPeriod` (r:1 w:1)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Agendas` (r:1 w:1)
	/// Proof: `Fees::Agendas` (`max_values`: Some(1), `max_size`: Some(55), added: 550, mode: `MaxEncodedLen`)
	/// Storage: `Fees::TotalsOf` (r:0 w:1)
	/// Proof: `Fees::TotalsOf` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	fn bill_batch() -> Weight {
		// Shortest run: 21_874_000 picoseconds.
		Weight::from_parts(24_020_000, 4695)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:0 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:1)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:0 w:1)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	fn bill() -> Weight {
		// Shortest run: 23_180_000 picoseconds.
		Weight::from_parts(25_170_000, 3524)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Meters` (r:1 w:1)
	/// Proof: `Fees::Meters` (`max_values`: None, `max_size`: Some(443), added: 2918, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:0 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:1)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:0 w:1)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	fn bill_metered() -> Weight {
		// Shortest run: 28_127_000 picoseconds.
		Weight::from_parts(30_873_000, 3908)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Meters` (r:1 w:0)
	/// Proof: `Fees::Meters` (`max_values`: None, `max_size`: Some(443), added: 2918, mode: `MaxEncodedLen`)
	fn bill_nothing() -> Weight {
		// Shortest run: 13_091_000 picoseconds.
		Weight::from_parts(14_350_000, 3908)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Fees::Prepayments` (r:2 w:1)
	/// Proof: `Fees::Prepayments` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:64 w:64)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPayment` (r:1 w:1)
	/// Proof: `Fees::NextPayment` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:64 w:64)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:64 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:64 w:64)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:65 w:65)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::TotalsOf` (r:1 w:1)
	/// Proof: `Fees::TotalsOf` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Repair::BuildingOf` (r:1 w:0)
	/// Proof: `Repair::BuildingOf` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:128)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:192)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Payments` (r:0 w:1)
	/// Proof: `Fees::Payments` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// The component `b` is within `[0, 64]`.
	fn collect_prepayment(b: u32, ) -> Weight {
		// Shortest run: 20_461_000 picoseconds.
		Weight::from_parts(93_710_746, 6092)
			// Standard error: 102_079
			.saturating_add(Weight::from_parts(110_411_915, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 3115).saturating_mul(b.into()))
	}
	/// Storage: `Fees::Mandates` (r:2 w:1)
	/// Proof: `Fees::Mandates` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:64 w:64)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPayment` (r:1 w:1)
	/// Proof: `Fees::NextPayment` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:64 w:64)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:64 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:65 w:65)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:64 w:64)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::TotalsOf` (r:1 w:1)
	/// Proof: `Fees::TotalsOf` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Repair::BuildingOf` (r:1 w:0)
	/// Proof: `Repair::BuildingOf` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:128)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:128)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Payments` (r:0 w:1)
	/// Proof: `Fees::Payments` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// The component `b` is within `[0, 64]`.
	fn collect_mandate(b: u32, ) -> Weight {
		// Shortest run: 27_845_000 picoseconds.
		Weight::from_parts(86_464_121, 6150)
			// Standard error: 105_847
			.saturating_add(Weight::from_parts(122_360_829, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((8_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 3115).saturating_mul(b.into()))
	}
	/// Storage: `Fund::Pots` (r:1 w:0)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Unstarted` (r:1 w:0)
	/// Proof: `Fees::Unstarted` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Fees::CounterForNextPeriod` (r:1 w:1)
	/// Proof: `Fees::CounterForNextPeriod` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextCharge` (r:1 w:1)
	/// Proof: `Fees::NextCharge` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Rates` (r:1 w:1)
	/// Proof: `Fees::Rates` (`max_values`: None, `max_size`: Some(1230), added: 3705, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPeriod` (r:1 w:1)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Agendas` (r:1 w:1)
	/// Proof: `Fees::Agendas` (`max_values`: Some(1), `max_size`: Some(55), added: 550, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:0 w:1)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	fn create_charge() -> Weight {
		// Shortest run: 47_620_000 picoseconds.
		Weight::from_parts(55_727_000, 4695)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPeriod` (r:1 w:0)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Rates` (r:1 w:1)
	/// Proof: `Fees::Rates` (`max_values`: None, `max_size`: Some(1230), added: 3705, mode: `MaxEncodedLen`)
	fn set_rate() -> Weight {
		// Shortest run: 24_256_000 picoseconds.
		Weight::from_parts(26_388_000, 4695)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Fees::Charges` (r:1 w:1)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPeriod` (r:1 w:1)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Agendas` (r:1 w:0)
	/// Proof: `Fees::Agendas` (`max_values`: Some(1), `max_size`: Some(55), added: 550, mode: `MaxEncodedLen`)
	/// Storage: `Fees::CounterForNextPeriod` (r:1 w:1)
	/// Proof: `Fees::CounterForNextPeriod` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn end_charge() -> Weight {
		// Shortest run: 25_593_000 picoseconds.
		Weight::from_parts(27_687_000, 3645)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Fees::Agendas` (r:1 w:1)
	/// Proof: `Fees::Agendas` (`max_values`: Some(1), `max_size`: Some(55), added: 550, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:0 w:1)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_rules() -> Weight {
		// Shortest run: 8_759_000 picoseconds.
		Weight::from_parts(9_894_000, 1540)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:64 w:64)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:65 w:64)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPayment` (r:1 w:1)
	/// Proof: `Fees::NextPayment` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:64 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:64 w:64)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:65 w:65)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::TotalsOf` (r:1 w:1)
	/// Proof: `Fees::TotalsOf` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Repair::BuildingOf` (r:1 w:0)
	/// Proof: `Repair::BuildingOf` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPeriod` (r:65 w:0)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Rates` (r:64 w:0)
	/// Proof: `Fees::Rates` (`max_values`: None, `max_size`: Some(1230), added: 3705, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Prepayments` (r:5 w:1)
	/// Proof: `Fees::Prepayments` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:128)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:129)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Payments` (r:0 w:1)
	/// Proof: `Fees::Payments` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// The component `b` is within `[0, 64]`.
	fn pay(b: u32, ) -> Weight {
		// Shortest run: 711_203_000 picoseconds.
		Weight::from_parts(775_149_801, 238110)
			// Standard error: 815_752
			.saturating_add(Weight::from_parts(113_981_893, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(207))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(8))
			.saturating_add(T::DbWeight::get().writes((8_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 3115).saturating_mul(b.into()))
	}
	/// Storage: `Fees::Prepayments` (r:1 w:1)
	/// Proof: `Fees::Prepayments` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:1)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	fn refund_prepayment() -> Weight {
		// Shortest run: 51_635_000 picoseconds.
		Weight::from_parts(55_276_000, 3640)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Mandates` (r:5 w:1)
	/// Proof: `Fees::Mandates` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn set_mandate() -> Weight {
		// Shortest run: 38_077_000 picoseconds.
		Weight::from_parts(41_038_000, 13890)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Fees::Mandates` (r:1 w:1)
	/// Proof: `Fees::Mandates` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn revoke_mandate() -> Weight {
		// Shortest run: 13_119_000 picoseconds.
		Weight::from_parts(14_420_000, 3570)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:1 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::TotalsOf` (r:1 w:1)
	/// Proof: `Fees::TotalsOf` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenDisputes` (r:0 w:1)
	/// Proof: `Fees::OpenDisputes` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:1)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:0 w:1)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Shortest run: 52_714_000 picoseconds.
		Weight::from_parts(56_494_000, 3804)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:1 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::TotalsOf` (r:1 w:1)
	/// Proof: `Fees::TotalsOf` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenDisputes` (r:0 w:1)
	/// Proof: `Fees::OpenDisputes` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:2)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	fn rule_dispute() -> Weight {
		// Shortest run: 100_863_000 picoseconds.
		Weight::from_parts(108_076_000, 6196)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Waivers` (r:1 w:1)
	/// Proof: `Fees::Waivers` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:1 w:0)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	fn propose_waiver() -> Weight {
		// Shortest run: 38_249_000 picoseconds.
		Weight::from_parts(41_822_000, 3804)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Waivers` (r:1 w:1)
	/// Proof: `Fees::Waivers` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:1 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(339), added: 2814, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::TotalsOf` (r:1 w:1)
	/// Proof: `Fees::TotalsOf` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:2)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:0 w:1)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	fn approve_waiver() -> Weight {
		// Shortest run: 57_534_000 picoseconds.
		Weight::from_parts(62_331_000, 3804)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Waivers` (r:1 w:1)
	/// Proof: `Fees::Waivers` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	fn reject_waiver() -> Weight {
		// Shortest run: 24_059_000 picoseconds.
		Weight::from_parts(26_222_000, 3604)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPeriod` (r:1 w:0)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Meters` (r:1 w:1)
	/// Proof: `Fees::Meters` (`max_values`: None, `max_size`: Some(443), added: 2918, mode: `MaxEncodedLen`)
	fn record_reading() -> Weight {
		// Shortest run: 38_102_000 picoseconds.
		Weight::from_parts(41_320_000, 3908)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Meters` (r:1 w:1)
	/// Proof: `Fees::Meters` (`max_values`: None, `max_size`: Some(443), added: 2918, mode: `MaxEncodedLen`)
	fn reverse_reading() -> Weight {
		// Shortest run: 25_545_000 picoseconds.
		Weight::from_parts(28_137_000, 3908)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
