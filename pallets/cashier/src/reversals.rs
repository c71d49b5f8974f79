// SPDX-License-Identifier: Apache-2.0

//! Receipts taken back: booked on the wrong account, or with the wrong amount. One asks, another agrees.

use crate::{
	bookings::Change, types::Step, Booking, BookingKind, Config, Error, Event, Pallet, Party, References, Standing,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use linli_primitives::{
	traits::{Clock, FundLedger},
	Cause, ContentHash, EntryId, Fen, PotId,
};
use sp_runtime::{traits::AccountIdConversion, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_reversal(by: T::AccountId, reference: ContentHash, reason: ContentHash) -> DispatchResult {
		let at = T::Clock::now();
		Self::advance(reference, Step::Propose { by: by.clone(), reason, at })?;
		Self::deposit_event(Event::ReversalProposed { reference, reason, by });
		Ok(())
	}

	pub(crate) fn do_decline_reversal(by: T::AccountId, reference: ContentHash) -> DispatchResult {
		Self::advance(reference, Step::Decline)?;
		Self::deposit_event(Event::ReversalDeclined { reference, by });
		Ok(())
	}

	pub(crate) fn do_approve_reversal(approver: T::AccountId, reference: ContentHash) -> DispatchResult {
		let at = T::Clock::now();
		let booking = Self::advance(reference, Step::Approve { by: approver.clone(), at })?;
		let Standing::Reversed { proposer, reason, .. } = booking.standing else {
			return Err(Error::<T>::NotQuestioned.into());
		};
		ensure!(proposer != approver, Error::<T>::OwnReversal);
		match &booking.party {
			Party::Account(account) => Self::burn(account, booking.amount)?,
			Party::Pot(pot) => {
				Self::burn_from_pot(*pot, booking.amount, Cause::Receipt { reference })?;
			}
		}
		Self::count(Change::Reversed, booking.amount)?;
		let Booking { party, amount, .. } = booking;
		Self::deposit_event(Event::ReceiptReversed { reference, party, amount, reason, proposer, approver });
		Ok(())
	}

	/// Takes one step with a receipt's standing.
	fn advance(reference: ContentHash, step: Step<T::AccountId>) -> Result<Booking<T::AccountId>, DispatchError> {
		References::<T>::try_mutate(reference, |slot| {
			let booking = slot.as_mut().ok_or(Error::<T>::NoSuchBooking)?;
			ensure!(booking.kind == BookingKind::In, Error::<T>::NotAReceipt);
			let refusal = match &booking.standing {
				Standing::Valid => Error::<T>::NotQuestioned,
				Standing::Questioned { .. } => Error::<T>::AlreadyQuestioned,
				Standing::Reversed { .. } => Error::<T>::AlreadyReversed,
			};
			booking.standing = booking.standing.clone().after(step).ok_or(refusal)?;
			Ok(booking.clone())
		})
	}

	/// Takes money out of a pot and out of the world. The pot's ledger says what left it; the account in between exists
	/// within this call only.
	pub(crate) fn burn_from_pot(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		let transit = T::PalletId::get().into_account_truncating();
		let entry = T::Fund::withdraw(pot, &transit, amount, cause)?;
		Self::burn(&transit, amount)?;
		Ok(entry)
	}

	fn burn(account: &T::AccountId, amount: Fen) -> DispatchResult {
		let free = T::Currency::reducible_balance(account, Preservation::Expendable, Fortitude::Polite);
		ensure!(free >= amount, Error::<T>::BalanceTooLow);
		T::Currency::burn_from(account, amount, Preservation::Expendable, Precision::Exact, Fortitude::Polite)?;
		Ok(())
	}
}
