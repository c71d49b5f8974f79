// SPDX-License-Identifier: GPL-3.0-or-later

//! The roll of validators by state, the faults that the set bears and a pending revival of finality.

use super::{gauge, gauges, State, Theme};
use linli_runtime::{
	opaque::Block,
	queries::{ValidatorState, ValidatorsApi},
	AccountId, BlockNumber, Hash,
};
use prometheus_endpoint::{Gauge, GaugeVec, PrometheusError, Registry, U64};
use sp_api::{ApiError, ProvideRuntimeApi};

/// The states of a validator, as labels.
const STATES: [&str; 6] = ["serving", "silent", "awaiting_keys", "joining", "leaving", "dropped"];

/// The metrics.
pub struct Validators {
	roll: GaugeVec<U64>,
	tolerance: Gauge<U64>,
	revival: Gauge<U64>,
	remaining: Gauge<U64>,
}

impl Validators {
	/// Registers the metrics.
	pub fn new(registry: &Registry) -> Result<Self, PrometheusError> {
		Ok(Self {
			roll: gauges(
				registry,
				"linli_validators",
				"The validators on the roll. Silent ones are in the set and wrote no block for 24 hours of lived time.",
				&["state"],
			)?,
			tolerance: gauge(
				registry,
				"linli_faults_tolerated",
				"How many validators of the set may fail while finality goes on.",
			)?,
			revival: gauge(
				registry,
				"linli_revival_pending",
				"1 while a revival of finality is announced or under way.",
			)?,
			remaining: gauge(
				registry,
				"linli_revival_remaining_seconds",
				"How much longer the announced revival stays in public, in lived time; 0 if there is none.",
			)?,
		})
	}

	/// Shows how many of the roll are in each state.
	fn show(&self, roll: &[&str]) {
		for state in STATES {
			let here = roll.iter().filter(|label| **label == state).count();
			self.roll.with_label_values(&[state]).set(super::whole(here));
		}
	}
}

impl Theme for Validators {
	fn read(&self, state: &State) -> Result<(), ApiError> {
		let api = state.client.runtime_api();
		let roll = ValidatorsApi::<Block, AccountId, BlockNumber, Hash>::validators(&*api, state.hash)?;
		let labels: Vec<_> = roll.iter().map(|view| label(view.state, view.silent_since.is_some())).collect();
		self.show(&labels);
		let tolerance = ValidatorsApi::<Block, AccountId, BlockNumber, Hash>::fault_tolerance(&*api, state.hash)?;
		self.tolerance.set(tolerance.faults.into());
		let revival = ValidatorsApi::<Block, AccountId, BlockNumber, Hash>::pending_revival(&*api, state.hash)?;
		self.revival.set(revival.is_some().into());
		self.remaining.set(revival.map_or(0, |revival| revival.remaining / 1_000));
		Ok(())
	}
}

/// The state of a validator, as a label.
fn label(state: ValidatorState, silent: bool) -> &'static str {
	match state {
		ValidatorState::Serving if silent => "silent",
		ValidatorState::Serving => "serving",
		ValidatorState::AwaitingKeys => "awaiting_keys",
		ValidatorState::Joining => "joining",
		ValidatorState::Leaving { .. } => "leaving",
		ValidatorState::Dropped { .. } => "dropped",
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_silent_validator_is_counted_once() {
		let metrics = Validators::new(&Registry::new()).expect("the names are free");
		let seen = || STATES.map(|state| metrics.roll.with_label_values(&[state]).get());
		let serving = ValidatorState::Serving;
		let roll = [(serving, false), (serving, true), (ValidatorState::AwaitingKeys, false), (serving, false)];
		metrics.show(&roll.map(|(state, silent)| label(state, silent)));
		assert_eq!(seen(), [2, 1, 1, 0, 0, 0]);
		// States that no validator has any more go back to zero.
		metrics.show(&[]);
		assert_eq!(seen(), [0; 6]);
	}
}
