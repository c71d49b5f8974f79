// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::FeesApi`].

use crate::{
	api::{ArrearsPage, BillView, ChargeView, Dues, PlanView, Progress, StatementPage, TotalsView, PAGE},
	late_fee,
	types::{
		BilledUse, Contribution, Credit, CreditId, FeeRules, Invoice, Mandate, Measured, Move, OpenKey, Payment, Plan,
		PlanId, SharedCost, SingleBill, SingleId, SingleProposal,
	},
	Agendas, BillInvoices, BilledBy, BilledUses, Bills, Charges, Config, Contributions, Credits, Invoices, Mandates,
	Moves, NextCharge, NextCredit, NextPeriod, OpenBills, OpenDisputes, Pallet, PaymentInvoices, Payments, Plans,
	Prepayments, Rates, Rules, SharedCosts, SingleBills, SingleProposals, StatementHeads, Statements, Totals,
	UnitPlans, WaitingPeriods, Waivers,
};
use alloc::vec::Vec;
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	BillKey, ChargeId, ContentHash, Fen, Moment, PaymentId, Period, UnitId, Utility,
};

fn page(count: u32) -> usize {
	usize::try_from(count.min(PAGE)).unwrap_or(usize::MAX)
}

impl<T: Config> Pallet<T> {
	/// See [`crate::api::FeesApi::rules`].
	pub fn rules() -> FeeRules {
		Rules::<T>::get()
	}

	/// See [`crate::api::FeesApi::charges`].
	pub fn charges(from: ChargeId, count: u32) -> Vec<ChargeView> {
		(from..NextCharge::<T>::get())
			.take(page(count))
			.filter_map(|id| {
				Some(ChargeView {
					id,
					charge: Charges::<T>::get(id)?,
					rates: Rates::<T>::get(id).into_inner(),
					next: NextPeriod::<T>::get(id),
					waiting: WaitingPeriods::<T>::iter_key_prefix(id).map(|key| key.id()).collect(),
				})
			})
			.collect()
	}

	/// See [`crate::api::FeesApi::bill`].
	pub fn bill(key: BillKey) -> Option<BillView<T::AccountId>> {
		let bill = Bills::<T>::get(key.parts())?;
		let terms = Charges::<T>::get(key.charge)?.terms;
		let lived = Self::lived(&bill);
		let principal_owed = bill.principal.owed();
		let late_owed = bill.late.owed().checked_add(late_fee::unsettled(&bill, &terms.late(), lived))?;
		Some(BillView {
			key,
			principal_owed,
			late_owed,
			owed: principal_owed.checked_add(late_owed)?,
			discount: Self::discount_at(&bill, &terms, T::Clock::now()),
			days_late: late_fee::days_late(&bill, terms.grace_days, lived),
			waiver: Waivers::<T>::get(key),
			bill,
		})
	}

	/// See [`crate::api::FeesApi::bills_of`].
	pub fn bills_of(unit: UnitId, open_only: bool, after: Option<BillKey>, count: u32) -> Vec<BillView<T::AccountId>> {
		let after = after.filter(|key| key.unit == unit);
		let keys: Vec<BillKey> = if open_only {
			let start = after.and_then(|key| {
				let bill = Bills::<T>::get(key.parts())?;
				Some((bill.is_disputed(), OpenKey::new(bill.due, key)))
			});
			let queue = OpenBills::<T>::iter_key_prefix(unit).map(|key| (false, key));
			let disputed = OpenDisputes::<T>::iter_key_prefix(unit).map(|key| (true, key));
			queue
				.chain(disputed)
				.filter(|position| start.is_none_or(|start| *position > start))
				.map(|(_, key)| key.id())
				.take(page(count))
				.collect()
		} else {
			let keys = match after {
				Some(key) => Bills::<T>::iter_key_prefix_from((unit,), Bills::<T>::hashed_key_for(key.parts())),
				None => Bills::<T>::iter_key_prefix((unit,)),
			};
			keys.take(page(count)).map(|(charge, period)| BillKey::new(unit, charge, period)).collect()
		};
		keys.into_iter().filter_map(Self::bill).collect()
	}

