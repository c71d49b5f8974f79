// SPDX-License-Identifier: Apache-2.0

//! What is stored and shown.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{BuildingId, Commitment, ContentHash, MeterId, Moment, UnitId, Utility};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The highest multiplier of a meter. Transformers of buildings are far below it.
pub const MAX_MULTIPLIER: u32 = 10_000;

/// The maximum number of digits of a dial, before the decimal point.
pub const MAX_DIGITS: u8 = 9;

/// The highest plausibility bound, in thousandths of the physical unit per day.
pub const MAX_PLAUSIBILITY: u64 = 1_000_000_000_000;

/// The maximum number of readings of a meter: two a day for more than twenty years. Bounds the search for a date.
pub const MAX_READINGS: u32 = 16_384;

/// The readings of a meter that only changes by two people can take: replacements, corrections, readings in doubt.
pub const RESERVED_READINGS: u32 = 1_024;

/// The number of readings that a search among [`MAX_READINGS`] looks at, at most.
pub const SEARCH_READS: u32 = MAX_READINGS.ilog2().saturating_add(1);

/// The number of a proposal to change a meter, counted from 0 and never reused.
pub type MeterProposalId = u32;

/// Where a meter is.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Place {
	/// It measures what one unit uses.
	#[codec(index = 0)]
	Unit(UnitId),
	/// It measures a common part, or the supply of several units.
	#[codec(index = 1)]
	Common {
		/// The building; `None` for the whole community.
		building: Option<BuildingId>,
	},
}

impl Place {
	/// The unit, if it is one.
	pub fn unit(&self) -> Option<UnitId> {
		match self {
			Self::Unit(unit) => Some(*unit),
			Self::Common { .. } => None,
		}
	}
}

/// The physical meter: what a replacement changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Dial {
	/// The salted commitment to the serial number.
	pub serial: Commitment,
	/// What the dial shows is multiplied by this, as behind a current transformer; 1 otherwise.
	pub multiplier: u32,
	/// The digits before the decimal point: after 10^digits physical units the dial begins at zero again.
	pub digits: u8,
	/// The plausibility bound: the most that can be used in a day, with the multiplier, in thousandths of the physical
	/// unit.
	pub plausibility: u64,
}

impl Dial {
	/// Whether all figures are within their bounds.
	pub fn is_valid(&self) -> bool {
		(1..=MAX_MULTIPLIER).contains(&self.multiplier)
			&& (1..=MAX_DIGITS).contains(&self.digits)
			&& (1..=MAX_PLAUSIBILITY).contains(&self.plausibility)
	}

	/// The value, in thousandths, at which the dial begins at zero again.
	pub fn modulus(&self) -> u64 {
		10u64.saturating_pow(u32::from(self.digits)).saturating_mul(1_000)
	}
}

/// Why there is a reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum ReadingKind {
	/// The first reading of a dial: nothing was used between it and the one before.
	#[codec(index = 0)]
	Opening,
	/// An ordinary reading.
	#[codec(index = 1)]
	Ordinary,
	/// The last reading of a dial that was replaced or removed.
	#[codec(index = 2)]
	Closing,
	/// Two people corrected the cumulative use.
	#[codec(index = 3)]
	Correction,
}

/// A reading.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Reading<AccountId> {
	/// Why there is this reading.
	pub kind: ReadingKind,
	/// What the dial shows, in thousandths of the physical unit, without the multiplier.
	pub value: u64,
	/// The cumulative use up to then, in thousandths of the physical unit.
	pub total: u64,
	/// The date of the reading, in ms since 1970.
	pub at: Moment,
	/// The device or the manager that recorded or proposed it; `None` at genesis.
	pub by: Option<AccountId>,
	/// When it was recorded on chain, in ms since 1970.
	pub recorded: Moment,
}

/// The corrections of a meter that are known for what was used before them. If there are more, the first is left out.
pub const MAX_CORRECTIONS: u32 = 8;

/// A correction of the cumulative use: no more than this was used before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Corrected {
	/// Its date, in ms since 1970.
	pub at: Moment,
	/// The cumulative use by then, in thousandths.
	pub total: u64,
}

