// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls in the worst case: electorates with the maximum number of buildings, elections with the
//! maximum number of candidates and seats, rule books with the maximum number of classes.
//!
//! FRAME requires all benchmarks of a pallet in one module. Their set-up is in the files beside this one.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)] // Benchmarks are not part of the chain.

mod owners;
mod rules;
mod votes;

pub(crate) use rules::ensure_earlier_rule_book;

use crate::{pallet::*, tally::Choice, types::*};
use alloc::vec;
use frame_benchmarking::{account, v2::*, BenchmarkError};
use frame_support::{traits::EnsureOrigin, weights::Weight};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use linli_primitives::{traits::Electorate, BuildingId, ContentHash, Moment, OwnerId};
use owners::*;
use rules::*;
use votes::*;

/// Set-up that benchmarks require of the runtime.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the time to `now`, in ms since 1970.
	fn set_time(now: Moment);

	/// Adds an owner with `account` as representative and a home of 90 m² in each of `buildings`. The units count from
	/// the current block on.
	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId;

	/// Sets up the maximum number of sets of buildings to be read for the totals of `buildings`.
	fn fill_sets(buildings: &[BuildingId]);

	/// Gives `owner` the maximum number of accounts.
	fn fill_accounts(owner: OwnerId);

	/// Adds owners and seats them as a committee of the maximum size, elected before any other election was closed,
	/// with the maximum number of open motions.
	fn fill_committee();
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose() -> Result<(), BenchmarkError> {
		community::<T>(2)?;
		T::BenchmarkHelper::fill_sets(&every_building());
		let question = motion::<T>()?;
		let origin = committee_origin::<T>()?;
		let electorate = some_buildings(MAX_BUILDINGS);
		let id = NextProposal::<T>::get();

		#[extrinsic_call]
		_(origin as OriginFor<T>, question, FOLLOW, electorate, ContentHash::zero(), place());

		assert!(matches!(state::<T>(id)?, State::Announced { .. }));
		Ok(())
	}

	/// Worst case: the petitioner alone suffices, so that the notice is given at once.
	#[benchmark]
	fn petition() -> Result<(), BenchmarkError> {
		let people = community::<T>(1)?;
		T::BenchmarkHelper::fill_sets(&every_building());
		let question = motion::<T>()?;
		let electorate = some_buildings(MAX_BUILDINGS);
		let id = NextProposal::<T>::get();
		let (who, _) = first::<T>(&people)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), question, FOLLOW, electorate, ContentHash::zero(), place());

		assert!(Proposals::<T>::contains_key(id));
		Ok(())
	}

	/// Worst case: the support that completes the petition, so that the notice is given.
	#[benchmark]
	fn support() -> Result<(), BenchmarkError> {
		let people = community::<T>(4)?;
		T::BenchmarkHelper::fill_sets(&every_building());
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
	fn withdraw_support() -> Result<(), BenchmarkError> {
		let people = community::<T>(8)?;
		let (_, petitioner) = first::<T>(&people)?;
		let proposer = Proposer::Owner { owner: petitioner };
		let id = make::<T>(proposer, motion::<T>()?, FOLLOW, some_buildings(MAX_BUILDINGS))?;
		let (who, owner) = people.last().cloned().ok_or("there are owners")?;
		Pallet::<T>::do_support(id, owner)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(!Supporters::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn amend() -> Result<(), BenchmarkError> {
		let people = community::<T>(4)?;
		let id = nominated::<T>(&people)?;
		let agenda = ContentHash::repeat_byte(7);
		let origin = committee_origin::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, agenda, place());

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
		let people = community::<T>(MAX_CANDIDATES + 1)?;
		let id = nominated::<T>(people.get(1..).unwrap_or_default())?;
		let (who, owner) = first::<T>(&people)?;
		// Displaces a candidate.
		votes::second::<T>(id, owner, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(Candidates::<T>::get(id).iter().any(|candidate| candidate.owner == owner));
		Ok(())
	}

	/// Worst case: all places are taken, and the last seconder earns the candidate one of them.
	#[benchmark]
	fn second() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES + 2)?;
		let id = nominated::<T>(people.get(2..).unwrap_or_default())?;
		let (candidate, owner) = first::<T>(&people)?;
		votes::stand::<T>(id, owner, candidate)?;
		assert!(Candidates::<T>::get(id).iter().all(|candidate| candidate.owner != owner));
		let (who, seconder) = people.get(1).cloned().ok_or("there are owners")?;
		let others = (OwnerId::MAX - rule_book::MAX_SEATS + 1..OwnerId::MAX).collect();
		Seconds::<T>::insert(id, seconder, frame_support::BoundedVec::truncate_from(others));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, owner);

		assert!(Candidates::<T>::get(id).iter().any(|candidate| candidate.owner == owner));
		Ok(())
	}

	/// Worst case: all places are taken, and the candidate gives up one of them, where a place takes seconders.
	#[benchmark]
	fn withdraw_second() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES + 1)?;
		let id = nominated::<T>(&people)?;
		let (_, candidate) = first::<T>(&people)?;
		let (who, seconder) = people.last().cloned().ok_or("there are owners")?;
		let others = (OwnerId::MAX - rule_book::MAX_SEATS + 1..OwnerId::MAX).chain([candidate]).collect();
		Seconds::<T>::insert(id, seconder, frame_support::BoundedVec::truncate_from(others));
		Nominations::<T>::mutate(id, candidate, |nomination| {
			if let Some(nomination) = nomination {
				nomination.seconders = nomination.seconders.max(1);
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, candidate);

		assert!(!Seconds::<T>::get(id, seconder).contains(&candidate));
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

	/// The first ballot of an owner, with a receipt if the class counts the silent.
	#[benchmark]
	fn cast(b: Linear<0, MAX_BUILDINGS>, s: Linear<0, 1>) -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(b, if s == 0 { PLAIN } else { FOLLOW })?;
		let (who, owner) = first::<T>(&people)?;
		if s > 0 {
			Pallet::<T>::do_acknowledge(id, owner)?;
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, Choice::For);

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	/// The last of `o` ballots. Not used for weights: with `touch_among` it shows that the cost does not depend on `o`.
	#[benchmark(extra)]
	fn cast_among(o: Linear<100, 20_000>) -> Result<(), BenchmarkError> {
		let (id, who, owner) = all_voted_but_one::<T>(o)?;

		#[extrinsic_call]
		cast(RawOrigin::Signed(who), id, Choice::For);

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	/// The storage accesses of a ballot alone, which isolate the cost of a larger state.
	#[benchmark(extra)]
	fn touch_among(o: Linear<100, 20_000>) -> Result<(), BenchmarkError> {
		let (id, who, owner) = all_voted_but_one::<T>(o)?;
		let other = T::Electorate::owner_of(&account("owner", 0, 0)).ok_or("there are owners")?;
		let ballot = Ballots::<T>::get(id, other).ok_or("the others voted")?;

		#[block]
		{
			let poll = Polls::<T>::get(id).ok_or("there is a vote")?;
			let owner = T::Electorate::represented_by(&who).ok_or("the owner has a representative")?;
			let power = T::Electorate::power_at(owner, poll.record_block, None);
			assert!(!power.is_zero() && Ballots::<T>::get(id, owner).is_none());
			Ballots::<T>::insert(id, owner, ballot);
			Polls::<T>::insert(id, poll);
		}

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	/// Closes a vote of `o` ballots. Not used for weights: it shows that the cost does not depend on `o`.
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
		Pallet::<T>::do_acknowledge(id, owner)?;

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

	/// Worst case: the proxy was used, and its ballot is withdrawn.
	#[benchmark]
	fn revoke_proxy() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (who, owner) = first::<T>(&people)?;
		let holder = holder::<T>();
		Pallet::<T>::do_grant_proxy(id, owner, holder.clone(), None)?;
		Pallet::<T>::do_acknowledge(id, owner)?;
		Pallet::<T>::do_cast_by_proxy(id, owner, holder, Choice::For)?;

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
		Pallet::<T>::do_acknowledge(id, owner)?;

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
		Pallet::<T>::do_acknowledge(id, owner)?;
		Pallet::<T>::do_enter_paper(id, owner, Choice::For, ContentHash::zero(), account("clerk", 0, 0))?;
		let origin = T::WitnessOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, owner, Choice::For, ContentHash::zero());

		assert!(Ballots::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn record_delivery() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = announced::<T>()?;
		let (_, owner) = first::<T>(&people)?;
		let origin = registrar::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, owner);

		assert!(Deliveries::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn acknowledge() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
		let (who, owner) = first::<T>(&people)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(Deliveries::<T>::contains_key(id, owner));
		Ok(())
	}

	/// Worst case: an election in which all candidates are approved and ranked.
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

	/// The notice of a run-off in the largest electorate.
	#[benchmark]
	fn call_run_off() -> Result<(), BenchmarkError> {
		let people = community::<T>(3)?;
		let question = Question::Options { options: Options::truncate_from(vec![None; 3]), matter: None };
		let buildings = some_buildings(MAX_BUILDINGS);
		T::BenchmarkHelper::fill_sets(&every_building());
		let id = make::<T>(Proposer::Committee, question, PLAIN, buildings)?;
		pass::<T>(SPAN);
		for (option, (_, owner)) in (0u8..).zip(&people) {
			Pallet::<T>::do_cast(id, *owner, Choice::Pick { option }, Channel::Own)?;
		}
		pass::<T>(SPAN);
		Pallet::<T>::do_close(id)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), id);

		assert!(RunOffs::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn enter_judgment() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = rejected::<T>(&people)?;
		let origin = T::AnnulOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, ContentHash::zero());

		assert!(Judgments::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn countersign_judgment() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = rejected::<T>(&people)?;
		T::BenchmarkHelper::fill_committee();
		Pallet::<T>::do_enter_judgment(id, ContentHash::zero(), account("auditor", 0, 0))?;
		let origin = registrar::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, ContentHash::zero());

		assert!(matches!(state::<T>(id)?, State::Passed { .. }));
		Ok(())
	}

	#[benchmark]
	fn revoke_judgment() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = rejected::<T>(&people)?;
		T::BenchmarkHelper::fill_committee();
		Pallet::<T>::do_enter_judgment(id, ContentHash::zero(), account("auditor", 0, 0))?;
		Pallet::<T>::do_countersign_judgment(id, ContentHash::zero(), account("registrar", 0, 0))?;
		let origin = committee_origin::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id);

		assert!(matches!(state::<T>(id)?, State::Rejected { .. }));
		Ok(())
	}

	/// A motion whose call is a preimage and is refused at once, so that only the pallet's own work is measured.
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

	/// Worst case: a full committee replaces a full one.
	#[benchmark]
	fn seat() -> Result<(), BenchmarkError> {
		let people = community::<T>(MAX_CANDIDATES)?;
		T::BenchmarkHelper::fill_committee();
		let id = open_election::<T>(&people)?;
		for (_, owner) in &people {
			Pallet::<T>::do_cast(id, *owner, Choice::Approve { candidates: u32::MAX }, Channel::Own)?;
		}
		pass::<T>(SPAN);
		Pallet::<T>::do_close(id)?;
		pass::<T>(SPAN);

		#[extrinsic_call]
		enact(RawOrigin::Signed(account("anyone", 0, 0)), id, Weight::zero());

		assert!(matches!(state::<T>(id)?, State::Enacted { .. }));
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
	fn contest_paper() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let (who, owner) = first::<T>(&people)?;
		let id = voted_on_paper::<T>(owner)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, ContentHash::zero());

		assert!(Contests::<T>::contains_key(id, owner));
		Ok(())
	}

	#[benchmark]
	fn settle_contest() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let (_, owner) = first::<T>(&people)?;
		let id = voted_on_paper::<T>(owner)?;
		Pallet::<T>::do_contest_paper(id, owner, ContentHash::zero())?;
		let origin = T::AnnulOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, owner, true, ContentHash::zero());

		let settlement = Contests::<T>::get(id, owner).map(|contest| contest.settlement);
		assert!(matches!(settlement, Some(Settlement::Entered { .. })));
		Ok(())
	}

	/// Worst case: the paper ballot is upheld, and one by proxy is withdrawn.
	#[benchmark]
	fn countersign_settlement() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let (_, owner) = first::<T>(&people)?;
		let id = voted_on_paper::<T>(owner)?;
		Pallet::<T>::do_contest_paper(id, owner, ContentHash::zero())?;
		let holder = holder::<T>();
		Pallet::<T>::do_grant_proxy(id, owner, holder.clone(), None)?;
		Pallet::<T>::do_cast_by_proxy(id, owner, holder, Choice::For)?;
		Pallet::<T>::do_settle_contest(id, owner, true, ContentHash::zero(), account("auditor", 0, 0))?;
		let origin = registrar::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, owner, true, ContentHash::zero());

		let kind = Ballots::<T>::get(id, owner).map(|ballot| ballot.channel.kind());
		assert_eq!(kind, Some(ChannelKind::Paper));
		Ok(())
	}

	#[benchmark]
	fn countersign_delivery() -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let id = announced::<T>()?;
		let (_, owner) = first::<T>(&people)?;
		Pallet::<T>::do_record_delivery(id, owner, account("clerk", 0, 0))?;
		let origin = T::WitnessOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, owner);

		assert!(Deliveries::<T>::get(id, owner).is_some_and(|delivery| delivery.counts()));
		Ok(())
	}

	/// Counts a ballot in as many tracts as there can be, with `b` buildings in all.
	#[benchmark]
	fn tally_tracts(b: Linear<1, MAX_BUILDINGS>) -> Result<(), BenchmarkError> {
		let people = community::<T>(2)?;
		let buildings = every_building();
		let book = book_with_tracts(buildings.get(..b as usize).ok_or("there are buildings")?);
		Pallet::<T>::do_set_rule_book(book, 0)?;
		let id = vote::<T>(0, PLAIN)?;
		let (_, owner) = first::<T>(&people)?;
		let poll = Polls::<T>::get(id).ok_or("there is a vote")?;
		assert_eq!(poll.tract_buildings, b);

		#[block]
		{
			Pallet::<T>::count_in_tracts(id, owner, &poll, None, Some(&Choice::For))?;
		}

		let counts = |tract: &TractPoll| tract.count().is_some_and(|count| count.in_favour.heads > 0);
		assert!(TractPolls::<T>::get(id).iter().all(counts));
		Ok(())
	}

	/// Worst case: the maximum number of sets of buildings.
	#[benchmark]
	fn look_up_tracts() -> Result<(), BenchmarkError> {
		community::<T>(1)?;
		T::BenchmarkHelper::fill_sets(&every_building());
		let book = book_with_tracts(&every_building());

		#[block]
		{
			Pallet::<T>::ensure_tracts(&book)?;
		}

		assert!(!book.tracts.is_empty());
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::benchmark_externalities(), crate::mock::Test);
}
