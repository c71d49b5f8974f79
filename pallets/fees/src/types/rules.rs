// SPDX-License-Identifier: Apache-2.0

//! The community's parameters.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The order in which a payment is allocated to the parts of a bill.
#[derive(
	Clone,
	Copy,
	Default,
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
pub enum Allocation {
	/// Late fee, then principal (CC 561).
	#[default]
	#[codec(index = 0)]
	LateFeeFirst,
	/// Principal, then late fee.
	#[codec(index = 1)]
	PrincipalFirst,
}

/// The community's parameters for fees.
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
pub struct FeeRules {
	/// The number of months' dues that can be prepaid for a unit.
	pub prepayment_months: u8,
	/// The order in which a payment is allocated within a bill.
	pub allocation: Allocation,
}

impl Default for FeeRules {
	fn default() -> Self {
		Self { prepayment_months: 12, allocation: Allocation::LateFeeFirst }
	}
}
