// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients show the cashier's books.

use crate::{Attestation, BankEntry, MonthTotals, Payout, PayoutId, Totals};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{ContentHash, Period};

sp_api::decl_runtime_apis! {
	/// Receipts, payouts and attestations.
	pub trait CashierApi<AccountId>
	where
		AccountId: Codec,
	{
		/// What was received, paid out and taken back since the beginning. The issuance is their balance.
		fn totals() -> Totals;

		/// The key of a bank reference as it is printed; `None` where it has characters that no reference has.
		fn reference_hash(reference: Vec<u8>) -> Option<ContentHash>;

		/// What the reference of that key was used for.
		fn bank_entry(reference: ContentHash) -> Option<BankEntry<AccountId>>;

		/// The open payout requests of an account.
		fn payouts(account: AccountId) -> Vec<(PayoutId, Payout<AccountId>)>;

		/// Up to `count` open payout requests, at most 100 a page, in a steady order; the next page comes `after` the last
		/// id of this one.
		fn open_payouts(after: Option<PayoutId>, count: u32) -> Vec<(PayoutId, Payout<AccountId>)>;

		/// What was booked within a month. Genesis is booked in January 1970.
		fn month(period: Period) -> Option<MonthTotals>;

		/// What was attested of a month.
		fn attestation(period: Period) -> Option<Attestation<AccountId>>;

		/// The month to attest next, which may not be over yet.
		fn next_attestation() -> Option<Period>;

		/// Whether residents may transfer money to each other.
		fn free_transfers() -> bool;
	}
}
