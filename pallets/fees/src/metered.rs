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
//! after the correction, what the readings show by then counts as billed, and later use is billed as ever; but only as
//! far as the bill was lowered, in proportion. A batch corrects a rate, and leaves the use.
//!
//! A charge bills what was used in its own periods. Where it begins and where it ends, the use is that by the readings
//! before and after, as if it was even in time, and is settled when it is first needed ([`Boundaries`]): the charge
//! before and the one after part by the same number. So each unit of use is billed once, however charges replace one
//! another. What the readings show of the last period only after its bills is in those of the period after it. If a
//! unit's readings show less there later, as far as no bill of the charge before includes it, it is settled anew.
//!
//! What a shared meter shows at a boundary is settled anew only if since then a reading was taken back, or a link to
//! the main meter began or ended: that has a number of its own ([`MeteredUse::revision`]), and is then looked up once.
//!
//! Charges replace one another within a line, that of their pot ([`UseOf`]): what a charge billed too much is given
//! back by the one after it, and by no other that bills the same meters. Of charges of one line that end together it is
//! not known which follows which. So only what all of them have billed counts for those after; what one alone billed
//! too much is given back by a credit note.
//!
//! All meters of a unit are billed up to the same moment, the latest that the readings of each of them cover: the use
//! of a period is that of all meters over the same time, and so are its tiers.
//!
//! A final bill, at a sale and at a charge's end, is the bill of the running period: its regular billing passes the
//! unit over, and what the unit uses in the rest of it is in the next period's bill. So there is one bill for each
//! unit, charge and period, and one final bill at most. If the charge is then ended with an earlier period, the charges
//! after begin for that unit where the final bill ends. Once a charge has ended and its last period is billed, the
//! final bill is that of the period after it, has all that is left, and waits until it has been read.

