// SPDX-License-Identifier: Apache-2.0

//! The states of a booking, and the one function that defines their transitions.

use super::Instant;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::Moment;
use scale_info::TypeInfo;

/// The side that cancelled, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum CancelledBy {
	/// The renter: the cancellation policy applies.
	#[codec(index = 0)]
	Renter,
	/// The provider: the whole price is refunded.
	#[codec(index = 1)]
	Provider,
	/// The renter, because another renter still has the resource: the whole price is refunded.
	#[codec(index = 2)]
	KeptOut,
	/// Neither: renter or provider left the community before the booking was started. If the provider did, the whole
	/// price is refunded, else the cancellation policy applies.
	#[codec(index = 3)]
	Left,
}

/// The state of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum BookingState<BlockNumber> {
	/// It has not begun, or was not started.
	#[codec(index = 0)]
	Booked,
	/// The renter has the resource.
	#[codec(index = 1)]
	Started {
		/// The time of the start.
		at: Moment,
	},
	/// The resource was returned. Either side can claim.
	#[codec(index = 2)]
	Returned {
		/// The time of the return.
		at: Moment,
		/// The lived time until which either side can claim, exclusive.
		until: Moment,
	},
	/// A side claims. The other can accept or dispute it.
	#[codec(index = 3)]
	Claimed {
		/// The time of the claim.
		at: Moment,
		/// The lived time until which it can be disputed, exclusive.
		until: Moment,
	},
	/// The secrets are revealed or withheld, and a panel is to be drawn.
	#[codec(index = 4)]
	Disputed {
		/// The time from which on no secret is revealed any more.
		at: Moment,
		/// The block of that time: only randomness of later blocks may be used to draw.
		block: BlockNumber,
	},
	/// A panel is voting.
	#[codec(index = 5)]
	Empanelled {
		/// The lived time until which its members can vote, exclusive.
		until: Moment,
		/// Whether members who did not vote were replaced already.
		replaced: bool,
	},
	/// The panel has ruled. Either side can appeal.
	#[codec(index = 6)]
	Ruled {
		/// The time of the ruling.
		at: Moment,
		/// The lived time until which it can be appealed, exclusive.
		until: Moment,
	},
	/// The committee is to rule: after an appeal, or because no panel ruled.
	#[codec(index = 7)]
	Appealed {
		/// The time of the appeal.
		at: Moment,
		/// The lived time until which the committee can rule, exclusive.
		until: Moment,
	},
	/// Everything is paid, and nothing is held. Final.
	#[codec(index = 8)]
	Settled {
		/// The time of the settlement.
		at: Moment,
	},
	/// It was cancelled, and nothing is held. Final.
	#[codec(index = 9)]
	Cancelled {
		/// The time of the cancellation.
		at: Moment,
		/// The side that cancelled, and why.
		by: CancelledBy,
	},
	/// The claim is disputed, and both sides can reveal their secrets.
	#[codec(index = 10)]
	Revealing {
		/// The time of the dispute.
		at: Moment,
		/// The lived time until which they can, exclusive.
		until: Moment,
	},
}

/// Why a booking is settled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Closing {
	/// Neither side claimed in time.
	Unclaimed,
	/// The other side accepted the claim.
	Accepted,
	/// The other side did not answer the claim in time.
	Silence,
	/// Neither side appealed in time.
	Unappealed,
	/// The committee ruled.
	Committee,
	/// The committee did not rule in time.
	CommitteeSilence,
}