	/// See [`crate::api::FeesApi::dues`].
	pub fn dues(unit: UnitId) -> Dues {
		let now = T::Clock::now();
		let mut dues = Dues {
			prepaid: StatementHeads::<T>::get(unit).prepaid,
			prepayment_limit: Self::prepayment_limit(unit),
			..Dues::default()
		};
		let queue = OpenBills::<T>::iter_key_prefix(unit).chain(OpenDisputes::<T>::iter_key_prefix(unit));
		for key in queue.map(|key| key.id()) {
			let Some(view) = Self::bill(key).filter(|view| view.owed > 0) else { continue };
			dues.principal = dues.principal.saturating_add(view.principal_owed);
			dues.late = dues.late.saturating_add(view.late_owed);
			dues.bills = dues.bills.saturating_add(1);
			if view.bill.is_disputed() {
				dues.disputed = dues.disputed.saturating_add(view.owed);
			} else if view.bill.due <= now {
				dues.overdue = dues.overdue.saturating_add(view.owed);
			}
		}
		dues
	}

	/// See [`crate::api::FeesApi::statement`].
	pub fn statement(unit: UnitId, from: u64, count: u32) -> StatementPage {
		let head = StatementHeads::<T>::get(unit);
		let lines = (from..head.entry_count)
			.take(page(count))
			.filter_map(|number| Some((number, Statements::<T>::get(unit, number)?)))
			.collect();
		StatementPage { head, lines }
	}

	/// See [`crate::api::FeesApi::contributions`].
	pub fn contributions(bill: BillKey) -> Vec<Contribution<T::AccountId>> {
		Contributions::<T>::get(bill).into_inner()
	}

	/// See [`crate::api::FeesApi::credit`].
	pub fn credit(credit: CreditId) -> Option<Credit<T::AccountId>> {
		Credits::<T>::get(credit)
	}

	/// See [`crate::api::FeesApi::credits`].
	pub fn credits(before: Option<CreditId>, count: u32) -> Vec<(CreditId, Credit<T::AccountId>)> {
		let next = NextCredit::<T>::get();
		let before = before.unwrap_or(next).min(next);
		(0..before).rev().take(page(count)).filter_map(|id| Some((id, Credits::<T>::get(id)?))).collect()
	}

	/// See [`crate::api::FeesApi::single_bill`].
	pub fn single_bill(bill: BillKey) -> Option<SingleBill<T::AccountId>> {
		SingleBills::<T>::get(bill)
	}

	/// See [`crate::api::FeesApi::proposed_bills`].
	pub fn proposed_bills(before: Option<SingleId>, count: u32) -> Vec<(SingleId, SingleProposal<T::AccountId>)> {
		let mut proposals: Vec<_> =
			SingleProposals::<T>::iter().filter(|(id, _)| before.is_none_or(|before| *id < before)).collect();
		proposals.sort_by_key(|(id, _)| core::cmp::Reverse(*id));
		proposals.truncate(page(count));
		proposals
	}

	/// See [`crate::api::FeesApi::unit_plan`].
	pub fn unit_plan(unit: UnitId) -> Option<PlanView<T::AccountId>> {
		let id = UnitPlans::<T>::get(unit)?;
		let plan = Plans::<T>::get(id)?;
		Some(PlanView { id, standing: Self::standing(&plan), plan })
	}

	/// See [`crate::api::FeesApi::plan`].
	pub fn plan(plan: PlanId) -> Option<Plan<T::AccountId>> {
		Plans::<T>::get(plan)
	}

	/// See [`crate::api::FeesApi::invoice`].
	pub fn invoice(number: ContentHash) -> Option<Invoice<T::AccountId>> {
		Invoices::<T>::get(number)
	}

