// SPDX-License-Identifier: Apache-2.0

//! What the pallet says of what happened.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Other rules hold for bookings and steps from now on.
		RulesSet {
			/// The rules.
			rules: SharingRules,
		},
		/// A resource was listed.
		Listed {
			/// Its id.
			resource: ResourceId,
			/// By whom.
			provider: Provider<T::AccountId>,
			/// What kind of thing it is.
			kind: ResourceKind,
			/// Hash of the description.
			description: ContentHash,
			/// On what terms.
			terms: Terms,
		},
		/// A resource has other terms for bookings from now on.
		TermsSet {
			/// The resource.
			resource: ResourceId,
			/// The terms.
			terms: Terms,
		},
		/// A resource has another device, or none.
		DeviceSet {
			/// The resource.
			resource: ResourceId,
			/// The device's account.
			device: Option<T::AccountId>,
		},
		/// A resource cannot be booked for the time being.
		Suspended {
			/// The resource.
			resource: ResourceId,
			/// Whether bookings that have not started are refunded.
			refund: bool,
		},
		/// A resource can be booked again.
		Resumed {
			/// The resource.
			resource: ResourceId,
		},
		/// A resource cannot be booked any more.
		Withdrawn {
			/// The resource.
			resource: ResourceId,
			/// Whether bookings that have not started are refunded.
			refund: bool,
		},
		/// A withdrawn resource is not kept any more.
		Removed {
			/// The resource.
			resource: ResourceId,
		},
		/// A resource was booked.
		Booked {
			/// The booking.
			booking: BookingId,
			/// Of what.
			resource: ResourceId,
			/// By whom.
			renter: T::AccountId,
			/// Which slots.
			interval: Interval,
			/// What they cost, in fen; it is held.
			price: Fen,
			/// What is held besides, in fen.
			deposit: Fen,
			/// The first booking of the series, if it came with others.
			series: Option<BookingId>,
		},
		/// A booking is cancelled. What moves the money follows.
		Cancelled {
			/// The booking.
			booking: BookingId,
			/// By whom.
			by: CancelledBy,
			/// What of the price went back, in fen.
			refund: Fen,
			/// What of it did not, in fen.
			kept: Fen,
			/// What of that is the community's share, in fen.
			share: Fen,
		},
		/// A booking was started.
		Started {
			/// The booking.
			booking: BookingId,
		},
		/// The resource is back, or its time passed.
		Returned {
			/// The booking.
			booking: BookingId,
			/// What being late cost, in fen.
			late_fee: Fen,
			/// Until when damage can be claimed, in ms.
			until: Moment,
			/// Who returned it; `None` where its time passed, or the committee did by motion.
			by: Option<T::AccountId>,
		},
		/// Damage was claimed.
		Claimed {
			/// The booking.
			booking: BookingId,
			/// What it comes to, in fen.
			amount: Fen,
			/// Hash of what shows it.
			evidence: ContentHash,
			/// Until when it can be disputed, in ms.
			until: Moment,
		},
		/// A claim was disputed.
		Disputed {
			/// The booking.
			booking: BookingId,
			/// Hash of the answer.
			answer: ContentHash,
		},
		/// A panel was drawn, or some of its members replaced.
		Empanelled {
			/// The booking.
			booking: BookingId,
			/// All its members.
			members: BoundedVec<T::AccountId, ConstU32<PANEL>>,
			/// Until when they can vote, in ms.
			until: Moment,
		},
		/// A member of a panel voted.
		Voted {
			/// The booking.
			booking: BookingId,
			/// Who.
			who: T::AccountId,
			/// What the damage comes to, in fen.
			amount: Fen,
		},
		/// A panel ruled.
		Ruled {
			/// The booking.
			booking: BookingId,
			/// What the damage comes to, in fen.
			amount: Fen,
			/// Until when it can be appealed, in ms.
			until: Moment,
		},
		/// The committee rules on a claim.
		Appealed {
			/// The booking.
			booking: BookingId,
			/// Who appealed; `None` where no panel ruled.
			by: Option<RatedBy>,
			/// Until when it can rule, in ms.
			until: Moment,
		},
		/// The committee ruled.
		RuledFinally {
			/// The booking.
			booking: BookingId,
			/// What the damage comes to, in fen.
			amount: Fen,
			/// Hash of the ruling's text.
			document: ContentHash,
		},
		/// A booking is settled: nothing of it is held any more. What moves the money follows.
		Settled {
			/// The booking.
			booking: BookingId,
			/// What the resource cost, in fen.
			price: Fen,
			/// What of that is the community's share, in fen.
			share: Fen,
			/// What being late cost, in fen.
			late_fee: Fen,
			/// What damage cost, in fen.
			damages: Fen,
			/// What of the deposit went back, in fen.
			returned: Fen,
		},
		/// What was to happen to a booking by itself could not be done. What was due is tried again in an hour; a
		/// booking that could not be refunded stands.
		StepFailed {
			/// The booking.
			booking: BookingId,
			/// Why not.
			error: DispatchError,
		},
		/// A side rated the other.
		Rated {
			/// The booking.
			booking: BookingId,
			/// Who rated.
			by: RatedBy,
			/// 1 to 5.
			stars: u8,
			/// Hash of the comment.
			comment: ContentHash,
		},
		/// A device recorded a use.
		Used {
			/// The booking.
			booking: BookingId,
			/// Which use of it, from 1.
			number: u32,
			/// Hash of what the device recorded.
			record: ContentHash,
		},
		/// A booking is not kept in the chain's state any more.
		Forgotten {
			/// The booking.
			booking: BookingId,
		},
	}
}
