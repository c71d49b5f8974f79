// SPDX-License-Identifier: Apache-2.0

//! Journeys across pallets, on the runtime itself, natively.

mod assembly;
mod bills;
mod books;
mod calendar;
mod deciding;
mod joining;
// Of the runtime as it is released: these features add to the metadata.
#[cfg(not(any(feature = "runtime-benchmarks", feature = "try-runtime")))]
mod metadata;
mod money;
mod money_properties;
mod presets;
mod sharing;
mod spending;
mod transactions;

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

/// The state with which a preset's chain begins.
fn chain_of(preset: &sp_genesis_builder::PresetId) -> sp_io::TestExternalities {
	chain_with(preset, serde_json::json!({}))
}

/// The same with `patch` over the preset.
fn chain_with(preset: &sp_genesis_builder::PresetId, patch: serde_json::Value) -> sp_io::TestExternalities {
	let preset = genesis::preset(preset).unwrap();
	chain_from([serde_json::from_slice(&preset).unwrap(), patch])
}

/// The state with which a chain begins that has each of `patches` over what it has without them.
fn chain_from(patches: impl IntoIterator<Item = serde_json::Value>) -> sp_io::TestExternalities {
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	for patch in patches {
		genesis::json_merge(&mut config, patch);
	}
	let config: RuntimeGenesisConfig = serde_json::from_value(config).unwrap();
	sp_io::TestExternalities::new(config.build_storage().unwrap())
}

/// Ends this block, as far as our pallets are concerned, and begins the next at `now`.
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

/// Blocks at `now`, until billing and collecting have nothing left to do.
fn settle_at(now: Moment) {
	block_at(now);
	for _ in 0..50 {
		block_at(<Timestamp as Time>::now() + 6_000);
		if Fees::api_billing_progress().cursor.is_none() {
			return;
		}
	}
	panic!("billing does not come to an end: {:?}", Fees::api_billing_progress());
}

fn account(keyring: Sr25519Keyring) -> AccountId {
	keyring.to_account_id()
}

/// A hash of something.
fn hash(number: u8) -> ContentHash {
	ContentHash::repeat_byte(number)
}

fn now() -> Moment {
	<Timestamp as Time>::now()
}

/// What an account can spend.
fn free(keyring: Sr25519Keyring) -> Fen {
	Balances::free_balance(account(keyring))
}

/// What a pot has.
fn pot(pot: PotId) -> Fen {
	Fund::pot(pot).unwrap().balance
}

/// Runs the call as `keyring` signs it, through the call filter, without the fee.
fn run(keyring: Sr25519Keyring, call: impl Into<RuntimeCall>) -> DispatchResult {
	use sp_runtime::traits::Dispatchable;
	call.into().dispatch(RuntimeOrigin::signed(account(keyring))).map(|_| ()).map_err(|error| error.error)
}

/// The great invariant (D2): what the chain holds is what the bank received less what it paid out, and nothing is
/// anywhere but with somebody or in a pot.
fn assert_books_close() {
	let totals = Cashier::totals();
	assert_eq!(Balances::total_issuance(), totals.received - totals.paid_out - totals.reversed);
	for (id, pot) in Fund::pots() {
		assert_eq!(Balances::free_balance(Fund::pot_account(id)), pot.balance, "pot {id}");
	}
}
