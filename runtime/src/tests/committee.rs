// SPDX-License-Identifier: Apache-2.0

//! The committee's word: it ends with its term, and with too few members to speak for all seats.

use super::{deciding::*, *};
use crate::configs::assembly::{CommitteeCollective, MotionDuration};
use codec::Encode;
use frame_support::{assert_ok, weights::Weight};
use linli_primitives::{calendar::DAY, Area, Role};
use pallet_linli_governance::{
	tally::Choice,
	types::{Proposer, Room, State},
	Call,
};
use sp_runtime::{traits::Hash as _, DispatchError};
use Sr25519Keyring::{Alice, Ferdie, One};

/// Calls that take the committee, in several pallets. Each asks for its origin before anything else.
fn calls() -> Vec<RuntimeCall> {
	let remark = frame_system::Call::<Runtime>::remark { remark: vec![] };
	let propose = Call::<Runtime>::propose {
		question: motion(remark),
		class: ORDINARY,
		electorate: None,
		agenda: hash(1),
		place: Default::default(),
	};
	let refuse = pallet_linli_expenses::Call::<Runtime>::refuse { expense: 9, reason: hash(2) };
	let rule = pallet_linli_sharing::Call::<Runtime>::rule { booking: 9, award: Default::default(), document: hash(3) };
	let withdraw = pallet_linli_projects::Call::<Runtime>::withdraw_claim { project: 9 };
	vec![propose.into(), refuse.into(), rule.into(), withdraw.into()]
}

/// The result of the motion that was carried out last.
fn executed() -> DispatchResult {
	let executed = System::events().into_iter().rev().find_map(|record| match record.event {
		RuntimeEvent::CommitteeMotions(pallet_collective::Event::Executed { result, .. }) => Some(result),
		_ => None,
	});
	executed.unwrap()
}

/// One member makes the call by a motion that needs no other vote.
fn alone(member: Sr25519Keyring, call: RuntimeCall) -> DispatchResult {
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	let length_bound = u32::try_from(call.encoded_size()).unwrap();
	assert_ok!(run(member, Motion::propose { threshold: 1, proposal: Box::new(call), length_bound }));
	executed()
}

#[test]
fn a_committee_decides_nothing_after_its_term() {
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	village_with_committee().execute_with(|| {
		for call in calls() {
			assert_ne!(committee(call.clone()), Err(DispatchError::BadOrigin), "{call:?}");
		}
		// All agree on the same once more, and nobody closes it in time.
		let ends = Committee::committee().term.unwrap().ends;
		block_at(ends - DAY);
		let open: Vec<_> = calls()
			.into_iter()
			.map(|call| {
				let length_bound = u32::try_from(call.encoded_size()).unwrap();
				let motion = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
				let index = pallet_collective::ProposalCount::<Runtime, CommitteeCollective>::get();
				assert_ok!(run(Alice, Motion::propose { threshold: 2, proposal: Box::new(call), length_bound }));
				for (member, _) in OWNERS {
					assert_ok!(run(member, Motion::vote { proposal: motion, index, approve: true }));
				}
				(motion, index, length_bound)
			})
			.collect();
		block_at(ends + 365 * DAY);
		// The collective still has its members.
		assert_eq!(pallet_collective::Members::<Runtime, CommitteeCollective>::get().len(), 2);
		for (proposal_hash, index, length_bound) in open {
			let proposal_weight_bound = Weight::MAX;
			assert_ok!(run(Ferdie, Motion::close { proposal_hash, index, proposal_weight_bound, length_bound }));
			assert_eq!(executed(), Err(DispatchError::BadOrigin));
		}
		let remark = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
		let more = Motion::propose { threshold: 2, proposal: Box::new(remark), length_bound: 100 };
		assert_eq!(run(Alice, more), Err(pallet_linli_committee::Error::<Runtime>::NotMember.into()));
	});
}

#[test]
fn one_of_two_left_decides_nothing_and_the_owners_elect_again() {
	village_with_committee().execute_with(|| {
		let proposal = pallet_linli_governance::NextProposal::<Runtime>::get();
		assert_ok!(run(One, pallet_linli_committee::Call::resign {}));
		for call in calls() {
			assert_eq!(alone(Alice, call.clone()), Err(DispatchError::BadOrigin), "{call:?}");
		}
		// The chain has called the election.
		let by_election = pallet_linli_governance::Proposals::<Runtime>::get(proposal).unwrap();
		assert_eq!(by_election.proposer, Proposer::Vacancies);
		let State::Nominating { ends } = by_election.state else { panic!("{:?}", by_election.state) };
		let again = pallet_linli_committee::Call::<Runtime>::call_by_election {};
		assert_eq!(
			run(Ferdie, again.clone()),
			Err(pallet_linli_governance::Error::<Runtime>::ElectionAlreadyOpen.into())
		);
		nominate(proposal);
		block_at(ends);
		assert_ok!(run(Ferdie, Call::announce { proposal }));
		vote_and_close(proposal, Choice::Approve { candidates: 0b11 });
		let State::Passed { enact_at, .. } = state(proposal) else { panic!("{:?}", state(proposal)) };
		block_at(enact_at);
		assert_ok!(enact(proposal));
		assert_enacted(proposal);
		assert_eq!(run(Ferdie, again), Err(pallet_linli_committee::Error::<Runtime>::SeatsStillHeld.into()));
		for call in calls() {
			assert_ne!(committee(call.clone()), Err(DispatchError::BadOrigin), "{call:?}");
		}
		assert_books_close();
	});
}

