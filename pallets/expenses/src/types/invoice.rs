// SPDX-License-Identifier: Apache-2.0

//! Invoices of suppliers, each paid by one expense or several.

use super::Payee;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ContentHash, ExpenseId, Fen};
use scale_info::TypeInfo;

/// The maximum number of expenses that an invoice is divided into at a time: instalments, or parts on several lines.
pub const MAX_PARTS: u32 = 128;

/// An invoice as it is stated with an expense.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct StatedInvoice {
	/// Its hash.
	pub hash: ContentHash,
	/// Its total, in fen: the amount of the expense if that pays all of it, else more.
	pub total: Fen,
}

/// An invoice that expenses stand for.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct SupplierInvoice<AccountId> {
	/// The supplier, who is paid by all of them.
	pub payee: Payee<AccountId>,
	/// Its total, in fen.
	pub total: Fen,
	/// The sum of their amounts, in fen, less what the supplier paid back.
	pub used: Fen,
	/// The sum of refunds that had been booked wrongly and were taken back, in fen: what was paid may exceed the total
	/// by so much.
	pub reversed: Fen,
	/// The expenses, in the order of ids: all that were not refused or withdrawn and have not expired.
	pub expenses: BoundedVec<ExpenseId, ConstU32<MAX_PARTS>>,
}

impl<AccountId> SupplierInvoice<AccountId> {
	/// An invoice that nothing was entered for yet.
	pub fn new(payee: Payee<AccountId>, total: Fen) -> Self {
		Self { payee, total, used: 0, reversed: 0, expenses: BoundedVec::new() }
	}

	/// What can still be entered for it, in fen.
	pub const fn left(&self) -> Fen {
		self.total.saturating_sub(self.used)
	}
}
