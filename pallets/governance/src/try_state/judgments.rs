// SPDX-License-Identifier: Apache-2.0

//! Judgments and the motions to which they give effect.

use crate::{judgments::is_wanted_by_most, pallet::*, types::*};
use frame_support::ensure;
use linli_primitives::traits::Clock;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Judgments are on motions that were rejected and for which most voted, and give effect to those that wait for
	/// their enactment or did so.
	pub(crate) fn try_judgments() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		for (id, judgment) in Judgments::<T>::iter() {
			let proposal = Self::proposal(id)?;
			let is_motion = matches!(proposal.question, Question::Motion { .. });
			ensure!(is_motion, "governance: there is a judgment on an election");
			let is_rejected = matches!(proposal.state, State::Rejected { .. });
			ensure!(
				is_rejected == judgment.given.is_none(),
				"governance: a judgment's effect contradicts the state of its motion"
			);
			let certificate =
				Certificates::<T>::get(id).ok_or("governance: there is a judgment without a certificate")?;
			ensure!(!certificate.verdict.is_passed(), "governance: there is a judgment on a motion that passed");
			ensure!(
				is_wanted_by_most(&Self::class_of(&proposal)?, &certificate.count),
				"governance: there is a judgment on a motion for which too few voted"
			);
			ensure!(judgment.moment <= now, "governance: a judgment was entered in the future");
		}
		Ok(())
	}
}
