// SPDX-License-Identifier: Apache-2.0

//! The verdict on a count (D26, D27). Pure: no storage, no clock, no rounding.
//!
//! The steps are taken in this order, and the first that fails is the reason of a rejection:
//! 1. If the class has the rule, owners who were served and stayed silent join the majority.
//! 2. The electorate must have voting power, and at least one ballot must count.
//! 3. The participation must be sufficient.
//! 4. At least one ballot must be for or against: if all abstain, nothing is decided.
//! 5. The approval must be sufficient; the class determines the outcome of a tie. A class without an approval is for
//!    elections, and no motion passes by it.
//! 6. No veto cap may be exceeded.
//!
//! If both measures fall short, the reason names the area. The count itself shows both.

use crate::types::class::{Approval, Base, DecisionClass, Lack, Participation, SilentRule, Threshold, TieRule};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use linli_primitives::{Fraction, Power};
use scale_info::TypeInfo;

#[cfg(test)]
mod tests;

/// The count of a vote. Each field is the sum of the power of owners at the record date.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Count {
	/// The whole electorate.
	pub total: Power,
	/// Owners who took part: for, against, abstaining, and for the quorum only.
	pub participating: Power,
	/// Owners who voted for.
	pub in_favour: Power,
	/// Owners who voted against.
	pub against: Power,
	/// Owners who have a delivery receipt and cast no ballot. Counted only in classes where the silent join the
	/// majority.
	pub served_silent: Power,
	/// Owners who took part for the quorum only. Zero in classes without such ballots.
	pub quorum_only: Power,
}

/// The outcome of a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Verdict {
	/// The proposal passed.
	#[codec(index = 0)]
	Passed,
	/// The proposal was rejected for this reason.
	#[codec(index = 1)]
	Rejected(Reason),
}

impl Verdict {
	/// Whether the proposal passed.
	pub const fn is_passed(&self) -> bool {
		matches!(self, Self::Passed)
	}
}

/// Reasons for a rejection.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Reason {
	/// No owner in the electorate has voting power.
	#[codec(index = 0)]
	NobodyEntitled,
	/// No ballot was cast.
	#[codec(index = 1)]
	NobodyVoted,
	/// Too little area took part.
	#[codec(index = 2)]
	ParticipationArea,
	/// Too few owners took part.
	#[codec(index = 3)]
	ParticipationHeads,
	/// All owners who took part abstained.
	#[codec(index = 4)]
	AllAbstained,
	/// Too little area was in favour.
	#[codec(index = 5)]
	ApprovalArea,
	/// Too few owners were in favour.
	#[codec(index = 6)]
	ApprovalHeads,
	/// There is a tie, and the class rejects it.
	#[codec(index = 7)]
	Tie,
	/// Too much area was against.
	#[codec(index = 8)]
	VetoArea,
	/// Too many owners were against.
	#[codec(index = 9)]
	VetoHeads,
	/// In an election: no candidate has the approval that the class requires.
	#[codec(index = 10)]
	NoCandidate,
	/// In an election: candidates with the approval that the class requires fill fewer than the minimum number of
	/// seats.
	#[codec(index = 11)]
	TooFewElected,
	/// The class has no approval: it is for elections, and no motion passes by it.
	#[codec(index = 12)]
	NotForMotions,
	/// The whole community is in favour, and the class asks for its thresholds within each tract: in some they are not
	/// met. The certificate shows each.
	#[codec(index = 13)]
	Tract,
}

/// The verdict of `class` on a motion with this `count`.
pub fn decide(class: &DecisionClass, count: &Count) -> Verdict {
	let count = with_silent(class, count);
	match judge(class, &count) {
		Ok(()) => Verdict::Passed,
		Err(reason) => Verdict::Rejected(reason),
	}
}

/// Checks the participation: the first step of a verdict, and of an election.
///
/// ## Errors
/// The reason for which it is insufficient.
pub fn quorum(class: &DecisionClass, total: Power, participating: Power) -> Result<(), Reason> {
	if total.is_zero() {
		return Err(Reason::NobodyEntitled);
	}
	if participating.is_zero() {
		return Err(Reason::NobodyVoted);
	}
	let Participation { area, heads, both } = class.participation;
	let met = |measure: Measure, threshold: Threshold| {
		reaches(threshold, measure.of(participating), measure.of(total)).is_met()
	};
	match first_short(area.map(|t| met(Measure::Area, t)), heads.map(|t| met(Measure::Heads, t)), both) {
		None => Ok(()),
		Some(Measure::Area) => Err(Reason::ParticipationArea),
		Some(Measure::Heads) => Err(Reason::ParticipationHeads),
	}
}

