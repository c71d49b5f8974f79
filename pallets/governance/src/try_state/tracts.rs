// SPDX-License-Identifier: Apache-2.0

//! The invariant of votes within tracts.

use crate::{pallet::*, tally::Tally, types::*};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// A vote has the tracts of its rule book in which owners have power, if its class asks for them, with the totals
	/// of the record date; and the tally within each is the sum of the ballots, with the power of their owners there.
	pub(crate) fn try_tracts() -> Result<(), TryRuntimeError> {
		for (id, poll) in Polls::<T>::iter() {
			let proposal = Self::proposal(id)?;
			let book = Self::book_of(proposal.rule_book)?;
			let class = Self::class_of(&proposal)?;
			let tracts = TractPolls::<T>::get(id);
			let buildings = tracts.iter().map(|tract| tract.buildings.len()).fold(0usize, usize::saturating_add);
			ensure!(
				u32::try_from(buildings) == Ok(poll.tract_buildings),
				"governance: the buildings of a vote's tracts are miscounted"
			);
			ensure!(
				class.in_each_tract || tracts.is_empty(),
				"governance: a vote has tracts that its class does not ask for"
			);
			let expected =
				class.in_each_tract.then(|| Self::counted_tracts(&book, &class, poll.record_block)).flatten();
			if let Some(expected) = expected {
				let named = |tract: &TractPoll| (tract.buildings.clone(), tract.total, tract.developer);
				ensure!(
					tracts.iter().map(named).eq(expected.iter().map(named)),
					"governance: a vote's tracts are not those of the record date"
				);
			}
			for tract in tracts {
				let mut tally = Tally::of_motion(class.quorum_only);
				for (owner, ballot) in Ballots::<T>::iter_prefix(id) {
					let power = Self::power_in_tract(owner, &poll, &tract);
					tally
						.add(&ballot.choice, power)
						.map_err(|_| "governance: a ballot cannot be counted in a tract")?;
				}
				ensure!(tally == tract.tally, "governance: the tally of a tract is not the sum of its ballots");
				let within = tally.participating().is_some_and(|votes| votes.within(&tract.total));
				ensure!(within, "governance: the tally of a tract exceeds its power");
			}
		}
		ensure!(
			TractPolls::<T>::iter_keys().all(Polls::<T>::contains_key),
			"governance: there are tracts without a vote"
		);
		Ok(())
	}
}
