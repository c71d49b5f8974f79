// SPDX-License-Identifier: Apache-2.0

//! Verification of permits by a device.

use core::fmt;

use ed25519_dalek::VerifyingKey;

use crate::{permit::possession_message, Challenge, Id, Key, Permit, Refusal, Signature, BEARER};

/// Maximum tolerance for a device's clock, in ms. The next renter may have to wait that long.
pub const MAX_TOLERANCE: u64 = 5 * 60 * 1_000;

/// The settings of a lock, gate or charger: one resource, one issuer. While the issuer's key is being changed, a device
/// keeps one `Device` per key and tries the second if the first returns [`Refusal::BadSignature`].
#[derive(Clone, Debug)]
pub struct Device {
	chain: Id,
	resource: u32,
	issuer: VerifyingKey,
	tolerance: u64,
}

/// An invalid setting of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadSetting {
	/// The issuer's key is not a valid ed25519 key in canonical form, or is a weak key for which anyone can sign.
	Issuer,
	/// The tolerance exceeds [`MAX_TOLERANCE`].
	Tolerance,
}

impl Device {
	/// A device of `chain` (hash of the genesis block) that guards `resource` and trusts `issuer`. Its clock is
	/// accurate to within `tolerance` ms, which is granted to the holder at both ends. Zero requires exact times.
	///
	/// ## Errors
	///
	/// The invalid setting, see [`BadSetting`].
	pub fn new(chain: Id, resource: u32, issuer: &Key, tolerance: u64) -> Result<Self, BadSetting> {
		if tolerance > MAX_TOLERANCE {
			return Err(BadSetting::Tolerance);
		}
		let issuer = strong_key(issuer).ok_or(BadSetting::Issuer)?;
		Ok(Self { chain, resource, issuer, tolerance })
	}

	/// Returns the permit in `bytes` if it opens the device at `now`, in ms since 1970-01-01 UTC.
	///
	/// ## Errors
	///
	/// The first [`Refusal`] in the order given in the [crate's documentation](crate#verification).
	pub fn verify(&self, bytes: &[u8], now: u64) -> Result<Permit, Refusal> {
		let (permit, signature) = Permit::read(bytes)?;
		if permit.chain != self.chain {
			return Err(Refusal::WrongChain);
		}
		if permit.resource != self.resource {
			return Err(Refusal::OtherResource);
		}
		// The statement is encoded again, so that the signature is verified over the decoded fields.
		if !signed(&self.issuer, &permit.statement(), &signature) {
			return Err(Refusal::BadSignature);
		}
		self.verify_time(&permit, now)?;
		Ok(permit)
	}

	/// As [`verify`](Self::verify), and checks that the permit is shown by its holder: `proof` is the holder's
	/// signature over [`possession_message`]. The device generates `challenge` from a secure random source for each
	/// attempt and discards it afterwards.
	///
	/// ## Errors
	///
	/// Those of [`verify`](Self::verify), then [`Refusal::Bearer`] or [`Refusal::NotHolder`].
	pub fn verify_held(
		&self,
		bytes: &[u8],
		now: u64,
		challenge: &Challenge,
		proof: &Signature,
	) -> Result<Permit, Refusal> {
		let permit = self.verify(bytes, now)?;
		if permit.holder == BEARER {
			return Err(Refusal::Bearer);
		}
		let holder = strong_key(&permit.holder).ok_or(Refusal::NotHolder)?;
		if !signed(&holder, &possession_message(&permit, challenge), proof) {
			return Err(Refusal::NotHolder);
		}
		Ok(permit)
	}

	fn verify_time(&self, permit: &Permit, now: u64) -> Result<(), Refusal> {
		// Differences instead of sums, which could overflow. `None` is a moment in the other direction.
		let ahead = |moment: u64| moment.checked_sub(now).is_some_and(|wait| wait > self.tolerance);
		let past = |moment: u64| now.checked_sub(moment).is_some_and(|since| since >= self.tolerance);
		if ahead(permit.from) || ahead(permit.issued) {
			return Err(Refusal::NotYet);
		}
		if past(permit.until) {
			return Err(Refusal::Over);
		}
		if past(permit.expires) {
			return Err(Refusal::Expired);
		}
		Ok(())
	}
}

/// The verifying key, unless it is invalid, weak, or not in canonical form.
fn strong_key(bytes: &Key) -> Option<VerifyingKey> {
	let is_canonical = |key: &VerifyingKey| key.to_edwards().compress().to_bytes() == *bytes;
	VerifyingKey::from_bytes(bytes).ok().filter(|key| !key.is_weak() && is_canonical(key))
}

fn signed(key: &VerifyingKey, message: &[u8], signature: &Signature) -> bool {
	key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(signature)).is_ok()
}

impl fmt::Display for BadSetting {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			BadSetting::Issuer => "the issuer's key is invalid: pass the 32 bytes of its ed25519 public key",
			BadSetting::Tolerance => "the tolerance is too large: pass at most 300,000 ms and set the device's clock",
		})
	}
}

impl core::error::Error for BadSetting {}
