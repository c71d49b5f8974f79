// SPDX-License-Identifier: Apache-2.0

use super::{deciding::*, transactions::*, *};
use crate::configs::assembly::CommitteeCollective;
use codec::Encode;
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, weights::Weight};
use linli_primitives::Role;
use pallet_linli_governance::{
	tally::Choice,
	types::{Level, Matter, Question, RuleBook, State},
	Call,
};
use serde_json::json;
use sp_runtime::{
	traits::{Dispatchable, Hash as _},
	DispatchError,
};
use Sr25519Keyring::{Alice, Eve, Ferdie, One, Two};

/// The month from which the new rate applies: after every vote of these tests.
const NEXT_SUMMER: Period = Period { year: 2027, month: 7 };

fn set_rate() -> RuntimeCall {
	pallet_linli_fees::Call::set_rate { charge: 0, from: NEXT_SUMMER, rate: 300, tiers: Default::default() }.into()
}

fn rate() -> Option<Balance> {
	Fees::rate_in(0, NEXT_SUMMER)
}

/// The village's rule book without proxies.
fn without_proxies() -> RuleBook {
	let (_, book) = Governance::current_rule_book().unwrap();
	RuleBook { proxies_per_holder: 0, ..book }
}

#[test]
fn a_decision_changes_a_rate() {
	village().execute_with(|| {
		for owner in [Alice, One] {
			assert_noop!(run(owner, set_rate()), DispatchError::BadOrigin);
		}
		assert_enacted(decide_by(set_rate(), ORDINARY, None));
		assert_eq!(rate(), Some(300));
		assert_books_close();
	});
}

#[test]
fn the_owners_of_some_buildings_do_not_decide_for_all() {
	village().execute_with(|| {
		assert_not_for_a_building(set_rate(), MAJOR);
		// Nor is it made by a decision of theirs that was taken all the same.
		let (class, level, electorate) = (MAJOR, Level::Major, Some(vec![1].try_into().unwrap()));
		let decided = pallet_linli_governance::Origin::Decided {
			proposal: 0,
			rule_book: 0,
			class,
			level,
			electorate,
			matter: Matter::Charges,
		};
		let made = set_rate().dispatch(decided.into()).map_err(|error| error.error);
		assert_eq!(made, Err(DispatchError::BadOrigin));
		assert_eq!(rate(), Some(280));
	});
}

#[test]
fn an_ordinary_decision_does_not_do_what_wants_a_major_one() {
	village().execute_with(|| {
		let book = without_proxies();
		let call = || RuntimeCall::from(Call::<Runtime>::set_rule_book { rule_book: book.clone() });
		assert_class_too_low(call(), ORDINARY);
		assert_ne!(Governance::current_rule_book().unwrap().1, book);
		assert_enacted(decide_by(call(), MAJOR, None));
		assert_eq!(Governance::current_rule_book(), Some((1, book)));
	});
}

#[test]
fn the_runtime_is_changed_by_major_decision() {
	village().execute_with(|| {
		let code_hash = Hash::repeat_byte(3);
		let call = || RuntimeCall::from(pallet_linli_community::Call::<Runtime>::authorize_upgrade { code_hash });
		assert_noop!(run(Alice, call()), DispatchError::BadOrigin);
		assert_class_too_low(call(), ORDINARY);
		assert!(System::authorized_upgrade().is_none());
		assert_enacted(decide_by(call(), MAJOR, None));
		assert_eq!(System::authorized_upgrade().unwrap().code_hash(), &code_hash);
	});
}

#[test]
fn the_offset_is_changed_by_ordinary_decision() {
	village().execute_with(|| {
		let offset = UtcOffset::from_minutes(420).unwrap();
		let call = pallet_linli_community::Call::<Runtime>::set_utc_offset { month: NEXT_SUMMER, offset };
		assert_enacted(decide_by(call, ORDINARY, None));
		let scheduled = crate::Community::facts().scheduled.unwrap();
		assert_eq!((scheduled.month, scheduled.offset), (NEXT_SUMMER, offset));
	});
}

