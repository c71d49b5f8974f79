// SPDX-License-Identifier: Apache-2.0

//! Automatic billing (D13): exactly one bill per unit, charge and period.
//!
//! Bills are issued in `on_initialize`, within [`Config::BillingBudget`]. A cursor stores the next unit; what does not
//! fit is continued in the next block. In `on_initialize` the clock still shows the time of the previous block, so a
//! period is billed in the first block after the one in which it began. If the chain was stopped, one missed period is
//! billed late; earlier ones wait for a decision ([`crate::past`]). Charges by meter bill in arrears
//! ([`crate::metered`], [`crate::shared`]).

use crate::statements::Statement;
use crate::{
	types::{Agenda, Basis, Bill, Charge, CreditDone, Cursor, EntryKind, FeeTotals, OpenKey, Rate, Source},
	Agendas, Bills, Charges, Config, Event, NextPeriod, OpenBills, Pallet, Rates, Totals, WaitingPeriods, WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{
	defensive,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use linli_primitives::{
	calendar::Calendar,
	traits::{CalendarChanged, Clock, Community, OwnersRegister},
	BillKey, ChargeId, Fen, Moment, OrderedKey, Period, UnitId,
};
use sp_runtime::ArithmeticError;

/// The data shared by all bills of one charge and period.
pub(crate) struct Batch {
	/// The id of the charge.
	pub id: ChargeId,
	/// The charge.
	pub charge: Charge,
	/// The rate of the charge in this period.
	pub rate: Fen,
	/// All rates of the charge, oldest first.
	pub rates: Vec<Rate>,
	/// The community's calendar.
	pub calendar: Calendar,
	/// The period.
	pub period: Period,
	/// When the bills are issued.
	pub issued: Moment,
	/// When the bills are due.
	pub due: Moment,
}

/// The outcome of one step of the work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
	/// The step is done: continue with the next.
	Done,
	/// The weight is used up: continue in the next block.
	OutOfWeight,
}

impl<T: Config> Pallet<T> {
	/// Panics if the configuration would keep billing from ever completing, or leave no place for payers besides the
	/// owner.
	pub(crate) fn check_config() {
		let overhead = T::WeightInfo::advance()
			.saturating_mul(2)
			.saturating_add(T::WeightInfo::find_period(T::MaxCharges::get()))
			.saturating_add(
				T::WeightInfo::bill_batch().saturating_add(Self::share_weight()).max(T::WeightInfo::credit_batch()),
			);
		let bills = T::MaxBillsPerPayment::get();
		let step = T::WeightInfo::bill()
			.max(T::WeightInfo::bill_metered().saturating_add(Self::meters_weight()))
			.max(T::WeightInfo::weigh())
			.max(T::WeightInfo::collect_prepayment(bills))
			.max(T::WeightInfo::collect_kept(bills))
			.max(T::WeightInfo::collect_mandate(bills))
			.max(Self::undo_weight());
		assert!(
			T::BillingBudget::get().all_gte(overhead.saturating_add(step)),
			"`BillingBudget` is too small for a single step: billing would never complete",
		);
		assert!(T::MaxCharges::get() > 0 && T::MaxRates::get() > 0 && T::MaxBillsPerPayment::get() > 0);
		assert!(T::MaxPayersPerUnit::get() > 1, "`MaxPayersPerUnit` leaves no place besides the owner's");
		assert!(T::MaxPartsPerBill::get() > 3, "`MaxPartsPerBill` leaves no place for strangers or the owner");
	}

	/// Does the work that is due, within `limit`, and returns the weight consumed.
	pub(crate) fn advance(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		if meter.try_consume(T::WeightInfo::advance()).is_err() {
			return Weight::zero();
		}
		let now = T::Clock::now();
		// The clock is not set before the first timestamp.
		if now == 0 {
			return meter.consumed();
		}
		let before = Agendas::<T>::get();
		let mut agenda = before.clone();
		while let Outcome::Done = Self::advance_once(&mut agenda, now, &mut meter) {
			let idle = agenda.cursor.is_none() && agenda.credits.is_empty();
			if idle && now < agenda.next_turn && now < agenda.next_collection {
				break;
			}
		}
		if agenda != before {
			Agendas::<T>::put(agenda);
		}
		meter.consumed()
	}

	fn advance_once(agenda: &mut Agenda<T::AccountId>, now: Moment, meter: &mut WeightMeter) -> Outcome {
		match agenda.cursor.clone() {
			None => Self::find_work(agenda, now, meter),
			Some(Cursor::Billing { charge, period, next_unit, bills, amount }) => {
				Self::continue_billing(agenda, (charge, period, next_unit, bills, amount), now, meter)
			}
			Some(Cursor::Weighing { charge, period, next_unit, weight }) => {
				Self::continue_weighing(agenda, (charge, period, next_unit, weight), now, meter)
			}
			Some(Cursor::Sharing { charge, period, next_unit, before, bills, amount }) => {
				let (place, done) = ((next_unit, before), (bills, amount));
				Self::continue_sharing(agenda, (charge, period), place, done, now, meter)
			}
			Some(Cursor::Crediting { credit, next, done }) => {
				match Self::continue_crediting(agenda, (credit, next, done), meter) {
					true => Outcome::Done,
					false => Outcome::OutOfWeight,
				}
			}
			Some(Cursor::Collecting { source, after }) => match Self::collect(source, after, now, meter) {
				Ok(()) => {
					agenda.cursor = match source {
						Source::Prepayments => Some(Cursor::Collecting { source: Source::Kept, after: None }),
						Source::Kept => Some(Cursor::Collecting { source: Source::Mandates, after: None }),
						Source::Mandates => None,
					};
					Outcome::Done
				}
				Err(after) => {
					agenda.cursor = Some(Cursor::Collecting { source, after });
					Outcome::OutOfWeight
				}
			},
		}
	}

	/// Finds the next work due: credit notes before billing, billing before collection, and the period that began first
	/// before the others.
	fn find_work(agenda: &mut Agenda<T::AccountId>, now: Moment, meter: &mut WeightMeter) -> Outcome {
		if !agenda.credits.is_empty() {
			let credit = agenda.credits.remove(0);
			agenda.cursor = Some(Cursor::Crediting { credit, next: 0, done: CreditDone::default() });
			return Outcome::Done;
		}
		if now >= agenda.next_turn {
			if meter.try_consume(T::WeightInfo::find_period(T::MaxCharges::get())).is_err() {
				return Outcome::OutOfWeight;
			}
			let calendar = T::Community::calendar();
			Self::start_unstarted(now, &calendar);
			let first = NextPeriod::<T>::iter()
				.map(|(charge, period)| (Self::turn(charge, period, &calendar).unwrap_or(Moment::MAX), charge, period))
				.min();
			match first {
				Some((turn, charge, period)) if turn <= now => {
					if !Self::set_aside(charge, period, now, &calendar) {
						agenda.cursor = Some(Cursor::Billing { charge, period, next_unit: 0, bills: 0, amount: 0 });
					}
				}
				other => match Self::advance_past() {
					Some(cursor) => agenda.cursor = cursor,
					None => agenda.next_turn = other.map_or(Moment::MAX, |(turn, _, _)| turn),
				},
			}
		} else if now >= agenda.next_collection {
			if meter.try_consume(T::WeightInfo::advance()).is_err() {
				return Outcome::OutOfWeight;
			}
			agenda.next_collection = Self::tomorrow(now);
			agenda.cursor = Some(Cursor::Collecting { source: Source::Prepayments, after: None });
		}
		Outcome::Done
	}

	/// Continues billing one charge and period.
	fn continue_billing(
		agenda: &mut Agenda<T::AccountId>,
		(id, period, mut next_unit, mut bills, mut amount): (ChargeId, Period, UnitId, u32, Fen),
		now: Moment,
		meter: &mut WeightMeter,
	) -> Outcome {
		if meter.try_consume(T::WeightInfo::bill_batch()).is_err() {
			return Outcome::OutOfWeight;
		}
		let Some(batch) = Self::batch(id, period, now) else {
			defensive!("a live charge has terms, a rate and a calendar");
			// Skip the charge rather than stop all billing.
			if WaitingPeriods::<T>::take(id, OrderedKey::new(period)).is_none() {
				NextPeriod::<T>::remove(id);
			}
			agenda.cursor = None;
			return Outcome::Done;
		};
		let utility = match batch.charge.terms.basis {
			Basis::SharedMeter { meter: main, .. } => return Self::begin_sharing(agenda, &batch, main, meter),
			Basis::Metered { utility, .. } => Some(utility),
			_ => None,
		};
		let reading = utility.map_or_else(Weight::zero, |_| Self::meters_weight());
		let billing = utility.map_or_else(T::WeightInfo::bill, |_| T::WeightInfo::bill_metered());
		let weight = billing.saturating_add(reading);
		let mut totals = Totals::<T>::get();
		let units = T::Register::unit_count();
		while next_unit < units && meter.can_consume(weight) {
			let issued = match utility {
				Some(utility) => Self::issue_metered(&batch, next_unit, utility, &mut totals),
				None => Self::issue(&batch, next_unit, &mut totals),
			};
			match issued {
				Ok(Some(principal)) => {
					meter.consume(weight);
					bills = bills.saturating_add(1);
					amount = amount.saturating_add(principal);
				}
				Ok(None) => meter.consume(T::WeightInfo::bill_nothing().saturating_add(reading)),
				// The bounds on rates, areas and readings keep amounts far below the maximum.
				Err(_) => {
					defensive!("a bill overflows");
				}
			}
			next_unit = next_unit.saturating_add(1);
		}
		Totals::<T>::put(totals);
		if next_unit < units {
			agenda.cursor = Some(Cursor::Billing { charge: id, period, next_unit, bills, amount });
			return Outcome::OutOfWeight;
		}
		agenda.cursor = None;
		if bills > 0 {
			agenda.next_collection = 0;
		}
		Self::complete(&batch, bills, amount);
		Outcome::Done
	}

	/// The beginning of the day after `now`.
	fn tomorrow(now: Moment) -> Moment {
		T::Community::midnight_after(now, 1).unwrap_or(Moment::MAX)
	}

	/// The data shared by all bills of one charge and period. Returns `None` if there is no such charge, no rate
	/// applies to the period, or the due date lies outside the calendar.
	pub(crate) fn batch(id: ChargeId, period: Period, now: Moment) -> Option<Batch> {
		let charge = Charges::<T>::get(id)?;
		let rates = Rates::<T>::get(id).into_inner();
		let rate = rates.iter().rev().find(|rate| rate.from <= period).map(|rate| rate.rate)?;
		let calendar = T::Community::calendar();
		// The end of the day that lies `due_days` after the day of issue.
		let due = calendar.midnight_after(now, u64::from(charge.terms.due_days).checked_add(1)?)?;
		Some(Batch { id, charge, rate, rates, calendar, period, issued: now, due })
	}

	/// Issues the unit's bill of a charge without a meter, and returns its principal, or `None` if there is nothing to
	/// bill. The cursor ensures that each unit is billed only once.
	pub(crate) fn issue(batch: &Batch, unit: UnitId, totals: &mut FeeTotals) -> Result<Option<Fen>, ArithmeticError> {
		let Some(view) = T::Register::unit(unit) else { return Ok(None) };
		let terms = &batch.charge.terms;
		if !terms.covers(&view) {
			return Ok(None);
		}
		let principal = terms.amount(batch.rate, &view).ok_or(ArithmeticError::Overflow)?;
		if principal == 0 {
			return Ok(None);
		}
		Self::put_bill(batch, unit, principal, totals)?;
		Ok(Some(principal))
	}

	/// Writes a bill of the batch with this principal.
	pub(crate) fn put_bill(
		batch: &Batch,
		unit: UnitId,
		principal: Fen,
		totals: &mut FeeTotals,
	) -> Result<(), ArithmeticError> {
		let Batch { id, period, issued, due, .. } = batch;
		Self::enter_bill(BillKey::new(unit, *id, *period), principal, *issued, *due, totals)
	}

	/// Issues a bill with this principal: all that are issued on the chain are entered here.
	pub(crate) fn enter_bill(
		key: BillKey,
		principal: Fen,
		issued: Moment,
		due: Moment,
		totals: &mut FeeTotals,
	) -> Result<(), ArithmeticError> {
		let billed = totals.principal.charged.checked_add(principal).ok_or(ArithmeticError::Overflow)?;
		let mut statement = Statement::<T>::open(key.unit, issued);
		let line = statement.next_line();
		statement.write(EntryKind::Bill { bill: key }, principal)?;
		statement.close();
		Bills::<T>::insert(key.parts(), Bill::new(principal, issued, due, line));
		OpenBills::<T>::insert(key.unit, OpenKey::new(due, key), ());
		totals.principal.charged = billed;
		totals.bills = totals.bills.saturating_add(1);
		Self::deposit_event(Event::BillIssued { bill: key, amount: principal, due });
		Ok(())
	}

	/// Notes that the period is billed: it no longer waits, or else the charge advances to its next one.
	pub(crate) fn complete(batch: &Batch, bills: u32, amount: Fen) {
		let Batch { id, charge, period, .. } = batch;
		Self::deposit_event(Event::BillingCompleted { charge: *id, period: *period, bills, amount });
		if WaitingPeriods::<T>::take(id, OrderedKey::new(*period)).is_none() {
			Self::move_on(*id, charge, *period);
		}
	}
}

impl<T: Config> CalendarChanged for Pallet<T> {
	/// Periods and days may now begin earlier than scheduled, so the schedule is checked again in the next block.
	fn calendar_changed() {
		Agendas::<T>::mutate(|agenda| {
			agenda.next_turn = 0;
			// Zero means that a collection is due; one that waits for midnight waits for the new midnight.
			agenda.next_collection = agenda.next_collection.min(Self::tomorrow(T::Clock::now()));
		});
	}
}
