// SPDX-License-Identifier: Apache-2.0

//! Votes that go on by the rule of their class, that close early, and ballots for the quorum only.

use crate::{
	mock::*,
	tally::Choice,
	types::{
		class::{Base, Participation, SecondCall, Threshold},
		*,
	},
	verdict::{Reason, Verdict},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Moment, Power};

const EXTENSION: Moment = 3 * DAY;
const SECOND: Moment = 5 * DAY;
const QUIET: Moment = DAY;

/// Runs a test under the rule book of the mock with another ordinary class.
pub(super) fn with_class(change: impl FnOnce(&mut DecisionClass), test: impl FnOnce()) {
	let mut book = rule_book();
	change(&mut book.classes[usize::from(ORDINARY)]);
	assert_eq!(book.validate(), Ok(()));
	ExtBuilder(Some(book)).build_and_execute(test);
}

/// A second call for which a third of both suffices, instead of two thirds.
fn second_call(class: &mut DecisionClass) {
	let third = Some(Threshold::at_least(1, 3));
	let participation = Participation { area: third, heads: third, both: true };
	class.second_call = Some(SecondCall { participation, window: SECOND });
}

fn close(id: ProposalId) {
	assert_ok!(Governance::close(signed(TENANT), id));
}

fn verdict(id: ProposalId) -> Verdict {
	Governance::certificate(id).unwrap().verdict
}

/// The stage of an open vote and its end.
fn stage(id: ProposalId) -> (Stage, Moment) {
	let poll = Polls::<Test>::get(id).unwrap();
	assert!(matches!(state(id), State::Announced { closes, .. } if closes == poll.closes));
	(poll.stage, poll.closes)
}

#[test]
fn a_second_call_needs_a_smaller_quorum() {
	with_class(second_call, || {
		let id = vote_on(None, ORDINARY);
		// Nine of ten heads, and 81 000 of an area of 141 000.
		cast_all(id, 0..8, Choice::For);
		cast_all(id, [8], Choice::Against);
		sleep(WINDOW + 7);
		close(id);
		let closes = START + NOTICE + WINDOW + 7 + SECOND;
		assert_eq!(stage(id), (Stage::SecondCall, closes));
		assert_eq!(last_event(), Event::VoteContinued { proposal: id, stage: Stage::SecondCall, closes });
		assert_eq!(Governance::certificate(id), None);
		assert_eq!(OpenProposals::<Test>::get(Room::Committee).to_vec(), [id]);
		assert_eq!(Governance::phase(id), Some(Phase::Voting));
		// The ballots remain, and can be changed and joined by others.
		assert_ok!(cast(id, 8, Choice::For));
		sleep(SECOND - 1);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
		sleep(1);
		assert_noop!(cast(id, 9, Choice::Against), Error::<Test>::VotingOver);
		close(id);
		let certificate = Governance::certificate(id).unwrap();
		assert_eq!((certificate.verdict, certificate.stage), (Verdict::Passed, Stage::SecondCall));
		assert_eq!(certificate.count.in_favour, Power { area: 81_000, heads: 9 });
		assert_eq!(state(id), State::Passed { closed: closes, enact_at: closes + DELAY });
	});
}

#[test]
fn there_is_no_third_call() {
	with_class(second_call, || {
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..3, Choice::For);
		sleep(WINDOW);
		close(id);
		sleep(SECOND);
		close(id);
		// 27 000 of 141 000 are less than a third.
		assert_eq!(verdict(id), Verdict::Rejected(Reason::ParticipationArea));
		assert_eq!(OpenProposals::<Test>::iter().count(), 0);
		// A vote that was decided has no second call, however it ended.
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..10, Choice::Against);
		sleep(WINDOW);
		close(id);
		assert_eq!(verdict(id), Verdict::Rejected(Reason::ApprovalArea));
		assert_eq!(Governance::certificate(id).unwrap().stage, Stage::FirstCall);
	});
}

#[test]
fn a_vote_is_extended_once_and_then_called_again() {
	let both = |class: &mut DecisionClass| {
		second_call(class);
		class.extension = Some(EXTENSION);
	};
	with_class(both, || {
		let id = vote_on(None, ORDINARY);
		sleep(WINDOW);
		close(id);
		let extended = START + NOTICE + WINDOW + EXTENSION;
		assert_eq!(stage(id), (Stage::Extended, extended));
		cast_all(id, 0..5, Choice::For);
		sleep(EXTENSION);
		close(id);
		assert_eq!(stage(id), (Stage::SecondCall, extended + SECOND));
		cast_all(id, 5..8, Choice::For);
		sleep(SECOND);
		close(id);
		assert_eq!(verdict(id), Verdict::Passed);
	});
}

