// SPDX-License-Identifier: Apache-2.0

//! What the calls cost, measured on the dearest case of each. `n` units bear what the repair pot gives.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)] // Benchmarks are no part of the chain.

use super::*;
use crate::types::{
	Inspection, MilestoneState, MilestoneTerms, ProjectState, ProjectTerms, Source, Submission, MAX_INSPECTORS,
	MAX_MILESTONES, MAX_SOURCES,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, FundLedger, RepairShares},
	BuildingId, Buildings, Cause, ContentHash, Fen, Fraction, MilestoneId, Moment, OwnerId, PotId, ProjectId,
	MAX_BUILDINGS,
};
use sp_runtime::{DispatchError, DispatchResult};

/// What the benchmarks need done outside the pallet.
pub trait BenchmarkHelper<AccountId> {
	/// Makes it `now`.
	fn set_time(now: Moment);

	/// Makes sure that the pot exists and that its next entry is the first of a month, which is the most expensive.
	fn ensure_pot(pot: PotId) -> DispatchResult;

	/// Makes sure that `units` units of building 0 and no others are related to it, and that the repair pot has `amount` fen
	/// that belong to them.
	fn fill_repair_pot(units: u32, amount: Fen);

	/// Adds an owner with `account` as representative and a home of 90 m² in each of `buildings`. The units count from the
	/// block in which they are added.
	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId;

	/// Makes the totals of `buildings` look through as many sets of buildings as they can.
	fn fill_sets(buildings: &[BuildingId]);
}

/// What a milestone costs: it divides into odd parts.
const AMOUNT: Fen = 1_000_003;
const WINDOW: Moment = 7 * DAY;
/// 1 December 2026.
const BEGIN: Moment = 1_796_054_400_000;
/// The number of the last milestone.
const LAST: MilestoneId = 15;

fn contractor<T: Config>() -> T::AccountId {
	account("contractor", 0, 0)
}

fn inspector<T: Config>(number: u32) -> T::AccountId {
	account("inspector", number, 0)
}

/// As many buildings as can be named; the units of the repair fund stand in the first.
fn buildings() -> Buildings {
	let all = (0..MAX_BUILDINGS).filter_map(|building| BuildingId::try_from(building).ok());
	BoundedVec::truncate_from(all.collect())
}

/// The pots of as many sources as there can be, the repair pot among them.
fn pots<T: Config>() -> Vec<PotId> {
	let repair = T::Repair::pot();
	let others = (0..PotId::MAX).filter(|pot| *pot != repair);
	let wanted = others.zip(1..MAX_SOURCES).map(|(pot, _)| pot);
	wanted.chain([repair]).filter(|pot| T::BenchmarkHelper::ensure_pot(*pot).is_ok()).collect()
}

/// An owner at home in all related buildings, who can object, and whom it takes long to find.
fn owner<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("owner", 0, 0);
	T::BenchmarkHelper::add_owner(&who, &buildings());
	T::BenchmarkHelper::fill_sets(&buildings());
	who
}

/// Terms as wide as they can be, and pots with the money for them.
fn terms<T: Config>(units: u32) -> ProjectTerms<T::AccountId> {
	T::BenchmarkHelper::set_time(BEGIN);
	let pots = pots::<T>();
	T::BenchmarkHelper::fill_repair_pot(units, AMOUNT.saturating_mul(MAX_MILESTONES.into()));
	let cost = AMOUNT.saturating_mul(MAX_MILESTONES.into());
	let part = cost.checked_div(pots.len() as Fen).expect("there is a pot");
	let mut left = cost;
	let mut sources = Vec::new();
	for (place, pot) in pots.iter().enumerate() {
		let amount = if place + 1 == pots.len() { left } else { part };
		left = left.saturating_sub(amount);
		if *pot != T::Repair::pot() {
			T::Ledger::issue(*pot, amount, Cause::Donation).expect("money can be issued in benchmarks");
		}
		// Writing to a book of the month is dearest when it is the first.
		T::BenchmarkHelper::ensure_pot(*pot).expect("the pot was opened before");
		sources.push(Source { pot: *pot, amount });
	}
	let milestone = MilestoneTerms { amount: AMOUNT, deadline: BEGIN + 30 * DAY, evidence: ContentHash::zero() };
	ProjectTerms {
		scope: ContentHash::zero(),
		contractor: contractor::<T>(),
		milestones: BoundedVec::truncate_from((0..MAX_MILESTONES).map(|_| milestone).collect()),
		sources: BoundedVec::truncate_from(sources),
		inspectors: BoundedVec::truncate_from((0..MAX_INSPECTORS).map(inspector::<T>).collect()),
		inspections_needed: 8,
		retention: Fraction::new(5, 100),
		warranty: 730 * DAY,
		objection_window: WINDOW,
		objection_share: Fraction::new(1, 1_000_000),
		related: Some(buildings()),
	}
}

