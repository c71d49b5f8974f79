// SPDX-License-Identifier: Apache-2.0

//! What clients show, as a runtime API. Every list is paged; a page is at most [`PAGE`] long, whatever is asked for.

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

/// The longest page.
pub const PAGE: u32 = 100;

/// A charge with its rates.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ChargeView {
	/// Its id.
	pub id: ChargeId,
	/// What was decided.
	pub charge: Charge,
	/// Its rates, oldest first.
	pub rates: Vec<Rate>,
	/// The period to be billed next; `None` once it has ended, or before a charge of the genesis begins.
	pub next: Option<Period>,
}

/// A bill as it stands now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BillView<AccountId> {
	/// Which bill it is.
	pub key: BillKey,
	/// The bill as stored.
	pub bill: Bill<AccountId>,
	/// Fen of principal owed.
	pub principal_owed: Fen,
	/// Fen of late fee owed as of now, settled or not.
	pub late_owed: Fen,
	/// Both together.
	pub owed: Fen,
	/// Full days late so far, after the grace and by the bill's own clock.
	pub days_late: u32,
	/// The waiver that waits, if any.
	pub waiver: Option<Waiver<AccountId>>,
}

/// What a unit owes now.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Dues {
	/// Fen of principal, due or not yet due.
	pub principal: Fen,
	/// Fen of late fees as of now.
	pub late: Fen,
	/// Of both, fen in dispute.
	pub disputed: Fen,
	/// Of both, fen whose due moment has passed, disputed ones left out.
	pub overdue: Fen,
	/// Fen prepaid by all payers.
	pub prepaid: Fen,
	/// The most that can be prepaid in all.
	pub prepayment_limit: Fen,
	/// How many bills are open.
	pub bills: u32,
}

/// What some units owe together: sums, so that a report of arrears names nobody.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ArrearsPage {
	/// Fen of principal and late fees whose due moment has passed, disputed bills left out.
	pub overdue: Fen,
	/// How many units owe any of it.
	pub units: u32,
	/// Fen in dispute.
	pub disputed: Fen,
	/// The unit that the next page begins with; `None` after the last.
	pub next: Option<UnitId>,
}

/// A page of a statement.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct StatementPage {
	/// How the statement stands.
	pub head: StatementHead,
	/// The entries, oldest first, with their numbers. Not named `entries`: in JavaScript that is a method of every map.
	pub lines: Vec<(u64, StatementEntry)>,
}

/// What the daily work is at.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Progress<AccountId> {
	/// The work under way; `None` when all is done.
	pub cursor: Option<Cursor<AccountId>>,
	/// When the next period begins, if known.
	pub next_turn: Moment,
	/// When the next collection begins.
	pub next_collection: Moment,
	/// The next period of each live charge.
	pub next_periods: Vec<(ChargeId, Period)>,
}

/// The sums over all bills, in short.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TotalsView {
	/// The whole.
	pub totals: FeeTotals,
	/// Fen of principals billed.
	pub billed: Fen,
	/// Fen collected, principal and late fees, less refunds.
	pub collected: Fen,
	/// Fen open: principal and settled late fees.
	pub open: Fen,
}

/// A meter as clients show it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MeterView {
	/// What it shows, in thousandths of the physical unit.
	pub latest: Option<u64>,
	/// What of it is not billed yet.
	pub unbilled: u64,
	/// How many readings can be reversed.
	pub reversible: u32,
}

sp_api::decl_runtime_apis! {
	/// Charges, bills, payments and statements.
	pub trait FeesApi<AccountId> where AccountId: Codec {
		/// The community's parameters.
		fn rules() -> FeeRules;
		/// Charges from id `from` on, at most `count`.
		fn charges(from: ChargeId, count: u32) -> Vec<ChargeView>;
		/// One bill, with its late fee as of now.
		fn bill(bill: BillKey) -> Option<BillView<AccountId>>;
		/// The unit's bills in storage order, after the one given. With `open_only`, those with something left to pay,
		/// oldest due first and disputed ones last, after the one given. One of another unit counts as none.
		fn bills_of(unit: UnitId, open_only: bool, after: Option<BillKey>, count: u32) -> Vec<BillView<AccountId>>;
		/// What the unit owes now.
		fn dues(unit: UnitId) -> Dues;
		/// The unit's statement from entry `from` on, at most `count` entries.
		fn statement(unit: UnitId, from: u64, count: u32) -> StatementPage;
		/// A payment.
		fn payment(payment: PaymentId) -> Option<Payment<AccountId>>;
		/// The mandates for the unit, by payer.
		fn mandates(unit: UnitId) -> Vec<(AccountId, Mandate)>;
		/// What is prepaid for the unit, by payer.
		fn prepayments(unit: UnitId) -> Vec<(AccountId, Fen)>;
		/// The unit's meter for a charge.
		fn meter(unit: UnitId, charge: ChargeId) -> Option<MeterView>;
		/// How far billing and collecting have come.
		fn billing_progress() -> Progress<AccountId>;
		/// The sums over all bills.
		fn totals() -> TotalsView;
		/// What `count` units, at most 100, from unit `from` on owe together now.
		fn arrears(from: UnitId, count: u32) -> ArrearsPage;
	}
}

fn page(count: u32) -> usize {
	usize::try_from(count.min(PAGE)).unwrap_or(usize::MAX)
}

/// Behind [`FeesApi`].
impl<T: Config> Pallet<T> {
	/// See [`FeesApi`].
	pub fn api_rules() -> FeeRules {
		Rules::<T>::get()
	}

	/// See [`FeesApi`].
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

	/// See [`FeesApi`].
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

	/// See [`FeesApi`].
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
				.filter(|place| start.is_none_or(|start| *place > start))
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

	/// See [`FeesApi`].
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

	/// See [`FeesApi`].
	pub fn api_statement(unit: UnitId, from: u64, count: u32) -> StatementPage {
		let head = StatementHeads::<T>::get(unit);
		let lines = (from..head.entry_count)
			.take(page(count))
			.filter_map(|number| Some((number, Statements::<T>::get(unit, number)?)))
			.collect();
		StatementPage { head, lines }
	}

	/// See [`FeesApi`].
	pub fn api_payment(payment: PaymentId) -> Option<Payment<T::AccountId>> {
		Payments::<T>::get(payment)
	}

	/// See [`FeesApi`].
	pub fn api_mandates(unit: UnitId) -> Vec<(T::AccountId, Mandate)> {
		Mandates::<T>::iter_prefix(unit).collect()
	}

	/// See [`FeesApi`].
	pub fn api_prepayments(unit: UnitId) -> Vec<(T::AccountId, Fen)> {
		Prepayments::<T>::iter_prefix(unit).collect()
	}

	/// See [`FeesApi`].
	pub fn api_meter(unit: UnitId, charge: ChargeId) -> Option<MeterView> {
		let meter = Meters::<T>::get(unit, charge)?;
		Some(MeterView {
			latest: meter.latest(),
			unbilled: meter.consumption(),
			reversible: u32::try_from(meter.recent.len()).unwrap_or(u32::MAX),
		})
	}

	/// See [`FeesApi`].
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

	/// See [`FeesApi`].
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

	/// See [`FeesApi`].
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
