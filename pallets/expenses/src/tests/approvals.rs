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
fn the_committee_approves_small_ones() {
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
		// It is still committed, and not spent.
		assert_eq!(sums(GARDENS), (499_999, 0));
	});
}

#[test]
fn from_the_second_tier_on_an_auditor_too() {
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
		// In the other order as well.
		assert_ok!(propose(999_999, 2));
		assert_ok!(auditor(1));
		assert!(!is_approved(1));
		assert_noop!(Spending::approve_as_auditor(signed(ABE), 1, terms(1)), Error::<Test>::AlreadyApproved);
		assert_ok!(committee(1));
		assert!(is_approved(1));
	});
}

#[test]
fn large_ones_are_the_assemblys() {
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
fn each_approval_is_its_own_offices() {
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
fn nobody_approves_their_own() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		// Max is made an auditor after he proposed.
		assert_ok!(propose(500_000, 1));
		Auditors::mutate(|auditors| auditors.push(MAX));
		assert_noop!(Spending::approve_as_auditor(signed(MAX), 0, terms(0)), Error::<Test>::OwnApproval);
		assert_ok!(auditor(0));
		// Nor what they are paid by.
		Auditors::mutate(|auditors| auditors.retain(|who| *who != MAX));
		assert_ok!(propose_to(Payee::Account(ADA), 500_000, 2));
		assert_noop!(auditor(1), Error::<Test>::OwnApproval);
		assert_ok!(Spending::approve_as_auditor(signed(ABE), 1, terms(1)));
	});
}

#[test]
fn nobody_is_two_of_those_who_approve() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(500_000, 1));
		Members::mutate(|members| members.push(ADA));
		assert_noop!(auditor(0), Error::<Test>::IsCommitteeMember);
	});
}

#[test]
fn a_committee_with_the_proposer_in_it_does_not_approve() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(1, 1));
		Members::mutate(|members| members.push(MAX));
		assert_noop!(committee(0), Error::<Test>::OwnApproval);
		// Somebody else may propose it anew.
		assert_ok!(Spending::refuse(signed(COMMITTEE), 0, hash(8)));
	});
}

#[test]
fn what_is_not_there_is_not_approved() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(committee(0), Error::<Test>::ExpenseNotFound);
		assert_noop!(auditor(0), Error::<Test>::ExpenseNotFound);
		assert_noop!(assembly(0), Error::<Test>::ExpenseNotFound);
		assert_noop!(Spending::approve_emergency_as_auditor(signed(ADA), 0, terms(0)), Error::<Test>::ExpenseNotFound);
	});
}

#[test]
fn an_approval_is_of_one_expense_and_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		// What is agreed to: not what is entered under the id instead.
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
fn terms_are_all_that_was_entered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(500_000, 1));
		let entered = expense(0);
		let changes: [fn(&mut Expense<AccountId>); 7] = [
			|expense| expense.purpose = Purpose::Line { year: 2026, line: 7 },
			|expense| expense.payee = Payee::Account(STRANGER),
			|expense| expense.amount += 1,
			|expense| expense.invoice = hash(2),
			|expense| expense.incurred.month = 1,
			|expense| expense.related = Related::All,
			|expense| expense.proposer = STRANGER,
		];
		for change in changes {
			let mut other = entered.clone();
			change(&mut other);
			assert_ne!(other.terms(), entered.terms());
		}
		// What becomes of it is not among them.
		assert_ok!(committee(0));
		assert_eq!(expense(0).terms(), entered.terms());
		assert_eq!(Spending::terms(1), None);
	});
}
