// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls in the worst case: the maximum number of lines, and costs paid from the repair pot that name
//! the maximum number of buildings.

use super::*;
use crate::{proposals::Request, types::*};
use alloc::vec;
use codec::Encode;
use frame_benchmarking::{account, v2::*, BenchmarkError};
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use linli_primitives::{
	calendar::DAY,
	traits::{BankOutcomes, FundLedger, RepairShares},
	BuildingId, Buildings, Cause, Commitment, ContentHash, ExpenseId, Fen, LineId, Moment, Period, PotId,
	MAX_BUILDINGS,
};
use sp_runtime::DispatchResult;

/// Setup that the benchmarks need outside of the pallet.
pub trait BenchmarkHelper {
	/// Sets the current time.
	fn set_time(now: Moment);

	/// Ensures that the pot exists and that its next entry is the first of a month, which is the worst case.
	fn ensure_pot(pot: PotId) -> DispatchResult;

	/// Ensures that exactly `units` units are enrolled, all in building 0, and that the repair pot has `amount` fen
	/// that belong to them.
	fn fill_repair_pot(units: u32, amount: Fen);
}

/// Half past nine on 23 November 2026 in UTC+8.
const START: Moment = 1_795_397_400_000;
const MONTH: Period = Period { year: 2026, month: 11 };
const YEAR: u16 = 2026;
/// An amount that needs only the committee's approval.
const AMOUNT: Fen = 1_000;
/// The maximum number of units that benchmarks divide a cost over.
const UNITS: u32 = 1_000;
/// An amount that needs the assembly's approval; half of it needs the committee's and an auditor's.
const LARGE: Fen = 2_000_000;
/// A cost in the first tier of which every unit bears a part.
const COST: Fen = 999_999;

fn hash(number: u32) -> ContentHash {
	number.using_encoded(sp_io::hashing::blake2_256).into()
}

/// A pot other than the repair pot. Line 0 is paid from it; line 1 is paid from the repair pot.
fn ordinary<T: Config>() -> PotId {
	PotId::from(T::Repair::pot() == 0)
}

fn new_line<T: Config>(letter: u8, pot: PotId) -> NewLine<T::AccountId> {
	let payee = Some(Payee::Account(account("named", 0, 0)));
	NewLine { name: vec![letter; 32].try_into().unwrap_or_default(), pot, cap: Fen::from(u64::MAX), payee }
}

/// A budget with the maximum number of lines.
fn all_lines<T: Config>(letter: u8) -> BoundedVec<NewLine<T::AccountId>, T::MaxLines> {
	let mut lines = BoundedVec::new();
	for id in 0..T::MaxLines::get() {
		let pot = if id == 1 { T::Repair::pot() } else { ordinary::<T>() };
		let _ = lines.try_push(new_line::<T>(letter, pot));
	}
	lines
}

/// Sets up the clock, the pots, the rules and the budget.
fn set_up<T: Config>() -> Result<(), BenchmarkError> {
	T::BenchmarkHelper::set_time(START);
	T::BenchmarkHelper::ensure_pot(ordinary::<T>())?;
	T::BenchmarkHelper::ensure_pot(T::Repair::pot())?;
	let tiers = vec![
		Tier { from: 0, approver: Approver::Committee },
		Tier { from: LARGE / 2, approver: Approver::CommitteeAndAuditor },
		Tier { from: LARGE, approver: Approver::Assembly },
	];
	let tiers = tiers.try_into().map_err(|_| "three tiers fit")?;
	Pallet::<T>::do_set_rules(ExpenseRules { tiers, ..ExpenseRules::default() })?;
	Pallet::<T>::do_set_budget(None, YEAR, all_lines::<T>(b'a'))?;
	Ok(())
}

/// The maximum number of buildings that a cost can name. Only the first has units.
fn buildings() -> Related {
	let empty = (1..MAX_BUILDINGS).filter_map(|id| BuildingId::MAX.checked_sub(BuildingId::try_from(id).ok()?));
	Related::In(Buildings::truncate_from(core::iter::once(0).chain(empty).collect()))
}

fn request<T: Config>(number: u32, amount: Fen, related: Related, payee: Payee<T::AccountId>) -> Request<T::AccountId> {
	Request { payee, amount, invoice: stated(number), incurred: MONTH, related }
}

