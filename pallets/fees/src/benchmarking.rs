// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and of the automatic work. Each sets up the worst case.

use crate::{
	types::{
		Basis, CreditDone, CreditScope, CreditState, Cursor, FeeRules, FeeTotals, Mandate, Rate, Ruling, Source, UseOf,
		Waiver, MAX_CREDITED_BILLS, MAX_PLANNED_BILLS, MAX_SINGLE_BILLS,
	},
	*,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungible::Inspect, EnsureOrigin, Get, Hooks},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::RawOrigin;
use linli_primitives::{
	traits::{Clock, Community, OnUnitSold, OwnersRegister, UnitReceipts, Use},
	Area, BillKey, Fen, Moment, OrderedKey, PeriodKind, PotId, UnitId, UnitKind, Utility,
};
use sp_runtime::DispatchResult;

mod setup;

/// The units among which the cost of a step is compared with that among 100. Tests of the benchmarks take fewer.
const UNITS: u32 = if cfg!(test) { 200 } else { 10_000 };

use setup::{
	among, begin, bill, charge, charges, credit, credit_of_many, instalments, invoice_lines, issue, kinds, metered,
	note, pay_in_parts, payment, per_area, propose, reason, remember_months, resident, settled, shared, single,
	stranger, terms, tiers, FIRST, PLENTY, RATE,
};

