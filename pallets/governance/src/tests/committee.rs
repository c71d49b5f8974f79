// SPDX-License-Identifier: Apache-2.0

//! Seats, vacancies and terms (D33).

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::{assert_noop, assert_ok, traits::EnsureOrigin};
use sp_runtime::DispatchError;

fn owners() -> Vec<u32> {
	let mut owners: Vec<_> = Committee::<Test>::get().iter().map(|member| member.owner).collect();
	owners.sort();
	owners
}

#[test]
fn a_member_resigns_and_the_reserve_fills_the_seat() {
	ExtBuilder::default().build_and_execute(|| {
		seat_committee(3, 5);
		assert_eq!(owners(), vec![0, 1, 2]);
		assert_noop!(Governance::resign(of(3)), Error::<Test>::NotMember);
		assert_ok!(Governance::resign(of(1)));
		let events = governance_events();
		assert!(events.contains(&Event::SeatVacated { owner: 1, cause: Vacancy::Resigned }));
		assert_eq!(last_event(), Event::SeatFilled { owner: 3, account: acc(3) });
		assert_eq!(pallet_collective::Members::<Test>::get(), vec![acc(0), acc(2), acc(3)]);
		// The next of the reserve has sold: the one after is not there, so the seat stays empty.
		Register::sell(4, 0);
		sleep(1);
		assert_ok!(Governance::resign(of(0)));
		assert_eq!(last_event(), Event::SeatVacated { owner: 0, cause: Vacancy::Resigned });
		assert_eq!(owners(), vec![2, 3]);
		assert!(Reserve::<Test>::get().is_empty());
	});
}

#[test]
fn the_owners_recall_a_member() {
	ExtBuilder::default().build_and_execute(|| {
		let recall = |origin, owner, election| Governance::recall(origin, owner, election);
		assert_noop!(recall(decision(Level::Ordinary), 1, 0), Error::<Test>::NoCommittee);
		let election = seat_committee(3, 3);
		for origin in [RuntimeOrigin::root(), committee(), of(0), decision(Level::Advisory)] {
			assert_noop!(recall(origin, 1, election), DispatchError::BadOrigin);
		}
		assert_noop!(recall(decision(Level::Ordinary), 8, election), Error::<Test>::NotMember);
		let id = passed(Some(RuntimeCall::Governance(Call::recall { owner: 1, election })), ORDINARY);
		sleep(DELAY);
		assert_ok!(enact(id));
		assert!(governance_events().contains(&Event::SeatVacated { owner: 1, cause: Vacancy::Recalled }));
		assert_eq!(pallet_collective::Members::<Test>::get(), vec![acc(0), acc(2)]);
	});
}

#[test]
fn a_recall_is_of_the_committee_that_it_names() {
	ExtBuilder::default().build_and_execute(|| {
		let first = seat_committee(3, 3);
		let id = passed(Some(RuntimeCall::Governance(Call::recall { owner: 1, election: first })), ORDINARY);
		// Before it is enacted the owners elect the member again.
		let second = seat_committee(3, 3);
		assert_ok!(enact(id));
		let failure = Failure::Call(Error::<Test>::OtherCommittee.into());
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: id, failure });
		assert_eq!(owners(), vec![0, 1, 2]);
		assert_ok!(Governance::recall(decision(Level::Ordinary), 1, second));
		assert_eq!(owners(), vec![0, 2]);
	});
}

#[test]
fn a_member_who_sold_loses_the_seat() {
	ExtBuilder::default().build_and_execute(|| {
		seat_committee(3, 3);
		assert_noop!(Governance::vacate(signed(TENANT), 1), Error::<Test>::StillOwner);
		assert_noop!(Governance::vacate(signed(TENANT), 55), Error::<Test>::NotMember);
		assert_noop!(Governance::vacate(RuntimeOrigin::none(), 1), DispatchError::BadOrigin);
		Register::sell(1, 0);
		sleep(1);
		assert_ok!(Governance::vacate(signed(TENANT), 1));
		assert_eq!(last_event(), Event::SeatVacated { owner: 1, cause: Vacancy::NotAnOwner });
		assert_eq!(owners(), vec![0, 2]);
	});
}

#[test]
fn a_seat_follows_the_owner_to_another_account_when_the_key_is_lost() {
	ExtBuilder::default().build_and_execute(|| {
		seat_committee(3, 3);
		assert_noop!(Governance::take_seat(of(1)), Error::<Test>::SeatNotLost);
		assert_noop!(Governance::take_seat(signed(second(1))), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::take_seat(signed(TENANT)), Error::<Test>::NotAnOwner);
		assert_noop!(Governance::take_seat(of(5)), Error::<Test>::NotMember);
		Register::replace(1, second(1));
		assert_ok!(Governance::take_seat(signed(second(1))));
		assert_eq!(last_event(), Event::SeatMoved { owner: 1, from: acc(1), to: second(1) });
		assert_eq!(pallet_collective::Members::<Test>::get(), vec![acc(0), acc(2), second(1)]);
	});
}

