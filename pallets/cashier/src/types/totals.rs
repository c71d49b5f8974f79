// SPDX-License-Identifier: Apache-2.0

//! Sums of bank entries.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::Fen;
use scale_info::TypeInfo;

/// The totals of one bank account and month of the community's calendar.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MonthTotals {
	/// Σ received, in fen.
	pub received: Fen,
	/// Σ paid out, in fen.
	pub paid_out: Fen,
	/// Σ reversed in this month, in fen, whenever the receipts were booked. Of account 0 also receipts of closed ones.
	pub reversed: Fen,
	/// Σ restored in this month, in fen, whenever the payments were booked. Of account 0 also payments of closed ones.
	pub restored: Fen,
	/// What the bank account should have after the month's last bank entry, in fen.
	pub closing: Fen,
	/// Σ that came from the community's other bank accounts, in fen.
	pub transferred_in: Fen,
	/// Σ that went to the community's other bank accounts, in fen.
	pub transferred_out: Fen,
}

/// The totals since genesis.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Encode, Decode, TypeInfo)]
pub struct Totals {
	/// Σ received, in fen.
	pub received: Fen,
	/// Σ paid out, in fen.
	pub paid_out: Fen,
	/// Σ reversed, in fen.
	pub reversed: Fen,
	/// Σ restored, in fen: payments that were booked wrongly.
	pub restored: Fen,
}

impl Totals {
	/// The expected total issuance: received − paid out − reversed + restored. `None` if that is negative.
	pub fn balance(&self) -> Option<Fen> {
		self.received.checked_add(self.restored)?.checked_sub(self.paid_out)?.checked_sub(self.reversed)
	}
}
