// SPDX-License-Identifier: GPL-3.0-or-later

//! Making blocks on request instead of by the clock, for development and tests.
//!
//! The runtime is the same as with real consensus: each block carries the Aura slot of its timestamp. Only the seal is
//! missing, so other nodes would not accept such a block, and each block is final as soon as it is made.
//!
//! - [`clock`]: the time of the next block
//! - [`engine`]: the tasks that make blocks

pub mod clock;
pub mod engine;

use sc_service::ChainType;
use std::{fmt, str::FromStr, time::Duration};

/// The maximum interval, a day: a longer one is surely a mistake.
const MAX_INTERVAL_MS: u64 = 24 * 60 * 60 * 1000;

/// When blocks are made, if not by Aura. `dev_newBlock` makes blocks in each of these modes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealing {
	/// On request only.
	Manual,
	/// Also whenever a transaction arrives.
	Instant,
	/// Also whenever this time has passed.
	Interval(Duration),
}

impl Sealing {
	/// Refuses live chains, whose blocks are made by validators.
	pub fn allowed_on(&self, chain_type: ChainType) -> Result<(), String> {
		match chain_type {
			ChainType::Live => Err(format!(
				"`--sealing {self}` is for development. This chain is a live one: its blocks are made by its validators. \
				Leave the option out, or use a development chain (`--dev`)."
			)),
			ChainType::Development | ChainType::Local | ChainType::Custom(_) => Ok(()),
		}
	}
}

impl FromStr for Sealing {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		match (text, text.strip_prefix("interval=")) {
			("manual", _) => Ok(Self::Manual),
			("instant", _) => Ok(Self::Instant),
			(_, Some(millis)) => match millis.parse::<u64>() {
				Ok(millis @ 1..=MAX_INTERVAL_MS) => Ok(Self::Interval(Duration::from_millis(millis))),
				_ => Err(format!(
					"the interval is a whole number of milliseconds from 1 to {MAX_INTERVAL_MS}, as in interval=500"
				)),
			},
			_ => Err("expected manual, instant or interval=MS".into()),
		}
	}
}

impl fmt::Display for Sealing {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Manual => f.write_str("manual"),
			Self::Instant => f.write_str("instant"),
			Self::Interval(every) => write!(f, "interval={}", every.as_millis()),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn modes_round_trip() {
		for (text, mode) in [
			("manual", Sealing::Manual),
			("instant", Sealing::Instant),
			("interval=1", Sealing::Interval(Duration::from_millis(1))),
			("interval=2500", Sealing::Interval(Duration::from_millis(2500))),
		] {
			assert_eq!(text.parse(), Ok(mode));
			assert_eq!(mode.to_string(), text);
		}
	}

	#[test]
	fn other_modes_are_refused() {
		for text in ["", "Manual", "aura", "interval", "manual=3"] {
			assert_eq!(text.parse::<Sealing>(), Err("expected manual, instant or interval=MS".into()), "{text}");
		}
		for text in ["interval=", "interval=0", "interval=-1", "interval=1.5", "interval=1s", "interval=86400001"] {
			assert!(text.parse::<Sealing>().is_err_and(|error| error.contains("from 1 to 86400000")), "{text}");
		}
	}

	#[test]
	fn live_chains_are_refused() {
		let error = Sealing::Manual.allowed_on(ChainType::Live).expect_err("it is live");
		assert!(error.contains("--sealing manual") && error.contains("validators"), "{error}");
		for chain_type in [ChainType::Development, ChainType::Local, ChainType::Custom("trial".into())] {
			assert_eq!(Sealing::Instant.allowed_on(chain_type), Ok(()));
		}
	}
}
