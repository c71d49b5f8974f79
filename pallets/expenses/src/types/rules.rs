// SPDX-License-Identifier: Apache-2.0

//! Whose approval an expense needs (D21), and what holds in an emergency (D24).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use linli_primitives::{calendar::DAY, Fen, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// How many tiers there can be.
pub const MAX_TIERS: u32 = 8;

/// The longest that the committee may have for an emergency, or the auditor for an audit: a year of 366 days, in
/// milliseconds. A slip in a number must not put off for ever what is due.
pub const MAX_SPAN: Moment = 31_622_400_000;

/// Who must approve.
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
	/// The committee and, besides, an auditor.
	#[codec(index = 1)]
	CommitteeAndAuditor,
	/// The owners' assembly, by a decision. It needs nobody else.
	#[codec(index = 2)]
	Assembly,
}

impl Approver {
	/// Whether the committee is asked.
	pub const fn asks_committee(self) -> bool {
		matches!(self, Self::Committee | Self::CommitteeAndAuditor)
	}

	/// Whether an auditor is asked.
	pub const fn asks_auditor(self) -> bool {
		matches!(self, Self::CommitteeAndAuditor)
	}

	/// Whether the assembly is asked.
	pub const fn asks_assembly(self) -> bool {
		matches!(self, Self::Assembly)
	}
}

/// From which amount on whose approval is needed.
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
	/// The smallest amount that it is for, in fen: this amount itself included.
	pub from: Fen,
	/// Whose approval.
	pub approver: Approver,
}

/// What holds in an emergency (D24).
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
	/// The most that one case may cost, in fen. Zero: there is no emergency lane.
	pub cap: Fen,
	/// How long the committee has, in milliseconds. From then on the auditor may approve in its place.
	pub committee_time: Moment,
	/// Within how many milliseconds of the payment an audit must be filed.
	pub audit_time: Moment,
}

/// Whose approval expenses need.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct ExpenseRules {
	/// In ascending order, the first from 0. An amount needs what the last tier asks that does not begin above it.
	pub tiers: BoundedVec<Tier, ConstU32<MAX_TIERS>>,
	/// What holds in an emergency.
	pub emergency: EmergencyRules,
}

impl Default for ExpenseRules {
	/// Those of the law pack `cn`: the committee, and the assembly from 10,000.00 on; emergencies up to 50,000.00, a week
	/// for the committee, thirty days for the audit.
	fn default() -> Self {
		let mut tiers = BoundedVec::new();
		for tier in
			[Tier { from: 0, approver: Approver::Committee }, Tier { from: 1_000_000, approver: Approver::Assembly }]
		{
			// There is room for `MAX_TIERS`.
			let _ = tiers.try_push(tier);
		}
		let emergency = EmergencyRules { cap: 5_000_000, committee_time: 7 * DAY, audit_time: 30 * DAY };
		Self { tiers, emergency }
	}
}

/// What is wrong with rules.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError)]
pub enum RulesError {
	/// The first tier must begin at 0: every amount needs somebody's approval.
	#[codec(index = 0)]
	NoTierFromZero,
	/// Each tier must begin above the one before.
	#[codec(index = 1)]
	TiersOutOfOrder,
	/// The committee's time must be at least 1 ms, and at most [`MAX_SPAN`].
	#[codec(index = 2)]
	InvalidCommitteeTime,
	/// The audit's time must be at least 1 ms, and at most [`MAX_SPAN`].
	#[codec(index = 3)]
	InvalidAuditTime,
}

impl ExpenseRules {
	/// Whether an expense of any amount can be approved by them.
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

	/// Whose approval `amount` fen need. `None` only where the rules are not valid.
	pub fn approver_of(&self, amount: Fen) -> Option<Approver> {
		self.tiers.iter().rev().find(|tier| tier.from <= amount).map(|tier| tier.approver)
	}
}
