// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_linli_projects`.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-27 (10 steps, 5 repeats); what was changed since is to be
//! measured again, and until then estimated from above by the storage that it touches in addition.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_projects`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_projects::WeightInfo for WeightInfo<T> {
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1521), added: 3996, mode: `MaxEncodedLen`)
	/// Storage: `Registry::AccountOwners` (r:1 w:0)
	/// Proof: `Registry::AccountOwners` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Registry::CounterForBuildingSets` (r:1 w:0)
	/// Proof: `Registry::CounterForBuildingSets` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1088 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::BuildingSets` (r:1025 w:0)
	/// Proof: `Registry::BuildingSets` (`max_values`: None, `max_size`: Some(530), added: 3005, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:4 w:4)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Projects::NextProject` (r:1 w:1)
	/// Proof: `Projects::NextProject` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Projects::OpenProjects` (r:1 w:1)
	/// Proof: `Projects::OpenProjects` (`max_values`: Some(1), `max_size`: Some(129), added: 624, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Totals` (r:1 w:1)
	/// Proof: `Projects::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Known` (r:1 w:0)
	/// Proof: `Repair::Known` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Repair::TotalShares` (r:1 w:1)
	/// Proof: `Repair::TotalShares` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:4)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:4)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Projects::LedgerEntries` (r:0 w:4)
	/// Proof: `Projects::LedgerEntries` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:0 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Terms` (r:0 w:1)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:0 w:16)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn open(n: u32, ) -> Weight {
		// Shortest run: 7_278_545_000 picoseconds.
		Weight::from_parts(6_601_040_887, 3288926)
			// Standard error: 256_034
			.saturating_add(Weight::from_parts(14_124_433, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2419))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(46))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	fn submit() -> Weight {
		// Shortest run: 57_305_000 picoseconds.
		Weight::from_parts(90_880_000, 4867)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Registry::CounterForBuildingSets` (r:1 w:0)
	/// Proof: `Registry::CounterForBuildingSets` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1088 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::BuildingSets` (r:1025 w:0)
	/// Proof: `Registry::BuildingSets` (`max_values`: None, `max_size`: Some(530), added: 3005, mode: `MaxEncodedLen`)
	fn inspect() -> Weight {
		// Shortest run: 6_145_455_000 picoseconds.
		Weight::from_parts(6_704_505_000, 3288926)
			.saturating_add(T::DbWeight::get().reads(2156))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Registry::AccountOwners` (r:1 w:0)
	/// Proof: `Registry::AccountOwners` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Objections` (r:1 w:1)
	/// Proof: `Projects::Objections` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// Shortest run: 275_839_000 picoseconds.
		Weight::from_parts(326_764_000, 97694)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Shortest run: 66_399_000 picoseconds.
		Weight::from_parts(98_090_000, 4867)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:4 w:4)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:6 w:6)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::TotalShares` (r:1 w:1)
	/// Proof: `Repair::TotalShares` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Totals` (r:1 w:1)
	/// Proof: `Projects::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:4)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:4)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Projects::LedgerEntries` (r:0 w:4)
	/// Proof: `Projects::LedgerEntries` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn rule(n: u32, ) -> Weight {
		// Shortest run: 658_106_000 picoseconds.
		Weight::from_parts(708_977_000, 82430)
			// Standard error: 266_942
			.saturating_add(Weight::from_parts(18_676_828, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(85))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(29))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Totals` (r:1 w:1)
	/// Proof: `Projects::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn pay() -> Weight {
		// Shortest run: 169_291_000 picoseconds.
		Weight::from_parts(224_819_000, 6196)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1521), added: 3996, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:16 w:16)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:4 w:4)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::TotalShares` (r:1 w:1)
	/// Proof: `Repair::TotalShares` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Totals` (r:1 w:1)
	/// Proof: `Projects::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Projects::OpenProjects` (r:1 w:1)
	/// Proof: `Projects::OpenProjects` (`max_values`: Some(1), `max_size`: Some(129), added: 624, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:4)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:4)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Projects::LedgerEntries` (r:0 w:4)
	/// Proof: `Projects::LedgerEntries` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn cancel(n: u32, ) -> Weight {
		// Shortest run: 799_336_000 picoseconds.
		Weight::from_parts(834_358_000, 82430)
			// Standard error: 174_096
			.saturating_add(Weight::from_parts(15_611_935, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(100))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(44))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Totals` (r:1 w:1)
	/// Proof: `Projects::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Projects::OpenProjects` (r:1 w:1)
	/// Proof: `Projects::OpenProjects` (`max_values`: Some(1), `max_size`: Some(129), added: 624, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Shortest run: 131_235_000 picoseconds.
		Weight::from_parts(186_247_000, 6196)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	fn claim_defect() -> Weight {
		// Shortest run: 50_235_000 picoseconds.
		Weight::from_parts(81_531_000, 4867)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	fn withdraw_claim() -> Weight {
		// Shortest run: 49_663_000 picoseconds.
		Weight::from_parts(73_068_000, 4867)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::Terms` (r:1 w:0)
	/// Proof: `Projects::Terms` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Community::UtcOffsets` (r:1 w:0)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:4 w:4)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::TotalShares` (r:1 w:1)
	/// Proof: `Repair::TotalShares` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Totals` (r:1 w:1)
	/// Proof: `Projects::Totals` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Projects::OpenProjects` (r:1 w:1)
	/// Proof: `Projects::OpenProjects` (`max_values`: Some(1), `max_size`: Some(129), added: 624, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:4)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:4)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Projects::LedgerEntries` (r:0 w:4)
	/// Proof: `Projects::LedgerEntries` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn rule_claim(n: u32, ) -> Weight {
		// Shortest run: 656_844_000 picoseconds.
		Weight::from_parts(681_911_000, 82430)
			// Standard error: 320_323
			.saturating_add(Weight::from_parts(17_143_177, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(83))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(27))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Not measured: the rule book of the origin, the terms, the project, sixteen milestones read and written, the people
	/// behind eight inspectors, and the variation.
	fn vary() -> Weight {
		Weight::from_parts(1_500_000_000, 3288926)
			.saturating_add(T::DbWeight::get().reads(242))
			.saturating_add(T::DbWeight::get().writes(19))
	}
	/// Not measured: a ruling and a payment that fails.
	/// The component `n` is within `[1, 10000]`.
	fn conclude(n: u32, ) -> Weight {
		Weight::from_parts(938_977_000, 82430)
			.saturating_add(Weight::from_parts(18_676_828, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(87))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(32))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
}
