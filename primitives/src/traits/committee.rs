// SPDX-License-Identifier: Apache-2.0

//! Whether the owners have a committee.

/// The owners' committee, for what must not happen without one.
pub trait SittingCommittee {
	/// Whether a committee sits now: somebody was elected, and the term is not over.
	fn sits() -> bool;

	/// Seats a committee of as many members as can be, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn seat();
}
