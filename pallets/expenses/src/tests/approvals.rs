// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

fn committee(id: u32) -> sp_runtime::DispatchResult {
	Spending::approve_as_committee(signed(COMMITTEE), id, terms(id))
}

fn auditor(id: u32) -> sp_runtime::DispatchResult {
	Spending::approve_as_auditor(signed(ADA), id, terms(id))
}

fn assembly(id: u32) -> sp_runtime::DispatchResult {
	Spending::approve_as_assembly(signed(ASSEMBLY), id, terms(id))
}

fn is_approved(id: u32) -> bool {
	matches!(expense(id).state, State::Approved { .. })
}

#[test]
fn small_expenses_need_only_the_committee() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(499_999, 1));
		assert_noop!(auditor(0), Error::<Test>::ApprovalNotRequired);
		assert_noop!(assembly(0), Error::<Test>::ApprovalNotRequired);
		wait(5);
		assert_ok!(committee(0));
		assert_eq!(expense(0).state, State::Approved { at: START + 5, failure: None });
		assert_eq!(expense(0).approvals.committee, Some(START + 5));
		System::assert_has_event(Event::CommitteeApproved { expense: 0 }.into());
		System::assert_last_event(Event::ExpenseApproved { expense: 0 }.into());
		// The amount is still committed, not spent.
		assert_eq!(sums(GARDENS), (499_999, 0));
	});
}

#[test]
fn the_second_tier_also_needs_an_auditor() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(500_000, 1));
		assert_noop!(assembly(0), Error::<Test>::ApprovalNotRequired);
		assert_ok!(committee(0));
		assert!(!is_approved(0));
		assert_noop!(committee(0), Error::<Test>::AlreadyApproved);
		assert_ok!(auditor(0));
		assert!(is_approved(0));
		assert_eq!(expense(0).approvals.auditor, Some(Approval { by: ADA, at: START }));
		System::assert_has_event(Event::AuditorApproved { expense: 0, auditor: ADA }.into());
		System::assert_last_event(Event::ExpenseApproved { expense: 0 }.into());
		// The order of the approvals does not matter.
		assert_ok!(propose_to(Payee::Account(STRANGER), 999_999, 2));
		assert_ok!(auditor(1));
		assert!(!is_approved(1));
		assert_noop!(Spending::approve_as_auditor(signed(ABE), 1, terms(1)), Error::<Test>::AlreadyApproved);
		assert_ok!(committee(1));
		assert!(is_approved(1));
	});
}

#[test]
fn large_expenses_need_the_assembly() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(1_000_000, 1));
		assert_noop!(committee(0), Error::<Test>::ApprovalNotRequired);
		assert_noop!(auditor(0), Error::<Test>::ApprovalNotRequired);
		assert_ok!(assembly(0));
		assert!(is_approved(0));
		assert_eq!(expense(0).approvals.assembly, Some(Approval { by: DECISION, at: START }));
		System::assert_has_event(Event::AssemblyApproved { expense: 0, proposal: DECISION }.into());
		System::assert_last_event(Event::ExpenseApproved { expense: 0 }.into());
	});
}

#[test]
fn repair_money_is_decided_on_by_the_related_owners() {
	ExtBuilder::default().build_and_execute(|| {
		let approve = |who, id| Spending::approve_as_assembly(signed(who), id, terms(id));
		assert_ok!(propose_roof(1_000_000, 1, buildings(&[2])));
		assert_noop!(approve(ASSEMBLY, 0), Error::<Test>::InvalidElectorate);
		assert_ok!(approve(BUILDING_2, 0));
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		// What falls on all units, or on none, all owners decide.
		assert_ok!(propose_roof(1_000_000, 2, Related::All));
		assert_ok!(propose(1_000_000, 3));
		for id in [1, 2] {
			assert_noop!(approve(BUILDING_2, id), Error::<Test>::InvalidElectorate);
			assert_ok!(approve(ASSEMBLY, id));
		}
	});
}

