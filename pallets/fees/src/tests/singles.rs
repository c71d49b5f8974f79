// SPDX-License-Identifier: Apache-2.0

//! Bills to one unit.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::Fen;
use sp_runtime::{traits::BadOrigin, DispatchResult};

/// A bill to Bob's flat, due in two weeks.
fn single(amount: Fen) -> SingleTerms {
	SingleTerms { unit: 1, pot: 0, amount, due_days: 14, reason: hash(1) }
}

fn propose(terms: SingleTerms) -> SingleId {
	let id = NextSingle::<Test>::get();
	assert_ok!(Fees::propose_bill(signed(MANAGER), terms));
	id
}

fn approve(id: SingleId, terms: SingleTerms) -> DispatchResult {
	Fees::approve_bill(signed(COMMITTEE), id, terms)
}

/// Issues a bill and returns its key.
fn issue(amount: Fen) -> BillKey {
	let id = propose(single(amount));
	assert_ok!(approve(id, single(amount)));
	match last_event() {
		Event::BillApproved { bill, .. } => bill,
		other => panic!("{other:?}"),
	}
}

#[test]
fn two_people_bill_one_unit() {
	ExtBuilder::default().build_and_execute(|| {
		let terms = single(5_000);
		assert_noop!(Fees::propose_bill(signed(BOB), terms), BadOrigin);
		let id = propose(terms);
		assert_eq!(last_event(), Event::BillProposed { proposal: id, proposer: MANAGER, terms });
		assert_eq!(Fees::proposed_bills(None, 9).len(), 1);
		assert_noop!(Fees::approve_bill(signed(BOB), id, terms), BadOrigin);
		assert_noop!(Fees::approve_bill(signed(MANAGER), id, terms), Error::<Test>::OwnBill);
		assert_noop!(approve(id + 1, terms), Error::<Test>::BillProposalNotFound);
		assert_noop!(approve(id, single(5_001)), Error::<Test>::BillMismatch);
		SamePerson::set(vec![(COMMITTEE, MANAGER)]);
		assert_noop!(approve(id, terms), Error::<Test>::OwnBill);
		SamePerson::set(vec![]);
		assert_ok!(approve(id, terms));
		let key = BillKey::new(1, 0, NOVEMBER);
		assert_eq!(last_event(), Event::BillApproved { proposal: id, bill: key, approver: Some(COMMITTEE) });
		assert_eq!((owed(1), owed(0), Fees::oldest_open(1, 9)), (5_000, 0, vec![key]));
		let origin = SingleBill { proposal: id, proposer: MANAGER, approver: Some(COMMITTEE), reason: hash(1) };
		assert_eq!(Fees::single_bill(key), Some(origin));
		assert_eq!(bill(1, 0, NOVEMBER).due, start(NOVEMBER) + 20 * DAYS);
		assert_eq!(OpenProposals::<Test>::get(MANAGER), 0);
		assert_noop!(approve(id, terms), Error::<Test>::BillProposalNotFound);
		assert_ok!(Fees::pay(signed(BOB), 1, 5_000, None));
		assert_eq!((owed(1), Ledger::balance(0)), (0, 5_000));
	});
}

#[test]
fn the_terms_are_checked() {
	ExtBuilder::default().build_and_execute(|| {
		let propose = |terms| Fees::propose_bill(signed(MANAGER), terms);
		assert_noop!(propose(SingleTerms { unit: 9, ..single(1) }), Error::<Test>::UnitNotFound);
		assert_noop!(propose(SingleTerms { pot: 9, ..single(1) }), Error::<Test>::PotNotFound);
		assert_noop!(propose(single(0)), Error::<Test>::InvalidBill);
		assert_noop!(propose(single(MAX_RATE + 1)), Error::<Test>::InvalidBill);
		assert_noop!(propose(SingleTerms { due_days: MIN_SINGLE_DAYS - 1, ..single(1) }), Error::<Test>::InvalidBill);
		assert_ok!(propose(single(1)));
		assert_ok!(propose(single(2)));
		assert_noop!(propose(single(3)), Error::<Test>::TooManyProposals);
	});
}

