// SPDX-License-Identifier: Apache-2.0

//! Decision classes (D26): the requirements of a decision, as data.
//!
//! [`crate::verdict`] applies them to a count.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use linli_primitives::{Area, Fraction, Moment, Power, UnitKinds};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The id of a class: its place in the rule book, from 0.
pub type ClassId = u8;

/// The level of a class, which limits the effects of its decisions. Levels are ordered: a higher one has all the powers
/// of a lower one.
///
/// A matter requires its own class, or any class of a higher level. Another class of the same level does not suffice,
/// as its requirements may be lower. Only decisions under an earlier rule book count by level alone, since class ids
/// are not comparable across versions.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
	/// Expresses the owners' opinion. No matter can be assigned to it.
	#[codec(index = 0)]
	Advisory,
	/// Decides ordinary matters.
	#[codec(index = 1)]
	Ordinary,
	/// Decides all matters, including the rule book and the runtime.
	#[codec(index = 2)]
	Major,
}

/// A share that must be reached or exceeded.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
	/// The share.
	pub fraction: Fraction,
	/// Whether the share must be exceeded: *more than half* is strict, *two thirds or more* is not.
	pub strict: bool,
}

impl Threshold {
	/// A threshold met by the share or more.
	pub const fn at_least(numerator: u32, denominator: u32) -> Self {
		Self { fraction: Fraction::new(numerator, denominator), strict: false }
	}

	/// A threshold met by more than the share.
	pub const fn more_than(numerator: u32, denominator: u32) -> Self {
		Self { fraction: Fraction::new(numerator, denominator), strict: true }
	}

	/// Whether everything that meets `other` meets this threshold as well. False if either is over zero.
	pub fn is_at_most(&self, other: &Self) -> bool {
		let Fraction { numerator, denominator } = other.fraction;
		match self.fraction.compare(numerator.into(), denominator.into()) {
			Some(Ordering::Greater) => true,
			Some(Ordering::Equal) => other.strict || !self.strict,
			Some(Ordering::Less) | None => false,
		}
	}
}

/// The participation required, as a share of the electorate. Abstentions count as participation. Without a measure
/// there is no minimum.
#[derive(
	Clone,
	Copy,
	Default,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Participation {
	/// The share of the area.
	#[serde(default)]
	pub area: Option<Threshold>,
	/// The share of the heads.
	#[serde(default)]
	pub heads: Option<Threshold>,
	/// If both measures are given, whether both must be met, or one suffices.
	pub both: bool,
}

/// The base of which a share in favour or against is taken.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Base {
	/// The whole electorate, voting or not.
	#[codec(index = 0)]
	All,
	/// All who took part: for, against and abstaining.
	#[codec(index = 1)]
	Participating,
	/// All who voted for or against, without abstentions.
	#[codec(index = 2)]
	ForAndAgainst,
}

/// The approval required. Without a measure the class is for elections only, in which the candidates with the most
/// approval win; no motion passes by it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Approval {
	/// The share of the area.
	#[serde(default)]
	pub area: Option<Threshold>,
	/// The share of the heads.
	#[serde(default)]
	pub heads: Option<Threshold>,
	/// If both measures are given, whether both must be met, or one suffices.
	pub both: bool,
	/// The base of the shares.
	pub of: Base,
}

/// The share against that stops a decision that would otherwise pass. It must be exceeded, in any of the measures
/// given.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Veto {
	/// The share of the area.
	#[serde(default)]
	pub area: Option<Fraction>,
	/// The share of the heads.
	#[serde(default)]
	pub heads: Option<Fraction>,
	/// The base of the shares.
	pub of: Base,
}

/// The outcome of a tie: equal power for and against, where the power in favour is exactly the share that must be
/// exceeded. A motion that falls short in another way is not a tie.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum TieRule {
	/// The motion is rejected.
	#[codec(index = 0)]
	Rejected,
	/// The motion passes.
	#[codec(index = 1)]
	Passed,
}

/// The treatment of owners who have a delivery receipt and cast no ballot (D30).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum SilentRule {
	/// They do not take part, like all other silent owners.
	#[codec(index = 0)]
	NotParticipating,
	/// They take part and join the majority of those who voted (the 从多 rule). If area and heads have different
	/// majorities, there is none to join, and they do not take part.
	#[codec(index = 1)]
	FollowMajority,
}

/// A second call: the vote goes on where too few took part, with a smaller quorum. Ballots already cast remain.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct SecondCall {
	/// The participation required at the second call. Never more than at the first.
	pub participation: Participation,
	/// Its length, in milliseconds, from the close of the first call.
	pub window: Moment,
}

/// How far a vote has come. It only moves forward, and each stage is reached by rule, not by anybody's choice.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Stage {
	/// The first call.
	#[codec(index = 0)]
	FirstCall,
	/// The first call, extended.
	#[codec(index = 1)]
	Extended,
	/// The second call.
	#[codec(index = 2)]
	SecondCall,
}

