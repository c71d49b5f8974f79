// SPDX-License-Identifier: Apache-2.0

//! A mock runtime with the bootstrap key and one pallet on which it can decide.

use crate::{self as pallet_linli_bootstrap, *};
use frame_system::EnsureRoot;
use linli_primitives::{
	traits::{FirstCommittee, SittingCommittee},
	Moment,
};
pub use linli_testing::*;

/// A value that a decision sets, and another that only root sets.
#[frame_support::pallet(dev_mode)]
pub mod decided {
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		type RootOrigin: EnsureOrigin<Self::RuntimeOrigin>;
	}

	#[pallet::storage]
	pub type Value<T> = StorageValue<_, u32, ValueQuery>;

	#[pallet::error]
	pub enum Error<T> {
		TooLarge,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		#[pallet::call_index(0)]
		#[pallet::weight(Weight::from_parts(1_000, 0))]
		pub fn set(origin: OriginFor<T>, value: u32) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Value::<T>::put(value);
			// After the change, so that a test sees it taken back.
			ensure!(value < 100, Error::<T>::TooLarge);
			Ok(())
		}

		#[pallet::call_index(1)]
		#[pallet::weight(Weight::from_parts(1_000, 0))]
		pub fn set_as_root(origin: OriginFor<T>, value: u32) -> DispatchResult {
			T::RootOrigin::ensure_origin(origin)?;
			Value::<T>::put(value);
			Ok(())
		}
	}
}

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Bootstrap: pallet_linli_bootstrap,
		Decided: decided,
	}
);

linli_testing::impl_system!(Test);

linli_testing::settings! {
	/// Whether a committee has been elected.
	pub static HasSat: bool = false;
}

/// A committee that was elected if [`HasSat`] is set, and whose term is over.
pub struct TestCommittee;

impl SittingCommittee for TestCommittee {
	fn sits() -> bool {
		false
	}

	fn has_sat() -> bool {
		HasSat::get()
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<RuntimeCall> for TestCommittee {
	fn decision() -> RuntimeCall {
		RuntimeCall::Decided(decided::Call::set { value: 1 })
	}

	fn set_time(now: Moment) {
		Now::set(now);
	}
}

impl decided::Config for Test {
	type DecisionOrigin = EnsureBootstrap<Test>;
	type RootOrigin = EnsureRoot<AccountId>;
}

/// The time for which an upgrade is public.
pub const NOTICE: Moment = 7 * 86_400_000;

/// The time after which an authorized upgrade lapses.
pub const LIFETIME: Moment = 30 * 86_400_000;

impl Config for Test {
	type RuntimeCall = RuntimeCall;
	type Clock = Now;
	type Committee = TestCommittee;
	type UpgradeNotice = frame_support::traits::ConstU64<NOTICE>;
	type UpgradeLifetime = frame_support::traits::ConstU64<LIFETIME>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = TestCommittee;
}

/// The account of the bootstrap key.
pub const KEY: AccountId = 7;

/// Builds a chain whose bootstrap key is [`KEY`].
pub struct ExtBuilder;

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		RuntimeGenesisConfig { bootstrap: crate::GenesisConfig { key: Some(KEY) }, ..Default::default() }
	}

	fn check() {
		Bootstrap::do_try_state().unwrap();
	}
}

/// The first committee takes its seats.
pub fn seat_committee() {
	HasSat::set(true);
	<Bootstrap as FirstCommittee>::first_seated();
}

/// The pallet's last event.
pub fn last_event() -> Event<Test> {
	System::read_events_for_pallet().pop().expect("an event")
}
