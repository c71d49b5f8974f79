// SPDX-License-Identifier: Apache-2.0

//! The challenge window and enactment (D32).

use crate::{mock::*, tally::Choice, types::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::QueryPreimage, weights::Weight};
use sp_runtime::DispatchError;

fn set_rule_book(book: RuleBook) -> RuntimeCall {
	RuntimeCall::Governance(Call::set_rule_book { rule_book: book })
}

#[test]
fn a_decision_is_enacted_after_the_challenge_window() {
	ExtBuilder::default().build_and_execute(|| {
		let mut book = rule_book();
		book.proxies_per_holder = 3;
		let id = passed(Some(set_rule_book(book.clone())), MAJOR);
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowOpen);
		sleep(DELAY - 1);
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowOpen);
		sleep(1);
		assert_noop!(enact(9), Error::<Test>::UnknownProposal);
		assert_noop!(Governance::enact(RuntimeOrigin::root(), id, Weight::MAX), DispatchError::BadOrigin);
		assert_ok!(enact(id));
		assert_eq!(last_event(), Event::Enacted { proposal: id });
		assert!(governance_events().contains(&Event::RuleBookSet { version: 1, proposal: id }));
		assert_eq!(RuleBooks::<Test>::get(1), Some(book));
		assert!(matches!(state(id), State::Enacted { .. }));
		assert_noop!(enact(id), Error::<Test>::NotPassed);
	});
}

#[test]
fn a_motion_without_a_call_is_enacted_by_saying_so() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, POLL);
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Enacted { .. }));
		let rejected = vote_on(None, ORDINARY);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), rejected));
		assert_noop!(enact(rejected), Error::<Test>::NotPassed);
	});
}

#[test]
fn a_failed_call_keeps_its_error_and_is_tried_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(Some(RuntimeCall::Governance(Call::hand_over {})), MAJOR);
		sleep(DELAY);
		assert_ok!(enact(id));
		let failure = Failure::Call(Error::<Test>::NoCommittee.into());
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: id, failure: failure.clone() });
		let State::Failed { failure: kept, .. } = state(id) else { panic!("it failed") };
		assert_eq!(kept.encode(), failure.encode());
		assert!(HasKey::get());
		// The same again, until what was wrong is mended.
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { .. }));
		seat_committee(3, 3);
		assert_ok!(enact(id));
		assert!(!HasKey::get());
		assert!(matches!(state(id), State::Enacted { .. }));
	});
}

#[test]
fn what_a_failed_call_did_is_undone() {
	ExtBuilder::default().build_and_execute(|| {
		let mut wrong = rule_book();
		wrong.classes[0].window = 0;
		let id = passed(Some(set_rule_book(wrong)), MAJOR);
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { failure: Failure::Call(DispatchError::Module(_)), .. }));
		assert_eq!(CurrentRuleBook::<Test>::get(), Some(0));
	});
}

#[test]
fn a_decision_does_what_its_class_may() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(Some(set_rule_book(rule_book())), ORDINARY);
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { failure: Failure::Call(DispatchError::BadOrigin), .. }));
		assert_eq!(CurrentRuleBook::<Test>::get(), Some(0));
	});
}

#[test]
fn some_buildings_decide_nothing_for_all() {
	ExtBuilder::default().build_and_execute(|| {
		let call = RuntimeCall::Governance(Call::recall { owner: 1 });
		let id = propose_in(motion(Some(call)), MAJOR, Some(vec![1, 2]));
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { failure: Failure::Call(DispatchError::BadOrigin), .. }));
	});
}

#[test]
fn a_missing_preimage_is_noted_and_tried_again() {
	ExtBuilder::default().build_and_execute(|| {
		let bytes = set_rule_book(rule_book()).encode();
		let preimage = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
		let call = BoundedCallOf::<Test>::Lookup { hash: preimage, len: bytes.len() as u32 };
		let id = propose(Question::Motion { call: Some(call) }, MAJOR);
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		sleep(DELAY);
		assert_ok!(enact(id));
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: id, failure: Failure::CallMissing });
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes));
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Enacted { .. }));
		assert!(!Preimage::is_requested(&preimage));
	});
}

#[test]
fn bytes_that_are_no_call_fail() {
	ExtBuilder::default().build_and_execute(|| {
		let bytes = vec![255u8; 200];
		let preimage = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
		let call = BoundedCallOf::<Test>::Lookup { hash: preimage, len: 200 };
		let id = propose(Question::Motion { call: Some(call) }, ORDINARY);
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes));
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { failure: Failure::CallUnreadable, .. }));
	});
}

/// A call in a call in a call, so deep that reading it to its end would end the stack.
fn nested(depth: usize) -> (BoundedCallOf<Test>, Vec<u8>) {
	let execute = RuntimeCall::Collective(pallet_collective::Call::execute {
		proposal: Box::new(frame_system::Call::<Test>::remark { remark: vec![] }.into()),
		length_bound: 0,
	})
	.encode();
	// Two bytes say which call it is, then comes the call inside, and one byte is the bound.
	let mut bytes = [execute[..2].repeat(depth), execute[2..execute.len() - 1].to_vec()].concat();
	bytes.resize(bytes.len() + depth, 0);
	let hash = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
	(BoundedCallOf::<Test>::Lookup { hash, len: bytes.len() as u32 }, bytes)
}

