// SPDX-License-Identifier: GPL-3.0-or-later

//! Warp sync across revivals: proofs are asked for, and verified, from the last hard fork on.
//!
//! The SDK's provider takes hard forks too, but for changes that an ordinary signal announced: its proofs are made of
//! the blocks of ordinary changes and break off at a forced one, so that its verifier never meets the hard fork. It
//! does answer for any block that is asked for as the beginning. So a new node asks for what follows the block of the
//! last hard fork, which the chain spec names along with the voters from there on, and the SDK's verifier checks the
//! answer as ever. Nodes that answer need no hard forks.

use super::{check::SetEnds, HardForks};
use codec::{Decode, Encode};
use linli_runtime::{opaque::Block, BlockNumber, Hash};
use sc_client_api::Backend;
use sc_consensus_grandpa::{warp_proof::NetworkProvider, AuthoritySet, SharedAuthoritySet};
use sc_network_sync::strategy::warp::{EncodedProof, VerificationResult, Verifier, WarpSyncProvider};
use sp_consensus_grandpa::{AuthorityList, SetId};
use std::sync::Arc;

type Error = Box<dyn std::error::Error + Send + Sync>;
type Set = SharedAuthoritySet<Hash, BlockNumber>;

/// Makes warp proofs for others, and verifies those that others make.
pub struct Provider<B: Backend<Block>> {
	sdk: NetworkProvider<Block, B>,
	/// The block of the last hard fork, and a provider that begins with its voters.
	hard_fork: Option<(Hash, NetworkProvider<Block, B>)>,
}

impl<B: Backend<Block>> Provider<B> {
	/// For a node with this database and these voters.
	pub fn new(backend: Arc<B>, set: Set, forks: &HardForks) -> Result<Self, codec::Error> {
		let hard_fork = forks
			.last()
			.map(|fork| -> Result<_, codec::Error> {
				let voters = authority_set(fork.voters(), fork.set_id, SetEnds::new())?;
				let provider = NetworkProvider::new(backend.clone(), voters, Vec::new());
				Ok((fork.block.hash, provider))
			})
			.transpose()?;
		Ok(Self { sdk: NetworkProvider::new(backend, set, Vec::new()), hard_fork })
	}
}

impl<B: Backend<Block> + 'static> WarpSyncProvider<Block> for Provider<B> {
	fn generate(&self, start: Hash) -> Result<EncodedProof, Error> {
		self.sdk.generate(start)
	}

	fn create_verifier(&self) -> Box<dyn Verifier<Block>> {
		match &self.hard_fork {
			None => self.sdk.create_verifier(),
			Some((block, provider)) => Box::new(FromHardFork { sdk: provider.create_verifier(), begin: Some(*block) }),
		}
	}
}

/// A set of voters as the SDK keeps it, without pending changes. `ends` are those of the sets before.
///
/// There is no constructor: this is how the SDK stores it. Pending changes are a tree, which is its roots and the last
/// final block, and a list.
pub(super) fn authority_set(voters: AuthorityList, id: SetId, ends: SetEnds) -> Result<Set, codec::Error> {
	let (roots, last, list) = (Vec::<()>::new(), None::<BlockNumber>, Vec::<()>::new());
	let encoded = (voters, id, (roots, last), list, ends).encode();
	AuthoritySet::<Hash, BlockNumber>::decode(&mut &encoded[..]).map(Set::from)
}

/// Verifies proofs that begin at a hard fork.
struct FromHardFork {
	sdk: Box<dyn Verifier<Block>>,
	/// The block of the hard fork, until a proof from there was verified.
	begin: Option<Hash>,
}

impl Verifier<Block> for FromHardFork {
	fn verify(&mut self, proof: &EncodedProof) -> Result<VerificationResult<Block>, Error> {
		let result = self.sdk.verify(proof)?;
		self.begin = None;
		Ok(result)
	}

	fn next_proof_context(&self) -> Hash {
		self.begin.unwrap_or_else(|| self.sdk.next_proof_context())
	}

	fn status(&self) -> Option<String> {
		self.sdk.status()
	}
}
