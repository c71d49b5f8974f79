// SPDX-License-Identifier: Apache-2.0

//! Hooks of the pallet: the checks of its configuration and its state.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet's module.
#[pallet_section]
mod hooks {
	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxLines::get() > 0, "MaxLines must not be zero");
			assert!(LineId::try_from(T::MaxLines::get()).is_ok(), "MaxLines must fit into a line id");
			assert!(T::MaxOpen::get() > 0, "MaxOpen must not be zero");
			assert!(T::ApprovalTime::get() > 0, "ApprovalTime must not be zero");
			assert!(ExpenseRules::default().validate().is_ok(), "the default rules must be valid");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