#[test]
fn offices_are_given_and_taken_by_ordinary_decision() {
	village().execute_with(|| {
		let appoint = pallet_linli_registry::Call::<Runtime>::appoint { role: Role::Auditor, account: account(Two) };
		assert_noop!(run(Alice, appoint.clone()), DispatchError::BadOrigin);
		assert_enacted(decide_by(appoint, ORDINARY, None));
		let dismiss = pallet_linli_registry::Call::<Runtime>::dismiss { role: Role::Auditor, account: account(Eve) };
		assert_enacted(decide_by(dismiss, ORDINARY, None));
		assert_eq!(Registry::holders(Role::Auditor), vec![account(Two)]);
	});
}

#[test]
fn every_law_pack_builds_into_genesis() {
	for id in genesis::law_packs() {
		village_with(genesis::law_pack(id).unwrap()).execute_with(|| {
			let (version, book) = Governance::current_rule_book().unwrap();
			assert_eq!(version, 0, "{id}");
			assert_eq!(book.validate(), Ok(()), "{id}");
			for matter in [Matter::RuleBook, Matter::Runtime] {
				assert_eq!(book.level_of(matter), Some(Level::Major), "{id}");
			}
			// The rules work: an owner's petition is accepted.
			petition(motion(set_rate()), book.matters.charges, None);
			assert_books_close();
		});
	}
}

#[test]
fn a_motion_of_the_committee_opens_a_proposal() {
	village_of_two().execute_with(|| {
		seat_committee();
		let next = pallet_linli_governance::NextProposal::<Runtime>::get();
		let propose = Call::<Runtime>::propose {
			question: motion(set_rate()),
			class: ORDINARY,
			electorate: None,
			agenda: Hash::repeat_byte(2),
			place: Default::default(),
		};
		// A single member cannot do so.
		assert_noop!(run(Alice, propose.clone()), DispatchError::BadOrigin);
		let call = RuntimeCall::from(propose);
		let length_bound = u32::try_from(call.encoded_size()).unwrap();
		let hash = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
		type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
		let vote = Motion::vote { proposal: hash, index: 0, approve: true };
		let close = Motion::close { proposal_hash: hash, index: 0, proposal_weight_bound: Weight::MAX, length_bound };
		assert_ok!(run(Alice, Motion::propose { threshold: 2, proposal: Box::new(call), length_bound }));
		assert_ok!(run(Alice, vote.clone()));
		assert_noop!(run(Alice, close.clone()), pallet_collective::Error::<Runtime, CommitteeCollective>::TooEarly);
		assert_ok!(run(One, vote));
		assert_ok!(run(One, close));
		assert!(matches!(state(next), State::Announced { .. }));
		// The resulting decision has the same force as one on an owner's petition.
		vote_and_close(next, Choice::For);
	});
}

#[test]
fn owners_recall_a_member_of_the_committee_that_they_name() {
	use pallet_linli_committee::{Call as Seat, Error as Refusal, Seats};
	let members = || {
		let mut owners: Vec<_> = Seats::<Runtime>::get().into_iter().map(|member| member.owner).collect();
		owners.sort();
		owners
	};
	village_of_two().execute_with(|| {
		let ((_, alices), (_, ones)) = (OWNERS[0], OWNERS[1]);
		let recall = |election| RuntimeCall::from(Seat::<Runtime>::recall { owner: ones, election });
		assert_failed(decide_by(recall(0), ORDINARY, None), Refusal::<Runtime>::CommitteeNotFound);
		seat_committee();
		assert_eq!(members(), vec![alices, ones]);
		let election = Committee::committee().term.unwrap().election;
		// Neither a signer, nor the bootstrap key, nor the owners of some buildings.
		assert_noop!(run(Alice, recall(election)), DispatchError::BadOrigin);
		assert_noop!(Committee::recall(key_origin(), ones, election), DispatchError::BadOrigin);
		assert_not_for_a_building(recall(election), MAJOR);
		assert_failed(decide_by(recall(election + 1), ORDINARY, None), Refusal::<Runtime>::CommitteeMismatch);
		assert_enacted(decide_by(recall(election), ORDINARY, None));
		assert_eq!(members(), vec![alices]);
		assert_eq!(pallet_collective::Members::<Runtime, CommitteeCollective>::get(), [account(Alice)]);
		assert_books_close();
	});
}

