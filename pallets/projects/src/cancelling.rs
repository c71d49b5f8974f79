// SPDX-License-Identifier: Apache-2.0

//! Cancelling: what is not in progress is returned at once; what is in progress takes its course, and nothing more can
//! be submitted.

use crate::{
	escrow::add,
	types::{CancelledBy, ProjectStep, Step},
	Config, Error, Event, Milestones, Pallet, Projects,
};
use frame_support::ensure;
use linli_primitives::{traits::Clock, Buildings, Fen, MilestoneId, ProjectId, ProposalId};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::cancel`]. `decision` is the proposal and its electorate; `None` stands for the committee.
	/// Returns the number of units credited with returned money.
	pub(crate) fn do_cancel(
		id: ProjectId,
		decision: Option<(ProposalId, Option<Buildings>)>,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let (terms, mut project) = Self::load(id)?;
		let by = match &decision {
			Some(decision) => CancelledBy::Decision { proposal: Self::ensure_decided(&terms, &project, decision)? },
			None => CancelledBy::Committee,
		};
		ensure!(project.state.is_unfinished(), Error::<T>::NotActive);

		let at = T::Clock::now();
		let (mut amount, mut count, mut is_overdue): (Fen, u8, bool) = (0, 0, false);
		for (number, agreed) in (0..=MilestoneId::MAX).zip(&terms.milestones) {
			let (_, mut milestone) = Self::milestone(id, &terms, number)?;
			let deadline = milestone.deadline;
			// A milestone in progress does not keep the others, however small it is.
			if !milestone.state.is_cancellable(deadline) {
				continue;
			}
			Self::take(&mut milestone, Step::Cancel { at, deadline })?;
			milestone.sums.returned = agreed.amount;
			Milestones::<T>::insert(id, number, milestone);
			add(&mut amount, agreed.amount)?;
			count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			is_overdue |= deadline < T::Clock::lived();
		}
		if project.state.is_ending() {
			// That it ends is decided: only what was rejected since is left to cancel.
			ensure!(count > 0, Error::<T>::MilestoneInProgress);
		} else {
			ensure!(by != CancelledBy::Committee || is_overdue, Error::<T>::NotOverdue);
		}
		let in_progress = project.unsettled.checked_sub(count).ok_or(ArithmeticError::Underflow)?;
		Self::deposit_event(Event::Cancelled { project: id, by, milestones: count, returned: amount, in_progress });
		let units = match amount {
			0 => 0,
			_ => Self::send_back(id, &terms, &mut project, amount, max_units)?,
		};
		if in_progress > 0 && !project.state.is_ending() {
			Self::take_project_step(id, &mut project, ProjectStep::End { at })?;
		}
		Self::settled(id, &terms, &mut project, count, at)?;
		Projects::<T>::insert(id, project);
		Ok(units)
	}
}
