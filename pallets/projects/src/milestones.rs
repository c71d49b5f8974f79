// SPDX-License-Identifier: Apache-2.0

//! Reading and changing milestones and projects. Every state transition passes through here.

use crate::{
	types::{MilestoneTerms, ProjectState, ProjectStep, ProjectTerms, Step, StepError},
	BlockOf, Config, Error, Event, MilestoneOf, Milestones, OpenProjects, Pallet, ProjectOf, Projects, Terms,
};
use linli_primitives::{traits::Clock, Fen, MilestoneId, Moment, ProjectId};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> From<StepError> for Error<T> {
	fn from(error: StepError) -> Self {
		match error {
			StepError::NotSubmittable => Self::NotSubmittable,
			StepError::NotSubmitted => Self::NotSubmitted,
			StepError::NotAccepted => Self::NotAccepted,
			StepError::ObjectionWindowOver => Self::ObjectionWindowOver,
			StepError::NotDisputable => Self::NotDisputable,
			StepError::InspectionPeriodRunning => Self::InspectionPeriodRunning,
			StepError::NotDisputed => Self::NotDisputed,
			StepError::NotPayable => Self::NotPayable,
			StepError::ObjectionWindowRunning => Self::ObjectionWindowRunning,
			StepError::MilestoneInProgress => Self::MilestoneInProgress,
			StepError::Settled => Self::NotActive,
			StepError::Overflow => Self::AmountTooLarge,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The terms and the state of a project.
	pub(crate) fn load(id: ProjectId) -> Result<(ProjectTerms<T::AccountId>, ProjectOf<T>), DispatchError> {
		let terms = Terms::<T>::get(id).ok_or(Error::<T>::ProjectNotFound)?;
		let project = Projects::<T>::get(id).ok_or(Error::<T>::ProjectNotFound)?;
		Ok((terms, project))
	}

	/// The terms of a project.
	pub(crate) fn terms(id: ProjectId) -> Result<ProjectTerms<T::AccountId>, DispatchError> {
		Ok(Terms::<T>::get(id).ok_or(Error::<T>::ProjectNotFound)?)
	}

	/// A milestone with its terms.
	pub(crate) fn milestone(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		milestone: MilestoneId,
	) -> Result<(MilestoneTerms, MilestoneOf<T>), DispatchError> {
		let agreed = terms.milestone(milestone).ok_or(Error::<T>::MilestoneNotFound)?;
		let found = Milestones::<T>::get(id, milestone).ok_or(Error::<T>::MilestoneNotFound)?;
		Ok((*agreed, found))
	}

	/// Applies a step to a milestone.
	pub(crate) fn take(milestone: &mut MilestoneOf<T>, step: Step<BlockOf<T>>) -> DispatchResult {
		milestone.take(step, T::Clock::lived()).map_err(|error| Error::<T>::from(error).into())
	}

	/// Records that `count` more milestones are settled. After the last one the warranty begins or, without a
	/// retention, the project is closed.
	pub(crate) fn settled(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &mut ProjectOf<T>,
		count: u8,
		at: Moment,
	) -> DispatchResult {
		project.unsettled = project.unsettled.checked_sub(count).ok_or(ArithmeticError::Underflow)?;
		if project.unsettled > 0 {
			return Ok(());
		}
		let warranty_until = match project.retained {
			0 => None,
			_ => Some(T::Clock::lived().checked_add(terms.warranty).ok_or(ArithmeticError::Overflow)?),
		};
		Self::take_project_step(id, project, ProjectStep::Finish { at, warranty_until })?;
		if let Some(until) = warranty_until.map(T::Clock::moment_of) {
			Self::deposit_event(Event::WarrantyBegan { project: id, until, retained: project.retained });
		}
		Ok(())
	}

	/// Applies a step to the project. On closing, the project leaves the list of open ones and releases its account.
	pub(crate) fn take_project_step(id: ProjectId, project: &mut ProjectOf<T>, step: ProjectStep) -> DispatchResult {
		project.state = project.state.after(step, T::Clock::lived()).ok_or(Error::<T>::NotInWarranty)?;
		if let ProjectState::Closed { .. } = project.state {
			OpenProjects::<T>::mutate(|open| open.retain(|other| *other != id));
			Self::leave_account(id);
			let returned = project.returned_sum().ok_or(ArithmeticError::Overflow)?;
			Self::deposit_event(Event::Closed { project: id, paid: project.paid, returned });
		}
		Ok(())
	}

	/// Splits `share` into the amount paid at once and the amount retained.
	pub(crate) fn divide(terms: &ProjectTerms<T::AccountId>, share: Fen) -> Result<(Fen, Fen), DispatchError> {
		let retained = terms.retention.of_floor(share).ok_or(ArithmeticError::Overflow)?;
		let paid = share.checked_sub(retained).ok_or(ArithmeticError::Underflow)?;
		Ok((paid, retained))
	}
}
