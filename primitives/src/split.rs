// SPDX-License-Identifier: Apache-2.0

//! Dividing a sum over weights so that the parts add up to it, by largest remainder (Hamilton's method; D4), or in one
//! pass that can be interrupted.

use alloc::vec::Vec;
use sp_core::U256;

/// Why a sum cannot be split.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SplitError {
	/// There are no weights, or all are zero.
	NoWeight,
	/// An intermediate product does not fit into 256 bits.
	Overflow,
}

/// Splits `total` over `weights`. Each part is its exact share rounded down or up; the parts add up to `total`. The
/// rest goes one by one to the largest remainders, ties in favour of the earlier weight, so that the result is
/// deterministic.
///
/// Cost: `O(n log n)`; the caller bounds `n`.
pub fn largest_remainder(total: u128, weights: &[u64]) -> Result<Vec<u128>, SplitError> {
	let sum = weights
		.iter()
		.try_fold(0u128, |sum, weight| sum.checked_add(u128::from(*weight)))
		.ok_or(SplitError::Overflow)?;
	if sum == 0 {
		return Err(SplitError::NoWeight);
	}
	let mut parts = Vec::with_capacity(weights.len());
	let mut remainders = Vec::with_capacity(weights.len());
	let mut left = total;
	for (place, weight) in weights.iter().enumerate() {
		let product = U256::from(total).checked_mul(U256::from(*weight)).ok_or(SplitError::Overflow)?;
		let (share, remainder) = product.div_mod(U256::from(sum));
		let share = u128::try_from(share).map_err(|_| SplitError::Overflow)?;
		left = left.checked_sub(share).ok_or(SplitError::Overflow)?;
		parts.push(share);
		remainders.push((remainder, place));
	}
	remainders.sort_by(|(a, place_a), (b, place_b)| b.cmp(a).then(place_a.cmp(place_b)));
	// Fewer than `n` fen are left, and a part of weight zero has remainder zero, so it never gets one.
	for (_, place) in remainders {
		if left == 0 {
			break;
		}
		if let Some(part) = parts.get_mut(place) {
			*part = part.checked_add(1).ok_or(SplitError::Overflow)?;
			left = left.checked_sub(1).ok_or(SplitError::Overflow)?;
		}
	}
	Ok(parts)
}

/// The part of `total` that falls on the weights between the running sums `before` and `after`, where all weights add
/// up to `sum`: what falls on the weights up to `after`, rounded down, less what falls on those up to `before`.
///
/// Each part is its exact share rounded down or up, and those of a whole pass add up to `total`, as by largest
/// remainder; but nothing of the other parts need be known, so that a pass can be continued in another block. Beyond
/// `sum` there is nothing left.
pub fn running_share(total: u128, before: u128, after: u128, sum: u128) -> Result<u128, SplitError> {
	let due = |weight: u128| {
		let product = U256::from(total).checked_mul(U256::from(weight.min(sum))).ok_or(SplitError::Overflow)?;
		let due = product.checked_div(U256::from(sum)).ok_or(SplitError::NoWeight)?;
		u128::try_from(due).map_err(|_| SplitError::Overflow)
	};
	due(after)?.checked_sub(due(before)?).ok_or(SplitError::Overflow)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn a_pass_without_weights_fails_and_ends_at_the_sum() {
		assert_eq!(running_share(100, 0, 1, 0), Err(SplitError::NoWeight));
		assert_eq!(running_share(100, 1, 0, 1), Err(SplitError::Overflow));
		assert_eq!(running_share(100, 0, 1, 3), Ok(33));
		assert_eq!(running_share(100, 1, 2, 3), Ok(33));
		assert_eq!(running_share(100, 2, 9, 3), Ok(34));
		assert_eq!(running_share(100, 9, 10, 3), Ok(0));
		assert_eq!(running_share(u128::MAX, 0, u128::MAX, u128::MAX), Ok(u128::MAX));
	}

	#[test]
	fn an_odd_fen_goes_to_the_first() {
		assert_eq!(largest_remainder(1, &[5, 5]), Ok(vec![1, 0]));
		assert_eq!(largest_remainder(100, &[1, 1, 1]), Ok(vec![34, 33, 33]));
	}

	#[test]
	fn splitting_without_weights_fails() {
		assert_eq!(largest_remainder(100, &[]), Err(SplitError::NoWeight));
		assert_eq!(largest_remainder(0, &[0, 0]), Err(SplitError::NoWeight));
	}

	proptest! {
		#[test]
		fn running_shares_add_up_and_stay_within_one_of_the_share(
			total in any::<u64>(), weights in prop::collection::vec(any::<u64>(), 1..200)
		) {
			let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
			prop_assume!(sum > 0);
			let (mut before, mut given) = (0, 0);
			for weight in weights {
				let part = running_share(total.into(), before, before + u128::from(weight), sum).unwrap();
				let floor = U256::from(total) * U256::from(weight) / U256::from(sum);
				prop_assert!(U256::from(part) == floor || U256::from(part) == floor + 1);
				prop_assert!(weight != 0 || part == 0);
				before += u128::from(weight);
				given += part;
			}
			prop_assert_eq!(given, u128::from(total));
		}

		#[test]
		fn parts_add_up_and_stay_within_one_of_the_share(
			total in any::<u64>(), weights in prop::collection::vec(any::<u64>(), 1..200)
		) {
			let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
			prop_assume!(sum > 0);
			let parts = largest_remainder(total.into(), &weights).unwrap();
			prop_assert_eq!(parts.iter().sum::<u128>(), u128::from(total));
			for (part, weight) in parts.iter().zip(&weights) {
				let exact = U256::from(total) * U256::from(*weight);
				let floor = exact / U256::from(sum);
				prop_assert!(U256::from(*part) == floor || U256::from(*part) == floor + 1);
				prop_assert!(*weight != 0 || *part == 0);
			}
		}

		#[test]
		fn a_larger_weight_never_gets_less(
			total in any::<u64>(), weights in prop::collection::vec(any::<u32>(), 1..50)
		) {
			let weights: Vec<u64> = weights.into_iter().map(Into::into).collect();
			prop_assume!(weights.iter().any(|weight| *weight > 0));
			let parts = largest_remainder(total.into(), &weights).unwrap();
			for (a, part_a) in weights.iter().zip(&parts) {
				for (b, part_b) in weights.iter().zip(&parts) {
					prop_assert!(a <= b || part_a >= part_b);
				}
			}
		}
	}
}
