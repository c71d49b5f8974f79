// SPDX-License-Identifier: GPL-3.0-or-later

//! A node that cannot work says so: in one sentence with what to do, in the log and as the metric `linli_trouble`.
//!
//! - [`board`]: what is wrong now, as log lines and gauges
//! - [`introduction`]: the first lines of the log: chain, genesis, role
//! - [`database`]: the database is another chain's; the keystore's folder is missing (both end the start)
//! - [`keys`]: a validator without a key of the current set
//! - [`network_key`]: a validator without a network key (ends the start)
//! - [`clock`]: a clock that is off
//! - [`peers`]: nobody there although boot nodes are named
//! - [`disk`]: a disk that fills up (ends the node before the database is damaged)

pub mod board;
pub mod clock;
pub mod database;
pub mod disk;
pub mod introduction;
pub mod keys;
pub mod network_key;
pub mod peers;

/// The name of the tasks' group in metrics.
const TASK_GROUP: &str = "health";

use crate::client::FullClient;
use board::Board;
use linli_runtime::opaque::Block;
use sc_network_sync::SyncingService;
use sc_service::{Configuration, TaskManager};
use sp_keystore::KeystorePtr;
use std::{path::PathBuf, sync::Arc};

/// What is watched, as the configuration has it.
pub struct Watched {
	/// The keystore's folder.
	keystore: Option<PathBuf>,
	/// The data folder.
	data: PathBuf,
	/// The boot and reserved nodes, without this one.
	named_nodes: Vec<String>,
	/// Whether this node should make blocks.
	validator: bool,
	/// Less free space than this ends the node, in bytes.
	min_free: u64,
}

impl Watched {
	/// Reads the configuration. `min_free_mib`: the least free space of the data folder, in MiB.
	pub fn new(config: &Configuration, min_free_mib: u64) -> Self {
		Self {
			keystore: config.keystore.path().map(Into::into),
			data: config.base_path.path().to_owned(),
			named_nodes: peers::named(&config.network),
			validator: config.role.is_authority(),
			min_free: min_free_mib.saturating_mul(disk::MIB),
		}
	}
}

/// Starts the watches that need no validators. The disk's is essential: the node ends with it.
pub fn watch_disk(tasks: &TaskManager, board: &Board, watched: &Watched) -> Result<(), String> {
	disk::check(&watched.data, watched.min_free)?;
	tasks.spawn_essential_handle().spawn(
		"disk-space",
		Some(TASK_GROUP),
		disk::watch(watched.data.clone(), watched.min_free, board.clone()),
	);
	Ok(())
}

/// Starts the watches of a node among validators.
pub fn watch(
	tasks: &TaskManager,
	board: &Board,
	watched: Watched,
	clock: clock::Watch,
	client: Arc<FullClient>,
	sync: Arc<SyncingService<Block>>,
	keystore: KeystorePtr,
) {
	let spawner = tasks.spawn_handle();
	spawner.spawn("clock", Some(TASK_GROUP), clock.run(client.clone(), board.clone()));
	spawner.spawn("peers", Some(TASK_GROUP), peers::watch(watched.named_nodes, sync, board.clone()));
	if watched.validator {
		spawner.spawn("session-keys", Some(TASK_GROUP), keys::watch(client, keystore, watched.keystore, board.clone()));
	}
}
