// SPDX-License-Identifier: Apache-2.0

//! Each invariant can fail.

use crate::{mock::*, *};
use frame_support::{assert_err, assert_ok};
use linli_primitives::{OwnerKind, Role, UnitId};
use sp_runtime::TryRuntimeError;

/// Runs `damage` on a good register, and expects `check`, and the whole, to find what it did.
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
	finds("registry: a unit is in two owners' index", Registry::try_units, || {
		OwnerUnits::<Test>::insert(WANGS, 0, ());
	});
	finds("registry: the index names a unit that is not", Registry::try_units, || {
		OwnerUnits::<Test>::insert(WANGS, 70, ());
	});
}

#[test]
fn owners() {
	finds("registry: an owner's id is not below the next", Registry::try_owners, || NextOwner::<Test>::put(4));
	finds("registry: the ids of owners have gaps", Registry::try_owners, || NextOwner::<Test>::put(6));
	finds("registry: there are two developers", Registry::try_owners, || {
		with_owner(LI, |owner| owner.kind = OwnerKind::Developer);
	});
	finds("registry: the developer is not the one noted", Registry::try_owners, Developer::<Test>::kill);
}

#[test]
fn accounts() {
	finds("registry: an owner's account acts for another, or none", Registry::try_accounts, || {
		AccountOwners::<Test>::insert(LI_1, Acting { owner: WANGS, represents: true });
	});
	finds("registry: an account acts for an owner unknown to it", Registry::try_accounts, || {
		AccountOwners::<Test>::insert(STRANGER, Acting { owner: LI, represents: false });
	});
	let message = "registry: an account votes and is not the representative, or the other way round";
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
	finds("registry: a representative is no account of the owner", Registry::try_accounts, || {
		with_owner(LI, |owner| owner.representative = Some(WANG_1));
	});
}

#[test]
fn areas() {
	let message = "registry: a checkpoint of area is not the sum of its units";
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
	finds("registry: the heads are not the owners who vote", Registry::try_heads, || {
		assert_ok!(Registry::write(Subject::Heads, 6));
	});
	finds("registry: an owner's buildings are not those of its units", Registry::try_heads, || {
		VotingBuildings::<Test>::remove(LI);
	});
	finds("registry: who has no units has buildings", Registry::try_heads, || {
		VotingBuildings::<Test>::insert(77, buildings());
	});
	finds("registry: heads in some buildings are miscounted", Registry::try_heads, || {
		assert_ok!(Registry::write(Subject::HeadsIn { buildings: buildings() }, 9));
	});
	// The developer votes in both buildings.
	let both = || BuildingSetOf::<Test>::truncate_from(vec![1, 2]);
	finds("registry: a set of buildings cannot be found", Registry::try_heads, || {
		BuildingSets::<Test>::remove(both());
	});
	finds("registry: a set of buildings cannot be found", Registry::try_heads, || {
		BuildingSets::<Test>::insert(buildings(), ());
	});
	finds("registry: a set of buildings was never voted in", Registry::try_heads, || {
		BuildingSets::<Test>::insert(BuildingSetOf::<Test>::truncate_from(vec![1, 3]), ());
	});
	finds("registry: sets of buildings are miscounted", Registry::try_heads, || {
		// The count of a counted map lies beside it.
		frame_support::storage::unhashed::put(&BuildingSets::<Test>::counter_storage_final_key(), &9u32);
	});
	finds("registry: heads in some buildings have no checkpoint", Registry::try_heads, || {
		Histories::<Test>::remove(Subject::HeadsIn { buildings: buildings() });
	});
}

#[test]
fn powers() {
	let message = "registry: the powers of owners do not add up to the totals";
	finds(message, Registry::try_powers, || {
		assert_ok!(Registry::write(Subject::OwnerArea { owner: LI }, 1));
	});
	finds(message, Registry::try_powers, || {
		assert_ok!(Registry::write(Subject::Heads, 4));
	});
	finds(message, Registry::try_powers, || {
		assert_ok!(Registry::write(Subject::OwnerAreaIn { owner: LI, building: 2 }, 1));
	});
	finds("registry: powers add up to too much", Registry::try_powers, || {
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
	let first = |owner| Ticket { owner, valid_from: 0, purpose: Purpose::First };
	finds("registry: a ticket's owner does not exist", Registry::try_tickets, || {
		Tickets::<Test>::insert(ticket(6), first(77));
	});
	finds("registry: an open ticket is spent", Registry::try_tickets, || {
		SpentTickets::<Test>::insert(ticket(ZHAOS), ());
	});
	finds("registry: open tickets are miscounted", Registry::try_tickets, || {
		OpenTickets::<Test>::insert(ZHAO, 2);
	});
	finds("registry: an owner has too many open tickets", Registry::try_tickets, || {
		(10..20).for_each(|number| Tickets::<Test>::insert(ticket(number), first(ZHAO)));
	});
}

#[test]
fn homes() {
	let homes = |units: &[UnitId]| {
		let homes: Vec<_> = units.iter().map(|unit| Home { unit: *unit, since: 0, until: 1 }).collect();
		Homes::<Test>::insert(STRANGER, BoundedVec::truncate_from(homes));
	};
	finds("registry: a resident without a home is kept", Registry::try_homes, || homes(&[]));
	finds("registry: a resident has the same home twice", Registry::try_homes, || {
		Residents::<Test>::insert(0, STRANGER, ());
		homes(&[0, 0]);
	});
	finds("registry: a home does not know its resident", Registry::try_homes, || homes(&[0]));
	finds("registry: a resident does not know its home", Registry::try_homes, || {
		Residents::<Test>::insert(0, STRANGER, ());
	});
}

#[test]
fn bounds() {
	finds("registry: a resident's unit does not exist", Registry::try_bounds, || {
		Residents::<Test>::insert(77, STRANGER, ());
	});
	finds("registry: a unit has too many residents", Registry::try_bounds, || {
		(100..117).for_each(|account| Residents::<Test>::insert(0, account, ()));
	});
	finds("registry: a role has too many holders", Registry::try_bounds, || {
		(100..165).for_each(|account| Roles::<Test>::insert(Role::Device, account, ()));
	});
}

#[test]
fn references() {
	let message = "registry: an account lacks a reference";
	finds(message, Registry::try_references, || {
		System::dec_sufficients(&LI_1);
	});
	finds(message, Registry::try_references, || Residents::<Test>::insert(0, LI_1, ()));
	finds(message, Registry::try_references, || Roles::<Test>::insert(Role::Device, REGISTRAR, ()));
}
