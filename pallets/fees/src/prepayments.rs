// SPDX-License-Identifier: Apache-2.0

//! Prepayments: money paid above all dues (D14). It is held on the payer's account until a bill uses it or the payer
//! takes it back.
//!
//! Anybody can prepay for a unit. Those who are not at home in it, its *guests*, have a small room of their own, places
//! and amount, so that a stranger keeps neither the owner nor the residents from prepaying. Mandates have their places
//! in the same way.

use crate::{
	statements::Statement, types::EntryKind, Config, Error, Event, HoldReason, Pallet, Prepayments, Rules, UnitAccounts,
};
use alloc::vec::Vec;
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
	/// The maximum that those at home in the unit can prepay together, in fen.
	pub fn prepayment_limit(unit: UnitId) -> Fen {
		Self::monthly_dues(unit).saturating_mul(Rules::<T>::get().prepayment_months.into())
	}

	/// The amount that the payer can still prepay for the unit, in fen: zero if there is no place for one more payer.
	pub(crate) fn prepayment_room(unit: UnitId, payer: &T::AccountId) -> Fen {
		if Self::can_prepay(unit, payer) {
			Self::prepayment_left(unit, payer)
		} else {
			0
		}
	}

	/// What is left of the limit for the payer, in fen. Guests have one of their own, a month's dues for all of them,
	/// so that they leave those at home theirs.
	fn prepayment_left(unit: UnitId, payer: &T::AccountId) -> Fen {
		let is_guest = Self::is_guest(unit, payer);
		let limit = Self::prepayment_limit(unit);
		let limit = if is_guest { limit.min(Self::monthly_dues(unit)) } else { limit };
		Prepayments::<T>::iter_prefix(unit)
			.filter(|(other, _)| Self::is_guest(unit, other) == is_guest)
			.fold(limit, |left, (_, amount)| left.saturating_sub(amount))
	}

	/// Whether the payer prepays for the unit already, or has a place to.
	fn can_prepay(unit: UnitId, payer: &T::AccountId) -> bool {
		Prepayments::<T>::contains_key(unit, payer)
			|| Self::has_place(unit, payer, Prepayments::<T>::iter_key_prefix(unit))
	}

	/// Holds money paid above all dues.
	pub(crate) fn add_prepayment(
		unit: UnitId,
		payer: &T::AccountId,
		amount: Fen,
		payment: PaymentId,
		now: Moment,
	) -> DispatchResult {
		ensure!(amount <= Self::prepayment_left(unit, payer), Error::<T>::PrepaymentTooLarge);
		ensure!(Self::can_prepay(unit, payer), Error::<T>::TooManyPayers);
		Self::hold_prepayment(unit, payer, amount, payment, now)
	}

	/// The same, whatever the limits.
	pub(crate) fn hold_prepayment(
		unit: UnitId,
		payer: &T::AccountId,
		amount: Fen,
		payment: PaymentId,
		now: Moment,
	) -> DispatchResult {
		let own = Prepayments::<T>::get(unit, payer);
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

	/// Whether the payer is neither at home in the unit nor the account that keeps its money.
	fn is_guest(unit: UnitId, payer: &T::AccountId) -> bool {
		!UnitAccounts::<T>::contains_key(payer) && !T::Register::is_at_home(payer, unit)
	}

	/// The number of guests that can prepay for a unit and, counted separately, give mandates for it: half the places.
	fn guest_places() -> usize {
		usize::try_from(T::MaxPayersPerUnit::get() / 2).unwrap_or(usize::MAX)
	}

	/// Whether there is a place for one more payer beside `payers`. Guests have some of the places, so that they cannot
	/// take those of the people at home, and the last place is reserved for the unit's owner. The account that keeps
	/// the unit's money needs none: there is one for the present owner.
	pub(crate) fn has_place(unit: UnitId, payer: &T::AccountId, payers: impl Iterator<Item = T::AccountId>) -> bool {
		if UnitAccounts::<T>::contains_key(payer) {
			return true;
		}
		let taken: Vec<_> = payers.filter(|other| !UnitAccounts::<T>::contains_key(other)).collect();
		let guests = || taken.iter().filter(|other| Self::is_guest(unit, other)).count();
		let reserved = u32::from(!T::Register::is_owner(payer, unit));
		let places = T::MaxPayersPerUnit::get().saturating_sub(reserved);
		let is_free = u32::try_from(taken.len()).is_ok_and(|taken| taken < places);
		is_free && (!Self::is_guest(unit, payer) || guests() < Self::guest_places())
	}
}
