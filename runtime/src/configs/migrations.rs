// SPDX-License-Identifier: Apache-2.0

//! Multi-block migrations: what waits while one runs, and what is left open after one failed.
//!
//! While a migration runs, blocks hold inherents only, and the executive leaves out `on_poll` and `on_idle`. It does
//! **not** leave out `on_initialize`, so what falls due there has no budget until the migration is over: bills,
//! collections, bookings and the scheduler's tasks wait, and each is done once afterwards. Sessions, authorship and
//! finality go on; their pallets are migrated within a single block.
//!
//! ## When a migration fails
//!
//! Neither of the SDK's handlers fits. `FreezeChainOnFailedMigration` keeps blocks closed to transactions, and so to
//! the upgrade that would mend the state: nothing on the chain itself leads out. `ForceUnstuckOnFailedMigration` opens
//! them, and residents pay bills out of half-migrated storage. `EnterSafeModeOnFailedMigration` enters the safe mode
//! but keeps the cursor stuck, so no call that it admits could ever be in a block. Here:
//!
//! - If the owners can still decide soundly, because neither the failed migration nor any after it rewrites a pallet
//!   on which decisions rest ([`on_the_side`] are the others), blocks open for what leads to another upgrade and
//!   for nothing else ([`LeadsOut`]): the safe mode. It ends when the migrations of that upgrade are complete, or by a
//!   major decision (`safe_mode.force_exit`).
//! - Otherwise the chain stays closed. Votes counted from a half-migrated register would be worse than no votes. The
//!   way out is a code substitute in every node's chain spec: see `docs/operators.md`.
//!
//! A migration that does not say what it rewrites counts as one that decisions rest on.

use super::system::{Weights, NORMAL_SHARE};
use crate::{
	migrations::MultiBlockMigrations, Balance, Balances, BlockNumber, Cashier, Deposits, Expenses, Fees, Migrations,
	Multisig, Projects, Proxy, Repair, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, SafeMode, Sharing,
	UncheckedExtrinsic,
};
use frame_support::{
	migrations::{
		FailedMigrationHandler, FailedMigrationHandling, MigrationStatusHandler, MultiStepMigrator, SteppedMigrations,
	},
	parameter_types,
	traits::{self, ConstU32, Contains, PalletInfoAccess},
	weights::Weight,
};
use frame_system::EnsureNever;
use pallet_linli_governance::{matters, EnsureDecision};
use pallet_migrations::{Cursor, MigrationCursor};
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

parameter_types! {
	/// Migrations take the share of a block that transactions cannot have meanwhile. The rest is left to hooks.
	pub MaxServiceWeight: Weight = NORMAL_SHARE * Weights::get().max_block;
	/// Nobody enters or prolongs the safe mode for a deposit.
	pub const NoDeposit: Option<Balance> = None;
	/// So there is no deposit to return.
	pub const NeverReleased: Option<BlockNumber> = None;
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Migrations = MultiBlockMigrations;
	// A storage key, the usual cursor, has less than 200 bytes.
	type CursorMaxLen = ConstU32<1_024>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = EndOfSafeMode;
	type FailedMigrationHandler = SafeModeOrClosed;
	type MaxServiceWeight = MaxServiceWeight;
	// Its `force_…` calls and `clear_historic` are root's, and nothing is root here: an upgrade does what they would.
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}

impl pallet_safe_mode::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WhitelistedCalls = LeadsOut;
	// Only a failed migration enters it, and until it is mended.
	type EnterDuration = ConstU32<0>;
	type ExtendDuration = ConstU32<0>;
	type EnterDepositAmount = NoDeposit;
	type ExtendDepositAmount = NoDeposit;
	type ForceEnterOrigin = EnsureNever<BlockNumber>;
	type ForceExtendOrigin = EnsureNever<BlockNumber>;
	type ForceExitOrigin = EnsureDecision<Runtime, matters::Runtime>;
	type ForceDepositOrigin = EnsureNever<()>;
	type Notify = ();
	type ReleaseDelay = NeverReleased;
	type WeightInfo = pallet_safe_mode::weights::SubstrateWeight<Runtime>;
}

/// Whether what falls due waits: a migration runs or is stuck, or one has failed and is not mended.
pub fn is_paused() -> bool {
	Migrations::ongoing() || SafeMode::is_entered()
}

/// The budget, or zero while what falls due waits.
pub fn unless_paused(budget: Weight) -> Weight {
	if is_paused() {
		Weight::zero()
	} else {
		budget
	}
}

