// SPDX-License-Identifier: Apache-2.0

//! Payments by hand (D14): chosen bills first, then the oldest due; the excess becomes a prepayment.

use crate::{
	paying::{Made, Purse},
	types::{Lines, Payment, PaymentKind},
	Bills, Config, Error, NextPayment, OpenBills, Pallet, Rules,
};
use alloc::vec::Vec;
use frame_support::{ensure, storage::with_storage_layer, traits::Get, BoundedVec};
use linli_primitives::{
	traits::{Clock, OwnersRegister, ValueDates},
	BillKey, Fen, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Pays bills by hand; see [`Pallet::pay`]. Returns the number of bills visited, on which the weight depends.
	pub(crate) fn do_pay(
		payer: T::AccountId,
		unit: UnitId,
		amount: Fen,
		chosen: Option<BoundedVec<BillKey, T::MaxBillsPerPayment>>,
	) -> Result<u32, DispatchError> {
		ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let max = T::MaxBillsPerPayment::get();
		let mut queue = Vec::new();
		for key in chosen.unwrap_or_default() {
			ensure!(!queue.contains(&key), Error::<T>::DuplicateBill);
			ensure!(key.unit == unit, Error::<T>::BillNotFound);
			let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
			ensure!(bill.is_open(), Error::<T>::BillNotOpen);
			queue.push(key);
		}
		let oldest = Self::oldest_open(unit, max);
		let capacity = usize::try_from(max).map_err(|_| ArithmeticError::Overflow)?;
		for key in oldest {
			if queue.len() < capacity && !queue.contains(&key) {
				queue.push(key);
			}
		}
		let visited = u32::try_from(queue.len()).map_err(|_| ArithmeticError::Overflow)?;
		// What no receipt covers counts as of now, and so is a payment of its own.
		let covered = T::ValueDates::covered(&payer, amount);
		let made = Self::value_date(&payer, covered);
		if made.is_none() || covered == amount {
			Self::pay_part(&payer, unit, &queue, amount, made, true)?;
			return Ok(visited);
		}
		let early = with_storage_layer(|| Self::pay_part(&payer, unit, &queue, covered, made, false));
		let early = match early {
			// A bill has no place for both parts: it is paid as of now.
			Err(error) if error == DispatchError::from(Error::<T>::TooManyParts) => 0,
			paid => paid?,
		};
		let left = amount.checked_sub(early).ok_or(ArithmeticError::Underflow)?;
		queue.retain(|key| Bills::<T>::get(key.parts()).is_some_and(|bill| bill.is_open()));
		Self::pay_part(&payer, unit, &queue, left, None, true)?;
		// One bill is paid in both parts.
		Ok(visited.saturating_add(1))
	}

	/// Pays the bills of `queue` with at most `limit` fen as of the time `made`, prepays the rest if `may_prepay` and
	/// no bill is open, and records the payment. Returns what was taken, in fen.
	fn pay_part(
		payer: &T::AccountId,
		unit: UnitId,
		queue: &[BillKey],
		limit: Fen,
		made: Option<Made>,
		may_prepay: bool,
	) -> Result<Fen, DispatchError> {
		let (now, payment, kind) = (T::Clock::now(), NextPayment::<T>::get(), PaymentKind::Direct);
		let allocation = Rules::<T>::get().allocation;
		let purse = Purse::<T> { payer, kind, limit, payment, allocation, now, made };
		let first = Self::next_line(unit);
		let mut taken = Self::pay_bills(queue, &purse)?;
		// Debts come before prepayments: if more bills are open than one payment covers, the rest is not taken.
		let left = limit.checked_sub(taken).ok_or(ArithmeticError::Underflow)?;
		let is_due = || OpenBills::<T>::iter_key_prefix(unit).next().is_some();
		let prepaid = if !may_prepay || is_due() { 0 } else { left };
		if prepaid > 0 {
			Self::add_prepayment(unit, payer, prepaid, payment, now)?;
			taken = limit;
		}
		if taken > 0 {
			// What was not taken pays another bill as of its own day.
			T::ValueDates::use_up(payer, taken);
			let (payer, lines) = (payer.clone(), Lines { first, end: Self::next_line(unit) });
			Self::record_payment(payment, Payment { unit, payer, amount: taken, prepaid, moment: now, kind, lines })?;
		}
		Ok(taken)
	}
}
