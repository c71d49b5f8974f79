// SPDX-License-Identifier: Apache-2.0

//! The refund for a cancellation by the renter.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Fraction, Moment};
use scale_info::TypeInfo;

/// The part of the price that is refunded if the renter cancels: all of it until some time before the start, then a
/// part, and nothing after the start, when the renter can only return the resource. A cancellation exactly at a limit
/// is in time. The deposit is always released.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CancellationPolicy {
	/// How long before the start the whole price is refunded, in ms.
	pub free_until: Moment,
	/// The part that is refunded from then until the start.
	pub afterwards: Fraction,
}

impl CancellationPolicy {
	/// The part of `price` that is refunded at `now`, in fen, half a fen rounded up. `None` on overflow.
	pub fn refund(&self, price: Fen, start: Moment, now: Moment) -> Option<Fen> {
		if now.checked_add(self.free_until)? <= start {
			Some(price)
		} else if now <= start {
			self.afterwards.of_half_up(price)
		} else {
			Some(0)
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn limits_are_inclusive() {
		let policy = CancellationPolicy { free_until: 100, afterwards: Fraction::new(1, 2) };
		let refund = |now| policy.refund(1_001, 1_000, now);
		assert_eq!(refund(899), Some(1_001));
		assert_eq!(refund(900), Some(1_001));
		assert_eq!(refund(901), Some(501));
		assert_eq!(refund(1_000), Some(501));
		assert_eq!(refund(1_001), Some(0));
		assert_eq!(refund(Moment::MAX), None);
	}
}
