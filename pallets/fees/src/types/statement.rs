// SPDX-License-Identifier: Apache-2.0

//! The entries of a unit's statement, and how it stands.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::Range;
use linli_primitives::{BillKey, EntryId, Fen, Moment, PaymentId};
use scale_info::TypeInfo;

/// How a unit's statement stands.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StatementHead {
	/// How many entries there are.
	pub entry_count: u64,
	/// Fen owed: principal and settled late fees of all bills, due or not.
	pub owed: Fen,
	/// Fen prepaid by all payers.
	pub prepaid: Fen,
}

impl StatementHead {
	/// Owed less prepaid: negative where more is prepaid than owed.
	pub fn balance(&self) -> Option<i128> {
		i128::try_from(self.owed).ok()?.checked_sub(i128::try_from(self.prepaid).ok()?)
	}
}

/// What a statement entry tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum EntryKind {
	/// A bill issued: more is owed.
	#[codec(index = 0)]
	Bill {
		/// The bill.
		bill: BillKey,
	},
	/// Late fee was settled, because somebody paid, disputed or waived: more is owed.
	#[codec(index = 1)]
	LateFee {
		/// The bill.
		bill: BillKey,
	},
	/// A bill was paid, in part or whole: less is owed.
	#[codec(index = 2)]
	Payment {
		/// The payment.
		payment: PaymentId,
		/// The bill.
		bill: BillKey,
		/// How much of the amount went to the late fee.
		late: Fen,
		/// The entry of the pot's ledger; where both late fee and principal were paid, that of the late fee, and the
		/// principal's is the next one.
		entry: EntryId,
	},
	/// Part of a bill was waived: less is owed.
	#[codec(index = 3)]
	Waiver {
		/// The bill.
		bill: BillKey,
	},
	/// A ruling reduced a bill and its late fee: less is owed.
	#[codec(index = 4)]
	Reduction {
		/// The bill.
		bill: BillKey,
	},
	/// What was paid above a reduced bill went back to the payer. It stands before the reduction that it makes up for.
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
	/// Prepaid money was used for a bill.
	#[codec(index = 7)]
	PrepaymentUsed {
		/// The payment that used it.
		payment: PaymentId,
	},
	/// Prepaid money went back to its payer.
	#[codec(index = 8)]
	PrepaymentRefund,
}

impl EntryKind {
	/// The bill that the entry is about, if it is about one.
	pub fn bill(&self) -> Option<BillKey> {
		match self {
			Self::Bill { bill }
			| Self::LateFee { bill }
			| Self::Payment { bill, .. }
			| Self::Waiver { bill }
			| Self::Reduction { bill }
			| Self::Refund { bill, .. } => Some(*bill),
			Self::Prepayment { .. } | Self::PrepaymentUsed { .. } | Self::PrepaymentRefund => None,
		}
	}

	/// Changes `head` by an entry of `amount`. `None` where the amounts make no sense.
	pub fn apply(&self, head: &mut StatementHead, amount: Fen) -> Option<()> {
		match self {
			Self::Bill { .. } | Self::LateFee { .. } | Self::Refund { .. } => {
				head.owed = head.owed.checked_add(amount)?
			}
			Self::Payment { .. } | Self::Waiver { .. } | Self::Reduction { .. } => {
				head.owed = head.owed.checked_sub(amount)?
			}
			Self::Prepayment { .. } => head.prepaid = head.prepaid.checked_add(amount)?,
			Self::PrepaymentUsed { .. } | Self::PrepaymentRefund => head.prepaid = head.prepaid.checked_sub(amount)?,
		}
		head.entry_count = head.entry_count.checked_add(1)?;
		Some(())
	}
}

/// Some lines of a unit's statement, one after the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Lines {
	/// The first.
	pub first: u64,
	/// The one after the last.
	pub end: u64,
}

impl Lines {
	/// Their numbers.
	pub const fn numbers(&self) -> Range<u64> {
		self.first..self.end
	}
}

/// One line of a unit's statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct StatementEntry {
	/// When.
	pub moment: Moment,
	/// What.
	pub kind: EntryKind,
	/// Fen.
	pub amount: Fen,
	/// Owed less prepaid, after this entry.
	pub balance: i128,
}

impl StatementEntry {
	/// The entries that it made in the ledger of the charge's pot.
	pub fn ledger_entries(&self) -> Range<EntryId> {
		match self.kind {
			EntryKind::Payment { late, entry, .. } => {
				let count = u64::from(late > 0).saturating_add((self.amount > late).into());
				entry..entry.saturating_add(count)
			}
			EntryKind::Refund { entry, .. } => entry..entry.saturating_add(1),
			_ => 0..0,
		}
	}
}
