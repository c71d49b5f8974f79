// SPDX-License-Identifier: Apache-2.0

//! Making, supporting, amending and withdrawing proposals (D28).

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok, traits::QueryPreimage};
use linli_primitives::Power;
use sp_runtime::{DispatchError, DispatchResult};

#[test]
fn the_committee_proposes_a_motion_and_the_notice_is_given() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(motion(None), ORDINARY);
		let (opens, closes) = (START + NOTICE, START + NOTICE + WINDOW);
		assert_eq!(state(id), State::Announced { at: START, opens, closes });
		assert_eq!(
			governance_events(),
			vec![
				Event::Proposed {
					proposal: 0,
					proposer: Proposer::Committee,
					class: ORDINARY,
					rule_book: 0,
					agenda: hash(1)
				},
				Event::Announced {
					proposal: 0,
					opens,
					closes,
					record_block: 0,
					total: Power { area: 141_000, heads: 10 },
					kind: tally::BallotKind::Open,
				},
			]
		);
		assert_eq!(OpenProposals::<Test>::get(Room::Committee).into_inner(), vec![id]);
		assert_noop!(
			Governance::propose(signed(TENANT), motion(None), ORDINARY, None, hash(1), place()),
			DispatchError::BadOrigin
		);
		// Half of the members are not a majority.
		let half = pallet_collective::RawOrigin::Members(2, 4).into();
		assert_noop!(
			Governance::propose(half, motion(None), ORDINARY, None, hash(1), place()),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn an_electorate_that_cannot_be_counted_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let petition = |buildings: Option<Vec<u16>>| {
			let buildings = buildings.map(|buildings| buildings.try_into().unwrap());
			Governance::petition(of(3), motion(None), ORDINARY, buildings, hash(2), place())
		};
		assert_ok!(petition(Some(vec![1, 2])));
		Countable::set(false);
		assert_noop!(petition(Some(vec![1])), Error::<Test>::TooManyBuildingSets);
		// The notice of an earlier petition cannot be given either.
		assert_noop!(Governance::support(of(4), 0), Error::<Test>::TooManyBuildingSets);
		assert_ok!(petition(None));
		assert_ok!(Governance::support(of(4), 1));
		assert!(matches!(state(1), State::Announced { .. }));
	});
}

#[test]
fn invalid_questions_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let try_it = |question, class, buildings: Option<Vec<u16>>| {
			let buildings = buildings.map(|buildings| buildings.try_into().unwrap());
			Governance::propose(committee(), question, class, buildings, hash(1), place())
		};
		assert_noop!(try_it(motion(None), 4, None), Error::<Test>::ClassNotFound);
		assert_noop!(try_it(motion(None), ORDINARY, Some(vec![])), Error::<Test>::ElectorateIsEmpty);
		assert_noop!(try_it(motion(None), ORDINARY, Some(vec![77])), Error::<Test>::ElectorateIsEmpty);
		let garbage = BoundedCallOf::<Test>::Inline(vec![255; 3].try_into().unwrap());
		let garbage = motion_by(garbage, Matter::Charges);
		assert_noop!(try_it(garbage, ORDINARY, None), Error::<Test>::CallUnreadable);
		assert_noop!(try_it(election(5), MAJOR, None), Error::<Test>::InvalidClass);
		assert_noop!(try_it(election(5), ORDINARY, Some(vec![1])), Error::<Test>::InvalidElectorate);
		for seats in [1, 4, 9] {
			assert_noop!(try_it(election(seats), ORDINARY, None), Error::<Test>::InvalidSeats);
		}
		for term in [YEAR - 1, 3 * YEAR + 1] {
			let question = Question::Election { seats: 5, term };
			assert_noop!(try_it(question, ORDINARY, None), Error::<Test>::InvalidTerm);
		}
		NextProposal::<Test>::put(u32::MAX);
		assert_noop!(try_it(motion(None), ORDINARY, None), Error::<Test>::Overflow);
		NextProposal::<Test>::put(0);
	});
	ExtBuilder(None).build_and_execute(|| {
		assert_noop!(
			Governance::propose(committee(), motion(None), ORDINARY, None, hash(1), place()),
			Error::<Test>::RuleBookNotFound
		);
	});
}

