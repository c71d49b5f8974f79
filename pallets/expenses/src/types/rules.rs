// SPDX-License-Identifier: Apache-2.0

//! The approvals that expenses need (D21), and the rules for emergencies (D24).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use linli_primitives::{calendar::DAY, Fen, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The maximum number of tiers.
pub const MAX_TIERS: u32 = 8;

/// The maximum length of the committee's and the audit's periods: 366 days, in milliseconds. It prevents a mistyped
/// number from postponing a deadline indefinitely.
pub const MAX_SPAN: Moment = 31_622_400_000;

/// The approvals that an expense needs.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Approver {
	/// The committee, by majority of all its members.
	#[codec(index = 0)]
	Committee,
	/// The committee and an auditor.
	#[codec(index = 1)]
	CommitteeAndAuditor,
	/// The assembly alone, by a decision.
	#[codec(index = 2)]
	Assembly,
}

impl Approver {
	/// Whether the committee's approval is needed.
	pub const fn asks_committee(self) -> bool {
		matches!(self, Self::Committee | Self::CommitteeAndAuditor)
	}

	/// Whether an auditor's approval is needed.
	pub const fn asks_auditor(self) -> bool {
		matches!(self, Self::CommitteeAndAuditor)
	}

	/// Whether the assembly's approval is needed.
	pub const fn asks_assembly(self) -> bool {
		matches!(self, Self::Assembly)
	}
}

/// The approvals needed from an amount on.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Tier {
	/// The smallest amount of the tier, in fen, inclusive: what a payee is paid by lines within twelve months.
	pub from: Fen,
	/// The approvals needed.
	pub approver: Approver,
}

/// The rules for emergencies (D24).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct EmergencyRules {
	/// The maximum of emergencies within twelve months, in fen: of each pot, and of each payee. Zero disables them.
	pub cap: Fen,
	/// The committee's period, in milliseconds. After it, an auditor may approve in the committee's place.
	pub committee_time: Moment,
	/// The period after the payment in which the audit must be filed, in milliseconds.
	pub audit_time: Moment,
}

/// The approvals that expenses need, and the rules for emergencies.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct ExpenseRules {
	/// The tiers in ascending order, the first from 0. The last tier that begins at or below an amount applies to it.
	pub tiers: BoundedVec<Tier, ConstU32<MAX_TIERS>>,
	/// The rules for emergencies.
	pub emergency: EmergencyRules,
}

impl Default for ExpenseRules {
	/// The rules of the law pack `cn`: approval by the committee, from 10,000.00 on by the assembly; emergencies up to
	/// 50,000.00, with a week for the committee and thirty days for the audit.
	fn default() -> Self {
		let mut tiers = BoundedVec::new();
		for tier in
			[Tier { from: 0, approver: Approver::Committee }, Tier { from: 1_000_000, approver: Approver::Assembly }]
		{
			// Cannot fail: two tiers are fewer than `MAX_TIERS`.
			let _ = tiers.try_push(tier);
		}
		let emergency = EmergencyRules { cap: 5_000_000, committee_time: 7 * DAY, audit_time: 30 * DAY };
		Self { tiers, emergency }
	}
}

/// Why rules are invalid.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError)]
pub enum RulesError {
	/// There is no tier from 0. The first must begin there, so that every amount needs approval.
	#[codec(index = 0)]
	NoTierFromZero,
	/// A tier does not begin above the one before it. Order them by `from`, without duplicates.
	#[codec(index = 1)]
	TiersOutOfOrder,
	/// The committee's period is out of range. Give from 1 ms to [`MAX_SPAN`].
	#[codec(index = 2)]
	InvalidCommitteeTime,
	/// The audit's period is out of range. Give from 1 ms to [`MAX_SPAN`].
	#[codec(index = 3)]
	InvalidAuditTime,
}

impl ExpenseRules {
	/// Checks that every amount has a tier and both periods are in range.
	pub fn validate(&self) -> Result<(), RulesError> {
		if self.tiers.first().is_none_or(|tier| tier.from != 0) {
			return Err(RulesError::NoTierFromZero);
		}
		if !self.tiers.is_sorted_by(|one, next| one.from < next.from) {
			return Err(RulesError::TiersOutOfOrder);
		}
		if !(1..=MAX_SPAN).contains(&self.emergency.committee_time) {
			return Err(RulesError::InvalidCommitteeTime);
		}
		if !(1..=MAX_SPAN).contains(&self.emergency.audit_time) {
			return Err(RulesError::InvalidAuditTime);
		}
		Ok(())
	}

	/// The approvals that `amount` fen need. `None` only if the rules are invalid.
	pub fn approver_of(&self, amount: Fen) -> Option<Approver> {
		self.tiers.iter().rev().find(|tier| tier.from <= amount).map(|tier| tier.approver)
	}
}
