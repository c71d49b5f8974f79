// SPDX-License-Identifier: Apache-2.0

//! What meters measure (D49).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What a meter measures. Readings count thousandths of the physical unit: litres for m³, watt-hours for kWh. Two
/// charges can bill the same meter, such as water and sewage.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
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
pub enum Utility {
	/// Cold water, in m³.
	#[codec(index = 0)]
	ColdWater,
	/// Hot water, in m³.
	#[codec(index = 1)]
	HotWater,
	/// Electricity, in kWh.
	#[codec(index = 2)]
	Electricity,
	/// Gas, in m³.
	#[codec(index = 3)]
	Gas,
	/// Heat, in kWh.
	#[codec(index = 4)]
	Heat,
	/// Anything else, in a physical unit that the community's charge names.
	#[codec(index = 5)]
	Other,
}
