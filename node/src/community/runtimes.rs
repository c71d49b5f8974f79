// SPDX-License-Identifier: GPL-3.0-or-later

//! `community runtimes`: which runtimes this program holds, with the hashes that owners compare before they vote on an
//! upgrade; and the choice among them for a new chain.

use super::{
	currency,
	errors::CommunityError,
	output::{Access, Output},
};
use crate::runtimes::{self, Description, Runtime};
use linli_primitives::money::DECIMALS;
use linli_roster::Language;
use serde_json::{json, Value};
use std::path::PathBuf;

/// List the runtimes in this program with their hashes, or write them to files.
///
/// A release has one for each of its currencies, with the metadata hash that hardware wallets check, and one without a
/// hash for all others; a program that was built by `cargo build` has only the latter. The code hash is what a decision
/// on an upgrade names (`community.authorizeUpgrade`).
#[derive(Debug, clap::Args)]
pub struct RuntimesCmd {
	/// Write each runtime into this folder, which must be new or empty, with the list as manifest.json and the code
	/// hashes as BLAKE2SUMS, which `b2sum -l 256 -c BLAKE2SUMS` checks.
	#[arg(long, value_name = "DIR")]
	out: Option<PathBuf>,

	/// Print only the metadata hash of the runtime as a chain with this currency has it, such as CNY.
	#[arg(long, value_name = "CODE", conflicts_with = "out")]
	metadata_hash: Option<String>,
}

impl RuntimesCmd {
	/// Executes the command.
	pub fn run(&self) -> Result<(), CommunityError> {
		let plain = runtimes::plain().map_err(CommunityError::Runtime)?;
		if let Some(code) = &self.metadata_hash {
			let description = Description::of(plain.wasm).map_err(CommunityError::Runtime)?;
			let hash = description
				.metadata_hash(currency::currency("--metadata-hash", code)?)
				.map_err(CommunityError::Runtime)?;
			println!("{}", hexadecimal(&hash));
			return Ok(());
		}
		let files: Vec<_> =
			std::iter::once(plain).chain(runtimes::released()).map(File::of).collect::<Result<_, _>>()?;
		let manifest = manifest(&files);
		let Some(out) = &self.out else {
			println!("{manifest}");
			return Ok(());
		};
		let folder = Output::begin(out)?;
		for file in &files {
			folder.write(&file.name, file.runtime.wasm, Access::Public)?;
		}
		folder.write("manifest.json", manifest + "\n", Access::Public)?;
		folder.write("BLAKE2SUMS", sums(&files), Access::Public)?;
		folder.finish()
	}
}

/// A runtime as a file of a release.
struct File {
	name: String,
	runtime: Runtime,
	description: Description,
	metadata_hash: Option<[u8; 32]>,
}

impl File {
	fn of(runtime: Runtime) -> Result<Self, CommunityError> {
		let description = Description::of(runtime.wasm).map_err(CommunityError::Runtime)?;
		let hash = |currency| description.metadata_hash(currency).map_err(CommunityError::Runtime);
		let metadata_hash = runtime.currency.map(hash).transpose()?;
		let name = match runtime.currency {
			Some(currency) => format!("linli-runtime-{currency}.wasm"),
			None => "linli-runtime.wasm".into(),
		};
		Ok(Self { name, runtime, description, metadata_hash })
	}

	fn code_hash(&self) -> String {
		hexadecimal(&runtimes::code_hash(self.runtime.wasm))
	}
}

/// The list. It names no machine and no time, so that two people who built the same can compare it as it is.
fn manifest(files: &[File]) -> String {
	let rows: Vec<Value> = files
		.iter()
		.map(|file| {
			json!({
				"file": file.name,
				"currency": file.runtime.currency,
				"specName": file.description.spec_name,
				"specVersion": file.description.spec_version,
				"bytes": file.runtime.wasm.len(),
				"codeHash": file.code_hash(),
				"metadataHash": file.metadata_hash.map(|hash| hexadecimal(&hash)),
			})
		})
		.collect();
	format!("{:#}", json!({ "decimals": DECIMALS, "runtimes": rows }))
}

/// The code hashes as `b2sum -l 256` prints them.
fn sums(files: &[File]) -> String {
	files.iter().map(|file| format!("{}  {}\n", file.code_hash().trim_start_matches("0x"), file.name)).collect()
}

fn hexadecimal(hash: &[u8]) -> String {
	format!("0x{}", hex::encode(hash))
}

/// The runtime that a chain with this currency starts with, and what its founder has to know of it.
pub fn choose(currency: &str, language: Language) -> Result<(Runtime, String), CommunityError> {
	if let Some(runtime) = runtimes::for_currency(currency) {
		return Ok((runtime, said(currency, true, &[], language)));
	}
	let listed: Vec<_> = runtimes::released().filter_map(|runtime| runtime.currency).collect();
	let plain = runtimes::plain().map_err(CommunityError::Runtime)?;
	Ok((plain, said(currency, false, &listed, language)))
}

/// Whether hardware wallets can sign, and if not, why. `listed`: the currencies that this program has runtimes for.
fn said(currency: &str, found: bool, listed: &[&str], language: Language) -> String {
	match (language, found, listed) {
		(Language::English, true, _) => {
			format!("The runtime holds the metadata hash for {currency}: hardware wallets can sign on this chain.")
		}
		(Language::Chinese, true, _) => format!("运行时含有 {currency} 的元数据哈希值：本链可以用硬件钱包签名。"),
		(Language::English, false, []) => "Hardware wallets cannot sign on this chain: this linli-node is not a \
			release, and its runtime holds no metadata hash (scripts/release.sh builds one that does)."
			.into(),
		(Language::Chinese, false, []) => "本链不能用硬件钱包签名：这个 linli-node 不是发行版，\
			其运行时不含元数据哈希值（可用 scripts/release.sh 构建发行版）。"
			.into(),
		(Language::English, false, listed) => format!(
			"Hardware wallets cannot sign on this chain: this release holds runtimes with a metadata hash for {}, \
			not for {currency}.",
			listed.join(", ")
		),
		(Language::Chinese, false, listed) => format!(
			"本链不能用硬件钱包签名：本发行版只有 {} 的运行时含有元数据哈希值，没有 {currency} 的。",
			listed.join("、")
		),
	}
}

#[cfg(test)]
#[path = "tests/runtimes.rs"]
mod tests;
