// SPDX-License-Identifier: Apache-2.0

//! Each invariant detects its violation.

use crate::{mock::*, *};
use frame_support::{assert_err, assert_ok, BoundedVec};
use linli_primitives::{Moment, OwnerKind, Role, UnitId};
use sp_runtime::TryRuntimeError;

/// Runs `damage` on a valid register and expects `check`, as well as the check of everything, to fail with `message`.
fn finds(message: &'static str, check: fn() -> Result<(), TryRuntimeError>, damage: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		assert_ok!(Registry::do_try_state());
		damage();
		assert_err!(check(), TryRuntimeError::Other(message));
		assert!(Registry::do_try_state().is_err());
	});
}

fn with_owner(owner: u32, change: impl FnOnce(&mut OwnerOf<Test>)) {
	Owners::<Test>::mutate(owner, |record| change(record.as_mut().unwrap()));
}

fn with_unit(unit: u32, change: impl FnOnce(&mut Unit)) {
	Units::<Test>::mutate(unit, |record| change(record.as_mut().unwrap()));
}

#[test]
fn units() {
	finds("registry: a unit's id is not below the next", Registry::try_units, || NextUnit::<Test>::put(6));
	finds("registry: the ids of units have gaps", Registry::try_units, || NextUnit::<Test>::put(8));
	finds("registry: a unit has no area", Registry::try_units, || with_unit(1, |unit| unit.area = 0));
	finds("registry: a unit's owner does not exist", Registry::try_units, || with_unit(1, |unit| unit.owner = 9));
	finds("registry: a unit is not in its owner's index", Registry::try_units, || {
		OwnerUnits::<Test>::remove(LI, 0);
	});
	finds("registry: a unit is in the index of two owners", Registry::try_units, || {
		OwnerUnits::<Test>::insert(WANGS, 0, ());
	});
	finds("registry: the index contains an unknown unit", Registry::try_units, || {
		OwnerUnits::<Test>::insert(WANGS, 70, ());
	});
}

#[test]
fn ceased_units() {
	let ceased = |heir| CeasedUnit { unit: Units::<Test>::get(0).unwrap(), heir };
	let cease = |unit: UnitId, heir| {
		NextUnit::<Test>::put(8);
		CeasedUnits::<Test>::insert(unit, ceased(heir));
	};
	let message = "registry: the id of a unit that ceased is not below the next";
	finds(message, Registry::try_units, || cease(8, None));
	finds("registry: a unit that ceased exists", Registry::try_units, || cease(6, None));
	finds("registry: a unit became a part of a younger one", Registry::try_units, || cease(7, Some(7)));
	finds("registry: the ids of units have gaps", Registry::try_units, || {
		CeasedUnits::<Test>::insert(6, ceased(None));
		OwnerUnits::<Test>::remove(ZHAO, 6);
		Units::<Test>::remove(6);
		NextUnit::<Test>::put(9);
	});
}

#[test]
fn labels() {
	finds("registry: a unit's label is missing", Registry::try_labels, || with_unit(1, |unit| unit.label = hash(1)));
	finds("registry: a label is not its unit's", Registry::try_labels, || {
		with_unit(1, |unit| unit.label = hash(1));
		Labels::<Test>::insert(hash(1), 2);
	});
}

#[test]
fn areas_of_buildings() {
	let message = "registry: the units of a building exceed its registered area";
	finds(message, Registry::try_building_areas, || BuildingAreas::<Test>::insert(1, 30_199));
	let message = "registry: the area of a building's units is not their sum";
	finds(message, Registry::try_building_areas, || UnitAreas::<Test>::insert(1, 30_199));
	finds(message, Registry::try_building_areas, || UnitAreas::<Test>::insert(70, 0));
}

