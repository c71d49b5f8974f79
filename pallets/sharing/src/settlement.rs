// SPDX-License-Identifier: Apache-2.0

//! Where held money goes. Each fen of a booking's price and deposit leaves the hold once: here.

use crate::{
	types::{divide, BookingId, Closing, Provider, Step},
	BookingOf, Config, Error, Event, HoldReason, Pallet, ProviderOf,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::{Fortitude, Precision, Restriction},
	},
};
use linli_primitives::{
	traits::{Clock, FundLedger},
	Cause, Fen,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Holds money of a renter.
	pub(crate) fn hold(reason: HoldReason, renter: &T::AccountId, amount: Fen) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let reason = reason.into();
		ensure!(T::Currency::can_hold(&reason, renter, amount), Error::<T>::NotEnoughMoney);
		T::Currency::hold(&reason, renter, amount)
	}

	/// Gives held money back to the renter.
	fn release(reason: HoldReason, renter: &T::AccountId, amount: Fen) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		T::Currency::release(&reason.into(), renter, amount, Precision::Exact).map(|_| ())
	}

	/// Pays the provider out of what is held.
	fn pay(
		reason: HoldReason,
		id: BookingId,
		renter: &T::AccountId,
		provider: &ProviderOf<T>,
		amount: Fen,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		match provider {
			Provider::Community { pot } => {
				T::Ledger::deposit_held(*pot, &reason.into(), renter, amount, Cause::Booking { booking: id })
					.map(|_| ())
			}
			// Held money was promised; no later freeze takes that back.
			Provider::Person(person) => T::Currency::transfer_on_hold(
				&reason.into(),
				renter,
				person,
				amount,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)
			.map(|_| ()),
		}
	}

	/// Pays `amount` fen of the price: to the pot of common income its share, the rest to the provider. Gives the
	/// share.
	fn pay_price(
		id: BookingId,
		booking: &BookingOf<T>,
		provider: &ProviderOf<T>,
		amount: Fen,
	) -> Result<Fen, DispatchError> {
		let (share, rest) = divide(booking.frozen.share, amount).ok_or(Error::<T>::Overflow)?;
		let income = Provider::Community { pot: booking.frozen.income_pot };
		if *provider == income {
			// One pot, one entry.
			Self::pay(HoldReason::Price, id, &booking.renter, &income, amount)?;
		} else {
			Self::pay(HoldReason::Price, id, &booking.renter, &income, share)?;
			Self::pay(HoldReason::Price, id, &booking.renter, provider, rest)?;
		}
		Ok(share)
	}

	/// Settles a booking: `damages` fen besides what being late cost come off the deposit.
	pub(crate) fn finish(id: BookingId, mut booking: BookingOf<T>, closing: Closing, damages: Fen) -> DispatchResult {
		let at = T::Clock::now();
		Self::take(&mut booking, Step::Settle { at, closing })?;
		let provider = Self::resource(booking.resource)?.provider;
		let price = booking.frozen.price;
		let share = Self::pay_price(id, &booking, &provider, price)?;
		let due = booking.late.checked_add(damages).ok_or(Error::<T>::Overflow)?;
		let returned = booking.frozen.deposit.checked_sub(due).ok_or(Error::<T>::AmountTooHigh)?;
		Self::pay(HoldReason::Deposit, id, &booking.renter, &provider, due)?;
		Self::release(HoldReason::Deposit, &booking.renter, returned)?;
		booking.damages = damages;
		Self::deposit_event(Event::Settled { booking: id, price, share, late_fee: booking.late, damages, returned });
		Self::close(id, booking, at)
	}

	/// Gives back `refund` fen of the price and all of the deposit, and pays the rest of the price. Gives the
	/// community's share of it.
	pub(crate) fn give_back(id: BookingId, booking: &BookingOf<T>, refund: Fen) -> Result<Fen, DispatchError> {
		let provider = Self::resource(booking.resource)?.provider;
		let kept = booking.frozen.price.checked_sub(refund).ok_or(Error::<T>::Overflow)?;
		let share = Self::pay_price(id, booking, &provider, kept)?;
		Self::release(HoldReason::Price, &booking.renter, refund)?;
		Self::release(HoldReason::Deposit, &booking.renter, booking.frozen.deposit)?;
		Ok(share)
	}
}
