// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls and of the automatic work. The runtime uses the benchmarked ones; `()` is zero, for mocks.

use frame_support::weights::Weight;

linli_primitives::weight_info! {
	/// Weights of the calls and of the automatic work.
	pub trait WeightInfo {
		/// Reading the agenda: clock, cursor, dates. Also charged for starting a collection.
		fn advance() -> Weight;
		/// Finding the next period among `c` live charges, and starting genesis charges.
		fn find_period(c: u32) -> Weight;
		/// Starting, suspending or completing the bills of one charge and period.
		fn bill_batch() -> Weight;
		/// Issuing one bill of a charge that is not metered, or of a shared meter.
		fn bill() -> Weight;
		/// Issuing one bill of a metered charge for use that fell into the maximum number of periods, without reading
		/// the meters.
		fn bill_metered() -> Weight;
		/// Skipping one unit that a charge does not bill, without reading its meters.
		fn bill_nothing() -> Weight;
		/// Collecting `b` bills from one prepayment.
		fn collect_prepayment(b: u32) -> Weight;
		/// Collecting `b` bills by one mandate.
		fn collect_mandate(b: u32) -> Weight;
		/// `create_charge`.
		fn create_charge() -> Weight;
		/// `set_rate`.
		fn set_rate() -> Weight;
		/// `end_charge`.
		fn end_charge() -> Weight;
		/// `set_rules`.
		fn set_rules() -> Weight;
		/// `pay` of `b` bills, with a prepayment of the excess.
		fn pay(b: u32) -> Weight;
		/// `refund_prepayment`.
		fn refund_prepayment() -> Weight;
		/// `set_mandate`.
		fn set_mandate() -> Weight;
		/// `revoke_mandate`.
		fn revoke_mandate() -> Weight;
		/// `dispute`.
		fn dispute() -> Weight;
		/// `rule_dispute`, with a refund of the maximum number of parts, without reading the meters.
		fn rule_dispute() -> Weight;
		/// `propose_waiver`.
		fn propose_waiver() -> Weight;
		/// `approve_waiver`.
		fn approve_waiver() -> Weight;
		/// `reject_waiver`.
		fn reject_waiver() -> Weight;
		/// `bill_past`.
		fn bill_past() -> Weight;
		/// `skip_past`.
		fn skip_past() -> Weight;
		/// The sale of a unit with the maximum numbers of mandates and prepayments, none of them the buyer's.
		fn unit_sold() -> Weight;
		/// Starting, suspending or completing a credit note.
		fn credit_batch() -> Weight;
		/// Lowering one bill that was paid in the maximum number of parts, with all refunds, without reading the
		/// meters.
		fn credit_bill() -> Weight;
		/// Skipping one unit without a bill to lower.
		fn credit_nothing() -> Weight;
		/// `propose_credit` of the maximum number of bills.
		fn propose_credit() -> Weight;
		/// `approve_credit` of the maximum number of bills.
		fn approve_credit() -> Weight;
		/// `reject_credit`.
		fn reject_credit() -> Weight;
		/// `withdraw_credit`.
		fn withdraw_credit() -> Weight;
		/// `propose_move` of a payment of the maximum number of bills.
		fn propose_move() -> Weight;
		/// `approve_move` of a payment of `b` bills to a unit with `b` bills.
		fn approve_move(b: u32) -> Weight;
		/// `reject_move`.
		fn reject_move() -> Weight;
		/// `withdraw_move`.
		fn withdraw_move() -> Weight;
		/// `withdraw_waiver`.
		fn withdraw_waiver() -> Weight;
		/// `withdraw_dispute`.
		fn withdraw_dispute() -> Weight;
		/// Starting, suspending or completing one of the two passes over the units that share a meter, without reading
		/// it.
		fn share_batch() -> Weight;
		/// Adding up the weight of one unit that shares a meter, or skipping one without a part.
		fn weigh() -> Weight;
		/// `bill_final`, without reading the meters.
		fn bill_final() -> Weight;
		/// `propose_bill`.
		fn propose_bill() -> Weight;
		/// `approve_bill`, of the last bill that the month can hold.
		fn approve_bill() -> Weight;
		/// `reject_bill`.
		fn reject_bill() -> Weight;
		/// `withdraw_bill`.
		fn withdraw_bill() -> Weight;
		/// `propose_plan` of the maximum number of bills.
		fn propose_plan() -> Weight;
		/// `accept_plan` of the maximum number of bills.
		fn accept_plan() -> Weight;
		/// `end_plan` of the maximum number of bills.
		fn end_plan() -> Weight;
		/// `record_invoice` of the maximum number of lines.
		fn record_invoice() -> Weight;
		/// `propose_void`.
		fn propose_void() -> Weight;
		/// `approve_void` of an invoice of the maximum number of lines.
		fn approve_void() -> Weight;
		/// `decline_void`.
		fn decline_void() -> Weight;
		/// Using money that the bank received for a unit: `b` bills, each paid before a later payment of it, and a
		/// prepayment of the rest.
		fn credit_unit(b: u32) -> Weight;
		/// `claim_unit_money`, with a release of what is prepaid.
		fn claim_unit_money() -> Weight;
		/// One step of the collection from what is kept for units, with `b` bills, and the end of that collection.
		fn collect_kept(b: u32) -> Weight;
	}
}
