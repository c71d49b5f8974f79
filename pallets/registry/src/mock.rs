// SPDX-License-Identifier: Apache-2.0

//! A runtime with the register only.

use crate as pallet_linli_registry;
use crate::*;
use frame_support::{
	derive_impl,
	traits::{ConstU32, ConstU64, Contains, EitherOf, MapSuccess},
	weights::Weight,
};
use frame_system::EnsureRoot;
use linli_primitives::{
	traits::{OnUnitSold, OwnersRegister, UnitDues},
	Area, BuildingId, Commitment, ContentHash, Moment, OwnerId, OwnerKind, Role, UnitId, UnitKind,
};
pub use linli_testing::*;
use sp_core::{sr25519, Pair, H256};
use sp_runtime::{
	generic::Header,
	morph_types,
	testing::{TestSignature, UintAuthorityId},
	traits::BlakeTwo256,
	DispatchError, DispatchResult,
};

pub type AccountId = u64;
pub type TransactionExtension = (frame_system::AuthorizeCall<Test>,);
pub type UncheckedExtrinsic =
	frame_system::mocking::MockUncheckedExtrinsic<Test, UintAuthorityId, TransactionExtension>;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Registry: pallet_linli_registry,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = sp_runtime::generic::Block<Header<u64, BlakeTwo256>, UncheckedExtrinsic>;
}

linli_testing::settings! {
	pub static Settled: bool = true;
	/// The members of the committee.
	pub static Seated: Vec<AccountId> = Vec::new();
	/// The most units of a small community. By default none is small.
	pub static FewUnits: u32 = 0;
	/// The sales announced: unit, seller, buyer, and the owner in the register at that time.
	pub static Sales: Vec<(UnitId, OwnerId, OwnerId, Option<OwnerId>)> = Vec::new();
	/// The other changes of units announced.
	pub static Reshapes: Vec<Reshaped> = Vec::new();
	/// Whether something that is kept for units forbids these.
	pub static Kept: bool = false;
}

/// How a unit changed other than by a sale.
#[derive(Clone, PartialEq, Eq, Debug, codec::Encode, codec::Decode)]
pub enum Reshaped {
	Split(Vec<(UnitId, Area)>),
	Ceased(UnitId, Option<UnitId>),
	Corrected(UnitId, Area),
}

/// What is kept for units elsewhere forbids the change.
const HELD: DispatchError = DispatchError::Other("something is kept for the unit");

fn note(reshaped: Reshaped) -> DispatchResult {
	frame_support::ensure!(!Kept::get(), HELD);
	Reshapes::mutate(|all| all.push(reshaped));
	Ok(())
}

impl OnUnitSold for Sales {
	fn unit_sold(unit: UnitId, seller: OwnerId, buyer: OwnerId) {
		let owner = Registry::unit(unit).map(|unit| unit.owner);
		Self::mutate(|sales| sales.push((unit, seller, buyer, owner)));
	}

	fn unit_split(parts: &[(UnitId, Area)]) -> DispatchResult {
		note(Reshaped::Split(parts.to_vec()))
	}

	fn unit_ceases(unit: UnitId, heir: Option<UnitId>) -> DispatchResult {
		assert!(Registry::unit(unit).is_some(), "told before the unit ceases");
		note(Reshaped::Ceased(unit, heir))
	}

	fn area_corrected(unit: UnitId, area: Area) -> DispatchResult {
		assert_eq!(Registry::unit(unit).map(|unit| unit.area), Some(area), "told after the correction");
		note(Reshaped::Corrected(unit, area))
	}

	fn weight() -> Weight {
		Weight::from_parts(7, 7)
	}
}

impl UnitDues for Settled {
	fn is_settled(_unit: UnitId) -> bool {
		Self::get()
	}

	fn is_overdue(_unit: UnitId) -> bool {
		!Self::get()
	}
}

impl Contains<AccountId> for Seated {
	fn contains(account: &AccountId) -> bool {
		Self::get().contains(account)
	}
}

morph_types! {
	/// Maps an officer to their account.
	pub type ByOfficer: Morph = |who: AccountId| -> Option<AccountId> { Some(who) };
	/// Maps the committee to no account.
	pub type ByCommittee: Morph = |_majority: ()| -> Option<AccountId> { None };
}

