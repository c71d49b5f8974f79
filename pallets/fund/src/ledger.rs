// SPDX-License-Identifier: Apache-2.0

//! The append-only ledger. A movement and its entry happen together or not at all.

use crate::{Config, Direction, Entries, Entry, Error, Event, Pallet, Pots};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::{hold::Inspect as InspectHold, hold::Mutate as MutateHold, Mutate},
		tokens::{Fortitude, Precision, Preservation, Restriction},
	},
};
use linli_primitives::{
	traits::{Clock, FundLedger, PotShares},
	Cause, EntryId, Fen, PotId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Writes the next entry of `pot`. The caller must move the money within the same storage layer.
	pub(crate) fn record(
		pot: PotId,
		direction: Direction,
		counterparty: Option<T::AccountId>,
		amount: Fen,
		cause: Cause,
	) -> Result<EntryId, DispatchError> {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let moment = T::Clock::now();
		let month = Self::month_of(moment)?;
		let (id, balance) = Pots::<T>::try_mutate(pot, |slot| -> Result<_, DispatchError> {
			let head = slot.as_mut().ok_or(Error::<T>::PotNotFound)?;
			Self::turn_to(month, pot, head);
			head.book.enter(cause.kind(), direction, amount).ok_or(Error::<T>::AmountTooLarge)?;
			head.balance = match direction {
				Direction::In => head.balance.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?,
				Direction::Out => head.balance.checked_sub(amount).ok_or(Error::<T>::InsufficientFunds)?,
			};
			let id = head.entry_count;
			head.entry_count = id.checked_add(1).ok_or(Error::<T>::AmountTooLarge)?;
			Ok((id, head.balance))
		})?;
		let announce = |counterparty| {
			Self::deposit_event(Event::EntryWritten {
				pot,
				entry: id,
				cause,
				direction,
				counterparty,
				amount,
				balance,
			});
		};
		// Shares fall before the entry is announced and rise after it: see `PotShares`.
		let earmarked = match direction {
			Direction::In => {
				announce(counterparty.clone());
				T::Shares::on_deposit(pot, id, &cause, amount)?
			}
			Direction::Out => {
				let earmarked = T::Shares::on_withdrawal(pot, id, &cause, amount)?;
				ensure!(balance >= T::Shares::earmarked(pot), Error::<T>::FundsEarmarked);
				announce(counterparty.clone());
				earmarked
			}
		};
		let entry = Entry { moment, cause, counterparty, direction, amount, balance, earmarked };
		Entries::<T>::insert(pot, id, entry);
		Ok(id)
	}

	/// The id of the pot's next entry.
	fn next_entry(pot: PotId) -> Result<EntryId, DispatchError> {
		Ok(Pots::<T>::get(pot).ok_or(Error::<T>::PotNotFound)?.entry_count)
	}

	/// Moves `amount` from one pot to another and writes an entry to each ledger, which name each other.
	pub(crate) fn do_transfer(from: PotId, to: PotId, amount: Fen) -> DispatchResult {
		ensure!(from != to, Error::<T>::DuplicatePot);
		let (source, target) = (Self::pot_account(from), Self::pot_account(to));
		let to_target = Cause::Transfer { pot: to, entry: Self::next_entry(to)? };
		let from_source = Cause::Transfer { pot: from, entry: Self::next_entry(from)? };
		with_storage_layer(|| {
			Self::record(from, Direction::Out, Some(target.clone()), amount, to_target)?;
			Self::record(to, Direction::In, Some(source.clone()), amount, from_source)?;
			T::Currency::transfer(&source, &target, amount, Preservation::Expendable)?;
			Ok(())
		})
	}
}

impl<T: Config> FundLedger<T::AccountId> for Pallet<T> {
	type HoldReason = <T::Currency as InspectHold<T::AccountId>>::Reason;

	fn exists(pot: PotId) -> bool {
		Pots::<T>::contains_key(pot)
	}

	fn account(pot: PotId) -> T::AccountId {
		Self::pot_account(pot)
	}

	fn is_pot(account: &T::AccountId) -> bool {
		Self::is_pot_account(account)
	}

	fn available(pot: PotId) -> Fen {
		let balance = Pots::<T>::get(pot).map_or(0, |head| head.balance);
		balance.saturating_sub(T::Shares::earmarked(pot))
	}

	fn deposit(
		pot: PotId,
		from: &T::AccountId,
		amount: Fen,
		cause: Cause,
		preservation: Preservation,
	) -> Result<EntryId, DispatchError> {
		ensure!(!Self::is_pot_account(from), Error::<T>::IsPotAccount);
		with_storage_layer(|| {
			let entry = Self::record(pot, Direction::In, Some(from.clone()), amount, cause)?;
			T::Currency::transfer(from, &Self::pot_account(pot), amount, preservation)?;
			Ok(entry)
		})
	}

	fn deposit_held(
		pot: PotId,
		reason: &Self::HoldReason,
		from: &T::AccountId,
		amount: Fen,
		cause: Cause,
	) -> Result<EntryId, DispatchError> {
		ensure!(!Self::is_pot_account(from), Error::<T>::IsPotAccount);
		with_storage_layer(|| {
			let entry = Self::record(pot, Direction::In, Some(from.clone()), amount, cause)?;
			T::Currency::transfer_on_hold(
				reason,
				from,
				&Self::pot_account(pot),
				amount,
				Precision::Exact,
				Restriction::Free,
				// Held money is committed already, so a later freeze must not get in the way.
				Fortitude::Force,
			)?;
			Ok(entry)
		})
	}

	fn issue(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		with_storage_layer(|| {
			let entry = Self::record(pot, Direction::In, None, amount, cause)?;
			T::Currency::mint_into(&Self::pot_account(pot), amount)?;
			Ok(entry)
		})
	}

	fn withdraw(pot: PotId, to: &T::AccountId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		ensure!(!Self::is_pot_account(to), Error::<T>::IsPotAccount);
		with_storage_layer(|| {
			let entry = Self::record(pot, Direction::Out, Some(to.clone()), amount, cause)?;
			T::Currency::transfer(&Self::pot_account(pot), to, amount, Preservation::Expendable)?;
			Ok(entry)
		})
	}
}
