// SPDX-License-Identifier: Apache-2.0

//! Rooms for proposals, the list of petitions, and quotas of support.

use crate::{mock::*, tally::Choice, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::OwnerId;
use sp_runtime::DispatchResult;

/// This number of owners of one flat each, in building 1.
fn crowd(owners: u32) {
	Register::begin_with((0..owners).map(|owner| flat(1, 9_000, owner)).collect());
}

fn petition_for(owner: OwnerId, question: QuestionOf<Test>) -> ProposalId {
	let id = NextProposal::<Test>::get();
	// The call of these tests takes a major decision.
	let class = if matches!(question, Question::Motion { call: Some(_), .. }) { MAJOR } else { ORDINARY };
	assert_ok!(Governance::petition(of(owner), question, class, None, hash(2), place()));
	id
}

fn support(id: ProposalId, owners: impl IntoIterator<Item = OwnerId>) {
	for owner in owners {
		assert_ok!(Governance::support(of(owner), id));
	}
}

fn propose_one_more() -> DispatchResult {
	Governance::propose(committee(), motion(None), ORDINARY, None, hash(1), place())
}

fn is_listed(id: ProposalId) -> bool {
	Listed::<Test>::get().iter().any(|listing| listing.proposal == id)
}

#[test]
fn the_committee_fills_only_its_own_room() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..8 {
			assert_ok!(propose_one_more());
		}
		assert_noop!(propose_one_more(), Error::<Test>::TooManyOpen);
		// Its elections are in it, too.
		assert_noop!(
			Governance::propose(committee(), election(3), ORDINARY, None, hash(1), place()),
			Error::<Test>::TooManyOpen
		);
		// Owners put motions and elections to the vote all the same.
		for question in [motion(None), election(3), motion(Some(work()))] {
			let id = petition_for(3, question);
			support(id, [4]);
			assert!(!matches!(state(id), State::Petition { .. }));
			sleep(NOTICE + WINDOW);
			if Governance::close(signed(TENANT), id).is_err() {
				assert_ok!(Governance::announce(signed(TENANT), id));
			}
		}
		assert_ok!(Governance::close(signed(TENANT), 3));
		assert_ok!(propose_one_more());
	});
}

#[test]
fn every_proposal_has_the_room_of_its_kind() {
	ExtBuilder::default().build_and_execute(|| {
		let room = |id| Rooms::<Test>::get(id);
		let of_committee = propose(motion(Some(work())), MAJOR);
		assert_eq!(room(of_committee), Some(Room::Committee));
		let collecting = petition_for(3, motion(None));
		assert_eq!(room(collecting), None);
		support(collecting, [4]);
		assert_eq!(room(collecting), Some(Room::Owners));
		for question in [election(3), motion(Some(work()))] {
			let id = petition_for(5, question);
			support(id, [6]);
			assert_eq!(room(id), Some(Room::Elections));
		}
		let id = NextProposal::<Test>::get();
		let buildings = Some(vec![2].try_into().unwrap());
		assert_ok!(Governance::petition(of(7), motion(None), ORDINARY, buildings, hash(2), place()));
		assert_eq!(room(id), Some(Room::Building(2)));
		assert_ok!(Governance::withdraw(committee(), of_committee));
		assert_eq!(room(of_committee), None);
		assert!(!OpenProposals::<Test>::contains_key(Room::Committee));
	});
}

/// Where each has a building of their own, a few dozen owners would fill the room of elections with recalls that all of
/// them put to the vote alone.
#[test]
fn a_recall_by_the_owners_of_a_building_takes_no_place_of_elections() {
	ExtBuilder::default().build_and_execute(|| {
		Register::begin_with((0u16..9).map(|building| flat(building, 9_000, building.into())).collect());
		for building in 0u16..9 {
			let (owner, buildings) = (OwnerId::from(building), Some(vec![building].try_into().unwrap()));
			let id = NextProposal::<Test>::get();
			assert_ok!(Governance::petition(of(owner), motion(Some(work())), MAJOR, buildings, hash(2), place()));
			assert_eq!(Rooms::<Test>::get(id), Some(Room::Building(building)));
			assert_eq!(Supported::<Test>::get(owner, Quota::Motions).to_vec(), [id]);
		}
		let id = petition_for(0, election(3));
		support(id, [1]);
		assert_eq!(Rooms::<Test>::get(id), Some(Room::Elections));
	});
}

