// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_linli_fees`.
//!
//! Measured in Wasm by `scripts/bench.sh weights`: storage on 2026-11-27, times on 2026-11-23 on a quieter machine. Do not
//! edit.

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
	/// Proof: `Fees::Agendas` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	fn advance() -> Weight {
		Weight::from_parts(5_621_000, 1541)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Estimated; to be replaced by the benchmark.
	fn find_period(c: u32, ) -> Weight {
		Weight::from_parts(32_000_000, 6480)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(Weight::from_parts(8_500_000, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 5200).saturating_mul(c.into()))
	}
	/// Estimated; to be replaced by the benchmark.
	fn bill_batch() -> Weight {
		Weight::from_parts(42_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:0 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(355), added: 2830, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:1)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:0 w:1)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	fn bill() -> Weight {
		Weight::from_parts(25_170_000, 3524)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Estimated; to be replaced by the benchmark.
	fn bill_metered() -> Weight {
		Weight::from_parts(75_000_000, 6600)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Estimated; to be replaced by the benchmark.
	fn bill_nothing() -> Weight {
		Weight::from_parts(24_000_000, 6600)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Fees::Prepayments` (r:2 w:1)
	/// Proof: `Fees::Prepayments` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:64 w:64)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPayment` (r:1 w:1)
	/// Proof: `Fees::NextPayment` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Rules` (r:1 w:0)
	/// Proof: `Fees::Rules` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:64 w:64)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(355), added: 2830, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:64 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:64 w:64)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:65 w:65)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Totals` (r:1 w:1)
	/// Proof: `Fees::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitBuildings` (r:1 w:0)
	/// Proof: `Repair::UnitBuildings` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:128)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:192)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Payments` (r:0 w:1)
	/// Proof: `Fees::Payments` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// The component `b` is within `[0, 64]`.
	fn collect_prepayment(b: u32, ) -> Weight {
		Weight::from_parts(93_710_746, 6092)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(Weight::from_parts(110_411_915, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((10_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 3115).saturating_mul(b.into()))
	}
	/// Storage: `Fees::Mandates` (r:2 w:1)
	/// Proof: `Fees::Mandates` (`max_values`: None, `max_size`: Some(947), added: 3422, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:64 w:64)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Rules` (r:1 w:0)
	/// Proof: `Fees::Rules` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPayment` (r:1 w:1)
	/// Proof: `Fees::NextPayment` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:64 w:64)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(355), added: 2830, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:64 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:65 w:65)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:64 w:64)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Totals` (r:1 w:1)
	/// Proof: `Fees::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitBuildings` (r:1 w:0)
	/// Proof: `Repair::UnitBuildings` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:128)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:128)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Payments` (r:0 w:1)
	/// Proof: `Fees::Payments` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// The component `b` is within `[0, 64]`.
	fn collect_mandate(b: u32, ) -> Weight {
		Weight::from_parts(88_464_121, 7834)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(Weight::from_parts(122_360_829, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 3115).saturating_mul(b.into()))
	}
	/// Estimated; to be replaced by the benchmark.
	fn create_charge() -> Weight {
		Weight::from_parts(62_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Estimated; to be replaced by the benchmark.
	fn set_rate() -> Weight {
		Weight::from_parts(45_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Fees::Charges` (r:1 w:1)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPeriod` (r:1 w:1)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Agendas` (r:1 w:0)
	/// Proof: `Fees::Agendas` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	/// Storage: `Fees::CounterForNextPeriod` (r:1 w:1)
	/// Proof: `Fees::CounterForNextPeriod` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn end_charge() -> Weight {
		Weight::from_parts(27_687_000, 3645)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Fees::Rules` (r:0 w:1)
	/// Proof: `Fees::Rules` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	fn set_rules() -> Weight {
		Weight::from_parts(9_894_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:64 w:64)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(355), added: 2830, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:65 w:64)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPayment` (r:1 w:1)
	/// Proof: `Fees::NextPayment` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Rules` (r:1 w:0)
	/// Proof: `Fees::Rules` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:64 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:64 w:64)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:65 w:65)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Totals` (r:1 w:1)
	/// Proof: `Fees::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitBuildings` (r:1 w:0)
	/// Proof: `Repair::UnitBuildings` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Fees::NextPeriod` (r:65 w:0)
	/// Proof: `Fees::NextPeriod` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Rates` (r:64 w:0)
	/// Proof: `Fees::Rates` (`max_values`: None, `max_size`: Some(1230), added: 3705, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Prepayments` (r:5 w:1)
	/// Proof: `Fees::Prepayments` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Registry::AccountOwners` (r:1 w:0)
	/// Proof: `Registry::AccountOwners` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:128)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:129)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Payments` (r:0 w:1)
	/// Proof: `Fees::Payments` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// The component `b` is within `[0, 64]`.
	fn pay(b: u32, ) -> Weight {
		Weight::from_parts(775_149_801, 238110)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(Weight::from_parts(113_981_893, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(208))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(8))
			.saturating_add(T::DbWeight::get().writes((9_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 3115).saturating_mul(b.into()))
	}
	/// Storage: `Fees::Prepayments` (r:1 w:1)
	/// Proof: `Fees::Prepayments` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:1)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	fn refund_prepayment() -> Weight {
		Weight::from_parts(55_276_000, 3676)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Estimated, until the next run of the benchmarks.
	fn bill_past() -> Weight {
		Weight::from_parts(30_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated, until the next run of the benchmarks.
	fn skip_past() -> Weight {
		Weight::from_parts(30_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated, until the next run of the benchmarks: four mandates and five prepayments.
	fn unit_sold() -> Weight {
		Weight::from_parts(280_000_000, 20800)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().writes(24))
	}
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Mandates` (r:5 w:1)
	/// Proof: `Fees::Mandates` (`max_values`: None, `max_size`: Some(947), added: 3422, mode: `MaxEncodedLen`)
	/// Storage: `Registry::AccountOwners` (r:1 w:0)
	/// Proof: `Registry::AccountOwners` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn set_mandate() -> Weight {
		Weight::from_parts(42_038_000, 18100)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Fees::Mandates` (r:1 w:1)
	/// Proof: `Fees::Mandates` (`max_values`: None, `max_size`: Some(947), added: 3422, mode: `MaxEncodedLen`)
	fn revoke_mandate() -> Weight {
		Weight::from_parts(14_420_000, 4412)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::AccountOwners` (r:1 w:0)
	/// Proof: `Registry::AccountOwners` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Units` (r:1 w:0)
	/// Proof: `Registry::Units` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:1 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(355), added: 2830, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Totals` (r:1 w:1)
	/// Proof: `Fees::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenDisputes` (r:0 w:1)
	/// Proof: `Fees::OpenDisputes` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:1)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:0 w:1)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		Weight::from_parts(56_494_000, 3820)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:1 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(355), added: 2830, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Totals` (r:1 w:1)
	/// Proof: `Fees::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenDisputes` (r:0 w:1)
	/// Proof: `Fees::OpenDisputes` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:2)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	fn rule_dispute() -> Weight {
		Weight::from_parts(1_300_000_000, 60000)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(T::DbWeight::get().reads(32))
			.saturating_add(T::DbWeight::get().writes(60))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Waivers` (r:1 w:1)
	/// Proof: `Fees::Waivers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:1 w:0)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(355), added: 2830, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	fn propose_waiver() -> Weight {
		Weight::from_parts(41_822_000, 3820)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Waivers` (r:1 w:1)
	/// Proof: `Fees::Waivers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Bills` (r:1 w:1)
	/// Proof: `Fees::Bills` (`max_values`: None, `max_size`: Some(355), added: 2830, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Charges` (r:1 w:0)
	/// Proof: `Fees::Charges` (`max_values`: None, `max_size`: Some(180), added: 2655, mode: `MaxEncodedLen`)
	/// Storage: `Fees::StatementHeads` (r:1 w:1)
	/// Proof: `Fees::StatementHeads` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Totals` (r:1 w:1)
	/// Proof: `Fees::Totals` (`max_values`: Some(1), `max_size`: Some(136), added: 631, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Statements` (r:0 w:2)
	/// Proof: `Fees::Statements` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Fees::OpenBills` (r:0 w:1)
	/// Proof: `Fees::OpenBills` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	fn approve_waiver() -> Weight {
		Weight::from_parts(1_300_000_000, 60000)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(T::DbWeight::get().reads(32))
			.saturating_add(T::DbWeight::get().writes(60))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Waivers` (r:1 w:1)
	/// Proof: `Fees::Waivers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	fn reject_waiver() -> Weight {
		Weight::from_parts(26_222_000, 3588)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Estimated; to be replaced by the benchmark.
	fn credit_batch() -> Weight {
		Weight::from_parts(25_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn credit_bill() -> Weight {
		Weight::from_parts(1_300_000_000, 60000)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(T::DbWeight::get().reads(32))
			.saturating_add(T::DbWeight::get().writes(60))
	}
	/// Estimated; to be replaced by the benchmark.
	fn credit_nothing() -> Weight {
		Weight::from_parts(40_000_000, 16000)
			.saturating_add(T::DbWeight::get().reads(5))
	}
	/// Estimated; to be replaced by the benchmark.
	fn propose_credit() -> Weight {
		Weight::from_parts(150_000_000, 62000)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Estimated; to be replaced by the benchmark.
	fn approve_credit() -> Weight {
		Weight::from_parts(250_000_000, 90000)
			.saturating_add(T::DbWeight::get().reads(55))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Estimated; to be replaced by the benchmark.
	fn reject_credit() -> Weight {
		Weight::from_parts(35_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn withdraw_credit() -> Weight {
		Weight::from_parts(35_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn propose_move() -> Weight {
		Weight::from_parts(900_000_000, 300000)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(T::DbWeight::get().reads(200))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Estimated; to be replaced by the benchmark.
	/// The component `b` is within `[0, 64]`.
	fn approve_move(b: u32, ) -> Weight {
		Weight::from_parts(900_000_000, 240000)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(Weight::from_parts(350_000_000, 9000).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().reads((14_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(15))
			.saturating_add(T::DbWeight::get().writes((16_u64).saturating_mul(b.into())))
	}
	/// Estimated; to be replaced by the benchmark.
	fn reject_move() -> Weight {
		Weight::from_parts(35_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn withdraw_move() -> Weight {
		Weight::from_parts(35_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn withdraw_waiver() -> Weight {
		Weight::from_parts(26_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Estimated; to be replaced by the benchmark.
	fn withdraw_dispute() -> Weight {
		Weight::from_parts(90_000_000, 6200)
			// A plan of the bills, estimated.
			.saturating_add(Weight::from_parts(60_000_000, 36000))
			.saturating_add(T::DbWeight::get().reads_writes(15, 2))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Estimated; to be replaced by the benchmark.
	fn share_batch() -> Weight {
		Weight::from_parts(75_000_000, 14000)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Estimated; to be replaced by the benchmark.
	fn weigh() -> Weight {
		Weight::from_parts(9_000_000, 3524)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Estimated; to be replaced by the benchmark.
	fn bill_final() -> Weight {
		Weight::from_parts(150_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Estimated; to be replaced by the benchmark.
	fn propose_bill() -> Weight {
		Weight::from_parts(60_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Estimated; to be replaced by the benchmark.
	fn approve_bill() -> Weight {
		Weight::from_parts(180_000_000, 28000)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Estimated; to be replaced by the benchmark.
	fn reject_bill() -> Weight {
		Weight::from_parts(35_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn withdraw_bill() -> Weight {
		Weight::from_parts(35_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn propose_plan() -> Weight {
		Weight::from_parts(300_000_000, 50000)
			.saturating_add(T::DbWeight::get().reads(45))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Estimated; to be replaced by the benchmark.
	fn accept_plan() -> Weight {
		Weight::from_parts(900_000_000, 50000)
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(45))
	}
	/// Estimated; to be replaced by the benchmark.
	fn end_plan() -> Weight {
		Weight::from_parts(150_000_000, 40000)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn record_invoice() -> Weight {
		Weight::from_parts(500000000, 90000)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(50))
	}
	/// Estimated; to be replaced by the benchmark.
	fn propose_void() -> Weight {
		Weight::from_parts(50000000, 6000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated; to be replaced by the benchmark.
	fn approve_void() -> Weight {
		Weight::from_parts(250000000, 50000)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(20))
	}
	/// Estimated; to be replaced by the benchmark.
	fn decline_void() -> Weight {
		Weight::from_parts(45000000, 6000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// The component `b` is within `[0, 64]`.
	fn credit_unit(b: u32, ) -> Weight {
		Weight::from_parts(400_000_000, 240000)
			.saturating_add(Weight::from_parts(200_000_000, 9000).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(90))
			.saturating_add(T::DbWeight::get().reads((9_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(10))
			.saturating_add(T::DbWeight::get().writes((12_u64).saturating_mul(b.into())))
	}
	/// Estimated; to be replaced by the benchmark.
	fn claim_unit_money() -> Weight {
		Weight::from_parts(130_000_000, 6200)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Estimated; to be replaced by the benchmark. The component `b` is within `[0, 64]`.
	fn collect_kept(b: u32, ) -> Weight {
		Weight::from_parts(160_000_000, 42000)
			.saturating_add(Weight::from_parts(112_000_000, 3115).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes((10_u64).saturating_mul(b.into())))
	}
}
