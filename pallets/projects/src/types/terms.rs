// SPDX-License-Identifier: Apache-2.0

//! What the decision that opens a project fixes for ever.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use linli_primitives::{buildings::is_in_order, Buildings, ContentHash, Fen, Fraction, MilestoneId, Moment, PotId};
use scale_info::TypeInfo;

/// How many milestones a project has at most: cancelling goes over all of them.
pub const MAX_MILESTONES: u32 = 16;

/// From how many pots a project's money comes at most: each return writes an entry in each.
pub const MAX_SOURCES: u32 = 4;

/// How many inspectors a project has at most: their reports stand with the milestone.
pub const MAX_INSPECTORS: u32 = 8;

/// The most that a project costs, in fen. It keeps products of two sums within 127 bits.
pub const MAX_AMOUNT: Fen = 1_000_000_000_000_000;

/// How far ahead a deadline lies, and how long a warranty is, at most: ten years of 366 days, in ms. A slip in a number
/// must not put the money out of everybody's reach.
pub const MAX_AHEAD: Moment = 316_224_000_000;

/// The longest time to object: a year of 366 days, in ms.
pub const MAX_WINDOW: Moment = 31_622_400_000;

/// One part of the work, paid at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct MilestoneTerms {
	/// What it costs, in fen.
	pub amount: Fen,
	/// By when it is to be submitted, in ms since 1970. Later it may still be, unless the committee cancels.
	pub deadline: Moment,
	/// Hash of the document that says what has to be shown.
	pub evidence: ContentHash,
}

/// A pot that money comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Source {
	/// The pot.
	pub pot: PotId,
	/// How much it gives, in fen.
	pub amount: Fen,
}

/// The terms of a project.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProjectTerms<AccountId> {
	/// Hash of the contract and the description of the work.
	pub scope: ContentHash,
	/// Who does the work and is paid.
	pub contractor: AccountId,
	/// The parts of the work, numbered from 0.
	pub milestones: BoundedVec<MilestoneTerms, ConstU32<MAX_MILESTONES>>,
	/// Where the money comes from: each pot once, together as much as the milestones cost.
	pub sources: BoundedVec<Source, ConstU32<MAX_SOURCES>>,
	/// Who inspects the work: each once, and nobody who acts for the contractor.
	pub inspectors: BoundedVec<AccountId, ConstU32<MAX_INSPECTORS>>,
	/// How many inspectors must accept a milestone.
	pub inspections_needed: u8,
	/// The part of each payment that stays held until the warranty is over, below one.
	pub retention: Fraction,
	/// How long the warranty is, in ms from when the last milestone is settled.
	pub warranty: Moment,
	/// How long owners can object to an accepted milestone, in ms. A submission that inspectors leave undecided for as
	/// long can be disputed by the contractor.
	pub objection_window: Moment,
	/// The part of the related owners, by heads, whose objections stop a payment: above zero, at most one.
	pub objection_share: Fraction,
	/// The buildings whom the project concerns, in order; `None` for the whole community.
	pub related: Option<Buildings>,
}

/// What is wrong with terms.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub enum TermsError {
	/// There is no milestone: name what is to be done.
	#[codec(index = 0)]
	NoMilestone,
	/// A milestone or a source has no money: leave it out.
	#[codec(index = 1)]
	ZeroAmount,
	/// The project costs more than [`MAX_AMOUNT`]: divide it.
	#[codec(index = 2)]
	AmountTooLarge,
	/// A deadline is past, or more than [`MAX_AHEAD`] away: choose another.
	#[codec(index = 3)]
	InvalidDeadline,
	/// There is no source: name a pot.
	#[codec(index = 4)]
	NoSource,
	/// A pot is named twice: add up what it gives.
	#[codec(index = 5)]
	DuplicateSource,
	/// The sources do not give exactly what the milestones cost: make the sums equal.
	#[codec(index = 6)]
	SumsDiffer,
	/// There is no inspector: name one.
	#[codec(index = 7)]
	NoInspector,
	/// An inspector is named twice: each has one voice.
	#[codec(index = 8)]
	DuplicateInspector,
	/// The contractor is named as inspector, or an inspector acts for the same owner: who is paid does not inspect.
	#[codec(index = 9)]
	ContractorInspects,
	/// No inspector is needed, or more than there are.
	#[codec(index = 10)]
	InvalidInspectionsNeeded,
	/// The retention is over zero, or not below one.
	#[codec(index = 11)]
	InvalidRetention,
	/// The warranty is longer than [`MAX_AHEAD`].
	#[codec(index = 12)]
	InvalidWarranty,
	/// The time to object is zero, or longer than [`MAX_WINDOW`].
	#[codec(index = 13)]
	InvalidObjectionWindow,
	/// The share of objections is over zero, zero, or above one.
	#[codec(index = 14)]
	InvalidObjectionShare,
	/// The related buildings are none, or not in order, or one stands twice.
	#[codec(index = 15)]
	InvalidBuildings,
}

