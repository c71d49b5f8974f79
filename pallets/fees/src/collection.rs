// SPDX-License-Identifier: Apache-2.0

//! The daily collection: open bills are paid from prepayments, then by mandates (D15).
//!
//! It runs after a billing round and once every local day, so that a debit that failed is tried again. Each unit and
//! payer is a step of its own, in a storage layer of its own: one that fails blocks no other. Disputed bills are not in
//! the queue and so never collected. A mandate pays whole bills, oldest due first, and stops at the first it cannot pay.

use crate::{
	late_fee,
	payments::Purse,
	types::{DebitFailure, Mandate, Payment, PaymentKind},
	Bills, Charges, Config, Event, Mandates, NextPayment, OpenBills, Pallet, Prepayments, RulesOf, WeightInfo,
};
use frame_support::{
	defensive,
	storage::with_storage_layer,
	traits::{
		fungible::Inspect,
		tokens::{Fortitude, Preservation},
		Get,
	},
	weights::WeightMeter,
};
use linli_primitives::{
	traits::{Community, FundLedger},
	ChargeId, Fen, Moment, Period, PeriodKind, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// Where a collection goes on.
pub(crate) type After<T> = Option<(UnitId, <T as frame_system::Config>::AccountId)>;

impl<T: Config> Pallet<T> {
	/// Walks the prepayments from `after`. `Err` says where to go on when the weight is used up.
	pub(crate) fn collect_from_prepayments(
		mut after: After<T>,
		now: Moment,
		meter: &mut WeightMeter,
	) -> Result<(), After<T>> {
		let worst = T::WeightInfo::collect_prepayment(T::MaxBillsPerPayment::get());
		let mut keys = match &after {
			Some((unit, payer)) => Prepayments::<T>::iter_keys_from(Prepayments::<T>::hashed_key_for(unit, payer)),
			None => Prepayments::<T>::iter_keys(),
		};
		loop {
			if !meter.can_consume(worst) {
				return Err(after);
			}
			let Some((unit, payer)) = keys.next() else {
				meter.consume(T::WeightInfo::collect_prepayment(0));
				return Ok(());
			};
			let bills = with_storage_layer(|| Self::collect_prepayment(unit, &payer, now)).unwrap_or_else(|error| {
				defensive!("a prepayment is held and the pots are there", error);
				T::MaxBillsPerPayment::get()
			});
			meter.consume(T::WeightInfo::collect_prepayment(bills));
			after = Some((unit, payer));
		}
	}

	/// Pays the unit's bills from what one payer has prepaid. Returns how many bills were looked at.
	pub(crate) fn collect_prepayment(unit: UnitId, payer: &T::AccountId, now: Moment) -> Result<u32, DispatchError> {
		let queue = Self::oldest_open(unit, T::MaxBillsPerPayment::get());
		if queue.is_empty() {
			return Ok(0);
		}
		let had = Prepayments::<T>::get(unit, payer);
		let payment = NextPayment::<T>::get();
		let kind = PaymentKind::Prepayment;
		let purse = Purse::<T> { payer, payment, kind, allocation: RulesOf::<T>::get().allocation, now };
		let mut left = had;
		let looked_at = u32::try_from(queue.len()).map_err(|_| ArithmeticError::Overflow)?;
		for (charge, period) in queue {
			if left == 0 {
				break;
			}
			let used = Self::pay_bill(unit, charge, period, left, &purse)?;
			left = left.checked_sub(used).ok_or(ArithmeticError::Underflow)?;
		}
		let amount = had.checked_sub(left).ok_or(ArithmeticError::Underflow)?;
		Self::use_prepayment(unit, payer, amount)?;
		Self::record_payment(payment, Payment { unit, payer: payer.clone(), amount, prepaid: 0, moment: now, kind })?;
		Ok(looked_at)
	}

	/// Walks the mandates from `after`. `Err` says where to go on when the weight is used up.
	pub(crate) fn collect_by_mandates(
		mut after: After<T>,
		now: Moment,
		meter: &mut WeightMeter,
	) -> Result<(), After<T>> {
		let worst = T::WeightInfo::collect_mandate(T::MaxBillsPerPayment::get());
		let mut keys = match &after {
			Some((unit, payer)) => Mandates::<T>::iter_keys_from(Mandates::<T>::hashed_key_for(unit, payer)),
			None => Mandates::<T>::iter_keys(),
		};
		loop {
			if !meter.can_consume(worst) {
				return Err(after);
			}
			let Some((unit, payer)) = keys.next() else {
				meter.consume(T::WeightInfo::collect_mandate(0));
				return Ok(());
			};
			let bills = with_storage_layer(|| Self::collect_mandate(unit, &payer, now)).unwrap_or_else(|error| {
				defensive!("what can fail in a debit fails in a layer of its own", error);
				T::MaxBillsPerPayment::get()
			});
			meter.consume(T::WeightInfo::collect_mandate(bills));
			after = Some((unit, payer));
		}
	}

	/// Collects the unit's bills by one mandate. Returns how many bills were looked at.
	pub(crate) fn collect_mandate(unit: UnitId, payer: &T::AccountId, now: Moment) -> Result<u32, DispatchError> {
		let Some(mut mandate) = Mandates::<T>::get(unit, payer) else { return Ok(0) };
		if mandate.until.is_some_and(|until| until <= now) {
			Mandates::<T>::remove(unit, payer);
			if OpenBills::<T>::iter_key_prefix(unit).next().is_some() {
				Self::debit_failed(unit, payer, DebitFailure::Expired);
			}
			Self::deposit_event(Event::MandateEnded { unit, payer: payer.clone() });
			return Ok(1);
		}
		let queue = Self::oldest_open(unit, T::MaxBillsPerPayment::get());
		if queue.is_empty() {
			return Ok(0);
		}
		let rules = RulesOf::<T>::get();
		let month = T::Community::period_at(PeriodKind::Month, now);
		if mandate.month != month {
			mandate.month = month;
			mandate.spent = 0;
		}
		let payment = NextPayment::<T>::get();
		let kind = PaymentKind::Mandate;
		let purse = Purse::<T> { payer, payment, kind, allocation: rules.allocation, now };
		let mut collected: Fen = 0;
		let looked_at = u32::try_from(queue.len()).map_err(|_| ArithmeticError::Overflow)?;
		for (charge, period) in queue {
			match Self::debit(unit, charge, period, &mandate, &purse) {
				Ok(used) => {
					collected = collected.checked_add(used).ok_or(ArithmeticError::Overflow)?;
					mandate.spent = mandate.spent.checked_add(used).ok_or(ArithmeticError::Overflow)?;
				}
				Err(reason) => {
					Self::debit_failed(unit, payer, reason);
					break;
				}
			}
		}
		if collected > 0 {
			Mandates::<T>::insert(unit, payer, mandate);
			Self::record_payment(
				payment,
				Payment { unit, payer: payer.clone(), amount: collected, prepaid: 0, moment: now, kind },
			)?;
		}
		Ok(looked_at)
	}

	/// Collects one whole bill, or says why not.
	fn debit(
		unit: UnitId,
		charge: ChargeId,
		period: Period,
		mandate: &Mandate,
		purse: &Purse<T>,
	) -> Result<Fen, DebitFailure> {
		let bill = Bills::<T>::get((unit, charge, period)).ok_or(DebitFailure::Refused)?;
		let terms = Charges::<T>::get(charge).ok_or(DebitFailure::Refused)?.terms;
		let owed = bill.owed().saturating_add(late_fee::unsettled(&bill, &terms.late(), purse.now));
		if mandate.spent.saturating_add(owed) > mandate.cap {
			return Err(DebitFailure::OverCap);
		}
		let free = T::Currency::reducible_balance(purse.payer, Preservation::Expendable, Fortitude::Polite);
		if free < owed {
			return Err(DebitFailure::NotEnoughMoney);
		}
		if !T::Ledger::exists(terms.pot) {
			return Err(DebitFailure::Refused);
		}
		with_storage_layer(|| Self::pay_bill(unit, charge, period, owed, purse)).map_err(|_| DebitFailure::Refused)
	}

	fn debit_failed(unit: UnitId, payer: &T::AccountId, reason: DebitFailure) {
		Self::deposit_event(Event::DebitFailed { unit, payer: payer.clone(), reason });
	}
}
