// SPDX-License-Identifier: Apache-2.0

//! Periods that were missed (D13): at most one period behind is billed automatically. Earlier ones, missed while the
//! chain stood still, are set aside and wait until a decision bills or skips them; billing goes on meanwhile.
//!
//! Decisions are carried out period by period, earliest first, once no current period is left to be billed. Each period
//! is one step of the automatic work, so that calls and blocks cost the same however much was missed.
//!
//! Periods of charges by meter never wait: whatever the meters show was used, and is in one bill, that of the last
//! period that was missed. Those before it are carried into it, without bills of their own.

use crate::{
	charges::is_aligned,
	types::{Charge, Cursor, PastDecision},
	Agendas, Charges, Config, Error, Event, NextPeriod, Pallet, PastDecisions, SkippedPeriods, WaitingPeriods,
};
use frame_support::ensure;
use linli_primitives::{calendar::Calendar, traits::Community, ChargeId, Moment, OrderedKey, Period};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// See [`Pallet::bill_past`].
	pub(crate) fn do_bill_past(id: ChargeId, up_to: Period) -> DispatchResult {
		let charge = Charges::<T>::get(id).ok_or(Error::<T>::ChargeNotFound)?;
		Self::decide_past(id, &charge, PastDecision { until: up_to, bill: true })
	}

	/// See [`Pallet::skip_past`].
	pub(crate) fn do_skip_past(id: ChargeId, to: Period) -> DispatchResult {
		let charge = Charges::<T>::get(id).ok_or(Error::<T>::ChargeNotFound)?;
		let until = to.previous(charge.terms.period).ok_or(Error::<T>::InvalidPeriod)?;
		Self::decide_past(id, &charge, PastDecision { until, bill: false })
	}

	fn decide_past(id: ChargeId, charge: &Charge, decision: PastDecision) -> DispatchResult {
		ensure!(is_aligned(decision.until, charge.terms.period, &T::Community::calendar()), Error::<T>::InvalidPeriod);
		ensure!(!PastDecisions::<T>::contains_key(id), Error::<T>::PastAlreadyDecided);
		ensure!(Self::first_waiting(id, decision.until).is_some(), Error::<T>::WaitingPeriodNotFound);
		PastDecisions::<T>::insert(id, decision);
		Agendas::<T>::mutate(|agenda| agenda.next_turn = 0);
		Self::deposit_event(Event::PastDecided { charge: id, until: decision.until, bill: decision.bill });
		Ok(())
	}

	/// The first period of the charge that waits, if it is not after `until`.
	fn first_waiting(id: ChargeId, until: Period) -> Option<Period> {
		WaitingPeriods::<T>::iter_key_prefix(id).next().map(|key| key.id()).filter(|period| *period <= until)
	}

	/// Sets the charge's next period aside if it is more than one behind, or carries what its meters show into a later
	/// one. Returns whether it was behind.
	pub(crate) fn set_aside(id: ChargeId, period: Period, now: Moment, calendar: &Calendar) -> bool {
		let Some(charge) = Charges::<T>::get(id) else { return false };
		let kind = charge.terms.period;
		let after_next = period.next(kind).and_then(|next| next.next(kind));
		if after_next.and_then(|after| Self::turn(id, after, calendar)).is_none_or(|turn| turn > now) {
			return false;
		}
		if charge.terms.is_in_arrears() {
			// The last period has bills, since none follow it.
			if charge.last.is_some_and(|last| last <= period) {
				return false;
			}
			Self::deposit_event(Event::PeriodCarried { charge: id, period });
			Self::move_on(id, &charge, period);
			return true;
		}
		WaitingPeriods::<T>::insert(id, OrderedKey::new(period), ());
		Self::deposit_event(Event::PeriodWaits { charge: id, period });
		Self::move_on(id, &charge, period);
		true
	}

	/// Carries out the next step of a decision: returns the work if a period is to be billed. `None` if there is no
	/// decision.
	pub(crate) fn advance_past() -> Option<Option<Cursor<T::AccountId>>> {
		let (charge, decision) = PastDecisions::<T>::iter().next()?;
		let Some(period) = Self::first_waiting(charge, decision.until) else {
			PastDecisions::<T>::remove(charge);
			return Some(None);
		};
		if decision.bill {
			return Some(Some(Cursor::Billing { charge, period, next_unit: 0, bills: 0, amount: 0 }));
		}
		let key = OrderedKey::new(period);
		WaitingPeriods::<T>::remove(charge, key);
		SkippedPeriods::<T>::insert(charge, key, ());
		Self::deposit_event(Event::PeriodSkipped { charge, period });
		Some(None)
	}

	/// Advances the charge to the period after `period`, or ends it.
	pub(crate) fn move_on(id: ChargeId, charge: &Charge, period: Period) {
		let ends = charge.terms.is_one_off() || charge.last_turn().is_some_and(|last| last <= period);
		match period.next(charge.terms.period) {
			Some(next) if !ends => NextPeriod::<T>::insert(id, next),
			_ => {
				NextPeriod::<T>::remove(id);
				Self::deposit_event(Event::ChargeEnded { charge: id });
			}
		}
	}
}
