// SPDX-License-Identifier: Apache-2.0

//! The weights of the calls. The runtime's benchmarks provide the figures.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls of this pallet.
	pub trait WeightInfo {
		/// Weight of [`crate::Call::claim`], without authorizing it.
		fn claim() -> Weight;
		/// Weight of authorizing a [`crate::Call::claim`].
		fn authorize_claim() -> Weight;
		/// Weight of [`crate::Call::object`].
		fn object() -> Weight;
		/// Weight of [`crate::Call::invite`].
		fn invite() -> Weight;
		/// Weight of [`crate::Call::revoke_ticket`].
		fn revoke_ticket() -> Weight;
		/// Weight of [`crate::Call::set_representative`].
		fn set_representative() -> Weight;
		/// Weight of [`crate::Call::leave`].
		fn leave() -> Weight;
		/// Weight of [`crate::Call::name_resident`].
		fn name_resident() -> Weight;
		/// Weight of [`crate::Call::dismiss_resident`].
		fn dismiss_resident() -> Weight;
		/// Weight of [`crate::Call::appoint`].
		fn appoint() -> Weight;
		/// Weight of [`crate::Call::dismiss`].
		fn dismiss() -> Weight;
		/// Weight of [`crate::Call::propose_change`] that concerns `n` units, without what follows elsewhere.
		fn propose_change(n: u32) -> Weight;
		/// Weight of [`crate::Call::confirm_change`].
		fn confirm_change() -> Weight;
		/// Weight of [`crate::Call::object_to_change`].
		fn object_to_change() -> Weight;
		/// Weight of [`crate::Call::settle_objection`].
		fn settle_objection() -> Weight;
		/// Weight of [`crate::Call::withdraw_change`].
		fn withdraw_change() -> Weight;
		/// Weight of [`crate::Call::enact_change`] that concerns `n` units, without what follows elsewhere.
		fn enact_change(n: u32) -> Weight;
		/// Weight of [`crate::Call::set_building_area`].
		fn set_building_area() -> Weight;
		/// Weight of [`crate::Call::propose_ticket`], without looking up who is related.
		fn propose_ticket() -> Weight;
		/// Weight of [`crate::Call::confirm_ticket`], without looking up who is related.
		fn confirm_ticket() -> Weight;
		/// Weight of [`crate::Call::settle_replacement`], without looking up who is related.
		fn settle_replacement() -> Weight;
		/// Weight of [`crate::Call::accept_residence`].
		fn accept_residence() -> Weight;
	}
}
