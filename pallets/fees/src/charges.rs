// SPDX-License-Identifier: Apache-2.0

//! Charges and their rates (D12). Decisions never affect periods that have been billed.

use crate::{
	late_fee::LateTerms,
	types::{Basis, Charge, ChargeTerms, Rate, SharedBy, Tiers, MAX_RATE},
	Agendas, BilledUses, Bills, Charges, Config, Error, Event, NextCharge, NextPeriod, Pallet, Rates, Unstarted,
};
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	calendar::{Calendar, LATEST},
	fraction::divide_half_up,
	traits::{Clock, Community, FundLedger, MeteredUse, UnitView},
	ChargeId, Fen, Moment, Period, PeriodKind,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl ChargeTerms {
	/// Whether the charge bills the unit.
	pub fn covers(&self, unit: &UnitView) -> bool {
		self.basis.covers(unit.kind)
			&& self.buildings.as_ref().is_none_or(|buildings| buildings.contains(&unit.building))
	}

	/// The amount billed to a covered unit for one period, in fen; zero where a meter decides. With rates bounded by
	/// [`MAX_RATE`], and areas by 64 bits, it cannot overflow.
	pub fn amount(&self, rate: Fen, unit: &UnitView) -> Option<Fen> {
		match self.basis {
			Basis::PerArea { .. } => divide_half_up(rate.checked_mul(unit.area.into())?, 100),
			Basis::PerUnit | Basis::PerUnitOfKind { .. } | Basis::OneOff { .. } => Some(rate),
			Basis::Metered { .. } | Basis::SharedMeter { .. } | Basis::Single => Some(0),
		}
	}

	/// Whether bills depend on a meter, the unit's or a shared one: then they issue in arrears.
	pub fn is_in_arrears(&self) -> bool {
		matches!(self.basis, Basis::Metered { .. } | Basis::SharedMeter { .. })
	}

	/// The unit's weight in the cost of a shared meter; zero if it has no part in it.
	pub fn weight(&self, unit: &UnitView) -> u128 {
		match self.basis {
			Basis::SharedMeter { by: SharedBy::Area, .. } if self.covers(unit) => unit.area.into(),
			Basis::SharedMeter { by: SharedBy::Unit, .. } if self.covers(unit) => 1,
			_ => 0,
		}
	}

	/// Whether each unit is billed only once.
	pub fn is_one_off(&self) -> bool {
		matches!(self.basis, Basis::OneOff { .. })
	}

	/// The terms of the late fee.
	pub fn late(&self) -> LateTerms {
		LateTerms { rate: self.late_rate, cap: self.late_cap, grace_days: self.grace_days }
	}
}

/// Whether a period of `kind` begins with this month and lies within the calendar.
pub(crate) fn is_aligned(period: Period, kind: PeriodKind, calendar: &Calendar) -> bool {
	kind.begins_in(period)
		&& calendar.start(period).is_some_and(|start| start <= LATEST)
		&& calendar.end(period, kind).is_some()
}

impl<T: Config> Pallet<T> {
	/// See [`Pallet::create_charge`]. Returns the id of the charge.
	pub(crate) fn do_create_charge(
		terms: ChargeTerms,
		rate: Fen,
		first: Period,
		tiers: Tiers,
	) -> Result<ChargeId, DispatchError> {
		Self::ensure_terms(&terms)?;
		Self::ensure_rate(rate)?;
		Self::ensure_tiers(&terms, &tiers)?;
		let calendar = T::Community::calendar();
		ensure!(is_aligned(first, terms.period, &calendar), Error::<T>::InvalidPeriod);
		let current = calendar.period_at(terms.period, T::Clock::now()).ok_or(Error::<T>::InvalidPeriod)?;
		ensure!(first >= current, Error::<T>::PeriodInPast);
		let pot = terms.pot;
		let id = Self::add_charge(terms, rate, Some(first), tiers.clone())?;
		Self::deposit_event(Event::ChargeCreated { charge: id, pot, rate, first: Some(first), tiers });
		Ok(id)
	}

