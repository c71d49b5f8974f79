// SPDX-License-Identifier: GPL-3.0-or-later

//! The committee's seats, and the end of its term.

use super::{count, gauge, gauges, State, Theme};
use linli_runtime::{
	opaque::Block,
	queries::{CommitteeApi, CommitteeView},
	AccountId,
};
use prometheus_endpoint::{Gauge, GaugeVec, PrometheusError, Registry, U64};
use sp_api::{ApiError, ProvideRuntimeApi};

/// The metrics.
pub struct Committee {
	seats: GaugeVec<U64>,
	ends: Gauge<U64>,
}

impl Committee {
	/// Registers the metrics.
	pub fn new(registry: &Registry) -> Result<Self, PrometheusError> {
		Ok(Self {
			seats: gauges(
				registry,
				"linli_committee_seats",
				"The committee's seats; all 0 while there is no committee.",
				&["state"],
			)?,
			ends: gauge(
				registry,
				"linli_committee_term_ends_timestamp_seconds",
				"The end of the committee's term, in seconds since 1970; 0 while there is no committee.",
			)?,
		})
	}

	fn show(&self, committee: &CommitteeView<AccountId>) {
		let (seats, ends) = committee.term.map_or((0, 0), |term| (u64::from(term.seats), term.ends));
		let taken = count(&committee.members);
		self.seats.with_label_values(&["taken"]).set(taken);
		self.seats.with_label_values(&["vacant"]).set(seats.saturating_sub(taken));
		self.ends.set(ends / 1_000);
	}
}

impl Theme for Committee {
	fn read(&self, state: &State) -> Result<(), ApiError> {
		let api = state.client.runtime_api();
		self.show(&CommitteeApi::<Block, AccountId>::committee(&*api, state.hash)?);
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn without_a_committee_all_is_zero() {
		let committee = Committee::new(&Registry::new()).expect("the names are free");
		committee.show(&CommitteeView { term: None, members: Vec::new(), reserve: Vec::new() });
		let seats = |state| committee.seats.with_label_values(&[state]).get();
		assert_eq!((seats("taken"), seats("vacant"), committee.ends.get()), (0, 0, 0));
	}
}
