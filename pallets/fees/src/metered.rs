// SPDX-License-Identifier: Apache-2.0

//! Bills by the units' own meters, in arrears (D17, D49).
//!
//! The bills of a period issue when it is over and [`Config::ReadingTime`], too, for what the last readings dated
//! before its end show and no bill includes: [`crate::spread`] says at which rates. A unit without a new reading, and
//! one whose use is worth less than half a fen, has no bill; the use is in a later one, at the rates of its own
//! periods.
//!
//! If a correction of the readings takes back use that was billed, nothing is billed until they exceed it again: the
//! household gets back in use what it was billed too much. If the bill is lowered instead, by a ruling or a credit note
//! after the correction, what the readings show by then counts as billed, and later use is billed as ever.
//!
//! The first bill begins with the last reading before the charge's first period, which is taken as the reading at its
//! beginning, or else with the installation of the meter.
//!
//! A final bill, at a sale and at a charge's end, is the bill of the running period: its regular billing passes the
//! unit over, and what the unit uses in the rest of it is in the next period's bill. So there is one bill for each
//! unit, charge and period, and one final bill at most. Once a charge has ended and its last period is billed, the
//! final bill is that of the period after it.

use crate::{
	billing::Batch,
	spread::{price, spread},
	types::{Basis, BilledUse, ChargeTerms, FeeTotals},
	BilledUses, Bills, Charges, Config, Error, Pallet, Totals, WeightInfo,
};
use frame_support::{ensure, traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Clock, Community, MeteredUse, OwnersRegister, Use},
	BillKey, ChargeId, Fen, Moment, UnitId, Utility,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl Batch {
	/// When the charge's first period begins.
	pub(crate) fn beginning(&self) -> Option<Moment> {
		self.calendar.start(self.charge.first?)
	}

	/// When the batch's period is over.
	pub(crate) fn end(&self) -> Option<Moment> {
		self.calendar.end(self.period, self.charge.terms.period)
	}

	/// The price of what a meter shows beyond a `total` billed up to the moment `at`, in fen. `None` outside the
	/// calendar.
	pub(crate) fn price(&self, total: u64, at: Moment, found: &Use) -> Option<Fen> {
		let used = found.total.saturating_sub(total);
		if used == 0 {
			return Some(0);
		}
		let kind = self.charge.terms.period;
		let parts = spread(used, (at, found.at), kind, &self.calendar)?;
		price(&parts, &self.rates, kind, self.charge.last)
	}
}

impl<T: Config> Pallet<T> {
	/// The weight of reading a unit's meters for one bill: now, and at the charge's beginning.
	pub(crate) fn meters_weight() -> Weight {
		T::Meters::weight().saturating_mul(2)
	}

	/// Issues the unit's bill for what it used up to the end of the batch's period, and returns its principal, or
	/// `None` if there is nothing to bill.
	pub(crate) fn issue_metered(
		batch: &Batch,
		unit: UnitId,
		utility: Utility,
		totals: &mut FeeTotals,
	) -> Result<Option<Fen>, ArithmeticError> {
		let Some(view) = T::Register::unit(unit) else { return Ok(None) };
		// A final bill takes the place of the period's.
		if !batch.charge.terms.covers(&view) || Bills::<T>::contains_key((unit, batch.id, batch.period)) {
			return Ok(None);
		}
		let end = batch.end().ok_or(ArithmeticError::Overflow)?;
		let Some(found) = T::Meters::used(unit, utility, end) else { return Ok(None) };
		Self::issue_use(batch, unit, found, || Self::baseline(batch, unit, utility), totals)
	}

	/// Issues the unit's bill for the use `found`, as far as no bill includes it; `baseline` says what does before the
	/// first.
	pub(crate) fn issue_use(
		batch: &Batch,
		unit: UnitId,
		found: Use,
		baseline: impl FnOnce() -> BilledUse,
		totals: &mut FeeTotals,
	) -> Result<Option<Fen>, ArithmeticError> {
		let stored = BilledUses::<T>::get(unit, batch.id);
		let billed = stored.unwrap_or_else(baseline);
		let amount = batch.price(billed.total, billed.at, &found).ok_or(ArithmeticError::Overflow)?;
		if amount == 0 {
			if stored.is_none() {
				BilledUses::<T>::insert(unit, batch.id, billed);
			}
			return Ok(None);
		}
		Self::put_bill(batch, unit, amount, totals)?;
		let at = found.at.max(billed.at);
		BilledUses::<T>::insert(unit, batch.id, BilledUse { total: found.total, at, amount });
		Ok(Some(amount))
	}

