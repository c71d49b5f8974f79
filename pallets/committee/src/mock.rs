// SPDX-License-Identifier: Apache-2.0

//! A runtime of a committee: a few owners who can sell and lose keys, the real scheduler and collective.

use crate as pallet_linli_committee;
use crate::*;
use frame_support::{
	assert_ok, parameter_types,
	traits::{ConstU64, Hooks},
};
use linli_primitives::{
	calendar::DAY,
	traits::{ElectedCommittee, Electorate},
	Candidate, ElectionResult, Moment, OwnerId, ProposalId, UnitKind,
};
use sp_runtime::DispatchResult;

pub use linli_testing::{owner_account as acc, second_account as second, *};

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Preimage: pallet_preimage,
		Scheduler: pallet_scheduler,
		Collective: pallet_collective,
		Committee: pallet_linli_committee,
	}
);

linli_testing::impl_system!(Test);
linli_testing::impl_assembly!(Test, 2);

parameter_types! {
	pub CollectiveMembers: Vec<AccountId> = collective();
}

pub type Register = linli_testing::Register<Test>;

impl Config for Test {
	type Electorate = Register;
	type Clock = Now;
	type RecallOrigin = SignedBy<ASSEMBLY>;
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

/// An hour, so that a term is few blocks.
pub const BLOCK_TIME: Moment = 3_600_000;
pub const TERM: Moment = 10 * DAY;

/// Decides for the owners.
pub const ASSEMBLY: AccountId = 90;
pub const TENANT: AccountId = 60;

/// How many owners there are at first.
pub const OWNER_COUNT: OwnerId = 10;

/// The owner of that number sells the only home, and has nothing any more at the end of this block.
pub fn sell(owner: OwnerId) {
	Register::sell(owner, OwnerId::MAX);
}

pub struct ExtBuilder;

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		for owner in 0..OWNER_COUNT {
			Register::add(1, UnitKind::Residential, 9_000, owner);
		}
		Default::default()
	}

	fn check() {
		Committee::do_try_state().unwrap();
	}
}

/// Nobody owns anything yet: benchmarks bring their own owners.
#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_externalities() -> sp_io::TestExternalities {
	let mut externalities = ExtBuilder.build();
	externalities.execute_with(|| Register::begin_with(Vec::new()));
	externalities
}

/// Lets time pass with nobody doing anything: the scheduler sleeps.
pub fn sleep(time: Moment) {
	System::set_block_number(System::block_number() + 1);
	linli_testing::pass(time);
}

/// Lets time pass block by block, with the scheduler at work: first in each block, as in a runtime, where the time is
/// still that of the block before.
pub fn pass(time: Moment) {
	for _ in 0..time.div_ceil(BLOCK_TIME) {
		let block = System::block_number() + 1;
		System::set_block_number(block);
		Scheduler::on_initialize(block);
		linli_testing::pass(BLOCK_TIME);
	}
}

/// What the scheduler's own work may take longer than the time that something waits for.
pub const LATE: Moment = 2 * BLOCK_TIME;

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
	System::read_events_for_pallet()
}
