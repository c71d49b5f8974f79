// SPDX-License-Identifier: Apache-2.0

//! Rulings of a court against decisions: annulment, and the postponement of what the owners decide again (D32).

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};

fn annul(id: ProposalId) -> DispatchResult {
	Governance::annul(signed(AUDITOR), id, hash(6))
}

fn countersign(id: ProposalId) -> DispatchResult {
	Governance::countersign_annulment(signed(REGISTRAR), id, hash(6))
}

#[test]
fn a_court_sets_a_decision_aside_before_it_is_enacted() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, ORDINARY);
		assert_noop!(Governance::annul(signed(TENANT), id, hash(6)), DispatchError::BadOrigin);
		assert_noop!(annul(9), Error::<Test>::ProposalNotFound);
		assert_noop!(countersign(id), Error::<Test>::AnnulmentNotFound);
		assert_ok!(annul(id));
		assert_eq!(last_event(), Event::AnnulmentEntered { proposal: id, document: hash(6), by: AUDITOR });
		assert!(matches!(state(id), State::Passed { .. }));
		for origin in [signed(TENANT), signed(AUDITOR), of(0), committee(), RuntimeOrigin::root()] {
			assert_noop!(Governance::countersign_annulment(origin, id, hash(6)), DispatchError::BadOrigin);
		}
		let other = Governance::countersign_annulment(signed(REGISTRAR), id, hash(7));
		assert_eq!(other, Err(Error::<Test>::RulingMismatch.into()));
		assert_ok!(countersign(id));
		let (entered_by, countersigned_by) = (AUDITOR, REGISTRAR);
		let annulled = Event::Annulled { proposal: id, document: hash(6), entered_by, countersigned_by };
		assert_eq!(last_event(), annulled);
		assert_eq!(state(id), State::Annulled { at: Now::get(), document: hash(6) });
		assert!(!Annulments::<Test>::contains_key(id));
		sleep(DELAY);
		assert_noop!(enact(id), Error::<Test>::NotPassed);
		assert_noop!(annul(id), Error::<Test>::NotPassed);
		assert_noop!(countersign(id), Error::<Test>::AnnulmentNotFound);
		let running = vote_on(None, ORDINARY);
		assert_noop!(annul(running), Error::<Test>::NotPassed);
		Works::set(false);
		let failed = passed(Some(work()), MAJOR);
		sleep(DELAY);
		assert_ok!(annul(failed));
		assert_ok!(enact(failed));
		// A failed decision still waits for its enactment, and its ruling for the registrar.
		assert_ok!(countersign(failed));
		assert!(matches!(state(failed), State::Annulled { .. }));
	});
}

#[test]
fn an_annulment_takes_two_people() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, ORDINARY);
		// An account that holds both offices.
		assert_ok!(Governance::annul(signed(REGISTRAR), id, hash(6)));
		assert_noop!(countersign(id), Error::<Test>::OwnAnnulment);
		// A person that holds them with two accounts.
		assert_ok!(annul(id));
		SamePerson::set(vec![(AUDITOR, REGISTRAR)]);
		assert_noop!(countersign(id), Error::<Test>::OwnAnnulment);
		SamePerson::set(Vec::new());
		// Entered again by another account.
		assert_ok!(annul(id));
		assert_ok!(countersign(id));
	});
}

#[test]
fn a_ruling_without_a_countersignature_has_no_effect() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, ORDINARY);
		assert_ok!(annul(id));
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Enacted { .. }));
		assert!(!Annulments::<Test>::contains_key(id));
		assert_noop!(countersign(id), Error::<Test>::AnnulmentNotFound);
	});
}

/// The two officers enter and countersign a ruling.
fn overrule(id: ProposalId) -> DispatchResult {
	annul(id).and_then(|()| countersign(id))
}

fn enact_at(id: ProposalId) -> linli_primitives::Moment {
	let State::Passed { enact_at, .. } = state(id) else { panic!("{:?}", state(id)) };
	enact_at
}

