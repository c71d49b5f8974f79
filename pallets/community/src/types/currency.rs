// SPDX-License-Identifier: Apache-2.0

//! Currency codes.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A currency code: three capital letters (ISO 4217).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CurrencyCode([u8; 3]);

impl CurrencyCode {
	/// The code for no currency.
	pub const NONE: Self = Self(*b"XXX");

	/// Parses a code; `None` unless `text` is three capital letters.
	pub fn parse(text: &str) -> Option<Self> {
		let code: [u8; 3] = text.as_bytes().try_into().ok()?;
		Some(Self(code)).filter(Self::is_valid)
	}

	/// The code as text; empty if it is not UTF-8.
	pub fn as_str(&self) -> &str {
		core::str::from_utf8(&self.0).unwrap_or_default()
	}

	/// Whether the code is three capital letters.
	pub fn is_valid(&self) -> bool {
		self.0.iter().all(u8::is_ascii_uppercase)
	}
}

impl Default for CurrencyCode {
	fn default() -> Self {
		Self::NONE
	}
}
