// SPDX-License-Identifier: Apache-2.0

//! Tracts: parts of the community, such as phases or towers, within each of which a class can ask for its thresholds.

use crate::{
	tally::Tally,
	verdict::{Count, Verdict},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{buildings::is_in_order, Buildings, OwnerId, Power, MAX_BUILDINGS};
use scale_info::TypeInfo;

/// Maximum number of tracts.
pub const MAX_TRACTS: u32 = 8;

/// The buildings of each tract of a rule book.
pub type TractBuildings = BoundedVec<Buildings, ConstU32<MAX_TRACTS>>;

/// Whether these can be tracts: each names buildings in ascending order, no two share one, and together they name at
/// most [`MAX_BUILDINGS`], since a ballot looks up its owner's power in each of them.
pub fn are_tracts(tracts: &[Buildings]) -> bool {
	let mut all: alloc::vec::Vec<_> = tracts.iter().flatten().collect();
	all.sort_unstable();
	let each = tracts.iter().all(|buildings| !buildings.is_empty() && is_in_order(buildings));
	let few = u32::try_from(all.len()).is_ok_and(|count| count <= MAX_BUILDINGS);
	each && few && all.is_sorted_by(|one, next| one < next)
}

/// A tract's part in a vote.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct TractPoll {
	/// Its buildings.
	pub buildings: Buildings,
	/// The power of all owners in it at the record date, as the class counts the developer in an electorate of this
	/// tract alone.
	pub total: Power,
	/// The developer and the power with which it counts in the tract, where that is not the power of the record date.
	pub developer: Option<(OwnerId, Power)>,
	/// The tally of all ballots so far, with the power that their owners have in the tract.
	pub tally: Tally,
}

impl TractPoll {
	/// The count of the tract. `None` if its tally is not of a motion or overflows, neither of which can happen.
	pub fn count(&self) -> Option<Count> {
		let Tally::Motion { in_favour, against, quorum_only, .. } = &self.tally else {
			return None;
		};
		Some(Count {
			total: self.total,
			participating: self.tally.participating()?,
			in_favour: *in_favour,
			against: *against,
			served_silent: Power::ZERO,
			quorum_only: quorum_only.unwrap_or(Power::ZERO),
		})
	}
}

/// The result of a vote within a tract, as the certificate shows it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct TractResult {
	/// The buildings of the tract.
	pub buildings: Buildings,
	/// The count within it. An owner with units in several tracts is a head in each.
	pub count: Count,
	/// Whether the class's thresholds are met within it and, if not, the reason.
	pub verdict: Verdict,
}

/// The tracts of a vote.
pub type TractPolls = BoundedVec<TractPoll, ConstU32<MAX_TRACTS>>;

/// The results within the tracts of a vote.
pub type TractResults = BoundedVec<TractResult, ConstU32<MAX_TRACTS>>;

#[cfg(test)]
mod tests {
	use super::*;

	fn tracts(lists: &[&[u16]]) -> Vec<Buildings> {
		lists.iter().map(|list| list.to_vec().try_into().unwrap()).collect()
	}

	#[test]
	fn tracts_are_in_order_disjoint_and_few() {
		assert!(are_tracts(&[]));
		assert!(are_tracts(&tracts(&[&[2, 4], &[1, 3]])));
		let empty: &[&[u16]] = &[&[1, 2], &[]];
		let backwards: &[&[u16]] = &[&[2, 1]];
		let twice: &[&[u16]] = &[&[1, 1]];
		let shared: &[&[u16]] = &[&[1, 2], &[2, 3]];
		for wrong in [empty, backwards, twice, shared] {
			assert!(!are_tracts(&tracts(wrong)), "{wrong:?}");
		}
		let many: Vec<u16> = (0..32).collect();
		assert!(are_tracts(&tracts(&[&many])));
		assert!(!are_tracts(&tracts(&[&many, &[32]])));
	}

	#[test]
	fn a_tract_counts_a_motion() {
		let power = Power { area: 7, heads: 1 };
		let mut tract =
			TractPoll { buildings: Buildings::default(), total: power, developer: None, tally: Tally::of_motion(true) };
		tract.tally.add(&crate::tally::Choice::QuorumOnly, power).unwrap();
		let count = Count { total: power, participating: power, quorum_only: power, ..Count::default() };
		assert_eq!(tract.count(), Some(count));
		tract.tally = Tally::of_options(2, false);
		assert_eq!(tract.count(), None);
	}
}
