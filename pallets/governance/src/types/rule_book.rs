// SPDX-License-Identifier: Apache-2.0

//! The rule book (D26): the classes, the class that each matter requires, and the rules of petitions, proxies and
//! elections.

use super::{
	class::{Approval, ClassId, DecisionClass, Level, Participation, SilentRule, Threshold},
	tract::{are_tracts, TractBuildings},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use linli_primitives::{Fraction, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// Maximum number of classes in a rule book. The law packs need three or four.
pub const MAX_CLASSES: u32 = 16;

/// Maximum number of seats of a committee. One less than the candidates that a ballot of 32 bits can name, so that
/// there is a choice.
pub const MAX_SEATS: u32 = 31;

/// Maximum length of a notice, window, delay, petition or nomination: a year of 366 days, in milliseconds. A mistyped
/// number must not leave the community unable to decide.
pub const MAX_SPAN: Moment = 31_622_400_000;

/// Maximum term of a committee: ten years of 366 days, in milliseconds.
pub const MAX_TERM: Moment = 316_224_000_000;

/// The matter of a guarded call, which determines the class of decision that the call requires.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Matter {
	/// Charges and their rates.
	#[codec(index = 0)]
	Charges,
	/// Rules of bills and payments.
	#[codec(index = 1)]
	FeeRules,
	/// Opening pots, and their income: transaction fees, the community's share of the sharing income.
	#[codec(index = 2)]
	Pots,
	/// Appointments to offices: registrar, manager, cashier, auditor, device.
	#[codec(index = 3)]
	Roles,
	/// Rules of the register: kinds of units that vote, delays.
	#[codec(index = 4)]
	Register,
	/// Whether residents can transfer money to each other.
	#[codec(index = 5)]
	Transfers,
	/// Budgets, expenses above the committee's limit, use of the repair fund.
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
	/// Facts about the community: its UTC offset.
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

/// The class that each matter requires. As a struct it has one for every matter.
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
	/// The class that `matter` requires.
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

/// Rules of committee elections (D33).
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
	/// Minimum number of seats.
	pub seats_min: u32,
	/// Maximum number of seats.
	pub seats_max: u32,
	/// Whether the number of seats must be odd.
	pub odd: bool,
	/// Minimum term, in milliseconds.
	pub term_min: Moment,
	/// Maximum term, in milliseconds.
	pub term_max: Moment,
	/// The class whose participation an election requires, and whose approval each candidate requires.
	pub class: ClassId,
	/// Whether owners in arrears are barred from standing (D18).
	pub arrears_bar: bool,
	/// Length of the nomination period before the notice, in milliseconds.
	pub nomination: Moment,
}

impl ElectionRules {
	/// Whether a committee can have this number of seats.
	pub const fn allows_seats(&self, seats: u32) -> bool {
		seats >= self.seats_min && seats <= self.seats_max && (!self.odd || seats & 1 == 1)
	}

	/// The number of seats nearest to `seats` that a committee can have, the higher of two. `None` if it can have none,
	/// which [`RuleBook::validate`] excludes.
	pub fn nearest_seats(&self, seats: u32) -> Option<u32> {
		(self.seats_min..=self.seats_max)
			.rev()
			.filter(|other| self.allows_seats(*other))
			.min_by_key(|other| other.abs_diff(seats))
	}

	/// Whether a committee can have this term, in milliseconds.
	pub const fn allows_term(&self, term: Moment) -> bool {
		term >= self.term_min && term <= self.term_max
	}
}

/// A rule book (D26). Each proposal refers to one version; a new rule book replaces the whole.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct RuleBook {
	/// The classes. The id of a class is its place in this list.
	pub classes: BoundedVec<DecisionClass, ConstU32<MAX_CLASSES>>,
	/// The class that each matter requires.
	pub matters: Matters,
	/// The share of the electorate's heads whose support puts a petition to the owners, inclusive (D28).
	pub petition: Fraction,
	/// Time in which a petition can collect support, in milliseconds.
	pub petition_window: Moment,
	/// Maximum number of proxies per holder for one proposal, counting all accounts of the holder's owner. Zero
	/// disables proxies.
	pub proxies_per_holder: u32,
	/// Rules of committee elections.
	pub election: ElectionRules,
	/// The tracts, for classes that ask for their thresholds within each of them: lists of buildings in ascending
	/// order, of which no two share one. Buildings in none of them take part in the whole community only.
	#[serde(default)]
	pub tracts: TractBuildings,
}