#[test]
fn a_proposal_is_rejected_withdrawn_or_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, other) = (propose(single(1)), propose(single(2)));
		assert_noop!(Fees::reject_bill(signed(BOB), one), BadOrigin);
		assert_noop!(Fees::withdraw_bill(signed(COMMITTEE), one), BadOrigin);
		assert_ok!(Fees::reject_bill(signed(COMMITTEE), one));
		assert_eq!(last_event(), Event::BillRejected { proposal: one, by: COMMITTEE });
		assert_ok!(Fees::withdraw_bill(signed(MANAGER), other));
		assert_eq!(last_event(), Event::BillWithdrawn { proposal: other, by: MANAGER });
		assert_noop!(Fees::reject_bill(signed(COMMITTEE), one), Error::<Test>::BillProposalNotFound);
		assert_noop!(Fees::withdraw_bill(signed(MANAGER), other), Error::<Test>::BillProposalNotFound);

		let id = propose(single(3));
		go_to(Now::get() + 30 * DAYS);
		assert_noop!(approve(id, single(3)), Error::<Test>::BillProposalLapsed);
		assert_ok!(Fees::withdraw_bill(signed(MANAGER), id));
		assert_eq!(OpenProposals::<Test>::get(MANAGER), 0);
	});
}

#[test]
fn nobody_pays_for_a_former_owner() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(single(1));
		Register::sell(1, 2);
		assert_noop!(approve(id, single(1)), Error::<Test>::BillProposalLapsed);
	});
}

#[test]
fn several_bills_fit_in_a_month_and_units_share_the_charges() {
	ExtBuilder::default().build_and_execute(|| {
		let keys: Vec<_> = (0..MAX_SINGLE_BILLS).map(|number| issue(100 + Fen::from(number))).collect();
		let charges: Vec<_> = keys.iter().map(|key| key.charge).collect();
		assert_eq!(charges, (0..MAX_SINGLE_BILLS).collect::<Vec<_>>());
		let id = propose(single(1));
		assert_noop!(approve(id, single(1)), Error::<Test>::TooManyBills);
		let elsewhere = SingleTerms { unit: 2, ..single(1) };
		let other = propose(elsewhere);
		assert_ok!(approve(other, elsewhere));
		assert!(Bills::<Test>::contains_key((2, 0, NOVEMBER)));
		go_to(start(DECEMBER));
		assert_ok!(approve(id, single(1)));
		assert!(Bills::<Test>::contains_key((1, 0, DECEMBER)));
		assert_eq!((NextCharge::<Test>::get(), NextPeriod::<Test>::count()), (MAX_SINGLE_BILLS, 0));
	});
}

#[test]
fn no_late_fee_accrues_and_billing_passes_by() {
	ExtBuilder::default().build_and_execute(|| {
		issue(10_000);
		go_to(Now::get() + 700 * DAYS);
		block(Now::get());
		assert_eq!((owed(1), Bills::<Test>::iter().count()), (10_000, 1));
		assert_noop!(Fees::end_charge(RuntimeOrigin::root(), 0, DECEMBER), Error::<Test>::ChargeEnded);
		assert_noop!(
			Fees::create_charge(RuntimeOrigin::root(), terms(Basis::Single), 1, DECEMBER, Default::default()),
			Error::<Test>::InvalidBasis
		);
	});
}

#[test]
fn a_mandate_collects_them_only_if_it_says_so() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 20_000, None, false, false));
		issue(5_000);
		go_to(Now::get() + DAYS);
		assert_eq!(owed(1), 5_000);
		assert!(!events().iter().any(|event| matches!(event, Event::DebitFailed { .. })));
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 20_000, None, false, true));
		go_to(Now::get() + DAYS);
		assert_eq!(owed(1), 0);
	});
}