/// An invoice of which every expense of the benchmarks is a part.
fn stated(number: u32) -> StatedInvoice {
	StatedInvoice { hash: hash(number), total: Fen::from(u64::MAX) }
}

/// The same, divided into all parts but one.
fn divided<T: Config>(number: u32) -> StatedInvoice {
	let stated = stated(number);
	let mut invoice = SupplierInvoice::new(payee::<T>(), stated.total);
	for _ in 1..MAX_PARTS {
		let _ = invoice.expenses.try_push(ExpenseId::MAX);
	}
	Invoices::<T>::insert(stated.hash, invoice);
	stated
}

fn payee<T: Config>() -> Payee<T::AccountId> {
	Payee::Account(account("payee", 0, 0))
}

/// Sets up everything and enters an expense of `amount` fen on line 0.
fn open<T: Config>(amount: Fen) -> Result<ExpenseId, BenchmarkError> {
	set_up::<T>()?;
	let request = request::<T>(0, amount, Related::Nobody, payee::<T>());
	Ok(Pallet::<T>::do_propose(account("proposer", 0, 0), YEAR, 0, request)?)
}

/// The same for an emergency.
fn open_emergency<T: Config>() -> Result<ExpenseId, BenchmarkError> {
	set_up::<T>()?;
	let request = request::<T>(u32::MAX, AMOUNT, Related::Nobody, payee::<T>());
	let (proposer, kind, pot) = (account("proposer", 0, 0), EmergencyKind::Lift, ordinary::<T>());
	Ok(Pallet::<T>::do_propose_emergency(proposer, kind, pot, hash(0), request)?)
}

/// The same for an approved repair that falls on `units` units.
fn approved_repair<T: Config>(units: u32, payee: Payee<T::AccountId>) -> Result<ExpenseId, BenchmarkError> {
	set_up::<T>()?;
	T::BenchmarkHelper::fill_repair_pot(units, LARGE);
	// So that the entry of the payment is the first of its month.
	T::BenchmarkHelper::ensure_pot(T::Repair::pot())?;
	let request = request::<T>(u32::MAX, COST, buildings(), payee);
	let id = Pallet::<T>::do_propose(account("proposer", 0, 0), YEAR, 1, request)?;
	Pallet::<T>::do_approve_as_committee(id, terms::<T>(id)?)?;
	Ok(id)
}

fn terms<T: Config>(id: ExpenseId) -> Result<ContentHash, BenchmarkError> {
	Ok(Pallet::<T>::terms(id).ok_or("the expense exists")?)
}

fn is_approved<T: Config>(id: ExpenseId) -> bool {
	Expenses::<T>::get(id).is_some_and(|expense| matches!(expense.state, State::Approved { .. }))
}

fn is_paid<T: Config>(id: ExpenseId) -> bool {
	Expenses::<T>::get(id).is_some_and(|expense| expense.state.payment().is_some())
}

