// SPDX-License-Identifier: Apache-2.0

//! Milestones and their state machine: one enum of states, one function with all transitions.

use super::terms::MAX_INSPECTORS;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ContentHash, Fen, Fraction, Moment, PaymentFailure, ProposalId};
use scale_info::TypeInfo;

/// The report of one inspector.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Inspection<AccountId> {
	/// The inspector.
	pub inspector: AccountId,
	/// Whether the inspector accepted the work.
	pub accept: bool,
	/// Hash of the report.
	pub report: ContentHash,
}

/// A submission of the contractor, with the reports of inspectors.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Submission<AccountId> {
	/// Time of submission.
	pub at: Moment,
	/// Hash of the evidence that the work is done.
	pub evidence: ContentHash,
	/// The inspections in the order in which they were made, at most one per inspector.
	pub inspections: BoundedVec<Inspection<AccountId>, ConstU32<MAX_INSPECTORS>>,
}

impl<AccountId> Submission<AccountId> {
	/// The number of inspectors who accepted (`true`) or rejected (`false`).
	pub fn count(&self, accept: bool) -> usize {
		self.inspections.iter().filter(|inspection| inspection.accept == accept).count()
	}
}

/// An owner's objection to a payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Objection {
	/// Time of the objection.
	pub at: Moment,
	/// Heads that it counts for.
	pub heads: u32,
	/// Hash of the reasons.
	pub reason: ContentHash,
}

/// The ruling on a milestone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Ruling {
	/// The contractor's share of the milestone's amount in fen, including the retention. The rest was returned.
	pub contractor_share: Fen,
	/// Hash of the ruling's text; `None` if the milestone was concluded by rule.
	pub document: Option<ContentHash>,
	/// Time of the ruling.
	pub at: Moment,
	/// The body that ruled.
	pub by: RuledBy,
}

/// The body that ruled on a milestone or a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum RuledBy {
	/// The body that rules on disputes and claims: the committee.
	#[codec(index = 0)]
	RulingBody,
	/// The electorate that opened the project, since nobody else decided in time.
	#[codec(index = 1)]
	Decision {
		/// The proposal of its decision.
		proposal: ProposalId,
	},
	/// Nobody decided: the rule did.
	#[codec(index = 2)]
	Rule,
}

/// What the rule does with a milestone that nobody decides on (D54).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum Conclusion {
	/// The inspectors accepted the work, or a ruling granted it: the contractor is paid.
	Pay,
	/// Nobody accepted the work: its money is returned.
	Return,
}

/// The party that started a dispute.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum DisputedBy {
	/// Related owners, by their objections.
	#[codec(index = 0)]
	Owners,
	/// The contractor, after a rejection or a submission left undecided.
	#[codec(index = 1)]
	Contractor,
}

/// The state of a milestone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum MilestoneState<BlockNumber> {
	/// Waiting for the contractor's submission.
	#[codec(index = 0)]
	Pending,
	/// Waiting for the inspectors.
	#[codec(index = 1)]
	Submitted {
		/// Time of submission.
		at: Moment,
		/// The same in lived time (D46), in ms: lateness and patience are counted in it.
		lived: Moment,
	},
	/// Accepted by the inspectors. Owners can object; afterwards it can be paid.
	#[codec(index = 2)]
	Accepted {
		/// Time of the change.
		at: Moment,
		/// End of the objection window in lived time (D46), in ms; the milestone can be paid from then on.
		until: Moment,
		/// Owners with voting units at the end of this block can object.
		record_block: BlockNumber,
		/// Number of related owners at that time.
		heads: u32,
		/// Number of them who have objected.
		objections: u32,
		/// The last failed payment, if any.
		failure: Option<PaymentFailure>,
	},
	/// Rejected by too many inspectors to be accepted. It can be submitted again.
	#[codec(index = 3)]
	Rejected {
		/// Time of the change.
		at: Moment,
		/// The same in lived time.
		lived: Moment,
	},
	/// Waiting for a ruling.
	#[codec(index = 4)]
	Disputed {
		/// Time of the change.
		at: Moment,
		/// The same in lived time: the time to rule is counted in it.
		lived: Moment,
		/// The party that started the dispute.
		by: DisputedBy,
	},
	/// A ruling granted the contractor a share, which can be paid.
	#[codec(index = 5)]
	Ruled {
		/// Time of the change.
		at: Moment,
		/// The same in lived time.
		lived: Moment,
		/// The last failed payment, if any.
		failure: Option<PaymentFailure>,
	},
	/// The contractor was paid. Final.
	#[codec(index = 6)]
	Paid {
		/// Time of the change.
		at: Moment,
	},
	/// All its money was returned, because it was cancelled or ruled against the contractor. Final.
	#[codec(index = 7)]
	Cancelled {
		/// Time of the change.
		at: Moment,
	},
}