#[test]
fn who_had_it_issued_does_not_rule_on_it() {
	ExtBuilder::default().build_and_execute(|| {
		let key = issue(5_000);
		assert_ok!(Fees::dispute(signed(BOB), key, hash(2)));
		assert_noop!(Fees::rule_dispute(signed(COMMITTEE), key, Ruling::Upheld), Error::<Test>::OwnMatter);
		go_to(Now::get() + 30 * DAYS);
		assert_ok!(Fees::rule_dispute(RuntimeOrigin::root(), key, Ruling::Reduced { to: 1_000 }));
		assert_eq!(owed(1), 1_000);
	});
}

#[test]
fn nobody_at_home_in_the_unit_answers_a_bill() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(single(1));
		Register::replace(1, COMMITTEE);
		assert_noop!(approve(id, single(1)), Error::<Test>::OwnMatter);
		assert_noop!(Fees::reject_bill(signed(COMMITTEE), id), Error::<Test>::OwnMatter);
		// A manager does not withdraw what another proposed against them.
		Register::replace(1, MANAGER);
		SingleProposals::<Test>::mutate(id, |proposal| proposal.as_mut().unwrap().proposer = 5);
		OpenProposals::<Test>::remove(MANAGER);
		OpenProposals::<Test>::insert(5, 1);
		assert_noop!(Fees::withdraw_bill(signed(MANAGER), id), Error::<Test>::OwnMatter);
		SamePerson::set(vec![(MANAGER, 5)]);
		assert_ok!(Fees::withdraw_bill(signed(MANAGER), id));
	});
}

#[test]
fn a_body_that_approved_a_bill_late_does_not_rule_on_it_late() {
	ExtBuilder::default().build_and_execute(|| {
		let ruling = Ruling::Reduced { to: 1_000 };
		// What the auditor approved, it rules on.
		let key = issue(5_000);
		assert_ok!(Fees::dispute(signed(BOB), key, hash(2)));
		let late = |key| Fees::rule_dispute(signed(COUNCIL), key, ruling);
		assert_noop!(late(key), Error::<Test>::RulingTimeRunning);
		Now::set(Now::get() + 30 * DAYS);
		assert_ok!(late(key));

		let id = propose(single(5_000));
		Now::set(Now::get() + 15 * DAYS);
		assert_ok!(Fees::approve_bill(signed(COUNCIL), id, single(5_000)));
		let Event::BillApproved { bill: key, approver: None, .. } = last_event() else { panic!("it was approved") };
		assert_ok!(Fees::dispute(signed(BOB), key, hash(2)));
		assert_noop!(late(key), Error::<Test>::RulingTimeRunning);
		Now::set(Now::get() + 30 * DAYS);
		assert_noop!(late(key), Error::<Test>::OwnMatter);
		assert_noop!(Fees::rule_dispute(signed(BOB), key, ruling), BadOrigin);
		assert_ok!(Fees::rule_dispute(RuntimeOrigin::root(), key, ruling));
	});
}

#[test]
fn the_committee_approves_for_an_auditor_who_does_not() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(single(1));
		// The only auditor lives in the unit.
		Register::replace(1, COMMITTEE);
		let late = |amount| Fees::approve_bill(RuntimeOrigin::root(), id, single(amount));
		Now::set(Now::get() + 15 * DAYS - 1);
		assert!(!Fees::is_answer_overdue(id));
		assert_noop!(late(1), Error::<Test>::RulingTimeRunning);
		Now::set(Now::get() + 1);
		assert!(Fees::is_answer_overdue(id) && !Fees::is_answer_overdue(id + 1));
		assert_noop!(late(2), Error::<Test>::BillMismatch);
		assert_ok!(late(1));
		let key = BillKey::new(1, 0, NOVEMBER);
		assert_eq!(last_event(), Event::BillApproved { proposal: id, bill: key, approver: None });
		assert_eq!(Fees::single_bill(key).unwrap().approver, None);
		// Nor do bodies approve what has lapsed.
		let id = propose(single(3));
		Now::set(Now::get() + 30 * DAYS);
		let late = Fees::approve_bill(RuntimeOrigin::root(), id, single(3));
		assert_noop!(late, Error::<Test>::BillProposalLapsed);
	});
}
