// SPDX-License-Identifier: Apache-2.0

//! A mock runtime: a small community with a register that tests can change, and the real scheduler, preimage and
//! collective pallets.

use crate as pallet_linli_governance;
use crate::{
	tally::Choice,
	types::{
		class::{Approval, Base, DeveloperRule, Participation, SilentRule, Threshold, TieRule},
		rule_book::{ElectionRules, Matters},
		*,
	},
	*,
};
use frame_support::{
	assert_ok,
	traits::{ConstU32, ConstU64, Contains, EnsureOrigin, Hooks, StorePreimage},
	weights::Weight,
};
use linli_primitives::{
	calendar::DAY,
	traits::{ElectedCommittee, Electorate, OwnerEligibility, People, SittingCommittee, UnitView},
	BuildingId, ElectionResult, Fraction, Moment, OwnerId, UnitKind,
};
pub use linli_testing::{owner_account as acc, second_account as second, Staff as StaffAccounts, *};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Preimage: pallet_preimage,
		Scheduler: pallet_scheduler,
		Collective: pallet_collective,
		Governance: pallet_linli_governance,
		Machine: works,
	}
);

linli_testing::impl_system!(Test);
linli_testing::impl_assembly!(Test, 10);

linli_testing::settings! {
	pub static Works: bool = true;
	pub static Barred: Option<OwnerId> = None;
	/// Pairs of accounts of one person.
	pub static SamePerson: Vec<(AccountId, AccountId)> = Vec::new();
	/// Pairs of accounts that share a unit.
	pub static ShareUnit: Vec<(AccountId, AccountId)> = Vec::new();
	/// Accounts that every question concerns.
	pub static Concerned: Vec<AccountId> = Vec::new();
	/// The result that was last handed to the committee.
	pub static Seated: Option<ElectionResult<AccountId>> = None;
	/// The error with which the committee refuses a result.
	pub static SeatingRefused: Option<DispatchError> = None;
	/// Whether a committee sits that can act.
	pub static Sits: bool = false;
	/// Whether the matters of calls are known before the enactment.
	pub static MattersKnown: bool = false;
	/// The number of seconders for a place.
	pub static Seconders: u32 = 0;
	/// The number of supporters with which a petition is listed.
	pub static ListedFrom: u32 = 1;
}

/// A pallet with a call that requires a major decision, and fails if a test says so.
#[frame_support::pallet(dev_mode)]
pub mod works {
	use super::*;
	use frame_system::pallet_prelude::OriginFor;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config + crate::Config {}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		pub fn work(origin: OriginFor<T>) -> DispatchResult {
			EnsureDecision::<T, matters::Runtime>::ensure_origin(origin)?;
			frame_support::ensure!(Works::get(), DispatchError::Unavailable);
			Ok(())
		}
	}
}

impl works::Config for Test {}

/// The call of [`works`].
pub fn work() -> RuntimeCall {
	RuntimeCall::Machine(works::Call::work {})
}

/// Takes [`work`] for the recall of a member.
pub struct Recalls;

impl Contains<RuntimeCall> for Recalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(call, RuntimeCall::Machine(works::Call::work {}))
	}
}

/// An eligibility check that bars one owner, as if in arrears.
pub struct Arrears;

impl OwnerEligibility for Arrears {
	fn may_stand(owner: OwnerId) -> bool {
		Barred::get() != Some(owner)
	}

	fn weight() -> Weight {
		Weight::from_parts(7, 0)
	}
}

/// The persons behind accounts, as a test sets them.
pub struct TestPeople;

impl People<AccountId> for TestPeople {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		let pairs = SamePerson::get();
		a == b || pairs.contains(&(*a, *b)) || pairs.contains(&(*b, *a))
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		let pairs = ShareUnit::get();
		Self::same_person(a, b) || pairs.contains(&(*a, *b)) || pairs.contains(&(*b, *a))
	}
}

/// The accounts that questions concern, as a test sets them.
pub struct TestConcerns;

impl Concerns<AccountId, RuntimeCall> for TestConcerns {
	fn by_calls(_: &[RuntimeCall], account: &AccountId) -> bool {
		Concerned::get().contains(account)
	}

	fn by_election(account: &AccountId) -> bool {
		Concerned::get().contains(account)
	}

	fn weight() -> Weight {
		Weight::from_parts(7, 0)
	}
}

/// The matters of the calls that tests make. Where they are not known, only the origins guard the calls.
pub struct TestMatters;

