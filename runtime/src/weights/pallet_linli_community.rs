// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_community` cost.
//!
//! Not measured: to be measured by `scripts/bench.sh weights`. Until then these are upper estimates: the storage that each
//! call touches, counted, and the time that like calls of governance took on 2026-11-23, and some more.

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
	/// Storage: `Community::UtcOffsets` (r:2 w:1)
	/// Storage: `Fees::Agendas` (r:1 w:1)
	fn set_utc_offset() -> Weight {
		Weight::from_parts(150_000_000, 4985)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Community::IsHandedOver` (r:1 w:1)
	/// Storage: `Governance::CurrentTerm` (r:1 w:0)
	/// Storage: `Governance::Committee` (r:1 w:0)
	/// Storage: `Sudo::Key` (r:1 w:1)
	fn hand_over() -> Weight {
		Weight::from_parts(150_000_000, 4985)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	fn authorize_upgrade() -> Weight {
		Weight::from_parts(50_000_000, 4985)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
