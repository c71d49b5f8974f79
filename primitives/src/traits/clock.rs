// SPDX-License-Identifier: Apache-2.0

//! The chain's clock.

use crate::Moment;

/// The chain's clock. Deadlines are times, never block numbers.
pub trait Clock {
	/// Milliseconds since 1970 as of this block; zero before the first block.
	fn now() -> Moment;

	/// Sets the time to `now`, in benchmarks. The runtime's clock must implement it, so that calls that need a month to
	/// pass can be measured.
	#[cfg(feature = "runtime-benchmarks")]
	fn set(_now: Moment) {}
}