impl<AccountId: PartialEq> ProjectTerms<AccountId> {
	/// What the milestones cost together, in fen. `None` above [`MAX_AMOUNT`].
	pub fn cost(&self) -> Option<Fen> {
		sum(self.milestones.iter().map(|milestone| milestone.amount))
	}

	/// What the sources give together, in fen. `None` above [`MAX_AMOUNT`].
	pub fn funded(&self) -> Option<Fen> {
		sum(self.sources.iter().map(|source| source.amount))
	}

	/// One milestone's terms.
	pub fn milestone(&self, milestone: MilestoneId) -> Option<&MilestoneTerms> {
		self.milestones.get(usize::from(milestone))
	}

	/// Says what is wrong with the terms at `now`, as far as they can be judged by themselves.
	pub fn check(&self, now: Moment) -> Result<(), TermsError> {
		self.check_money()?;
		self.check_people()?;
		self.check_times(now)?;
		if !self.related.as_ref().is_none_or(|list| !list.is_empty() && is_in_order(list)) {
			return Err(TermsError::InvalidBuildings);
		}
		Ok(())
	}

	fn check_money(&self) -> Result<(), TermsError> {
		if self.milestones.is_empty() {
			return Err(TermsError::NoMilestone);
		}
		if self.sources.is_empty() {
			return Err(TermsError::NoSource);
		}
		let mut amounts =
			self.milestones.iter().map(|part| part.amount).chain(self.sources.iter().map(|part| part.amount));
		if amounts.any(|amount| amount == 0) {
			return Err(TermsError::ZeroAmount);
		}
		if has_twice(self.sources.iter().map(|source| source.pot)) {
			return Err(TermsError::DuplicateSource);
		}
		let cost = self.cost().ok_or(TermsError::AmountTooLarge)?;
		let funded = self.funded().ok_or(TermsError::AmountTooLarge)?;
		if cost != funded {
			return Err(TermsError::SumsDiffer);
		}
		let is_below_one = self.retention.is_valid() && self.retention.numerator < self.retention.denominator;
		if !is_below_one {
			return Err(TermsError::InvalidRetention);
		}
		Ok(())
	}

	fn check_people(&self) -> Result<(), TermsError> {
		if self.inspectors.is_empty() {
			return Err(TermsError::NoInspector);
		}
		if has_twice(self.inspectors.iter()) {
			return Err(TermsError::DuplicateInspector);
		}
		if self.inspectors.contains(&self.contractor) {
			return Err(TermsError::ContractorInspects);
		}
		if self.inspections_needed == 0 || usize::from(self.inspections_needed) > self.inspectors.len() {
			return Err(TermsError::InvalidInspectionsNeeded);
		}
		let share = &self.objection_share;
		if share.numerator == 0 || matches!(share.compare(1, 1), None | Some(Ordering::Less)) {
			return Err(TermsError::InvalidObjectionShare);
		}
		Ok(())
	}

	fn check_times(&self, now: Moment) -> Result<(), TermsError> {
		let latest = now.saturating_add(MAX_AHEAD);
		if self.milestones.iter().any(|part| part.deadline <= now || part.deadline > latest) {
			return Err(TermsError::InvalidDeadline);
		}
		if self.warranty > MAX_AHEAD {
			return Err(TermsError::InvalidWarranty);
		}
		if self.objection_window == 0 || self.objection_window > MAX_WINDOW {
			return Err(TermsError::InvalidObjectionWindow);
		}
		Ok(())
	}
}

fn sum(mut amounts: impl Iterator<Item = Fen>) -> Option<Fen> {
	let sum = amounts.try_fold(0, Fen::checked_add)?;
	(sum <= MAX_AMOUNT).then_some(sum)
}

/// The lists are short: no set is worth it.
fn has_twice<Item: PartialEq>(list: impl Iterator<Item = Item> + Clone) -> bool {
	list.clone().enumerate().any(|(place, item)| list.clone().take(place).any(|earlier| earlier == item))
}
