// SPDX-License-Identifier: Apache-2.0

//! The daily collection: open bills are paid from prepayments, then by mandates (D15).
//!
//! It runs after billing and once a day in the community's time, so that failed debits are tried again. Each unit and
//! payer is one step in its own storage layer, so a failing step does not block the others. Disputed bills are not in
//! the queue and so are never collected. [`crate::paying`] describes how bills are paid, [`crate::debits`] how a
//! mandate collects them.

use crate::{
	paying::Purse,
	types::{Lines, Payment, PaymentKind, Source},
	Config, Mandates, NextPayment, Pallet, Prepayments, Rules, WeightInfo,
};
use frame_support::{
	defensive,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use linli_primitives::{traits::ValueDates, BillKey, Moment, UnitId};
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
		let mut keys = match (source, &after) {
			(Source::Prepayments, None) => Prepayments::<T>::iter_keys(),
			(Source::Prepayments, Some((unit, payer))) => {
				Prepayments::<T>::iter_keys_from(Prepayments::<T>::hashed_key_for(unit, payer))
			}
			(Source::Mandates, None) => Mandates::<T>::iter_keys(),
			(Source::Mandates, Some((unit, payer))) => {
				Mandates::<T>::iter_keys_from(Mandates::<T>::hashed_key_for(unit, payer))
			}
		};
		let weight = |bills: u32| -> Weight {
			match source {
				Source::Prepayments => T::WeightInfo::collect_prepayment(bills),
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
		let queue = Self::oldest_open(unit, T::MaxBillsPerPayment::get());
		if queue.is_empty() {
			return Ok(0);
		}
		let payment = NextPayment::<T>::get();
		let kind = PaymentKind::Prepayment;
		let allocation = Rules::<T>::get().allocation;
		let limit = Prepayments::<T>::get(unit, payer);
		let first = Self::next_line(unit);
		let paid = Self::pay_bills(&queue, &Purse::<T> { payer, kind, limit, payment, allocation, now, made: None })?;
		if paid == 0 {
			return bill_count(&queue);
		}
		Self::use_prepayment(unit, payer, paid)?;
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
