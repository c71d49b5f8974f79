// SPDX-License-Identifier: Apache-2.0

//! A mock runtime with the community's facts.

use crate::{self as pallet_linli_community, *};
use frame_support::traits::{EnsureOrigin, OnTimestampSet, OriginTrait};
use frame_system::EnsureRoot;
use linli_primitives::{
	traits::{BootstrapKey, CalendarChanged, SittingCommittee},
	Moment, Period, ProposalId, UtcOffset,
};
pub use linli_testing::*;
use sp_runtime::DispatchResult;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Community: pallet_linli_community,
	}
);

linli_testing::impl_system!(Test);

linli_testing::settings! {
	/// Whether there is a bootstrap key.
	pub static HasKey: bool = true;
	/// Whether a committee is in office.
	pub static Sits: bool = true;
	/// Whether a decision overruled the key.
	pub static Overruled: bool = false;
	/// The number of notifications that the calendar changed.
	pub static Notified: u32 = 0;
}

/// A committee that is in office if [`Sits`] is set.
pub struct TestCommittee;

impl SittingCommittee for TestCommittee {
	fn sits() -> bool {
		Sits::get()
	}

	fn has_sat() -> bool {
		Sits::get()
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for TestCommittee {
	fn set_time(now: Moment) {
		Now::set(now);
	}

	fn seat_committee() {
		Sits::set(true);
	}
}

/// A bootstrap key that exists if [`HasKey`] is set.
pub struct Key;

impl BootstrapKey for Key {
	fn hand_over() {
		HasKey::set(false);
	}

	fn overruled() {
		Overruled::set(true);
	}
}

/// Counts notifications in [`Notified`].
pub struct Counter;

impl CalendarChanged for Counter {
	fn calendar_changed() {
		Notified::mutate(|count| *count += 1);
	}
}

/// The account whose signature stands for the owners' major decision on proposal 77.
pub const OWNERS: AccountId = 77;

/// The origin of a major decision: signed by [`OWNERS`].
pub struct Decision;

impl EnsureOrigin<RuntimeOrigin> for Decision {
	type Success = ProposalId;

	fn try_origin(origin: RuntimeOrigin) -> Result<ProposalId, RuntimeOrigin> {
		match origin.as_signer() {
			Some(&OWNERS) => Ok(77),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(signed(OWNERS))
	}
}

impl Config for Test {
	type Time = Now;
	type FactsOrigin = EnsureRoot<AccountId>;
	type ChainOrigin = Decision;
	type OnCalendarChange = Counter;
	type Committee = TestCommittee;
	type Bootstrap = Key;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = TestCommittee;
}

/// The start of [`DECEMBER`] in UTC+8.
pub const DECEMBER_BEGINS: Moment = 1_796_054_400_000;

/// Builds a community in UTC+8 with the currency yuan and the law pack `cn`.
pub struct ExtBuilder {
	pub genesis: crate::GenesisConfig<Test>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		let law_pack = GenesisLawPack { name: "cn".into(), version: 3 };
		let (utc_offset, currency) = (Some(hours(8)), Some("CNY".into()));
		Self { genesis: crate::GenesisConfig { utc_offset, currency, law_pack, ..Default::default() } }
	}
}

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		RuntimeGenesisConfig { community: self.genesis, ..Default::default() }
	}

	fn check() {
		Community::do_try_state().unwrap();
	}
}

/// An offset in hours.
pub fn hours(hours: i16) -> UtcOffset {
	UtcOffset::from_minutes(hours * 60).unwrap()
}

/// Decides on the offset of `to` hours from `month` on.
pub fn set_utc_offset(month: Period, to: i16) -> DispatchResult {
	Community::set_utc_offset(RuntimeOrigin::root(), month, hours(to))
}

/// The next block comes after `gap` ms.
pub fn block_after(gap: Moment) {
	pass(gap);
	Community::on_timestamp_set(Now::get());
}

/// The pallet's last event.
pub fn last_event() -> Event<Test> {
	System::read_events_for_pallet().pop().expect("an event")
}
