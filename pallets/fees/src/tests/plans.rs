// SPDX-License-Identifier: Apache-2.0

//! Instalment plans.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::OnUnitSold, Fen};
use sp_runtime::DispatchResult;

/// When the bills are issued. The grace ends 46 days later.
fn issued() -> u64 {
	start(NOVEMBER) + 6 * DAYS
}

/// Bills every unit 10,000 twice and ends the charges. Returns Bob's bills.
fn billed() -> Vec<BillKey> {
	let ids = [(); 2].map(|_| create(terms(Basis::PerUnit), 10_000));
	go_to(issued());
	for id in ids {
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	}
	ids.map(|id| BillKey::new(1, id, NOVEMBER)).to_vec()
}

/// Instalments of these amounts, due every ten days from now on.
fn every_ten_days(amounts: &[Fen]) -> Instalments {
	let mut due = Now::get();
	let instalments = amounts.iter().map(|amount| {
		due += 10 * DAYS;
		Instalment { due, amount: *amount }
	});
	instalments.collect::<Vec<_>>().try_into().unwrap()
}

fn propose(who: AccountId, bills: &[BillKey], instalments: Instalments) -> DispatchResult {
	Fees::propose_plan(signed(who), 1, bills.to_vec().try_into().unwrap(), instalments)
}

/// A plan over both bills in four instalments of 5,000, agreed on now.
fn agreed() -> Vec<BillKey> {
	let bills = billed();
	assert_ok!(propose(BOB, &bills, every_ten_days(&[5_000; 4])));
	assert_ok!(Fees::accept_plan(signed(MANAGER), 1, 0));
	bills
}

fn standing() -> Option<PlanStanding> {
	Fees::unit_plan(1).map(|view| view.standing)
}

#[test]
fn one_side_proposes_and_the_other_accepts() {
	ExtBuilder::default().build_and_execute(|| {
		let bills = billed();
		let all = || every_ten_days(&[20_000]);
		assert_noop!(propose(CHEN, &bills, all()), Error::<Test>::NotOwner);
		assert_noop!(Fees::accept_plan(signed(MANAGER), 1, 0), Error::<Test>::PlanNotFound);
		assert_ok!(propose(BOB, &bills, all()));
		assert_eq!(last_event(), Event::PlanProposed { plan: 0, unit: 1, proposer: BOB });
		assert_eq!(standing(), Some(PlanStanding::Proposed));
		assert_noop!(Fees::accept_plan(signed(BOB), 1, 0), Error::<Test>::OwnPlan);
		assert_noop!(Fees::accept_plan(signed(CHEN), 1, 0), Error::<Test>::NotOwner);
		SamePerson::set(vec![(BOB, MANAGER)]);
		assert_noop!(Fees::accept_plan(signed(MANAGER), 1, 0), Error::<Test>::OwnPlan);
		SamePerson::set(vec![]);
		// The manager answers with another one, which the owner accepts.
		assert_ok!(propose(MANAGER, &bills, every_ten_days(&[15_000, 5_000])));
		assert!(events().contains(&Event::PlanWithdrawn { plan: 0, unit: 1 }));
		assert_noop!(Fees::accept_plan(signed(BOB), 1, 0), Error::<Test>::PlanNotFound);
		assert_noop!(Fees::accept_plan(signed(MANAGER), 1, 1), Error::<Test>::OwnPlan);
		assert_ok!(Fees::accept_plan(signed(BOB), 1, 1));
		assert_eq!(last_event(), Event::PlanAccepted { plan: 1, unit: 1, by: BOB });
		assert_noop!(Fees::accept_plan(signed(BOB), 1, 1), Error::<Test>::PlanAlreadyAccepted);
		assert_noop!(propose(BOB, &bills, all()), Error::<Test>::PlanRunning);
		assert_eq!(standing(), Some(PlanStanding::Kept { due: 0 }));
	});
}

