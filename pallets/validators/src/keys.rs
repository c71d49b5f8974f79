// SPDX-License-Identifier: Apache-2.0

//! Who may set session keys, and how offenders are identified: for the configuration of the session pallet.

use crate::pallet::{Config, Pallet};
use core::marker::PhantomData;
use sp_runtime::traits::Convert;

/// The session pallet's `ValidatorIdOf`: only accounts on the roll may set keys, so that strangers cannot fill the
/// state with theirs. Reads one value.
pub struct OnRoll<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<T::AccountId>> for OnRoll<T> {
	fn convert(account: T::AccountId) -> Option<T::AccountId> {
		Pallet::<T>::is_on_roll(&account).then_some(account)
	}
}

/// The historical sessions' `FullIdentificationOf`: there is no stake, so the account says all.
pub struct AccountAlone;

impl<AccountId> Convert<AccountId, Option<()>> for AccountAlone {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}
