// SPDX-License-Identifier: Apache-2.0

//! The terms of a project, fixed by the decision that opens it, and by variations.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use linli_primitives::{buildings::is_in_order, Buildings, ContentHash, Fen, Fraction, MilestoneId, Moment, PotId};
use scale_info::TypeInfo;

/// Maximum number of milestones of a project. Cancelling iterates over all of them.
pub const MAX_MILESTONES: u32 = 16;

/// Maximum number of sources of a project. Each return writes an entry in the ledger of each.
pub const MAX_SOURCES: u32 = 4;

/// Maximum number of inspectors of a project. Their reports are stored with the milestone.
pub const MAX_INSPECTORS: u32 = 8;

/// Maximum cost of a project, in fen. Keeps the product of two amounts within 127 bits.
pub const MAX_AMOUNT: Fen = 1_000_000_000_000_000;

/// Maximum distance of a deadline and maximum length of a warranty: ten years of 366 days, in ms. Prevents a mistyped
/// number from locking the money.
pub const MAX_AHEAD: Moment = 316_224_000_000;

/// Maximum length of the objection window: a year of 366 days, in ms.
pub const MAX_WINDOW: Moment = 31_622_400_000;

/// The terms of one milestone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct MilestoneTerms {
	/// Its cost, in fen.
	pub amount: Fen,
	/// Deadline of its submission, in ms since 1970. A standstill of the chain postpones it (D46). It can be submitted
	/// later unless it is cancelled.
	pub deadline: Moment,
	/// Hash of the document that describes the required evidence.
	pub evidence: ContentHash,
}

/// A pot that gives part of a project's money.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Source {
	/// The pot.
	pub pot: PotId,
	/// Amount it gives, in fen.
	pub amount: Fen,
}

/// The terms of a project.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProjectTerms<AccountId> {
	/// Hash of the contract and the description of the work.
	pub scope: ContentHash,
	/// The account of the contractor, which is paid.
	pub contractor: AccountId,
	/// The milestones, numbered from 0.
	pub milestones: BoundedVec<MilestoneTerms, ConstU32<MAX_MILESTONES>>,
	/// The sources of the money: each pot once, together exactly the cost of the milestones.
	pub sources: BoundedVec<Source, ConstU32<MAX_SOURCES>>,
	/// The inspectors: each once, and none who acts for the contractor.
	pub inspectors: BoundedVec<AccountId, ConstU32<MAX_INSPECTORS>>,
	/// Number of inspectors who must accept a milestone.
	pub inspections_needed: u8,
	/// The share of each payment that is held until the warranty ends, below one.
	pub retention: Fraction,
	/// Length of the warranty in ms, counted from the settlement of the last milestone.
	pub warranty: Moment,
	/// Length of the objection window after an acceptance, in ms. The contractor can dispute a submission that
	/// inspectors leave undecided for the same time.
	pub objection_window: Moment,
	/// The share of related owners, by heads, whose objections stop a payment: above zero, at most one.
	pub objection_share: Fraction,
	/// The buildings that the project concerns, in ascending order; `None` for the whole community.
	pub related: Option<Buildings>,
}

/// Why terms are invalid.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub enum TermsError {
	/// There is no milestone: add one.
	#[codec(index = 0)]
	NoMilestone,
	/// The amount of a milestone or a source is zero: leave it out.
	#[codec(index = 1)]
	ZeroAmount,
	/// The project costs more than [`MAX_AMOUNT`]: divide it into several projects.
	#[codec(index = 2)]
	AmountTooLarge,
	/// A deadline is in the past or more than [`MAX_AHEAD`] away: choose another.
	#[codec(index = 3)]
	InvalidDeadline,
	/// There is no source: add a pot.
	#[codec(index = 4)]
	NoSource,
	/// A pot is named twice: add up its amounts.
	#[codec(index = 5)]
	DuplicateSource,
	/// The sources do not add up to the cost of the milestones: make the sums equal.
	#[codec(index = 6)]
	SumsDiffer,
	/// There is no inspector: name at least one.
	#[codec(index = 7)]
	NoInspector,
	/// A person is named twice as an inspector, perhaps by two accounts: remove the duplicate.
	#[codec(index = 8)]
	DuplicateInspector,
	/// An inspector is the contractor, or related to the contractor: name an independent inspector.
	#[codec(index = 9)]
	ContractorInspects,
	/// The number of acceptances needed is zero, or exceeds the number of inspectors: choose one in between.
	#[codec(index = 10)]
	InvalidInspectionsNeeded,
	/// The retention has a zero denominator or is not below one: choose a smaller share.
	#[codec(index = 11)]
	InvalidRetention,
	/// The warranty is longer than [`MAX_AHEAD`]: shorten it.
	#[codec(index = 12)]
	InvalidWarranty,
	/// The objection window is zero or longer than [`MAX_WINDOW`]: choose another length.
	#[codec(index = 13)]
	InvalidObjectionWindow,
	/// The share of objections has a zero denominator, is zero or exceeds one: choose a share in between.
	#[codec(index = 14)]
	InvalidObjectionShare,
	/// The list of related buildings is empty, out of order or has duplicates: sort it.
	#[codec(index = 15)]
	InvalidBuildings,
	/// The new deadline is not later than the one agreed: a variation only gives more time.
	#[codec(index = 16)]
	DeadlineNotLater,
}

impl<AccountId: PartialEq> ProjectTerms<AccountId> {
	/// Total cost of the milestones, in fen. `None` above [`MAX_AMOUNT`].
	pub fn cost(&self) -> Option<Fen> {
		sum(self.milestones.iter().map(|milestone| milestone.amount))
	}

	/// Total given by the sources, in fen. `None` above [`MAX_AMOUNT`].
	pub fn funded(&self) -> Option<Fen> {
		sum(self.sources.iter().map(|source| source.amount))
	}

	/// The terms of one milestone.
	pub fn milestone(&self, milestone: MilestoneId) -> Option<&MilestoneTerms> {
		self.milestones.get(usize::from(milestone))
	}

	/// Checks the terms at `now`, except for what depends on other pallets.
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

/// Whether an item occurs twice. Quadratic, which suits short lists.
fn has_twice<Item: PartialEq>(list: impl Iterator<Item = Item> + Clone) -> bool {
	list.clone().enumerate().any(|(place, item)| list.clone().take(place).any(|earlier| earlier == item))
}
