// SPDX-License-Identifier: Apache-2.0

//! Waivers, proposed by one account and approved by another.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::UnitDues, ChargeId, Fen};
use sp_runtime::{traits::BadOrigin, DispatchResult};

/// Bills every unit 10,000 and lets 100 days pass after the grace, for a late fee of 500.
fn late_bill() -> ChargeId {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	go_to(start(NOVEMBER) + 6 * DAYS + 146 * DAYS);
	id
}

fn propose(who: AccountId, charge: ChargeId, principal: Fen, late: Fen) -> DispatchResult {
	Fees::propose_waiver(signed(who), BillKey::new(1, charge, NOVEMBER), principal, late, hash(2))
}

#[test]
fn a_waiver_requires_approval_by_another_account() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = late_bill();
		assert_noop!(propose(BOB, charge, 0, 500), BadOrigin);
		assert_noop!(propose(MANAGER, charge, 0, 0), Error::<Test>::InvalidWaiver);
		assert_noop!(propose(MANAGER, charge, 0, 501), Error::<Test>::WaiverTooLarge);
		assert_noop!(propose(MANAGER, charge, 10_001, 0), Error::<Test>::WaiverTooLarge);
		assert_noop!(propose(MANAGER, 9, 1, 0), Error::<Test>::BillNotFound);
		assert_ok!(propose(MANAGER, charge, 1_000, 500));
		assert_eq!(
			last_event(),
			Event::WaiverProposed {
				bill: BillKey::new(1, charge, NOVEMBER),
				proposer: MANAGER,
				principal: 1_000,
				late: 500,
				reason: hash(2)
			}
		);
		assert_noop!(propose(MANAGER, charge, 1, 0), Error::<Test>::WaiverAlreadyProposed);
		assert_eq!(owed(1), 10_500);
		let key = BillKey::new(1, charge, NOVEMBER);
		assert_noop!(Fees::approve_waiver(signed(COMMITTEE), key, 1_001, 500), Error::<Test>::WaiverMismatch);
		let approve = |who| Fees::approve_waiver(signed(who), key, 1_000, 500);
		assert_noop!(approve(BOB), BadOrigin);
		assert_noop!(approve(MANAGER), Error::<Test>::OwnWaiver);
		assert_ok!(approve(COMMITTEE));
		assert_eq!(
			last_event(),
			Event::WaiverApproved {
				bill: BillKey::new(1, charge, NOVEMBER),
				approver: COMMITTEE,
				principal: 1_000,
				late: 500
			}
		);
		assert_eq!(owed(1), 9_000);
		assert_noop!(approve(COMMITTEE), Error::<Test>::WaiverNotFound);
		// The waived amounts are not charged again: the late fee on the rest is still below the 500 that were waived.
		go_to(start(NOVEMBER) + 6 * DAYS + 148 * DAYS);
		assert_eq!(owed(1), 9_000);
		go_to(start(NOVEMBER) + 6 * DAYS + 158 * DAYS);
		assert_eq!(owed(1), 9_000 + 4);
	});
}

#[test]
fn only_what_is_still_owed_is_waived() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = late_bill();
		assert_ok!(propose(MANAGER, charge, 2_000, 500));
		assert_ok!(Fees::pay(signed(BOB), 1, 9_500, None));
		assert_ok!(Fees::approve_waiver(signed(COMMITTEE), BillKey::new(1, charge, NOVEMBER), 2_000, 500));
		let bill = bill(1, charge, NOVEMBER);
		assert_eq!((bill.principal.waived, bill.late.waived), (1_000, 0));
		// The late fee on 9,000 is 450, so that 50 of what was paid go back.
		assert_eq!(bill.late.paid, 450);
		assert!(!bill.is_open());
		assert_noop!(propose(MANAGER, charge, 1, 0), Error::<Test>::BillNotOpen);
	});
}

#[test]
fn a_waiver_of_a_paid_bill_can_only_be_rejected() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = late_bill();
		let reject = |who| Fees::reject_waiver(signed(who), BillKey::new(1, charge, NOVEMBER));
		assert_noop!(reject(COMMITTEE), Error::<Test>::WaiverNotFound);
		assert_ok!(propose(MANAGER, charge, 2_000, 0));
		assert_ok!(Fees::pay(signed(BOB), 1, 10_500, None));
		assert_noop!(
			Fees::approve_waiver(signed(COMMITTEE), BillKey::new(1, charge, NOVEMBER), 2_000, 0),
			Error::<Test>::BillNotOpen
		);
		assert_noop!(reject(BOB), BadOrigin);
		assert_ok!(reject(COMMITTEE));
		assert_eq!(last_event(), Event::WaiverRejected { bill: BillKey::new(1, charge, NOVEMBER), by: COMMITTEE });
	});
}

#[test]
fn a_waiver_takes_two_people_without_an_interest_and_can_be_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = late_bill();
		let bill = BillKey::new(1, charge, NOVEMBER);
		assert_noop!(Fees::withdraw_waiver(signed(MANAGER), bill), Error::<Test>::WaiverNotFound);
		assert_ok!(propose(MANAGER, charge, 1_000, 0));
		SamePerson::set(vec![(MANAGER, COMMITTEE)]);
		assert_noop!(Fees::approve_waiver(signed(COMMITTEE), bill, 1_000, 0), Error::<Test>::OwnWaiver);
		// Related to somebody who paid.
		SamePerson::set(vec![(COMMITTEE, 4)]);
		assert_ok!(Fees::pay(signed(4), 1, 5_000, None));
		assert_noop!(Fees::approve_waiver(signed(COMMITTEE), bill, 1_000, 0), Error::<Test>::OwnMatter);
		assert_noop!(Fees::withdraw_waiver(signed(COMMITTEE), bill), BadOrigin);
		assert_ok!(Fees::withdraw_waiver(signed(MANAGER), bill));
		assert_eq!(last_event(), Event::WaiverWithdrawn { bill, by: MANAGER });
		assert!(Waivers::<Test>::get(bill).is_none());
	});
}

#[test]
fn a_ruling_does_not_undo_a_waiver() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = late_bill();
		assert_ok!(propose(MANAGER, charge, 3_000, 400));
		assert_ok!(Fees::approve_waiver(signed(COMMITTEE), BillKey::new(1, charge, NOVEMBER), 3_000, 400));
		assert_ok!(Fees::dispute(signed(BOB), BillKey::new(1, charge, NOVEMBER), hash(1)));
		assert_ok!(Fees::rule_dispute(
			signed(COMMITTEE),
			BillKey::new(1, charge, NOVEMBER),
			Ruling::Reduced { to: 1_000 }
		));
		assert!(Fees::is_settled(1));
		assert_eq!(bill(1, charge, NOVEMBER).principal.reduced, 7_000);
	});
}

#[test]
fn nobody_with_an_interest_answers_a_waiver() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = late_bill();
		let bill = BillKey::new(1, charge, NOVEMBER);
		assert_ok!(propose(MANAGER, charge, 1_000, 0));
		Register::replace(1, COMMITTEE);
		assert_noop!(Fees::reject_waiver(signed(COMMITTEE), bill), Error::<Test>::OwnMatter);
		// A manager does not withdraw what another proposed.
		Register::replace(1, MANAGER);
		Waivers::<Test>::mutate(bill, |waiver| waiver.as_mut().unwrap().proposer = 5);
		assert_noop!(Fees::withdraw_waiver(signed(MANAGER), bill), Error::<Test>::OwnMatter);
		SamePerson::set(vec![(MANAGER, 5)]);
		assert_ok!(Fees::withdraw_waiver(signed(MANAGER), bill));
	});
}
