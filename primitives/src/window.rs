// SPDX-License-Identifier: Apache-2.0

//! Windows in lived time (D46): how long a proposal can be answered, a body can rule, or a payer can object.

use crate::{traits::Clock, Moment};

/// A window that begins at a lived time and is over once the chain has lived long enough since. A standstill takes
/// nothing from it. What is stored is its beginning; its length comes from the configuration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LivedWindow {
	since: Moment,
	time: Moment,
}

impl LivedWindow {
	/// The window of `time` ms from the lived time `since` on.
	pub const fn new(since: Moment, time: Moment) -> Self {
		Self { since, time }
	}

	/// Whether it is over as of this block. One that no clock can reach the end of never is.
	pub fn is_over<C: Clock>(self) -> bool {
		self.end().is_some_and(|end| C::lived() >= end)
	}

	/// The clock time at which it is over, unless the chain stands still before; `None` if no clock can reach that.
	pub fn until<C: Clock>(self) -> Option<Moment> {
		self.end().map(C::moment_of)
	}

	/// The first half of it: from its end on, somebody else can act besides the one who is asked first.
	pub fn half(self) -> Self {
		Self { time: self.time.checked_div(2).unwrap_or_default(), ..self }
	}

	/// It, and as much again: after one body has left something, the next has as long.
	pub const fn twice(self) -> Self {
		Self { time: self.time.saturating_mul(2), ..self }
	}

	fn end(self) -> Option<Moment> {
		self.since.checked_add(self.time)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A chain at 1 000 that stood still for 100.
	struct Late;

	impl Clock for Late {
		fn now() -> Moment {
			1_000
		}

		fn lived() -> Moment {
			900
		}

		fn moment_of(lived: Moment) -> Moment {
			lived.saturating_add(100)
		}

		fn lived_at(moment: Moment) -> Moment {
			moment.saturating_sub(100)
		}
	}

	#[test]
	fn it_is_over_at_its_end_in_lived_time() {
		assert!(LivedWindow::new(800, 100).is_over::<Late>());
		assert!(!LivedWindow::new(800, 101).is_over::<Late>());
		assert!(LivedWindow::new(900, 0).is_over::<Late>());
		assert_eq!(LivedWindow::new(800, 101).until::<Late>(), Some(1_001));
	}

	#[test]
	fn it_is_halved_and_doubled() {
		let window = LivedWindow::new(700, 201);
		assert_eq!(window.half(), LivedWindow::new(700, 100));
		assert_eq!(window.twice(), LivedWindow::new(700, 402));
		assert!(window.half().is_over::<Late>() && !window.is_over::<Late>());
	}

	#[test]
	fn one_without_an_end_is_never_over() {
		let endless = LivedWindow::new(1, Moment::MAX);
		assert!(!endless.is_over::<Late>() && !endless.twice().is_over::<Late>());
		assert_eq!(endless.until::<Late>(), None);
	}
}
