// SPDX-License-Identifier: GPL-3.0-or-later

//! The JSON-RPC server.
//!
//! The SDK starts one of its own, to which nothing can be added: it lets a WebSocket in whichever page opened it,
//! answers proxies only under its own host name, and has one limit for all addresses together. This one serves the same
//! methods with the same options, checks each request at the gate, and counts connections per address. It computes
//! answers on few threads: a client that asks for many at once waits, and the node keeps making blocks. The SDK's
//! server is started with no connections to give ([`closed`]).
//!
//! - [`gate`]: which requests come in
//! - [`connections`]: how many WebSocket connections an address holds
//! - [`metrics`]: calls, sessions and refusals

mod connections;
mod gate;
mod metrics;
#[cfg(test)]
mod tests;

use connections::Connections;
use gate::Gate;
use http_body_util::{BodyExt, Limited};
use jsonrpsee::{
	server::{
		serve_with_graceful_shutdown, stop_channel, ws, HttpBody, HttpRequest, HttpResponse, Methods, PingConfig,
		RandomStringIdProvider, RpcServiceBuilder, Server as JsonRpc, ServerHandle, StopHandle,
	},
	RpcModule,
};
use metrics::Refusal;
pub use metrics::ServerMetrics;
use sc_rpc_server::{middleware::NodeHealthProxyLayer, utils::deny_unsafe, MiddlewareLayer};
use sc_service::config::{RpcEndpoint, RpcMethods};
use std::{
	net::{Ipv4Addr, SocketAddr, TcpListener},
	time::{Duration, Instant},
};
use tokio::{net::TcpStream, runtime::Runtime};
use tower::Service;
use tower_http::cors::CorsLayer;

const MEGABYTE: u32 = 1024 * 1024;

/// How a WebSocket that does not answer is found out.
const PING_EVERY: Duration = Duration::from_secs(30);
const SILENT_FOR: Duration = Duration::from_secs(60);
const MAX_FAILURES: usize = 3;

/// A running server. It stops when dropped.
pub struct Server {
	handle: ServerHandle,
	runtime: Option<Runtime>,
}

impl Drop for Server {
	fn drop(&mut self) {
		// An error means that it has stopped already.
		let _ = self.handle.stop();
		if let Some(runtime) = self.runtime.take() {
			// An ordinary drop would wait, which is not allowed in an asynchronous context.
			runtime.shutdown_background();
		}
	}
}

/// Starts serving `module` on the endpoints. At most `threads` answers are computed at once, and a line of the log
/// shows no more than `log_limit` characters of a request. `metrics` counts what comes in.
///
/// Fails if an address cannot be listened on, unless it is optional.
pub fn start(
	endpoints: Vec<RpcEndpoint>,
	module: &RpcModule<()>,
	threads: u32,
	log_limit: u32,
	metrics: ServerMetrics,
) -> Result<Server, String> {
	let methods = with_list_of_methods(module)?;
	let runtime = sc_rpc_server::create_rpc_runtime(threads).map_err(|error| format!("JSON-RPC: {error}"))?;
	let (stop, handle) = stop_channel();
	let server = Server { handle, runtime: Some(runtime) };
	let Some(runtime) = &server.runtime else { return Ok(server) };

	let mut addresses = Vec::new();
	for endpoint in endpoints {
		let listener = match bind(&endpoint) {
			Ok(listener) => listener,
			// A machine without IPv6 has the other endpoint.
			Err(error) if endpoint.is_optional => {
				log::debug!("JSON-RPC: {} is left out: {error}", endpoint.listen_addr);
				continue;
			}
			Err(error) => return Err(format!("JSON-RPC cannot listen on {}: {error}", endpoint.listen_addr)),
		};
		addresses.push(listener.local_addr().map_err(|error| error.to_string())?);
		let guard = runtime.enter();
		let listener = tokio::net::TcpListener::from_std(listener).map_err(|error| error.to_string())?;
		drop(guard);
		runtime.spawn(accept(listener, endpoint, methods.clone(), stop.clone(), log_limit, metrics.clone()));
	}
	if addresses.is_empty() {
		return Err("JSON-RPC has no address to listen on. Name one by --rpc-port.".into());
	}
	// The form of the SDK's line, which scripts read.
	let list: Vec<_> = addresses.iter().map(ToString::to_string).collect();
	log::info!("Running JSON-RPC server: addr={}", list.join(",") + if list.len() == 1 { "," } else { "" });
	Ok(server)
}

/// The number of answers that are computed at once: one processor is left to the node itself.
pub fn threads() -> u32 {
	let processors = std::thread::available_parallelism().map_or(1, usize::from);
	u32::try_from(processors.saturating_sub(1)).unwrap_or(u32::MAX).max(1)
}

/// The endpoint for the SDK's own server, which cannot be left out: a port of this machine that takes no connections.
pub fn closed() -> RpcEndpoint {
	RpcEndpoint {
		listen_addr: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
		batch_config: sc_service::config::RpcBatchRequestConfig::Disabled,
		max_connections: 0,
		max_payload_in_mb: 1,
		max_payload_out_mb: 1,
		max_subscriptions_per_connection: 0,
		max_buffer_capacity_per_connection: 1,
		rate_limit: None,
		rate_limit_trust_proxy_headers: false,
		rate_limit_whitelisted_ips: Vec::new(),
		cors: Some(Vec::new()),
		rpc_methods: RpcMethods::Safe,
		is_optional: false,
		retry_random_port: false,
	}
}

