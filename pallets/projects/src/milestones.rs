// SPDX-License-Identifier: Apache-2.0

//! Reading and changing milestones and projects. Every state transition passes through here.

use crate::{
	types::{MilestoneTerms, Periods, ProjectState, ProjectStep, ProjectTerms, Step, StepError},
	BlockOf, Config, Error, Event, MilestoneOf, Milestones, OpenProjects, Pallet, ProjectOf, Projects, Terms,
	UnfinishedProjects,
};
use frame_support::{defensive, ensure, traits::Get};
use linli_primitives::{traits::Clock, Buildings, Fen, MilestoneId, Moment, ProjectId, ProposalId};
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
			StepError::SubmissionOver => Self::SubmissionOver,
			StepError::RulingPeriodRunning => Self::RulingPeriodRunning,
			StepError::ConclusionPeriodRunning => Self::ConclusionPeriodRunning,
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

	/// How long others have to decide.
	pub(crate) fn periods() -> Periods {
		Periods { ruling: T::RulingPeriod::get(), conclusion: T::ConclusionPeriod::get() }
	}

	/// Ensures that the terms are those that the signer saw (D55).
	pub(crate) fn ensure_version(project: &ProjectOf<T>, version: u32) -> DispatchResult {
		ensure!(project.version == version, Error::<T>::TermsChanged);
		Ok(())
	}

	/// Ensures that a decision is one of the electorate that opened the project. Returns its proposal.
	pub(crate) fn ensure_decided(
		terms: &ProjectTerms<T::AccountId>,
		project: &ProjectOf<T>,
		(proposal, electorate): &(ProposalId, Option<Buildings>),
	) -> Result<ProposalId, DispatchError> {
		ensure!(electorate.as_ref() == project.electorate(terms), Error::<T>::InvalidElectorate);
		Ok(*proposal)
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
		Self::leave_room(project.electorate(terms));
		if let Some(until) = warranty_until.map(T::Clock::moment_of) {
			Self::deposit_event(Event::WarrantyBegan { project: id, until, retained: project.retained });
		}
		Ok(())
	}

	/// Gives back a place among the unfinished projects of an electorate.
	fn leave_room(electorate: Option<&Buildings>) {
		UnfinishedProjects::<T>::mutate_exists(electorate.cloned(), |count| match *count {
			Some(many @ 2..) => *count = Some(many.saturating_sub(1)),
			Some(1) => *count = None,
			_ => {
				defensive!("an unfinished project took no place");
			}
		});
	}

	/// Applies a step to the project. On closing, the project leaves the list of open ones and releases its account.
	pub(crate) fn take_project_step(id: ProjectId, project: &mut ProjectOf<T>, step: ProjectStep) -> DispatchResult {
		project.state = project.state.after(step, T::Clock::lived()).ok_or(Error::<T>::NotInWarranty)?;
		if let ProjectState::Closed { .. } = project.state {
			OpenProjects::<T>::remove(id);
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