	/// What counts as billed before the unit's first bill: what was used up to the charge's beginning. A meter without
	/// a reading before it was installed since then, in the period at hand, as it would have been found before.
	fn baseline(batch: &Batch, unit: UnitId, utility: Utility) -> BilledUse {
		let beginning = batch.beginning().unwrap_or_default();
		match T::Meters::used(unit, utility, beginning) {
			Some(Use { total, .. }) => BilledUse { total, at: beginning, amount: 0 },
			None => {
				let start = batch.calendar.start(batch.period).unwrap_or_default();
				BilledUse { total: 0, at: start.max(beginning), amount: 0 }
			}
		}
	}

	/// After the unit's last bill was lowered: if the readings were corrected to less than bills include, bills include
	/// that much only. Otherwise the household would be given back both money and use. A correction is dated after the
	/// readings that it corrects, so all of them up to now count. Returns by how much less is included.
	pub(crate) fn follow_correction(key: BillKey, terms: &ChargeTerms) -> u64 {
		let Basis::Metered { utility, .. } = terms.basis else { return 0 };
		let Some(billed) = BilledUses::<T>::get(key.unit, key.charge) else { return 0 };
		let is_last = Bills::<T>::get(key.parts()).is_some_and(|bill| bill.principal.charged == billed.amount);
		let shown = T::Meters::used(key.unit, utility, T::Clock::now().saturating_add(1));
		let Some(found) = shown.filter(|found| is_last && found.total < billed.total) else { return 0 };
		BilledUses::<T>::insert(key.unit, key.charge, BilledUse { total: found.total, ..billed });
		billed.total.saturating_sub(found.total)
	}

	/// Bills include again what they did before the bill was lowered by mistake.
	pub(crate) fn include_again(key: BillKey, used: u64) {
		if used > 0 {
			BilledUses::<T>::mutate(key.unit, key.charge, |billed| {
				if let Some(billed) = billed {
					billed.total = billed.total.saturating_add(used);
				}
			});
		}
	}

	/// The weight of [`Self::follow_correction`], which the benchmarks of a lowered bill leave out.
	pub(crate) fn follow_weight() -> Weight {
		T::Meters::weight().saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// The weight of lowering one bill by a credit note.
	pub(crate) fn credit_weight() -> Weight {
		T::WeightInfo::credit_bill().saturating_add(Self::follow_weight())
	}

	/// See [`Pallet::bill_final`].
	pub(crate) fn do_bill_final(unit: UnitId, id: ChargeId) -> DispatchResult {
		let (batch, utility) = Self::final_batch(unit, id)?;
		let until = batch.issued.saturating_add(1);
		let found = T::Meters::used(unit, utility, until).ok_or(Error::<T>::ReadingNotFound)?;
		Self::issue_final(&batch, unit, found, || Self::baseline(&batch, unit, utility))
	}

	/// What a final bill is made of: its period is free, and it is known what the unit's meters measure.
	pub(crate) fn final_batch(unit: UnitId, id: ChargeId) -> Result<(Batch, Utility), DispatchError> {
		let charge = Charges::<T>::get(id).ok_or(Error::<T>::ChargeNotFound)?;
		let Basis::Metered { utility, .. } = charge.terms.basis else { return Err(Error::<T>::NotMetered.into()) };
		let view = T::Register::unit(unit).ok_or(Error::<T>::UnitNotFound)?;
		ensure!(charge.terms.covers(&view), Error::<T>::NotMetered);
		let (now, kind) = (T::Clock::now(), charge.terms.period);
		let running = T::Community::period_at(kind, now).ok_or(Error::<T>::InvalidPeriod)?;
		ensure!(charge.first.is_some_and(|first| first <= running), Error::<T>::NothingUsed);
		let is_billed = |period| Bills::<T>::contains_key((unit, id, period));
		let period = match charge.last.filter(|last| *last < running) {
			Some(last) if Self::is_live(id) && !is_billed(last) => last,
			Some(last) => last.next(kind).ok_or(Error::<T>::InvalidPeriod)?,
			None => running,
		};
		ensure!(!is_billed(period), Error::<T>::BillAlreadyIssued);
		let batch = Self::batch(id, period, now).ok_or(Error::<T>::InvalidPeriod)?;
		Ok((batch, utility))
	}

	/// Issues the final bill for the use `found`.
	pub(crate) fn issue_final(
		batch: &Batch,
		unit: UnitId,
		found: Use,
		baseline: impl FnOnce() -> BilledUse,
	) -> DispatchResult {
		let mut totals = Totals::<T>::get();
		let billed = Self::issue_use(batch, unit, found, baseline, &mut totals)?;
		ensure!(billed.is_some(), Error::<T>::NothingUsed);
		Totals::<T>::put(totals);
		Ok(())
	}
}