#[test]
fn the_terms_are_checked() {
	ExtBuilder::default().build_and_execute(|| {
		let bills = billed();
		let one = &bills[..1];
		let all = || every_ten_days(&[10_000]);
		let dated = |dates: &[(u64, Fen)]| -> Instalments {
			let instalments = dates.iter().map(|(due, amount)| Instalment { due: *due, amount: *amount });
			instalments.collect::<Vec<_>>().try_into().unwrap()
		};
		let now = Now::get();
		for wrong in [
			every_ten_days(&[]),
			every_ten_days(&[0, 10_000]),
			dated(&[(now, 10_000)]),
			dated(&[(now + MAX_PLAN_TIME + 1, 10_000)]),
			dated(&[(now + 2, 5_000), (now + 1, 5_000)]),
		] {
			assert_noop!(propose(BOB, one, wrong), Error::<Test>::InvalidPlan);
		}
		assert_noop!(propose(BOB, &[], all()), Error::<Test>::InvalidPlan);
		assert_noop!(propose(BOB, one, every_ten_days(&[9_999])), Error::<Test>::InstalmentsMismatch);
		assert_noop!(propose(BOB, &[one[0], one[0]], all()), Error::<Test>::DuplicateBill);
		assert_noop!(propose(BOB, &[BillKey::new(2, 0, NOVEMBER)], all()), Error::<Test>::BillNotFound);
		assert_noop!(propose(BOB, &[BillKey::new(1, 9, NOVEMBER)], all()), Error::<Test>::BillNotFound);
		// Six places for parts, the last of which settles the bill.
		let seven = every_ten_days(&[1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 4_000]);
		assert_noop!(propose(BOB, one, seven), Error::<Test>::TooManyParts);
		let unknown = Fees::propose_plan(signed(BOB), 9, one.to_vec().try_into().unwrap(), all());
		assert_noop!(unknown, Error::<Test>::UnitNotFound);
		assert_ok!(Fees::dispute(signed(BOB), bills[1], hash(1)));
		assert_noop!(propose(BOB, &bills, every_ten_days(&[20_000])), Error::<Test>::BillNotOpen);
		assert_ok!(propose(BOB, one, all()));
		go_to(now + 10 * DAYS);
		assert_noop!(Fees::accept_plan(signed(MANAGER), 1, 0), Error::<Test>::PlanLapsed);
	});
}

#[test]
fn a_plan_is_kept_instalment_by_instalment() {
	ExtBuilder::default().build_and_execute(|| {
		agreed();
		for number in 1..=4 {
			Now::set(issued() + number * 10 * DAYS);
			assert_eq!(standing(), Some(PlanStanding::Kept { due: 5_000 }));
			assert_ok!(Fees::pay(signed(BOB), 1, 5_000, None));
		}
		assert_eq!((owed(1), standing()), (0, Some(PlanStanding::Completed)));
		assert_ok!(Fees::end_plan(signed(CHEN), 1));
		assert_eq!(last_event(), Event::PlanEnded { plan: 0, unit: 1, reason: PlanEnd::Completed });
		assert_noop!(Fees::end_plan(signed(CHEN), 1), Error::<Test>::PlanNotFound);
	});
}

#[test]
fn no_late_fee_accrues_while_it_is_kept() {
	ExtBuilder::default().build_and_execute(|| {
		let bills = billed();
		// A hundred days late: 500 on each bill, which the plan includes.
		Now::set(issued() + 146 * DAYS);
		assert_ok!(propose(BOB, &bills, every_ten_days(&[10_500, 10_500])));
		assert_ok!(Fees::accept_plan(signed(MANAGER), 1, 0));
		assert_eq!(StatementHeads::<Test>::get(1).owed, 21_000);
		Now::set(issued() + 156 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 10_500, None));
		Now::set(issued() + 169 * DAYS - 1);
		assert_eq!((owed(1), standing()), (10_500, Some(PlanStanding::Kept { due: 10_500 })));
		assert_ok!(Fees::pay(signed(BOB), 1, 10_500, None));
		assert_eq!(owed(1), 0);
	});
}