/// The methods with `rpc_methods`, which clients ask for what there is.
fn with_list_of_methods(module: &RpcModule<()>) -> Result<Methods, String> {
	let mut module = module.clone();
	let mut names: Vec<_> = module.method_names().chain(["rpc_methods"]).collect();
	names.sort_unstable();
	module
		.register_method("rpc_methods", move |_, (), _| serde_json::json!({ "methods": names }))
		.map_err(|error| error.to_string())?;
	Ok(module.into())
}

fn bind(endpoint: &RpcEndpoint) -> std::io::Result<TcpListener> {
	let listener = match TcpListener::bind(endpoint.listen_addr) {
		Err(_) if endpoint.retry_random_port => TcpListener::bind(SocketAddr::new(endpoint.listen_addr.ip(), 0)),
		bound => bound,
	}?;
	listener.set_nonblocking(true)?;
	Ok(listener)
}

/// Serves an endpoint until the server stops.
async fn accept(
	listener: tokio::net::TcpListener,
	endpoint: RpcEndpoint,
	methods: Methods,
	stop: StopHandle,
	log_limit: u32,
	metrics: ServerMetrics,
) {
	let http = tower::ServiceBuilder::new()
		// `GET /health` and `GET /health/readiness` for proxies and containers.
		.layer(NodeHealthProxyLayer)
		// Foreign origins do not come as far as this.
		.layer(CorsLayer::permissive());
	let builder = JsonRpc::builder()
		.max_request_body_size(endpoint.max_payload_in_mb.saturating_mul(MEGABYTE))
		.max_response_body_size(endpoint.max_payload_out_mb.saturating_mul(MEGABYTE))
		.max_connections(endpoint.max_connections)
		.max_subscriptions_per_connection(endpoint.max_subscriptions_per_connection)
		.enable_ws_ping(
			PingConfig::new().ping_interval(PING_EVERY).inactive_limit(SILENT_FOR).max_failures(MAX_FAILURES),
		)
		.set_http_middleware(http)
		.set_message_buffer_capacity(endpoint.max_buffer_capacity_per_connection)
		.set_batch_request_config(endpoint.batch_config)
		.set_id_provider(RandomStringIdProvider::new(16))
		.to_service_builder();
	let unsafe_calls = deny_unsafe(&endpoint.listen_addr, &endpoint.rpc_methods);
	let connections = Connections::of(endpoint.max_connections);
	let gate = Gate::new(endpoint);

	loop {
		let (socket, remote): (TcpStream, SocketAddr) = tokio::select! {
			accepted = listener.accept() => match accepted {
				Ok(accepted) => accepted,
				Err(error) => {
					log::debug!("JSON-RPC: a connection was not accepted: {error}");
					// Out of file descriptors, most often: at once it would fail again.
					tokio::time::sleep(Duration::from_millis(100)).await;
					continue;
				}
			},
			() = stop.clone().shutdown() => break,
		};

		let (builder, gate, connections) = (builder.clone(), gate.clone(), connections.clone());
		let (methods, stopped, metrics) = (methods.clone(), stop.clone(), metrics.clone());
		let service = tower::service_fn(move |mut request: HttpRequest<hyper::body::Incoming>| {
			request.extensions_mut().insert(unsafe_calls);
			let visitor = gate.admit(remote.ip(), request.headers());
			let websocket = ws::is_upgrade_request(&request);
			let held = match &visitor {
				Ok(visitor) if websocket => connections.hold(visitor.address),
				_ => Some(connections::Held::nothing()),
			};
			let limit = visitor.as_ref().ok().and_then(|visitor| visitor.rate_limit);
			let layer = metrics.count(MiddlewareLayer::new(), websocket);
			let layer = match limit {
				Some(limit) => layer.with_rate_limit_per_minute(limit),
				None => layer,
			};
			let middleware = RpcServiceBuilder::new().rpc_logger(log_limit).layer(layer.clone());
			let mut service = builder.clone().set_rpc_middleware(middleware).build(methods.clone(), stopped.clone());
			let metrics = metrics.clone();

			async move {
				if let Err(refusal) = visitor {
					metrics.refused(Refusal::Origin);
					// Of a connection closed over an unread body, the client sees only that it broke.
					let _ = Limited::new(request.into_body(), REFUSED_BODY).collect().await;
					return Ok(refused(403, &refusal));
				}
				let Some(held) = held else {
					metrics.refused(Refusal::Address);
					return Ok(refused(429, "Too many connections from this address. Close some and try again."));
				};
				if websocket {
					let closed = service.on_session_closed();
					tokio::spawn(async move {
						let opened = Instant::now();
						layer.ws_connect();
						closed.await;
						layer.ws_disconnect(opened);
						drop(held);
					});
				}
				let answer = service.call(request).await;
				if answer.as_ref().is_ok_and(|answer| answer.status().as_u16() == 429) {
					metrics.refused(Refusal::Connections);
				}
				answer
			}
		});
		tokio::spawn(serve_with_graceful_shutdown(socket, service, stop.clone().shutdown()));
	}
}

/// The most that is read of the body of a refused request, in bytes.
const REFUSED_BODY: usize = 64 * 1024;

fn refused(status: u16, reason: &str) -> HttpResponse {
	let mut response = HttpResponse::new(HttpBody::from(format!("{reason}\n")));
	if let Ok(status) = status.try_into() {
		*response.status_mut() = status;
	}
	response
}
