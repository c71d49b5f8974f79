// SPDX-License-Identifier: Apache-2.0

//! A mock runtime: a community of a few units, with pots backed by accounts.

use crate::{self as pallet_linli_fees, types::*, *};
use frame_support::{
	traits::{
		fungible::Inspect,
		tokens::{Fortitude, Preservation},
		ConstU32, ConstU64, EitherOfDiverse, Hooks,
	},
	weights::Weight,
};
use frame_system::EnsureRoot;
pub use linli_primitives::{calendar::DAY as DAYS, BillKey};
use linli_primitives::{
	traits::{LateUse, MeteredUse, People, UnitClaims, UnitDues, Use, ValueDates},
	ChargeId, Fen, Fraction, MeterId, Moment, OwnerId, Period, PeriodKind, UnitId, UnitKind, Utility,
};
pub use linli_testing::{start_of as start, *};

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Fees: pallet_linli_fees,
	}
);

linli_testing::impl_balances!(Test);

linli_testing::weights! {
	/// Ten per unit, batch and search for a period, so that budgets are easy to calculate.
	pub struct MockWeights: WeightInfo;
	advance() = 1; find_period(_c) = 10; bill_batch() = 10; bill() = 10; bill_metered() = 10; bill_nothing() = 10;
	collect_prepayment(b) = 5 + b; collect_mandate(b) = 5 + b; collect_kept(b) = 5 + b;
	create_charge() = 1; set_rate() = 1; end_charge() = 1; set_rules() = 1; pay(b) = 1 + b;
	refund_prepayment() = 1; set_mandate() = 1; revoke_mandate() = 1; dispute() = 1; rule_dispute() = 1;
	propose_waiver() = 1; approve_waiver() = 1; reject_waiver() = 1;
	unit_sold() = 1; bill_past() = 1; skip_past() = 1;
	credit_batch() = 10; credit_bill() = 10; credit_nothing() = 1; propose_credit() = 1; approve_credit() = 1;
	reject_credit() = 1; withdraw_credit() = 1; propose_move() = 1; approve_move(b) = 1 + b; reject_move() = 1;
	withdraw_move() = 1; withdraw_waiver() = 1; withdraw_dispute() = 1; share_batch() = 10; weigh() = 1;
	bill_final() = 1;
	propose_bill() = 1; approve_bill() = 1; reject_bill() = 1; withdraw_bill() = 1;
	propose_plan() = 1; accept_plan() = 1; end_plan() = 1;
	record_invoice() = 1; propose_void() = 1; approve_void() = 1; decline_void() = 1;
	credit_unit(b) = 5 + b; claim_unit_money() = 1;
}

linli_testing::settings! {
	pub static Budget: Weight = Weight::from_parts(1_000_000, 1_000_000);
	/// Pairs of accounts that are the same person.
	pub static SamePerson: Vec<(AccountId, AccountId)> = Vec::new();
	/// The readings of units' meters: unit, what is measured, date, total.
	pub static Readings: Vec<(UnitId, Utility, Moment, u64)> = Vec::new();
	/// Those of the units' second meters.
	pub static SecondReadings: Vec<(UnitId, Utility, Moment, u64)> = Vec::new();
	/// The readings of main meters less those below: meter, date, total.
	pub static SharedReadings: Vec<(MeterId, Moment, u64)> = Vec::new();
	/// What a meter of every unit shows late: the use, since when, and what all meters show since then.
	pub static Late: Option<(u64, Moment, u64)> = None;
	/// The units whose final readings are missing.
	pub static Unread: Vec<UnitId> = Vec::new();
	/// How often the main meter's shared use has changed for the past.
	pub static Revision: u32 = 0;
	/// What the bank received for accounts and is not used up: account, amount, value date.
	pub static Receipts: Vec<(AccountId, Fen, Moment)> = Vec::new();
	/// The accounts that keep units' money of which something is claimed back.
	pub static Held: Vec<AccountId> = Vec::new();
}

/// What is claimed back of units' money: as told by [`Held`].
pub struct ClaimedBack;

