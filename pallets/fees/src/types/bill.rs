// SPDX-License-Identifier: Apache-2.0

//! A bill, its two debts, and its place among the open bills of its unit.

use super::Dispute;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{BillKey, Fen, Moment, Period, UnitId};
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
}

impl<AccountId> Bill<AccountId> {
	/// A bill as it issues.
	pub fn new(principal: Fen, issued: Moment, due: Moment) -> Self {
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

/// The place of an open bill in its unit's queue. Big-endian, so that storage order is oldest due first.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct OpenKey(
	/// Due moment (8 bytes), charge (4), year (2), month (1).
	pub [u8; 15],
);

impl OpenKey {
	/// The key of a bill of the unit, due at `due`.
	pub fn new(due: Moment, bill: BillKey) -> Self {
		let mut key = [0u8; 15];
		let bytes = due
			.to_be_bytes()
			.into_iter()
			.chain(bill.charge.to_be_bytes())
			.chain(bill.period.year.to_be_bytes())
			.chain([bill.period.month]);
		for (place, byte) in key.iter_mut().zip(bytes) {
			*place = byte;
		}
		Self(key)
	}

	/// When the bill is due.
	pub fn due(&self) -> Moment {
		let [d0, d1, d2, d3, d4, d5, d6, d7, ..] = self.0;
		Moment::from_be_bytes([d0, d1, d2, d3, d4, d5, d6, d7])
	}

	/// The bill of `unit` that the key names.
	pub fn bill_of(&self, unit: UnitId) -> BillKey {
		let [_, _, _, _, _, _, _, _, c0, c1, c2, c3, y0, y1, month] = self.0;
		let period = Period { year: u16::from_be_bytes([y0, y1]), month };
		BillKey { unit, charge: u32::from_be_bytes([c0, c1, c2, c3]), period }
	}
}