/// Whether a candidate approved by `approving` has the approval that `class` requires (D33).
///
/// No ballot in an election is *against*, so that shares are of the whole electorate or of those who took part. A
/// candidate without any approval never qualifies. Call [`quorum`] first.
pub fn qualifies(class: &DecisionClass, total: Power, participating: Power, approving: Power) -> bool {
	if approving.is_zero() {
		return false;
	}
	let Approval { area, heads, both, of } = class.approval;
	let whole = match of {
		Base::All => total,
		Base::Participating | Base::ForAndAgainst => participating,
	};
	let met =
		|measure: Measure, threshold: Threshold| reaches(threshold, measure.of(approving), measure.of(whole)).is_met();
	first_short(area.map(|t| met(Measure::Area, t)), heads.map(|t| met(Measure::Heads, t)), both).is_none()
}

/// What a rejected motion lacks that owners who have not voted could still bring about, if anything.
pub fn lack(class: &DecisionClass, count: &Count, verdict: &Verdict) -> Option<Lack> {
	match verdict {
		Verdict::Rejected(Reason::ApprovalArea | Reason::ApprovalHeads)
			if class.approval.of == Base::All && can_pass(class, count) =>
		{
			Some(Lack::Approval)
		}
		_ => lacks_participation(verdict).then_some(Lack::Participation),
	}
}

/// Whether a vote was rejected because too few took part.
pub const fn lacks_participation(verdict: &Verdict) -> bool {
	matches!(verdict, Verdict::Rejected(Reason::NobodyVoted | Reason::ParticipationArea | Reason::ParticipationHeads))
}

/// Whether a motion would pass if all who have not voted were in favour.
fn can_pass(class: &DecisionClass, count: &Count) -> bool {
	let rest = count.total.checked_sub(count.participating);
	rest.and_then(|rest| count.in_favour.checked_add(rest)).is_some_and(|in_favour| {
		let full = Count { participating: count.total, in_favour, served_silent: Power::ZERO, ..*count };
		decide(class, &full).is_passed()
	})
}

/// The count after owners who were served and stayed silent have joined the majority, if `class` has that rule.
///
/// The majority is the choice (for, against or abstaining) that leads the other two in each measure of the class's
/// approval. If no choice does, there is no majority to join, and the count is unchanged.
pub fn with_silent(class: &DecisionClass, count: &Count) -> Count {
	match class.silent {
		SilentRule::NotParticipating => *count,
		// Sums stay within the electorate and fit. An inconsistent count is left unchanged.
		SilentRule::FollowMajority => follow(class, count).unwrap_or(*count),
	}
}

fn follow(class: &DecisionClass, count: &Count) -> Option<Count> {
	let silent = count.served_silent;
	let voting = count.participating.checked_sub(count.quorum_only)?;
	let abstaining = voting.checked_sub(count.in_favour)?.checked_sub(count.against)?;
	let leads = |one: Power, others: [Power; 2]| {
		class.measures().all(|measure| others.iter().all(|other| measure.of(one) > measure.of(*other)))
	};
	let mut joined = *count;
	if leads(count.in_favour, [count.against, abstaining]) {
		joined.in_favour = count.in_favour.checked_add(silent)?;
	} else if leads(count.against, [count.in_favour, abstaining]) {
		joined.against = count.against.checked_add(silent)?;
	} else if !leads(abstaining, [count.in_favour, count.against]) {
		return None;
	}
	joined.participating = count.participating.checked_add(silent)?;
	Some(joined)
}

fn judge(class: &DecisionClass, count: &Count) -> Result<(), Reason> {
	quorum(class, count.total, count.participating)?;
	if count.in_favour.is_zero() && count.against.is_zero() {
		return Err(Reason::AllAbstained);
	}
	approved(class, count)?;
	not_vetoed(class, count)
}

