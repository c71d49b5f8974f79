// SPDX-License-Identifier: Apache-2.0

//! Multi-block migrations through the real executive: what waits while one runs, and what is open after one failed.
//!
//! The example rewrites the village's bills. In the layout before, each had a number in front of it.

use super::{deciding::*, transactions::signed, *};
use crate::{
	configs::{
		migrations::{Closed, MaxServiceWeight},
		system::SLOT,
	},
	trial::RewrittenBills,
};
use codec::{Compact, Encode};
use core::cell::{Cell, RefCell};
use frame_support::{
	assert_noop, assert_ok,
	migrations::{MigrationId, MultiStepMigrator, SteppedMigration, SteppedMigrationError},
	pallet_prelude::{NMapKey, StorageNMap},
	storage::{with_transaction, TransactionOutcome},
	traits::{
		schedule::{v3::Anon, DispatchTime, LOWEST_PRIORITY},
		PalletInfoAccess, StorageInstance, StorePreimage,
	},
	weights::{Weight, WeightMeter},
	Twox64Concat,
};
use frame_system::{LastRuntimeUpgrade, LastRuntimeUpgradeInfo, RawOrigin};
use linli_primitives::{ChargeId, UnitId};
use pallet_linli_fees::{types::Bill, Bills, Event as FeesEvent};
use pallet_migrations::{Cursor, Event as MigrationEvent, MigrationCursor};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature};
use sp_core::{
	traits::{Externalities, ReadRuntimeVersion, ReadRuntimeVersionExt},
	H256,
};
use sp_runtime::{
	traits::{Hash as _, Header as _},
	transaction_validity::{TransactionSource, TransactionValidityError},
	Digest, DigestItem, DispatchError, ExtrinsicInclusionMode,
	ExtrinsicInclusionMode::{AllExtrinsics, OnlyInherents},
	Perbill,
};
use sp_transaction_pool::runtime_api::runtime_decl_for_tagged_transaction_queue::TaggedTransactionQueueV3;
use Sr25519Keyring::{Alice, Eve, One};

/// The place of the bills in storage.
pub struct Place;

impl StorageInstance for Place {
	const STORAGE_PREFIX: &'static str = "Bills";

	fn pallet_prefix() -> &'static str {
		Fees::name()
	}
}

type BillId = (UnitId, ChargeId, Period);

/// The bills in the layout before.
type Numbered = StorageNMap<
	Place,
	(NMapKey<Twox64Concat, UnitId>, NMapKey<Twox64Concat, ChargeId>, NMapKey<Twox64Concat, Period>),
	(u64, Bill<AccountId>),
>;

thread_local! {
	/// Whether the migration fails at its second bill.
	static FAILS: Cell<bool> = const { Cell::new(false) };
	/// What the migration says that it rewrites.
	static DECLARED: RefCell<Option<Vec<u8>>> = RefCell::new(Some(Fees::name_hash().to_vec()));
}

/// Takes the numbers off the bills, one bill per block.
pub struct NumberedBills;

impl SteppedMigration for NumberedBills {
	/// The last bill that was rewritten.
	type Cursor = BillId;
	type Identifier = MigrationId<4>;

	fn id() -> MigrationId<4> {
		MigrationId { pallet_id: *b"fees", version_from: 0, version_to: 1 }
	}

	fn max_steps() -> Option<u32> {
		Some(10)
	}

	fn migrating_prefixes() -> Option<impl IntoIterator<Item = Vec<u8>>> {
		DECLARED.with_borrow(|prefix| prefix.clone().map(|prefix| [prefix]))
	}

	fn step(mut last: Option<BillId>, meter: &mut WeightMeter) -> Result<Option<BillId>, SteppedMigrationError> {
		let required = one_bill();
		if meter.remaining().any_lt(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		while meter.try_consume(required).is_ok() {
			// Those that are rewritten already cannot be read in the layout before, and are passed over.
			let mut bills = match last {
				None => Numbered::iter(),
				Some(last) => Numbered::iter_from(Numbered::hashed_key_for(last)),
			};
			let Some((id, (_, bill))) = bills.next() else { return Ok(None) };
			if FAILS.get() && last.is_some() {
				return Err(SteppedMigrationError::Failed);
			}
			Bills::<Runtime>::insert(id, bill);
			last = Some(id);
		}
		Ok(last)
	}
}

/// What it weighs to rewrite a bill: a block has room for one.
fn one_bill() -> Weight {
	Perbill::from_percent(60) * MaxServiceWeight::get()
}

/// Blocks as validators make them, and what the chain said in them.
struct Blocks {
	parent: H256,
	events: Vec<RuntimeEvent>,
}

impl Blocks {
	/// The header with which the next block begins, `now`.
	fn header(&self, now: Moment) -> Header {
		let slot = <DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest((now / SLOT).into());
		let digest = Digest { logs: vec![slot] };
		Header::new(System::block_number() + 1, H256::zero(), H256::zero(), self.parent, digest)
	}

