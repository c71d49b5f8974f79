// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_committee` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (10 steps, 8 repeats). Not to be edited.

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
		// Shortest run: 304_685_000 picoseconds.
		Weight::from_parts(349_479_000, 118332)
			.saturating_add(T::DbWeight::get().reads(38))
			.saturating_add(T::DbWeight::get().writes(36))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1520), added: 3995, mode: `MaxEncodedLen`)
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
		// Shortest run: 311_332_000 picoseconds.
		Weight::from_parts(365_377_000, 119314)
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
		// Shortest run: 305_994_000 picoseconds.
		Weight::from_parts(359_846_000, 118831)
			.saturating_add(T::DbWeight::get().reads(38))
			.saturating_add(T::DbWeight::get().writes(36))
	}
	/// Storage: `Registry::OwnerOf` (r:2 w:0)
	/// Proof: `Registry::OwnerOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
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
		// Shortest run: 259_556_000 picoseconds.
		Weight::from_parts(300_979_000, 116274)
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
	/// Storage: `Committee::Reserve` (r:0 w:1)
	/// Proof: `Committee::Reserve` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `CommitteeMotions::Members` (r:0 w:1)
	/// Proof: `CommitteeMotions::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommitteeMotions::Prime` (r:0 w:1)
	/// Proof: `CommitteeMotions::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn expire_term() -> Weight {
		// Shortest run: 246_927_000 picoseconds.
		Weight::from_parts(292_822_000, 116261)
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(37))
	}
}
