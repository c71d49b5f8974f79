// SPDX-License-Identifier: Apache-2.0

//! The invariants of payments: each is what its lines say, and nothing rests on more than was paid.

use crate::{
	types::{CreditState, EntryKind, PaymentKind},
	Config, Contributions, Credited, Credits, Invoiced, LatestPayments, MovedPayments, NextPayment, Pallet, Payments,
	Statements,
};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use linli_primitives::{BillKey, Fen, PaymentId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// The ids of payments run from 0 without gaps. A payment's amount, and the part that became a prepayment, are what
	/// its lines of the statements say; it contributes at most that to a bill, and no more of it is invoiced.
	pub(super) fn try_state_payments() -> Result<(), TryRuntimeError> {
		let next = NextPayment::<T>::get();
		ensure!(Payments::<T>::iter_keys().all(|id| id < next), "fees: a payment's id is not below the next id");
		let count = PaymentId::try_from(Payments::<T>::iter_keys().count());
		ensure!(count == Ok(next), "fees: a payment is missing");

		let mut paid: BTreeMap<(PaymentId, BillKey), Fen> = BTreeMap::new();
		let (mut taken, mut prepaid) = (BTreeMap::<PaymentId, Fen>::new(), BTreeMap::<PaymentId, Fen>::new());
		for entry in Statements::<T>::iter_values() {
			let payment = match entry.kind {
				EntryKind::Payment { payment, bill, .. } => {
					let sum = paid.entry((payment, bill)).or_default();
					*sum = sum.saturating_add(entry.amount);
					payment
				}
				EntryKind::Prepayment { payment } => {
					let sum = prepaid.entry(payment).or_default();
					*sum = sum.saturating_add(entry.amount);
					payment
				}
				_ => continue,
			};
			let sum = taken.entry(payment).or_default();
			*sum = sum.saturating_add(entry.amount);
		}
		let sum_of = |sums: &BTreeMap<PaymentId, Fen>, id: PaymentId| sums.get(&id).copied().unwrap_or(0);
		for (id, payment) in Payments::<T>::iter() {
			let is_right = payment.amount == sum_of(&taken, id) && payment.prepaid == sum_of(&prepaid, id);
			ensure!(is_right, "fees: a payment is not what its lines say");
		}
		let paid_on = |payment: PaymentId, bill: BillKey| paid.get(&(payment, bill)).copied().unwrap_or(0);
		for (bill, parts) in Contributions::<T>::iter() {
			ensure!(
				parts.iter().all(|part| part.total() <= paid_on(part.payment, bill)),
				"fees: a payment contributes more than it paid"
			);
		}
		ensure!(
			Invoiced::<T>::iter().all(|(payment, bill, sum)| sum <= paid_on(payment, bill)),
			"fees: more is invoiced than was paid"
		);
		Ok(())
	}

	/// A payment that was moved exists and contributes to no bill any more; a payment that comes from a move names one
	/// that was moved before.
	pub(super) fn try_state_moved() -> Result<(), TryRuntimeError> {
		let is_moved = MovedPayments::<T>::contains_key::<PaymentId>;
		ensure!(
			MovedPayments::<T>::iter_keys().all(Payments::<T>::contains_key),
			"fees: a payment that was moved does not exist"
		);
		ensure!(
			!Contributions::<T>::iter_values().any(|parts| parts.iter().any(|part| is_moved(part.payment))),
			"fees: a payment that was moved contributes to a bill"
		);
		for (id, payment) in Payments::<T>::iter() {
			if let PaymentKind::Moved { from } = payment.kind {
				ensure!(from < id && is_moved(from), "fees: a payment comes from one that was not moved");
			}
		}
		Ok(())
	}

	/// What can be undone was taken off by a credit note that was approved.
	pub(super) fn try_state_credited() -> Result<(), TryRuntimeError> {
		for (id, _) in Credited::<T>::iter_keys() {
			let is_approved = Credits::<T>::get(id).is_some_and(|credit| credit.state != CreditState::Proposed);
			ensure!(is_approved, "fees: bills were lowered by a credit note that was not approved");
		}
		Ok(())
	}

	/// The latest payments with units' money were made by the accounts that keep it, and are in order.
	pub(super) fn try_state_latest() -> Result<(), TryRuntimeError> {
		for (account, latest) in LatestPayments::<T>::iter() {
			ensure!(
				Self::is_unit_account(&account),
				"fees: payments are known of an account that keeps no unit's money"
			);
			ensure!(latest.is_sorted_by(|one, next| one < next), "fees: a unit's latest payments are out of order");
			let is_own = |id: PaymentId| Payments::<T>::get(id).is_some_and(|payment| payment.payer == account);
			ensure!(latest.into_iter().all(is_own), "fees: a unit's latest payment is another account's");
		}
		Ok(())
	}
}