#[test]
fn the_class_is_checked_against_the_matter_that_is_declared() {
	let mut book = rule_book();
	book.matters.transfers = FOLLOW;
	ExtBuilder(Some(book)).build_and_execute(|| {
		let try_it = |call: Option<RuntimeCall>, matter, class| {
			let question = Question::Motion { call: call.map(bound), matter };
			Governance::propose(committee(), question, class, None, hash(1), place())
		};
		let remark = || Some(RuntimeCall::System(frame_system::Call::remark { remark: vec![1] }));
		for (matter, class) in [
			// Too low, or another class of the level, which may be easier to pass.
			(Matter::CommonParts, ORDINARY),
			(Matter::CommonParts, POLL),
			(Matter::Charges, FOLLOW),
			(Matter::Transfers, ORDINARY),
			(Matter::Charges, POLL),
		] {
			// With a call and without.
			assert_noop!(try_it(None, Some(matter), class), Error::<Test>::ClassTooLow);
			let call = remark();
			assert_noop!(try_it(call, Some(matter), class), Error::<Test>::ClassTooLow);
		}
		assert_noop!(try_it(remark(), None, MAJOR), Error::<Test>::MatterRequired);
		let petition = Governance::petition(
			of(3),
			Question::Motion { call: None, matter: Some(Matter::CommonParts) },
			ORDINARY,
			None,
			hash(1),
			place(),
		);
		assert_noop!(petition, Error::<Test>::ClassTooLow);
		for (matter, class) in [
			(Some(Matter::CommonParts), MAJOR),
			(Some(Matter::Charges), ORDINARY),
			(Some(Matter::Charges), MAJOR),
			(Some(Matter::Transfers), FOLLOW),
			(None, POLL),
		] {
			assert_ok!(try_it(None, matter, class));
		}
	});
}

#[test]
fn buildings_of_an_electorate_are_sorted_and_deduplicated() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose_in(motion(None), ORDINARY, Some(vec![2, 1, 2]));
		assert_eq!(Proposals::<Test>::get(id).unwrap().electorate.unwrap().into_inner(), vec![1, 2]);
		assert_eq!(Polls::<Test>::get(id).unwrap().total, Power { area: 141_000, heads: 10 });
		let one = propose_in(motion(None), ORDINARY, Some(vec![1]));
		assert_eq!(Polls::<Test>::get(one).unwrap().total, Power { area: 45_000, heads: 5 });
	});
}

#[test]
fn a_petition_succeeds_with_a_fifth_of_the_heads() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Governance::petition(of(3), motion(None), ORDINARY, None, hash(2), place()));
		assert_eq!(state(0), State::Petition { ends: START + PETITION, block: 0, heads: 10, supporters: 1 });
		assert!(governance_events().contains(&Event::Supported { proposal: 0, owner: 3, supporters: 1 }));
		assert_eq!(last_event(), Event::PetitionListed { proposal: 0, supporters: 1 });
		assert_eq!(OpenPetitions::<Test>::get(3), 1);
		assert_noop!(Governance::support(of(3), 0), Error::<Test>::AlreadySupported);
		assert_noop!(Governance::support(signed(TENANT), 0), Error::<Test>::NotOwner);
		assert_noop!(Governance::support(signed(second(4)), 0), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::support(of(4), 9), Error::<Test>::ProposalNotFound);
		assert_noop!(Governance::support(of(55), 0), Error::<Test>::NotEligibleToVote);
		assert_noop!(Governance::close(signed(TENANT), 0), Error::<Test>::PetitionRunning);
		sleep(PETITION - 1);
		// Two of ten are a fifth.
		assert_ok!(Governance::support(of(4), 0));
		assert!(matches!(state(0), State::Announced { .. }));
		assert!(governance_events().contains(&Event::Supported { proposal: 0, owner: 4, supporters: 2 }));
		assert_noop!(Governance::support(of(5), 0), Error::<Test>::NotCollecting);
		// The petition counts until its vote is closed.
		assert_eq!(OpenPetitions::<Test>::get(3), 1);
		sleep(NOTICE + WINDOW);
		assert_ok!(Governance::close(signed(TENANT), 0));
		assert_eq!(OpenPetitions::<Test>::get(3), 0);
	});
}

