// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls, each in its worst case. The repair pot's part falls on `n` units.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)] // Benchmarks are not part of the runtime.

use super::*;
use crate::types::{
	Inspection, MilestoneState, MilestoneTerms, ProjectState, ProjectTerms, Source, Submission, Variation,
	MAX_INSPECTORS, MAX_MILESTONES, MAX_SOURCES,
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

/// Sets up state outside the pallet for the benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the time to `now`.
	fn set_time(now: Moment);

	/// Ensures that the pot exists and that its next entry is the first of a month, the most expensive case.
	fn ensure_pot(pot: PotId) -> DispatchResult;

	/// Ensures that exactly `units` units are related to building 0, and that the repair pot holds `amount` fen that
	/// belong to them.
	fn fill_repair_pot(units: u32, amount: Fen);

	/// Adds an owner with `account` as representative and a home of 90 m² in each of `buildings`. The units count from
	/// the current block on.
	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId;

	/// Makes the totals of `buildings` iterate over the maximum number of sets of buildings.
	fn fill_sets(buildings: &[BuildingId]);
}

/// Cost of a milestone. Chosen so that it does not divide evenly.
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

/// The maximum number of buildings. The units of the repair fund are in the first.
fn buildings() -> Buildings {
	let all = (0..MAX_BUILDINGS).filter_map(|building| BuildingId::try_from(building).ok());
	BoundedVec::truncate_from(all.collect())
}

/// Pots for the maximum number of sources, including the repair pot.
fn pots<T: Config>() -> Vec<PotId> {
	let repair = T::Repair::pot();
	let others = (0..PotId::MAX).filter(|pot| *pot != repair);
	let wanted = others.zip(1..MAX_SOURCES).map(|(pot, _)| pot);
	wanted.chain([repair]).filter(|pot| T::BenchmarkHelper::ensure_pot(*pot).is_ok()).collect()
}

/// An owner with units in all related buildings who can object, in the worst case of the lookup.
fn owner<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("owner", 0, 0);
	T::BenchmarkHelper::add_owner(&who, &buildings());
	T::BenchmarkHelper::fill_sets(&buildings());
	who
}

/// Terms of the maximum size, with funded pots.
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
		// The first entry of a month is the most expensive.
		T::BenchmarkHelper::ensure_pot(*pot).expect("the pot exists");
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

/// Opens a project although its electorate cannot decide on several pots, so that one project combines all worst cases.
fn open_anyway<T: Config>(terms: ProjectTerms<T::AccountId>, units: u32) -> Result<u32, DispatchError> {
	terms.check(T::Clock::now()).map_err(Error::<T>::InvalidTerms)?;
	Pallet::<T>::ensure_people(&terms)?;
	// Looks up every pot: the whole community cannot decide on the repair pot for some buildings, and that pot is the
	// last.
	assert!(Pallet::<T>::ensure_sources(&terms, None).is_err());
	Pallet::<T>::open_checked(0, terms, units)
}

/// Leaves one place among the unfinished projects of the electorate.
fn fill_room<T: Config>() {
	UnfinishedProjects::<T>::insert(Some(buildings()), T::MaxUnfinished::get() - 1);
}

fn open<T: Config>(units: u32) -> ProjectId {
	owner::<T>();
	fill_room::<T>();
	let terms = terms::<T>(units);
	next_block::<T>();
	let id = NextProject::<T>::get();
	open_anyway::<T>(terms, units).expect("the terms are valid");
	again::<T>(id);
	id
}

/// Makes the next entry of each pot the first of its month again.
fn again<T: Config>(id: ProjectId) {
	for source in Terms::<T>::get(id).expect("the project is open").sources {
		T::BenchmarkHelper::ensure_pot(source.pot).expect("the pot exists");
	}
}

/// Moves past the end of this block, so that owners added in it count.
fn next_block<T: Config>() {
	let two = frame_system::Pallet::<T>::block_number() + 2u32.into();
	frame_system::Pallet::<T>::set_block_number(two);
}

fn pass<T: Config>(time: Moment) {
	T::BenchmarkHelper::set_time(T::Clock::now() + time);
}

fn change<T: Config>(id: ProjectId, number: MilestoneId, change: impl FnOnce(&mut MilestoneOf<T>)) {
	Milestones::<T>::mutate(id, number, |milestone| {
		change(milestone.as_mut().expect("the milestone exists"));
	});
}

fn state<T: Config>(id: ProjectId, number: MilestoneId) -> MilestoneState<BlockOf<T>> {
	Milestones::<T>::get(id, number).expect("the milestone exists").state
}

