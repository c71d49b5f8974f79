// SPDX-License-Identifier: Apache-2.0

//! The pallet's events.

use frame_support::pallet_macros::pallet_section;

/// The events, imported into the pallet by `import_section`.
#[pallet_section]
mod events {
	/// Events of the pallet.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The manager proposed a change.
		ChangeProposed {
			/// The proposal.
			proposal: MeterProposalId,
			/// The change.
			change: Change,
			/// The proposer.
			by: T::AccountId,
		},
		/// Another person confirmed a change. The event of the change itself comes before.
		ChangeConfirmed {
			/// The proposal.
			proposal: MeterProposalId,
			/// The account that confirmed it.
			by: T::AccountId,
		},
		/// A proposal was withdrawn, or removed after it had lapsed.
		ProposalWithdrawn {
			/// The proposal.
			proposal: MeterProposalId,
			/// The account that removed it.
			by: T::AccountId,
		},
		/// A meter was installed.
		MeterInstalled {
			/// The meter.
			meter: MeterId,
			/// Where it is.
			place: Place,
			/// What it measures.
			utility: Utility,
			/// The main meter above it.
			main: Option<MeterId>,
			/// What the dial shows, in thousandths.
			opening: u64,
		},
		/// A physical meter was replaced.
		MeterReplaced {
			/// The meter.
			meter: MeterId,
			/// What the old dial showed, in thousandths.
			closing: u64,
			/// What the new dial shows, in thousandths.
			opening: u64,
			/// The cumulative use, in thousandths.
			total: u64,
		},
		/// A meter was removed.
		MeterRemoved {
			/// The meter.
			meter: MeterId,
			/// What the dial showed, in thousandths.
			closing: u64,
			/// The cumulative use, in thousandths.
			total: u64,
		},
		/// A meter came below a main meter.
		MeterLinked {
			/// The meter.
			meter: MeterId,
			/// The main meter.
			main: MeterId,
			/// The cumulative use from which it counts, in thousandths.
			base: u64,
		},
		/// The device of a meter was set.
		DeviceSet {
			/// The meter.
			meter: MeterId,
			/// The device; `None` if only the manager reads the meter from now on.
			device: Option<T::AccountId>,
		},
		/// A reading was recorded.
		ReadingRecorded {
			/// The meter.
			meter: MeterId,
			/// The number of the reading, from 0 in each meter.
			reading: u32,
			/// What the dial shows, in thousandths.
			value: u64,
			/// The cumulative use, in thousandths.
			total: u64,
			/// The date of the reading, in ms since 1970.
			at: Moment,
			/// The device or the manager.
			by: T::AccountId,
		},
		/// The last reading was reversed.
		ReadingReversed {
			/// The meter.
			meter: MeterId,
			/// The number of the reading, which the next one gets.
			reading: u32,
			/// What it said, in thousandths.
			value: u64,
			/// The manager's account.
			by: T::AccountId,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// The use was corrected downwards. Nothing more is billed until it exceeds what was billed.
		UseCorrected {
			/// The meter.
			meter: MeterId,
			/// What the dial really shows, in thousandths.
			value: u64,
			/// The cumulative use before, in thousandths.
			before: u64,
			/// The cumulative use from now on, in thousandths.
			total: u64,
			/// The hash of the reasons.
			reason: ContentHash,
		},
		/// The unit was sold, or is to be: a reading of this moment or later is asked for (D9).
		FinalReadingRequested {
			/// The unit.
			unit: UnitId,
			/// The meter.
			meter: MeterId,
		},
		/// A proposal that nobody had answered in time was removed to make room.
		ProposalLapsed {
			/// The proposal.
			proposal: MeterProposalId,
		},
		/// A meter is no longer below a main meter, or never was.
		MeterUnlinked {
			/// The meter.
			meter: MeterId,
			/// The main meter.
			main: MeterId,
			/// The cumulative use from which it counts, in thousandths.
			base: u64,
			/// The cumulative use up to which it counts, in thousandths.
			end: u64,
		},
	}
}