#[test]
fn a_petition_without_support_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Governance::petition(of(3), motion(None), ORDINARY, None, hash(2), place()));
		sleep(PETITION);
		assert_eq!(Governance::phase(0), Some(Phase::Expired));
		assert_noop!(Governance::support(of(4), 0), Error::<Test>::PetitionOver);
		assert_ok!(Governance::close(signed(TENANT), 0));
		assert_eq!(state(0), State::Lapsed { at: START + PETITION });
		assert_eq!(last_event(), Event::Lapsed { proposal: 0 });
		assert_eq!(OpenPetitions::<Test>::get(3), 0);
		assert!(Listed::<Test>::get().is_empty());
		assert_noop!(Governance::close(signed(TENANT), 0), Error::<Test>::NotClosable);
	});
}

#[test]
fn only_the_representative_of_an_eligible_owner_can_petition() {
	ExtBuilder::default().build_and_execute(|| {
		let try_it = |origin, buildings: Option<Vec<u16>>| {
			let buildings = buildings.map(|buildings| buildings.try_into().unwrap());
			Governance::petition(origin, motion(None), ORDINARY, buildings, hash(2), place())
		};
		assert_noop!(try_it(signed(TENANT), None), Error::<Test>::NotOwner);
		assert_noop!(try_it(signed(second(1)), None), Error::<Test>::NotRepresentative);
		assert_noop!(try_it(of(55), None), Error::<Test>::NotEligibleToVote);
		assert_noop!(try_it(of(5), Some(vec![1])), Error::<Test>::NotInElectorate);
		assert_ok!(try_it(of(5), None));
		assert_ok!(try_it(of(5), None));
		assert_noop!(try_it(of(5), None), Error::<Test>::TooManyPetitions);
		assert_ok!(Governance::withdraw(of(5), 0));
		// One of five is a fifth, so that the notice is given at once.
		assert_ok!(try_it(of(4), Some(vec![1])));
		assert!(matches!(state(2), State::Announced { .. }));
	});
}

#[test]
fn petitions_of_an_owner_with_enough_support_alone_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		let alone =
			|| Governance::petition(of(4), motion(None), ORDINARY, Some(vec![1].try_into().unwrap()), hash(2), place());
		assert_ok!(alone());
		assert_ok!(alone());
		assert!(matches!(state(1), State::Announced { .. }));
		assert_noop!(alone(), Error::<Test>::TooManyPetitions);
		sleep(NOTICE + WINDOW);
		assert_ok!(Governance::close(signed(TENANT), 0));
		assert_ok!(alone());
	});
}

#[test]
fn a_petition_with_enough_support_belongs_to_its_supporters() {
	ExtBuilder::default().build_and_execute(|| {
		for question in [motion(None), election(3)] {
			let id = NextProposal::<Test>::get();
			assert_ok!(Governance::petition(of(3), question, ORDINARY, None, hash(2), place()));
			assert_ok!(Governance::support(of(4), id));
			assert_noop!(Governance::withdraw(of(3), id), Error::<Test>::PetitionAlreadySucceeded);
		}
		assert!(matches!(state(0), State::Announced { .. }));
		assert_noop!(Governance::amend(of(3), 0, hash(9), place()), Error::<Test>::AlreadyAnnounced);
		assert!(matches!(state(1), State::Nominating { .. }));
		assert_noop!(Governance::amend(of(3), 1, hash(9), place()), Error::<Test>::PetitionAlreadySucceeded);
	});
}