impl CallMatters<RuntimeCall> for TestMatters {
	fn fits(matter: Matter, call: &RuntimeCall) -> bool {
		!MattersKnown::get() || matter == matter_of(call)
	}

	fn fits_some_buildings(call: &RuntimeCall) -> bool {
		!MattersKnown::get() || matter_of(call) == Matter::Community
	}
}

pub const REGISTRAR: AccountId = 80;
pub const WITNESS: AccountId = 81;
pub const AUDITOR: AccountId = 82;
pub const STAFF: AccountId = 70;
pub const TENANT: AccountId = 60;

impl Config for Test {
	type Electorate = Register;
	type Eligibility = Arrears;
	type Clock = Now;
	type CommitteeOrigin = pallet_collective::EnsureProportionMoreThan<AccountId, (), 1, 2>;
	type People = TestPeople;
	type Concerns = TestConcerns;
	type Matters = TestMatters;
	type RegistrarOrigin = SignedBy<REGISTRAR>;
	type WitnessOrigin = SignedBy<WITNESS, REGISTRAR>;
	type AnnulOrigin = SignedBy<AUDITOR, REGISTRAR>;
	type Committee = Committee;
	type Preimages = Preimage;
	type Scheduler = Scheduler;
	type BlockTime = ConstU64<BLOCK_TIME>;
	type MaxOpen = ConstU32<8>;
	type MaxSupports = ConstU32<4>;
	type MinSupporters = ListedFrom;
	type Recalls = Recalls;
	type MaxPetitions = ConstU32<2>;
	type MaxChallenges = ConstU32<3>;
	type MinSeconders = Seconders;
	type EnactmentPeriod = ConstU64<ENACTMENT>;
	type Postponement = ConstU64<POSTPONEMENT>;
	type RecentChanges = ConstU64<RECENT>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Committee;
}

/// A committee that records the results handed to it.
pub struct Committee;

impl ElectedCommittee<AccountId> for Committee {
	fn seat(result: ElectionResult<AccountId>) -> DispatchResult {
		// This write must be rolled back if the result is refused.
		frame_support::storage::unhashed::put(SEATING, &result.election);
		if let Some(error) = SeatingRefused::get() {
			return Err(error);
		}
		Seated::set(Some(result));
		Ok(())
	}
}

impl SittingCommittee for Committee {
	fn sits() -> bool {
		Sits::get()
	}

	fn has_sat() -> bool {
		Seated::get().is_some()
	}
}

/// The storage key that the committee writes.
pub const SEATING: &[u8] = b"seating";

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Committee {
	fn set_time(now: Moment) {
		Now::set(now);
	}

	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId {
		Register::add_owner(account, buildings)
	}

	fn fill_sets(_: &[BuildingId]) {}

	fn fill_accounts(_: OwnerId) {}

	/// Any sitting committee. The cost of a full one is measured in the runtime.
	fn fill_committee() {
		let nobody = CandidatesOf::<Test>::default();
		let (elected, reserve) = (nobody.clone(), nobody);
		let result = ElectionResult { election: 0, closed: 0, seats: 1, minimum: 1, term: YEAR, elected, reserve };
		assert_ok!(Committee::seat(result));
		Sits::set(true);
	}
}

/// An hour, so that a vote of several weeks takes few blocks.
pub const BLOCK_TIME: Moment = 3_600_000;
pub const NOTICE: Moment = 15 * DAY;
pub const WINDOW: Moment = 10 * DAY;
pub const DELAY: Moment = 7 * DAY;
pub const PETITION: Moment = 30 * DAY;
pub const NOMINATION: Moment = 5 * DAY;
pub const YEAR: Moment = 365 * DAY;
pub const ENACTMENT: Moment = YEAR;
pub const POSTPONEMENT: Moment = 90 * DAY;
/// Ten blocks.
pub const RECENT: Moment = 10 * BLOCK_TIME;

/// More than half of those taking part, and two thirds must take part.
pub const ORDINARY: ClassId = 0;
/// Three quarters of those taking part.
pub const MAJOR: ClassId = 1;
/// Ordinary, and owners who were served and stay silent join the majority.
pub const FOLLOW: ClassId = 2;
/// Advisory.
pub const POLL: ClassId = 3;

