// SPDX-License-Identifier: Apache-2.0

//! The types of the pallet, independent of its `Config`.

mod milestone;
mod project;
mod returns;
mod steps;
mod terms;
mod variation;
mod view;

pub use milestone::{
	Conclusion, DisputedBy, Inspection, Milestone, MilestoneState, Objection, RuledBy, Ruling, Step, StepError,
	Submission, Sums,
};
pub use project::{CancelledBy, Claim, EscrowTotals, Project, ProjectState, ProjectStep};
pub use returns::next_return;
pub use steps::{Action, Actor, NextStep, Periods};
pub use terms::{
	MilestoneTerms, ProjectTerms, Source, TermsError, MAX_AHEAD, MAX_AMOUNT, MAX_INSPECTORS, MAX_MILESTONES,
	MAX_SOURCES, MAX_WINDOW,
};
pub use variation::{Variation, VariationRecord};
pub use view::{MilestoneView, ProjectTotals, ProjectView};