#[test]
fn an_owner_who_sold_cannot_support_a_later_petition() {
	ExtBuilder::default().build_and_execute(|| {
		sleep(1);
		Register::sell(4, 3);
		assert_ok!(Governance::petition(of(5), motion(None), ORDINARY, None, hash(2), place()));
		// The sale is in the same block, after the petition's record date.
		assert!(matches!(state(0), State::Petition { heads: 10, .. }));
		sleep(1);
		assert_ok!(Governance::petition(of(5), motion(None), ORDINARY, None, hash(2), place()));
		assert!(matches!(state(1), State::Petition { heads: 9, .. }));
		assert_noop!(Governance::support(of(4), 1), Error::<Test>::NotEligibleToVote);
		assert_ok!(Governance::support(of(4), 0));
	});
}

#[test]
fn the_text_is_fixed_by_the_notice() {
	ExtBuilder::default().build_and_execute(|| {
		let amend = |origin, id| Governance::amend(origin, id, hash(9), place());
		let motion_id = propose(motion(None), ORDINARY);
		assert_noop!(amend(committee(), motion_id), Error::<Test>::AlreadyAnnounced);
		assert_noop!(amend(committee(), 9), Error::<Test>::ProposalNotFound);
		let election_id = propose(election(3), ORDINARY);
		assert_noop!(amend(of(1), election_id), Error::<Test>::NotProposer);
		assert_noop!(amend(signed(TENANT), election_id), Error::<Test>::NotOwner);
		assert_ok!(amend(committee(), election_id));
		assert_eq!(last_event(), Event::Amended { proposal: election_id, agenda: hash(9) });
		assert_eq!(Proposals::<Test>::get(election_id).unwrap().agenda, hash(9));
		sleep(NOMINATION);
		assert_noop!(amend(committee(), election_id), Error::<Test>::AlreadyAnnounced);
	});
}

/// A petitioner shows one text, and puts another in its place before the support that was signed for it lands.
#[test]
fn the_text_of_a_petition_is_fixed_from_the_beginning() {
	let mut book = rule_book();
	book.petition = linli_primitives::Fraction::new(1, 2);
	ExtBuilder(Some(book)).build_and_execute(|| {
		assert_ok!(Governance::petition(of(3), motion(None), ORDINARY, None, hash(2), place()));
		assert_noop!(Governance::amend(of(3), 0, hash(9), place()), Error::<Test>::NotAmendable);
		assert_noop!(Governance::amend(committee(), 0, hash(9), place()), Error::<Test>::NotProposer);
		// A mistake is mended by another petition, which nobody supports unawares.
		assert_ok!(Governance::withdraw(of(3), 0));
		assert_ok!(Governance::petition(of(3), motion(None), ORDINARY, None, hash(9), place()));
		assert_noop!(Governance::support(of(4), 0), Error::<Test>::NotCollecting);
	});
}

#[test]
fn a_proposal_is_withdrawn_before_the_vote() {
	ExtBuilder::default().build_and_execute(|| {
		let long = RuntimeCall::System(frame_system::Call::remark { remark: vec![7; 500] });
		let id = propose(motion(Some(long)), ORDINARY);
		let BoundedCallOf::<Test>::Lookup { hash: preimage, .. } =
			bound(frame_system::Call::<Test>::remark { remark: vec![7; 500] })
		else {
			panic!("the call is long")
		};
		assert!(Preimage::is_requested(&preimage));
		assert_noop!(Governance::withdraw(of(1), id), Error::<Test>::NotProposer);
		assert_ok!(Governance::withdraw(committee(), id));
		assert_eq!(state(id), State::Withdrawn { at: START });
		assert_eq!(last_event(), Event::Withdrawn { proposal: id });
		assert_eq!(Polls::<Test>::get(id), None);
		assert_noop!(Governance::withdraw(committee(), id), Error::<Test>::AlreadyConcluded);
		assert_noop!(cast(id, 1, tally::Choice::For), Error::<Test>::PollNotFound);

		let election_id = propose(election(3), ORDINARY);
		assert_ok!(Governance::withdraw(committee(), election_id));

		let late = vote_on(None, ORDINARY);
		assert_noop!(Governance::withdraw(committee(), late), Error::<Test>::VotingAlreadyOpen);
		assert_noop!(Governance::withdraw(committee(), 9), Error::<Test>::ProposalNotFound);

		assert_ok!(Governance::petition(of(3), motion(None), ORDINARY, None, hash(2), place()));
		let petition = NextProposal::<Test>::get() - 1;
		assert_noop!(Governance::withdraw(of(4), petition), Error::<Test>::NotProposer);
		assert_ok!(Governance::withdraw(of(3), petition));
		assert_eq!(OpenPetitions::<Test>::get(3), 0);
	});
}

