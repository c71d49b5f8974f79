// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_deposits` cost.
//!
//! Estimates from the storage that each call touches, until `scripts/bench.sh weights` measures them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_deposits`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_deposits::WeightInfo for WeightInfo<T> {
	fn set_rules() -> Weight {
		Weight::from_parts(42_000_000, 2_600)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn place() -> Weight {
		Weight::from_parts(114_000_000, 20_800)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn request_return() -> Weight {
		Weight::from_parts(54_000_000, 7_800)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn release() -> Weight {
		Weight::from_parts(108_000_000, 20_800)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn claim() -> Weight {
		Weight::from_parts(84_000_000, 20_800)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn accept() -> Weight {
		Weight::from_parts(156_000_000, 31_200)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	fn contest() -> Weight {
		Weight::from_parts(54_000_000, 7_800)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn rule() -> Weight {
		Weight::from_parts(192_000_000, 46_800)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	fn take_back() -> Weight {
		Weight::from_parts(108_000_000, 20_800)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}
