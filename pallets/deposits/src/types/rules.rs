// SPDX-License-Identifier: Apache-2.0

//! The rules that the assembly sets.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::PotId;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The rules of deposits.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct DepositRules {
	/// The pot that gets what is kept for damage, and pays for its repair.
	pub pot: PotId,
}
