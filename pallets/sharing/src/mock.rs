// SPDX-License-Identifier: Apache-2.0

//! A community of twelve homes with real pots. In the first four somebody lives besides the owner.

use crate::{self as pallet_linli_sharing, panels::DRAW_WAIT, types::*, HoldReason, WeightInfo};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{Inspect, InspectHold, Mutate},
		Contains, Hooks, Randomness,
	},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, FundLedger, Members},
	Cause, ContentHash, Fen, Fraction, Moment, OwnerId, PotId, UtcOffset,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::IdentityLookup, BuildStorage};

/// Wide enough for the accounts of pots, handy in tests.
pub type AccountId = u128;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
		Sharing: pallet_linli_sharing,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Fen>;
	type AccountId = AccountId;
	type Block = frame_system::mocking::MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Fen;
	type ExistentialDeposit = ExistentialDeposit;
	type RuntimeHoldReason = RuntimeHoldReason;
}

frame_support::ord_parameter_types! {
	pub const Manager: AccountId = MANAGER;
	pub const Assembly: AccountId = ASSEMBLY;
	pub const Committee: AccountId = COMMITTEE;
}

parameter_types! {
	pub static Now: Moment = 0;
	pub static ExistentialDeposit: Fen = 1;
	/// Who has left the community.
	pub static Left: Vec<AccountId> = Vec::new();
	/// Who sits on the committee.
	pub static OnCommittee: Vec<AccountId> = Vec::new();
	/// How many homes there are to draw from.
	pub static Places: u32 = HOMES;
	/// What chance brings.
	pub static Chance: u64 = 0;
	/// How many blocks ago chance was known.
	pub static KnownFor: u64 = 0;
	pub static Budget: Weight = Weight::from_parts(10_000, 0);
	pub const Offset: UtcOffset = UtcOffset::PLUS_8;
	pub const FundPalletId: PalletId = PalletId(*b"linlfund");
	pub const FeePot: PotId = OPERATING;
	pub const MaxPots: PotId = 8;
	pub const MaxResources: u32 = 3;
	pub const MaxCommonResources: u32 = 4;
	pub const MaxOpenBookings: u32 = 66;
	pub const KeepFor: Moment = KEEP;
	pub const MaxOverdue: Moment = OVERDUE;
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

#[frame_support::storage_alias]
type Added = StorageMap<MembersOfTheMock, frame_support::Twox64Concat, AccountId, ()>;

/// Owner `100 + n` and perhaps resident `200 + n` of home `n`.
pub struct TestMembers;

impl TestMembers {
	fn home(account: AccountId) -> Option<AccountId> {
		match account {
			100..112 => Some(account - 100),
			200..204 => Some(account - 200),
			_ => Added::contains_key(account).then_some(account),
		}
	}
}

impl Members<AccountId> for TestMembers {
	fn is_member(account: &AccountId) -> bool {
		Self::home(*account).is_some() && !Left::get().contains(account)
	}

	fn belongs_to(account: &AccountId, _as_of: Moment) -> Vec<OwnerId> {
		Self::home(*account).into_iter().map(|home| OwnerId::try_from(home).unwrap_or(OwnerId::MAX)).collect()
	}

	fn places() -> u32 {
		Places::get()
	}

	fn at(place: u32, chance: u32) -> Option<AccountId> {
		assert!(place < Places::get());
		let place = AccountId::from(place);
		match place {
			0..4 if chance % 2 == 1 => Some(200 + place),
			0..12 => Some(100 + place),
			_ => None,
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add_resident(account: &AccountId) {
		Added::insert(account, ());
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_homes(_count: u32) {}
}

/// Chance that tests choose, and of which they say since when it was known.
pub struct TestRandomness;

impl Randomness<H256, u64> for TestRandomness {
	fn random(subject: &[u8]) -> (H256, u64) {
		let seed = blake2_256(&codec::Encode::encode(&(Chance::get(), subject)));
		(seed.into(), System::block_number().saturating_sub(KnownFor::get()))
	}
}

impl pallet_linli_fund::Config for Test {
	type Clock = TestClock;
	type CloseOrigin = EnsureSignedBy<Committee, AccountId>;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type FeePot = FeePot;
	type MaxPots = MaxPots;
	type Offset = Offset;
	type PalletId = FundPalletId;
	type Shares = ();
	type Statements = ();
	type WeightInfo = ();
}

/// Weights by which tests count steps.
pub struct TestWeights;

impl WeightInfo for TestWeights {
	fn set_rules() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn list() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn set_terms() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn set_device() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn suspend() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn resume() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn withdraw_resource() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn book() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn book_series(n: u32) -> Weight {
		Weight::from_parts(100 * u64::from(n), 0)
	}

	fn cancel() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn start() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn return_resource() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn claim() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn accept_claim() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn dispute_claim() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn vote() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn appeal() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn rule() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn rate() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn record_use() -> Weight {
		Weight::from_parts(100, 0)
	}

	fn advance() -> Weight {
		Weight::from_parts(1, 0)
	}

	fn look() -> Weight {
		Weight::from_parts(1, 0)
	}

	fn lapse() -> Weight {
		Weight::from_parts(10, 0)
	}

	fn finish() -> Weight {
		Weight::from_parts(20, 0)
	}

	fn draw() -> Weight {
		Weight::from_parts(30, 0)
	}

	fn escalate() -> Weight {
		Weight::from_parts(10, 0)
	}

	fn forget() -> Weight {
		Weight::from_parts(10, 0)
	}

	fn refund() -> Weight {
		Weight::from_parts(20, 0)
	}
}

/// The lock that the owners appointed.
pub struct AppointedDevices;

impl Contains<AccountId> for AppointedDevices {
	fn contains(who: &AccountId) -> bool {
		*who == DEVICE
	}
}

/// The manager, and those who live here and sit on the committee.
pub struct TestOffice;

impl Contains<AccountId> for TestOffice {
	fn contains(who: &AccountId) -> bool {
		*who == MANAGER || OnCommittee::get().contains(who)
	}
}

impl pallet_linli_sharing::Config for Test {
	type AppealOrigin = EnsureSignedBy<Committee, AccountId>;
	type Clock = TestClock;
	type CommunityOrigin = EnsureSignedBy<Manager, AccountId>;
	type Currency = Balances;
	type DecisionOrigin = EnsureSignedBy<Assembly, AccountId>;
	type Devices = AppointedDevices;
	type KeepFor = KeepFor;
	type Ledger = Fund;
	type MaxCommonResources = MaxCommonResources;
	type MaxOpenBookings = MaxOpenBookings;
	type MaxOverdue = MaxOverdue;
	type MaxResources = MaxResources;
	type Members = TestMembers;
	type Office = TestOffice;
	type Offset = Offset;
	type Randomness = TestRandomness;
	type RuntimeHoldReason = RuntimeHoldReason;
	type SettlementBudget = Budget;
	type WeightInfo = TestWeights;
}

/// Lives at home 0 and shares.
pub const PROVIDER: AccountId = 100;
/// Lives at home 1 and books.
pub const RENTER: AccountId = 101;
/// Lives at home 2 and books too.
pub const OTHER: AccountId = 102;
/// Lives with the renter.
pub const FLATMATE: AccountId = 201;
pub const STRANGER: AccountId = 50;
pub const DEVICE: AccountId = 60;
pub const MANAGER: AccountId = 40;
pub const ASSEMBLY: AccountId = 41;
pub const COMMITTEE: AccountId = 42;

pub const OPERATING: PotId = 0;
pub const SPORTS: PotId = 1;
pub const INCOME: PotId = 2;
pub const HOMES: u32 = 12;
pub const HOUR: Moment = 3_600_000;
pub const KEEP: Moment = 365 * DAY;
pub const OVERDUE: Moment = 7 * DAY;
/// What each member has, in fen.
pub const PURSE: Fen = 1_000_000;
/// Half past nine on Monday, 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;

pub const PRICE: Fen = 201;
pub const DEPOSIT: Fen = 5_000;
pub const LATE_FEE: Fen = 700;

pub fn hash(number: u8) -> ContentHash {
	ContentHash::repeat_byte(number)
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Open on working days from 8 to 20 and on Saturdays from 10 to 16, by the hour.
pub fn terms() -> Terms {
	let day = |weekday, from, to| Window { weekday, from, to };
	let mut windows: Vec<_> = (0..5).map(|weekday| day(weekday, 8, 20)).collect();
	windows.push(day(5, 10, 16));
	Terms {
		price: PRICE,
		deposit: DEPOSIT,
		slot: SlotLength::Hour,
		windows: windows.try_into().unwrap(),
		min_slots: 2,
		max_slots: 8,
		lead_time: HOUR,
		horizon: 60 * DAY,
		cancellation: CancellationPolicy { free_until: DAY, afterwards: Fraction::new(1, 2) },
		late_fee: LATE_FEE,
		claim_window: 2 * DAY,
		per_renter: None,
	}
}

/// The slot of an hour so many days after the first Monday.
pub fn at(day: u32, hour: u32) -> Slot {
	let midnight = SlotLength::Hour.at(START, UtcOffset::PLUS_8).unwrap() - 9;
	midnight + 24 * day + hour
}

/// When that hour begins.
pub fn hour(day: u32, hour: u32) -> Moment {
	SlotLength::Hour.start_of(at(day, hour), UtcOffset::PLUS_8).unwrap()
}

/// Lists a parking space of the provider.
pub fn list(terms: Terms) -> ResourceId {
	let id = crate::NextResource::<Test>::get();
	let (kind, building) = (ResourceKind::Parking, Some(3));
	frame_support::assert_ok!(Sharing::list(signed(PROVIDER), None, kind, building, hash(1), terms, Some(DEVICE)));
	id
}

/// Lists a room of the community.
pub fn list_common(pot: PotId, terms: Terms) -> ResourceId {
	let id = crate::NextResource::<Test>::get();
	let kind = ResourceKind::Room;
	frame_support::assert_ok!(Sharing::list(signed(MANAGER), Some(pot), kind, None, hash(2), terms, None));
	id
}

/// Books from an hour on.
pub fn book(who: AccountId, resource: ResourceId, first: Slot, slots: u16) -> BookingId {
	let id = crate::NextBooking::<Test>::get();
	frame_support::assert_ok!(Sharing::book(signed(who), resource, first, slots));
	id
}

/// Lists, books Tuesday from 10 to 12, and goes to when that begins.
pub fn booked() -> BookingId {
	let id = book(RENTER, list(terms()), at(1, 10), 2);
	go(hour(1, 10));
	id
}

/// Books likewise, and returns in time.
pub fn returned() -> BookingId {
	let id = booked();
	frame_support::assert_ok!(Sharing::start(signed(RENTER), id));
	go(hour(1, 12));
	frame_support::assert_ok!(Sharing::return_resource(signed(RENTER), id));
	id
}

/// Damage of 4,000 fen is claimed.
pub fn claimed() -> BookingId {
	let id = returned();
	frame_support::assert_ok!(Sharing::claim(signed(PROVIDER), id, 4_000, hash(3)));
	id
}

/// The claim is disputed, and it is time to draw a panel.
pub fn disputed() -> BookingId {
	let id = claimed();
	frame_support::assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4)));
	go(Now::get() + DRAW_WAIT);
	id
}

/// A panel is drawn in the next block.
pub fn empanelled() -> BookingId {
	let id = disputed();
	run();
	assert!(matches!(state(id), BookingState::Empanelled { .. }));
	id
}

/// The members of a panel.
pub fn panel(id: BookingId) -> Vec<AccountId> {
	crate::Panels::<Test>::get(id).unwrap().seats.iter().map(|seat| seat.who).collect()
}

/// The panel rules that the damage comes to 1,500 fen.
pub fn ruled() -> BookingId {
	let id = empanelled();
	for (who, amount) in panel(id).into_iter().zip([4_000, 0, 1_500]) {
		frame_support::assert_ok!(Sharing::vote(signed(who), id, amount));
	}
	id
}

pub fn booking(id: BookingId) -> Booking<AccountId, u64> {
	crate::Bookings::<Test>::get(id).unwrap()
}

pub fn state(id: BookingId) -> BookingState<u64> {
	booking(id).state
}

/// What is held on an account: price and deposit.
pub fn held(who: AccountId) -> (Fen, Fen) {
	let held = |reason: HoldReason| Balances::balance_on_hold(&reason.into(), &who);
	(held(HoldReason::Price), held(HoldReason::Deposit))
}

pub fn free(who: AccountId) -> Fen {
	Balances::free_balance(who)
}

pub fn pot(id: PotId) -> Fen {
	Fund::pot(id).map_or(0, |pot| pot.balance)
}

/// That each pot is what its account has and its ledger says.
pub fn try_ledgers() {
	for (id, pot) in Fund::pots() {
		let last = Fund::entries(id, pot.entry_count - 1, 1).remove(0).1;
		assert_eq!(pot.balance, last.balance);
		assert_eq!(pot.balance, Balances::total_balance(&Fund::pot_account(id)));
	}
}

/// A block in which the pallet does what is due.
pub fn run() -> Weight {
	System::set_block_number(System::block_number() + 1);
	Sharing::on_initialize(System::block_number())
}

/// Sets the clock, in a block in which nothing happens by itself.
pub fn go(to: Moment) {
	System::set_block_number(System::block_number() + 1);
	assert!(to >= Now::get());
	Now::set(to);
}

/// Lets time go by, and then a block in which what is due is done.
pub fn wait(time: Moment) {
	Now::mutate(|now| *now += time);
	run();
}

/// What this pallet said since it was last asked.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::events();
	System::reset_events();
	events
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Sharing(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// Builds the community on a Monday morning.
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(0);
		ExistentialDeposit::set(1);
		Left::set(Vec::new());
		OnCommittee::set(Vec::new());
		Places::set(HOMES);
		Chance::set(0);
		KnownFor::set(0);
		Budget::set(Weight::from_parts(10_000, 0));
		let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Now::set(START);
			for pot in [OPERATING, SPORTS, INCOME] {
				Fund::issue(pot, 1, Cause::Donation).unwrap();
			}
			for who in (100..112).chain(200..204).chain([STRANGER]) {
				Balances::mint_into(&who, PURSE).unwrap();
			}
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			let issuance = Balances::total_issuance();
			test();
			Sharing::do_try_state().unwrap();
			try_ledgers();
			assert_eq!(Balances::total_issuance(), issuance);
		});
	}
}
