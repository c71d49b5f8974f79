// SPDX-License-Identifier: Apache-2.0

//! A runtime with real sessions, Aura, GRANDPA and offences, whose blocks are written slot by slot by those validators
//! that are alive.

use crate as pallet_linli_validators;
use crate::{
	types::{OffenceSession, ValidatorState},
	*,
};
use codec::Encode;
use frame_support::{
	assert_ok, parameter_types,
	traits::{ConstBool, ConstU32, ConstU64, EitherOf, Hooks, MapSuccess},
};
use frame_system::offchain::{CreateAuthorizedTransaction, CreateBare, CreateTransaction, CreateTransactionBase};
use linli_primitives::{traits::STANDSTILL, Moment, ProposalId};
use pallet_session::NextKeys;
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_consensus_grandpa::{localized_payload, AuthorityId as GrandpaId, Equivocation};
use sp_consensus_slots::{EquivocationProof, Slot};
use sp_core::{ed25519, sr25519, Pair, H256};
use sp_runtime::{
	testing::Digest,
	traits::{Header as _, Replace},
	DigestItem, DispatchResult,
};

pub use linli_testing::*;

type Extrinsic = frame_system::mocking::MockUncheckedExtrinsic<Test>;
pub type Header = <<Test as frame_system::Config>::Block as sp_runtime::traits::Block>::Header;

mod keys {
	#![allow(missing_docs)]
	sp_runtime::impl_opaque_keys! {
		pub struct SessionKeys {
			pub aura: super::Aura,
			pub grandpa: super::Grandpa,
		}
	}
}
pub use keys::SessionKeys;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Timestamp: pallet_timestamp,
		Balances: pallet_balances,
		Aura: pallet_aura,
		Authorship: pallet_authorship,
		Session: pallet_session,
		Grandpa: pallet_grandpa,
		Offences: pallet_offences,
		Validators: pallet_linli_validators,
	}
);

linli_testing::impl_balances!(Test);

impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<{ SLOT / 2 }>;
	type WeightInfo = ();
}

impl pallet_aura::Config for Test {
	type AuthorityId = AuraKey;
	type DisabledValidators = ();
	type MaxAuthorities = ConstU32<100>;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = ConstU64<SLOT>;
}

impl pallet_authorship::Config for Test {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = Validators;
}

/// The length of a session in blocks.
pub const SESSION: u64 = 10;

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = OnRoll<Test>;
	type ShouldEndSession = pallet_session::PeriodicSessions<ConstU64<SESSION>, ConstU64<0>>;
	type NextSessionRotation = pallet_session::PeriodicSessions<ConstU64<SESSION>, ConstU64<0>>;
	type SessionManager = Validators;
	type SessionHandler = (Aura, Grandpa);
	type Keys = SessionKeys;
	type DisablingStrategy = ();
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ();
}

impl pallet_grandpa::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = ConstU32<100>;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<HISTORY>;
	type KeyOwnerProof = OffenceSession;
	type EquivocationReportSystem = VoteReports<Test, UntilDropped<Test, Offences>, ConstU64<100>>;
}

impl pallet_offences::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = AccountId;
	type OnOffenceHandler = Validators;
}

/// The number of sessions kept.
pub const HISTORY: u64 = 5;
/// The delay of a forced change, in blocks.
pub const DELAY: u64 = 4;

parameter_types! {
	pub const Decision: Option<ProposalId> = Some(DECISION);
	pub const ByKey: Option<ProposalId> = None;
	pub const HistoryDepth: u32 = HISTORY as u32;
}

impl Config for Test {
	type DecisionOrigin =
		EitherOf<MapSuccess<SignedBy<ASSEMBLY>, Replace<Decision>>, MapSuccess<SignedBy<BOOTSTRAP>, Replace<ByKey>>>;
	type CommitteeOrigin = SignedBy<COMMITTEE>;
	type Clock = Now;
	type Offences = UntilDropped<Test, Offences>;
	type Finality = ForcedChange<Test, ConstU64<DELAY>>;
	type SlotDuration = ConstU64<SLOT>;
	type HistoryDepth = HistoryDepth;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Sets the clock for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper for Helper {
	fn set_time(now: Moment) {
		Now::set(now);
	}

	fn set_current_set(set: u64) {
		pallet_grandpa::CurrentSetId::<Test>::put(set);
	}
}

impl<C> CreateTransactionBase<C> for Test
where
	RuntimeCall: From<C>,
{
	type Extrinsic = Extrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<C> CreateBare<C> for Test
where
	RuntimeCall: From<C>,
{
	fn create_bare(call: RuntimeCall) -> Extrinsic {
		Extrinsic::new_bare(call)
	}
}

impl<C> CreateTransaction<C> for Test
where
	RuntimeCall: From<C>,
{
	type Extension = ();

	fn create_transaction(call: RuntimeCall, extension: ()) -> Extrinsic {
		Extrinsic::new_transaction(call, extension)
	}
}

impl<C> CreateAuthorizedTransaction<C> for Test
where
	RuntimeCall: From<C>,
{
	fn create_extension() {}
}

/// The length of a slot in ms.
pub const SLOT: Moment = 6_000;
pub const HOUR: Moment = 3_600_000;
/// The account that decides for the owners, and the proposal that it decides by.
pub const ASSEMBLY: AccountId = 90;
pub const DECISION: ProposalId = 7;
/// The account that acts for a majority of the committee.
pub const COMMITTEE: AccountId = 91;
/// The account that holds the bootstrap key.
pub const BOOTSTRAP: AccountId = 92;

settings! {
	/// Validators that write no blocks.
	pub static Dead: Vec<AccountId> = Vec::new();
}

/// A chain that begins with the validators `1..=0.`.
pub struct ExtBuilder(pub u8);

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		// The session pallet counts on accounts that exist.
		for number in 1..=self.0 {
			let _ = System::inc_providers(&number.into());
		}
		let keys = (1..=self.0).map(|number| (number.into(), number.into(), keys_of(number))).collect();
		RuntimeGenesisConfig {
			session: pallet_session::GenesisConfig { keys, ..Default::default() },
			..Default::default()
		}
	}

