// SPDX-License-Identifier: Apache-2.0

//! What can become of a project, once its milestones are settled too.

use super::terms::{ProjectTerms, MAX_SOURCES};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{traits::Bearers, Buildings, ContentHash, Fen, Moment, PaymentFailure, ProposalId};
use scale_info::TypeInfo;

/// Where a project stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum ProjectState {
	/// A milestone is not settled yet.
	#[codec(index = 0)]
	Active,
	/// All are settled, and the retention is held.
	#[codec(index = 1)]
	Warranty {
		/// Until when defects can be claimed; from then on the retention can be released.
		until: Moment,
		/// Why the last release did not work, if one was tried.
		failure: Option<PaymentFailure>,
	},
	/// Nothing is held any more. Final.
	#[codec(index = 2)]
	Closed {
		/// When.
		at: Moment,
	},
}

/// What is done to a project.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProjectStep {
	/// The last milestone was settled.
	Finish {
		/// When.
		at: Moment,
		/// Until when the warranty runs; `None` where nothing is retained.
		warranty_until: Option<Moment>,
	},
	/// A release was tried and did not work.
	Fail(PaymentFailure),
	/// The retention goes to the contractor.
	Release {
		/// When.
		at: Moment,
	},
	/// All of the retention went back for defects.
	UseUp {
		/// When.
		at: Moment,
	},
}

impl ProjectState {
	/// The state after `step`; `None` where there is no such step. Every change of a stored state asks here.
	pub fn after(&self, step: ProjectStep) -> Option<Self> {
		match (*self, step) {
			(Self::Active, ProjectStep::Finish { warranty_until: Some(until), .. }) => {
				Some(Self::Warranty { until, failure: None })
			}
			(Self::Active, ProjectStep::Finish { at, warranty_until: None }) => Some(Self::Closed { at }),
			(Self::Warranty { until, .. }, ProjectStep::Fail(failure)) if failure.at >= until => {
				Some(Self::Warranty { until, failure: Some(failure) })
			}
			(Self::Warranty { until, .. }, ProjectStep::Release { at }) if at >= until => Some(Self::Closed { at }),
			(Self::Warranty { .. }, ProjectStep::UseUp { at }) => Some(Self::Closed { at }),
			_ => None,
		}
	}

	/// Whether money is held.
	pub const fn is_open(&self) -> bool {
		!matches!(self, Self::Closed { .. })
	}
}

/// That the work has a defect.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Claim<AccountId> {
	/// What mending it costs, in fen: at most what is retained.
	pub amount: Fen,
	/// Hash of what shows it.
	pub evidence: ContentHash,
	/// When it was claimed.
	pub at: Moment,
	/// The inspector who claimed it; `None` for the committee.
	pub by: Option<AccountId>,
}

/// Who cancelled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum CancelledBy {
	/// The committee, after a missed deadline.
	#[codec(index = 0)]
	Committee,
	/// Those who opened it.
	#[codec(index = 1)]
	Decision {
		/// By this proposal.
		proposal: ProposalId,
	},
}

/// A project as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Project<AccountId> {
	/// The proposal that opened it.
	pub proposal: ProposalId,
	/// When it was opened.
	pub opened: Moment,
	/// Where it stands.
	pub state: ProjectState,
	/// How many milestones are not settled.
	pub unsettled: u8,
	/// The units that bore what the repair pot gave; `None` where it gave nothing.
	pub bearers: Option<Bearers>,
	/// What went back to each source, in fen, in the order of the terms.
	pub returned: BoundedVec<Fen, ConstU32<MAX_SOURCES>>,
	/// What the contractor was paid in all, in fen, released retention included.
	pub paid: Fen,
	/// What is held now as retention, in fen.
	pub retained: Fen,
	/// The defect that is claimed, if one is.
	pub claim: Option<Claim<AccountId>>,
	/// How many entries of pots' ledgers moved its money; see [`LedgerEntries`](crate::LedgerEntries).
	pub entry_count: u32,
}

impl<AccountId> Project<AccountId> {
	/// Who must decide on the project: the owners whom the repair pot's money belongs to, or the whole community.
	pub fn electorate<'a>(&self, terms: &'a ProjectTerms<AccountId>) -> Option<&'a Buildings> {
		self.bearers.as_ref().and(terms.related.as_ref())
	}

	/// What went back in all, in fen. `None` where it does not fit.
	pub fn returned_sum(&self) -> Option<Fen> {
		self.returned.iter().try_fold(0u128, |sum, part| sum.checked_add(*part))
	}
}

/// Sums over all projects there ever were, in fen.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct EscrowTotals {
	/// What pots gave.
	pub funded: Fen,
	/// What contractors were paid.
	pub paid: Fen,
	/// What went back to pots.
	pub returned: Fen,
}
