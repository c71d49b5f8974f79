// SPDX-License-Identifier: Apache-2.0

//! The runtime API for clients. Charges, bills, statements and arrears are paged, with at most [`PAGE`] items per page.

use crate::{
	late_fee,
	types::{
		Bill, Charge, Cursor, FeeRules, FeeTotals, Mandate, OpenKey, Payment, Rate, StatementEntry, StatementHead,
		Waiver,
	},
	Agendas, Bills, Charges, Config, Mandates, Meters, NextCharge, NextPeriod, OpenBills, OpenDisputes, Pallet,
	Payments, Prepayments, Rates, Rules, StatementHeads, Statements, Totals, Waivers,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	BillKey, ChargeId, Fen, Moment, PaymentId, Period, UnitId,
};
use scale_info::TypeInfo;

/// The maximum number of items in a page.
pub const PAGE: u32 = 100;

/// A charge with its id and rates.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ChargeView {
	/// The id of the charge.
	pub id: ChargeId,
	/// The charge as stored.
	pub charge: Charge,
	/// The rates, oldest first.
	pub rates: Vec<Rate>,
	/// The period billed next; `None` once the charge has ended, or before a genesis charge begins.
	pub next: Option<Period>,
}

/// A bill with its current late fee.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BillView<AccountId> {
	/// The key of the bill.
	pub key: BillKey,
	/// The bill as stored.
	pub bill: Bill<AccountId>,
	/// The principal owed, in fen.
	pub principal_owed: Fen,
	/// The late fee owed now, charged or not yet, in fen.
	pub late_owed: Fen,
	/// Principal and late fee owed, in fen.
	pub owed: Fen,
	/// The number of full days since the end of the grace, not counting the time of a dispute.
	pub days_late: u32,
	/// The pending waiver, if any.
	pub waiver: Option<Waiver<AccountId>>,
}

/// The amounts that a unit owes now.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Dues {
	/// The principals owed, due or not, in fen.
	pub principal: Fen,
	/// The late fees owed now, in fen.
	pub late: Fen,
	/// The part of both that is in dispute, in fen.
	pub disputed: Fen,
	/// The part of both that is overdue and not in dispute, in fen.
	pub overdue: Fen,
	/// The amount prepaid by all payers, in fen.
	pub prepaid: Fen,
	/// The maximum that all payers together can prepay, in fen.
	pub prepayment_limit: Fen,
	/// The number of open bills.
	pub bills: u32,
}

/// The arrears of several units: only sums, so that a report does not identify debtors.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ArrearsPage {
	/// The principals and late fees that are overdue and not in dispute, in fen.
	pub overdue: Fen,
	/// The number of units with overdue bills.
	pub units: u32,
	/// The amount in dispute, in fen.
	pub disputed: Fen,
	/// The first unit of the next page; `None` on the last page.
	pub next: Option<UnitId>,
}

/// A page of a statement.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct StatementPage {
	/// The number of entries and the balance of the statement.
	pub head: StatementHead,
	/// The entries with their numbers, oldest first. Not called `entries`, which in JavaScript is a method of maps.
	pub lines: Vec<(u64, StatementEntry)>,
}

/// The progress of billing and collection.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Progress<AccountId> {
	/// The work in progress; `None` if there is none.
	pub cursor: Option<Cursor<AccountId>>,
	/// When the next period begins; zero if that is checked in the next block.
	pub next_turn: Moment,
	/// When the next collection begins; zero for the next block.
	pub next_collection: Moment,
	/// The next period of each live charge.
	pub next_periods: Vec<(ChargeId, Period)>,
}

/// The sums over all bills, with their most important figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TotalsView {
	/// The totals as stored.
	pub totals: FeeTotals,
	/// The principals billed, in fen.
	pub billed: Fen,
	/// Principals and late fees collected, less refunds, in fen.
	pub collected: Fen,
	/// Principals and charged late fees still owed, in fen.
	pub open: Fen,
}

/// The state of a meter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MeterView {
	/// The latest reading, in thousandths of the physical unit.
	pub latest: Option<u64>,
	/// The consumption not billed yet, in thousandths of the physical unit.
	pub unbilled: u64,
	/// The number of readings that can be reversed.
	pub reversible: u32,
}

sp_api::decl_runtime_apis! {
	/// Charges, bills, payments and statements.
	pub trait FeesApi<AccountId> where AccountId: Codec {
		/// The community's parameters.
		fn rules() -> FeeRules;
		/// At most `count` charges, from id `from` on.
		fn charges(from: ChargeId, count: u32) -> Vec<ChargeView>;
		/// A bill with its current late fee.
		fn bill(bill: BillKey) -> Option<BillView<AccountId>>;
		/// At most `count` of the unit's bills that follow the bill `after`, in storage order. With `open_only`, only
		/// those with something left to pay: oldest due first, disputed ones last. An `after` of another unit is
		/// ignored.
		fn bills_of(unit: UnitId, open_only: bool, after: Option<BillKey>, count: u32) -> Vec<BillView<AccountId>>;
		/// The amounts that the unit owes now.
		fn dues(unit: UnitId) -> Dues;
		/// At most `count` entries of the unit's statement, from number `from` on.
		fn statement(unit: UnitId, from: u64, count: u32) -> StatementPage;
		/// The payment with this id.
		fn payment(payment: PaymentId) -> Option<Payment<AccountId>>;
		/// The mandates for the unit, by payer.
		fn mandates(unit: UnitId) -> Vec<(AccountId, Mandate)>;
		/// The amounts prepaid for the unit by payer, in fen.
		fn prepayments(unit: UnitId) -> Vec<(AccountId, Fen)>;
		/// The unit's meter for a charge.
		fn meter(unit: UnitId, charge: ChargeId) -> Option<MeterView>;
		/// The progress of billing and collection.
		fn billing_progress() -> Progress<AccountId>;
		/// The sums over all bills.
		fn totals() -> TotalsView;
		/// The arrears of `count` units together, at least 1 and at most [`PAGE`], from unit `from` on.
		fn arrears(from: UnitId, count: u32) -> ArrearsPage;
	}
}

