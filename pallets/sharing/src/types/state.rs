// SPDX-License-Identifier: Apache-2.0

//! What can become of a booking: one enum, and one function that says which transitions exist.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::Moment;
use scale_info::TypeInfo;

/// Who cancelled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum CancelledBy {
	/// The renter: the policy says what comes back.
	#[codec(index = 0)]
	Renter,
	/// The provider: all comes back.
	#[codec(index = 1)]
	Provider,
	/// The renter, since another still has it: all comes back.
	#[codec(index = 2)]
	KeptOut,
}

/// Where a booking stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum BookingState<BlockNumber> {
	/// It has not begun, or nobody said so.
	#[codec(index = 0)]
	Booked,
	/// The renter has it.
	#[codec(index = 1)]
	Started {
		/// Since when.
		at: Moment,
	},
	/// It is back. The provider can claim damage.
	#[codec(index = 2)]
	Returned {
		/// Since when.
		at: Moment,
		/// Until when damage can be claimed, exclusive.
		until: Moment,
	},
	/// Damage is claimed. The renter can accept or dispute it.
	#[codec(index = 3)]
	Claimed {
		/// Since when.
		at: Moment,
		/// Until when it can be disputed, exclusive.
		until: Moment,
	},
	/// The claim is disputed, and waits for a panel to be drawn.
	#[codec(index = 4)]
	Disputed {
		/// Since when.
		at: Moment,
		/// Since which block: only what chance brings after it may draw.
		block: BlockNumber,
	},
	/// A panel rules.
	#[codec(index = 5)]
	Empanelled {
		/// Until when its members can vote, exclusive.
		until: Moment,
		/// Whether those who had not voted were replaced already.
		replaced: bool,
	},
	/// The panel ruled. Either side can appeal.
	#[codec(index = 6)]
	Ruled {
		/// When.
		at: Moment,
		/// Until when it can be appealed, exclusive.
		until: Moment,
	},
	/// The committee rules: after an appeal, or because no panel did.
	#[codec(index = 7)]
	Appealed {
		/// Since when.
		at: Moment,
		/// Until when it can rule, exclusive.
		until: Moment,
	},
	/// All is paid and nothing held. Final.
	#[codec(index = 8)]
	Settled {
		/// When.
		at: Moment,
	},
	/// It did not take place. Nothing is held. Final.
	#[codec(index = 9)]
	Cancelled {
		/// When.
		at: Moment,
		/// By whom.
		by: CancelledBy,
	},
}

/// Why a booking is settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Closing {
	/// Nothing was claimed in time.
	Unclaimed,
	/// The renter accepted the claim.
	Accepted,
	/// The renter did not dispute it in time.
	Silence,
	/// Nobody appealed in time.
	Unappealed,
	/// The committee ruled.
	Committee,
	/// The committee did not rule in time.
	CommitteeSilence,
}

/// What is done to a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step<BlockNumber> {
	/// The renter, or the device, takes it.
	Start {
		/// When.
		at: Moment,
		/// When the booking begins.
		start: Moment,
		/// When it ends.
		end: Moment,
	},
	/// It comes back, or the renter who never said so needs it no more.
	Return {
		/// When.
		at: Moment,
		/// When the booking begins.
		start: Moment,
		/// Until when damage can be claimed.
		until: Moment,
	},
	/// Its time passed: nobody started it by its end, or nobody returned it long after.
	Lapse {
		/// When.
		at: Moment,
		/// When that was due.
		due: Moment,
		/// Until when damage can be claimed.
		until: Moment,
	},
	/// The provider claims damage.
	Claim {
		/// When.
		at: Moment,
		/// Until when it can be disputed.
		until: Moment,
	},
	/// The renter disputes it.
	Dispute {
		/// When.
		at: Moment,
		/// In which block.
		block: BlockNumber,
	},
	/// A panel is drawn.
	Empanel {
		/// Until when it can vote.
		until: Moment,
	},
	/// A member votes.
	Vote {
		/// When.
		at: Moment,
	},
	/// Those who did not vote in time are replaced.
	Replace {
		/// When.
		at: Moment,
		/// Until when the new ones can vote.
		until: Moment,
	},
	/// All have voted.
	Rule {
		/// When.
		at: Moment,
		/// Until when it can be appealed.
		until: Moment,
	},
	/// There is no panel that rules: the committee does.
	Escalate {
		/// When.
		at: Moment,
		/// Until when it can rule.
		until: Moment,
	},
	/// A side appeals.
	Appeal {
		/// When.
		at: Moment,
		/// Until when the committee can rule.
		until: Moment,
	},
	/// The money goes where it belongs.
	Settle {
		/// When.
		at: Moment,
		/// Why.
		closing: Closing,
	},
	/// It is cancelled.
	Cancel {
		/// When.
		at: Moment,
		/// When the booking begins.
		start: Moment,
		/// By whom.
		by: CancelledBy,
	},
}

/// Why there is no such step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepError {
	/// Only what is booked is started or cancelled.
	NotBooked,
	/// It has not begun.
	BookingNotBegun,
	/// It has begun: the renter may have it, and returns it.
	Begun,
	/// It is over.
	Over,
	/// Only what has begun, and is not back, is returned.
	NotStarted,
	/// Damage is claimed after the return, once.
	NotReturned,
	/// Only a claim is accepted or disputed.
	NotClaimed,
	/// A panel is drawn for a dispute.
	NotDisputed,
	/// Only a panel that sits votes.
	NotEmpanelled,
	/// Only a ruling is appealed.
	NotRuled,
	/// Only what is appealed is ruled by the committee.
	NotAppealed,
	/// The time for it is over.
	WindowOver,
	/// The time to do otherwise is not over.
	NotDue,
}

