// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::CommitteeApi`].

use crate::{pallet::*, types::CommitteeView};

impl<T: Config> Pallet<T> {
	/// See [`crate::api::CommitteeApi::committee`].
	pub fn committee() -> CommitteeView<T::AccountId> {
		CommitteeView {
			term: CurrentTerm::<T>::get(),
			members: Seats::<T>::get().into_inner(),
			reserve: Reserve::<T>::get().into_inner(),
		}
	}
}
