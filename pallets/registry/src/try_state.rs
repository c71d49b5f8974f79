// SPDX-License-Identifier: Apache-2.0

//! The invariants that hold after every block, one function each.

use crate::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::Encode;
use frame_support::{ensure, traits::Get};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Clock, Area, BuildingId, OwnerId, OwnerKind, UnitId, UnitKinds};
use sp_runtime::{traits::Zero, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_units()?;
		Self::try_labels()?;
		Self::try_building_areas()?;
		Self::try_changes()?;
		Self::try_owners()?;
		Self::try_accounts()?;
		Self::try_areas()?;
		Self::try_heads()?;
		Self::try_lots()?;
		Self::try_kinds()?;
		Self::try_powers()?;
		Self::try_checkpoints()?;
		Self::try_owner_changes()?;
		Self::try_tickets()?;
		Self::try_replacements()?;
		Self::try_homes()?;
		Self::try_bounds()?;
		Self::try_references()
	}

	/// Unit ids have no gaps, apart from units that have ceased to exist. Each unit has an area and an owner and is in
	/// that owner's index, which contains no other units.
	pub(crate) fn try_units() -> Result<(), TryRuntimeError> {
		let count = NextUnit::<T>::get();
		let mut units = 0u32;
		for (id, unit) in Units::<T>::iter() {
			units = units.saturating_add(1);
			ensure!(id < count, "registry: a unit's id is not below the next");
			ensure!(unit.area > 0, "registry: a unit has no area");
			ensure!(Owners::<T>::contains_key(unit.owner), "registry: a unit's owner does not exist");
			ensure!(OwnerUnits::<T>::contains_key(unit.owner, id), "registry: a unit is not in its owner's index");
		}
		let mut ceased = 0u32;
		for (id, CeasedUnit { heir, .. }) in CeasedUnits::<T>::iter() {
			ceased = ceased.saturating_add(1);
			ensure!(id < count, "registry: the id of a unit that ceased is not below the next");
			ensure!(!Units::<T>::contains_key(id), "registry: a unit that ceased exists");
			ensure!(heir.is_none_or(|heir| heir < id), "registry: a unit became a part of a younger one");
		}
		ensure!(units.checked_add(ceased) == Some(count), "registry: the ids of units have gaps");
		let indexed: BTreeSet<UnitId> = OwnerUnits::<T>::iter_keys().map(|(_, unit)| unit).collect();
		ensure!(
			OwnerUnits::<T>::iter_keys().count() == indexed.len(),
			"registry: a unit is in the index of two owners"
		);
		ensure!(Some(units) == u32::try_from(indexed.len()).ok(), "registry: the index contains an unknown unit");
		Ok(())
	}

	/// Each label is of one unit, which has it.
	pub(crate) fn try_labels() -> Result<(), TryRuntimeError> {
		let labelled = Units::<T>::iter_values().filter(|unit| !unit.label.is_zero()).count();
		ensure!(Labels::<T>::iter_keys().count() == labelled, "registry: a unit's label is missing");
		for (label, unit) in Labels::<T>::iter() {
			let is_its = Units::<T>::get(unit).is_some_and(|unit| unit.label == label);
			ensure!(is_its, "registry: a label is not its unit's");
		}
		Ok(())
	}

	/// The areas that the units of buildings have together are their sums, and none exceeds the registered area.
	pub(crate) fn try_building_areas() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<BuildingId, Area>::new();
		for unit in Units::<T>::iter_values() {
			let sum = sums.entry(unit.building).or_default();
			*sum = sum.checked_add(unit.area).ok_or("registry: the sum of areas is too large")?;
		}
		let within = |(building, area): (&BuildingId, &Area)| *area <= BuildingAreas::<T>::get(building);
		ensure!(sums.iter().all(within), "registry: the units of a building exceed its registered area");
		let held: BTreeMap<_, _> = UnitAreas::<T>::iter().collect();
		ensure!(held == sums, "registry: the area of a building's units is not their sum");
		Ok(())
	}

	/// Changes have numbers below the next and are within the bound. An objection that stands is some owner's, and
	/// only such a one is being settled. None begins in the future.
	pub(crate) fn try_changes() -> Result<(), TryRuntimeError> {
		let (next, lived) = (NextChange::<T>::get(), T::Clock::lived());
		let mut count = 0u32;
		for (id, pending) in Changes::<T>::iter() {
			count = count.saturating_add(1);
			ensure!(id < next, "registry: a change's number is not below the next");
			ensure!(!pending.contested || !pending.objectors.is_empty(), "registry: nobody objects to a change");
			ensure!(pending.contested || pending.settlement.is_none(), "registry: no objection is being settled");
			ensure!(pending.since <= lived, "registry: a change begins in the future");
		}
		ensure!(Changes::<T>::count() == count, "registry: changes are miscounted");
		ensure!(count <= T::MaxChanges::get(), "registry: too many changes are open");
		Ok(())
	}

	/// Owner ids have no gaps. At most one owner is a developer, and it is the recorded one.
	pub(crate) fn try_owners() -> Result<(), TryRuntimeError> {
		let count = NextOwner::<T>::get();
		ensure!(Owners::<T>::iter_keys().all(|id| id < count), "registry: an owner's id is not below the next");
		ensure!(
			Some(count) == u32::try_from(Owners::<T>::iter_keys().count()).ok(),
			"registry: the ids of owners have gaps"
		);
		let developers: Vec<OwnerId> =
			Owners::<T>::iter().filter(|(_, owner)| owner.kind == OwnerKind::Developer).map(|(id, _)| id).collect();
		ensure!(developers.len() <= 1, "registry: there are two developers");
		ensure!(
			developers.first().copied() == Developer::<T>::get(),
			"registry: the developer is not the recorded one"
		);
		Ok(())
	}

	/// An account acts for an owner if and only if it is one of that owner's accounts, and for one owner only. An owner
	/// with accounts has a representative among them, and the entries of the accounts agree on which one it is.
	pub(crate) fn try_accounts() -> Result<(), TryRuntimeError> {
		let mut accounts = 0usize;
		for (id, owner) in Owners::<T>::iter() {
			accounts = accounts.saturating_add(owner.accounts.len());
			ensure!(
				owner.accounts.iter().all(|account| Self::owner_of(account) == Some(id)),
				"registry: an account of an owner does not act for that owner"
			);
			ensure!(
				owner.accounts.len() <= 1 || tickets::may_have_several(owner.kind),
				"registry: a person or the developer has several accounts"
			);
			match &owner.representative {
				None => ensure!(owner.accounts.is_empty(), "registry: an owner with accounts has no representative"),
				Some(account) => {
					ensure!(
						owner.accounts.contains(account),
						"registry: a representative is not an account of the owner"
					)
				}
			}
			ensure!(
				owner.accounts.iter().all(|account| {
					let represents = owner.representative.as_ref() == Some(account);
					AccountOwners::<T>::get(account).is_some_and(|acting| acting.represents == represents)
				}),
				"registry: an account's right to vote does not match the representative"
			);
		}
		ensure!(
			AccountOwners::<T>::iter_keys().count() == accounts,
			"registry: an account acts for an owner that does not list it"
		);
		Ok(())
	}

	/// The newest checkpoints of areas are the sums over the current units; all other areas are zero.
	pub(crate) fn try_areas() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<Vec<u8>, Area>::new();
		for unit in Units::<T>::iter_values().filter(|unit| Self::votes(unit.kind)) {
			let Unit { owner, building, area, .. } = unit;
			let subjects: [SubjectOf<T>; 4] = [
				Subject::Area,
				Subject::BuildingArea { building },
				Subject::OwnerArea { owner },
				Subject::OwnerAreaIn { owner, building },
			];
			for subject in subjects {
				let sum = sums.entry(subject.encode()).or_default();
				*sum = sum.checked_add(area).ok_or("registry: the sum of areas is too large")?;
			}
		}
		for subject in Histories::<T>::iter_keys() {
			let is_area = matches!(
				subject,
				Subject::Area | Subject::BuildingArea { .. } | Subject::OwnerArea { .. } | Subject::OwnerAreaIn { .. }
			);
			if !is_area {
				continue;
			}
			let expected = sums.remove(&subject.encode()).unwrap_or_default();
			ensure!(
				Self::value_now(&subject) == expected,
				"registry: a checkpoint of area is not the sum of the units"
			);
		}
		ensure!(sums.is_empty(), "registry: an area has no checkpoint");
		Ok(())
	}

	/// The newest checkpoints of heads are the current numbers of owners by the buildings in which they vote.
	/// [`BuildingSets`] contains exactly the sets of several buildings that have a history.
	pub(crate) fn try_heads() -> Result<(), TryRuntimeError> {
		let mut sets = BTreeMap::<OwnerId, BTreeSet<BuildingId>>::new();
		for unit in Units::<T>::iter_values().filter(|unit| Self::votes(unit.kind)) {
			sets.entry(unit.owner).or_default().insert(unit.building);
		}
		let owners = u64::try_from(sets.len()).unwrap_or(u64::MAX);
		ensure!(
			Self::value_now(&Subject::Heads) == owners,
			"registry: the number of heads is not the number of voting owners"
		);
		let mut heads = BTreeMap::<Vec<BuildingId>, u64>::new();
		for (owner, set) in &sets {
			ensure!(
				VotingBuildings::<T>::get(owner).iter().eq(set),
				"registry: an owner's voting buildings do not match its units"
			);
			let count = heads.entry(set.iter().copied().collect()).or_default();
			*count = count.saturating_add(1);
		}
		ensure!(
			VotingBuildings::<T>::iter_keys().count() == sets.len(),
			"registry: an owner without voting units has voting buildings"
		);
		let mut sets_of_several = 0u32;
		for subject in Histories::<T>::iter_keys() {
			if let Subject::HeadsIn { buildings } = &subject {
				let expected = heads.remove(buildings.as_slice()).unwrap_or_default();
				ensure!(Self::value_now(&subject) == expected, "registry: heads in some buildings are miscounted");
				let several = buildings.len() > 1;
				ensure!(
					BuildingSets::<T>::contains_key(buildings) == several,
					"registry: a set of buildings is not listed, or a single building is"
				);
				sets_of_several = sets_of_several.saturating_add(several.into());
			}
		}
		let listed = u32::try_from(BuildingSets::<T>::iter_keys().count()).unwrap_or(u32::MAX);
		ensure!(listed == sets_of_several, "registry: a listed set of buildings has no history");
		ensure!(BuildingSets::<T>::count() == listed, "registry: sets of buildings are miscounted");
		ensure!(heads.is_empty(), "registry: heads in some buildings have no checkpoint");
		Ok(())
	}

	/// Where heads are lots, the newest checkpoints of lots are the numbers of units that vote; elsewhere there are
	/// none.
	pub(crate) fn try_lots() -> Result<(), TryRuntimeError> {
		let mut lots = BTreeMap::<Vec<u8>, u64>::new();
		if HeadsPerLot::<T>::get() {
			for unit in Units::<T>::iter_values().filter(|unit| Self::votes(unit.kind)) {
				for subject in Self::subjects_of_lot(unit.owner, unit.building) {
					let count = lots.entry(subject.encode()).or_default();
					*count = count.saturating_add(1);
				}
			}
		}
		for subject in Histories::<T>::iter_keys() {
			let is_lots = matches!(
				subject,
				Subject::Lots | Subject::BuildingLots { .. } | Subject::OwnerLots { .. } | Subject::OwnerLotsIn { .. }
			);
			if is_lots {
				let expected = lots.remove(&subject.encode()).unwrap_or_default();
				ensure!(Self::value_now(&subject) == expected, "registry: lots are miscounted");
			}
		}
		ensure!(lots.is_empty(), "registry: lots have no checkpoint");
		Ok(())
	}

	/// The newest checkpoints by kinds are the sums over the units of the kinds that are counted, which vote; there are
	/// no others.
	pub(crate) fn try_kinds() -> Result<(), TryRuntimeError> {
		let (counted, by_lot) = (CountedKinds::<T>::get(), HeadsPerLot::<T>::get());
		ensure!(
			counted.iter().copied().flat_map(UnitKinds::iter).all(Self::votes),
			"registry: units of kinds that do not vote are counted"
		);
		let mut values = BTreeMap::<Vec<u8>, u64>::new();
		let mut owners = BTreeSet::new();
		for Unit { building, kind, area, owner, .. } in Units::<T>::iter_values() {
			for kinds in counted.iter().filter(|kinds| kinds.contains(kind)).copied() {
				for building in [None, Some(building)] {
					let is_new = owners.insert((kinds, owner, building));
					let others = [(None, Measure::Heads, u64::from(by_lot || is_new))];
					let own = [(Some(owner), Measure::Heads, u64::from(by_lot))];
					let areas = [(None, Measure::Area, area), (Some(owner), Measure::Area, area)];
					for (owner, measure, value) in areas.into_iter().chain(others).chain(own) {
						let subject: SubjectOf<T> = Subject::OfKinds { kinds, owner, building, measure };
						let sum = values.entry(subject.encode()).or_default();
						*sum = sum.saturating_add(value);
					}
				}
			}
		}
		values.retain(|_, value| *value > 0);
		for subject in Histories::<T>::iter_keys() {
			if matches!(subject, Subject::OfKinds { .. }) {
				let expected = values.remove(&subject.encode()).unwrap_or_default();
				ensure!(Self::value_now(&subject) == expected, "registry: units of some kinds are miscounted");
			}
		}
		ensure!(values.is_empty(), "registry: units of some kinds have no checkpoint");
		Ok(())
	}

	/// The powers of all owners add up to the totals, in the community and in each building, so that votes never exceed
	/// the total power.
	pub(crate) fn try_powers() -> Result<(), TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		let buildings: BTreeSet<BuildingId> = Units::<T>::iter_values().map(|unit| unit.building).collect();
		let sets = core::iter::once(None).chain(buildings.into_iter().map(|building| Some([building])));
		for set in sets {
			let set = set.as_ref().map(|set| set.as_slice());
			let mut sum = Power::default();
			for owner in Owners::<T>::iter_keys() {
				let power = Self::power_at(owner, now, set);
				sum.area = sum.area.checked_add(power.area).ok_or("registry: the sum of powers is too large")?;
				sum.heads = sum.heads.checked_add(power.heads).ok_or("registry: the sum of heads is too large")?;
			}
			ensure!(sum == Self::totals_at(now, set), "registry: the owners' powers do not add up to the totals");
		}
		Ok(())
	}

	/// The checkpoints of a subject are numbered without gaps, in the order of their blocks, and none is in the future.
	pub(crate) fn try_checkpoints() -> Result<(), TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		let mut checkpoints = 0usize;
		for (subject, History { earlier, last }) in Histories::<T>::iter() {
			let mut before = None;
			for index in 0..earlier {
				let checkpoint = Checkpoints::<T>::get(&subject, index)
					.ok_or("registry: a checkpoint is missing from its history")?;
				ensure!(before < Some(checkpoint.block), "registry: checkpoints are out of order");
				before = Some(checkpoint.block);
				checkpoints = checkpoints.saturating_add(1);
			}
			ensure!(before < Some(last.block), "registry: the newest checkpoint is not the last");
			ensure!(last.block <= now, "registry: a checkpoint lies in the future");
		}
		ensure!(
			Checkpoints::<T>::iter_keys().count() == checkpoints,
			"registry: a checkpoint lies outside its history"
		);
		Ok(())
	}

	/// Every change of an owner's voting area after genesis is counted among the owner's changes, in its block; and
	/// changes are only added, at least one in each block that has a checkpoint of them.
	pub(crate) fn try_owner_changes() -> Result<(), TryRuntimeError> {
		let newest = Histories::<T>::iter().map(|(subject, history)| (subject, history.last));
		let earlier = Checkpoints::<T>::iter().map(|(subject, _, checkpoint)| (subject, checkpoint));
		let mut noted = BTreeMap::<OwnerId, BTreeMap<BlockNumberFor<T>, u64>>::new();
		let mut areas = BTreeSet::<(OwnerId, BlockNumberFor<T>)>::new();
		for (subject, Checkpoint { block, value }) in newest.chain(earlier) {
			match subject {
				Subject::OwnerChanges { owner } => {
					noted.entry(owner).or_default().insert(block, value);
				}
				Subject::OwnerArea { owner }
				| Subject::OwnerAreaIn { owner, .. }
				| Subject::OfKinds { owner: Some(owner), .. }
					if !block.is_zero() =>
				{
					areas.insert((owner, block));
				}
				_ => (),
			}
		}
		ensure!(
			areas.iter().all(|(owner, block)| noted.get(owner).is_some_and(|changes| changes.contains_key(block))),
			"registry: a change of an owner's area is not counted"
		);
		for changes in noted.values() {
			let mut before = 0;
			for count in changes.values() {
				ensure!(*count > before, "registry: changes of an owner were taken back");
				before = *count;
			}
		}
		Ok(())
	}

	/// Open tickets belong to existing owners, are not spent, and are in their owner's list, which holds no others. No
	/// account has two tickets to replace it.
	pub(crate) fn try_tickets() -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<OwnerId, BTreeSet<TicketKey>>::new();
		let mut replaced = BTreeSet::new();
		for (key, ticket) in Tickets::<T>::iter() {
			ensure!(Owners::<T>::contains_key(ticket.owner), "registry: a ticket's owner does not exist");
			ensure!(!SpentTickets::<T>::contains_key(key), "registry: an open ticket is spent");
			open.entry(ticket.owner).or_default().insert(key);
			if let Purpose::Replacement { account } = ticket.purpose {
				ensure!(replaced.insert(account.encode()), "registry: an account has two tickets to replace it");
			}
		}
		for (owner, keys) in OpenTickets::<T>::iter() {
			let listed: BTreeSet<TicketKey> = keys.iter().copied().collect();
			ensure!(listed.len() == keys.len(), "registry: an open ticket is listed twice");
			ensure!(open.remove(&owner) == Some(listed), "registry: an owner's open tickets are not those listed");
		}
		ensure!(open.is_empty(), "registry: an open ticket is not listed");
		Ok(())
	}

	/// Proposed tickets are for existing owners. Objections are to open replacements, of accounts that act for the
	/// ticket's owner.
	pub(crate) fn try_replacements() -> Result<(), TryRuntimeError> {
		ensure!(
			ProposedTickets::<T>::iter_keys().all(Owners::<T>::contains_key),
			"registry: a ticket is proposed for an owner that does not exist"
		);
		let is_replacement = |key: TicketKey| {
			Tickets::<T>::get(key).is_some_and(|ticket| matches!(ticket.purpose, Purpose::Replacement { .. }))
		};
		ensure!(
			Objections::<T>::iter_keys().all(is_replacement),
			"registry: an objection is to something else than an open replacement"
		);
		let is_of_its_owner = |ticket: Ticket<T::AccountId>| match ticket.purpose {
			Purpose::Replacement { account } => Self::owner_of(&account) == Some(ticket.owner),
			Purpose::First | Purpose::Invitation => true,
		};
		ensure!(
			Tickets::<T>::iter_values().all(is_of_its_owner),
			"registry: a ticket is in place of an account that does not act for its owner"
		);
		Ok(())
	}

	/// [`Residents`] and [`Homes`] match, without duplicates or empty entries. Nobody is named where they live already,
	/// or in the future.
	pub(crate) fn try_homes() -> Result<(), TryRuntimeError> {
		let mut homes = 0usize;
		for (account, found) in Homes::<T>::iter() {
			ensure!(!found.is_empty(), "registry: a resident without homes is stored");
			let units: BTreeSet<UnitId> = found.iter().map(|home| home.unit).collect();
			ensure!(units.len() == found.len(), "registry: a resident has the same home twice");
			ensure!(
				units.iter().all(|unit| Residents::<T>::contains_key(unit, &account)),
				"registry: a home is missing among the residents of its unit"
			);
			homes = homes.saturating_add(units.len());
		}
		ensure!(Residents::<T>::iter_keys().count() == homes, "registry: a resident of a unit has no home there");
		let lived = T::Clock::lived();
		for (unit, account, naming) in NamedResidents::<T>::iter() {
			ensure!(!Residents::<T>::contains_key(unit, &account), "registry: a resident is named again");
			ensure!(naming.since <= lived, "registry: a resident was named in the future");
		}
		Ok(())
	}

	/// Residents, and those named, belong to existing units. No unit has too many of them, and no role too many
	/// holders.
	pub(crate) fn try_bounds() -> Result<(), TryRuntimeError> {
		let mut residents = BTreeMap::<UnitId, u32>::new();
		for (unit, _) in Residents::<T>::iter_keys().chain(NamedResidents::<T>::iter_keys()) {
			ensure!(Units::<T>::contains_key(unit), "registry: a resident's unit does not exist");
			let count = residents.entry(unit).or_default();
			*count = count.saturating_add(1);
		}
		ensure!(
			residents.values().all(|count| *count <= T::MaxResidents::get()),
			"registry: a unit has too many residents"
		);
		let mut holders = BTreeMap::new();
		for (role, _) in Roles::<T>::iter_keys() {
			let count = holders.entry(role).or_insert(0u32);
			*count = count.saturating_add(1);
		}
		ensure!(
			holders.values().all(|count| *count <= T::MaxRoleHolders::get()),
			"registry: a role has too many holders"
		);
		Ok(())
	}

	/// Every account that acts for an owner, lives or is named in a unit, holds a role or was named by genesis can send
	/// transactions: it has exactly one reference for each of these. No other account has one.
	pub(crate) fn try_references() -> Result<(), TryRuntimeError> {
		let mut references = BTreeMap::<T::AccountId, u32>::new();
		let accounts = AccountOwners::<T>::iter_keys()
			.chain(Residents::<T>::iter_keys().map(|(_, account)| account))
			.chain(NamedResidents::<T>::iter_keys().map(|(_, account)| account))
			.chain(Roles::<T>::iter_keys().map(|(_, account)| account))
			.map(|account| (account, 1));
		for (account, more) in accounts.chain(Sustained::<T>::iter()) {
			let count = references.entry(account).or_default();
			*count = count.saturating_add(more);
		}
		for (account, count) in &references {
			let counted = frame_system::Pallet::<T>::sufficients(account);
			ensure!(counted == *count, "registry: an account's references are miscounted");
		}
		for account in frame_system::Account::<T>::iter_keys() {
			let is_known = references.contains_key(&account);
			ensure!(
				is_known || frame_system::Pallet::<T>::sufficients(&account) == 0,
				"registry: an account has a reference for nothing"
			);
		}
		Ok(())
	}
}