#[test]
fn calls_in_calls_are_read_no_deeper_than_those_of_transactions() {
	ExtBuilder::default().build_and_execute(|| {
		let (deep, bytes) = nested(20_000);
		let question = Question::Motion { call: Some(deep) };
		// Noted late: it fails, and stops nothing.
		let id = propose(question.clone(), ORDINARY);
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes));
		pass(NOTICE);
		cast_all(id, 0..OWNERS, Choice::For);
		pass(WINDOW + LATE);
		assert_eq!(Governance::phase(id), Some(Phase::ChallengeWindow));
		pass(DELAY + LATE);
		assert!(matches!(state(id), State::Failed { failure: Failure::CallUnreadable, .. }));
		// Known now: it is refused.
		let again = || Governance::propose(committee(), question.clone(), ORDINARY, None, hash(1), place());
		assert_noop!(again(), Error::<Test>::CallUnreadable);
		// A few are no harm.
		let (shallow, bytes) = nested(20);
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes));
		let id = propose(Question::Motion { call: Some(shallow) }, ORDINARY);
		assert!(matches!(state(id), State::Announced { .. }));
	});
}

#[test]
fn a_call_has_a_length_and_not_too_much_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		let propose = |call| {
			Governance::propose(committee(), Question::Motion { call: Some(call) }, ORDINARY, None, hash(1), place())
		};
		let of_length = |len| BoundedCallOf::<Test>::Lookup { hash: hash(8), len };
		assert_noop!(propose(of_length(MAX_CALL_LEN + 1)), Error::<Test>::CallTooLong);
		let legacy = codec::Decode::decode(&mut &(0u8, hash(8)).encode()[..]).unwrap();
		assert!(matches!(legacy, BoundedCallOf::<Test>::Legacy { .. }));
		assert_noop!(propose(legacy), Error::<Test>::CallTooLong);
		assert_ok!(propose(of_length(MAX_CALL_LEN)));
	});
}

#[test]
fn a_refused_enactment_does_not_spend_its_bound() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, ORDINARY);
		let refused = Governance::enact(signed(TENANT), id, MaximumWeight::get()).unwrap_err();
		assert_eq!(refused.error, Error::<Test>::ChallengeWindowOpen.into());
		assert_eq!(refused.post_info.actual_weight, Some(<() as WeightInfo>::enact()));
	});
}

#[test]
fn the_bound_must_be_enough() {
	ExtBuilder::default().build_and_execute(|| {
		let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![0; 90] });
		let id = passed(Some(call), ORDINARY);
		sleep(DELAY);
		assert_noop!(
			Governance::enact(signed(TENANT), id, Weight::zero()).map_err(|error| error.error),
			Error::<Test>::WeightBoundTooLow
		);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Enacted { .. }));
	});
}

#[test]
fn owners_challenge_in_public_and_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, ORDINARY);
		let challenge = |owner| Governance::challenge(of(owner), id, hash(5));
		assert_ok!(challenge(0));
		assert_eq!(last_event(), Event::Challenged { proposal: id, owner: 0, reason: hash(5) });
		assert_noop!(challenge(0), Error::<Test>::AlreadyChallenged);
		assert_noop!(challenge(55), Error::<Test>::NoPower);
		assert_noop!(Governance::challenge(signed(TENANT), id, hash(5)), Error::<Test>::NotAnOwner);
		assert_noop!(Governance::challenge(signed(second(1)), id, hash(5)), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::challenge(of(1), 9, hash(5)), Error::<Test>::UnknownProposal);
		assert_ok!(challenge(1));
		assert_ok!(challenge(2));
		assert_noop!(challenge(3), Error::<Test>::TooManyChallenges);
		let running = vote_on(None, ORDINARY);
		assert_noop!(Governance::challenge(of(1), running, hash(5)), Error::<Test>::NotPassed);
		assert_noop!(challenge(4), Error::<Test>::ChallengeWindowOver);
		// It stopped nothing by itself.
		assert_ok!(enact(id));
	});
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		sleep(NOTICE);
		cast_all(id, 0..5, Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_noop!(Governance::challenge(of(5), id, hash(5)), Error::<Test>::NotInElectorate);
	});
}

#[test]
fn a_court_sets_a_decision_aside_before_it_is_enacted() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, ORDINARY);
		let annul = |id| Governance::annul(signed(AUDITOR), id, hash(6));
		assert_noop!(Governance::annul(signed(TENANT), id, hash(6)), DispatchError::BadOrigin);
		assert_noop!(annul(9), Error::<Test>::UnknownProposal);
		assert_ok!(annul(id));
		assert_eq!(last_event(), Event::Annulled { proposal: id, document: hash(6) });
		assert_eq!(state(id), State::Annulled { at: Now::get(), document: hash(6) });
		sleep(DELAY);
		assert_noop!(enact(id), Error::<Test>::NotPassed);
		assert_noop!(annul(id), Error::<Test>::NotPassed);
		let running = vote_on(None, ORDINARY);
		assert_noop!(annul(running), Error::<Test>::NotPassed);
		let failed = passed(Some(RuntimeCall::Governance(Call::hand_over {})), MAJOR);
		sleep(DELAY);
		assert_ok!(enact(failed));
		assert_ok!(annul(failed));
	});
}