impl UnitClaims<AccountId> for ClaimedBack {
	fn is_held(account: &AccountId) -> bool {
		Held::get().contains(account)
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

frame_support::parameter_types! {
	pub const FeesPalletId: frame_support::PalletId = frame_support::PalletId(*b"linlfees");
}

/// The value dates of the tests: as told by [`Receipts`], one receipt for one payment.
pub struct Received;

impl ValueDates<AccountId> for Received {
	fn value_date(account: &AccountId, amount: Fen) -> Option<Moment> {
		let receipts = Receipts::get();
		receipts.into_iter().find(|(of, left, _)| of == account && *left >= amount).map(|(_, _, value)| value)
	}

	fn covered(account: &AccountId, most: Fen) -> Fen {
		let own = Receipts::get().into_iter().filter(|(of, _, _)| of == account);
		own.map(|(_, left, _)| left.min(most)).max().unwrap_or(0)
	}

	fn use_up(account: &AccountId, amount: Fen) {
		Receipts::mutate(|receipts| {
			let place = receipts.iter().position(|(of, left, _)| of == account && *left >= amount);
			if let Some(place) = place {
				receipts[place].1 -= amount;
			}
		});
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

pub type Register = linli_testing::Register<Test>;
/// A ledger whose pots only record their entries.
pub type Ledger = linli_testing::Ledger<Balances>;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHEN: AccountId = 3;
pub const MANAGER: AccountId = 90;
pub const COMMITTEE: AccountId = 91;
/// A body that rules and approves late; the owners are root.
pub const COUNCIL: AccountId = 92;
/// The main meter.
pub const MAIN: MeterId = 7;
pub const RICH: Fen = 100_000_000;

/// The people of the tests: as told by [`SamePerson`].
pub struct Related;

impl People<AccountId> for Related {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		a == b || SamePerson::get().iter().any(|pair| *pair == (*a, *b) || *pair == (*b, *a))
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		Self::same_person(a, b)
	}

	fn related_to_owner(account: &AccountId, owner: OwnerId) -> bool {
		let owners = [ALICE, BOB, CHEN];
		owners.get(owner as usize).is_some_and(|of| Self::related(account, of))
	}
}

/// Meters whose readings the tests set.
pub struct TestMeters;

/// The readings of a meter, date and total, in order.
type Shown = Vec<(Moment, u64)>;

impl TestMeters {
	/// The unit's meters that have been read.
	fn of(unit: UnitId, utility: Utility) -> Vec<Shown> {
		let meters = [Readings::get(), SecondReadings::get()].map(|readings| {
			let own = readings.into_iter().filter(|(of, what, _, _)| (*of, *what) == (unit, utility));
			in_order(own.map(|(_, _, at, total)| (at, total)))
		});
		meters.into_iter().filter(|shown| !shown.is_empty()).collect()
	}

	fn main(main: MeterId) -> Shown {
		in_order(SharedReadings::get().into_iter().filter(|(of, _, _)| *of == main).map(|(_, at, total)| (at, total)))
	}
}

fn in_order(readings: impl Iterator<Item = (Moment, u64)>) -> Shown {
	let mut readings: Vec<_> = readings.collect();
	readings.sort_by_key(|(at, _)| *at);
	readings
}

/// The date of the last reading before `until`.
fn last_before(shown: &[(Moment, u64)], until: Moment) -> Option<Moment> {
	shown.iter().map(|(at, _)| *at).filter(|at| *at < until).max()
}

/// The use up to a moment: even between two readings, and never more than the last one shows.
pub fn total_at(shown: &[(Moment, u64)], at: Moment) -> u64 {
	let next = shown.partition_point(|(date, _)| *date <= at);
	let total = match (next.checked_sub(1).and_then(|last| shown.get(last)), shown.get(next)) {
		(None, _) => 0,
		(Some((_, total)), None) => *total,
		(Some((since, before)), Some((until, after))) => match after.checked_sub(*before) {
			Some(used) => before + (u128::from(used) * u128::from(at - since) / u128::from(until - since)) as u64,
			None => *after,
		},
	};
	total.min(shown.last().map_or(0, |(_, total)| *total))
}

/// The use of several meters up to a moment, or up to the first reading, if all were read then or later.
fn sum_at(meters: &[Shown], at: Moment) -> Option<Use> {
	let covers = |shown: &Shown| shown.last().is_some_and(|(last, _)| *last >= at);
	let first = meters.iter().filter_map(|shown| shown.first()).map(|(first, _)| *first).min()?;
	let total = meters.iter().map(|shown| total_at(shown, at)).sum();
	meters.iter().all(covers).then_some(Use { total, at: at.max(first) })
}

impl MeteredUse for TestMeters {
	fn used(unit: UnitId, utility: Utility, until: Moment) -> Option<Use> {
		let meters = Self::of(unit, utility);
		let at = meters.iter().filter_map(|shown| last_before(shown, until)).min()?;
		Some(Use { total: meters.iter().map(|shown| total_at(shown, at)).sum(), at })
	}

	fn used_at(unit: UnitId, utility: Utility, at: Moment) -> Option<Use> {
		sum_at(&Self::of(unit, utility), at)
	}

	fn late(_unit: UnitId, _utility: Utility, billed: Use) -> Option<LateUse> {
		let (used, since, all) = Late::get()?;
		(billed.at > since).then_some(LateUse { used, since, all })
	}

	fn has_final_readings(unit: UnitId, _utility: Utility) -> bool {
		!Unread::get().contains(&unit)
	}

	fn shared(main: MeterId, until: Moment) -> Option<Use> {
		let shown = Self::main(main);
		let at = last_before(&shown, until)?;
		Some(Use { total: total_at(&shown, at), at })
	}

	fn shared_at(main: MeterId, at: Moment) -> Option<Use> {
		sum_at(&[Self::main(main)], at)
	}

	fn revision(main: MeterId) -> u32 {
		if main == MAIN {
			Revision::get()
		} else {
			0
		}
	}

	fn measures(main: MeterId) -> Option<Utility> {
		(main == MAIN).then_some(Utility::ColdWater)
	}

	fn weight() -> Weight {
		Weight::from_parts(1, 0)
	}

	fn weight_at() -> Weight {
		Weight::from_parts(1, 0)
	}

	fn shared_weight() -> Weight {
		Weight::from_parts(1, 0)
	}
}

/// `WaiverOrigin` includes the manager, so that the tests cover the pallet's own check for self-approval.
impl Config for Test {
	type Community = TestCalendar;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Ledger = Ledger;
	type Register = Register;
	type Clock = Now;
	type ChargesOrigin = EnsureRoot<AccountId>;
	type RulesOrigin = EnsureRoot<AccountId>;
	type ManagerOrigin = SignedBy<MANAGER>;
	type WaiverOrigin = SignedBy<COMMITTEE, MANAGER>;
	type RulingOrigin = SignedBy<COMMITTEE>;
	type LateRulingOrigin = EitherOfDiverse<EnsureRoot<AccountId>, SignedBy<COUNCIL>>;
	type People = Related;
	type Meters = TestMeters;
	type ReadingTime = ConstU64<{ 5 * DAYS }>;
	type InvoiceOrigin = SignedBy<MANAGER>;
	type Claims = ClaimedBack;
	type ValueDates = Received;
	type PalletId = FeesPalletId;
	type BillingBudget = Budget;
	type MaxCharges = ConstU32<8>;
	type MaxRates = ConstU32<4>;
	type MaxBillsPerPayment = ConstU32<8>;
	type MaxPayersPerUnit = ConstU32<4>;
	type MaxPartsPerBill = ConstU32<6>;
	type CorrectionMonths = ConstU32<24>;
	type RulingTime = ConstU64<{ 30 * DAYS }>;
	type ProposalTime = ConstU64<{ 30 * DAYS }>;
	type MaxProposals = ConstU32<2>;
	type WeightInfo = MockWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: linli_primitives::Moment) {
		Now::set(now);
	}

	fn fund(account: &AccountId, amount: Fen) {
		use frame_support::traits::fungible::Mutate;
		Balances::mint_into(account, amount).unwrap();
	}

	fn ensure_pot(_: linli_primitives::PotId) -> sp_runtime::DispatchResult {
		Ok(())
	}

	fn add_unit(account: &AccountId, kind: UnitKind, area: linli_primitives::Area) -> UnitId {
		Register::add_unit(account, kind, area)
	}
}

pub fn kinds(list: &[UnitKind]) -> Kinds {
	list.to_vec().try_into().unwrap()
}

/// Terms as in the law pack `cn`, paying into pot 0.
pub fn terms(basis: Basis) -> ChargeTerms {
	ChargeTerms {
		pot: 0,
		basis,
		buildings: None,
		period: PeriodKind::Month,
		due_days: 15,
		grace_days: 30,
		late_rate: Fraction::new(5, 10_000),
		late_cap: Fraction::new(30, 100),
		discount: None,
	}
}

pub fn per_area() -> ChargeTerms {
	terms(Basis::PerArea { kinds: kinds(&[UnitKind::Residential]) })
}

/// Creates a charge that starts with the current period.
pub fn create(terms: ChargeTerms, rate: Fen) -> ChargeId {
	let id = NextCharge::<Test>::get();
	let first = TestCalendar::get().period_at(terms.period, Now::get()).unwrap();
	frame_support::assert_ok!(Fees::create_charge(RuntimeOrigin::root(), terms, rate, first, Tiers::default()));
	id
}

/// Terms of cold water for flats.
pub fn water() -> ChargeTerms {
	terms(Basis::Metered { kinds: kinds(&[UnitKind::Residential]), utility: Utility::ColdWater })
}

/// Reads the unit's water meter: its total since the installation, on a date.
pub fn read(unit: UnitId, at: Moment, total: u64) {
	Readings::mutate(|readings| readings.push((unit, Utility::ColdWater, at, total)));
}

/// Reads the unit's second water meter.
pub fn read_second(unit: UnitId, at: Moment, total: u64) {
	SecondReadings::mutate(|readings| readings.push((unit, Utility::ColdWater, at, total)));
}

/// Reads the main meter: what it shows beyond the meters below it, on a date.
pub fn read_main(at: Moment, total: u64) {
	SharedReadings::mutate(|readings| readings.push((MAIN, at, total)));
}

/// Goes to the day on which charges by meter bill what was used up to the beginning of `period`.
pub fn bill_up_to(period: Period) {
	go_to(start(period) + 5 * DAYS);
}

/// Executes one block: first the automatic work, then the timestamp `now`.
pub fn block(now: Moment) {
	System::set_block_number(System::block_number() + 1);
	Fees::on_initialize(System::block_number());
	Now::set(now);
}

/// Executes one block whose predecessor had the timestamp `now`, so that its automatic work sees that time.
pub fn go_to(now: Moment) {
	Now::set(now);
	block(now);
}

pub fn bill(unit: UnitId, charge: ChargeId, period: Period) -> Bill<AccountId> {
	Bills::<Test>::get((unit, charge, period)).expect("the bill was issued")
}

/// The principal and late fees that a unit owes now.
pub fn owed(unit: UnitId) -> Fen {
	let dues = Fees::dues(unit);
	assert_eq!(Fees::is_settled(unit), dues.principal + dues.late == 0);
	assert_eq!(Fees::is_overdue(unit), dues.overdue > 0);
	dues.principal + dues.late
}

pub fn free(account: AccountId) -> Fen {
	Balances::reducible_balance(&account, Preservation::Expendable, Fortitude::Polite)
}

pub fn last_event() -> Event<Test> {
	events().pop().expect("there is an event")
}

pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}

/// Units 0 to 3 are flats: Alice's and Bob's in building 1, and two of Chen's in building 2. Unit 4 is a shop, unit 5 a
/// parking space, both Alice's in building 1. The date is 6 November.
#[derive(Default)]
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
}

