// SPDX-License-Identifier: Apache-2.0

//! Payment of the contractor for a milestone, less the retention. A single function pays, and it settles the milestone.

use crate::{
	types::{MilestoneTerms, ProjectTerms, Step},
	Config, Event, MilestoneOf, Milestones, Pallet, ProjectOf, Projects,
};
use linli_primitives::{traits::Clock, MilestoneId, PaymentFailure, ProjectId};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::pay`].
	pub(crate) fn do_pay(id: ProjectId, number: MilestoneId) -> DispatchResult {
		let (terms, mut project) = Self::load(id)?;
		let (agreed, milestone) = Self::milestone(id, &terms, number)?;
		let milestone = Self::settle(id, &terms, &mut project, (number, &agreed), milestone)?;
		Milestones::<T>::insert(id, number, milestone);
		Projects::<T>::insert(id, project);
		Ok(())
	}

	/// Pays a payable milestone. If the transfer fails, the milestone stays payable and records the error.
	pub(crate) fn settle(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		(number, agreed): (MilestoneId, &MilestoneTerms),
		mut milestone: MilestoneOf<T>,
	) -> Result<MilestoneOf<T>, DispatchError> {
		let at = T::Clock::now();
		let mut paid_milestone = milestone.clone();
		// Checks that the milestone is payable before any money moves.
		Self::take(&mut paid_milestone, Step::Pay { at })?;
		let (paid, retained) = Self::divide(terms, milestone.contractor_share(agreed.amount))?;
		if let Err(error) = Self::pay_out(id, terms, project, paid) {
			Self::take(&mut milestone, Step::Fail(PaymentFailure { error, at }))?;
			Self::deposit_event(Event::PaymentFailed { project: id, milestone: Some(number), amount: paid, error });
			return Ok(milestone);
		}
		Self::retain(project, retained)?;
		paid_milestone.sums.paid = paid;
		paid_milestone.sums.retained = retained;
		Self::deposit_event(Event::Paid { project: id, milestone: number, amount: paid, retained });
		Self::settled(id, terms, project, 1, at)?;
		Ok(paid_milestone)
	}
}