#[test]
fn seats_change_hands_for_free() {
	use pallet_linli_committee::Call as Seat;
	let election = json!({ "seats_min": 1, "odd": false, "arrears_bar": false });
	let patch = json!({ "governance": { "ruleBook": { "election": election } }, "cashier": { "opening": [] } });
	village_with(patch).execute_with(|| {
		begin_block();
		let resign = || signed(One, Seat::<Runtime>::resign {});
		assert_eq!(validate(resign()), broke(), "what would fail is not free");
		seat_committee();
		begin_block();
		assert_ok!(validate(resign()));
		assert_eq!(validate(signed(One, Seat::<Runtime>::take_seat {})), broke());
		assert_ok!(Executive::apply_extrinsic(resign()).unwrap());
		assert_eq!(pallet_collective::Members::<Runtime, CommitteeCollective>::get(), [account(Alice)]);
	});
}

/// Advances to the beginning of block `to` without missing a slot: the scheduler runs before the block's own timestamp
/// is set.
fn pass_slots(to: BlockNumber) {
	let began = <Timestamp as Time>::now();
	let at = |block: BlockNumber, number: BlockNumber| began + u64::from(block - number) * crate::configs::system::SLOT;
	let number = System::block_number();
	pallet_timestamp::Now::<Runtime>::put(at(to - 1, number));
	System::set_block_number(to);
	// Nothing is scheduled in between; the scheduler would need days of blocks to iterate over the skipped ones.
	pallet_scheduler::IncompleteSince::<Runtime>::kill();
	Scheduler::on_initialize(to);
	pallet_timestamp::Now::<Runtime>::put(at(to, number));
}

/// The next block with a scheduled task.
fn next_scheduled() -> BlockNumber {
	let agendas = pallet_scheduler::Agenda::<Runtime>::iter();
	let waiting = agendas.filter(|(block, tasks)| *block > System::block_number() && tasks.iter().any(Option::is_some));
	waiting.map(|(block, _)| block).min().unwrap()
}

#[test]
fn a_vote_closes_and_its_decision_is_enacted_by_itself() {
	village().execute_with(|| {
		let proposal = petition(motion(set_rate()), ORDINARY, None);
		let poll = pallet_linli_governance::Polls::<Runtime>::get(proposal).unwrap();
		let slots = (poll.opens - <Timestamp as Time>::now()).div_ceil(crate::configs::system::SLOT);
		pass_slots(System::block_number() + u32::try_from(slots).unwrap());
		for (owner, _) in OWNERS {
			assert_ok!(run(owner, cast(proposal, Choice::For)));
		}
		pass_slots(next_scheduled());
		assert!(matches!(state(proposal), State::Passed { .. }), "{:?}", state(proposal));
		pass_slots(next_scheduled());
		assert_enacted(proposal);
		assert_eq!(rate(), Some(300));
	});
}

#[test]
fn a_device_pays_for_a_reading_that_would_be_refused() {
	village_with(json!({ "cashier": { "opening": [] } })).execute_with(|| {
		begin_block();
		// There is no such meter. Officers answer for what they record.
		let reading = || pallet_linli_meters::Call::<Runtime>::record { meter: 0, value: 1, at: 1 };
		assert_eq!(validate(signed(Ferdie, reading())), broke());
		assert_ok!(validate(signed(Eve, reading())));
	});
}

