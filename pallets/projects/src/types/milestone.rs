// SPDX-License-Identifier: Apache-2.0

//! What can become of a milestone: one enum, and one function that says which transitions exist.

use super::terms::MAX_INSPECTORS;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ContentHash, Fen, Fraction, Moment, PaymentFailure};
use scale_info::TypeInfo;

/// What one inspector found.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Inspection<AccountId> {
	/// Who looked.
	pub inspector: AccountId,
	/// Whether the work is as agreed.
	pub accept: bool,
	/// Hash of the report.
	pub report: ContentHash,
}

/// What the contractor submitted, and what inspectors found.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Submission<AccountId> {
	/// When it was submitted.
	pub at: Moment,
	/// Hash of what shows that the work is done.
	pub evidence: ContentHash,
	/// The inspections, in the order in which they came; one of each inspector at most.
	pub inspections: BoundedVec<Inspection<AccountId>, ConstU32<MAX_INSPECTORS>>,
}

impl<AccountId> Submission<AccountId> {
	/// How many inspectors accepted (`true`) or rejected (`false`).
	pub fn count(&self, accept: bool) -> usize {
		self.inspections.iter().filter(|inspection| inspection.accept == accept).count()
	}
}

/// That an owner objects to a payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Objection {
	/// When.
	pub at: Moment,
	/// How many heads it counts.
	pub heads: u32,
	/// Hash of the reasons.
	pub reason: ContentHash,
}

/// What was ruled in a dispute.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Ruling {
	/// What of the milestone's amount is the contractor's, in fen, the retention included. The rest went back.
	pub contractor_share: Fen,
	/// Hash of the ruling's text.
	pub document: ContentHash,
	/// When.
	pub at: Moment,
}

/// Who brought a dispute.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum DisputedBy {
	/// Related owners, by their objections.
	#[codec(index = 0)]
	Owners,
	/// The contractor, after a rejection or long silence.
	#[codec(index = 1)]
	Contractor,
}

/// Where a milestone stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum MilestoneState<BlockNumber> {
	/// It waits for the contractor's work.
	#[codec(index = 0)]
	Pending,
	/// It waits for the inspectors.
	#[codec(index = 1)]
	Submitted {
		/// When it was submitted.
		at: Moment,
	},
	/// Inspectors accepted; owners can object, then it can be paid.
	#[codec(index = 2)]
	Accepted {
		/// When.
		at: Moment,
		/// Until when owners can object; from then on it can be paid.
		until: Moment,
		/// Whose objections count: owners with voting units at the end of this block.
		record_block: BlockNumber,
		/// How many related owners there were then.
		heads: u32,
		/// How many of them objected.
		objections: u32,
		/// Why the last payment did not work, if one was tried.
		failure: Option<PaymentFailure>,
	},
	/// So many inspectors rejected that it cannot be accepted. It can be submitted again.
	#[codec(index = 3)]
	Rejected {
		/// When.
		at: Moment,
	},
	/// It waits for a ruling.
	#[codec(index = 4)]
	Disputed {
		/// When.
		at: Moment,
		/// Who brought it.
		by: DisputedBy,
	},
	/// It was ruled that the contractor gets a share, which can be paid.
	#[codec(index = 5)]
	Ruled {
		/// When.
		at: Moment,
		/// Why the last payment did not work, if one was tried.
		failure: Option<PaymentFailure>,
	},
	/// The contractor was paid. Final.
	#[codec(index = 6)]
	Paid {
		/// When.
		at: Moment,
	},
	/// All its money went back: it was cancelled, or ruled against the contractor. Final.
	#[codec(index = 7)]
	Cancelled {
		/// When.
		at: Moment,
	},
}

