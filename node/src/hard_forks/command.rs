// SPDX-License-Identifier: GPL-3.0-or-later

//! `linli-node hard-fork`: reads the revivals of finality out of the node's database, and writes them into a new chain
//! spec file.

use super::{
	check,
	record::{self, Recorded},
	HardFork, HardForks,
};
use crate::{
	chain_spec::ChainSpec,
	cli::help,
	client::{FullSelectChain, HostFunctions, Opened},
	community::output::{write_new, Access},
	consensus::{GrandpaBlockImport, GrandpaLink},
	health::database,
};
use linli_runtime::BlockNumber;
use sc_cli::{CliConfiguration, DatabaseParams, Error, PruningParams, SharedParams};
use sc_service::Configuration;
use sp_blockchain::HeaderBackend;
use std::{
	collections::BTreeMap,
	io::{self, Write},
	path::{Path, PathBuf},
};

/// After a revival of finality, write the change of validators into the chain spec.
///
/// Nodes that were running saw the change. A node that synchronises by warp proofs later cannot see it, and needs it as
/// an authority hard fork in its chain spec. This command reads it from the database of a node that was running, or
/// that synchronised in full; the node has to be stopped meanwhile. The genesis stays what it is.
#[derive(Debug, clap::Parser)]
#[command(after_long_help = EXAMPLES)]
#[command(mut_arg("chain", help("The chain spec file of the community, as its nodes have it.")))]
#[command(mut_arg("base_path", help("The data folder of the stopped node, as it has it in --base-path.")))]
#[command(mut_arg("state_pruning", help("As the node has it; leave it out if the node does.")))]
#[command(mut_arg("blocks_pruning", help("As the node has it; leave it out if the node does.")))]
#[command(mut_arg("log", help("How much the log says, such as debug, or grandpa=debug for one part. Default: info.")))]
// These are for development, or matter to a running node only.
#[command(mut_arg("dev", |arg| arg.hide(true)))]
#[command(mut_arg("detailed_log_output", |arg| arg.hide(true)))]
#[command(mut_arg("disable_log_color", |arg| arg.hide(true)))]
#[command(mut_arg("enable_log_reloading", |arg| arg.hide(true)))]
#[command(mut_arg("tracing_targets", |arg| arg.hide(true)))]
#[command(mut_arg("tracing_receiver", |arg| arg.hide(true)))]
#[command(mut_arg("database", |arg| arg.hide(true)))]
#[command(mut_arg("database_cache_size", |arg| arg.hide(true)))]
pub struct HardForkCmd {
	/// The chain spec file to write, which must not exist yet. Without this option the hard forks are printed as JSON,
	/// and nothing is written.
	#[arg(long, value_name = "FILE")]
	out: Option<PathBuf>,

	#[allow(missing_docs)]
	#[clap(flatten)]
	shared_params: SharedParams,

	#[allow(missing_docs)]
	#[clap(flatten)]
	pruning_params: PruningParams,

	#[allow(missing_docs)]
	#[clap(flatten)]
	database_params: DatabaseParams,
}

const EXAMPLES: &str = "\
Examples:
  linli-node hard-fork --chain chain-spec-raw.json --base-path data
      Print the hard forks that this node's database and the chain spec hold together.

  linli-node hard-fork --chain chain-spec-raw.json --base-path data --out chain-spec-raw-2.json
      Write the chain spec with them. Let another operator do the same and compare the files before anybody uses them.";

impl CliConfiguration for HardForkCmd {
	fn shared_params(&self) -> &SharedParams {
		&self.shared_params
	}

	fn pruning_params(&self) -> Option<&PruningParams> {
		Some(&self.pruning_params)
	}

	fn database_params(&self) -> Option<&DatabaseParams> {
		Some(&self.database_params)
	}
}

impl HardForkCmd {
	/// Refuses what cannot work, before anything is opened.
	pub fn check(&self) -> sc_cli::Result<()> {
		match &self.out {
			Some(path) if path.symlink_metadata().is_ok() => Err(Error::Input(format!(
				"--out: {} exists already. Nothing is overwritten: name another file.",
				path.display()
			))),
			_ => Ok(()),
		}
	}

