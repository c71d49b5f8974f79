// SPDX-License-Identifier: Apache-2.0

//! Instalment plans: the owner of a unit and the manager agree to pay some of its bills little by little.
//!
//! Either side proposes a plan, and the other accepts it; a new proposal replaces one that was not answered. While the
//! plan is kept no late fee accrues on its bills, and mandates collect the instalments that are due instead of the
//! whole bills. A plan is kept if, [`INSTALMENT_GRACE`] after each instalment is due, the instalments up to it are
//! paid. Bills in dispute are not asked for meanwhile; what a ruling, a refund or a move adds can be paid within the
//! grace from then on.
//!
//! Whether a plan is kept is computed when a bill is looked at ([`Pallet::standing`]), and written down before anything
//! changes a bill ([`Pallet::touch_plan`]), so that late fees run from the moment at which it was broken, whenever that
//! is noticed. A bill is in one plan at most, ever: plans cannot be strung together to pay no late fee.

use crate::{
	late_fee::{self, Stop},
	statements::Statement,
	types::{
		Bill, EndedPlan, EntryKind, Instalments, OpenKey, Plan, PlanEnd, PlanId, PlanSide, PlanStanding, PlannedBills,
		RunningPlan, INSTALMENT_GRACE, MAX_PLAN_TIME,
	},
	Bills, Charges, Config, Contributions, Error, Event, NextPlan, Pallet, Plans, UnitPlans,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{EnsureOrigin, Get},
};
use linli_primitives::{
	traits::{Clock, OwnersRegister, People},
	BillKey, Fen, Moment, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

type PlanOf<T> = Plan<<T as frame_system::Config>::AccountId>;

/// What a plan asks for on a bill: a disputed one waits for its ruling.
fn asked<A>(bill: &Bill<A>) -> Fen {
	if bill.is_disputed() {
		0
	} else {
		bill.owed()
	}
}

impl<T: Config> Pallet<T> {
	/// See [`Pallet::propose_plan`]. `is_manager` if the account holds that office.
	pub(crate) fn do_propose_plan(
		proposer: T::AccountId,
		is_manager: bool,
		unit: UnitId,
		bills: PlannedBills,
		instalments: Instalments,
	) -> Result<PlanId, DispatchError> {
		ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
		let side = Self::side(&proposer, is_manager, unit)?;
		Self::ensure_no_plan_runs(unit)?;
		let now = T::Clock::now();
		ensure!(!bills.is_empty() && are_dates_valid(&instalments, now), Error::<T>::InvalidPlan);
		let mut queue = Vec::new();
		for (place, key) in bills.iter().enumerate() {
			ensure!(!bills.iter().take(place).any(|other| other == key), Error::<T>::DuplicateBill);
			ensure!(key.unit == unit, Error::<T>::BillNotFound);
			let mut bill = Self::plannable(*key)?;
			Self::accrue(*key, &mut bill)?;
			queue.push((OpenKey::new(bill.due, *key), bill.owed()));
		}
		queue.sort();
		let owed = queue.iter().map(|(_, owed)| *owed).fold(0, Fen::saturating_add);
		let total = instalments.iter().map(|instalment| instalment.amount).fold(0, Fen::saturating_add);
		ensure!(owed == total, Error::<T>::InstalmentsMismatch);
		ensure!(Self::have_places(&queue, &instalments), Error::<T>::TooManyParts);
		Self::make_way(unit);
		let id = NextPlan::<T>::get();
		NextPlan::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		let plan = Plan { unit, proposer: proposer.clone(), side, bills, instalments, proposed: now, running: None };
		Plans::<T>::insert(id, plan);
		UnitPlans::<T>::insert(unit, id);
		Self::deposit_event(Event::PlanProposed { plan: id, unit, proposer });
		Ok(id)
	}

	/// See [`Pallet::accept_plan`].
	pub(crate) fn do_accept_plan(by: T::AccountId, is_manager: bool, unit: UnitId, id: PlanId) -> DispatchResult {
		ensure!(UnitPlans::<T>::get(unit) == Some(id), Error::<T>::PlanNotFound);
		let mut plan = Plans::<T>::get(id).ok_or(Error::<T>::PlanNotFound)?;
		ensure!(plan.running.is_none(), Error::<T>::PlanAlreadyAccepted);
		let side = Self::side(&by, is_manager, unit)?;
		ensure!(side != plan.side && !T::People::related(&by, &plan.proposer), Error::<T>::OwnPlan);
		// The owner may have changed since.
		let is_owners = plan.side == PlanSide::Manager || T::Register::is_owner(&plan.proposer, unit);
		let in_time = plan.instalments.first().is_some_and(|first| first.due > T::Clock::now());
		ensure!(is_owners && in_time, Error::<T>::PlanLapsed);
		let bills = plan.bills.iter().map(|key| Self::plannable(*key).map(|bill| (*key, bill)));
		let bills = bills.collect::<Result<Vec<_>, DispatchError>>()?;
		let mut owed: Fen = 0;
		for (key, before) in bills {
			let mut bill = before.clone();
			let accrued = Self::accrue(key, &mut bill)?;
			bill.plan = Some(id);
			owed = owed.checked_add(bill.owed()).ok_or(ArithmeticError::Overflow)?;
			Self::announce_late_fee(key, accrued);
			let mut statement = Statement::<T>::open(unit, T::Clock::now());
			statement.write(EntryKind::LateFee { bill: key }, accrued)?;
			statement.close();
			Self::store_bill(key, &before, bill)?;
		}
		let from = T::Clock::lived();
		plan.running = Some(RunningPlan { by: by.clone(), from, owed, since: from, ended: None });
		Plans::<T>::insert(id, plan);
		Self::deposit_event(Event::PlanAccepted { plan: id, unit, by });
		Ok(())
	}

	/// See [`Pallet::end_plan`].
	pub(crate) fn do_end_plan(by: T::AccountId, is_manager: bool, unit: UnitId) -> DispatchResult {
		let id = UnitPlans::<T>::get(unit).ok_or(Error::<T>::PlanNotFound)?;
		let plan = Plans::<T>::get(id).ok_or(Error::<T>::PlanNotFound)?;
		let is_owner = T::Register::is_owner(&by, unit);
		match Self::standing(&plan) {
			PlanStanding::Proposed => {
				ensure!(is_owner || is_manager, Error::<T>::NotOwner);
				Self::drop_proposed_plan(id, unit);
			}
			PlanStanding::Kept { .. } => {
				ensure!(is_owner, Error::<T>::PlanRunning);
				Self::end(id, plan, T::Clock::lived(), PlanEnd::Withdrawn);
			}
			PlanStanding::Broken { at } => Self::end(id, plan, at, PlanEnd::Broken),
			PlanStanding::Completed => Self::end(id, plan, T::Clock::lived(), PlanEnd::Completed),
		}
		Ok(())
	}

	/// Ends the unit's plan, since the unit was sold.
	pub(crate) fn end_plan_of_sold(unit: UnitId) {
		let Some(id) = UnitPlans::<T>::get(unit) else { return };
		let Some(plan) = Plans::<T>::get(id) else { return };
		match Self::standing(&plan) {
			PlanStanding::Proposed => Self::drop_proposed_plan(id, unit),
			PlanStanding::Broken { at } => Self::end(id, plan, at, PlanEnd::Broken),
			_ => Self::end(id, plan, T::Clock::lived(), PlanEnd::Sold),
		}
	}

	/// How a plan stands that has not ended.
	pub fn standing(plan: &PlanOf<T>) -> PlanStanding {
		let Some(running) = &plan.running else { return PlanStanding::Proposed };
		let bills: Vec<_> = plan.bills.iter().filter_map(|key| Bills::<T>::get(key.parts())).collect();
		if !bills.iter().any(Bill::is_open) {
			return PlanStanding::Completed;
		}
		let left = bills.iter().map(asked).fold(0, Fen::saturating_add);
		let paid = running.owed.saturating_sub(left);
		let lived = T::Clock::lived();
		let last = plan.instalments.len().saturating_sub(1);
		let (mut wanted, mut due): (Fen, Fen) = (0, 0);
		for (place, instalment) in plan.instalments.iter().enumerate() {
			let from = T::Clock::lived_at(instalment.due);
			if from > lived {
				break;
			}
			wanted = wanted.saturating_add(instalment.amount);
			due = if place == last { left } else { wanted.saturating_sub(paid).min(left) };
			let end = from.max(running.since).saturating_add(INSTALMENT_GRACE);
			if due > 0 && end <= lived {
				return PlanStanding::Broken { at: end };
			}
		}
		PlanStanding::Kept { due }
	}

	/// The time in which no late fee accrues on the bill because of its plan.
	pub(crate) fn stop_by_plan(bill: &Bill<T::AccountId>) -> Option<Stop> {
		let plan = Plans::<T>::get(bill.plan?)?;
		let running = plan.running.as_ref()?;
		let until = match running.ended {
			Some(ended) => ended.lived,
			None => match Self::standing(&plan) {
				PlanStanding::Broken { at } => at,
				_ => T::Clock::lived(),
			},
		};
		Some(Stop { from: running.from, until })
	}

	/// What a mandate may collect of the bill now; `None` if it is in no plan that is kept.
	pub(crate) fn instalment_due(bill: &Bill<T::AccountId>) -> Option<Fen> {
		let plan = Plans::<T>::get(bill.plan?).filter(|plan| !is_ended(plan))?;
		match Self::standing(&plan) {
			PlanStanding::Kept { due } => Some(due),
			_ => None,
		}
	}

	/// Notes, before a bill of a plan changes from `before` to `after`, that the plan was broken, or that more is asked
	/// for from now on.
	pub(crate) fn touch_plan(before: &Bill<T::AccountId>, after: &Bill<T::AccountId>) {
		let Some(id) = before.plan else { return };
		let Some(mut plan) = Plans::<T>::get(id).filter(|plan| !is_ended(plan)) else { return };
		if let PlanStanding::Broken { at } = Self::standing(&plan) {
			Self::end(id, plan, at, PlanEnd::Broken);
		} else if asked(after) > asked(before) {
			if let Some(running) = plan.running.as_mut() {
				running.since = T::Clock::lived();
			}
			Plans::<T>::insert(id, plan);
		}
	}

	/// The account that signed, and whether it is the manager.
	pub(crate) fn ensure_manager_or_signed(origin: T::RuntimeOrigin) -> Result<(T::AccountId, bool), DispatchError> {
		match T::ManagerOrigin::try_origin(origin) {
			Ok(manager) => Ok((manager, true)),
			Err(origin) => Ok((frame_system::ensure_signed(origin)?, false)),
		}
	}

	/// The side of the account: an owner of the unit, or the manager, who does not live there.
	fn side(account: &T::AccountId, is_manager: bool, unit: UnitId) -> Result<PlanSide, DispatchError> {
		if T::Register::is_owner(account, unit) {
			return Ok(PlanSide::Owner);
		}
		ensure!(is_manager, Error::<T>::NotOwner);
		ensure!(!T::Register::is_at_home(account, unit), Error::<T>::OwnMatter);
		Ok(PlanSide::Manager)
	}

	fn ensure_no_plan_runs(unit: UnitId) -> DispatchResult {
		let plan = UnitPlans::<T>::get(unit).and_then(Plans::<T>::get);
		let runs = plan.is_some_and(|plan| matches!(Self::standing(&plan), PlanStanding::Kept { .. }));
		ensure!(!runs, Error::<T>::PlanRunning);
		Ok(())
	}

	/// Makes way for another plan of the unit: drops one that was not accepted, and ends one that is broken or
	/// completed.
	fn make_way(unit: UnitId) {
		let Some(id) = UnitPlans::<T>::get(unit) else { return };
		let Some(plan) = Plans::<T>::get(id) else { return };
		match Self::standing(&plan) {
			PlanStanding::Proposed => Self::drop_proposed_plan(id, unit),
			PlanStanding::Kept { .. } => (),
			PlanStanding::Broken { at } => Self::end(id, plan, at, PlanEnd::Broken),
			PlanStanding::Completed => Self::end(id, plan, T::Clock::lived(), PlanEnd::Completed),
		}
	}

	fn drop_proposed_plan(id: PlanId, unit: UnitId) {
		Plans::<T>::remove(id);
		UnitPlans::<T>::remove(unit);
		Self::deposit_event(Event::PlanWithdrawn { plan: id, unit });
	}

	fn end(id: PlanId, mut plan: PlanOf<T>, lived: Moment, reason: PlanEnd) {
		let unit = plan.unit;
		if let Some(running) = plan.running.as_mut() {
			running.ended = Some(EndedPlan { lived, reason });
		}
		Plans::<T>::insert(id, plan);
		UnitPlans::<T>::remove(unit);
		Self::deposit_event(Event::PlanEnded { plan: id, unit, reason });
	}

	/// A bill that can be in a plan.
	fn plannable(key: BillKey) -> Result<Bill<T::AccountId>, DispatchError> {
		let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		ensure!(bill.is_open() && !bill.is_disputed(), Error::<T>::BillNotOpen);
		ensure!(bill.plan.is_none(), Error::<T>::BillAlreadyPlanned);
		Ok(bill)
	}

	/// Brings the bill's late fee up to date and returns the amount added.
	fn accrue(key: BillKey, bill: &mut Bill<T::AccountId>) -> Result<Fen, DispatchError> {
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let lived = Self::lived(bill);
		Ok(late_fee::accrue(bill, &terms.late(), lived))
	}

	/// Whether each bill has places for the instalments that pay it, if they pay the oldest due first.
	fn have_places(queue: &[(OpenKey, Fen)], instalments: &Instalments) -> bool {
		let places = usize::try_from(T::MaxPartsPerBill::get()).unwrap_or(usize::MAX);
		let mut amounts = instalments.iter().map(|instalment| instalment.amount);
		let mut money: Fen = 0;
		queue.iter().all(|(key, owed)| {
			let mut parts = Contributions::<T>::get(key.id()).len();
			let mut owed = *owed;
			while owed > 0 {
				if money == 0 {
					let Some(amount) = amounts.next() else { break };
					money = amount;
				}
				let paid = money.min(owed);
				money = money.saturating_sub(paid);
				owed = owed.saturating_sub(paid);
				parts = parts.saturating_add(1);
			}
			parts <= places
		})
	}
}

fn is_ended<A>(plan: &Plan<A>) -> bool {
	plan.running.as_ref().is_some_and(|running| running.ended.is_some())
}

/// Whether there are instalments, none of them zero, each due after the one before, from now on and within
/// [`MAX_PLAN_TIME`].
fn are_dates_valid(instalments: &Instalments, now: Moment) -> bool {
	let mut before = now;
	let in_order = instalments.iter().all(|instalment| {
		let is_later = instalment.due > before;
		before = instalment.due;
		is_later && instalment.amount > 0
	});
	!instalments.is_empty() && in_order && before <= now.saturating_add(MAX_PLAN_TIME)
}
