// SPDX-License-Identifier: Apache-2.0

//! The rule book (D26): the classes, which matter needs which, and the rules of petitions, proxies and elections.

use super::class::{Approval, ClassId, DecisionClass, Level, Participation, Threshold};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use linli_primitives::{Fraction, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// How many classes a rule book can have. The law packs need three or four.
pub const MAX_CLASSES: u32 = 16;

/// The most seats a committee can have: a ballot's candidates are 32 bits, and there must be some to choose from.
pub const MAX_SEATS: u32 = 31;

/// The longest notice, window, delay, petition or nomination: a year of 366 days, in milliseconds. A slip in a number
/// must not put the community's own decisions out of its reach.
pub const MAX_SPAN: Moment = 31_622_400_000;

/// The longest term of a committee: ten years of 366 days, in milliseconds.
pub const MAX_TERM: Moment = 316_224_000_000;

/// What a decision is about, as far as calls are guarded by it.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Matter {
	/// Charges and their rates.
	#[codec(index = 0)]
	Charges,
	/// The rules of bills and payments.
	#[codec(index = 1)]
	FeeRules,
	/// Opening pots, and what goes to them: transaction fees, a share of what is shared earns.
	#[codec(index = 2)]
	Pots,
	/// Who holds an office: registrar, manager, cashier, auditor, device.
	#[codec(index = 3)]
	Roles,
	/// What counts in the register: kinds of units that vote, delays.
	#[codec(index = 4)]
	Register,
	/// Whether residents may send each other money.
	#[codec(index = 5)]
	Transfers,
	/// Spending: budgets, expenses above the committee's limit, use of the repair fund.
	#[codec(index = 6)]
	Spending,
	/// Raising the repair fund.
	#[codec(index = 7)]
	RepairFund,
	/// Rebuilding, changing the use of common parts, or trading on them.
	#[codec(index = 8)]
	CommonParts,
	/// Recalling members of the committee.
	#[codec(index = 9)]
	Committee,
	/// The rule book itself.
	#[codec(index = 10)]
	RuleBook,
	/// The runtime, and the hand-over of the bootstrap key.
	#[codec(index = 11)]
	Runtime,
	/// The community's own facts: its offset from UTC.
	#[codec(index = 12)]
	Community,
}

impl Matter {
	/// All matters, in the order of their indices.
	pub const ALL: [Self; 13] = [
		Self::Charges,
		Self::FeeRules,
		Self::Pots,
		Self::Roles,
		Self::Register,
		Self::Transfers,
		Self::Spending,
		Self::RepairFund,
		Self::CommonParts,
		Self::Committee,
		Self::RuleBook,
		Self::Runtime,
		Self::Community,
	];
}

/// The class that each matter needs. Every matter has one: a struct leaves none out.
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
pub struct Matters {
	/// See [`Matter::Charges`].
	pub charges: ClassId,
	/// See [`Matter::FeeRules`].
	pub fee_rules: ClassId,
	/// See [`Matter::Pots`].
	pub pots: ClassId,
	/// See [`Matter::Roles`].
	pub roles: ClassId,
	/// See [`Matter::Register`].
	pub register: ClassId,
	/// See [`Matter::Transfers`].
	pub transfers: ClassId,
	/// See [`Matter::Spending`].
	pub spending: ClassId,
	/// See [`Matter::RepairFund`].
	pub repair_fund: ClassId,
	/// See [`Matter::CommonParts`].
	pub common_parts: ClassId,
	/// See [`Matter::Committee`].
	pub committee: ClassId,
	/// See [`Matter::RuleBook`].
	pub rule_book: ClassId,
	/// See [`Matter::Runtime`].
	pub runtime: ClassId,
	/// See [`Matter::Community`].
	pub community: ClassId,
}

impl Matters {
	/// The class that `matter` needs.
	pub const fn class_of(&self, matter: Matter) -> ClassId {
		match matter {
			Matter::Charges => self.charges,
			Matter::FeeRules => self.fee_rules,
			Matter::Pots => self.pots,
			Matter::Roles => self.roles,
			Matter::Register => self.register,
			Matter::Transfers => self.transfers,
			Matter::Spending => self.spending,
			Matter::RepairFund => self.repair_fund,
			Matter::CommonParts => self.common_parts,
			Matter::Committee => self.committee,
			Matter::RuleBook => self.rule_book,
			Matter::Runtime => self.runtime,
			Matter::Community => self.community,
		}
	}
}