	/// See [`crate::api::FeesApi::invoices_of_bill`].
	pub fn invoices_of_bill(bill: BillKey) -> Vec<ContentHash> {
		BillInvoices::<T>::iter_key_prefix(bill).take(page(PAGE)).collect()
	}

	/// See [`crate::api::FeesApi::invoices_of_payment`].
	pub fn invoices_of_payment(payment: PaymentId) -> Vec<ContentHash> {
		PaymentInvoices::<T>::iter_key_prefix(payment).take(page(PAGE)).collect()
	}

	/// See [`crate::api::FeesApi::pending_move`].
	pub fn pending_move(payment: PaymentId) -> Option<Move<T::AccountId>> {
		Moves::<T>::get(payment)
	}

	/// See [`crate::api::FeesApi::payment`].
	pub fn payment(payment: PaymentId) -> Option<Payment<T::AccountId>> {
		Payments::<T>::get(payment)
	}

	/// See [`crate::api::FeesApi::mandates`].
	pub fn mandates(unit: UnitId) -> Vec<(T::AccountId, Mandate)> {
		Mandates::<T>::iter_prefix(unit).collect()
	}

	/// See [`crate::api::FeesApi::prepayments`].
	pub fn prepayments(unit: UnitId) -> Vec<(T::AccountId, Fen)> {
		Prepayments::<T>::iter_prefix(unit).collect()
	}

	/// See [`crate::api::FeesApi::billed_use`].
	pub fn billed_use(unit: UnitId, charge: ChargeId) -> Option<BilledUse> {
		BilledUses::<T>::get(unit, charge)
	}

	/// See [`crate::api::FeesApi::bills_on_readings`].
	pub fn bills_on_readings(unit: UnitId, utility: Utility, since: Moment) -> Vec<BillKey> {
		let last_bill = |charge: ChargeId| {
			let billed = BilledUses::<T>::get(unit, charge).filter(|billed| billed.at > since)?;
			Some(BillKey::new(unit, charge, billed.period?))
		};
		BilledBy::<T>::get(Measured::Unit { unit, utility }).into_iter().filter_map(last_bill).collect()
	}

	/// See [`crate::api::FeesApi::shared_cost`].
	pub fn shared_cost(charge: ChargeId, period: Period) -> Option<SharedCost> {
		SharedCosts::<T>::get(charge, period)
	}

	/// See [`crate::api::FeesApi::billing_progress`].
	pub fn billing_progress() -> Progress<T::AccountId> {
		let agenda = Agendas::<T>::get();
		let mut next_periods: Vec<_> = NextPeriod::<T>::iter().collect();
		next_periods.sort();
		Progress {
			cursor: agenda.cursor,
			next_turn: agenda.next_turn,
			next_collection: agenda.next_collection,
			next_periods,
		}
	}

	/// See [`crate::api::FeesApi::arrears`].
	pub fn arrears(from: UnitId, count: u32) -> ArrearsPage {
		let unit_count = T::Register::unit_count();
		let end = from.saturating_add(count.clamp(1, PAGE)).min(unit_count);
		let mut arrears = ArrearsPage { next: (end < unit_count).then_some(end), ..ArrearsPage::default() };
		for dues in (from..end).map(Self::dues) {
			arrears.overdue = arrears.overdue.saturating_add(dues.overdue);
			arrears.units = arrears.units.saturating_add(u32::from(dues.overdue > 0));
			arrears.disputed = arrears.disputed.saturating_add(dues.disputed);
		}
		arrears
	}

	/// See [`crate::api::FeesApi::totals`].
	pub fn totals() -> TotalsView {
		let totals = Totals::<T>::get();
		TotalsView {
			totals,
			billed: totals.principal.charged,
			collected: totals.principal.paid.saturating_add(totals.late.paid),
			open: totals.principal.owed().saturating_add(totals.late.owed()),
		}
	}
}
