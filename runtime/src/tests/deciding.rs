// SPDX-License-Identifier: Apache-2.0

//! Decisions of the village: petitions, votes, elections, and motions of the committee.

use super::{spending::STRANGER, *};
use crate::configs::assembly::CommitteeCollective;
use codec::Encode;
use frame_support::{assert_ok, traits::StorePreimage, weights::Weight};
use linli_primitives::{BuildingId, OwnerId, ProposalId};
use pallet_linli_governance::{
	tally::Choice,
	types::{Failure, Matter, Question, State},
	verdict::Verdict,
	Call, QuestionOf,
};
use serde_json::json;
use sp_runtime::{traits::Hash as _, DispatchError};
use Sr25519Keyring::{Alice, Ferdie, One};

/// The classes of the law pack `cn`, under which the village starts.
pub(super) const ORDINARY: u8 = 0;
pub(super) const MAJOR: u8 = 1;

/// Three years, the shortest term of the law pack `cn`.
const TERM: Moment = 94_608_000_000;

/// The owners that Alice and One represent, who also form the committee. The company, the third head, has no account;
/// in building 1 these two are the only owners.
pub(super) const OWNERS: [(Sr25519Keyring, OwnerId); 2] = [(Alice, 0), (One, 1)];

/// An account without a vote, which may still close and enact.
const BYSTANDER: Sr25519Keyring = Ferdie;

/// The village with `patch` merged over its genesis, in its first block.
pub(super) fn village_with(patch: serde_json::Value) -> sp_io::TestExternalities {
	let mut village = chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch);
	village.execute_with(|| block_at(START));
	village
}

/// Rules under which two owners form a committee, regardless of arrears: the village has fewer than five.
pub(super) fn rules_for_two() -> serde_json::Value {
	json!({ "governance": { "ruleBook": { "election": { "seats_min": 1, "odd": false, "arrears_bar": false } } } })
}

/// The village under such rules.
pub(super) fn village_of_two() -> sp_io::TestExternalities {
	village_with(rules_for_two())
}

/// The village with Alice and One as its committee.
pub(super) fn village_with_committee() -> sp_io::TestExternalities {
	let mut village = village_of_two();
	village.execute_with(seat_committee);
	village
}

pub(super) fn state(proposal: ProposalId) -> State<BlockNumber> {
	pallet_linli_governance::Proposals::<Runtime>::get(proposal).unwrap().state
}

/// A motion with this call, on the matter that it requires.
pub(super) fn motion(call: impl Into<RuntimeCall>) -> QuestionOf<Runtime> {
	let call = call.into();
	let matter = matter_of(&call);
	motion_on(matter, call)
}

fn motion_on(matter: Matter, call: RuntimeCall) -> QuestionOf<Runtime> {
	let call = Some(<Preimage as StorePreimage>::bound(call).unwrap());
	Question::Motion { call, matter: Some(matter) }
}

/// The matter of a call that takes a decision, as in the table of the architecture; of a batch, that of its first call.
fn matter_of(call: &RuntimeCall) -> Matter {
	if let RuntimeCall::Utility(pallet_utility::Call::batch_all { calls }) = call {
		return calls.first().map_or(Matter::Community, matter_of);
	}
	crate::configs::matters::matter_of(call).unwrap_or(Matter::Community)
}

/// Petitions for a question to the owners of some or all buildings: Alice alone reaches a fifth of the heads.
pub(super) fn petition(question: QuestionOf<Runtime>, class: u8, buildings: Option<&[BuildingId]>) -> ProposalId {
	let proposal = pallet_linli_governance::NextProposal::<Runtime>::get();
	let electorate = buildings.map(|buildings| buildings.to_vec().try_into().unwrap());
	assert_ok!(run(Alice, Call::petition { question, class, electorate, agenda: hash(1), place: Default::default() }));
	proposal
}

pub(super) fn cast(proposal: ProposalId, choice: Choice) -> Call<Runtime> {
	Call::cast { proposal, choice }
}

/// Both owners cast the same vote; an account without a unit closes it.
pub(super) fn vote_and_close(proposal: ProposalId, choice: Choice) {
	let poll = pallet_linli_governance::Polls::<Runtime>::get(proposal).unwrap();
	block_at(poll.opens);
	for (owner, _) in OWNERS {
		assert_ok!(run(owner, cast(proposal, choice)));
	}
	block_at(poll.closes);
	assert_ok!(run(BYSTANDER, Call::close { proposal }));
	assert_eq!(Governance::certificate(proposal).unwrap().verdict, Verdict::Passed);
}

pub(super) fn enact(proposal: ProposalId) -> DispatchResult {
	run(BYSTANDER, Call::enact { proposal, weight_bound: Weight::MAX })
}

/// Both owners cast the same vote, and the result is enacted as soon as possible.
fn vote_and_enact(proposal: ProposalId, choice: Choice) {
	vote_and_close(proposal, choice);
	let State::Passed { enact_at, .. } = state(proposal) else { panic!("{:?}", state(proposal)) };
	block_at(enact_at);
	assert_ok!(enact(proposal));
}

/// The owners decide on `call`, which takes 37 days, and it is enacted or fails.
pub(super) fn decide_by(call: impl Into<RuntimeCall>, class: u8, buildings: Option<&[BuildingId]>) -> ProposalId {
	let proposal = petition(motion(call), class, buildings);
	vote_and_enact(proposal, Choice::For);
	proposal
}

