// SPDX-License-Identifier: Apache-2.0

//! A runtime with a committee, the real scheduler and collective, and a few owners who can sell their units and lose
//! their keys.

use crate as pallet_linli_committee;
use crate::*;
use frame_support::{
	assert_ok, parameter_types,
	traits::{ConstU64, Hooks},
};
use linli_primitives::{
	calendar::DAY,
	traits::{ByElections, ElectedCommittee, Electorate, FirstCommittee},
	Candidate, ElectionResult, Moment, OwnerId, ProposalId, UnitKind,
};
use sp_runtime::{DispatchError, DispatchResult};

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
linli_testing::impl_assembly!(Test, 2, MotionPlace<Test>);

parameter_types! {
	pub CollectiveMembers: Vec<AccountId> = collective();
	pub OpenMotions: Vec<<Test as frame_system::Config>::Hash> = pallet_collective::Proposals::<Test>::get().into_inner();
}

pub type Register = linli_testing::Register<Test>;

linli_testing::settings! {
	/// How often a first committee was announced.
	pub static FirstCommittees: u32 = 0;
	/// The by-elections that were called: seats and term.
	pub static Called: Vec<(u32, Moment)> = Vec::new();
	/// Whether no election can be called.
	pub static NoElection: bool = false;
	/// How long an election takes, in ms.
	pub static LeadTime: Moment = 0;
}

/// Counts in [`FirstCommittees`].
pub struct Counter;

impl FirstCommittee for Counter {
	fn first_seated() {
		FirstCommittees::mutate(|count| *count += 1);
	}
}

/// Notes in [`Called`] what it is asked for.
pub struct Elections;

impl ByElections for Elections {
	fn call(seats: u32, term: Moment) -> DispatchResult {
		// Must be rolled back with the rest where the call is refused.
		Called::mutate(|called| called.push((seats, term)));
		frame_support::ensure!(!NoElection::get(), DispatchError::Unavailable);
		Ok(())
	}

	fn lead_time() -> Moment {
		LeadTime::get()
	}
}

impl DropMotion<<Test as frame_system::Config>::Hash> for Collective {
	fn drop_motion(motion: <Test as frame_system::Config>::Hash) {
		Collective::do_disapprove_proposal(motion);
	}
}

impl Config for Test {
	type Electorate = Register;
	type Clock = Now;
	type RecallOrigin = SignedBy<ASSEMBLY>;
	type MotionOrigin = pallet_collective::EnsureMembers<AccountId, (), 1>;
	type Elections = Elections;
	type Collective = Collective;
	type CollectiveMembers = CollectiveMembers;
	type OpenMotions = OpenMotions;
	type DropMotion = Collective;
	type MaxMotions = <Test as pallet_collective::Config>::MaxProposals;
	type Scheduler = Scheduler;
	type BlockTime = ConstU64<BLOCK_TIME>;
	type OnFirstCommittee = Counter;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Motions;
}

/// Opens motions as members do.
#[cfg(feature = "runtime-benchmarks")]
pub struct Motions;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Motions {
	fn set_time(now: Moment) {
		Now::set(now);
	}

	fn add_owner(account: &AccountId, buildings: &[linli_primitives::BuildingId]) -> OwnerId {
		Register::add_owner(account, buildings)
	}

	fn open_motions(members: &[AccountId]) {
		use sp_runtime::traits::Hash;
		let most: u32 = <<Test as pallet_collective::Config>::MaxProposals as frame_support::traits::Get<u32>>::get();
		let all = most - most % members.len() as u32;
		for (number, mover) in (0..all).zip(members.iter().cycle()) {
			let call = RuntimeCall::System(frame_system::Call::remark { remark: number.to_le_bytes().to_vec() });
			let length = codec::Encode::encoded_size(&call) as u32;
			let motion = sp_runtime::traits::BlakeTwo256::hash_of(&call);
			let index = pallet_collective::ProposalCount::<Test>::get();
			assert_ok!(Collective::propose(signed(*mover), members.len() as u32, Box::new(call), length));
			for member in members {
				assert_ok!(Collective::vote(signed(*member), motion, index, true));
			}
		}
	}
}

/// One hour, so that a term has few blocks.
pub const BLOCK_TIME: Moment = 3_600_000;
pub const TERM: Moment = 10 * DAY;

/// The account that decides for the owners.
pub const ASSEMBLY: AccountId = 90;
pub const TENANT: AccountId = 60;

/// The number of owners at genesis.
pub const OWNER_COUNT: OwnerId = 10;

/// `owner` sells their only home and has no voting unit from the end of this block on.
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

/// A register without owners: benchmarks add their own.
#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_externalities() -> sp_io::TestExternalities {
	let mut externalities = ExtBuilder.build();
	externalities.execute_with(|| Register::begin_with(Vec::new()));
	externalities
}

/// Advances the time in one block, without running the scheduler.
pub fn sleep(time: Moment) {
	System::set_block_number(System::block_number() + 1);
	linli_testing::pass(time);
}

/// Advances the time block by block and runs the scheduler first in each, as in a runtime, where the clock still shows
/// the time of the previous block.
pub fn pass(time: Moment) {
	for _ in 0..time.div_ceil(BLOCK_TIME) {
		let block = System::block_number() + 1;
		System::set_block_number(block);
		Scheduler::on_initialize(block);
		linli_testing::pass(BLOCK_TIME);
	}
}

/// Maximum delay of a scheduled call after the time for which it is due.
pub const LATE: Moment = 2 * BLOCK_TIME;

/// The representative of an owner.
pub fn of(owner: OwnerId) -> RuntimeOrigin {
	signed(Register::representative(owner).unwrap())
}

pub fn line(owners: impl IntoIterator<Item = OwnerId>) -> MembersOf<Test> {
	let owners = owners.into_iter().map(|owner| Candidate { owner, account: acc(owner) });
	owners.collect::<Vec<_>>().try_into().unwrap()
}

/// The result of an election closed now, of the first `seats` owners to seats and the next `reserve` owners to the
/// reserve.
pub fn result(election: ProposalId, seats: u32, reserve: u32) -> ElectionResultOf<Test> {
	let (elected, reserve) = (line(0..seats), line(seats..seats + reserve));
	ElectionResult { election, closed: Now::get(), seats, minimum: 1, term: TERM, elected, reserve }
}

/// Seats the first `seats` owners, with the next `reserve` owners in reserve.
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
	events().pop().expect("an event was deposited")
}

pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}