#[test]
fn changes() {
	let pending = |damage: fn(&mut PendingChangeOf<Test>)| {
		let id = propose(sale(0, WANGS)).unwrap();
		Changes::<Test>::mutate(id, |pending| damage(pending.as_mut().unwrap()));
	};
	let check = Registry::try_changes;
	finds("registry: a change's number is not below the next", check, || {
		pending(|_| ());
		NextChange::<Test>::put(0);
	});
	finds("registry: nobody objects to a change", check, || pending(|change| change.contested = true));
	finds("registry: no objection is being settled", check, || {
		pending(|change| {
			let by = Settler::Officer { role: Role::Auditor, account: AUDITOR };
			change.settlement = Some(Settlement { upheld: true, document: hash(1), by });
		});
	});
	finds("registry: a change begins in the future", check, || pending(|change| change.since += 1));
	finds("registry: changes are miscounted", check, || {
		let id = propose(sale(0, WANGS)).unwrap();
		let key = Changes::<Test>::hashed_key_for(id);
		frame_support::storage::unhashed::kill(&key);
	});
	finds("registry: too many changes are open", check, || {
		for _ in 0..8 {
			pending(|_| ());
		}
		let more = Changes::<Test>::get(0).unwrap();
		Changes::<Test>::insert(8, more);
		NextChange::<Test>::put(9);
	});
}

#[test]
fn owners() {
	finds("registry: an owner's id is not below the next", Registry::try_owners, || NextOwner::<Test>::put(4));
	finds("registry: the ids of owners have gaps", Registry::try_owners, || NextOwner::<Test>::put(6));
	finds("registry: there are two developers", Registry::try_owners, || {
		with_owner(LI, |owner| owner.kind = OwnerKind::Developer);
	});
	finds("registry: the developer is not the recorded one", Registry::try_owners, Developer::<Test>::kill);
}

#[test]
fn accounts() {
	finds("registry: an account of an owner does not act for that owner", Registry::try_accounts, || {
		AccountOwners::<Test>::insert(LI_1, Acting { owner: WANGS, represents: true });
	});
	finds("registry: an account acts for an owner that does not list it", Registry::try_accounts, || {
		AccountOwners::<Test>::insert(STRANGER, Acting { owner: LI, represents: false });
	});
	let message = "registry: an account's right to vote does not match the representative";
	finds(message, Registry::try_accounts, || {
		AccountOwners::<Test>::insert(WANG_2, Acting { owner: WANGS, represents: true });
	});
	finds(message, Registry::try_accounts, || {
		AccountOwners::<Test>::insert(LI_1, Acting { owner: LI, represents: false });
	});
	finds("registry: a person or the developer has several accounts", Registry::try_accounts, || {
		with_owner(WANGS, |owner| owner.kind = OwnerKind::Person);
	});
	finds("registry: an owner with accounts has no representative", Registry::try_accounts, || {
		with_owner(LI, |owner| owner.representative = None);
	});
	finds("registry: a representative is not an account of the owner", Registry::try_accounts, || {
		with_owner(LI, |owner| owner.representative = Some(WANG_1));
	});
}

#[test]
fn areas() {
	let message = "registry: a checkpoint of area is not the sum of the units";
	finds(message, Registry::try_areas, || with_unit(0, |unit| unit.area += 1));
	finds(message, Registry::try_areas, || {
		assert_ok!(Registry::write(Subject::BuildingArea { building: 1 }, 1));
	});
	finds(message, Registry::try_areas, || {
		assert_ok!(Registry::write(Subject::OwnerArea { owner: 77 }, 1));
	});
	finds("registry: an area has no checkpoint", Registry::try_areas, || {
		Histories::<Test>::remove(Subject::Area);
	});
}

