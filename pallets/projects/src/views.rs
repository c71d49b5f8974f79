// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::ProjectsApi`].

use crate::{
	types::{MilestoneView, NextStep, ProjectTotals, ProjectView},
	BlockOf, Config, Milestones, NextProject, OpenProjects, Pallet, Projects, Terms, Totals,
};
use alloc::vec::Vec;
use linli_primitives::{traits::Clock, MilestoneId, ProjectId};

/// Maximum number of projects per page.
pub const MAX_PAGE: u32 = 100;

/// The steps with their times by the clock.
fn by_clock<T: Config>(steps: Vec<NextStep<T::AccountId>>) -> Vec<NextStep<T::AccountId>> {
	steps.into_iter().map(|step| step.by_clock(T::Clock::moment_of)).collect()
}

impl<T: Config> Pallet<T> {
	/// See [`crate::api::ProjectsApi::project`].
	pub fn project(id: ProjectId) -> Option<ProjectView<T::AccountId, BlockOf<T>>> {
		let (terms, project) = (Terms::<T>::get(id)?, Projects::<T>::get(id)?);
		let milestones: Vec<_> = (0..=MilestoneId::MAX)
			.zip(&terms.milestones)
			.filter_map(|(number, agreed)| Some((number, *agreed, Milestones::<T>::get(id, number)?)))
			.collect();
		let plain: Vec<_> = milestones.iter().map(|(_, _, milestone)| milestone.clone()).collect();
		let periods = Self::periods();
		let next = by_clock::<T>(project.next_steps(&terms, &plain, periods));
		let milestones = milestones
			.into_iter()
			.map(|(id, agreed, milestone)| MilestoneView {
				id,
				terms: agreed,
				next: by_clock::<T>(milestone.next_steps(&terms, &project.state, periods)),
				milestone,
			})
			.collect();
		Some(ProjectView {
			id,
			milestones,
			next,
			escrow: Self::escrow_account(id),
			funded: terms.funded().unwrap_or_default(),
			held: Self::held_for(id),
			paid: project.paid,
			retained: project.retained,
			returned: project.returned_sum().unwrap_or_default(),
			project,
			terms,
		})
	}

	/// See [`crate::api::ProjectsApi::projects`].
	pub fn projects(from: ProjectId, count: u32) -> Vec<ProjectView<T::AccountId, BlockOf<T>>> {
		let end = from.saturating_add(count.min(MAX_PAGE));
		(from..end).map_while(Self::project).collect()
	}

	/// See [`crate::api::ProjectsApi::next_steps`].
	pub fn next_steps(id: ProjectId, milestone: MilestoneId) -> Vec<NextStep<T::AccountId>> {
		match (Terms::<T>::get(id), Projects::<T>::get(id), Milestones::<T>::get(id, milestone)) {
			(Some(terms), Some(project), Some(milestone)) => {
				by_clock::<T>(milestone.next_steps(&terms, &project.state, Self::periods()))
			}
			_ => Vec::new(),
		}
	}

	/// See [`crate::api::ProjectsApi::totals`].
	pub fn totals() -> ProjectTotals {
		let totals = Totals::<T>::get();
		ProjectTotals {
			projects: NextProject::<T>::get(),
			open: OpenProjects::<T>::count(),
			funded: totals.funded,
			held: totals.funded.saturating_sub(totals.paid).saturating_sub(totals.returned),
			retained: totals.retained,
			paid: totals.paid,
			returned: totals.returned,
		}
	}
}
