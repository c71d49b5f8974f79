// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_bootstrap` cost.
//!
//! Not measured: to be measured by `scripts/bench.sh weights`. Until then these are upper estimates: the storage that each
//! call touches, counted, and the time that like calls of governance took on 2026-11-23, and some more.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_bootstrap`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_bootstrap::WeightInfo for WeightInfo<T> {
	/// Storage: `Bootstrap::Key` (r:1 w:0)
	fn decide() -> Weight {
		Weight::from_parts(50_000_000, 3549)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(0))
	}
	/// Storage: `Bootstrap::Key`, `Bootstrap::Authorized`, `System::AuthorizedUpgrade` (r:1 w:1), `Bootstrap::Announced` (r:0 w:1)
	fn renounce() -> Weight {
		Weight::from_parts(50_000_000, 3549)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Bootstrap::Key`, `Committee::LatestElection`, `Timestamp::Now`, `Community::LivedClock` (r:1 w:0), `Community::Standstills` (r:20 w:0), `Bootstrap::Announced` (r:0 w:1)
	fn announce_upgrade() -> Weight {
		Weight::from_parts(50_000_000, 3549)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Bootstrap::Key` (r:1 w:0), `Bootstrap::Announced`, `Bootstrap::Authorized`, `System::AuthorizedUpgrade` (r:1 w:1)
	fn withdraw_upgrade() -> Weight {
		Weight::from_parts(50_000_000, 3549)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Committee::LatestElection`, `Timestamp::Now`, `Community::LivedClock` (r:1 w:0), `Bootstrap::Announced`, `Bootstrap::Authorized`, `System::AuthorizedUpgrade` (r:1 w:1)
	fn authorize_upgrade() -> Weight {
		Weight::from_parts(50_000_000, 3549)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
