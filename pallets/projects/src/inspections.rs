// SPDX-License-Identifier: Apache-2.0

//! Submissions of the contractor and their inspection.

use crate::{
	types::{Inspection, ProjectTerms, Step, Submission},
	BlockOf, Config, Error, Event, Milestones, Pallet,
};
use frame_support::{ensure, traits::Get, BoundedVec};
use linli_primitives::{
	traits::{Clock, Electorate, People},
	ContentHash, MilestoneId, Moment, ProjectId,
};
use sp_runtime::{
	traits::{One, Saturating},
	ArithmeticError, DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::submit`].
	pub(crate) fn do_submit(
		who: T::AccountId,
		id: ProjectId,
		number: MilestoneId,
		evidence: ContentHash,
		version: u32,
	) -> DispatchResult {
		let (terms, project) = Self::load(id)?;
		ensure!(who == terms.contractor, Error::<T>::NotContractor);
		let (_, mut milestone) = Self::milestone(id, &terms, number)?;
		ensure!(!project.state.is_ending(), Error::<T>::ProjectCancelled);
		Self::ensure_version(&project, version)?;
		let at = T::Clock::now();
		let until = milestone.deadline.saturating_add(T::ConclusionPeriod::get());
		Self::take(&mut milestone, Step::Submit { at, until })?;
		milestone.submission = Some(Submission { at, evidence, inspections: BoundedVec::new() });
		Milestones::<T>::insert(id, number, milestone);
		Self::deposit_event(Event::Submitted { project: id, milestone: number, evidence });
		Ok(())
	}

	/// Implements [`Pallet::inspect`].
	pub(crate) fn do_inspect(
		who: T::AccountId,
		id: ProjectId,
		number: MilestoneId,
		accept: bool,
		report: ContentHash,
	) -> DispatchResult {
		let terms = Self::terms(id)?;
		ensure!(terms.inspectors.contains(&who), Error::<T>::NotInspector);
		// They were independent when they were named, and may have moved together since.
		ensure!(!T::People::related(&who, &terms.contractor), Error::<T>::IsRelatedToContractor);
		let (_, mut milestone) = Self::milestone(id, &terms, number)?;
		Self::take(&mut milestone, Step::Inspect)?;
		let submission = milestone.submission.as_mut().ok_or(Error::<T>::NotSubmitted)?;
		let has_reported =
			submission.inspections.iter().any(|inspection| T::People::same_person(&inspection.inspector, &who));
		ensure!(!has_reported, Error::<T>::AlreadyInspected);
		let inspection = Inspection { inspector: who.clone(), accept, report };
		submission.inspections.try_push(inspection).map_err(|_| Error::<T>::AlreadyInspected)?;
		Self::deposit_event(Event::Inspected { project: id, milestone: number, inspector: who, accept, report });

		let needed = usize::from(terms.inspections_needed);
		let can_still_accept = terms.inspectors.len().saturating_sub(submission.count(false));
		let at = T::Clock::now();
		if submission.count(true) >= needed {
			let (step, until, heads) = Self::acceptance(&terms, at)?;
			Self::take(&mut milestone, step)?;
			let until = T::Clock::moment_of(until);
			Self::deposit_event(Event::Accepted { project: id, milestone: number, until, heads });
		} else if can_still_accept < needed {
			Self::take(&mut milestone, Step::Reject { at })?;
			Self::deposit_event(Event::Rejected { project: id, milestone: number });
		}
		Milestones::<T>::insert(id, number, milestone);
		Ok(())
	}

	/// Returns the acceptance step, the end of the objection window in lived time, and the number of owners who can
	/// object.
	fn acceptance(
		terms: &ProjectTerms<T::AccountId>,
		at: Moment,
	) -> Result<(Step<BlockOf<T>>, Moment, u32), DispatchError> {
		let until = T::Clock::lived().checked_add(terms.objection_window).ok_or(ArithmeticError::Overflow)?;
		let record_block = Self::record_block();
		let related = terms.related.as_ref().map(|list| list.as_slice());
		// The related owners could be counted when the project was opened. If they now own units in too many sets of
		// buildings, all owners count instead, so that the payment is not blocked forever.
		let power = T::Electorate::totals_at(record_block, related)
			.or_else(|| T::Electorate::totals_at(record_block, None))
			.ok_or(Error::<T>::TooManyBuildingSets)?;
		Ok((Step::Accept { at, until, record_block, heads: power.heads }, until, power.heads))
	}

	/// The block at whose end owners are counted: the last complete one.
	pub(crate) fn record_block() -> BlockOf<T> {
		frame_system::Pallet::<T>::block_number().saturating_sub(One::one())
	}
}
