// SPDX-License-Identifier: Apache-2.0

//! The runtime API through which clients read projects.

use crate::types::{NextStep, ProjectTotals, ProjectView};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{MilestoneId, ProjectId};

sp_api::decl_runtime_apis! {
	/// Projects and their escrow.
	pub trait ProjectsApi<AccountId, BlockNumber>
	where
		AccountId: Codec,
		BlockNumber: Codec,
	{
		/// One project with its terms, milestones and amounts, and the next possible steps.
		fn project(project: ProjectId) -> Option<ProjectView<AccountId, BlockNumber>>;

		/// Up to `count` projects with ids from `from` on, at most 100 per page. The next page starts after the last id
		/// of this one.
		fn projects(from: ProjectId, count: u32) -> Vec<ProjectView<AccountId, BlockNumber>>;

		/// The account that holds the project's money.
		fn escrow_account(project: ProjectId) -> AccountId;

		/// The next possible steps of a milestone: the call, the actor and the time. Empty once it is settled.
		fn next_steps(project: ProjectId, milestone: MilestoneId) -> Vec<NextStep<AccountId>>;

		/// Totals over all projects.
		fn totals() -> ProjectTotals;
	}
}
