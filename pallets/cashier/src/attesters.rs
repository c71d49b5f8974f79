// SPDX-License-Identifier: Apache-2.0

//! [`Attesters`]: the fund asks whose word a month's figures are before somebody closes it.

use crate::{Attestations, Config, Pallet};
use linli_primitives::{traits::Attesters, Period};

impl<T: Config> Attesters<T::AccountId> for Pallet<T> {
	fn attester(month: Period) -> Option<T::AccountId> {
		Attestations::<T>::get(month).map(|attestation| attestation.by)
	}
}
