// SPDX-License-Identifier: GPL-3.0-or-later

//! The forced changes of the voters that a node's database holds: the ends of the sets, which GRANDPA keeps beside the
//! blocks, and the headers that signal the changes.

use super::spec::{HardFork, Signal};
use linli_runtime::{
	opaque::{Block, Header},
	BlockNumber,
};
use sc_consensus_grandpa::{find_forced_change, find_scheduled_change};
use sp_blockchain::HeaderBackend;
use sp_consensus_grandpa::SetId;

/// A forced change that took hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
	/// What the chain spec says of it.
	pub fork: HardFork,
	/// The block with which it took hold.
	pub enacted: BlockNumber,
}

/// Why forced changes cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
	/// The database fails.
	#[error("the database cannot be read: {0}")]
	Database(#[from] sp_blockchain::Error),
	/// A header is missing.
	#[error("the database has no block {0}: run this on a node that has the whole chain")]
	MissingBlock(BlockNumber),
	/// A set ended without agreement, and no block says why.
	#[error(
		"set {0} of the voters ended at block {1} by a forced change, and no final block after it signals one. Wait until \
		blocks are final again, and run this once more"
	)]
	NoSignal(SetId, BlockNumber),
	/// The chain counts votes otherwise than a hard fork can say.
	#[error("block {0} gives the voters other votes than one each, which a hard fork cannot say")]
	UnequalVotes(BlockNumber),
}

/// Finds the forced changes, in the order of the chain.
///
/// A set ends at a block that signals an ordinary change, or at the last final block before a forced one, or both, one
/// after the other.
pub fn forced_changes(
	chain: &impl HeaderBackend<Block>,
	ends: &[(SetId, BlockNumber)],
) -> Result<Vec<Recorded>, RecordError> {
	let mut found = Vec::new();
	let mut ordinary_at = None;
	let mut search_from = 0;
	for (id, last) in ends {
		let ordinary = ordinary_at != Some(*last) && find_scheduled_change::<Block>(&header(chain, *last)?).is_some();
		if ordinary {
			ordinary_at = Some(*last);
			continue;
		}
		let recorded = signal_after(chain, (*last).max(search_from), *id, *last)?;
		search_from = recorded.fork.block.number;
		found.push(recorded);
	}
	Ok(found)
}

/// The first final block after `from` that signals a forced change on top of `last`.
fn signal_after(
	chain: &impl HeaderBackend<Block>,
	from: BlockNumber,
	ended: SetId,
	last: BlockNumber,
) -> Result<Recorded, RecordError> {
	for number in from.saturating_add(1)..=chain.info().finalized_number {
		let header = header(chain, number)?;
		let Some((last_finalized, change)) = find_forced_change::<Block>(&header) else { continue };
		if last_finalized != last {
			continue;
		}
		if change.next_authorities.iter().any(|(_, votes)| *votes != 1) {
			return Err(RecordError::UnequalVotes(number));
		}
		let authorities = change.next_authorities.into_iter().map(|(authority, _)| authority).collect();
		let block = Signal { number, hash: header.hash() };
		let fork = HardFork { block, set_id: ended + 1, authorities, last_finalized };
		return Ok(Recorded { fork, enacted: number.saturating_add(change.delay) });
	}
	Err(RecordError::NoSignal(ended, last))
}

fn header(chain: &impl HeaderBackend<Block>, number: BlockNumber) -> Result<Header, RecordError> {
	let hash = chain.hash(number)?.ok_or(RecordError::MissingBlock(number))?;
	chain.header(hash)?.ok_or(RecordError::MissingBlock(number))
}
