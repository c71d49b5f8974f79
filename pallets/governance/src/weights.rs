// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls. The figures come from benchmarks of the runtime and are kept there.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weight functions of this pallet.
	pub trait WeightInfo {
		/// Weight of [`crate::Call::propose`].
		fn propose() -> Weight;
		/// Weight of [`crate::Call::petition`].
		fn petition() -> Weight;
		/// Weight of [`crate::Call::support`].
		fn support() -> Weight;
		/// Weight of [`crate::Call::amend`].
		fn amend() -> Weight;
		/// Weight of [`crate::Call::withdraw`].
		fn withdraw() -> Weight;
		/// Weight of [`crate::Call::stand`].
		fn stand() -> Weight;
		/// Weight of [`crate::Call::step_back`].
		fn step_back() -> Weight;
		/// Weight of [`crate::Call::announce`].
		fn announce() -> Weight;
		/// Weight of [`crate::Call::cast`] on a motion, in an electorate of `b` buildings (0 for the whole community),
		/// by a class that counts the silent (`s` = 1) or does not (0).
		fn cast(b: u32, s: u32) -> Weight;
		/// Weight of [`crate::Call::cast`] in an election.
		fn cast_approval() -> Weight;
		/// Weight of [`crate::Call::grant_proxy`].
		fn grant_proxy() -> Weight;
		/// Weight of [`crate::Call::revoke_proxy`].
		fn revoke_proxy() -> Weight;
		/// Weight of [`crate::Call::cast_by_proxy`].
		fn cast_by_proxy() -> Weight;
		/// Weight of [`crate::Call::enter_paper`].
		fn enter_paper() -> Weight;
		/// Weight of [`crate::Call::countersign`].
		fn countersign() -> Weight;
		/// Weight of [`crate::Call::record_delivery`].
		fn record_delivery() -> Weight;
		/// Weight of [`crate::Call::acknowledge`].
		fn acknowledge() -> Weight;
		/// Weight of [`crate::Call::close`].
		fn close() -> Weight;
		/// Weight of [`crate::Call::challenge`].
		fn challenge() -> Weight;
		/// Weight of [`crate::Call::annul`].
		fn annul() -> Weight;
		/// Weight of [`crate::Call::countersign_annulment`].
		fn countersign_annulment() -> Weight;
		/// Weight of [`crate::Call::enact`] of a motion, without its call.
		fn enact() -> Weight;
		/// Weight of [`crate::Call::enact`] of an election, including the seating of the committee.
		fn seat() -> Weight;
		/// Weight of [`crate::Call::set_rule_book`].
		fn set_rule_book() -> Weight;
		/// Weight of [`crate::Call::contest_paper`].
		fn contest_paper() -> Weight;
		/// Weight of [`crate::Call::settle_contest`].
		fn settle_contest() -> Weight;
		/// Weight of [`crate::Call::countersign_settlement`] of a paper ballot that is upheld.
		fn countersign_settlement() -> Weight;
		/// Weight of [`crate::Call::countersign_delivery`].
		fn countersign_delivery() -> Weight;
		/// Weight of [`crate::Call::enter_judgment`].
		fn enter_judgment() -> Weight;
		/// Weight of [`crate::Call::countersign_judgment`].
		fn countersign_judgment() -> Weight;
		/// Weight of [`crate::Call::revoke_judgment`].
		fn revoke_judgment() -> Weight;
		/// Weight of [`crate::Call::call_run_off`].
		fn call_run_off() -> Weight;
		/// Weight of [`crate::Call::second`].
		fn second() -> Weight;
		/// Weight of [`crate::Call::withdraw_support`].
		fn withdraw_support() -> Weight;
		/// Weight of [`crate::Call::withdraw_second`].
		fn withdraw_second() -> Weight;
		/// Weight of counting a ballot within the tracts of a vote, of `b` buildings in all.
		fn tally_tracts(b: u32) -> Weight;
		/// Weight of looking up whether owners have power in each tract of a rule book.
		fn look_up_tracts() -> Weight;
	}
}
