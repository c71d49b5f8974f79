// SPDX-License-Identifier: Apache-2.0

//! Lists of buildings.

use crate::BuildingId;
use frame_support::{traits::ConstU32, BoundedVec};

/// The maximum number of buildings in an electorate, or among the bearers of a cost, that is not the whole community.
/// Bounds the weight of a ballot.
pub const MAX_BUILDINGS: u32 = 32;

/// Buildings in ascending order, without duplicates.
pub type Buildings = BoundedVec<BuildingId, ConstU32<MAX_BUILDINGS>>;

/// Sorts the buildings and removes duplicates, so that equal sets have equal encodings.
pub fn in_order(mut buildings: Buildings) -> Buildings {
	buildings.sort();
	let mut last = None;
	buildings.retain(|building| last.replace(*building) != Some(*building));
	buildings
}

/// Whether the buildings are in ascending order, without duplicates.
pub fn is_in_order(buildings: &[BuildingId]) -> bool {
	buildings.is_sorted_by(|one, next| one < next)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use std::collections::BTreeSet;

	proptest! {
		#[test]
		fn each_building_stands_once(list in prop::collection::vec(0u16..12, 0..32)) {
			let set: BTreeSet<BuildingId> = list.iter().copied().collect();
			prop_assert_eq!(is_in_order(&list), list.iter().eq(set.iter()));
			let ordered = in_order(list.try_into().unwrap());
			prop_assert!(is_in_order(&ordered));
			prop_assert!(ordered.iter().eq(set.iter()));
		}
	}
}
