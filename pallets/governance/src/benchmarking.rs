// SPDX-License-Identifier: Apache-2.0

//! What each call weighs at its worst: electorates of as many buildings as may be, elections of as many candidates and
//! seats, rule books of as many classes.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)] // Benchmarks are no part of the chain.

use crate::{
	committee::accounts_of,
	pallet::*,
	tally::{Choice, MAX_CANDIDATES},
	types::{
		class::{Approval, Base, Participation, SilentRule, Threshold, TieRule},
		rule_book::{ElectionRules, Matters, MAX_CLASSES, MAX_SEATS},
		*,
	},
	CallOf, MembersOf, Origin, ProposalOf, QuestionOf,
};
use alloc::{vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::{account, v2::*, BenchmarkError};
use frame_support::{
	traits::{Bounded, EnsureOrigin, StorePreimage},
	weights::Weight,
};
use frame_system::{pallet_prelude::*, RawOrigin};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, Electorate},
	BuildingId, ContentHash, Fraction, Moment, OwnerId,
};

const START: Moment = 1_795_397_400_000;
const SPAN: Moment = DAY;
const PLAIN: ClassId = 0;
const FOLLOW: ClassId = 1;

fn rule_book() -> RuleBook {
	let half = Some(Threshold::more_than(1, 2));
	let class = |silent| DecisionClass {
		level: Level::Major,
		participation: Participation::default(),
		approval: Approval { area: half, heads: half, both: true, of: Base::Participating },
		veto: None,
		tie: TieRule::Rejected,
		notice: SPAN,
		window: SPAN,
		delay: SPAN,
		silent,
	};
	let mut classes = vec![class(SilentRule::NotParticipating)];
	while classes.len() < MAX_CLASSES as usize {
		classes.push(class(SilentRule::FollowMajority));
	}
	RuleBook {
		classes: classes.try_into().expect("there is room for the classes"),
		matters: Matters {
			charges: PLAIN,
			fee_rules: PLAIN,
			pots: PLAIN,
			roles: PLAIN,
			register: PLAIN,
			transfers: PLAIN,
			spending: PLAIN,
			repair_fund: PLAIN,
			common_parts: PLAIN,
			committee: PLAIN,
			rule_book: PLAIN,
			runtime: PLAIN,
			community: PLAIN,
		},
		petition: Fraction::new(1, 2),
		petition_window: SPAN,
		proxies_per_holder: 100,
		election: ElectionRules {
			seats_min: 1,
			seats_max: MAX_SEATS,
			odd: false,
			term_min: SPAN,
			term_max: SPAN,
			class: FOLLOW,
			arrears_bar: true,
			nomination: SPAN,
		},
	}
}

/// A rule book, for origins of decisions, where the chain has none.
pub(crate) fn ensure_rule_book<T: Config>() {
	if CurrentRuleBook::<T>::get().is_none() {
		Pallet::<T>::do_set_rule_book(rule_book(), 0).expect("the rule book is right");
	}
}

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Opens as many motions in the collective as can be open, and has all of `members`, who are its members, vote.
	fn open_motions(members: &[AccountId]);
}

/// The clock, the rule book and so many owners with homes in as many buildings as an electorate can have.
fn community<T: Config>(owners: u32) -> Result<Vec<(T::AccountId, OwnerId)>, BenchmarkError> {
	community_in::<T>(owners, &every_building())
}

fn community_in<T: Config>(
	owners: u32,
	buildings: &[BuildingId],
) -> Result<Vec<(T::AccountId, OwnerId)>, BenchmarkError> {
	frame_system::Pallet::<T>::set_block_number(1u32.into());
	T::Clock::set(START);
	Pallet::<T>::do_set_rule_book(rule_book(), 0)?;
	let people = (0..owners)
		.map(|index| {
			let who: T::AccountId = account("owner", index, 0);
			let owner = T::Register::add_owner(&who, buildings);
			(who, owner)
		})
		.collect();
	frame_system::Pallet::<T>::set_block_number(10u32.into());
	Ok(people)
}

/// A vote of so many owners in which all have voted but one.
fn all_voted_but_one<T: Config>(owners: u32) -> Result<(ProposalId, T::AccountId, OwnerId), BenchmarkError> {
	let people = community_in::<T>(owners, &[0])?;
	let id = vote::<T>(0, PLAIN)?;
	let (last, others) = people.split_last().ok_or("there are owners")?;
	for (_, owner) in others {
		Pallet::<T>::do_cast(id, *owner, Choice::Against, Channel::Own)?;
	}
	let (who, owner) = last.clone();
	// A block holds the events of its own ballots, not of all.
	frame_system::Pallet::<T>::reset_events();
	Ok((id, who, owner))
}

