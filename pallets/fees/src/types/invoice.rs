// SPDX-License-Identifier: Apache-2.0

//! Official invoices for what was paid (发票).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{BillKey, ContentHash, Fen, Moment, PaymentId};
use scale_info::TypeInfo;

/// The maximum number of lines of an invoice.
pub const MAX_INVOICE_LINES: u32 = 16;

/// The lines of an invoice.
pub type InvoiceLines = BoundedVec<InvoiceLine, ConstU32<MAX_INVOICE_LINES>>;

/// What an invoice says of one bill and payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct InvoiceLine {
	/// The payment.
	pub payment: PaymentId,
	/// The bill that it paid.
	pub bill: BillKey,
	/// The amount invoiced, in fen.
	pub amount: Fen,
}

/// An official invoice, named by the hash of its number.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Invoice<AccountId> {
	/// The account that recorded it.
	pub by: AccountId,
	/// The hash of the document.
	pub document: ContentHash,
	/// What it is for.
	pub lines: InvoiceLines,
	/// When it was recorded, in clock time.
	pub recorded: Moment,
	/// Its voiding, proposed or approved, if any.
	pub void: Option<InvoiceVoid<AccountId>>,
}

/// The voiding of an invoice by a red one (红字发票).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct InvoiceVoid<AccountId> {
	/// The account that proposed it, which cannot approve it.
	pub proposer: AccountId,
	/// The hash of the red invoice's number.
	pub red: ContentHash,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When it was proposed, in clock time.
	pub proposed: Moment,
	/// The account that approved it; `None` while it waits.
	pub approver: Option<AccountId>,
}
