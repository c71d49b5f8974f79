// SPDX-License-Identifier: GPL-3.0-or-later

//! The consensus of a community's chain: Aura authors blocks, GRANDPA finalises them. Sealing on request, which
//! replaces it in development, is in [`crate::sealing`].

use crate::{
	client::{FullBackend, FullClient, FullPool, FullSelectChain},
	equivocations::ReportingImport,
	hard_forks::{self, gap::GapImport, HardForks},
	voting,
};
use linli_runtime::{
	opaque::{Block, Header},
	BlockNumber,
};
use sc_basic_authorship::ProposerFactory;
use sc_consensus_aura::{find_pre_digest, CheckForEquivocation, ImportQueueParams, SlotProportion, StartAuraParams};
use sc_consensus_grandpa::SharedVoterState;
use sc_network::{service::traits::NetworkService, NotificationService, ProtocolName};
use sc_network_sync::SyncingService;
use sc_service::{error::Error, Configuration, Role, TaskManager};
use sc_telemetry::TelemetryHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::{
	inherents::InherentDataProvider as SlotProvider,
	sr25519::{AuthorityId as AuraId, AuthorityPair as AuraPair, AuthoritySignature},
	Slot, SlotDuration,
};
use sp_core::traits::SpawnEssentialNamed;
use sp_keystore::KeystorePtr;
use sp_timestamp::InherentDataProvider as TimestampProvider;
use std::{sync::Arc, time::Duration};

/// Imports blocks and tracks their finality.
pub type GrandpaBlockImport = sc_consensus_grandpa::GrandpaBlockImport<FullBackend, Block, FullClient, FullSelectChain>;
/// Imports blocks like [`GrandpaBlockImport`], also those of a standstill after warp sync, and reports validators that
/// write two for one slot.
pub type FullBlockImport = ReportingImport<GapImport<GrandpaBlockImport, Arc<FullClient>, FullClient>>;
/// The voter's half of the block import.
pub type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, FullClient, FullSelectChain>;

/// The number of blocks between stored justifications, the proofs of finality: 3.2 minutes.
///
/// A light client, or an owner who proves a ballot years later, can show only what a stored one covers, and waits for
/// the next one. With 512, that was 51 minutes. One takes 0.6 KB with four validators, so some 100 MB a year.
const GRANDPA_JUSTIFICATION_PERIOD: u32 = 32;

/// The components that import blocks.
pub struct Import {
	/// Verifies blocks one by one, in a task of its own.
	pub queue: sc_consensus::DefaultImportQueue<Block>,
	/// Imports verified blocks and those authored by this node.
	pub block_import: FullBlockImport,
	/// The voter's link to the import.
	pub grandpa_link: GrandpaLink,
}

/// Inherent data for a block authored now: its slot and its time.
fn inherents(slot_duration: SlotDuration) -> (SlotProvider, TimestampProvider) {
	let timestamp = TimestampProvider::from_system_time();
	(SlotProvider::from_timestamp_and_slot_duration(*timestamp, slot_duration), timestamp)
}

/// Why no block is made on top of one from a later slot.
const CLOCK_BEHIND: &str = "the last block's slot is later than this machine's clock";

/// The slot in which a block was authored; `None` for genesis.
fn slot_of(header: &Header) -> Option<Slot> {
	find_pre_digest::<Block, AuthoritySignature>(header).ok()
}

/// Sets up block import. The queue's task runs on `spawner`; reports of equivocating authors go to `pool`,
/// if there is one.
pub fn import(
	config: &Configuration,
	client: &Arc<FullClient>,
	select_chain: FullSelectChain,
	pool: Option<Arc<FullPool>>,
	spawner: &impl SpawnEssentialNamed,
	telemetry: Option<TelemetryHandle>,
) -> Result<Import, Error> {
	let forks = HardForks::of(&*config.chain_spec);
	let (grandpa_import, grandpa_link) = sc_consensus_grandpa::block_import_with_authority_set_hard_forks(
		client.clone(),
		GRANDPA_JUSTIFICATION_PERIOD,
		client,
		select_chain,
		forks.to_sdk(),
		telemetry.clone(),
	)?;
	// Nothing is written with them before.
	hard_forks::check::agree(&forks, &**client, grandpa_link.shared_authority_set()).map_err(Error::Other)?;

	let gap_import = GapImport::new(grandpa_import.clone(), client.clone(), client.clone(), forks);
	let block_import = ReportingImport::new(gap_import, client.clone(), pool);
	let slots = client.clone();
	let queue = sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
		block_import: block_import.clone(),
		justification_import: Some(Box::new(grandpa_import)),
		client: client.clone(),
		create_inherent_data_providers: move |parent, ()| {
			let slots = slots.clone();
			async move {
				let slot_duration = sc_consensus_aura::standalone::slot_duration_at::<AuraId, _, _>(&*slots, parent)?;
				Ok(inherents(slot_duration))
			}
		},
		spawner,
		registry: config.prometheus_registry(),
		// The block import checks, and reports.
		check_for_equivocation: CheckForEquivocation::No,
		telemetry,
		compatibility_mode: Default::default(),
	})?;
	Ok(Import { queue, block_import, grandpa_link })
}

