// SPDX-License-Identifier: Apache-2.0

//! What the benchmarks begin with.

use super::BenchmarkHelper;
use crate::{
	types::{
		Basis, Boundary, ChargeTerms, Credit, CreditScope, CreditState, Instalment, Instalments, InvoiceLine,
		InvoiceLines, Kinds, MonthlyDebits, Move, Plan, PlanSide, Rate, RunningPlan, SharedBy, SingleTerms, Tier,
		Tiers, UseOf, MAX_BUILDINGS, MAX_CREDITED_BILLS, MAX_DEBIT_MONTHS, MAX_INSTALMENTS, MAX_INVOICE_LINES,
		MAX_PLANNED_BILLS, MAX_TIERS,
	},
	*,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, Community, FundLedger},
	BillKey, BuildingId, ChargeId, ContentHash, Fen, Fraction, Moment, PaymentId, Period, PeriodKind, PotId, UnitId,
	UnitKind, Utility,
};

pub(super) const RATE: Fen = 10_000;
pub(super) const PLENTY: Fen = 1_000_000_000_000;
pub(super) const FIRST: Period = Period { year: 2026, month: 11 };

pub(super) fn kinds() -> Kinds {
	BoundedVec::truncate_from(UnitKind::ALL.to_vec())
}

/// Terms limited to the maximum number of buildings, with the unit's near the end of the list.
pub(super) fn terms(basis: Basis) -> ChargeTerms {
	let buildings = (0..MAX_BUILDINGS).rev().filter_map(|building| BuildingId::try_from(building).ok());
	ChargeTerms {
		pot: 0,
		basis,
		buildings: Some(BoundedVec::truncate_from(buildings.collect())),
		period: PeriodKind::Month,
		due_days: 15,
		grace_days: 30,
		late_rate: Fraction::new(5, 10_000),
		late_cap: Fraction::new(30, 100),
		discount: None,
	}
}

pub(super) fn per_area() -> ChargeTerms {
	terms(Basis::PerArea { kinds: kinds() })
}

/// Sets the time to November 2026, removes the live charges of the genesis, ensures that pot 0 exists, and returns a
/// funded account with its unit.
pub(super) fn resident<T: Config>() -> (T::AccountId, UnitId) {
	T::BenchmarkHelper::set_time(begin::<T>());
	let _ = NextPeriod::<T>::clear(u32::MAX, None);
	Unstarted::<T>::kill();
	assert!(T::BenchmarkHelper::ensure_pot(0).is_ok());
	let account: T::AccountId = account("resident", 0, 0);
	T::BenchmarkHelper::fund(&account, PLENTY);
	let unit = T::BenchmarkHelper::add_unit(&account, UnitKind::Residential, 9_803);
	(account, unit)
}

pub(super) fn begin<T: Config>() -> Moment {
	T::Community::start(FIRST).expect("2026 is in the calendar")
}

/// A charge with the maximum number of rates.
pub(super) fn charge<T: Config>(terms: ChargeTerms) -> ChargeId {
	let id = Pallet::<T>::do_create_charge(terms, RATE, FIRST, Tiers::default()).expect("the terms are valid");
	set_rates::<T>(id, Tiers::default());
	id
}

fn set_rates<T: Config>(id: ChargeId, tiers: Tiers) {
	let months = core::iter::successors(Some(FIRST), |month| month.next(PeriodKind::Month));
	let rates = months.zip(0..T::MaxRates::get()).map(|(from, _)| Rate { from, rate: RATE, tiers: tiers.clone() });
	Rates::<T>::insert(id, BoundedVec::truncate_from(rates.collect()));
}

/// The maximum number of tiers.
pub(super) fn tiers() -> Tiers {
	let tiers = (1..=u64::from(MAX_TIERS)).map(|number| Tier { above: number * 1_000, rate: RATE });
	BoundedVec::truncate_from(tiers.collect())
}

/// A metered charge with the maximum number of rates and tiers, three years after its beginning.
pub(super) fn metered<T: Config>() -> ChargeId {
	let id = charge::<T>(terms(Basis::Metered { kinds: kinds(), utility: Utility::ColdWater }));
	set_rates::<T>(id, tiers());
	T::BenchmarkHelper::set_time(begin::<T>() + 3 * 365 * DAY);
	id
}

/// A charge for a shared meter, three years after its beginning. Nobody reads the meter.
pub(super) fn shared<T: Config>() -> ChargeId {
	let id = charge::<T>(per_area());
	Charges::<T>::mutate(id, |charge| {
		if let Some(charge) = charge.as_mut() {
			charge.terms.basis = Basis::SharedMeter { meter: 0, kinds: kinds(), by: SharedBy::Area };
		}
	});
	T::BenchmarkHelper::set_time(begin::<T>() + 3 * 365 * DAY);
	id
}