impl Config for Test {
	type RegistrarOrigin = EnsureRegistrar<Test>;
	type ConfirmOrigin =
		EitherOf<MapSuccess<EnsureAuditor<Test>, ByOfficer>, MapSuccess<EnsureRoot<AccountId>, ByCommittee>>;
	type AuditorOrigin = EnsureAuditor<Test>;
	type AreaOrigin = EnsureRoot<AccountId>;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type Clock = Now;
	type Dues = Settled;
	type Committee = Seated;
	type FewUnits = FewUnits;
	type ChangeTime = ConstU64<{ 4 * WEEK }>;
	type MaxChanges = ConstU32<8>;
	type OnSold = Sales;
	type MaxAccounts = ConstU32<8>;
	type MaxOpenTickets = ConstU32<8>;
	type TicketProposalTime = ConstU64<{ 4 * WEEK }>;
	type MaxResidents = ConstU32<16>;
	type MaxHomes = ConstU32<3>;
	type AcceptanceTime = ConstU64<{ 4 * WEEK }>;
	type MaxRoleHolders = ConstU32<64>;
	type MaxBuildings = ConstU32<5>;
	type AccountSignature = TestSignature;
	type AccountPublic = UintAuthorityId;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Signer;
}

/// Signs for accounts in benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct Signer;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId, TestSignature> for Signer {
	fn sign(message: impl FnOnce(&AccountId) -> Vec<u8>) -> (AccountId, TestSignature) {
		let account = 7_777;
		(account, TestSignature(account, message(&account)))
	}
}

/// The owners in most tests: Li, a person; the Wangs, joint owners; a company; the developer; and Zhao, who has no
/// account yet.
pub const LI: OwnerId = 0;
pub const WANGS: OwnerId = 1;
pub const COMPANY: OwnerId = 2;
pub const DEVELOPER: OwnerId = 3;
pub const ZHAO: OwnerId = 4;

pub const LI_1: AccountId = 10;
pub const WANG_1: AccountId = 20;
pub const WANG_2: AccountId = 21;
pub const COMPANY_1: AccountId = 30;
pub const DEVELOPER_1: AccountId = 40;
pub const REGISTRAR: AccountId = 90;
pub const AUDITOR: AccountId = 91;
pub const STRANGER: AccountId = 99;

pub fn ticket_pair(number: u8) -> sr25519::Pair {
	sr25519::Pair::from_seed(&[number; 32])
}

pub fn ticket(number: u8) -> TicketKey {
	ticket_pair(number).public().0
}

const OFFICES: [(Role, AccountId); 2] = [(Role::Registrar, REGISTRAR), (Role::Auditor, AUDITOR)];

/// Buildings with room for more units; there are no others.
const LARGE: [(BuildingId, Area); 7] = [
	(0, 10_000_000),
	(1, 10_000_000),
	(2, 10_000_000),
	(3, 10_000_000),
	(4, 10_000_000),
	(5, 10_000_000),
	(6, 10_000_000),
];

pub const WEEK: Moment = 7 * 24 * 60 * 60 * 1_000;

/// The number of Zhao's ticket.
pub const ZHAOS: u8 = 5;

pub fn unit(building: u16, kind: UnitKind, area: u64, owner: OwnerId) -> GenesisUnit {
	GenesisUnit { building, kind, area, owner, label: Commitment::zero() }
}

pub fn owner(kind: OwnerKind, accounts: &[AccountId]) -> GenesisOwner<AccountId> {
	GenesisOwner { kind, identity: Commitment::zero(), ticket: None, second_factor: None, accounts: accounts.to_vec() }
}

pub struct ExtBuilder(pub GenesisConfig<Test>);

impl Default for ExtBuilder {
	fn default() -> Self {
		let mut zhao = owner(OwnerKind::Person, &[]);
		zhao.ticket = Some(H256(ticket(ZHAOS)));
		Self(GenesisConfig {
			owners: vec![
				owner(OwnerKind::Person, &[LI_1]),
				owner(OwnerKind::Joint, &[WANG_1, WANG_2]),
				owner(OwnerKind::Company, &[COMPANY_1]),
				owner(OwnerKind::Developer, &[DEVELOPER_1]),
				zhao,
			],
			units: vec![
				unit(1, UnitKind::Residential, 9_000, LI),
				unit(1, UnitKind::Parking, 1_200, LI),
				unit(1, UnitKind::Residential, 11_000, WANGS),
				unit(2, UnitKind::Commercial, 20_000, COMPANY),
				unit(1, UnitKind::Residential, 9_000, DEVELOPER),
				unit(2, UnitKind::Residential, 8_000, DEVELOPER),
				unit(2, UnitKind::Residential, 7_000, ZHAO),
			],
			roles: OFFICES.to_vec(),
			building_areas: LARGE.to_vec(),
			..Default::default()
		})
	}
}

