// SPDX-License-Identifier: Apache-2.0

//! The audit due after every paid emergency (D24).

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, ExpenseId, Moment, QueueKey};
use scale_info::TypeInfo;

/// A filed audit.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Audit<AccountId> {
	/// The hash of the report.
	pub report: ContentHash,
	/// The auditor who filed it.
	pub by: AccountId,
	/// When it was filed.
	pub at: Moment,
}

/// The state of an expense's audit at the current time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum AuditState {
	/// No audit is due: the expense is not an emergency, or not paid.
	#[codec(index = 0)]
	NotDue,
	/// An audit is due.
	#[codec(index = 1)]
	Due {
		/// The last moment at which it is in time, unless the chain stands still before.
		by: Moment,
	},
	/// An audit is overdue.
	#[codec(index = 2)]
	Overdue {
		/// The last moment at which it was in time.
		since: Moment,
	},
	/// The audit was filed.
	#[codec(index = 3)]
	Filed {
		/// When it was filed.
		at: Moment,
		/// Whether it was filed late.
		late: bool,
	},
}

/// The key of an audit that is due, ordered by due date (inclusive, in lived time). Listing overdue audits reads no
/// others.
pub type AuditKey = QueueKey<ExpenseId>;