/// Reverts GRANDPA's authority sets, which are kept beside the chain, by `blocks`.
pub fn revert(client: Arc<FullClient>, blocks: BlockNumber) -> sc_cli::Result<()> {
	Ok(sc_consensus_grandpa::revert(client, blocks)?)
}

/// Dependencies of authoring.
pub struct Authoring {
	/// The chain.
	pub client: Arc<FullClient>,
	/// Chooses the block to build on.
	pub select_chain: FullSelectChain,
	/// Imports the blocks.
	pub block_import: FullBlockImport,
	/// Fills the blocks.
	pub proposer_factory: ProposerFactory<FullPool, FullClient>,
	/// The keys to sign with.
	pub keystore: KeystorePtr,
	/// Knows whether this node is still catching up.
	pub sync: Arc<SyncingService<Block>>,
	/// Whether to author blocks without peers.
	pub force: bool,
	/// Telemetry, if enabled.
	pub telemetry: Option<TelemetryHandle>,
}

/// Starts authoring blocks with Aura.
pub fn start_authoring(
	task_manager: &TaskManager,
	slot_duration: SlotDuration,
	authoring: Authoring,
) -> Result<(), Error> {
	let Authoring { client, select_chain, block_import, proposer_factory, keystore, sync, force, telemetry } =
		authoring;
	let headers = client.clone();
	let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(StartAuraParams {
		slot_duration,
		client,
		select_chain,
		block_import,
		proposer_factory,
		create_inherent_data_providers: move |parent, ()| {
			let headers = headers.clone();
			async move {
				let own = inherents(slot_duration);
				// The runtime would refuse the block with a trap and a backtrace in the log.
				match headers.header(parent)?.map(|parent| slot_of(&parent)) {
					Some(Some(last)) if last > *own.0 => Err(CLOCK_BEHIND.into()),
					_ => Ok(own),
				}
			}
		},
		force_authoring: force,
		backoff_authoring_blocks: None::<()>,
		keystore,
		sync_oracle: sync.clone(),
		justification_sync_link: sync,
		block_proposal_slot_portion: SlotProportion::new(2f32 / 3f32),
		max_block_proposal_slot_portion: None,
		telemetry,
		compatibility_mode: Default::default(),
	})?;
	task_manager.spawn_essential_handle().spawn_blocking("aura", Some("block-authoring"), aura);
	Ok(())
}

/// Dependencies of finality.
pub struct Finalising {
	/// The voter's half of the block import.
	pub link: GrandpaLink,
	/// The network.
	pub network: Arc<dyn NetworkService>,
	/// The name of the voters' protocol.
	pub protocol_name: ProtocolName,
	/// The protocol's notifications.
	pub notifications: Box<dyn NotificationService>,
	/// Announces new blocks.
	pub sync: Arc<SyncingService<Block>>,
	/// This node's name, as others see it.
	pub name: String,
	/// Whether this node votes or observes.
	pub role: Role,
	/// The keys to sign with.
	pub keystore: KeystorePtr,
	/// The state of the current round, for the RPC.
	pub voter_state: SharedVoterState,
	/// Receives reports of equivocations.
	pub pool: Arc<FullPool>,
	/// Telemetry, if enabled.
	pub telemetry: Option<TelemetryHandle>,
}

/// Starts finalising blocks with GRANDPA. Metrics go to `registry`.
pub fn start_finalising(
	task_manager: &TaskManager,
	registry: Option<prometheus_endpoint::Registry>,
	finalising: Finalising,
) -> Result<(), Error> {
	let Finalising {
		link,
		network,
		protocol_name,
		notifications,
		sync,
		name,
		role,
		keystore,
		voter_state,
		pool,
		telemetry,
	} = finalising;
	let voting_rule = voting::Rule::new(link.shared_authority_set().clone());
	let voter = sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
		config: sc_consensus_grandpa::Config {
			gossip_duration: Duration::from_millis(333),
			justification_generation_period: GRANDPA_JUSTIFICATION_PERIOD,
			name: Some(name),
			observer_enabled: false,
			// A node that does not vote needs no keys.
			keystore: role.is_authority().then_some(keystore),
			local_role: role,
			telemetry: telemetry.clone(),
			protocol_name,
		},
		link,
		network,
		sync: Arc::new(sync),
		notification_service: notifications,
		voting_rule,
		prometheus_registry: registry,
		shared_voter_state: voter_state,
		telemetry,
		offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(pool),
	})?;
	task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	Ok(())
}
