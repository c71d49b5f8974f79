// SPDX-License-Identifier: Apache-2.0

//! Cancelling unfinished milestones and returning their money.

use crate::{
	escrow::add,
	types::{CancelledBy, ProjectState, Step},
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
			Some((proposal, electorate)) => {
				ensure!(electorate.as_ref() == project.electorate(&terms), Error::<T>::InvalidElectorate);
				CancelledBy::Decision { proposal: *proposal }
			}
			None => CancelledBy::Committee,
		};
		ensure!(project.state == ProjectState::Active, Error::<T>::NotActive);

		let at = T::Clock::now();
		let (mut amount, mut count, mut is_overdue): (Fen, u8, bool) = (0, 0, false);
		for (number, agreed) in (0..=MilestoneId::MAX).zip(&terms.milestones) {
			let (_, mut milestone) = Self::milestone(id, &terms, number)?;
			if milestone.state.is_final() {
				continue;
			}
			let deadline = project.lived_deadline(agreed.deadline);
			Self::take(&mut milestone, Step::Cancel { at, deadline })?;
			milestone.sums.returned = agreed.amount;
			Milestones::<T>::insert(id, number, milestone);
			add(&mut amount, agreed.amount)?;
			count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			is_overdue |= deadline < T::Clock::lived();
		}
		ensure!(by != CancelledBy::Committee || is_overdue, Error::<T>::NotOverdue);
		Self::deposit_event(Event::Cancelled { project: id, by, milestones: count, returned: amount });
		let units = Self::send_back(id, &terms, &mut project, amount, max_units)?;
		Self::settled(id, &terms, &mut project, count, at)?;
		Projects::<T>::insert(id, project);
		Ok(units)
	}
}
