// SPDX-License-Identifier: Apache-2.0

//! Opening a project by a decision: the terms are checked once, and the money is held from then on.

use crate::{
	types::{Milestone, Project, ProjectState, ProjectTerms, TermsError},
	Config, Error, Event, Milestones, NextProject, OpenProjects, Pallet, Projects, Terms, UnfinishedProjects,
};
use alloc::vec;
use frame_support::{
	ensure,
	traits::{Contains, Get},
	BoundedVec,
};
use linli_primitives::{
	traits::{Clock, Electorate, FundLedger, People, RepairShares},
	Buildings, MilestoneId, ProposalId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Implements [`Pallet::open`]. Returns the number of units that the repair pot's part falls on.
	pub(crate) fn do_open(
		proposal: ProposalId,
		electorate: Option<Buildings>,
		terms: ProjectTerms<T::AccountId>,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		terms.check(T::Clock::now()).map_err(Error::<T>::InvalidTerms)?;
		Self::ensure_people(&terms)?;
		Self::ensure_sources(&terms, electorate.as_ref())?;
		Self::open_checked(proposal, terms, max_units)
	}

	/// Opens a project whose terms and electorate have been checked.
	pub(crate) fn open_checked(
		proposal: ProposalId,
		terms: ProjectTerms<T::AccountId>,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let amount = terms.cost().ok_or(Error::<T>::InvalidTerms(TermsError::AmountTooLarge))?;

		let id = NextProject::<T>::get();
		NextProject::<T>::put(id.checked_add(1).ok_or(Error::<T>::TooManyUnfinished)?);
		OpenProjects::<T>::insert(id, ());
		let count = MilestoneId::try_from(terms.milestones.len()).map_err(|_| Error::<T>::AmountTooLarge)?;
		let mut project = Project {
			proposal,
			opened: T::Clock::now(),
			version: 0,
			state: ProjectState::Active,
			unsettled: count,
			bearers: None,
			returned: BoundedVec::truncate_from(vec![0; terms.sources.len()]),
			paid: 0,
			retained: 0,
			claim: None,
			entry_count: 0,
		};
		Self::deposit_event(Event::Opened {
			project: id,
			proposal,
			contractor: terms.contractor.clone(),
			scope: terms.scope,
			amount,
		});
		let units = Self::fund(id, &terms, &mut project, max_units)?;
		// The electorate is known once the money is: see `Project::electorate`.
		Self::take_room(project.electorate(&terms))?;
		for (milestone, agreed) in (0..count).zip(&terms.milestones) {
			Milestones::<T>::insert(id, milestone, Milestone::new(T::Clock::lived_at(agreed.deadline)));
		}
		Projects::<T>::insert(id, project);
		Terms::<T>::insert(id, terms);
		Ok(units)
	}

	/// Takes a place among the unfinished projects of an electorate. Each electorate has places of its own, so that
	/// none can take another's (D53).
	fn take_room(electorate: Option<&Buildings>) -> DispatchResult {
		UnfinishedProjects::<T>::try_mutate(electorate.cloned(), |count| {
			ensure!(*count < T::MaxUnfinished::get(), Error::<T>::TooManyUnfinished);
			*count = count.saturating_add(1);
			Ok(())
		})
	}

	/// Ensures that the contractor's account is not the community's, that the inspectors are different
	/// people (D47), none of them related to the contractor, and that at least one owner can object.
	pub(crate) fn ensure_people(terms: &ProjectTerms<T::AccountId>) -> DispatchResult {
		Self::ensure_independent(terms)?;
		let related = terms.related.as_ref().map(|list| list.as_slice());
		let power = T::Electorate::totals_at(Self::record_block(), related).ok_or(Error::<T>::TooManyBuildingSets)?;
		ensure!(power.heads > 0, Error::<T>::RelatedOwnerNotFound);
		Ok(())
	}

	/// Ensures that the contractor's account is not the community's, and that the inspectors are
	/// different people, none of them related to the contractor.
	pub(crate) fn ensure_independent(terms: &ProjectTerms<T::AccountId>) -> DispatchResult {
		let contractor = &terms.contractor;
		ensure!(!T::CommunityAccounts::contains(contractor), Error::<T>::InvalidContractor);
		for (place, inspector) in terms.inspectors.iter().enumerate() {
			let is_related = T::People::related(inspector, contractor);
			ensure!(!is_related, Error::<T>::InvalidTerms(TermsError::ContractorInspects));
			let is_twice = terms.inspectors.iter().take(place).any(|other| T::People::same_person(other, inspector));
			ensure!(!is_twice, Error::<T>::InvalidTerms(TermsError::DuplicateInspector));
		}
		Ok(())
	}

	/// Ensures that the pots exist and that the electorate is entitled to decide on them: the related owners for the
	/// repair pot, all owners for any other.
	pub(crate) fn ensure_sources(terms: &ProjectTerms<T::AccountId>, electorate: Option<&Buildings>) -> DispatchResult {
		for source in &terms.sources {
			ensure!(T::Ledger::exists(source.pot), Error::<T>::PotNotFound);
			let owners = if source.pot == T::Repair::pot() { terms.related.as_ref() } else { None };
			ensure!(electorate == owners, Error::<T>::InvalidElectorate);
		}
		Ok(())
	}
}
