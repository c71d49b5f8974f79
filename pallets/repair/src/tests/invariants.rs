// SPDX-License-Identifier: Apache-2.0

//! Violates each invariant in turn.

use crate::{mock::*, *};
use frame_support::{assert_ok, hypothetically};
use linli_primitives::{BillKey, Cause, Fraction, UnitId};

fn broken(expected: &'static str, breakage: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 1_000);
		deposit(1, 500);
		assert_ok!(pay(bill(0, 5), 100));
		assert_ok!(withdraw(refund(0, 5), 40));
		assert_ok!(spend(buildings(&[1]), 300));
		hypothetically!({
			breakage();
			assert_eq!(Repair::do_try_state(), Err(expected.into()));
		});
	});
}

fn change(unit: UnitId, change: impl FnOnce(&mut UnitShare)) {
	let building = UnitBuildings::<Test>::get(unit).unwrap();
	Shares::<Test>::mutate(building, unit, |share| change(share.as_mut().unwrap()));
}

fn change_entry(number: u32, change: impl FnOnce(&mut ShareEntry)) {
	Statements::<Test>::mutate(0, number, |entry| change(entry.as_mut().unwrap()));
}

#[test]
fn invalid_rules_are_found() {
	broken("repair: the rules are invalid", || Rules::<Test>::mutate(|rules| rules.threshold = Fraction::new(2, 1)));
}

#[test]
fn miscounted_units_are_found() {
	broken("repair: two units have the same order", || change(1, |share| share.order = 0));
	broken("repair: an order is out of range", || change(1, |share| share.order = 6));
	broken("repair: the number of units is wrong", || Known::<Test>::put(7));
	broken("repair: a building's number of units is wrong", || UnitCounts::<Test>::insert(1, 2));
	broken("repair: a building's number of units is wrong", || UnitCounts::<Test>::insert(9, 1));
	broken("repair: a share is not found by its unit", || UnitBuildings::<Test>::remove(1));
	broken("repair: a share is not found by its unit", || UnitBuildings::<Test>::insert(1, 2));
	broken("repair: a unit has no share", || UnitBuildings::<Test>::insert(3, 1));
	broken("repair: the units that bear costs are miscounted", || Bearing::<Test>::put(5));
	broken("repair: a unit ceased and none was reshaped", || change(1, |share| share.ceased = true));
	broken("repair: a building's number of units is wrong", || {
		Reshaped::<Test>::put(true);
		Bearing::<Test>::put(5);
		change(1, |share| share.ceased = true);
	});
}

#[test]
fn a_share_without_area_is_found() {
	broken("repair: a share has no area", || change(6, |share| share.area = 0));
}

#[test]
fn shares_that_do_not_add_up_are_found() {
	broken("repair: the shares do not add up", || change(6, |share| share.balance += 1));
	broken("repair: the shares do not add up", || TotalShares::<Test>::mutate(|sum| *sum -= 1));
	// The sum is below zero.
	broken("repair: the shares do not add up", || change(0, |share| share.balance -= 100_000));
}

#[test]
fn shares_that_exceed_the_pot_are_found() {
	broken("repair: the shares exceed the pot's balance", || {
		change(6, |share| share.balance += 1);
		TotalShares::<Test>::mutate(|sum| *sum += 1);
	});
}

#[test]
fn a_changed_statement_is_found() {
	broken("repair: a statement has a gap", || Statements::<Test>::remove(0, 1));
	broken("repair: an entry has a zero amount", || change_entry(1, |entry| entry.amount = 0));
	broken("repair: an entry's balance does not follow", || change_entry(2, |entry| entry.amount -= 1));
	broken("repair: an entry's balance does not follow", || change_entry(0, |entry| entry.balance -= 1));
	broken("repair: an entry's link to the pot's ledger is wrong", || change_entry(0, |entry| entry.entry = None));
	broken("repair: an entry's link to the pot's ledger is wrong", || change_entry(3, |entry| entry.entry = Some(9)));
	broken("repair: an entry links to an earlier entry of the ledger", || {
		change_entry(2, |entry| entry.entry = Some(0))
	});
	broken("repair: a share's number of entries is wrong", || change(0, |share| share.entry_count += 1));
	broken("repair: a share is not its last entry's balance", || {
		change(0, |share| share.balance += 1);
		change(1, |share| share.balance -= 1);
	});
	broken("repair: a statement has no share", || {
		Statements::<Test>::insert(3, 0, Statements::<Test>::get(0, 0).unwrap());
	});
}

#[test]
fn a_wrong_levy_is_found() {
	broken("repair: a levy does not match the statement", || Levies::<Test>::insert(BillKey::new(0, 5, NOVEMBER), 61));
	broken("repair: a levy does not match the statement", || Levies::<Test>::insert(BillKey::new(1, 5, NOVEMBER), 1));
	broken("repair: a levy is for another unit's bill", || {
		change_entry(1, |entry| entry.cause = Cause::Bill { bill: BillKey::new(1, 5, NOVEMBER), payment: 0 });
	});
	broken("repair: a levy is missing", || Levies::<Test>::remove(BillKey::new(0, 5, NOVEMBER)));
}
