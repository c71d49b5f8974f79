// SPDX-License-Identifier: Apache-2.0

//! Units' statements: their entries, numbers of lines and balances.

use super::CreditId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::Range;
use linli_primitives::{BillKey, EntryId, Fen, Moment, PaymentId};
use scale_info::TypeInfo;

/// The number of entries and the balance of a unit's statement.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StatementHead {
	/// The number of entries.
	pub entry_count: u64,
	/// The amount owed, in fen: principals and charged late fees of all bills, due or not.
	pub owed: Fen,
	/// The amount prepaid by all payers, in fen.
	pub prepaid: Fen,
}

impl StatementHead {
	/// The amount owed less the amount prepaid; negative if more is prepaid than owed. `None` on overflow.
	pub fn balance(&self) -> Option<i128> {
		i128::try_from(self.owed).ok()?.checked_sub(i128::try_from(self.prepaid).ok()?)
	}
}

/// The kind of a statement entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum EntryKind {
	/// A bill was issued: more is owed.
	#[codec(index = 0)]
	Bill {
		/// The bill.
		bill: BillKey,
	},
	/// A late fee was charged, on a payment, dispute or waiver: more is owed.
	#[codec(index = 1)]
	LateFee {
		/// The bill.
		bill: BillKey,
	},
	/// A bill was paid, in part or in full: less is owed.
	#[codec(index = 2)]
	Payment {
		/// The payment.
		payment: PaymentId,
		/// The bill.
		bill: BillKey,
		/// The part of the amount that paid the late fee, in fen. If the bill is corrected later, some of it can become
		/// principal: the bill's contributions say what it pays now.
		late: Fen,
		/// The entry of the pot's ledger. If both late fee and principal were paid, it is that of the late fee, and
		/// that of the principal follows it.
		entry: EntryId,
	},
	/// Part of a bill was waived: less is owed.
	#[codec(index = 3)]
	Waiver {
		/// The bill.
		bill: BillKey,
	},
	/// A ruling reduced the principal and the late fee of a bill: less is owed.
	#[codec(index = 4)]
	Reduction {
		/// The bill.
		bill: BillKey,
	},
	/// An amount paid in excess of a corrected bill was refunded to an account that had paid it: more is owed. The
	/// entries precede that of the reduction, which offsets them.
	#[codec(index = 5)]
	Refund {
		/// The bill.
		bill: BillKey,
		/// The entry of the pot's ledger.
		entry: EntryId,
	},
	/// Money was prepaid.
	#[codec(index = 6)]
	Prepayment {
		/// The payment.
		payment: PaymentId,
	},
	/// Prepaid money paid a bill.
	#[codec(index = 7)]
	PrepaymentUsed {
		/// The payment that used it.
		payment: PaymentId,
	},
	/// Prepaid money was released to its payer.
	#[codec(index = 8)]
	PrepaymentRefund,
	/// A credit note reduced the principal of a bill, and its late fee was computed anew: less is owed.
	#[codec(index = 9)]
	Credit {
		/// The credit note.
		credit: CreditId,
		/// The bill.
		bill: BillKey,
	},
	/// A payment was moved to another unit, or taken back with the receipt that it was made of: more is owed. If it was
	/// moved, the payment of that kind there names the same payment.
	#[codec(index = 10)]
	Moved {
		/// The payment that was moved.
		payment: PaymentId,
		/// The bill that it had paid.
		bill: BillKey,
		/// The entry of the pot's ledger.
		entry: EntryId,
	},
	/// A bill was paid in full early and got its discount: less is owed.
	#[codec(index = 11)]
	Discount {
		/// The bill.
		bill: BillKey,
	},
	/// A bill lost its discount, since a payment was taken off it: more is owed.
	#[codec(index = 12)]
	DiscountLost {
		/// The bill.
		bill: BillKey,
	},
	/// A credit note raised the principal of a bill that had been lowered too far: more is owed.
	#[codec(index = 13)]
	Restored {
		/// The credit note.
		credit: CreditId,
		/// The bill.
		bill: BillKey,
	},
}

impl EntryKind {
	/// The bill that the entry is about, if any.
	pub fn bill(&self) -> Option<BillKey> {
		match self {
			Self::Bill { bill }
			| Self::LateFee { bill }
			| Self::Payment { bill, .. }
			| Self::Waiver { bill }
			| Self::Reduction { bill }
			| Self::Refund { bill, .. }
			| Self::Credit { bill, .. }
			| Self::Moved { bill, .. }
			| Self::Discount { bill }
			| Self::DiscountLost { bill }
			| Self::Restored { bill, .. } => Some(*bill),
			Self::Prepayment { .. } | Self::PrepaymentUsed { .. } | Self::PrepaymentRefund => None,
		}
	}

	/// Applies an entry of `amount` to `head`. Returns `None` on overflow, or if more is taken off than there is.
	pub fn apply(&self, head: &mut StatementHead, amount: Fen) -> Option<()> {
		match self {
			Self::Bill { .. }
			| Self::LateFee { .. }
			| Self::Refund { .. }
			| Self::Moved { .. }
			| Self::Restored { .. }
			| Self::DiscountLost { .. } => head.owed = head.owed.checked_add(amount)?,
			Self::Payment { .. }
			| Self::Waiver { .. }
			| Self::Reduction { .. }
			| Self::Credit { .. }
			| Self::Discount { .. } => head.owed = head.owed.checked_sub(amount)?,
			Self::Prepayment { .. } => head.prepaid = head.prepaid.checked_add(amount)?,
			Self::PrepaymentUsed { .. } | Self::PrepaymentRefund => head.prepaid = head.prepaid.checked_sub(amount)?,
		}
		head.entry_count = head.entry_count.checked_add(1)?;
		Some(())
	}
}

/// Consecutive lines of a unit's statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Lines {
	/// The number of the first line.
	pub first: u64,
	/// The number after the last line's.
	pub end: u64,
}

impl Lines {
	/// The numbers of the lines.
	pub const fn numbers(&self) -> Range<u64> {
		self.first..self.end
	}
}

/// One line of a unit's statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct StatementEntry {
	/// When the entry was written.
	pub moment: Moment,
	/// The kind of the entry.
	pub kind: EntryKind,
	/// The amount, in fen.
	pub amount: Fen,
	/// The amount owed less the amount prepaid after this entry, in fen.
	pub balance: i128,
}

impl StatementEntry {
	/// The corresponding entries in the ledger of the charge's pot.
	pub fn ledger_entries(&self) -> Range<EntryId> {
		match self.kind {
			EntryKind::Payment { late, entry, .. } => {
				let count = u64::from(late > 0).saturating_add((self.amount > late).into());
				entry..entry.saturating_add(count)
			}
			EntryKind::Refund { entry, .. } | EntryKind::Moved { entry, .. } => entry..entry.saturating_add(1),
			_ => 0..0,
		}
	}
}