/// So much had been used when the charges begin.
pub(super) fn settled<T: Config>(of: UseOf, total: u64) {
	Boundaries::<T>::insert(of, begin::<T>(), Boundary { total, at: begin::<T>(), revision: 0 });
}

/// The maximum number of charges, each paying into a pot of its own if there are enough pots.
pub(super) fn charges<T: Config>() -> Vec<ChargeId> {
	let pot = |number: u32| {
		let pot = PotId::try_from(number).ok();
		pot.filter(|pot| T::BenchmarkHelper::ensure_pot(*pot).is_ok() && T::Ledger::exists(*pot)).unwrap_or_default()
	};
	(0..T::MaxCharges::get()).map(|number| charge::<T>(ChargeTerms { pot: pot(number), ..per_area() })).collect()
}

/// Issues `count` bills to the unit, period by period for all charges, and moves the time on by a year. The first of
/// them are in a plan that was broken meanwhile and has to be ended.
pub(super) fn bill<T: Config>(charges: &[ChargeId], unit: UnitId, count: u32) -> Vec<BillKey> {
	let bills = issue::<T>(charges, unit, count);
	if count > 0 {
		plan::<T>(unit, &bills);
	}
	bills
}

/// A plan of the first of the bills, broken since its only instalment was due.
fn plan<T: Config>(unit: UnitId, bills: &[BillKey]) {
	let id = NextPlan::<T>::get();
	let bills: Vec<_> = bills.iter().copied().take(MAX_PLANNED_BILLS as usize).collect();
	for key in &bills {
		Bills::<T>::mutate(key.parts(), |bill| {
			if let Some(bill) = bill.as_mut() {
				bill.plan = Some(id);
			}
		});
	}
	let instalment = Instalment { due: begin::<T>() + DAY, amount: PLENTY };
	let from = T::Clock::lived_at(begin::<T>());
	let by = account("manager", 0, 0);
	let plan = Plan {
		unit,
		proposer: account("resident", 0, 0),
		side: PlanSide::Owner,
		bills: BoundedVec::truncate_from(bills),
		instalments: BoundedVec::truncate_from(alloc::vec![instalment]),
		proposed: 0,
		running: Some(RunningPlan { by, from, owed: PLENTY, since: from, ended: None }),
	};
	Plans::<T>::insert(id, plan);
	NextPlan::<T>::put(id + 1);
	UnitPlans::<T>::insert(unit, id);
}

/// The maximum number of instalments, which add up to what the unit owes.
pub(super) fn instalments<T: Config>(unit: UnitId) -> Instalments {
	let dues = Pallet::<T>::dues(unit);
	let each = (dues.principal + dues.late) / Fen::from(MAX_INSTALMENTS);
	let rest = (dues.principal + dues.late) % Fen::from(MAX_INSTALMENTS);
	let instalments = (1..=MAX_INSTALMENTS).map(|number| Instalment {
		due: T::Clock::now() + Moment::from(number) * DAY,
		amount: if number == 1 { each + rest } else { each },
	});
	BoundedVec::truncate_from(instalments.collect())
}

/// As [`bill`], without a plan.
pub(super) fn issue<T: Config>(charges: &[ChargeId], unit: UnitId, count: u32) -> Vec<BillKey> {
	let months = core::iter::successors(Some(FIRST), |month| month.next(PeriodKind::Month));
	let bills: Vec<_> = months
		.flat_map(|month| charges.iter().map(move |id| BillKey::new(unit, *id, month)))
		.zip(0..count)
		.map(|(bill, _)| bill)
		.collect();
	Totals::<T>::mutate(|totals| {
		for BillKey { charge, period, .. } in &bills {
			let batch = Pallet::<T>::batch(*charge, *period, begin::<T>()).expect("the charge is live");
			assert!(matches!(Pallet::<T>::issue(&batch, unit, totals), Ok(Some(_))));
			NextPeriod::<T>::insert(charge, period.next(PeriodKind::Month).expect("within the calendar"));
		}
	});
	T::BenchmarkHelper::set_time(begin::<T>() + 365 * DAY);
	bills
}

/// A funded account that does not belong to the unit's owner.
pub(super) fn stranger<T: Config>(number: u32) -> T::AccountId {
	let stranger = account("stranger", 0, number);
	T::BenchmarkHelper::fund(&stranger, PLENTY);
	stranger
}

/// Pays the unit's bill in the maximum number of parts, the last of which pays all that is left.
pub(super) fn pay_in_parts<T: Config>(account: &T::AccountId, unit: UnitId) {
	for _ in 1..T::MaxPartsPerBill::get() {
		assert!(Pallet::<T>::do_pay(account.clone(), unit, 100, None).is_ok());
	}
	let dues = Pallet::<T>::dues(unit);
	assert!(Pallet::<T>::do_pay(account.clone(), unit, dues.principal + dues.late, None).is_ok());
}