#[test]
fn what_the_owners_decide_again_is_postponed_once_and_then_enacted() {
	ExtBuilder::default().build_and_execute(|| {
		let first = passed(Some(work()), MAJOR);
		assert_ok!(overrule(first));
		let subject = Subject::Motions { matter: Some(Matter::Runtime), electorate: None };
		let overruling = Overruling { annulled: first, at: Now::get(), postponed: None };
		assert_eq!(Overrulings::<Test>::get(subject), Some(overruling));
		// The same officers try again, three times.
		let second = passed(Some(work()), MAJOR);
		let due = enact_at(second);
		assert_ok!(overrule(second));
		let until = due + POSTPONEMENT;
		assert_eq!(
			last_event(),
			Event::Postponed {
				proposal: second,
				document: hash(6),
				entered_by: AUDITOR,
				countersigned_by: REGISTRAR,
				enact_at: until
			}
		);
		assert_eq!(enact_at(second), until);
		assert!(!Annulments::<Test>::contains_key(second));
		assert_noop!(annul(second), Error::<Test>::AlreadyPostponed);
		sleep(due - Now::get());
		assert_noop!(enact(second), Error::<Test>::ChallengeWindowRunning);
		let third = passed(Some(work()), MAJOR);
		assert_noop!(annul(third), Error::<Test>::AlreadyPostponed);
		sleep(until - Now::get());
		assert_ok!(enact(second));
		assert!(matches!(state(second), State::Enacted { .. }));
		assert_noop!(annul(third), Error::<Test>::AlreadyPostponed);
		// After a year the two can begin again, if they are still in office.
		sleep(YEAR);
		let fourth = passed(Some(work()), MAJOR);
		assert_ok!(overrule(fourth));
		assert!(matches!(state(fourth), State::Annulled { .. }));
	});
}

/// What is decided again may differ, such as in a date: otherwise two officers would annul it as another decision.
#[test]
fn a_decision_with_another_call_on_the_same_matter_is_only_postponed() {
	ExtBuilder::default().build_and_execute(|| {
		let remark = |byte| Some(frame_system::Call::<Test>::remark { remark: vec![byte] }.into());
		assert_ok!(overrule(passed(remark(1), ORDINARY)));
		let again = passed(remark(2), ORDINARY);
		assert_ok!(overrule(again));
		assert!(matches!(state(again), State::Passed { .. }));
		let third = passed(remark(3), ORDINARY);
		assert_noop!(annul(third), Error::<Test>::AlreadyPostponed);
		sleep(DELAY);
		assert_ok!(enact(third));
		assert!(matches!(state(third), State::Enacted { .. }));
	});
}

#[test]
fn a_postponed_decision_is_enacted_automatically_and_lapses_a_period_after_its_time() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(overrule(passed(Some(work()), MAJOR)));
		let id = passed(Some(work()), MAJOR);
		assert_ok!(overrule(id));
		pass(DELAY + LATE);
		assert_eq!(Governance::phase(id), Some(Phase::ChallengeWindow));
		pass(POSTPONEMENT);
		assert!(matches!(state(id), State::Enacted { .. }));
	});
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(overrule(passed(Some(work()), MAJOR)));
		let id = passed(Some(work()), MAJOR);
		assert_ok!(overrule(id));
		sleep(DELAY + POSTPONEMENT + ENACTMENT + 1);
		assert_ok!(enact(id));
		assert_eq!(state(id), State::Lapsed { at: Now::get() });
	});
}

#[test]
fn a_postponement_leaves_out_standstills() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(overrule(passed(None, ORDINARY)));
		let id = passed(None, ORDINARY);
		stand_still(POSTPONEMENT);
		assert_ok!(overrule(id));
		let due = Now::get() + DELAY + POSTPONEMENT;
		assert!(matches!(last_event(), Event::Postponed { enact_at, .. } if enact_at == due));
		stand_still(2 * POSTPONEMENT);
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowRunning);
		sleep(DELAY + POSTPONEMENT);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Enacted { .. }));
	});
}