	fn timestamp(now: Moment) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(pallet_timestamp::Call::set { now }.into())
	}

	/// The next block.
	fn next(&mut self, now: Moment) -> ExtrinsicInclusionMode {
		self.next_with(now, vec![])
	}

	/// The next block, with transactions that succeed.
	fn next_with(&mut self, now: Moment, transactions: Vec<UncheckedExtrinsic>) -> ExtrinsicInclusionMode {
		let mode = Executive::initialize_block(&self.header(now));
		for extrinsic in [Self::timestamp(now)].into_iter().chain(transactions) {
			assert_ok!(Executive::apply_extrinsic(extrinsic).unwrap());
		}
		self.parent = Executive::finalize_block().hash();
		self.events.extend(System::events().into_iter().map(|record| record.event));
		mode
	}

	/// Blocks from `now` on, more than enough for what is due.
	fn settle(&mut self, now: Moment) {
		for number in 0..10 {
			assert_eq!(self.next(now + number * SLOT), AllExtrinsics);
		}
		assert!(Fees::billing_progress().cursor.is_none());
	}

	fn count(&self, event: impl Fn(&RuntimeEvent) -> bool) -> usize {
		self.events.iter().filter(|said| event(said)).count()
	}

	fn bills_issued(&self) -> usize {
		self.count(|event| matches!(event, RuntimeEvent::Fees(FeesEvent::BillIssued { .. })))
	}
}

fn december() -> Moment {
	Period { year: 2026, month: 12 }.start(UtcOffset::PLUS_8).unwrap()
}

/// When January's bills are due.
fn january() -> Moment {
	Period { year: 2027, month: 1 }.start(UtcOffset::PLUS_8).unwrap()
}

fn bills() -> Vec<(BillId, Bill<AccountId>)> {
	let mut bills: Vec<_> = Bills::<Runtime>::iter().collect();
	bills.sort_by_key(|(id, _)| *id);
	bills
}

/// The code that replaces this one has been applied: the next block is its first.
fn upgrade() {
	LastRuntimeUpgrade::<Runtime>::put(LastRuntimeUpgradeInfo { spec_version: Compact(0), spec_name: "linli".into() });
}

/// The village at the end of December. Its four bills of the month are in the layout before, and the next block is the
/// first of an upgrade. Returns the bills as they will be.
fn before_the_upgrade() -> (Blocks, Vec<(BillId, Bill<AccountId>)>) {
	let mut blocks = Blocks { parent: H256::repeat_byte(7), events: vec![] };
	blocks.settle(START);
	blocks.settle(december());
	let bills = bills();
	assert_eq!((bills.len(), blocks.bills_issued()), (4, 4));
	for (number, (id, bill)) in (1_u64..).zip(&bills) {
		Numbered::insert(*id, (number, bill));
	}
	upgrade();
	(blocks, bills)
}

fn chain() -> sp_io::TestExternalities {
	chain_of(&sp_genesis_builder::DEV_RUNTIME_PRESET.into())
}

/// Validates a transaction as a node does.
fn offer(keyring: Sr25519Keyring, call: impl Into<RuntimeCall>) -> Result<(), TransactionValidityError> {
	let transaction = signed(keyring, call);
	with_transaction(|| {
		let valid = Runtime::validate_transaction(TransactionSource::External, transaction, H256::zero());
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(valid.map(|_| ())))
	})
	.unwrap()
}

fn remark(text: u8) -> RuntimeCall {
	frame_system::Call::remark_with_event { remark: vec![text] }.into()
}

fn pay_a_fen() -> pallet_linli_fees::Call<Runtime> {
	pallet_linli_fees::Call::pay { unit: 0, amount: 1, bills: None }
}