#[test]
fn heads() {
	let buildings = || BuildingSetOf::<Test>::truncate_from(vec![1]);
	finds("registry: the number of heads is not the number of voting owners", Registry::try_heads, || {
		assert_ok!(Registry::write(Subject::Heads, 6));
	});
	finds("registry: an owner's voting buildings do not match its units", Registry::try_heads, || {
		VotingBuildings::<Test>::remove(LI);
	});
	finds("registry: an owner without voting units has voting buildings", Registry::try_heads, || {
		VotingBuildings::<Test>::insert(77, buildings());
	});
	finds("registry: heads in some buildings are miscounted", Registry::try_heads, || {
		assert_ok!(Registry::write(Subject::HeadsIn { buildings: buildings() }, 9));
	});
	// The developer votes in both buildings.
	let both = || BuildingSetOf::<Test>::truncate_from(vec![1, 2]);
	finds("registry: a set of buildings is not listed, or a single building is", Registry::try_heads, || {
		BuildingSets::<Test>::remove(both());
	});
	finds("registry: a set of buildings is not listed, or a single building is", Registry::try_heads, || {
		BuildingSets::<Test>::insert(buildings(), ());
	});
	finds("registry: a listed set of buildings has no history", Registry::try_heads, || {
		BuildingSets::<Test>::insert(BuildingSetOf::<Test>::truncate_from(vec![1, 3]), ());
	});
	finds("registry: sets of buildings are miscounted", Registry::try_heads, || {
		// The counter of a counted map is a storage value of its own.
		frame_support::storage::unhashed::put(&BuildingSets::<Test>::counter_storage_final_key(), &9u32);
	});
	finds("registry: heads in some buildings have no checkpoint", Registry::try_heads, || {
		Histories::<Test>::remove(Subject::HeadsIn { buildings: buildings() });
	});
}

#[test]
fn powers() {
	let message = "registry: the owners' powers do not add up to the totals";
	finds(message, Registry::try_powers, || {
		assert_ok!(Registry::write(Subject::OwnerArea { owner: LI }, 1));
	});
	finds(message, Registry::try_powers, || {
		assert_ok!(Registry::write(Subject::Heads, 4));
	});
	finds(message, Registry::try_powers, || {
		assert_ok!(Registry::write(Subject::OwnerAreaIn { owner: LI, building: 2 }, 1));
	});
	finds("registry: the sum of powers is too large", Registry::try_powers, || {
		assert_ok!(Registry::write(Subject::OwnerArea { owner: LI }, u64::MAX));
	});
}

#[test]
fn checkpoints() {
	let newest = |earlier, block| {
		let last = Checkpoint { block, value: 64_000 };
		Histories::<Test>::insert(Subject::Area, History { earlier, last });
	};
	finds("registry: a checkpoint is missing from its history", Registry::try_checkpoints, || newest(1, 1));
	finds("registry: checkpoints are out of order", Registry::try_checkpoints, || {
		for index in 0..2 {
			Checkpoints::<Test>::insert(Subject::Area, index, Checkpoint { block: 0, value: 60_000 });
		}
		newest(2, 1);
	});
	finds("registry: the newest checkpoint is not the last", Registry::try_checkpoints, || {
		Checkpoints::<Test>::insert(Subject::Area, 0, Checkpoint { block: 1, value: 60_000 });
		newest(1, 1);
	});
	finds("registry: a checkpoint lies in the future", Registry::try_checkpoints, || newest(0, 9));
	finds("registry: a checkpoint lies outside its history", Registry::try_checkpoints, || {
		Checkpoints::<Test>::insert(Subject::Area, 5, Checkpoint { block: 0, value: 64_000 });
	});
}

#[test]
fn tickets() {
	let put = |number, owner, purpose| {
		Tickets::<Test>::insert(ticket(number), Ticket { owner, since: 0, purpose, second_factor: None })
	};
	let list = |owner, numbers: &[u8]| {
		let keys: Vec<_> = numbers.iter().map(|number| ticket(*number)).collect();
		OpenTickets::<Test>::insert(owner, BoundedVec::truncate_from(keys));
	};
	finds("registry: a ticket's owner does not exist", Registry::try_tickets, || put(6, 77, Purpose::First));
	finds("registry: an open ticket is spent", Registry::try_tickets, || {
		SpentTickets::<Test>::insert(ticket(ZHAOS), ());
	});
	let message = "registry: an owner's open tickets are not those listed";
	finds(message, Registry::try_tickets, || list(ZHAO, &[ZHAOS, 6]));
	finds(message, Registry::try_tickets, || list(LI, &[6]));
	finds("registry: an open ticket is listed twice", Registry::try_tickets, || list(ZHAO, &[ZHAOS, ZHAOS]));
	finds("registry: an open ticket is not listed", Registry::try_tickets, || put(6, LI, Purpose::First));
	finds("registry: an account has two tickets to replace it", Registry::try_tickets, || {
		for number in [6, 7] {
			put(number, LI, Purpose::Replacement { account: LI_1 });
		}
		list(LI, &[6, 7]);
	});
}

