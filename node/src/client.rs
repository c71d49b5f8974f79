// SPDX-License-Identifier: GPL-3.0-or-later

//! The node's client: its types, and opening its database. All other modules that work on a chain depend on this one;
//! it depends on none of them except the check of what it opened.

use crate::health::database;
use linli_runtime::{opaque::Block, RuntimeApi};
use sc_service::{error::Error, Configuration, KeystoreContainer, TaskManager};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sp_blockchain::HeaderBackend;
use std::{path::Path, sync::Arc};

/// Host functions that the runtime can call.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type HostFunctions = sp_io::SubstrateHostFunctions;
/// Host functions that the runtime can call, including those for benchmarks: time measurement and counting of database
/// accesses.
#[cfg(feature = "runtime-benchmarks")]
pub type HostFunctions = (sp_io::SubstrateHostFunctions, frame_benchmarking::benchmarking::HostFunctions);

/// The client, which executes the Wasm stored on chain.
pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, sc_executor::WasmExecutor<HostFunctions>>;
/// The database.
pub type FullBackend = sc_service::TFullBackend<Block>;
/// The rule for selecting the best chain: the longest.
pub type FullSelectChain = sc_consensus::LongestChain<FullBackend, Block>;
/// The transaction pool.
pub type FullPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;

/// An opened database with its client. No essential task is running yet.
pub struct Opened {
	/// The client of the chain.
	pub client: Arc<FullClient>,
	/// Its database.
	pub backend: Arc<FullBackend>,
	/// The keys this node signs with.
	pub keystore: KeystoreContainer,
	/// Runs the node's tasks, and stops them when dropped.
	pub task_manager: TaskManager,
	/// Reports to telemetry servers, if any are configured.
	pub telemetry: Option<Telemetry>,
}

/// Opens the database that `config` names.
pub fn open(config: &Configuration) -> Result<Opened, Error> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let existed = config.database.path().is_some_and(Path::exists);
	let executor = sc_service::new_wasm_executor::<HostFunctions>(&config.executor);
	let (client, backend, keystore, task_manager) = sc_service::new_full_parts::<Block, RuntimeApi, _>(
		config,
		telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
		executor.clone(),
		Vec::new(),
	)?;
	if existed {
		database::check(config, &backend, executor, client.info().genesis_hash).map_err(Error::Other)?;
	}

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	Ok(Opened { client: Arc::new(client), backend, keystore, task_manager, telemetry })
}
