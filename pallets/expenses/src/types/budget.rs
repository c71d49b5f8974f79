// SPDX-License-Identifier: Apache-2.0

//! A year's budget and its lines (D21).

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Fen, LineId, Moment, PotId, ProposalId};
use scale_info::TypeInfo;

/// The public name of a line: UTF-8 of at most 32 bytes, ten Chinese characters.
pub type LineName = BoundedVec<u8, ConstU32<32>>;

/// A line as the assembly decides it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct NewLine {
	/// Its public name.
	pub name: LineName,
	/// The pot that its expenses are paid out of.
	pub pot: PotId,
	/// The most that may be spent on it in the year, in fen.
	pub cap: Fen,
}

/// A line of a year's budget.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Line {
	/// Its public name.
	pub name: LineName,
	/// The pot that its expenses are paid out of.
	pub pot: PotId,
	/// The most that may be spent on it in the year, in fen.
	pub cap: Fen,
	/// What is proposed or approved and not paid, in fen.
	pub committed: Fen,
	/// What was paid, in fen.
	pub spent: Fen,
	/// How many expenses were ever entered on it, those refused and withdrawn included. While it is zero the line can
	/// still be changed or left out.
	pub expenses: u32,
}

impl Line {
	/// A line that nothing was entered on yet.
	pub fn new(line: NewLine) -> Self {
		let NewLine { name, pot, cap } = line;
		Self { name, pot, cap, committed: 0, spent: 0, expenses: 0 }
	}

	/// What is spoken for: committed and spent, in fen. `None` where that does not fit.
	pub fn used(&self) -> Option<Fen> {
		self.committed.checked_add(self.spent)
	}

	/// What can still be proposed, in fen.
	pub fn left(&self) -> Fen {
		self.used().and_then(|used| self.cap.checked_sub(used)).unwrap_or(0)
	}
}

/// That a year has a budget.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Budget {
	/// The decision that set or last amended it; `None` where the bootstrap key did.
	pub decision: Option<ProposalId>,
	/// When that was.
	pub moment: Moment,
	/// How many lines it has: they are numbered from 0.
	pub lines: LineId,
}

/// A year's budget with all its lines.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BudgetView {
	/// Who decided it, and when.
	pub budget: Budget,
	/// The lines in the order of their ids.
	pub lines: Vec<Line>,
}
