// SPDX-License-Identifier: Apache-2.0

//! Integration tests across pallets, on the native runtime.

mod assembly;
mod bills;
mod books;
mod bootstrap;
mod calendar;
mod committee;
mod deciding;
mod joining;
mod laws;
mod matters;
mod metered;
// Only for the runtime as released: these features change the metadata.
#[cfg(not(any(feature = "runtime-benchmarks", feature = "try-runtime")))]
mod metadata;
// Benchmarks need migrations of the SDK's.
#[cfg(not(feature = "runtime-benchmarks"))]
pub(crate) mod migrations;
mod money;
mod money_properties;
mod opening;
mod people;
mod presets;
mod receipts;
mod register;
mod rulings;
mod sharing;
mod spending;
mod transactions;
mod validators;
mod voices;

use crate::*;
use frame_support::traits::{Hooks, Time};
use linli_primitives::{
	calendar::{Calendar, Period, PeriodKind, UtcOffset},
	ContentHash, Fen, Moment, PotId,
};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{BuildStorage, DispatchResult};

const OPERATING: PotId = 0;
const REPAIR: PotId = 1;
const INCOME: PotId = 2;

/// Midnight of 15 November 2026 in UTC+8, when the village's chain starts.
const START: Moment = 1_794_672_000_000;

/// The village of the `development` preset in its first block.
fn village() -> sp_io::TestExternalities {
	let mut village = chain_of(&sp_genesis_builder::DEV_RUNTIME_PRESET.into());
	village.execute_with(|| block_at(START));
	village
}

/// The genesis state of a preset.
fn chain_of(preset: &sp_genesis_builder::PresetId) -> sp_io::TestExternalities {
	chain_with(preset, serde_json::json!({}))
}

/// The genesis state of a preset with `patch` merged over it.
fn chain_with(preset: &sp_genesis_builder::PresetId, patch: serde_json::Value) -> sp_io::TestExternalities {
	let preset = genesis::preset(preset).unwrap();
	chain_from([serde_json::from_slice(&preset).unwrap(), patch])
}

/// The genesis state of the default configuration with `patches` merged over it.
fn chain_from(patches: impl IntoIterator<Item = serde_json::Value>) -> sp_io::TestExternalities {
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	for patch in patches {
		genesis::json_merge(&mut config, patch);
	}
	let config: RuntimeGenesisConfig = serde_json::from_value(config).unwrap();
	sp_io::TestExternalities::new(config.build_storage().unwrap())
}

/// Ends this block and begins the next at `now`, running the hooks of our pallets only.
fn block_at(now: Moment) {
	let number = System::block_number();
	if number > 0 {
		Fund::on_finalize(number);
	}
	let number = number + 1;
	System::set_block_number(number);
	Fund::on_initialize(number);
	Fees::on_initialize(number);
	Randomness::on_initialize(number);
	Sharing::on_initialize(number);
	pallet_timestamp::Now::<Runtime>::put(now);
}

/// Runs blocks at `now` until billing and collection are complete.
fn settle_at(now: Moment) {
	block_at(now);
	for _ in 0..50 {
		block_at(<Timestamp as Time>::now() + 6_000);
		if Fees::billing_progress().cursor.is_none() {
			return;
		}
	}
	panic!("billing does not come to an end: {:?}", Fees::billing_progress());
}

fn account(keyring: Sr25519Keyring) -> AccountId {
	keyring.to_account_id()
}

/// Makes a call by the bootstrap key, which Alice holds, in place of a decision.
fn decide_by_key(call: impl Into<RuntimeCall>) -> DispatchResult {
	run(Sr25519Keyring::Alice, pallet_linli_bootstrap::Call::decide { call: Box::new(call.into()) })
}

/// Makes a change of the register: Bob proposes it, Eve confirms it, and a week later it is made if it has to wait.
fn change_register(change: pallet_linli_registry::RegisterChangeOf<Runtime>) -> DispatchResult {
	type Register = pallet_linli_registry::Call<Runtime>;
	let id = pallet_linli_registry::NextChange::<Runtime>::get();
	let document = hash(43);
	run(Sr25519Keyring::Bob, Register::propose_change { change: change.clone(), document })?;
	run(Sr25519Keyring::Eve, Register::confirm_change { id, change: change.clone(), document })?;
	if !change.waits() {
		return Ok(());
	}
	block_at(now() + 7 * linli_primitives::calendar::DAY);
	run(Sr25519Keyring::Bob, Register::enact_change { id })
}

/// The origin of what the bootstrap key decides.
fn key_origin() -> RuntimeOrigin {
	pallet_linli_bootstrap::Origin::Bootstrap.into()
}

/// A hash, distinct for each number.
fn hash(number: u8) -> ContentHash {
	ContentHash::repeat_byte(number)
}

fn now() -> Moment {
	<Timestamp as Time>::now()
}

/// The free balance of an account.
fn free(keyring: Sr25519Keyring) -> Fen {
	Balances::free_balance(account(keyring))
}

/// The balance of a pot.
fn pot(pot: PotId) -> Fen {
	Fund::pot(pot).unwrap().balance
}

/// Dispatches the call signed by `keyring`, with the call filter but without the fee.
fn run(keyring: Sr25519Keyring, call: impl Into<RuntimeCall>) -> DispatchResult {
	use sp_runtime::traits::Dispatchable;
	call.into().dispatch(RuntimeOrigin::signed(account(keyring))).map(|_| ()).map_err(|error| error.error)
}

/// The main invariant (D2): issuance is the bank's receipts less its payouts, and every fen belongs to an account or a
/// pot.
fn assert_books_close() {
	let totals = Cashier::totals();
	assert_eq!(Some(Balances::total_issuance()), totals.balance());
	for (id, pot) in Fund::pots() {
		assert_eq!(Balances::free_balance(Fund::pot_account(id)), pot.balance, "pot {id}");
	}
}
