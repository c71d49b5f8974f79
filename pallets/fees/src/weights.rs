// SPDX-License-Identifier: Apache-2.0

//! What calls and daily work weigh. The runtime has the benchmarks' figures; `()` weighs nothing and is for mocks.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls and of the daily work.
	pub trait WeightInfo {
		/// One look at the agenda: clock, cursor, dates. Also the beginning of a collection.
		fn advance() -> Weight;
		/// Finding the period that comes next among `c` live charges, and starting those of the genesis.
		fn find_period(c: u32) -> Weight;
		/// Beginning, suspending or completing the bills of one charge and period.
		fn bill_batch() -> Weight;
		/// One bill, without a meter.
		fn bill() -> Weight;
		/// One bill by meter.
		fn bill_metered() -> Weight;
		/// One unit that a charge does not bill.
		fn bill_nothing() -> Weight;
		/// One prepayment, over `b` bills.
		fn collect_prepayment(b: u32) -> Weight;
		/// One mandate, over `b` bills.
		fn collect_mandate(b: u32) -> Weight;
		/// `create_charge`.
		fn create_charge() -> Weight;
		/// `set_rate`.
		fn set_rate() -> Weight;
		/// `end_charge`.
		fn end_charge() -> Weight;
		/// `set_rules`.
		fn set_rules() -> Weight;
		/// `pay` over `b` bills, with a prepayment of the rest.
		fn pay(b: u32) -> Weight;
		/// `refund_prepayment`.
		fn refund_prepayment() -> Weight;
		/// `set_mandate`.
		fn set_mandate() -> Weight;
		/// `revoke_mandate`.
		fn revoke_mandate() -> Weight;
		/// `dispute`.
		fn dispute() -> Weight;
		/// `rule_dispute`, with a refund.
		fn rule_dispute() -> Weight;
		/// `propose_waiver`.
		fn propose_waiver() -> Weight;
		/// `approve_waiver`.
		fn approve_waiver() -> Weight;
		/// `reject_waiver`.
		fn reject_waiver() -> Weight;
		/// `record_reading`.
		fn record_reading() -> Weight;
		/// `reverse_reading`.
		fn reverse_reading() -> Weight;
	}
}
