// SPDX-License-Identifier: Apache-2.0

//! A community of twelve homes, with the pots of the fund pallet. The first four have a resident besides the owner.

use crate::{self as pallet_linli_sharing, panels::DRAW_WAIT, types::*, HoldReason, WeightInfo};
use frame_support::{
	parameter_types,
	traits::{fungible::InspectHold, Contains, Hooks, Randomness},
	weights::Weight,
};
use linli_primitives::{
	calendar::{Calendar, DAY},
	traits::{FundLedger, Household, Members, OwnersRegister, People, UnitView},
	Cause, Fen, Fraction, Moment, OwnerId, PotId, UnitId,
};
pub use linli_testing::*;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::DispatchResult;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
		Sharing: pallet_linli_sharing,
	}
);

linli_testing::impl_balances!(Test);
linli_testing::impl_fund!(Test, ());

linli_testing::settings! {
	/// The accounts that have left the community.
	pub static Left: Vec<AccountId> = Vec::new();
	/// Pairs of accounts of one person.
	pub static SamePerson: Vec<(AccountId, AccountId)> = Vec::new();
	/// Pairs of owner and resident of one unit, of different households.
	pub static Tenants: Vec<(AccountId, AccountId)> = Vec::new();
	/// Accounts that were at home nowhere before any claim.
	pub static Newcomers: Vec<AccountId> = Vec::new();
	/// Households of accounts that do not live in their first home.
	pub static Moved: Vec<(AccountId, UnitId)> = Vec::new();
	/// The members of the committee.
	pub static OnCommittee: Vec<AccountId> = Vec::new();
	/// The number of homes to draw from.
	pub static Places: u32 = HOMES;
	/// The seed of the randomness.
	pub static Chance: u64 = 0;
	/// How many blocks ago the randomness was known.
	pub static KnownFor: u64 = 0;
	pub static Budget: Weight = Weight::from_parts(10_000, 0);
}

parameter_types! {
	pub const MaxResources: u32 = 3;
	pub const MaxCommonResources: u32 = 4;
	pub const MaxOpenBookings: u32 = 128;
	pub const KeepFor: Moment = KEEP;
	pub const MaxOverdue: Moment = OVERDUE;
}

#[frame_support::storage_alias]
type Added = StorageMap<MembersOfTheMock, frame_support::Twox64Concat, AccountId, ()>;

/// Owner `100 + n` and, in the first four homes, resident `200 + n` of home `n`.
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
		if Newcomers::get().contains(account) {
			return Vec::new();
		}
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
}

/// Owners and residents are at home where they live.
impl OwnersRegister<AccountId> for TestMembers {
	fn unit(_: UnitId) -> Option<UnitView> {
		None
	}

	fn unit_count() -> UnitId {
		HOMES
	}

	fn owner_of(_: &AccountId) -> Option<OwnerId> {
		None
	}

	fn is_at_home(account: &AccountId, unit: UnitId) -> bool {
		TestPeople::household(account) == Household::Unit(unit)
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
		Self::same_person(a, b)
	}

	/// The home that the account moved to, or the first one; owners live in their homes.
	fn household(account: &AccountId) -> Household<AccountId> {
		let moved = Moved::get().into_iter().find(|(who, _)| who == account).map(|(_, unit)| unit);
		let first = match account {
			100..112 => UnitId::try_from(account - 100).ok(),
			200..204 => UnitId::try_from(account - 200).ok(),
			_ => None,
		};
		moved.or(first).map_or(Household::Account(*account), Household::Unit)
	}

	fn shares_home(a: &AccountId, b: &AccountId) -> bool {
		let pairs = Tenants::get();
		let are_tenants = pairs.contains(&(*a, *b)) || pairs.contains(&(*b, *a));
		are_tenants || Self::same_person(a, b) || Self::household(a) == Self::household(b)
	}
}

/// Randomness whose seed and age tests choose.
pub struct TestRandomness;

impl Randomness<H256, u64> for TestRandomness {
	fn random(subject: &[u8]) -> (H256, u64) {
		let seed = blake2_256(&codec::Encode::encode(&(Chance::get(), subject)));
		(seed.into(), System::block_number().saturating_sub(KnownFor::get()))
	}
}

linli_testing::weights! {
	/// Weights that let tests count steps.
	pub struct TestWeights: WeightInfo;
	set_rules() = 100; list() = 100; set_terms() = 100; set_device() = 100; suspend() = 100; resume() = 100;
	withdraw_resource() = 100; book() = 100; book_series(n) = 100 * n; cancel() = 100; start() = 100;
	return_resource() = 100; claim_damage() = 100; accept_claim() = 100; dispute_claim() = 100; vote() = 100; appeal() = 100;
	rule() = 100; rate() = 100; record_use() = 100; advance() = 1; look() = 1; lapse() = 10; finish() = 20; draw() = 30;
	escalate() = 10; forget() = 10; refund() = 20; claim_refund() = 100; extend() = 100;
	block_days() = 100; free_days() = 100; reveal() = 100;
}

