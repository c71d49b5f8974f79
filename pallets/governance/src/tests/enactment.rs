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
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowRunning);
		sleep(DELAY - 1);
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowRunning);
		sleep(1);
		assert_noop!(enact(9), Error::<Test>::ProposalNotFound);
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
fn a_motion_without_a_call_is_enacted() {
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
		Works::set(false);
		let id = passed(Some(work()), MAJOR);
		sleep(DELAY);
		assert_ok!(enact(id));
		let failure = Failure::Call(DispatchError::Unavailable);
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: id, failure: failure.clone() });
		let State::Failed { failure: kept, .. } = state(id) else { panic!("it failed") };
		assert_eq!(kept.encode(), failure.encode());
		// It fails again until the cause is removed.
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { .. }));
		Works::set(true);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Enacted { .. }));
	});
}

#[test]
fn a_failed_call_is_rolled_back() {
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
fn a_decision_is_limited_by_its_class() {
	ExtBuilder::default().build_and_execute(|| {
		// It declares a matter that its class suffices for, and its call is about another.
		let id = propose(motion_by(bound(set_rule_book(rule_book())), Matter::Charges), ORDINARY);
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { failure: Failure::Call(DispatchError::BadOrigin), .. }));
		assert_eq!(CurrentRuleBook::<Test>::get(), Some(0));
	});
}

#[test]
fn a_decision_of_some_buildings_does_not_bind_all() {
	ExtBuilder::default().build_and_execute(|| {
		let call = set_rule_book(rule_book());
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

/// The bytes as a preimage, noted or not.
fn lookup(bytes: &[u8]) -> BoundedCallOf<Test> {
	let hash = sp_core::H256(sp_io::hashing::blake2_256(bytes));
	BoundedCallOf::<Test>::Lookup { hash, len: bytes.len() as u32 }
}

fn try_to_propose(call: BoundedCallOf<Test>) -> sp_runtime::DispatchResult {
	let question = motion_by(call, Matter::RuleBook);
	Governance::propose(committee(), question, MAJOR, None, hash(1), place())
}

#[test]
fn a_call_whose_preimage_nobody_has_noted_is_not_put_to_the_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let bytes = set_rule_book(rule_book()).encode();
		let call = lookup(&bytes);
		assert_noop!(try_to_propose(call.clone()), Error::<Test>::PreimageNotFound);
		let question = motion_by(call.clone(), Matter::RuleBook);
		let petition = |origin| Governance::petition(origin, question.clone(), MAJOR, None, hash(1), place());
		assert_noop!(petition(of(3)), Error::<Test>::PreimageNotFound);
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes.clone()));
		// The length is part of what is proposed.
		let BoundedCallOf::<Test>::Lookup { hash, len } = call.clone() else { panic!("it is looked up") };
		let longer = BoundedCallOf::<Test>::Lookup { hash, len: len + 1 };
		assert_noop!(try_to_propose(longer), Error::<Test>::CallUnreadable);
		assert_ok!(try_to_propose(call));
		assert_ok!(petition(of(3)));
		// The account that noted it gets its deposit back, and the preimage stays.
		assert_ok!(Preimage::unnote_preimage(signed(acc(1)), hash));
		assert!(<Preimage as QueryPreimage>::have(&question_call(&question)));
	});
}

fn question_call(question: &QuestionOf<Test>) -> BoundedCallOf<Test> {
	let Question::Motion { call: Some(call), .. } = question else { panic!("there is a call") };
	call.clone()
}

