// SPDX-License-Identifier: Apache-2.0

//! Test externalities.

use crate::{clock::Standstills, Now, START};
use frame_support::traits::BuildGenesisConfig;
use frame_system::Pallet as System;
use sp_io::TestExternalities;
use sp_runtime::traits::One;

/// Builds the externalities of a test, and checks them after the test.
pub trait BuildExt: Sized {
	/// The mock runtime.
	type Runtime: frame_system::Config;
	/// The genesis configuration.
	type Genesis: BuildGenesisConfig;

	/// Returns the genesis configuration. Runs within the externalities being built, so that stand-ins can be set up.
	/// The clock is at zero.
	fn genesis(self) -> Self::Genesis;

	/// Runs in the first block before the test. Its events are dropped.
	fn set_up() {}

	/// Panics if an invariant is violated.
	fn check();

	/// Builds the externalities, in the first block at [`START`].
	fn build(self) -> TestExternalities {
		let mut externalities = TestExternalities::default();
		externalities.execute_with(|| {
			Now::set(0);
			Standstills::set(Vec::new());
			crate::register::clear();
			self.genesis().build();
			System::<Self::Runtime>::set_block_number(One::one());
			Now::set(START);
			Self::set_up();
			System::<Self::Runtime>::reset_events();
		});
		externalities
	}

	/// Runs a test, then checks every invariant.
	fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Self::check();
		});
	}
}

/// Takes the events of a pallet since the last call. Those of other pallets are dropped.
pub fn take_events<Runtime: frame_system::Config, Event>() -> Vec<Event>
where
	Runtime::RuntimeEvent: TryInto<Event>,
{
	let events = System::<Runtime>::read_events_for_pallet();
	System::<Runtime>::reset_events();
	events
}