#[test]
fn elections_cannot_be_annulled_one_after_the_other() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(overrule(elected(3, 3, YEAR)));
		// Others stand, for other seats and another term: it is the owners' voice on the same subject.
		let second = elected(5, 6, 2 * YEAR);
		assert_ok!(overrule(second));
		assert!(matches!(state(second), State::Passed { .. }));
		assert_noop!(annul(second), Error::<Test>::AlreadyPostponed);
		sleep(DELAY + POSTPONEMENT);
		assert_ok!(enact(second));
		assert_eq!(Seated::get().unwrap().election, second);
	});
}

#[test]
fn another_subject_is_another_decision() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(overrule(passed(None, ORDINARY)));
		assert_ok!(overrule(passed(Some(work()), MAJOR)));
		let remark = frame_system::Call::<Test>::remark { remark: vec![1] };
		let id = passed(Some(remark.into()), ORDINARY);
		assert_ok!(overrule(id));
		assert!(matches!(state(id), State::Annulled { .. }));
		let again = passed(None, ORDINARY);
		assert_ok!(overrule(again));
		assert!(matches!(state(again), State::Passed { .. }));
		// The owners of a building decide for themselves.
		let of_building = propose_in(motion(None), ORDINARY, Some(vec![2]));
		sleep(NOTICE);
		cast_all(of_building, 5..OWNERS, tally::Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), of_building));
		assert_ok!(overrule(of_building));
		assert!(matches!(state(of_building), State::Annulled { .. }));
	});
}

#[test]
fn a_decision_taken_again_whose_enactment_failed_is_not_postponed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(overrule(passed(Some(work()), MAJOR)));
		Works::set(false);
		let id = passed(Some(work()), MAJOR);
		assert_ok!(annul(id));
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { .. }));
		assert_noop!(countersign(id), Error::<Test>::NotPassed);
	});
}

#[test]
fn rulings_on_two_decisions_taken_again_postpone_only_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(overrule(passed(Some(work()), MAJOR)));
		let [second, third] = [0; 2].map(|_| passed(Some(work()), MAJOR));
		// The third passed later, so both still wait.
		assert_ok!(annul(second));
		assert_ok!(annul(third));
		assert_ok!(countersign(third));
		assert_noop!(countersign(second), Error::<Test>::AlreadyPostponed);
		assert_eq!(Overrulings::<Test>::iter_values().next().unwrap().postponed, Some(third));
	});
}

#[test]
fn an_officer_whom_a_decision_concerns_enters_and_countersigns_no_ruling() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(Some(work()), MAJOR);
		Concerned::set(vec![AUDITOR]);
		assert_noop!(annul(id), Error::<Test>::IsConcerned);
		Concerned::set(vec![REGISTRAR]);
		assert_ok!(annul(id));
		assert_noop!(countersign(id), Error::<Test>::IsConcerned);
		// Nor if the auditor became concerned after the entry.
		Concerned::set(vec![AUDITOR]);
		assert_noop!(countersign(id), Error::<Test>::IsConcerned);
		Concerned::set(Vec::new());
		assert_ok!(countersign(id));
		// A motion without a call does nothing to anybody.
		Concerned::set(vec![AUDITOR, REGISTRAR]);
		assert_ok!(overrule(passed(None, ORDINARY)));
	});
}

#[test]
fn an_officer_related_to_a_candidate_does_not_annul_the_election() {
	ExtBuilder::default().build_and_execute(|| {
		let id = elected(3, 3, YEAR);
		ShareUnit::set(vec![(AUDITOR, acc(2))]);
		assert_noop!(annul(id), Error::<Test>::IsConcerned);
		ShareUnit::set(vec![(AUDITOR, acc(8))]);
		assert_ok!(annul(id));
		SamePerson::set(vec![(acc(0), REGISTRAR)]);
		assert_noop!(countersign(id), Error::<Test>::IsConcerned);
		SamePerson::set(Vec::new());
		// A seat that is filled anew.
		Concerned::set(vec![REGISTRAR]);
		assert_noop!(countersign(id), Error::<Test>::IsConcerned);
		Concerned::set(Vec::new());
		assert_ok!(countersign(id));
	});
}
