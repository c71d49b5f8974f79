// SPDX-License-Identifier: Apache-2.0

//! The weights of the calls. The runtime's benchmarks provide the figures.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet.
	pub trait WeightInfo {
		/// Weight of [`crate::Call::add_validator`].
		fn add_validator() -> Weight;
		/// Weight of [`crate::Call::remove_validator`].
		fn remove_validator() -> Weight;
		/// Weight of [`crate::Call::readmit`].
		fn readmit() -> Weight;
		/// Weight of [`crate::Call::drop_silent`].
		fn drop_silent() -> Weight;
		/// Weight of [`crate::Call::announce_revival`].
		fn announce_revival() -> Weight;
		/// Weight of [`crate::Call::cancel_revival`].
		fn cancel_revival() -> Weight;
		/// Weight of checking [`crate::Call::report_aura_equivocation`] before it runs.
		fn authorize_report_aura_equivocation() -> Weight;
		/// Weight of [`crate::Call::report_aura_equivocation`].
		fn report_aura_equivocation() -> Weight;
		/// Weight of noting the author of a block.
		fn note_author() -> Weight;
	}
}
