// SPDX-License-Identifier: GPL-3.0-or-later

//! The tasks that make blocks on request.
//!
//! One task, the SDK's manual seal, makes all blocks, one by one. [`Sealer`] is the handle through which the RPC and
//! the task of the mode, if any, request blocks.

use super::{
	clock::{self, Clock},
	Sealing,
};
use crate::client::{FullClient, FullPool, FullSelectChain};
use codec::Decode;
use futures::{
	channel::{mpsc, oneshot},
	future::{self, Either},
	SinkExt, StreamExt,
};
use futures_timer::Delay;
use linli_runtime::{opaque::Block, Hash};
use sc_basic_authorship::ProposerFactory;
use sc_client_api::{StorageKey, StorageProvider};
use sc_consensus_manual_seal::{
	consensus::aura::AuraConsensusDataProvider, run_manual_seal, EngineCommand, Error, ManualSealParams,
};
use sc_service::{SpawnEssentialTaskHandle, TaskManager};
use sc_transaction_pool_api::TransactionPool;
use sp_consensus_aura::SlotDuration;
use sp_io::hashing::twox_128;
use std::{sync::Arc, time::Duration};

const TASK_GROUP: &str = "block-authoring";

/// How often instant sealing looks for transactions besides being notified. The pool announces a transaction once, perhaps
/// before it is ready on the block just made, and then no block would follow.
const RECHECK: Duration = Duration::from_millis(200);

/// Requests blocks.
#[derive(Clone)]
pub struct Sealer {
	commands: mpsc::Sender<EngineCommand<Hash>>,
}

impl Sealer {
	/// The handle, and the receiver for the engine.
	pub fn new() -> (Self, mpsc::Receiver<EngineCommand<Hash>>) {
		// Each caller waits for the answer, so any queue length suffices.
		let (commands, requests) = mpsc::channel(16);
		(Self { commands }, requests)
	}

	/// Makes a block, final at once if `finalize`, and returns its hash. Unless `create_empty`, a block without
	/// transactions is an error.
	pub async fn seal(&self, create_empty: bool, finalize: bool) -> Result<Hash, Error> {
		let (sender, answer) = oneshot::channel();
		let command = EngineCommand::SealNewBlock { create_empty, finalize, parent_hash: None, sender: Some(sender) };
		self.commands.clone().send(command).await?;
		Ok(answer.await??.hash)
	}
}

/// Dependencies of the engine.
pub struct EngineParams<'a> {
	/// When blocks are made, besides requests of the RPC.
	pub mode: Sealing,
	/// The clock that the RPC sets.
	pub clock: Arc<Clock>,
	/// Handle for the mode's own requests.
	pub sealer: Sealer,
	/// Requests from all handles.
	pub requests: mpsc::Receiver<EngineCommand<Hash>>,
	/// The runtime's slot duration.
	pub slot_duration: SlotDuration,
	/// The chain.
	pub client: Arc<FullClient>,
	/// Fills blocks.
	pub proposer_factory: ProposerFactory<FullPool, FullClient>,
	/// Chooses the block to build on.
	pub select_chain: FullSelectChain,
	/// The transaction pool.
	pub transaction_pool: Arc<FullPool>,
	/// Runs the tasks.
	pub task_manager: &'a TaskManager,
}

/// Starts making blocks.
pub fn start(params: EngineParams<'_>) {
	let EngineParams {
		mode,
		clock,
		sealer,
		requests,
		slot_duration,
		client,
		proposer_factory,
		select_chain,
		transaction_pool,
		task_manager,
	} = params;

	log::warn!(
		"Sealing is {mode}: blocks carry no seal and are final at once. This is for development; other nodes refuse such blocks."
	);

	let tasks = task_manager.spawn_essential_handle();
	match mode {
		Sealing::Manual => {}
		Sealing::Instant => on_transactions(&tasks, sealer, transaction_pool.clone()),
		Sealing::Interval(every) => on_interval(&tasks, sealer, every),
	}

	let times = client.clone();
	let engine = run_manual_seal(ManualSealParams {
		// Not through GRANDPA, which does not run here and would wait for a justification at each change of validators.
		block_import: client.clone(),
		env: proposer_factory,
		client,
		pool: transaction_pool,
		commands_stream: requests,
		select_chain,
		// Takes the slot from the timestamp, so the two always agree.
		consensus_data_provider: Some(Box::new(AuraConsensusDataProvider::<Block>::new_with_slot_duration(
			slot_duration,
		))),
		create_inherent_data_providers: move |parent, ()| {
			let time = time_of(&times, parent).map(|time| clock.next(time, clock::wall()));
			async move { Ok(sp_timestamp::InherentDataProvider::new(time?.into())) }
		},
	});
	tasks.spawn_blocking("manual-seal", Some(TASK_GROUP), engine);
}

/// The time of the block `at`: 0 at genesis, which has none.
pub fn time_of(client: &FullClient, at: Hash) -> sp_blockchain::Result<u64> {
	// `pallet_timestamp::Now`
	let key = [twox_128(b"Timestamp"), twox_128(b"Now")].concat();
	match client.storage(at, &StorageKey(key))? {
		Some(now) => u64::decode(&mut &now.0[..])
			.map_err(|error| sp_blockchain::Error::Storage(format!("the time of block {at}: {error}"))),
		None => Ok(0),
	}
}

fn on_transactions(tasks: &SpawnEssentialTaskHandle, sealer: Sealer, pool: Arc<FullPool>) {
	tasks.spawn("seal-instantly", Some(TASK_GROUP), async move {
		let mut arrivals = pool.import_notification_stream();
		loop {
			match future::select(arrivals.next(), Delay::new(RECHECK)).await {
				Either::Left((None, _)) => break,
				Either::Left((Some(_), _)) => {}
				Either::Right(_) if pool.status().ready == 0 => continue,
				Either::Right(_) => {}
			}
			// One block takes many transactions; the rest goes into further blocks until none is left.
			loop {
				match sealer.seal(false, true).await {
					Ok(_) => {}
					Err(Error::EmptyTransactionPool) => break,
					Err(error) => {
						log::error!("No block could be made: {error}");
						break;
					}
				}
			}
		}
	});
}

fn on_interval(tasks: &SpawnEssentialTaskHandle, sealer: Sealer, every: Duration) {
	tasks.spawn("seal-by-interval", Some(TASK_GROUP), async move {
		loop {
			Delay::new(every).await;
			if let Err(error) = sealer.seal(true, true).await {
				log::error!("No block could be made: {error}");
			}
		}
	});
}
