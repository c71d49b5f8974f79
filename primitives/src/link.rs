// SPDX-License-Identifier: Apache-2.0

//! Links along which money can be followed: from a payment to a pot, from a pot to an expense, and back (D19).

use crate::{
	BillKey, BookingId, ContentHash, DepositId, EntryId, ExpenseId, LineId, MilestoneId, PaymentId, PotId, ProjectId,
	ProposalId, UnitId,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// An item in the books that other items link to. Links are symmetric: if one item links to another, the other links
/// back.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Link<AccountId> {
	/// An entry of a pot's ledger.
	#[codec(index = 0)]
	Entry {
		/// The pot.
		pot: PotId,
		/// The entry.
		entry: EntryId,
	},
	/// A payment of bills.
	#[codec(index = 1)]
	Payment {
		/// Which.
		payment: PaymentId,
	},
	/// A bill.
	#[codec(index = 2)]
	Bill {
		/// Which.
		bill: BillKey,
	},
	/// A movement of the bank account under a reference.
	#[codec(index = 3)]
	BankEntry {
		/// BLAKE2b-256 of the bank's reference.
		reference: ContentHash,
	},
	/// An expense.
	#[codec(index = 4)]
	Expense {
		/// Which.
		expense: ExpenseId,
	},
	/// A line of a budget.
	#[codec(index = 5)]
	BudgetLine {
		/// The year of the budget.
		year: u16,
		/// The line.
		line: LineId,
	},
	/// An invoice.
	#[codec(index = 6)]
	Invoice {
		/// Its hash.
		invoice: ContentHash,
	},
	/// A decision of the owners.
	#[codec(index = 7)]
	Decision {
		/// The proposal.
		proposal: ProposalId,
	},
	/// An approval by the committee or an auditor.
	#[codec(index = 8)]
	Approval {
		/// The expense.
		expense: ExpenseId,
		/// The auditor; `None` for the committee, whose motions and votes are public.
		auditor: Option<AccountId>,
	},
	/// A project in escrow.
	#[codec(index = 9)]
	Project {
		/// Which.
		project: ProjectId,
	},
	/// A milestone of a project.
	#[codec(index = 10)]
	Milestone {
		/// The project.
		project: ProjectId,
		/// Which.
		milestone: MilestoneId,
	},
	/// A unit's share in the repair fund.
	#[codec(index = 11)]
	UnitShare {
		/// The unit.
		unit: UnitId,
	},
	/// A booking of a shared resource.
	#[codec(index = 12)]
	Booking {
		/// Which.
		booking: BookingId,
	},
	/// A refundable deposit.
	#[codec(index = 13)]
	Deposit {
		/// Which.
		deposit: DepositId,
	},
}

/// A page of links.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LinkPage<AccountId> {
	/// The links found. A page may be short or empty without being the last.
	pub links: Vec<Link<AccountId>>,
	/// The start of the next page; `None` after the last one.
	pub next: Option<u64>,
}
