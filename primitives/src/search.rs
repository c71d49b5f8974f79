// SPDX-License-Identifier: Apache-2.0

//! Binary search in lists of which each item is a storage entry of its own.

/// The number of leading items for which `is_before` holds, among `count` items of which these come first. Like
/// [`partition_point`](slice::partition_point): asks once for each doubling of `count`.
pub fn partition_point(count: u64, is_before: impl Fn(u64) -> bool) -> u64 {
	let (mut low, mut high) = (0, count);
	while low < high {
		let middle = low.midpoint(high);
		if is_before(middle) {
			low = middle.saturating_add(1);
		} else {
			high = middle;
		}
	}
	low
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_result_is_that_of_a_slice() {
		for count in 0..20u64 {
			let items: Vec<u64> = (0..count).collect();
			for limit in 0..=count + 1 {
				let expected = items.partition_point(|item| *item < limit);
				assert_eq!(partition_point(count, |item| item < limit), expected as u64, "{count} {limit}");
			}
		}
	}

	#[test]
	fn every_item_can_be_before() {
		assert_eq!(partition_point(u64::MAX, |_| true), u64::MAX);
	}
}
