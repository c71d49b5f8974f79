// SPDX-License-Identifier: Apache-2.0

//! What time it is.

use crate::Moment;

/// The chain's clock. Deadlines are times, never block numbers.
pub trait Clock {
	/// Milliseconds since 1970 as of this block; zero before the first block.
	fn now() -> Moment;

	/// Makes it `now`, in benchmarks. The runtime's clock must do it: what takes a month cannot be measured otherwise.
	#[cfg(feature = "runtime-benchmarks")]
	fn set(_now: Moment) {}
}
