// SPDX-License-Identifier: Apache-2.0

//! A runtime of a committee: a few owners who can sell and lose keys, the real scheduler and collective.

use crate as pallet_linli_committee;
use crate::*;
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	traits::{ConstU32, ConstU64, Hooks},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, ElectedCommittee, Electorate},
	BuildingId, Candidate, ElectionResult, Moment, OwnerId, Power, ProposalId,
};
use sp_runtime::{BuildStorage, DispatchResult};
use std::collections::BTreeMap;

pub type AccountId = u64;
type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Preimage: pallet_preimage,
		Scheduler: pallet_scheduler,
		Collective: pallet_collective,
		Committee: pallet_linli_committee,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

parameter_types! {
	pub MaximumWeight: Weight = Weight::from_parts(1_000_000_000_000, u64::MAX);
	pub static Now: Moment = START;
	/// Each owner with the block in which the last home was sold.
	pub static Owners: BTreeMap<OwnerId, u64> = BTreeMap::new();
	/// Accounts that represent owners, where they are not the usual ones.
	pub static Accounts: BTreeMap<OwnerId, AccountId> = BTreeMap::new();
	pub CollectiveMembers: Vec<AccountId> = collective();
}

ord_parameter_types! {
	pub const Assembly: AccountId = ASSEMBLY;
}

impl pallet_preimage::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type Currency = ();
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
}

impl pallet_scheduler::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumWeight;
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type OriginPrivilegeCmp = frame_support::traits::EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<2>;
	type WeightInfo = ();
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_collective::Config for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU64<100>;
	type MaxProposals = ConstU32<32>;
	type MaxMembers = ConstU32<32>;
	type DefaultVote = pallet_collective::MoreThanMajorityThenPrimeDefaultVote;
	type WeightInfo = ();
	type SetMembersOrigin = EnsureRoot<AccountId>;
	type MaxProposalWeight = MaximumWeight;
	type DisapproveOrigin = EnsureRoot<AccountId>;
	type KillOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
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

impl Config for Test {
	type Electorate = Register;
	type Clock = TestClock;
	type RecallOrigin = EnsureSignedBy<Assembly, AccountId>;
	type Collective = Collective;
	type CollectiveMembers = CollectiveMembers;
	type Scheduler = Scheduler;
	type BlockTime = ConstU64<BLOCK_TIME>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Motions;
}

/// Opens motions, as members do.
#[cfg(feature = "runtime-benchmarks")]
pub struct Motions;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Motions {
	fn open_motions(members: &[AccountId]) {
		use sp_runtime::traits::Hash;
		let most: u32 = <<Test as pallet_collective::Config>::MaxProposals as frame_support::traits::Get<u32>>::get();
		for number in 0..most {
			let call = RuntimeCall::System(frame_system::Call::remark { remark: number.to_le_bytes().to_vec() });
			let length = codec::Encode::encoded_size(&call) as u32;
			let motion = sp_runtime::traits::BlakeTwo256::hash_of(&call);
			let index = pallet_collective::ProposalCount::<Test>::get();
			assert_ok!(Collective::propose(signed(members[0]), members.len() as u32, Box::new(call), length));
			for member in members {
				assert_ok!(Collective::vote(signed(*member), motion, index, true));
			}
		}
	}
}

/// Half past nine on 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;
/// An hour, so that a term is few blocks.
pub const BLOCK_TIME: Moment = 3_600_000;
pub const TERM: Moment = 10 * DAY;

/// Decides for the owners.
pub const ASSEMBLY: AccountId = 90;
pub const TENANT: AccountId = 60;

/// How many owners there are at first.
pub const OWNER_COUNT: OwnerId = 10;

/// The account that represents an owner, unless changed.
pub fn acc(owner: OwnerId) -> AccountId {
	100 + u64::from(owner)
}

/// Another account of an owner.
pub fn second(owner: OwnerId) -> AccountId {
	100_000 + u64::from(owner)
}

/// The register, as tests change it.
pub struct Register;

impl Register {
	/// The owner has nothing any more at the end of this block.
	pub fn sell(owner: OwnerId) {
		let block = System::block_number();
		Owners::mutate(|owners| owners.insert(owner, block));
	}

	/// The registrar replaces an owner's lost account.
	pub fn replace(owner: OwnerId, account: AccountId) {
		Accounts::mutate(|accounts| accounts.insert(owner, account));
	}
}

impl Electorate<AccountId, u64> for Register {
	fn owner_of(account: &AccountId) -> Option<OwnerId> {
		let accounts = Accounts::get();
		if let Some((owner, _)) = accounts.iter().find(|(_, known)| *known == account) {
			return Some(*owner);
		}
		match *account {
			100..=99_999 => Some((*account - 100) as u32).filter(|usual| !accounts.contains_key(usual)),
			100_000..=199_999 => Some((*account - 100_000) as u32),
			_ => None,
		}
	}

