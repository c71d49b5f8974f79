// SPDX-License-Identifier: Apache-2.0

//! Judgments that give effect to rejected motions.

use crate::{judgments::JUDGMENT_DELAY, mock::*, tally::Choice, types::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::QueryPreimage};
use linli_primitives::OwnerId;
use sp_runtime::{DispatchError, DispatchResult};

/// Owners with 74 % of the area and 60 % of the heads.
fn most() -> impl Iterator<Item = OwnerId> {
	(0..5).chain([DEVELOPER])
}

/// A motion that was rejected although most voted for it, while a committee sits.
fn rejected(call: Option<RuntimeCall>) -> ProposalId {
	Sits::set(true);
	let id = vote_on(call, MAJOR);
	cast_all(id, most(), Choice::For);
	cast_all(id, 5..DEVELOPER, Choice::Against);
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	id
}

fn enter(id: ProposalId) -> DispatchResult {
	Governance::enter_judgment(signed(AUDITOR), id, hash(6))
}

fn countersign(id: ProposalId) -> DispatchResult {
	Governance::countersign_judgment(signed(REGISTRAR), id, hash(6))
}

/// A rejected motion to which a court gave effect.
fn given(call: Option<RuntimeCall>) -> ProposalId {
	let id = rejected(call);
	assert_ok!(enter(id));
	assert_ok!(countersign(id));
	id
}

/// A motion that these owners voted for and all others against, closed and rejected.
fn rejected_by_others(voters: Vec<OwnerId>) -> ProposalId {
	let id = vote_on(None, MAJOR);
	let others: Vec<_> = (0..OWNERS).filter(|owner| !voters.contains(owner)).collect();
	cast_all(id, voters, Choice::For);
	cast_all(id, others, Choice::Against);
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	assert!(matches!(state(id), State::Rejected { .. }));
	id
}

/// Two officers and a committee that looks away, against the owners.
#[test]
fn no_judgment_gives_effect_to_what_most_did_not_vote_for() {
	ExtBuilder::default().build_and_execute(|| {
		// Nobody; six heads of ten with 38 % of the area; five heads of ten with 68 %.
		for voters in [Vec::new(), (0..6).collect(), (0..4).chain([DEVELOPER]).collect()] {
			let id = rejected_by_others(voters);
			assert_noop!(enter(id), Error::<Test>::TooFewInFavour);
		}
		assert_ok!(enter(rejected_by_others(most().collect())));
	});
	// Where only heads approve, the area does not matter.
	let mut book = rule_book();
	book.classes[usize::from(MAJOR)].approval.area = None;
	ExtBuilder(Some(book)).build_and_execute(|| {
		assert_ok!(enter(rejected_by_others((0..6).collect())));
	});
}

#[test]
fn a_court_gives_effect_to_a_rejected_motion() {
	ExtBuilder::default().build_and_execute(|| {
		let id = rejected(Some(work()));
		let State::Rejected { closed } = state(id) else { panic!("it was rejected") };
		assert_noop!(Governance::enter_judgment(signed(TENANT), id, hash(6)), DispatchError::BadOrigin);
		assert_noop!(countersign(id), Error::<Test>::JudgmentNotFound);
		assert_ok!(enter(id));
		assert_eq!(last_event(), Event::JudgmentEntered { proposal: id, document: hash(6), by: AUDITOR });
		// Nothing happens without the second signature.
		assert!(matches!(state(id), State::Rejected { .. }));
		assert_noop!(enact(id), Error::<Test>::NotPassed);
		let other = Governance::countersign_judgment(signed(REGISTRAR), id, hash(7));
		assert_eq!(other, Err(Error::<Test>::RulingMismatch.into()));
		assert_noop!(Governance::countersign_judgment(signed(AUDITOR), id, hash(6)), DispatchError::BadOrigin);
		sleep(5);
		assert_ok!(countersign(id));
		let enact_at = closed + 5 + JUDGMENT_DELAY;
		assert_eq!(state(id), State::Passed { closed, enact_at });
		let (entered_by, countersigned_by) = (AUDITOR, REGISTRAR);
		let event = Event::EffectGiven { proposal: id, document: hash(6), entered_by, countersigned_by, enact_at };
		assert_eq!(last_event(), event);
		// The certificate stays as the owners voted, and the class's authority is that of the motion.
		assert!(!Governance::certificate(id).unwrap().verdict.is_passed());
		sleep(JUDGMENT_DELAY - 1);
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowRunning);
		sleep(1);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Enacted { .. }));
		// The judgment stays on record, and there is nothing left to enter or take back.
		assert!(Judgments::<Test>::get(id).unwrap().given.is_some());
		assert_noop!(enter(id), Error::<Test>::NotRejectedMotion);
		assert_noop!(countersign(id), Error::<Test>::NotRejectedMotion);
		assert_noop!(Governance::revoke_judgment(committee(), id), Error::<Test>::NotPassed);
	});
}