/// Expects that no motion by this class can make `call`: neither on its matter, nor on charges, for which the class
/// suffices.
pub(super) fn assert_class_too_low(call: impl Into<RuntimeCall>, class: u8) {
	type Refused = pallet_linli_governance::Error<Runtime>;
	let call = call.into();
	for (matter, error) in [(matter_of(&call), Refused::ClassTooLow), (Matter::Charges, Refused::MatterMismatch)] {
		let question = motion_on(matter, call.clone());
		let petition = Call::petition { question, class, electorate: None, agenda: hash(1), place: Default::default() };
		assert_eq!(run(Alice, petition), Err(error.into()), "{matter:?}");
	}
}

/// Expects that the owners of building 1 cannot even propose `call`, on which all decide.
pub(super) fn assert_not_for_a_building(call: impl Into<RuntimeCall>, class: u8) {
	let electorate = Some(vec![1].try_into().unwrap());
	let (question, agenda, place) = (motion(call), hash(1), Default::default());
	let refused = run(Alice, Call::petition { question, class, electorate, agenda, place });
	assert_eq!(refused, Err(pallet_linli_governance::Error::<Runtime>::InvalidElectorate.into()));
}

pub(super) fn assert_enacted(proposal: ProposalId) {
	assert!(matches!(state(proposal), State::Enacted { .. }), "{:?}", state(proposal));
}

pub(super) fn assert_failed(proposal: ProposalId, error: impl Into<DispatchError>) {
	let State::Failed { failure, .. } = state(proposal) else { panic!("{:?}", state(proposal)) };
	assert_eq!(failure, Failure::Call(error.into()));
}

/// Enacts `call` by ordinary decision.
pub(super) fn decide(call: impl Into<RuntimeCall>, buildings: Option<&[BuildingId]>) -> ProposalId {
	let proposal = decide_by(call, ORDINARY, buildings);
	assert_enacted(proposal);
	proposal
}

/// Tries `call` by ordinary decision, and expects it to fail.
pub(super) fn decide_in_vain(
	call: impl Into<RuntimeCall>,
	buildings: Option<&[BuildingId]>,
	error: impl Into<DispatchError>,
) {
	assert_failed(decide_by(call, ORDINARY, buildings), error);
}

/// Alice and One stand, and second each other.
pub(super) fn nominate(proposal: ProposalId) {
	for (who, _) in OWNERS {
		assert_ok!(run(who, Call::stand { proposal }));
	}
	let [(first, candidate), (second, other)] = OWNERS;
	assert_ok!(run(second, Call::second { proposal, candidate }));
	assert_ok!(run(first, Call::second { proposal, candidate: other }));
}

/// Elects and seats Alice and One.
pub(super) fn seat_committee() {
	let proposal = petition(Question::Election { seats: 2, term: TERM }, ORDINARY, None);
	nominate(proposal);
	let State::Nominating { ends } = state(proposal) else { panic!("{:?}", state(proposal)) };
	block_at(ends);
	assert_ok!(run(BYSTANDER, Call::announce { proposal }));
	vote_and_enact(proposal, Choice::Approve { candidates: 0b11 });
	assert_enacted(proposal);
	let mut seated = OWNERS.map(|(owner, _)| account(owner));
	seated.sort();
	assert_eq!(pallet_collective::Members::<Runtime, CommitteeCollective>::get(), seated);
}

/// Seats these owners without a vote.
pub(super) fn sit(members: &[(Sr25519Keyring, OwnerId)]) {
	use linli_primitives::{traits::ElectedCommittee, Candidate, ElectionResult};
	let elected: Vec<_> =
		members.iter().map(|(who, owner)| Candidate { owner: *owner, account: account(*who) }).collect();
	assert_ok!(Committee::seat(ElectionResult {
		election: pallet_linli_governance::NextProposal::<Runtime>::get(),
		closed: <Timestamp as Time>::now(),
		seats: u32::try_from(members.len()).unwrap(),
		minimum: 1,
		term: TERM,
		elected: elected.try_into().unwrap(),
		reserve: Default::default(),
	}));
}

/// The origin of both members of the committee. If no committee sits, those of Alice and One who still own a unit are
/// seated, or any owner if both have sold.
pub(super) fn committee_origin() -> RuntimeOrigin {
	use linli_primitives::traits::SittingCommittee;
	if !Committee::sits() {
		let last = System::block_number().saturating_sub(1);
		let is_owner = |owner: OwnerId| !Registry::power_at(owner, last, None).is_zero();
		let owners = 0..pallet_linli_registry::NextOwner::<Runtime>::get();
		let any = owners.filter(|owner| is_owner(*owner)).map(|owner| (STRANGER, owner)).take(1);
		let stayed: Vec<_> = OWNERS.into_iter().filter(|(_, owner)| is_owner(*owner)).collect();
		sit(&if stayed.is_empty() { any.collect() } else { stayed });
	}
	pallet_collective::RawOrigin::<AccountId, CommitteeCollective>::Members(2, 2).into()
}

/// Makes `call` by a motion of the committee that both members vote for. Returns its result.
pub(super) fn committee(call: impl Into<RuntimeCall>) -> DispatchResult {
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	let call = call.into();
	let length_bound = u32::try_from(call.encoded_size()).unwrap();
	let hash = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
	let index = pallet_collective::ProposalCount::<Runtime, CommitteeCollective>::get();
	assert_ok!(run(Alice, Motion::propose { threshold: 2, proposal: Box::new(call), length_bound }));
	for (member, _) in OWNERS {
		assert_ok!(run(member, Motion::vote { proposal: hash, index, approve: true }));
	}
	let proposal_weight_bound = Weight::MAX;
	assert_ok!(run(BYSTANDER, Motion::close { proposal_hash: hash, index, proposal_weight_bound, length_bound }));
	let executed = System::events().into_iter().rev().find_map(|record| match record.event {
		RuntimeEvent::CommitteeMotions(pallet_collective::Event::Executed { result, .. }) => Some(result),
		_ => None,
	});
	executed.unwrap()
}
