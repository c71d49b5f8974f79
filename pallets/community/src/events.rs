// SPDX-License-Identifier: Apache-2.0

//! The pallet's events.

use frame_support::pallet_macros::pallet_section;

/// The events, imported into the pallet by `import_section`.
#[pallet_section]
mod events {
	/// The pallet's events.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A change of the UTC offset was scheduled, replacing any earlier one that had not taken effect.
		#[codec(index = 0)]
		UtcOffsetScheduled {
			/// The first month with the new offset.
			month: Period,
			/// The moment when the clocks change.
			at: Moment,
			/// The new offset.
			offset: UtcOffset,
		},
		/// The scheduled change was cancelled.
		#[codec(index = 1)]
		UtcOffsetKept {
			/// The offset that stays in force.
			offset: UtcOffset,
		},
		/// The bootstrap key was removed for good.
		#[codec(index = 2)]
		HandedOver {
			/// The proposal that decided it.
			proposal: ProposalId,
		},
		/// The chain stood still, and goes on with this block. Lived time did not pass meanwhile (D46).
		#[codec(index = 3)]
		StoodStill {
			/// The time of the last block before it.
			from: Moment,
			/// The time of this block.
			until: Moment,
		},
	}
}