#[test]
fn a_migration_takes_several_blocks_and_what_falls_due_meanwhile_is_done_once_afterwards() {
	chain().execute_with(|| {
		let (mut blocks, expected) = before_the_upgrade();
		let due = System::block_number() + 2;
		let task = <Preimage as StorePreimage>::bound(remark(1)).unwrap();
		let origin = OriginCaller::system(RawOrigin::Signed(account(Eve)));
		assert_ok!(<Scheduler as Anon<_, _, _>>::schedule(DispatchTime::At(due), None, LOWEST_PRIORITY, origin, task));
		let remarked = |blocks: &Blocks| {
			blocks.count(|event| matches!(event, RuntimeEvent::System(frame_system::Event::Remarked { .. })))
		};
		assert_ok!(offer(Alice, remark(2)));
		assert_eq!(blocks.next(january()), OnlyInherents);
		// A bill per block; the block after the last finds none and completes the upgrade.
		for step in 1..=4 {
			assert!(Migrations::ongoing());
			assert_eq!(offer(Alice, remark(2)), Err(Closed::MigrationRunning.into()));
			assert_eq!((blocks.bills_issued(), remarked(&blocks)), (4, 0), "step {step}");
			assert_eq!(blocks.next(january() + step * SLOT), OnlyInherents);
		}
		assert!(System::block_number() > due && !Migrations::ongoing());
		assert_eq!(bills(), expected);
		let started = RuntimeEvent::from(MigrationEvent::UpgradeStarted { migrations: 1 });
		let completed = RuntimeEvent::from(MigrationEvent::UpgradeCompleted);
		assert_eq!((blocks.count(|said| *said == started), blocks.count(|said| *said == completed)), (1, 1));

		assert_ok!(offer(Alice, remark(2)));
		let pay = signed(Alice, pallet_linli_fees::Call::pay { unit: 0, amount: 100, bills: None });
		assert_eq!(blocks.next_with(january() + 5 * SLOT, vec![pay]), AllExtrinsics);
		blocks.settle(january() + 6 * SLOT);
		blocks.settle(january() + 86_400_000);
		assert_eq!((blocks.bills_issued(), remarked(&blocks), bills().len()), (8, 1, 8));
		assert_books_close();
		// The next upgrade passes over what is done.
		upgrade();
		assert_eq!(blocks.next(january() + 2 * 86_400_000), OnlyInherents);
		assert_eq!(blocks.next(january() + 2 * 86_400_000 + SLOT), AllExtrinsics);
		assert!(blocks.events.contains(&MigrationEvent::MigrationSkipped { index: 0 }.into()));
		assert_eq!(bills().len(), 8);
	});
}

#[test]
#[should_panic(expected = "Only inherents are allowed in this block")]
fn no_validator_can_slip_a_transaction_in_meanwhile() {
	chain().execute_with(|| {
		let (mut blocks, _) = before_the_upgrade();
		assert_eq!(blocks.next(january()), OnlyInherents);
		let now = january() + SLOT;
		let extrinsics = vec![Blocks::timestamp(now), signed(Alice, remark(2))];
		Executive::execute_block(Block { header: blocks.header(now), extrinsics }.into());
	});
}

#[test]
fn the_migration_of_the_trial_leaves_every_bill_as_it_is() {
	chain().execute_with(|| {
		let mut blocks = Blocks { parent: H256::repeat_byte(7), events: vec![] };
		blocks.settle(START);
		blocks.settle(december());
		let expected = bills();
		let (mut steps, mut last) = (1, None);
		loop {
			last = RewrittenBills::step(last, &mut WeightMeter::with_limit(MaxServiceWeight::get())).unwrap();
			if last.is_none() {
				break;
			}
			steps += 1;
		}
		assert_eq!((steps, bills()), (5, expected), "a bill each, and a step that finds none");
	});
}

/// Code of a version above this one, whatever it is.
struct AnyCode;

impl ReadRuntimeVersion for AnyCode {
	fn read_runtime_version(&self, _code: &[u8], _ext: &mut dyn Externalities) -> Result<Vec<u8>, String> {
		let mut version = VERSION;
		version.spec_version += 1;
		Ok(version.encode())
	}
}

const CODE: &[u8] = b"the corrected runtime";

fn authorize_code() {
	System::do_authorize_upgrade(<Runtime as frame_system::Config>::Hashing::hash(CODE), true);
}

fn apply_code() -> RuntimeCall {
	frame_system::Call::apply_authorized_upgrade { code: CODE.to_vec() }.into()
}