/// The number of owners at genesis. Owners 0 to 4 have 90 m² each in building 1, owners 5 to 8 in building 2, and the
/// developer, owner 9, has 600 m² in building 2: 14 100 m² in all.
pub const OWNERS: u32 = 10;
pub const DEVELOPER: OwnerId = 9;

pub type Register = linli_testing::Register<Test>;

pub fn flat(building: BuildingId, area: u64, owner: OwnerId) -> UnitView {
	UnitView { building, kind: UnitKind::Residential, area, owner }
}

pub fn class(level: Level, approval: Threshold, silent: SilentRule) -> DecisionClass {
	let quorum = Some(Threshold::at_least(2, 3));
	DecisionClass {
		level,
		participation: Participation { area: quorum, heads: quorum, both: true },
		approval: Approval { area: Some(approval), heads: Some(approval), both: true, of: Base::Participating },
		veto: None,
		tie: TieRule::Rejected,
		notice: NOTICE,
		window: WINDOW,
		delay: DELAY,
		silent,
		extension: None,
		second_call: None,
		early_close: None,
		quorum_only: false,
		developer: DeveloperRule::Full,
		kinds: None,
		in_each_tract: false,
	}
}

pub fn rule_book() -> RuleBook {
	let half = Threshold::more_than(1, 2);
	let mut poll = class(Level::Advisory, half, SilentRule::NotParticipating);
	poll.participation = Participation::default();
	let classes = vec![
		class(Level::Ordinary, half, SilentRule::NotParticipating),
		class(Level::Major, Threshold::at_least(3, 4), SilentRule::NotParticipating),
		class(Level::Ordinary, half, SilentRule::FollowMajority),
		poll,
	];
	RuleBook {
		classes: classes.try_into().unwrap(),
		matters: Matters {
			charges: ORDINARY,
			fee_rules: ORDINARY,
			pots: ORDINARY,
			roles: ORDINARY,
			register: ORDINARY,
			transfers: ORDINARY,
			spending: ORDINARY,
			repair_fund: MAJOR,
			common_parts: MAJOR,
			committee: ORDINARY,
			rule_book: MAJOR,
			runtime: MAJOR,
			community: ORDINARY,
		},
		petition: Fraction::new(1, 5),
		petition_window: PETITION,
		proxies_per_holder: 2,
		election: ElectionRules {
			seats_min: 3,
			seats_max: 7,
			odd: true,
			term_min: YEAR,
			term_max: 3 * YEAR,
			class: ORDINARY,
			arrears_bar: true,
			nomination: NOMINATION,
		},
		tracts: Default::default(),
	}
}

pub struct ExtBuilder(pub Option<RuleBook>);

impl Default for ExtBuilder {
	fn default() -> Self {
		Self(Some(rule_book()))
	}
}

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		let of = |owner| flat(if owner < 5 { 1 } else { 2 }, if owner == DEVELOPER { 60_000 } else { 9_000 }, owner);
		Register::begin_with((0..OWNERS).map(of).collect());
		StaffAccounts::set(vec![STAFF]);
		RuntimeGenesisConfig {
			governance: GenesisConfig { rule_book: self.0, ..Default::default() },
			..Default::default()
		}
	}

	fn check() {
		Governance::do_try_state().unwrap();
	}
}

/// An empty register: benchmarks add their own owners.
#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_externalities() -> sp_io::TestExternalities {
	let mut externalities = ExtBuilder::default().build();
	externalities.execute_with(|| Register::begin_with(Vec::new()));
	externalities
}

/// Lets time pass without running the scheduler.
pub fn sleep(time: Moment) {
	System::set_block_number(System::block_number() + 1);
	linli_testing::pass(time);
}

/// Lets time pass block by block and runs the scheduler. As in a runtime, it runs first in each block, when the time is
/// still that of the previous one.
pub fn pass(time: Moment) {
	for _ in 0..time.div_ceil(BLOCK_TIME) {
		let block = System::block_number() + 1;
		System::set_block_number(block);
		Scheduler::on_initialize(block);
		linli_testing::pass(BLOCK_TIME);
	}
}

/// The delay with which the scheduler can be late for a deadline.
pub const LATE: Moment = 2 * BLOCK_TIME;

/// The representative of an owner.
pub fn of(owner: OwnerId) -> RuntimeOrigin {
	signed(Register::representative(owner).unwrap())
}

/// The committee: three of five members agree.
pub fn committee() -> RuntimeOrigin {
	pallet_collective::RawOrigin::Members(3, 5).into()
}

