// SPDX-License-Identifier: GPL-3.0-or-later

//! The runtimes in this program, of which new chains are made.
//!
//! A hardware wallet shows what it signs by the chain's metadata, and the chain compares their hash with the one in its
//! runtime. The hash covers the currency's code, so a release has one runtime for each listed currency. They differ in
//! nothing else. The plain one holds no hash: it is all that an ordinary build has, and what chains with any other
//! currency start with.

mod hashes;

pub use hashes::{code_hash, version, Description};

/// What `scripts/release.sh` built, by currency; otherwise nothing.
const RELEASED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/runtimes.rs"));

/// A runtime as Wasm.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Runtime {
	/// The currency that its metadata hash is for; `None`: it holds no hash.
	pub currency: Option<&'static str>,
	/// The code, compressed, as it is stored on chain.
	pub wasm: &'static [u8],
}

/// The runtime without a metadata hash.
pub fn plain() -> Result<Runtime, String> {
	let wasm = linli_runtime::WASM_BINARY.ok_or(
		"This linli-node was built without the runtime's Wasm (SKIP_WASM_BUILD was set), so it can make no chain. Build \
		it again without SKIP_WASM_BUILD, or give a chain spec file by --chain FILE.",
	)?;
	Ok(Runtime { currency: None, wasm })
}

/// Those with a metadata hash, in the order of their currencies.
pub fn released() -> impl Iterator<Item = Runtime> {
	RELEASED.iter().map(|&(currency, wasm)| Runtime { currency: Some(currency), wasm })
}

/// The one with the metadata hash for a currency.
pub fn for_currency(code: &str) -> Option<Runtime> {
	released().find(|runtime| runtime.currency == Some(code))
}
