// SPDX-License-Identifier: Apache-2.0

//! A standstill takes nothing from a window (D46).

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks};
use linli_primitives::calendar::DAY;

#[test]
fn notice_and_vote_are_longer_by_a_standstill() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), ORDINARY);
		sleep(NOTICE - 1);
		stand_still(9 * DAY);
		assert_noop!(cast(id, 0, Choice::For), Error::<Test>::VotingNotOpen);
		assert_eq!(Governance::phase(id), Some(Phase::Notice));
		sleep(1);
		assert_ok!(cast(id, 0, Choice::For));
		stand_still(2 * WINDOW);
		assert_eq!(Governance::phase(id), Some(Phase::Voting));
		assert_eq!(Governance::until(id), Some(Now::get() + WINDOW));
		cast_all(id, 1..OWNERS, Choice::For);
		sleep(WINDOW - 1);
		stand_still(DAY);
		assert_ok!(cast(id, 9, Choice::Against));
		assert_noop!(Governance::close(signed(TENANT), id), Error::<Test>::VotingNotOver);
		sleep(1);
		assert_noop!(cast(id, 9, Choice::For), Error::<Test>::VotingOver);
		assert_ok!(Governance::close(signed(TENANT), id));
		// The nine days were before the vote.
		let certificate = Governance::certificate(id).unwrap();
		assert_eq!((certificate.stood_still, certificate.closed), (2 * WINDOW + DAY, Now::get()));
		let due = Now::get() + DELAY;
		assert!(matches!(last_event(), Event::Closed { enact_at: Some(at), .. } if at == due));
	});
}

#[test]
fn nobody_is_late_to_support_or_stand_because_the_chain_stood_still() {
	ExtBuilder::default().build_and_execute(|| {
		let petition = || Governance::petition(of(3), motion(None), ORDINARY, None, hash(2), place());
		assert_ok!(petition());
		assert_ok!(petition());
		let id = propose(election(3), ORDINARY);
		stand_still(2 * PETITION);
		assert_noop!(Governance::close(signed(TENANT), 0), Error::<Test>::PetitionRunning);
		assert_noop!(Governance::announce(signed(TENANT), id), Error::<Test>::NominationRunning);
		assert_ok!(Governance::stand(of(0), id));
		assert_ok!(Governance::amend(committee(), id, hash(7), place()));
		sleep(NOMINATION);
		assert_noop!(Governance::stand(of(1), id), Error::<Test>::NominationOver);
		assert_ok!(Governance::announce(signed(TENANT), id));
		sleep(PETITION - NOMINATION - 1);
		assert_ok!(Governance::support(of(4), 0));
		sleep(1);
		assert_noop!(Governance::support(of(4), 1), Error::<Test>::PetitionOver);
		assert_ok!(Governance::close(signed(TENANT), 1));
	});
}

#[test]
fn a_decision_can_be_challenged_and_enacted_as_long_as_the_chain_lives() {
	ExtBuilder::default().build_and_execute(|| {
		let id = passed(None, ORDINARY);
		stand_still(2 * DELAY);
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowRunning);
		assert_ok!(Governance::challenge(of(0), id, hash(1)));
		sleep(DELAY);
		assert_noop!(Governance::challenge(of(1), id, hash(1)), Error::<Test>::ChallengeWindowOver);
		stand_still(2 * ENACTMENT);
		sleep(ENACTMENT);
		assert_ok!(enact(id));
		assert_eq!(last_event(), Event::Enacted { proposal: id });
	});
}

#[test]
fn what_the_scheduler_calls_early_is_put_off() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), ORDINARY);
		// The first block after each standstill has lived no time, so that blocks run ahead of lived time.
		for _ in 0..5 {
			let block = System::block_number() + 1;
			System::set_block_number(block);
			Scheduler::on_initialize(block);
			stand_still(DAY);
		}
		pass(NOTICE);
		cast_all(id, 0..OWNERS, Choice::For);
		pass(WINDOW + LATE);
		let after = |wait| {
			pass(wait);
			state(id)
		};
		assert!(matches!(after(5 * BLOCK_TIME + 2 * LATE), State::Passed { .. }));
		assert!(matches!(after(DELAY + 2 * LATE), State::Enacted { .. }));
		assert!(!governance_events().contains(&Event::NotScheduled { proposal: id }));
	});
}

#[test]
fn the_time_until_which_a_phase_lasts_is_that_of_the_clock() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Governance::until(0), None);
		stand_still(DAY);
		let id = propose(motion(None), ORDINARY);
		assert_eq!(Governance::until(id), Some(Now::get() + NOTICE));
		sleep(NOTICE);
		assert_eq!(Governance::until(id), Some(Now::get() + WINDOW));
		sleep(WINDOW);
		assert_eq!(Governance::until(id), None);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_eq!(Governance::until(id), None, "it is rejected");
		assert_ok!(Governance::petition(of(3), motion(None), ORDINARY, None, hash(2), place()));
		assert_eq!(Governance::until(1), Some(Now::get() + PETITION));
	});
}

#[test]
fn paper_and_deliveries_are_taken_as_long_as_the_chain_lives() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), FOLLOW);
		stand_still(2 * NOTICE);
		assert_ok!(Governance::record_delivery(signed(REGISTRAR), id, 0));
		assert_ok!(Governance::countersign_delivery(signed(WITNESS), id, 0));
		sleep(NOTICE);
		assert_noop!(Governance::record_delivery(signed(REGISTRAR), id, 1), Error::<Test>::DeliveryOver);
		stand_still(2 * WINDOW);
		sleep(WINDOW - DAY - 1);
		assert_ok!(Governance::enter_paper(signed(REGISTRAR), id, 1, Choice::For, hash(1)));
		sleep(1);
		let late = Governance::enter_paper(signed(REGISTRAR), id, 2, Choice::For, hash(2));
		assert_eq!(late, Err(Error::<Test>::PaperIntakeOver.into()));
	});
}
