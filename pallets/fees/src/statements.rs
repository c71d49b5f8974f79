// SPDX-License-Identifier: Apache-2.0

//! Units' statements: every bill, late fee, payment, waiver and refund, with a running balance (D19).

use crate::{
	types::{EntryKind, StatementEntry, StatementHead},
	Config, StatementHeads, Statements,
};
use core::marker::PhantomData;
use linli_primitives::{Fen, Moment, UnitId};
use sp_runtime::ArithmeticError;

/// A unit's statement, open for writing. The head is read and written only once for any number of entries.
#[must_use = "the head is only stored by `close`"]
pub(crate) struct Statement<T> {
	unit: UnitId,
	now: Moment,
	head: StatementHead,
	config: PhantomData<T>,
}

impl<T: Config> Statement<T> {
	/// Opens the statement of `unit`.
	pub fn open(unit: UnitId, now: Moment) -> Self {
		Self { unit, now, head: StatementHeads::<T>::get(unit), config: PhantomData }
	}

	/// The number of the next line.
	pub fn next_line(&self) -> u64 {
		self.head.entry_count
	}

	/// Appends an entry; a zero amount is skipped.
	pub fn write(&mut self, kind: EntryKind, amount: Fen) -> Result<(), ArithmeticError> {
		if amount == 0 {
			return Ok(());
		}
		let number = self.head.entry_count;
		kind.apply(&mut self.head, amount).ok_or(ArithmeticError::Overflow)?;
		let balance = self.head.balance().ok_or(ArithmeticError::Overflow)?;
		Statements::<T>::insert(self.unit, number, StatementEntry { moment: self.now, kind, amount, balance });
		Ok(())
	}

	/// Stores the head.
	pub fn close(self) {
		StatementHeads::<T>::insert(self.unit, self.head);
	}
}
