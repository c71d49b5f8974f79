// SPDX-License-Identifier: Apache-2.0

//! What the calls of `pallet_linli_validators` cost.
//!
//! Not measured: to be measured by `scripts/bench.sh weights`. Until then these are upper estimates: the storage that each
//! call touches with a full roll of 48, counted, and generous times.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet_linli_validators`.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_linli_validators::WeightInfo for WeightInfo<T> {
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Validators::Roll` (r:1 w:1)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Validators::Sustained` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn add_validator() -> Weight {
		Weight::from_parts(100_000_000, 10_000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Validators::Roll` (r:1 w:1)
	/// Storage: `Session::NextKeys` (r:47 w:0)
	/// Storage: `Validators::Activities` (r:48 w:1)
	/// Storage: `System::Digest` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Validators::Sustained` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn remove_validator() -> Weight {
		Weight::from_parts(700_000_000, 300_000)
			.saturating_add(T::DbWeight::get().reads(102))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Validators::Roll` (r:1 w:1)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn readmit() -> Weight {
		Weight::from_parts(100_000_000, 10_000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Validators::Roll` (r:1 w:1)
	/// Storage: `Validators::Activities` (r:48 w:0)
	/// Storage: `Community::LivedClock` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:48 w:0)
	/// Storage: `System::Digest` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn drop_silent() -> Weight {
		Weight::from_parts(900_000_000, 300_000)
			.saturating_add(T::DbWeight::get().reads(100))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Validators::PendingRevival` (r:1 w:1)
	/// Storage: `Validators::RevivalEnded` (r:1 w:0)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Storage: `Validators::RevivedAfter` (r:1 w:0)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Storage: `Validators::Roll` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:48 w:0)
	/// Storage: `Validators::Activities` (r:48 w:0)
	/// Storage: `System::Digest` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Grandpa::CurrentSetId` (r:1 w:0)
	/// Storage: `Validators::SetChanges` (r:78 w:0)
	/// Storage: `Community::LivedClock` (r:1 w:0)
	fn announce_revival() -> Weight {
		Weight::from_parts(1_400_000_000, 500_000)
			.saturating_add(T::DbWeight::get().reads(186))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Governance::CurrentRuleBook` (r:1 w:0)
	/// Storage: `Governance::RuleBooks` (r:1 w:0)
	/// Storage: `Validators::PendingRevival` (r:1 w:1)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Storage: `Validators::RevivalEnded` (r:0 w:1)
	fn cancel_revival() -> Weight {
		Weight::from_parts(50_000_000, 10_000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Two signatures, and the keys of 48 validators.
	///
	/// Storage: `Validators::SessionStarts` (r:2 w:0)
	/// Storage: `Validators::SigningKeys` (r:1 w:0)
	/// Storage: `Validators::Roll` (r:1 w:0)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Storage: `Offences::Reports` (r:1 w:0)
	fn authorize_report_aura_equivocation() -> Weight {
		Weight::from_parts(500_000_000, 50_000)
			.saturating_add(T::DbWeight::get().reads(6))
	}
	/// The same again, and what follows.
	///
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Storage: `Offences::Reports` (r:1 w:1)
	/// Storage: `Validators::Roll` (r:1 w:1)
	/// Storage: `Session::NextKeys` (r:48 w:0)
	/// Storage: `Validators::Activities` (r:48 w:0)
	/// Storage: `System::Digest` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn report_aura_equivocation() -> Weight {
		Weight::from_parts(1_500_000_000, 400_000)
			.saturating_add(T::DbWeight::get().reads(107))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `System::Digest` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Community::LivedClock` (r:1 w:0)
	/// Storage: `Validators::Activities` (r:1 w:1)
	fn note_author() -> Weight {
		Weight::from_parts(50_000_000, 5_000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
