// SPDX-License-Identifier: Apache-2.0

//! Invariants of ballots cast after recent changes of owners' accounts and areas.

use crate::pallet::*;
use frame_support::ensure;
use linli_primitives::traits::Electorate;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// A ballot counts as cast after a recent change only if there was one, and always if that was before the record
	/// date.
	pub(crate) fn try_recent() -> Result<(), TryRuntimeError> {
		for (id, poll) in Polls::<T>::iter() {
			ensure!(poll.recent_since <= poll.record_block, "governance: recent changes begin after the record date");
			for (owner, ballot) in Ballots::<T>::iter_prefix(id) {
				let changed = T::Electorate::changed_since(owner, poll.recent_since);
				ensure!(
					changed || !ballot.recent,
					"governance: a ballot counts as cast after a change that nobody made"
				);
				let only_before = changed && !T::Electorate::changed_since(owner, poll.record_block);
				ensure!(!only_before || ballot.recent, "governance: a ballot does not count as cast after a change");
			}
		}
		Ok(())
	}
}