/// A repair that falls on `units` units and was paid by the bank.
fn repair_by_bank<T: Config>(units: u32) -> Result<ExpenseId, BenchmarkError> {
	let id = approved_repair::<T>(units, Payee::Bank(Commitment::repeat_byte(4)))?;
	Pallet::<T>::do_order_payment(account("cashier", 0, 0), 0, id, units)?;
	let cause = Cause::Expense { expense: id };
	Pallet::<T>::paid(&cause, hash(1), &account("cashier", 0, 0))?;
	Ok(id)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_budget() -> Result<(), BenchmarkError> {
		let origin = T::BudgetOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		set_up::<T>()?;
		let lines = all_lines::<T>(b'b');

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, YEAR, lines);

		let last =
			LineId::try_from(T::MaxLines::get().saturating_sub(1)).map_err(|_| "MaxLines fits into a line id")?;
		assert_eq!(Lines::<T>::get(YEAR, last).map(|line| line.name.into_inner()), Some(vec![b'b'; 32]));
		Ok(())
	}

	#[benchmark]
	fn set_rules() -> Result<(), BenchmarkError> {
		let origin = T::RulesOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let mut rules = ExpenseRules::default();
		let mut from = LARGE;
		while rules.tiers.try_push(Tier { from, approver: Approver::Assembly }).is_ok() {
			from = from.saturating_mul(2);
		}

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rules.clone());

		assert_eq!(Rules::<T>::get(), rules);
		Ok(())
	}

	#[benchmark]
	fn propose() -> Result<(), BenchmarkError> {
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		open::<T>(AMOUNT)?;
		let id = NextExpense::<T>::get();
		let invoice = divided::<T>(u32::MAX);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, YEAR, 1, payee::<T>(), AMOUNT, invoice, MONTH, buildings());

		assert!(Expenses::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn propose_emergency() -> Result<(), BenchmarkError> {
		let origin = T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		open::<T>(AMOUNT)?;
		let (id, pot, kind) = (NextExpense::<T>::get(), T::Repair::pot(), EmergencyKind::Lift);
		let invoice = divided::<T>(u32::MAX);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, kind, pot, payee::<T>(), AMOUNT, invoice, hash(0), buildings(), MONTH);

		assert!(Expenses::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn approve_as_committee() -> Result<(), BenchmarkError> {
		let origin = T::CommitteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let id = open::<T>(AMOUNT)?;
		let terms = terms::<T>(id)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, terms);

		assert!(is_approved::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn approve_as_auditor() -> Result<(), BenchmarkError> {
		let id = open::<T>(LARGE / 2)?;
		Pallet::<T>::do_approve_as_committee(id, terms::<T>(id)?)?;
		let origin = T::AuditorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let terms = terms::<T>(id)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, terms);

		assert!(is_approved::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn approve_as_assembly() -> Result<(), BenchmarkError> {
		let origin = T::AssemblyOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let id = open::<T>(LARGE)?;
		let terms = terms::<T>(id)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, terms);

		assert!(is_approved::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn approve_emergency_as_auditor() -> Result<(), BenchmarkError> {
		let id = open_emergency::<T>()?;
		T::BenchmarkHelper::set_time(START.saturating_add(DAY.saturating_mul(7)));
		let origin = T::AuditorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let terms = terms::<T>(id)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, terms);

		assert!(is_approved::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn refuse() -> Result<(), BenchmarkError> {
		let origin = T::CommitteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let id = open::<T>(AMOUNT)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, hash(0));

		assert!(!OpenExpenses::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let id = open::<T>(AMOUNT)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account("proposer", 0, 0)), id);

		assert!(!OpenExpenses::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn pay(n: Linear<1, UNITS>) -> Result<(), BenchmarkError> {
		let id = approved_repair::<T>(n, payee::<T>())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, n);

		assert!(is_paid::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn order_payment(n: Linear<1, UNITS>) -> Result<(), BenchmarkError> {
		let id = approved_repair::<T>(n, Payee::Bank(Commitment::repeat_byte(4)))?;
		let origin = T::CashierOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, id, n);

		assert!(is_paid::<T>(id));
		Ok(())
	}

	#[benchmark]
	fn record_refund(n: Linear<1, UNITS>) -> Result<(), BenchmarkError> {
		let id = repair_by_bank::<T>(n)?;
		T::BenchmarkHelper::ensure_pot(T::Repair::pot())?;
		let origin = T::CashierOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let reference: Reference = vec![b'a'; 64].try_into().map_err(|_| "a reference of 64 bytes fits")?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, id, COST, reference, None, n);

		assert_eq!(Refunded::<T>::get(id), COST);
		Ok(())
	}

	#[benchmark]
	fn expire() -> Result<(), BenchmarkError> {
		let id = open::<T>(AMOUNT)?;
		T::BenchmarkHelper::set_time(START.saturating_add(T::ApprovalTime::get()));

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id);

		assert!(!OpenExpenses::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn correct_invoice() -> Result<(), BenchmarkError> {
		let origin = T::CommitteeOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let stated = divided::<T>(0);
		let payee = Invoices::<T>::get(stated.hash).map(|known| known.payee).ok_or(BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, stated, payee, AMOUNT);

		assert_eq!(Invoices::<T>::get(stated.hash).map(|invoice| invoice.total), Some(AMOUNT));
		Ok(())
	}

	#[benchmark]
	fn file_audit() -> Result<(), BenchmarkError> {
		let id = open_emergency::<T>()?;
		T::Ledger::issue(ordinary::<T>(), LARGE, linli_primitives::Cause::Donation)?;
		Pallet::<T>::do_approve_as_committee(id, terms::<T>(id)?)?;
		Pallet::<T>::do_pay(whitelisted_caller(), id, 0)?;
		let origin = T::AuditorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, hash(0));

		assert!(Audits::<T>::contains_key(id));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::BuildExt::build(crate::mock::ExtBuilder::default()),
		crate::mock::Test
	);
}
