// SPDX-License-Identifier: Apache-2.0

//! Payments by hand (D14): chosen bills first, then the oldest due; the excess becomes a prepayment.

use crate::{
	paying::Purse,
	types::{Lines, Payment, PaymentKind},
	Bills, Config, Error, NextPayment, OpenBills, Pallet, Rules,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get, BoundedVec};
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
		let now = T::Clock::now();
		let payment = NextPayment::<T>::get();
		let kind = PaymentKind::Direct;
		let made = Self::value_date(&payer, amount);
		let allocation = Rules::<T>::get().allocation;
		let purse = Purse::<T> { payer: &payer, kind, limit: amount, payment, allocation, now, made };
		let first = Self::next_line(unit);
		let mut taken = Self::pay_bills(&queue, &purse)?;
		// Debts come before prepayments: if more bills are open than one payment covers, the rest is not taken.
		let left = amount.checked_sub(taken).ok_or(ArithmeticError::Underflow)?;
		let prepaid = if OpenBills::<T>::iter_key_prefix(unit).next().is_some() { 0 } else { left };
		if prepaid > 0 {
			Self::add_prepayment(unit, &payer, prepaid, payment, now)?;
			taken = amount;
		}
		// What was not taken pays another bill as of its own day.
		T::ValueDates::use_up(&payer, taken);
		let lines = Lines { first, end: Self::next_line(unit) };
		Self::record_payment(payment, Payment { unit, payer, amount: taken, prepaid, moment: now, kind, lines })?;
		Ok(visited)
	}
}
