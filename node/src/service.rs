// SPDX-License-Identifier: GPL-3.0-or-later

//! A running node: client, consensus, transaction pool, network and RPC server.

use crate::{
	client::{self, FullClient, FullPool, FullSelectChain, Opened},
	consensus::{self, Authoring, Finalising, Import},
	hard_forks::{warp, HardForks},
	health::{self, board::Board, Watched},
	metrics,
	rpc::{self, dev::DevDeps, Finality, GrandpaDeps},
	sealing::{
		clock::{self, Clock},
		engine::{self, EngineParams, Sealer},
		Sealing,
	},
	tasks::EndsWithNode,
};
use futures::FutureExt;
use linli_runtime::{opaque::Block, Hash};
use sc_client_api::Backend;
use sc_consensus_grandpa::{FinalityProofProvider, SharedVoterState};
use sc_network::NetworkBackend;
use sc_service::{error::Error as ServiceError, Configuration, Role, TaskManager, WarpSyncConfig};
use sc_telemetry::Telemetry;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use std::sync::Arc;

/// Creates the transaction pool.
fn transaction_pool(config: &Configuration, client: &Arc<FullClient>, task_manager: &TaskManager) -> Arc<FullPool> {
	let spawner = EndsWithNode(task_manager.spawn_essential_handle());
	Arc::new(
		sc_transaction_pool::Builder::new(spawner, client.clone(), config.role.is_authority().into())
			.with_options(config.transaction_pool.clone())
			.with_prometheus(config.prometheus_registry())
			.build(),
	)
}

/// The node's own options.
#[derive(Debug, Clone, Copy)]
pub struct Options {
	/// How blocks are made on request; without, Aura authors them and GRANDPA finalises them.
	pub sealing: Option<Sealing>,
	/// The free space of the data folder below which the node stops, in MiB.
	pub min_free_disk: u64,
}

