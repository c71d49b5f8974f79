// SPDX-License-Identifier: Apache-2.0

//! Mandates: permission to collect a unit's bills from an account (D15).

use crate::{types::Mandate, Config, Error, Event, Mandates, Pallet};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	Fen, Moment, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// See [`Pallet::set_mandate`].
	pub(crate) fn do_set_mandate(payer: T::AccountId, unit: UnitId, cap: Fen, until: Option<Moment>) -> DispatchResult {
		ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
		ensure!(cap > 0, Error::<T>::InvalidAmount);
		ensure!(until.is_none_or(|until| until > T::Clock::now()), Error::<T>::EndInPast);
		let mandate = match Mandates::<T>::get(unit, &payer) {
			// What was collected this month counts towards the new cap.
			Some(mandate) => Mandate { cap, until, ..mandate },
			None => {
				let payers = Mandates::<T>::iter_key_prefix(unit).count();
				ensure!(Self::has_place(unit, &payer, payers), Error::<T>::TooManyPayers);
				Mandate { cap, until, month: None, spent: 0 }
			}
		};
		Mandates::<T>::insert(unit, &payer, mandate);
		Self::deposit_event(Event::MandateSet { unit, payer, cap, until });
		Ok(())
	}

	/// See [`Pallet::revoke_mandate`].
	pub(crate) fn do_revoke_mandate(payer: T::AccountId, unit: UnitId) -> DispatchResult {
		ensure!(Mandates::<T>::take(unit, &payer).is_some(), Error::<T>::MandateNotFound);
		Self::deposit_event(Event::MandateEnded { unit, payer });
		Ok(())
	}
}
