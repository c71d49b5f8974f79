// SPDX-License-Identifier: Apache-2.0

use super::{transactions::*, *};
use crate::configs::assembly::CommitteeCollective;
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::StorePreimage, weights::Weight};
use linli_primitives::{BuildingId, OwnerId, Role};
use pallet_linli_governance::{
	tally::Choice,
	types::{Failure, Level, Matter, ProposalId, Question, RuleBook, State},
	verdict::Verdict,
	Call, Error, QuestionOf,
};
use serde_json::{json, Value};
use sp_runtime::{traits::Hash as _, DispatchError};
use Sr25519Keyring::{Alice, Eve, Ferdie, One, Two};

/// The classes of the law pack `cn`, with which the village begins.
const ORDINARY: u8 = 0;
const MAJOR: u8 = 1;

/// When the new rate would hold: after every vote of these tests.
const NEXT_SUMMER: Period = Period { year: 2027, month: 7 };

/// Three years, the shortest term of the law pack `cn`.
const TERM: Moment = 94_608_000_000;

/// Which owners Alice and One represent in the village. The company, the third head, has no account.
const OWNERS: [(Sr25519Keyring, OwnerId); 2] = [(Alice, 0), (One, 1)];

/// The village with `patch` over its genesis, in its first block.
fn village_with(patch: Value) -> sp_io::TestExternalities {
	let mut village = chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch);
	village.execute_with(|| block_at(START));
	village
}

/// The village under rules by which two owners make a committee, whatever they owe: there are not five in it.
fn village_of_two() -> sp_io::TestExternalities {
	let election = json!({ "seats_min": 1, "odd": false, "arrears_bar": false });
	village_with(json!({ "governance": { "ruleBook": { "election": election } } }))
}

fn motion(call: RuntimeCall) -> QuestionOf<Runtime> {
	Question::Motion { call: Some(<Preimage as StorePreimage>::bound(call).unwrap()) }
}

fn state(proposal: ProposalId) -> State<BlockNumber> {
	pallet_linli_governance::Proposals::<Runtime>::get(proposal).unwrap().state
}

/// Puts a question to the owners: Alice alone is a fifth of the heads.
fn petition(question: QuestionOf<Runtime>, class: u8, buildings: Option<Vec<BuildingId>>) -> ProposalId {
	let proposal = pallet_linli_governance::NextProposal::<Runtime>::get();
	let electorate = buildings.map(|buildings| buildings.try_into().unwrap());
	let agenda = Hash::repeat_byte(1);
	assert_ok!(run(Alice, Call::petition { question, class, electorate, agenda, place: Default::default() }));
	proposal
}

fn cast(proposal: ProposalId, choice: Choice) -> Call<Runtime> {
	Call::cast { proposal, choice }
}

/// Both owners vote alike; the vote is closed by somebody who owns nothing.
fn vote_and_close(proposal: ProposalId, choice: Choice) {
	let poll = pallet_linli_governance::Polls::<Runtime>::get(proposal).unwrap();
	block_at(poll.opens);
	for (owner, _) in OWNERS {
		assert_ok!(run(owner, cast(proposal, choice)));
	}
	block_at(poll.closes);
	assert_ok!(run(Ferdie, Call::close { proposal }));
	assert_eq!(Governance::certificate(proposal).unwrap().verdict, Verdict::Passed);
}

fn enact(proposal: ProposalId) -> DispatchResult {
	run(Ferdie, Call::enact { proposal, weight_bound: Weight::MAX })
}

/// Decides that `call` be made, and has it made.
fn decide(call: RuntimeCall, class: u8, buildings: Option<Vec<BuildingId>>) -> ProposalId {
	let proposal = petition(motion(call), class, buildings);
	vote_and_close(proposal, Choice::For);
	let State::Passed { enact_at, .. } = state(proposal) else { panic!("{:?}", state(proposal)) };
	block_at(enact_at);
	assert_ok!(enact(proposal));
	proposal
}

fn assert_enacted(proposal: ProposalId) {
	assert!(matches!(state(proposal), State::Enacted { .. }), "{:?}", state(proposal));
}

fn assert_failed(proposal: ProposalId, error: impl Into<DispatchError>) {
	let State::Failed { failure, .. } = state(proposal) else { panic!("{:?}", state(proposal)) };
	assert_eq!(failure, Failure::Call(error.into()));
}

