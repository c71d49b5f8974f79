// SPDX-License-Identifier: Apache-2.0

//! Elections of the committee (D33).

use crate::{
	elections::outcome,
	mock::*,
	tally::Choice,
	types::*,
	verdict::{Count, Reason, Verdict},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{ElectionResult, Power};
use sp_runtime::DispatchError;

fn nominate(seats: u32, candidates: impl IntoIterator<Item = u32>) -> ProposalId {
	let id = propose(election(seats), ORDINARY);
	for owner in candidates {
		assert_ok!(Governance::stand(of(owner), id));
	}
	id
}

#[test]
fn owners_stand_and_step_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = nominate(3, []);
		assert!(governance_events().contains(&Event::NominationOpened { proposal: id, ends: START + NOMINATION }));
		assert_ok!(Governance::stand(of(4), id));
		assert!(governance_events().contains(&Event::CandidateStood { proposal: id, owner: 4, account: acc(4) }));
		assert_eq!(last_event(), Event::CandidatePlaced { proposal: id, owner: 4 });
		assert_noop!(Governance::stand(of(4), id), Error::<Test>::AlreadyCandidate);
		assert_noop!(Governance::stand(signed(second(1)), id), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::stand(signed(TENANT), id), Error::<Test>::NotOwner);
		assert_noop!(Governance::stand(of(55), id), Error::<Test>::NotEligibleToVote);
		assert_noop!(Governance::stand(of(1), 9), Error::<Test>::ProposalNotFound);
		Barred::set(Some(1));
		assert_noop!(Governance::stand(of(1), id), Error::<Test>::NotEligible);
		Barred::set(None);
		assert_noop!(Governance::step_back(of(1), id), Error::<Test>::NotCandidate);
		assert_ok!(Governance::step_back(of(4), id));
		assert_eq!(last_event(), Event::CandidateSteppedBack { proposal: id, owner: 4 });
		assert!(Candidates::<Test>::get(id).is_empty());
		let other = propose(motion(None), ORDINARY);
		assert_noop!(Governance::stand(of(1), other), Error::<Test>::NotNominating);
		assert_noop!(Governance::step_back(of(1), other), Error::<Test>::NotNominating);
		sleep(NOMINATION);
		assert_noop!(Governance::stand(of(1), id), Error::<Test>::NominationOver);
		assert_noop!(Governance::step_back(of(4), id), Error::<Test>::NominationOver);
	});
}

#[test]
fn owners_in_arrears_can_stand_where_the_rules_do_not_bar_them() {
	let mut book = rule_book();
	book.election.arrears_bar = false;
	ExtBuilder(Some(book)).build_and_execute(|| {
		Barred::set(Some(1));
		nominate(3, [1]);
	});
}

#[test]
fn the_weight_of_stand_includes_the_check_for_arrears() {
	use frame_support::dispatch::GetDispatchInfo;
	assert_eq!(Call::<Test>::stand { proposal: 0 }.get_dispatch_info().call_weight.ref_time(), 7);
}

#[test]
fn the_notice_is_given_after_the_nomination_period() {
	ExtBuilder::default().build_and_execute(|| {
		let id = nominate(3, 0..3);
		assert_noop!(Governance::announce(signed(TENANT), id), Error::<Test>::NominationRunning);
		sleep(NOMINATION);
		assert_eq!(Governance::phase(id), Some(Phase::NominationOver));
		assert_noop!(Governance::announce(signed(TENANT), 9), Error::<Test>::ProposalNotFound);
		assert_noop!(Governance::announce(RuntimeOrigin::root(), id), DispatchError::BadOrigin);
		assert_ok!(Governance::announce(signed(TENANT), id));
		assert!(matches!(last_event(), Event::Announced { .. }));
		assert_noop!(Governance::announce(signed(TENANT), id), Error::<Test>::NotNominating);
		// The scheduler does so as well.
		let id = nominate(3, 0..3);
		pass(NOMINATION + LATE);
		assert_eq!(Governance::phase(id), Some(Phase::Notice));
	});
}

#[test]
fn an_election_with_too_few_candidates_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		let id = nominate(3, 0..2);
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		assert_eq!(last_event(), Event::Lapsed { proposal: id });
		assert_eq!(state(id), State::Lapsed { at: START + NOMINATION });
	});
}