	fn check() {
		Validators::do_try_state().unwrap();
		#[cfg(feature = "try-runtime")]
		Session::do_try_state().unwrap();
	}
}

pub fn aura_pair(number: u8) -> sr25519::Pair {
	sr25519::Pair::from_seed(&[number; 32])
}

pub fn grandpa_pair(number: u8) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[number; 32])
}

pub fn aura_key(number: u8) -> AuraKey {
	aura_pair(number).public().into()
}

pub fn grandpa_key(number: u8) -> GrandpaId {
	grandpa_pair(number).public().into()
}

pub fn keys_of(number: u8) -> SessionKeys {
	SessionKeys { aura: aura_key(number), grandpa: grandpa_key(number) }
}

/// The operator sets the keys of that number, and proves that it holds them.
pub fn set_keys(account: AccountId, number: u8) -> DispatchResult {
	let statement = [&b"POP_"[..], &account.encode()].concat();
	let proof = (aura_pair(number).sign(&statement), grandpa_pair(number).sign(&statement));
	Session::set_keys(signed(account), keys_of(number), proof.encode())
}

/// The operator purges its keys.
pub fn purge_keys(account: AccountId) {
	assert!(NextKeys::<Test>::contains_key(account));
	assert_ok!(Session::purge_keys(signed(account)));
}

pub fn add(account: AccountId) -> DispatchResult {
	Validators::add_validator(signed(ASSEMBLY), account)
}

pub fn remove(account: AccountId) -> DispatchResult {
	Validators::remove_validator(signed(ASSEMBLY), account)
}

pub fn readmit(account: AccountId) -> DispatchResult {
	Validators::readmit(signed(ASSEMBLY), account)
}

pub fn drop_silent(account: AccountId) -> DispatchResult {
	Validators::drop_silent(signed(COMMITTEE), account)
}

/// The present slot.
pub fn slot() -> u64 {
	Now::get() / SLOT
}

fn hash_of(number: u64) -> H256 {
	sp_io::hashing::blake2_256(&number.encode()).into()
}

/// A block is written in `slot`, by the validator whose slot it is. Returns the author, or zero if the set is empty.
pub fn write_in(slot: u64) -> AccountId {
	let number = System::block_number() + 1;
	let digest = Digest { logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode())] };
	System::initialize(&number, &hash_of(number - 1), &digest);
	Aura::on_initialize(number);
	Authorship::on_initialize(number);
	let author = Authorship::author().unwrap_or_default();
	Session::on_initialize(number);
	if slot * SLOT - Now::get() > STANDSTILL && number > 1 {
		stand_still(slot * SLOT - Now::get());
	}
	Now::set(slot * SLOT);
	Grandpa::on_finalize(number);
	Authorship::on_finalize(number);
	author
}

/// The first slot from `earliest` on whose author is alive.
fn next_alive(earliest: u64) -> u64 {
	let (set, count) = (set(), Aura::authorities_len() as u64);
	let alive = |slot: &u64| !set.get((*slot % count) as usize).is_some_and(|author| Dead::get().contains(author));
	(earliest..).find(alive).expect("somebody lives")
}

/// Writes blocks until the session ends, and as many sessions more as make `sessions`.
pub fn pass_sessions(sessions: u64) {
	for _ in 0..sessions {
		loop {
			write_in(next_alive(slot() + 1));
			if System::block_number().is_multiple_of(SESSION) {
				break;
			}
		}
	}
}

