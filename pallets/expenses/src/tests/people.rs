// SPDX-License-Identifier: Apache-2.0

//! People count, not accounts (D47): one person has several, and a household shares a unit.

use crate::{mock::*, types::*, Error};
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_proposer_is_not_paid_on_another_account() {
	ExtBuilder::default().build_and_execute(|| {
		SamePeople::set(vec![(GARDENER, MAX)]);
		assert_noop!(propose(100, 1), Error::<Test>::OwnExpense);
		assert_noop!(propose_lift(100, 1), Error::<Test>::OwnExpense);
		SamePeople::set(vec![]);
		assert_ok!(propose(100, 1));
	});
}

#[test]
fn auditors_do_not_approve_for_their_household() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose(500_000, 1));
		assert_ok!(propose_lift(100, 2));
		wait(WEEK);
		for pair in [(ADA, MAX), (GARDENER, ADA)] {
			Households::set(vec![pair]);
			assert_noop!(Spending::approve_as_auditor(signed(ADA), 0, terms(0)), Error::<Test>::OwnApproval);
			let emergency = Spending::approve_emergency_as_auditor(signed(ADA), 1, terms(1));
			assert_noop!(emergency, Error::<Test>::OwnApproval);
			Households::set(vec![]);
			SamePeople::set(vec![pair]);
			assert_noop!(Spending::approve_as_auditor(signed(ADA), 0, terms(0)), Error::<Test>::OwnApproval);
			SamePeople::set(vec![]);
		}
		assert_ok!(Spending::approve_as_auditor(signed(ADA), 0, terms(0)));
	});
}

#[test]
fn auditors_do_not_audit_their_household() {
	ExtBuilder::default().build_and_execute(|| {
		let id = paid_lift(100, 1);
		for pair in [(ADA, MAX), (GARDENER, ADA)] {
			Households::set(vec![pair]);
			assert_noop!(Spending::file_audit(signed(ADA), id, hash(70)), Error::<Test>::OwnAudit);
		}
		assert_ok!(Spending::file_audit(signed(ABE), id, hash(70)));
	});
}

#[test]
fn a_committee_does_not_approve_what_a_member_is_paid() {
	ExtBuilder::default().build_and_execute(|| {
		// The assembly decides whatever the amount.
		assert_ok!(propose_to(Payee::Account(MEI), 1, 1));
		assert_eq!(expense(0).needs, Approver::Assembly);
		let approve = |id| Spending::approve_as_committee(signed(COMMITTEE), id, terms(id));
		assert_noop!(approve(0), Error::<Test>::ApprovalNotRequired);
		assert_ok!(Spending::approve_as_assembly(signed(ASSEMBLY), 0, terms(0)));
		// The payee may be elected later, or may be paid in an emergency.
		assert_ok!(propose(1, 2));
		assert_ok!(propose_lift(1, 3));
		Members::mutate(|members| members.push(GARDENER));
		assert_noop!(approve(1), Error::<Test>::OwnApproval);
		assert_noop!(approve(2), Error::<Test>::OwnApproval);
		wait(WEEK);
		assert_ok!(Spending::approve_emergency_as_auditor(signed(ADA), 2, terms(2)));
	});
}