#[test]
fn a_petition_for_a_recall_has_the_room_of_elections() {
	village_with_committee().execute_with(|| {
		let room = |id| pallet_linli_governance::Rooms::<Runtime>::get(id);
		let election = Committee::committee().term.unwrap().election;
		let recall = pallet_linli_committee::Call::<Runtime>::recall { owner: OWNERS[1].1, election };
		assert_eq!(room(petition(motion(recall), ORDINARY, None)), Some(Room::Elections));
		let remark = frame_system::Call::<Runtime>::remark { remark: vec![] };
		assert_eq!(room(petition(motion(remark), ORDINARY, None)), Some(Room::Owners));
	});
}

#[test]
fn a_petition_to_recall_several_members_has_it_too() {
	village_with_committee().execute_with(|| {
		let room = |id| pallet_linli_governance::Rooms::<Runtime>::get(id);
		let election = Committee::committee().term.unwrap().election;
		let recall = |owner| RuntimeCall::from(pallet_linli_committee::Call::<Runtime>::recall { owner, election });
		let several = OWNERS.map(|(_, owner)| recall(owner)).to_vec();
		let several = pallet_utility::Call::<Runtime>::batch_all { calls: several };
		assert_eq!(room(petition(motion(several), ORDINARY, None)), Some(Room::Elections));
		// Nothing else comes in with a recall.
		let remark = RuntimeCall::from(frame_system::Call::<Runtime>::remark { remark: vec![] });
		let mixed = pallet_utility::Call::<Runtime>::batch_all { calls: vec![recall(0), remark] };
		assert_eq!(room(petition(motion(mixed), ORDINARY, None)), Some(Room::Owners));
	});
}

#[test]
fn a_committee_does_not_decide_in_place_of_the_owners() {
	village_with_committee().execute_with(|| {
		let (_, rule_book) = Governance::current_rule_book().unwrap();
		let election = Committee::committee().term.unwrap().election;
		let from = super::spending::this_month();
		let device = account(Ferdie);
		let rate = pallet_linli_fees::Call::<Runtime>::set_rate { charge: 0, from, rate: 1, tiers: Default::default() };
		let appoint = pallet_linli_registry::Call::<Runtime>::appoint { role: Role::Device, account: device };
		let area = pallet_linli_registry::Call::<Runtime>::set_building_area { building: 2, area: Area::MAX };
		let transfers = pallet_linli_cashier::Call::<Runtime>::set_free_transfers { allowed: true };
		let recall = pallet_linli_committee::Call::<Runtime>::recall { owner: OWNERS[1].1, election };
		let upgrade = pallet_linli_community::Call::<Runtime>::authorize_upgrade { code_hash: hash(4) };
		let hand_over = pallet_linli_community::Call::<Runtime>::hand_over {};
		let rules = Call::<Runtime>::set_rule_book { rule_book };
		let calls: Vec<RuntimeCall> = vec![
			rate.into(),
			appoint.into(),
			area.into(),
			transfers.into(),
			recall.into(),
			upgrade.into(),
			hand_over.into(),
			rules.into(),
		];
		for call in calls {
			assert_eq!(committee(call.clone()), Err(DispatchError::BadOrigin), "{call:?}");
		}
	});
}

#[test]
fn nobody_speaks_for_members_who_say_nothing() {
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	village_with_committee().execute_with(|| {
		let call = RuntimeCall::from(frame_system::Call::<Runtime>::remark { remark: vec![] });
		let length_bound = u32::try_from(call.encoded_size()).unwrap();
		let motion = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
		let index = pallet_collective::ProposalCount::<Runtime, CommitteeCollective>::get();
		assert_ok!(run(Alice, Motion::propose { threshold: 2, proposal: Box::new(call), length_bound }));
		assert_ok!(run(Alice, Motion::vote { proposal: motion, index, approve: true }));
		let close = || Motion::close { proposal_hash: motion, index, proposal_weight_bound: Weight::MAX, length_bound };
		let early = pallet_collective::Error::<Runtime, CommitteeCollective>::TooEarly;
		assert_eq!(run(Ferdie, close()), Err(early.into()));
		System::set_block_number(System::block_number() + MotionDuration::get());
		assert_ok!(run(Ferdie, close()));
		let lost = pallet_collective::Event::Disapproved { proposal_hash: motion };
		System::assert_has_event(RuntimeEvent::CommitteeMotions(lost));
	});
}
