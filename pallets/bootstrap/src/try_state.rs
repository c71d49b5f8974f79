// SPDX-License-Identifier: Apache-2.0

//! The invariants, which hold after every block.

use crate::{Announced, Authorized, Config, Key, Pallet};
use frame_support::ensure;
use linli_primitives::traits::SittingCommittee;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_only_the_key_announces()?;
		Self::try_only_before_a_committee()
	}

	/// No announcement or authorization outlives the key.
	fn try_only_the_key_announces() -> Result<(), TryRuntimeError> {
		let left = Announced::<T>::exists() || Authorized::<T>::exists();
		ensure!(Key::<T>::exists() || !left, "an upgrade is announced or authorized, but there is no key");
		Ok(())
	}

	/// No announcement or authorization outlives the seating of the first committee.
	fn try_only_before_a_committee() -> Result<(), TryRuntimeError> {
		let left = Announced::<T>::exists() || Authorized::<T>::exists();
		ensure!(!T::Committee::has_sat() || !left, "an upgrade of the key outlives the first committee's election");
		Ok(())
	}
}
