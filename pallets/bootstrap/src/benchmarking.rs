// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls.

use super::*;
use alloc::boxed::Box;
use frame_benchmarking::v2::*;
use frame_support::traits::Get;
use frame_system::RawOrigin;
use linli_primitives::{traits::Clock, Moment};
use sp_runtime::traits::Hash;

/// Set-up outside the pallet for benchmarks.
pub trait BenchmarkHelper<RuntimeCall> {
	/// A call that the key can decide on, and what it costs nearly nothing to do.
	fn decision() -> RuntimeCall;

	/// Sets the time to `now`, in ms since 1970.
	fn set_time(now: Moment);
}

fn key<T: Config>() -> T::AccountId {
	let key = account("key", 0, 0);
	Key::<T>::put(&key);
	key
}

/// The key has announced an upgrade, and authorized another before.
fn announced_and_authorized<T: Config>() {
	let code_hash = T::Hashing::hash(&[1]);
	frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
	Authorized::<T>::put(KeyAuthorization { code_hash, ends: T::UpgradeLifetime::get() });
	Announced::<T>::put(AnnouncedUpgrade { code_hash: T::Hash::default(), ready: T::Clock::lived() });
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// With a call that does nearly nothing: its own weight is added.
	#[benchmark]
	fn decide() {
		let key = key::<T>();
		let call = Box::new(T::BenchmarkHelper::decision());

		#[extrinsic_call]
		_(RawOrigin::Signed(key), call);

		assert!(Key::<T>::exists());
	}

	#[benchmark]
	fn renounce() {
		let key = key::<T>();
		announced_and_authorized::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(key));

		assert!(!Key::<T>::exists() && !Authorized::<T>::exists());
	}

	#[benchmark]
	fn announce_upgrade() {
		let key = key::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(key), T::Hash::default());

		assert!(Announced::<T>::exists());
	}

	#[benchmark]
	fn withdraw_upgrade() {
		let key = key::<T>();
		announced_and_authorized::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(key));

		assert!(!Announced::<T>::exists() && !Authorized::<T>::exists());
	}

	#[benchmark]
	fn authorize_upgrade() {
		let key = key::<T>();
		announced_and_authorized::<T>();
		T::BenchmarkHelper::set_time(T::Clock::now().saturating_add(T::UpgradeNotice::get()));

		#[extrinsic_call]
		_(RawOrigin::Signed(key));

		assert_eq!(Authorized::<T>::get().map(|upgrade| upgrade.code_hash), Some(T::Hash::default()));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::BuildExt::build(crate::mock::ExtBuilder), crate::mock::Test);
}
