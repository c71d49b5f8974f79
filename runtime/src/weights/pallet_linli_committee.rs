// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_linli_committee`.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-27 (10 steps, 5 repeats). Do not edit.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_committee`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_committee::WeightInfo for WeightInfo<T> {
	/// Storage: `Committee::CurrentTerm` (r:1 w:0)
	/// Proof: `Committee::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Seats` (r:1 w:1)
	/// Proof: `Committee::Seats` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Reserve` (r:1 w:1)
	/// Proof: `Committee::Reserve` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `CommitteeMotions::Proposals` (r:1 w:0)
	/// Proof: `CommitteeMotions::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Voting` (r:32 w:32)
	/// Proof: `CommitteeMotions::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Members` (r:0 w:1)
	/// Proof: `CommitteeMotions::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Prime` (r:0 w:1)
	/// Proof: `CommitteeMotions::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn resign() -> Weight {
		// Shortest run: 270_421_000 picoseconds.
		Weight::from_parts(315_288_000, 117776)
			.saturating_add(T::DbWeight::get().reads(38))
			.saturating_add(T::DbWeight::get().writes(36))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1521), added: 3996, mode: `MaxEncodedLen`)
	/// Storage: `Committee::CurrentTerm` (r:1 w:0)
	/// Proof: `Committee::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Seats` (r:1 w:1)
	/// Proof: `Committee::Seats` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Reserve` (r:1 w:1)
	/// Proof: `Committee::Reserve` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:1 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `CommitteeMotions::Proposals` (r:1 w:0)
	/// Proof: `CommitteeMotions::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Voting` (r:32 w:32)
	/// Proof: `CommitteeMotions::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Members` (r:0 w:1)
	/// Proof: `CommitteeMotions::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Prime` (r:0 w:1)
	/// Proof: `CommitteeMotions::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn recall() -> Weight {
		// Shortest run: 269_079_000 picoseconds.
		Weight::from_parts(320_335_000, 118101)
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(36))
	}
	/// Storage: `Committee::Seats` (r:1 w:1)
	/// Proof: `Committee::Seats` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Histories` (r:2 w:0)
	/// Proof: `Registry::Histories` (`max_values`: None, `max_size`: Some(547), added: 3022, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Reserve` (r:1 w:1)
	/// Proof: `Committee::Reserve` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `Registry::Owners` (r:1 w:0)
	/// Proof: `Registry::Owners` (`max_values`: None, `max_size`: Some(335), added: 2810, mode: `MaxEncodedLen`)
	/// Storage: `CommitteeMotions::Proposals` (r:1 w:0)
	/// Proof: `CommitteeMotions::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Voting` (r:32 w:32)
	/// Proof: `CommitteeMotions::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Members` (r:0 w:1)
	/// Proof: `CommitteeMotions::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Prime` (r:0 w:1)
	/// Proof: `CommitteeMotions::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn vacate() -> Weight {
		// Shortest run: 264_853_000 picoseconds.
		Weight::from_parts(296_349_000, 117903)
			.saturating_add(T::DbWeight::get().reads(38))
			.saturating_add(T::DbWeight::get().writes(36))
	}
	/// Storage: `Registry::AccountOwners` (r:2 w:0)
	/// Proof: `Registry::AccountOwners` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Seats` (r:1 w:1)
	/// Proof: `Committee::Seats` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `CommitteeMotions::Proposals` (r:1 w:0)
	/// Proof: `CommitteeMotions::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Voting` (r:32 w:32)
	/// Proof: `CommitteeMotions::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Members` (r:0 w:1)
	/// Proof: `CommitteeMotions::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Prime` (r:0 w:1)
	/// Proof: `CommitteeMotions::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn take_seat() -> Weight {
		// Shortest run: 220_548_000 picoseconds.
		Weight::from_parts(267_997_000, 116027)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(35))
	}
	/// Storage: `Committee::CurrentTerm` (r:1 w:1)
	/// Proof: `Committee::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Seats` (r:1 w:1)
	/// Proof: `Committee::Seats` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `CommitteeMotions::Proposals` (r:1 w:0)
	/// Proof: `CommitteeMotions::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Voting` (r:32 w:32)
	/// Proof: `CommitteeMotions::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Members` (r:0 w:1)
	/// Proof: `CommitteeMotions::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Prime` (r:0 w:1)
	/// Proof: `CommitteeMotions::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Committee::Reserve` (r:0 w:1)
	/// Proof: `Committee::Reserve` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	fn expire_term() -> Weight {
		// Shortest run: 216_231_000 picoseconds.
		Weight::from_parts(253_366_000, 116193)
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(37))
	}
	/// Storage: `Committee::CurrentTerm` (r:1 w:0)
	/// Storage: `Committee::Seats` (r:1 w:0)
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Governance::OpenProposals` (r:1 w:1)
	/// Storage: `Governance::Proposals` (r:64 w:1)
	/// Storage: `Governance::NextProposal` (r:1 w:1)
	/// Storage: `Registry::Totals` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Scheduler::Agenda` (r:1 w:1)
	fn call_by_election() -> Weight {
		// An estimate.
		Weight::from_parts(420_000_000, 240000)
			.saturating_add(T::DbWeight::get().reads(75))
			.saturating_add(T::DbWeight::get().writes(6))
	}
}