/// A decision of the whole community on the rule book, by the first class of this level.
pub fn decision(level: Level) -> RuntimeOrigin {
	let class = match level {
		Level::Advisory => POLL,
		Level::Ordinary => ORDINARY,
		Level::Major => MAJOR,
	};
	Origin::Decided { proposal: 77, rule_book: 0, class, level, electorate: None, matter: Matter::RuleBook }.into()
}

pub fn hash(of: u64) -> H256 {
	H256::from_low_u64_be(of)
}

pub fn place() -> Place {
	b"https://dingxiang.example/agenda/1".to_vec().try_into().unwrap()
}

pub fn bound(call: impl Into<RuntimeCall>) -> BoundedCallOf<Test> {
	Preimage::bound(call.into()).unwrap()
}

pub fn motion(call: Option<RuntimeCall>) -> QuestionOf<Test> {
	let matter = call.as_ref().map(matter_of);
	Question::Motion { call: call.map(bound), matter }
}

/// A motion with a call that is kept as a preimage, or not kept.
pub fn motion_by(call: BoundedCallOf<Test>, matter: Matter) -> QuestionOf<Test> {
	Question::Motion { call: Some(call), matter: Some(matter) }
}

/// The matter of the call; of a call that requires no decision, one of the ordinary class.
fn matter_of(call: &RuntimeCall) -> Matter {
	match call {
		RuntimeCall::Machine(_) => Matter::Runtime,
		RuntimeCall::Governance(_) => Matter::RuleBook,
		_ => Matter::Community,
	}
}

pub fn election(seats: u32) -> QuestionOf<Test> {
	Question::Election { seats, term: 2 * YEAR }
}

/// Makes a proposal of the committee. Returns its id.
pub fn propose_in(question: QuestionOf<Test>, class: ClassId, buildings: Option<Vec<BuildingId>>) -> ProposalId {
	let id = NextProposal::<Test>::get();
	let buildings = buildings.map(|buildings| buildings.try_into().unwrap());
	assert_ok!(Governance::propose(committee(), question, class, buildings, hash(1), place()));
	id
}

pub fn propose(question: QuestionOf<Test>, class: ClassId) -> ProposalId {
	propose_in(question, class, None)
}

/// A motion of the committee that is open to ballots.
pub fn vote_on(call: Option<RuntimeCall>, class: ClassId) -> ProposalId {
	let id = propose(motion(call), class);
	sleep(NOTICE);
	id
}

pub fn cast(id: ProposalId, owner: OwnerId, choice: Choice) -> DispatchResult {
	Governance::cast(of(owner), id, choice).map(|_| ()).map_err(|error| error.error)
}

/// Casts this choice for these owners.
pub fn cast_all(id: ProposalId, owners: impl IntoIterator<Item = OwnerId>, choice: Choice) {
	for owner in owners {
		assert_ok!(cast(id, owner, choice));
	}
}

/// A motion that all owners approved, closed.
pub fn passed(call: Option<RuntimeCall>, class: ClassId) -> ProposalId {
	let id = vote_on(call, class);
	cast_all(id, 0..OWNERS, Choice::For);
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	id
}

pub fn state(id: ProposalId) -> State<u64> {
	Proposals::<Test>::get(id).unwrap().state
}

pub fn enact(id: ProposalId) -> DispatchResult {
	Governance::enact(signed(TENANT), id, MaximumWeight::get()).map(|_| ()).map_err(|error| error.error)
}

/// A closed election in which the first `candidates` owners stood and all owners approved them all.
pub fn elected(seats: u32, candidates: u32, term: Moment) -> ProposalId {
	let id = propose(Question::Election { seats, term }, ORDINARY);
	for owner in 0..candidates {
		assert_ok!(Governance::stand(of(owner), id));
	}
	sleep(NOMINATION);
	assert_ok!(Governance::announce(signed(TENANT), id));
	sleep(NOTICE);
	cast_all(id, 0..OWNERS, Choice::Approve { candidates: (1 << candidates) - 1 });
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	id
}

/// Elects the first `seats` owners and enacts the election.
pub fn seat_committee(seats: u32, candidates: u32) -> ProposalId {
	let id = elected(seats, candidates, 2 * YEAR);
	sleep(DELAY);
	assert_ok!(enact(id));
	id
}

pub fn last_event() -> Event<Test> {
	governance_events().pop().expect("an event was deposited")
}

pub fn governance_events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}
