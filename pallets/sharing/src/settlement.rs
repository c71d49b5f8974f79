// SPDX-License-Identifier: Apache-2.0

//! Payments out of held money. Each fen of a booking's price and deposit leaves the hold once, and only here.

use crate::{
	types::{divide, Award, BookingId, Closing, Provider, Step},
	BookingOf, Config, Error, Event, HoldReason, Pallet, ProviderOf,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::{Fortitude, Precision, Restriction},
	},
};
use linli_primitives::{traits::FundLedger, Cause, Fen};
use sp_runtime::{DispatchError, DispatchResult};

/// How a price is divided, in fen.
#[derive(Clone, Copy)]
pub(crate) struct Parts {
	/// The community's share.
	pub share: Fen,
	/// The provider's rest.
	pub rest: Fen,
}

impl<T: Config> Pallet<T> {
	/// Holds money on an account.
	pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Fen) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let reason = reason.into();
		ensure!(T::Currency::can_hold(&reason, who, amount), Error::<T>::InsufficientFunds);
		T::Currency::hold(&reason, who, amount)
	}

	/// Releases held money to its owner.
	pub(crate) fn release(reason: HoldReason, who: &T::AccountId, amount: Fen) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		T::Currency::release(&reason.into(), who, amount, Precision::Exact).map(|_| ())
	}

	/// Pays out of money held on `payer`. If the payee is a pot, the booking records the ledger entry.
	pub(crate) fn pay(
		reason: HoldReason,
		id: BookingId,
		booking: &mut BookingOf<T>,
		payer: &T::AccountId,
		payee: &ProviderOf<T>,
		amount: Fen,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let reason: T::RuntimeHoldReason = reason.into();
		match payee {
			Provider::Community { pot } => {
				let cause = Cause::Booking { booking: id };
				let entry = T::Ledger::deposit_held(*pot, &reason, payer, amount, cause)?;
				booking.entries.try_push((*pot, entry)).map_err(|_| Error::<T>::Overflow)?;
			}
			// The money was held for this: a later freeze of the account must not prevent it.
			Provider::Person(person) => {
				let (precision, restriction) = (Precision::Exact, Restriction::Free);
				T::Currency::transfer_on_hold(
					&reason,
					payer,
					person,
					amount,
					precision,
					restriction,
					Fortitude::Force,
				)?;
			}
		}
		Ok(())
	}

	/// Divides `amount` fen of the price between community and provider.
	pub(crate) fn divide_price(booking: &BookingOf<T>, amount: Fen) -> Result<Parts, DispatchError> {
		let (share, rest) = divide(booking.frozen.share, amount).ok_or(Error::<T>::Overflow)?;
		Ok(Parts { share, rest })
	}

	/// Pays the price, or the part of it that is not refunded: the share to the pot of common income, the rest to the
	/// provider.
	fn pay_price(
		id: BookingId,
		booking: &mut BookingOf<T>,
		provider: &ProviderOf<T>,
		Parts { share, rest }: Parts,
	) -> DispatchResult {
		let (income, renter) = (Provider::Community { pot: booking.frozen.income_pot }, booking.renter.clone());
		if *provider == income {
			// One pot, one entry.
			let amount = share.checked_add(rest).ok_or(Error::<T>::Overflow)?;
			return Self::pay(HoldReason::Price, id, booking, &renter, &income, amount);
		}
		Self::pay(HoldReason::Price, id, booking, &renter, &income, share)?;
		Self::pay(HoldReason::Price, id, booking, &renter, provider, rest)
	}

	/// Settles a booking. Damages and the late fee are deducted from the deposit; what the renter gets back is taken
	/// from the late fee first, then from the price.
	pub(crate) fn finish(id: BookingId, mut booking: BookingOf<T>, closing: Closing, award: Award) -> DispatchResult {
		let at = Self::instant();
		Self::take(&mut booking, Step::Settle { at, closing })?;
		let provider = Self::resource(booking.resource)?.provider;
		let Award { damages, refund } = award;
		let late_fee = booking.late.saturating_sub(refund);
		let of_price = refund.saturating_sub(booking.late);
		let price = booking.frozen.price.checked_sub(of_price).ok_or(Error::<T>::AmountTooLarge)?;
		let parts = Self::divide_price(&booking, price)?;
		let due = late_fee.checked_add(damages).ok_or(Error::<T>::Overflow)?;
		let returned = booking.frozen.deposit.checked_sub(due).ok_or(Error::<T>::AmountTooLarge)?;
		let (share, renter) = (parts.share, booking.renter.clone());
		Self::deposit_event(Event::Settled { booking: id, price, share, late_fee, damages, returned, refund });
		Self::pay_price(id, &mut booking, &provider, parts)?;
		Self::pay(HoldReason::Deposit, id, &mut booking, &renter, &provider, due)?;
		Self::release(HoldReason::Price, &renter, of_price)?;
		Self::release(HoldReason::Deposit, &renter, returned)?;
		Self::resolve_bonds(id, &mut booking, &provider, closing, award)?;
		booking.damages = damages;
		booking.refund = refund;
		Self::close(id, booking, at.clock)
	}

	/// Pays the part of the price of a cancelled booking that is not refunded, and releases the rest and the deposit.
	pub(crate) fn give_back(id: BookingId, booking: &mut BookingOf<T>, kept: Parts) -> DispatchResult {
		let provider = Self::resource(booking.resource)?.provider;
		Self::pay_price(id, booking, &provider, kept)?;
		Self::release(HoldReason::Price, &booking.renter, booking.refund)?;
		Self::release(HoldReason::Deposit, &booking.renter, booking.frozen.deposit)
	}
}
