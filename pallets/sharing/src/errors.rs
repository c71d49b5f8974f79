// SPDX-License-Identifier: Apache-2.0

//! The errors of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The errors section of the pallet.
#[pallet_section]
mod errors {
	/// Why a call fails, and what to do about it.
	#[pallet::error]
	pub enum Error<T> {
		/// The terms are invalid: correct what the inner error names.
		InvalidTerms(TermsError),
		/// The rules are invalid: correct what the inner error names.
		InvalidRules(RulesError),
		/// There is no pot with this id: choose one from the list of pots.
		PotNotFound,
		/// The register does not know this account: ask an owner to name you as a resident, or use the account that is
		/// registered.
		NotMember,
		/// Your household has the maximum number of resources, or the pot has: withdraw one, and wait until its
		/// bookings are removed.
		TooManyResources,
		/// There is no resource with this id: search for the resource again.
		ResourceNotFound,
		/// Only the provider can do this: ask the provider.
		NotProvider,
		/// The slot length cannot change while bookings of the resource are on record: list another resource.
		SlotLengthFixed,
		/// The resource is withdrawn for good: list or book another.
		ResourceWithdrawn,
		/// The resource is suspended: book another, or wait until its provider resumes it.
		ResourceSuspended,
		/// The resource is suspended already: there is nothing to do.
		AlreadySuspended,
		/// The resource is not suspended: there is nothing to resume.
		NotSuspended,
		/// Bookings of the resource are being refunded: try again some blocks later.
		RefundsInProgress,
		/// The provider of the resource has left the community, or has no more right to it: book another resource.
		ProviderLeft,
		/// The resource is your own, your household's, or that of the owner or a resident of a unit of yours: use it
		/// without a booking.
		OwnResource,
		/// The booking has fewer slots than the minimum of this resource: book more.
		TooShort,
		/// The booking has more slots than the maximum of this resource: book fewer, or make several bookings.
		TooLong,
		/// The resource is not open during all of these slots: choose slots within its windows.
		NotInOpeningWindows,
		/// The booking would begin before the lead time is over: choose a later one.
		TooEarly,
		/// The booking would end beyond the horizon: choose an earlier one.
		TooFarAhead,
		/// The series is invalid: name weekdays by bits 0 to 6, and 1 to 64 bookings.
		InvalidSeries,
		/// Some of these slots are taken: choose from the free ones.
		SlotsAlreadyTaken,
		/// You or your household have the maximum number of open bookings: cancel some, or wait until some are settled.
		TooManyBookings,
		/// Your balance does not cover price and deposit and what has to remain on the account: top up at the cashier.
		InsufficientFunds,
		/// There is no booking with this id, or it was removed: check the id.
		BookingNotFound,
		/// Only the renter can do this: use the renter's account.
		NotRenter,
		/// Only renter and provider can do this and, for starts and returns, the resource's device if the owners
		/// appointed it: use one of their accounts.
		NotParty,
		/// The booking was started, or has ended: only one that was not started can be started or cancelled.
		NotBooked,
		/// The booking has not begun: wait for its start, or cancel it.
		BookingNotBegun,
		/// The booking is over, and counts as returned: make another.
		BookingOver,
		/// The booking was returned or cancelled: there is nothing to return.
		NotStarted,
		/// A claim is made once, after the return: wait for the return, or answer the other side's claim with yours.
		NotReturned,
		/// No claim is waiting for an answer: there is nothing to accept or dispute.
		NotClaimed,
		/// The claim is not disputed: there is no panel to draw.
		NotDisputed,
		/// No panel is voting on this booking: see its state.
		NotEmpanelled,
		/// There is no ruling of a panel to appeal from: see the state of the booking.
		NotRuled,
		/// The booking is not before the committee: see its state.
		NotAppealed,
		/// The time for this is over: see the next step in the booking's state.
		WindowOver,
		/// No step is due on this booking, or only the drawing of a panel, which is automatic: wait.
		NotDue,
		/// The amount claimed is zero: claim a positive amount.
		InvalidClaim,
		/// The amount is above what can be claimed, what is claimed or, before the committee, the panel's ruling: name
		/// at most that. Damage is claimed up to the rest of the deposit, a refund up to late fee and price.
		AmountTooLarge,
		/// You are not on the panel: only its members vote.
		NotOnPanel,
		/// You have voted already: a vote cannot be changed.
		AlreadyVoted,
		/// Only a settled booking can be rated: wait until it is settled.
		NotSettled,
		/// The rating is invalid: give 1 to 5 stars.
		InvalidRating,
		/// You have rated this booking already: a rating cannot be changed.
		AlreadyRated,
		/// Only the resource's device can do this: use its account.
		NotDevice,
		/// The booking is of another resource: name the resource of the booking.
		ResourceMismatch,
		/// The renter cannot use the resource now: record uses between start and end, before the return.
		NotInUse,
		/// The maximum number of uses of this booking is recorded: record no more.
		TooManyUses,
		/// A number is too large. This cannot happen with valid amounts and times: report it.
		Overflow,
		/// The booking has begun: return it instead; the rest of its time can then be booked by others.
		BookingAlreadyBegun,
		/// Before its end, only the renter or the device can return the booking: wait until then.
		BookingRunning,
		/// The community cannot appeal, since its committee would rule on its own case: accept the ruling. Nor does
		/// anybody act for it in a booking of their own home: leave that to another officer, or the committee.
		OwnCase,
		/// Your household has the maximum number of bookings of this resource at once: use or cancel one first.
		TooManyBookingsOfResource,
		/// The community's offset changes during these slots: choose slots before or after the change.
		NotDuringClockChange,
		/// The provider has set other terms since: read them again, and book with their version.
		TermsMismatch,
		/// Price and deposit together are above the maximum that you named: read them again, or raise it.
		MaxCostExceeded,
		/// The renter would get back less of the price than the minimum that you named: a limit has passed since. Read
		/// the refund again, or lower the minimum.
		RefundTooLow,
		/// The refund is below the panel's: on a resource of the community, the committee rules in favour of the renter
		/// only.
		AwardTooLow,
		/// Only a booking that was started can be extended, until it is returned: start it, or make another.
		BookingNotRunning,
		/// The number of days is invalid: block 1 to 366 days.
		InvalidDays,
		/// The days are over: block days to come.
		DaysInPast,
		/// The resource has its maximum of blocked days: free some first.
		TooManyBlockedDays,
		/// No blocked days of the resource begin with this day: name the first of them.
		BlockedDaysNotFound,
		/// You neither own this unit nor live in it, or have lived there for less than a week: list what is yours to
		/// offer.
		NotAtHome,
		/// A parking space or a room stands for a unit or another right: name the unit, or the hash of the document.
		RightRequired,
		/// Another resource stands for this unit or right: withdraw it first, or ask its provider.
		AlreadyListed,
		/// No secret is to be revealed: the claim is not disputed, or the draw has begun.
		NotRevealing,
		/// You have revealed your secret already: there is nothing to do.
		AlreadyRevealed,
		/// This is not the secret to which you committed: reveal the one whose commitment you gave. A commitment is the
		/// hash of tag, booking, side and secret, not of the secret alone.
		SecretMismatch,
		/// The account is a person's with a part in the resource, or another member's: name that of a lock, a gate or a
		/// charger.
		DeviceIsParty,
	}
}