	/// Refuses a database that does not exist: opening it would begin one.
	pub fn check_database(&self, config: &Configuration) -> sc_cli::Result<()> {
		match config.database.path() {
			Some(path) if !path.exists() => Err(Error::Input(format!(
				"there is no database of {} in {}. Name the data folder of a node of this chain by --base-path.",
				config.chain_spec.name(),
				path.display()
			))),
			_ => Ok(()),
		}
	}

	/// Executes the command on the opened database.
	pub fn run(&self, config: &mut Configuration, opened: &Opened) -> sc_cli::Result<()> {
		let Opened { client, backend, .. } = opened;
		let known = HardForks::of(&*config.chain_spec);
		let select_chain = FullSelectChain::new(backend.clone());
		let (_, link): (GrandpaBlockImport, GrandpaLink) =
			sc_consensus_grandpa::block_import(client.clone(), u32::MAX, client, select_chain, None)?;
		let set = link.shared_authority_set();
		check::agree(&known, &**client, set).map_err(Error::Input)?;
		let ends = check::set_ends(set).map_err(Error::Input)?;
		let recorded = record::forced_changes(&**client, &ends).map_err(|error| Error::Application(Box::new(error)))?;
		let info = client.info();
		let forks = merge(&known, recorded, info.finalized_number).map_err(Error::Input)?;

		let Some(out) = &self.out else {
			return print(&forks);
		};
		let text = with_hard_forks(&*config.chain_spec, &forks).map_err(Error::Input)?;
		// As a node would read it: another genesis ends the command before anything is written.
		config.chain_spec = Box::new(ChainSpec::from_json_bytes(text.clone().into_bytes()).map_err(Error::Input)?);
		let executor = sc_service::new_wasm_executor::<HostFunctions>(&config.executor);
		database::check(config, backend, executor, info.genesis_hash).map_err(Error::Input)?;
		write_new(out, text.as_bytes(), Access::Public).map_err(|error| Error::Application(Box::new(error)))?;
		explain(out, &forks, &format!("{:?}", info.genesis_hash))
	}
}

/// Those of the chain spec and those of the database. There has to be one, and each has to be over.
fn merge(known: &HardForks, recorded: Vec<Recorded>, finalized: BlockNumber) -> Result<HardForks, String> {
	if let Some(pending) = recorded.iter().find(|recorded| recorded.enacted > finalized) {
		return Err(format!(
			"the revival that block {} signals takes hold with block {}, and only block {finalized} is final. Wait until \
			that block is final, so that nobody sends out a chain spec for blocks that may yet be undone.",
			pending.fork.block.number, pending.enacted
		));
	}
	let by_number = |fork: HardFork| (fork.block.number, fork);
	let mut forks: BTreeMap<_, _> = known.iter().cloned().map(by_number).collect();
	forks.extend(recorded.into_iter().map(|recorded| by_number(recorded.fork)));
	if forks.is_empty() {
		return Err("this database knows of no revival of finality. There was none, or the node synchronised by warp \
			proofs after it: then run this on a node that was running, or that synchronised in full."
			.into());
	}
	HardForks::new(forks.into_values().collect()).map_err(|error| error.to_string())
}

/// The chain spec with these hard forks instead of its own.
fn with_hard_forks(spec: &dyn sc_service::ChainSpec, forks: &HardForks) -> Result<String, String> {
	let mut spec = spec.cloned_box();
	*sc_chain_spec::get_extension_mut::<HardForks>(spec.extensions_mut())
		.ok_or("the chain spec has no place for hard forks")? = forks.clone();
	spec.as_json(false)
}

/// Prints the hard forks alone, so that a script can read them.
fn print(forks: &HardForks) -> sc_cli::Result<()> {
	let text = serde_json::to_string_pretty(forks).map_err(|error| Error::Application(Box::new(error)))?;
	Ok(writeln!(io::stdout().lock(), "{text}")?)
}

