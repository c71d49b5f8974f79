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
	types::{Agenda, Cursor, SharedCost, SharedUse},
	Config, Event, Pallet, SharedCosts, SharedUses, Totals, WeightInfo,
};
use frame_support::{
	defensive,
	weights::{Weight, WeightMeter},
};
use linli_primitives::{
	split::running_share,
	traits::{MeteredUse, OwnersRegister, Use},
	ChargeId, Fen, MeterId, Moment, Period, UnitId,
};

impl<T: Config> Pallet<T> {
	/// The weight of beginning to apportion the cost of a shared meter, which is read now and at the charge's
	/// beginning.
	pub(crate) fn share_weight() -> Weight {
		T::WeightInfo::share_batch().saturating_add(T::Meters::shared_weight().saturating_mul(2))
	}

	/// Finds out what the shared meter cost in the batch's period, and begins to apportion it.
	pub(crate) fn begin_sharing(
		agenda: &mut Agenda<T::AccountId>,
		batch: &Batch,
		main: MeterId,
		meter: &mut WeightMeter,
	) -> Outcome {
		if meter.try_consume(Self::share_weight()).is_err() {
			return Outcome::OutOfWeight;
		}
		let found = batch.end().and_then(|end| T::Meters::shared(main, end));
		let begun = found.is_some_and(|found| Self::begin_cost(batch, found, || Self::shared_baseline(batch, main)));
		if begun {
			agenda.cursor = Some(Cursor::Weighing { charge: batch.id, period: batch.period, next_unit: 0, weight: 0 });
		} else {
			agenda.cursor = None;
			Self::complete(batch, 0, 0);
		}
		Outcome::Done
	}

	/// Notes what the use `found` costs beyond what was billed, and that it is being billed. Returns whether it costs
	/// anything.
	pub(crate) fn begin_cost(batch: &Batch, found: Use, baseline: impl FnOnce() -> SharedUse) -> bool {
		let stored = SharedUses::<T>::get(batch.id);
		let billed = stored.unwrap_or_else(baseline);
		let price = batch.price(billed.total, billed.at, &found);
		let Some(amount) = price.and_then(|price| price.checked_add(billed.left)) else {
			defensive!("readings and rates are bounded, and readings lie in the calendar");
			return false;
		};
		// What was left of the period before waits for a use, too.
		if price == Some(0) {
			if stored.is_none() {
				SharedUses::<T>::insert(batch.id, billed);
			}
			return false;
		}
		let used = found.total.saturating_sub(billed.total);
		let at = found.at.max(billed.at);
		SharedUses::<T>::insert(batch.id, SharedUse { total: found.total, at, left: 0 });
		let cost = SharedCost { used, at: found.at, amount, weight: 0, left: 0 };
		SharedCosts::<T>::insert(batch.id, batch.period, cost);
		true
	}

	/// What counts as billed before the first cost; see [`crate::metered`].
	fn shared_baseline(batch: &Batch, main: MeterId) -> SharedUse {
		let beginning = batch.beginning().unwrap_or_default();
		match T::Meters::shared(main, beginning) {
			Some(Use { total, .. }) => SharedUse { total, at: beginning, left: 0 },
			None => {
				let start = batch.calendar.start(batch.period).unwrap_or_default();
				SharedUse { total: 0, at: start.max(beginning), left: 0 }
			}
		}
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