/// Lets `time` pass in blocks about four minutes apart, less than a standstill, by all that are alive in turn.
pub fn live(time: Moment) {
	let end = Now::get() + time;
	while Now::get() < end {
		let (set, dead) = (set(), Dead::get());
		let alive: Vec<_> = (0..set.len()).filter(|index| !dead.contains(&set[*index])).collect();
		let next = alive[System::block_number() as usize % alive.len()] as u64;
		let of_next = |slot: &u64| *slot % set.len() as u64 == next;
		write_in((slot() + 36..).find(of_next).expect("each has its slots"));
	}
}

/// Writes the next block, by one that is alive. Returns the author.
pub fn write_next() -> AccountId {
	write_after(1)
}

/// The same, so many slots later at the earliest.
pub fn write_after(slots: u64) -> AccountId {
	write_in(next_alive(slot() + slots))
}

/// Blocks until one is written by `author`.
pub fn write_until(author: AccountId) {
	while write_next() != author {}
}

/// Blocks until the next one begins a session.
pub fn until_last_of_session() {
	while !(System::block_number() + 1).is_multiple_of(SESSION) {
		write_next();
	}
}

/// The set of the session.
pub fn set() -> Vec<AccountId> {
	pallet_session::Validators::<Test>::get()
}

/// GRANDPA's voters, by the numbers of their keys.
pub fn voters() -> Vec<u8> {
	let number = |key: &GrandpaId| (1..=60).find(|number| grandpa_key(*number) == *key).expect("a key of the tests");
	Grandpa::grandpa_authorities().iter().map(|(key, _)| number(key)).collect()
}

pub fn state(account: AccountId) -> Option<ValidatorState> {
	Validators::validators().into_iter().find(|view| view.account == account).map(|view| view.state)
}

pub fn events() -> Vec<Event<Test>> {
	take_events::<Test, Event<Test>>()
}

/// A header for the slot on the parent, sealed by the validator. `salt` tells headers apart.
pub fn sealed_header(signer: u8, slot: u64, number: u64, salt: u8) -> Header {
	let logs = vec![DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode())];
	let mut header = Header::new(number, H256::repeat_byte(salt), H256::zero(), hash_of(number - 1), Digest { logs });
	let seal = aura_pair(signer).sign(header.hash().as_ref());
	header.digest_mut().push(DigestItem::Seal(AURA_ENGINE_ID, seal.encode()));
	header
}

/// Two headers of one validator for one slot, of the number of the present block.
pub fn equivocation(signer: u8, slot: u64) -> AuraProofOf<Test> {
	let number = System::block_number();
	EquivocationProof {
		offender: aura_key(signer),
		slot: slot.into(),
		first_header: sealed_header(signer, slot, number, 1),
		second_header: sealed_header(signer, slot, number, 2),
	}
}

/// The session as of which two headers count.
pub fn session_of(proof: &AuraProofOf<Test>) -> u32 {
	let number = proof.first_header.number.max(proof.second_header.number);
	Validators::session_of(number).expect("the block is not too old")
}

pub fn submit(proof: AuraProofOf<Test>, session: u32) -> DispatchResult {
	Validators::report_aura_equivocation(frame_system::RawOrigin::Authorized.into(), proof.into(), session)
}

type Prevote = finality_grandpa::Prevote<H256, u64>;

/// The validator votes in a round of the set for two blocks of these numbers.
pub fn votes_for(signer: u8, set_id: u64, round: u64, targets: [u64; 2]) -> VotesOf<Test> {
	let vote = |salt: u8, target_number| {
		let prevote = Prevote { target_hash: H256::repeat_byte(salt), target_number };
		let message = finality_grandpa::Message::Prevote(prevote.clone());
		let signature = grandpa_pair(signer).sign(&localized_payload(round, set_id, &message));
		(prevote, signature.into())
	};
	let (first, second) = (vote(1, targets[0]), vote(2, targets[1]));
	let identity = grandpa_key(signer);
	let equivocation = finality_grandpa::Equivocation { round_number: round, identity, first, second };
	VotesOf::<Test>::new(set_id, Equivocation::Prevote(equivocation))
}

/// Reports two votes, as of a session.
pub fn submit_votes(votes: VotesOf<Test>, session: u32) -> DispatchResult {
	let none = frame_system::RawOrigin::None.into();
	Grandpa::report_equivocation_unsigned(none, votes.into(), OffenceSession(session))
		.map(|_| ())
		.map_err(|error| error.error)
}

/// Reports that the validator wrote two blocks for the present slot. Not in the first block of a session, which the set
/// before wrote.
pub fn report(number: u8) -> DispatchResult {
	if System::block_number().is_multiple_of(SESSION) {
		write_in(next_alive(slot() + 1));
	}
	let proof = equivocation(number, slot());
	let session = session_of(&proof);
	submit(proof, session)
}

/// Externalities for benchmarks, which make keys.
#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_externalities() -> sp_io::TestExternalities {
	let mut externalities = ExtBuilder(1).build();
	externalities.register_extension(sp_keystore::KeystoreExt::new(sp_keystore::testing::MemoryKeystore::new()));
	externalities
}