	/// See [`Pallet::set_rate`].
	pub(crate) fn do_set_rate(id: ChargeId, from: Period, rate: Fen, tiers: Tiers) -> DispatchResult {
		Self::ensure_rate(rate)?;
		let charge = Charges::<T>::get(id).ok_or(Error::<T>::ChargeNotFound)?;
		Self::ensure_tiers(&charge.terms, &tiers)?;
		ensure!(Self::is_live(id), Error::<T>::ChargeEnded);
		let calendar = T::Community::calendar();
		ensure!(is_aligned(from, charge.terms.period, &calendar), Error::<T>::InvalidPeriod);
		let start = calendar.start(from).ok_or(Error::<T>::InvalidPeriod)?;
		ensure!(start > T::Clock::now(), Error::<T>::PeriodInPast);
		// Nothing is billed before the charge's first period.
		ensure!(NextPeriod::<T>::get(id).is_none_or(|next| from >= next), Error::<T>::PeriodInPast);
		Rates::<T>::try_mutate(id, |rates| {
			// A rate planned for this period or a later one has never applied; earlier ones are history.
			rates.retain(|earlier| earlier.from < from);
			rates.try_push(Rate { from, rate, tiers: tiers.clone() }).map_err(|_| Error::<T>::TooManyRates)
		})?;
		Self::deposit_event(Event::RateSet { charge: id, from, rate, tiers });
		Ok(())
	}

	/// See [`Pallet::end_charge`].
	pub(crate) fn do_end_charge(id: ChargeId, last: Period) -> DispatchResult {
		let mut charge = Charges::<T>::get(id).ok_or(Error::<T>::ChargeNotFound)?;
		let calendar = T::Community::calendar();
		ensure!(is_aligned(last, charge.terms.period, &calendar), Error::<T>::InvalidPeriod);
		if charge.terms.is_in_arrears() {
			// What was used in a period that is over is owed.
			let after = last.next(charge.terms.period).and_then(|next| calendar.end(next, charge.terms.period));
			ensure!(after.is_some_and(|after| after > T::Clock::now()), Error::<T>::PeriodInPast);
		}
		let mut ended = false;
		match NextPeriod::<T>::get(id) {
			Some(next) => {
				let billing = Agendas::<T>::get().cursor.and_then(|cursor| cursor.billing());
				let under_way = billing.is_some_and(|(charge, period, _)| charge == id && period == next);
				if last < next {
					let billed = next.previous(charge.terms.period);
					ensure!(!under_way && billed.is_none_or(|billed| last >= billed), Error::<T>::PeriodInPast);
					// What is read late of the last period has bills yet, unless nothing has begun.
					let has_begun = charge.first.is_some_and(|first| first <= last);
					if !(charge.terms.is_in_arrears() && has_begun) {
						NextPeriod::<T>::remove(id);
						ended = true;
					}
				}
			}
			// A genesis charge that waits for the chain's clock to be set.
			None => ensure!(Self::is_live(id), Error::<T>::ChargeEnded),
		}
		charge.last = Some(last);
		Charges::<T>::insert(id, charge);
		Self::deposit_event(Event::ChargeEnding { charge: id, last });
		if ended {
			Self::deposit_event(Event::ChargeEnded { charge: id });
		}
		Ok(())
	}

	/// Whether the charge has not ended: it may still issue bills.
	pub fn is_live(id: ChargeId) -> bool {
		NextPeriod::<T>::contains_key(id) || Unstarted::<T>::get().contains(&id)
	}

	/// The rate that applies to `period`.
	pub fn rate_in(id: ChargeId, period: Period) -> Option<Fen> {
		Rates::<T>::get(id).iter().rev().find(|rate| rate.from <= period).map(|rate| rate.rate)
	}

	/// When the bills of a period are issued: when it begins; of a charge by meter, when it is over and the time to
	/// read meters, too. `None` outside the calendar.
	pub(crate) fn turn(id: ChargeId, period: Period, calendar: &Calendar) -> Option<Moment> {
		let terms = Charges::<T>::get(id)?.terms;
		if terms.is_in_arrears() {
			calendar.end(period, terms.period)?.checked_add(T::ReadingTime::get())
		} else {
			calendar.start(period)
		}
	}

	/// The unit's dues per month from all live charges, each rounded up, in fen: recurring charges at the rate of their
	/// next period, those by meter at their last bill. One-off charges do not count.
	pub fn monthly_dues(unit: linli_primitives::UnitId) -> Fen {
		use linli_primitives::traits::OwnersRegister;
		let Some(view) = T::Register::unit(unit) else { return 0 };
		NextPeriod::<T>::iter()
			.filter_map(|(id, next)| {
				let Charge { terms, last, .. } = Charges::<T>::get(id)?;
				if terms.is_one_off() || !terms.covers(&view) || last.is_some_and(|last| last < next) {
					return None;
				}
				let amount = match terms.basis {
					Basis::Metered { .. } => BilledUses::<T>::get(unit, id)?.amount,
					Basis::SharedMeter { .. } => {
						Bills::<T>::get((unit, id, next.previous(terms.period)?))?.principal.charged
					}
					_ => terms.amount(Self::rate_in(id, next)?, &view)?,
				};
				let months = u128::from(terms.period.months());
				amount.checked_add(months)?.checked_sub(1)?.checked_div(months)
			})
			.fold(0, Fen::saturating_add)
	}

