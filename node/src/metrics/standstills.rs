// SPDX-License-Identifier: GPL-3.0-or-later

//! Standstills, and the time that was lived without them (D46).

use super::{gauge, State, Theme};
use linli_runtime::{opaque::Block, queries::CommunityApi};
use prometheus_endpoint::{Gauge, PrometheusError, Registry, U64};
use sp_api::{ApiError, ProvideRuntimeApi};

/// The metrics.
pub struct Standstills {
	count: Gauge<U64>,
	last: Gauge<U64>,
	lived: Gauge<U64>,
}

impl Standstills {
	/// Registers the metrics.
	pub fn new(registry: &Registry) -> Result<Self, PrometheusError> {
		Ok(Self {
			count: gauge(
				registry,
				"linli_standstills",
				"Standstills since the chain's first block: more than 5 minutes without a block.",
			)?,
			last: gauge(
				registry,
				"linli_last_standstill_seconds",
				"The length of the last standstill; 0 if there was none.",
			)?,
			lived: gauge(
				registry,
				"linli_lived_seconds",
				"The time since the chain's first block without standstills.",
			)?,
		})
	}
}

impl Theme for Standstills {
	fn read(&self, state: &State) -> Result<(), ApiError> {
		let api = state.client.runtime_api();
		let clock = CommunityApi::<Block>::clock(&*api, state.hash)?;
		self.count.set(clock.standstills.into());
		if let Some(last) = clock.standstills.checked_sub(1) {
			let standstills = CommunityApi::<Block>::standstills(&*api, state.hash, last, 1)?;
			self.last.set(standstills.first().map_or(0, |standstill| standstill.length() / 1_000));
		}
		if let Some(began) = state.began {
			self.lived.set(state.now.saturating_sub(began).saturating_sub(clock.stood_still) / 1_000);
		}
		Ok(())
	}
}
