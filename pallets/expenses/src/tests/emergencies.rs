// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, Error, Event, Invoices, LineMonths};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Fen, PotId};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

fn by_auditor(who: AccountId) -> DispatchResult {
	Spending::approve_emergency_as_auditor(signed(who), 0, terms(0))
}

fn propose_from(pot: PotId, amount: Fen, related: Related) -> DispatchResult {
	let (kind, payee) = (EmergencyKind::Roof, Payee::Account(GARDENER));
	Spending::propose_emergency(signed(MIRA), kind, pot, payee, amount, invoice(1, amount), hash(90), related, NOVEMBER)
}

#[test]
fn the_committees_period_stops_while_the_chain_stands_still() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_lift(100, 1));
		stand_still(9 * DAY);
		let approve = || Spending::approve_emergency_as_auditor(signed(ADA), 0, terms(0));
		assert_noop!(approve(), Error::<Test>::CommitteePeriodRunning);
		wait(WEEK);
		assert_ok!(approve());
	});
}

#[test]
fn an_emergency_needs_no_line() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		// The amount would otherwise need the assembly.
		assert_ok!(propose_lift(3_800_000, 1));
		let purpose = Purpose::Emergency {
			kind: EmergencyKind::Lift,
			pot: OPERATING,
			evidence: hash(90),
			committee_until: START + WEEK,
		};
		assert_eq!((expense(0).purpose, expense(0).needs), (purpose, Approver::Committee));
		assert_eq!(sums(GARDENS), (0, 0));
		System::assert_last_event(
			Event::ExpenseProposed {
				expense: 0,
				purpose,
				payee: Payee::Account(GARDENER),
				amount: 3_800_000,
				invoice: invoice(1, 3_800_000),
				incurred: NOVEMBER,
				related: Related::Nobody,
				proposer: MAX,
				needs: Approver::Committee,
			}
			.into(),
		);
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_ok!(Spending::pay(signed(STRANGER), 0, 0));
		assert_eq!(balance(OPERATING), OPERATING_MONEY - 3_800_000);
		assert_eq!(LineMonths::<Test>::get(NOVEMBER, Heading::Emergency { pot: OPERATING }), 3_800_000);
		assert_eq!(sums(GARDENS), (0, 0));
	});
}

#[test]
fn emergencies_are_capped() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose_lift(5_000_001, 1), Error::<Test>::EmergencyCapExceeded);
		assert_noop!(propose_lift(0, 3), Error::<Test>::InvalidAmount);
		assert_ok!(propose_lift(5_000_000, 1));
	});
}

#[test]
fn a_cap_of_zero_disables_emergencies() {
	let mut rules = ExpenseRules::default();
	rules.emergency.cap = 0;
	ExtBuilder::rules(rules).build_and_execute(|| {
		assert_noop!(propose_lift(1, 1), Error::<Test>::EmergencyCapExceeded);
	});
}

#[test]
fn the_checks_of_other_expenses_apply() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose_from(3, 1, Related::Nobody), Error::<Test>::PotNotFound);
		assert_noop!(propose_from(REPAIR, 1, Related::Nobody), Error::<Test>::RelatedUnitsRequired);
		assert_noop!(propose_from(OPERATING, 1, Related::All), Error::<Test>::RelatedUnitsNotAllowed);
		let call = |who, payee, incurred| {
			let (kind, pot, related) = (EmergencyKind::Fire, OPERATING, Related::Nobody);
			Spending::propose_emergency(signed(who), kind, pot, payee, 1, invoice(1, 1), hash(90), related, incurred)
		};
		assert_noop!(call(STRANGER, Payee::Account(GARDENER), NOVEMBER), BadOrigin);
		assert_noop!(call(MAX, Payee::Account(MAX), NOVEMBER), Error::<Test>::OwnExpense);
		let pot = Payee::Account(Fund::pot_account(REPAIR));
		assert_noop!(call(MAX, pot, NOVEMBER), Error::<Test>::PayeeIsPot);
		assert_noop!(call(MAX, Payee::Account(GARDENER), DECEMBER), Error::<Test>::MonthInFuture);
		assert_ok!(Fund::close_month(signed(ADA), OCTOBER));
		assert_noop!(call(MAX, Payee::Account(GARDENER), OCTOBER), Error::<Test>::MonthAlreadyClosed);
	});
}