#[test]
fn two_dozen_owners_do_not_keep_anybodys_petition_out() {
	ExtBuilder::default().build_and_execute(|| {
		crowd(150);
		ListedFrom::set(3);
		// Each makes two petitions and gives the rest of their support to the others'.
		let ids: Vec<_> =
			(0..24).flat_map(|owner| [petition_for(owner, motion(None)), petition_for(owner, motion(None))]).collect();
		assert!(Listed::<Test>::get().is_empty(), "a petitioner alone is not listed");
		for owner in 0..24 {
			let others = [ids[(2 * owner + 2) % 48], ids[(2 * owner + 4) % 48]];
			for id in others {
				support(id, [owner as OwnerId]);
			}
			let more = Governance::support(of(owner as OwnerId), ids[(2 * owner + 6) % 48]);
			assert_eq!(more, Err(Error::<Test>::TooManySupported.into()));
		}
		assert_eq!(Listed::<Test>::get().len(), 8, "the list is full of theirs");

		let id = petition_for(100, motion(None));
		support(id, 101..103);
		assert!(!is_listed(id), "no more supporters than theirs");
		support(id, [103]);
		assert!(is_listed(id));
		assert_eq!(Listed::<Test>::get().len(), 8);
		let unlisted = governance_events().into_iter().filter(|event| matches!(event, Event::PetitionUnlisted { .. }));
		assert_eq!(unlisted.count(), 1);
		assert_eq!(last_event(), Event::PetitionListed { proposal: id, supporters: 4 });
		// A fifth of 150 puts it to the owners.
		support(id, 104..130);
		assert!(matches!(state(id), State::Announced { .. }));
		assert!(!is_listed(id));
	});
}

#[test]
fn a_fifth_of_the_owners_does_not_fill_the_room_of_all() {
	ExtBuilder::default().build_and_execute(|| {
		crowd(50);
		for petitioner in 0..4 {
			let id = petition_for(petitioner, motion(None));
			support(id, (0..10).filter(|owner| *owner != petitioner));
			assert!(matches!(state(id), State::Announced { .. }));
		}
		let more = || Governance::petition(of(0), motion(None), ORDINARY, None, hash(2), place());
		assert_noop!(more(), Error::<Test>::TooManySupported);
		// They can still ask for an election, and others for whatever they like.
		let for_election = petition_for(0, election(3));
		support(for_election, 1..10);
		let id = petition_for(20, motion(None));
		support(id, 21..30);
		assert!(matches!(state(id), State::Announced { .. }));
		// What is closed no longer counts.
		sleep(NOTICE + WINDOW);
		assert_ok!(Governance::close(signed(TENANT), 0));
		assert_ok!(more());
	});
}

#[test]
fn a_full_room_is_left_at_the_close() {
	ExtBuilder::default().build_and_execute(|| {
		OpenProposals::<Test>::insert(Room::Owners, frame_support::BoundedVec::truncate_from(vec![70; 8]));
		let id = petition_for(3, motion(None));
		assert_noop!(Governance::support(of(4), id), Error::<Test>::TooManyOpen);
		OpenProposals::<Test>::remove(Room::Owners);
		support(id, [4]);
		cast_after_notice(id);
		assert!(!OpenProposals::<Test>::contains_key(Room::Owners));
	});
}

fn cast_after_notice(id: ProposalId) {
	sleep(NOTICE);
	cast_all(id, 0..OWNERS, Choice::For);
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
}

#[test]
fn a_petition_whose_time_is_over_gives_way() {
	ExtBuilder::default().build_and_execute(|| {
		crowd(50);
		for owner in 0..8 {
			let id = petition_for(owner, motion(None));
			support(id, [owner + 10, owner + 20]);
		}
		sleep(PETITION);
		let id = petition_for(40, motion(None));
		assert!(is_listed(id) && !is_listed(7), "the latest of those that are over");
		// Closing one makes room as well.
		assert_ok!(Governance::close(signed(TENANT), 2));
		assert!(!is_listed(2));
		assert_eq!(Listed::<Test>::get().len(), 7);
	});
}

#[test]
fn support_is_withdrawn_while_it_is_collected() {
	ExtBuilder::default().build_and_execute(|| {
		crowd(50);
		ListedFrom::set(2);
		let id = petition_for(0, motion(None));
		support(id, [1]);
		assert!(is_listed(id));
		let withdraw = |owner| Governance::withdraw_support(of(owner), id);
		assert_noop!(withdraw(0), Error::<Test>::OwnPetition);
		assert_noop!(withdraw(2), Error::<Test>::NotSupporter);
		assert_noop!(Governance::withdraw_support(of(1), 9), Error::<Test>::ProposalNotFound);
		assert_noop!(Governance::withdraw_support(signed(TENANT), id), Error::<Test>::NotOwner);
		assert_noop!(Governance::withdraw_support(signed(second(1)), id), Error::<Test>::NotRepresentative);
		assert_ok!(withdraw(1));
		assert_eq!(last_event(), Event::SupportWithdrawn { proposal: id, owner: 1, supporters: 1 });
		assert!(!is_listed(id));
		assert_noop!(withdraw(1), Error::<Test>::NotSupporter);
		assert_eq!(Supported::<Test>::get(1, Quota::Motions).len(), 0);
		// And given again.
		support(id, 1..9);
		let motion_id = propose(motion(None), ORDINARY);
		assert_noop!(Governance::withdraw_support(of(1), motion_id), Error::<Test>::NotCollecting);
		sleep(PETITION);
		assert_noop!(withdraw(1), Error::<Test>::PetitionOver);
	});
}
