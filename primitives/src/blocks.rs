// SPDX-License-Identifier: Apache-2.0

//! In which block a time has come, for what a scheduler does by block numbers.

use crate::Moment;

/// How many blocks from now on the scheduler finds `when` in the past, where it is `now` and no two blocks are closer
/// than `block_time`; all in ms.
///
/// The scheduler runs before a block's own time is set, so it knows the time of the block before: one block more. And
/// the blocks that authors make are not exactly one block time apart: another one.
pub fn blocks_until(when: Moment, now: Moment, block_time: Moment) -> u64 {
	when.saturating_sub(now).div_ceil(block_time.max(1)).saturating_add(2)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_time_has_come_two_blocks_after_the_last_that_may_be_too_early() {
		assert_eq!(blocks_until(1_000, 1_000, 6), 2);
		assert_eq!(blocks_until(1_001, 1_000, 6), 3);
		assert_eq!(blocks_until(1_006, 1_000, 6), 3);
		assert_eq!(blocks_until(1_007, 1_000, 6), 4);
		// In the past, without a block time, at the end of time.
		assert_eq!(blocks_until(0, 1_000, 6), 2);
		assert_eq!(blocks_until(1_001, 1_000, 0), 3);
		assert_eq!(blocks_until(Moment::MAX, 0, 1), u64::MAX);
	}
}
