// SPDX-License-Identifier: Apache-2.0

//! Opening pots, and where their money lies.

use crate::{Config, Direction, Error, Event, MonthBook, NextPot, Pallet, PendingFees, Pot, PotKind, PotName, Pots};
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
	PalletId,
};
use linli_primitives::{name::is_readable, traits::Clock, Cause, Fen, PotId};
use sp_runtime::{traits::AccountIdConversion, DispatchError};

impl<T: Config> Pallet<T> {
	/// The account that holds the money of `pot`, whether the pot exists or not.
	pub fn pot_account(pot: PotId) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(pot)
	}

	/// Whether `account` is that of a pot, open or yet to be opened. The runtime lets nobody transfer to one: the
	/// money would bypass the ledger.
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
		// With a provider of its own the account outlives a balance of zero.
		frame_system::Pallet::<T>::inc_providers(&account);
		let opened = T::Clock::now();
		let book = MonthBook::new(Self::month_of(opened)?, 0, 0);
		let pot = Pot { kind, name: name.clone(), opened, entry_count: 0, balance: 0, book };
		Pots::<T>::insert(id, pot);
		Self::deposit_event(Event::PotOpened { pot: id, kind, name });

		// Money that somebody sent there before the pot was opened is the pot's now, and its ledger says so.
		let found = T::Currency::total_balance(&account)
			.checked_sub(Self::pending_fees_of(id))
			.ok_or(Error::<T>::AmountTooLarge)?;
		if found > 0 {
			Self::record(id, Direction::In, None, found, Cause::Donation)?;
		}
		Ok(id)
	}

	/// Fees that lie on the pot's account and are not yet in its ledger: zero for all pots but one.
	pub(crate) fn pending_fees_of(pot: PotId) -> Fen {
		if pot == T::FeePot::get() {
			PendingFees::<T>::get()
		} else {
			0
		}
	}
}
