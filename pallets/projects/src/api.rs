// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients show projects.

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
		/// One project: terms, milestones, what is held, retained, paid and returned, and what may be done next.
		fn project(project: ProjectId) -> Option<ProjectView<AccountId, BlockNumber>>;

		/// Up to `count` projects from id `from` on, at most 100 a page. The next page begins after the last id of this
		/// one.
		fn projects(from: ProjectId, count: u32) -> Vec<ProjectView<AccountId, BlockNumber>>;

		/// The account on which the project's money is held.
		fn escrow_account(project: ProjectId) -> AccountId;

		/// What may be done next to a milestone, by whom and when. Empty once it is settled.
		fn next_steps(project: ProjectId, milestone: MilestoneId) -> Vec<NextStep<AccountId>>;

		/// All projects together.
		fn totals() -> ProjectTotals;
	}
}
