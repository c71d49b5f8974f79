// SPDX-License-Identifier: GPL-3.0-or-later

//! For tests: a chain in memory with GRANDPA's signals and with real justifications, and without a runtime.

use super::{
	check::SetEnds,
	spec::{HardFork, Signal},
	warp::authority_set,
};
use codec::Encode;
use linli_runtime::{
	opaque::{Block, Header},
	BlockNumber, Hash,
};
use sc_client_api::{backend::NewBlockState, in_mem, AuxStore, Backend};
use sc_consensus_grandpa::SharedAuthoritySet;
use sp_blockchain::HeaderBackend;
use sp_consensus_grandpa::{
	AuthorityId, AuthorityList, AuthorityPair, ConsensusLog, Message, Precommit, ScheduledChange, SetId,
	GRANDPA_ENGINE_ID,
};
use sp_core::Pair;
use sp_runtime::{traits::Header as _, Digest, DigestItem, Justifications};
use std::sync::Arc;

const ROUND: u64 = 7;

/// Where the SDK keeps the justification of the last final block.
const BEST_JUSTIFICATION: &[u8] = b"grandpa_best_justification";

fn pair(name: &str) -> AuthorityPair {
	AuthorityPair::from_string(&format!("//{name}"), None).expect("a well-known name")
}

/// The GRANDPA key of a well-known name.
pub fn key(name: &str) -> AuthorityId {
	pair(name).public()
}

fn list(names: &[&str]) -> AuthorityList {
	names.iter().map(|name| (key(name), 1)).collect()
}

/// A chain and its voters, as a node has them that saw everything.
pub struct TestChain {
	/// The blocks.
	pub backend: Arc<in_mem::Backend<Block>>,
	/// The ends of the sets before the current one.
	pub ends: SetEnds,
	voters: Vec<String>,
	set_id: SetId,
	stalled: bool,
}

impl TestChain {
	/// A chain that has its first block only.
	pub fn new(voters: &[&str]) -> Self {
		let voters = voters.iter().map(ToString::to_string).collect();
		let mut chain =
			Self { backend: Arc::new(in_mem::Backend::new()), ends: SetEnds::new(), voters, set_id: 0, stalled: false };
		chain.insert(0, Hash::default(), None, None);
		chain
	}

	/// A chain of 35 final blocks across a revival. The first set of four ends at block 5; the second stalls after
	/// block 10, and a signal of block 12 is forgotten; block 20 signals the forced change to Alice and Bob, who make
	/// the third set; the third ends at block 30.
	pub fn revived() -> Self {
		let mut chain = Self::new(&["Alice", "Bob", "Charlie", "Dave"]);
		chain.grow_to(4);
		chain.change(&["Alice", "Bob", "Charlie", "Eve"]);
		chain.grow_to(10);
		chain.stall();
		chain.grow_to(11);
		chain.signal(&["Alice", "Charlie"]);
		chain.grow_to(19);
		chain.revive(10, &["Alice", "Bob"]);
		chain.grow_to(29);
		chain.change(&["Alice", "Bob", "Ferdie"]);
		chain.grow_to(35);
		chain.justify();
		chain
	}

	/// The hard fork of [`Self::revived`].
	pub fn hard_fork(&self) -> HardFork {
		let block = Signal { number: 20, hash: self.hash(20) };
		HardFork { block, set_id: 2, authorities: vec![key("Alice"), key("Bob")], last_finalized: 10 }
	}

	/// Adds empty blocks.
	pub fn grow_to(&mut self, number: BlockNumber) {
		while self.best() < number {
			self.append(None, false);
		}
	}

	/// From now on no block is final.
	pub fn stall(&mut self) {
		self.stalled = true;
	}

	/// Adds a block that signals an ordinary change, which takes hold: the voters finalise it.
	pub fn change(&mut self, next: &[&str]) {
		self.append(Some(ordinary(next)), true);
		self.end(self.best(), next);
	}

