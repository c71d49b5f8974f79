// SPDX-License-Identifier: GPL-3.0-or-later

//! What the chain itself knows, as metrics for Prometheus. `docs/operators.md` says what to do about them.
//!
//! - [`blocks`]: the times of the best and the final block, gaps between blocks
//! - [`validators`]: the roll, faults that it bears, a pending revival
//! - [`standstills`]: standstills and lived time
//! - [`money`]: bills issued, money in pots
//! - [`duties`]: what somebody has to do, and what was missed
//! - [`committee`]: seats and the end of the term
//!
//! One task does it all, if Prometheus is on. Block times follow each block. The rest is read from the state of the
//! best block, since the final one stands still when finality does: at the start and after every [`EVERY`] blocks, by a
//! dozen calls of runtime APIs whose answers the pallets bound. None of them iterates over units or owners.

mod blocks;
mod committee;
mod duties;
mod money;
mod standstills;
mod validators;

use crate::client::FullClient;
use blocks::Blocks;
use futures::{stream::select, StreamExt};
use linli_primitives::Moment;
use linli_runtime::{
	opaque::{Block, Header},
	BlockNumber, Hash,
};
use prometheus_endpoint::{register, Gauge, GaugeVec, Opts, PrometheusError, Registry, U64};
use sc_client_api::BlockchainEvents;
use sc_service::TaskManager;
use sp_api::ApiError;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::SlotDuration;
use std::sync::Arc;

/// The number of blocks between two looks at the state: a minute.
const EVERY: BlockNumber = 10;

/// Starts the task. Without a registry there is nobody to read the metrics, and nothing is done.
pub fn start(
	tasks: &TaskManager,
	registry: Option<&Registry>,
	client: Arc<FullClient>,
	slot: SlotDuration,
) -> Result<(), PrometheusError> {
	if let Some(registry) = registry {
		let metrics = Metrics::new(registry, client, slot)?;
		// Blocking, since it runs Wasm.
		tasks.spawn_handle().spawn_blocking("chain-metrics", Some("metrics"), metrics.run());
	}
	Ok(())
}

/// Metrics of one theme, read from a state.
trait Theme: Send {
	/// Reads the state. What a runtime cannot answer stays as it was.
	fn read(&self, state: &State) -> Result<(), ApiError>;
}

/// A state to read.
struct State<'a> {
	/// The chain.
	client: &'a FullClient,
	/// The block after which it is.
	hash: Hash,
	/// The time of that block, in ms.
	now: Moment,
	/// The time of the chain's first block, in ms, if this node has it.
	began: Option<Moment>,
}

struct Metrics {
	client: Arc<FullClient>,
	blocks: Blocks,
	themes: [Box<dyn Theme>; 5],
	/// The number of the block whose state was read last.
	looked: Option<BlockNumber>,
}

impl Metrics {
	fn new(registry: &Registry, client: Arc<FullClient>, slot: SlotDuration) -> Result<Self, PrometheusError> {
		Ok(Self {
			client,
			blocks: Blocks::new(registry, slot)?,
			themes: [
				Box::new(validators::Validators::new(registry)?),
				Box::new(standstills::Standstills::new(registry)?),
				Box::new(money::Money::new(registry)?),
				Box::new(duties::Duties::new(registry)?),
				Box::new(committee::Committee::new(registry)?),
			],
			looked: None,
		})
	}

	/// Runs until the node ends.
	async fn run(mut self) {
		let imported = self.client.import_notification_stream().filter_map(|block| async move {
			// The notification pins the block, so only its header is kept.
			block.is_new_best.then(|| Some(block.header.clone()))
		});
		let finalized = self.client.finality_notification_stream().map(|_| None);
		let mut events = select(imported.boxed(), finalized.boxed());
		self.look();
		while let Some(best) = events.next().await {
			if let Some(header) = best {
				self.blocks.note_gap(&self.client, &header);
			}
			self.look();
		}
	}

	/// Notes the heads of the chain, and reads the state if it is time to.
	fn look(&mut self) {
		let info = self.client.info();
		let Some(now) = self.blocks.note_heads(&self.client, info.best_hash, info.finalized_hash) else { return };
		if self.looked.is_some_and(|last| info.best_number.abs_diff(last) < EVERY) {
			return;
		}
		self.looked = Some(info.best_number);
		let state = State { client: &self.client, hash: info.best_hash, now, began: self.blocks.began(&self.client) };
		for theme in &self.themes {
			if let Err(error) = theme.read(&state) {
				// While a node syncs by warp proof there is no state to ask.
				log::debug!("Metrics cannot be read at block {}: {error}", info.best_number);
			}
		}
	}
}

/// The header of a block, if this node has it.
fn header(client: &FullClient, hash: Hash) -> Option<Header> {
	HeaderBackend::<Block>::header(client, hash).ok().flatten()
}

fn gauge(registry: &Registry, name: &str, help: &str) -> Result<Gauge<U64>, PrometheusError> {
	register(Gauge::new(name, help)?, registry)
}

fn gauges(registry: &Registry, name: &str, help: &str, labels: &[&str]) -> Result<GaugeVec<U64>, PrometheusError> {
	register(GaugeVec::new(Opts::new(name, help), labels)?, registry)
}

/// A count or an amount as a gauge has it.
fn whole<T: TryInto<u64>>(number: T) -> u64 {
	number.try_into().unwrap_or(u64::MAX)
}

/// The number of lists' items as a gauge has it.
fn count<T>(items: &[T]) -> u64 {
	whole(items.len())
}
