// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_expenses` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (8 steps, 8 repeats). Not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_expenses`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_expenses::WeightInfo for WeightInfo<T> {
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:2 w:0)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Lines` (r:64 w:64)
	/// Proof: `Expenses::Lines` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Budgets` (r:1 w:1)
	/// Proof: `Expenses::Budgets` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn set_budget() -> Weight {
		// Shortest run: 390_781_000 picoseconds.
		Weight::from_parts(411_186_000, 166238)
			.saturating_add(T::DbWeight::get().reads(68))
			.saturating_add(T::DbWeight::get().writes(65))
	}
	/// Storage: `Expenses::RulesOf` (r:0 w:1)
	/// Proof: `Expenses::RulesOf` (`max_values`: Some(1), `max_size`: Some(169), added: 664, mode: `MaxEncodedLen`)
	fn set_rules() -> Weight {
		// Shortest run: 5_351_000 picoseconds.
		Weight::from_parts(6_124_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:2 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Lines` (r:1 w:1)
	/// Proof: `Expenses::Lines` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::RulesOf` (r:1 w:0)
	/// Proof: `Expenses::RulesOf` (`max_values`: Some(1), `max_size`: Some(169), added: 664, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CurrentTerm` (r:1 w:0)
	/// Proof: `Governance::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::LastClosed` (r:1 w:0)
	/// Proof: `Fund::LastClosed` (`max_values`: Some(1), `max_size`: Some(3), added: 498, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Invoices` (r:1 w:1)
	/// Proof: `Expenses::Invoices` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::NextExpense` (r:1 w:1)
	/// Proof: `Expenses::NextExpense` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::OpenExpenses` (r:1 w:1)
	/// Proof: `Expenses::OpenExpenses` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Expenses` (r:0 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	fn propose() -> Weight {
		// Shortest run: 81_290_000 picoseconds.
		Weight::from_parts(91_982_000, 6054)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Registry::Roles` (r:2 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:0)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::RulesOf` (r:1 w:0)
	/// Proof: `Expenses::RulesOf` (`max_values`: Some(1), `max_size`: Some(169), added: 664, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CurrentTerm` (r:1 w:0)
	/// Proof: `Governance::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::LastClosed` (r:1 w:0)
	/// Proof: `Fund::LastClosed` (`max_values`: Some(1), `max_size`: Some(3), added: 498, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Invoices` (r:1 w:1)
	/// Proof: `Expenses::Invoices` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::NextExpense` (r:1 w:1)
	/// Proof: `Expenses::NextExpense` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::OpenExpenses` (r:1 w:1)
	/// Proof: `Expenses::OpenExpenses` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Expenses` (r:0 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	fn propose_emergency() -> Weight {
		// Shortest run: 75_508_000 picoseconds.
		Weight::from_parts(86_776_000, 6054)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Expenses::Expenses` (r:1 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CurrentTerm` (r:1 w:0)
	/// Proof: `Governance::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn approve_as_committee() -> Weight {
		// Shortest run: 36_194_000 picoseconds.
		Weight::from_parts(42_068_000, 3941)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Expenses` (r:1 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CurrentTerm` (r:1 w:0)
	/// Proof: `Governance::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn approve_as_auditor() -> Weight {
		// Shortest run: 48_889_000 picoseconds.
		Weight::from_parts(57_156_000, 3941)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Expenses` (r:1 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	fn approve_as_assembly() -> Weight {
		// Shortest run: 42_946_000 picoseconds.
		Weight::from_parts(49_725_000, 4985)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Expenses` (r:1 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CurrentTerm` (r:1 w:0)
	/// Proof: `Governance::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn approve_emergency_as_auditor() -> Weight {
		// Shortest run: 50_830_000 picoseconds.
		Weight::from_parts(60_206_000, 3941)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Expenses::Expenses` (r:1 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Lines` (r:1 w:1)
	/// Proof: `Expenses::Lines` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::OpenExpenses` (r:1 w:1)
	/// Proof: `Expenses::OpenExpenses` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Invoices` (r:0 w:1)
	/// Proof: `Expenses::Invoices` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn refuse() -> Weight {
		// Shortest run: 50_579_000 picoseconds.
		Weight::from_parts(58_440_000, 3941)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Expenses::Expenses` (r:1 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Lines` (r:1 w:1)
	/// Proof: `Expenses::Lines` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::OpenExpenses` (r:1 w:1)
	/// Proof: `Expenses::OpenExpenses` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Invoices` (r:0 w:1)
	/// Proof: `Expenses::Invoices` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Shortest run: 50_564_000 picoseconds.
		Weight::from_parts(57_442_000, 3941)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Expenses::Expenses` (r:1 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Lines` (r:1 w:1)
	/// Proof: `Expenses::Lines` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Known` (r:1 w:0)
	/// Proof: `Repair::Known` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:1031 w:999)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::LineMonths` (r:1 w:1)
	/// Proof: `Expenses::LineMonths` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::OpenExpenses` (r:1 w:1)
	/// Proof: `Expenses::OpenExpenses` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:1)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:999)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 1000]`.
	fn pay(n: u32, ) -> Weight {
		// Shortest run: 339_159_000 picoseconds.
		Weight::from_parts(138_004_042, 82430)
			// Standard error: 252_867
			.saturating_add(Weight::from_parts(9_749_711, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(77))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(12))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Expenses` (r:1 w:1)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	/// Storage: `Governance::CurrentTerm` (r:1 w:0)
	/// Proof: `Governance::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Repair::UnitCounts` (r:32 w:0)
	/// Proof: `Repair::UnitCounts` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Lines` (r:1 w:1)
	/// Proof: `Expenses::Lines` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Known` (r:1 w:0)
	/// Proof: `Repair::Known` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Shares` (r:1031 w:999)
	/// Proof: `Repair::Shares` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Belonging` (r:1 w:1)
	/// Proof: `Repair::Belonging` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::References` (r:1 w:1)
	/// Proof: `Cashier::References` (`max_values`: None, `max_size`: Some(244), added: 2719, mode: `MaxEncodedLen`)
	/// Storage: `Fees::RulesOf` (r:1 w:0)
	/// Proof: `Fees::RulesOf` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(640), added: 3115, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalPaidOut` (r:1 w:1)
	/// Proof: `Cashier::TotalPaidOut` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalReceived` (r:1 w:0)
	/// Proof: `Cashier::TotalReceived` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::TotalReversed` (r:1 w:0)
	/// Proof: `Cashier::TotalReversed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::Months` (r:1 w:1)
	/// Proof: `Cashier::Months` (`max_values`: None, `max_size`: Some(75), added: 2550, mode: `MaxEncodedLen`)
	/// Storage: `Cashier::FirstMonth` (r:1 w:1)
	/// Proof: `Cashier::FirstMonth` (`max_values`: Some(1), `max_size`: Some(3), added: 498, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::LineMonths` (r:1 w:1)
	/// Proof: `Expenses::LineMonths` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::OpenExpenses` (r:1 w:1)
	/// Proof: `Expenses::OpenExpenses` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Months` (r:0 w:1)
	/// Proof: `Fund::Months` (`max_values`: None, `max_size`: Some(585), added: 3060, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Repair::Statements` (r:0 w:999)
	/// Proof: `Repair::Statements` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// The component `n` is within `[1, 1000]`.
	fn order_payment(n: u32, ) -> Weight {
		// Shortest run: 395_272_000 picoseconds.
		Weight::from_parts(422_534_937, 82430)
			// Standard error: 290_494
			.saturating_add(Weight::from_parts(9_209_966, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(88))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(18))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Storage: `Registry::Roles` (r:1 w:0)
	/// Proof: `Registry::Roles` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Expenses` (r:1 w:0)
	/// Proof: `Expenses::Expenses` (`max_values`: None, `max_size`: Some(476), added: 2951, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::Audits` (r:1 w:1)
	/// Proof: `Expenses::Audits` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Expenses::AuditsDue` (r:0 w:1)
	/// Proof: `Expenses::AuditsDue` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn file_audit() -> Weight {
		// Shortest run: 47_676_000 picoseconds.
		Weight::from_parts(57_671_000, 3941)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Estimated from `order_payment`, until it is measured.
	fn record_refund(n: u32, ) -> Weight {
		Weight::from_parts(422_534_937, 82430)
			.saturating_add(Weight::from_parts(9_209_966, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(85))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(18))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2545).saturating_mul(n.into()))
	}
	/// Estimated from `withdraw`, until it is measured.
	fn expire() -> Weight {
		Weight::from_parts(62_442_000, 3941)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Estimated from the storage that it touches, until it is measured.
	fn correct_invoice() -> Weight {
		Weight::from_parts(40_000_000, 3941)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
