// SPDX-License-Identifier: Apache-2.0

//! Lived time and standstills (D46).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::Moment;
use scale_info::TypeInfo;

/// What the clock has shown so far.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ClockState {
	/// The time of the latest block, in ms since 1970; zero before the first.
	pub seen: Moment,
	/// The length of all standstills together, in ms.
	pub stood_still: Moment,
	/// The number of standstills.
	pub standstills: u32,
}

impl ClockState {
	/// Advances to the time of a new block. Returns the standstill that ends with it, if the gap is longer than
	/// `limit`, in ms. Before the first block there is no gap.
	pub fn advance(&mut self, now: Moment, limit: Moment) -> Option<Standstill> {
		let from = core::mem::replace(&mut self.seen, now);
		let gap = now.saturating_sub(from);
		if from == 0 || gap <= limit {
			return None;
		}
		self.stood_still = self.stood_still.saturating_add(gap);
		self.standstills = self.standstills.saturating_add(1);
		Some(Standstill { from, until: now, total: self.stood_still })
	}
}

/// A time in which the chain made no block.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Standstill {
	/// The time of the last block before it, in ms since 1970.
	pub from: Moment,
	/// The time of the first block after it.
	pub until: Moment,
	/// The length of all standstills up to and including this one, in ms.
	pub total: Moment,
}

impl Standstill {
	/// Its length, in ms.
	pub fn length(&self) -> Moment {
		self.until.saturating_sub(self.from)
	}

	/// The lived time during it, in ms.
	pub fn lived(&self) -> Moment {
		self.until.saturating_sub(self.total)
	}
}