/// More than half of all owners and all area, with an extension.
fn of_all(class: &mut DecisionClass) {
	class.participation = Participation::default();
	class.approval.of = Base::All;
	class.extension = Some(EXTENSION);
}

#[test]
fn an_approval_of_all_owners_is_extended_only_while_it_can_be_reached() {
	with_class(of_all, || {
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..6, Choice::For);
		sleep(WINDOW);
		close(id);
		assert_eq!(stage(id).0, Stage::Extended);
		assert_ok!(cast(id, DEVELOPER, Choice::For));
		sleep(EXTENSION);
		close(id);
		assert_eq!(verdict(id), Verdict::Passed);
		// 78 000 of 141 000 are against: nobody who is silent could change that.
		let id = vote_on(None, ORDINARY);
		cast_all(id, [0, 1, DEVELOPER], Choice::Against);
		cast_all(id, 2..5, Choice::For);
		sleep(WINDOW);
		close(id);
		assert_eq!(verdict(id), Verdict::Rejected(Reason::ApprovalArea));
	});
}

#[test]
fn a_vote_on_which_all_have_voted_is_closed_early_once_it_is_quiet() {
	let early = |class: &mut DecisionClass| class.early_close = Some(QUIET);
	with_class(early, || {
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..9, Choice::For);
		sleep(QUIET);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
		assert_ok!(cast(id, DEVELOPER, Choice::Against));
		sleep(QUIET - 1);
		// The last voter does not shut the others out: a change of mind begins the time anew.
		assert_ok!(cast(id, 0, Choice::Against));
		sleep(QUIET - 1);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
		sleep(1);
		close(id);
		let closed = START + NOTICE + 3 * QUIET - 1;
		assert_eq!(Polls::<Test>::get(id).unwrap().closes, closed);
		assert_eq!(state(id), State::Passed { closed, enact_at: closed + DELAY });
		assert_noop!(cast(id, 0, Choice::For), Error::<Test>::VotingOver);
		assert_noop!(Governance::acknowledge(of(0), id), Error::<Test>::VotingOver);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::NotClosable);
	});
	// Without the parameter a vote takes its time.
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..OWNERS, Choice::For);
		sleep(WINDOW - 1);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
	});
}

/// Two people enter ballots for all who are silent, and would close the vote before these look.
#[test]
fn a_vote_with_ballots_on_paper_takes_its_whole_time() {
	let early = |class: &mut DecisionClass| class.early_close = Some(QUIET);
	with_class(early, || {
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..9, Choice::For);
		assert_ok!(Governance::enter_paper(signed(REGISTRAR), id, DEVELOPER, Choice::For, hash(1)));
		assert_ok!(Governance::countersign(signed(WITNESS), id, DEVELOPER, Choice::For, hash(1)));
		assert_eq!(Polls::<Test>::get(id).unwrap().papers, 1);
		sleep(QUIET);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
		// The owner has time to contest it; with a ballot in person nobody else can come as a surprise.
		assert_ok!(Governance::contest_paper(of(DEVELOPER), id, hash(2)));
		assert_eq!(Polls::<Test>::get(id).unwrap().papers, 0);
		assert_ok!(cast(id, DEVELOPER, Choice::Against));
		sleep(QUIET);
		close(id);
	});
}

/// A contest that two other officers dismiss puts the ballot back among those on paper.
#[test]
fn a_paper_ballot_that_is_upheld_counts_as_one_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(Governance::do_enter_paper(id, 0, Choice::For, hash(1), WITNESS));
		assert_ok!(Governance::do_countersign(id, 0, Choice::For, hash(1), TENANT));
		assert_ok!(Governance::contest_paper(of(0), id, hash(2)));
		assert_ok!(Governance::settle_contest(signed(AUDITOR), id, 0, true, hash(3)));
		assert_ok!(Governance::countersign_settlement(signed(REGISTRAR), id, 0, true, hash(3)));
		assert_eq!(Polls::<Test>::get(id).unwrap().papers, 1);
	});
}

