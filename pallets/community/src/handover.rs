// SPDX-License-Identifier: Apache-2.0

//! The hand-over from the bootstrap key to the owners (D45).

use crate::{Config, Error, Event, IsHandedOver, Pallet};
use frame_support::ensure;
use linli_primitives::{
	traits::{BootstrapKey, SittingCommittee},
	ProposalId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_hand_over(proposal: ProposalId) -> DispatchResult {
		ensure!(!IsHandedOver::<T>::get(), Error::<T>::AlreadyHandedOver);
		ensure!(T::Committee::sits(), Error::<T>::CommitteeNotFound);
		T::Bootstrap::hand_over();
		IsHandedOver::<T>::put(true);
		Self::deposit_event(Event::HandedOver { proposal });
		Ok(())
	}
}