/// What is done to a milestone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step<BlockNumber> {
	/// The contractor submits.
	Submit {
		/// When.
		at: Moment,
	},
	/// An inspector reports.
	Inspect,
	/// Enough inspectors accepted.
	Accept {
		/// When.
		at: Moment,
		/// Until when owners can object.
		until: Moment,
		/// Whose objections count.
		record_block: BlockNumber,
		/// How many related owners there were then.
		heads: u32,
	},
	/// Too many inspectors rejected.
	Reject {
		/// When.
		at: Moment,
	},
	/// Owners object.
	Object {
		/// When.
		at: Moment,
		/// How many.
		heads: u32,
		/// The part of all related owners that stops the payment.
		share: Fraction,
	},
	/// The contractor disputes.
	Dispute {
		/// When.
		at: Moment,
		/// How long inspectors have, in ms.
		patience: Moment,
	},
	/// It is ruled.
	Rule {
		/// When.
		at: Moment,
		/// What the contractor gets, in fen.
		contractor_share: Fen,
	},
	/// A payment was tried and did not work.
	Fail(PaymentFailure),
	/// The contractor is paid.
	Pay {
		/// When.
		at: Moment,
	},
	/// It is cancelled.
	Cancel {
		/// When.
		at: Moment,
		/// By when it was to be submitted.
		deadline: Moment,
	},
}

/// Why there is no such step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepError {
	/// Only a pending or rejected milestone is submitted.
	NotSubmittable,
	/// Only a submitted milestone is inspected.
	NotSubmitted,
	/// Owners object only to an accepted milestone.
	NotAccepted,
	/// The time to object is over.
	ObjectionWindowOver,
	/// Only a rejected milestone, or a submission left undecided, is disputed.
	NotDisputable,
	/// The inspectors still have time.
	InspectionPeriodRunning,
	/// Only a disputed milestone is ruled.
	NotDisputed,
	/// Only an accepted or ruled milestone is paid.
	NotPayable,
	/// Owners can still object.
	ObjectionWindowRunning,
	/// The milestone is under way.
	MilestoneInProgress,
	/// The milestone is settled.
	Settled,
	/// A number does not fit.
	Overflow,
}

impl<BlockNumber: Copy> MilestoneState<BlockNumber> {
	/// The state after `step`, or why there is none. No other transitions exist: every change of a stored state asks
	/// here.
	pub fn after(&self, step: Step<BlockNumber>) -> Result<Self, StepError> {
		match step {
			Step::Submit { at } => match self {
				Self::Pending | Self::Rejected { .. } => Ok(Self::Submitted { at }),
				_ => Err(StepError::NotSubmittable),
			},
			Step::Inspect => self.if_submitted(*self),
			Step::Accept { at, until, record_block, heads } => {
				self.if_submitted(Self::Accepted { at, until, record_block, heads, objections: 0, failure: None })
			}
			Step::Reject { at } => self.if_submitted(Self::Rejected { at }),
			Step::Object { at, heads, share } => self.after_objections(at, heads, share),
			Step::Dispute { at, patience } => match self {
				Self::Rejected { .. } => Ok(Self::Disputed { at, by: DisputedBy::Contractor }),
				Self::Submitted { at: submitted } => {
					if at < submitted.checked_add(patience).ok_or(StepError::Overflow)? {
						return Err(StepError::InspectionPeriodRunning);
					}
					Ok(Self::Disputed { at, by: DisputedBy::Contractor })
				}
				_ => Err(StepError::NotDisputable),
			},
			Step::Rule { at, contractor_share } => match (self, contractor_share) {
				(Self::Disputed { .. }, 0) => Ok(Self::Cancelled { at }),
				(Self::Disputed { .. }, _) => Ok(Self::Ruled { at, failure: None }),
				_ => Err(StepError::NotDisputed),
			},
			Step::Fail(failure) => self.if_payable(failure.at, self.with_failure(failure)),
			Step::Pay { at } => self.if_payable(at, Self::Paid { at }),
			Step::Cancel { at, deadline } => match self {
				_ if self.is_cancellable(deadline) => Ok(Self::Cancelled { at }),
				Self::Paid { .. } | Self::Cancelled { .. } => Err(StepError::Settled),
				_ => Err(StepError::MilestoneInProgress),
			},
		}
	}