	/// Adds a block that signals an ordinary change, which does not take hold.
	pub fn signal(&mut self, next: &[&str]) {
		self.append(Some(ordinary(next)), false);
	}

	/// Adds a block that signals a forced change on top of `last`, and four more, with which it takes hold.
	pub fn revive(&mut self, last: BlockNumber, next: &[&str]) {
		let change = ScheduledChange { next_authorities: list(next), delay: 4 };
		self.append(Some(ConsensusLog::ForcedChange(last, change)), false);
		self.grow_to(self.best() + 4);
		self.end(last, next);
		self.stalled = false;
	}

	/// Proves that the newest block is final.
	pub fn justify(&mut self) {
		let justification = self.justification(self.hash(self.best()), self.best());
		AuxStore::insert_aux(&*self.backend, &[(BEST_JUSTIFICATION, &justification[..])], &[]).expect("in memory");
	}

	/// The voters as the SDK keeps them.
	pub fn set(&self) -> SharedAuthoritySet<Hash, BlockNumber> {
		let names: Vec<_> = self.voters.iter().map(String::as_str).collect();
		authority_set(list(&names), self.set_id, self.ends.clone()).expect("it is encoded as the SDK decodes it")
	}

	/// The hash of a block.
	pub fn hash(&self, number: BlockNumber) -> Hash {
		self.backend.blockchain().hash(number).expect("in memory").expect("the block exists")
	}

	/// The header of a block.
	pub fn header(&self, number: BlockNumber) -> Header {
		self.backend.blockchain().header(self.hash(number)).expect("in memory").expect("the block exists")
	}

	fn best(&self) -> BlockNumber {
		self.backend.blockchain().info().best_number
	}

	fn end(&mut self, last: BlockNumber, next: &[&str]) {
		self.ends.push((self.set_id, last));
		self.set_id += 1;
		self.voters = next.iter().map(ToString::to_string).collect();
	}

	fn append(&mut self, log: Option<ConsensusLog<BlockNumber>>, justified: bool) {
		let (parent, number) = (self.backend.blockchain().info().best_hash, self.best() + 1);
		let digest = digest(log);
		let hash = header(number, parent, digest.clone()).hash();
		let justifications = justified.then(|| (GRANDPA_ENGINE_ID, self.justification(hash, number)).into());
		self.insert(number, parent, Some(digest), justifications);
	}

	fn insert(
		&mut self,
		number: BlockNumber,
		parent: Hash,
		digest: Option<Digest>,
		justifications: Option<Justifications>,
	) {
		let header = header(number, parent, digest.unwrap_or_default());
		let state = if self.stalled { NewBlockState::Best } else { NewBlockState::Final };
		let inserted = self.backend.blockchain().insert(header.hash(), header, justifications, None, state, true);
		inserted.expect("in memory");
	}

	fn justification(&self, hash: Hash, number: BlockNumber) -> Vec<u8> {
		let vote = Message::<Header>::Precommit(Precommit::<Header> { target_hash: hash, target_number: number });
		let payload = sp_consensus_grandpa::localized_payload(ROUND, self.set_id, &vote);
		let sign = |name: &String| ((hash, number), pair(name).sign(&payload), key(name));
		let precommits: Vec<_> = self.voters.iter().map(sign).collect();
		(ROUND, (hash, number, precommits), Vec::<Header>::new()).encode()
	}
}

fn ordinary(next: &[&str]) -> ConsensusLog<BlockNumber> {
	ConsensusLog::ScheduledChange(ScheduledChange { next_authorities: list(next), delay: 0 })
}

fn digest(log: Option<ConsensusLog<BlockNumber>>) -> Digest {
	let logs = log.map(|log| DigestItem::Consensus(GRANDPA_ENGINE_ID, log.encode()));
	Digest { logs: logs.into_iter().collect() }
}

fn header(number: BlockNumber, parent: Hash, digest: Digest) -> Header {
	Header::new(number, Hash::default(), Hash::default(), parent, digest)
}
