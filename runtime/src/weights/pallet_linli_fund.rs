// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_fund` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (20 steps, 10 repeats). Not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_fund`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_fund::WeightInfo for WeightInfo<T> {
	/// Storage: `Fund::NextPot` (r:1 w:1)
	/// Proof: `Fund::NextPot` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:0 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn open_pot() -> Weight {
		// Shortest run: 21_690_000 picoseconds.
		Weight::from_parts(23_842_000, 3593)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Fund::Pots` (r:2 w:2)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:2)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// Shortest run: 62_302_000 picoseconds.
		Weight::from_parts(66_468_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn donate() -> Weight {
		// Shortest run: 52_070_000 picoseconds.
		Weight::from_parts(55_450_000, 3593)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Fund::PendingFees` (r:1 w:1)
	/// Proof: `Fund::PendingFees` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Pots` (r:1 w:1)
	/// Proof: `Fund::Pots` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Entries` (r:0 w:1)
	/// Proof: `Fund::Entries` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn write_fees() -> Weight {
		// Shortest run: 13_390_000 picoseconds.
		Weight::from_parts(14_796_000, 3541)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Fund::LastClosed` (r:1 w:1)
	/// Storage: `Cashier::Attestations` (r:1 w:0)
	/// Storage: `Fund::Closes` (r:0 w:1)
	fn close_month() -> Weight {
		Weight::from_parts(30_000_000, 3593)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