/// Alice and One are elected, and sit.
fn seat_committee() {
	let proposal = petition(Question::Election { seats: 2, term: TERM }, ORDINARY, None);
	for (owner, _) in OWNERS {
		assert_ok!(run(owner, Call::stand { proposal }));
	}
	let State::Nominating { ends } = state(proposal) else { panic!("{:?}", state(proposal)) };
	block_at(ends);
	assert_ok!(run(Ferdie, Call::announce { proposal }));
	vote_and_close(proposal, Choice::Approve { candidates: 0b11 });
	let State::Passed { enact_at, .. } = state(proposal) else { panic!("{:?}", state(proposal)) };
	block_at(enact_at);
	assert_ok!(enact(proposal));
	assert_enacted(proposal);
	let mut seated = [account(Alice), account(One)];
	seated.sort();
	assert_eq!(pallet_collective::Members::<Runtime, CommitteeCollective>::get(), seated);
}

fn set_rate() -> RuntimeCall {
	pallet_linli_fees::Call::set_rate { charge: 0, from: NEXT_SUMMER, rate: 300 }.into()
}

fn rate() -> Option<Balance> {
	Fees::rate_in(0, NEXT_SUMMER)
}

/// The village's rule book, under which owners give no proxies.
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
		assert_enacted(decide(set_rate(), ORDINARY, None));
		assert_eq!(rate(), Some(300));
		assert_books_close();
	});
}

#[test]
fn the_owners_of_some_buildings_do_not_decide_for_all() {
	village().execute_with(|| {
		assert_failed(decide(set_rate(), MAJOR, Some(vec![1])), DispatchError::BadOrigin);
		assert_eq!(rate(), Some(280));
	});
}

#[test]
fn an_ordinary_decision_does_not_do_what_wants_a_major_one() {
	village().execute_with(|| {
		let book = without_proxies();
		let call = || RuntimeCall::from(Call::<Runtime>::set_rule_book { rule_book: book.clone() });
		assert_failed(decide(call(), ORDINARY, None), DispatchError::BadOrigin);
		assert_ne!(Governance::current_rule_book().unwrap().1, book);
		assert_enacted(decide(call(), MAJOR, None));
		assert_eq!(Governance::current_rule_book(), Some((1, book)));
	});
}

#[test]
fn the_runtime_is_changed_by_major_decision() {
	village().execute_with(|| {
		let code_hash = Hash::repeat_byte(3);
		let call = || RuntimeCall::from(pallet_linli_community::Call::<Runtime>::authorize_upgrade { code_hash });
		assert_noop!(run(Alice, call()), DispatchError::BadOrigin);
		assert_failed(decide(call(), ORDINARY, None), DispatchError::BadOrigin);
		assert!(System::authorized_upgrade().is_none());
		assert_enacted(decide(call(), MAJOR, None));
		assert_eq!(System::authorized_upgrade().unwrap().code_hash(), &code_hash);
	});
}

#[test]
fn the_offset_is_changed_by_ordinary_decision() {
	village().execute_with(|| {
		let offset = UtcOffset::from_minutes(420).unwrap();
		let call = pallet_linli_community::Call::<Runtime>::set_utc_offset { month: NEXT_SUMMER, offset };
		assert_enacted(decide(call.into(), ORDINARY, None));
		let scheduled = crate::Community::facts().scheduled.unwrap();
		assert_eq!((scheduled.month, scheduled.offset), (NEXT_SUMMER, offset));
	});
}

#[test]
fn offices_are_given_and_taken_by_ordinary_decision() {
	village().execute_with(|| {
		let appoint = pallet_linli_registry::Call::<Runtime>::appoint { role: Role::Auditor, account: account(Two) };
		assert_noop!(run(Alice, appoint.clone()), DispatchError::BadOrigin);
		assert_enacted(decide(appoint.into(), ORDINARY, None));
		let dismiss = pallet_linli_registry::Call::<Runtime>::dismiss { role: Role::Auditor, account: account(Eve) };
		assert_enacted(decide(dismiss.into(), ORDINARY, None));
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
			// It can be lived by: an owner's petition is taken.
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
		// No member alone.
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
		// And its decision is as good as one on an owner's petition.
		vote_and_close(next, Choice::For);
	});
}