fn page(count: u32) -> usize {
	usize::try_from(count.min(PAGE)).unwrap_or(usize::MAX)
}

/// The implementation of [`FeesApi`].
impl<T: Config> Pallet<T> {
	/// See [`FeesApi::rules`].
	pub fn api_rules() -> FeeRules {
		Rules::<T>::get()
	}

	/// See [`FeesApi::charges`].
	pub fn api_charges(from: ChargeId, count: u32) -> Vec<ChargeView> {
		(from..NextCharge::<T>::get())
			.take(page(count))
			.filter_map(|id| {
				Some(ChargeView {
					id,
					charge: Charges::<T>::get(id)?,
					rates: Rates::<T>::get(id).into_inner(),
					next: NextPeriod::<T>::get(id),
				})
			})
			.collect()
	}

	/// See [`FeesApi::bill`].
	pub fn api_bill(key: BillKey) -> Option<BillView<T::AccountId>> {
		let bill = Bills::<T>::get(key.parts())?;
		let terms = Charges::<T>::get(key.charge)?.terms;
		let now = T::Clock::now();
		let principal_owed = bill.principal.owed();
		let late_owed = bill.late.owed().checked_add(late_fee::unsettled(&bill, &terms.late(), now))?;
		Some(BillView {
			key,
			principal_owed,
			late_owed,
			owed: principal_owed.checked_add(late_owed)?,
			days_late: late_fee::days_late(&bill, terms.grace_days, now),
			waiver: Waivers::<T>::get(key),
			bill,
		})
	}

	/// See [`FeesApi::bills_of`].
	pub fn api_bills_of(
		unit: UnitId,
		open_only: bool,
		after: Option<BillKey>,
		count: u32,
	) -> Vec<BillView<T::AccountId>> {
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
		keys.into_iter().filter_map(Self::api_bill).collect()
	}

	/// See [`FeesApi::dues`].
	pub fn api_dues(unit: UnitId) -> Dues {
		let now = T::Clock::now();
		let mut dues = Dues {
			prepaid: StatementHeads::<T>::get(unit).prepaid,
			prepayment_limit: Self::prepayment_limit(unit),
			..Dues::default()
		};
		let queue = OpenBills::<T>::iter_key_prefix(unit).chain(OpenDisputes::<T>::iter_key_prefix(unit));
		for key in queue.map(|key| key.id()) {
			let Some(view) = Self::api_bill(key).filter(|view| view.owed > 0) else { continue };
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

	/// See [`FeesApi::statement`].
	pub fn api_statement(unit: UnitId, from: u64, count: u32) -> StatementPage {
		let head = StatementHeads::<T>::get(unit);
		let lines = (from..head.entry_count)
			.take(page(count))
			.filter_map(|number| Some((number, Statements::<T>::get(unit, number)?)))
			.collect();
		StatementPage { head, lines }
	}

	/// See [`FeesApi::payment`].
	pub fn api_payment(payment: PaymentId) -> Option<Payment<T::AccountId>> {
		Payments::<T>::get(payment)
	}

	/// See [`FeesApi::mandates`].
	pub fn api_mandates(unit: UnitId) -> Vec<(T::AccountId, Mandate)> {
		Mandates::<T>::iter_prefix(unit).collect()
	}

	/// See [`FeesApi::prepayments`].
	pub fn api_prepayments(unit: UnitId) -> Vec<(T::AccountId, Fen)> {
		Prepayments::<T>::iter_prefix(unit).collect()
	}

	/// See [`FeesApi::meter`].
	pub fn api_meter(unit: UnitId, charge: ChargeId) -> Option<MeterView> {
		let meter = Meters::<T>::get(unit, charge)?;
		Some(MeterView {
			latest: meter.latest(),
			unbilled: meter.consumption(),
			reversible: u32::try_from(meter.recent.len()).unwrap_or(u32::MAX),
		})
	}

	/// See [`FeesApi::billing_progress`].
	pub fn api_billing_progress() -> Progress<T::AccountId> {
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

	/// See [`FeesApi::arrears`].
	pub fn api_arrears(from: UnitId, count: u32) -> ArrearsPage {
		let unit_count = T::Register::unit_count();
		let end = from.saturating_add(count.clamp(1, PAGE)).min(unit_count);
		let mut arrears = ArrearsPage { next: (end < unit_count).then_some(end), ..ArrearsPage::default() };
		for dues in (from..end).map(Self::api_dues) {
			arrears.overdue = arrears.overdue.saturating_add(dues.overdue);
			arrears.units = arrears.units.saturating_add(u32::from(dues.overdue > 0));
			arrears.disputed = arrears.disputed.saturating_add(dues.disputed);
		}
		arrears
	}

	/// See [`FeesApi::totals`].
	pub fn api_totals() -> TotalsView {
		let totals = Totals::<T>::get();
		TotalsView {
			totals,
			billed: totals.principal.charged,
			collected: totals.principal.paid.saturating_add(totals.late.paid),
			open: totals.principal.owed().saturating_add(totals.late.owed()),
		}
	}
}
