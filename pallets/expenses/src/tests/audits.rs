// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, Audits, AuditsDue, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Moment};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const MONTH: Moment = 30 * DAY;

fn file(who: AccountId, id: u32) -> DispatchResult {
	Spending::file_audit(signed(who), id, hash(70))
}

#[test]
fn a_paid_emergency_needs_an_audit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Spending::audit_state(0), None);
		assert_ok!(propose_lift(100, 1));
		assert_eq!(Spending::audit_state(0), Some(AuditState::NotDue));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_eq!(Spending::audit_state(0), Some(AuditState::NotDue));
		wait(DAY);
		assert_ok!(Spending::pay(signed(STRANGER), 0, 0));
		let due = START + DAY + MONTH;
		assert_eq!(expense(0).state.payment().unwrap().audit_due, Some(due));
		assert_eq!(Spending::audit_state(0), Some(AuditState::Due { by: due }));
		assert_ok!(file(ADA, 0));
		assert_eq!(Spending::audit_state(0), Some(AuditState::Filed { at: START + DAY, late: false }));
		assert_eq!(Spending::audit(0), Some(Audit { report: hash(70), by: ADA, at: START + DAY }));
		System::assert_last_event(Event::AuditFiled { expense: 0, report: hash(70), auditor: ADA, late: false }.into());
		assert_eq!(AuditsDue::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_missing_audit_becomes_overdue_automatically() {
	ExtBuilder::default().build_and_execute(|| {
		let id = paid_lift(100, 1);
		let due = START + MONTH;
		Now::set(due);
		assert_eq!(Spending::audit_state(id), Some(AuditState::Due { by: due }));
		assert!(Spending::overdue_audits(None, 100).is_empty());
		wait(1);
		assert_eq!(Spending::audit_state(id), Some(AuditState::Overdue { since: due }));
		assert_eq!(Spending::overdue_audits(None, 100), vec![(due, id)]);
		wait(MONTH);
		assert_eq!(Spending::audit_state(id), Some(AuditState::Overdue { since: due }));
		// An audit filed late remains late.
		assert_ok!(file(ADA, id));
		let at = due + 1 + MONTH;
		assert_eq!(Spending::audit_state(id), Some(AuditState::Filed { at, late: true }));
		System::assert_last_event(Event::AuditFiled { expense: id, report: hash(70), auditor: ADA, late: true }.into());
		assert!(Spending::overdue_audits(None, 100).is_empty());
	});
}

#[test]
fn a_standstill_makes_no_audit_late() {
	ExtBuilder::default().build_and_execute(|| {
		let id = paid_lift(100, 1);
		wait(MONTH - 1);
		stand_still(9 * DAY);
		let due = START + MONTH + 9 * DAY;
		assert_eq!(Spending::audit_state(id), Some(AuditState::Due { by: due }));
		wait(2);
		assert_eq!(Spending::audit_state(id), Some(AuditState::Overdue { since: due }));
		assert_eq!(Spending::overdue_audits(None, 100), vec![(due, id)]);
		assert!(Spending::overdue_audits(Some((due, id)), 100).is_empty());
		assert_ok!(file(ADA, id));
		System::assert_last_event(Event::AuditFiled { expense: id, report: hash(70), auditor: ADA, late: true }.into());
	});
}

#[test]
fn an_audit_is_in_time_until_the_last_moment() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, other) = (paid_lift(100, 1), paid_lift(100, 2));
		Now::set(START + MONTH);
		assert_ok!(file(ADA, one));
		wait(1);
		assert_ok!(file(ADA, other));
		assert!(matches!(Spending::audit_state(one), Some(AuditState::Filed { late: false, .. })));
		assert!(matches!(Spending::audit_state(other), Some(AuditState::Filed { late: true, .. })));
	});
}

#[test]
fn new_rules_do_not_move_due_dates() {
	ExtBuilder::default().build_and_execute(|| {
		let id = paid_lift(100, 1);
		let mut rules = ExpenseRules::default();
		rules.emergency.audit_time = MAX_SPAN;
		assert_ok!(Spending::set_rules(RuntimeOrigin::root(), rules));
		wait(MONTH + 1);
		assert!(matches!(Spending::audit_state(id), Some(AuditState::Overdue { .. })));
	});
}

#[test]
fn an_audit_is_filed_once_by_an_auditor_after_payment() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(file(ADA, 0), Error::<Test>::ExpenseNotFound);
		assert_ok!(propose_lift(100, 1));
		for who in [MAX, COMMITTEE, CORA, MEI, STRANGER] {
			assert_noop!(file(who, 0), BadOrigin);
		}
		assert_noop!(file(ADA, 0), Error::<Test>::NotPaid);
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_noop!(file(ADA, 0), Error::<Test>::NotPaid);
		assert_ok!(Spending::pay(signed(STRANGER), 0, 0));
		Auditors::mutate(|auditors| auditors.push(MAX));
		assert_noop!(file(MAX, 0), Error::<Test>::OwnAudit);
		assert_ok!(file(ADA, 0));
		assert_noop!(file(ABE, 0), Error::<Test>::AlreadyAudited);
		Auditors::mutate(|auditors| auditors.retain(|who| *who != MAX));
		let id = approved(100, 2);
		assert_ok!(Spending::pay(signed(STRANGER), id, 0));
		assert_noop!(file(ADA, id), Error::<Test>::NotEmergency);
		assert_eq!(Spending::audit_state(id), Some(AuditState::NotDue));
	});
}

#[test]
fn the_approving_auditor_may_file_the_audit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_lift(100, 1));
		wait(WEEK);
		assert_ok!(Spending::approve_emergency_as_auditor(signed(ADA), 0, terms(0)));
		assert_ok!(Spending::pay(signed(STRANGER), 0, 0));
		assert_ok!(file(ADA, 0));
		assert!(Audits::<Test>::contains_key(0));
	});
}

#[test]
fn overdue_audits_are_paged_oldest_first() {
	ExtBuilder::default().build_and_execute(|| {
		let mut expected = Vec::new();
		for invoice in 0..7 {
			let id = paid_lift(100, invoice);
			expected.push((Now::get() + MONTH, id));
			wait(DAY);
		}
		// The last two are not overdue yet.
		Now::set(expected[4].0 + 1);
		expected.truncate(5);
		assert_eq!(Spending::overdue_audits(None, 100), expected);
		assert_eq!(Spending::overdue_audits(None, 2), expected[..2]);
		assert_eq!(Spending::overdue_audits(Some(expected[1]), 2), expected[2..4]);
		assert_eq!(Spending::overdue_audits(Some(expected[3]), 2), expected[4..]);
		assert!(Spending::overdue_audits(Some(expected[4]), 2).is_empty());
		assert!(Spending::overdue_audits(None, 0).is_empty());
	});
}
