// SPDX-License-Identifier: Apache-2.0

//! The audit that every emergency owes (D24).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, ExpenseId, Moment};
use scale_info::TypeInfo;

/// An audit that was filed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Audit<AccountId> {
	/// Hash of the report.
	pub report: ContentHash,
	/// Who filed it.
	pub by: AccountId,
	/// When.
	pub at: Moment,
}

/// How the audit of an expense stands, as of now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum AuditState {
	/// None is owed: it is no emergency, or not paid.
	#[codec(index = 0)]
	NotDue,
	/// It is owed.
	#[codec(index = 1)]
	Due {
		/// Until when, inclusive.
		by: Moment,
	},
	/// It is owed, and late.
	#[codec(index = 2)]
	Overdue {
		/// Until when it was due.
		since: Moment,
	},
	/// It was filed.
	#[codec(index = 3)]
	Filed {
		/// When.
		at: Moment,
		/// Whether that was late.
		late: bool,
	},
}

/// The place of an audit among those that are owed. Big-endian, so that storage order is oldest due first and a list of
/// the overdue ones reads no others.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AuditKey(
	/// Due moment (8 bytes), expense (4).
	pub [u8; 12],
);

impl AuditKey {
	/// The key of an audit due at `due`, inclusive.
	pub fn new(due: Moment, expense: ExpenseId) -> Self {
		let mut key = [0u8; 12];
		for (place, byte) in key.iter_mut().zip(due.to_be_bytes().into_iter().chain(expense.to_be_bytes())) {
			*place = byte;
		}
		Self(key)
	}

	/// Until when the audit is due, inclusive.
	pub fn due(&self) -> Moment {
		let [d0, d1, d2, d3, d4, d5, d6, d7, ..] = self.0;
		Moment::from_be_bytes([d0, d1, d2, d3, d4, d5, d6, d7])
	}

	/// The expense that it is about.
	pub fn expense(&self) -> ExpenseId {
		let [.., e0, e1, e2, e3] = self.0;
		ExpenseId::from_be_bytes([e0, e1, e2, e3])
	}
}
