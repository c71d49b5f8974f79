// SPDX-License-Identifier: GPL-3.0-or-later

//! The hard forks in a chain spec. They are no part of its genesis, so the genesis hash stays what it was.

use linli_runtime::{opaque::Block, BlockNumber, Hash};
use sc_chain_spec::ChainSpecExtension;
use sc_consensus_grandpa::AuthoritySetHardFork;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sp_consensus_grandpa::{AuthorityId, AuthorityList, SetId};
use std::collections::BTreeSet;

/// What a Linli chain spec may hold beyond that of every Substrate chain.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// The revivals of finality. Left out where there was none: light clients refuse a spec with keys that they do not
	/// know.
	#[serde(default, skip_serializing_if = "HardForks::is_empty")]
	pub authority_hard_forks: HardForks,
}

/// A forced change of GRANDPA's voters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HardFork {
	/// The block that signals the change.
	pub block: Signal,
	/// The id of the new set of voters.
	pub set_id: SetId,
	/// The new voters, by their GRANDPA keys. Each has one vote.
	pub authorities: Vec<AuthorityId>,
	/// The number of the last block that was final before the change, on which the new voters began.
	pub last_finalized: BlockNumber,
}

/// The block that signals a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
	/// Its number.
	pub number: BlockNumber,
	/// Its hash.
	pub hash: Hash,
}

/// All hard forks of a chain, in the order of the chain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Value>", into = "Vec<HardFork>")]
pub struct HardForks(Vec<HardFork>);

/// Why a list of hard forks is invalid.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
	"authorityHardForks, entry {entry}: {reason}. Take the entries from `linli-node hard-fork`, which reads them from a \
	node's database, rather than type them"
)]
pub struct SpecError {
	/// The entry's place in the list, from 1.
	pub entry: usize,
	/// What is wrong with it.
	pub reason: String,
}

impl HardFork {
	/// The new voters with their votes.
	pub fn voters(&self) -> AuthorityList {
		self.authorities.iter().map(|authority| (authority.clone(), 1)).collect()
	}

	/// Whether a block is of the standstill: after the last final block, up to the one that signals the change.
	pub fn in_standstill(&self, number: BlockNumber) -> bool {
		self.last_finalized < number && number <= self.block.number
	}

	fn check(&self, before: Option<&Self>) -> Result<(), String> {
		let distinct: BTreeSet<_> = self.authorities.iter().collect();
		if self.authorities.is_empty() {
			return Err("it names no authorities".into());
		}
		if distinct.len() != self.authorities.len() {
			return Err("it names one of the authorities twice".into());
		}
		if self.set_id == 0 {
			return Err("setId 0 is that of the genesis; a hard fork begins a later set".into());
		}
		if self.last_finalized >= self.block.number {
			return Err(format!(
				"lastFinalized {} is not before the block {} that signals the change",
				self.last_finalized, self.block.number
			));
		}
		if before.is_some_and(|before| before.block.number >= self.block.number || before.set_id >= self.set_id) {
			return Err("its block and its setId have to come after those of the entry before it".into());
		}
		Ok(())
	}
}

impl HardForks {
	/// Checks a list, which has to be in the order of the chain.
	pub fn new(list: Vec<HardFork>) -> Result<Self, SpecError> {
		let mut before = None;
		for (index, fork) in list.iter().enumerate() {
			fork.check(before).map_err(|reason| SpecError { entry: index + 1, reason })?;
			before = Some(fork);
		}
		Ok(Self(list))
	}

	/// Those of a chain spec.
	pub fn of(spec: &dyn sc_service::ChainSpec) -> Self {
		sc_chain_spec::get_extension::<Self>(spec.extensions()).cloned().unwrap_or_default()
	}

	/// Whether there are none.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	/// From the first to the last.
	pub fn iter(&self) -> impl Iterator<Item = &HardFork> {
		self.0.iter()
	}

	/// The last one.
	pub fn last(&self) -> Option<&HardFork> {
		self.0.last()
	}

	/// In the SDK's form.
	pub fn to_sdk(&self) -> Vec<AuthoritySetHardFork<Block>> {
		self.iter()
			.map(|fork| AuthoritySetHardFork {
				set_id: fork.set_id,
				block: (fork.block.hash, fork.block.number),
				authorities: fork.voters(),
				last_finalized: Some(fork.last_finalized),
			})
			.collect()
	}
}

impl From<HardForks> for Vec<HardFork> {
	fn from(forks: HardForks) -> Self {
		forks.0
	}
}

impl TryFrom<Vec<Value>> for HardForks {
	type Error = SpecError;

	/// Entry by entry, so that an error can say which one is wrong. Through values also because the SDK has numbers of
	/// arbitrary precision enabled: in what is flattened, such as a spec's extensions, only values still know them.
	fn try_from(entries: Vec<Value>) -> Result<Self, SpecError> {
		let list = entries.into_iter().enumerate().map(|(index, entry)| {
			serde_json::from_value(entry).map_err(|error| SpecError { entry: index + 1, reason: error.to_string() })
		});
		Self::new(list.collect::<Result<_, _>>()?)
	}
}