#[test]
fn a_preimage_is_held_until_its_proposal_ends() {
	ExtBuilder::default().build_and_execute(|| {
		let bytes = RuntimeCall::System(frame_system::Call::remark { remark: vec![7; 500] }).encode();
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes.clone()));
		let call = lookup(&bytes);
		let held = || Preimage::is_requested(&call.hash());
		let petition = || {
			let id = NextProposal::<Test>::get();
			let question = motion_by(call.clone(), Matter::Community);
			assert_ok!(Governance::petition(of(3), question, ORDINARY, None, hash(2), place()));
			id
		};
		// A petition that is withdrawn, and one that lapses.
		let id = petition();
		assert!(held());
		assert_ok!(Governance::withdraw(of(3), id));
		assert!(!held());
		let id = petition();
		sleep(PETITION);
		assert!(held());
		assert_ok!(Governance::close(signed(TENANT), id));
		assert!(!held());
		// One that is put to the vote holds it once: the end releases it.
		let id = petition();
		assert_ok!(Governance::support(of(4), id));
		sleep(NOTICE + WINDOW);
		assert!(held());
		assert_ok!(Governance::close(signed(TENANT), id));
		assert!(matches!(state(id), State::Rejected { .. }));
		assert!(!held());
		// The deposit's owner can still take it back.
		assert_ok!(Preimage::unnote_preimage(signed(acc(1)), call.hash()));
		assert!(!<Preimage as QueryPreimage>::have(&call));
	});
}

#[test]
fn bytes_that_do_not_decode_to_a_call_are_not_put_to_the_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let bytes = vec![255u8; 200];
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes.clone()));
		assert_noop!(try_to_propose(lookup(&bytes)), Error::<Test>::CallUnreadable);
	});
}

/// A call nested so deeply that decoding all of it would overflow the stack.
fn nested(depth: usize) -> (BoundedCallOf<Test>, Vec<u8>) {
	let execute = RuntimeCall::Collective(pallet_collective::Call::execute {
		proposal: Box::new(frame_system::Call::<Test>::remark { remark: vec![] }.into()),
		length_bound: 0,
	})
	.encode();
	// Two bytes for the index of the call, then the inner call, then one byte for the bound.
	let mut bytes = [execute[..2].repeat(depth), execute[2..execute.len() - 1].to_vec()].concat();
	bytes.resize(bytes.len() + depth, 0);
	let hash = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
	(BoundedCallOf::<Test>::Lookup { hash, len: bytes.len() as u32 }, bytes)
}

#[test]
fn nested_calls_are_decoded_no_deeper_than_extrinsics() {
	ExtBuilder::default().build_and_execute(|| {
		let (deep, bytes) = nested(20_000);
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes));
		assert_noop!(try_to_propose(deep), Error::<Test>::CallUnreadable);
		// A few levels are accepted.
		let (shallow, bytes) = nested(20);
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes));
		let id = propose(motion_by(shallow, Matter::Community), ORDINARY);
		assert!(matches!(state(id), State::Announced { .. }));
	});
}

#[test]
fn the_length_of_a_call_is_known_and_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		let propose = |call| {
			Governance::propose(committee(), motion_by(call, Matter::Community), ORDINARY, None, hash(1), place())
		};
		let of_length = |len: u32| {
			// Four bytes hold the length of what is remarked, and two the call's index.
			let remark = vec![7; len as usize - 6];
			let bytes = RuntimeCall::System(frame_system::Call::remark { remark }).encode();
			assert_eq!(bytes.len(), len as usize);
			assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes.clone()));
			lookup(&bytes)
		};
		let too_long = of_length(MAX_CALL_LEN + 1);
		assert_noop!(propose(too_long), Error::<Test>::CallTooLong);
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
		assert_eq!(refused.error, Error::<Test>::ChallengeWindowRunning.into());
		assert_eq!(refused.post_info.actual_weight, Some(<() as WeightInfo>::enact()));
	});
}

#[test]
fn the_weight_bound_must_cover_the_call() {
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
fn owners_challenge_a_decision_within_its_window() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, ORDINARY);
		let challenge = |owner| Governance::challenge(of(owner), id, hash(5));
		assert_ok!(challenge(0));
		assert_eq!(last_event(), Event::Challenged { proposal: id, owner: 0, reason: hash(5) });
		assert_noop!(challenge(0), Error::<Test>::AlreadyChallenged);
		assert_noop!(challenge(55), Error::<Test>::NotEligibleToVote);
		assert_noop!(Governance::challenge(signed(TENANT), id, hash(5)), Error::<Test>::NotOwner);
		assert_noop!(Governance::challenge(signed(second(1)), id, hash(5)), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::challenge(of(1), 9, hash(5)), Error::<Test>::ProposalNotFound);
		assert_ok!(challenge(1));
		assert_ok!(challenge(2));
		assert_noop!(challenge(3), Error::<Test>::TooManyChallenges);
		let running = vote_on(None, ORDINARY);
		assert_noop!(Governance::challenge(of(1), running, hash(5)), Error::<Test>::NotPassed);
		assert_noop!(challenge(4), Error::<Test>::ChallengeWindowOver);
		// The challenge did not delay the enactment.
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