/// A step of a milestone's state machine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step<BlockNumber> {
	/// Submission by the contractor.
	Submit {
		/// Time of the change.
		at: Moment,
		/// End of the time for submissions, in lived time.
		until: Moment,
	},
	/// A report by an inspector.
	Inspect,
	/// Acceptance by enough inspectors.
	Accept {
		/// Time of the change.
		at: Moment,
		/// End of the objection window, in lived time.
		until: Moment,
		/// Owners with voting units at the end of this block can object.
		record_block: BlockNumber,
		/// Number of related owners at that time.
		heads: u32,
	},
	/// Rejection by too many inspectors.
	Reject {
		/// Time of the change.
		at: Moment,
	},
	/// An objection by owners.
	Object {
		/// Time of the change.
		at: Moment,
		/// Number of heads.
		heads: u32,
		/// The share of related owners that stops the payment.
		share: Fraction,
	},
	/// A dispute started by the contractor.
	Dispute {
		/// Time of the change.
		at: Moment,
		/// How long a submission must be left undecided, in ms of lived time.
		patience: Moment,
	},
	/// A ruling by the body that rules on disputes.
	Rule {
		/// Time of the change.
		at: Moment,
		/// The contractor's share, in fen.
		contractor_share: Fen,
	},
	/// A ruling by the electorate that opened the project, since nobody else decided.
	Decide {
		/// Time of the change.
		at: Moment,
		/// The contractor's share, in fen.
		contractor_share: Fen,
		/// How long inspectors or the ruling body must have left the milestone undecided, in ms of lived time.
		patience: Moment,
	},
	/// A failed payment.
	Fail(PaymentFailure),
	/// Payment of the contractor.
	Pay {
		/// Time of the change.
		at: Moment,
	},
	/// Cancellation.
	Cancel {
		/// Time of the change.
		at: Moment,
		/// The deadline of its submission, in lived time.
		deadline: Moment,
	},
	/// Nobody decided: the money is returned by rule.
	Conclude {
		/// Time of the change.
		at: Moment,
		/// From when this is possible, in lived time.
		from: Moment,
	},
	/// Nobody ruled on objections to what the inspectors accepted: the contractor is granted it by rule.
	Uphold {
		/// Time of the change.
		at: Moment,
		/// From when this is possible, in lived time.
		from: Moment,
	},
}

/// Why a step is impossible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepError {
	/// Only a pending or rejected milestone can be submitted.
	NotSubmittable,
	/// Only a submitted milestone can be inspected.
	NotSubmitted,
	/// Owners can only object to an accepted milestone.
	NotAccepted,
	/// The objection window is over.
	ObjectionWindowOver,
	/// Only a rejected milestone, or a submission left undecided, can be disputed.
	NotDisputable,
	/// The inspectors still have time.
	InspectionPeriodRunning,
	/// Only a disputed milestone can be ruled on.
	NotDisputed,
	/// Only an accepted or ruled milestone can be paid.
	NotPayable,
	/// Owners can still object.
	ObjectionWindowRunning,
	/// The milestone is in progress.
	MilestoneInProgress,
	/// The milestone is settled.
	Settled,
	/// A number overflows.
	Overflow,
	/// The deadline is too long ago for a submission.
	SubmissionOver,
	/// Inspectors, or the body that rules, still have time.
	RulingPeriodRunning,
	/// Others still have time to decide.
	ConclusionPeriodRunning,
}

