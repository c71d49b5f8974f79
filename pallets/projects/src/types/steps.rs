// SPDX-License-Identifier: Apache-2.0

//! The next possible steps and their actors, which clients show as buttons.

use super::{
	milestone::{Milestone, MilestoneState},
	project::{Project, ProjectState},
	terms::ProjectTerms,
};
use alloc::{vec, vec::Vec};
use codec::{Decode, Encode};
use linli_primitives::Moment;
use scale_info::TypeInfo;

/// A call.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, TypeInfo)]
pub enum Action {
	/// Submit the work.
	Submit,
	/// Accept or reject it.
	Inspect,
	/// Object to its payment.
	Object,
	/// Ask for a ruling.
	Dispute,
	/// Rule.
	Rule,
	/// Pay.
	Pay,
	/// Cancel unfinished milestones.
	Cancel,
	/// Release the retention.
	Release,
	/// Claim a defect.
	ClaimDefect,
	/// Withdraw the claim.
	WithdrawClaim,
	/// Rule on the claim.
	RuleClaim,
	/// Vary the terms.
	Vary,
	/// Have it concluded by rule, since nobody decided.
	Conclude,
}

/// How long others have to decide, in ms of lived time (D54).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Periods {
	/// How long inspectors or the ruling body have before the electorate can rule in their place.
	pub ruling: Moment,
	/// How long nobody must have decided before the rule does.
	pub conclusion: Moment,
}

/// The party that can take a step.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Actor<AccountId> {
	/// The contractor.
	Contractor,
	/// Each of these inspectors.
	Inspectors(Vec<AccountId>),
	/// Representatives of related owners who have not objected.
	RelatedOwners,
	/// The committee.
	Committee,
	/// The electorate that decided on the project.
	Electorate,
	/// The body that rules on disputes and claims.
	RulingBody,
	/// Anyone.
	Anyone,
}

/// A possible step: the call, the actor and the time.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct NextStep<AccountId> {
	/// The call.
	pub action: Action,
	/// The actor.
	pub by: Actor<AccountId>,
	/// The first moment at which it is possible, in ms, unless the chain stands still before; zero if it is possible
	/// now.
	pub from: Moment,
	/// The end of the time in which it is possible, in ms, if it ends.
	pub until: Option<Moment>,
}

impl<AccountId> NextStep<AccountId> {
	const fn new(action: Action, by: Actor<AccountId>) -> Self {
		Self { action, by, from: 0, until: None }
	}

	const fn from(mut self, from: Moment) -> Self {
		self.from = from;
		self
	}

	const fn until(mut self, until: Moment) -> Self {
		self.until = Some(until);
		self
	}

	/// The step with its lived times as moments of the clock.
	pub(crate) fn by_clock(mut self, moment_of: impl Fn(Moment) -> Moment) -> Self {
		self.from = if self.from == 0 { 0 } else { moment_of(self.from) };
		self.until = self.until.map(moment_of);
		self
	}
}

impl<AccountId: Clone + PartialEq, BlockNumber: Copy> Milestone<AccountId, BlockNumber> {
	/// The next possible steps of the milestone alone, in lived time. See [`Project::next_steps`] for the project as a
	/// whole, whose state says whether anything can still be submitted.
	pub fn next_steps(
		&self,
		terms: &ProjectTerms<AccountId>,
		state: &ProjectState,
		periods: Periods,
	) -> Vec<NextStep<AccountId>> {
		let until = self.deadline.saturating_add(periods.conclusion);
		let submit = (!state.is_ending()).then(|| NextStep::new(Action::Submit, Actor::Contractor).until(until));
		let decide =
			|since: Moment| NextStep::new(Action::Rule, Actor::Electorate).from(since.saturating_add(periods.ruling));
		let mut steps: Vec<_> = match &self.state {
			MilestoneState::Pending => submit.into_iter().collect(),
			MilestoneState::Submitted { lived, .. } => vec![
				NextStep::new(Action::Inspect, Actor::Inspectors(self.waits_for(terms))),
				NextStep::new(Action::Dispute, Actor::Contractor).from(lived.saturating_add(terms.objection_window)),
				decide(*lived),
			],
			MilestoneState::Accepted { until, .. } => vec![
				NextStep::new(Action::Object, Actor::RelatedOwners).until(*until),
				NextStep::new(Action::Pay, Actor::Anyone).from(*until),
			],
			MilestoneState::Rejected { .. } => {
				submit.into_iter().chain([NextStep::new(Action::Dispute, Actor::Contractor)]).collect()
			}
			MilestoneState::Disputed { lived, .. } => {
				vec![NextStep::new(Action::Rule, Actor::RulingBody), decide(*lived)]
			}
			MilestoneState::Ruled { .. } => vec![NextStep::new(Action::Pay, Actor::Anyone)],
			MilestoneState::Paid { .. } | MilestoneState::Cancelled { .. } => Vec::new(),
		};
		let concludes = self.state.concludes(self.deadline, terms.objection_window, periods.conclusion);
		steps.extend(concludes.map(|(from, _)| NextStep::new(Action::Conclude, Actor::Anyone).from(from)));
		steps
	}

