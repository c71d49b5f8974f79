// SPDX-License-Identifier: GPL-3.0-or-later

//! Whether the hard forks of a chain spec agree with what a node's database holds. A mistyped one would stop a
//! validator from voting, so that the start ends instead.

use super::{HardFork, HardForks};
use codec::{Decode, Encode};
use linli_runtime::{
	opaque::{Block, Header},
	BlockNumber, Hash,
};
use sc_consensus_grandpa::{find_forced_change, SharedAuthoritySet};
use sp_blockchain::HeaderBackend;
use sp_consensus_grandpa::SetId;
use sp_runtime::traits::Header as _;

/// Where the sets of voters ended: the id of each, and its last block. Known to nodes that saw it.
pub type SetEnds = Vec<(SetId, BlockNumber)>;

/// Reads the ends of the sets out of the SDK's record, which is opaque but for its encoding.
pub fn set_ends(set: &SharedAuthoritySet<Hash, BlockNumber>) -> Result<SetEnds, String> {
	let record = set.authority_set_changes().encode();
	SetEnds::decode(&mut &record[..]).map_err(|error| format!("GRANDPA's record of its sets cannot be read: {error}"))
}

/// Refuses hard forks that contradict the node's own chain. What the node does not know yet contradicts nothing.
pub fn agree(
	forks: &HardForks,
	chain: &impl HeaderBackend<Block>,
	set: &SharedAuthoritySet<Hash, BlockNumber>,
) -> Result<(), String> {
	let ends = set_ends(set)?;
	for (index, fork) in forks.iter().enumerate() {
		let contradiction = contradiction(fork, chain, &ends)
			.map_err(|error| format!("this node's database cannot be read: {error}"))?;
		if let Some(reason) = contradiction {
			return Err(format!(
				"authorityHardForks, entry {}: {reason}. Compare the chain spec with that of others in the community, or \
				make it again with `linli-node hard-fork`",
				index + 1
			));
		}
	}
	Ok(())
}

fn contradiction(
	fork: &HardFork,
	chain: &impl HeaderBackend<Block>,
	ends: &[(SetId, BlockNumber)],
) -> sp_blockchain::Result<Option<String>> {
	let number = fork.block.number;
	let Some(header) = chain.header(fork.block.hash)? else {
		let own = chain.hash(number)?.filter(|_| number <= chain.info().finalized_number);
		return Ok(own.map(|own| format!("block {number} of this node's own chain, which is final, is {own:?}")));
	};
	Ok(signalled(fork, &header).err().or_else(|| {
		// Where several sets end at one block, one of them is the set before the change.
		let mut ended = ends.iter().filter(|(_, last)| *last == fork.last_finalized).map(|(id, _)| id + 1).peekable();
		let next = ended.peek().copied()?;
		let known = ended.any(|id| id == fork.set_id);
		(!known).then(|| format!("setId is {}, and this node counted {next}", fork.set_id))
	}))
}

/// Whether the block signals this very change.
fn signalled(fork: &HardFork, header: &Header) -> Result<(), String> {
	let number = fork.block.number;
	if *header.number() != number {
		return Err(format!("the block with this hash has the number {}, not {number}", header.number()));
	}
	let Some((last_finalized, change)) = find_forced_change::<Block>(header) else {
		return Err(format!("block {number} signals no forced change of the voters"));
	};
	if last_finalized != fork.last_finalized {
		return Err(format!("lastFinalized is {}, and block {number} says {last_finalized}", fork.last_finalized));
	}
	if change.next_authorities != fork.voters() {
		return Err(format!("the authorities are not those that block {number} names"));
	}
	Ok(())
}
