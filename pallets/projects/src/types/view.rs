// SPDX-License-Identifier: Apache-2.0

//! Projects as clients see them.

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

/// A milestone.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MilestoneView<AccountId, BlockNumber> {
	/// Its number within the project.
	pub id: MilestoneId,
	/// What was agreed.
	pub terms: MilestoneTerms,
	/// How it stands.
	pub milestone: Milestone<AccountId, BlockNumber>,
	/// What may be done to it next.
	pub next: Vec<NextStep<AccountId>>,
}

/// A project.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ProjectView<AccountId, BlockNumber> {
	/// Its id.
	pub id: ProjectId,
	/// What was agreed.
	pub terms: ProjectTerms<AccountId>,
	/// How it stands.
	pub project: Project<AccountId>,
	/// Its milestones, in order.
	pub milestones: Vec<MilestoneView<AccountId, BlockNumber>>,
	/// What may be done next to the project as a whole.
	pub next: Vec<NextStep<AccountId>>,
	/// The account on which its money is held.
	pub escrow: AccountId,
	/// What pots gave, in fen: the cap.
	pub funded: Fen,
	/// What is held now, in fen, retention included.
	pub held: Fen,
	/// What the contractor was paid, in fen.
	pub paid: Fen,
	/// What of the held money is retention, in fen.
	pub retained: Fen,
	/// What went back to pots, in fen.
	pub returned: Fen,
}

/// All projects together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ProjectTotals {
	/// How many there ever were.
	pub projects: u32,
	/// How many of them are not closed.
	pub open: u32,
	/// What pots gave, in fen.
	pub funded: Fen,
	/// What is held now, in fen, retention included.
	pub held: Fen,
	/// What of that is retention, in fen.
	pub retained: Fen,
	/// What contractors were paid, in fen.
	pub paid: Fen,
	/// What went back to pots, in fen.
	pub returned: Fen,
}
