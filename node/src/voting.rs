// SPDX-License-Identifier: GPL-3.0-or-later

//! Which block a validator votes to make final.
//!
//! The SDK's rule stays two blocks behind the best one, so that validators who see different best blocks agree in one
//! round; residents then wait 12 s longer for *final*. A lone validator has nobody to agree with, so it votes for its
//! best block. Whatever is voted for, two thirds of the set decide, and safety does not depend on this rule.

use linli_runtime::{
	opaque::{Block, Header},
	BlockNumber, Hash,
};
use sc_consensus_grandpa::{SharedAuthoritySet, VotingRule, VotingRuleResult, VotingRulesBuilder};
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// No restriction for a lone validator; the SDK's for others.
#[derive(Clone)]
pub struct Rule {
	set: SharedAuthoritySet<Hash, BlockNumber>,
}

impl Rule {
	/// For the validators of this set, as it changes.
	pub fn new(set: SharedAuthoritySet<Hash, BlockNumber>) -> Self {
		Self { set }
	}
}

impl<B: HeaderBackend<Block> + 'static> VotingRule<Block, B> for Rule {
	fn restrict_vote(
		&self,
		backend: Arc<B>,
		base: &Header,
		best: &Header,
		current: &Header,
	) -> VotingRuleResult<Block> {
		if self.set.current_authorities().len().get() == 1 {
			return Box::pin(std::future::ready(None));
		}
		VotingRulesBuilder::default().build().restrict_vote(backend, base, best, current)
	}
}
