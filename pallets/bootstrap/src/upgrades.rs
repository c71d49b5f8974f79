// SPDX-License-Identifier: Apache-2.0

//! Upgrades of the runtime before the first committee sits.

use crate::{Announced, AnnouncedUpgrade, Config, Error, Event, Pallet};
use frame_support::{ensure, storage_alias, traits::Get};
use linli_primitives::traits::{Clock, SittingCommittee};
use sp_runtime::DispatchResult;

/// `frame_system`'s authorization, which has no function that clears it.
#[storage_alias]
pub(crate) type AuthorizedUpgrade<T: Config> = StorageValue<frame_system::Pallet<T>, ()>;

impl<T: Config> Pallet<T> {
	fn ensure_no_committee() -> DispatchResult {
		ensure!(!T::Committee::has_sat(), Error::<T>::CommitteeAlreadyElected);
		Ok(())
	}

	pub(crate) fn do_announce_upgrade(code_hash: T::Hash) -> DispatchResult {
		Self::ensure_no_committee()?;
		let ready = T::Clock::now().checked_add(T::UpgradeNotice::get()).ok_or(Error::<T>::Overflow)?;
		Announced::<T>::put(AnnouncedUpgrade { code_hash, ready });
		Self::deposit_event(Event::UpgradeAnnounced { code_hash, ready });
		Ok(())
	}

	pub(crate) fn do_withdraw_upgrade() -> DispatchResult {
		let AnnouncedUpgrade { code_hash, .. } = Announced::<T>::take().ok_or(Error::<T>::UpgradeNotFound)?;
		Self::deposit_event(Event::UpgradeWithdrawn { code_hash });
		Ok(())
	}

	pub(crate) fn do_authorize_upgrade() -> DispatchResult {
		let AnnouncedUpgrade { code_hash, ready } = Announced::<T>::get().ok_or(Error::<T>::UpgradeNotFound)?;
		ensure!(T::Clock::now() >= ready, Error::<T>::NoticeRunning);
		Self::ensure_no_committee()?;
		Announced::<T>::kill();
		// The code's name and version are checked when it is applied.
		frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
		Ok(())
	}
}