#[test]
fn after_the_hand_over_nobody_is_root() {
	village_of_two().execute_with(|| {
		let remark = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
		let as_root = || pallet_sudo::Call::<Runtime>::sudo { call: Box::new(remark.clone()) };
		// First somebody must be there to take over: until then it fails, and is tried again.
		let hand_over = || RuntimeCall::from(pallet_linli_community::Call::<Runtime>::hand_over {});
		assert_failed(decide(hand_over(), ORDINARY, None), DispatchError::BadOrigin);
		let proposal = decide(hand_over(), MAJOR, None);
		assert_failed(proposal, pallet_linli_community::Error::<Runtime>::NoCommittee);
		assert_ok!(run(Alice, as_root()));
		seat_committee();
		assert_ok!(enact(proposal));
		assert_enacted(proposal);
		assert_eq!(pallet_sudo::Key::<Runtime>::get(), None);
		assert_noop!(run(Alice, as_root()), pallet_sudo::Error::<Runtime>::RequireSudo);
		// What the key could do, the owners do now.
		assert_noop!(run(Alice, set_rate()), DispatchError::BadOrigin);
		assert_enacted(decide(set_rate(), ORDINARY, None));
		let again = pallet_linli_community::Error::<Runtime>::AlreadyHandedOver;
		assert_failed(decide(hand_over(), MAJOR, None), again);
	});
}

/// Goes on to the beginning of block `to`, as a chain does that misses no slot: the scheduler runs before the block's
/// own time is set.
fn pass_slots(to: BlockNumber) {
	let began = <Timestamp as Time>::now();
	let at = |block: BlockNumber, number: BlockNumber| began + u64::from(block - number) * crate::configs::system::SLOT;
	let number = System::block_number();
	pallet_timestamp::Now::<Runtime>::put(at(to - 1, number));
	System::set_block_number(to);
	// Nothing was scheduled for the blocks between; going through them one by one would take it days of blocks.
	pallet_scheduler::IncompleteSince::<Runtime>::kill();
	Scheduler::on_initialize(to);
	pallet_timestamp::Now::<Runtime>::put(at(to, number));
}

/// The next block for which something is scheduled.
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
fn a_device_records_for_free_and_nothing_else() {
	village_with(json!({ "cashier": { "opening": [] } })).execute_with(|| {
		begin_block();
		let reading = pallet_linli_fees::Call::<Runtime>::record_reading { unit: 0, charge: 0, reading: 1 };
		assert_ok!(validate(signed(Ferdie, reading)));
		let announce = Call::<Runtime>::announce { proposal: 0 };
		assert_eq!(validate(signed(Ferdie, announce)), broke());
	});
}

#[test]
fn officers_record_readings_for_free_too() {
	village_with(json!({ "cashier": { "opening": [] } })).execute_with(|| {
		begin_block();
		let reading = || pallet_linli_fees::Call::<Runtime>::record_reading { unit: 0, charge: 0, reading: 1 };
		assert_ok!(validate(signed(Eve, reading())));
		assert_eq!(validate(signed(One, reading())), broke());
	});
}

#[test]
fn a_motion_that_one_member_makes_alone_is_not_free() {
	let election = json!({ "seats_min": 1, "odd": false, "arrears_bar": false });
	let patch = json!({ "governance": { "ruleBook": { "election": election } }, "cashier": { "opening": [] } });
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
fn the_first_ballot_is_free_and_no_other() {
	village_with(json!({ "cashier": { "opening": [] } })).execute_with(|| {
		let proposal = petition(Question::Motion { call: None }, ORDINARY, None);
		let poll = pallet_linli_governance::Polls::<Runtime>::get(proposal).unwrap();
		begin_block();
		assert_eq!(Balances::free_balance(account(One)), 0);
		let early = signed(One, cast(proposal, Choice::For));
		assert_eq!(validate(early), broke(), "what would fail is not free");

		block_at(poll.opens);
		let wrong = signed(One, cast(proposal, Choice::Approve { candidates: 1 }));
		assert_eq!(validate(wrong), broke(), "nor is what answers another question");
		// The other account of the same owner is not its representative.
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
