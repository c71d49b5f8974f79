// SPDX-License-Identifier: Apache-2.0

//! What units use, by their meters (D17, D49).

use crate::{MeterId, Moment, UnitId, Utility};
use frame_support::weights::Weight;

/// What was used up to a moment, since the meter was installed. It goes on across a replacement, and falls only by a
/// correction: then nothing is billed until it exceeds what was billed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Use {
	/// The cumulative use, in thousandths of the physical unit.
	pub total: u64,
	/// The date of the reading that shows it, in ms since 1970.
	pub at: Moment,
}

/// The use of units, from the readings of their meters.
pub trait MeteredUse {
	/// The use of the unit's meters of `utility` by their last readings dated before `until`, and the latest date of
	/// them; `None` if there is no such meter or no such reading.
	fn used(unit: UnitId, utility: Utility, until: Moment) -> Option<Use>;

	/// What the main meter shows beyond the meters below it, by the last readings dated before `until`; `None` if it
	/// has no such reading. A meter below counts from its installation, or from when it came below the main meter.
	fn shared(main: MeterId, until: Moment) -> Option<Use>;

	/// What the main meter measures; `None` if there is no such meter, or if it is a unit's.
	fn measures(main: MeterId) -> Option<Utility>;

	/// The weight of [`Self::used`] at most.
	fn weight() -> Weight;

	/// The weight of [`Self::shared`] at most.
	fn shared_weight() -> Weight;
}

/// There are no meters.
impl MeteredUse for () {
	fn used(_unit: UnitId, _utility: Utility, _until: Moment) -> Option<Use> {
		None
	}

	fn shared(_main: MeterId, _until: Moment) -> Option<Use> {
		None
	}

	fn measures(_main: MeterId) -> Option<Utility> {
		None
	}

	fn weight() -> Weight {
		Weight::zero()
	}

	fn shared_weight() -> Weight {
		Weight::zero()
	}
}
