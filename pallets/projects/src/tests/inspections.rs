// SPDX-License-Identifier: Apache-2.0

//! Submissions and inspections.

use crate::{mock::*, types::*, Error, Event, Milestones};
use frame_support::{assert_noop, assert_ok};

fn submission() -> Submission<AccountId> {
	Milestones::<Test>::get(0, 0).unwrap().submission.unwrap()
}

#[test]
fn only_the_contractor_submits_existing_milestones() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		assert_noop!(Projects::submit(signed(STRANGER), 0, 0, hash(1), 0), Error::<Test>::NotContractor);
		assert_noop!(Projects::submit(signed(CONTRACTOR), 1, 0, hash(1), 0), Error::<Test>::ProjectNotFound);
		assert_noop!(Projects::submit(signed(CONTRACTOR), 0, 1, hash(1), 0), Error::<Test>::MilestoneNotFound);
		events();
		submit(0, 0);
		assert_eq!(events(), vec![Event::Submitted { project: 0, milestone: 0, evidence: hash(1) }]);
		assert_eq!(state(0, 0), MilestoneState::Submitted { at: START, lived: START });
		assert_noop!(Projects::submit(signed(CONTRACTOR), 0, 0, hash(1), 0), Error::<Test>::NotSubmittable);
	});
}

#[test]
fn enough_inspectors_accept() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		let report = |who, accept| Projects::inspect(signed(who), 0, 0, accept, hash(2));
		assert_noop!(report(INSPECTORS[0], true), Error::<Test>::NotSubmitted);
		submit(0, 0);
		events();
		for who in [STRANGER, CONTRACTOR, COMMITTEE] {
			assert_noop!(report(who, true), Error::<Test>::NotInspector);
		}
		assert_ok!(report(INSPECTORS[2], false));
		assert_noop!(report(INSPECTORS[2], true), Error::<Test>::AlreadyInspected);
		assert_ok!(report(INSPECTORS[0], true));
		assert_eq!(submission().inspections.len(), 2);
		assert_eq!(state(0, 0), MilestoneState::Submitted { at: START, lived: START });
		pass(1);
		assert_ok!(report(INSPECTORS[1], true));
		let until = START + 1 + WINDOW;
		assert_eq!(
			state(0, 0),
			MilestoneState::Accepted { at: START + 1, until, record_block: 1, heads: 10, objections: 0, failure: None }
		);
		assert_eq!(
			events()[2..],
			[
				Event::Inspected { project: 0, milestone: 0, inspector: INSPECTORS[1], accept: true, report: hash(2) },
				Event::Accepted { project: 0, milestone: 0, until, heads: 10 },
			]
		);
		assert_noop!(report(INSPECTORS[1], true), Error::<Test>::NotSubmitted);
	});
}

#[test]
fn a_milestone_that_can_no_longer_be_accepted_is_rejected() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		submit(0, 0);
		inspect(0, 0, false);
		assert_eq!(state(0, 0), MilestoneState::Rejected { at: START, lived: START });
		assert_eq!(events().last(), Some(&Event::Rejected { project: 0, milestone: 0 }));
		// The same inspectors report on a new submission, even after the deadline.
		pass(100 * linli_primitives::calendar::DAY);
		submit(0, 0);
		assert!(submission().inspections.is_empty());
		inspect(0, 0, true);
		assert!(matches!(state(0, 0), MilestoneState::Accepted { .. }));
	});
}

#[test]
fn one_rejection_suffices_if_all_inspectors_must_accept() {
	ExtBuilder.build_and_execute(|| {
		open(ProjectTerms { inspections_needed: 3, ..terms(OPERATING, &[1_000]) });
		submit(0, 0);
		inspect(0, 0, true);
		assert!(matches!(state(0, 0), MilestoneState::Submitted { .. }));
		assert_ok!(Projects::inspect(signed(INSPECTORS[2]), 0, 0, false, hash(2)));
		assert!(matches!(state(0, 0), MilestoneState::Rejected { .. }));
	});
}

#[test]
fn all_owners_count_if_related_owners_can_no_longer_be_counted() {
	ExtBuilder.build_and_execute(|| {
		open(ProjectTerms { related: Some(buildings(&[1])), ..terms(OPERATING, &[1_000]) });
		submit(0, 0);
		Countable::set(false);
		inspect(0, 0, true);
		assert!(matches!(state(0, 0), MilestoneState::Accepted { heads: 10, .. }));
	});
}

#[test]
fn an_inspector_who_became_related_to_the_contractor_no_longer_reports() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		submit(0, 0);
		Households::set(vec![(CONTRACTOR, INSPECTORS[0])]);
		let report = |who| Projects::inspect(signed(who), 0, 0, true, hash(2));
		assert_noop!(report(INSPECTORS[0]), Error::<Test>::IsRelatedToContractor);
		assert_ok!(report(INSPECTORS[1]));
		assert_ok!(report(INSPECTORS[2]));
		assert!(matches!(state(0, 0), MilestoneState::Accepted { .. }));
	});
}

#[test]
fn one_person_does_not_report_twice_by_two_accounts() {
	ExtBuilder.build_and_execute(|| {
		let mut two = terms(OPERATING, &[1_000]);
		two.inspectors[0] = owner(0);
		two.inspectors[1] = owner(10);
		open(two);
		// Another account came to act for owner 0 since.
		crate::Terms::<Test>::mutate(0, |terms| terms.as_mut().unwrap().inspectors[1] = SPOUSE);
		submit(0, 0);
		assert_ok!(Projects::inspect(signed(owner(0)), 0, 0, true, hash(2)));
		let again = Projects::inspect(signed(SPOUSE), 0, 0, true, hash(2));
		assert_noop!(again, Error::<Test>::AlreadyInspected);
	});
}

#[test]
fn the_contractor_submits_on_the_terms_that_were_read_and_not_years_late() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		assert_noop!(Projects::submit(signed(CONTRACTOR), 0, 0, hash(1), 1), Error::<Test>::TermsChanged);
		pass(30 * linli_primitives::calendar::DAY + CONCLUSION_PERIOD);
		assert_noop!(Projects::submit(signed(CONTRACTOR), 0, 0, hash(1), 0), Error::<Test>::SubmissionOver);
	});
}
