// SPDX-License-Identifier: Apache-2.0

//! Objections of owners and disputes of the contractor.

use crate::{mock::*, types::*, Error, Event, Objections};
use frame_support::{assert_noop, assert_ok};

fn object(who: AccountId) -> sp_runtime::DispatchResult {
	Projects::object(signed(who), 0, 0, hash(4))
}

fn accepted(related: Option<&[u16]>) {
	open(ProjectTerms { related: related.map(buildings), ..terms(OPERATING, &[1_000]) });
	submit(0, 0);
	inspect(0, 0, true);
	events();
}

#[test]
fn a_fifth_of_the_owners_stop_a_payment() {
	ExtBuilder.build_and_execute(|| {
		accepted(None);
		assert_ok!(object(owner(0)));
		assert_eq!(events(), vec![Event::Objected { project: 0, milestone: 0, owner: 0, reason: hash(4) }]);
		assert!(matches!(state(0, 0), MilestoneState::Accepted { objections: 1, .. }));
		assert_noop!(object(owner(0)), Error::<Test>::AlreadyObjected);
		pass(WINDOW - 1);
		assert_ok!(object(owner(9)));
		let by = DisputedBy::Owners;
		assert_eq!(
			events(),
			vec![
				Event::Objected { project: 0, milestone: 0, owner: 9, reason: hash(4) },
				Event::Disputed { project: 0, milestone: 0, by, reason: None },
			]
		);
		assert_eq!(state(0, 0), MilestoneState::Disputed { at: START + WINDOW - 1, lived: START + WINDOW - 1, by });
		assert_noop!(object(owner(1)), Error::<Test>::NotAccepted);
		pass(1);
		assert_noop!(Projects::pay(signed(STRANGER), 0, 0), Error::<Test>::NotPayable);
		assert_eq!(Objections::<Test>::iter().count(), 2);
	});
}

#[test]
fn too_few_or_late_objections_do_not_stop_a_payment() {
	ExtBuilder.build_and_execute(|| {
		accepted(None);
		assert_ok!(object(owner(3)));
		pass(WINDOW);
		assert_noop!(object(owner(4)), Error::<Test>::ObjectionWindowOver);
		assert_ok!(Projects::pay(signed(STRANGER), 0, 0));
		assert!(matches!(state(0, 0), MilestoneState::Paid { .. }));
	});
}

#[test]
fn only_related_owners_object_through_their_representative() {
	ExtBuilder.build_and_execute(|| {
		accepted(Some(&[1]));
		assert_noop!(object(STRANGER), Error::<Test>::NotRepresentative);
		assert_noop!(object(SPOUSE), Error::<Test>::NotRepresentative);
		assert_noop!(object(owner(5)), Error::<Test>::NotRelated);
		assert_noop!(Projects::object(signed(owner(0)), 1, 0, hash(4)), Error::<Test>::ProjectNotFound);
		assert_noop!(Projects::object(signed(owner(0)), 0, 1, hash(4)), Error::<Test>::MilestoneNotFound);
		// One of five is a fifth.
		assert_ok!(object(owner(0)));
		assert!(matches!(state(0, 0), MilestoneState::Disputed { .. }));
	});
}

/// A tenth owner buys a unit.
fn late_buys() {
	Register::add(1, linli_primitives::UnitKind::Residential, 9_000, 10);
}

#[test]
fn owners_are_counted_at_the_end_of_the_block_before_the_acceptance() {
	ExtBuilder.build_and_execute(|| {
		System::set_block_number(10);
		late_buys();
		accepted(None);
		assert!(matches!(state(0, 0), MilestoneState::Accepted { record_block: 9, heads: 10, .. }));
		pass(1);
		assert_noop!(object(LATE), Error::<Test>::NotRelated);
	});
	ExtBuilder.build_and_execute(|| {
		System::set_block_number(9);
		late_buys();
		System::set_block_number(10);
		accepted(None);
		// Two of eleven are less than a fifth.
		assert_ok!(object(LATE));
		assert_ok!(object(owner(0)));
		assert!(matches!(state(0, 0), MilestoneState::Accepted { heads: 11, objections: 2, .. }));
		assert_ok!(object(owner(1)));
		assert!(matches!(state(0, 0), MilestoneState::Disputed { .. }));
	});
}

#[test]
fn the_contractor_disputes_a_rejection_at_once_and_silence_after_the_window() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 1_000]));
		let dispute = |who, milestone| Projects::dispute(signed(who), 0, milestone, hash(3), 0);
		assert_noop!(dispute(STRANGER, 0), Error::<Test>::NotContractor);
		assert_noop!(dispute(CONTRACTOR, 0), Error::<Test>::NotDisputable);
		submit(0, 0);
		inspect(0, 0, false);
		events();
		assert_ok!(dispute(CONTRACTOR, 0));
		let by = DisputedBy::Contractor;
		assert_eq!(events(), vec![Event::Disputed { project: 0, milestone: 0, by, reason: Some(hash(3)) }]);

		submit(0, 1);
		assert_ok!(Projects::inspect(signed(INSPECTORS[0]), 0, 1, true, hash(2)));
		pass(WINDOW - 1);
		assert_noop!(dispute(CONTRACTOR, 1), Error::<Test>::InspectionPeriodRunning);
		pass(1);
		assert_ok!(dispute(CONTRACTOR, 1));
		assert_noop!(dispute(CONTRACTOR, 1), Error::<Test>::NotDisputable);
	});
}
