// SPDX-License-Identifier: GPL-3.0-or-later

//! The command line.

use crate::{community::CommunityCmd, hard_forks::command::HardForkCmd, sealing::Sealing};

const EXAMPLES: &str = "\
Examples:
  linli-node --dev
      A chain on this machine only, deleted when it stops. Connect to ws://127.0.0.1:9944.

  linli-node --dev --base-path ./data
      The same, with its data kept in ./data.

  linli-node --dev --sealing manual
      No clock: blocks are made by the RPC methods dev_newBlock and dev_timeTravel.

  linli-node community new --roster roster.csv --name \"Willow Court\" --out willow
      Make the chain of a community from its list of units and owners. README.txt in the folder says how to start it.

  linli-node --chain willow/chain-spec-raw.json --validator --keystore-path willow/keys/keystore \\
    --node-key-file willow/keys/node-key --base-path ./data
      Run a community's chain as its first validator.

  linli-node --chain local --alice --base-path ./alice
  linli-node --chain local --bob --base-path ./bob --port 30334 --rpc-port 9945 --prometheus-port 9616
      Two validators of a test network on one machine: each node needs ports of its own. They find each other.

  linli-node COMMAND --help
      What a command does, and its options.

Ports:
  --rpc-port         9944   JSON-RPC, open to this machine only
  --port             30333  network, which the community's other nodes must reach; for light clients in browsers
                            also 30333/udp (WebRTC) and 30433 (WebSocket), always 100 above
  --prometheus-port  9615   metrics for Prometheus, open to this machine only

Units:
  Money is in fen, hundredths of the currency: 50000 is 500.00.
  Area is in hundredths of a square metre: 9803 is 98.03 m².
  Times are in milliseconds since 1970.";

const PORT_HELP: &str = "The TCP port for other nodes, on all interfaces (default: 30333).

Light clients in browsers connect to the same UDP port (WebRTC) and to the TCP port 100 above it (WebSocket).

If it is taken, the node does not start. To listen on certain addresses only, leave this option out and name address and \
port by --listen-addr, such as --listen-addr /ip4/192.0.2.7/tcp/30334: the two exclude each other.";

const RPC_PORT_HELP: &str = "The TCP port for JSON-RPC, over HTTP and WebSocket (default: 9944).

If it is taken, the node does not start. Without this option, a node that finds 9944 taken answers on a free port, which \
its log names.";

const PROMETHEUS_PORT_HELP: &str = "The TCP port for Prometheus metrics (default: 9615).

If it is taken, the node does not start. Without this option, a node that finds 9615 taken serves no metrics, and its \
log says so.";

const RPC_METHODS_HELP: &str = "Which RPC methods to offer: safe, auto or unsafe.

The default is safe on chains of type Live, and auto on others. With auto, a caller on this machine may use \
methods that change the node, and to the node a reverse proxy on this machine is such a caller.";

const RPC_CORS_HELP: &str = "The pages that may use the RPC in a browser, by their origin, such as \
https://portal.example; separated by commas, or all.

Requests of other pages are refused, WebSockets included. Programs that are no browsers are not concerned. The default \
is pages on this machine and https://polkadot.js.org; with --dev, all.";

/// Replaces the help text of an SDK option; its first line is the short help.
pub fn help(text: &'static str) -> impl FnOnce(clap::Arg) -> clap::Arg {
	move |arg| arg.help(text.lines().next().unwrap_or_default()).long_help(text)
}

/// The command line: a subcommand, or the options of a running node.
#[derive(Debug, clap::Parser)]
#[command(after_long_help = EXAMPLES)]
#[command(mut_arg("port", help(PORT_HELP)))]
#[command(mut_arg("rpc_port", help(RPC_PORT_HELP)))]
#[command(mut_arg("rpc_methods", help(RPC_METHODS_HELP)))]
#[command(mut_arg("rpc_cors", help(RPC_CORS_HELP)))]
#[command(mut_arg("prometheus_port", help(PROMETHEUS_PORT_HELP)))]
pub struct Cli {
	/// A command other than running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// Options of a running node.
	#[command(flatten)]
	pub run: sc_cli::RunCmd,

	/// Make blocks on request instead of by the clock (development only): `manual`, `instant` or `interval=MS`.
	///
	/// Without this option, Aura authors blocks and GRANDPA finalises them, also with `--dev`.
	///
	/// * `manual`: a block is made when the RPC method `dev_newBlock` is called.
	///
	/// * `instant`: also whenever a transaction arrives.
	///
	/// * `interval=MS`: also every MS milliseconds.
	///
	/// Such blocks are final at once, unless `dev_newBlock` says otherwise. The chain's time advances by at least one
	/// slot per block, so it can run ahead of the wall clock. `dev_timeTravel` sets the time of the next block: a test
	/// can skip a month in one call. Chains of type `Live` refuse this option.
	#[arg(long, value_name = "MODE")]
	pub sealing: Option<Sealing>,

	/// Stop when less than this is free on the disk of the data folder, in MiB (0: never).
	///
	/// A database that cannot be written may be damaged. The log warns when four times as much is left, and the node
	/// does not start again until there is room.
	#[arg(long, value_name = "MIB", default_value_t = 256)]
	pub min_free_disk: u64,
}

/// Commands other than running a node.
#[derive(Debug, clap::Subcommand)]
#[allow(clippy::large_enum_variant)]
pub enum Subcommand {
	/// Make the chain of your own community.
	Community(CommunityCmd),

	/// After a revival of finality: write the change of validators into the chain spec, for nodes to come.
	HardFork(HardForkCmd),

	/// Make, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Write a chain specification as JSON (`--raw`: the form to share with others who join the chain).
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Write a chain specification to the standard output (superseded by `export-chain-spec`).
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Check a block by running it again, unless this node still keeps the state after it.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Read blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Write the state at a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Delete a chain's database. Keys stay.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Revert a number of blocks, never past the last final one.
	Revert(sc_cli::RevertCmd),

	/// Show the first, best and last final block of the database.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Measure the runtime.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(BenchmarkCmd),
}

/// Benchmarks.
#[cfg(feature = "runtime-benchmarks")]
#[derive(Debug, clap::Subcommand)]
pub enum BenchmarkCmd {
	/// Measure the weights of a pallet's calls.
	Pallet(Box<frame_benchmarking_cli::PalletCmd>),

	/// Measure the cost of reading and writing an item of a chain's state.
	Storage(Box<frame_benchmarking_cli::StorageCmd>),
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
	fn the_help_says_how_ports_are_chosen() {
		let help = Cli::setup_command(Cli::command()).render_long_help().to_string();
		// Lines are wrapped at the width of the terminal.
		let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
		for (option, default) in [("--rpc-port", "9944"), ("--port", "30333"), ("--prometheus-port", "9615")] {
			assert!(help.contains(&format!("{option} <PORT>")), "{option}: {help}");
			assert!(help.contains(&format!("(default: {default})")), "{option}: {help}");
		}
		assert!(help.contains("two exclude each other"), "{help}");
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
		let spec: Box<dyn sc_service::ChainSpec> = Box::new(
			crate::chain_spec::ChainSpec::builder(&[], Default::default()).with_name("test").with_id("test").build(),
		);
		let cli = Cli::try_from_iter(["linli-node", "--dev"]).expect("sound");
		assert!(cli.run.telemetry_endpoints(&spec).expect("sound").is_none());
	}
}
