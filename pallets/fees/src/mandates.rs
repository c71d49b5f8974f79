// SPDX-License-Identifier: Apache-2.0

//! Mandates: permission to collect a unit's bills from an account (D15).

use crate::{
	types::{Mandate, MandateEnd},
	Config, Error, Event, Mandates, Pallet,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	Fen, Moment, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// See [`Pallet::set_mandate`].
	pub(crate) fn do_set_mandate(
		payer: T::AccountId,
		unit: UnitId,
		cap: Fen,
		until: Option<Moment>,
		partial: bool,
		single: bool,
	) -> DispatchResult {
		ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
		ensure!(cap > 0, Error::<T>::InvalidAmount);
		ensure!(until.is_none_or(|until| until > T::Clock::now()), Error::<T>::EndInPast);
		let mandate = match Mandates::<T>::get(unit, &payer) {
			// What was collected counts towards the new cap.
			Some(mandate) => Mandate { cap, until, partial, single, ..mandate },
			None => {
				let payers = Mandates::<T>::iter_key_prefix(unit);
				ensure!(Self::has_place(unit, &payer, payers), Error::<T>::TooManyPayers);
				Mandate::new(cap, until, partial, single)
			}
		};
		Mandates::<T>::insert(unit, &payer, mandate);
		Self::deposit_event(Event::MandateSet { unit, payer, cap, until, partial, single });
		Ok(())
	}

	/// See [`Pallet::revoke_mandate`].
	pub(crate) fn do_revoke_mandate(payer: T::AccountId, unit: UnitId) -> DispatchResult {
		ensure!(Mandates::<T>::contains_key(unit, &payer), Error::<T>::MandateNotFound);
		Self::end_mandate(unit, &payer, MandateEnd::Revoked);
		Ok(())
	}

	/// Ends a mandate and says why.
	pub(crate) fn end_mandate(unit: UnitId, payer: &T::AccountId, reason: MandateEnd) {
		Mandates::<T>::remove(unit, payer);
		Self::deposit_event(Event::MandateEnded { unit, payer: payer.clone(), reason });
	}
}
