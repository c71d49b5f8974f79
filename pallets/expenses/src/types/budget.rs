// SPDX-License-Identifier: Apache-2.0

//! A year's budget and its lines (D21).

use super::Payee;
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Fen, LineId, Moment, PotId, ProposalId};
use scale_info::TypeInfo;

/// The public name of a line: at most 32 bytes of UTF-8, which is ten Chinese characters.
pub type LineName = BoundedVec<u8, ConstU32<32>>;

/// A line as the assembly decides it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct NewLine<AccountId> {
	/// Its public name.
	pub name: LineName,
	/// The pot that its expenses are paid from.
	pub pot: PotId,
	/// The maximum that may be spent on it in the year, in fen.
	pub cap: Fen,
	/// The payee whom the assembly approves with the line, if any: what it is paid on the line, up to the cap, does not
	/// count for the thresholds, which ask the assembly again.
	pub payee: Option<Payee<AccountId>>,
}

/// A line of a year's budget.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Line<AccountId> {
	/// Its public name.
	pub name: LineName,
	/// The pot that its expenses are paid from.
	pub pot: PotId,
	/// The maximum that may be spent on it in the year, in fen.
	pub cap: Fen,
	/// The amount proposed or approved but not paid, in fen.
	pub committed: Fen,
	/// The amount paid, in fen.
	pub spent: Fen,
	/// The number of expenses ever entered on it, including those refused or withdrawn. While it is zero, the line can
	/// be changed or removed.
	pub expenses: u32,
	/// The sum of refunds that had been booked wrongly and were taken back, in fen. By at most this amount the line can
	/// exceed its cap.
	pub reversed: Fen,
	/// The payee whom the assembly approved with the line, if any.
	pub payee: Option<Payee<AccountId>>,
}

impl<AccountId> Line<AccountId> {
	/// A line without expenses.
	pub fn new(line: NewLine<AccountId>) -> Self {
		let NewLine { name, pot, cap, payee } = line;
		Self { name, pot, cap, committed: 0, spent: 0, expenses: 0, reversed: 0, payee }
	}

	/// The sum of the amounts committed and spent, in fen. `None` on overflow.
	pub fn used(&self) -> Option<Fen> {
		self.committed.checked_add(self.spent)
	}

	/// The amount available for new expenses, in fen.
	pub fn left(&self) -> Fen {
		self.used().and_then(|used| self.cap.checked_sub(used)).unwrap_or(0)
	}
}

/// A year's budget, without its lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Budget {
	/// The decision that set or last amended it; `None` for the bootstrap key.
	pub decision: Option<ProposalId>,
	/// When it was set or last amended.
	pub moment: Moment,
	/// The number of its lines, which are numbered from 0.
	pub lines: LineId,
}

/// A year's budget with all its lines.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BudgetView<AccountId> {
	/// The decision that set it, and when.
	pub budget: Budget,
	/// Its lines, in the order of their ids.
	pub lines: Vec<Line<AccountId>>,
}
