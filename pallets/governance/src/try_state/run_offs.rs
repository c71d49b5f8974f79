// SPDX-License-Identifier: Apache-2.0

//! The invariant of run-offs.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Run-offs follow from rejected choices among options, and are between the two that led.
	pub(crate) fn try_run_offs() -> Result<(), TryRuntimeError> {
		ensure!(
			FirstVotes::<T>::iter_keys().count() == RunOffs::<T>::iter_keys().count(),
			"governance: the number of run-offs differs"
		);
		for (id, run_off) in RunOffs::<T>::iter() {
			ensure!(FirstVotes::<T>::get(run_off) == Some(id), "governance: a run-off has another first vote");
			let (first, second) = (Self::proposal(id)?, Self::proposal(run_off)?);
			let (Question::Options { options, matter }, Question::Options { options: two, matter: same_matter }) =
				(&first.question, &second.question)
			else {
				return Err("governance: a run-off has no options".into());
			};
			let places = Certificates::<T>::get(id).map(|certificate| certificate.reserve).unwrap_or_default();
			let led: Vec<_> = places.iter().map(|place| options.get(usize::from(*place))).collect();
			ensure!(
				led.len() == 2 && led.into_iter().eq(two.iter().map(Some)),
				"governance: a run-off is not between the options that led"
			);
			let same = (first.proposer, first.class, first.rule_book, &first.electorate, first.agenda)
				== (second.proposer, second.class, second.rule_book, &second.electorate, second.agenda);
			ensure!(same && matter == same_matter && id < run_off, "governance: a run-off is on another question");
		}
		Ok(())
	}
}
