// SPDX-License-Identifier: Apache-2.0

//! An expense: its purpose, payee, amount and approvals.

use super::{Approver, State, StatedInvoice};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{
	buildings::in_order, traits::Person, Buildings, Commitment, ContentHash, Fen, LineId, Moment, Period, PotId,
	ProposalId,
};
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

/// The failures that count as emergencies (D24).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum EmergencyKind {
	/// A lift is out of order or unsafe.
	#[codec(index = 0)]
	Lift,
	/// A roof leaks.
	#[codec(index = 1)]
	Roof,
	/// The fire system does not work.
	#[codec(index = 2)]
	Fire,
	/// Parts of a facade may fall.
	#[codec(index = 3)]
	Facade,
	/// A main of water, power or gas is broken.
	#[codec(index = 4)]
	Mains,
	/// The sewer is blocked or broken.
	#[codec(index = 5)]
	Sewage,
}

/// The purpose of an expense.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Purpose {
	/// A line of a year's budget, which names the pot.
	#[codec(index = 0)]
	Line {
		/// The year.
		year: u16,
		/// The line.
		line: LineId,
	},
	/// An emergency, outside of the budget.
	#[codec(index = 1)]
	Emergency {
		/// The kind of failure.
		kind: EmergencyKind,
		/// The pot that it is paid from.
		pot: PotId,
		/// The hash of the evidence of the emergency: photographs, a report.
		evidence: ContentHash,
		/// The lived time (D46), in ms, from which an auditor may approve in the committee's place.
		committee_until: Moment,
	},
}

impl Purpose {
	/// Whether it is an emergency.
	pub const fn is_emergency(&self) -> bool {
		matches!(self, Self::Emergency { .. })
	}

	/// The lane by which it is entered.
	pub const fn lane(&self) -> Lane {
		match self {
			Self::Line { .. } => Lane::Line,
			Self::Emergency { .. } => Lane::Emergency,
		}
	}

	/// The heading of the month's report that covers it.
	pub const fn heading(&self) -> Heading {
		match self {
			Self::Line { year, line } => Heading::Line { year: *year, line: *line },
			Self::Emergency { pot, .. } => Heading::Emergency { pot: *pot },
		}
	}
}

/// A lane by which expenses are entered. Each has room of its own, so that none is shut out by the other (D53).
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Lane {
	/// Lines of budgets.
	#[codec(index = 0)]
	Line,
	/// Emergencies.
	#[codec(index = 1)]
	Emergency,
}

/// A heading of a month's report (D25).
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Heading {
	/// A line of a year's budget.
	#[codec(index = 0)]
	Line {
		/// The year.
		year: u16,
		/// The line.
		line: LineId,
	},
	/// Emergencies paid from one pot.
	#[codec(index = 1)]
	Emergency {
		/// The pot.
		pot: PotId,
	},
}

/// The payee of an expense.
#[derive(
	Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Payee<AccountId> {
	/// An account on this chain.
	#[codec(index = 0)]
	Account(AccountId),
	/// A bank account, as a commitment to its details. The cashier pays to it.
	#[codec(index = 1)]
	Bank(Commitment),
}

/// The payee as it is counted by the rolling limits: all accounts of one person are one supplier (D47).
#[derive(
	Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Supplier<AccountId> {
	/// A person with accounts on this chain.
	#[codec(index = 0)]
	Person(Person<AccountId>),
	/// A bank account, as a commitment to its details.
	#[codec(index = 1)]
	Bank(Commitment),
}

/// The units on which a cost falls (D23).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Related {
	/// None: the pot's money does not belong to units.
	#[codec(index = 0)]
	Nobody,
	/// All units enrolled in the repair fund.
	#[codec(index = 1)]
	All,
	/// The enrolled units of these buildings.
	#[codec(index = 2)]
	In(Buildings),
}

impl Related {
	/// The buildings concerned: `Some(None)` for all of them, `None` if the cost falls on no units.
	pub fn units(&self) -> Option<Option<&Buildings>> {
		match self {
			Self::Nobody => None,
			Self::All => Some(None),
			Self::In(buildings) => Some(Some(buildings)),
		}
	}

	/// Sorts the buildings and removes duplicates.
	pub(crate) fn in_order(self) -> Self {
		match self {
			Self::In(buildings) => Self::In(in_order(buildings)),
			other => other,
		}
	}
}

/// One approval.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Approval<By> {
	/// The account or the decision that approved.
	pub by: By,
	/// When it was given.
	pub at: Moment,
}

/// The approvals given so far.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Approvals<AccountId> {
	/// When the committee approved.
	pub committee: Option<Moment>,
	/// The auditor's approval.
	pub auditor: Option<Approval<AccountId>>,
	/// The assembly's approval, by its decision.
	pub assembly: Option<Approval<ProposalId>>,
}

impl<AccountId> Approvals<AccountId> {
	/// When the last one was given; `None` if there is none.
	pub fn last(&self) -> Option<Moment> {
		let auditor = self.auditor.as_ref().map(|approval| approval.at);
		let assembly = self.assembly.as_ref().map(|approval| approval.at);
		self.committee.max(auditor).max(assembly)
	}
}

impl<AccountId> Default for Approvals<AccountId> {
	fn default() -> Self {
		Self { committee: None, auditor: None, assembly: None }
	}
}

/// An expense. Never removed, as the record of where the money went (D19).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Expense<AccountId> {
	/// Its purpose.
	pub purpose: Purpose,
	/// The payee.
	pub payee: Payee<AccountId>,
	/// The amount, in fen; never zero.
	pub amount: Fen,
	/// The invoice, as it was stated.
	pub invoice: StatedInvoice,
	/// The month in which the service was rendered.
	pub incurred: Period,
	/// The units on which the cost falls.
	pub related: Related,
	/// The account that proposed it.
	pub proposer: AccountId,
	/// The same as a person, when it was proposed: the room for open expenses goes by it.
	pub manager: Person<AccountId>,
	/// When it was proposed.
	pub proposed: Moment,
	/// The payee as a person, when it was proposed: the rolling limits go by it.
	pub supplier: Supplier<AccountId>,
	/// Whether the assembly named the payee on the line. Then the cap of the line stands for the rolling limits.
	pub named: bool,
	/// The approvals it needs, by the rules in force when it was proposed.
	pub needs: Approver,
	/// The approvals given so far.
	pub approvals: Approvals<AccountId>,
	/// Its state.
	pub state: State<AccountId>,
}

impl<AccountId: Encode> Expense<AccountId> {
	/// BLAKE2b-256 of everything that was entered, SCALE-encoded in this order: purpose, payee, amount, invoice, month,
	/// related units, proposer. Approvals name this hash, so that none can be applied to another expense, whatever its
	/// id.
	pub fn terms(&self) -> ContentHash {
		let Self { purpose, payee, amount, invoice, incurred, related, proposer, .. } = self;
		(purpose, payee, amount, invoice, incurred, related, proposer).using_encoded(blake2_256).into()
	}
}

impl<AccountId> Expense<AccountId> {
	/// Whether all approvals needed were given. In an emergency an auditor's approval replaces the committee's; that
	/// the committee's period has ended is checked when the auditor approves.
	pub fn has_approvals(&self) -> bool {
		let Approvals { committee, auditor, assembly } = &self.approvals;
		if self.purpose.is_emergency() {
			return committee.is_some() || auditor.is_some();
		}
		(!self.needs.asks_committee() || committee.is_some())
			&& (!self.needs.asks_auditor() || auditor.is_some())
			&& (!self.needs.asks_assembly() || assembly.is_some())
	}
}
