// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_multisig` cost.
//!
//! Measured in Wasm by `scripts/bench.sh weights` on 2026-11-23 (20 steps, 10 repeats). Not to be edited.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_multisig`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_multisig::WeightInfo for WeightInfo<T> {
	/// The component `z` is within `[0, 10000]`.
	fn as_multi_threshold_1(z: u32, ) -> Weight {
		// Shortest run: 13_263_000 picoseconds.
		Weight::from_parts(15_311_934, 0)
			// Standard error: 5
			.saturating_add(Weight::from_parts(2_243, 0).saturating_mul(z.into()))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// The component `s` is within `[2, 32]`.
	/// The component `z` is within `[0, 10000]`.
	fn as_multi_create(s: u32, z: u32, ) -> Weight {
		// Shortest run: 30_905_000 picoseconds.
		Weight::from_parts(28_218_469, 4634)
			// Standard error: 4_551
			.saturating_add(Weight::from_parts(228_060, 0).saturating_mul(s.into()))
			// Standard error: 13
			.saturating_add(Weight::from_parts(2_241, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// The component `s` is within `[3, 32]`.
	/// The component `z` is within `[0, 10000]`.
	fn as_multi_approve(s: u32, z: u32, ) -> Weight {
		// Shortest run: 19_488_000 picoseconds.
		Weight::from_parts(16_749_723, 4634)
			// Standard error: 2_359
			.saturating_add(Weight::from_parts(166_460, 0).saturating_mul(s.into()))
			// Standard error: 6
			.saturating_add(Weight::from_parts(2_221, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The component `s` is within `[2, 32]`.
	/// The component `z` is within `[0, 10000]`.
	fn as_multi_complete(s: u32, z: u32, ) -> Weight {
		// Shortest run: 35_897_000 picoseconds.
		Weight::from_parts(30_660_974, 4634)
			// Standard error: 2_941
			.saturating_add(Weight::from_parts(265_944, 0).saturating_mul(s.into()))
			// Standard error: 8
			.saturating_add(Weight::from_parts(2_334, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// The component `s` is within `[2, 32]`.
	fn approve_as_multi_create(s: u32, ) -> Weight {
		// Shortest run: 24_961_000 picoseconds.
		Weight::from_parts(26_625_485, 4634)
			// Standard error: 1_161
			.saturating_add(Weight::from_parts(158_631, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// The component `s` is within `[2, 32]`.
	fn approve_as_multi_approve(s: u32, ) -> Weight {
		// Shortest run: 14_270_000 picoseconds.
		Weight::from_parts(15_448_516, 4634)
			// Standard error: 632
			.saturating_add(Weight::from_parts(144_387, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// The component `s` is within `[2, 32]`.
	fn cancel_as_multi(s: u32, ) -> Weight {
		// Shortest run: 25_125_000 picoseconds.
		Weight::from_parts(26_935_879, 4634)
			// Standard error: 847
			.saturating_add(Weight::from_parts(152_792, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(1169), added: 3644, mode: `MaxEncodedLen`)
	/// The component `s` is within `[2, 32]`.
	fn poke_deposit(s: u32, ) -> Weight {
		// Shortest run: 23_495_000 picoseconds.
		Weight::from_parts(25_156_073, 4634)
			// Standard error: 811
			.saturating_add(Weight::from_parts(141_410, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