#[test]
fn an_auditor_approves_after_the_committees_period() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_lift(100, 1));
		assert_noop!(by_auditor(ADA), Error::<Test>::CommitteePeriodRunning);
		wait(WEEK - 1);
		assert_noop!(by_auditor(ADA), Error::<Test>::CommitteePeriodRunning);
		wait(1);
		assert_ok!(by_auditor(ADA));
		assert_eq!(expense(0).state, State::Approved { at: START + WEEK, failure: None });
		let approval = Approval { by: ADA, at: START + WEEK };
		assert_eq!((expense(0).approvals.committee, expense(0).approvals.auditor), (None, Some(approval)));
		System::assert_has_event(Event::AuditorApproved { expense: 0, auditor: ADA }.into());
		System::assert_last_event(Event::ExpenseApproved { expense: 0 }.into());
		assert_noop!(by_auditor(ABE), Error::<Test>::AlreadyApproved);
		assert_noop!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)), Error::<Test>::AlreadyApproved);
	});
}

#[test]
fn the_committee_may_still_approve_after_its_period() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_lift(100, 1));
		wait(2 * WEEK);
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_noop!(by_auditor(ADA), Error::<Test>::AlreadyApproved);
	});
}

#[test]
fn proposer_and_approver_are_two_people() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_lift(100, 1));
		wait(WEEK);
		Auditors::mutate(|auditors| auditors.push(MAX));
		assert_noop!(by_auditor(MAX), Error::<Test>::OwnApproval);
		Members::mutate(|members| members.push(ADA));
		assert_noop!(by_auditor(ADA), Error::<Test>::IsCommitteeMember);
		assert_noop!(by_auditor(MIRA), BadOrigin);
		assert_ok!(by_auditor(ABE));
	});
}

#[test]
fn the_payee_cannot_approve() {
	ExtBuilder::default().build_and_execute(|| {
		let (kind, payee, related) = (EmergencyKind::Mains, Payee::Account(ADA), Related::Nobody);
		let call = Spending::propose_emergency(
			signed(MAX),
			kind,
			OPERATING,
			payee,
			1,
			invoice(1, 1),
			hash(90),
			related,
			NOVEMBER,
		);
		assert_ok!(call);
		wait(WEEK);
		assert_noop!(by_auditor(ADA), Error::<Test>::OwnApproval);
	});
}

#[test]
fn only_emergencies_are_approved_as_emergencies() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(500_000, 1));
		assert_noop!(by_auditor(ADA), Error::<Test>::NotEmergency);
		assert_ok!(propose_lift(500_000, 2));
		assert_noop!(Spending::approve_as_auditor(signed(ADA), 1, terms(1)), Error::<Test>::ApprovalNotRequired);
		assert_noop!(Spending::approve_as_assembly(signed(ASSEMBLY), 1, terms(1)), Error::<Test>::ApprovalNotRequired);
	});
}

#[test]
fn an_emergency_can_be_refused_and_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_lift(100, 1));
		assert_ok!(Spending::refuse(signed(COMMITTEE), 0, hash(8)));
		assert_eq!(Invoices::<Test>::get(hash(1)), None);
		assert_ok!(propose_lift(100, 1));
		assert_ok!(Spending::withdraw(signed(MAX), 1));
		assert_eq!(Spending::audit_state(1), Some(AuditState::NotDue));
	});
}

#[test]
fn an_emergency_can_fall_on_units() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_from(REPAIR, 700_000, buildings(&[1])));
		wait(WEEK);
		assert_ok!(by_auditor(ADA));
		assert_ok!(Spending::pay(signed(STRANGER), 0, 3));
		assert_eq!(TestRepair::building(1), (3, 300_000));
		assert_eq!(expense(0).state.payment().unwrap().bearers.as_ref().unwrap().units, 3);
	});
}

#[test]
fn the_approving_auditor_cannot_order_the_payment() {
	ExtBuilder::default().build_and_execute(|| {
		let (kind, payee, related) = (EmergencyKind::Sewage, Payee::Bank(hash(4)), Related::Nobody);
		let call = Spending::propose_emergency(
			signed(MAX),
			kind,
			OPERATING,
			payee,
			1,
			invoice(1, 1),
			hash(90),
			related,
			NOVEMBER,
		);
		assert_ok!(call);
		wait(WEEK);
		assert_ok!(by_auditor(ADA));
		Cashiers::mutate(|cashiers| cashiers.push(ADA));
		assert_noop!(Spending::order_payment(signed(ADA), 0, 0, 0), Error::<Test>::OwnPayment);
		assert_ok!(Spending::order_payment(signed(CORA), 0, 0, 0));
		assert!(expense(0).state.payment().unwrap().audit_due.is_some());
	});
}