/// Reasons why a rule book is invalid.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub enum RuleBookError {
	/// There are no classes.
	#[codec(index = 0)]
	NoClass,
	/// A matter or the election names a class that is not in the list. Class ids are places in it, from 0.
	#[codec(index = 1)]
	ClassNotFound,
	/// The denominator of a fraction is zero.
	#[codec(index = 2)]
	OverZero,
	/// A threshold can never be met: it is above the whole, or the whole must be exceeded. Or a share of the
	/// developer's votes is above the whole.
	#[codec(index = 3)]
	OutOfReach,
	/// A class above advisory requires no approval, or any class has the threshold *zero or more*. Give its approval a
	/// share.
	#[codec(index = 4)]
	NoApproval,
	/// A veto has neither measure. Give one, or leave the veto out.
	#[codec(index = 5)]
	EmptyVeto,
	/// A class has a voting window of zero, or an extension, a second call or a quiet time of zero.
	#[codec(index = 6)]
	NoWindow,
	/// A notice, window, delay, petition or nomination is longer than [`MAX_SPAN`].
	#[codec(index = 7)]
	TooLong,
	/// A matter is assigned to an advisory class. Assign an ordinary or a major one.
	#[codec(index = 8)]
	AdvisoryMatter,
	/// The rule book or the runtime is assigned to a class below major (D26, D45).
	#[codec(index = 9)]
	MajorMatter,
	/// The petition's share is zero or above the whole, or its time is zero.
	#[codec(index = 10)]
	Petition,
	/// The range of seats is invalid: it must lie within 1 and [`MAX_SEATS`], and contain an odd number if `odd` is
	/// set.
	#[codec(index = 11)]
	Seats,
	/// The range of terms is invalid: the minimum must be above zero, and the maximum between it and [`MAX_TERM`].
	#[codec(index = 12)]
	Term,
	/// The nomination period is zero.
	#[codec(index = 13)]
	NoNomination,
	/// The second call of a class requires more participation than the first.
	#[codec(index = 14)]
	SecondCall,
	/// A class names no kind of unit. Or the election's, the rule book's or the runtime's class names some: on these
	/// matters all units that vote take part.
	#[codec(index = 15)]
	Kinds,
	/// A tract has no building, or not in ascending order; or two tracts share one; or together they have more than
	/// [`MAX_BUILDINGS`](linli_primitives::MAX_BUILDINGS).
	#[codec(index = 16)]
	Tracts,
	/// A class asks for its thresholds within each tract, and there are none, or it is the class of elections, or
	/// owners who were served and stay silent follow the majority in it: within a tract that may be another majority
	/// than in the whole community.
	#[codec(index = 17)]
	InEachTract,
}

impl RuleBook {
	/// The class with this id, if there is one.
	pub fn class(&self, id: ClassId) -> Option<&DecisionClass> {
		self.classes.get(usize::from(id))
	}

	/// The level that `matter` requires. `None` if the rule book names a class it does not have, which
	/// [`Self::validate`] excludes.
	pub fn level_of(&self, matter: Matter) -> Option<Level> {
		self.class(self.matters.class_of(matter)).map(|class| class.level)
	}

	/// Whether a decision by this class suffices for `matter`: it is the class of the matter, or of a higher level with
	/// the same kinds of units taking part, and within each tract if that of the matter is. Another class of the same
	/// level may be easier to pass, and by other kinds other owners would decide.
	pub fn suffices(&self, class: ClassId, matter: Matter) -> bool {
		let of_matter = self.matters.class_of(matter);
		let (Some(needed), Some(own)) = (self.class(of_matter), self.class(class)) else {
			return false;
		};
		class == of_matter || (own.level > needed.level && self.asks_those_of(class, self, of_matter))
	}

