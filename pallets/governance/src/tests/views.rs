// SPDX-License-Identifier: Apache-2.0

//! The answers of the runtime API.

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::assert_ok;
use linli_primitives::Power;

const LI: Power = Power { area: 9_000, heads: 1 };

fn may(id: ProposalId, owner: u32) -> Permits {
	Governance::proposal_of_owner(id, owner).unwrap().may
}

#[test]
fn an_owner_sees_open_proposals_and_the_actions_open() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Governance::petition(of(3), motion(None), ORDINARY, None, hash(2), place()));
		let election_id = propose(election(3), ORDINARY);
		let motion_id = propose(motion(None), ORDINARY);
		let elsewhere = propose_in(motion(None), ORDINARY, Some(vec![2]));
		let seen = |owner| -> Vec<_> {
			Governance::open_proposals(owner).into_iter().map(|open| (open.proposal, open.phase, open.power)).collect()
		};
		assert_eq!(
			seen(0),
			vec![
				(0, Phase::Collecting, LI),
				(election_id, Phase::Nominating, LI),
				(motion_id, Phase::Notice, LI),
				(elsewhere, Phase::Notice, Power::ZERO),
			]
		);
		assert_eq!(may(0, 0), Permits { support: true, ..Default::default() });
		assert_eq!(may(0, 3), Permits::default());
		assert_eq!(may(election_id, 0), Permits { stand: true, ..Default::default() });
		assert_eq!(may(motion_id, 0), Permits { grant_proxy: true, acknowledge: true, ..Default::default() });
		assert_eq!(may(elsewhere, 0), Permits::default());
		assert_ok!(Governance::stand(of(0), election_id));
		assert_eq!(may(election_id, 0), Permits::default());

		sleep(NOTICE);
		let voting = Permits { cast: true, grant_proxy: true, acknowledge: true, ..Default::default() };
		assert_eq!(may(motion_id, 0), voting);
		assert_ok!(cast(motion_id, 0, Choice::For));
		assert_eq!(may(motion_id, 0), Permits { cast: true, acknowledge: true, ..Default::default() });
		assert_ok!(Governance::grant_proxy(of(1), motion_id, acc(50), None));
		assert_ok!(Governance::acknowledge(of(1), motion_id));
		assert_eq!(may(motion_id, 1), Permits { cast: true, ..Default::default() });
		assert_ok!(Governance::cast_by_proxy(of(50), motion_id, 1, Choice::For));
		assert_eq!(may(motion_id, 1), Permits::default());
		let shown = Governance::proposal_of_owner(motion_id, 1).unwrap();
		assert_eq!(shown.ballot, Ballots::<Test>::get(motion_id, 1));

		cast_all(motion_id, 2..OWNERS, Choice::For);
		sleep(WINDOW);
		assert_eq!(Governance::phase(motion_id), Some(Phase::VotingOver));
		assert_ok!(Governance::close(signed(TENANT), motion_id));
		assert_eq!(may(motion_id, 0), Permits { challenge: true, ..Default::default() });
		assert!(seen(0).contains(&(motion_id, Phase::ChallengeWindow, LI)));
		assert_ok!(Governance::challenge(of(0), motion_id, hash(1)));
		assert_eq!(may(motion_id, 0), Permits::default());
		sleep(DELAY);
		assert_eq!(Governance::phase(motion_id), Some(Phase::Due));
		assert_ok!(enact(motion_id));
		assert!(seen(0).iter().all(|(id, ..)| *id != motion_id));
		assert_eq!(Governance::proposal_of_owner(9, 0), None);
	});
}

#[test]
fn pages_continue_where_the_previous_one_ended() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..5 {
			propose(motion(None), ORDINARY);
		}
		let ids =
			|from, limit| -> Vec<_> { Governance::proposals(from, limit).into_iter().map(|(id, _)| id).collect() };
		assert_eq!(ids(0, 3), vec![0, 1, 2]);
		assert_eq!(ids(3, u32::MAX), vec![3, 4]);
		assert_eq!(ids(5, 3), Vec::<u32>::new());
		sleep(NOTICE);
		cast_all(2, 0..OWNERS, Choice::For);
		let mut owners = Vec::new();
		let mut after = None;
		loop {
			let page = Governance::ballots(2, after, 3);
			assert!(page.len() <= 3);
			let Some((last, _)) = page.last() else { break };
			after = Some(*last);
			owners.extend(page.into_iter().map(|(owner, _)| owner));
		}
		owners.sort();
		assert_eq!(owners, (0..OWNERS).collect::<Vec<_>>());
	});
}

#[test]
fn tally_electorate_and_rule_book_are_shown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Governance::tally(0), None);
		assert_eq!(Governance::electorate(0), None);
		assert_eq!(Governance::certificate(0), None);
		assert_eq!(Governance::phase(0), None);
		let id = propose_in(motion(None), ORDINARY, Some(vec![1]));
		let total = Power { area: 45_000, heads: 5 };
		assert_eq!(Governance::tally(id), Some((tally::Tally::of_motion(false), total)));
		let buildings = Some(vec![1].try_into().unwrap());
		let tracts = Vec::new();
		let shown = ElectorateView { buildings, record_block: 0, total, kinds: None, tracts };
		assert_eq!(Governance::electorate(id), Some(shown));
		assert_eq!(Governance::rule_book(None), Some((0, rule_book())));
		assert_eq!(Governance::rule_book(Some(0)), Some((0, rule_book())));
		assert_eq!(Governance::rule_book(Some(1)), None);
	});
}
