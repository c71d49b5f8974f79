// SPDX-License-Identifier: Apache-2.0

//! Mock runtime with two buildings.

use crate::{
	self as pallet_linli_meters,
	types::{Change, Dial, Meter, Place},
	*,
};
use frame_support::{
	traits::{ConstU32, ConstU64},
	weights::Weight,
};
use linli_primitives::{
	traits::{MeterBills, People},
	Commitment, MeterId, UnitId, UnitKind, Utility,
};
pub use linli_testing::*;
use sp_runtime::DispatchResult;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Meters: pallet_linli_meters,
	}
);

linli_testing::impl_system!(Test);

pub const MANAGER: AccountId = 90;
pub const AUDITOR: AccountId = 91;
/// Another account of the manager's office.
pub const CLERK: AccountId = 94;
pub const DEVICE: AccountId = 92;
pub const OTHER_DEVICE: AccountId = 93;
/// Neither an office nor a device.
pub const BOB: AccountId = 5;

linli_testing::settings! {
	/// Pairs of accounts of one person.
	pub static SamePerson: Vec<(AccountId, AccountId)> = Vec::new();
	/// Pairs of accounts that share a unit.
	pub static Relatives: Vec<(AccountId, AccountId)> = Vec::new();
	/// The moment up to which bills include the use of each unit, and the shared use of the main meter.
	pub static BilledUntil: Moment = 0;
	pub static SharedBilledUntil: Moment = 0;
}

/// The bills of the tests: as told by [`BilledUntil`] and [`SharedBilledUntil`].
pub struct Billed;

impl MeterBills for Billed {
	fn is_billed(_unit: UnitId, _utility: Utility, since: Moment) -> bool {
		BilledUntil::get() > since
	}

	fn is_shared_billed(main: MeterId, since: Moment) -> bool {
		main == MAIN && SharedBilledUntil::get() > since
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

/// The people of the tests: as told by [`SamePerson`] and [`Relatives`].
pub struct Persons;

impl People<AccountId> for Persons {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		a == b || SamePerson::get().iter().any(|pair| *pair == (*a, *b) || *pair == (*b, *a))
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		Self::same_person(a, b) || Relatives::get().iter().any(|pair| *pair == (*a, *b) || *pair == (*b, *a))
	}
}

pub type Register = linli_testing::Register<Test>;

/// `ConfirmOrigin` includes the manager and the owner of unit 0, so that the tests cover the pallet's own checks.
impl Config for Test {
	type Register = Register;
	type People = Persons;
	type Devices = Signers<DEVICE, OTHER_DEVICE>;
	type ManagerOrigin = SignedBy<MANAGER, CLERK>;
	type ConfirmOrigin = frame_support::traits::EitherOf<SignedBy<AUDITOR, MANAGER>, SignedBy<{ owner_account(1) }>>;
	type Clock = Now;
	type Community = TestCalendar;
	type Bills = Billed;
	type ProposalTime = ConstU64<{ 30 * DAY }>;
	type MaxProposals = ConstU32<4>;
	type MaxProposalsPerProposer = ConstU32<3>;
	type MaxUnitMeters = ConstU32<4>;
	type MaxSubMeters = ConstU32<3>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Setup that the benchmarks need outside of the pallet.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Now::set(now);
	}

	fn add_unit(account: &AccountId) -> UnitId {
		Register::add_unit(account, UnitKind::Residential, 9_803)
	}
}

/// A dial of four digits, without a multiplier, with a bound of 5 m³ a day.
pub fn dial() -> Dial {
	Dial { serial: Commitment::repeat_byte(1), multiplier: 1, digits: 4, plausibility: 5_000 }
}

/// A meter of cold water with [`dial`], whose dial showed `reading` two days before the first block.
pub fn at_genesis(place: Place, main: Option<MeterId>, reading: u64) -> GenesisMeter {
	let Dial { serial, multiplier, digits, plausibility } = dial();
	let utility = Utility::ColdWater;
	GenesisMeter { place, utility, main, serial, multiplier, digits, plausibility, reading, date: START - 2 * DAY }
}

/// The main meter of the community.
pub const MAIN: MeterId = 0;
/// The meter of unit 0, below the main meter, whose dial begins at 1 m³.
pub const METER: MeterId = 1;

/// Builds a community of three flats, of which the first two belong to owners 1 and 2.
pub struct ExtBuilder;

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		Register::add(1, UnitKind::Residential, 9_803, 1);
		Register::add(1, UnitKind::Residential, 8_905, 2);
		Register::add(2, UnitKind::Residential, 12_001, 3);
		let main = at_genesis(Place::Common { building: None }, None, 0);
		let meters = vec![main, at_genesis(Place::Unit(0), Some(MAIN), 1_000)];
		RuntimeGenesisConfig { meters: GenesisConfig { meters, ..Default::default() }, ..Default::default() }
	}

	fn check() {
		Meters::do_try_state().unwrap();
	}
}

pub fn stored(id: MeterId) -> Meter<AccountId> {
	crate::Meters::<Test>::get(id).unwrap()
}

/// The manager records what the dial shows now.
pub fn read(meter: MeterId, value: u64) -> DispatchResult {
	Meters::record(signed(MANAGER), meter, value, Now::get())
}

pub fn propose(change: Change) -> DispatchResult {
	Meters::propose(signed(MANAGER), change)
}

/// The manager proposes, the auditor confirms.
pub fn make(change: Change) -> DispatchResult {
	let proposal = NextProposal::<Test>::get();
	propose(change.clone())?;
	Meters::confirm(signed(AUDITOR), proposal, change)
}

/// A meter of cold water with [`dial`], installed now.
pub fn new(place: Place, main: Option<MeterId>) -> Change {
	Change::Install { place, utility: Utility::ColdWater, main, dial: dial(), opening: 0, at: Now::get() }
}

pub fn last_event() -> Event<Test> {
	System::read_events_for_pallet().pop().expect("an event")
}
