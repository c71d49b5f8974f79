// SPDX-License-Identifier: Apache-2.0

//! The present, by both times of the chain (D46).

use linli_primitives::Moment;

/// The present. Bookings begin and end by the clock; windows to act end in lived time, so that a standstill takes
/// nothing from them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Instant {
	/// The clock time, in ms since 1970.
	pub clock: Moment,
	/// The lived time, in ms.
	pub lived: Moment,
}