#[test]
fn owners_elect_a_committee_by_petition() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Governance::petition(of(0), election(3), ORDINARY, None, hash(1), place()));
		assert_ok!(Governance::support(of(1), 0));
		assert_eq!(Governance::phase(0), Some(Phase::Nominating));
		for owner in 0..5 {
			assert_ok!(Governance::stand(of(owner), 0));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), 0));
		sleep(NOTICE);
		// Candidate 4 is approved by ten, 0 and 2 by eight, 3 by exactly half, 1 by two.
		cast_all(0, [0, 1, 2], Choice::Approve { candidates: 0b10101 });
		cast_all(0, [3, 4, 5, 6], Choice::Approve { candidates: 0b11101 });
		cast_all(0, [7, 8], Choice::Approve { candidates: 0b10010 });
		cast_all(0, [9], Choice::Approve { candidates: 0b11101 });
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), 0));
		let certificate = Governance::certificate(0).unwrap();
		assert_eq!(certificate.verdict, Verdict::Passed);
		assert_eq!(certificate.elected.into_inner(), vec![4, 0, 2]);
		assert_eq!(certificate.reserve.into_inner(), Vec::<u8>::new());
		sleep(DELAY);
		assert_ok!(enact(0));
		let elected = [4, 0, 2].map(|owner| Candidate { owner, account: acc(owner) });
		let expected = ElectionResult {
			election: 0,
			closed: certificate.closed,
			seats: 3,
			minimum: 3,
			term: 2 * YEAR,
			elected: elected.to_vec().try_into().unwrap(),
			reserve: Default::default(),
		};
		assert_eq!(Seated::get(), Some(expected));
		assert_eq!(last_event(), Event::Enacted { proposal: 0 });
	});
}

#[test]
fn the_reserve_is_handed_over_in_order_of_rank() {
	ExtBuilder::default().build_and_execute(|| {
		let id = seat_committee(3, 6);
		let result = Seated::get().unwrap();
		let owners = |line: &CandidatesOf<Test>| line.iter().map(|candidate| candidate.owner).collect::<Vec<_>>();
		assert_eq!((result.election, result.seats), (id, 3));
		assert_eq!((owners(&result.elected), owners(&result.reserve)), (vec![0, 1, 2], vec![3, 4, 5]));
	});
}

#[test]
fn candidates_are_handed_over_with_the_accounts_they_stood_with() {
	ExtBuilder::default().build_and_execute(|| {
		// The committee itself checks which of them can still sit, and with which account.
		let id = elected(3, 3, 2 * YEAR);
		Register::sell(1, 0);
		Register::replace(2, second(2));
		sleep(DELAY);
		assert_ok!(enact(id));
		let accounts: Vec<_> = Seated::get().unwrap().elected.iter().map(|candidate| candidate.account).collect();
		assert_eq!(accounts, vec![acc(0), acc(1), acc(2)]);
	});
}

#[test]
fn two_elections_are_handed_over_with_their_times_of_closing() {
	ExtBuilder::default().build_and_execute(|| {
		let (older, newer) = (elected(3, 3, 2 * YEAR), elected(3, 3, 2 * YEAR));
		sleep(DELAY);
		let handed = |id| {
			assert_ok!(enact(id));
			let result = Seated::get().unwrap();
			(result.election, result.closed)
		};
		let closed = |id| Governance::certificate(id).unwrap().closed;
		assert_eq!(handed(newer), (newer, closed(newer)));
		assert_eq!(handed(older), (older, closed(older)));
		assert!(closed(older) < closed(newer));
	});
}

#[test]
fn a_result_refused_by_the_committee_is_handed_over_again() {
	ExtBuilder::default().build_and_execute(|| {
		let written = || frame_support::storage::unhashed::get::<ProposalId>(SEATING);
		let id = elected(3, 3, 2 * YEAR);
		SeatingRefused::set(Some(DispatchError::Unavailable));
		assert_noop!(enact(id), Error::<Test>::ChallengeWindowRunning);
		sleep(DELAY);
		assert_ok!(enact(id));
		let failure = Failure::Seating(DispatchError::Unavailable);
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: id, failure });
		assert!(matches!(state(id), State::Failed { .. }));
		assert_eq!((Seated::get(), written()), (None, None));
		SeatingRefused::set(None);
		assert_ok!(enact(id));
		assert_eq!(Seated::get().map(|result| result.election), Some(id));
		assert_eq!(written(), Some(id));
		assert!(matches!(state(id), State::Enacted { .. }));
	});
}

