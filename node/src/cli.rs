// SPDX-License-Identifier: GPL-3.0-or-later

//! What can be typed on the command line.

use crate::{community::CommunityCmd, sealing::Sealing};

const EXAMPLES: &str = "\
Examples:
  linli-node --dev
      A chain of one's own on this machine, gone when it stops. Connect to ws://127.0.0.1:9944.

  linli-node --dev --base-path ./data
      The same, kept in ./data.

  linli-node --dev --sealing manual
      No clock: blocks are made by the RPC methods dev_newBlock and dev_timeTravel.

  linli-node community new --roster homes.csv --name \"Willow Court\" --out willow
      The chain of a community from its list of homes and owners. README.txt in the folder says how to start it.

  linli-node --chain willow/chain-spec-raw.json --validator --keystore-path willow/keys/keystore \\
    --node-key-file willow/keys/node-key --base-path ./data
      Run a community's chain as its first validator.

  linli-node --chain local --alice --base-path ./alice
  linli-node --chain local --bob --base-path ./bob --port 30334 --rpc-port 9945
      Two validators of a test network on one machine.

  linli-node COMMAND --help
      What a command does, and its options.";

/// The command line: a subcommand, or the options of a running node.
#[derive(Debug, clap::Parser)]
#[command(after_long_help = EXAMPLES)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// Options of a running node.
	#[command(flatten)]
	pub run: sc_cli::RunCmd,

	/// Make blocks on request instead of by the clock (development only): `manual`, `instant` or `interval=MS`.
	///
	/// Without this option blocks are made by Aura and finalised by GRANDPA, also with `--dev`.
	///
	/// * `manual`: a block is made when the RPC method `dev_newBlock` is called.
	///
	/// * `instant`: also whenever a transaction arrives.
	///
	/// * `interval=MS`: also every MS milliseconds.
	///
	/// Such blocks are final at once, and the chain's time goes on by at least one slot per block, so that a chain may
	/// run ahead of the wall clock. `dev_timeTravel` sets the time of the next block: a test passes a month in one call.
	/// Chains of type `Live` refuse this option.
	#[arg(long, value_name = "MODE")]
	pub sealing: Option<Sealing>,
}

/// What this program does besides running a node.
#[derive(Debug, clap::Subcommand)]
#[allow(clippy::large_enum_variant)]
pub enum Subcommand {
	/// Make the chain of one's own community.
	Community(CommunityCmd),

	/// Make, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Write a chain specification as JSON (`--raw`: the form to share with others who join the chain).
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Write a chain specification to the standard output; `export-chain-spec` is its successor.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Check a block: it is run again, unless this node still keeps the state after it and so has run it.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Read blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Write the state at a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Delete a chain's database. Keys stay.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Go back by a number of blocks that are not final yet.
	Revert(sc_cli::RevertCmd),

	/// Say what the database holds.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Measure the runtime.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(BenchmarkCmd),
}

/// What can be measured.
#[cfg(feature = "runtime-benchmarks")]
#[derive(Debug, clap::Subcommand)]
pub enum BenchmarkCmd {
	/// Measure the weights of a pallet's calls.
	Pallet(frame_benchmarking_cli::PalletCmd),

	/// Measure what reading and writing an item of a chain's state costs.
	Storage(frame_benchmarking_cli::StorageCmd),
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;
	use sc_cli::SubstrateCli;

	#[test]
	fn the_command_line_is_sound() {
		Cli::setup_command(Cli::command()).debug_assert();
	}

	#[test]
	fn sealing_is_read() {
		let cli = Cli::try_from_iter(["linli-node", "--dev", "--sealing", "instant"]).expect("it is a mode");
		assert_eq!(cli.sealing, Some(Sealing::Instant));
		let error = Cli::try_from_iter(["linli-node", "--sealing", "sometimes"]).expect_err("it is no mode");
		assert!(error.to_string().contains("interval=MS"), "{error}");
	}

	#[test]
	fn telemetry_is_off_unless_asked_for() {
		use sc_cli::CliConfiguration;
		let spec: Box<dyn sc_service::ChainSpec> =
			Box::new(crate::chain_spec::ChainSpec::builder(&[], None).with_name("test").with_id("test").build());
		let cli = Cli::try_from_iter(["linli-node", "--dev"]).expect("sound");
		assert!(cli.run.telemetry_endpoints(&spec).expect("sound").is_none());
	}
}
