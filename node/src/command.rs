// SPDX-License-Identifier: GPL-3.0-or-later

//! Executes the commands.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	client::{self, FullClient, FullSelectChain, Opened},
	community::{help, locale::language, usage},
	consensus,
	doors::{self, asked::Asked},
	health::{database, network_key},
	ports,
	service::{self, Options},
	tasks::EndsWithCommand,
};
use clap::{CommandFactory, FromArgMatches};
use linli_roster::Language;
use linli_runtime::opaque::Block;
use sc_cli::{CliConfiguration, LoggerBuilder, RunCmd, SubstrateCli};
use sc_consensus::DefaultImportQueue;
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::{Configuration, TaskManager};
use sc_telemetry::Telemetry;
use sp_runtime::traits::Block as BlockT;
use std::sync::Arc;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Linli Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
		chain_spec::load(id)
	}
}

/// Says what is wrong with the command line, in the language of the locale, and ends the program.
fn exit(error: &clap::Error) -> ! {
	if language() == Language::Chinese {
		if let Some(said) = usage::in_chinese(error) {
			eprintln!("{said}");
			std::process::exit(error.exit_code());
		}
	}
	error.exit()
}

/// Parses the command line and executes it.
pub fn run() -> sc_cli::Result<()> {
	let command = Cli::setup_command(Cli::command());
	let command = match language() {
		Language::English => command,
		Language::Chinese => help::in_chinese(command),
	};
	let matches = command.try_get_matches().unwrap_or_else(|error| exit(&error));
	let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| exit(&error));

	match &cli.subcommand {
		None => run_node(&cli, &Asked::from_matches(&matches)),
		Some(Subcommand::Community(cmd)) => cmd.run(),
		Some(Subcommand::HardFork(cmd)) => {
			cmd.check()?;
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|mut config| {
				cmd.check_database(&config)?;
				let opened = client::open(&config)?;
				let result = cmd.run(&mut config, &opened);
				Ok((async move { result }, opened.task_manager))
			})
		}
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::BuildSpec(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(config.chain_spec, config.network))
		}
		Some(Subcommand::CheckBlock(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let (client, import_queue, task_manager) = importing(&config)?;
				Ok((cmd.run(client, import_queue), task_manager))
			})
		}
		Some(Subcommand::ExportBlocks(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let Opened { client, task_manager, .. } = client::open(&config)?;
				Ok((cmd.run(client, config.database), task_manager))
			})
		}
		Some(Subcommand::ImportBlocks(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let (client, import_queue, task_manager) = importing(&config)?;
				Ok((cmd.run(client, import_queue), task_manager))
			})
		}
		Some(Subcommand::ExportState(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let Opened { client, task_manager, .. } = client::open(&config)?;
				Ok((cmd.run(client, config.chain_spec), task_manager))
			})
		}
		Some(Subcommand::PurgeChain(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(config.database))
		}
		Some(Subcommand::Revert(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				let Opened { client, task_manager, backend, .. } = client::open(&config)?;
				// GRANDPA keeps its authority sets beside the blocks: they must be reverted too.
				let aux_revert = Box::new(|client, _, blocks| consensus::revert(client, blocks));
				Ok((cmd.run(client, backend, Some(aux_revert)), task_manager))
			})
		}
		Some(Subcommand::ChainInfo(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run::<Block>(&config))
		}
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(crate::cli::BenchmarkCmd::Pallet(cmd))) => {
			let runner = cli.create_runner(cmd.as_ref())?;
			runner.sync_run(|config| {
				cmd.run_with_spec::<sp_runtime::traits::HashingFor<Block>, ()>(Some(config.chain_spec))
			})
		}
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(crate::cli::BenchmarkCmd::Storage(cmd))) => {
			let runner = cli.create_runner(cmd.as_ref())?;
			runner.sync_run(|config| {
				let Opened { client, backend, .. } = client::open(&config)?;
				let cache = backend.expose_shared_trie_cache();
				cmd.run(config, client, backend.expose_db(), backend.expose_storage(), cache)
			})
		}
	}
}

/// Opens the database for a command that imports or verifies blocks.
fn importing(config: &Configuration) -> sc_cli::Result<(Arc<FullClient>, DefaultImportQueue<Block>, TaskManager)> {
	let Opened { client, backend, task_manager, telemetry, .. } = client::open(config)?;
	let import = consensus::import(
		config,
		&client,
		FullSelectChain::new(backend),
		// Nothing is reported.
		None,
		&EndsWithCommand(task_manager.spawn_handle()),
		telemetry.as_ref().map(Telemetry::handle),
	)?;
	Ok((client, import.queue, task_manager))
}

fn run_node(cli: &Cli, asked: &Asked) -> sc_cli::Result<()> {
	// Other Substrate nodes start a test network here, which the operator of a community's node should not do by
	// mistake.
	if cli.run.shared_params.chain.is_none() && !cli.run.shared_params.dev {
		return Err(sc_cli::Error::Input(
			"Which chain? Try `--dev` for a development chain, `--chain FILE` for a community's chain \
			(`community new` makes one), or `--chain local` for a test network. `--help` shows examples."
				.into(),
		));
	}

	let mut run = cli.run.clone();
	doors::test_keys::apply(&mut run);
	doors::check(&run).map_err(sc_cli::Error::Input)?;
	let dev = run.shared_params.is_dev();
	doors::network::listen(&mut run.network_params, dev);
	database::check_keystore(run.keystore_params.keystore_path.as_deref(), &run.role(dev)?)
		.map_err(sc_cli::Error::Input)?;

	let mut runner = cli
		.create_runner_with_logger_hook(&run, |logger, _| quiet(&run, logger))
		.map_err(|error| network_key::explained(error, language()))?;
	let options = Options { sealing: cli.sealing, min_free_disk: cli.min_free_disk };
	if let Some(sealing) = options.sealing {
		sealing.allowed_on(runner.config().chain_spec.chain_type()).map_err(sc_cli::Error::Input)?;
	}

	doors::apply(&run, asked, runner.config_mut()).map_err(sc_cli::Error::Input)?;
	ports::check(&cli.run, runner.config_mut()).map_err(sc_cli::Error::Input)?;

	runner.run_node_until_exit(|config| async move {
		match config.network.network_backend {
			NetworkBackendType::Litep2p => service::new_full::<Litep2pNetworkBackend>(config, options),
			NetworkBackendType::Libp2p => {
				service::new_full::<NetworkWorker<Block, <Block as BlockT>::Hash>>(config, options)
			}
		}
		.map_err(sc_cli::Error::Service)
	})
}

/// Keeps the SDK's own RPC server out of the log: it takes no connections (see [`crate::rpc::server`]), and its address
/// would be mistaken for this node's. The builder keeps its directives to itself, so it is made anew.
fn quiet(run: &RunCmd, logger: &mut LoggerBuilder) {
	let build = || -> sc_cli::Result<LoggerBuilder> {
		let asked = run.log_filters()?;
		let comma = if asked.is_empty() { "" } else { "," };
		let mut quiet = LoggerBuilder::new(format!("sc_rpc_server=warn{comma}{asked}"));
		quiet.with_log_reloading(run.enable_log_reloading()?).with_detailed_output(run.detailed_log_output()?);
		if let Some(targets) = run.tracing_targets()? {
			quiet.with_profiling(run.tracing_receiver()?, targets);
		}
		if run.disable_log_color()? {
			quiet.with_colors(false);
		}
		Ok(quiet)
	};
	if let Ok(quiet) = build() {
		*logger = quiet;
	}
}