/// A motion whose enactment failed, and the hash of its call's preimage.
fn failed() -> (ProposalId, sp_core::H256) {
	Works::set(false);
	let bytes = work().encode();
	let preimage = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
	assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes.clone()));
	let call = BoundedCallOf::<Test>::Lookup { hash: preimage, len: bytes.len() as u32 };
	let id = propose(motion_by(call, Matter::Runtime), MAJOR);
	sleep(NOTICE);
	cast_all(id, 0..OWNERS, Choice::For);
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	sleep(DELAY);
	assert_ok!(enact(id));
	(id, preimage)
}

#[test]
fn a_failed_decision_lapses_after_the_enactment_period() {
	ExtBuilder::default().build_and_execute(|| {
		let (id, preimage) = failed();
		sleep(ENACTMENT);
		// At the limit it is still tried, and fails as before.
		assert_eq!(Governance::phase(id), Some(Phase::Failed));
		assert_ok!(enact(id));
		assert!(matches!(last_event(), Event::EnactmentFailed { .. }));
		assert!(Preimage::is_requested(&preimage));
		assert_ok!(Governance::annul(signed(AUDITOR), id, hash(6)));
		sleep(1);
		assert_eq!(Governance::phase(id), Some(Phase::EnactmentOver));
		assert_ok!(enact(id));
		assert_eq!(last_event(), Event::Lapsed { proposal: id });
		assert_eq!(state(id), State::Lapsed { at: Now::get() });
		assert_eq!(Governance::phase(id), Some(Phase::Lapsed));
		assert!(!Preimage::is_requested(&preimage));
		assert!(!Annulments::<Test>::contains_key(id));
		assert_noop!(enact(id), Error::<Test>::NotPassed);
	});
}

#[test]
fn a_passed_decision_lapses_after_the_enactment_period() {
	ExtBuilder::default().build_and_execute(|| {
		let mut book = rule_book();
		book.proxies_per_holder = 3;
		let (in_time, late) =
			(passed(Some(set_rule_book(book.clone())), MAJOR), passed(Some(set_rule_book(book)), MAJOR));
		let due = |id| {
			let State::Passed { enact_at, .. } = state(id) else { panic!("it passed") };
			enact_at
		};
		sleep(due(in_time) + ENACTMENT - Now::get());
		assert_eq!(Governance::phase(in_time), Some(Phase::Due));
		assert_ok!(enact(in_time));
		assert!(matches!(state(in_time), State::Enacted { .. }));
		sleep(due(late) + ENACTMENT + 1 - Now::get());
		assert_eq!(Governance::phase(late), Some(Phase::EnactmentOver));
		assert!(Governance::open_proposals(0).iter().any(|open| open.proposal == late));
		// Lapsing dispatches no call, and needs no weight bound.
		assert_ok!(Governance::enact(signed(TENANT), late, Weight::zero()));
		assert_eq!(state(late), State::Lapsed { at: Now::get() });
		assert_eq!(CurrentRuleBook::<Test>::get(), Some(1));
		// The petitioner's place was released at the close, and is not released again.
		assert_eq!(OpenPetitions::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_petition_that_lapses_after_its_vote_releases_its_place_once() {
	ExtBuilder::default().build_and_execute(|| {
		let petition = |class| Governance::petition(of(3), motion(None), class, None, hash(2), place());
		assert_ok!(petition(ORDINARY));
		assert_ok!(Governance::support(of(4), 0));
		sleep(NOTICE);
		cast_all(0, 0..OWNERS, Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), 0));
		sleep(DELAY + ENACTMENT + 1);
		assert_ok!(petition(ORDINARY));
		assert_ok!(enact(0));
		assert_eq!(last_event(), Event::Lapsed { proposal: 0 });
		assert_eq!(OpenPetitions::<Test>::get(3), 1);
	});
}
