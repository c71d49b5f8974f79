// SPDX-License-Identifier: GPL-3.0-or-later

//! The server as its visitors see it: plain HTTP over a socket.

use super::*;
use prometheus_endpoint::Registry;
use sc_rpc_api::check_if_safe;
use std::io::{Read, Write};

/// A server with a safe and an unsafe method; returns its address.
fn serve(change: impl Fn(&mut RpcEndpoint)) -> (Server, SocketAddr) {
	serve_with_metrics(None, change)
}

fn serve_with_metrics(registry: Option<&Registry>, change: impl Fn(&mut RpcEndpoint)) -> (Server, SocketAddr) {
	let mut module = RpcModule::new(());
	module.register_method("linli_safe", |_, (), _| "fine").expect("the name is free");
	module
		.register_method("linli_unsafe", |_, (), extensions| check_if_safe(extensions).map(|()| "done"))
		.expect("the name is free");
	let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("some port is free");
	let mut endpoint = RpcEndpoint {
		listen_addr: port,
		max_connections: 8,
		cors: Some(vec!["https://portal.example".into(), "http://localhost:*".into()]),
		..closed()
	};
	change(&mut endpoint);
	let metrics = ServerMetrics::new(registry, &module).expect("the names are free");
	(start(vec![endpoint], &module, 1, 1024, metrics).expect("the port is free"), port)
}

/// Sends a request with these header lines; returns the answer's head and body.
fn ask(address: SocketAddr, headers: &str, body: &str) -> String {
	let mut socket = std::net::TcpStream::connect(address).expect("it listens");
	socket.set_read_timeout(Some(Duration::from_secs(10))).expect("a time");
	let length = body.len();
	let start = if body.is_empty() { "GET" } else { "POST" };
	write!(
		socket,
		"{start} / HTTP/1.1\r\nHost: portal.example\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\
		{headers}\r\n{body}"
	)
	.expect("it reads");
	let mut answer = Vec::new();
	let mut buffer = [0; 4096];
	// A WebSocket stays open: the head is enough.
	while !String::from_utf8_lossy(&answer).contains("\r\n\r\n") {
		match socket.read(&mut buffer).expect("it answers in time") {
			0 => break,
			read => answer.extend_from_slice(&buffer[..read]),
		}
	}
	let text = String::from_utf8_lossy(&answer).into_owned();
	if !body.is_empty() && !text.contains("\"jsonrpc\"") {
		let read = socket.read(&mut buffer).unwrap_or(0);
		return text + &String::from_utf8_lossy(&buffer[..read]);
	}
	text
}

fn call(method: &str) -> String {
	format!(r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":[]}}"#)
}

const WEBSOCKET: &str = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
	Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

#[test]
fn programs_and_listed_pages_come_in() {
	let (_server, address) = serve(|_| {});
	for headers in ["Connection: close\r\n", "Connection: close\r\nOrigin: https://portal.example\r\n"] {
		let answer = ask(address, headers, &call("linli_safe"));
		assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("fine"), "{answer}");
	}
	let answer = ask(address, "Connection: close\r\n", &call("rpc_methods"));
	assert!(answer.contains("linli_unsafe") && answer.contains("rpc_methods"), "{answer}");
	let opened = ask(address, WEBSOCKET, "");
	assert!(opened.starts_with("HTTP/1.1 101"), "{opened}");
	let opened = ask(address, &format!("{WEBSOCKET}Origin: http://localhost:5173\r\n"), "");
	assert!(opened.starts_with("HTTP/1.1 101"), "{opened}");
}

#[test]
fn foreign_pages_stay_out() {
	let (_server, address) = serve(|_| {});
	let foreign = "Origin: https://evil.example\r\n";
	let answer = ask(address, &format!("Connection: close\r\n{foreign}"), &call("linli_safe"));
	assert!(answer.starts_with("HTTP/1.1 403") && !answer.contains("fine"), "{answer}");
	let answer = ask(address, &format!("{WEBSOCKET}{foreign}"), "");
	assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");

	let (_server, address) = serve(|endpoint| endpoint.cors = None);
	let answer = ask(address, &format!("{WEBSOCKET}{foreign}"), "");
	assert!(answer.starts_with("HTTP/1.1 101"), "{answer}");
}

#[test]
fn unsafe_methods_are_refused_unless_asked_for() {
	let (_server, address) = serve(|_| {});
	let answer = ask(address, "Connection: close\r\n", &call("linli_unsafe"));
	assert!(answer.contains("-32601") && answer.contains("unsafe"), "{answer}");
	let (_server, address) = serve(|endpoint| endpoint.rpc_methods = RpcMethods::Auto);
	let answer = ask(address, "Connection: close\r\n", &call("linli_unsafe"));
	assert!(answer.contains("done"), "{answer}");
}