/// How the developer, who owns all unsold units, votes. Other owners are not affected, and neither are petitions.
#[derive(
	Clone,
	Copy,
	Default,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DeveloperRule {
	/// Like every owner.
	#[default]
	#[codec(index = 0)]
	Full,
	/// Not at all: the electorate is that of the other owners.
	#[codec(index = 1)]
	LeftOut,
	/// With a share of the area, rounded down, and all heads.
	#[codec(index = 2)]
	Reduced {
		/// The share of the developer's area that counts.
		to: Fraction,
		/// The share of the electorate's area from which on it is reduced, inclusive; zero for always.
		from: Fraction,
	},
	/// With at most a share of the electorate's area, rounded down, and all heads.
	#[codec(index = 3)]
	Capped {
		/// The share, of the electorate's whole area with the developer's in full.
		at: Fraction,
	},
}

impl DeveloperRule {
	/// The power with which the developer's `own` counts in an electorate of `total`, its own included.
	pub fn counted(&self, own: Power, total: Power) -> Power {
		// A share of an area fits, as a share above the whole is invalid.
		let share = |share: &Fraction, of: Area| {
			share
				.of_floor(of.into())
				.and_then(|area| Area::try_from(area).ok())
				.map_or(own.area, |area| area.min(own.area))
		};
		match self {
			Self::Full => own,
			Self::LeftOut => Power::ZERO,
			Self::Reduced { to, from } => match from.compare(own.area.into(), total.area.into()) {
				Some(Ordering::Greater | Ordering::Equal) => Power { area: share(to, own.area), ..own },
				Some(Ordering::Less) | None => own,
			},
			Self::Capped { at } => Power { area: share(at, total.area), ..own },
		}
	}

	/// The shares that it names.
	pub fn shares(&self) -> impl Iterator<Item = Fraction> {
		let (one, other) = match *self {
			Self::Full | Self::LeftOut => (None, None),
			Self::Reduced { to, from } => (Some(to), Some(from)),
			Self::Capped { at } => (Some(at), None),
		};
		one.into_iter().chain(other)
	}
}

/// A class of decisions (D26).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct DecisionClass {
	/// The level of its decisions.
	pub level: Level,
	/// The participation required.
	pub participation: Participation,
	/// The approval required.
	pub approval: Approval,
	/// The veto cap, if there is one.
	#[serde(default)]
	pub veto: Option<Veto>,
	/// The outcome of a tie.
	pub tie: TieRule,
	/// Length of the notice before the first ballot, in milliseconds.
	pub notice: Moment,
	/// Length of the voting window, in milliseconds.
	pub window: Moment,
	/// Length of the challenge window between the close and the enactment, in milliseconds.
	pub delay: Moment,
	/// The treatment of owners who were served and stayed silent.
	pub silent: SilentRule,
	/// Milliseconds by which the first call is extended, once, if it fell short only because owners did not vote: too
	/// few took part or, where the approval is of all owners, those who have not voted could still bring it about.
	#[serde(default)]
	pub extension: Option<Moment>,
	/// The second call, if too few took part in the first.
	#[serde(default)]
	pub second_call: Option<SecondCall>,
	/// Milliseconds without a new or changed ballot after which the vote can be closed early, once every owner of the
	/// electorate has voted by key or proxy. `None` if votes always take their whole time.
	#[serde(default)]
	pub early_close: Option<Moment>,
	/// Whether owners can cast ballots for the quorum only: they take part, and are in no base of an approval but that
	/// of all owners.
	#[serde(default)]
	pub quorum_only: bool,
	/// How the developer votes.
	#[serde(default)]
	pub developer: DeveloperRule,
	/// The kinds of units that take part: an owner has the power of these only, and one without any has none. `None`
	/// for all kinds that vote. The register has to count them apart.
	#[serde(default)]
	pub kinds: Option<UnitKinds>,
	/// Whether its thresholds must be met within each tract of the rule book, too, as if the tract decided alone.
	#[serde(default)]
	pub in_each_tract: bool,
}

impl DecisionClass {
	/// The class as it decides at this stage: with the smaller quorum at the second call.
	pub fn at(&self, stage: Stage) -> Self {
		match (stage, &self.second_call) {
			(Stage::SecondCall, Some(second)) => Self { participation: second.participation, ..*self },
			_ => *self,
		}
	}

	/// The stage that follows a call which fell short for lack of ballots, and its length in milliseconds.
	pub fn next_stage(&self, stage: Stage, lack: Lack) -> Option<(Stage, Moment)> {
		let extended = self.extension.filter(|_| stage == Stage::FirstCall).map(|span| (Stage::Extended, span));
		let second = self.second_call.filter(|_| stage < Stage::SecondCall && lack == Lack::Participation);
		extended.or_else(|| second.map(|second| (Stage::SecondCall, second.window)))
	}
}

/// What ballots that were not cast could still bring about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lack {
	/// The participation.
	Participation,
	/// The approval of all owners.
	Approval,
}
