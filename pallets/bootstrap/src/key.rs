// SPDX-License-Identifier: Apache-2.0

//! The key and its origin.

use crate::{Authorized, Config, Error, Event, Key, Origin, Pallet, WeightInfo};
use core::marker::PhantomData;
use frame_support::{
	dispatch::{GetDispatchInfo, PostDispatchInfo},
	ensure,
	pallet_prelude::DispatchResultWithPostInfo,
	traits::{EnsureOrigin, OriginTrait},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use linli_primitives::traits::BootstrapKey;
use sp_runtime::{
	traits::{Dispatchable, Hash},
	DispatchError, DispatchErrorWithPostInfo,
};

impl<T: Config> Pallet<T> {
	/// Fails unless the bootstrap key has signed.
	pub(crate) fn ensure_key(origin: OriginFor<T>) -> Result<(), DispatchError> {
		let who = ensure_signed(origin)?;
		ensure!(Key::<T>::get() == Some(who), Error::<T>::NotBootstrapKey);
		Ok(())
	}

	pub(crate) fn do_decide(call: <T as Config>::RuntimeCall) -> DispatchResultWithPostInfo {
		let call_hash = T::Hashing::hash_of(&call);
		let declared = call.get_dispatch_info().call_weight;
		let with_ours = |actual: Option<_>| PostDispatchInfo {
			actual_weight: Some(T::WeightInfo::decide().saturating_add(actual.unwrap_or(declared))),
			pays_fee: Default::default(),
		};
		match call.dispatch(Origin::Bootstrap.into()) {
			Ok(post) => {
				Self::deposit_event(Event::Decided { call_hash });
				Ok(with_ours(post.actual_weight))
			}
			Err(refused) => Err(DispatchErrorWithPostInfo {
				post_info: with_ours(refused.post_info.actual_weight),
				error: refused.error,
			}),
		}
	}

	/// Removes the key, if there is one, and the upgrades that it has announced or authorized.
	pub(crate) fn remove_key() {
		Self::end_upgrades();
		if Key::<T>::take().is_some() {
			Self::deposit_event(Event::KeyRemoved);
		}
	}
}

/// The hand-over of the bootstrap key to the owners.
impl<T: Config> BootstrapKey for Pallet<T> {
	fn hand_over() {
		Self::remove_key();
		crate::upgrades::AuthorizedUpgrade::<T>::kill();
	}

	fn overruled() {
		Authorized::<T>::kill();
	}
}

/// Accepts what the bootstrap key decides.
pub struct EnsureBootstrap<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsureBootstrap<T>
where
	OriginFor<T>: OriginTrait<PalletsOrigin: TryInto<Origin> + From<Origin> + Clone>,
{
	type Success = ();

	fn try_origin(origin: OriginFor<T>) -> Result<(), OriginFor<T>> {
		match origin.caller().clone().try_into() {
			Ok(Origin::Bootstrap) => Ok(()),
			Err(_) => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		Ok(Origin::Bootstrap.into())
	}
}
