// SPDX-License-Identifier: Apache-2.0

//! Projects as the runtime API returns them.

use super::{
	milestone::Milestone,
	project::Project,
	steps::NextStep,
	terms::{MilestoneTerms, ProjectTerms},
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use linli_primitives::{Fen, MilestoneId, ProjectId};
use scale_info::TypeInfo;

/// A milestone, its terms and its next possible steps.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MilestoneView<AccountId, BlockNumber> {
	/// Its number within the project.
	pub id: MilestoneId,
	/// Its terms.
	pub terms: MilestoneTerms,
	/// Its state.
	pub milestone: Milestone<AccountId, BlockNumber>,
	/// Its next possible steps.
	pub next: Vec<NextStep<AccountId>>,
}

/// A project with its milestones and amounts.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ProjectView<AccountId, BlockNumber> {
	/// Its id.
	pub id: ProjectId,
	/// Its terms.
	pub terms: ProjectTerms<AccountId>,
	/// Its state.
	pub project: Project<AccountId>,
	/// Its milestones, in order.
	pub milestones: Vec<MilestoneView<AccountId, BlockNumber>>,
	/// The next possible steps of the project as a whole.
	pub next: Vec<NextStep<AccountId>>,
	/// The account that holds its money.
	pub escrow: AccountId,
	/// Total given by the sources, in fen: the cap.
	pub funded: Fen,
	/// Amount held at present in fen, including the retention.
	pub held: Fen,
	/// Total paid to the contractor, in fen.
	pub paid: Fen,
	/// The part of the held amount that is retention, in fen.
	pub retained: Fen,
	/// Total returned to the sources, in fen.
	pub returned: Fen,
}

/// Totals over all projects.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ProjectTotals {
	/// Number of projects, closed ones included.
	pub projects: u32,
	/// Number of open projects.
	pub open: u32,
	/// Total given by the sources, in fen.
	pub funded: Fen,
	/// Amount held at present in fen, including the retention.
	pub held: Fen,
	/// The part of the held amount that is retention, in fen.
	pub retained: Fen,
	/// Total paid to contractors, in fen.
	pub paid: Fen,
	/// Total returned to the sources, in fen.
	pub returned: Fen,
}
