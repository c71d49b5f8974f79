// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_linli_community`.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-27 (10 steps, 5 repeats). Since then the
//! hand-over clears two values more, and a decision's origin reads the rule book: both counted here by hand. The time of
//! a block is estimated.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_community`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_community::WeightInfo for WeightInfo<T> {
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Community::UtcOffsets` (r:1 w:1)
	/// Proof: `Community::UtcOffsets` (`max_values`: Some(1), `max_size`: Some(836), added: 1331, mode: `MaxEncodedLen`)
	/// Storage: `Fees::Agendas` (r:1 w:1)
	/// Proof: `Fees::Agendas` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	fn set_utc_offset() -> Weight {
		// Shortest run: 18_317_000 picoseconds.
		Weight::from_parts(21_091_000, 4986)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1521), added: 3996, mode: `MaxEncodedLen`)
	/// Storage: `Community::IsHandedOver` (r:1 w:1)
	/// Proof: `Community::IsHandedOver` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Committee::CurrentTerm` (r:1 w:0)
	/// Proof: `Committee::CurrentTerm` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Committee::Seats` (r:1 w:0)
	/// Proof: `Committee::Seats` (`max_values`: Some(1), `max_size`: Some(1153), added: 1648, mode: `MaxEncodedLen`)
	/// Storage: `Bootstrap::Key` (r:1 w:1)
	/// Storage: `Bootstrap::Announced` (r:0 w:1)
	/// Storage: `Bootstrap::Authorized`, `System::AuthorizedUpgrade` (r:1 w:1)
	fn hand_over() -> Weight {
		// Shortest run: 50_415_000 picoseconds.
		Weight::from_parts(68_051_000, 4986)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Proof: `Governance::CurrentRuleBook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Proof: `Governance::RuleBooks` (`max_values`: None, `max_size`: Some(1521), added: 3996, mode: `MaxEncodedLen`)
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `Bootstrap::Authorized` (r:0 w:1)
	fn authorize_upgrade() -> Weight {
		// Shortest run: 13_641_000 picoseconds.
		Weight::from_parts(17_376_000, 4986)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Community::LivedClock` (r:1 w:1)
	/// Storage: `Community::StandstillLimit` (r:1 w:0)
	/// Storage: `Community::Standstills` (r:0 w:1)
	fn note_time() -> Weight {
		// Estimated: not measured yet.
		Weight::from_parts(15_000_000, 1510)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