	/// The inspectors who have not reported on the latest submission.
	fn waits_for(&self, terms: &ProjectTerms<AccountId>) -> Vec<AccountId> {
		let has_reported = |inspector: &AccountId| {
			let inspections = self.submission.as_ref().map(|submission| submission.inspections.iter());
			inspections.into_iter().flatten().any(|inspection| inspection.inspector == *inspector)
		};
		terms.inspectors.iter().filter(|inspector| !has_reported(inspector)).cloned().collect()
	}
}

impl<AccountId: Clone + PartialEq> Project<AccountId> {
	/// The next possible steps of the project as a whole, in lived time.
	pub fn next_steps<BlockNumber: Copy>(
		&self,
		terms: &ProjectTerms<AccountId>,
		milestones: &[Milestone<AccountId, BlockNumber>],
		periods: Periods,
	) -> Vec<NextStep<AccountId>> {
		let cancel = |by| NextStep::new(Action::Cancel, by);
		let cancellable = milestones.iter().filter(|milestone| milestone.state.is_cancellable(milestone.deadline));
		let first_deadline = cancellable.map(|milestone| milestone.deadline).min();
		let mut steps: Vec<_> = match self.state {
			ProjectState::Active => {
				let by_committee = first_deadline.map(|first| cancel(Actor::Committee).from(first.saturating_add(1)));
				[cancel(Actor::Electorate)].into_iter().chain(by_committee).collect()
			}
			ProjectState::Ending { .. } => match first_deadline {
				Some(_) => vec![cancel(Actor::Electorate), cancel(Actor::Committee)],
				None => Vec::new(),
			},
			ProjectState::Warranty { until, .. } => match &self.claim {
				None => vec![
					NextStep::new(Action::ClaimDefect, Actor::Committee).until(until),
					NextStep::new(Action::ClaimDefect, Actor::Inspectors(terms.inspectors.to_vec())).until(until),
					NextStep::new(Action::Release, Actor::Anyone).from(until),
				],
				Some(claim) => vec![
					NextStep::new(Action::WithdrawClaim, Actor::Committee),
					NextStep::new(Action::RuleClaim, Actor::RulingBody),
					NextStep::new(Action::RuleClaim, Actor::Electorate)
						.from(claim.lived.saturating_add(periods.ruling)),
				],
			},
			ProjectState::Closed { .. } => return Vec::new(),
		};
		let concludes = self.concludes(periods.conclusion);
		steps.extend(concludes.map(|from| NextStep::new(Action::Conclude, Actor::Anyone).from(from)));
		steps.push(NextStep::new(Action::Vary, Actor::Electorate));
		steps
	}

	/// The lived time from which anyone can have its claim, or else its retention, concluded by rule; `None` unless it
	/// is in warranty. `period` is how long nobody must have decided.
	pub fn concludes(&self, period: Moment) -> Option<Moment> {
		let ProjectState::Warranty { until, .. } = self.state else { return None };
		let since = self.claim.as_ref().map_or(until, |claim| claim.lived);
		Some(since.saturating_add(period))
	}
}
