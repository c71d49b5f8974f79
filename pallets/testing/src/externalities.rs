// SPDX-License-Identifier: Apache-2.0

//! The state in which a test runs.

use crate::{Now, START};
use frame_support::traits::BuildGenesisConfig;
use frame_system::Pallet as System;
use sp_io::TestExternalities;
use sp_runtime::traits::One;

/// Builds the state in which a test runs, and checks it after the test.
pub trait BuildExt: Sized {
	/// The mock runtime.
	type Runtime: frame_system::Config;
	/// Its genesis.
	type Genesis: BuildGenesisConfig;

	/// The genesis. Runs in the state in which it is built, so that what it asks of others can be put there. The clock
	/// says zero.
	fn genesis(self) -> Self::Genesis;

	/// What the first block does before the test. Its events are dropped.
	fn set_up() {}

	/// Panics where an invariant does not hold.
	fn check();

	/// The state of the first block, at [`START`].
	fn build(self) -> TestExternalities {
		let mut externalities = TestExternalities::default();
		externalities.execute_with(|| {
			Now::set(0);
			crate::register::clear();
			self.genesis().build();
			System::<Self::Runtime>::set_block_number(One::one());
			Now::set(START);
			Self::set_up();
			System::<Self::Runtime>::reset_events();
		});
		externalities
	}

	/// Runs a test, and then checks every invariant.
	fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Self::check();
		});
	}
}

/// The events of a pallet since this was last asked. Those of other pallets are dropped.
pub fn take_events<Runtime: frame_system::Config, Event>() -> Vec<Event>
where
	Runtime::RuntimeEvent: TryInto<Event>,
{
	let events = System::<Runtime>::read_events_for_pallet();
	System::<Runtime>::reset_events();
	events
}