/// How the committee is elected (D33).
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
pub struct ElectionRules {
	/// The fewest seats.
	pub seats_min: u32,
	/// The most seats.
	pub seats_max: u32,
	/// Whether their number must be odd.
	pub odd: bool,
	/// The shortest term, in milliseconds.
	pub term_min: Moment,
	/// The longest term, in milliseconds.
	pub term_max: Moment,
	/// The class whose participation the election needs, and whose approval each candidate needs.
	pub class: ClassId,
	/// Whether an owner in arrears may not stand (D18).
	pub arrears_bar: bool,
	/// Milliseconds in which candidates can be nominated, before the notice.
	pub nomination: Moment,
}

impl ElectionRules {
	/// Whether a committee may have this many seats.
	pub const fn allows_seats(&self, seats: u32) -> bool {
		seats >= self.seats_min && seats <= self.seats_max && (!self.odd || seats & 1 == 1)
	}

	/// Whether a committee may sit for this long, in milliseconds.
	pub const fn allows_term(&self, term: Moment) -> bool {
		term >= self.term_min && term <= self.term_max
	}
}

/// A rule book (D26). Proposals pin its version; a new one is set whole.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct RuleBook {
	/// The classes; each has its place in this list as id.
	pub classes: BoundedVec<DecisionClass, ConstU32<MAX_CLASSES>>,
	/// Which class each matter needs.
	pub matters: Matters,
	/// The share of the electorate's heads whose support puts a petition before the owners: this or more (D28).
	pub petition: Fraction,
	/// Milliseconds in which a petition can collect support.
	pub petition_window: Moment,
	/// How many owners one holder can be the proxy of, for one proposal, with all accounts of the holder's owner. 0:
	/// there are no proxies.
	pub proxies_per_holder: u32,
	/// How the committee is elected.
	pub election: ElectionRules,
}

/// What is wrong with a rule book.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub enum RuleBookError {
	/// There is no class at all.
	#[codec(index = 0)]
	NoClass,
	/// A matter or the election names a class that is not in the list. Ids are places in it, from 0.
	#[codec(index = 1)]
	ClassNotFound,
	/// A fraction is over zero.
	#[codec(index = 2)]
	OverZero,
	/// A share can never be reached: it is above the whole, or more than the whole is asked.
	#[codec(index = 3)]
	OutOfReach,
	/// A class above advisory asks for nobody in favour, or any class for *nothing or more*. Name a share for its
	/// approval.
	#[codec(index = 4)]
	NoApproval,
	/// A veto names neither measure. Name one, or leave the veto out.
	#[codec(index = 5)]
	EmptyVeto,
	/// A class takes ballots for no time at all.
	#[codec(index = 6)]
	NoWindow,
	/// A notice, window, delay, petition or nomination is longer than [`MAX_SPAN`].
	#[codec(index = 7)]
	TooLong,
	/// A matter is left to an advisory class. Name an ordinary or a major one.
	#[codec(index = 8)]
	AdvisoryMatter,
	/// The rule book or the runtime is left to less than a major class (D26, D45).
	#[codec(index = 9)]
	MajorMatter,
	/// A petition's share is zero or above the whole, or it has no time to collect.
	#[codec(index = 10)]
	Petition,
	/// The numbers of seats are not in order: from 1 to [`MAX_SEATS`], with an odd one among them if odd is asked.
	#[codec(index = 11)]
	Seats,
	/// The terms are not in order: above zero, at most [`MAX_TERM`], the shortest first.
	#[codec(index = 12)]
	Term,
	/// Candidates have no time to be nominated.
	#[codec(index = 13)]
	NoNomination,
}

impl RuleBook {
	/// The class of this id, if there is one.
	pub fn class(&self, id: ClassId) -> Option<&DecisionClass> {
		self.classes.get(usize::from(id))
	}

