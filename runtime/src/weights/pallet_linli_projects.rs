// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_projects` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (8 steps, 8 repeats). Not to be edited.

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
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
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
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Projects::TotalsOf` (r:1 w:1)
	/// Proof: `Projects::TotalsOf` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Known` (r:1 w:0)
	/// Proof: `Repair::Known` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:4)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:4)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Projects::TermsOf` (r:0 w:1)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:0 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(311), added: 2786, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:0 w:16)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn open(n: u32, ) -> Weight {
		// Shortest run: 5_938_908_000 picoseconds.
		Weight::from_parts(13_783_362_793, 3288926)
			// Standard error: 734_218
			.saturating_add(Weight::from_parts(12_061_555, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2197))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(44)) // 4 for `Projects::LedgerEntries`, until measured again
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	fn submit() -> Weight {
		// Shortest run: 49_535_000 picoseconds.
		Weight::from_parts(71_066_000, 4867)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Registry::CounterForBuildingSets` (r:1 w:0)
	/// Proof: `Registry::CounterForBuildingSets` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1088 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::BuildingSets` (r:1025 w:0)
	/// Proof: `Registry::BuildingSets` (`max_values`: None, `max_size`: Some(530), added: 3005, mode: `MaxEncodedLen`)
	fn inspect() -> Weight {
		// Shortest run: 4_911_102_000 picoseconds.
		Weight::from_parts(5_177_400_000, 3288926)
			.saturating_add(T::DbWeight::get().reads(2116))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Registry::OwnerOf` (r:1 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Objections` (r:1 w:1)
	/// Proof: `Projects::Objections` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:32 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// Shortest run: 242_582_000 picoseconds.
		Weight::from_parts(271_945_000, 97694)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Shortest run: 50_973_000 picoseconds.
		Weight::from_parts(63_717_000, 4867)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(311), added: 2786, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:4 w:4)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:6 w:6)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Projects::TotalsOf` (r:1 w:1)
	/// Proof: `Projects::TotalsOf` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:4)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:4)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn rule(n: u32, ) -> Weight {
		// Shortest run: 503_527_000 picoseconds.
		Weight::from_parts(515_290_000, 82430)
			// Standard error: 735_644
			.saturating_add(Weight::from_parts(14_509_564, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(81))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(27)) // 4 for `Projects::LedgerEntries`, until measured again
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(311), added: 2786, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:1 w:1)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Projects::TotalsOf` (r:1 w:1)
	/// Proof: `Projects::TotalsOf` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn pay() -> Weight {
		// Shortest run: 122_769_000 picoseconds.
		Weight::from_parts(151_444_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(311), added: 2786, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Milestones` (r:16 w:16)
	/// Proof: `Projects::Milestones` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:4 w:4)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Projects::TotalsOf` (r:1 w:1)
	/// Proof: `Projects::TotalsOf` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Projects::OpenProjects` (r:1 w:1)
	/// Proof: `Projects::OpenProjects` (`max_values`: Some(1), `max_size`: Some(129), added: 624, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:4)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:4)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn cancel(n: u32, ) -> Weight {
		// Shortest run: 574_810_000 picoseconds.
		Weight::from_parts(6_856_520_670, 82430)
			// Standard error: 775_697
			.saturating_add(Weight::from_parts(12_150_510, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(98))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(42)) // 4 for `Projects::LedgerEntries`, until measured again
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(311), added: 2786, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Projects::TotalsOf` (r:1 w:1)
	/// Proof: `Projects::TotalsOf` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Projects::OpenProjects` (r:1 w:1)
	/// Proof: `Projects::OpenProjects` (`max_values`: Some(1), `max_size`: Some(129), added: 624, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Shortest run: 108_138_000 picoseconds.
		Weight::from_parts(127_506_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(311), added: 2786, mode: `MaxEncodedLen`)
	fn claim_defect() -> Weight {
		// Shortest run: 44_714_000 picoseconds.
		Weight::from_parts(56_076_000, 4867)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(311), added: 2786, mode: `MaxEncodedLen`)
	fn withdraw_claim() -> Weight {
		// Shortest run: 38_975_000 picoseconds.
		Weight::from_parts(51_292_000, 4867)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Projects::TermsOf` (r:1 w:0)
	/// Proof: `Projects::TermsOf` (`max_values`: None, `max_size`: Some(1402), added: 3877, mode: `MaxEncodedLen`)
	/// Storage: `Projects::Projects` (r:1 w:1)
	/// Proof: `Projects::Projects` (`max_values`: None, `max_size`: Some(311), added: 2786, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:4 w:4)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:10032 w:10000)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Projects::TotalsOf` (r:1 w:1)
	/// Proof: `Projects::TotalsOf` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Projects::OpenProjects` (r:1 w:1)
	/// Proof: `Projects::OpenProjects` (`max_values`: Some(1), `max_size`: Some(129), added: 624, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:4)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:4)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:10000)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 10000]`.
	fn rule_claim(n: u32, ) -> Weight {
		// Shortest run: 498_315_000 picoseconds.
		Weight::from_parts(516_709_000, 82430)
			// Standard error: 137_984
			.saturating_add(Weight::from_parts(11_775_103, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(80))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(26)) // 4 for `Projects::LedgerEntries`, until measured again
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
}
