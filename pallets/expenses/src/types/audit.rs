// SPDX-License-Identifier: Apache-2.0

//! The audit that every emergency owes (D24).

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, ExpenseId, Moment, QueueKey};
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

/// The place of an audit among those that are owed, by the moment until which it is due, inclusive. A list of the overdue
/// ones reads no others.
pub type AuditKey = QueueKey<ExpenseId>;