impl ExtBuilder {
	pub fn charges(mut self, charges: Vec<GenesisCharge>) -> Self {
		self.genesis.charges = charges;
		self
	}

	pub fn arrears(mut self, opened: linli_primitives::Moment, arrears: Vec<GenesisBill>) -> Self {
		self.genesis.opened = opened;
		self.genesis.arrears = arrears;
		self
	}

	pub fn rules(mut self, rules: FeeRules) -> Self {
		self.genesis.rules = rules;
		self
	}
}

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		for (owner, account) in [ALICE, BOB, CHEN].into_iter().enumerate() {
			Register::replace(owner as OwnerId, account);
		}
		Register::add(1, UnitKind::Residential, 9_803, 0);
		Register::add(1, UnitKind::Residential, 8_905, 1);
		Register::add(2, UnitKind::Residential, 12_000, 2);
		Register::add(2, UnitKind::Residential, 6_001, 2);
		Register::add(1, UnitKind::Commercial, 5_000, 0);
		Register::add(1, UnitKind::Parking, 1_250, 0);
		let balances = [ALICE, BOB, CHEN, MANAGER, 4, 5, 6].map(|account| (account, RICH)).to_vec();
		RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			fees: self.genesis,
			..Default::default()
		}
	}

	fn set_up() {
		Now::set(start(NOVEMBER) + 5 * DAYS);
	}

	fn check() {
		Fees::do_try_state().unwrap();
		Ledger::check();
	}
}