impl<BlockNumber: Copy> MilestoneState<BlockNumber> {
	/// The state after `step` at the lived time `lived`, or the reason why the step is impossible. These are all
	/// transitions: every change of a stored state goes through this function.
	pub fn after(&self, step: Step<BlockNumber>, lived: Moment) -> Result<Self, StepError> {
		match step {
			Step::Submit { at, until } => match self {
				Self::Pending | Self::Rejected { .. } if lived >= until => Err(StepError::SubmissionOver),
				Self::Pending | Self::Rejected { .. } => Ok(Self::Submitted { at, lived }),
				_ => Err(StepError::NotSubmittable),
			},
			Step::Inspect => self.if_submitted(*self),
			Step::Accept { at, until, record_block, heads } => {
				self.if_submitted(Self::Accepted { at, until, record_block, heads, objections: 0, failure: None })
			}
			Step::Reject { at } => self.if_submitted(Self::Rejected { at, lived }),
			Step::Object { at, heads, share } => self.after_objections(at, lived, heads, share),
			Step::Dispute { at, patience } => match self {
				Self::Rejected { .. } => Ok(Self::Disputed { at, lived, by: DisputedBy::Contractor }),
				Self::Submitted { lived: submitted, .. } => {
					if lived < submitted.checked_add(patience).ok_or(StepError::Overflow)? {
						return Err(StepError::InspectionPeriodRunning);
					}
					Ok(Self::Disputed { at, lived, by: DisputedBy::Contractor })
				}
				_ => Err(StepError::NotDisputable),
			},
			Step::Rule { at, contractor_share } => match self {
				Self::Disputed { .. } => Ok(Self::ruled(at, lived, contractor_share)),
				_ => Err(StepError::NotDisputed),
			},
			Step::Decide { at, contractor_share, patience } => match self {
				Self::Submitted { lived: since, .. } | Self::Disputed { lived: since, .. } => {
					if lived < since.checked_add(patience).ok_or(StepError::Overflow)? {
						return Err(StepError::RulingPeriodRunning);
					}
					Ok(Self::ruled(at, lived, contractor_share))
				}
				_ => Err(StepError::NotDisputed),
			},
			Step::Fail(failure) => self.if_payable(lived, self.with_failure(failure)),
			Step::Pay { at } => self.if_payable(lived, Self::Paid { at }),
			Step::Cancel { at, deadline } => match self {
				_ if self.is_cancellable(deadline) => Ok(Self::Cancelled { at }),
				Self::Paid { .. } | Self::Cancelled { .. } => Err(StepError::Settled),
				_ => Err(StepError::MilestoneInProgress),
			},
			Step::Conclude { at, from } => self.if_concludable(lived, from, Self::Cancelled { at }),
			Step::Uphold { at, from } => match self {
				Self::Disputed { by: DisputedBy::Owners, .. } => {
					self.if_concludable(lived, from, Self::Ruled { at, lived, failure: None })
				}
				_ => Err(StepError::NotDisputed),
			},
		}
	}

	/// The lived time from which anyone can have it concluded by rule, and what the rule does; `None` if it is settled.
	///
	/// `deadline` and the objection window are those of its terms, the former in lived time; `period` is how long
	/// nobody must have decided.
	pub fn concludes(&self, deadline: Moment, window: Moment, period: Moment) -> Option<(Moment, Conclusion)> {
		let (since, conclusion) = match *self {
			Self::Pending => (deadline, Conclusion::Return),
			// The contractor can dispute after the objection window, and has the whole period to do so.
			Self::Submitted { lived, .. } => (lived.saturating_add(window), Conclusion::Return),
			Self::Rejected { lived, .. } => (lived.max(deadline), Conclusion::Return),
			Self::Accepted { until, .. } => (until, Conclusion::Pay),
			Self::Disputed { lived, by: DisputedBy::Owners, .. } => (lived, Conclusion::Pay),
			Self::Disputed { lived, by: DisputedBy::Contractor, .. } => (lived, Conclusion::Return),
			Self::Ruled { lived, .. } => (lived, Conclusion::Pay),
			Self::Paid { .. } | Self::Cancelled { .. } => return None,
		};
		Some((since.saturating_add(period), conclusion))
	}

	/// Whether the contractor could not be paid at the last attempt.
	pub const fn has_failed(&self) -> bool {
		matches!(self, Self::Accepted { failure: Some(_), .. } | Self::Ruled { failure: Some(_), .. })
	}

	/// Whether work on it was submitted and is not settled: its terms, and the payee, stay as they are.
	pub const fn is_in_progress(&self) -> bool {
		!self.is_submittable() && !self.is_final()
	}

