// SPDX-License-Identifier: Apache-2.0

//! Choices among options, and their run-offs.

use super::stages::with_class;
use crate::{
	mock::*,
	options::{outcome, Outcome},
	tally::{Choice, Tally},
	types::{class::Veto, *},
	verdict::{Count, Reason, Verdict},
	*,
};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::QueryPreimage};
use linli_primitives::{Fraction, Power};

fn pick(option: u8) -> Choice {
	Choice::Pick { option }
}

/// A question with these calls, if any on the matter, for which the ordinary class suffices.
fn ask(calls: Vec<Option<RuntimeCall>>) -> QuestionOf<Test> {
	ask_on(Matter::Community, calls)
}

fn ask_on(matter: Matter, calls: Vec<Option<RuntimeCall>>) -> QuestionOf<Test> {
	let options: Vec<_> = calls.into_iter().map(|call| call.map(bound)).collect();
	let matter = options.iter().flatten().next().map(|_| matter);
	Question::Options { options: options.try_into().unwrap(), matter }
}

/// The bytes of a call of this length as a preimage, noted.
fn noted(len: u32) -> BoundedCallOf<Test> {
	// Two bytes hold the call's index, and two or four the length of what is remarked.
	let prefix = if len < 1 << 14 { 4 } else { 6 };
	let remark = vec![7; len as usize - prefix];
	let bytes = RuntimeCall::System(frame_system::Call::remark { remark }).encode();
	assert_eq!(bytes.len(), len as usize);
	assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes.clone()));
	BoundedCallOf::<Test>::Lookup { hash: sp_core::H256(sp_io::hashing::blake2_256(&bytes)), len }
}

/// An open choice among options without calls.
fn vote_among(options: usize) -> ProposalId {
	let id = propose(ask(vec![None; options]), ORDINARY);
	sleep(NOTICE);
	id
}

fn close(id: ProposalId) -> Verdict {
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	Governance::certificate(id).unwrap().verdict
}

fn run_off(id: ProposalId) -> sp_runtime::DispatchResult {
	Governance::call_run_off(signed(TENANT), id)
}

#[test]
fn the_option_that_passes_is_chosen() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_among(3);
		cast_all(id, 0..1, pick(0));
		cast_all(id, [1, 2, 3, 4, 5, DEVELOPER], pick(2));
		cast_all(id, [6], Choice::Against);
		cast_all(id, [7], Choice::Abstain);
		assert_noop!(cast(id, 8, pick(3)), Error::<Test>::OptionNotFound);
		assert_noop!(cast(id, 8, Choice::For), Error::<Test>::InvalidChoice);
		assert_noop!(cast(id, 8, Choice::Approve { candidates: 1 }), Error::<Test>::InvalidChoice);
		let flats = |number: u32| Power { area: 9_000 * u64::from(number), heads: number };
		let chosen = Power { area: 105_000, heads: 6 };
		let tally = Tally::Options {
			options: vec![flats(1), Power::ZERO, chosen].try_into().unwrap(),
			against: flats(1),
			abstaining: flats(1),
			quorum_only: None,
		};
		assert_eq!(Polls::<Test>::get(id).unwrap().tally, tally);
		assert_eq!(close(id), Verdict::Passed);
		let certificate = Governance::certificate(id).unwrap();
		assert_eq!((certificate.elected.to_vec(), certificate.reserve.to_vec()), (vec![2], vec![]));
		assert_eq!((certificate.count.in_favour, certificate.count.against), (chosen, flats(2)));
		assert_noop!(run_off(id), Error::<Test>::RunOffNotFound);
	});
}

#[test]
fn a_ballot_is_changed_from_one_option_to_another() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_among(2);
		for choice in [pick(0), pick(1), Choice::Abstain, pick(1)] {
			assert_ok!(cast(id, 0, choice));
		}
		let tally = Polls::<Test>::get(id).unwrap().tally;
		assert_eq!(tally.participating(), Some(Power { area: 9_000, heads: 1 }));
		assert!(matches!(tally, Tally::Options { options, .. } if options[0].is_zero() && !options[1].is_zero()));
		// A motion takes no picks.
		let motion = vote_on(None, ORDINARY);
		assert_noop!(cast(motion, 0, pick(0)), Error::<Test>::InvalidChoice);
	});
}

