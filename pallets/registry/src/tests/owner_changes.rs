// SPDX-License-Identifier: Apache-2.0

//! Changes of owners' accounts and areas are counted, in the block in which they are made.

use crate::{mock::*, *};
use frame_support::{assert_err, assert_ok};
use linli_primitives::{traits::Electorate, OwnerId, UnitKind};
use sp_runtime::{traits::Dispatchable, TryRuntimeError};

const NEW: u64 = 50;

/// The number of changes of an owner.
fn changes(owner: OwnerId) -> u64 {
	Registry::value_now(&Subject::OwnerChanges { owner })
}

/// Claims a ticket, whose authorization is not checked.
fn claim(owner: OwnerId, number: u8, account: AccountId) {
	assert_ok!(claim_call(owner, number, account).dispatch(frame_system::RawOrigin::Authorized.into()));
}

#[test]
fn genesis_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!([LI, WANGS, ZHAO].map(changes), [0; 3]);
		assert!(!<Registry as Electorate<_, _>>::changed_since(LI, 0));
	});
}

#[test]
fn a_sale_changes_the_seller_and_the_buyer() {
	ExtBuilder::default().build_and_execute(|| {
		System::set_block_number(5);
		assert_ok!(made(sale(0, ZHAO)));
		for owner in [LI, ZHAO] {
			assert!(Registry::changed_since(owner, 4));
			assert!(!Registry::changed_since(owner, 5));
		}
		assert!(!Registry::changed_since(WANGS, 0));
		// A unit that does not vote changes nobody's voting area.
		assert_ok!(made(new_unit(1, UnitKind::Parking, 1_200, WANGS)));
		assert_eq!(changes(WANGS), 0);
		assert_ok!(made(new_unit(1, UnitKind::Residential, 1_200, WANGS)));
		assert_eq!(changes(WANGS), 1);
	});
}

#[test]
fn an_exchange_within_a_block_is_a_change() {
	ExtBuilder::default().build_and_execute(|| {
		System::set_block_number(5);
		assert_ok!(made(sale(0, ZHAO)));
		assert_ok!(made(sale(0, LI)));
		assert_eq!(Registry::power_at(LI, 5, None), Registry::power_at(LI, 4, None));
		assert_eq!(changes(LI), 2);
		assert!(Registry::changed_since(LI, 4));
	});
}

#[test]
fn accounts_that_claim_represent_or_leave_change_their_owner() {
	ExtBuilder::default().build_and_execute(|| {
		System::set_block_number(7);
		claim(ZHAO, ZHAOS, NEW);
		assert!(Registry::changed_since(ZHAO, 6));
		assert_ok!(Registry::set_representative(signed(WANG_1), WANG_2));
		assert_eq!(changes(WANGS), 1);
		// Naming oneself changes nothing.
		assert_ok!(Registry::set_representative(signed(WANG_2), WANG_2));
		assert_eq!(changes(WANGS), 1);
		assert_ok!(Registry::leave(signed(WANG_1)));
		assert_eq!(changes(WANGS), 2);
	});
}

#[test]
fn a_replaced_account_changes_its_owner() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(issue(LI, 6, LI_1));
		assert_eq!(changes(LI), 0, "the ticket alone replaces nothing");
		System::set_block_number(9);
		pass(WEEK);
		claim(LI, 6, NEW);
		assert_eq!(Registry::representative(LI), Some(NEW));
		assert!(Registry::changed_since(LI, 8));
	});
}

#[test]
fn the_invariant_detects_its_violation() {
	let damaged = |message, damage: fn()| {
		ExtBuilder::default().build().execute_with(|| {
			System::set_block_number(5);
			assert_ok!(made(sale(0, ZHAO)));
			assert_ok!(Registry::do_try_state());
			damage();
			assert_err!(Registry::try_owner_changes(), TryRuntimeError::Other(message));
			assert!(Registry::do_try_state().is_err());
		});
	};
	damaged("registry: a change of an owner's area is not counted", || {
		Histories::<Test>::remove(Subject::OwnerChanges { owner: LI });
	});
	damaged("registry: changes of an owner were taken back", || {
		let subject = Subject::OwnerChanges { owner: LI };
		Checkpoints::<Test>::insert(&subject, 0, Checkpoint { block: 4, value: 1 });
		let last = Checkpoint { block: 5, value: 1 };
		Histories::<Test>::insert(&subject, History { earlier: 1, last });
	});
}