use crate::{
	billing::Batch,
	spread::{price, price_with_late, spread},
	types::{Basis, BilledUse, Boundary, Charge, ChargeTerms, FeeTotals, Measured, UseOf, MAX_BILLED_BY},
	BilledBy, BilledUses, Bills, Boundaries, Charges, Config, Error, NextPeriod, Pallet, SharedUses, Totals,
	UsesOfBills, WeightInfo,
};
use alloc::vec::Vec;
use core::cmp::Reverse;
use frame_support::{defensive, ensure, traits::Get, weights::Weight};
use linli_primitives::{
	calendar::Calendar,
	traits::{Clock, Community, LateUse, MeterBills, MeteredUse, OwnersRegister, Use},
	BillKey, ChargeId, Fen, MeterId, Moment, UnitId, Utility,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl Charge {
	/// When the first period begins.
	fn beginning(&self, calendar: &Calendar) -> Option<Moment> {
		calendar.start(self.first?)
	}

	/// When the last period is over, if the charge's end is decided.
	fn close(&self, calendar: &Calendar) -> Option<Moment> {
		calendar.end(self.last?, self.terms.period)
	}
}

impl Batch {
	/// When the charge's first period begins.
	pub(crate) fn beginning(&self) -> Option<Moment> {
		self.charge.beginning(&self.calendar)
	}

	/// When the batch's period is over.
	pub(crate) fn end(&self) -> Option<Moment> {
		self.calendar.end(self.period, self.charge.terms.period)
	}

	/// When the charge's last period is over, if its end is decided.
	pub(crate) fn close(&self) -> Option<Moment> {
		self.charge.close(&self.calendar)
	}

	/// Whether the charge ended before the batch's period, so that only what was read late is left to bill.
	pub(crate) fn is_after_end(&self) -> bool {
		self.charge.last.is_some_and(|last| last < self.period)
	}

	/// The moment before which readings count: the end of the period or, after the charge's end, now.
	pub(crate) fn until(&self) -> Option<Moment> {
		match self.is_after_end() {
			true => self.issued.checked_add(1),
			false => self.end(),
		}
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
		price(&parts, &self.rates, kind)
	}

	/// The same, if part of the use was read late, for the time before the moment `billed.at`: it is spread over that.
	fn price_with(&self, late: Option<LateUse>, billed: Use, found: &Use) -> Option<Fen> {
		let Some(LateUse { used: late, since, all }) = late else {
			return self.price(billed.total, billed.at, found);
		};
		let kind = self.charge.terms.period;
		let used = found.total.saturating_sub(billed.total);
		let late = late.min(used);
		let of_then = |used: u64| spread(used, (since, billed.at), kind, &self.calendar);
		let (all, before) = (of_then(all)?, of_then(all.saturating_sub(late))?);
		let parts = spread(used.saturating_sub(late), (billed.at, found.at), kind, &self.calendar)?;
		price_with_late(&parts, (all.as_slice(), before.as_slice()), &self.rates, kind)
	}
}

impl<T: Config> Pallet<T> {
	/// The weight of reading a unit's meters for one bill: now, at the charge's beginning and end, and for what was
	/// read late.
	pub(crate) fn meters_weight() -> Weight {
		let settled = Self::settle_weight().saturating_mul(2);
		let read = T::Meters::weight().saturating_mul(2);
		read.saturating_add(settled).saturating_add(Self::note_weight())
	}

	/// The weight of settling a unit's use at a boundary.
	pub(crate) fn settle_weight() -> Weight {
		T::Meters::weight_at().saturating_add(Self::line_weight())
	}

	/// The weight of [`Self::note_billed_by`].
	pub(crate) fn note_weight() -> Weight {
		T::DbWeight::get().reads_writes(u64::from(MAX_BILLED_BY).saturating_add(2), 1)
	}

	/// The weight of finding the charges of a line, and of moving what was settled for them.
	pub(crate) fn line_weight() -> Weight {
		let charges = u64::from(MAX_BILLED_BY);
		T::DbWeight::get().reads_writes(charges.saturating_mul(2).saturating_add(4), charges.saturating_add(1))
	}

	/// What was used up to the moment `at`, at which charges begin or end. It is settled when it is first needed, so
	/// that the charge before and the one after part by the same number. `None` until the readings cover it.
	///
	/// What bills of the line include by then counts in any case: if a correction took some of it back, the charge
	/// after waits until the use exceeds it. Beyond that a unit's use is settled anew if the readings show less by now:
	/// a reading that was reversed or corrected gives nobody use for nothing.
	///
	/// `own` is what bills of a charge include that ends then, if it may have no bill yet.
	pub(crate) fn settle(of: UseOf, at: Moment, own: Option<u64>) -> Option<Use> {
		let settled = Boundaries::<T>::get(of, at);
		let revision = Self::revision(of);
		let found = match of {
			UseOf::Unit { unit, utility, .. } => T::Meters::used_at(unit, utility, at),
			// Too many meters to read each time: only if a reading was taken back since.
			UseOf::Main { .. } if settled.is_some_and(|settled| settled.revision == revision) => {
				return settled.map(Use::from)
			}
			UseOf::Main { main, .. } => match T::Meters::shared_at(main, at) {
				// Not read that far, or not again.
				None => return settled.map(Use::from),
				found => found,
			},
		};
		let charges = Self::charges_of(of);
		let billed = Self::billed_before(&charges, at, own);
		let Some(settled) = settled else {
			let found = found?;
			let settled = Boundary { total: found.total.max(billed), at: found.at, revision };
			Boundaries::<T>::insert(of, at, settled);
			return Some(settled.into());
		};
		let shown = found.map_or(settled.total, |found| found.total.min(settled.total));
		let moved = Boundary { total: shown.max(billed), at: settled.at, revision };
		Self::move_boundary((of, at), &charges, settled, moved);
		Some(moved.into())
	}

	/// How often the use has changed for the past; only of shared use, since a unit's is looked up each time.
	fn revision(of: UseOf) -> u32 {
		match of {
			UseOf::Unit { .. } => 0,
			UseOf::Main { main, .. } => T::Meters::revision(main),
		}
	}

	/// Whether what was used up to the moment `at` is to be settled, for the first time or again.
	pub(crate) fn is_unsettled(of: UseOf, at: Moment) -> bool {
		Boundaries::<T>::get(of, at).is_none_or(|settled| settled.revision != Self::revision(of))
	}

	/// Notes that the charge has billed this use. Called before the first time.
	pub(crate) fn note_billed_by(of: UseOf, id: ChargeId) {
		let calendar = T::Community::calendar();
		BilledBy::<T>::mutate(of.measured(), |charges| {
			if charges.contains(&id) {
				return;
			}
			if charges.is_full() {
				let close = |id: ChargeId| Charges::<T>::get(id).and_then(|charge| charge.close(&calendar));
				let closes = charges.iter().map(|id| close(*id).unwrap_or(Moment::MAX)).enumerate();
				if let Some((place, _)) = closes.min_by_key(|(_, close)| *close) {
					charges.remove(place);
				}
			}
			if charges.try_push(id).is_err() {
				defensive!("a place was made");
			}
		});
	}

	/// The charges of the line that have billed this use, with how much their bills include.
	fn charges_of(of: UseOf) -> Vec<(ChargeId, Charge, u64)> {
		let billed = |id: ChargeId| match of {
			UseOf::Unit { unit, .. } => BilledUses::<T>::get(unit, id).map(|billed| billed.total),
			UseOf::Main { .. } => SharedUses::<T>::get(id).map(|billed| billed.total),
		};
		let with_charge = |id: ChargeId| Some((id, Charges::<T>::get(id)?, billed(id)?));
		let charges = BilledBy::<T>::get(of.measured()).into_iter().filter_map(with_charge);
		charges.filter(|(_, charge, _)| charge.terms.pot == of.pot()).collect()
	}

	/// How much the bills of the line include up to the moment `at`: those of the charge that ended last, since the use
	/// is cumulative. If several ended then, it is the lowest: what only one of them billed too much makes nothing free
	/// that the others' successors bill.
	fn billed_before(charges: &[(ChargeId, Charge, u64)], at: Moment, own: Option<u64>) -> u64 {
		let calendar = T::Community::calendar();
		let ended = charges.iter().filter_map(|(_, charge, total)| {
			let close = charge.close(&calendar).filter(|close| *close <= at)?;
			Some((close, *total))
		});
		let own = own.map(|total| (at, total));
		ended.chain(own).max_by_key(|(close, total)| (*close, Reverse(*total))).map_or(0, |(_, total)| total)
	}

	/// Moves what was settled at a boundary. The charges that begin there have billed the same use from there on.
	fn move_boundary((of, at): (UseOf, Moment), charges: &[(ChargeId, Charge, u64)], from: Boundary, to: Boundary) {
		if from == to {
			return;
		}
		Boundaries::<T>::insert(of, at, to);
		if from.total == to.total {
			return;
		}
		let calendar = T::Community::calendar();
		let less = from.total.saturating_sub(to.total);
		let more = to.total.saturating_sub(from.total);
		for (id, charge, total) in charges {
			if charge.beginning(&calendar) != Some(at) {
				continue;
			}
			let total = total.saturating_sub(less).saturating_add(more).max(to.total);
			match of {
				UseOf::Unit { unit, .. } => BilledUses::<T>::mutate(unit, *id, |billed| {
					if let Some(billed) = billed {
						billed.total = total;
					}
				}),
				UseOf::Main { .. } => SharedUses::<T>::mutate(*id, |billed| {
					if let Some(billed) = billed {
						billed.total = total;
					}
				}),
			}
		}
	}

	/// The part of the use `found` that lies before the end of the charge, whose bills include `billed`. After it,
	/// `None` until readings cover all of it, so that one bill has the rest.
	pub(crate) fn before_end(batch: &Batch, of: UseOf, found: Use, billed: Option<u64>) -> Option<Use> {
		match batch.close() {
			// Meters that were removed cover the time since.
			Some(close) if found.at >= close || batch.is_after_end() => {
				let settled = Self::settle(of, close, billed)?;
				// If another charge that has ended billed more than was used, this one does not.
				Some(Use { total: settled.total.min(found.total.max(billed.unwrap_or(0))), at: close })
			}
			_ => Some(found),
		}
	}

	/// What counts as billed before the first bill: what was used up to the charge's beginning. `None` if the use
	/// `found` does not go beyond.
	pub(crate) fn baseline(batch: &Batch, of: UseOf, found: &Use) -> Option<Use> {
		let beginning = batch.beginning().filter(|beginning| found.at > *beginning)?;
		Self::settle(of, beginning, None)
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
		let until = batch.until().ok_or(ArithmeticError::Overflow)?;
		let Some(found) = T::Meters::used(unit, utility, until) else { return Ok(None) };
		Self::issue_use(batch, unit, utility, found, totals)
	}

	/// Issues the unit's bill for the use `found`, as far as it is the charge's and no bill includes it.
	pub(crate) fn issue_use(
		batch: &Batch,
		unit: UnitId,
		utility: Utility,
		found: Use,
		totals: &mut FeeTotals,
	) -> Result<Option<Fen>, ArithmeticError> {
		let of = UseOf::Unit { unit, utility, pot: batch.charge.terms.pot };
		// Before its first bill the charge begins where the one before ends, also if a bill of that was lowered since.
		// If where it begins moves after its first bill, what it has billed moves along.
		let baseline = Self::baseline(batch, of, &found);
		let stored = BilledUses::<T>::get(unit, batch.id);
		let first = baseline.map(|Use { total, at }| {
			let at = stored.map_or(at, |stored| stored.at.max(at));
			BilledUse { total, at, amount: 0, period: None }
		});
		let Some(billed) = stored.filter(|stored| stored.amount > 0).or(first) else { return Ok(None) };
		let Some(found) = Self::before_end(batch, of, found, Some(billed.total)) else { return Ok(None) };
		let used = Use { total: billed.total, at: billed.at };
		let late = if found.total > billed.total { T::Meters::late(unit, utility, used) } else { None };
		let amount = batch.price_with(late, used, &found).ok_or(ArithmeticError::Overflow)?;
		let at = found.at.max(billed.at);
		if amount == 0 {
			// If nothing was used, what is used later was used after that.
			let at = if found.total == billed.total { at } else { billed.at };
			let next = BilledUse { at, ..billed };
			if stored != Some(next) {
				if stored.is_none() {
					Self::note_billed_by(of, batch.id);
				}
				BilledUses::<T>::insert(unit, batch.id, next);
			}
			return Ok(None);
		}
		Self::put_bill(batch, unit, amount, totals)?;
		let used = found.total.saturating_sub(billed.total);
		UsesOfBills::<T>::insert(BillKey::new(unit, batch.id, batch.period), used);
		if stored.is_none() {
			Self::note_billed_by(of, batch.id);
		}
		let next = BilledUse { total: found.total, at, amount, period: Some(batch.period) };
		BilledUses::<T>::insert(unit, batch.id, next);
		Ok(Some(amount))
	}

	/// After a bill of the unit was lowered by so many fen: if the readings were corrected to less than bills include,
	/// bills include that much only, as far as the bill was lowered for it. Otherwise the household would be given back
	/// both money and use, or neither. Returns by how much less is included.
	///
	/// If it is not the last bill, the correction must reach back to it: by the readings nothing more was used since
	/// its period. Otherwise what was billed too much is in a later bill, which can still be lowered itself.
	pub(crate) fn follow_correction(key: BillKey, terms: &ChargeTerms, lowered: Fen) -> u64 {
		let Basis::Metered { utility, .. } = terms.basis else { return 0 };
		let Some(billed) = BilledUses::<T>::get(key.unit, key.charge) else { return 0 };
		let shown = T::Meters::used_at(key.unit, utility, billed.at);
		let Some(found) = shown.filter(|found| found.total < billed.total) else { return 0 };
		let reaches_back = || {
			let end = T::Community::calendar().end(key.period, terms.period)?;
			T::Meters::used_at(key.unit, utility, end).filter(|by_then| by_then.total >= found.total)
		};
		if billed.period != Some(key.period) && reaches_back().is_none() {
			return 0;
		}
		let less = billed.total.saturating_sub(found.total).min(Self::use_of_part(key, lowered));
		if less > 0 {
			Self::include(key, BilledUse { total: billed.total.saturating_sub(less), ..billed });
		}
		less
	}

	/// The use of a bill that a part of its principal is for, at most: bill and part are rounded to the fen.
	fn use_of_part(key: BillKey, part: Fen) -> u64 {
		let charged = Bills::<T>::get(key.parts()).map_or(0, |bill| bill.principal.charged);
		let used = UsesOfBills::<T>::get(key);
		let product = Fen::from(used).saturating_mul(part.saturating_add(1));
		let most = product.checked_div(charged).map_or(0, |most| most.saturating_add(1));
		u64::try_from(most).unwrap_or(u64::MAX).min(used)
	}

	/// Bills of the unit and charge include that use. If the charge has ended, the ones after begin there, and what
	/// they have billed already moves along.
	fn include(key: BillKey, billed: BilledUse) {
		BilledUses::<T>::insert(key.unit, key.charge, billed);
		let Some(charge) = Charges::<T>::get(key.charge) else { return };
		let Basis::Metered { utility, .. } = charge.terms.basis else { return };
		let of = UseOf::Unit { unit: key.unit, utility, pot: charge.terms.pot };
		let close = charge.close(&T::Community::calendar());
		if let Some(close) = close.filter(|close| Boundaries::<T>::contains_key(of, *close)) {
			let _ = Self::settle(of, close, None);
		}
	}

	/// Bills include again what they did before the bill was lowered by mistake.
	pub(crate) fn include_again(key: BillKey, used: u64) {
		if let Some(billed) = BilledUses::<T>::get(key.unit, key.charge).filter(|_| used > 0) {
			Self::include(key, BilledUse { total: billed.total.saturating_add(used), ..billed });
		}
	}

	/// The weight of [`Self::follow_correction`], which the benchmarks of a lowered bill leave out.
	pub(crate) fn follow_weight() -> Weight {
		let readings = T::Meters::weight_at().saturating_mul(2);
		let own = T::DbWeight::get().reads_writes(6, 1);
		readings.saturating_add(own).saturating_add(Self::settle_weight())
	}

	/// The weight of lowering one bill by a credit note.
	pub(crate) fn credit_weight() -> Weight {
		T::WeightInfo::credit_bill().saturating_add(Self::follow_weight())
	}

	/// See [`Pallet::bill_final`].
	pub(crate) fn do_bill_final(unit: UnitId, id: ChargeId) -> DispatchResult {
		let (batch, utility) = Self::final_batch(unit, id)?;
		// After the charge's end readings must cover that, whenever they were made.
		let is_over = batch.close().is_some_and(|close| close <= batch.issued);
		ensure!(is_over || T::Meters::has_final_readings(unit, utility), Error::<T>::FinalReadingRequired);
		let until = batch.issued.saturating_add(1);
		let found = T::Meters::used(unit, utility, until).ok_or(Error::<T>::ReadingNotFound)?;
		Self::issue_final(&batch, unit, utility, found)
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
			Some(last) if !is_billed(last) && NextPeriod::<T>::get(id).is_some_and(|next| next <= last) => last,
			Some(last) => last.next(kind).ok_or(Error::<T>::InvalidPeriod)?,
			None => running,
		};
		ensure!(!is_billed(period), Error::<T>::BillAlreadyIssued);
		let batch = Self::batch(id, period, now).ok_or(Error::<T>::InvalidPeriod)?;
		Ok((batch, utility))
	}

	/// Issues the final bill for the use `found`.
	pub(crate) fn issue_final(batch: &Batch, unit: UnitId, utility: Utility, found: Use) -> DispatchResult {
		let billed = BilledUses::<T>::get(unit, batch.id).map(|billed| billed.total);
		let of = UseOf::Unit { unit, utility, pot: batch.charge.terms.pot };
		ensure!(Self::before_end(batch, of, found, billed).is_some(), Error::<T>::ReadingNotFound);
		let mut totals = Totals::<T>::get();
		let billed = Self::issue_use(batch, unit, utility, found, &mut totals)?;
		ensure!(billed.is_some(), Error::<T>::NothingUsed);
		Totals::<T>::put(totals);
		Ok(())
	}
}

/// Nobody alone takes back what a bill includes.
impl<T: Config> MeterBills for Pallet<T> {
	fn is_billed(unit: UnitId, utility: Utility, since: Moment) -> bool {
		!Self::bills_on_readings(unit, utility, since).is_empty()
	}

	fn is_shared_billed(main: MeterId, since: Moment) -> bool {
		let is_later = |id: ChargeId| SharedUses::<T>::get(id).is_some_and(|billed| billed.at > since);
		BilledBy::<T>::get(Measured::Main(main)).into_iter().any(is_later)
	}

	fn weight() -> Weight {
		T::DbWeight::get().reads(u64::from(MAX_BILLED_BY).saturating_add(1))
	}
}