#[test]
fn each_approval_has_its_own_origin() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(500_000, 1));
		for who in [MAX, ADA, CORA, MEI, ASSEMBLY, STRANGER] {
			assert_noop!(Spending::approve_as_committee(signed(who), 0, terms(0)), BadOrigin);
		}
		for who in [MAX, COMMITTEE, CORA, MEI, ASSEMBLY, STRANGER] {
			assert_noop!(Spending::approve_as_auditor(signed(who), 0, terms(0)), BadOrigin);
			assert_noop!(Spending::approve_emergency_as_auditor(signed(who), 0, terms(0)), BadOrigin);
		}
		for who in [MAX, COMMITTEE, ADA, CORA, MEI, STRANGER] {
			assert_noop!(Spending::approve_as_assembly(signed(who), 0, terms(0)), BadOrigin);
		}
	});
}

#[test]
fn auditors_cannot_approve_their_own_expenses() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		// Max becomes an auditor after proposing.
		assert_ok!(propose(500_000, 1));
		Auditors::mutate(|auditors| auditors.push(MAX));
		assert_noop!(Spending::approve_as_auditor(signed(MAX), 0, terms(0)), Error::<Test>::OwnApproval);
		assert_ok!(auditor(0));
		// The payee cannot approve either.
		Auditors::mutate(|auditors| auditors.retain(|who| *who != MAX));
		assert_ok!(propose_to(Payee::Account(ADA), 500_000, 2));
		assert_noop!(auditor(1), Error::<Test>::OwnApproval);
		assert_ok!(Spending::approve_as_auditor(signed(ABE), 1, terms(1)));
	});
}

#[test]
fn committee_members_cannot_approve_as_auditors() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(500_000, 1));
		Members::mutate(|members| members.push(ADA));
		assert_noop!(auditor(0), Error::<Test>::IsCommitteeMember);
	});
}

#[test]
fn a_committee_that_includes_the_proposer_cannot_approve() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(1, 1));
		Members::mutate(|members| members.push(MAX));
		assert_noop!(committee(0), Error::<Test>::OwnApproval);
		// It can be refused and proposed anew by somebody else.
		assert_ok!(Spending::refuse(signed(COMMITTEE), 0, hash(8)));
	});
}

#[test]
fn unknown_expenses_cannot_be_approved() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(committee(0), Error::<Test>::ExpenseNotFound);
		assert_noop!(auditor(0), Error::<Test>::ExpenseNotFound);
		assert_noop!(assembly(0), Error::<Test>::ExpenseNotFound);
		assert_noop!(Spending::approve_emergency_as_auditor(signed(ADA), 0, terms(0)), Error::<Test>::ExpenseNotFound);
	});
}

#[test]
fn an_approval_applies_to_exactly_one_expense() {
	ExtBuilder::default().build_and_execute(|| {
		// The approval is bound to the terms agreed to, whatever is entered later.
		assert_ok!(propose(500_000, 1));
		let agreed = terms(0);
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		assert_ok!(propose_to(Payee::Account(STRANGER), 500_000, 1));
		assert_ne!(terms(1), agreed);
		let other = Error::<Test>::TermsMismatch;
		assert_noop!(Spending::approve_as_committee(signed(COMMITTEE), 1, agreed), other);
		assert_noop!(Spending::approve_as_auditor(signed(ADA), 1, agreed), Error::<Test>::TermsMismatch);
		assert_noop!(Spending::approve_as_assembly(signed(ASSEMBLY), 1, agreed), Error::<Test>::TermsMismatch);
		assert_noop!(Spending::approve_emergency_as_auditor(signed(ADA), 1, agreed), Error::<Test>::TermsMismatch);
		assert_ok!(committee(1));
	});
}

#[test]
fn terms_cover_everything_that_was_entered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(500_000, 1));
		let entered = expense(0);
		let changes: [fn(&mut Expense<AccountId>); 7] = [
			|expense| expense.purpose = Purpose::Line { year: 2026, line: 7 },
			|expense| expense.payee = Payee::Account(STRANGER),
			|expense| expense.amount += 1,
			|expense| expense.invoice = invoice(2, expense.invoice.total),
			|expense| expense.incurred.month = 1,
			|expense| expense.related = Related::All,
			|expense| expense.proposer = STRANGER,
		];
		for change in changes {
			let mut other = entered.clone();
			change(&mut other);
			assert_ne!(other.terms(), entered.terms());
		}
		// Approvals and state are not part of the terms.
		assert_ok!(committee(0));
		assert_eq!(expense(0).terms(), entered.terms());
		assert_eq!(Spending::terms(1), None);
	});
}
