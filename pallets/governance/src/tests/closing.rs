// SPDX-License-Identifier: Apache-2.0

//! Closing a vote, and its certificate (D31).

use crate::{
	mock::*,
	tally::{Choice, Tally},
	types::*,
	verdict::{Count, Reason, Verdict},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::Power;

const fn flats(number: u32) -> Power {
	Power { area: 9_000 * number as u64, heads: number }
}

fn close(id: ProposalId) -> Verdict {
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	Governance::certificate(id).unwrap().verdict
}

#[test]
fn anyone_closes_a_vote_that_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..8, Choice::For);
		cast_all(id, [8], Choice::Against);
		cast_all(id, [9], Choice::Abstain);
		sleep(WINDOW - 1);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
		assert_noop!(Governance::close(signed(TENANT), 9), Error::<Test>::ProposalNotFound);
		assert_noop!(Governance::close(RuntimeOrigin::root(), id), sp_runtime::DispatchError::BadOrigin);
		sleep(1);
		assert_ok!(Governance::close(signed(TENANT), id));
		let closed = START + NOTICE + WINDOW;
		let developer = Power { area: 60_000, heads: 1 };
		let count = Count {
			total: Power { area: 141_000, heads: 10 },
			participating: Power { area: 141_000, heads: 10 },
			in_favour: flats(8),
			against: flats(1),
			served_silent: Power::ZERO,
			quorum_only: Power::ZERO,
		};
		assert_eq!(
			Governance::certificate(id),
			Some(Certificate {
				rule_book: 0,
				class: ORDINARY,
				record_block: 0,
				tally: Tally::Motion {
					in_favour: flats(8),
					against: flats(1),
					abstaining: developer,
					quorum_only: None,
				},
				count,
				verdict: Verdict::Passed,
				elected: Default::default(),
				reserve: Default::default(),
				closed,
				stage: Stage::FirstCall,
				stood_still: 0,
				recent_since: 0,
				recent: Tally::of_motion(false),
				closed_in: System::block_number(),
				tracts: Default::default(),
			})
		);
		assert_eq!(state(id), State::Passed { closed, enact_at: closed + DELAY });
		assert_eq!(
			last_event(),
			Event::Closed { proposal: id, verdict: Verdict::Passed, enact_at: Some(closed + DELAY) }
		);
		assert_eq!(OpenProposals::<Test>::iter().count(), 0);
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::NotClosable);
	});
}

#[test]
fn neither_heads_nor_area_alone_are_enough() {
	ExtBuilder::default().build_and_execute(|| {
		// Seven of ten heads, but an area of 63 000 of 141 000.
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..7, Choice::For);
		cast_all(id, 7..10, Choice::Against);
		assert_eq!(close(id), Verdict::Rejected(Reason::ApprovalArea));
		assert_eq!(
			last_event(),
			Event::Closed { proposal: id, verdict: Verdict::Rejected(Reason::ApprovalArea), enact_at: None }
		);
		assert!(matches!(state(id), State::Rejected { .. }));
		// An area of 78 000 of 141 000, but three of ten heads.
		let id = vote_on(None, ORDINARY);
		cast_all(id, 7..10, Choice::For);
		cast_all(id, 0..7, Choice::Against);
		assert_eq!(close(id), Verdict::Rejected(Reason::ApprovalHeads));
	});
}

#[test]
fn votes_without_enough_ballots_or_with_a_tie_are_rejected() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_eq!(close(id), Verdict::Rejected(Reason::NobodyVoted));
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..9, Choice::For);
		assert_eq!(close(id), Verdict::Rejected(Reason::ParticipationArea));
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..10, Choice::Abstain);
		assert_eq!(close(id), Verdict::Rejected(Reason::AllAbstained));
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		sleep(NOTICE);
		cast_all(id, 0..2, Choice::For);
		cast_all(id, 2..4, Choice::Against);
		assert_eq!(close(id), Verdict::Rejected(Reason::Tie));
	});
}

#[test]
fn a_decision_of_some_buildings_needs_only_their_owners() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		sleep(NOTICE);
		cast_all(id, 0..4, Choice::For);
		assert_eq!(close(id), Verdict::Passed);
		assert_eq!(Governance::certificate(id).unwrap().count.total, flats(5));
	});
}

#[test]
fn the_rule_book_of_the_proposal_decides() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		cast_all(id, 0..8, Choice::For);
		cast_all(id, [8], Choice::Against);
		cast_all(id, [9], Choice::Abstain);
		// From now on all must agree, but this vote began earlier.
		let mut book = rule_book();
		book.classes[0].approval.area = Some(class::Threshold::at_least(1, 1));
		assert_ok!(Governance::set_rule_book(decision(Level::Major), book));
		let new = propose(motion(None), ORDINARY);
		assert_eq!(close(id), Verdict::Passed);
		assert_eq!(Governance::certificate(id).unwrap().rule_book, 0);
		sleep(NOTICE - WINDOW);
		cast_all(new, 0..8, Choice::For);
		cast_all(new, [8], Choice::Against);
		cast_all(new, [9], Choice::Abstain);
		assert_eq!(close(new), Verdict::Rejected(Reason::ApprovalArea));
		assert_eq!(Governance::certificate(new).unwrap().rule_book, 1);
	});
}

#[test]
fn the_scheduler_closes_and_enacts_automatically() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), ORDINARY);
		pass(NOTICE);
		assert_eq!(Governance::phase(id), Some(Phase::Voting));
		cast_all(id, 0..OWNERS, Choice::For);
		pass(WINDOW - BLOCK_TIME);
		assert_eq!(Governance::phase(id), Some(Phase::Voting));
		pass(BLOCK_TIME);
		assert_eq!(Governance::phase(id), Some(Phase::VotingOver));
		pass(LATE);
		assert_eq!(Governance::phase(id), Some(Phase::ChallengeWindow));
		pass(DELAY - LATE);
		assert_eq!(Governance::phase(id), Some(Phase::ChallengeWindow));
		pass(2 * LATE);
		assert_eq!(Governance::phase(id), Some(Phase::Enacted));
	});
}

#[test]
fn the_scheduler_runs_a_call_that_is_kept_as_a_preimage() {
	ExtBuilder::default().build_and_execute(|| {
		let call = RuntimeCall::Governance(Call::set_rule_book { rule_book: rule_book() });
		let bytes = codec::Encode::encode(&call);
		let preimage = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
		let call = BoundedCallOf::<Test>::Lookup { hash: preimage, len: bytes.len() as u32 };
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes));
		let id = propose(motion_by(call, Matter::RuleBook), MAJOR);
		pass(NOTICE);
		cast_all(id, 0..OWNERS, Choice::For);
		pass(WINDOW + LATE);
		assert_eq!(Governance::phase(id), Some(Phase::ChallengeWindow));
		pass(DELAY + LATE);
		assert_eq!(Governance::phase(id), Some(Phase::Enacted));
		assert_eq!(CurrentRuleBook::<Test>::get(), Some(1));
	});
}