#[test]
fn a_term_ends() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Governance::expire_term(signed(TENANT)), Error::<Test>::NoCommittee);
		let id = seat_committee(3, 4);
		sleep(2 * YEAR - 1);
		assert_noop!(Governance::expire_term(signed(TENANT)), Error::<Test>::TermRunning);
		assert_eq!(Governance::seat_of(&acc(0)), Some(0));
		sleep(1);
		// Nobody noted it yet, and nobody sits.
		assert_eq!(Governance::seat_of(&acc(0)), None);
		assert!(EnsureMember::<Test>::try_origin(of(0)).is_err());
		assert_noop!(Governance::resign(of(0)), Error::<Test>::NotMember);
		assert_noop!(Governance::expire_term(RuntimeOrigin::root()), DispatchError::BadOrigin);
		assert_ok!(Governance::expire_term(signed(TENANT)));
		assert_eq!(last_event(), Event::TermExpired { proposal: id });
		assert!(pallet_collective::Members::<Test>::get().is_empty());
		assert!(Reserve::<Test>::get().is_empty());
		assert_eq!(CurrentTerm::<Test>::get(), None);
	});
}

#[test]
fn a_term_ends_by_itself() {
	ExtBuilder::default().build_and_execute(|| {
		seat_committee(3, 3);
		pass(2 * YEAR);
		assert!(CurrentTerm::<Test>::get().is_some());
		pass(LATE);
		assert_eq!(CurrentTerm::<Test>::get(), None);
		assert!(pallet_collective::Members::<Test>::get().is_empty());
	});
}

/// An election that passed and is not enacted yet.
fn elected(term: linli_primitives::Moment) -> ProposalId {
	let id = propose(Question::Election { seats: 3, term }, ORDINARY);
	for owner in 0..3 {
		assert_ok!(Governance::stand(of(owner), id));
	}
	sleep(NOMINATION);
	assert_ok!(Governance::announce(signed(TENANT), id));
	sleep(NOTICE);
	cast_all(id, 0..OWNERS, Choice::Approve { candidates: 0b111 });
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	id
}

#[test]
fn nor_when_the_later_one_sits_no_more() {
	let mut book = rule_book();
	book.election.term_min = DELAY;
	ExtBuilder(Some(book)).build_and_execute(|| {
		let (older, newer) = (elected(DELAY), elected(DELAY));
		sleep(DELAY);
		assert_ok!(enact(newer));
		sleep(DELAY);
		assert_ok!(Governance::expire_term(signed(TENANT)));
		assert_eq!(LatestElection::<Test>::get(), Some(newer));
		assert_ok!(enact(older));
		let failure = Failure::Seating(Error::<Test>::NewerCommittee.into());
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: older, failure });
		assert_eq!(CurrentTerm::<Test>::get(), None);
		assert_eq!(LatestElection::<Test>::get(), Some(newer));
	});
}

#[test]
fn a_committee_gives_way_to_none_elected_before_it() {
	ExtBuilder::default().build_and_execute(|| {
		// Two elections pass, and the second is enacted first.
		let (older, newer) = (elected(2 * YEAR), elected(2 * YEAR));
		sleep(DELAY);
		assert_ok!(enact(newer));
		assert_ok!(enact(older));
		let failure = Failure::Seating(Error::<Test>::NewerCommittee.into());
		assert_eq!(last_event(), Event::EnactmentFailed { proposal: older, failure });
		assert_eq!(CurrentTerm::<Test>::get().map(|term| term.election), Some(newer));
		// A later one takes its place.
		let latest = seat_committee(3, 3);
		assert_eq!(CurrentTerm::<Test>::get().map(|term| term.election), Some(latest));
	});
}

#[test]
fn the_committee_acts_by_majority_of_all_its_members() {
	ExtBuilder::default().build_and_execute(|| {
		seat_committee(3, 3);
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

#[test]
fn a_member_signs_alone_where_one_is_enough() {
	ExtBuilder::default().build_and_execute(|| {
		seat_committee(3, 3);
		assert_eq!(EnsureMember::<Test>::try_origin(of(0)).ok(), Some(acc(0)));
		assert!(EnsureMember::<Test>::try_origin(of(5)).is_err());
		assert!(EnsureMember::<Test>::try_origin(RuntimeOrigin::root()).is_err());
	});
}

#[test]
fn a_committee_sits_until_its_term_is_over() {
	use linli_primitives::traits::SittingCommittee;
	ExtBuilder::default().build_and_execute(|| {
		assert!(!Governance::sits());
		seat_committee(3, 3);
		assert!(Governance::sits());
		// Also where nobody has ended the term yet.
		sleep(2 * YEAR);
		assert!(!Governance::sits());
	});
}
