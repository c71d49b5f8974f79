// SPDX-License-Identifier: Apache-2.0

//! Prepayments: money paid above all dues (D14). It is held on the payer's account until a bill uses it or the payer
//! takes it back.

use crate::{
	statements::Statement, types::EntryKind, Config, Error, Event, HoldReason, Pallet, Prepayments, Rules,
	StatementHeads, UnitAccounts,
};
use frame_support::{
	ensure,
	traits::{fungible::MutateHold, tokens::Precision, Get},
};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	Fen, Moment, PaymentId, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchResult};

/// The hold reason of prepayments.
pub(crate) fn held<T: Config>() -> T::RuntimeHoldReason {
	HoldReason::Prepayment.into()
}

impl<T: Config> Pallet<T> {
	/// The maximum that all payers together can prepay for the unit, in fen.
	pub fn prepayment_limit(unit: UnitId) -> Fen {
		Self::monthly_dues(unit).saturating_mul(Rules::<T>::get().prepayment_months.into())
	}

	/// The amount that the payer can still prepay for the unit, in fen: zero if there is no place for one more payer.
	pub(crate) fn prepayment_room(unit: UnitId, payer: &T::AccountId) -> Fen {
		let has_place =
			Prepayments::<T>::contains_key(unit, payer) || Self::has_place(unit, payer, Self::count_prepayers(unit));
		let room = Self::prepayment_limit(unit).saturating_sub(StatementHeads::<T>::get(unit).prepaid);
		if has_place {
			room
		} else {
			0
		}
	}

	/// Holds money paid above all dues.
	pub(crate) fn add_prepayment(
		unit: UnitId,
		payer: &T::AccountId,
		amount: Fen,
		payment: PaymentId,
		now: Moment,
	) -> DispatchResult {
		let prepaid = StatementHeads::<T>::get(unit).prepaid;
		let total = prepaid.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		ensure!(total <= Self::prepayment_limit(unit), Error::<T>::PrepaymentTooLarge);
		let own = Prepayments::<T>::get(unit, payer);
		if own == 0 {
			let payers = Self::count_prepayers(unit);
			ensure!(Self::has_place(unit, payer, payers), Error::<T>::TooManyPayers);
		}
		T::Currency::hold(&held::<T>(), payer, amount)?;
		Prepayments::<T>::insert(unit, payer, own.checked_add(amount).ok_or(ArithmeticError::Overflow)?);
		let mut statement = Statement::<T>::open(unit, now);
		statement.write(EntryKind::Prepayment { payment }, amount)?;
		statement.close();
		Ok(())
	}

	/// See [`Pallet::refund_prepayment`].
	pub(crate) fn do_refund_prepayment(payer: T::AccountId, unit: UnitId, amount: Fen) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		Self::use_prepayment(unit, &payer, amount)?;
		T::Currency::release(&held::<T>(), &payer, amount, Precision::Exact)?;
		let mut statement = Statement::<T>::open(unit, T::Clock::now());
		statement.write(EntryKind::PrepaymentRefund, amount)?;
		statement.close();
		Self::deposit_event(Event::PrepaymentRefunded { unit, payer, amount });
		Ok(())
	}

	/// Deducts `amount` from the record of a prepayment; the hold is the caller's to release.
	pub(crate) fn use_prepayment(unit: UnitId, payer: &T::AccountId, amount: Fen) -> DispatchResult {
		let left = Prepayments::<T>::get(unit, payer).checked_sub(amount).ok_or(Error::<T>::InsufficientPrepayment)?;
		if left == 0 {
			Prepayments::<T>::remove(unit, payer);
		} else {
			Prepayments::<T>::insert(unit, payer, left);
		}
		Ok(())
	}

	/// The number of accounts that prepay for the unit and take a place: all but those that keep the unit's money.
	fn count_prepayers(unit: UnitId) -> usize {
		Prepayments::<T>::iter_key_prefix(unit).filter(|payer| !UnitAccounts::<T>::contains_key(payer)).count()
	}

	/// Whether there is a place for one more payer. The last place is reserved for the unit's owner, so that strangers
	/// cannot take them all. The account that keeps the unit's money needs none: there is one for the present owner.
	pub(crate) fn has_place(unit: UnitId, payer: &T::AccountId, taken: usize) -> bool {
		if UnitAccounts::<T>::contains_key(payer) {
			return true;
		}
		let reserved = u32::from(!T::Register::is_owner(payer, unit));
		u32::try_from(taken).is_ok_and(|taken| taken < T::MaxPayersPerUnit::get().saturating_sub(reserved))
	}
}