#[test]
fn a_motion_that_one_member_makes_alone_is_not_free() {
	let mut patch = rules_for_two();
	genesis::json_merge(&mut patch, json!({ "cashier": { "opening": [] } }));
	village_with(patch).execute_with(|| {
		seat_committee();
		begin_block();
		let propose = |threshold| {
			let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
			let length_bound = u32::try_from(call.encoded_size()).unwrap();
			let proposal = Box::new(call);
			pallet_collective::Call::<Runtime, CommitteeCollective>::propose { threshold, proposal, length_bound }
		};
		assert_ok!(validate(signed(One, propose(2))));
		for threshold in [0, 1] {
			assert_eq!(validate(signed(One, propose(threshold))), broke());
		}
	});
}

#[test]
fn no_member_fills_all_places_for_motions() {
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	let mut patch = rules_for_two();
	genesis::json_merge(&mut patch, json!({ "cashier": { "opening": [] } }));
	village_with(patch).execute_with(|| {
		seat_committee();
		begin_block();
		let [(first, _), (second, _)] = OWNERS;
		let remark = |byte| RuntimeCall::System(frame_system::Call::remark { remark: vec![byte] });
		let length_bound = u32::try_from(remark(0).encoded_size()).unwrap();
		let propose = |byte| Motion::propose { threshold: 2, proposal: Box::new(remark(byte)), length_bound };
		// Two members share 32 places.
		for byte in 0..16 {
			assert_ok!(validate(signed(first, propose(byte))));
			assert_ok!(run(first, propose(byte)));
		}
		assert_eq!(validate(signed(first, propose(16))), broke(), "no place left");
		assert_eq!(run(first, propose(16)), Err(pallet_linli_committee::Error::<Runtime>::TooManyMotions.into()),);
		assert_eq!(validate(signed(second, propose(0))), broke(), "it is open already");
		let inexact = Motion::propose { threshold: 2, proposal: Box::new(remark(99)), length_bound: length_bound + 1 };
		assert_eq!(validate(signed(second, inexact)), broke());
		assert_ok!(run(second, propose(16)));

		// A vote is free once, on a motion that there is.
		let motion = |byte| <Runtime as frame_system::Config>::Hashing::hash_of(&remark(byte));
		let vote = |byte, index, approve| Motion::vote { proposal: motion(byte), index, approve };
		assert_eq!(validate(signed(second, vote(99, 0, true))), broke(), "there is none");
		assert_eq!(validate(signed(second, vote(0, 1, true))), broke(), "another number");
		assert_ok!(validate(signed(second, vote(0, 0, true))));
		assert_ok!(run(second, vote(0, 0, true)));
		assert_eq!(validate(signed(second, vote(0, 0, true))), broke(), "voted already");
		assert_eq!(validate(signed(second, vote(0, 0, false))), broke(), "voted already");
		let alone = Motion::propose { threshold: 3, proposal: Box::new(remark(98)), length_bound };
		assert_eq!(validate(signed(second, alone)), broke(), "two members cannot carry it");

		// What is closed makes room.
		assert_ok!(run(first, vote(0, 0, true)));
		let weight = remark(0).get_dispatch_info().call_weight;
		let close = Motion::close { proposal_hash: motion(0), index: 0, proposal_weight_bound: weight, length_bound };
		assert_ok!(run(first, close));
		assert_ok!(validate(signed(first, propose(17))));
	});
}