/// Set-up outside the pallet that the benchmarks need.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the current time.
	fn set_time(now: Moment);

	/// Mints `amount` fen into the account.
	fn fund(account: &AccountId, amount: Fen);

	/// Ensures that the pot exists and that its next entry is the first of a month, which is the worst case.
	fn ensure_pot(pot: PotId) -> DispatchResult;

	/// Adds a unit of `area` (0.01 m²), whose owner `account` belongs to, and returns its id.
	fn add_unit(account: &AccountId, kind: UnitKind, area: Area) -> UnitId;
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn advance() {
		resident::<T>();
		Agendas::<T>::mutate(|agenda| {
			agenda.next_turn = Moment::MAX;
			agenda.next_collection = Moment::MAX;
		});
		#[block]
		{
			Pallet::<T>::on_initialize(1u32.into());
		}
	}

	#[benchmark]
	fn find_period(c: Linear<1, { T::MaxCharges::get() }>) {
		resident::<T>();
		for _ in 0..c {
			charge::<T>(per_area());
		}
		#[block]
		{
			let calendar = T::Community::calendar();
			let periods = NextPeriod::<T>::iter()
				.map(|(charge, period)| (Pallet::<T>::turn(charge, period, &calendar), charge, period));
			let (_, charge, period) = periods.min().expect("there are charges");
			// What follows in the worst case: a period is set aside, and a decision is looked for.
			assert!(Pallet::<T>::set_aside(charge, period, Moment::MAX, &calendar));
			assert!(Pallet::<T>::advance_past().is_none());
		}
	}

	#[benchmark]
	fn bill_batch() {
		resident::<T>();
		let id = charge::<T>(per_area());
		let totals = Totals::<T>::get();
		#[block]
		{
			assert!(Pallet::<T>::batch(id, FIRST, begin::<T>()).is_some());
			Totals::<T>::put(totals);
			NextPeriod::<T>::insert(id, FIRST);
			Agendas::<T>::mutate(|agenda| agenda.next_turn = 0);
		}
	}

	#[benchmark]
	fn bill() {
		let (_, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		let batch = Pallet::<T>::batch(id, FIRST, begin::<T>()).expect("the charge is live");
		let mut totals = FeeTotals::default();
		#[block]
		{
			assert!(matches!(Pallet::<T>::issue(&batch, unit, &mut totals), Ok(Some(_))));
		}
		assert_eq!(totals.bills, 1);
	}

	#[benchmark]
	fn bill_metered() {
		let (_, unit) = resident::<T>();
		let id = metered::<T>();
		let now = T::Clock::now();
		let period = T::Community::period_at(PeriodKind::Month, now).expect("in the calendar");
		settled::<T>(UseOf::Unit { unit, utility: Utility::ColdWater, pot: 0 }, 0);
		let batch = Pallet::<T>::batch(id, period, now).expect("the charge is live");
		let mut totals = FeeTotals::default();
		#[block]
		{
			assert!(T::Register::unit(unit).is_some() && !Bills::<T>::contains_key((unit, id, period)));
			let found = Use { total: 900_000_000_000, at: now };
			let issued = Pallet::<T>::issue_use(&batch, unit, Utility::ColdWater, found, &mut totals);
			assert!(matches!(issued, Ok(Some(_))));
		}
		assert_eq!(totals.bills, 1);
	}

	#[benchmark]
	fn bill_nothing() {
		let (_, unit) = resident::<T>();
		let id = metered::<T>();
		let batch = Pallet::<T>::batch(id, FIRST, T::Clock::now()).expect("the charge is live");
		settled::<T>(UseOf::Unit { unit, utility: Utility::ColdWater, pot: 0 }, 5);
		let mut totals = FeeTotals::default();
		#[block]
		{
			// Nothing was used since the charge's beginning, and that is noted.
			assert!(T::Register::unit(unit).is_some() && !Bills::<T>::contains_key((unit, id, FIRST)));
			let found = Use { total: 5, at: begin::<T>() + 1 };
			let issued = Pallet::<T>::issue_use(&batch, unit, Utility::ColdWater, found, &mut totals);
			assert!(matches!(issued, Ok(None)));
		}
		assert!(BilledUses::<T>::contains_key(unit, id));
	}

	#[benchmark]
	fn collect_prepayment(b: Linear<0, { T::MaxBillsPerPayment::get() }>) {
		let (account, unit) = resident::<T>();
		let charges = charges::<T>();
		assert!(Pallet::<T>::do_pay(account.clone(), unit, RATE * 12, None).is_ok());
		// Prepay enough for all bills, regardless of the community's limit.
		Rules::<T>::mutate(|rules| rules.prepayment_months = u8::MAX);
		let rest = Pallet::<T>::prepayment_limit(unit).saturating_sub(RATE * 12);
		assert!(Pallet::<T>::do_pay(account, unit, rest, None).is_ok());
		super::bill::<T>(&charges, unit, b);
		let mut meter = WeightMeter::new();
		#[block]
		{
			assert!(Pallet::<T>::collect(Source::Prepayments, None, T::Clock::now(), &mut meter).is_ok());
		}
		assert_eq!(OpenBills::<T>::iter_key_prefix(unit).count(), 0);
	}

	#[benchmark]
	fn collect_mandate(b: Linear<0, { T::MaxBillsPerPayment::get() }>) {
		let (account, unit) = resident::<T>();
		super::bill::<T>(&charges::<T>(), unit, b);
		assert!(Pallet::<T>::do_set_mandate(account.clone(), unit, PLENTY, None, true, false).is_ok());
		remember_months::<T>(unit, &account);
		let mut meter = WeightMeter::new();
		#[block]
		{
			assert!(Pallet::<T>::collect(Source::Mandates, None, T::Clock::now(), &mut meter).is_ok());
		}
		assert_eq!(OpenBills::<T>::iter_key_prefix(unit).count(), 0);
	}

	#[benchmark]
	fn create_charge() -> Result<(), BenchmarkError> {
		resident::<T>();
		for _ in 1..T::MaxCharges::get() {
			charge::<T>(per_area());
		}
		let origin = T::ChargesOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(
			origin as T::RuntimeOrigin,
			terms(Basis::Metered { kinds: kinds(), utility: Utility::ColdWater }),
			RATE,
			FIRST,
			tiers(),
		);
		assert_eq!(NextPeriod::<T>::count(), T::MaxCharges::get());
		Ok(())
	}

	#[benchmark]
	fn set_rate() -> Result<(), BenchmarkError> {
		resident::<T>();
		let id = metered::<T>();
		// The last rate is replaced, since one more would not fit.
		T::BenchmarkHelper::set_time(begin::<T>());
		let from = Rates::<T>::get(id).last().ok_or("a charge has a rate")?.from;
		let origin = T::ChargesOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, from, RATE + 1, tiers());
		assert_eq!(Rates::<T>::get(id).last(), Some(&Rate { from, rate: RATE + 1, tiers: tiers() }));
		Ok(())
	}

	#[benchmark]
	fn end_charge() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, 1);
		let origin = T::ChargesOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, FIRST);
		assert!(!Pallet::<T>::is_live(id));
		Ok(())
	}

	#[benchmark]
	fn set_rules() -> Result<(), BenchmarkError> {
		let origin = T::RulesOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let rules = FeeRules { prepayment_months: 3, ..FeeRules::default() };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rules);
		assert_eq!(Rules::<T>::get(), rules);
		Ok(())
	}

	#[benchmark]
	fn pay(b: Linear<0, { T::MaxBillsPerPayment::get() }>) {
		let (account, unit) = resident::<T>();
		let charges = charges::<T>();
		// Only the owner's place for a prepayment is left.
		for number in 1..T::MaxPayersPerUnit::get() {
			assert!(Pallet::<T>::hold_prepayment(unit, &stranger::<T>(number), 1, 0, begin::<T>()).is_ok());
		}
		let bills = super::bill::<T>(&charges, unit, b);
		let dues = Pallet::<T>::dues(unit);
		let amount = dues.principal + dues.late + 1;
		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), unit, amount, Some(BoundedVec::truncate_from(bills)));
		assert_eq!(Prepayments::<T>::get(unit, account), 1);
	}

	#[benchmark]
	fn refund_prepayment() {
		let (account, unit) = resident::<T>();
		charge::<T>(per_area());
		assert!(Pallet::<T>::do_pay(account.clone(), unit, RATE, None).is_ok());
		#[extrinsic_call]
		_(RawOrigin::Signed(account), unit, RATE);
		assert_eq!(StatementHeads::<T>::get(unit).prepaid, 0);
	}

	#[benchmark]
	fn set_mandate() {
		let (account, unit) = resident::<T>();
		for number in 1..T::MaxPayersPerUnit::get() {
			Mandates::<T>::insert(unit, stranger::<T>(number), Mandate::new(RATE, None, false, false));
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), unit, RATE, Some(Moment::MAX), true, true);
		assert!(Mandates::<T>::contains_key(unit, account));
	}

	#[benchmark]
	fn revoke_mandate() {
		let (account, unit) = resident::<T>();
		assert!(Pallet::<T>::do_set_mandate(account.clone(), unit, RATE, None, false, false).is_ok());
		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), unit);
		assert!(!Mandates::<T>::contains_key(unit, account));
	}

	#[benchmark]
	fn dispute() {
		let (account, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(account), BillKey::new(unit, id, FIRST), reason());
		assert_eq!(OpenDisputes::<T>::iter_key_prefix(unit).count(), 1);
	}

	#[benchmark]
	fn rule_dispute() -> Result<(), BenchmarkError> {
		let (account, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, 1);
		pay_in_parts::<T>(&account, unit);
		Pallet::<T>::do_dispute(account, BillKey::new(unit, id, FIRST), reason())?;
		let origin = T::RulingOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, BillKey::new(unit, id, FIRST), Ruling::Reduced { to: 100 });
		assert_eq!(OpenDisputes::<T>::iter_key_prefix(unit).count(), 0);
		Ok(())
	}

	#[benchmark]
	fn propose_waiver() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, 1);
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, BillKey::new(unit, id, FIRST), 1, 1, reason());
		assert!(Waivers::<T>::contains_key(BillKey::new(unit, id, FIRST)));
		Ok(())
	}

	#[benchmark]
	fn approve_waiver() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, 1);
		let proposer = account("manager", 0, 0);
		let waiver = Waiver { proposer, principal: Fen::MAX, late: Fen::MAX, reason: reason(), proposed: 0 };
		Waivers::<T>::insert(BillKey::new(unit, id, FIRST), waiver);
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, BillKey::new(unit, id, FIRST), Fen::MAX, Fen::MAX);
		assert_eq!(OpenBills::<T>::iter_key_prefix(unit).count(), 0);
		Ok(())
	}

	#[benchmark]
	fn reject_waiver() -> Result<(), BenchmarkError> {
		let (payer, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, 1);
		pay_in_parts::<T>(&payer, unit);
		let proposer = account("manager", 0, 0);
		let waiver = Waiver { proposer, principal: 1, late: 1, reason: reason(), proposed: 0 };
		Waivers::<T>::insert(BillKey::new(unit, id, FIRST), waiver);
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, BillKey::new(unit, id, FIRST));
		assert!(!Waivers::<T>::contains_key(BillKey::new(unit, id, FIRST)));
		Ok(())
	}

	#[benchmark]
	fn bill_past() -> Result<(), BenchmarkError> {
		resident::<T>();
		let id = charge::<T>(per_area());
		WaitingPeriods::<T>::insert(id, OrderedKey::new(FIRST), ());
		let origin = T::ChargesOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, FIRST);
		assert!(PastDecisions::<T>::get(id).is_some_and(|decision| decision.bill));
		Ok(())
	}

	#[benchmark]
	fn skip_past() -> Result<(), BenchmarkError> {
		resident::<T>();
		let id = charge::<T>(per_area());
		WaitingPeriods::<T>::insert(id, OrderedKey::new(FIRST), ());
		let to = FIRST.next(PeriodKind::Month).ok_or("2026 is in the calendar")?;
		let origin = T::ChargesOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, to);
		assert!(PastDecisions::<T>::get(id).is_some_and(|decision| !decision.bill));
		Ok(())
	}

	#[benchmark]
	fn unit_sold() {
		let (owner, unit) = resident::<T>();
		charge::<T>(per_area());
		let seller = T::Register::unit(unit).map(|view| view.owner).unwrap_or_default();
		// The last place is reserved for the owner.
		for payer in (1..T::MaxPayersPerUnit::get()).map(stranger::<T>).chain(core::iter::once(owner)) {
			assert!(Pallet::<T>::hold_prepayment(unit, &payer, 1, 0, begin::<T>()).is_ok());
			Mandates::<T>::insert(unit, payer, Mandate::new(RATE, None, false, false));
		}
		// One more, of what the bank received for the unit.
		let kept = Pallet::<T>::open_unit_account(unit).expect("the unit exists");
		T::BenchmarkHelper::fund(&kept, 1);
		assert!(<Pallet<T> as UnitReceipts<T::AccountId>>::credit(unit, 1, begin::<T>(), 0).is_ok());
		#[block]
		{
			<Pallet<T> as OnUnitSold>::unit_sold(unit, seller, seller.saturating_add(1));
		}
		assert_eq!(Mandates::<T>::iter_key_prefix(unit).count(), 0);
		assert_eq!(StatementHeads::<T>::get(unit).prepaid, 0);
	}

	#[benchmark]
	fn credit_batch() {
		let by = account("auditor", 0, 0);
		let (_, _) = credit::<T>(CreditState::Approved { by });
		let mut agenda = Agendas::<T>::get();
		agenda.cursor = Some(Cursor::Crediting { credit: 0, next: 1, done: CreditDone::default() });
		#[block]
		{
			assert!(Pallet::<T>::continue_crediting(
				&mut agenda,
				(0, 1, CreditDone::default()),
				&mut WeightMeter::new()
			));
		}
		assert!(agenda.cursor.is_none());
	}

	#[benchmark]
	fn credit_bill() {
		let by = account("auditor", 0, 0);
		let (key, scope) = credit::<T>(CreditState::Approved { by });
		#[block]
		{
			assert!(matches!(Pallet::<T>::credit_next(0, &scope, (&scope, 0)), Ok(Some(_))));
		}
		assert_eq!(Bills::<T>::get(key.parts()).map(|found| found.principal.payable()), Some(1));
	}

	#[benchmark]
	fn credit_nothing() {
		resident::<T>();
		let id = charge::<T>(per_area());
		let scope = CreditScope::Batch { charge: id, period: FIRST, rate: 1 };
		#[block]
		{
			assert!(matches!(Pallet::<T>::credit_next(0, &scope, (&scope, UnitId::MAX)), Ok(None)));
		}
	}

	#[benchmark]
	fn propose_credit() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		let bills = super::bill::<T>(&[id], unit, MAX_CREDITED_BILLS);
		let raised = bills.into_iter().map(|key| {
			let charged = Bills::<T>::mutate(key.parts(), |entry| {
				entry.as_mut().map_or(0, |owed| {
					owed.principal.reduced = 1;
					owed.principal.charged
				})
			});
			(key, charged)
		});
		let scope = CreditScope::Restored(BoundedVec::truncate_from(raised.collect()));
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, scope, reason());
		assert_eq!(NextCredit::<T>::get(), 1);
		Ok(())
	}

	#[benchmark]
	fn approve_credit() -> Result<(), BenchmarkError> {
		credit_of_many::<T>();
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0);
		assert_eq!(Agendas::<T>::get().credits.len(), 1);
		Ok(())
	}

	#[benchmark]
	fn reject_credit() -> Result<(), BenchmarkError> {
		credit_of_many::<T>();
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0);
		assert!(!Credits::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn withdraw_credit() -> Result<(), BenchmarkError> {
		credit_of_many::<T>();
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0);
		assert!(!Credits::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn propose_move() -> Result<(), BenchmarkError> {
		let (id, to) = payment::<T>(T::MaxBillsPerPayment::get());
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, to, reason());
		assert!(Moves::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn approve_move(b: Linear<1, { T::MaxBillsPerPayment::get() }>) -> Result<(), BenchmarkError> {
		let (id, to) = payment::<T>(b);
		propose::<T>(id, to);
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, to);
		assert_eq!(Pallet::<T>::dues(to).principal, 0);
		Ok(())
	}

	#[benchmark]
	fn reject_move() -> Result<(), BenchmarkError> {
		let (id, to) = payment::<T>(1);
		propose::<T>(id, to);
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert!(!Moves::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn withdraw_move() -> Result<(), BenchmarkError> {
		let (id, to) = payment::<T>(1);
		propose::<T>(id, to);
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert!(!Moves::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn withdraw_waiver() -> Result<(), BenchmarkError> {
		let (payer, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, 1);
		pay_in_parts::<T>(&payer, unit);
		let proposer = account("manager", 0, 0);
		let waiver = Waiver { proposer, principal: 1, late: 1, reason: reason(), proposed: 0 };
		Waivers::<T>::insert(BillKey::new(unit, id, FIRST), waiver);
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, BillKey::new(unit, id, FIRST));
		assert!(!Waivers::<T>::contains_key(BillKey::new(unit, id, FIRST)));
		Ok(())
	}

	#[benchmark]
	fn withdraw_dispute() -> Result<(), BenchmarkError> {
		let (account, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, 1);
		pay_in_parts::<T>(&account, unit);
		Pallet::<T>::do_dispute(account.clone(), BillKey::new(unit, id, FIRST), reason())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(account), BillKey::new(unit, id, FIRST));
		assert_eq!(OpenDisputes::<T>::iter_key_prefix(unit).count(), 0);
		Ok(())
	}

	#[benchmark]
	fn share_batch() {
		resident::<T>();
		let id = shared::<T>();
		let batch = Pallet::<T>::batch(id, FIRST, T::Clock::now()).expect("the charge is live");
		settled::<T>(UseOf::Main { main: 0, pot: 0 }, 0);
		let totals = Totals::<T>::get();
		#[block]
		{
			let batch_again = Pallet::<T>::batch(id, FIRST, T::Clock::now());
			let found = Use { total: 900_000_000_000, at: T::Clock::now() };
			assert!(batch_again.is_some() && Pallet::<T>::begin_cost(&batch, 0, found));
			let cost = SharedCosts::<T>::get(id, FIRST).expect("it was begun");
			Pallet::<T>::end_sharing(&batch, cost, 1, cost.amount);
			Totals::<T>::put(totals);
			Agendas::<T>::mutate(|agenda| agenda.next_turn = 0);
		}
		assert!(SharedCosts::<T>::get(id, FIRST).is_some_and(|cost| cost.amount > 0 && cost.left == 0));
	}

	#[benchmark]
	fn weigh() {
		let (_, unit) = resident::<T>();
		let id = shared::<T>();
		let batch = Pallet::<T>::batch(id, FIRST, T::Clock::now()).expect("the charge is live");
		#[block]
		{
			assert!(T::Register::unit(unit).is_some_and(|unit| batch.charge.terms.weight(&unit) > 0));
		}
	}

	#[benchmark]
	fn bill_final() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let id = metered::<T>();
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		settled::<T>(UseOf::Unit { unit, utility: Utility::ColdWater, pot: 0 }, 0);
		#[block]
		{
			assert!(T::ManagerOrigin::ensure_origin(origin).is_ok());
			let found = Use { total: 900_000_000_000, at: T::Clock::now() };
			let issued = Pallet::<T>::final_batch(unit, id)
				.and_then(|(batch, utility)| Pallet::<T>::issue_final(&batch, unit, utility, found));
			assert!(issued.is_ok());
		}
		assert_eq!(OpenBills::<T>::iter_key_prefix(unit).count(), 1);
		Ok(())
	}

	#[benchmark]
	fn credit_unit(b: Linear<0, { T::MaxBillsPerPayment::get() }>) -> Result<(), BenchmarkError> {
		let (payer, unit) = resident::<T>();
		let charges = charges::<T>();
		let bills = super::bill::<T>(&charges, unit, b);
		// A later payment of each bill brings its late fee up to date, so that it is computed anew.
		for key in bills {
			let chosen = Some(BoundedVec::truncate_from(alloc::vec![key]));
			Pallet::<T>::do_pay(payer.clone(), unit, 1, chosen)?;
		}
		let dues = Pallet::<T>::dues(unit);
		let kept = Pallet::<T>::unit_account(unit, T::Register::unit(unit).map_or(0, |view| view.owner))?;
		let amount = dues.principal + dues.late + 1_000;
		T::BenchmarkHelper::fund(&kept, amount);
		#[block]
		{
			let credited = <Pallet<T> as UnitReceipts<T::AccountId>>::credit(unit, amount, begin::<T>(), b);
			assert!(credited.is_ok_and(|credited| credited.bills == b));
		}
		assert_eq!(OpenBills::<T>::iter_key_prefix(unit).count(), 0);
		Ok(())
	}

	#[benchmark]
	fn propose_bill() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, single(unit));
		assert!(SingleProposals::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn approve_bill() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let manager = || account::<T::AccountId>("manager", 0, 0);
		let approver = || Some(account::<T::AccountId>("approver", 0, 0));
		for _ in 1..MAX_SINGLE_BILLS {
			let id = Pallet::<T>::do_propose_bill(manager(), single(unit))?;
			Pallet::<T>::do_approve_bill(approver(), id, single(unit))?;
		}
		let id = Pallet::<T>::do_propose_bill(manager(), single(unit))?;
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, single(unit));
		assert_eq!(OpenBills::<T>::iter_key_prefix(unit).count(), MAX_SINGLE_BILLS as usize);
		Ok(())
	}

	#[benchmark]
	fn reject_bill() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let id = Pallet::<T>::do_propose_bill(account("manager", 0, 0), single(unit))?;
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert!(!SingleProposals::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn withdraw_bill() -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		let id = Pallet::<T>::do_propose_bill(account("manager", 0, 0), single(unit))?;
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert!(!SingleProposals::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn propose_plan() {
		let (owner, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		let bills = BoundedVec::truncate_from(issue::<T>(&[id], unit, MAX_PLANNED_BILLS));
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), unit, bills, instalments::<T>(unit));
		assert!(UnitPlans::<T>::contains_key(unit));
	}

	#[benchmark]
	fn accept_plan() -> Result<(), BenchmarkError> {
		let (owner, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		let bills = BoundedVec::truncate_from(issue::<T>(&[id], unit, MAX_PLANNED_BILLS));
		let plan = Pallet::<T>::do_propose_plan(owner, false, unit, bills, instalments::<T>(unit))?;
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, unit, plan);
		assert!(Plans::<T>::get(plan).is_some_and(|plan| plan.running.is_some()));
		Ok(())
	}

	#[benchmark]
	fn end_plan() {
		let (owner, unit) = resident::<T>();
		let id = charge::<T>(per_area());
		super::bill::<T>(&[id], unit, MAX_PLANNED_BILLS);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), unit);
		assert!(!UnitPlans::<T>::contains_key(unit));
	}

	#[benchmark]
	fn record_invoice() -> Result<(), BenchmarkError> {
		let lines = invoice_lines::<T>();
		let origin = T::InvoiceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, reason(), reason(), lines);
		assert!(Invoices::<T>::contains_key(reason()));
		Ok(())
	}

	#[benchmark]
	fn propose_void() -> Result<(), BenchmarkError> {
		Pallet::<T>::do_record_invoice(account("manager", 0, 0), reason(), reason(), invoice_lines::<T>())?;
		let origin = T::InvoiceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, reason(), Default::default(), reason());
		assert!(Invoices::<T>::get(reason()).is_some_and(|invoice| invoice.void.is_some()));
		Ok(())
	}

	#[benchmark]
	fn approve_void() -> Result<(), BenchmarkError> {
		let manager = || account::<T::AccountId>("manager", 0, 0);
		Pallet::<T>::do_record_invoice(manager(), reason(), reason(), invoice_lines::<T>())?;
		Pallet::<T>::do_propose_void(manager(), reason(), Default::default(), reason())?;
		let origin = T::WaiverOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, reason(), Default::default());
		assert_eq!(Invoiced::<T>::iter().count(), 0);
		Ok(())
	}

	#[benchmark]
	fn decline_void() -> Result<(), BenchmarkError> {
		let manager = || account::<T::AccountId>("manager", 0, 0);
		Pallet::<T>::do_record_invoice(manager(), reason(), reason(), invoice_lines::<T>())?;
		Pallet::<T>::do_propose_void(manager(), reason(), Default::default(), reason())?;
		let origin = T::InvoiceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, reason());
		assert!(Invoices::<T>::get(reason()).is_some_and(|invoice| invoice.void.is_none()));
		Ok(())
	}

	#[benchmark]
	fn claim_unit_money() -> Result<(), BenchmarkError> {
		let (owner, unit) = resident::<T>();
		charge::<T>(per_area());
		let kept = Pallet::<T>::open_unit_account(unit)?;
		T::BenchmarkHelper::fund(&kept, RATE);
		<Pallet<T> as UnitReceipts<T::AccountId>>::credit(unit, RATE, begin::<T>(), 0)?;
		T::BenchmarkHelper::fund(&kept, RATE);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), unit, None, 1);
		assert_eq!(T::Currency::total_balance(&kept), RATE - 1);
		Ok(())
	}

	#[benchmark]
	fn collect_kept(b: Linear<0, { T::MaxBillsPerPayment::get() }>) -> Result<(), BenchmarkError> {
		let (_, unit) = resident::<T>();
		super::bill::<T>(&charges::<T>(), unit, b);
		let kept = Pallet::<T>::open_unit_account(unit)?;
		T::BenchmarkHelper::fund(&kept, PLENTY);
		let mut meter = WeightMeter::new();
		#[block]
		{
			assert!(Pallet::<T>::collect(Source::Kept, None, T::Clock::now(), &mut meter).is_ok());
		}
		assert_eq!(OpenBills::<T>::iter_key_prefix(unit).count(), 0);
		Ok(())
	}

	/// The payment of one bill among the bills of `u` units. Not used for weights: it shows that their number makes no
	/// difference. So do the next two.
	#[benchmark(extra)]
	fn pay_among(u: Linear<100, UNITS>) {
		let (owner, key) = among::<T>(u);
		let bills = Some(BoundedVec::truncate_from(alloc::vec![key]));
		let dues = Pallet::<T>::dues(key.unit);

		#[extrinsic_call]
		pay(RawOrigin::Signed(owner), key.unit, dues.principal + dues.late, bills);

		assert_eq!(OpenBills::<T>::iter_key_prefix(key.unit).count(), 0);
	}

	/// A receipt that pays the bill of a unit among `u`.
	#[benchmark(extra)]
	fn receive_among(u: Linear<100, UNITS>) -> Result<(), BenchmarkError> {
		let (_, key) = among::<T>(u);
		let kept = Pallet::<T>::open_unit_account(key.unit)?;
		let amount = Pallet::<T>::dues(key.unit).principal;
		T::BenchmarkHelper::fund(&kept, amount);

		#[block]
		{
			<Pallet<T> as UnitReceipts<T::AccountId>>::credit(key.unit, amount, begin::<T>(), 1)?;
		}

		assert_eq!(Pallet::<T>::dues(key.unit).principal, 0);
		Ok(())
	}

	/// A credit note for one bill among those of `u` units.
	#[benchmark(extra)]
	fn credit_among(u: Linear<100, UNITS>) {
		let (_, key) = among::<T>(u);
		let scope = CreditScope::Bills(BoundedVec::truncate_from(alloc::vec![(key, 1)]));
		note::<T>(scope.clone(), CreditState::Approved { by: account("auditor", 0, 0) });

		#[block]
		{
			assert!(matches!(Pallet::<T>::credit_next(0, &scope, (&scope, 0)), Ok(Some(_))));
		}

		assert_eq!(Bills::<T>::get(key.parts()).map(|found| found.principal.payable()), Some(1));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::BuildExt::build(crate::mock::ExtBuilder::default()),
		crate::mock::Test
	);
}
