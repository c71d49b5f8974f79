// SPDX-License-Identifier: GPL-3.0-or-later

//! The node of a Linli community chain.
//!
//! - [`cli`] and [`command`]: the command line and its execution
//! - [`chain_spec`]: the named chains; [`runtimes`]: the runtimes of which chains are made
//! - [`client`]: the client's types, and opening its database
//! - [`consensus`]: Aura and GRANDPA; [`voting`]: which block a validator votes for; [`equivocations`]: reports of
//!   validators that write two blocks for one slot
//! - [`hard_forks`]: the revivals of finality that the chain spec names, for nodes that did not see them
//! - [`service`]: a running node: client, pool, network, consensus, RPC server
//! - [`ports`]: whether the ports it listens on are free; [`tasks`]: how its tasks end
//! - [`sealing`]: making blocks on request instead, for development and tests
//! - [`rpc`]: JSON-RPC methods beyond those that every Substrate node has, and the server
//! - [`doors`]: what a node lets in by default
//! - [`health`]: what keeps it from working; [`metrics`]: what the chain itself knows, for Prometheus
//! - [`community`]: making a community's chain
#![allow(clippy::result_large_err, reason = "the client's own errors, which end the program")]

mod chain_spec;
mod cli;
mod client;
mod command;
mod community;
mod consensus;
mod doors;
mod equivocations;
mod hard_forks;
mod health;
mod metrics;
mod ports;
mod rpc;
mod runtimes;
mod sealing;
mod service;
mod tasks;
mod voting;

use community::locale::language;
use std::process::ExitCode;

/// Prints an error as a sentence; returned from `main`, it would be printed by its `Debug` form.
fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("{}{error}", language().pick("error: ", "错误："));
			ExitCode::FAILURE
		}
	}
}
