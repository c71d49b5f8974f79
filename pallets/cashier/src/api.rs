// SPDX-License-Identifier: Apache-2.0

//! The runtime API for clients that show the cashier's books.

use crate::{
	Attestation, AuditorFigure, Bank, BankEntry, Correction, CorrectionProposal, Debt, MonthStatement, MonthTotals,
	Order, OutstandingItem, Payout, PayoutId, Totals,
};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{BankId, ContentHash, Fen, OrderId, Period};

sp_api::decl_runtime_apis! {
	/// Receipts, payouts and attestations.
	pub trait CashierApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The sums received, paid out, reversed and restored since genesis. Their balance is the total issuance.
		fn totals() -> Totals;

		/// The key of a bank account's reference as printed by the bank; `None` if it is empty or has characters other
		/// than ASCII letters, digits and `-_./:`.
		fn reference_hash(bank: BankId, reference: Vec<u8>) -> Option<ContentHash>;

		/// The bank entry booked under the reference with this key.
		fn bank_entry(reference: ContentHash) -> Option<BankEntry<AccountId>>;

		/// The open payout requests of an account.
		fn payouts(account: AccountId) -> Vec<(PayoutId, Payout<AccountId>)>;

		/// A page of up to `count` open payout requests, at most 100, in a stable order. For the next page, pass the
		/// last id of this one as `after`.
		fn open_payouts(after: Option<PayoutId>, count: u32) -> Vec<(PayoutId, Payout<AccountId>)>;

		/// The totals of a bank account and month; `None` if nothing was booked in it. Genesis is booked in January
		/// 1970.
		fn month(bank: BankId, period: Period) -> Option<MonthTotals>;

		/// The attestation of a bank account's month.
		fn attestation(bank: BankId, period: Period) -> Option<Attestation<AccountId>>;

		/// The next month of a bank account to attest. It is possibly not over yet.
		fn next_attestation(bank: BankId) -> Option<Period>;

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
		fn former_attestations(bank: BankId, period: Period) -> Vec<Attestation<AccountId>>;

		/// Whether residents may transfer money to each other.
		fn free_transfers() -> bool;

		/// The community's bank accounts, closed ones included, each with what it should have by the books, in fen.
		fn banks() -> Vec<(BankId, Bank, Fen)>;

		/// A page of up to `limit` lines of a bank account's journal, at most 100, from number `from` on: number, key
		/// of the reference, and the bank entry as it is now. A key that comes again is a correction of its entry, and
		/// so is the key of an entry of another account, which is closed.
		fn journal(bank: BankId, from: u64, limit: u32) -> Vec<(u64, ContentHash, BankEntry<AccountId>)>;

		/// The number of lines of a bank account's journal.
		fn journal_length(bank: BankId) -> u64;

		/// What an auditor read on their own copy of a month's bank statement.
		fn auditor_figure(bank: BankId, period: Period) -> Option<AuditorFigure<AccountId>>;

		/// What explains the difference of a month, and what of each item is outstanding still, in fen. What the bank
		/// alone has falls by what is booked under its reference, at that bank account and in its direction; what is
		/// booked here alone, by what is taken back. Zero once it has cleared.
		fn outstanding(bank: BankId, period: Period) -> Vec<(OutstandingItem, Fen)>;

		/// The attestations of a month, summed over the bank accounts that were open in it; `None` until all are
		/// attested.
		fn month_statement(period: Period) -> Option<MonthStatement>;
	}
}
