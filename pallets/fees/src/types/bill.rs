// SPDX-License-Identifier: Apache-2.0

//! Bills, their two debts, and their order among the open bills of a unit.

use super::{Dispute, Lines, PlanId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{BillKey, Fen, Moment, QueueKey};
use scale_info::TypeInfo;

/// One of the two debts of a bill, principal or late fee. The amount charged and not reduced, waived or paid is
/// owed.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Debt {
	/// The amount charged, in fen.
	pub charged: Fen,
	/// The reduction by rulings, credit notes and the discount, in fen.
	pub reduced: Fen,
	/// The amount waived, in fen.
	pub waived: Fen,
	/// The amount paid and not refunded, in fen.
	pub paid: Fen,
}

impl Debt {
	/// The amount charged less the reduction.
	pub fn standing(&self) -> Fen {
		self.charged.saturating_sub(self.reduced)
	}

	/// The amount to be paid in all, paid or not: [`standing`](Self::standing) less the amount waived.
	pub fn payable(&self) -> Fen {
		self.standing().saturating_sub(self.waived)
	}

	/// The amount still to be paid.
	pub fn owed(&self) -> Fen {
		self.payable().saturating_sub(self.paid)
	}
}

/// What a bill of before the chain brought along. Its principal on the chain is what was left to pay.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Opening {
	/// What was paid of the principal before the chain, in fen. The cap on the late fee counts it as principal.
	pub paid: Fen,
	/// The late fee owed at the opening, in fen, to which that of the days since is added.
	pub late: Fen,
	/// When the books were opened: days before it add nothing to the late fee.
	pub opened: Moment,
}

/// A bill of one unit for one charge and period.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Bill<AccountId> {
	/// The principal.
	pub principal: Debt,
	/// The late fee charged so far; see [`crate::late_fee`].
	pub late: Debt,
	/// The sum of unpaid principal times full days late, up to `late_days`. The late fee is computed from it, so that
	/// it is rounded only once.
	pub fen_days: u128,
	/// The number of full days late that `fen_days` covers.
	pub late_days: u32,
	/// The lived time from which no late fee accrues any more, since the bill was raised again after a credit note or a
	/// ruling that was a mistake; `None` for other bills.
	pub late_until: Option<Moment>,
	/// When the bill was issued.
	pub issued: Moment,
	/// When the bill is due: the end of the last day.
	pub due: Moment,
	/// The dispute, open or ruled on, if any.
	pub dispute: Option<Dispute<AccountId>>,
	/// The discount for paying early, in fen: a part of what was reduced of the principal. Zero if it got none.
	pub discount: Fen,
	/// The instalment plan that the bill is or was in. While the plan is kept no late fee accrues.
	pub plan: Option<PlanId>,
	/// The lines of the unit's statement from the issue to the last payment, refund or move, including other bills'
	/// lines in between.
	pub lines: Lines,
	/// What the bill brought along, if it is of before the chain.
	pub opening: Option<Opening>,
}

impl<AccountId> Bill<AccountId> {
	/// A new bill, whose issue is the given line of the unit's statement.
	pub fn new(principal: Fen, issued: Moment, due: Moment, line: u64) -> Self {
		Self {
			principal: Debt { charged: principal, ..Debt::default() },
			late: Debt::default(),
			fen_days: 0,
			late_days: 0,
			late_until: None,
			issued,
			due,
			dispute: None,
			discount: 0,
			plan: None,
			lines: Lines { first: line, end: line.saturating_add(1) },
			opening: None,
		}
	}

	/// The principal as corrected, before the discount for paying early, in fen.
	pub fn gross(&self) -> Fen {
		self.principal.standing().saturating_add(self.discount)
	}

	/// The principal that the cap on the late fee goes by: what is to be paid in all, before the chain or on it.
	pub fn capped_on(&self) -> Fen {
		let before = self.opening.map_or(0, |opening| opening.paid);
		self.principal.payable().saturating_add(before)
	}

	/// Principal and charged late fee still to be paid.
	pub fn owed(&self) -> Fen {
		self.principal.owed().saturating_add(self.late.owed())
	}

	/// Whether anything is left to pay.
	pub fn is_open(&self) -> bool {
		self.owed() > 0
	}

	/// Whether a dispute waits for its ruling.
	pub fn is_disputed(&self) -> bool {
		self.dispute.as_ref().is_some_and(|dispute| dispute.ruled.is_none())
	}
}

/// The position of a bill in its unit's queue, oldest due first.
pub type OpenKey = QueueKey<BillKey>;
