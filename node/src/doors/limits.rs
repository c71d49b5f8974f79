// SPDX-License-Identifier: GPL-3.0-or-later

//! JSON-RPC on a `Live` chain: which methods, and how much of everything.
//!
//! The numbers follow what went wrong with the SDK's: 90 connections of 1,000 subscriptions each took 1.2 GB that did
//! not come back, about 13 KB for one. [`CONNECTIONS`] × [`SUBSCRIPTIONS`] now come to 43 MB. A wallet, the portal or a
//! tool of `clients/` holds one connection with fewer than ten subscriptions.

use super::asked::Asked;
use sc_service::config::{RpcBatchRequestConfig, RpcEndpoint, RpcMethods};

/// Connections at once on an endpoint (the SDK's number). One address may hold a quarter of them:
/// [`crate::rpc::server`].
const CONNECTIONS: u32 = 100;

/// Subscriptions of one connection (SDK: 1,024).
const SUBSCRIPTIONS: u32 = 32;

/// A request, in MB (SDK: 15). The longest honest one carries a new runtime in hexadecimal: 3 MB.
const REQUEST_MB: u32 = 5;

/// An answer, in MB (SDK: 15). The longest honest one is a block that carries a new runtime.
const RESPONSE_MB: u32 = 8;

/// Messages that wait for a client that does not read (SDK: 64).
const BUFFERED_MESSAGES: u32 = 16;

/// Requests in a batch (SDK: any number).
const BATCH: u32 = 32;

/// Threads for operations of `chainHead_*`, which the SDK sizes by the number of connections.
pub const CHAIN_HEAD_THREADS: u32 = 32;

/// The ids of the options that override these defaults.
#[cfg(test)]
pub const IDS: [&str; 8] = [
	"rpc_methods",
	"rpc_max_connections",
	"rpc_max_subscriptions_per_connection",
	"rpc_max_request_size",
	"rpc_max_response_size",
	"rpc_message_buffer_capacity_per_connection",
	"rpc_max_batch_request_len",
	"rpc_disable_batch_requests",
];

/// Sets what was not asked for.
///
/// The SDK's method set `auto` allows everything to connections from this machine, and those of a reverse proxy are: it
/// would hand `author_rotateKeys` to the world. So the default is `safe`, for everybody.
pub fn apply(asked: &Asked, endpoint: &mut RpcEndpoint) {
	if !asked.has("rpc_methods") {
		endpoint.rpc_methods = RpcMethods::Safe;
	}
	if !asked.has("rpc_max_batch_request_len") && !asked.has("rpc_disable_batch_requests") {
		endpoint.batch_config = RpcBatchRequestConfig::Limit(BATCH);
	}
	let set = |id, field: &mut u32, default| {
		if !asked.has(id) {
			*field = default;
		}
	};
	set("rpc_max_connections", &mut endpoint.max_connections, CONNECTIONS);
	set("rpc_max_subscriptions_per_connection", &mut endpoint.max_subscriptions_per_connection, SUBSCRIPTIONS);
	set("rpc_max_request_size", &mut endpoint.max_payload_in_mb, REQUEST_MB);
	set("rpc_max_response_size", &mut endpoint.max_payload_out_mb, RESPONSE_MB);
	set(
		"rpc_message_buffer_capacity_per_connection",
		&mut endpoint.max_buffer_capacity_per_connection,
		BUFFERED_MESSAGES,
	);
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::cli::Cli;
	use clap::CommandFactory;
	use sc_cli::{CliConfiguration, SubstrateCli};

	/// The endpoint that a live chain would get from these options.
	fn endpoint(options: &[&str]) -> RpcEndpoint {
		let line: Vec<_> = ["linli-node", "--chain", "x"].iter().chain(options).collect();
		let matches = Cli::setup_command(Cli::command()).try_get_matches_from(&line).expect("they are options");
		let cli = Cli::try_from_iter(line).expect("they are options");
		let endpoints = cli.run.rpc_addr(9944).expect("sound").expect("there are endpoints");
		let mut endpoint = endpoints.into_iter().next().expect("there is one").into();
		apply(&Asked::from_matches(&matches), &mut endpoint);
		endpoint
	}

	#[test]
	fn the_defaults_are_sober() {
		let endpoint = endpoint(&[]);
		assert!(matches!(endpoint.rpc_methods, RpcMethods::Safe));
		assert!(matches!(endpoint.batch_config, RpcBatchRequestConfig::Limit(BATCH)));
		assert_eq!(endpoint.max_subscriptions_per_connection, SUBSCRIPTIONS);
		assert_eq!(endpoint.max_payload_in_mb, REQUEST_MB);
		assert_eq!(endpoint.max_payload_out_mb, RESPONSE_MB);
		assert_eq!(endpoint.max_buffer_capacity_per_connection, BUFFERED_MESSAGES);
		assert!(endpoint.cors.is_some_and(|origins| !origins.contains(&"*".to_string())));
	}

	#[test]
	fn what_was_asked_for_stays() {
		let endpoint = endpoint(&[
			"--rpc-methods",
			"auto",
			"--rpc-max-subscriptions-per-connection",
			"1024",
			"--rpc-disable-batch-requests",
			"--rpc-max-connections",
			"7",
		]);
		assert!(matches!(endpoint.rpc_methods, RpcMethods::Auto));
		assert!(matches!(endpoint.batch_config, RpcBatchRequestConfig::Disabled));
		assert_eq!(endpoint.max_subscriptions_per_connection, 1024);
		assert_eq!(endpoint.max_connections, 7);
		assert_eq!(endpoint.max_payload_in_mb, REQUEST_MB);
	}
}
