// SPDX-License-Identifier: GPL-3.0-or-later

//! What is wrong now: a line in the log when it begins, again at a sober rate while it lasts, and one when it is over;
//! and the gauge `linli_trouble{kind="…"}`, which is 1 meanwhile.

use prometheus_endpoint::{register, GaugeVec, Opts, PrometheusError, Registry, U64};
use std::{
	collections::BTreeMap,
	sync::{Arc, Mutex, PoisonError},
	time::{Duration, Instant},
};

/// How often the log repeats what lasts.
const AGAIN_AFTER: Duration = Duration::from_secs(10 * 60);

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
	/// A validator holds no key of the current set.
	NoKey,
	/// The clock is off.
	Clock,
	/// There are no peers although boot nodes are named.
	NoPeers,
	/// The data folder's disk is nearly full.
	DiskFull,
}

impl Trouble {
	const ALL: [Self; 4] = [Self::NoKey, Self::Clock, Self::NoPeers, Self::DiskFull];

	/// The label in metrics.
	fn kind(self) -> &'static str {
		match self {
			Self::NoKey => "no_key",
			Self::Clock => "clock",
			Self::NoPeers => "no_peers",
			Self::DiskFull => "disk_full",
		}
	}

	/// What the log says when it is over.
	fn over(self) -> &'static str {
		match self {
			Self::NoKey => "This validator's keys are in the current set.",
			Self::Clock => "The clock agrees with the chain's again.",
			Self::NoPeers => "This node has peers again.",
			Self::DiskFull => "The disk has room again.",
		}
	}
}

/// The board on which the checks write. Clones are the same board.
#[derive(Clone)]
pub struct Board {
	said: Arc<Mutex<BTreeMap<Trouble, Instant>>>,
	gauge: Option<GaugeVec<U64>>,
}

impl Board {
	/// An empty board. With a registry, its gauges are there from the start, at 0.
	pub fn new(registry: Option<&Registry>) -> Result<Self, PrometheusError> {
		let gauge = registry
			.map(|registry| {
				let text = "1 while this node cannot work as it should; the log says what to do.";
				register(GaugeVec::new(Opts::new("linli_trouble", text), &["kind"])?, registry)
			})
			.transpose()?;
		if let Some(gauge) = &gauge {
			Trouble::ALL.into_iter().for_each(|trouble| gauge.with_label_values(&[trouble.kind()]).set(0));
		}
		Ok(Self { said: Arc::default(), gauge })
	}

	/// Notes what a check found: a sentence with what to do, or `None` if all is well.
	pub fn report(&self, trouble: Trouble, sentence: Option<String>) {
		if let Some(gauge) = &self.gauge {
			gauge.with_label_values(&[trouble.kind()]).set(u64::from(sentence.is_some()));
		}
		match (self.due(trouble, sentence.is_some(), Instant::now()), sentence) {
			(Some(Line::Trouble), Some(sentence)) => log::error!("{sentence}"),
			(Some(Line::Over), _) => log::info!("{}", trouble.over()),
			_ => {}
		}
	}

	/// The line that is due now, if any.
	fn due(&self, trouble: Trouble, there: bool, now: Instant) -> Option<Line> {
		let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
		if !there {
			return said.remove(&trouble).map(|_| Line::Over);
		}
		let last = said.get(&trouble);
		if last.is_some_and(|last| now.saturating_duration_since(*last) < AGAIN_AFTER) {
			return None;
		}
		said.insert(trouble, now);
		Some(Line::Trouble)
	}
}

/// A line of the log.
#[derive(Debug, PartialEq, Eq)]
enum Line {
	Trouble,
	Over,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_lasts_is_said_at_a_sober_rate() {
		let board = Board::new(None).expect("there is nothing to register");
		let start = Instant::now();
		assert_eq!(board.due(Trouble::NoKey, false, start), None);
		assert_eq!(board.due(Trouble::NoKey, true, start), Some(Line::Trouble));
		assert_eq!(board.due(Trouble::NoKey, true, start + Duration::from_secs(60)), None);
		assert_eq!(board.due(Trouble::Clock, true, start + Duration::from_secs(60)), Some(Line::Trouble));
		assert_eq!(board.due(Trouble::NoKey, true, start + AGAIN_AFTER), Some(Line::Trouble));
		assert_eq!(board.due(Trouble::NoKey, false, start + AGAIN_AFTER), Some(Line::Over));
		assert_eq!(board.due(Trouble::NoKey, false, start + AGAIN_AFTER), None);
	}

	#[test]
	fn gauges_show_what_is_there() {
		let registry = Registry::new();
		let board = Board::new(Some(&registry)).expect("the name is free");
		board.report(Trouble::DiskFull, Some("full".into()));
		let value = |kind| {
			let families = registry.gather();
			let family = families.iter().find(|family| family.get_name() == "linli_trouble").expect("it is there");
			let metric = family.get_metric().iter().find(|metric| metric.get_label()[0].get_value() == kind);
			metric.expect("each kind is there from the start").get_gauge().get_value()
		};
		assert_eq!([value("disk_full"), value("no_key"), value("clock"), value("no_peers")], [1.0, 0.0, 0.0, 0.0]);
		board.report(Trouble::DiskFull, None);
		assert_eq!(value("disk_full"), 0.0);
	}
}