/// The manager, and the members of the committee.
pub struct TestOffice;

impl Contains<AccountId> for TestOffice {
	fn contains(who: &AccountId) -> bool {
		*who == MANAGER || OnCommittee::get().contains(who)
	}
}

impl pallet_linli_sharing::Config for Test {
	type AppealOrigin = SignedBy<COMMITTEE>;
	type Clock = Now;
	type CommunityOrigin = SignedBy<MANAGER>;
	type Currency = Balances;
	type DecisionOrigin = SignedBy<ASSEMBLY>;
	type Devices = Signers<DEVICE>;
	type KeepFor = KeepFor;
	type Ledger = Fund;
	type MaxCommonResources = MaxCommonResources;
	type MaxOpenBookings = MaxOpenBookings;
	type MaxOverdue = MaxOverdue;
	type MaxResources = MaxResources;
	type Members = TestMembers;
	type People = TestPeople;
	type Office = TestOffice;
	type Register = TestMembers;
	type Community = TestCalendar;
	type Randomness = TestRandomness;
	type RuntimeHoldReason = RuntimeHoldReason;
	type SettlementBudget = Budget;
	type WeightInfo = TestWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Set-up that benchmarks need outside this pallet.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: linli_primitives::Moment) {
		Now::set(now);
	}

	fn ensure_pot(pot: linli_primitives::PotId) -> sp_runtime::DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn add_resident(account: &AccountId) {
		Added::insert(account, ());
	}

	fn fill_homes(_: u32) {}
}

/// Owner of home 0, who lists resources.
pub const PROVIDER: AccountId = 100;
/// Owner of home 1, who books.
pub const RENTER: AccountId = 101;
/// Owner of home 2, who books, too.
pub const OTHER: AccountId = 102;
/// Resident of the renter's home.
pub const FLATMATE: AccountId = 201;
pub const STRANGER: AccountId = 50;
pub const DEVICE: AccountId = 60;
pub const MANAGER: AccountId = 40;
pub const ASSEMBLY: AccountId = 41;
pub const COMMITTEE: AccountId = 42;

pub const SPORTS: PotId = 1;
pub const HOMES: u32 = 12;
pub const HOUR: Moment = 3_600_000;
pub const KEEP: Moment = 365 * DAY;
pub const OVERDUE: Moment = 7 * DAY;
/// The initial balance of each member, in fen.
pub const PURSE: Fen = 1_000_000;

pub const PRICE: Fen = 201;
pub const DEPOSIT: Fen = 5_000;
pub const LATE_FEE: Fen = 700;
/// The bond of a claim under the rules of the mock.
pub const BOND: Fen = 1_000;

/// Open from Monday to Friday from 8 to 20 and on Saturday from 10 to 16, in slots of an hour.
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
		no_show: None,
		per_household: None,
	}
}

/// The slot of `hour`, `day` days after the first Monday.
pub fn at(day: u32, hour: u32) -> Slot {
	let midnight = SlotLength::Hour.at(START, &Calendar::default()).unwrap() - 9;
	midnight + 24 * day + hour
}

/// The time at which that slot begins in UTC+8.
pub fn hour(day: u32, hour: u32) -> Moment {
	SlotLength::Hour.start_of(at(day, hour), &Calendar::default()).unwrap()
}

/// Lists a parking space of the provider.
pub fn list(terms: Terms) -> ResourceId {
	let id = crate::NextResource::<Test>::get();
	let (kind, building) = (ResourceKind::Parking, Some(3));
	let (device, right) = (Some(DEVICE), StandsFor::Right(H256::from_low_u64_be(id.into())));
	frame_support::assert_ok!(Sharing::list(signed(PROVIDER), None, kind, building, hash(1), terms, device, right));
	id
}

/// Lists a room of the community.
pub fn list_common(pot: PotId, terms: Terms) -> ResourceId {
	let id = crate::NextResource::<Test>::get();
	let kind = ResourceKind::Room;
	frame_support::assert_ok!(Sharing::list(
		signed(MANAGER),
		Some(pot),
		kind,
		None,
		hash(2),
		terms,
		None,
		StandsFor::Thing
	));
	id
}

/// Tries to book, having read the terms in force.
pub fn try_book(who: AccountId, resource: ResourceId, first: Slot, slots: u16) -> DispatchResult {
	Sharing::book(signed(who), resource, first, slots, Fen::MAX, version(resource))
}

/// Tries to book a series, having read the terms in force.
pub fn try_series(who: AccountId, resource: ResourceId, first: Slot, slots: u16, repeat: Repeat) -> DispatchResult {
	Sharing::book_series(signed(who), resource, first, slots, repeat, Fen::MAX, version(resource))
}

/// The secret of a side.
pub fn secret(side: Side) -> H256 {
	hash(match side {
		Side::Renter => 21,
		Side::Provider => 22,
	})
}

