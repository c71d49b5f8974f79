// SPDX-License-Identifier: Apache-2.0

//! What is stored, and what clients are told.

use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{calendar::Switch, name, UtcOffset};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// How many bytes the name of a law pack has at most.
pub const MAX_LAW_PACK_NAME: u32 = 32;

/// A currency by its code, three capital letters (ISO 4217).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CurrencyCode([u8; 3]);

impl CurrencyCode {
	/// No currency.
	pub const NONE: Self = Self(*b"XXX");

	/// `None` where it is not three capital letters.
	pub fn parse(text: &str) -> Option<Self> {
		let code: [u8; 3] = text.as_bytes().try_into().ok()?;
		Some(Self(code)).filter(Self::is_valid)
	}

	/// The code as text; empty where it is none.
	pub fn as_str(&self) -> &str {
		core::str::from_utf8(&self.0).unwrap_or_default()
	}

	/// Whether it is three capital letters.
	pub fn is_valid(&self) -> bool {
		self.0.iter().all(u8::is_ascii_uppercase)
	}
}

impl Default for CurrencyCode {
	fn default() -> Self {
		Self::NONE
	}
}

/// The law pack that a chain began with.
#[derive(Clone, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct LawPack {
	/// Its name, such as `cn`.
	pub name: BoundedVec<u8, ConstU32<MAX_LAW_PACK_NAME>>,
	/// Its version: it rises with every change of what the pack says.
	pub version: u32,
}

/// A law pack as the chain spec names it.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisLawPack {
	/// Its name, such as `cn`.
	pub name: String,
	/// Its version.
	pub version: u32,
}

impl GenesisLawPack {
	/// `None` where the name is too long, or people cannot read it. It may be empty.
	pub(crate) fn checked(&self) -> Option<LawPack> {
		let bytes = self.name.as_bytes();
		let is_readable = bytes.is_empty() || name::is_readable(bytes);
		let name = BoundedVec::try_from(bytes.to_vec()).ok().filter(|_| is_readable)?;
		Some(LawPack { name, version: self.version })
	}
}

/// What is true of the community now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Facts {
	/// The offset in force.
	pub utc_offset: UtcOffset,
	/// The change of it that is scheduled.
	pub scheduled: Option<Switch>,
	/// The currency of which fen are hundredths.
	pub currency: CurrencyCode,
	/// How many decimals amounts are shown with.
	pub decimals: u8,
	/// The law pack that the chain began with.
	pub law_pack: LawPack,
	/// Whether the bootstrap key is gone.
	pub is_handed_over: bool,
}