/// A charge under which `units` units have an open bill, and one of them with its owner.
pub(super) fn among<T: Config>(units: u32) -> (T::AccountId, BillKey) {
	let (owner, unit) = resident::<T>();
	let id = charge::<T>(per_area());
	for number in 1..units {
		let neighbour: T::AccountId = account("neighbour", number, 0);
		let unit = T::BenchmarkHelper::add_unit(&neighbour, UnitKind::Residential, 9_803);
		issue::<T>(&[id], unit, 1);
	}
	issue::<T>(&[id], unit, 1);
	(owner, BillKey::new(unit, id, FIRST))
}

/// A bill that was paid in the maximum number of parts, and a credit note that lowers it to 1 fen.
pub(super) fn credit<T: Config>(state: CreditState<T::AccountId>) -> (BillKey, CreditScope) {
	let (payer, unit) = resident::<T>();
	let id = charge::<T>(per_area());
	bill::<T>(&[id], unit, 1);
	pay_in_parts::<T>(&payer, unit);
	let key = BillKey::new(unit, id, FIRST);
	let scope = CreditScope::Bills(BoundedVec::truncate_from(alloc::vec![(key, 1)]));
	note::<T>(scope.clone(), state);
	(key, scope)
}

/// The first credit note.
pub(super) fn note<T: Config>(scope: CreditScope, state: CreditState<T::AccountId>) {
	let proposer: T::AccountId = account("manager", 0, 0);
	OpenProposals::<T>::insert(&proposer, 1);
	Credits::<T>::insert(0, Credit { proposer, scope, reason: reason(), proposed: 0, state });
	NextCredit::<T>::put(1);
}

/// The same, proposed for as many bills as it can name.
pub(super) fn credit_of_many<T: Config>() {
	let (key, _) = credit::<T>(CreditState::Proposed);
	let bills = alloc::vec![(key, 1); MAX_CREDITED_BILLS as usize];
	Credits::<T>::mutate(0, |credit| {
		if let Some(credit) = credit.as_mut() {
			credit.scope = CreditScope::Bills(BoundedVec::truncate_from(bills));
		}
	});
}

/// A payment of `count` bills of another unit, to be moved to a unit with as many bills.
pub(super) fn payment<T: Config>(count: u32) -> (PaymentId, UnitId) {
	let (payer, unit) = resident::<T>();
	let to = T::BenchmarkHelper::add_unit(&payer, UnitKind::Residential, 9_803);
	let charges = charges::<T>();
	bill::<T>(&charges, unit, count);
	bill::<T>(&charges, to, count);
	let dues = Pallet::<T>::dues(unit);
	let id = NextPayment::<T>::get();
	assert!(Pallet::<T>::do_pay(payer, unit, (dues.principal + dues.late).max(1), None).is_ok());
	(id, to)
}

/// A move of a payment, which waits for approval.
pub(super) fn propose<T: Config>(id: PaymentId, to: UnitId) {
	let proposer: T::AccountId = account("manager", 0, 0);
	OpenProposals::<T>::insert(&proposer, 1);
	Moves::<T>::insert(id, Move { proposer, to, reason: reason(), proposed: 0 });
}

/// Fills the mandate's list of months with the ones before [`FIRST`].
pub(super) fn remember_months<T: Config>(unit: UnitId, payer: &T::AccountId) {
	let months = core::iter::successors(FIRST.previous(PeriodKind::Month), |month| month.previous(PeriodKind::Month));
	let mut debits: Vec<_> = months
		.zip(0..MAX_DEBIT_MONTHS)
		.map(|(month, _)| MonthlyDebits { month, principal: RATE, late: RATE })
		.collect();
	debits.reverse();
	Mandates::<T>::mutate(unit, payer, |mandate| {
		if let Some(mandate) = mandate {
			mandate.months = BoundedVec::truncate_from(debits);
		}
	});
}

pub(super) fn reason() -> ContentHash {
	ContentHash::repeat_byte(7)
}

/// A bill to one unit.
pub(super) fn single(unit: UnitId) -> SingleTerms {
	SingleTerms { unit, pot: 0, amount: RATE, due_days: 14, reason: reason() }
}

/// The maximum number of lines of an invoice, each for a bill that was paid in the maximum number of parts.
pub(super) fn invoice_lines<T: Config>() -> InvoiceLines {
	let (payer, unit) = resident::<T>();
	let id = charge::<T>(per_area());
	let bills = issue::<T>(&[id], unit, MAX_INVOICE_LINES);
	let lines = bills.into_iter().filter_map(|bill| {
		for _ in 1..T::MaxPartsPerBill::get() {
			let chosen = BoundedVec::truncate_from(alloc::vec![bill]);
			assert!(Pallet::<T>::do_pay(payer.clone(), unit, 100, Some(chosen)).is_ok());
		}
		let payment = Contributions::<T>::get(bill).last()?.payment;
		Some(InvoiceLine { payment, bill, amount: 1 })
	});
	BoundedVec::truncate_from(lines.collect())
}