#[test]
fn replacements() {
	finds("registry: a ticket is proposed for an owner that does not exist", Registry::try_replacements, || {
		assert_ok!(Registry::propose_ticket(registrar(), LI, ticket(6), LI_1, document()));
		let proposed = ProposedTickets::<Test>::take(LI).unwrap();
		ProposedTickets::<Test>::insert(77, proposed);
	});
	let message = "registry: an objection is to something else than an open replacement";
	for number in [6, ZHAOS] {
		finds(message, Registry::try_replacements, || {
			let objection = Objection { by: LI_1, since: 0, entered: None, dismissed: None };
			Objections::<Test>::insert(ticket(number), objection);
		});
	}
	let message = "registry: a ticket is in place of an account that does not act for its owner";
	finds(message, Registry::try_replacements, || {
		assert_ok!(issue(WANGS, 6, WANG_2));
		AccountOwners::<Test>::remove(WANG_2);
	});
}

#[test]
fn homes() {
	let homes = |units: &[UnitId]| {
		let homes: Vec<_> = units.iter().map(|unit| Home { unit: *unit, since: 0, until: 1 }).collect();
		Homes::<Test>::insert(STRANGER, BoundedVec::truncate_from(homes));
	};
	finds("registry: a resident without homes is stored", Registry::try_homes, || homes(&[]));
	finds("registry: a resident has the same home twice", Registry::try_homes, || {
		Residents::<Test>::insert(0, STRANGER, ());
		homes(&[0, 0]);
	});
	finds("registry: a home is missing among the residents of its unit", Registry::try_homes, || homes(&[0]));
	finds("registry: a resident of a unit has no home there", Registry::try_homes, || {
		Residents::<Test>::insert(0, STRANGER, ());
	});
	let name = |since| NamedResidents::<Test>::insert(0, STRANGER, Naming { since, until: Moment::MAX });
	finds("registry: a resident is named again", Registry::try_homes, || {
		house(LI_1, 0, STRANGER, Moment::MAX);
		name(0);
	});
	finds("registry: a resident was named in the future", Registry::try_homes, || name(Moment::MAX));
}

#[test]
fn bounds() {
	finds("registry: a resident's unit does not exist", Registry::try_bounds, || {
		Residents::<Test>::insert(77, STRANGER, ());
	});
	let naming = Naming { since: 0, until: Moment::MAX };
	finds("registry: a resident's unit does not exist", Registry::try_bounds, || {
		NamedResidents::<Test>::insert(77, STRANGER, naming);
	});
	finds("registry: a unit has too many residents", Registry::try_bounds, || {
		(100..110).for_each(|account| Residents::<Test>::insert(0, account, ()));
		(110..117).for_each(|account| NamedResidents::<Test>::insert(0, account, naming));
	});
	finds("registry: a role has too many holders", Registry::try_bounds, || {
		(100..165).for_each(|account| Roles::<Test>::insert(Role::Device, account, ()));
	});
}

#[test]
fn references() {
	let message = "registry: an account's references are miscounted";
	finds(message, Registry::try_references, || {
		System::dec_sufficients(&LI_1);
	});
	finds(message, Registry::try_references, || Residents::<Test>::insert(0, LI_1, ()));
	finds(message, Registry::try_references, || {
		NamedResidents::<Test>::insert(0, LI_1, Naming { since: 0, until: Moment::MAX });
	});
	finds(message, Registry::try_references, || Roles::<Test>::insert(Role::Device, REGISTRAR, ()));
	// One too many, which would keep an account alive for ever.
	finds(message, Registry::try_references, || {
		System::inc_sufficients(&LI_1);
	});
	finds(message, Registry::try_references, || Sustained::<Test>::insert(STRANGER, 1));
	finds("registry: an account has a reference for nothing", Registry::try_references, || {
		System::inc_sufficients(&STRANGER);
	});
}