impl ExtBuilder {
	/// An empty register with a registrar.
	pub fn empty() -> Self {
		Self(GenesisConfig { roles: OFFICES.to_vec(), building_areas: LARGE.to_vec(), ..Default::default() })
	}
}

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		RuntimeGenesisConfig { registry: self.0, ..Default::default() }
	}

	fn check() {
		Registry::do_try_state().expect("the invariants hold after every test");
	}
}

pub fn registrar() -> RuntimeOrigin {
	signed(REGISTRAR)
}

pub fn auditor() -> RuntimeOrigin {
	signed(AUDITOR)
}

pub type Change = RegisterChange<AccountId>;

/// The document on which changes and tickets in tests rest.
pub fn document() -> ContentHash {
	hash(9)
}

/// Proposes the change. Returns its number.
pub fn propose(change: Change) -> Result<ChangeId, DispatchError> {
	let id = NextChange::<Test>::get();
	Registry::propose_change(registrar(), change, document())?;
	Ok(id)
}

/// Proposes the change and has the auditor confirm it. Returns its number.
pub fn confirmed(change: Change) -> ChangeId {
	let id = propose(change.clone()).expect("the change can be proposed");
	frame_support::assert_ok!(Registry::confirm_change(auditor(), id, change, document()));
	id
}

/// Makes the change by two people, a week later.
pub fn made(change: Change) -> DispatchResult {
	let waits = change.waits();
	let id = propose(change.clone())?;
	Registry::confirm_change(auditor(), id, change, document())?;
	if !waits {
		return Ok(());
	}
	pass(WEEK);
	Registry::enact_change(signed(STRANGER), id).map(|_| ()).map_err(|error| error.error)
}

/// A sale whose dues are taken over.
pub fn sale(unit: UnitId, to: OwnerId) -> Change {
	Change::TransferUnit { unit, to, dues: Dues::TakenOver }
}

/// A label that no unit has.
pub fn new_label() -> Commitment {
	Commitment::from_low_u64_be(1_000 + u64::from(NextUnit::<Test>::get()))
}

/// A new unit.
pub fn new_unit(building: BuildingId, kind: UnitKind, area: Area, owner: OwnerId) -> Change {
	Change::RegisterUnit { building, kind, area, owner, label: new_label() }
}

/// Issues a ticket in place of an account by two people.
pub fn issue(owner: OwnerId, number: u8, replaces: AccountId) -> DispatchResult {
	Registry::propose_ticket(registrar(), owner, ticket(number), replaces, document())?;
	Registry::confirm_ticket(auditor(), owner, ticket(number), replaces, document())
}

/// An account of the unit's owner names a resident, who accepts unless that was done before.
pub fn house(owner: AccountId, unit: UnitId, account: AccountId, until: Moment) {
	frame_support::assert_ok!(Registry::name_resident(signed(owner), unit, account, until));
	if NamedResidents::<Test>::contains_key(unit, account) {
		frame_support::assert_ok!(Registry::accept_residence(signed(account), unit));
	}
}

/// A claim of `account`, signed by the ticket with this number and by the account.
pub fn claim_call(owner: OwnerId, number: u8, account: AccountId) -> RuntimeCall {
	let ticket = ticket(number);
	let message = Registry::claim_payload(owner, &ticket, &account);
	let signature = ticket_pair(number).sign(&message);
	let consent = TestSignature(account, message);
	RuntimeCall::Registry(Call::claim { owner, ticket, account, signature, consent, second: None })
}

pub fn last_event() -> Event<Test> {
	System::read_events_for_pallet().pop().expect("an event was deposited")
}

/// An empty register with a keystore, in which the benchmarks generate the keys of tickets.
#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_externalities() -> sp_io::TestExternalities {
	let mut externalities = ExtBuilder::empty().build();
	externalities.register_extension(sp_keystore::KeystoreExt::new(sp_keystore::testing::MemoryKeystore::new()));
	externalities
}