fn approved(class: &DecisionClass, count: &Count) -> Result<(), Reason> {
	let Approval { area, heads, both, of } = class.approval;
	if area.is_none() && heads.is_none() {
		return Err(Reason::NotForMotions);
	}
	let outcome = |measure: Measure, threshold: Threshold| {
		let (part, against) = (measure.of(count.in_favour), measure.of(count.against));
		match reaches(threshold, part, measure.base(of, count)) {
			Outcome::JustNot if part == against => Outcome::Tied,
			other => other,
		}
	};
	let area = area.map(|t| outcome(Measure::Area, t));
	let heads = heads.map(|t| outcome(Measure::Heads, t));
	let short = |met: fn(Outcome) -> bool| first_short(area.map(met), heads.map(met), both);
	match (short(Outcome::is_met_or_tied), short(Outcome::is_met)) {
		(Some(Measure::Area), _) => Err(Reason::ApprovalArea),
		(Some(Measure::Heads), _) => Err(Reason::ApprovalHeads),
		// Only a tie prevents the approval.
		(None, Some(_)) if class.tie == TieRule::Rejected => Err(Reason::Tie),
		(None, _) => Ok(()),
	}
}

fn not_vetoed(class: &DecisionClass, count: &Count) -> Result<(), Reason> {
	let Some(veto) = class.veto else {
		return Ok(());
	};
	let over = |measure: Measure, cap: Option<Fraction>| {
		let order = cap.and_then(|cap| cap.compare(measure.of(count.against), measure.base(veto.of, count)));
		order == Some(Ordering::Greater)
	};
	if over(Measure::Area, veto.area) {
		return Err(Reason::VetoArea);
	}
	if over(Measure::Heads, veto.heads) {
		return Err(Reason::VetoHeads);
	}
	Ok(())
}

/// The two ways in which the law counts owners.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
	Area,
	Heads,
}

impl Measure {
	fn of(self, power: Power) -> u128 {
		match self {
			Self::Area => power.area.into(),
			Self::Heads => power.heads.into(),
		}
	}

	fn base(self, base: Base, count: &Count) -> u128 {
		match base {
			Base::All => self.of(count.total),
			// A consistent count does not saturate.
			Base::Participating => self.of(count.participating).saturating_sub(self.of(count.quorum_only)),
			// The sum of two 64-bit numbers fits in 128 bits.
			Base::ForAndAgainst => self.of(count.in_favour).saturating_add(self.of(count.against)),
		}
	}
}

impl DecisionClass {
	/// The measures of its approval, or both if it has none.
	fn measures(&self) -> impl Iterator<Item = Measure> {
		let Approval { area, heads, .. } = self.approval;
		let neither = area.is_none() && heads.is_none();
		[(Measure::Area, area.is_some()), (Measure::Heads, heads.is_some())]
			.into_iter()
			.filter(move |(_, named)| *named || neither)
			.map(|(measure, _)| measure)
	}
}

/// How a share compares with a threshold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
	Met,
	/// Exactly the share that must be exceeded, and equal power against.
	Tied,
	/// Exactly the share that must be exceeded.
	JustNot,
	Short,
}

impl Outcome {
	fn is_met(self) -> bool {
		self == Self::Met
	}

	fn is_met_or_tied(self) -> bool {
		matches!(self, Self::Met | Self::Tied)
	}
}

/// How `part` of `whole` compares with a threshold. A zero whole never meets a threshold.
fn reaches(threshold: Threshold, part: u128, whole: u128) -> Outcome {
	match threshold.fraction.compare(part, whole) {
		Some(Ordering::Greater) => Outcome::Met,
		Some(Ordering::Equal) if threshold.strict => Outcome::JustNot,
		Some(Ordering::Equal) => Outcome::Met,
		Some(Ordering::Less) | None => Outcome::Short,
	}
}

/// The first measure that prevents a condition from being met. A measure that is not given prevents nothing.
fn first_short(area: Option<bool>, heads: Option<bool>, both: bool) -> Option<Measure> {
	match (area, heads) {
		(Some(true), Some(_)) | (Some(_), Some(true)) if !both => None,
		(Some(false), _) => Some(Measure::Area),
		(_, Some(false)) => Some(Measure::Heads),
		_ => None,
	}
}
