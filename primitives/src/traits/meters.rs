// SPDX-License-Identifier: Apache-2.0

//! What units use, by their meters (D17, D49).

use crate::{MeterId, Moment, UnitId, Utility};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;

/// What was used up to a moment, since the meter was installed. It goes on across a replacement, and falls only by a
/// correction: then nothing is billed until it exceeds what was billed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Use {
	/// The cumulative use, in thousandths of the physical unit.
	pub total: u64,
	/// The moment up to which that was used, in ms since 1970.
	pub at: Moment,
}

/// Use that was read only after its time had been billed: that of a meter that was not read for long.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode)]
pub struct LateUse {
	/// The use, in thousandths of the physical unit.
	pub used: u64,
	/// When it began, in ms since 1970: the meter was read then.
	pub since: Moment,
	/// What all the unit's meters show for that time, with it, in thousandths of the physical unit.
	pub all: u64,
}

/// The use of units, from the readings of their meters. Between two readings of a meter, use is even in time.
pub trait MeteredUse {
	/// The use of all the unit's meters of `utility` up to the latest moment that readings of each of them dated before
	/// `until` cover; `None` if there is no such meter or no such reading. So the meters' use is of the same time,
	/// however far apart they were read. One that is not read any more holds up the others for a time only; then it
	/// counts with what it has shown.
	fn used(unit: UnitId, utility: Utility, until: Moment) -> Option<Use>;

	/// The use of all the unit's meters of `utility` up to `at`, or up to the installation of the first of them if that
	/// is later; `None` if there is no such meter, or one was not read then or later, unless it was not read for long.
	fn used_at(unit: UnitId, utility: Utility, at: Moment) -> Option<Use>;

	/// What the unit's meters of `utility` show by now for the time up to `billed.at` beyond the `billed.total`; `None`
	/// if it is no more.
	fn late(unit: UnitId, utility: Utility, billed: Use) -> Option<LateUse>;

	/// Whether the unit's final bill can rest on the last readings of its meters of `utility`: each was read lately, or
	/// nobody has read it for long after that was asked for. Weighs no more than [`Self::used_at`].
	fn has_final_readings(unit: UnitId, utility: Utility) -> bool;

	/// What the main meter shows beyond the meters below it, by its last reading dated before `until`; `None` if it has
	/// no such reading. A meter below counts up to that date, from its installation or from when it came below the main
	/// meter.
	fn shared(main: MeterId, until: Moment) -> Option<Use>;

	/// What the main meter shows beyond the meters below it up to `at`, or up to its installation if that is later;
	/// `None` if it was not read then or later.
	fn shared_at(main: MeterId, at: Moment) -> Option<Use>;

	/// What the main meter measures; `None` if there is no such meter, or if it is a unit's.
	fn measures(main: MeterId) -> Option<Utility>;

	/// How often what the main meter shows beyond the meters below it has changed for the past: a reading was reversed
	/// or corrected, or a link began or ended. Whatever was found before another number is to be looked up again.
	fn revision(main: MeterId) -> u32;

	/// The weight of [`Self::used`] at most, and of [`Self::late`].
	fn weight() -> Weight;

	/// The weight of [`Self::used_at`] at most.
	fn weight_at() -> Weight;

	/// The weight of [`Self::shared`] at most, and of [`Self::shared_at`].
	fn shared_weight() -> Weight;
}

/// There are no meters.
impl MeteredUse for () {
	fn used(_unit: UnitId, _utility: Utility, _until: Moment) -> Option<Use> {
		None
	}

	fn used_at(_unit: UnitId, _utility: Utility, _at: Moment) -> Option<Use> {
		None
	}

	fn late(_unit: UnitId, _utility: Utility, _billed: Use) -> Option<LateUse> {
		None
	}

	fn has_final_readings(_unit: UnitId, _utility: Utility) -> bool {
		true
	}

	fn shared(_main: MeterId, _until: Moment) -> Option<Use> {
		None
	}

	fn shared_at(_main: MeterId, _at: Moment) -> Option<Use> {
		None
	}

	fn measures(_main: MeterId) -> Option<Utility> {
		None
	}

	fn revision(_main: MeterId) -> u32 {
		0
	}

	fn weight() -> Weight {
		Weight::zero()
	}

	fn weight_at() -> Weight {
		Weight::zero()
	}

	fn shared_weight() -> Weight {
		Weight::zero()
	}
}

/// The bills that rest on readings: what one of them includes, nobody takes back alone (D47).
pub trait MeterBills {
	/// Whether a bill includes what the unit's meters of `utility` show after the moment `since`.
	fn is_billed(unit: UnitId, utility: Utility, since: Moment) -> bool;

	/// Whether a bill includes what the main meter shows beyond the meters below it after the moment `since`.
	fn is_shared_billed(main: MeterId, since: Moment) -> bool;

	/// The weight of asking once at most.
	fn weight() -> Weight;
}

/// Nothing is billed.
impl MeterBills for () {
	fn is_billed(_unit: UnitId, _utility: Utility, _since: Moment) -> bool {
		false
	}

	fn is_shared_billed(_main: MeterId, _since: Moment) -> bool {
		false
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}
