// SPDX-License-Identifier: GPL-3.0-or-later

//! What a command is doing, on standard error: a line for each step and, in a terminal, a bar for what takes long.

use indicatif::{ProgressBar, ProgressStyle};
use std::time::Duration;

/// How often a bar moves.
const TICK: Duration = Duration::from_millis(120);

/// A step under way. Its bar, if there is a terminal, is gone when it is dropped; its line stays.
pub struct Step(ProgressBar);

impl Step {
	/// Begins a step of unknown length.
	pub fn begin(what: &str) -> Self {
		eprintln!("{what} …");
		// Draws in a terminal only.
		let bar = ProgressBar::new_spinner();
		bar.set_style(
			ProgressStyle::with_template("{spinner} {elapsed}").unwrap_or_else(|_| ProgressStyle::default_spinner()),
		);
		bar.enable_steady_tick(TICK);
		Self(bar)
	}

	/// Begins a step of so many parts.
	pub fn begin_of(what: &str, parts: usize) -> Self {
		eprintln!("{what} …");
		let bar = ProgressBar::new(u64::try_from(parts).unwrap_or(u64::MAX));
		let style = ProgressStyle::with_template("{bar:40} {pos}/{len}");
		bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
		bar.enable_steady_tick(TICK);
		Self(bar)
	}

	/// One more part is done.
	pub fn advance(&self) {
		self.0.inc(1);
	}
}

impl Drop for Step {
	fn drop(&mut self) {
		self.0.finish_and_clear();
	}
}