/// Opens a project on such terms. Owners of some buildings cannot decide over several pots: here they do, so that all
/// that can be dear is so in the same project.
fn open_anyway<T: Config>(terms: ProjectTerms<T::AccountId>, units: u32) -> Result<u32, DispatchError> {
	terms.check(T::Clock::now()).map_err(Error::<T>::InvalidTerms)?;
	Pallet::<T>::ensure_people(&terms)?;
	// All pots are looked at: the repair pot, which the whole community may not give from, is the last.
	assert!(Pallet::<T>::ensure_sources(&terms, None).is_err());
	Pallet::<T>::open_checked(0, terms, units)
}

/// All but one of the places for open projects are taken.
fn fill_open_projects<T: Config>() {
	OpenProjects::<T>::mutate(|open| {
		let taken = usize::try_from(T::MaxOpen::get()).expect("places are few") - 1;
		while open.len() < taken {
			open.try_push(ProjectId::MAX).expect("there is room");
		}
	});
}

fn open<T: Config>(units: u32) -> ProjectId {
	owner::<T>();
	fill_open_projects::<T>();
	let terms = terms::<T>(units);
	next_block::<T>();
	let id = NextProject::<T>::get();
	open_anyway::<T>(terms, units).expect("the terms are sound");
	again::<T>(id);
	id
}

/// The next entry of each pot is the first of its month again.
fn again<T: Config>(id: ProjectId) {
	for source in Terms::<T>::get(id).expect("the project is open").sources {
		T::BenchmarkHelper::ensure_pot(source.pot).expect("the pot was opened before");
	}
}

/// Who came in this block, was there at its end.
fn next_block<T: Config>() {
	let two = frame_system::Pallet::<T>::block_number() + 2u32.into();
	frame_system::Pallet::<T>::set_block_number(two);
}

fn pass<T: Config>(time: Moment) {
	T::BenchmarkHelper::set_time(T::Clock::now() + time);
}

fn change<T: Config>(id: ProjectId, number: MilestoneId, change: impl FnOnce(&mut MilestoneOf<T>)) {
	Milestones::<T>::mutate(id, number, |milestone| {
		change(milestone.as_mut().expect("the milestone is there"));
	});
}

fn state<T: Config>(id: ProjectId, number: MilestoneId) -> MilestoneState<BlockOf<T>> {
	Milestones::<T>::get(id, number).expect("the milestone is there").state
}

/// Submits, and has all inspectors but the last report.
fn submit<T: Config>(id: ProjectId, number: MilestoneId, accept: bool) {
	Pallet::<T>::do_submit(contractor::<T>(), id, number, ContentHash::zero()).expect("it can be submitted");
	let inspections = (0..MAX_INSPECTORS - 1).map(|number| Inspection {
		inspector: inspector::<T>(number),
		accept,
		report: ContentHash::zero(),
	});
	let inspections = BoundedVec::truncate_from(inspections.collect());
	change::<T>(id, number, |milestone| {
		let at = milestone.submission.as_ref().expect("it was submitted").at;
		milestone.submission = Some(Submission { at, evidence: ContentHash::zero(), inspections });
	});
}

fn accept<T: Config>(id: ProjectId, number: MilestoneId) {
	submit::<T>(id, number, true);
	let last = inspector::<T>(MAX_INSPECTORS - 1);
	Pallet::<T>::do_inspect(last, id, number, true, ContentHash::zero()).expect("it can be accepted");
}

/// All milestones but the last are settled, and what they were for is back.
fn settle_others<T: Config>(id: ProjectId) {
	let (terms, mut project) = Pallet::<T>::load(id).expect("the project is open");
	for number in 0..LAST {
		change::<T>(id, number, |milestone| {
			milestone.state = MilestoneState::Cancelled { at: BEGIN };
			milestone.sums.returned = AMOUNT;
		});
	}
	let back = AMOUNT * Fen::from(LAST);
	Pallet::<T>::send_back(id, &terms, &mut project, back, u32::MAX).expect("the money is held");
	project.unsettled = 1;
	Projects::<T>::insert(id, project);
	again::<T>(id);
}