// Under this feature the SDK panics where a migration fails.
#[cfg(not(feature = "try-runtime"))]
#[test]
fn after_a_failure_only_what_leads_to_another_upgrade_is_open() {
	let mut chain = chain();
	chain.register_extension(ReadRuntimeVersionExt::new(AnyCode));
	chain.execute_with(|| {
		let (mut blocks, expected) = before_the_upgrade();
		FAILS.set(true);
		for step in 0..2 {
			assert_eq!(blocks.next(january() + step * SLOT), OnlyInherents);
		}
		assert!(SafeMode::is_entered() && !Migrations::ongoing());
		assert!(blocks.events.contains(&MigrationEvent::UpgradeFailed.into()));
		// One bill is rewritten, and three are not.
		assert_eq!(Numbered::iter().count(), 3);
		for step in 2..12 {
			assert_eq!(blocks.next(january() + step * SLOT), AllExtrinsics);
		}
		assert_eq!(blocks.bills_issued(), 4, "what is due waits");
		for call in [RuntimeCall::from(pay_a_fen()), remark(2)] {
			assert_eq!(offer(Alice, call.clone()), Err(Closed::SafeMode.into()));
			assert_noop!(run(Alice, call), frame_system::Error::<Runtime>::CallFiltered);
		}
		let announce = pallet_linli_bootstrap::Call::announce_upgrade { code_hash: H256::zero() };
		assert_ok!(offer(Alice, announce));

		authorize_code();
		let apply = UncheckedExtrinsic::new_bare(apply_code());
		blocks.next_with(january() + 12 * SLOT, vec![apply]);
		let updated = |event: &_| matches!(event, RuntimeEvent::System(frame_system::Event::CodeUpdated { .. }));
		assert_eq!(blocks.count(updated), 1);
		// The corrected migration continues where the other failed.
		upgrade();
		FAILS.set(false);
		for step in 13..17 {
			assert!(SafeMode::is_entered());
			assert_eq!(blocks.next(january() + step * SLOT), OnlyInherents);
		}
		assert!(!SafeMode::is_entered() && !Migrations::ongoing());
		assert_eq!(bills(), expected);
		blocks.settle(january() + 17 * SLOT);
		assert_eq!((blocks.bills_issued(), bills().len()), (8, 8));
		assert_ok!(offer(Alice, pay_a_fen()));
		assert_books_close();
	});
}

#[cfg(not(feature = "try-runtime"))]
#[test]
fn after_a_failure_in_what_decisions_rest_on_the_chain_stays_closed() {
	// One that does not say what it rewrites might rewrite anything.
	for declared in [None, Some(Registry::name_hash()), Some(Fund::name_hash())] {
		let mut chain = chain();
		chain.register_extension(ReadRuntimeVersionExt::new(AnyCode));
		chain.execute_with(|| {
			let (mut blocks, _) = before_the_upgrade();
			FAILS.set(true);
			DECLARED.set(declared.map(|prefix| prefix.to_vec()));
			for step in 0..10 {
				assert_eq!(blocks.next(january() + step * SLOT), OnlyInherents);
			}
			assert_eq!(Cursor::<Runtime>::get(), Some(MigrationCursor::Stuck));
			assert!(!SafeMode::is_entered());
			assert_eq!(blocks.bills_issued(), 4);
			assert_eq!(offer(Alice, remark(2)), Err(Closed::MigrationStuck.into()));
			// Not even an upgrade that was authorized before could be applied.
			authorize_code();
			let refused = frame_system::Error::<Runtime>::MultiBlockMigrationsOngoing;
			assert_noop!(run(Alice, apply_code()), refused);
		});
	}
}

#[test]
fn in_the_safe_mode_the_owners_decide_on_upgrades_and_on_its_end_only() {
	village_of_two().execute_with(|| {
		assert!(<SafeMode as frame_support::traits::SafeMode>::enter(BlockNumber::MAX).is_ok());
		let code_hash = H256::repeat_byte(7);
		let authorize = pallet_linli_community::Call::authorize_upgrade { code_hash };
		assert_enacted(decide_by(authorize, MAJOR, None));
		assert_eq!(System::authorized_upgrade().map(|upgrade| *upgrade.code_hash()), Some(code_hash));
		let rate = pallet_linli_fees::Call::set_rate {
			charge: 0,
			from: Period { year: 2027, month: 7 },
			rate: 300,
			tiers: Default::default(),
		};
		let filtered = frame_system::Error::<Runtime>::CallFiltered;
		let postponed = decide_by(rate, ORDINARY, None);
		assert_failed(postponed, filtered);
		let exit = pallet_safe_mode::Call::<Runtime>::force_exit {};
		assert_noop!(run(One, exit.clone()), DispatchError::BadOrigin);
		assert_class_too_low(exit.clone(), ORDINARY);
		assert_enacted(decide_by(exit, MAJOR, None));
		assert!(!SafeMode::is_entered());
		// What failed meanwhile can be enacted now.
		assert_ok!(enact(postponed));
		assert_enacted(postponed);
	});
}
