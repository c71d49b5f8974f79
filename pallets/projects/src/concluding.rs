// SPDX-License-Identifier: Apache-2.0

//! The way out of every state in which nobody decides (D54): after a long time anyone can have the rule decide. What
//! the inspectors accepted or a ruling granted is paid; anything else returns to the sources.

use crate::{
	types::{Conclusion, MilestoneState, ProjectTerms, RuledBy, Ruling, Step},
	Config, Error, Event, Milestones, Pallet, ProjectOf, Projects,
};
use frame_support::{ensure, traits::Get};
use linli_primitives::{traits::Clock, MilestoneId, ProjectId};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::conclude`]. Returns the number of units credited with returned money.
	pub(crate) fn do_conclude(
		id: ProjectId,
		milestone: Option<MilestoneId>,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let (terms, mut project) = Self::load(id)?;
		let units = match milestone {
			Some(number) => Self::conclude_milestone(id, &terms, &mut project, number, max_units)?,
			None => Self::conclude_retention(id, &terms, &mut project, max_units)?,
		};
		Projects::<T>::insert(id, project);
		Ok(units)
	}

	/// Pays or returns the money of a milestone. What cannot be paid is returned, unless it was only now granted.
	fn conclude_milestone(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		number: MilestoneId,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let (agreed, mut milestone) = Self::milestone(id, terms, number)?;
		let at = T::Clock::now();
		let period = T::ConclusionPeriod::get();
		let (from, conclusion) = milestone
			.state
			.concludes(milestone.deadline, terms.objection_window, period)
			.ok_or(Error::<T>::MilestoneSettled)?;
		ensure!(T::Clock::lived() >= from, Error::<T>::ConclusionPeriodRunning);
		Self::deposit_event(Event::Concluded { project: id, milestone: Some(number) });

		if let MilestoneState::Disputed { .. } = milestone.state {
			if conclusion == Conclusion::Pay {
				Self::take(&mut milestone, Step::Uphold { at, from })?;
				let (contractor_share, document, by) = (agreed.amount, None, RuledBy::Rule);
				milestone.ruling = Some(Ruling { contractor_share, document, at, by });
				Self::deposit_event(Event::Ruled {
					project: id,
					milestone: number,
					contractor_share,
					returned: 0,
					document,
					by,
				});
				milestone = Self::settle(id, terms, project, (number, &agreed), milestone)?;
				Milestones::<T>::insert(id, number, milestone);
				return Ok(0);
			}
		} else if conclusion == Conclusion::Pay {
			milestone = Self::settle(id, terms, project, (number, &agreed), milestone)?;
			if milestone.state.is_final() {
				Milestones::<T>::insert(id, number, milestone);
				return Ok(0);
			}
		}
		Self::take(&mut milestone, Step::Conclude { at, from })?;
		let back = agreed.amount.checked_sub(milestone.sums.returned).ok_or(ArithmeticError::Underflow)?;
		milestone.sums.returned = agreed.amount;
		let units = Self::send_back(id, terms, project, back, max_units)?;
		Self::settled(id, terms, project, 1, at)?;
		Milestones::<T>::insert(id, number, milestone);
		Ok(units)
	}

	/// Returns what was claimed, or else pays the retention. If it cannot be paid, it is returned.
	fn conclude_retention(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let from = project.concludes(T::ConclusionPeriod::get()).ok_or(Error::<T>::NotInWarranty)?;
		ensure!(T::Clock::lived() >= from, Error::<T>::ConclusionPeriodRunning);
		Self::deposit_event(Event::Concluded { project: id, milestone: None });
		if let Some(claim) = project.claim.take() {
			let (to_community, by) = (claim.amount, RuledBy::Rule);
			Self::deposit_event(Event::ClaimRuled { project: id, to_community, document: None, by });
			return Self::return_retention(id, terms, project, to_community, max_units);
		}
		Self::try_release(id, terms, project)?;
		match project.retained {
			0 => Ok(0),
			left => Self::return_retention(id, terms, project, left, max_units),
		}
	}
}