/// A step in the life of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step<BlockNumber> {
	/// The renter or the device starts the booking.
	Start {
		/// The present.
		at: Instant,
		/// The start of the booking.
		start: Moment,
		/// The end of the booking, exclusive.
		end: Moment,
	},
	/// The resource is returned, or a renter who never started the booking no longer needs it.
	Return {
		/// The present.
		at: Instant,
		/// The start of the booking.
		start: Moment,
		/// The lived time until which either side can claim, exclusive.
		until: Moment,
	},
	/// The booking lapses: it was not started by its end, or not returned long after it.
	Lapse {
		/// The present.
		at: Instant,
		/// The clock time at which that was due.
		due: Moment,
		/// The lived time until which either side can claim, exclusive.
		until: Moment,
	},
	/// A side claims.
	Claim {
		/// The present.
		at: Instant,
		/// The lived time until which the claim can be disputed, exclusive.
		until: Moment,
	},
	/// The other side disputes the claim.
	Dispute {
		/// The present.
		at: Instant,
		/// The lived time until which both sides can reveal their secrets, exclusive.
		until: Moment,
	},
	/// A side reveals its secret.
	Reveal {
		/// The present.
		at: Instant,
	},
	/// No secret is to come any more: all are revealed, or the time for it is over.
	Close {
		/// The present.
		at: Instant,
		/// The current block.
		block: BlockNumber,
		/// Whether both sides have revealed theirs.
		complete: bool,
	},
	/// A panel is drawn.
	Empanel {
		/// The lived time until which its members can vote, exclusive.
		until: Moment,
	},
	/// A member of the panel votes.
	Vote {
		/// The present.
		at: Instant,
	},
	/// Members who did not vote in time are replaced.
	Replace {
		/// The present.
		at: Instant,
		/// The lived time until which the replacements can vote, exclusive.
		until: Moment,
	},
	/// All members have voted, and the panel rules.
	Rule {
		/// The present.
		at: Instant,
		/// The lived time until which the ruling can be appealed, exclusive.
		until: Moment,
	},
	/// No panel rules: the claim goes to the committee.
	Escalate {
		/// The present.
		at: Instant,
		/// The lived time until which the committee can rule, exclusive.
		until: Moment,
	},
	/// A side appeals.
	Appeal {
		/// The present.
		at: Instant,
		/// The lived time until which the committee can rule, exclusive.
		until: Moment,
	},
	/// The booking is settled.
	Settle {
		/// The present.
		at: Instant,
		/// The reason.
		closing: Closing,
	},
	/// The booking is cancelled.
	Cancel {
		/// The present.
		at: Instant,
		/// The start of the booking.
		start: Moment,
		/// The side that cancels, and why.
		by: CancelledBy,
	},
}

/// Why a step is not possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepError {
	/// Only a booking that was not started can be started or cancelled.
	NotBooked,
	/// The booking has not begun.
	BookingNotBegun,
	/// The booking has begun: the renter may have the resource, and has to return it.
	Begun,
	/// The booking is over.
	Over,
	/// The booking was returned or cancelled already.
	NotStarted,
	/// A claim is made once, after the return.
	NotReturned,
	/// Only a claim can be accepted or disputed.
	NotClaimed,
	/// A panel is drawn only for a dispute.
	NotDisputed,
	/// No panel is voting.
	NotEmpanelled,
	/// Only a panel's ruling can be appealed.
	NotRuled,
	/// The booking is not before the committee.
	NotAppealed,
	/// The time for this step is over.
	WindowOver,
	/// The time for other steps is not over.
	NotDue,
	/// No secret is to be revealed.
	NotRevealing,
}