	fn represented_by(account: &AccountId) -> Option<OwnerId> {
		Self::owner_of(account).filter(|owner| Self::representative(*owner) == Some(*account))
	}

	fn representative(owner: OwnerId) -> Option<AccountId> {
		Accounts::get().get(&owner).copied().or(Some(acc(owner)))
	}

	fn power_at(owner: OwnerId, block: u64, _buildings: Option<&[BuildingId]>) -> Power {
		match Owners::get().get(&owner) {
			Some(sold) if block < *sold => Power { area: 9_000, heads: 1 },
			_ => Power::ZERO,
		}
	}

	fn totals_at(_block: u64, _buildings: Option<&[BuildingId]>) -> Option<Power> {
		None
	}

	fn is_manager_staff(_account: &AccountId) -> bool {
		false
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add_owner(account: &AccountId, _buildings: &[BuildingId]) -> OwnerId {
		// A benchmark runs several times, and its accounts are the same.
		Accounts::mutate(|accounts| accounts.retain(|_, known| known != account));
		let owner = Owners::get().last_key_value().map_or(0, |(last, _)| last + 1);
		Owners::mutate(|owners| owners.insert(owner, u64::MAX));
		Self::replace(owner, *account);
		owner
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_sets(_buildings: &[BuildingId]) {}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_accounts(_owner: OwnerId) {}
}

pub struct ExtBuilder;

impl ExtBuilder {
	/// Nobody owns anything yet: for benchmarks, which bring their own owners.
	#[cfg(feature = "runtime-benchmarks")]
	pub fn empty() -> sp_io::TestExternalities {
		let ext = Self.build();
		Owners::set(BTreeMap::new());
		ext
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(START);
		Owners::set((0..OWNER_COUNT).map(|owner| (owner, u64::MAX)).collect());
		Accounts::set(BTreeMap::new());
		let mut ext: sp_io::TestExternalities = RuntimeGenesisConfig::default().build_storage().unwrap().into();
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Runs a test, and every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Committee::do_try_state().unwrap();
		});
	}
}

/// Lets time pass with nobody doing anything: the scheduler sleeps.
pub fn sleep(time: Moment) {
	System::set_block_number(System::block_number() + 1);
	Now::mutate(|now| *now += time);
}

/// Lets time pass block by block, with the scheduler at work: first in each block, as in a runtime, where the time is
/// still that of the block before.
pub fn pass(time: Moment) {
	for _ in 0..time.div_ceil(BLOCK_TIME) {
		let block = System::block_number() + 1;
		System::set_block_number(block);
		Scheduler::on_initialize(block);
		Now::mutate(|now| *now += BLOCK_TIME);
	}
}

/// What the scheduler's own work may take longer than the time that something waits for.
pub const LATE: Moment = 2 * BLOCK_TIME;

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The representative of an owner.
pub fn of(owner: OwnerId) -> RuntimeOrigin {
	signed(Register::representative(owner).unwrap())
}

pub fn line(owners: impl IntoIterator<Item = OwnerId>) -> MembersOf<Test> {
	let owners = owners.into_iter().map(|owner| Candidate { owner, account: acc(owner) });
	owners.collect::<Vec<_>>().try_into().unwrap()
}

/// An election of the owners from 0 on, so many of whom get the seats and so many the reserve, closed now.
pub fn result(election: ProposalId, seats: u32, reserve: u32) -> ElectionResultOf<Test> {
	let (elected, reserve) = (line(0..seats), line(seats..seats + reserve));
	ElectionResult { election, closed: Now::get(), seats, term: TERM, elected, reserve }
}

/// Elects and seats so many, with so many in reserve.
pub fn seat(election: ProposalId, seats: u32, reserve: u32) {
	assert_ok!(Committee::seat(result(election, seats, reserve)));
}

pub fn recall(owner: OwnerId, election: ProposalId) -> DispatchResult {
	Committee::recall(signed(ASSEMBLY), owner, election)
}

pub fn owners() -> Vec<OwnerId> {
	Seats::<Test>::get().iter().map(|member| member.owner).collect()
}

pub fn in_reserve() -> Vec<OwnerId> {
	Reserve::<Test>::get().iter().map(|member| member.owner).collect()
}

pub fn collective() -> Vec<AccountId> {
	pallet_collective::Members::<Test>::get()
}

pub fn last_event() -> Event<Test> {
	events().pop().expect("something happened")
}

pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Committee(event) => Some(event),
			_ => None,
		})
		.collect()
}
