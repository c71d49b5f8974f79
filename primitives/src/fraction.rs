// SPDX-License-Identifier: Apache-2.0

//! Exact rates. No floating point, no hidden rounding: each operation says how it rounds.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::U256;

/// An exact rate `numerator / denominator`, such as 0.05 % a day: `5 / 10_000`.
#[derive(
	Clone, Copy, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
pub struct Fraction {
	/// The numerator.
	pub numerator: u32,
	/// The denominator. Callers refuse zero on input; see [`Fraction::is_valid`].
	pub denominator: u32,
}

impl Fraction {
	/// Zero.
	pub const ZERO: Self = Self::new(0, 1);
	/// One.
	pub const ONE: Self = Self::new(1, 1);

	/// `numerator / denominator`, not reduced.
	pub const fn new(numerator: u32, denominator: u32) -> Self {
		Self { numerator, denominator }
	}

	/// Whether the denominator is not zero.
	pub const fn is_valid(&self) -> bool {
		self.denominator != 0
	}

	/// `amount × self`, rounded down. `None` if the denominator is zero or the result overflows.
	pub fn of_floor(&self, amount: u128) -> Option<u128> {
		self.of_times_floor(amount, 1)
	}

	/// `amount × self`, rounded half up. `None` if the denominator is zero or the result overflows.
	pub fn of_half_up(&self, amount: u128) -> Option<u128> {
		let denominator = U256::from(self.denominator);
		let twice = U256::from(amount).checked_mul(U256::from(self.numerator))?.checked_mul(U256::from(2u8))?;
		let halves = twice.checked_add(denominator)?.checked_div(denominator.checked_mul(U256::from(2u8))?)?;
		halves.try_into().ok()
	}

	/// `amount × self × times`, rounded down once at the end: simple interest over `times` days. `None` if the
	/// denominator is zero or the result overflows.
	pub fn of_times_floor(&self, amount: u128, times: u64) -> Option<u128> {
		let product = U256::from(amount).checked_mul(U256::from(self.numerator))?.checked_mul(U256::from(times))?;
		product.checked_div(U256::from(self.denominator))?.try_into().ok()
	}

	/// Compares `part / whole` with this fraction by cross-multiplication (D27), without rounding. `None` if `whole` or
	/// the denominator is zero.
	pub fn compare(&self, part: u128, whole: u128) -> Option<Ordering> {
		if !self.is_valid() || whole == 0 {
			return None;
		}
		let left = U256::from(part).checked_mul(U256::from(self.denominator))?;
		let right = U256::from(whole).checked_mul(U256::from(self.numerator))?;
		Some(left.cmp(&right))
	}
}

impl PartialEq for Fraction {
	fn eq(&self, other: &Self) -> bool {
		u64::from(self.numerator).checked_mul(u64::from(other.denominator))
			== u64::from(other.numerator).checked_mul(u64::from(self.denominator))
	}
}

impl Eq for Fraction {}

/// `amount / by`, rounded half up. `None` if `by` is zero.
pub fn divide_half_up(amount: u128, by: u128) -> Option<u128> {
	let (whole, rest) = (amount.checked_div(by)?, amount.checked_rem(by)?);
	whole.checked_add(u128::from(rest >= by.checked_sub(rest)?))
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	proptest! {
		#[test]
		fn dividing_half_up_is_the_fraction_of_it(amount in any::<u128>(), by in 1..=u32::MAX) {
			prop_assert_eq!(divide_half_up(amount, by.into()), Fraction::new(1, by).of_half_up(amount));
		}
	}

	#[test]
	fn halves_round_up_and_floor_rounds_down() {
		// 98.03 m² at 2.80: 274.484, so 274.48; at 2.85: 279.3855, so 279.39.
		assert_eq!(Fraction::new(9_803, 100).of_half_up(280), Some(27_448));
		assert_eq!(Fraction::new(9_803, 100).of_half_up(285), Some(27_939));
		assert_eq!(Fraction::new(1, 2).of_half_up(3), Some(2));
		assert_eq!(Fraction::new(1, 2).of_floor(3), Some(1));
	}

	#[test]
	fn a_zero_denominator_has_no_value() {
		assert_eq!(Fraction::new(1, 0).of_floor(1), None);
		assert_eq!(Fraction::new(1, 0).of_half_up(1), None);
		assert_eq!(divide_half_up(1, 0), None);
		assert_eq!(Fraction::new(1, 0).compare(1, 1), None);
		assert_eq!(Fraction::new(1, 2).compare(1, 0), None);
	}

	#[test]
	fn large_results_overflow_but_large_intermediates_do_not() {
		assert_eq!(Fraction::new(2, 1).of_floor(u128::MAX), None);
		assert_eq!(Fraction::new(u32::MAX, u32::MAX).of_floor(u128::MAX), Some(u128::MAX));
	}

	#[test]
	fn comparing_does_not_round() {
		let two_thirds = Fraction::new(2, 3);
		assert_eq!(two_thirds.compare(2, 3), Some(Ordering::Equal));
		assert_eq!(two_thirds.compare(1_999_999_999, 3_000_000_000), Some(Ordering::Less));
		assert_eq!(two_thirds.compare(2_000_000_001, 3_000_000_000), Some(Ordering::Greater));
	}
}
