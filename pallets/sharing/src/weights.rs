// SPDX-License-Identifier: Apache-2.0

//! The weights of calls and automatic steps. The runtime has the measured weights; mocks may use `()`.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls and automatic steps of this pallet. `n` is the number of bookings of a series.
	pub trait WeightInfo {
		/// [`crate::Pallet::set_rules`].
		fn set_rules() -> Weight;
		/// [`crate::Pallet::list`].
		fn list() -> Weight;
		/// [`crate::Pallet::set_terms`].
		fn set_terms() -> Weight;
		/// [`crate::Pallet::set_device`].
		fn set_device() -> Weight;
		/// [`crate::Pallet::suspend`].
		fn suspend() -> Weight;
		/// [`crate::Pallet::resume`].
		fn resume() -> Weight;
		/// [`crate::Pallet::withdraw_resource`].
		fn withdraw_resource() -> Weight;
		/// [`crate::Pallet::book`].
		fn book() -> Weight;
		/// [`crate::Pallet::book_series`].
		fn book_series(n: u32) -> Weight;
		/// [`crate::Pallet::cancel`].
		fn cancel() -> Weight;
		/// [`crate::Pallet::start`].
		fn start() -> Weight;
		/// [`crate::Pallet::return_resource`].
		fn return_resource() -> Weight;
		/// [`crate::Pallet::claim_damage`].
		fn claim_damage() -> Weight;
		/// [`crate::Pallet::accept_claim`].
		fn accept_claim() -> Weight;
		/// [`crate::Pallet::dispute_claim`].
		fn dispute_claim() -> Weight;
		/// [`crate::Pallet::vote`].
		fn vote() -> Weight;
		/// [`crate::Pallet::appeal`].
		fn appeal() -> Weight;
		/// [`crate::Pallet::rule`].
		fn rule() -> Weight;
		/// [`crate::Pallet::rate`].
		fn rate() -> Weight;
		/// [`crate::Pallet::record_use`].
		fn record_use() -> Weight;
		/// A block in which nothing is due: reading the queue and the refunds.
		fn advance() -> Weight;
		/// Finding the next step that is due, and reading its booking.
		fn look() -> Weight;
		/// A booking lapses.
		fn lapse() -> Weight;
		/// A booking is settled automatically.
		fn finish() -> Weight;
		/// A panel is drawn, or some of its members replaced.
		fn draw() -> Weight;
		/// A claim goes to the committee, because no panel rules.
		fn escalate() -> Weight;
		/// A booking is removed from state, and its resource with it.
		fn forget() -> Weight;
		/// A booking of a suspended or withdrawn resource is refunded.
		fn refund() -> Weight;
		/// [`crate::Pallet::claim_refund`].
		fn claim_refund() -> Weight;
		/// [`crate::Pallet::extend`].
		fn extend() -> Weight;
		/// [`crate::Pallet::block_days`].
		fn block_days() -> Weight;
		/// [`crate::Pallet::free_days`].
		fn free_days() -> Weight;
		/// [`crate::Pallet::reveal`].
		fn reveal() -> Weight;
	}
}
