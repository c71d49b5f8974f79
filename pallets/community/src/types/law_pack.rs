// SPDX-License-Identifier: Apache-2.0

//! Law packs.

use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::name;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The maximum length of a law pack's name, in bytes.
pub const MAX_LAW_PACK_NAME: u32 = 32;

/// The law pack that the chain began with.
#[derive(Clone, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct LawPack {
	/// Its name, such as `cn`.
	pub name: BoundedVec<u8, ConstU32<MAX_LAW_PACK_NAME>>,
	/// Its version, which rises with every change of its contents.
	pub version: u32,
}

/// A law pack in the chain spec.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisLawPack {
	/// Its name, such as `cn`.
	pub name: String,
	/// Its version.
	pub version: u32,
}

impl GenesisLawPack {
	/// The law pack to store; `None` if the name is too long or not printable. An empty name is allowed.
	pub(crate) fn checked(&self) -> Option<LawPack> {
		let bytes = self.name.as_bytes();
		let is_readable = bytes.is_empty() || name::is_readable(bytes);
		let name = BoundedVec::try_from(bytes.to_vec()).ok().filter(|_| is_readable)?;
		Some(LawPack { name, version: self.version })
	}
}