#[test]
fn a_broken_plan_bears_late_fees_from_then_on() {
	ExtBuilder::default().build_and_execute(|| {
		let bills = billed();
		Now::set(issued() + 146 * DAYS);
		assert_ok!(propose(BOB, &bills, every_ten_days(&[10_500, 10_500])));
		assert_ok!(Fees::accept_plan(signed(MANAGER), 1, 0));
		// Due after ten days, broken after thirteen; noticed much later, by a payment.
		let broken = issued() + 159 * DAYS;
		Now::set(broken - 1);
		assert_eq!((owed(1), standing()), (21_000, Some(PlanStanding::Kept { due: 10_500 })));
		assert_noop!(Fees::end_plan(signed(CHEN), 1), Error::<Test>::PlanRunning);
		Now::set(broken + 10 * DAYS);
		assert_eq!((owed(1), standing()), (21_100, Some(PlanStanding::Broken { at: broken })));
		assert_ok!(Fees::pay(signed(BOB), 1, 21_100, None));
		let ended = Event::PlanEnded { plan: 0, unit: 1, reason: PlanEnd::Broken };
		assert!(events().contains(&ended));
		assert_eq!((owed(1), standing()), (0, None));
		assert_eq!(Fees::plan(0).unwrap().running.unwrap().ended.unwrap().lived, broken);
	});
}

#[test]
fn anyone_ends_a_broken_plan_and_its_bills_are_in_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let bills = agreed();
		Now::set(issued() + 13 * DAYS);
		assert_ok!(Fees::end_plan(signed(CHEN), 1));
		assert_eq!(last_event(), Event::PlanEnded { plan: 0, unit: 1, reason: PlanEnd::Broken });
		assert_noop!(propose(BOB, &bills, every_ten_days(&[20_000])), Error::<Test>::BillAlreadyPlanned);
	});
}

#[test]
fn either_side_ends_a_proposal_and_the_owner_a_plan() {
	ExtBuilder::default().build_and_execute(|| {
		let bills = billed();
		for by in [BOB, MANAGER] {
			assert_ok!(propose(BOB, &bills, every_ten_days(&[20_000])));
			assert_noop!(Fees::end_plan(signed(CHEN), 1), Error::<Test>::NotOwner);
			assert_ok!(Fees::end_plan(signed(by), 1));
			assert_eq!(standing(), None);
		}
		assert_ok!(propose(BOB, &bills, every_ten_days(&[20_000])));
		assert_ok!(Fees::accept_plan(signed(MANAGER), 1, 2));
		assert_noop!(Fees::end_plan(signed(MANAGER), 1), Error::<Test>::PlanRunning);
		assert_ok!(Fees::end_plan(signed(BOB), 1));
		assert_eq!(last_event(), Event::PlanEnded { plan: 2, unit: 1, reason: PlanEnd::Withdrawn });
	});
}

#[test]
fn a_mandate_collects_what_is_due_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		agreed();
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 20_000, None, false, false));
		go_to(issued() + 9 * DAYS);
		assert_eq!(owed(1), 20_000);
		assert!(!events().iter().any(|event| matches!(event, Event::DebitFailed { .. })));
		for number in 1..=4u64 {
			go_to(issued() + number * 10 * DAYS);
			assert_eq!(owed(1), 20_000 - 5_000 * Fen::from(number));
		}
	});
}

#[test]
fn a_disputed_bill_is_not_asked_for_until_the_ruling() {
	ExtBuilder::default().build_and_execute(|| {
		let bills = agreed();
		assert_ok!(Fees::dispute(signed(BOB), bills[0], hash(1)));
		Now::set(issued() + 25 * DAYS);
		assert_eq!(standing(), Some(PlanStanding::Kept { due: 0 }));
		assert_ok!(Fees::rule_dispute(signed(COMMITTEE), bills[0], Ruling::Upheld));
		// The two instalments that fell due meanwhile are asked for now, with three days to pay them.
		assert_eq!(standing(), Some(PlanStanding::Kept { due: 10_000 }));
		Now::set(issued() + 28 * DAYS - 1);
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		Now::set(issued() + 29 * DAYS);
		assert_eq!(standing(), Some(PlanStanding::Kept { due: 0 }));
	});
}

#[test]
fn a_sale_ends_it() {
	ExtBuilder::default().build_and_execute(|| {
		agreed();
		Register::sell(1, 2);
		<Fees as OnUnitSold>::unit_sold(1, 1, 2);
		assert!(events().contains(&Event::PlanEnded { plan: 0, unit: 1, reason: PlanEnd::Sold }));
		assert_eq!(standing(), None);
	});
}