#[test]
fn accepting_and_leaving_a_home_is_free_for_its_resident() {
	type Register = pallet_linli_registry::Call<Runtime>;
	let mut patch = rules_for_two();
	genesis::json_merge(&mut patch, json!({ "cashier": { "opening": [] } }));
	village_with(patch).execute_with(|| {
		let until = <Timestamp as Time>::now() + linli_primitives::calendar::DAY;
		let leave = || Register::dismiss_resident { unit: 0, account: account(Ferdie) };
		let [(owner, _), (other, _)] = OWNERS;
		let accept = || Register::accept_residence { unit: 0 };
		assert_eq!(validate(signed(Ferdie, leave())), broke(), "not a resident");
		assert_eq!(validate(signed(Ferdie, accept())), broke(), "not named");
		assert_ok!(run(owner, Register::name_resident { unit: 0, account: account(Ferdie), until }));
		assert_eq!(validate(signed(other, leave())), broke(), "a stranger");
		assert_eq!(validate(signed(owner, leave())), broke(), "the owner can pay");
		assert_ok!(validate(signed(Ferdie, accept())));
		assert_ok!(Executive::apply_extrinsic(signed(Ferdie, accept())).unwrap());
		assert_eq!(validate(signed(Ferdie, accept())), broke(), "it is done");
		assert_ok!(validate(signed(Ferdie, leave())));
		assert_ok!(Executive::apply_extrinsic(signed(Ferdie, leave())).unwrap());
		assert_eq!(validate(signed(Ferdie, leave())), broke(), "it is done");
	});
}

#[test]
fn closing_a_motion_is_free_once_with_what_it_needs() {
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	let mut patch = rules_for_two();
	genesis::json_merge(&mut patch, json!({ "cashier": { "opening": [] } }));
	village_with(patch).execute_with(|| {
		seat_committee();
		begin_block();
		let [(first, _), (second, _)] = OWNERS;
		let remark = |byte| RuntimeCall::System(frame_system::Call::remark { remark: vec![byte] });
		let motion = |byte| <Runtime as frame_system::Config>::Hashing::hash_of(&remark(byte));
		let weight = remark(0).get_dispatch_info().call_weight;
		let length = u32::try_from(remark(0).encoded_size()).unwrap();
		let close = |proposal_hash, index, proposal_weight_bound, length_bound| Motion::close {
			proposal_hash,
			index,
			proposal_weight_bound,
			length_bound,
		};
		let propose = |byte| Motion::propose { threshold: 2, proposal: Box::new(remark(byte)), length_bound: length };
		let vote = |byte, index, approve| Motion::vote { proposal: motion(byte), index, approve };
		let right = || close(motion(0), 0, weight, length);
		assert_eq!(validate(signed(first, right())), broke(), "there is none");
		assert_ok!(run(first, propose(0)));
		assert_ok!(run(first, vote(0, 0, true)));
		assert_eq!(validate(signed(first, right())), broke(), "it is not decided");
		assert_ok!(run(second, vote(0, 0, true)));
		let byte = Weight::from_parts(0, 1);
		for wrong in [
			close(motion(1), 0, weight, length),
			close(motion(0), 1, weight, length),
			close(motion(0), 0, weight + byte, length),
			close(motion(0), 0, weight * 1_000, length),
			close(motion(0), 0, Weight::zero(), length),
			close(motion(0), 0, weight, length + 1),
			close(motion(0), 0, weight, length - 1),
		] {
			assert_eq!(validate(signed(first, wrong.clone())), broke(), "{wrong:?}");
		}
		assert_eq!(validate(signed(Ferdie, right())), broke(), "not a member");
		assert_ok!(validate(signed(second, right())));
		assert_ok!(Executive::apply_extrinsic(signed(first, right())).unwrap());
		assert_eq!(validate(signed(second, right())), broke(), "it is closed");

		// One that is lost runs nothing: it needs no bounds.
		assert_ok!(run(first, propose(1)));
		assert_ok!(run(second, vote(1, 1, false)));
		assert_eq!(validate(signed(first, close(motion(1), 1, weight + byte, length))), broke());
		assert_ok!(validate(signed(first, close(motion(1), 1, Weight::zero(), 0))));
		assert_ok!(validate(signed(first, close(motion(1), 1, weight, length))));

		// Of one that nobody decides, the end does.
		assert_ok!(run(first, propose(2)));
		assert_ok!(run(first, vote(2, 2, true)));
		let undecided = || close(motion(2), 2, weight, length);
		let end = System::block_number() + crate::configs::assembly::MotionDuration::get();
		System::set_block_number(end - 1);
		assert!(!crate::motions::can_be_closed(motion(2), 2, weight, length));
		System::set_block_number(end);
		assert!(crate::motions::can_be_closed(motion(2), 2, weight, length));
		assert_ok!(run(first, undecided()));
		assert!(!crate::motions::can_be_closed(motion(2), 2, weight, length));
	});
}

