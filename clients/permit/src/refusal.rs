// SPDX-License-Identifier: Apache-2.0

//! The reasons why a device refuses a permit.

use core::fmt;

/// Why a device refuses a permit. [`Display`](fmt::Display) tells people what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
	/// Not a permit, incomplete, or valid at no moment.
	Malformed,
	/// A layout that the device does not support.
	WrongVersion,
	/// For the chain of another community.
	WrongChain,
	/// For another resource.
	OtherResource,
	/// Not signed by the issuer that the device trusts, or altered afterwards.
	BadSignature,
	/// The booking has not begun, or the permit was issued after the time of the device's clock.
	NotYet,
	/// The booking has ended.
	Over,
	/// The permit has expired, although the booking has not ended.
	Expired,
	/// Possession is required, but the permit names no holder key.
	Bearer,
	/// The proof is not a signature by the holder's key over this permit and challenge.
	NotHolder,
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Refusal::Malformed => "not a usable permit: show it again, or ask the issuer for a new one",
			Refusal::WrongVersion => {
				"unsupported version: update the device, or ask the issuer for a permit of version 1"
			}
			Refusal::WrongChain => "the permit is for another community: show one for this community",
			Refusal::OtherResource => "the permit is for another resource: check which one it names",
			Refusal::BadSignature => "not signed by this device's issuer: ask the issuer for a new permit",
			Refusal::NotYet => "too early: come back when the booking begins",
			Refusal::Over => "the booking has ended: book again",
			Refusal::Expired => "the permit has expired: ask the issuer for a new one",
			Refusal::Bearer => "the permit names no phone: ask the issuer for one that names yours",
			Refusal::NotHolder => "not shown by its holder: try again with the phone that requested the permit",
		})
	}
}

impl core::error::Error for Refusal {}
