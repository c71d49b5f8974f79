// SPDX-License-Identifier: Apache-2.0

//! The daily collection: open bills are paid from prepayments, then from what is kept for the unit's owner, then by
//! mandates (D15).
//!
//! It runs after billing and once a day in the community's time, so that failed debits are tried again. Each unit and
//! payer is one step in its own storage layer, so a failing step does not block the others. Disputed bills are not in
//! the queue and so are never collected. [`crate::paying`] describes how bills are paid, [`crate::debits`] how a
//! mandate collects them.

use crate::{
	paying::Purse,
	types::{Lines, Payment, PaymentKind, Source},
	Config, Mandates, NextPayment, Pallet, Prepayments, Rules, UnitAccounts, WeightInfo,
};
use alloc::boxed::Box;
use frame_support::{
	defensive,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use linli_primitives::{
	traits::{OwnersRegister, ValueDates},
	BillKey, Fen, Moment, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// The last unit and payer processed, after which a collection resumes.
pub(crate) type After<T> = Option<(UnitId, <T as frame_system::Config>::AccountId)>;

impl<T: Config> Pallet<T> {
	/// Collects from the payers of `source` that follow `after`. Returns `Err` with the payer to resume after if the
	/// weight is used up.
	pub(crate) fn collect(
		source: Source,
		mut after: After<T>,
		now: Moment,
		meter: &mut WeightMeter,
	) -> Result<(), After<T>> {
		let mut keys: Box<dyn Iterator<Item = (UnitId, T::AccountId)>> = match (source, &after) {
			(Source::Prepayments, None) => Box::new(Prepayments::<T>::iter_keys()),
			(Source::Prepayments, Some((unit, payer))) => {
				Box::new(Prepayments::<T>::iter_keys_from(Prepayments::<T>::hashed_key_for(unit, payer)))
			}
			(Source::Kept, None) => Box::new(UnitAccounts::<T>::iter().map(|(account, kept)| (kept.unit, account))),
			(Source::Kept, Some((_, account))) => {
				let accounts = UnitAccounts::<T>::iter_from(UnitAccounts::<T>::hashed_key_for(account));
				Box::new(accounts.map(|(account, kept)| (kept.unit, account)))
			}
			(Source::Mandates, None) => Box::new(Mandates::<T>::iter_keys()),
			(Source::Mandates, Some((unit, payer))) => {
				Box::new(Mandates::<T>::iter_keys_from(Mandates::<T>::hashed_key_for(unit, payer)))
			}
		};
		let weight = |bills: u32| -> Weight {
			match source {
				Source::Prepayments => {
					T::WeightInfo::collect_prepayment(bills).saturating_add(Self::note_unit_payment_weight())
				}
				Source::Kept => T::WeightInfo::collect_kept(bills).saturating_add(Self::note_unit_payment_weight()),
				Source::Mandates => {
					let value_dates = T::ValueDates::weight().saturating_mul(bills.into());
					T::WeightInfo::collect_mandate(bills).saturating_add(value_dates)
				}
			}
		};
		let max = T::MaxBillsPerPayment::get();
		loop {
			if !meter.can_consume(weight(max)) {
				return Err(after);
			}
			let Some((unit, payer)) = keys.next() else {
				meter.consume(weight(0));
				return Ok(());
			};
			let step = with_storage_layer(|| match source {
				Source::Prepayments => Self::collect_prepayment(unit, &payer, now),
				Source::Kept => Self::collect_kept(unit, &payer, now),
				Source::Mandates => Self::collect_mandate(unit, &payer, now),
			});
			let bills = step.unwrap_or_else(|error| {
				defensive!("prepayments are held, pots exist, and a failed debit is rolled back and reported", error);
				max
			});
			meter.consume(weight(bills));
			after = Some((unit, payer));
		}
	}

	/// Pays the unit's bills from one payer's prepayment. Returns the number of bills visited.
	fn collect_prepayment(unit: UnitId, payer: &T::AccountId, now: Moment) -> Result<u32, DispatchError> {
		Self::collect_from(unit, payer, PaymentKind::Prepayment, Prepayments::<T>::get(unit, payer), now)
	}

	/// Pays the unit's bills from what is kept for its owner; a seller's money pays nothing for the buyer. Returns the
	/// number of bills visited.
	fn collect_kept(unit: UnitId, account: &T::AccountId, now: Moment) -> Result<u32, DispatchError> {
		let limit = Self::kept(account);
		if limit == 0 {
			return Ok(0);
		}
		let owner = T::Register::unit(unit).map(|view| view.owner);
		if UnitAccounts::<T>::get(account).map(|kept| kept.owner) != owner {
			return Ok(0);
		}
		Self::collect_from(unit, account, PaymentKind::Receipt, limit, now)
	}

	/// Pays the unit's bills with at most `limit` fen of the payer's. Returns the number of bills visited.
	fn collect_from(
		unit: UnitId,
		payer: &T::AccountId,
		kind: PaymentKind,
		limit: Fen,
		now: Moment,
	) -> Result<u32, DispatchError> {
		let queue = Self::oldest_open(unit, T::MaxBillsPerPayment::get());
		if queue.is_empty() {
			return Ok(0);
		}
		let payment = NextPayment::<T>::get();
		let allocation = Rules::<T>::get().allocation;
		let first = Self::next_line(unit);
		let paid = Self::pay_bills(&queue, &Purse::<T> { payer, kind, limit, payment, allocation, now, made: None })?;
		if paid == 0 {
			return bill_count(&queue);
		}
		if kind == PaymentKind::Prepayment {
			Self::use_prepayment(unit, payer, paid)?;
		}
		let lines = Lines { first, end: Self::next_line(unit) };
		Self::record_payment(
			payment,
			Payment { unit, payer: payer.clone(), amount: paid, prepaid: 0, moment: now, kind, lines },
		)?;
		bill_count(&queue)
	}
}

/// The number of bills in a queue, on which the weight depends.
pub(crate) fn bill_count(queue: &[BillKey]) -> Result<u32, DispatchError> {
	u32::try_from(queue.len()).map_err(|_| ArithmeticError::Overflow.into())
}
