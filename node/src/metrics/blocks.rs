// SPDX-License-Identifier: GPL-3.0-or-later

//! The times of the best and the final block, the gaps between blocks, and the chain's age: from headers alone.

use super::{gauge, gauges, header};
use crate::{client::FullClient, health::clock};
use linli_primitives::Moment;
use linli_runtime::{opaque::Header, Hash};
use prometheus_endpoint::{Gauge, GaugeVec, PrometheusError, Registry, U64};
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::SlotDuration;

/// The metrics, and what they are computed from.
pub struct Blocks {
	slot: SlotDuration,
	/// The time of the chain's first block, in ms, once it was found.
	began: Option<Moment>,
	time: GaugeVec<U64>,
	age: Gauge<U64>,
	gap: Gauge<U64>,
}

impl Blocks {
	/// Registers the metrics of a chain with slots of this length.
	pub fn new(registry: &Registry, slot: SlotDuration) -> Result<Self, PrometheusError> {
		Ok(Self {
			slot,
			began: None,
			time: gauges(
				registry,
				"linli_block_timestamp_seconds",
				"The time of the best and of the last final block, in seconds since 1970.",
				&["status"],
			)?,
			age: gauge(
				registry,
				"linli_chain_age_seconds",
				"The time from the chain's first block to its best; less linli_lived_seconds, the time of all standstills.",
			)?,
			gap: gauge(registry, "linli_block_gap_seconds", "The time between the best block and the one before it.")?,
		})
	}

	/// Notes the times of these blocks, and returns that of the best, in ms; `None` for genesis, which has none.
	pub fn note_heads(&mut self, client: &FullClient, best: Hash, finalized: Hash) -> Option<Moment> {
		if let Some(time) = self.time_of(client, finalized) {
			self.time.with_label_values(&["finalized"]).set(time / 1_000);
		}
		let time = self.time_of(client, best)?;
		self.time.with_label_values(&["best"]).set(time / 1_000);
		if let Some(began) = self.began(client) {
			self.age.set(time.saturating_sub(began) / 1_000);
		}
		Some(time)
	}

	/// Notes the gap between a new best block and its parent.
	pub fn note_gap(&self, client: &FullClient, best: &Header) {
		let parent = self.time_of(client, best.parent_hash);
		if let (Some(parent), Some(time)) = (parent, self.time(best)) {
			self.gap.set(time.saturating_sub(parent) / 1_000);
		}
	}

	/// The time of the chain's first block, in ms. A node that synced by warp proof gets to know it later.
	pub fn began(&mut self, client: &FullClient) -> Option<Moment> {
		if self.began.is_none() {
			self.began = client.hash(1).ok().flatten().and_then(|hash| self.time_of(client, hash));
		}
		self.began
	}

	fn time_of(&self, client: &FullClient, hash: Hash) -> Option<Moment> {
		self.time(&header(client, hash)?)
	}

	fn time(&self, header: &Header) -> Option<Moment> {
		clock::time(header, self.slot)?.try_into().ok()
	}
}
