// SPDX-License-Identifier: Apache-2.0

//! Decision classes (D26): what a decision needs to pass, as data.
//!
//! Nothing here counts; [`crate::verdict`] does.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fraction, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A class, by its place in the rule book, from 0.
pub type ClassId = u8;

/// What a decision of a class may set in motion. Ordered: what a lower level may do, a higher one may too.
///
/// A matter asks for its class, or for any of a higher level; another class of the same level does not do, as it may
/// be easier. Only what was decided under an earlier rule book is taken by its level alone: there the class is not to
/// be found under its number any more.
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
	/// It says what the owners think. No matter can be left to it.
	#[codec(index = 0)]
	Advisory,
	/// It decides ordinary matters.
	#[codec(index = 1)]
	Ordinary,
	/// It decides everything, the rule book and the runtime included.
	#[codec(index = 2)]
	Major,
}

/// A share that must be reached, or passed.
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
	/// Whether more than the share is needed: *more than half* is strict, *two thirds or more* is not.
	pub strict: bool,
}

impl Threshold {
	/// The share or more.
	pub const fn at_least(numerator: u32, denominator: u32) -> Self {
		Self { fraction: Fraction::new(numerator, denominator), strict: false }
	}

	/// More than the share.
	pub const fn more_than(numerator: u32, denominator: u32) -> Self {
		Self { fraction: Fraction::new(numerator, denominator), strict: true }
	}
}

/// How many must take part, of all in the electorate. Who abstains takes part. No measure named: no minimum.
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
	/// Of the area.
	#[serde(default)]
	pub area: Option<Threshold>,
	/// Of the heads.
	#[serde(default)]
	pub heads: Option<Threshold>,
	/// Where both measures are named: whether both must be met, or one is enough.
	pub both: bool,
}

/// What a share of those in favour, or against, is taken of.
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
	/// Of the whole electorate, voting or not.
	#[codec(index = 0)]
	All,
	/// Of those who took part: for, against and abstaining.
	#[codec(index = 1)]
	Participating,
	/// Of those who voted for or against. Who abstains is left out.
	#[codec(index = 2)]
	ForAndAgainst,
}

/// How many must be in favour. No measure named: nothing is asked, and the class is for elections, in which those with
/// most approval win; no motion passes by it.
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
	/// Of the area.
	#[serde(default)]
	pub area: Option<Threshold>,
	/// Of the heads.
	#[serde(default)]
	pub heads: Option<Threshold>,
	/// Where both measures are named: whether both must be met, or one is enough.
	pub both: bool,
	/// What the shares are taken of.
	pub of: Base,
}

/// How many against stop a decision that would otherwise pass. *More than* the share stops it, the share itself does
/// not, and one of the measures named is enough.
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
	/// Of the area.
	#[serde(default)]
	pub area: Option<Fraction>,
	/// Of the heads.
	#[serde(default)]
	pub heads: Option<Fraction>,
	/// What the shares are taken of.
	pub of: Base,
}

/// What a tie is: as much for as against, and exactly the share that the class wants more than. A motion that falls
/// short in another way is no tie.
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
	/// It stays as it is.
	#[codec(index = 0)]
	Rejected,
	/// The motion passes.
	#[codec(index = 1)]
	Passed,
}

/// What becomes of owners who were given the papers, with a receipt, and stayed silent (D30).
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
	/// They did not take part, like all who stay silent.
	#[codec(index = 0)]
	NotParticipating,
	/// They took part and join the majority of those who voted (the 从多 rule). Where area and heads disagree on which
	/// side that is, there is no majority to join, and they did not take part.
	#[codec(index = 1)]
	FollowMajority,
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
	/// What its decisions may set in motion.
	pub level: Level,
	/// How many must take part.
	pub participation: Participation,
	/// How many must be in favour.
	pub approval: Approval,
	/// How many against stop it; left out where none do.
	#[serde(default)]
	pub veto: Option<Veto>,
	/// What becomes of a tie.
	pub tie: TieRule,
	/// Milliseconds between the notice and the first ballot.
	pub notice: Moment,
	/// Milliseconds in which ballots are taken.
	pub window: Moment,
	/// Milliseconds between the close and the enactment: the time in which a decision can be challenged.
	pub delay: Moment,
	/// What becomes of those who were served and stayed silent.
	pub silent: SilentRule,
}
