// SPDX-License-Identifier: Apache-2.0

//! Voting power.

use crate::Area;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Voting power (D6): decisions count by area and by head, never by one of them alone.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Power {
	/// Area of units of the voting kinds, in 0.01 m².
	pub area: Area,
	/// Number of heads: owners, each of whom counts once regardless of the number of units, or, where the register
	/// counts by lot, units that vote.
	pub heads: u32,
}

impl Power {
	/// No power.
	pub const ZERO: Self = Self { area: 0, heads: 0 };

	/// Whether both area and heads are zero.
	pub const fn is_zero(&self) -> bool {
		self.area == 0 && self.heads == 0
	}

	/// The sum of both. `None` on overflow.
	pub fn checked_add(self, other: Self) -> Option<Self> {
		Some(Self { area: self.area.checked_add(other.area)?, heads: self.heads.checked_add(other.heads)? })
	}

	/// The difference. `None` if `other` is larger in area or heads.
	pub fn checked_sub(self, other: Self) -> Option<Self> {
		Some(Self { area: self.area.checked_sub(other.area)?, heads: self.heads.checked_sub(other.heads)? })
	}

	/// Whether both area and heads are at most those of `other`.
	pub const fn within(&self, other: &Self) -> bool {
		self.area <= other.area && self.heads <= other.heads
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn power_adds_and_subtracts_in_both_measures() {
		let li = Power { area: 9_803, heads: 1 };
		let both = Power { area: 20_000, heads: 2 };
		assert_eq!(both.checked_sub(li), Some(Power { area: 10_197, heads: 1 }));
		assert_eq!(li.checked_add(Power { area: 10_197, heads: 1 }), Some(both));
		assert_eq!(li.checked_sub(both), None);
		assert_eq!(Power { area: 9_803, heads: 0 }.checked_sub(li), None);
		assert_eq!(li.checked_add(Power { area: u64::MAX, heads: 0 }), None);
		assert_eq!(li.checked_add(Power { area: 0, heads: u32::MAX }), None);
	}

	#[test]
	fn within_compares_both_measures() {
		let whole = Power { area: 10, heads: 2 };
		assert!(whole.within(&whole));
		assert!(!Power { area: 11, heads: 1 }.within(&whole));
		assert!(!Power { area: 9, heads: 3 }.within(&whole));
		assert!(Power::ZERO.is_zero() && !Power { area: 0, heads: 1 }.is_zero());
	}
}
