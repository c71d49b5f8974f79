// SPDX-License-Identifier: GPL-3.0-or-later

//! What a chain specification is, for those who have to trust it.
//!
//! The first state is read directly and not through the runtime that comes with it, which could say anything.

use super::{
	errors::CommunityError,
	findings::Finding,
	fingerprint, input,
	key_line::{address_of, Purpose},
};
use crate::{chain_spec::ChainSpec, runtimes};
use linli_roster::Language;
use linli_runtime::{genesis::Holders, opaque::Block, Hash};
use sc_chain_spec::construct_genesis_block;
use sc_executor::RuntimeVersion;
use sc_service::ChainSpec as _;
use sp_core::{
	storage::{well_known_keys, Storage},
	traits::Externalities,
	Blake2Hasher, Hasher,
};
use sp_runtime::{traits::Block as _, BuildStorage};
use sp_state_machine::BasicExternalities;
use std::path::Path;

/// What a chain specification is.
pub struct ChainFacts {
	name: String,
	id: String,
	kind: String,
	/// The boot nodes, with their peer ids.
	pub boot_nodes: Vec<String>,
	/// The number of blocks from which on other code takes the place of the chain's.
	substitutes: usize,
	genesis: Hash,
	version: RuntimeVersion,
	code: Hash,
	/// Who holds what in the first state.
	pub holders: Holders,
	fingerprint: String,
}

impl ChainFacts {
	/// Reads a raw chain specification. The readable one is the same chain and another file: its fingerprint would be
	/// compared with that of the raw one, and taken for another chain's.
	pub fn read(file: &Path) -> Result<Self, CommunityError> {
		let bytes = input::read(file)?;
		if is_readable(&bytes) {
			return Err(CommunityError::ReadableSpec(file.into()));
		}
		let fingerprint = fingerprint::of(&bytes);
		let wrong = |reason: String| CommunityError::Spec { file: file.into(), reason };
		let spec = ChainSpec::from_json_bytes(bytes).map_err(wrong)?;
		let storage = spec.build_storage().map_err(wrong)?;
		let code = storage.top.get(well_known_keys::CODE).ok_or_else(|| wrong("it has no runtime".into()))?;
		let version = runtimes::version(code).map_err(wrong)?;
		let code = Blake2Hasher::hash(code);
		let (genesis, holders) = state(storage, &version);
		Ok(Self {
			name: spec.name().into(),
			id: spec.id().into(),
			kind: format!("{:?}", spec.chain_type()),
			boot_nodes: spec.boot_nodes().iter().map(ToString::to_string).collect(),
			substitutes: spec.code_substitutes().len(),
			genesis,
			version,
			code,
			holders,
			fingerprint,
		})
	}

	/// The chain, and all holders in it.
	pub fn text(&self, language: Language) -> String {
		let Self { name, id, kind, genesis, fingerprint, code, holders, .. } = self;
		let version = format!("{} {}", self.version.spec_name, self.version.spec_version);
		let same = linli_runtime::WASM_BINARY.is_some_and(|own| Blake2Hasher::hash(own) == *code);
		let (joined, owners) = (holders.joined, holders.owners);
		let (mut text, colon) = match language {
			Language::English => (
				format!(
					"{name} (id {id}, type {kind})\n  fingerprint: {fingerprint}\n  genesis hash: {genesis:?}\n  runtime: \
					{version}, {code:?}, {} as in this program\n  owners: {owners}, of whom {joined} have an account\n",
					if same { "the same" } else { "not the same" },
				),
				": ",
			),
			Language::Chinese => (
				format!(
					"{name}（id {id}，类型 {kind}）\n  指纹：{fingerprint}\n  创世哈希：{genesis:?}\n  运行时：{version}，{code:?}，\
					与本程序中的{}\n  业主：{owners} 位，其中 {joined} 位已有账户\n",
					if same { "相同" } else { "不同" },
				),
				"：",
			),
		};
		let bootstrap = holders.bootstrap.iter().map(|account| (Purpose::Bootstrap, account));
		let offices = holders.offices.iter().map(|(role, account)| (Purpose::Office(*role), account));
		let validators = holders.validators.iter().map(|validator| (Purpose::Validator, &validator.account));
		for (purpose, account) in bootstrap.chain(offices).chain(validators) {
			text += &format!("  {}{colon}{}\n", purpose.text(language), address_of(account.as_ref()));
		}
		text.trim_end().into()
	}

	/// What no chain has that `community new` made.
	pub fn findings(&self, language: Language) -> Vec<Finding> {
		let own = linli_runtime::VERSION;
		let mut wrong = Vec::new();
		if self.version.spec_name != own.spec_name || self.version.spec_version != own.spec_version {
			wrong.push(match language {
				Language::English => format!(
					"its runtime is {} {}, and this program reads {} {}: use the release that made it",
					self.version.spec_name, self.version.spec_version, own.spec_name, own.spec_version
				),
				Language::Chinese => format!(
					"运行时是 {} {}，本程序读的是 {} {}，请使用建链时的版本",
					self.version.spec_name, self.version.spec_version, own.spec_name, own.spec_version
				),
			});
		}
		if self.substitutes > 0 {
			wrong.push(match language {
				Language::English => "it names code that takes the runtime's place (codeSubstitutes)".into(),
				Language::Chinese => "其中有替换运行时的代码（codeSubstitutes）".into(),
			});
		}
		if self.holders.joined > 0 {
			wrong.push(match language {
				Language::English => format!("{} accounts act for owners before anybody claimed", self.holders.joined),
				Language::Chinese => format!("尚无人绑定身份，却已有 {} 个账户代表业主", self.holders.joined),
			});
		}
		if !self.holders.in_service {
			wrong.push(match language {
				Language::English => {
					"other keys write its blocks or make them final than those of its validators".into()
				}
				Language::Chinese => "出块或确认终局性的密钥不是各验证人的密钥".into(),
			});
		}
		wrong.into_iter().map(|text| Finding { right: false, text }).collect()
	}
}

/// Whether this is a chain specification whose first state a runtime has yet to make.
fn is_readable(bytes: &[u8]) -> bool {
	let Ok(spec) = serde_json::from_slice::<serde_json::Value>(bytes) else { return false };
	spec.get("genesis").is_some_and(|genesis| genesis.is_object() && genesis.get("raw").is_none())
}

/// The hash of the first block of a state, and who holds what in it.
fn state(storage: Storage, version: &RuntimeVersion) -> (Hash, Holders) {
	let mut state = BasicExternalities::new(storage);
	let root = state.storage_root(version.state_version());
	let genesis = construct_genesis_block::<Block>(Hash::from_slice(&root), version.state_version()).hash();
	(genesis, state.execute_with(Holders::read))
}

#[cfg(test)]
#[path = "tests/chain_facts.rs"]
mod tests;
