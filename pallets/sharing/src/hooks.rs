// SPDX-License-Identifier: Apache-2.0

//! The hooks of the pallet.

use frame_support::pallet_macros::pallet_section;

/// The hooks section of the pallet.
#[pallet_section]
mod hooks {
	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_now: BlockNumberFor<T>) -> Weight {
			Self::advance(T::SettlementBudget::get())
		}

		fn integrity_test() {
			assert!(
				T::SettlementBudget::get().all_gte(Self::min_budget()),
				"`SettlementBudget` is too small for a single step: bookings would never be settled",
			);
			assert!(T::MaxResources::get() > 0, "`MaxResources` must be positive");
			assert!(T::MaxCommonResources::get() > 0, "`MaxCommonResources` must be positive");
			assert!(
				T::MaxOpenBookings::get() >= u32::from(MAX_SERIES),
				"`MaxOpenBookings` must not be below the maximum length of a series",
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
