// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The events section of the pallet.
#[pallet_section]
mod events {
	/// What happened to rules, resources and bookings. Times are by the clock; a standstill makes the ends of windows
	/// later.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The rules changed for future bookings and steps.
		RulesSet {
			/// The rules.
			rules: SharingRules,
		},
		/// A resource was listed.
		Listed {
			/// Its id.
			resource: ResourceId,
			/// The provider.
			provider: Provider<T::AccountId>,
			/// Its kind.
			kind: ResourceKind,
			/// Hash of its description.
			description: ContentHash,
			/// Its terms.
			terms: Terms,
		},
		/// The terms of a resource changed for future bookings.
		TermsSet {
			/// The resource.
			resource: ResourceId,
			/// The terms.
			terms: Terms,
			/// Their version, which bookings name.
			version: u32,
		},
		/// The device of a resource was set or removed.
		DeviceSet {
			/// The resource.
			resource: ResourceId,
			/// The device's account; `None` if it was removed.
			device: Option<T::AccountId>,
		},
		/// A resource was suspended: it takes no bookings until it is resumed.
		Suspended {
			/// The resource.
			resource: ResourceId,
			/// Whether bookings that have not started are refunded.
			refund: bool,
		},
		/// A suspended resource takes bookings again.
		Resumed {
			/// The resource.
			resource: ResourceId,
		},
		/// A resource was withdrawn: it takes no bookings any more.
		Withdrawn {
			/// The resource.
			resource: ResourceId,
			/// Whether bookings that have not started are refunded.
			refund: bool,
		},
		/// A withdrawn resource was removed from state.
		Removed {
			/// The resource.
			resource: ResourceId,
		},
		/// A resource was booked.
		Booked {
			/// The booking.
			booking: BookingId,
			/// The resource.
			resource: ResourceId,
			/// The renter.
			renter: T::AccountId,
			/// The slots.
			interval: Interval,
			/// The price of all slots, in fen; it is held.
			price: Fen,
			/// The deposit, in fen; it is held, too.
			deposit: Fen,
			/// The first booking of the series, if it is part of one.
			series: Option<BookingId>,
		},
		/// A booking was cancelled. The events of the payments follow.
		Cancelled {
			/// The booking.
			booking: BookingId,
			/// The side that cancelled, and why.
			by: CancelledBy,
			/// The part of the price that was refunded, in fen.
			refund: Fen,
			/// The part of the price that was not refunded, in fen.
			kept: Fen,
			/// The community's share of `kept`, in fen.
			share: Fen,
		},
		/// A booking was started.
		Started {
			/// The booking.
			booking: BookingId,
		},
		/// A resource was returned, or the booking lapsed.
		Returned {
			/// The booking.
			booking: BookingId,
			/// The late fee, in fen.
			late_fee: Fen,
			/// The end of the claim window, in ms, exclusive.
			until: Moment,
			/// The account that returned it; `None` if the booking lapsed, or the committee returned it by motion.
			by: Option<T::AccountId>,
		},
		/// Damage was claimed.
		DamageClaimed {
			/// The booking.
			booking: BookingId,
			/// The amount claimed, in fen.
			amount: Fen,
			/// Hash of the evidence.
			evidence: ContentHash,
			/// The time until which it can be disputed, in ms, exclusive.
			until: Moment,
		},
		/// A claim was disputed.
		Disputed {
			/// The booking.
			booking: BookingId,
			/// Hash of the answer.
			answer: ContentHash,
			/// What the other side claims in turn, in fen; zero if nothing.
			counterclaim: Fen,
		},
		/// A panel was drawn, or some of its members replaced.
		Empanelled {
			/// The booking.
			booking: BookingId,
			/// All members of the panel.
			members: BoundedVec<T::AccountId, ConstU32<PANEL>>,
			/// The time until which they can vote, in ms, exclusive.
			until: Moment,
		},
		/// A member of a panel voted.
		Voted {
			/// The booking.
			booking: BookingId,
			/// The member.
			who: T::AccountId,
			/// What is due according to the member.
			award: Award,
		},
		/// A panel ruled.
		Ruled {
			/// The booking.
			booking: BookingId,
			/// What is due.
			award: Award,
			/// The time until which it can be appealed, in ms, exclusive.
			until: Moment,
		},
		/// A claim went to the committee: after an appeal, or because no panel ruled.
		Appealed {
			/// The booking.
			booking: BookingId,
			/// The side that appealed; `None` if no panel ruled.
			by: Option<Side>,
			/// The time until which the committee can rule, in ms, exclusive.
			until: Moment,
		},
		/// The committee ruled on a claim.
		RuledFinally {
			/// The booking.
			booking: BookingId,
			/// What is due.
			award: Award,
			/// Hash of the text of the ruling.
			document: ContentHash,
		},
		/// A booking was settled: nothing is held for it any more. The events of the payments follow.
		Settled {
			/// The booking.
			booking: BookingId,
			/// The price less what the renter got back of it, in fen.
			price: Fen,
			/// The community's share of the price, in fen.
			share: Fen,
			/// The late fee less what the renter got back of it, in fen.
			late_fee: Fen,
			/// The damages, in fen.
			damages: Fen,
			/// The part of the deposit that was released, in fen.
			returned: Fen,
			/// What the renter got back of late fee and price, in fen.
			refund: Fen,
		},
		/// An automatic step of a booking failed. A step that was due is retried an hour later; a booking that could
		/// not be refunded stands.
		StepFailed {
			/// The booking.
			booking: BookingId,
			/// The reason.
			error: DispatchError,
		},
		/// One side of a booking rated the other.
		Rated {
			/// The booking.
			booking: BookingId,
			/// The side that rated.
			by: Side,
			/// The rating, 1 to 5.
			stars: u8,
			/// Hash of the comment.
			comment: ContentHash,
		},
		/// A device recorded a use of a resource.
		Used {
			/// The booking.
			booking: BookingId,
			/// The number of the use within the booking, from 1.
			number: u32,
			/// Hash of the device's record.
			record: ContentHash,
		},
		/// A booking was removed from state.
		Forgotten {
			/// The booking.
			booking: BookingId,
		},
		/// A renter claimed back a part of late fee and price, or all of both.
		RefundClaimed {
			/// The booking.
			booking: BookingId,
			/// The amount claimed, in fen.
			amount: Fen,
			/// Hash of the evidence.
			evidence: ContentHash,
			/// The time until which it can be disputed, in ms, exclusive.
			until: Moment,
		},
		/// A claim was ruled to be without any ground, or a secret was withheld: the bond went to the other side.
		BondForfeited {
			/// The booking.
			booking: BookingId,
			/// The side that gave it.
			by: Side,
			/// The bond, in fen.
			amount: Fen,
		},
		/// A side of a dispute revealed its secret.
		SecretRevealed {
			/// The booking.
			booking: BookingId,
			/// The side.
			by: Side,
			/// The secret.
			secret: ContentHash,
		},
		/// A running booking became longer.
		Extended {
			/// The booking.
			booking: BookingId,
			/// The number of slots added.
			slots: u16,
			/// Its new end, in ms, exclusive.
			until: Moment,
			/// The price of the slots added, in fen; it is held.
			price: Fen,
		},
		/// A provider blocked days for their own use.
		DaysBlocked {
			/// The resource.
			resource: ResourceId,
			/// Their beginning, in ms.
			from: Moment,
			/// Their end, in ms, exclusive.
			until: Moment,
		},
		/// Blocked days can be booked again.
		DaysFreed {
			/// The resource.
			resource: ResourceId,
			/// Their beginning, in ms.
			from: Moment,
			/// Their end, in ms, exclusive.
			until: Moment,
		},
	}
}