	/// Whether nothing can become of it any more.
	pub const fn is_final(&self) -> bool {
		matches!(self, Self::Paid { .. } | Self::Cancelled { .. })
	}

	/// Whether it can be cancelled: nothing is under way on it, or only what was submitted past its `deadline`. Else a
	/// contractor who is late could submit again and again.
	pub const fn is_cancellable(&self, deadline: Moment) -> bool {
		match self {
			Self::Pending | Self::Rejected { .. } => true,
			Self::Submitted { at } => *at > deadline,
			_ => false,
		}
	}

	/// Whether the contractor may still submit it.
	pub const fn is_submittable(&self) -> bool {
		matches!(self, Self::Pending | Self::Rejected { .. })
	}

	fn if_submitted(&self, then: Self) -> Result<Self, StepError> {
		match self {
			Self::Submitted { .. } => Ok(then),
			_ => Err(StepError::NotSubmitted),
		}
	}

	fn if_payable(&self, at: Moment, then: Self) -> Result<Self, StepError> {
		match self {
			Self::Accepted { until, .. } if at < *until => Err(StepError::ObjectionWindowRunning),
			Self::Accepted { .. } | Self::Ruled { .. } => Ok(then),
			_ => Err(StepError::NotPayable),
		}
	}

	fn with_failure(mut self, new: PaymentFailure) -> Self {
		if let Self::Accepted { failure, .. } | Self::Ruled { failure, .. } = &mut self {
			*failure = Some(new);
		}
		self
	}

	fn after_objections(&self, now: Moment, more: u32, share: Fraction) -> Result<Self, StepError> {
		let Self::Accepted { at, until, record_block, heads, objections, failure } = *self else {
			return Err(StepError::NotAccepted);
		};
		if now >= until {
			return Err(StepError::ObjectionWindowOver);
		}
		let objections = objections.checked_add(more).ok_or(StepError::Overflow)?;
		Ok(match share.compare(objections.into(), heads.into()) {
			Some(Ordering::Equal | Ordering::Greater) => Self::Disputed { at: now, by: DisputedBy::Owners },
			_ => Self::Accepted { at, until, record_block, heads, objections, failure },
		})
	}
}

/// Where a milestone's money is. Together never more than its amount, and as much once it is settled.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Sums {
	/// Paid to the contractor when it was settled, in fen.
	pub paid: Fen,
	/// Kept back then for the warranty, in fen. What became of that, the project says.
	pub retained: Fen,
	/// Gone back to the sources then, in fen.
	pub returned: Fen,
}

impl Sums {
	/// All together. `None` where it does not fit.
	pub fn total(&self) -> Option<Fen> {
		self.paid.checked_add(self.retained)?.checked_add(self.returned)
	}
}

/// A milestone as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Milestone<AccountId, BlockNumber> {
	/// Where it stands.
	pub state: MilestoneState<BlockNumber>,
	/// What was submitted last.
	pub submission: Option<Submission<AccountId>>,
	/// What was ruled, if it was disputed.
	pub ruling: Option<Ruling>,
	/// Where its money is.
	pub sums: Sums,
}

impl<AccountId, BlockNumber: Copy> Milestone<AccountId, BlockNumber> {
	/// One on which nothing was done yet.
	pub const fn new() -> Self {
		Self {
			state: MilestoneState::Pending,
			submission: None,
			ruling: None,
			sums: Sums { paid: 0, retained: 0, returned: 0 },
		}
	}

	/// Takes a step, or says why there is none.
	pub fn take(&mut self, step: Step<BlockNumber>) -> Result<(), StepError> {
		self.state = self.state.after(step)?;
		Ok(())
	}

	/// What of `amount` is the contractor's: the ruled share, or all of it.
	pub fn contractor_share(&self, amount: Fen) -> Fen {
		self.ruling.as_ref().map_or(amount, |ruling| ruling.contractor_share)
	}
}

impl<AccountId, BlockNumber: Copy> Default for Milestone<AccountId, BlockNumber> {
	fn default() -> Self {
		Self::new()
	}
}