/// The commitment to the secret of a side.
pub fn sealed(id: BookingId, side: Side) -> H256 {
	commitment(id, side, secret(side))
}

/// Lets both sides reveal their secrets, if they have not.
pub fn reveal_both(id: BookingId) {
	let provider = match crate::Resources::<Test>::get(booking(id).resource).unwrap().provider {
		Provider::Person(provider) => provider,
		Provider::Community { .. } => MANAGER,
	};
	for (who, side) in [(booking(id).renter, Side::Renter), (provider, Side::Provider)] {
		if matches!(state(id), BookingState::Revealing { .. }) {
			frame_support::assert_ok!(Sharing::reveal(signed(who), id, secret(side)));
		}
	}
}

/// An award of damages.
pub fn damages(damages: Fen) -> Award {
	Award { damages, refund: 0 }
}

/// An award to the renter.
pub fn refund(refund: Fen) -> Award {
	Award { damages: 0, refund }
}

/// The bond held on an account.
pub fn bond(who: AccountId) -> Fen {
	Balances::balance_on_hold(&HoldReason::Bond.into(), &who)
}

/// The household of an account.
pub fn household(who: AccountId) -> Household<AccountId> {
	TestPeople::household(&who)
}

/// What resources of the members of a home are counted for.
pub fn of_household(unit: UnitId) -> ListedBy<AccountId> {
	ListedBy::Household(Household::Unit(unit))
}

/// The version of the terms of a resource.
pub fn version(resource: ResourceId) -> u32 {
	crate::Resources::<Test>::get(resource).map_or(0, |resource| resource.terms_version)
}

/// Books `slots` slots from `first` on.
pub fn book(who: AccountId, resource: ResourceId, first: Slot, slots: u16) -> BookingId {
	let id = crate::NextBooking::<Test>::get();
	frame_support::assert_ok!(try_book(who, resource, first, slots));
	id
}

/// Lists a resource, books it for Tuesday from 10 to 12, and goes to the start.
pub fn booked() -> BookingId {
	let id = book(RENTER, list(terms()), at(1, 10), 2);
	go(hour(1, 10));
	id
}

/// Makes a booking as [`booked`], and returns it in time.
pub fn returned() -> BookingId {
	let id = booked();
	frame_support::assert_ok!(Sharing::start(signed(RENTER), id));
	go(hour(1, 12));
	frame_support::assert_ok!(Sharing::return_resource(signed(RENTER), id));
	id
}

/// A booking with a claim of 4,000 fen.
pub fn claimed() -> BookingId {
	let id = returned();
	frame_support::assert_ok!(Sharing::claim_damage(signed(PROVIDER), id, 4_000, hash(3), sealed(id, Side::Provider)));
	id
}

/// A booking with a disputed claim, at the time to draw a panel.
pub fn disputed() -> BookingId {
	let id = claimed();
	frame_support::assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
	reveal_both(id);
	go(Now::get() + DRAW_WAIT);
	id
}

/// A booking for which a panel was drawn.
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

/// A booking whose panel ruled damage of 1,500 fen.
pub fn ruled() -> BookingId {
	let id = empanelled();
	for (who, amount) in panel(id).into_iter().zip([4_000, 0, 1_500]) {
		frame_support::assert_ok!(Sharing::vote(signed(who), id, damages(amount)));
	}
	id
}

pub fn booking(id: BookingId) -> Booking<AccountId, u64> {
	crate::Bookings::<Test>::get(id).unwrap()
}

pub fn state(id: BookingId) -> BookingState<u64> {
	booking(id).state
}

/// The amounts held on an account: price and deposit.
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

/// Runs a block, with the automatic steps that are due.
pub fn run() -> Weight {
	System::set_block_number(System::block_number() + 1);
	Sharing::on_initialize(System::block_number())
}

/// Sets the time, in a block without automatic steps.
pub fn go(to: Moment) {
	System::set_block_number(System::block_number() + 1);
	assert!(to >= Now::get());
	Now::set(to);
}

/// Advances the time, and runs a block.
pub fn wait(time: Moment) {
	pass(time);
	run();
}

/// The events of this pallet since the last call.
pub fn events() -> Vec<crate::Event<Test>> {
	take_events::<Test, _>()
}

fn residents() -> impl Iterator<Item = AccountId> {
	(100..112).chain(200..204).chain([STRANGER])
}

/// Builds the community on a Monday morning.
pub struct ExtBuilder;

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		let balances = residents().map(|who| (who, PURSE)).collect();
		RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			..Default::default()
		}
	}

	fn set_up() {
		for pot in [OPERATING, SPORTS, INCOME] {
			Fund::issue(pot, 1, Cause::Donation).unwrap();
		}
	}

	/// Checks all invariants of sharing and of pots, and that the total issuance has not changed.
	fn check() {
		Sharing::do_try_state().unwrap();
		check_pots();
		assert_eq!(Balances::total_issuance(), 3 + PURSE * residents().count() as Fen);
	}
}