#[test]
fn a_judgment_takes_two_people_and_a_rejected_motion() {
	ExtBuilder::default().build_and_execute(|| {
		let id = rejected(None);
		// The registrar of this mock can act as auditor as well.
		assert_ok!(Governance::enter_judgment(signed(REGISTRAR), id, hash(6)));
		assert_noop!(countersign(id), Error::<Test>::OwnJudgment);
		assert_ok!(enter(id));
		SamePerson::set(vec![(AUDITOR, REGISTRAR)]);
		assert_noop!(countersign(id), Error::<Test>::OwnJudgment);
		SamePerson::set(Vec::new());
		assert_ok!(countersign(id));

		assert_noop!(enter(9), Error::<Test>::ProposalNotFound);
		let passed = passed(None, ORDINARY);
		assert_noop!(enter(passed), Error::<Test>::NotRejectedMotion);
		let running = vote_on(None, ORDINARY);
		assert_noop!(enter(running), Error::<Test>::NotRejectedMotion);
		// No court seats a committee on chain.
		let election = propose(election(3), ORDINARY);
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), election));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), election));
		sleep(NOTICE + WINDOW);
		assert_ok!(Governance::close(signed(TENANT), election));
		assert!(matches!(state(election), State::Rejected { .. }));
		assert_noop!(enter(election), Error::<Test>::NotRejectedMotion);
	});
}

#[test]
fn the_committee_takes_a_false_judgment_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = given(Some(work()));
		assert_noop!(Governance::revoke_judgment(signed(AUDITOR), id), DispatchError::BadOrigin);
		assert_ok!(Governance::revoke_judgment(committee(), id));
		assert_eq!(last_event(), Event::JudgmentRevoked { proposal: id, document: hash(6) });
		assert!(matches!(state(id), State::Rejected { .. }));
		assert_eq!(Judgments::<Test>::get(id), None);
		sleep(JUDGMENT_DELAY);
		assert_noop!(enact(id), Error::<Test>::NotPassed);
		assert_noop!(Governance::revoke_judgment(committee(), id), Error::<Test>::JudgmentNotFound);
		// One that was only entered has no effect to take back.
		assert_ok!(enter(id));
		assert_noop!(Governance::revoke_judgment(committee(), id), Error::<Test>::NotPassed);
		assert_noop!(Governance::revoke_judgment(committee(), 9), Error::<Test>::JudgmentNotFound);
	});
}

#[test]
fn what_a_court_gave_effect_to_fails_lapses_and_is_annulled_like_a_decision() {
	ExtBuilder::default().build_and_execute(|| {
		Works::set(false);
		let failed = given(Some(work()));
		sleep(JUDGMENT_DELAY);
		assert_ok!(enact(failed));
		assert!(matches!(state(failed), State::Failed { .. }));
		assert_ok!(Governance::revoke_judgment(committee(), failed));
		assert!(matches!(state(failed), State::Rejected { .. }));

		let annulled = given(None);
		assert_ok!(Governance::annul(signed(AUDITOR), annulled, hash(8)));
		assert_ok!(Governance::countersign_annulment(signed(REGISTRAR), annulled, hash(8)));
		assert!(matches!(state(annulled), State::Annulled { .. }));
		assert_noop!(Governance::revoke_judgment(committee(), annulled), Error::<Test>::NotPassed);

		let late = given(None);
		sleep(JUDGMENT_DELAY + ENACTMENT + 1);
		assert_ok!(enact(late));
		assert!(matches!(state(late), State::Lapsed { .. }));
	});
}