/// Says what was written and what to do with it.
fn explain(out: &Path, forks: &HardForks, genesis: &str) -> sc_cli::Result<()> {
	let mut stdout = io::stdout().lock();
	writeln!(stdout, "Written: {}", out.display())?;
	writeln!(stdout, "Genesis: {genesis}, as before")?;
	for fork in forks.iter() {
		writeln!(
			stdout,
			"Block {} ({:?}): set {} of {} validators, on top of block {}",
			fork.block.number,
			fork.block.hash,
			fork.set_id,
			fork.authorities.len(),
			fork.last_finalized
		)?;
	}
	writeln!(stdout, "Let another operator make the file as well and compare the two before you send it out.")?;
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::hard_forks::{spec::Signal, test_chain::key};
	use linli_runtime::Hash;

	fn fork(number: BlockNumber, set_id: u64) -> HardFork {
		let block = Signal { number, hash: Hash::repeat_byte(set_id as u8) };
		HardFork { block, set_id, authorities: vec![key("Alice")], last_finalized: number - 1 }
	}

	#[test]
	fn hard_forks_of_spec_and_database_are_merged_in_order() {
		let known = HardForks::new(vec![fork(10, 2), fork(20, 4)]).unwrap();
		let recorded = vec![Recorded { fork: fork(20, 4), enacted: 25 }, Recorded { fork: fork(30, 5), enacted: 35 }];
		let merged = merge(&known, recorded.clone(), 35).unwrap();
		assert_eq!(Vec::from(merged), vec![fork(10, 2), fork(20, 4), fork(30, 5)]);
		let error = merge(&known, recorded, 34).unwrap_err();
		assert!(error.contains("block 30") && error.contains("block 35") && error.contains("block 34"), "{error}");
	}

	#[test]
	fn a_database_without_a_revival_is_explained() {
		let error = merge(&HardForks::default(), Vec::new(), 100).unwrap_err();
		assert!(error.contains("no revival") && error.contains("warp"), "{error}");
	}

	#[test]
	fn the_genesis_of_the_spec_stays_as_it_is() {
		let json = serde_json::json!({
			"name": "Willow Court", "id": "willow-court", "chainType": "Live", "bootNodes": [], "protocolId": "willow",
			"telemetryEndpoints": null, "properties": { "tokenSymbol": "CNY" }, "codeSubstitutes": {},
			"genesis": { "raw": { "top": { "0x3a636f6465": "0x01", "0xffee": "0x02" }, "childrenDefault": {} } },
		});
		let spec = ChainSpec::from_json_bytes(json.to_string().into_bytes()).unwrap();
		let forks = HardForks::new(vec![fork(10, 2)]).unwrap();
		let text = with_hard_forks(&spec, &forks).unwrap();
		let written: serde_json::Value = serde_json::from_str(&text).unwrap();
		for part in ["name", "id", "chainType", "bootNodes", "protocolId", "properties", "genesis"] {
			assert_eq!(written[part], json[part], "{part}");
		}
		let read = ChainSpec::from_json_bytes(text.into_bytes()).unwrap();
		assert_eq!(HardForks::of(&read), forks);
	}

	#[test]
	fn nothing_is_overwritten() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("chain-spec-raw.json");
		let command =
			|out: &Path| <HardForkCmd as clap::Parser>::parse_from(["hard-fork", "--out", out.to_str().unwrap()]);
		assert!(command(&path).check().is_ok());
		std::fs::write(&path, "{}").unwrap();
		let error = command(&path).check().unwrap_err().to_string();
		assert!(error.contains("exists already"), "{error}");
	}

	#[test]
	fn the_help_is_about_this_command() {
		let help = <HardForkCmd as clap::CommandFactory>::command().render_long_help().to_string();
		for option in ["--chain", "--base-path", "--out", "--state-pruning"] {
			assert!(help.contains(option), "{option}: {help}");
		}
		for foreign in ["staging", "build-spec", "--dev", "--tracing", "polkadot", "RocksDB", "--db-cache"] {
			assert!(!help.contains(foreign), "{foreign}: {help}");
		}
	}
}
