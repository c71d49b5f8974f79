// SPDX-License-Identifier: Apache-2.0

//! Converts times into block numbers.

use crate::Moment;
use sp_runtime::{traits::AtLeast32BitUnsigned, SaturatedConversion};

/// The number of blocks from `now` after which the scheduler finds `when` in the past, given that two blocks are at
/// least `block_time` apart; all in ms.
///
/// Two blocks are added. The scheduler runs before the block's own timestamp is set, so it sees the time of the
/// previous block; and blocks are not spaced at exactly one block time.
pub fn blocks_until(when: Moment, now: Moment, block_time: Moment) -> u64 {
	when.saturating_sub(now).div_ceil(block_time.max(1)).saturating_add(2)
}

/// The block, counted from the `current` one, in which the scheduler finds `when` in the past; see [`blocks_until`].
pub fn block_at<BlockNumber: AtLeast32BitUnsigned>(
	when: Moment,
	now: Moment,
	block_time: Moment,
	current: BlockNumber,
) -> BlockNumber {
	current.saturating_add(blocks_until(when, now, block_time).saturated_into())
}

/// The block that many blocks before `block` as fit into `span`, given that two blocks are at least `block_time` apart;
/// both in ms. At least `span` lies between the two, unless the chain is younger: then it is the genesis block.
pub fn block_before<BlockNumber: AtLeast32BitUnsigned>(
	span: Moment,
	block_time: Moment,
	block: BlockNumber,
) -> BlockNumber {
	block.saturating_sub(span.div_ceil(block_time.max(1)).saturated_into())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_scheduler_sees_a_time_two_blocks_later() {
		assert_eq!(blocks_until(1_000, 1_000, 6), 2);
		assert_eq!(blocks_until(1_001, 1_000, 6), 3);
		assert_eq!(blocks_until(1_006, 1_000, 6), 3);
		assert_eq!(blocks_until(1_007, 1_000, 6), 4);
		// A time in the past, a zero block time, and the largest moment.
		assert_eq!(blocks_until(0, 1_000, 6), 2);
		assert_eq!(blocks_until(1_001, 1_000, 0), 3);
		assert_eq!(blocks_until(Moment::MAX, 0, 1), u64::MAX);
	}

	#[test]
	fn a_block_before_leaves_at_least_the_span() {
		assert_eq!(block_before(12, 6, 10u32), 8);
		assert_eq!(block_before(13, 6, 10u32), 7);
		assert_eq!(block_before(61, 6, 10u32), 0);
		assert_eq!(block_before(Moment::MAX, 0, 10u32), 0);
		assert_eq!(block_before(0, 6, 10u32), 10);
	}

	#[test]
	fn a_block_number_saturates() {
		assert_eq!(block_at(1_001, 1_000, 6, 10u32), 13);
		assert_eq!(block_at(Moment::MAX, 0, 1, 10u32), u32::MAX);
	}
}
