// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_meters` cost.
//!
//! Not measured: to be measured by `scripts/bench.sh weights`. Until then these are upper estimates: the storage that each
//! call touches, counted, and the time that like calls of fees took on 2026-11-23, and some more.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_meters`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_meters::WeightInfo for WeightInfo<T> {
	/// Storage: `Registry::Roles`, `Meters::Proposals`, its counter, `Meters::NextProposal`, `Timestamp::Now`, `Community::LivedClock` (r:1 w:0), `Community::Standstills` (r:20 w:0), `Registry::Units`, `Meters::NextMeter`, `Meters::UnitMeters`, `Meters::Meters`, `Meters::SubMeters` (r:1 w:1), `Meters::Readings` (r:0 w:1)
	fn propose() -> Weight {
		Weight::from_parts(200_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Registry::Roles`, `Meters::Proposals`, its counter, owners and homes of two accounts (r:12 w:0), `Timestamp::Now`, `Community::LivedClock` (r:1 w:0), `Community::Standstills` (r:20 w:0), `Registry::Units`, `Meters::NextMeter`, `Meters::UnitMeters`, `Meters::Meters`, `Meters::SubMeters` (r:1 w:1), `Meters::Readings` (r:0 w:1)
	fn confirm() -> Weight {
		Weight::from_parts(200_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(50))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `Meters::Proposals`, its counter (r:1 w:1), owners of two accounts (r:2 w:0), `Timestamp::Now`, `Community::LivedClock` (r:1 w:0), `Community::Standstills` (r:20 w:0)
	fn withdraw() -> Weight {
		Weight::from_parts(80_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::Roles` (r:2 w:0), `Timestamp::Now` (r:1 w:0), `Meters::Meters` (r:1 w:1), `Meters::Readings` (r:0 w:1)
	fn record() -> Weight {
		Weight::from_parts(80_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::Roles`, `Timestamp::Now`, `Community::Calendar` (r:1 w:0), `Meters::Meters`, `Meters::Readings` (r:1 w:1)
	fn reverse() -> Weight {
		Weight::from_parts(80_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Registry::Roles` (r:2 w:0), `Meters::Meters` (r:1 w:1)
	fn set_device() -> Weight {
		Weight::from_parts(60_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Meters::UnitMeters` (r:1 w:0), `Meters::Meters` (r:n w:0), `Meters::Readings` (r:16n w:0)
	fn used(n: u32, ) -> Weight {
		Weight::from_parts(20_000_000, 20_000)
			.saturating_add(Weight::from_parts(40_000_000, 45000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((17_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(0))
			.saturating_add(T::DbWeight::get().writes((0_u64).saturating_mul(n.into())))
	}
	/// Storage: `Meters::SubMeters`, `Meters::Meters` (r:1 w:0), `Meters::Readings` (r:16 w:0); for each below: `Meters::Meters` (r:1 w:0), `Meters::Readings` (r:16 w:0)
	fn shared(n: u32, ) -> Weight {
		Weight::from_parts(80_000_000, 20_000)
			.saturating_add(Weight::from_parts(40_000_000, 45000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().reads((17_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(0))
			.saturating_add(T::DbWeight::get().writes((0_u64).saturating_mul(n.into())))
	}
	/// Storage: `Timestamp::Now`, `Meters::UnitMeters` (r:1 w:0), `Meters::Meters` (r:n w:n)
	fn unit_sold(n: u32, ) -> Weight {
		Weight::from_parts(20_000_000, 20_000)
			.saturating_add(Weight::from_parts(20_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(0))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}	/// Estimated. Storage: `Registry::Roles` (r:2 w:0), `Registry::Units`, `Registry::AccountOwner`, `Timestamp::Now`, `Community::LivedClock`, `Meters::UnitMeters` (r:1 w:0), `Meters::Meters` (r:n w:n)
	fn request_readings(n: u32, ) -> Weight {
		Weight::from_parts(40_000_000, 20_000)
			.saturating_add(Weight::from_parts(20_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
}