/// When a final reading was asked for (D9).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct FinalRequest {
	/// In clock time, in ms since 1970: a reading of that date or later is asked for.
	pub at: Moment,
	/// In lived time, in ms: the final bill waits for the reading from then on, for a time (D54).
	pub lived: Moment,
}

/// A final reading that is missing, as shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct AwaitedReading {
	/// The unit.
	pub unit: UnitId,
	/// The meter.
	pub meter: MeterId,
	/// When it was asked for, in ms since 1970: the reading is to be of that date or later.
	pub asked: Moment,
	/// When a final bill is issued without it, in ms since 1970, unless the chain stands still before.
	pub until: Option<Moment>,
}

/// A meter.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Meter<AccountId> {
	/// Where it is.
	pub place: Place,
	/// What it measures.
	pub utility: Utility,
	/// The physical meter that is installed now.
	pub dial: Dial,
	/// The account that records its readings, if it has one.
	pub device: Option<AccountId>,
	/// The main meter above it.
	pub main: Option<MeterId>,
	/// The cumulative use when it came below the main meter, in thousandths: the main meter did not measure it before.
	pub base: u64,
	/// The number of readings, of which the first is its installation.
	pub readings: u32,
	/// The latest reading.
	pub last: Reading<AccountId>,
	/// Its corrections, in order: each says more than the one before. One that a later one lowered is left out.
	pub corrections: BoundedVec<Corrected, ConstU32<MAX_CORRECTIONS>>,
	/// When a final reading was last asked for, if ever: because its unit was sold, or is to be.
	pub requested: Option<FinalRequest>,
	/// Whether it was removed. Its use stays.
	pub removed: bool,
}

impl<AccountId> Meter<AccountId> {
	/// Notes a correction. Those before it that say no less mean nothing any more.
	pub(crate) fn note_correction(&mut self, at: Moment, total: u64) {
		self.corrections.retain(|earlier| earlier.total < total);
		if self.corrections.is_full() {
			self.corrections.remove(0);
		}
		// A place is free.
		let _ = self.corrections.try_push(Corrected { at, total });
	}

	/// The most that was used by the moment `at`, as later corrections say.
	pub(crate) fn corrected_at(&self, at: Moment) -> u64 {
		let later = self.corrections.iter().find(|correction| correction.at > at);
		later.map_or(self.last.total, |correction| correction.total.min(self.last.total))
	}

	/// Whether a final reading was asked for and none of that moment or later has come yet.
	pub fn awaits_final_reading(&self) -> bool {
		!self.removed && self.requested.is_some_and(|request| self.last.at < request.at)
	}
}

/// A change that decides money: the manager proposes it, another person confirms it (D47).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Change {
	/// A meter is installed. It gets the next id.
	#[codec(index = 0)]
	Install {
		/// Where it is.
		place: Place,
		/// What it measures.
		utility: Utility,
		/// The main meter above it, if any.
		main: Option<MeterId>,
		/// The physical meter.
		dial: Dial,
		/// What its dial shows, in thousandths.
		opening: u64,
		/// The date of that, in ms since 1970.
		at: Moment,
	},
	/// The physical meter is replaced by another. The cumulative use goes on.
	#[codec(index = 1)]
	Replace {
		/// The meter.
		meter: MeterId,
		/// What the old dial shows, in thousandths.
		closing: u64,
		/// The new physical meter.
		dial: Dial,
		/// What the new dial shows, in thousandths.
		opening: u64,
		/// The date of both, in ms since 1970.
		at: Moment,
	},
	/// The meter is removed for good.
	#[codec(index = 2)]
	Remove {
		/// The meter.
		meter: MeterId,
		/// What the dial shows, in thousandths.
		closing: u64,
		/// The date of that, in ms since 1970.
		at: Moment,
	},
	/// A reading in doubt, beyond the plausibility bound.
	#[codec(index = 3)]
	Read {
		/// The meter.
		meter: MeterId,
		/// What the dial shows, in thousandths.
		value: u64,
		/// The date of that, in ms since 1970.
		at: Moment,
	},
	/// The cumulative use is corrected downwards, after a wrong reading that may have been billed.
	#[codec(index = 4)]
	Correct {
		/// The meter.
		meter: MeterId,
		/// What the dial really shows, in thousandths.
		value: u64,
		/// The true cumulative use, in thousandths: at most that of the last reading.
		total: u64,
		/// The date of that, in ms since 1970.
		at: Moment,
		/// The hash of the reasons.
		reason: ContentHash,
	},
	/// The meter comes below a main meter that was installed later.
	#[codec(index = 5)]
	Link {
		/// The meter.
		meter: MeterId,
		/// The main meter.
		main: MeterId,
		/// The cumulative use from which the meter counts, in thousandths: the main meter did not measure what was used
		/// before. That of the last reading, or less if it has been below the main meter for longer.
		base: u64,
	},
	/// The meter is no longer below its main meter, or never was.
	#[codec(index = 6)]
	Unlink {
		/// The meter.
		meter: MeterId,
		/// The main meter.
		main: MeterId,
		/// The cumulative use from which the meter has counted, in thousandths.
		base: u64,
		/// The cumulative use up to which it counts, in thousandths: that of the last reading, or less if it has not
		/// been below the main meter since then. The base if the link was a mistake: then nothing of it counts.
		end: u64,
	},
}