	const fn ruled(at: Moment, lived: Moment, contractor_share: Fen) -> Self {
		match contractor_share {
			0 => Self::Cancelled { at },
			_ => Self::Ruled { at, lived, failure: None },
		}
	}

	fn if_concludable(&self, lived: Moment, from: Moment, then: Self) -> Result<Self, StepError> {
		if self.is_final() {
			return Err(StepError::Settled);
		}
		if lived < from {
			return Err(StepError::ConclusionPeriodRunning);
		}
		Ok(then)
	}

	/// Whether no further transition is possible.
	pub const fn is_final(&self) -> bool {
		matches!(self, Self::Paid { .. } | Self::Cancelled { .. })
	}

	/// Whether it can be cancelled: it is pending or rejected, or was submitted after its `deadline`, which is in lived
	/// time. Without the latter, a late contractor could prevent a cancellation by submitting again and again.
	pub const fn is_cancellable(&self, deadline: Moment) -> bool {
		match self {
			Self::Pending | Self::Rejected { .. } => true,
			Self::Submitted { lived, .. } => *lived > deadline,
			_ => false,
		}
	}

	/// Whether the contractor can submit it.
	pub const fn is_submittable(&self) -> bool {
		matches!(self, Self::Pending | Self::Rejected { .. })
	}

	fn if_submitted(&self, then: Self) -> Result<Self, StepError> {
		match self {
			Self::Submitted { .. } => Ok(then),
			_ => Err(StepError::NotSubmitted),
		}
	}

	fn if_payable(&self, lived: Moment, then: Self) -> Result<Self, StepError> {
		match self {
			Self::Accepted { until, .. } if lived < *until => Err(StepError::ObjectionWindowRunning),
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

	fn after_objections(&self, now: Moment, lived: Moment, more: u32, share: Fraction) -> Result<Self, StepError> {
		let Self::Accepted { at, until, record_block, heads, objections, failure } = *self else {
			return Err(StepError::NotAccepted);
		};
		if lived >= until {
			return Err(StepError::ObjectionWindowOver);
		}
		let objections = objections.checked_add(more).ok_or(StepError::Overflow)?;
		Ok(match share.compare(objections.into(), heads.into()) {
			Some(Ordering::Equal | Ordering::Greater) => Self::Disputed { at: now, lived, by: DisputedBy::Owners },
			_ => Self::Accepted { at, until, record_block, heads, objections, failure },
		})
	}
}

/// Where a milestone's money went. The total never exceeds its amount, and equals it once the milestone is settled.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Sums {
	/// Paid to the contractor on settlement, in fen.
	pub paid: Fen,
	/// Retained for the warranty on settlement, in fen. The project records its later use.
	pub retained: Fen,
	/// Returned to the sources, in fen.
	pub returned: Fen,
}

impl Sums {
	/// The total. `None` on overflow.
	pub fn total(&self) -> Option<Fen> {
		self.paid.checked_add(self.retained)?.checked_add(self.returned)
	}
}

/// A milestone.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Milestone<AccountId, BlockNumber> {
	/// Its state.
	pub state: MilestoneState<BlockNumber>,
	/// The deadline of its submission in lived time (D46), in ms: a standstill since it was agreed postpones it.
	pub deadline: Moment,
	/// The latest submission.
	pub submission: Option<Submission<AccountId>>,
	/// The ruling, if there was one.
	pub ruling: Option<Ruling>,
	/// Where its money went.
	pub sums: Sums,
}

impl<AccountId, BlockNumber: Copy> Milestone<AccountId, BlockNumber> {
	/// A pending milestone, to be submitted until `deadline`, in lived time.
	pub const fn new(deadline: Moment) -> Self {
		Self {
			state: MilestoneState::Pending,
			deadline,
			submission: None,
			ruling: None,
			sums: Sums { paid: 0, retained: 0, returned: 0 },
		}
	}

	/// Applies a step at the lived time `lived`.
	pub fn take(&mut self, step: Step<BlockNumber>, lived: Moment) -> Result<(), StepError> {
		self.state = self.state.after(step, lived)?;
		Ok(())
	}

	/// The contractor's share of `amount`: the one ruled, or all of it.
	pub fn contractor_share(&self, amount: Fen) -> Fen {
		self.ruling.as_ref().map_or(amount, |ruling| ruling.contractor_share)
	}
}
