// SPDX-License-Identifier: Apache-2.0

//! Shared meters (D49): what a main meter shows beyond the meters below it falls on the units, by area or the same for
//! each, and their bills add up to the cost.
//!
//! The cost of a period is priced as a unit's use is ([`crate::metered`]), at the base rate, and apportioned in two
//! passes over the units, each continued over as many blocks as it takes. The first adds up the weights; the second
//! issues the bills. A unit's part is what falls on all units up to it, rounded down, less what falls on those before
//! it ([`running_share`]): its exact share, rounded down or up. Since both passes are within a few blocks, weights
//! change between them only if an area is corrected just then; what falls on no unit then is added to the next cost.
//!
//! While the readings show less than was billed, nothing is billed.

use crate::{
	billing::{Batch, Outcome},
	types::{Agenda, Cursor, SharedCost, SharedUse, UseOf},
	Boundaries, Config, Event, Pallet, SharedCosts, SharedUses, Totals, WeightInfo,
};
use frame_support::{
	defensive,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use linli_primitives::{
	split::running_share,
	traits::{MeteredUse, OwnersRegister, Use},
	ChargeId, Fen, MeterId, Moment, Period, UnitId,
};

impl<T: Config> Pallet<T> {
	/// The weight of beginning to apportion the cost of a shared meter, which is read now and, in a step of its own, at
	/// the charge's beginning or end.
	pub(crate) fn share_weight() -> Weight {
		Self::cost_weight().saturating_add(Self::boundary_weight())
	}

	fn cost_weight() -> Weight {
		let settled = T::DbWeight::get().reads(4).saturating_add(Self::note_weight());
		T::WeightInfo::share_batch().saturating_add(T::Meters::shared_weight()).saturating_add(settled)
	}

	fn boundary_weight() -> Weight {
		T::Meters::shared_weight().saturating_add(Self::line_weight())
	}

	/// Finds out what the shared meter cost in the batch's period, and begins to apportion it.
	pub(crate) fn begin_sharing(
		agenda: &mut Agenda<T::AccountId>,
		batch: &Batch,
		main: MeterId,
		meter: &mut WeightMeter,
	) -> Outcome {
		let of = UseOf::Main { main, pot: batch.charge.terms.pot };
		// Later it is of use only if it was settled and a reading taken back since.
		let is_first = !SharedUses::<T>::contains_key(batch.id);
		let beginning = batch.beginning().filter(|at| is_first || Boundaries::<T>::contains_key(of, *at));
		let close = batch.close().filter(|close| *close <= batch.issued);
		// One look-up reads all the meters below. What has been settled stays so if a later block continues.
		for at in [beginning, close].into_iter().flatten().filter(|at| Self::is_unsettled(of, *at)) {
			if meter.try_consume(Self::boundary_weight()).is_err() {
				return Outcome::OutOfWeight;
			}
			let _ = Self::settle(of, at, None);
			// Not read that far, so not up to the charge's end either.
			if Self::is_unsettled(of, at) {
				break;
			}
		}
		if meter.try_consume(Self::cost_weight()).is_err() {
			return Outcome::OutOfWeight;
		}
		let found = batch.until().and_then(|until| T::Meters::shared(main, until));
		if found.is_some_and(|found| Self::begin_cost(batch, main, found)) {
			agenda.cursor = Some(Cursor::Weighing { charge: batch.id, period: batch.period, next_unit: 0, weight: 0 });
		} else {
			agenda.cursor = None;
			Self::complete(batch, 0, 0);
		}
		Outcome::Done
	}

	/// Notes what the use `found` costs, as far as it is the charge's and was not billed, and that it is being billed.
	/// Returns whether it costs anything.
	pub(crate) fn begin_cost(batch: &Batch, main: MeterId, found: Use) -> bool {
		let of = UseOf::Main { main, pot: batch.charge.terms.pot };
		let stored = SharedUses::<T>::get(batch.id);
		let baseline = || {
			let Use { total, at } = Self::baseline(batch, of, &found)?;
			Some(SharedUse { total, at, left: 0 })
		};
		let Some(billed) = stored.or_else(baseline) else { return false };
		let Some(found) = Self::before_end(batch, of, found, Some(billed.total)) else { return false };
		let price = batch.price(billed.total, billed.at, &found);
		let Some(amount) = price.and_then(|price| price.checked_add(billed.left)) else {
			defensive!("readings and rates are bounded, and readings lie in the calendar");
			return false;
		};
		if stored.is_none() {
			Self::note_billed_by(of, batch.id);
		}
		let at = found.at.max(billed.at);
		// What was left of the period before waits for a use, too.
		if price == Some(0) {
			let at = if found.total == billed.total { at } else { billed.at };
			SharedUses::<T>::insert(batch.id, SharedUse { at, ..billed });
			return false;
		}
		let used = found.total.saturating_sub(billed.total);
		SharedUses::<T>::insert(batch.id, SharedUse { total: found.total, at, left: 0 });
		let cost = SharedCost { used, at: found.at, amount, weight: 0, left: 0 };
		SharedCosts::<T>::insert(batch.id, batch.period, cost);
		true
	}

	/// Continues to add up the weights of the units.
	pub(crate) fn continue_weighing(
		agenda: &mut Agenda<T::AccountId>,
		(id, period, mut next_unit, mut weight): (ChargeId, Period, UnitId, u128),
		now: Moment,
		meter: &mut WeightMeter,
	) -> Outcome {
		if meter.try_consume(T::WeightInfo::share_batch()).is_err() {
			return Outcome::OutOfWeight;
		}
		let Some((batch, mut cost)) = Self::sharing(id, period, now) else {
			agenda.cursor = None;
			return Outcome::Done;
		};
		let units = T::Register::unit_count();
		while next_unit < units {
			if meter.try_consume(T::WeightInfo::weigh()).is_err() {
				agenda.cursor = Some(Cursor::Weighing { charge: id, period, next_unit, weight });
				return Outcome::OutOfWeight;
			}
			let own = T::Register::unit(next_unit).map_or(0, |unit| batch.charge.terms.weight(&unit));
			weight = weight.saturating_add(own);
			next_unit = next_unit.saturating_add(1);
		}
		if weight == 0 {
			Self::end_sharing(&batch, cost, 0, 0);
			agenda.cursor = None;
			return Outcome::Done;
		}
		cost.weight = weight;
		SharedCosts::<T>::insert(id, period, cost);
		agenda.cursor = Some(Cursor::Sharing { charge: id, period, next_unit: 0, before: 0, bills: 0, amount: 0 });
		Outcome::Done
	}

	/// Continues to issue the bills of a shared meter.
	pub(crate) fn continue_sharing(
		agenda: &mut Agenda<T::AccountId>,
		(id, period): (ChargeId, Period),
		(mut next_unit, mut before): (UnitId, u128),
		(mut bills, mut amount): (u32, Fen),
		now: Moment,
		meter: &mut WeightMeter,
	) -> Outcome {
		if meter.try_consume(T::WeightInfo::share_batch()).is_err() {
			return Outcome::OutOfWeight;
		}
		let Some((batch, cost)) = Self::sharing(id, period, now) else {
			agenda.cursor = None;
			return Outcome::Done;
		};
		let mut totals = Totals::<T>::get();
		let units = T::Register::unit_count();
		while next_unit < units && meter.can_consume(T::WeightInfo::bill()) {
			let own = T::Register::unit(next_unit).map_or(0, |unit| batch.charge.terms.weight(&unit));
			let after = before.saturating_add(own);
			let share = running_share(cost.amount, before, after, cost.weight).unwrap_or_else(|_| {
				defensive!("the weights are positive, and products fit into 256 bits");
				0
			});
			if share > 0 && Self::put_bill(&batch, next_unit, share, &mut totals).is_ok() {
				meter.consume(T::WeightInfo::bill());
				bills = bills.saturating_add(1);
				amount = amount.saturating_add(share);
			} else {
				meter.consume(T::WeightInfo::weigh());
			}
			before = after;
			next_unit = next_unit.saturating_add(1);
		}
		Totals::<T>::put(totals);
		if next_unit < units {
			agenda.cursor = Some(Cursor::Sharing { charge: id, period, next_unit, before, bills, amount });
			return Outcome::OutOfWeight;
		}
		agenda.cursor = None;
		if bills > 0 {
			agenda.next_collection = 0;
		}
		Self::end_sharing(&batch, cost, bills, amount);
		Outcome::Done
	}

	/// The batch and the cost that are being apportioned. Without them the charge passes the period over, rather than
	/// stop all billing.
	fn sharing(id: ChargeId, period: Period, now: Moment) -> Option<(Batch, SharedCost)> {
		let found = Self::batch(id, period, now).zip(SharedCosts::<T>::get(id, period));
		if found.is_none() {
			defensive!("what is being apportioned has terms and a cost");
			crate::NextPeriod::<T>::remove(id);
		}
		found
	}

	/// Notes what fell on no unit, and completes the period.
	pub(crate) fn end_sharing(batch: &Batch, mut cost: SharedCost, bills: u32, amount: Fen) {
		cost.left = cost.amount.saturating_sub(amount);
		SharedCosts::<T>::insert(batch.id, batch.period, cost);
		SharedUses::<T>::mutate(batch.id, |billed| {
			if let Some(billed) = billed {
				billed.left = cost.left;
			}
		});
		if bills > 0 {
			Self::deposit_event(Event::CostShared { charge: batch.id, period: batch.period, cost });
		}
		Self::complete(batch, bills, amount);
	}
}