	/// The least level that a decision on `matter` needs. `None` in a rule book that was not validated.
	pub fn level_of(&self, matter: Matter) -> Option<Level> {
		self.class(self.matters.class_of(matter)).map(|class| class.level)
	}

	/// Whether the book can be lived by.
	///
	/// ## Errors
	/// The first [`RuleBookError`] found: classes in their order, then matters, petition, election.
	pub fn validate(&self) -> Result<(), RuleBookError> {
		if self.classes.is_empty() {
			return Err(RuleBookError::NoClass);
		}
		self.classes.iter().try_for_each(validate_class)?;
		for matter in Matter::ALL {
			self.validate_matter(matter)?;
		}
		self.validate_petition()?;
		self.validate_election()
	}

	fn validate_matter(&self, matter: Matter) -> Result<(), RuleBookError> {
		let level = self.level_of(matter).ok_or(RuleBookError::ClassNotFound)?;
		match (matter, level) {
			(Matter::RuleBook | Matter::Runtime, Level::Advisory | Level::Ordinary) => Err(RuleBookError::MajorMatter),
			(_, Level::Advisory) => Err(RuleBookError::AdvisoryMatter),
			_ => Ok(()),
		}
	}

	fn validate_petition(&self) -> Result<(), RuleBookError> {
		if !self.petition.is_valid() {
			return Err(RuleBookError::OverZero);
		}
		let share = self.petition.numerator;
		if share == 0 || share > self.petition.denominator || self.petition_window == 0 {
			return Err(RuleBookError::Petition);
		}
		validate_span(self.petition_window)
	}

	fn validate_election(&self) -> Result<(), RuleBookError> {
		let rules = &self.election;
		self.class(rules.class).ok_or(RuleBookError::ClassNotFound)?;
		let some_number = (rules.seats_min..=rules.seats_max.min(MAX_SEATS)).any(|seats| rules.allows_seats(seats));
		if rules.seats_min == 0 || rules.seats_max > MAX_SEATS || !some_number {
			return Err(RuleBookError::Seats);
		}
		if rules.term_min == 0 || rules.term_min > rules.term_max || rules.term_max > MAX_TERM {
			return Err(RuleBookError::Term);
		}
		if rules.nomination == 0 {
			return Err(RuleBookError::NoNomination);
		}
		validate_span(rules.nomination)
	}
}

fn validate_class(class: &DecisionClass) -> Result<(), RuleBookError> {
	let Participation { area, heads, .. } = class.participation;
	[area, heads].iter().flatten().try_for_each(validate_threshold)?;
	let Approval { area, heads, .. } = class.approval;
	[area, heads].iter().flatten().try_for_each(validate_threshold)?;
	// Nobody at all is nothing or more.
	if [area, heads].iter().flatten().any(|threshold| threshold.fraction.numerator == 0 && !threshold.strict) {
		return Err(RuleBookError::NoApproval);
	}
	if class.level > Level::Advisory && area.is_none() && heads.is_none() {
		return Err(RuleBookError::NoApproval);
	}
	if let Some(veto) = class.veto {
		if veto.area.is_none() && veto.heads.is_none() {
			return Err(RuleBookError::EmptyVeto);
		}
		if [veto.area, veto.heads].iter().flatten().any(|cap| !cap.is_valid()) {
			return Err(RuleBookError::OverZero);
		}
	}
	if class.window == 0 {
		return Err(RuleBookError::NoWindow);
	}
	[class.notice, class.window, class.delay].into_iter().try_for_each(validate_span)
}

fn validate_threshold(threshold: &Threshold) -> Result<(), RuleBookError> {
	let Fraction { numerator, denominator } = threshold.fraction;
	if denominator == 0 {
		return Err(RuleBookError::OverZero);
	}
	if numerator > denominator || (threshold.strict && numerator == denominator) {
		return Err(RuleBookError::OutOfReach);
	}
	Ok(())
}

fn validate_span(span: Moment) -> Result<(), RuleBookError> {
	if span > MAX_SPAN {
		return Err(RuleBookError::TooLong);
	}
	Ok(())
}