#[test]
fn the_first_ballot_is_free_and_no_other() {
	village_with(json!({ "cashier": { "opening": [] } })).execute_with(|| {
		let proposal = petition(Question::Motion { call: None, matter: None }, ORDINARY, None);
		let poll = pallet_linli_governance::Polls::<Runtime>::get(proposal).unwrap();
		begin_block();
		assert_eq!(Balances::free_balance(account(One)), 0);
		let early = signed(One, cast(proposal, Choice::For));
		assert_eq!(validate(early), broke(), "what would fail is not free");

		block_at(poll.opens);
		let wrong = signed(One, cast(proposal, Choice::Approve { candidates: 1 }));
		assert_eq!(validate(wrong), broke(), "nor is what answers another question");
		// The other account of the same owner is not the representative.
		assert_eq!(validate(signed(Two, cast(proposal, Choice::For))), broke());
		let first = signed(One, cast(proposal, Choice::For));
		assert_ok!(validate(first.clone()));
		assert_ok!(Executive::apply_extrinsic(first).unwrap());
		let (_, owner) = OWNERS[1];
		let ballot = pallet_linli_governance::Ballots::<Runtime>::get(proposal, owner).unwrap();
		assert_eq!((ballot.choice, ballot.power.area), (Choice::For, 12_772 + 8_950));
		assert_eq!(Balances::free_balance(account(One)), 0);

		let second = signed(One, cast(proposal, Choice::Against));
		assert_eq!(validate(second.clone()), broke(), "a second thought is not free");
		assert!(Executive::apply_extrinsic(second).is_err());
		let kept = pallet_linli_governance::Ballots::<Runtime>::get(proposal, owner).unwrap();
		assert_eq!(kept, ballot);
	});
}

#[test]
fn a_paper_ballot_is_contested_for_free_and_once() {
	village_with(json!({ "cashier": { "opening": [] } })).execute_with(|| {
		type Ballots = pallet_linli_governance::Ballots<Runtime>;
		let proposal = petition(Question::Motion { call: None, matter: None }, ORDINARY, None);
		let poll = pallet_linli_governance::Polls::<Runtime>::get(proposal).unwrap();
		begin_block();
		block_at(poll.opens);
		let (_, owner) = OWNERS[1];
		let contest = || pallet_linli_governance::Call::<Runtime>::contest_paper { proposal, reason: hash(5) };
		assert_eq!(validate(signed(One, contest())), broke(), "there is no paper ballot");
		let (choice, scan) = (Choice::For, hash(6));
		let enter = pallet_linli_governance::Call::<Runtime>::enter_paper { proposal, owner, choice, scan };
		assert_ok!(run(Sr25519Keyring::Bob, enter));
		let countersign = pallet_linli_governance::Call::<Runtime>::countersign { proposal, owner, choice, scan };
		assert_ok!(run(Sr25519Keyring::Eve, countersign));
		assert!(Ballots::contains_key(proposal, owner));

		assert_eq!(validate(signed(Two, contest())), broke(), "not the owner's representative");
		let first = signed(One, contest());
		assert_ok!(validate(first.clone()));
		assert_ok!(Executive::apply_extrinsic(first).unwrap());
		assert!(!Ballots::contains_key(proposal, owner));
		assert_eq!(validate(signed(One, contest())), broke(), "once");
		// The ballot in person is free, too.
		assert_ok!(validate(signed(One, cast(proposal, Choice::Against))));
	});
}
