// SPDX-License-Identifier: Apache-2.0

//! A runtime of the community's facts.

use crate as pallet_linli_community;
use crate::*;
use alloc::string::ToString;
use frame_support::{
	derive_impl, ensure, parameter_types,
	traits::{EnsureOrigin, OriginTrait},
};
use frame_system::EnsureRoot;
use linli_primitives::{
	traits::{CalendarChanged, Clock, SittingCommittee},
	Moment, Period, ProposalId, UtcOffset,
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};

pub type AccountId = u64;
type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Community: pallet_linli_community,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

parameter_types! {
	pub static Now: Moment = START;
	pub static HasKey: bool = true;
	pub static Sits: bool = true;
	/// How often others were told that the calendar changed.
	pub static Told: u32 = 0;
}

/// A clock that tests set.
pub struct TestClock;

impl Clock for TestClock {
	fn now() -> Moment {
		Now::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set(now: Moment) {
		Now::set(now);
	}
}

/// A committee that sits where a test says so.
pub struct TestCommittee;

impl SittingCommittee for TestCommittee {
	fn sits() -> bool {
		Sits::get()
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for TestCommittee {
	fn seat_committee() {
		Sits::set(true);
	}
}

/// The key that began the chain.
pub struct Key;

impl HandOver for Key {
	fn hand_over() -> DispatchResult {
		ensure!(HasKey::get(), DispatchError::Unavailable);
		HasKey::set(false);
		Ok(())
	}
}

/// Counts how often it is told.
pub struct Counter;

impl CalendarChanged for Counter {
	fn calendar_changed() {
		Told::mutate(|told| *told += 1);
	}
}

/// Stands for the owners' major decision 77.
pub const OWNERS: AccountId = 77;

/// The owners' decision, of the proposal with their number.
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
	type Clock = TestClock;
	type FactsOrigin = EnsureRoot<AccountId>;
	type ChainOrigin = Decision;
	type OnCalendarChange = Counter;
	type Committee = TestCommittee;
	type Bootstrap = Key;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = TestCommittee;
}

/// Half past nine on 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;
/// Midnight of 1 December 2026 in UTC+8.
pub const DECEMBER_BEGINS: Moment = 1_796_054_400_000;
pub const NOVEMBER: Period = Period { year: 2026, month: 11 };
pub const DECEMBER: Period = Period { year: 2026, month: 12 };
pub const JANUARY: Period = Period { year: 2027, month: 1 };

/// A community in UTC+8 that counts yuan, under the law pack `cn`.
pub struct ExtBuilder {
	pub genesis: crate::GenesisConfig<Test>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		let law_pack = GenesisLawPack { name: "cn".to_string(), version: 3 };
		let (utc_offset, currency) = (Some(hours(8)), Some("CNY".to_string()));
		Self { genesis: crate::GenesisConfig { utc_offset, currency, law_pack, ..Default::default() } }
	}
}

impl ExtBuilder {
	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(START);
		HasKey::set(true);
		Sits::set(true);
		Told::set(0);
		let storage = RuntimeGenesisConfig { community: self.genesis, ..Default::default() }.build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Runs a test, and every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Community::do_try_state().unwrap();
		});
	}
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn hours(hours: i16) -> UtcOffset {
	UtcOffset::from_minutes(hours * 60).unwrap()
}

pub fn set_utc_offset(month: Period, to: i16) -> DispatchResult {
	Community::set_utc_offset(RuntimeOrigin::root(), month, hours(to))
}

pub fn last_event() -> Event<Test> {
	match System::events().pop().expect("something happened").event {
		RuntimeEvent::Community(event) => event,
		event => panic!("another pallet's event: {event:?}"),
	}
}
