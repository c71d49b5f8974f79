// SPDX-License-Identifier: GPL-3.0-or-later

//! The node of a Linli community chain.
//!
//! - [`cli`] and [`command`]: what can be typed, and what it does
//! - [`chain_spec`]: the chains this binary knows by name
//! - [`client`]: the client's types, and the database that is opened with it
//! - [`consensus`]: Aura and GRANDPA
//! - [`service`]: a running node: client, pool, network, consensus, RPC server
//! - [`ports`]: whether the ports it listens on are free; [`tasks`]: how its tasks end
//! - [`sealing`]: making blocks on request instead, for development and tests
//! - [`rpc`]: JSON-RPC methods beyond those that every Substrate node has
//! - [`community`]: making the chain of one's own community
#![allow(clippy::result_large_err, reason = "the client's own errors, which end the program")]

mod chain_spec;
mod cli;
mod client;
mod command;
mod community;
mod consensus;
mod ports;
mod rpc;
mod sealing;
mod service;
mod tasks;

use std::process::ExitCode;

/// Says what went wrong as a sentence; returned from `main`, an error would be printed as code.
fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			ExitCode::FAILURE
		}
	}
}