#[test]
fn a_withdrawn_motion_releases_its_preimage() {
	ExtBuilder::default().build_and_execute(|| {
		let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![7; 500] });
		let bytes = codec::Encode::encode(&call);
		assert_ok!(Preimage::note_preimage(signed(acc(1)), bytes.clone()));
		let preimage = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
		let question =
			motion_by(BoundedCallOf::<Test>::Lookup { hash: preimage, len: bytes.len() as u32 }, Matter::Community);
		assert!(!Preimage::is_requested(&preimage));
		let id = propose(question, ORDINARY);
		assert!(Preimage::is_requested(&preimage));
		assert_ok!(Governance::withdraw(committee(), id));
		assert!(!Preimage::is_requested(&preimage));
	});
}

#[test]
fn a_full_agenda_is_reported_and_does_not_fail_the_call() {
	ExtBuilder::default().build_and_execute(|| {
		use frame_support::traits::schedule::{v3::Anon, DispatchTime};
		let closes = System::block_number() + (NOTICE + WINDOW + LATE) / BLOCK_TIME;
		for _ in 0..10 {
			let call = bound(frame_system::Call::<Test>::remark { remark: vec![] });
			assert_ok!(<Scheduler as Anon<_, _, _>>::schedule(
				DispatchTime::At(closes),
				None,
				100,
				frame_system::RawOrigin::Root.into(),
				call
			));
		}
		let id = propose(motion(None), ORDINARY);
		assert_eq!(last_event(), Event::NotScheduled { proposal: id });
		sleep(NOTICE + WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
	});
}

#[test]
fn a_call_on_another_matter_than_declared_is_refused_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		MattersKnown::set(true);
		let mismatch = || -> DispatchResult { Err(Error::<Test>::MatterMismatch.into()) };
		let propose = |question, class| Governance::propose(committee(), question, class, None, hash(1), place());
		let on = |matter| motion_by(bound(work()), matter);
		// A class that suffices for what is declared, and one of a higher level.
		assert_eq!(propose(on(Matter::Charges), ORDINARY), mismatch());
		assert_eq!(propose(on(Matter::RuleBook), MAJOR), mismatch());
		assert_eq!(Governance::petition(of(3), on(Matter::Charges), ORDINARY, None, hash(1), place()), mismatch());
		// Each option is looked at.
		let among = |call: RuntimeCall| Question::Options {
			options: vec![None, Some(bound(work())), Some(bound(call))].try_into().unwrap(),
			matter: Some(Matter::Runtime),
		};
		let other = crate::Call::<Test>::set_rule_book { rule_book: rule_book() };
		assert_eq!(propose(among(other.into()), MAJOR), mismatch());
		assert_ok!(propose(among(work()), MAJOR));
		assert_ok!(propose(on(Matter::Runtime), MAJOR));
	});
}

#[test]
fn the_owners_of_some_buildings_are_not_asked_about_what_all_decide() {
	ExtBuilder::default().build_and_execute(|| {
		MattersKnown::set(true);
		let building = || Some(vec![2].try_into().unwrap());
		let ask = |question| Governance::petition(of(7), question, MAJOR, building(), hash(1), place());
		let refused = || -> DispatchResult { Err(Error::<Test>::InvalidElectorate.into()) };
		assert_eq!(ask(motion(Some(work()))), refused());
		let options = vec![None, Some(bound(work()))].try_into().unwrap();
		assert_eq!(ask(Question::Options { options, matter: Some(Matter::Runtime) }), refused());
		let remark = frame_system::Call::<Test>::remark { remark: vec![1] };
		assert_ok!(ask(motion(Some(remark.into()))));
		assert_ok!(Governance::propose(committee(), motion(Some(work())), MAJOR, None, hash(1), place()));
	});
}