/// The last milestone is paid, and its retention is all that is held.
fn in_warranty<T: Config>(units: u32) -> ProjectId {
	let id = open::<T>(units);
	settle_others::<T>(id);
	accept::<T>(id, LAST);
	pass::<T>(WINDOW);
	Pallet::<T>::do_pay(id, LAST).expect("it can be paid");
	let project = Projects::<T>::get(id).expect("the project is open");
	assert!(matches!(project.state, ProjectState::Warranty { .. }));
	again::<T>(id);
	id
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open(n: Linear<1, { T::Repair::max_units() }>) -> Result<(), BenchmarkError> {
		owner::<T>();
		fill_open_projects::<T>();
		let terms = terms::<T>(n);
		let origin = T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		next_block::<T>();

		#[block]
		{
			T::DecisionOrigin::ensure_origin(origin).map_err(DispatchError::from)?;
			open_anyway::<T>(terms, n)?;
		}

		assert_eq!(NextProject::<T>::get(), 1);
		Ok(())
	}

	#[benchmark]
	fn submit() {
		let id = super::open::<T>(1);
		super::submit::<T>(id, LAST, false);
		change::<T>(id, LAST, |milestone| milestone.state = MilestoneState::Rejected { at: BEGIN });

		#[extrinsic_call]
		_(RawOrigin::Signed(contractor::<T>()), id, LAST, ContentHash::repeat_byte(1));

		assert!(matches!(state::<T>(id, LAST), MilestoneState::Submitted { .. }));
	}

	#[benchmark]
	fn inspect() {
		let id = super::open::<T>(1);
		super::submit::<T>(id, LAST, true);

		#[extrinsic_call]
		_(RawOrigin::Signed(inspector::<T>(MAX_INSPECTORS - 1)), id, LAST, true, ContentHash::repeat_byte(1));

		assert!(matches!(state::<T>(id, LAST), MilestoneState::Accepted { .. }));
	}

	#[benchmark]
	fn object() {
		let id = super::open::<T>(1);
		accept::<T>(id, LAST);
		let who: T::AccountId = account("owner", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, LAST, ContentHash::repeat_byte(1));

		assert_eq!(Objections::<T>::iter().count(), 1);
	}

	#[benchmark]
	fn dispute() {
		let id = super::open::<T>(1);
		super::submit::<T>(id, LAST, true);
		pass::<T>(WINDOW);

		#[extrinsic_call]
		_(RawOrigin::Signed(contractor::<T>()), id, LAST, ContentHash::repeat_byte(1));

		assert!(matches!(state::<T>(id, LAST), MilestoneState::Disputed { .. }));
	}

	#[benchmark]
	fn rule(n: Linear<1, { T::Repair::max_units() }>) -> Result<(), BenchmarkError> {
		let id = super::open::<T>(n);
		settle_others::<T>(id);
		super::submit::<T>(id, LAST, true);
		pass::<T>(WINDOW);
		Pallet::<T>::do_dispute(contractor::<T>(), id, LAST, ContentHash::zero())?;
		let origin = T::RulingOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, LAST, AMOUNT / 2, ContentHash::repeat_byte(1), n);

		assert!(matches!(state::<T>(id, LAST), MilestoneState::Paid { .. }));
		Ok(())
	}

	#[benchmark]
	fn pay() {
		let id = super::open::<T>(1);
		settle_others::<T>(id);
		accept::<T>(id, LAST);
		pass::<T>(WINDOW);

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, LAST);

		assert!(matches!(state::<T>(id, LAST), MilestoneState::Paid { .. }));
	}

	#[benchmark]
	fn cancel(n: Linear<1, { T::Repair::max_units() }>) -> Result<(), BenchmarkError> {
		let id = super::open::<T>(n);
		pass::<T>(31 * DAY);
		let decision = T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let committee = T::CancelOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		// Either may act; each is looked at with what it reads.
		#[block]
		{
			T::DecisionOrigin::ensure_origin(decision).map_err(DispatchError::from)?;
			T::CancelOrigin::ensure_origin(committee).map_err(DispatchError::from)?;
			Pallet::<T>::do_cancel(id, None, n)?;
		}

		assert!(matches!(state::<T>(id, LAST), MilestoneState::Cancelled { .. }));
		assert_eq!(Pallet::<T>::held_for(id), 0);
		Ok(())
	}

	#[benchmark]
	fn release() {
		let id = in_warranty::<T>(1);
		pass::<T>(730 * DAY);
		let before = Totals::<T>::get().paid;

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id);

		assert!(Totals::<T>::get().paid > before);
	}

	#[benchmark]
	fn claim_defect() -> Result<(), BenchmarkError> {
		let id = in_warranty::<T>(1);
		// An inspector: the committee was asked first.
		let who = inspector::<T>(MAX_INSPECTORS - 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, 1, ContentHash::repeat_byte(1));

		assert!(Projects::<T>::get(id).is_some_and(|project| project.claim.is_some()));
		Ok(())
	}

	#[benchmark]
	fn withdraw_claim() -> Result<(), BenchmarkError> {
		let id = in_warranty::<T>(1);
		let by = Some(inspector::<T>(0));
		Pallet::<T>::do_claim_defect(by, id, 1, ContentHash::zero())?;
		let origin = T::ClaimOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);

		assert!(Projects::<T>::get(id).is_some_and(|project| project.claim.is_none()));
		Ok(())
	}

	#[benchmark]
	fn rule_claim(n: Linear<1, { T::Repair::max_units() }>) -> Result<(), BenchmarkError> {
		let id = in_warranty::<T>(n);
		let retained = Projects::<T>::get(id).ok_or("the project is open")?.retained;
		Pallet::<T>::do_claim_defect(None, id, retained, ContentHash::zero())?;
		let origin = T::RulingOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, retained, ContentHash::repeat_byte(1), n);

		assert!(Projects::<T>::get(id).is_some_and(|project| project.retained == 0));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::benchmark_externalities(), crate::mock::Test);
}