/// A meter that was below a main meter before, and counts for that time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PastLink {
	/// The meter.
	pub meter: MeterId,
	/// The cumulative use from which it counts, in thousandths.
	pub base: u64,
	/// The cumulative use up to which it counts, in thousandths.
	pub end: u64,
}

impl Change {
	/// The date of its readings, if it has any.
	pub fn date(&self) -> Option<Moment> {
		match self {
			Self::Install { at, .. }
			| Self::Replace { at, .. }
			| Self::Remove { at, .. }
			| Self::Read { at, .. }
			| Self::Correct { at, .. } => Some(*at),
			Self::Link { .. } | Self::Unlink { .. } => None,
		}
	}

	/// The meter that it concerns; `None` for one that is yet to be installed.
	pub fn meter(&self) -> Option<MeterId> {
		match self {
			Self::Install { .. } => None,
			Self::Replace { meter, .. }
			| Self::Remove { meter, .. }
			| Self::Read { meter, .. }
			| Self::Correct { meter, .. }
			| Self::Link { meter, .. }
			| Self::Unlink { meter, .. } => Some(*meter),
		}
	}
}

/// A change that waits to be confirmed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Proposal<AccountId> {
	/// The change.
	pub change: Change,
	/// The manager's account that proposed it. The same person cannot confirm it.
	pub proposer: AccountId,
	/// When it was proposed, in ms of lived time, by which it lapses (D46).
	pub since: Moment,
}

/// A meter as written in a chain spec. Its id is its position in the list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisMeter {
	/// Where it is: `{ "unit": 3 }`, or `{ "common": { "building": 2 } }` with `null` for the whole community.
	pub place: Place,
	/// What it measures, such as `cold_water`.
	pub utility: Utility,
	/// The main meter above it, by its position in the list, which is an earlier one; omit for none.
	#[serde(default)]
	pub main: Option<MeterId>,
	/// The salted commitment to its serial number; omit if the office keeps none.
	#[serde(default)]
	pub serial: Commitment,
	/// What the dial shows is multiplied by this; 1 unless there is a transformer.
	pub multiplier: u32,
	/// The digits of the dial before the decimal point.
	pub digits: u8,
	/// The most that can be used in a day, with the multiplier, in thousandths of the physical unit.
	pub plausibility: u64,
	/// The base line: what the dial shows, in thousandths. What was used before it is not billed, nor is what was used
	/// before a charge's first period.
	pub reading: u64,
	/// The date of that reading, in ms since 1970.
	pub date: Moment,
}

/// A meter as shown.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MeterView<AccountId> {
	/// Its id.
	pub id: MeterId,
	/// The meter as stored.
	pub meter: Meter<AccountId>,
	/// Whether a final reading was asked for and has not come yet.
	pub awaits_final_reading: bool,
	/// The meters below it.
	pub sub_meters: Vec<MeterId>,
	/// The meters that were below it before.
	pub past_links: Vec<PastLink>,
}