/// Submits a milestone and records the reports of all inspectors but the last.
fn submit<T: Config>(id: ProjectId, number: MilestoneId, accept: bool) {
	Pallet::<T>::do_submit(contractor::<T>(), id, number, ContentHash::zero(), 0)
		.expect("the milestone can be submitted");
	let inspections = (0..MAX_INSPECTORS - 1).map(|number| Inspection {
		inspector: inspector::<T>(number),
		accept,
		report: ContentHash::zero(),
	});
	let inspections = BoundedVec::truncate_from(inspections.collect());
	change::<T>(id, number, |milestone| {
		let at = milestone.submission.as_ref().expect("the milestone was submitted").at;
		milestone.submission = Some(Submission { at, evidence: ContentHash::zero(), inspections });
	});
}

fn accept<T: Config>(id: ProjectId, number: MilestoneId) {
	submit::<T>(id, number, true);
	let last = inspector::<T>(MAX_INSPECTORS - 1);
	Pallet::<T>::do_inspect(last, id, number, true, ContentHash::zero()).expect("the milestone can be accepted");
}

/// Settles all milestones but the last by returning their money.
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

/// Opens a project and pays its last milestone, so that only the retention is held.
fn in_warranty<T: Config>(units: u32) -> ProjectId {
	let id = open::<T>(units);
	settle_others::<T>(id);
	accept::<T>(id, LAST);
	pass::<T>(WINDOW);
	Pallet::<T>::do_pay(id, LAST).expect("the milestone can be paid");
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
		fill_room::<T>();
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
		let lived = T::Clock::lived();
		change::<T>(id, LAST, |milestone| milestone.state = MilestoneState::Rejected { at: BEGIN, lived });

		#[extrinsic_call]
		_(RawOrigin::Signed(contractor::<T>()), id, LAST, ContentHash::repeat_byte(1), 0);

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
		_(RawOrigin::Signed(contractor::<T>()), id, LAST, ContentHash::repeat_byte(1), 0);

		assert!(matches!(state::<T>(id, LAST), MilestoneState::Disputed { .. }));
	}

	#[benchmark]
	fn rule(n: Linear<1, { T::Repair::max_units() }>) -> Result<(), BenchmarkError> {
		let id = super::open::<T>(n);
		settle_others::<T>(id);
		super::submit::<T>(id, LAST, true);
		pass::<T>(WINDOW);
		Pallet::<T>::do_dispute(contractor::<T>(), id, LAST, ContentHash::zero(), 0)?;
		let decision = T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let origin = T::RulingOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		// Covers both origins and what each reads.
		#[block]
		{
			T::DecisionOrigin::ensure_origin(decision).map_err(DispatchError::from)?;
			T::RulingOrigin::ensure_origin(origin).map_err(DispatchError::from)?;
			Pallet::<T>::do_rule(None, id, LAST, AMOUNT / 2, ContentHash::repeat_byte(1), n)?;
		}

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

		// Covers both origins and what each reads.
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
		// An inspector is the worst case: the committee's origin is tried first.
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
		let decision = T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let origin = T::RulingOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		// Covers both origins and what each reads.
		#[block]
		{
			T::DecisionOrigin::ensure_origin(decision).map_err(DispatchError::from)?;
			T::RulingOrigin::ensure_origin(origin).map_err(DispatchError::from)?;
			Pallet::<T>::do_rule_claim(None, id, retained, ContentHash::repeat_byte(1), n)?;
		}

		assert!(Projects::<T>::get(id).is_some_and(|project| project.retained == 0));
		Ok(())
	}

	#[benchmark]
	fn vary() -> Result<(), BenchmarkError> {
		let id = super::open::<T>(1);
		// The worst case: every milestone is submitted, and loses the report of the inspector who is replaced.
		for number in 0..=LAST {
			super::submit::<T>(id, number, true);
		}
		let variation = Variation::Inspector { from: inspector::<T>(0), to: account("another", 0, 0) };
		let decision = T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let electorate = (0, Some(buildings()));

		#[block]
		{
			T::DecisionOrigin::ensure_origin(decision).map_err(DispatchError::from)?;
			Pallet::<T>::do_vary(&electorate, id, variation, 0, ContentHash::repeat_byte(1))?;
		}

		assert_eq!(Variations::<T>::iter_prefix(id).count(), 1);
		Ok(())
	}

	#[benchmark]
	fn conclude(n: Linear<1, { T::Repair::max_units() }>) -> Result<(), BenchmarkError> {
		let id = super::open::<T>(n);
		settle_others::<T>(id);
		super::submit::<T>(id, LAST, true);
		pass::<T>(WINDOW + T::ConclusionPeriod::get());

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, Some(LAST), n);

		assert!(matches!(state::<T>(id, LAST), MilestoneState::Cancelled { .. }));
		assert_eq!(Pallet::<T>::held_for(id), 0);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::benchmark_externalities(), crate::mock::Test);
}