	/// Whether by `class` the same kinds of units decide as by the class `needed` of `book`, and within each of the
	/// same tracts if that class asks for it.
	pub fn asks_those_of(&self, class: ClassId, book: &Self, needed: ClassId) -> bool {
		let of = |book: &Self, class: ClassId| {
			book.class(class).map_or((None, false), |class| (class.kinds, class.in_each_tract))
		};
		let ((own_kinds, own_tracts), (kinds, tracts)) = (of(self, class), of(book, needed));
		own_kinds == kinds && (!tracts || (own_tracts && self.tracts == book.tracts))
	}

	/// Checks that the rule book is valid.
	///
	/// ## Errors
	/// The first [`RuleBookError`] found, in the order of classes, tracts, matters, petition, election.
	pub fn validate(&self) -> Result<(), RuleBookError> {
		if self.classes.is_empty() {
			return Err(RuleBookError::NoClass);
		}
		self.classes.iter().try_for_each(validate_class)?;
		self.validate_tracts()?;
		for matter in Matter::ALL {
			self.validate_matter(matter)?;
		}
		self.validate_petition()?;
		self.validate_election()
	}

	fn validate_tracts(&self) -> Result<(), RuleBookError> {
		if !are_tracts(&self.tracts) {
			return Err(RuleBookError::Tracts);
		}
		let mut asking = self.classes.iter().filter(|class| class.in_each_tract);
		if asking.any(|class| self.tracts.is_empty() || class.silent == SilentRule::FollowMajority) {
			return Err(RuleBookError::InEachTract);
		}
		Ok(())
	}

	fn validate_matter(&self, matter: Matter) -> Result<(), RuleBookError> {
		let level = self.level_of(matter).ok_or(RuleBookError::ClassNotFound)?;
		let kinds = self.class(self.matters.class_of(matter)).and_then(|class| class.kinds);
		match (matter, level) {
			(Matter::RuleBook | Matter::Runtime, Level::Advisory | Level::Ordinary) => Err(RuleBookError::MajorMatter),
			// Otherwise the owners of some units could take the others' votes for good.
			(Matter::RuleBook | Matter::Runtime, Level::Major) if kinds.is_some() => Err(RuleBookError::Kinds),
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
		let class = self.class(rules.class).ok_or(RuleBookError::ClassNotFound)?;
		if class.kinds.is_some() {
			return Err(RuleBookError::Kinds);
		}
		if class.in_each_tract {
			return Err(RuleBookError::InEachTract);
		}
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
	// Zero or more would be met without a vote in favour.
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
	if class.kinds.is_some_and(|kinds| !kinds.is_valid()) {
		return Err(RuleBookError::Kinds);
	}
	if class.window == 0 {
		return Err(RuleBookError::NoWindow);
	}
	for Fraction { numerator, denominator } in class.developer.shares() {
		if denominator == 0 {
			return Err(RuleBookError::OverZero);
		}
		if numerator > denominator {
			return Err(RuleBookError::OutOfReach);
		}
	}
	[class.notice, class.window, class.delay].into_iter().try_for_each(validate_span)?;
	validate_stages(class)
}

/// Checks the extension, the second call and the early close.
fn validate_stages(class: &DecisionClass) -> Result<(), RuleBookError> {
	let window = class.second_call.map(|second| second.window);
	for span in [class.extension, window, class.early_close].into_iter().flatten() {
		// A quiet time of zero would let the last voter close the vote at once.
		if span == 0 {
			return Err(RuleBookError::NoWindow);
		}
		validate_span(span)?;
	}
	let Some(second) = class.second_call else {
		return Ok(());
	};
	let Participation { area, heads, .. } = second.participation;
	[area, heads].iter().flatten().try_for_each(validate_threshold)?;
	let first = class.participation;
	let more = |second: Option<Threshold>, first: Option<Threshold>| match (second, first) {
		(None, _) => false,
		(Some(_), None) => true,
		(Some(second), Some(first)) => !second.is_at_most(&first),
	};
	// Where one measure suffices at the first call, it must at the second.
	let either = !first.both && first.area.is_some() && first.heads.is_some();
	let stricter = either && (area.is_some() != heads.is_some() || (area.is_some() && second.participation.both));
	if stricter || more(area, first.area) || more(heads, first.heads) {
		return Err(RuleBookError::SecondCall);
	}
	Ok(())
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
