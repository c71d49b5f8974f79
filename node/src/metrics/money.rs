// SPDX-License-Identifier: GPL-3.0-or-later

//! The bills issued, and the money in the pots.

use super::{gauge, gauges, whole, State, Theme};
use linli_runtime::{
	opaque::Block,
	queries::{FeesApi, FundApi, PotKind},
	AccountId,
};
use prometheus_endpoint::{Gauge, GaugeVec, PrometheusError, Registry, U64};
use sp_api::{ApiError, ProvideRuntimeApi};

/// The metrics.
pub struct Money {
	pots: GaugeVec<U64>,
	bills: Gauge<U64>,
	open: Gauge<U64>,
}

impl Money {
	/// Registers the metrics.
	pub fn new(registry: &Registry) -> Result<Self, PrometheusError> {
		Ok(Self {
			pots: gauges(registry, "linli_pot_fen", "The money in a pot, in fen.", &["pot", "kind"])?,
			bills: gauge(registry, "linli_bills_issued", "The bills issued since the chain began.")?,
			open: gauge(
				registry,
				"linli_bills_open_fen",
				"What is owed on all bills, due or not, with the late fees charged, in fen.",
			)?,
		})
	}
}

impl Theme for Money {
	fn read(&self, state: &State) -> Result<(), ApiError> {
		let api = state.client.runtime_api();
		for (id, pot) in FundApi::<Block, AccountId>::pots(&*api, state.hash)? {
			self.pots.with_label_values(&[&id.to_string(), kind(pot.kind)]).set(whole(pot.balance));
		}
		let bills = FeesApi::<Block, AccountId>::totals(&*api, state.hash)?;
		self.bills.set(bills.totals.bills);
		self.open.set(whole(bills.open));
		Ok(())
	}
}

/// The purpose of a pot, as a label.
fn kind(kind: PotKind) -> &'static str {
	match kind {
		PotKind::Operating => "operating",
		PotKind::Repair => "repair",
		PotKind::CommonIncome => "common_income",
		PotKind::Other => "other",
	}
}
