// SPDX-License-Identifier: Apache-2.0

//! Meters and their readings.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Fen, Moment};
use scale_info::TypeInfo;

/// The highest reading of a meter, in thousandths of the physical unit: a thousand million kilowatt-hours.
pub const MAX_READING: u64 = 1_000_000_000_000;

/// How many readings of a meter can be reversed at most: older ones stand.
pub const MAX_REVERSIBLE_READINGS: u32 = 8;

/// One reading of a meter.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Reading<AccountId> {
	/// What the meter showed, in thousandths of the physical unit.
	pub value: u64,
	/// When it was recorded.
	pub moment: Moment,
	/// By whom.
	pub by: AccountId,
}

/// A unit's meter for one charge.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Meter<AccountId> {
	/// The reading up to which consumption was billed; `None` before the first: then the oldest is the base line.
	pub billed: Option<u64>,
	/// The newest reading that can no longer be reversed.
	pub settled: Option<u64>,
	/// Readings since then, oldest first.
	pub recent: BoundedVec<Reading<AccountId>, ConstU32<MAX_REVERSIBLE_READINGS>>,
	/// The principal of the last bill, from which the unit's usual dues are reckoned.
	pub last_amount: Fen,
}

impl<AccountId> Default for Meter<AccountId> {
	fn default() -> Self {
		Self { billed: None, settled: None, recent: BoundedVec::new(), last_amount: 0 }
	}
}

impl<AccountId> Meter<AccountId> {
	/// What the meter shows.
	pub fn latest(&self) -> Option<u64> {
		self.recent.last().map(|reading| reading.value).or(self.settled)
	}

	/// From where consumption counts.
	pub fn base(&self) -> Option<u64> {
		self.billed.or_else(|| self.recent.first().map(|reading| reading.value))
	}

	/// What was consumed and not billed yet.
	pub fn consumption(&self) -> u64 {
		match (self.base(), self.latest()) {
			(Some(base), Some(latest)) => latest.saturating_sub(base),
			_ => 0,
		}
	}

	/// Counts everything so far as billed.
	pub fn settle(&mut self) {
		let latest = self.latest();
		self.billed = latest;
		self.settled = latest;
		self.recent = BoundedVec::new();
	}
}
