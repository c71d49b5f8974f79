// SPDX-License-Identifier: Apache-2.0

//! Periods that were missed while the chain stood still.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use linli_primitives::{ChargeId, OrderedKey, Period, PeriodKind};
use sp_runtime::traits::BadOrigin;

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn waiting(charge: ChargeId) -> Vec<Period> {
	WaitingPeriods::<Test>::iter_key_prefix(charge).map(|key| key.id()).collect()
}

/// The periods for which unit 0 was billed.
fn billed(charge: ChargeId) -> Vec<Period> {
	let mut periods: Vec<_> =
		Bills::<Test>::iter_keys().filter(|(unit, id, _)| (*unit, *id) == (0, charge)).map(|key| key.2).collect();
	periods.sort();
	periods
}

/// A monthly charge billed for November, and a standstill until March: December and January wait.
fn stood_still() -> ChargeId {
	let charge = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	stand_still(start(month(2027, 3)) - Now::get());
	go_to(Now::get());
	assert_eq!(waiting(charge), [DECEMBER, month(2027, 1)]);
	assert_eq!(billed(charge), [NOVEMBER, month(2027, 2), month(2027, 3)]);
	charge
}

#[test]
fn what_waits_is_billed_by_decision_only() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = stood_still();
		assert_eq!(Fees::charges(0, 1)[0].waiting, [DECEMBER, month(2027, 1)]);
		// Billing goes on meanwhile.
		go_to(start(month(2027, 4)));
		assert_eq!(waiting(charge).len(), 2);
		assert_eq!(billed(charge).len(), 4);
		System::reset_events();
		assert_ok!(Fees::bill_past(root(), charge, DECEMBER));
		assert_eq!(last_event(), Event::PastDecided { charge, until: DECEMBER, bill: true });
		go_to(Now::get());
		assert_eq!(waiting(charge), [month(2027, 1)]);
		assert_eq!(bill(0, charge, DECEMBER).due, start(month(2027, 4)) + 16 * DAYS);
		assert_eq!(Bills::<Test>::iter_keys().filter(|key| key.2 == DECEMBER).count(), 6);
		// The charge's progress is as it was, and the decision is carried out.
		assert_eq!(NextPeriod::<Test>::get(charge), Some(month(2027, 5)));
		assert_eq!(PastDecisions::<Test>::get(charge), None);
	});
}

#[test]
fn what_waits_is_skipped_by_decision() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = stood_still();
		assert_ok!(Fees::skip_past(root(), charge, month(2027, 2)));
		assert_eq!(last_event(), Event::PastDecided { charge, until: month(2027, 1), bill: false });
		go_to(Now::get());
		assert!(waiting(charge).is_empty());
		assert_eq!(billed(charge).len(), 3);
		for period in [DECEMBER, month(2027, 1)] {
			assert!(events().contains(&Event::PeriodSkipped { charge, period }));
			assert!(SkippedPeriods::<Test>::contains_key(charge, OrderedKey::new(period)));
		}
		assert_noop!(Fees::bill_past(root(), charge, DECEMBER), Error::<Test>::WaitingPeriodNotFound);
	});
}

#[test]
fn invalid_decisions_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = stood_still();
		// Bills still to come would be issued at the old rate: what waits cannot be credited as a batch.
		let scope = CreditScope::Batch { charge, period: DECEMBER, rate: 1 };
		assert_noop!(Fees::propose_credit(signed(MANAGER), scope, hash(4)), Error::<Test>::InvalidPeriod);
		let quarterly = create(ChargeTerms { period: PeriodKind::Quarter, ..terms(Basis::PerUnit) }, 1);
		assert_noop!(Fees::bill_past(signed(MANAGER), charge, DECEMBER), BadOrigin);
		assert_noop!(Fees::skip_past(signed(MANAGER), charge, DECEMBER), BadOrigin);
		assert_noop!(Fees::bill_past(root(), 9, DECEMBER), Error::<Test>::ChargeNotFound);
		assert_noop!(Fees::skip_past(root(), 9, DECEMBER), Error::<Test>::ChargeNotFound);
		assert_noop!(Fees::bill_past(root(), charge, month(2026, 13)), Error::<Test>::InvalidPeriod);
		assert_noop!(Fees::skip_past(root(), charge, month(2026, 13)), Error::<Test>::InvalidPeriod);
		assert_noop!(Fees::bill_past(root(), quarterly, DECEMBER), Error::<Test>::InvalidPeriod);
		assert_noop!(Fees::bill_past(root(), quarterly, month(2027, 1)), Error::<Test>::WaitingPeriodNotFound);
		assert_noop!(Fees::bill_past(root(), charge, NOVEMBER), Error::<Test>::WaitingPeriodNotFound);
		assert_noop!(Fees::skip_past(root(), charge, DECEMBER), Error::<Test>::WaitingPeriodNotFound);
		assert_ok!(Fees::bill_past(root(), charge, DECEMBER));
		assert_noop!(Fees::skip_past(root(), charge, month(2027, 2)), Error::<Test>::PastAlreadyDecided);
	});
}

#[test]
fn ten_years_are_set_aside_and_billed_within_any_budget() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		stand_still(start(month(2036, 11)) - Now::get());
		Budget::set(Weight::from_parts(60, 0));
		let run = || {
			for _ in 0..2_000 {
				go_to(Now::get());
			}
		};
		run();
		assert_eq!(waiting(charge).len(), 118);
		assert_eq!(billed(charge).len(), 3);
		assert_ok!(Fees::bill_past(root(), charge, month(2036, 9)));
		run();
		assert!(waiting(charge).is_empty());
		assert_eq!(billed(charge).len(), 121);
	});
}

#[test]
fn a_charge_that_ended_while_the_chain_stood_still_can_be_billed() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::end_charge(root(), charge, DECEMBER));
		stand_still(start(month(2027, 3)) - Now::get());
		go_to(Now::get());
		assert!(!Fees::is_live(charge));
		assert_eq!(waiting(charge), [DECEMBER]);
		assert_ok!(Fees::bill_past(root(), charge, DECEMBER));
		go_to(Now::get());
		assert_eq!(billed(charge), [NOVEMBER, DECEMBER]);
		assert!(!Fees::is_live(charge));
	});
}
