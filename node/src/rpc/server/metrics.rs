// SPDX-License-Identifier: GPL-3.0-or-later

//! Calls, sessions and refusals, for Prometheus.
//!
//! Calls and sessions are counted by the SDK's own layer, under the names that dashboards of any Substrate node know
//! (`substrate_rpc_*`). The SDK's server, which takes no connections ([`super::closed`]), has registered the same
//! metrics for itself, so they leave the registry first. Refusals are only this server's: `linli_rpc_refused`.

use jsonrpsee::RpcModule;
use prometheus_endpoint::{
	prometheus::{
		core::{Collector, Desc},
		proto::MetricFamily,
	},
	register, CounterVec, Opts, PrometheusError, Registry, U64,
};
use sc_rpc_server::{middleware, MiddlewareLayer, RpcMetrics};
use std::collections::HashMap;

/// What the SDK's server registers, all of it empty.
const OF_THE_SDK_S_SERVER: [&str; 10] = [
	"substrate_rpc_threads_total",
	"substrate_rpc_threads_alive",
	"substrate_rpc_calls_time",
	"substrate_rpc_calls_started",
	"substrate_rpc_calls_finished",
	"substrate_rpc_calls_rejected",
	"substrate_rpc_calls_retried",
	"substrate_rpc_sessions_opened",
	"substrate_rpc_sessions_closed",
	"substrate_rpc_sessions_time",
];

/// Why a request was refused before any method saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
	/// It came from a page that is not on the list.
	Origin,
	/// Its address holds as many connections as it may.
	Address,
	/// All connections are taken.
	Connections,
}

impl Refusal {
	const ALL: [Self; 3] = [Self::Origin, Self::Address, Self::Connections];

	/// The label.
	fn reason(self) -> &'static str {
		match self {
			Self::Origin => "origin",
			Self::Address => "address",
			Self::Connections => "connections",
		}
	}
}

/// The server's metrics; by default none, as without Prometheus. Clones count together.
#[derive(Clone, Default)]
pub struct ServerMetrics(Option<Registered>);

#[derive(Clone)]
struct Registered {
	calls: RpcMetrics,
	refused: CounterVec<U64>,
}

impl ServerMetrics {
	/// Registers the metrics of a server of these methods, in place of those of the SDK's server.
	pub fn new(registry: Option<&Registry>, methods: &RpcModule<()>) -> Result<Self, PrometheusError> {
		let Some(registry) = registry else { return Ok(Self::default()) };
		for name in OF_THE_SDK_S_SERVER {
			// An error means that it is not there. Whatever else has the name is an error below.
			let _ = registry.unregister(Box::new(Named::new(name)?));
		}
		let refused = Opts::new("linli_rpc_refused", "Requests refused before any method saw them, by the reason.");
		let refused = register(CounterVec::new(refused, &["reason"])?, registry)?;
		Refusal::ALL.into_iter().for_each(|refusal| refused.with_label_values(&[refusal.reason()]).reset());
		// Clients call what they like: names that are no methods are counted together.
		let names: Vec<_> = methods.method_names().chain(["rpc_methods"]).collect();
		let calls = RpcMetrics::new(Some(registry))?.map(|calls| calls.with_known_methods(names));
		Ok(Self(calls.map(|calls| Registered { calls, refused })))
	}

	/// Adds the counters of calls and sessions to the layer of a connection.
	pub fn count(&self, layer: MiddlewareLayer, websocket: bool) -> MiddlewareLayer {
		let transport = if websocket { "ws" } else { "http" };
		match &self.0 {
			Some(Registered { calls, .. }) => layer.with_metrics(middleware::Metrics::new(calls.clone(), transport)),
			None => layer,
		}
	}

	/// Counts a refusal.
	pub fn refused(&self, refusal: Refusal) {
		if let Some(Registered { refused, .. }) = &self.0 {
			refused.with_label_values(&[refusal.reason()]).inc();
		}
	}
}

/// A metric of that name: all that a registry needs to find one.
struct Named(Desc);

impl Named {
	fn new(name: &str) -> Result<Self, PrometheusError> {
		Desc::new(name.into(), "unused".into(), Vec::new(), HashMap::new()).map(Self)
	}
}

impl Collector for Named {
	fn desc(&self) -> Vec<&Desc> {
		vec![&self.0]
	}

	fn collect(&self) -> Vec<MetricFamily> {
		Vec::new()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// If the SDK gets one more metric, or renames one, this fails.
	#[test]
	fn the_sdk_s_metrics_are_replaced() {
		let registry = Registry::new();
		RpcMetrics::new(Some(&registry)).expect("the names are free");
		assert!(RpcMetrics::new(Some(&registry)).is_err(), "they cannot be there twice");
		ServerMetrics::new(Some(&registry), &RpcModule::new(())).expect("the SDK's metrics are gone");
		let opened =
			registry.gather().into_iter().filter(|family| family.get_name() == "substrate_rpc_sessions_opened");
		assert_eq!(opened.map(|family| family.get_metric().len()).collect::<Vec<_>>(), [1]);
	}
}
