// SPDX-License-Identifier: GPL-3.0-or-later

//! Reports validators that write two blocks for one slot.
//!
//! The verifier of Aura's import queue looks for such blocks and only logs them, and the headers that it compares have
//! lost the seals that prove who wrote them. So that check is off, and this wrapper around the block import makes it on
//! sealed headers, for the blocks of others and for this node's own.

use crate::client::{FullClient, FullPool};
use linli_runtime::{
	opaque::{Block, Header},
	AuraEquivocationApi, Hash,
};
use sc_client_api::HeaderBackend;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_slots::check_equivocation;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_consensus::BlockOrigin;
use sp_consensus_aura::{
	digests::CompatibleDigestItem,
	sr25519::{AuthorityId as AuraId, AuthorityPair as AuraPair, AuthoritySignature as AuraSignature},
	Slot, SlotDuration,
};
use sp_consensus_slots::EquivocationProof;
use sp_runtime::traits::Header as _;
use sp_timestamp::Timestamp;
use std::sync::Arc;

/// Imports blocks with `Inner`, and reports their authors' equivocations to this node's own pool.
#[derive(Clone)]
pub struct ReportingImport<Inner> {
	inner: Inner,
	reporter: Option<Reporter>,
}

#[derive(Clone)]
struct Reporter {
	client: Arc<FullClient>,
	pool: OffchainTransactionPoolFactory<Block>,
}

impl<Inner> ReportingImport<Inner> {
	/// Wraps `inner`. Reports go to `pool`; without one, as in commands that only verify blocks, none are made.
	pub fn new(inner: Inner, client: Arc<FullClient>, pool: Option<Arc<FullPool>>) -> Self {
		let reporter = pool.map(|pool| Reporter { client, pool: OffchainTransactionPoolFactory::new(pool) });
		Self { inner, reporter }
	}
}

#[async_trait::async_trait]
impl<Inner> BlockImport<Block> for ReportingImport<Inner>
where
	Inner: BlockImport<Block> + Send + Sync,
{
	type Error = Inner::Error;

	async fn check_block(&self, block: BlockCheckParams<Block>) -> Result<ImportResult, Self::Error> {
		self.inner.check_block(block).await
	}

	async fn import_block(&self, block: BlockImportParams<Block>) -> Result<ImportResult, Self::Error> {
		// Blocks of the past are final or too old to report.
		let fresh = matches!(block.origin, BlockOrigin::NetworkBroadcast | BlockOrigin::Own);
		let reporter = self.reporter.as_ref().filter(|_| fresh && !block.with_state());
		let watched = reporter.map(|reporter| (reporter, block.post_header()));
		let result = self.inner.import_block(block).await;
		// The seal was checked by the verifier, or made by this node. A block that was refused proves nothing.
		if let (Some((reporter, header)), Ok(ImportResult::Imported(_))) = (watched, &result) {
			if let Err(error) = reporter.look_at(header) {
				log::warn!("Block {error} could not be compared with others of its slot");
			}
		}
		result
	}
}

impl Reporter {
	/// Compares the block with others of its slot and author. Reports the author if they differ.
	fn look_at(&self, header: Header) -> Result<(), String> {
		let (hash, parent) = (header.hash(), *header.parent_hash());
		let explain = |error: &dyn std::fmt::Display| format!("{hash}: {error}");
		let Some(slot) =
			header.digest().logs().iter().find_map(CompatibleDigestItem::<AuraSignature>::as_aura_pre_digest)
		else {
			return Ok(());
		};
		let api = self.client.runtime_api();
		let authorities = sp_consensus_aura::AuraApi::<Block, AuraId>::authorities(&*api, parent);
		let authorities = authorities.map_err(|error| explain(&error))?;
		let Some(author) = sc_consensus_aura::standalone::slot_author::<AuraPair>(slot, &authorities) else {
			return Ok(());
		};
		let now = self.slot_now(parent).map_err(|error| explain(&error))?;
		let proof = check_equivocation(&*self.client, now, slot, &header, author).map_err(|error| explain(&error))?;
		match proof {
			Some(proof) => self.report(proof).map_err(|error| explain(&error)),
			None => Ok(()),
		}
	}

	fn slot_now(&self, parent: Hash) -> Result<Slot, sp_blockchain::Error> {
		let duration: SlotDuration =
			sc_consensus_aura::standalone::slot_duration_at::<AuraId, _, _>(&*self.client, parent)?;
		Ok(Slot::from_timestamp(Timestamp::current(), duration))
	}

	/// Reports the author. Which session the blocks are of and whose key signed them, the chain itself knows.
	fn report(&self, proof: EquivocationProof<Header, AuraId>) -> Result<(), sp_api::ApiError> {
		let (slot, offender) = (proof.slot, &proof.offender);
		log::warn!("The validator with the Aura key {offender} wrote two blocks for slot {slot}");
		let best = self.client.info().best_hash;
		let mut api = self.client.runtime_api();
		api.register_extension(self.pool.offchain_transaction_pool(best));
		match api.submit_aura_equivocation(best, proof)? {
			Some(()) => log::info!("The report is in this node's pool"),
			// Usual when others reported it before.
			None => log::debug!("The pool did not take the report"),
		}
		Ok(())
	}
}
