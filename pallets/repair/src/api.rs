// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients show whose money the repair pot has.

use crate::{RepairRules, RepairTotals, ShareEntry, ShareView, TopUpPage};
use alloc::vec::Vec;
use linli_primitives::{Buildings, UnitId};

sp_api::decl_runtime_apis! {
	/// Units' shares in the repair pot.
	pub trait RepairApi {
		/// Which kinds of units take part, with what, and when they have to top up.
		fn rules() -> RepairRules;

		/// All shares together, and what of the pot belongs to no unit.
		fn totals() -> RepairTotals;

		/// The share of a unit; `None` where it is not enrolled.
		fn share(unit: UnitId) -> Option<ShareView>;

		/// Up to `count` entries of the unit's statement from number `from` on, at most 100 a page. The next page begins
		/// after the last number of this one; `UnitShare::entry_count` says how many there are.
		fn statement(unit: UnitId, from: u32, count: u32) -> Vec<(u32, ShareEntry)>;

		/// Units from id `from` on that have to top up, at most `count` and 100 a page. At most 500 ids are looked at, so
		/// a page may be empty though others follow: go on at `next` until there is none.
		fn top_up_list(from: UnitId, count: u32) -> TopUpPage;

		/// On how many units a cost would fall: those enrolled in `buildings`, or in all of them. What calls that
		/// divide a cost want to know as `max_units`.
		fn related_units(buildings: Option<Buildings>) -> u32;
	}
}
