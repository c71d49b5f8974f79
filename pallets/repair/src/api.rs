// SPDX-License-Identifier: Apache-2.0

//! The runtime API for the shares in the repair pot.

use crate::{RepairRules, RepairTotals, ShareEntry, ShareView, TopUpPage};
use alloc::vec::Vec;
use linli_primitives::{Buildings, UnitId};

sp_api::decl_runtime_apis! {
	/// Units' shares in the repair pot.
	pub trait RepairApi {
		/// The kinds of units that take part, the rates of their first deposits, and the threshold for top-ups.
		fn rules() -> RepairRules;

		/// The sum of all shares, and the undistributed amount.
		fn totals() -> RepairTotals;

		/// The share of a unit; `None` if it is not enrolled.
		fn share(unit: UnitId) -> Option<ShareView>;

		/// Up to `count` entries of the unit's statement from number `from` on, at most 100. The next page begins after
		/// the last number of this one; `UnitShare::entry_count` is the number of entries.
		fn statement(unit: UnitId, from: u32, count: u32) -> Vec<(u32, ShareEntry)>;

		/// Up to `count` units from id `from` on that have to top up, at most 100. A page examines at most 500 ids, so
		/// it may be empty even if others follow: continue at `next` until it is `None`.
		fn top_up_list(from: UnitId, count: u32) -> TopUpPage;

		/// The number of units on which a cost would fall: those enrolled in `buildings`, or in all buildings. Calls
		/// that divide a cost take it as `max_units`.
		fn related_units(buildings: Option<Buildings>) -> u32;
	}
}