/// Starts a node.
pub fn new_full<N: NetworkBackend<Block, Hash>>(
	mut config: Configuration,
	Options { sealing, min_free_disk }: Options,
) -> Result<TaskManager, ServiceError> {
	if sealing.is_some() {
		// This node makes the blocks, so its pool must also accept transactions that are not propagated.
		config.role = Role::Authority;
	}

	let Opened { client, backend, keystore, mut task_manager, mut telemetry } = client::open(&config)?;
	let handle = telemetry.as_ref().map(Telemetry::handle);
	health::introduction::write(&config, client.info().genesis_hash);
	let board = Board::new(config.prometheus_registry())?;
	let watched = Watched::new(&config, min_free_disk);
	health::watch_disk(&task_manager, &board, &watched).map_err(ServiceError::Other)?;
	let select_chain = FullSelectChain::new(backend.clone());
	let transaction_pool = transaction_pool(&config, &client, &task_manager);
	// Dropped with the task manager, which signals shutdown first, also if the start fails below.
	task_manager.keep_alive(transaction_pool.clone());
	let Import { queue, block_import, grandpa_link } = consensus::import(
		&config,
		&client,
		select_chain.clone(),
		Some(transaction_pool.clone()),
		&task_manager.spawn_essential_handle(),
		handle.clone(),
	)?;

	let mut net_config = sc_network::config::FullNetworkConfiguration::<Block, Hash, N>::new(
		&config.network,
		config.prometheus_registry().cloned(),
	);
	let notifications = N::register_notification_metrics(config.prometheus_registry());

	let genesis_hash = client.info().genesis_hash;
	let grandpa_protocol_name = sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
	let (grandpa_protocol_config, grandpa_notification_service) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
		grandpa_protocol_name.clone(),
		notifications.clone(),
		net_config.peer_store_handle(),
	);
	// Without a voter, nothing would answer on this protocol.
	let enable_grandpa = sealing.is_none() && !config.disable_grandpa;
	if enable_grandpa {
		net_config.add_notification_protocol(grandpa_protocol_config);
	}

	let warp_sync = warp::Provider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		&HardForks::of(&*config.chain_spec),
	)
	.map_err(|error| ServiceError::Other(format!("warp sync cannot begin at the last hard fork: {error}")))?;

	let slot_duration = sc_consensus_aura::slot_duration::<AuraId, _, _>(&*client)?;
	let clock_watch = health::clock::Watch::new(slot_duration);
	let observer = clock_watch.clone();
	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(sc_service::BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: transaction_pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue: queue,
			block_announce_validator_builder: Some(Box::new(|_| Box::new(observer))),
			warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_sync))),
			block_relay: None,
			metrics: notifications,
			gap_sync_body_policy: None,
		})?;

	if config.offchain_worker.enabled {
		let workers = sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
			runtime_api_provider: client.clone(),
			is_validator: config.role.is_authority(),
			keystore: Some(keystore.keystore()),
			offchain_db: backend.offchain_storage(),
			transaction_pool: Some(OffchainTransactionPoolFactory::new(transaction_pool.clone())),
			network_provider: Arc::new(network.clone()),
			enable_http_requests: true,
			custom_extensions: |_| Vec::new(),
		});
		match workers {
			Ok(workers) => task_manager.spawn_handle().spawn(
				"offchain-workers-runner",
				"offchain-worker",
				workers.run(client.clone(), task_manager.spawn_handle()).boxed(),
			),
			// The SDK wants root certificates for HTTPS requests even if nothing makes any; no pallet does.
			Err(error) => log::warn!(
				"Off-chain workers do not run: {error}. Blocks and finality do not need them. To have them, install the \
				system's root certificates (`apt-get install ca-certificates`) and start the node again."
			),
		}
	}

	let role = config.role;
	let force_authoring = config.force_authoring;
	let name = config.network.node_name.clone();
	let prometheus_registry = config.prometheus_registry().cloned();
	let shared_voter_state = SharedVoterState::empty();

	let sealing = sealing
		.map(|mode| -> Result<_, ServiceError> {
			let last = engine::time_of(&client, client.info().best_hash)?;
			let clock = Arc::new(Clock::new(slot_duration, last, clock::wall()));
			let (sealer, requests) = Sealer::new();
			Ok((mode, DevDeps { sealer, clock }, requests))
		})
		.transpose()?;

	let finality = match &sealing {
		Some((_, dev, _)) => Finality::OnSealing(dev.clone()),
		None => Finality::Grandpa(GrandpaDeps {
			shared_voter_state: shared_voter_state.clone(),
			shared_authority_set: grandpa_link.shared_authority_set().clone(),
			justification_stream: grandpa_link.justification_stream(),
			finality_provider: FinalityProofProvider::new_for_service(
				backend.clone(),
				Some(grandpa_link.shared_authority_set().clone()),
			),
		}),
	};
	let rpc_deps = rpc::FullDeps { client: client.clone(), pool: transaction_pool.clone(), finality };

	let endpoints = config.rpc.addr.replace(vec![rpc::server::closed()]).unwrap_or_default();
	let log_limit = config.rpc.request_logger_limit;
	let methods = sc_service::spawn_tasks(sc_service::SpawnTasksParams {
		network: Arc::new(network.clone()),
		client: client.clone(),
		keystore: keystore.keystore(),
		task_manager: &mut task_manager,
		transaction_pool: transaction_pool.clone(),
		rpc_builder: Box::new(move |executor| rpc::create_full(rpc_deps.clone(), executor).map_err(Into::into)),
		backend,
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		config,
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?
	.handle();
	let rpc_metrics = rpc::server::ServerMetrics::new(prometheus_registry.as_ref(), &methods)?;
	let rpc_server = rpc::server::start(endpoints, &methods, rpc::server::threads(), log_limit, rpc_metrics)
		.map_err(ServiceError::Other)?;
	task_manager.keep_alive(rpc_server);
	metrics::start(&task_manager, prometheus_registry.as_ref(), client.clone(), slot_duration)?;

	let proposer_factory = sc_basic_authorship::ProposerFactory::new(
		task_manager.spawn_handle(),
		client.clone(),
		transaction_pool.clone(),
		prometheus_registry.as_ref(),
		handle.clone(),
	);

	if let Some((mode, DevDeps { sealer, clock }, requests)) = sealing {
		engine::start(EngineParams {
			mode,
			clock,
			sealer,
			requests,
			slot_duration,
			client,
			proposer_factory,
			select_chain,
			transaction_pool,
			task_manager: &task_manager,
		});
		return Ok(task_manager);
	}

	let keys = keystore.keystore();
	health::watch(&task_manager, &board, watched, clock_watch, client.clone(), sync_service.clone(), keys);

	if role.is_authority() {
		let authoring = Authoring {
			client,
			select_chain,
			block_import,
			proposer_factory,
			keystore: keystore.keystore(),
			sync: sync_service.clone(),
			force: force_authoring,
			telemetry: handle.clone(),
		};
		consensus::start_authoring(&task_manager, slot_duration, authoring)?;
	}

	if enable_grandpa {
		let finalising = Finalising {
			link: grandpa_link,
			network,
			protocol_name: grandpa_protocol_name,
			notifications: grandpa_notification_service,
			sync: sync_service,
			name,
			role,
			keystore: keystore.keystore(),
			voter_state: shared_voter_state,
			pool: transaction_pool,
			telemetry: handle,
		};
		consensus::start_finalising(&task_manager, prometheus_registry, finalising)?;
	}

	Ok(task_manager)
}
