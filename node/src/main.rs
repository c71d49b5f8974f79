// SPDX-License-Identifier: GPL-3.0-or-later

//! The node of a Linli community chain.
//!
//! - [`cli`] and [`command`]: what can be typed, and what it does
//! - [`chain_spec`]: the chains this binary knows by name
//! - [`service`]: the node itself: client, network, consensus, RPC server
//! - [`sealing`]: making blocks on request instead, for development and tests
//! - [`rpc`]: JSON-RPC methods beside those that every Substrate node has
//! - [`community`]: making the chain of one's own community
#![allow(clippy::result_large_err, reason = "the client's own errors, which end the program")]

mod chain_spec;
mod cli;
mod command;
mod community;
mod rpc;
mod sealing;
mod service;

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
