// SPDX-License-Identifier: Apache-2.0

//! Meters and their readings.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Fen, Moment};
use scale_info::TypeInfo;

/// The highest reading of a meter, in thousandths of the physical unit: for electricity, a billion kilowatt-hours.
pub const MAX_READING: u64 = 1_000_000_000_000;

/// The maximum number of readings of a meter that can be reversed. Older readings are final.
pub const MAX_REVERSIBLE_READINGS: u32 = 8;

/// A meter reading.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Reading<AccountId> {
	/// The reading, in thousandths of the physical unit.
	pub value: u64,
	/// When the reading was recorded.
	pub moment: Moment,
	/// The account that recorded it.
	pub by: AccountId,
}

/// A unit's meter for one charge.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Meter<AccountId> {
	/// The reading up to which consumption was billed; while `None`, the oldest reading is the baseline.
	pub billed: Option<u64>,
	/// The latest reading that can no longer be reversed.
	pub settled: Option<u64>,
	/// The readings since then, oldest first.
	pub recent: BoundedVec<Reading<AccountId>, ConstU32<MAX_REVERSIBLE_READINGS>>,
	/// The principal of the last bill, which counts towards the unit's monthly dues.
	pub last_amount: Fen,
}

impl<AccountId> Default for Meter<AccountId> {
	fn default() -> Self {
		Self { billed: None, settled: None, recent: BoundedVec::new(), last_amount: 0 }
	}
}

impl<AccountId> Meter<AccountId> {
	/// The latest reading.
	pub fn latest(&self) -> Option<u64> {
		self.recent.last().map(|reading| reading.value).or(self.settled)
	}

	/// The reading from which consumption is counted.
	pub fn base(&self) -> Option<u64> {
		self.billed.or_else(|| self.recent.first().map(|reading| reading.value))
	}

	/// The consumption not billed yet.
	pub fn consumption(&self) -> u64 {
		match (self.base(), self.latest()) {
			(Some(base), Some(latest)) => latest.saturating_sub(base),
			_ => 0,
		}
	}

	/// Marks all consumption so far as billed.
	pub fn settle(&mut self) {
		let latest = self.latest();
		self.billed = latest;
		self.settled = latest;
		self.recent = BoundedVec::new();
	}
}