#[test]
fn officers_whom_the_motion_concerns_give_it_no_effect() {
	ExtBuilder::default().build_and_execute(|| {
		let id = rejected(Some(work()));
		Concerned::set(vec![AUDITOR]);
		assert_noop!(enter(id), Error::<Test>::IsConcerned);
		Concerned::set(Vec::new());
		assert_ok!(enter(id));
		for officer in [AUDITOR, REGISTRAR] {
			Concerned::set(vec![officer]);
			assert_noop!(countersign(id), Error::<Test>::IsConcerned);
		}
		Concerned::set(Vec::new());
		assert_ok!(countersign(id));
	});
}

#[test]
fn a_judgment_waits_for_a_call_that_everybody_can_read() {
	ExtBuilder::default().build_and_execute(|| {
		let bytes = RuntimeCall::System(frame_system::Call::remark { remark: vec![7; 500] }).encode();
		let hash = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
		let note = || {
			assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes.clone()));
		};
		note();
		let call = BoundedCallOf::<Test>::Lookup { hash, len: bytes.len() as u32 };
		Sits::set(true);
		let id = propose(motion_by(call, Matter::Community), ORDINARY);
		sleep(NOTICE);
		// Six heads of ten: two thirds do not take part.
		cast_all(id, most(), Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_ok!(Preimage::unnote_preimage(signed(acc(1)), hash));
		assert_ok!(enter(id));
		assert_noop!(countersign(id), Error::<Test>::PreimageNotFound);
		note();
		assert_ok!(countersign(id));
		assert!(Preimage::is_requested(&hash));
	});
}

#[test]
fn an_effect_that_is_taken_back_was_not_postponed() {
	ExtBuilder::default().build_and_execute(|| {
		let overrule = |id| {
			assert_ok!(Governance::annul(signed(AUDITOR), id, hash(8)));
			assert_ok!(Governance::countersign_annulment(signed(REGISTRAR), id, hash(8)));
		};
		overrule(passed(Some(work()), MAJOR));
		let id = given(Some(work()));
		overrule(id);
		assert!(Postponements::<Test>::contains_key(id));
		assert_ok!(Governance::revoke_judgment(committee(), id));
		assert!(!Postponements::<Test>::contains_key(id));
		// What the owners decide again can still be postponed, once.
		let again = passed(Some(work()), MAJOR);
		overrule(again);
		assert!(Postponements::<Test>::contains_key(again));
	});
}

#[test]
fn the_committee_has_the_time_of_the_chain_to_take_it_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = given(Some(work()));
		stand_still(2 * JUDGMENT_DELAY);
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowRunning);
		assert_ok!(Governance::revoke_judgment(committee(), id));
	});
}

#[test]
fn the_scheduler_enacts_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = given(Some(work()));
		pass(JUDGMENT_DELAY - BLOCK_TIME);
		assert_eq!(Governance::phase(id), Some(Phase::ChallengeWindow));
		pass(2 * LATE);
		assert_eq!(Governance::phase(id), Some(Phase::Enacted));
	});
}

/// Two officers wait until nobody can take back what they make up.
#[test]
fn without_a_committee_no_judgment_takes_effect() {
	ExtBuilder::default().build_and_execute(|| {
		let id = rejected(Some(work()));
		assert_ok!(enter(id));
		Sits::set(false);
		assert_noop!(countersign(id), Error::<Test>::CommitteeNotFound);
		Sits::set(true);
		assert_ok!(countersign(id));
		// The committee's term ends before the enactment.
		Sits::set(false);
		sleep(JUDGMENT_DELAY);
		assert_noop!(enact(id), Error::<Test>::CommitteeNotFound);
		Sits::set(true);
		assert_ok!(enact(id));
		// What the owners decided needs no committee.
		Sits::set(false);
		let own = passed(None, ORDINARY);
		sleep(DELAY);
		assert_ok!(enact(own));
		// Nor does it take one to let it lapse.
		Sits::set(true);
		let late = given(None);
		Sits::set(false);
		sleep(JUDGMENT_DELAY + ENACTMENT + 1);
		assert_ok!(enact(late));
		assert!(matches!(state(late), State::Lapsed { .. }));
	});
}