	/// Starts the genesis charges that wait for the clock, with the first period after `now`.
	pub(crate) fn start_unstarted(now: Moment, calendar: &Calendar) {
		for id in Unstarted::<T>::take() {
			let Some(mut charge) = Charges::<T>::get(id) else { continue };
			let kind = charge.terms.period;
			let Some(first) = calendar.period_at(kind, now).and_then(|current| current.next(kind)) else { continue };
			let begins = charge.last.is_none_or(|last| first <= last);
			charge.first = Some(first);
			Charges::<T>::insert(id, charge);
			if begins {
				NextPeriod::<T>::insert(id, first);
			} else {
				Self::deposit_event(Event::ChargeEnded { charge: id });
			}
		}
	}

	/// Stores a charge with its first rate; without `first`, it waits for the clock to be set.
	pub(crate) fn add_charge(
		terms: ChargeTerms,
		rate: Fen,
		first: Option<Period>,
		tiers: Tiers,
	) -> Result<ChargeId, DispatchError> {
		let waiting = u32::try_from(Unstarted::<T>::get().len()).map_err(|_| ArithmeticError::Overflow)?;
		let live = NextPeriod::<T>::count().checked_add(waiting).ok_or(ArithmeticError::Overflow)?;
		ensure!(live < T::MaxCharges::get(), Error::<T>::TooManyCharges);
		let id = NextCharge::<T>::get();
		NextCharge::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		// If the first period is not known yet, the rate applies from the earliest period on.
		let from = first.unwrap_or(Period { year: 1970, month: 1 });
		Rates::<T>::try_append(id, Rate { from, rate, tiers }).map_err(|_| Error::<T>::TooManyRates)?;
		Charges::<T>::insert(id, Charge { terms, first, last: None });
		match first {
			Some(first) => NextPeriod::<T>::insert(id, first),
			None => Unstarted::<T>::try_append(id).map_err(|_| Error::<T>::TooManyCharges)?,
		}
		Agendas::<T>::mutate(|agenda| agenda.next_turn = 0);
		Ok(id)
	}

	fn ensure_terms(terms: &ChargeTerms) -> DispatchResult {
		ensure!(terms.basis != Basis::Single, Error::<T>::InvalidBasis);
		ensure!(T::Ledger::exists(terms.pot), Error::<T>::PotNotFound);
		if let Basis::SharedMeter { meter, .. } = terms.basis {
			ensure!(T::Meters::measures(meter).is_some(), Error::<T>::MeterNotFound);
		}
		Self::ensure_own_terms(terms)
	}

	/// Checks the terms apart from the existence of pot and meter.
	pub(crate) fn ensure_own_terms(terms: &ChargeTerms) -> DispatchResult {
		ensure!(terms.late_rate.is_valid() && terms.late_cap.is_valid(), Error::<T>::InvalidFraction);
		ensure!(terms.basis.kinds().is_none_or(|kinds| is_set(kinds)), Error::<T>::InvalidKinds);
		let is_fair = terms.discount.is_none_or(|discount| discount.is_valid(terms.due_days));
		ensure!(is_fair, Error::<T>::InvalidDiscount);
		ensure!(terms.buildings.as_ref().is_none_or(|list| is_set(list)), Error::<T>::InvalidBuildings);
		Ok(())
	}

	pub(crate) fn ensure_rate(rate: Fen) -> DispatchResult {
		ensure!(rate > 0 && rate <= MAX_RATE, Error::<T>::InvalidRate);
		Ok(())
	}

	/// Checks that the tiers are those of a metered charge, in order, and have valid rates.
	pub(crate) fn ensure_tiers(terms: &ChargeTerms, tiers: &Tiers) -> DispatchResult {
		let is_metered = matches!(terms.basis, Basis::Metered { .. });
		ensure!(tiers.is_empty() || is_metered, Error::<T>::InvalidTiers);
		ensure!(
			tiers.iter().all(|tier| tier.above > 0 && Self::ensure_rate(tier.rate).is_ok()),
			Error::<T>::InvalidTiers
		);
		ensure!(tiers.is_sorted_by(|one, next| one.above < next.above), Error::<T>::InvalidTiers);
		Ok(())
	}
}

/// Whether the list is not empty and has no duplicates. Quadratic, but lists have at most 64 items.
fn is_set<V: PartialEq>(list: &[V]) -> bool {
	!list.is_empty() && list.iter().enumerate().all(|(index, value)| !list.iter().take(index).any(|v| v == value))
}
