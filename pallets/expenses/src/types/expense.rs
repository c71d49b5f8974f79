// SPDX-License-Identifier: Apache-2.0

//! An expense: what for, to whom, how much, and who agreed.

use super::{Approver, State};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{
	buildings::in_order, Buildings, Commitment, ContentHash, Fen, LineId, Moment, Period, PotId, ProposalId,
};
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

/// The causes for which the emergency lane is open (D24).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum EmergencyKind {
	/// A lift does not run, or not safely.
	#[codec(index = 0)]
	Lift,
	/// A roof leaks.
	#[codec(index = 1)]
	Roof,
	/// The fire system does not work.
	#[codec(index = 2)]
	Fire,
	/// Pieces of a facade may fall.
	#[codec(index = 3)]
	Facade,
	/// A main of water, power or gas is broken.
	#[codec(index = 4)]
	Mains,
	/// The sewer is blocked or broken.
	#[codec(index = 5)]
	Sewage,
}

/// What an expense is for.
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
		/// What is broken.
		kind: EmergencyKind,
		/// The pot that it is paid out of.
		pot: PotId,
		/// Hash of what shows that it is an emergency: photographs, a report.
		evidence: ContentHash,
		/// From when on the auditor may approve in the committee's place.
		committee_until: Moment,
	},
}

impl Purpose {
	/// Whether it is an emergency.
	pub const fn is_emergency(&self) -> bool {
		matches!(self, Self::Emergency { .. })
	}

	/// Under which heading the month's report shows it.
	pub const fn heading(&self) -> Heading {
		match self {
			Self::Line { year, line } => Heading::Line { year: *year, line: *line },
			Self::Emergency { pot, .. } => Heading::Emergency { pot: *pot },
		}
	}
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
	/// Emergencies paid out of one pot.
	#[codec(index = 1)]
	Emergency {
		/// The pot.
		pot: PotId,
	},
}

/// Who gets the money.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Payee<AccountId> {
	/// An account on this chain.
	#[codec(index = 0)]
	Account(AccountId),
	/// A bank account, by a commitment to its details: the cashier pays there.
	#[codec(index = 1)]
	Bank(Commitment),
}

/// On whom the cost falls (D23).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Related {
	/// On the pot: its money is everybody's.
	#[codec(index = 0)]
	Nobody,
	/// On all units that the repair fund knows.
	#[codec(index = 1)]
	All,
	/// On the units of these buildings.
	#[codec(index = 2)]
	In(Buildings),
}

impl Related {
	/// The buildings concerned, `Some(None)` being all of them; `None` where the cost falls on no units.
	pub fn units(&self) -> Option<Option<&Buildings>> {
		match self {
			Self::Nobody => None,
			Self::All => Some(None),
			Self::In(buildings) => Some(Some(buildings)),
		}
	}

	/// The same, with the buildings in order and each once.
	pub(crate) fn in_order(self) -> Self {
		match self {
			Self::In(buildings) => Self::In(in_order(buildings)),
			other => other,
		}
	}
}

/// That somebody approved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Approval<By> {
	/// Who, or which decision.
	pub by: By,
	/// When.
	pub at: Moment,
}

/// Who approved so far.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Approvals<AccountId> {
	/// When the committee did.
	pub committee: Option<Moment>,
	/// The auditor who did.
	pub auditor: Option<Approval<AccountId>>,
	/// The decision of the assembly that did.
	pub assembly: Option<Approval<ProposalId>>,
}

impl<AccountId> Default for Approvals<AccountId> {
	fn default() -> Self {
		Self { committee: None, auditor: None, assembly: None }
	}
}

/// An expense. Never removed: it says where the money went (D19).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Expense<AccountId> {
	/// What for.
	pub purpose: Purpose,
	/// Who gets the money.
	pub payee: Payee<AccountId>,
	/// How much, in fen; never zero.
	pub amount: Fen,
	/// Hash of the invoice.
	pub invoice: ContentHash,
	/// The month in which the service was rendered.
	pub incurred: Period,
	/// On whom the cost falls.
	pub related: Related,
	/// Who proposed it.
	pub proposer: AccountId,
	/// When.
	pub proposed: Moment,
	/// Whose approval it needs, by the rules in force when it was proposed.
	pub needs: Approver,
	/// Who approved so far.
	pub approvals: Approvals<AccountId>,
	/// What became of it.
	pub state: State<AccountId>,
}

impl<AccountId: Encode> Expense<AccountId> {
	/// BLAKE2b-256 over all that was entered, SCALE-encoded in the order of the fields: purpose, payee, amount, invoice,
	/// month, on whom the cost falls, proposer. Who approves names it, so that no approval can be turned to anything
	/// else, whatever id that gets.
	pub fn terms(&self) -> ContentHash {
		let Self { purpose, payee, amount, invoice, incurred, related, proposer, .. } = self;
		(purpose, payee, amount, invoice, incurred, related, proposer).using_encoded(blake2_256).into()
	}
}

impl<AccountId> Expense<AccountId> {
	/// Whether everybody approved whose approval it needs. In an emergency an auditor stands in for the committee:
	/// that the committee's time was over is seen to when the auditor approves.
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
