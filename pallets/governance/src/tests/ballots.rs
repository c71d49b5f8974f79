// SPDX-License-Identifier: Apache-2.0

//! Casting ballots in person (D29), at the record date (D7).

use crate::{
	mock::*,
	tally::{Choice, Tally},
	types::*,
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::Power;

const LI: Power = Power { area: 9_000, heads: 1 };

fn motion_tally(in_favour: Power, against: Power) -> Tally {
	Tally::Motion { in_favour, against, abstaining: Power::ZERO, quorum_only: None }
}

fn tally(id: ProposalId) -> Tally {
	Polls::<Test>::get(id).unwrap().tally
}

#[test]
fn a_ballot_is_cast_and_changed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(cast(id, 0, Choice::For));
		let moment = START + NOTICE;
		let mut ballot = Ballot { choice: Choice::For, power: LI, channel: Channel::Own, moment, recent: false };
		assert_eq!(last_event(), Event::BallotCast { proposal: id, owner: 0, ballot: ballot.clone(), changed: false });
		assert_eq!(Ballots::<Test>::get(id, 0), Some(ballot.clone()));
		assert_eq!(tally(id), motion_tally(LI, Power::ZERO));
		sleep(1);
		assert_ok!(cast(id, 0, Choice::Against));
		ballot.choice = Choice::Against;
		ballot.moment += 1;
		assert_eq!(last_event(), Event::BallotCast { proposal: id, owner: 0, ballot, changed: true });
		assert_eq!(tally(id), motion_tally(Power::ZERO, LI));
		assert_ok!(cast(id, 0, Choice::Abstain));
		assert_eq!(tally(id).participating(), Some(LI));
	});
}

#[test]
fn a_ballot_is_taken_only_within_the_voting_window() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), ORDINARY);
		sleep(NOTICE - 1);
		assert_noop!(cast(id, 0, Choice::For), Error::<Test>::VotingNotOpen);
		sleep(1);
		assert_ok!(cast(id, 0, Choice::For));
		sleep(WINDOW - 1);
		assert_ok!(cast(id, 1, Choice::For));
		sleep(1);
		assert_noop!(cast(id, 2, Choice::For), Error::<Test>::VotingOver);
		assert_noop!(cast(id, 0, Choice::Against), Error::<Test>::VotingOver);
	});
}

#[test]
fn only_the_representative_of_an_eligible_owner_can_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		let none = propose(election(3), ORDINARY);
		sleep(NOTICE);
		assert_noop!(Governance::cast(signed(TENANT), id, Choice::For), Error::<Test>::NotOwner);
		assert_noop!(Governance::cast(signed(second(0)), id, Choice::For), Error::<Test>::NotRepresentative);
		assert_noop!(cast(id, 5, Choice::For), Error::<Test>::NotInElectorate);
		assert_noop!(cast(id, 55, Choice::For), Error::<Test>::NotEligibleToVote);
		assert_noop!(cast(none, 0, Choice::For), Error::<Test>::PollNotFound);
		assert_noop!(cast(9, 0, Choice::For), Error::<Test>::PollNotFound);
		assert_noop!(cast(id, 0, Choice::Approve { candidates: 0 }), Error::<Test>::InvalidChoice);
		assert_ok!(cast(id, 0, Choice::For));
	});
}

#[test]
fn a_new_representative_changes_the_owners_ballot() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(cast(id, 0, Choice::For));
		Register::replace(0, second(0));
		assert_noop!(Governance::cast(signed(acc(0)), id, Choice::For), Error::<Test>::NotOwner);
		assert_ok!(Governance::cast(signed(second(0)), id, Choice::Against));
		assert_eq!(Ballots::<Test>::iter_prefix(id).count(), 1);
	});
}

#[test]
fn a_sale_during_the_vote_does_not_change_powers() {
	ExtBuilder::default().build_and_execute(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(cast(id, 0, Choice::For));
		// The flat of owner 0 goes to owner 1, that of owner 2 to a new owner.
		Register::sell(0, 1);
		Register::sell(2, 55);
		sleep(1);
		assert_ok!(cast(id, 1, Choice::Against));
		assert_eq!(Ballots::<Test>::get(id, 1).unwrap().power, LI);
		assert_ok!(cast(id, 0, Choice::Against));
		assert_eq!(Ballots::<Test>::get(id, 0).unwrap().power, LI);
		assert_ok!(cast(id, 2, Choice::For));
		assert_noop!(cast(id, 55, Choice::For), Error::<Test>::NotEligibleToVote);
		// A vote announced now counts the new owners.
		let later = vote_on(None, ORDINARY);
		assert_noop!(cast(later, 0, Choice::For), Error::<Test>::NotEligibleToVote);
		assert_ok!(cast(later, 1, Choice::For));
		assert_eq!(Ballots::<Test>::get(later, 1).unwrap().power, Power { area: 18_000, heads: 1 });
		assert_ok!(cast(later, 55, Choice::For));
	});
}

#[test]
fn a_sale_in_the_block_of_the_notice_is_after_the_record_date() {
	ExtBuilder::default().build_and_execute(|| {
		sleep(1);
		let id = propose(motion(None), ORDINARY);
		Register::sell(0, 55);
		sleep(NOTICE);
		assert_ok!(cast(id, 0, Choice::For));
		assert_noop!(cast(id, 55, Choice::For), Error::<Test>::NotEligibleToVote);
	});
}

#[test]
fn a_ballot_can_approve_any_candidates() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(election(3), ORDINARY);
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		sleep(NOTICE);
		assert_noop!(cast(id, 0, Choice::For), Error::<Test>::InvalidChoice);
		assert_noop!(cast(id, 0, Choice::Approve { candidates: 0b1000 }), Error::<Test>::CandidateNotFound);
		assert_ok!(cast(id, 0, Choice::Approve { candidates: 0b101 }));
		assert_ok!(cast(id, 1, Choice::Approve { candidates: 0 }));
		assert_ok!(cast(id, 0, Choice::Approve { candidates: 0b110 }));
		assert_eq!(
			tally(id),
			Tally::Election {
				participating: Power { area: 18_000, heads: 2 },
				approving: vec![Power::ZERO, LI, LI].try_into().unwrap(),
			}
		);
	});
}

#[test]
fn a_ballot_writes_only_its_own_entry_and_the_poll() {
	ExtBuilder::default().build().execute_with(|| {
		let id = vote_on(None, ORDINARY);
		assert_ok!(cast(id, 1, Choice::For));
		System::reset_events();
		let poll = Polls::<Test>::get(id).unwrap();
		let before = sp_io::storage::root(sp_core::storage::StateVersion::V1);
		assert_ok!(cast(id, 0, Choice::For));
		System::reset_events();
		assert_ne!(sp_io::storage::root(sp_core::storage::StateVersion::V1), before);
		// Restoring these two entries restores the state.
		Ballots::<Test>::remove(id, 0);
		Polls::<Test>::insert(id, poll);
		assert_eq!(sp_io::storage::root(sp_core::storage::StateVersion::V1), before);
	});
}
