// SPDX-License-Identifier: Apache-2.0

//! The invariants, which hold after every block.

use crate::{Announced, Config, Key, Pallet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_only_the_key_announces()
	}

	/// No announcement outlives the key.
	fn try_only_the_key_announces() -> Result<(), TryRuntimeError> {
		ensure!(Key::<T>::exists() || !Announced::<T>::exists(), "an upgrade is announced, but there is no key");
		Ok(())
	}
}