impl<BlockNumber: Copy> BookingState<BlockNumber> {
	/// The state after `step`, or why the step is not possible. Every change of a stored state goes through here, so
	/// that there are no other transitions.
	pub fn after(&self, step: Step<BlockNumber>) -> Result<Self, StepError> {
		match step {
			Step::Start { at, start, end } => match self {
				Self::Booked if at.clock < start => Err(StepError::BookingNotBegun),
				Self::Booked if at.clock >= end => Err(StepError::Over),
				Self::Booked => Ok(Self::Started { at: at.clock }),
				_ => Err(StepError::NotBooked),
			},
			Step::Return { at, start, until } => match self {
				Self::Booked if at.clock < start => Err(StepError::BookingNotBegun),
				Self::Booked | Self::Started { .. } => Ok(Self::Returned { at: at.clock, until }),
				_ => Err(StepError::NotStarted),
			},
			Step::Lapse { at, due, until } => match self {
				Self::Booked | Self::Started { .. } if at.clock < due => Err(StepError::NotDue),
				Self::Booked | Self::Started { .. } => Ok(Self::Returned { at: at.clock, until }),
				_ => Err(StepError::NotStarted),
			},
			Step::Claim { at, until } => match self {
				Self::Returned { until: end, .. } => before(at, *end).map(|()| Self::Claimed { at: at.clock, until }),
				_ => Err(StepError::NotReturned),
			},
			Step::Dispute { at, until } => match self {
				Self::Claimed { until: end, .. } => before(at, *end).map(|()| Self::Revealing { at: at.clock, until }),
				_ => Err(StepError::NotClaimed),
			},
			Step::Reveal { at } => match self {
				Self::Revealing { until, .. } => before(at, *until).map(|()| *self),
				_ => Err(StepError::NotRevealing),
			},
			Step::Close { at, block, complete } => match self {
				Self::Revealing { .. } if complete => Ok(Self::Disputed { at: at.clock, block }),
				Self::Revealing { until, .. } => since(at, *until).map(|()| Self::Disputed { at: at.clock, block }),
				_ => Err(StepError::NotRevealing),
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
				Self::Empanelled { .. } => Ok(Self::Ruled { at: at.clock, until }),
				_ => Err(StepError::NotEmpanelled),
			},
			Step::Escalate { at, until } => match self {
				Self::Disputed { .. } => Ok(Self::Appealed { at: at.clock, until }),
				Self::Empanelled { until: end, .. } => since(at, *end).map(|()| Self::Appealed { at: at.clock, until }),
				_ => Err(StepError::NotDisputed),
			},
			Step::Appeal { at, until } => match self {
				Self::Ruled { until: end, .. } => before(at, *end).map(|()| Self::Appealed { at: at.clock, until }),
				_ => Err(StepError::NotRuled),
			},
			Step::Settle { at, closing } => self.can_close(at, closing).map(|()| Self::Settled { at: at.clock }),
			Step::Cancel { at, start, by } => match self {
				// Otherwise a renter who never called `start` could get the deposit back before damage can be claimed.
				Self::Booked if by == CancelledBy::Renter && at.clock > start => Err(StepError::Begun),
				Self::Booked => Ok(Self::Cancelled { at: at.clock, by }),
				_ => Err(StepError::NotBooked),
			},
		}
	}

	fn can_close(&self, at: Instant, closing: Closing) -> Result<(), StepError> {
		match (closing, self) {
			(Closing::Unclaimed, Self::Returned { until, .. })
			| (Closing::Silence, Self::Claimed { until, .. })
			| (Closing::Unappealed, Self::Ruled { until, .. })
			| (Closing::CommitteeSilence, Self::Appealed { until, .. }) => since(at, *until),
			// Also after `until`, before a block settles it: silence means acceptance anyway.
			(Closing::Accepted, Self::Claimed { .. }) => Ok(()),
			(Closing::Committee, Self::Appealed { until, .. }) => before(at, *until),
			(Closing::Unclaimed, _) => Err(StepError::NotReturned),
			(Closing::Accepted | Closing::Silence, _) => Err(StepError::NotClaimed),
			(Closing::Unappealed, _) => Err(StepError::NotRuled),
			(Closing::Committee | Closing::CommitteeSilence, _) => Err(StepError::NotAppealed),
		}
	}

	/// The lived time until which somebody can act, exclusive; `None` if the state has no such time.
	pub const fn until(&self) -> Option<Moment> {
		match self {
			Self::Returned { until, .. }
			| Self::Claimed { until, .. }
			| Self::Revealing { until, .. }
			| Self::Empanelled { until, .. }
			| Self::Ruled { until, .. }
			| Self::Appealed { until, .. } => Some(*until),
			_ => None,
		}
	}

	/// Whether the state is final: no step follows, and nothing is held.
	pub const fn is_final(&self) -> bool {
		matches!(self, Self::Settled { .. } | Self::Cancelled { .. })
	}

	/// Whether the booking occupies its slots: until it is returned or cancelled.
	pub const fn occupies(&self) -> bool {
		matches!(self, Self::Booked | Self::Started { .. })
	}

	/// Whether there is a claim that is not settled yet.
	pub const fn is_contested(&self) -> bool {
		matches!(
			self,
			Self::Claimed { .. }
				| Self::Revealing { .. }
				| Self::Disputed { .. }
				| Self::Empanelled { .. }
				| Self::Ruled { .. }
				| Self::Appealed { .. }
		)
	}
}

/// Ensures that `end` has not been lived to.
fn before(at: Instant, end: Moment) -> Result<(), StepError> {
	if at.lived < end {
		Ok(())
	} else {
		Err(StepError::WindowOver)
	}
}

/// Ensures that `end` has been lived to.
fn since(at: Instant, end: Moment) -> Result<(), StepError> {
	if at.lived >= end {
		Ok(())
	} else {
		Err(StepError::NotDue)
	}
}