/// As many buildings as an electorate can have, in which the chain's own owners have nothing.
fn every_building() -> Vec<BuildingId> {
	(10_000..).take(MAX_BUILDINGS as usize).collect()
}

fn some_buildings(count: u32) -> Option<Buildings> {
	(count > 0).then(|| Buildings::truncate_from(every_building().into_iter().take(count as usize).collect()))
}

fn place() -> Place {
	Place::truncate_from(vec![b'x'; MAX_PLACE as usize])
}

/// The longest call that a motion can have, and of as many parts, for each of which memory is taken when it is read.
/// Only root can make it.
fn longest_call<T: Config>() -> CallOf<T> {
	// A key of one byte is two with its length. Six say which call it is and how many keys follow.
	let keys = vec![vec![0u8]; (MAX_CALL_LEN as usize - 6) / 2];
	frame_system::Call::<T>::kill_storage { keys }.into()
}

/// A motion with a call that is kept as a preimage.
fn motion<T: Config>() -> Result<QuestionOf<T>, BenchmarkError> {
	let bytes = longest_call::<T>().encode();
	assert_eq!(bytes.len(), MAX_CALL_LEN as usize);
	let len = u32::try_from(bytes.len()).map_err(|_| "the call is short")?;
	let hash = T::Preimages::note(bytes.into())?;
	Ok(Question::Motion { call: Some(Bounded::Lookup { hash, len }) })
}

fn election<T: Config>() -> QuestionOf<T> {
	Question::Election { seats: MAX_SEATS, term: SPAN }
}

fn make<T: Config>(
	proposer: Proposer,
	question: QuestionOf<T>,
	class: ClassId,
	electorate: Option<Buildings>,
) -> Result<ProposalId, BenchmarkError> {
	Ok(Pallet::<T>::do_propose(proposer, question, class, electorate, ContentHash::zero(), place())?)
}

fn pass<T: Config>(time: Moment) {
	T::Clock::set(T::Clock::now() + time);
	let next = frame_system::Pallet::<T>::block_number() + 1u32.into();
	frame_system::Pallet::<T>::set_block_number(next);
}

/// A vote that is open, on a motion, in as many buildings as may be, in a class that counts the silent.
fn vote<T: Config>(buildings: u32, class: ClassId) -> Result<ProposalId, BenchmarkError> {
	let id = make::<T>(Proposer::Committee, motion::<T>()?, class, some_buildings(buildings))?;
	pass::<T>(SPAN);
	Ok(id)
}

/// An election in which as many stand as can.
fn nominated<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<ProposalId, BenchmarkError> {
	let id = make::<T>(Proposer::Committee, election::<T>(), FOLLOW, None)?;
	for (who, owner) in people.iter().take(MAX_CANDIDATES as usize) {
		Pallet::<T>::do_stand(id, *owner, who.clone())?;
	}
	Ok(id)
}

fn open_election<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<ProposalId, BenchmarkError> {
	let id = nominated::<T>(people)?;
	pass::<T>(SPAN);
	Pallet::<T>::do_announce(id)?;
	pass::<T>(SPAN);
	Ok(id)
}

/// A motion that passed.
fn passed<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<ProposalId, BenchmarkError> {
	let id = vote::<T>(MAX_BUILDINGS, PLAIN)?;
	for (_, owner) in people {
		Pallet::<T>::do_cast(id, *owner, Choice::For, Channel::Own)?;
	}
	pass::<T>(SPAN);
	Pallet::<T>::do_close(id)?;
	Ok(id)
}

/// A full committee, with as many motions open as can be, and a reserve whose first place is taken by somebody who can
/// sit.
fn committee<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<(), BenchmarkError> {
	let id = open_election::<T>(people)?;
	for (_, owner) in people {
		Pallet::<T>::do_cast(id, *owner, Choice::Approve { candidates: u32::MAX }, Channel::Own)?;
	}
	pass::<T>(SPAN);
	Pallet::<T>::do_close(id)?;
	pass::<T>(SPAN);
	Pallet::<T>::do_enact(id, Weight::MAX)?;
	let members = accounts_of::<T>(&Committee::<T>::get());
	T::BenchmarkHelper::open_motions(&members);
	Ok(())
}

