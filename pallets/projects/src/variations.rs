// SPDX-License-Identifier: Apache-2.0

//! Variations of a project's terms, by the electorate that opened it. Money never enters or leaves by one.

use crate::{
	types::{MilestoneState, MilestoneTerms, ProjectTerms, TermsError, Variation, VariationRecord, MAX_AHEAD},
	Config, Error, Event, MilestoneOf, Milestones, Pallet, ProjectOf, Projects, Terms, Variations,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, People},
	Buildings, ContentHash, Fen, MilestoneId, Moment, ProjectId, ProposalId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::vary`]. `decision` is the proposal and its electorate.
	pub(crate) fn do_vary(
		decision: &(ProposalId, Option<Buildings>),
		id: ProjectId,
		variation: Variation<T::AccountId>,
		version: u32,
		document: ContentHash,
	) -> DispatchResult {
		let (mut terms, mut project) = Self::load(id)?;
		let proposal = Self::ensure_decided(&terms, &project, decision)?;
		ensure!(project.state.is_open(), Error::<T>::ProjectClosed);
		Self::ensure_version(&project, version)?;
		match &variation {
			Variation::Deadline { milestone, deadline } => {
				Self::vary_deadline(id, &project, &mut terms, *milestone, *deadline)?;
			}
			Variation::Inspector { from, to } => Self::vary_inspector(id, &mut terms, from, to)?,
			Variation::Contractor { to } => Self::vary_contractor(id, &mut terms, to)?,
			Variation::Amount { from, to, amount } => {
				Self::vary_amounts(id, &project, &mut terms, (*from, *to), *amount)?;
			}
		}
		project.version = version.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let at = T::Clock::now();
		let record = VariationRecord { variation: variation.clone(), proposal, document, at };
		Variations::<T>::insert(id, project.version, record);
		Self::deposit_event(Event::Varied { project: id, version: project.version, proposal, variation, document });
		Projects::<T>::insert(id, project);
		Terms::<T>::insert(id, terms);
		Ok(())
	}

	/// A milestone whose terms can vary: it can still be submitted.
	fn variable(
		id: ProjectId,
		project: &ProjectOf<T>,
		terms: &ProjectTerms<T::AccountId>,
		number: MilestoneId,
	) -> Result<(MilestoneTerms, MilestoneOf<T>), DispatchError> {
		let (agreed, milestone) = Self::milestone(id, terms, number)?;
		ensure!(!milestone.state.is_final(), Error::<T>::MilestoneSettled);
		ensure!(milestone.state.is_submittable(), Error::<T>::MilestoneInProgress);
		ensure!(!project.state.is_ending(), Error::<T>::ProjectCancelled);
		Ok((agreed, milestone))
	}

	/// Gives the contractor more time. Less would be taken from the contractor without being asked.
	fn vary_deadline(
		id: ProjectId,
		project: &ProjectOf<T>,
		terms: &mut ProjectTerms<T::AccountId>,
		number: MilestoneId,
		deadline: Moment,
	) -> DispatchResult {
		let (_, mut milestone) = Self::variable(id, project, terms, number)?;
		let now = T::Clock::now();
		let is_near = deadline > now && deadline <= now.saturating_add(MAX_AHEAD);
		ensure!(is_near, Error::<T>::InvalidTerms(TermsError::InvalidDeadline));
		let lived = T::Clock::lived_at(deadline);
		ensure!(lived > milestone.deadline, Error::<T>::InvalidTerms(TermsError::DeadlineNotLater));
		milestone.deadline = lived;
		Milestones::<T>::insert(id, number, milestone);
		if let Some(agreed) = terms.milestones.get_mut(usize::from(number)) {
			agreed.deadline = deadline;
		}
		Ok(())
	}

	/// Replaces an inspector. Reports of the former on undecided submissions no longer count.
	fn vary_inspector(
		id: ProjectId,
		terms: &mut ProjectTerms<T::AccountId>,
		from: &T::AccountId,
		to: &T::AccountId,
	) -> DispatchResult {
		let place = terms.inspectors.iter().position(|inspector| inspector == from);
		let place = place.ok_or(Error::<T>::InspectorNotFound)?;
		// Only the one who joins is looked at: several who became unfit are replaced one by one.
		let is_related = T::People::related(to, &terms.contractor);
		ensure!(!is_related, Error::<T>::InvalidTerms(TermsError::ContractorInspects));
		let others = terms.inspectors.iter().enumerate().filter(|(other, _)| *other != place);
		let is_twice = others.into_iter().any(|(_, other)| T::People::same_person(other, to));
		ensure!(!is_twice, Error::<T>::InvalidTerms(TermsError::DuplicateInspector));
		if let Some(inspector) = terms.inspectors.get_mut(place) {
			*inspector = to.clone();
		}
		for (number, _) in (0..=MilestoneId::MAX).zip(&terms.milestones) {
			let (_, mut milestone) = Self::milestone(id, terms, number)?;
			let MilestoneState::Submitted { .. } = milestone.state else { continue };
			if let Some(submission) = milestone.submission.as_mut() {
				submission.inspections.retain(|inspection| inspection.inspector != *from);
			}
			Milestones::<T>::insert(id, number, milestone);
		}
		Ok(())
	}

	/// Names another contractor. Work that was submitted is settled with the one who did it, unless that one cannot be
	/// paid.
	fn vary_contractor(id: ProjectId, terms: &mut ProjectTerms<T::AccountId>, to: &T::AccountId) -> DispatchResult {
		for (number, _) in (0..=MilestoneId::MAX).zip(&terms.milestones) {
			let (_, milestone) = Self::milestone(id, terms, number)?;
			let is_free = !milestone.state.is_in_progress() || milestone.state.has_failed();
			ensure!(is_free, Error::<T>::MilestoneInProgress);
		}
		terms.contractor = to.clone();
		Self::ensure_independent(terms)
	}

	/// Moves `amount` fen from one milestone to another.
	fn vary_amounts(
		id: ProjectId,
		project: &ProjectOf<T>,
		terms: &mut ProjectTerms<T::AccountId>,
		(from, to): (MilestoneId, MilestoneId),
		amount: Fen,
	) -> DispatchResult {
		ensure!(from != to, Error::<T>::DuplicateMilestone);
		let (cheaper, _) = Self::variable(id, project, terms, from)?;
		let (dearer, _) = Self::variable(id, project, terms, to)?;
		ensure!(amount > 0 && amount < cheaper.amount, Error::<T>::InvalidTerms(TermsError::ZeroAmount));
		let less = cheaper.amount.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		let more = dearer.amount.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		for (number, amount) in [(from, less), (to, more)] {
			if let Some(agreed) = terms.milestones.get_mut(usize::from(number)) {
				agreed.amount = amount;
			}
		}
		Ok(())
	}
}