impl<BlockNumber: Copy> BookingState<BlockNumber> {
	/// The state after `step`, or why there is none. No other transitions exist: every change of a stored state asks
	/// here.
	pub fn after(&self, step: Step<BlockNumber>) -> Result<Self, StepError> {
		match step {
			Step::Start { at, start, end } => match self {
				Self::Booked if at < start => Err(StepError::BookingNotBegun),
				Self::Booked if at >= end => Err(StepError::Over),
				Self::Booked => Ok(Self::Started { at }),
				_ => Err(StepError::NotBooked),
			},
			Step::Return { at, start, until } => match self {
				Self::Booked if at < start => Err(StepError::BookingNotBegun),
				Self::Booked | Self::Started { .. } => Ok(Self::Returned { at, until }),
				_ => Err(StepError::NotStarted),
			},
			Step::Lapse { at, due, until } => match self {
				Self::Booked | Self::Started { .. } if at < due => Err(StepError::NotDue),
				Self::Booked | Self::Started { .. } => Ok(Self::Returned { at, until }),
				_ => Err(StepError::NotStarted),
			},
			Step::Claim { at, until } => match self {
				Self::Returned { until: end, .. } => before(at, *end).map(|()| Self::Claimed { at, until }),
				_ => Err(StepError::NotReturned),
			},
			Step::Dispute { at, block } => match self {
				Self::Claimed { until, .. } => before(at, *until).map(|()| Self::Disputed { at, block }),
				_ => Err(StepError::NotClaimed),
			},
			Step::Empanel { until } => match self {
				Self::Disputed { .. } => Ok(Self::Empanelled { until, replaced: false }),
				_ => Err(StepError::NotDisputed),
			},
			Step::Vote { at } => match self {
				Self::Empanelled { until, .. } => before(at, *until).map(|()| *self),
				_ => Err(StepError::NotEmpanelled),
			},
			Step::Replace { at, until } => match self {
				Self::Empanelled { until: end, replaced: false } => {
					since(at, *end).map(|()| Self::Empanelled { until, replaced: true })
				}
				_ => Err(StepError::NotEmpanelled),
			},
			Step::Rule { at, until } => match self {
				Self::Empanelled { .. } => Ok(Self::Ruled { at, until }),
				_ => Err(StepError::NotEmpanelled),
			},
			Step::Escalate { at, until } => match self {
				Self::Disputed { .. } => Ok(Self::Appealed { at, until }),
				Self::Empanelled { until: end, .. } => since(at, *end).map(|()| Self::Appealed { at, until }),
				_ => Err(StepError::NotDisputed),
			},
			Step::Appeal { at, until } => match self {
				Self::Ruled { until: end, .. } => before(at, *end).map(|()| Self::Appealed { at, until }),
				_ => Err(StepError::NotRuled),
			},
			Step::Settle { at, closing } => self.can_close(at, closing).map(|()| Self::Settled { at }),
			Step::Cancel { at, start, by } => match self {
				// Whoever took it without a word could else have the deposit back before damage can be claimed.
				Self::Booked if by == CancelledBy::Renter && at > start => Err(StepError::Begun),
				Self::Booked => Ok(Self::Cancelled { at, by }),
				_ => Err(StepError::NotBooked),
			},
		}
	}

	fn can_close(&self, at: Moment, closing: Closing) -> Result<(), StepError> {
		match (closing, self) {
			(Closing::Unclaimed, Self::Returned { until, .. })
			| (Closing::Silence, Self::Claimed { until, .. })
			| (Closing::Unappealed, Self::Ruled { until, .. })
			| (Closing::CommitteeSilence, Self::Appealed { until, .. }) => since(at, *until),
			// Whoever keeps silent long enough has said something, even where no block noticed yet.
			(Closing::Accepted, Self::Claimed { .. }) => Ok(()),
			(Closing::Committee, Self::Appealed { until, .. }) => before(at, *until),
			(Closing::Unclaimed, _) => Err(StepError::NotReturned),
			(Closing::Accepted | Closing::Silence, _) => Err(StepError::NotClaimed),
			(Closing::Unappealed, _) => Err(StepError::NotRuled),
			(Closing::Committee | Closing::CommitteeSilence, _) => Err(StepError::NotAppealed),
		}
	}

	/// Until when somebody can say something, exclusive; `None` where nobody is waited for.
	pub const fn until(&self) -> Option<Moment> {
		match self {
			Self::Returned { until, .. }
			| Self::Claimed { until, .. }
			| Self::Empanelled { until, .. }
			| Self::Ruled { until, .. }
			| Self::Appealed { until, .. } => Some(*until),
			_ => None,
		}
	}

	/// Whether nothing can become of it any more, and nothing is held.
	pub const fn is_final(&self) -> bool {
		matches!(self, Self::Settled { .. } | Self::Cancelled { .. })
	}

	/// Whether its slots are its own: from booking to return.
	pub const fn occupies(&self) -> bool {
		matches!(self, Self::Booked | Self::Started { .. })
	}

	/// Whether there is a claim to it that nothing became of yet.
	pub const fn is_contested(&self) -> bool {
		matches!(
			self,
			Self::Claimed { .. }
				| Self::Disputed { .. }
				| Self::Empanelled { .. }
				| Self::Ruled { .. }
				| Self::Appealed { .. }
		)
	}
}

/// Whether there is time until `end`, exclusive.
fn before(at: Moment, end: Moment) -> Result<(), StepError> {
	if at < end {
		Ok(())
	} else {
		Err(StepError::WindowOver)
	}
}

/// Whether the time until `end` is over.
fn since(at: Moment, end: Moment) -> Result<(), StepError> {
	if at >= end {
		Ok(())
	} else {
		Err(StepError::NotDue)
	}
}
