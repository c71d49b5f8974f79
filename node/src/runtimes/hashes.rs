// SPDX-License-Identifier: GPL-3.0-or-later

//! The hashes of a runtime: of its code, which a decision on an upgrade names, and of its metadata, which hardware
//! wallets check.

use crate::client::HostFunctions;
use codec::{Decode, Encode};
use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
use linli_primitives::money::DECIMALS;
use merkleized_metadata::{generate_metadata_digest, ExtraInfo};
use sc_executor::{RuntimeVersion, RuntimeVersionOf, WasmExecutor};
use sp_core::traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode};
use sp_state_machine::BasicExternalities;

/// The version of metadata that the hash is defined over.
const METADATA_VERSION: u32 = 15;

/// The BLAKE2b-256 hash of a runtime's code: what `community.authorize_upgrade` takes.
pub fn code_hash(wasm: &[u8]) -> [u8; 32] {
	sp_io::hashing::blake2_256(wasm)
}

fn executor() -> WasmExecutor<HostFunctions> {
	WasmExecutor::<HostFunctions>::builder().build()
}

/// The version that a runtime's code states.
pub fn version(wasm: &[u8]) -> Result<RuntimeVersion, String> {
	let fetcher = WrappedRuntimeCode(wasm.into());
	let code = RuntimeCode { code_fetcher: &fetcher, heap_pages: None, hash: code_hash(wasm).into() };
	let mut state = BasicExternalities::new_empty();
	executor().runtime_version(&mut state, &code).map_err(|error| format!("its runtime cannot be read: {error}"))
}

/// What a runtime says of itself.
pub struct Description {
	/// The runtime's name.
	pub spec_name: String,
	/// The runtime's version.
	pub spec_version: u32,
	metadata: RuntimeMetadata,
	address_format: u16,
}

impl Description {
	/// Asks a runtime.
	pub fn of(wasm: &[u8]) -> Result<Self, String> {
		let version = version(wasm)?;
		let fetcher = WrappedRuntimeCode(wasm.into());
		let code = RuntimeCode { code_fetcher: &fetcher, heap_pages: None, hash: code_hash(wasm).into() };
		let (answer, _) = executor().call(
			&mut BasicExternalities::new_empty(),
			&code,
			"Metadata_metadata_at_version",
			&METADATA_VERSION.encode(),
			CallContext::Offchain,
		);
		let unreadable = || "the runtime's metadata cannot be read".to_owned();
		let bytes = answer.map_err(|error| error.to_string())?;
		let bytes = Option::<Vec<u8>>::decode(&mut &bytes[..]).ok().flatten().ok_or_else(unreadable)?;
		let RuntimeMetadataPrefixed(_, metadata) =
			RuntimeMetadataPrefixed::decode(&mut &bytes[..]).map_err(|_| unreadable())?;
		let address_format = address_format(&metadata).ok_or_else(unreadable)?;
		Ok(Self {
			spec_name: version.spec_name.to_string(),
			spec_version: version.spec_version,
			metadata,
			address_format,
		})
	}

	/// The hash of its metadata, as a chain with this currency has it.
	pub fn metadata_hash(&self, currency: &str) -> Result<[u8; 32], String> {
		let extra = ExtraInfo {
			spec_version: self.spec_version,
			spec_name: self.spec_name.clone(),
			base58_prefix: self.address_format,
			decimals: DECIMALS,
			token_symbol: currency.into(),
		};
		generate_metadata_digest(&self.metadata, extra).map(|digest| digest.hash())
	}
}

/// The format of addresses (SS58), a constant of the pallet `System`.
fn address_format(metadata: &RuntimeMetadata) -> Option<u16> {
	let RuntimeMetadata::V15(metadata) = metadata else { return None };
	let system = metadata.pallets.iter().find(|pallet| pallet.name == "System")?;
	let constant = system.constants.iter().find(|constant| constant.name == "SS58Prefix")?;
	u16::decode(&mut &constant.value[..]).ok()
}
