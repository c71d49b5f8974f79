// SPDX-License-Identifier: Apache-2.0

//! Heads by lot (D26): under some laws each unit that votes is a head, and an owner of two has two. Then the heads in
//! several buildings are the sum over the buildings, and no sets of buildings are looked up.

use crate::*;
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{BuildingId, OwnerId};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// The subjects in which a lot of `owner` in `building` is counted.
	pub(crate) fn subjects_of_lot(owner: OwnerId, building: BuildingId) -> [SubjectOf<T>; 4] {
		[
			Subject::Lots,
			Subject::BuildingLots { building },
			Subject::OwnerLots { owner },
			Subject::OwnerLotsIn { owner, building },
		]
	}

	/// A unit of `owner` is a lot from now on, or is no longer one; nothing where heads are owners.
	pub(crate) fn replace_lot(owner: OwnerId, building: BuildingId, before: bool, after: bool) -> DispatchResult {
		if before == after || !HeadsPerLot::<T>::get() {
			return Ok(());
		}
		for subject in Self::subjects_of_lot(owner, building) {
			Self::change(subject, |count| if after { count.checked_add(1) } else { count.checked_sub(1) })?;
		}
		Ok(())
	}

	/// A lot passes from one owner to another.
	pub(crate) fn move_lot(from: OwnerId, to: OwnerId, building: BuildingId) -> DispatchResult {
		Self::replace_lot(from, building, true, false)?;
		Self::replace_lot(to, building, false, true)
	}

	/// The number of lots of `owner` at the end of `block`, in the whole community or in some buildings.
	pub(crate) fn lots_at(owner: OwnerId, block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> u64 {
		match buildings {
			None => Self::value_at(&Subject::OwnerLots { owner }, block),
			Some(buildings) => Self::sum(
				power::each_once(buildings)
					.into_iter()
					.map(|building| Self::value_at(&Subject::OwnerLotsIn { owner, building }, block)),
			),
		}
	}

	/// The number of all lots at the end of `block`, in the whole community or in some buildings.
	pub(crate) fn all_lots_at(block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> u64 {
		match buildings {
			None => Self::value_at(&Subject::Lots, block),
			Some(buildings) => Self::sum(
				power::each_once(buildings)
					.into_iter()
					.map(|building| Self::value_at(&Subject::BuildingLots { building }, block)),
			),
		}
	}
}