/// A committee of as many as can be elected.
pub(crate) fn seat_full_committee<T: Config>() -> Result<(), BenchmarkError> {
	committee::<T>(&community::<T>(MAX_CANDIDATES)?)
}

fn first<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<(T::AccountId, OwnerId), BenchmarkError> {
	people.first().cloned().ok_or(BenchmarkError::Weightless)
}

/// Who holds proxies, of an owner with as many accounts as may be: each is looked at.
fn holder<T: Config>() -> T::AccountId {
	let holder = account("holder", 0, 0);
	let owner = T::Register::add_owner(&holder, &[]);
	T::Register::fill_accounts(owner);
	holder
}

fn decision<T: Config>() -> OriginFor<T> {
	let rule_book = CurrentRuleBook::<T>::get().unwrap_or_default();
	Origin::Decided { proposal: 0, rule_book, class: PLAIN, level: Level::Major, electorate: None }.into()
}

fn committee_origin<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::CommitteeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

fn registrar<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::RegistrarOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

fn state<T: Config>(id: ProposalId) -> Result<State<BlockNumberFor<T>>, BenchmarkError> {
	Ok(Proposals::<T>::get(id).map(|proposal: ProposalOf<T>| proposal.state).ok_or("the proposal is there")?)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose() -> Result<(), BenchmarkError> {
		community::<T>(2)?;
		T::Register::fill_sets(&every_building());
		let question = motion::<T>()?;
		let origin = committee_origin::<T>()?;
		let electorate = some_buildings(MAX_BUILDINGS);
		let id = NextProposal::<T>::get();

		#[extrinsic_call]
		_(origin as OriginFor<T>, question, FOLLOW, electorate, ContentHash::zero(), place());

		assert!(matches!(state::<T>(id)?, State::Announced { .. }));
		Ok(())
	}

	/// At its worst the petitioner is alone in the electorate, so that the notice is given at once.
	#[benchmark]
	fn petition() -> Result<(), BenchmarkError> {
		let people = community::<T>(1)?;
		T::Register::fill_sets(&every_building());
		let question = motion::<T>()?;
		let electorate = some_buildings(MAX_BUILDINGS);
		let id = NextProposal::<T>::get();
		let (who, _) = first::<T>(&people)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), question, FOLLOW, electorate, ContentHash::zero(), place());

		assert!(Proposals::<T>::contains_key(id));
		Ok(())
	}

	/// The support that is enough.
	#[benchmark]
	fn support() -> Result<(), BenchmarkError> {
		let people = community::<T>(4)?;
		T::Register::fill_sets(&every_building());
		let (_, petitioner) = first::<T>(&people)?;
		let proposer = Proposer::Owner { owner: petitioner };
		let id = make::<T>(proposer, motion::<T>()?, FOLLOW, some_buildings(MAX_BUILDINGS))?;
		let (who, _) = people.last().cloned().ok_or("there are owners")?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(matches!(state::<T>(id)?, State::Announced { .. }));
		Ok(())
	}

	#[benchmark]
	fn amend() -> Result<(), BenchmarkError> {
		let people = community::<T>(4)?;
		let (who, owner) = first::<T>(&people)?;
		let id = make::<T>(Proposer::Owner { owner }, motion::<T>()?, FOLLOW, some_buildings(MAX_BUILDINGS))?;
		let agenda = ContentHash::repeat_byte(7);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, agenda, place());

		assert_eq!(Proposals::<T>::get(id).map(|proposal| proposal.agenda), Some(agenda));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		community::<T>(1)?;
		let id = make::<T>(Proposer::Committee, motion::<T>()?, FOLLOW, some_buildings(MAX_BUILDINGS))?;
		let origin = committee_origin::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id);

		assert!(matches!(state::<T>(id)?, State::Withdrawn { .. }));
		Ok(())
	}

	#[benchmark]
	fn stand() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		let id = nominated::<T>(people.get(1..).unwrap_or_default())?;
		let (who, _) = first::<T>(&people)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert_eq!(Candidates::<T>::get(id).len() as u32, MAX_CANDIDATES);
		Ok(())
	}

	#[benchmark]
	fn step_back() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		let id = nominated::<T>(&people)?;
		let (who, _) = first::<T>(&people)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert_eq!(Candidates::<T>::get(id).len() as u32, MAX_CANDIDATES - 1);
		Ok(())
	}

	#[benchmark]
	fn announce() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		let id = nominated::<T>(&people)?;
		pass::<T>(SPAN);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), id);

		assert!(matches!(state::<T>(id)?, State::Announced { .. }));
		Ok(())
	}

	/// The first ballot of an owner, who has a receipt where the silent count.
	#[benchmark]
	fn cast(b: Linear<0, MAX_BUILDINGS>, s: Linear<0, 1>) -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(b, if s == 0 { PLAIN } else { FOLLOW })?;
		let (who, owner) = first::<T>(&people)?;
		if s > 0 {
			Pallet::<T>::do_record_receipt(id, owner, false)?;
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, Choice::For);

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	/// The last ballot of so many. Not for weights: with `touch_among` it shows that their number makes no difference.
	#[benchmark(extra)]
	fn cast_among(o: Linear<100, 20_000>) -> Result<(), BenchmarkError> {
		let (id, who, owner) = all_voted_but_one::<T>(o)?;

		#[extrinsic_call]
		cast(RawOrigin::Signed(who), id, Choice::For);

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	/// What a ballot reads and writes, and nothing else: what a larger state by itself costs.
	#[benchmark(extra)]
	fn touch_among(o: Linear<100, 20_000>) -> Result<(), BenchmarkError> {
		let (id, who, owner) = all_voted_but_one::<T>(o)?;
		let other = T::Register::owner_of(&account("owner", 0, 0)).ok_or("there are owners")?;
		let ballot = Ballots::<T>::get(id, other).ok_or("the others voted")?;

		#[block]
		{
			let poll = Polls::<T>::get(id).ok_or("there is a vote")?;
			let owner = T::Register::represented_by(&who).ok_or("the owner has a representative")?;
			let power = T::Register::power_at(owner, poll.record_block, None);
			assert!(!power.is_zero() && Ballots::<T>::get(id, owner).is_none());
			Ballots::<T>::insert(id, owner, ballot);
			Polls::<T>::insert(id, poll);
		}

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	/// Closing a vote of so many. Not for weights: it shows that their number makes no difference.
	#[benchmark(extra)]
	fn close_among(o: Linear<100, 20_000>) -> Result<(), BenchmarkError> {
		let people = community_in::<T>(o, &[0])?;
		let id = vote::<T>(0, PLAIN)?;
		for (_, owner) in &people {
			Pallet::<T>::do_cast(id, *owner, Choice::For, Channel::Own)?;
		}
		pass::<T>(SPAN);
		frame_system::Pallet::<T>::reset_events();

		#[extrinsic_call]
		close(RawOrigin::Signed(account("anyone", 0, 0)), id);

		assert!(matches!(state::<T>(id)?, State::Passed { .. }));
		Ok(())
	}

	#[benchmark]
	fn cast_approval() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		let id = open_election::<T>(&people)?;
		let (who, owner) = first::<T>(&people)?;
		Pallet::<T>::do_record_receipt(id, owner, false)?;

		#[extrinsic_call]
		cast(RawOrigin::Signed(who), id, Choice::Approve { candidates: u32::MAX });

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn grant_proxy() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (who, owner) = first::<T>(&people)?;
		let holder = holder::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, holder, Some(Choice::For));

		assert!(Proxies::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn revoke_proxy() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (who, owner) = first::<T>(&people)?;
		Pallet::<T>::do_grant_proxy(id, owner, holder::<T>(), None)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(!Proxies::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn cast_by_proxy() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (_, owner) = first::<T>(&people)?;
		let holder = holder::<T>();
		Pallet::<T>::do_grant_proxy(id, owner, holder.clone(), None)?;
		Pallet::<T>::do_record_receipt(id, owner, false)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(holder), id, owner, Choice::For);

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn enter_paper() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (_, owner) = first::<T>(&people)?;
		let origin = registrar::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, owner, Choice::For, ContentHash::zero());

		assert!(Papers::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn countersign() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (_, owner) = first::<T>(&people)?;
		Pallet::<T>::do_record_receipt(id, owner, false)?;
		Pallet::<T>::do_enter_paper(id, owner, Choice::For, ContentHash::zero(), account("clerk", 0, 0))?;
		let origin = T::WitnessOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, owner, Choice::For, ContentHash::zero());

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn record_receipt() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (_, owner) = first::<T>(&people)?;
		let origin = registrar::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, owner);

		assert!(Receipts::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn acknowledge() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (who, owner) = first::<T>(&people)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(Receipts::<T>::contains_key(id, owner));
		Ok(())
	}

	/// Of an election in which everybody is approved: all are put in order.
	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		let id = open_election::<T>(&people)?;
		let (_, owner) = first::<T>(&people)?;
		Pallet::<T>::do_cast(id, owner, Choice::Approve { candidates: u32::MAX }, Channel::Own)?;
		pass::<T>(SPAN);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), id);

		assert!(matches!(state::<T>(id)?, State::Passed { .. }));
		Ok(())
	}

	#[benchmark]
	fn challenge() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = passed::<T>(&people)?;
		let (who, owner) = first::<T>(&people)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, ContentHash::zero());

		assert!(Challenges::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn annul() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = passed::<T>(&people)?;
		let origin = T::AnnulOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, ContentHash::zero());

		assert!(Annulments::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn countersign_annulment() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = passed::<T>(&people)?;
		Pallet::<T>::do_annul(id, ContentHash::zero(), account("auditor", 0, 0))?;
		let origin = registrar::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, ContentHash::zero());

		assert!(matches!(state::<T>(id)?, State::Annulled { .. }));
		Ok(())
	}

	/// Of a motion whose call is a preimage and is refused at once, so that nothing but this call's own work counts.
	#[benchmark]
	fn enact() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = passed::<T>(&people)?;
		pass::<T>(SPAN);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), id, Weight::MAX);

		assert!(matches!(state::<T>(id)?, State::Failed { failure: Failure::Call(_), .. }));
		Ok(())
	}

	/// A full committee takes the place of a full one.
	#[benchmark]
	fn seat() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES.saturating_mul(2))?;
		let (old, new) = people.split_at(MAX_CANDIDATES as usize);
		committee::<T>(old)?;
		let id = open_election::<T>(new)?;
		for (_, owner) in new {
			Pallet::<T>::do_cast(id, *owner, Choice::Approve { candidates: u32::MAX }, Channel::Own)?;
		}
		pass::<T>(SPAN);
		Pallet::<T>::do_close(id)?;
		pass::<T>(SPAN);

		#[extrinsic_call]
		enact(RawOrigin::Signed(account("anyone", 0, 0)), id, Weight::zero());

		assert_eq!(CurrentTerm::<T>::get().map(|term| term.election), Some(id));
		Ok(())
	}

	#[benchmark]
	fn set_rule_book() -> Result<(), BenchmarkError> {
		community::<T>(1)?;
		let before = CurrentRuleBook::<T>::get();

		#[extrinsic_call]
		_(decision::<T>(), rule_book());

		assert!(CurrentRuleBook::<T>::get() > before);
		Ok(())
	}

	#[benchmark]
	fn resign() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		committee::<T>(&people)?;
		let member = Committee::<T>::get().first().cloned().ok_or("the committee sits")?;

		#[extrinsic_call]
		_(RawOrigin::Signed(member.account));

		assert!(Committee::<T>::get().iter().all(|other| other.owner != member.owner));
		Ok(())
	}

	#[benchmark]
	fn recall() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		committee::<T>(&people)?;
		let member = Committee::<T>::get().first().cloned().ok_or("the committee sits")?;
		let election = LatestElection::<T>::get().ok_or("the committee was elected")?;

		#[extrinsic_call]
		_(decision::<T>(), member.owner, election);

		assert!(Committee::<T>::get().iter().all(|other| other.owner != member.owner));
		Ok(())
	}

	#[benchmark]
	fn vacate() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		committee::<T>(&people)?;
		// One of the members becomes an owner who has nothing.
		let mut members = Committee::<T>::get();
		let member = members.iter_mut().next().ok_or("the committee sits")?;
		member.owner = OwnerId::MAX;
		Committee::<T>::put(members);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), OwnerId::MAX);

		assert!(Committee::<T>::get().iter().all(|other| other.owner != OwnerId::MAX));
		Ok(())
	}

	#[benchmark]
	fn take_seat() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		committee::<T>(&people)?;
		// One of the members sits with an account that acts for the owner no more.
		let mut members = Committee::<T>::get();
		let member = members.iter_mut().next().ok_or("the committee sits")?;
		let who = core::mem::replace(&mut member.account, account("lost", 0, 0));
		Pallet::<T>::set_members(MembersOf::<T>::truncate_from(members.into_inner()));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Committee::<T>::get().iter().any(|member| member.account == who));
		Ok(())
	}

	#[benchmark]
	fn expire_term() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		committee::<T>(&people)?;
		pass::<T>(SPAN);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)));

		assert!(CurrentTerm::<T>::get().is_none());
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::empty(), crate::mock::Test);
}
