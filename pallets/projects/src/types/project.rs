// SPDX-License-Identifier: Apache-2.0

//! Projects and their state machine.

use super::terms::{ProjectTerms, MAX_SOURCES};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{traits::Bearers, Buildings, ContentHash, Fen, Moment, PaymentFailure, ProposalId};
use scale_info::TypeInfo;

/// The state of a project.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum ProjectState {
	/// Not all milestones are settled.
	#[codec(index = 0)]
	Active,
	/// All milestones are settled, and the retention is held.
	#[codec(index = 1)]
	Warranty {
		/// End of the warranty in lived time (D46), in ms: defects can be claimed before it, the retention released
		/// after it.
		until: Moment,
		/// The last failed release, if any.
		failure: Option<PaymentFailure>,
	},
	/// No money is held any more. Final.
	#[codec(index = 2)]
	Closed {
		/// Time of the change.
		at: Moment,
	},
	/// It was cancelled while milestones were in progress: nothing more can be submitted, and it ends with the last of
	/// them.
	#[codec(index = 3)]
	Ending {
		/// Time of the change.
		at: Moment,
	},
}

/// A step of a project's state machine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProjectStep {
	/// Cancelling, with milestones in progress left.
	End {
		/// Time of the change.
		at: Moment,
	},
	/// The last milestone is settled.
	Finish {
		/// Time of the change.
		at: Moment,
		/// End of the warranty in lived time; `None` if nothing is retained.
		warranty_until: Option<Moment>,
	},
	/// A failed release.
	Fail(PaymentFailure),
	/// The retention is paid to the contractor.
	Release {
		/// Time of the change.
		at: Moment,
	},
	/// The whole retention was returned: for defects, or because the contractor cannot be paid.
	UseUp {
		/// Time of the change.
		at: Moment,
	},
}

impl ProjectState {
	/// The state after `step` at the lived time `lived`; `None` if the step is impossible. Every change of a stored
	/// state goes through this function.
	pub fn after(&self, step: ProjectStep, lived: Moment) -> Option<Self> {
		match (*self, step) {
			(Self::Active, ProjectStep::End { at }) => Some(Self::Ending { at }),
			(Self::Active | Self::Ending { .. }, ProjectStep::Finish { at, warranty_until }) => {
				Some(warranty_until.map_or(Self::Closed { at }, |until| Self::Warranty { until, failure: None }))
			}
			(Self::Warranty { until, .. }, ProjectStep::Fail(failure)) if lived >= until => {
				Some(Self::Warranty { until, failure: Some(failure) })
			}
			(Self::Warranty { until, .. }, ProjectStep::Release { at }) if lived >= until => Some(Self::Closed { at }),
			(Self::Warranty { .. }, ProjectStep::UseUp { at }) => Some(Self::Closed { at }),
			_ => None,
		}
	}

	/// Whether the project is not closed.
	pub const fn is_open(&self) -> bool {
		!matches!(self, Self::Closed { .. })
	}

	/// Whether it has milestones that are not settled. One that only waits for its warranty takes no room (D53).
	pub const fn is_unfinished(&self) -> bool {
		matches!(self, Self::Active | Self::Ending { .. })
	}

	/// Whether it was cancelled and waits for milestones in progress.
	pub const fn is_ending(&self) -> bool {
		matches!(self, Self::Ending { .. })
	}
}

/// A claim that the work has a defect.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Claim<AccountId> {
	/// Cost of the repair in fen, at most the retained amount.
	pub amount: Fen,
	/// Hash of the evidence.
	pub evidence: ContentHash,
	/// Time of the claim.
	pub at: Moment,
	/// The same in lived time: the time to rule is counted in it.
	pub lived: Moment,
	/// The inspector who claimed it; `None` for the committee.
	pub by: Option<AccountId>,
}

/// The body that cancelled milestones.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum CancelledBy {
	/// The committee, after a missed deadline.
	#[codec(index = 0)]
	Committee,
	/// The electorate that opened the project.
	#[codec(index = 1)]
	Decision {
		/// The proposal of its decision.
		proposal: ProposalId,
	},
}

/// A project.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Project<AccountId> {
	/// The proposal that opened it.
	pub proposal: ProposalId,
	/// Time of opening.
	pub opened: Moment,
	/// How many times its terms were varied: the version of the terms, which calls name that depend on them (D55).
	pub version: u32,
	/// Its state.
	pub state: ProjectState,
	/// Number of milestones that are not settled.
	pub unsettled: u8,
	/// The units that bore the repair pot's part; `None` if there is none.
	pub bearers: Option<Bearers>,
	/// Amounts returned to each source, in fen, in the order of the terms.
	pub returned: BoundedVec<Fen, ConstU32<MAX_SOURCES>>,
	/// Total paid to the contractor in fen, including released retention.
	pub paid: Fen,
	/// The retention held at present, in fen.
	pub retained: Fen,
	/// The outstanding claim, if any.
	pub claim: Option<Claim<AccountId>>,
	/// Number of ledger entries that moved its money; see [`LedgerEntries`](crate::LedgerEntries).
	pub entry_count: u32,
}

impl<AccountId> Project<AccountId> {
	/// The electorate that decides on the project: the related owners if the repair pot gave money, otherwise (`None`)
	/// the whole community.
	pub fn electorate<'a>(&self, terms: &'a ProjectTerms<AccountId>) -> Option<&'a Buildings> {
		self.bearers.as_ref().and(terms.related.as_ref())
	}

	/// The total returned, in fen. `None` on overflow.
	pub fn returned_sum(&self) -> Option<Fen> {
		self.returned.iter().try_fold(0u128, |sum, part| sum.checked_add(*part))
	}
}

/// Sums over all projects, closed ones included, in fen.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct EscrowTotals {
	/// Total given by the sources.
	pub funded: Fen,
	/// Total paid to contractors.
	pub paid: Fen,
	/// Total returned to the sources.
	pub returned: Fen,
	/// Total retained for warranties at present.
	pub retained: Fen,
}
