// SPDX-License-Identifier: GPL-3.0-or-later

//! Imports the blocks of a standstill after warp sync.
//!
//! A node that synchronised by warp proofs downloads the older blocks afterwards. For each that signals a change of the
//! voters, GRANDPA's import demands a justification and notes that a set ended there. Neither holds during a standstill
//! that a revival ended: ordinary changes that were signalled then were forgotten, and the forced one took hold without
//! anybody's agreement. Without this import, the download would stop there and begin again for ever.

use super::HardForks;
use linli_runtime::opaque::{Block, Header};
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_grandpa::{find_forced_change, find_scheduled_change};
use sp_blockchain::HeaderBackend;
use sp_consensus::Error;
use sp_runtime::traits::Header as _;
use std::sync::Arc;

/// Imports with `Inner`, GRANDPA's import, except for final blocks of a standstill with a signal: those with `Plain`.
pub struct GapImport<Inner, Plain, Chain> {
	inner: Inner,
	plain: Plain,
	chain: Arc<Chain>,
	forks: HardForks,
}

// Derived, it would ask for chains that can be cloned.
impl<Inner: Clone, Plain: Clone, Chain> Clone for GapImport<Inner, Plain, Chain> {
	fn clone(&self) -> Self {
		Self {
			inner: self.inner.clone(),
			plain: self.plain.clone(),
			chain: self.chain.clone(),
			forks: self.forks.clone(),
		}
	}
}

impl<Inner, Plain, Chain: HeaderBackend<Block>> GapImport<Inner, Plain, Chain> {
	/// Wraps `inner`. `plain` imports to `chain` without regard to finality.
	pub fn new(inner: Inner, plain: Plain, chain: Arc<Chain>, forks: HardForks) -> Self {
		Self { inner, plain, chain, forks }
	}

	/// Whether the block is an old one whose signal came to nothing, or that of the forced change itself.
	fn is_void_signal(&self, header: &Header) -> bool {
		let number = *header.number();
		self.forks.iter().any(|fork| fork.in_standstill(number))
			&& number <= self.chain.info().finalized_number
			&& (find_scheduled_change::<Block>(header).is_some() || find_forced_change::<Block>(header).is_some())
	}
}

#[async_trait::async_trait]
impl<Inner, Plain, Chain> BlockImport<Block> for GapImport<Inner, Plain, Chain>
where
	Inner: BlockImport<Block, Error = Error> + Send + Sync,
	Plain: BlockImport<Block, Error = Error> + Send + Sync,
	Chain: HeaderBackend<Block>,
{
	type Error = Error;

	async fn check_block(&self, block: BlockCheckParams<Block>) -> Result<ImportResult, Error> {
		self.inner.check_block(block).await
	}

	async fn import_block(&self, block: BlockImportParams<Block>) -> Result<ImportResult, Error> {
		if !block.with_state() && self.is_void_signal(&block.header) {
			return self.plain.import_block(block).await;
		}
		self.inner.import_block(block).await
	}
}
