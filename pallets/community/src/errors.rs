// SPDX-License-Identifier: Apache-2.0

//! The pallet's errors.

use frame_support::pallet_macros::pallet_section;

/// The errors, imported into the pallet by `import_section`.
#[pallet_section]
mod errors {
	/// The pallet's errors, and what to do about them.
	#[pallet::error]
	pub enum Error<T> {
		/// The offset is out of range. Give one from −14 to +14 hours.
		InvalidOffset,
		/// The calendar has no such month. Give a month from 1 to 12.
		InvalidMonth,
		/// The month has begun, or is not after the month of the last change. Name a later month.
		MonthNotInFuture,
		/// The offset is in force already and no change is scheduled. Nothing is left to do.
		OffsetAlreadyInForce,
		/// The maximum number of changes is reached. A further one needs a runtime upgrade that allows more.
		TooManyOffsetChanges,
		/// The hand-over took place already. Nothing is left to do.
		AlreadyHandedOver,
		/// No committee is in office. Elect one first.
		CommitteeNotFound,
	}
}
