// SPDX-License-Identifier: Apache-2.0

//! A bill, its two debts, and its place among the open bills of its unit.

use super::{Dispute, Lines};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{BillKey, Fen, Moment, QueueKey};
use scale_info::TypeInfo;

/// One side of a bill: what was charged and what became of it. What is left is owed.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Debt {
	/// Fen charged.
	pub charged: Fen,
	/// Fen taken off by a ruling.
	pub reduced: Fen,
	/// Fen waived.
	pub waived: Fen,
	/// Fen paid and not given back.
	pub paid: Fen,
}

impl Debt {
	/// Charged less reduced: what the debt rightly was.
	pub fn standing(&self) -> Fen {
		self.charged.saturating_sub(self.reduced)
	}

	/// What can still be asked for payment, paid or not: standing less waived.
	pub fn payable(&self) -> Fen {
		self.standing().saturating_sub(self.waived)
	}

	/// What is still to be paid.
	pub fn owed(&self) -> Fen {
		self.payable().saturating_sub(self.paid)
	}
}

/// A bill of one unit by one charge for one period.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Bill<AccountId> {
	/// The principal.
	pub principal: Debt,
	/// Late fees, as far as they were settled; see [`crate::late_fee`].
	pub late: Debt,
	/// Unpaid principal times full days late, up to `late_days`: the late fee follows from it without rounding twice.
	pub fen_days: u128,
	/// The full days late that `fen_days` covers.
	pub late_days: u32,
	/// When it issued.
	pub issued: Moment,
	/// The end of its last day.
	pub due: Moment,
	/// Milliseconds that its clock stood still for a dispute that was ruled on.
	pub stopped: Moment,
	/// Its dispute, open or ruled on.
	pub dispute: Option<Dispute<AccountId>>,
	/// Who paid last: a refund goes there.
	pub payer: Option<AccountId>,
	/// The lines of the unit's statement from its issue to its last payment or refund, with those of other bills between.
	pub lines: Lines,
}

impl<AccountId> Bill<AccountId> {
	/// A bill as it issues, by that line of the unit's statement.
	pub fn new(principal: Fen, issued: Moment, due: Moment, line: u64) -> Self {
		Self {
			principal: Debt { charged: principal, ..Debt::default() },
			late: Debt::default(),
			fen_days: 0,
			late_days: 0,
			issued,
			due,
			stopped: 0,
			dispute: None,
			payer: None,
			lines: Lines { first: line, end: line.saturating_add(1) },
		}
	}

	/// Principal and settled late fee still to be paid.
	pub fn owed(&self) -> Fen {
		self.principal.owed().saturating_add(self.late.owed())
	}

	/// Whether anything is left to be paid.
	pub fn is_open(&self) -> bool {
		self.owed() > 0
	}

	/// Whether a dispute waits for its ruling.
	pub fn is_disputed(&self) -> bool {
		self.dispute.as_ref().is_some_and(|dispute| dispute.ruled.is_none())
	}
}

/// The place of a bill in its unit's queue, oldest due first.
pub type OpenKey = QueueKey<BillKey>;
