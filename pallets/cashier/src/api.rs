// SPDX-License-Identifier: Apache-2.0

//! The runtime API for clients that show the cashier's books.

use crate::{
	Attestation, BankEntry, Correction, CorrectionProposal, Debt, MonthTotals, Order, Payout, PayoutId, Totals,
};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{ContentHash, OrderId, Period};

sp_api::decl_runtime_apis! {
	/// Receipts, payouts and attestations.
	pub trait CashierApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The sums received, paid out, reversed and restored since genesis. Their balance is the total issuance.
		fn totals() -> Totals;

		/// The key of a bank reference as printed by the bank; `None` if it is empty or has characters other than ASCII
		/// letters, digits and `-_./:`.
		fn reference_hash(reference: Vec<u8>) -> Option<ContentHash>;

		/// The bank entry booked under the reference with this key.
		fn bank_entry(reference: ContentHash) -> Option<BankEntry<AccountId>>;

		/// The open payout requests of an account.
		fn payouts(account: AccountId) -> Vec<(PayoutId, Payout<AccountId>)>;

		/// A page of up to `count` open payout requests, at most 100, in a stable order. For the next page, pass the
		/// last id of this one as `after`.
		fn open_payouts(after: Option<PayoutId>, count: u32) -> Vec<(PayoutId, Payout<AccountId>)>;

		/// The totals of a month; `None` if nothing was booked in it. Genesis is booked in January 1970.
		fn month(period: Period) -> Option<MonthTotals>;

		/// The attestation of a month.
		fn attestation(period: Period) -> Option<Attestation<AccountId>>;

		/// The next month to attest. It is possibly not over yet.
		fn next_attestation() -> Option<Period>;

		/// A page of up to `count` orders in execution, at most 100, in a stable order. For the next page, pass the
		/// last id of this one as `after`.
		fn orders(after: Option<OrderId>, count: u32) -> Vec<(OrderId, Order<AccountId>)>;

		/// A page of up to `count` debts, at most 100, in a stable order, each with the key of the reversed receipt.
		/// For the next page, pass the last key of this one as `after`.
		fn debts(after: Option<ContentHash>, count: u32) -> Vec<(ContentHash, Debt<AccountId>)>;

		/// The corrections of the bank entry with this key, oldest first.
		fn corrections(reference: ContentHash) -> Vec<Correction<AccountId>>;

		/// The correction of the bank entry with this key that waits for an auditor.
		fn proposed_correction(reference: ContentHash) -> Option<CorrectionProposal<AccountId>>;

		/// What the attestation of a month said before each of its corrections, oldest first.
		fn former_attestations(period: Period) -> Vec<Attestation<AccountId>>;

		/// Whether residents may transfer money to each other.
		fn free_transfers() -> bool;
	}
}
