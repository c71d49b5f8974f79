// SPDX-License-Identifier: Apache-2.0

//! The chain's clock.

use crate::Moment;

/// The chain's clock. Deadlines are times, never block numbers.
pub trait Clock {
	/// Milliseconds since 1970 as of this block; zero before the first block.
	fn now() -> Moment;
}
