// SPDX-License-Identifier: Apache-2.0

//! What a renter gets back who cancels.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, Fraction, Moment};
use scale_info::TypeInfo;

/// All of the price until some time before the start, then a part, and nothing after the start, when the renter can only
/// return it. Who cancels exactly at a limit is in time. The deposit of what is cancelled always comes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CancellationPolicy {
	/// Until how many ms before the start all comes back.
	pub free_until: Moment,
	/// What part comes back from then until the start.
	pub afterwards: Fraction,
}

impl CancellationPolicy {
	/// What of `price` comes back, in fen, half a fen rounded up. `None` where the numbers do not fit.
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
	fn each_limit_counts_as_in_time() {
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
