// SPDX-License-Identifier: Apache-2.0

//! Why the pallet refuses.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod errors {
	/// What can be wrong, and what to do about it.
	#[pallet::error]
	pub enum Error<T> {
		/// The terms cannot be lived by: the flaw says why.
		InvalidTerms(TermsError),
		/// The rules cannot be lived by: the flaw says why.
		InvalidRules(RulesError),
		/// There is no such pot: see the list of pots.
		PotNotFound,
		/// The register does not know this account: ask an owner to name you as a resident, or act with the account
		/// that it knows.
		NotMember,
		/// This provider lists as many resources as can be: withdraw one, and wait until its bookings are forgotten.
		TooManyResources,
		/// There is no resource of this id.
		ResourceNotFound,
		/// Only the provider may do this.
		NotProvider,
		/// Bookings of this resource are on record, so that its slots cannot be counted otherwise: list another
		/// resource.
		SlotLengthFixed,
		/// The resource is withdrawn for good: list another.
		ResourceWithdrawn,
		/// The resource is suspended: book another, or wait until its provider resumes it.
		ResourceSuspended,
		/// The resource is suspended already.
		AlreadySuspended,
		/// The resource is not suspended.
		NotSuspended,
		/// Its bookings are being refunded: wait some blocks.
		RefundsInProgress,
		/// The resource's provider has left the community: book another.
		ProviderLeft,
		/// This is your own: use it without a booking.
		OwnResource,
		/// Fewer slots than this resource is booked for: take more.
		TooShort,
		/// More slots than this resource is booked for: take fewer, or make several bookings.
		TooLong,
		/// It is not open over all of these slots: see its windows.
		NotInOpeningWindows,
		/// It begins too soon: see the lead time, and take a later one.
		TooEarly,
		/// It ends too far ahead: see the horizon, and take an earlier one.
		TooFarAhead,
		/// A series names weekdays by bits 0 to 6, and has 1 to 64 bookings.
		InvalidSeries,
		/// One of these slots is taken: ask for the free ones.
		SlotsAlreadyTaken,
		/// You have as many open bookings as can be: wait until some are settled, or cancel some.
		TooManyBookings,
		/// Price and deposit are more than you have, or would leave not a fen on an account that nothing else keeps: top up
		/// at the cashier's.
		InsufficientFunds,
		/// There is no booking of this id, or it was forgotten.
		BookingNotFound,
		/// Only the renter may do this.
		NotRenter,
		/// Only renter and provider may do this, or, where it is about the use, the resource's device, if the owners
		/// appointed it.
		NotParty,
		/// It has been started, or is over: only what is booked is started or cancelled.
		NotBooked,
		/// It has not begun: start it then.
		BookingNotBegun,
		/// It is over: what was not started by its end counts as returned.
		BookingOver,
		/// Only what has begun, and is not back, can be returned.
		NotStarted,
		/// Damage is claimed once, after the return.
		NotReturned,
		/// No claim waits for an answer.
		NotClaimed,
		/// There is no dispute for which a panel is to be drawn.
		NotDisputed,
		/// No panel sits on this booking.
		NotEmpanelled,
		/// There is no ruling to appeal from.
		NotRuled,
		/// The committee is not asked about this booking.
		NotAppealed,
		/// The time for it is over.
		WindowOver,
		/// Nothing is due on this booking, or a draw, which nobody can ask for: wait.
		NotDue,
		/// A claim of nothing claims nothing.
		InvalidClaim,
		/// It is more than is left of the deposit, or was claimed: name at most that.
		AmountTooLarge,
		/// Only those drawn for the panel vote.
		NotOnPanel,
		/// You have voted: a vote cannot be changed.
		AlreadyVoted,
		/// Only a settled booking is rated.
		NotSettled,
		/// A rating is 1 to 5.
		InvalidRating,
		/// You have rated this booking.
		AlreadyRated,
		/// Only the resource's device may do this.
		NotDevice,
		/// The booking is another resource's.
		ResourceMismatch,
		/// The renter may not use it now: uses are recorded from start to end, until it is returned.
		NotInUse,
		/// As many uses are recorded as can be.
		TooManyUses,
		/// A number does not fit. This cannot be: report it.
		Overflow,
		/// It has begun: return it instead, and what is left of its time is free for others.
		BookingAlreadyBegun,
		/// Until its end only the renter can say that it is back, or the device.
		BookingRunning,
		/// The committee acts for the community and would rule on its own case: only the renter can appeal here.
		OwnCase,
		/// You have as many bookings of this resource as its terms let one renter have at once: use or cancel one first.
		TooManyBookingsOfResource,
		/// The community's clocks are set within these slots: book what comes before or after that.
		NotDuringClockChange,
	}
}
