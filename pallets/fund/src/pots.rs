// SPDX-License-Identifier: Apache-2.0

//! Opening pots, and their accounts.

use crate::{Config, Direction, Error, Event, MonthBook, NextPot, Pallet, PendingFees, Pot, PotKind, PotName, Pots};
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
	PalletId,
};
use linli_primitives::{name::is_readable, traits::Clock, Cause, Fen, PotId};
use sp_runtime::{traits::AccountIdConversion, DispatchError};

impl<T: Config> Pallet<T> {
	/// The account of `pot`, whether the pot exists or not.
	pub fn pot_account(pot: PotId) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(pot)
	}

	/// Whether `account` belongs to a pot, open or yet to be opened. The runtime's call filter refuses transfers to
	/// such an account: they would bypass the ledger.
	pub fn is_pot_account(account: &T::AccountId) -> bool {
		PalletId::try_from_sub_account::<PotId>(account)
			.is_some_and(|(pallet, pot)| pallet == T::PalletId::get() && Self::pot_account(pot) == *account)
	}

	/// Opens the next pot.
	pub(crate) fn do_open_pot(kind: PotKind, name: PotName) -> Result<PotId, DispatchError> {
		ensure!(is_readable(&name), Error::<T>::InvalidName);
		let id = NextPot::<T>::get();
		ensure!(id < T::MaxPots::get(), Error::<T>::TooManyPots);
		NextPot::<T>::put(id.checked_add(1).ok_or(Error::<T>::TooManyPots)?);

		let account = Self::pot_account(id);
		// The extra provider keeps the account alive at a zero balance.
		frame_system::Pallet::<T>::inc_providers(&account);
		let opened = T::Clock::now();
		let book = MonthBook::new(Self::month_of(opened)?, 0, 0);
		let pot = Pot { kind, name: name.clone(), opened, entry_count: 0, balance: 0, book };
		Pots::<T>::insert(id, pot);
		Self::deposit_event(Event::PotOpened { pot: id, kind, name });

		// Money sent to the account before the pot was opened becomes an entry.
		let found = T::Currency::total_balance(&account)
			.checked_sub(Self::pending_fees_of(id))
			.ok_or(Error::<T>::AmountTooLarge)?;
		if found > 0 {
			Self::record(id, Direction::In, None, found, Cause::Donation)?;
		}
		Ok(id)
	}

	/// Fees on the pot's account that are not yet in its ledger. Zero for every pot except the fee pot.
	pub(crate) fn pending_fees_of(pot: PotId) -> Fen {
		if pot == T::FeePot::get() {
			PendingFees::<T>::get()
		} else {
			0
		}
	}
}