#[test]
fn a_run_off_decides_between_the_two_that_lead() {
	ExtBuilder::default().build_and_execute(|| {
		let calls = vec![
			None,
			Some(work()),
			Some(RuntimeCall::System(frame_system::Call::remark_with_event { remark: vec![1] })),
		];
		let id = propose(ask(calls), ORDINARY);
		sleep(NOTICE);
		cast_all(id, 0..3, pick(0));
		cast_all(id, 3..5, pick(1));
		cast_all(id, 5..9, pick(2));
		cast_all(id, [DEVELOPER], Choice::Abstain);
		assert_eq!(close(id), Verdict::Rejected(Reason::ApprovalArea));
		let certificate = Governance::certificate(id).unwrap();
		assert_eq!((certificate.elected.to_vec(), certificate.reserve.to_vec()), (vec![], vec![2, 0]));
		assert_ok!(run_off(id));
		let second = id + 1;
		assert_eq!(RunOffs::<Test>::get(id), Some(second));
		assert!(governance_events().contains(&Event::RunOffCalled { proposal: id, run_off: second, options: (2, 0) }));
		let (first, two) = (Proposals::<Test>::get(id).unwrap(), Proposals::<Test>::get(second).unwrap());
		assert_eq!((two.class, two.rule_book, two.agenda), (first.class, first.rule_book, first.agenda));
		assert!(matches!(two.state, State::Announced { .. }));
		assert_noop!(run_off(id), Error::<Test>::RunOffAlreadyCalled);
		sleep(NOTICE);
		cast_all(second, 0..3, pick(1));
		cast_all(second, [3, 4, 5, 6, 7, 8, DEVELOPER], pick(0));
		assert_eq!(close(second), Verdict::Passed);
		assert_eq!(Governance::certificate(second).unwrap().elected.to_vec(), [0]);
		// The chosen one's call is dispatched: a remark, which takes a signed origin.
		sleep(DELAY);
		assert_ok!(enact(second));
		assert!(matches!(state(second), State::Failed { failure: Failure::Call(_), .. }));
	});
}

#[test]
fn the_call_of_the_chosen_option_is_enacted() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(ask_on(Matter::Runtime, vec![None, Some(work())]), MAJOR);
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, pick(1));
		assert_eq!(close(id), Verdict::Passed);
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Enacted { .. }));
		// The class's power is not extended by the form of the question.
		let id = propose(ask(vec![None, Some(work())]), ORDINARY);
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, pick(1));
		assert_eq!(close(id), Verdict::Passed);
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(matches!(state(id), State::Failed { .. }));
	});
}

#[test]
fn the_scheduler_calls_the_run_off() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(ask(vec![None; 3]), ORDINARY);
		pass(NOTICE);
		for owner in 0..9 {
			assert_ok!(cast(id, owner, pick((owner % 3) as u8)));
		}
		assert_ok!(cast(id, DEVELOPER, Choice::Abstain));
		pass(WINDOW + 3 * LATE);
		assert_eq!(RunOffs::<Test>::get(id), Some(id + 1));
		assert_eq!(Governance::phase(id + 1), Some(Phase::Notice));
	});
}

#[test]
fn there_is_no_run_off_without_need() {
	ExtBuilder::default().build_and_execute(|| {
		// Too few took part.
		let id = vote_among(3);
		cast_all(id, 0..3, pick(0));
		assert_eq!(close(id), Verdict::Rejected(Reason::ParticipationArea));
		assert_noop!(run_off(id), Error::<Test>::RunOffNotFound);
		// Between two there was one already.
		let id = vote_among(2);
		cast_all(id, 0..4, pick(0));
		cast_all(id, 4..9, pick(1));
		cast_all(id, [DEVELOPER], Choice::Abstain);
		assert!(!close(id).is_passed());
		assert_noop!(run_off(id), Error::<Test>::RunOffNotFound);
		// Most owners want none of them.
		let id = vote_among(3);
		cast_all(id, 0..2, pick(0));
		cast_all(id, 2..4, pick(1));
		cast_all(id, 4..10, Choice::Against);
		assert!(!close(id).is_passed());
		assert_noop!(run_off(id), Error::<Test>::RunOffNotFound);
		// A motion has none, an open vote has none yet, and nothing has none.
		let motion = vote_on(None, ORDINARY);
		assert_noop!(run_off(motion), Error::<Test>::RunOffNotFound);
		let open = vote_among(3);
		assert_noop!(run_off(open), Error::<Test>::RunOffNotFound);
		assert_noop!(run_off(99), Error::<Test>::ProposalNotFound);
	});
}