#[test]
fn the_committee_proposes_by_a_majority_of_all_its_members() {
	use frame_support::traits::ChangeMembers;
	ExtBuilder::default().build_and_execute(|| {
		Collective::set_members_sorted(&[acc(0), acc(1), acc(2)], &[]);
		let before = NextProposal::<Test>::get();
		let call = RuntimeCall::Governance(Call::propose {
			question: motion(None),
			class: ORDINARY,
			electorate: None,
			agenda: hash(1),
			place: place(),
		});
		let length = codec::Encode::encoded_size(&call) as u32;
		let id = <<Test as frame_system::Config>::Hashing as sp_runtime::traits::Hash>::hash_of(&call);
		assert_ok!(Collective::propose(of(0), 2, Box::new(call), length));
		assert_ok!(Collective::vote(of(0), id, 0, true));
		assert_noop!(
			Collective::close(of(0), id, 0, MaximumWeight::get(), length).map_err(|error| error.error),
			pallet_collective::Error::<Test>::TooEarly
		);
		assert_ok!(Collective::vote(of(1), id, 0, true));
		assert_ok!(Collective::close(of(0), id, 0, MaximumWeight::get(), length));
		assert_eq!(NextProposal::<Test>::get(), before + 1);
	});
}

/// The outcome for these approvals, each in heads and area, of 10 owners with a total area of 100.
fn elect(seats: u32, approvals: &[(u32, u64)]) -> (Verdict, Vec<u8>, Vec<u8>) {
	let book = rule_book();
	let total = Power { area: 100, heads: 10 };
	let count = Count { total, participating: total, ..Default::default() };
	let approving: Vec<_> = approvals.iter().map(|(heads, area)| Power { area: *area, heads: *heads }).collect();
	let outcome = outcome(book.class(ORDINARY).unwrap(), &book.election, seats, &count, &approving);
	(outcome.verdict, outcome.elected.into_inner(), outcome.reserve.into_inner())
}

#[test]
fn candidates_are_ranked_by_heads_then_area_then_order_of_standing() {
	let none = Vec::<u8>::new();
	let (verdict, elected, reserve) = elect(3, &[(6, 60), (7, 60), (6, 70), (6, 60), (10, 51)]);
	assert_eq!((verdict, elected, reserve), (Verdict::Passed, vec![4, 1, 2], vec![0, 3]));
	// More than half is required in both measures; exactly half does not suffice in either.
	assert_eq!(
		elect(3, &[(5, 100), (10, 50), (6, 51), (6, 51)]),
		(Verdict::Rejected(Reason::TooFewElected), none.clone(), none.clone())
	);
	let nobody = (Verdict::Rejected(Reason::NoCandidate), none.clone(), none.clone());
	assert_eq!(elect(3, &[(5, 100), (10, 50), (0, 0), (5, 50)]), nobody);
	assert_eq!(elect(3, &[]), nobody);
	// Four qualify for three seats, the minimum.
	assert_eq!(elect(3, &[(6, 60), (7, 60), (6, 60), (6, 60)]), (Verdict::Passed, vec![1, 0, 2], vec![3]));
	// Four qualify for five seats, and three are filled, as the number must be odd.
	assert_eq!(elect(5, &[(6, 60), (7, 60), (8, 60), (9, 60), (5, 50)]), (Verdict::Passed, vec![3, 2, 1], vec![0]));
	// Three of seven are the minimum, but no majority of the seats: they could carry nothing.
	let few = elect(7, &[(6, 60), (7, 60), (8, 60), (9, 60)]);
	assert_eq!(few, (Verdict::Rejected(Reason::TooFewElected), none.clone(), none));
}

#[test]
fn too_few_ballots_elect_nobody() {
	let book = rule_book();
	let count = Count {
		total: Power { area: 100, heads: 10 },
		participating: Power { area: 66, heads: 10 },
		..Default::default()
	};
	let approving = [count.participating; 3];
	let outcome = outcome(book.class(ORDINARY).unwrap(), &book.election, 3, &count, &approving);
	assert_eq!(outcome.verdict, Verdict::Rejected(Reason::ParticipationArea));
	assert!(outcome.elected.is_empty() && outcome.reserve.is_empty());
}

/// Approvals of several candidates have no majority to join.
#[test]
fn the_served_and_silent_join_nobody_in_an_election() {
	let mut book = rule_book();
	book.election.class = FOLLOW;
	ExtBuilder(Some(book)).build_and_execute(|| {
		let id = propose(election(3), FOLLOW);
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		for owner in 0..OWNERS {
			assert_ok!(Governance::record_delivery(signed(REGISTRAR), id, owner));
			assert_ok!(Governance::countersign_delivery(signed(WITNESS), id, owner));
		}
		sleep(NOTICE);
		cast_all(id, 0..6, Choice::Approve { candidates: 0b111 });
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		let certificate = Governance::certificate(id).unwrap();
		// The receipts are on record, and the quorum of two thirds is missed all the same.
		assert_eq!(certificate.count.served_silent, Power { area: 87_000, heads: 4 });
		assert_eq!(certificate.verdict, Verdict::Rejected(Reason::ParticipationArea));
	});
}