#[test]
fn a_standstill_takes_nothing_from_a_later_stage_or_the_quiet_time() {
	with_class(second_call, || {
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..8, Choice::For);
		stand_still(DAY);
		sleep(WINDOW);
		close(id);
		// The poll keeps lived time, and the event names the time of the clock.
		let closes = START + NOTICE + WINDOW + SECOND;
		assert_eq!(stage(id), (Stage::SecondCall, closes));
		let event = Event::VoteContinued { proposal: id, stage: Stage::SecondCall, closes: closes + DAY };
		assert_eq!(last_event(), event);
		stand_still(2 * SECOND);
		assert_eq!(Governance::until(id), Some(Now::get() + SECOND));
		assert_ok!(cast(id, 8, Choice::For));
		sleep(SECOND - 1);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
		sleep(1);
		close(id);
		assert_eq!(Governance::certificate(id).unwrap().stood_still, DAY + 2 * SECOND);
	});
	with_class(
		|class| class.early_close = Some(QUIET),
		|| {
			let id = vote_on(None, ORDINARY);
			cast_all(id, 0..OWNERS, Choice::For);
			stand_still(2 * QUIET);
			assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
			sleep(QUIET);
			close(id);
			assert_eq!(verdict(id), Verdict::Passed);
		},
	);
}

#[test]
fn the_scheduler_carries_a_vote_through_all_stages() {
	let both = |class: &mut DecisionClass| {
		second_call(class);
		class.extension = Some(EXTENSION);
	};
	with_class(both, || {
		let id = propose(motion(None), ORDINARY);
		pass(NOTICE);
		cast_all(id, 0..8, Choice::For);
		pass(WINDOW + LATE);
		assert_eq!(stage(id).0, Stage::Extended);
		pass(EXTENSION + LATE);
		assert_eq!(stage(id).0, Stage::SecondCall);
		pass(SECOND + LATE);
		assert_eq!(Governance::phase(id), Some(Phase::ChallengeWindow));
	});
}

#[test]
fn an_election_has_a_second_call() {
	with_class(second_call, || {
		let id = propose(election(3), ORDINARY);
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		sleep(NOTICE);
		cast_all(id, 0..6, Choice::Approve { candidates: 0b111 });
		sleep(WINDOW);
		close(id);
		assert_eq!(stage(id).0, Stage::SecondCall);
		sleep(SECOND);
		close(id);
		assert_eq!(verdict(id), Verdict::Passed);
		assert_eq!(Governance::certificate(id).unwrap().elected.to_vec(), [0, 1, 2]);
	});
}

#[test]
fn a_ballot_for_the_quorum_only_is_in_no_base_of_those_taking_part() {
	let allowed = |class: &mut DecisionClass| class.quorum_only = true;
	with_class(allowed, || {
		for (choice, expected) in
			[(Choice::QuorumOnly, Verdict::Passed), (Choice::Abstain, Verdict::Rejected(Reason::ApprovalArea))]
		{
			let id = vote_on(None, ORDINARY);
			cast_all(id, 0..4, Choice::For);
			cast_all(id, 4..7, Choice::Against);
			cast_all(id, 7..10, choice);
			sleep(WINDOW);
			close(id);
			assert_eq!(verdict(id), expected);
			let count = Governance::certificate(id).unwrap().count;
			assert_eq!(count.participating, count.total);
			let only = if choice == Choice::Abstain { Power::ZERO } else { Power { area: 78_000, heads: 3 } };
			assert_eq!(count.quorum_only, only);
		}
		// It can be changed like any other.
		let id = vote_on(None, ORDINARY);
		assert_ok!(cast(id, 0, Choice::QuorumOnly));
		assert_ok!(cast(id, 0, Choice::For));
		assert_ok!(cast(id, 0, Choice::QuorumOnly));
		assert_eq!(Polls::<Test>::get(id).unwrap().tally.participating(), Some(Power { area: 9_000, heads: 1 }));
	});
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_noop!(cast(id, 0, Choice::QuorumOnly), Error::<Test>::QuorumOnlyNotAllowed);
		let proxy = Governance::grant_proxy(of(0), id, second(1), Some(Choice::QuorumOnly));
		assert_eq!(proxy, Err(Error::<Test>::QuorumOnlyNotAllowed.into()));
		let paper = Governance::enter_paper(signed(REGISTRAR), id, 0, Choice::QuorumOnly, hash(1));
		assert_eq!(paper, Err(Error::<Test>::QuorumOnlyNotAllowed.into()));
	});
}