#[test]
fn a_run_off_is_called_in_time_and_belongs_to_its_petitioner() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Governance::petition(of(0), ask(vec![None; 3]), ORDINARY, None, hash(1), place()));
		assert_ok!(Governance::support(of(1), 0));
		sleep(NOTICE);
		for owner in 0..9 {
			assert_ok!(cast(0, owner, pick((owner % 3) as u8)));
		}
		assert_ok!(cast(0, DEVELOPER, Choice::Abstain));
		assert!(!close(0).is_passed());
		assert_eq!(OpenPetitions::<Test>::get(0), 0);
		sleep(ENACTMENT + 1);
		assert_noop!(run_off(0), Error::<Test>::RunOffOver);
		Now::set(Now::get() - 1);
		assert_ok!(run_off(0));
		assert_eq!(OpenPetitions::<Test>::get(0), 1);
		assert_eq!(Proposals::<Test>::get(1).unwrap().proposer, Proposer::Owner { owner: 0 });
		sleep(NOTICE + WINDOW);
		assert_ok!(Governance::close(signed(TENANT), 1));
		assert_eq!(OpenPetitions::<Test>::get(0), 0);
	});
}

/// The committee does not like either of the two that the owners have picked.
#[test]
fn the_committee_does_not_withdraw_a_run_off() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_among(3);
		for owner in 0..9 {
			assert_ok!(cast(id, owner, pick((owner % 3) as u8)));
		}
		assert_ok!(cast(id, DEVELOPER, Choice::Abstain));
		assert!(!close(id).is_passed());
		assert_ok!(run_off(id));
		assert_eq!(FirstVotes::<Test>::get(id + 1), Some(id));
		assert_noop!(Governance::withdraw(committee(), id + 1), Error::<Test>::VotingAlreadyOpen);
	});
}

#[test]
fn options_are_at_least_two_and_their_calls_bounded_together() {
	ExtBuilder::default().build_and_execute(|| {
		let make = |question| Governance::propose(committee(), question, ORDINARY, None, hash(1), place());
		for calls in [vec![], vec![Some(work())]] {
			assert_eq!(make(ask(calls)), Err(Error::<Test>::TooFewOptions.into()));
		}
		let question = |first: &BoundedCallOf<Test>, second: &BoundedCallOf<Test>| {
			let options = vec![Some(first.clone()), Some(second.clone())];
			Question::Options { options: options.try_into().unwrap(), matter: Some(Matter::Community) }
		};
		let (half, more) = (noted(MAX_CALL_LEN / 2), noted(MAX_CALL_LEN / 2 + 1));
		assert_eq!(make(question(&half, &half)), Ok(()));
		assert_eq!(make(question(&half, &more)), Err(Error::<Test>::CallTooLong.into()));
		let unseen = |len| BoundedCallOf::<Test>::Lookup { hash: hash(7), len };
		assert_eq!(make(question(&unseen(u32::MAX), &unseen(u32::MAX))), Err(Error::<Test>::CallTooLong.into()));
		assert_eq!(make(question(&half, &unseen(9))), Err(Error::<Test>::PreimageNotFound.into()));
	});
}

#[test]
fn options_are_about_one_matter_that_their_class_suffices_for() {
	ExtBuilder::default().build_and_execute(|| {
		let make = |options: Vec<Option<BoundedCallOf<Test>>>, matter, class| {
			let question = Question::Options { options: options.try_into().unwrap(), matter };
			Governance::propose(committee(), question, class, None, hash(1), place())
		};
		let calls = || vec![None, Some(bound(work()))];
		assert_noop!(make(calls(), None, MAJOR), Error::<Test>::MatterRequired);
		assert_noop!(make(calls(), Some(Matter::Runtime), ORDINARY), Error::<Test>::ClassTooLow);
		assert_noop!(make(vec![None, None], Some(Matter::Runtime), ORDINARY), Error::<Test>::ClassTooLow);
		assert_ok!(make(calls(), Some(Matter::Runtime), MAJOR));
		assert_ok!(make(vec![None, None], None, ORDINARY));
		// They are in the room of motions, also if one of them is a recall.
		let question = ask(vec![None, Some(work())]);
		assert_ok!(Governance::petition(of(3), question, ORDINARY, None, hash(1), place()));
		assert_eq!(Supported::<Test>::get(3, Quota::Motions).len(), 1);
	});
}

#[test]
fn the_calls_of_options_are_held_until_the_run_off_ends() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (noted(500), noted(501));
		let options = vec![Some(first.clone()), Some(second.clone()), None];
		let question = Question::Options { options: options.try_into().unwrap(), matter: Some(Matter::Community) };
		let id = propose(question, ORDINARY);
		let held = || [&first, &second].map(|call| Preimage::is_requested(&call.hash()));
		assert_eq!(held(), [true, true]);
		sleep(NOTICE);
		cast_all(id, 0..3, pick(0));
		cast_all(id, 3..5, pick(1));
		cast_all(id, 5..9, pick(2));
		cast_all(id, [DEVELOPER], Choice::Abstain);
		assert!(!close(id).is_passed());
		assert_eq!(held(), [true, true]);
		assert_ok!(run_off(id));
		// Between the third and the first.
		assert_eq!(held(), [true, false]);
		sleep(NOTICE + WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id + 1));
		assert_eq!(held(), [false, false]);
	});
}

