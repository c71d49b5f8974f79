// SPDX-License-Identifier: Apache-2.0

//! Why a device stays shut.

use core::fmt;

/// Why a permit does not open this device now. For people, [`Display`](fmt::Display) says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
	/// No permit, not all of one, or one that is good at no moment.
	Malformed,
	/// A permit of a layout that the device does not know.
	WrongVersion,
	/// For another community's chain.
	WrongChain,
	/// For another resource.
	OtherResource,
	/// Not signed by the issuer that the device trusts, or altered since.
	BadSignature,
	/// The booking has not begun, or the permit was issued later than the device's clock says.
	NotYet,
	/// The booking is over.
	Over,
	/// The booking is not over, but the permit is no longer good.
	Expired,
	/// Possession was asked for, and the permit names no key that could prove it.
	Bearer,
	/// The proof is not by the holder's key, or not for this permit and challenge.
	NotHolder,
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Refusal::Malformed => "this is no usable permit: show it again, or ask the issuer for a new one",
			Refusal::WrongVersion => "a permit of another version: update the device, or ask the issuer for version 1",
			Refusal::WrongChain => "a permit of another community: show one of this community",
			Refusal::OtherResource => "a permit for something else: look which resource it names",
			Refusal::BadSignature => "not signed by this device's issuer: ask the issuer for a new permit",
			Refusal::NotYet => "too early: come back when the booking begins",
			Refusal::Over => "the booking is over: book again",
			Refusal::Expired => "the permit has expired: ask the issuer for a new one",
			Refusal::Bearer => "the permit names no phone: ask the issuer for one that does",
			Refusal::NotHolder => "not shown by its holder: use the phone that asked for the permit, and try again",
		})
	}
}

impl core::error::Error for Refusal {}