#[test]
fn an_address_cannot_take_all_connections() {
	let (_server, address) = serve(|_| {});
	let open = |visitor: &str| {
		let mut socket = std::net::TcpStream::connect(address).expect("it listens");
		socket.set_read_timeout(Some(Duration::from_secs(10))).expect("a time");
		write!(socket, "GET / HTTP/1.1\r\nHost: x\r\n{WEBSOCKET}X-Forwarded-For: {visitor}\r\n\r\n").expect("it reads");
		let mut status = [0; 12];
		socket.read_exact(&mut status).expect("it answers in time");
		(String::from_utf8_lossy(&status).into_owned(), socket)
	};
	let kept: Vec<_> = (0..3).map(|_| open("192.0.2.7")).collect();
	let statuses: Vec<_> = kept.iter().map(|(status, _)| status.as_str()).collect();
	assert_eq!(statuses, ["HTTP/1.1 101", "HTTP/1.1 101", "HTTP/1.1 429"]);
	assert_eq!(open("192.0.2.8").0, "HTTP/1.1 101");
}

#[test]
fn the_sdk_s_own_server_takes_nobody() {
	let (_server, address) = serve(|endpoint| endpoint.max_connections = 0);
	let answer = ask(address, "Connection: close\r\n", &call("linli_safe"));
	assert!(answer.starts_with("HTTP/1.1 429"), "{answer}");
}

/// The value of a counter with these labels, or 0 if there is none.
fn counted(registry: &Registry, name: &str, labels: &[&str]) -> f64 {
	let families = registry.gather();
	let metrics = families.iter().filter(|family| family.get_name() == name).flat_map(|family| family.get_metric());
	metrics
		.filter(|metric| labels.iter().all(|label| metric.get_label().iter().any(|pair| pair.get_value() == *label)))
		.map(|metric| metric.get_counter().get_value())
		.sum()
}

#[test]
fn calls_sessions_and_refusals_are_counted() {
	let registry = Registry::new();
	let (_server, address) = serve_with_metrics(Some(&registry), |endpoint| endpoint.max_connections = 8);
	let close = "Connection: close\r\n";
	ask(address, close, &call("linli_safe"));
	ask(address, close, &call("made_up"));
	ask(address, &format!("{close}Origin: https://evil.example\r\n"), &call("linli_safe"));
	ask(address, WEBSOCKET, "");
	assert_eq!(counted(&registry, "substrate_rpc_calls_started", &["http", "linli_safe"]), 1.0);
	assert_eq!(counted(&registry, "substrate_rpc_calls_started", &["http", "unknown"]), 1.0);
	assert_eq!(counted(&registry, "substrate_rpc_calls_finished", &["http", "linli_safe", "false"]), 1.0);
	assert_eq!(counted(&registry, "linli_rpc_refused", &["origin"]), 1.0);
	assert_eq!(counted(&registry, "linli_rpc_refused", &["address"]), 0.0);
	// The session is counted by a task of its own.
	let end = Instant::now() + Duration::from_secs(10);
	while counted(&registry, "substrate_rpc_sessions_opened", &[]) < 1.0 {
		assert!(Instant::now() < end, "the session was not counted");
		std::thread::sleep(Duration::from_millis(10));
	}
}

#[test]
fn refusals_by_limits_are_counted() {
	let registry = Registry::new();
	let (_server, address) = serve_with_metrics(Some(&registry), |endpoint| endpoint.max_connections = 0);
	ask(address, "Connection: close\r\n", &call("linli_safe"));
	assert_eq!(counted(&registry, "linli_rpc_refused", &["connections"]), 1.0);

	let registry = Registry::new();
	let (_server, address) = serve_with_metrics(Some(&registry), |endpoint| endpoint.max_connections = 1);
	let visitor = format!("{WEBSOCKET}X-Forwarded-For: 192.0.2.7\r\n");
	let mut kept = std::net::TcpStream::connect(address).expect("it listens");
	write!(kept, "GET / HTTP/1.1\r\nHost: x\r\n{visitor}\r\n").expect("it reads");
	let mut status = [0; 12];
	kept.read_exact(&mut status).expect("it answers");
	assert_eq!(&status, b"HTTP/1.1 101");
	let answer = ask(address, &visitor, "");
	assert!(answer.starts_with("HTTP/1.1 429"), "{answer}");
	assert_eq!(counted(&registry, "linli_rpc_refused", &["address"]), 1.0);
}