#[test]
fn a_chosen_option_is_a_decision_on_its_matter_as_a_motion_is() {
	ExtBuilder::default().build_and_execute(|| {
		let overrule = |id| {
			assert_ok!(Governance::annul(signed(AUDITOR), id, hash(6)));
			assert_ok!(Governance::countersign_annulment(signed(REGISTRAR), id, hash(6)));
		};
		let annulled = passed(Some(work()), MAJOR);
		overrule(annulled);
		let at = Now::get();
		let id = propose(ask_on(Matter::Runtime, vec![None, Some(work())]), MAJOR);
		sleep(NOTICE);
		cast_all(id, 0..OWNERS, pick(1));
		assert_eq!(close(id), Verdict::Passed);
		overrule(id);
		assert!(matches!(state(id), State::Passed { .. }));
		let subject = Subject::Motions { matter: Some(Matter::Runtime), electorate: None };
		assert_eq!(Overrulings::<Test>::get(subject), Some(Overruling { annulled, at, postponed: Some(id) }));
	});
}

/// The outcome for these picks, each in heads and area of 10, by a class with a veto of a quarter.
fn judged(options: &[(u32, u64)], against: u32, abstain: u32) -> (Verdict, Vec<u8>, Vec<u8>) {
	let mut class = rule_book().classes[usize::from(ORDINARY)];
	class.veto = Some(Veto { area: None, heads: Some(Fraction::new(1, 4)), of: types::class::Base::Participating });
	let power = |(heads, area)| Power { area, heads };
	let options: Vec<_> = options.iter().copied().map(power).collect();
	let against = power((against, u64::from(against)));
	let all = options.iter().fold(power((abstain, abstain.into())), |sum, one| sum.checked_add(*one).unwrap());
	let participating = all.checked_add(against).unwrap();
	let count = Count { total: power((10, 10)), participating, ..Default::default() };
	let Outcome { verdict, chosen, run_off, .. } = outcome(&class, &count, &options, against);
	(verdict, chosen.to_vec(), run_off.to_vec())
}

/// What a class requires of a motion it requires of an option, for which all other votes are against.
#[test]
fn an_option_is_judged_like_a_motion() {
	let none = Vec::<u8>::new();
	assert_eq!(judged(&[(8, 8), (1, 1), (1, 1)], 0, 0), (Verdict::Passed, vec![0], none.clone()));
	// Three of ten picked another: more than a quarter, whether another option or none.
	let vetoed = Verdict::Rejected(Reason::VetoHeads);
	assert_eq!(judged(&[(7, 7), (2, 2), (1, 1)], 0, 0), (vetoed, none.clone(), vec![0, 1]));
	assert_eq!(judged(&[(7, 7), (0, 0), (0, 0)], 3, 0), (vetoed, none.clone(), none.clone()));
	assert_eq!(judged(&[(7, 7), (0, 0), (0, 0)], 2, 1), (Verdict::Passed, vec![0], none.clone()));
	let abstained = Verdict::Rejected(Reason::AllAbstained);
	assert_eq!(judged(&[(0, 0), (0, 0), (0, 0)], 0, 10), (abstained, none.clone(), none.clone()));
	// Of equal heads the larger area leads, then the first.
	let short = Verdict::Rejected(Reason::ApprovalArea);
	assert_eq!(judged(&[(3, 2), (3, 3), (3, 3)], 1, 0), (short, none, vec![1, 2]));
}

#[test]
fn a_second_call_comes_before_a_run_off() {
	use crate::types::class::{Participation, SecondCall};
	let second = |class: &mut DecisionClass| {
		class.second_call = Some(SecondCall { participation: Participation::default(), window: WINDOW });
	};
	with_class(second, || {
		let id = vote_among(3);
		cast_all(id, [0, 1], pick(0));
		cast_all(id, [2], pick(1));
		cast_all(id, [3], pick(2));
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_eq!(Polls::<Test>::get(id).unwrap().stage, Stage::SecondCall);
		// Two of five are not more than half.
		assert_ok!(cast(id, 4, pick(2)));
		assert_eq!(close(id), Verdict::Rejected(Reason::ApprovalArea));
		assert_ok!(run_off(id));
	});
}
