// SPDX-License-Identifier: Apache-2.0

//! Upgrades of the runtime before the first committee sits.
//!
//! `frame_system` keeps one authorization, and does not know by which authority it was made. So the pallet remembers
//! the one that the key made ([`Authorized`]), and ends no other.

use crate::{Announced, AnnouncedUpgrade, Authorized, Config, Error, Event, KeyAuthorization, Pallet};
use frame_support::{
	dispatch::DispatchClass,
	ensure, storage_alias,
	traits::{Get, PostInherents},
};
use linli_primitives::traits::{Clock, FirstCommittee, SittingCommittee};
use sp_runtime::DispatchResult;

/// `frame_system`'s authorization: the hash of the code, and whether its version is checked. The SDK's type has no
/// function in Wasm that tells the hash, and none that clears the authorization.
#[storage_alias]
pub(crate) type AuthorizedUpgrade<T: Config> =
	StorageValue<frame_system::Pallet<T>, (<T as frame_system::Config>::Hash, bool)>;

impl<T: Config> Pallet<T> {
	fn ensure_no_committee() -> DispatchResult {
		ensure!(!T::Committee::has_sat(), Error::<T>::CommitteeAlreadyElected);
		Ok(())
	}

	pub(crate) fn do_announce_upgrade(code_hash: T::Hash) -> DispatchResult {
		Self::ensure_no_committee()?;
		let ready = T::Clock::lived().checked_add(T::UpgradeNotice::get()).ok_or(Error::<T>::Overflow)?;
		Announced::<T>::put(AnnouncedUpgrade { code_hash, ready });
		Self::deposit_event(Event::UpgradeAnnounced { code_hash, ready: T::Clock::moment_of(ready) });
		Ok(())
	}

	pub(crate) fn do_withdraw_upgrade() -> DispatchResult {
		let announced = Announced::<T>::take().map(|upgrade| upgrade.code_hash);
		let authorized = Self::take_authorized();
		ensure!(announced.is_some() || authorized.is_some(), Error::<T>::UpgradeNotFound);
		for code_hash in announced.into_iter().chain(authorized) {
			Self::deposit_event(Event::UpgradeWithdrawn { code_hash });
		}
		Ok(())
	}

	pub(crate) fn do_authorize_upgrade() -> DispatchResult {
		Self::ensure_no_committee()?;
		let AnnouncedUpgrade { code_hash, ready } = Announced::<T>::get().ok_or(Error::<T>::UpgradeNotFound)?;
		let (now, lived) = (T::Clock::now(), T::Clock::lived());
		ensure!(lived >= ready, Error::<T>::NoticeRunning);
		// Else one that is long forgotten could be authorized and applied within a block.
		let lapses = ready.checked_add(T::UpgradeLifetime::get()).ok_or(Error::<T>::Overflow)?;
		ensure!(lived < lapses, Error::<T>::AnnouncementOver);
		let others = AuthorizedUpgrade::<T>::exists() && Self::in_force().is_none();
		ensure!(!others, Error::<T>::UpgradeAlreadyAuthorized);
		let ends = now.checked_add(T::UpgradeLifetime::get()).ok_or(Error::<T>::Overflow)?;
		Announced::<T>::kill();
		Authorized::<T>::put(KeyAuthorization { code_hash, ends });
		// The code's name and version are checked when it is applied.
		frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
		Ok(())
	}

	/// The key's authorization, if `frame_system` still has it: it was neither applied nor replaced.
	fn in_force() -> Option<KeyAuthorization<T::Hash>> {
		let ours = Authorized::<T>::get()?;
		let (code_hash, _) = AuthorizedUpgrade::<T>::get()?;
		(code_hash == ours.code_hash).then_some(ours)
	}

	/// Removes the key's authorization. Returns its hash if it was in force.
	fn take_authorized() -> Option<T::Hash> {
		let in_force = Self::in_force();
		Authorized::<T>::kill();
		let KeyAuthorization { code_hash, .. } = in_force?;
		AuthorizedUpgrade::<T>::kill();
		Some(code_hash)
	}

	/// Ends the key's authorization, if there is one.
	fn end_authorization() {
		if let Some(code_hash) = Self::take_authorized() {
			Self::deposit_event(Event::UpgradeLapsed { code_hash });
		}
	}

	/// Ends what the key has announced or authorized.
	pub(crate) fn end_upgrades() {
		Announced::<T>::kill();
		Self::end_authorization();
	}
}

/// Ends the key's authorization when its time is over, and forgets one that was applied: after the block's timestamp
/// and before its transactions, in every block. A full one pays for it, too.
impl<T: Config> PostInherents for Pallet<T> {
	fn post_inherents() {
		let cost = T::DbWeight::get();
		let mut weight = cost.reads(1);
		if let Some(KeyAuthorization { ends, .. }) = Authorized::<T>::get() {
			weight = weight.saturating_add(cost.reads(1));
			if T::Clock::now() >= ends || Self::in_force().is_none() {
				weight = weight.saturating_add(cost.writes(2));
				Self::end_authorization();
			}
		}
		frame_system::Pallet::<T>::register_extra_weight_unchecked(weight, DispatchClass::Mandatory);
	}
}

/// From the first committee on, only the owners upgrade the runtime.
impl<T: Config> FirstCommittee for Pallet<T> {
	fn first_seated() {
		Self::end_upgrades();
	}
}