/// Why a transaction is refused for the time being.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Closed {
	/// A migration runs. Send the transaction again in a few minutes, signed for the new runtime.
	MigrationRunning,
	/// A migration failed, and decisions rest on what it was rewriting. Operators have to act.
	MigrationStuck,
	/// A migration failed. Only calls that lead to another upgrade are open.
	SafeMode,
}

impl Closed {
	/// The code in `InvalidTransaction::Custom`. Those of claim tickets are below 32.
	pub const fn code(self) -> u8 {
		match self {
			Self::MigrationRunning => 32,
			Self::MigrationStuck => 33,
			Self::SafeMode => 34,
		}
	}
}

impl From<Closed> for TransactionValidityError {
	fn from(closed: Closed) -> Self {
		InvalidTransaction::Custom(closed.code()).into()
	}
}

/// Fails if the pool must not take the transaction. Otherwise its validity would be judged by half-migrated storage,
/// and calls that are free because they were tried would fail in the block, free of charge. None that waits in the pool
/// is lost by it: those signed for the runtime before are invalid under the new one anyway.
pub fn ensure_open(transaction: &UncheckedExtrinsic) -> Result<(), TransactionValidityError> {
	match Cursor::<Runtime>::get() {
		Some(MigrationCursor::Active(_)) => Err(Closed::MigrationRunning.into()),
		Some(MigrationCursor::Stuck) => Err(Closed::MigrationStuck.into()),
		None if !SafeMode::contains(&transaction.function) => Err(Closed::SafeMode.into()),
		None => Ok(()),
	}
}

/// The prefixes of pallets on which no decision rests: neither petitions, ballots and their count nor enactment,
/// upgrades, blocks and finality, nor the fee of a transaction, read or write them.
pub fn on_the_side() -> [[u8; 16]; 9] {
	[
		Multisig::name_hash(),
		Proxy::name_hash(),
		Cashier::name_hash(),
		Fees::name_hash(),
		Repair::name_hash(),
		Expenses::name_hash(),
		Projects::name_hash(),
		Sharing::name_hash(),
		Deposits::name_hash(),
	]
}

/// Whether no decision rests on what the migration `first` and those after it rewrite.
fn decisions_stay_sound(first: u32) -> bool {
	let on_the_side = on_the_side();
	(first..MultiBlockMigrations::len()).all(|migration| {
		let prefixes = MultiBlockMigrations::nth_migrating_prefixes(migration).flatten().unwrap_or_default();
		!prefixes.is_empty()
			&& prefixes.iter().all(|prefix| on_the_side.iter().any(|pallet| prefix.starts_with(pallet)))
	})
}

/// Enters the safe mode if the owners can still decide soundly; otherwise leaves blocks closed to transactions.
pub struct SafeModeOrClosed;

impl FailedMigrationHandler for SafeModeOrClosed {
	fn failed(migration: Option<u32>) -> FailedMigrationHandling {
		let entered = || SafeMode::is_entered() || <SafeMode as traits::SafeMode>::enter(BlockNumber::MAX).is_ok();
		if migration.is_some_and(decisions_stay_sound) && entered() {
			FailedMigrationHandling::ForceUnstuck
		} else {
			FailedMigrationHandling::KeepStuck
		}
	}
}

/// Ends the safe mode once all migrations of an upgrade are complete.
pub struct EndOfSafeMode;

impl MigrationStatusHandler for EndOfSafeMode {
	fn completed() {
		if SafeMode::is_entered() && <SafeMode as traits::SafeMode>::exit().is_err() {
			log::error!("the safe mode does not end; decide on safe_mode.force_exit");
		}
	}
}

/// The calls that stay open in the safe mode: what keeps blocks and finality going, and what leads to another upgrade.
/// Those that dispatch other calls are among them; each inner call passes the filter itself.
pub struct LeadsOut;

impl Contains<RuntimeCall> for LeadsOut {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Timestamp(_)
			| RuntimeCall::Session(_)
			| RuntimeCall::Grandpa(_)
			| RuntimeCall::Validators(_)
			| RuntimeCall::Bootstrap(_)
			| RuntimeCall::Preimage(_)
			| RuntimeCall::CommitteeMotions(_)
			| RuntimeCall::Committee(_)
			| RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. })
			| RuntimeCall::Community(pallet_linli_community::Call::authorize_upgrade { .. }) => true,
			// Whether an owner can stand depends on arrears, which may be half-migrated.
			RuntimeCall::Governance(call) => !matches!(call, pallet_linli_governance::Call::stand { .. }),
			_ => false,
		}
	}
}
