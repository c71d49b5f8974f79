// SPDX-License-Identifier: Apache-2.0

//! The upgrade to this runtime, tried on a snapshot of a chain's state: `scripts/check-upgrade.sh`.
//!
//! A snapshot is what `linli-node export-state` writes. The SDK's loader, `frame-remote-externalities`, has no release
//! for this train, and a second set of the SDK's crates could not read the state of the first.

use frame_support::{migrations::MultiStepMigrator, traits::TryState};
use frame_try_runtime::{runtime_decl_for_try_runtime::TryRuntimeV1, TryStateSelect, UpgradeCheckSelect};
use linli_runtime::{AllPalletsWithSystem, Block, BlockNumber, Migrations, Runtime, System};
use pallet_migrations::{Cursor, MigrationCursor};
use sp_core::{bytes::from_hex, storage::Storage};
use std::{collections::BTreeMap, env, fs};

/// A migration that has not finished after so many blocks, a day's, would shut residents out for too long.
const MAX_BLOCKS: BlockNumber = 14_400;

/// The state in a raw chain spec.
fn snapshot(file: &str) -> sp_io::TestExternalities {
	let text = fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"));
	let spec: serde_json::Value = serde_json::from_slice(&text).expect("a snapshot is JSON");
	let raw = &spec["genesis"]["raw"];
	let top =
		raw["top"].as_object().expect("a snapshot has `genesis.raw.top`: export it with `linli-node export-state`");
	assert!(raw["childrenDefault"].as_object().is_none_or(serde_json::Map::is_empty), "the chain has no child tries");
	let bytes = |text: &str| from_hex(text).expect("keys and values are hexadecimal");
	let top: BTreeMap<Vec<u8>, Vec<u8>> =
		top.iter().map(|(key, value)| (bytes(key), bytes(value.as_str().expect("values are texts")))).collect();
	println!("{file}: {} items of state", top.len());
	sp_io::TestExternalities::new(Storage { top, ..Default::default() })
}

#[test]
fn the_upgrade_keeps_every_invariant() {
	let Ok(file) = env::var("LINLI_SNAPSHOT") else {
		println!("skipped: LINLI_SNAPSHOT names no snapshot; see scripts/check-upgrade.sh");
		return;
	};
	snapshot(&file).execute_with(|| {
		let last = System::block_number();
		let (weight, block) = <Runtime as TryRuntimeV1<Block>>::on_runtime_upgrade(UpgradeCheckSelect::All);
		println!("block {last}: the first block's migrations take {weight:?} of {block:?}");
		assert!(weight.all_lte(block), "the migrations of the first block do not fit into it");
		let mut blocks: BlockNumber = 0;
		while Migrations::ongoing() {
			assert!(!matches!(Cursor::<Runtime>::get(), Some(MigrationCursor::Stuck)), "a migration has failed");
			assert!(blocks < MAX_BLOCKS, "the migrations take more than {MAX_BLOCKS} blocks");
			blocks += 1;
			System::set_block_number(last + blocks);
			<Migrations as MultiStepMigrator>::step();
		}
		println!("the stepped migrations take {blocks} blocks");
		AllPalletsWithSystem::try_state(System::block_number(), TryStateSelect::All).expect("every invariant holds");
		println!("every invariant of every pallet holds after the upgrade");
	});
}
