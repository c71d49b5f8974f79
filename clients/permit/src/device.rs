// SPDX-License-Identifier: Apache-2.0

//! What a device knows, and what it lets in.

use core::fmt;

use ed25519_dalek::VerifyingKey;

use crate::{permit::possession_message, Challenge, Id, Key, Permit, Refusal, Signature, BEARER};

/// The most that a device's clock may be said to be wrong, in ms. Whoever comes next has to wait that long.
pub const MAX_TOLERANCE: u64 = 5 * 60 * 1_000;

/// A lock, gate or charger, as it was set up: one resource, one issuer. Where the issuer's key changes, the device holds two for
/// a while, and asks the second if the first answers [`Refusal::BadSignature`].
#[derive(Clone, Debug)]
pub struct Device {
	chain: Id,
	resource: u32,
	issuer: VerifyingKey,
	tolerance: u64,
}

/// A setting with which a device could not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadSetting {
	/// The issuer's key is no ed25519 key, or one for which anybody can sign.
	Issuer,
	/// More than [`MAX_TOLERANCE`].
	Tolerance,
}

impl Device {
	/// A device of `chain` (hash of the genesis block) that guards `resource` and trusts `issuer`. Its clock is right to within
	/// `tolerance` ms; the doubt speaks for whoever stands at the door. Zero asks for exact times.
	///
	/// ## Errors
	///
	/// [`BadSetting`]: which of them it cannot work with.
	pub fn new(chain: Id, resource: u32, issuer: &Key, tolerance: u64) -> Result<Self, BadSetting> {
		if tolerance > MAX_TOLERANCE {
			return Err(BadSetting::Tolerance);
		}
		let issuer = strong_key(issuer).ok_or(BadSetting::Issuer)?;
		Ok(Self { chain, resource, issuer, tolerance })
	}

	/// Whether these bytes open the device at `now`, in ms since 1970-01-01 UTC. If so, what they say.
	///
	/// ## Errors
	///
	/// The first [`Refusal`] in the order that the crate's page names.
	pub fn verify(&self, bytes: &[u8], now: u64) -> Result<Permit, Refusal> {
		let (permit, signature) = Permit::read(bytes)?;
		if permit.chain != self.chain {
			return Err(Refusal::WrongChain);
		}
		if permit.resource != self.resource {
			return Err(Refusal::OtherResource);
		}
		// The statement is written anew, so what is verified is what was read.
		if !signed(&self.issuer, &permit.statement(), &signature) {
			return Err(Refusal::BadSignature);
		}
		self.verify_time(&permit, now)?;
		Ok(permit)
	}

	/// As [`verify`](Self::verify), and that whoever shows the permit is its holder: `proof` is the holder's signature over
	/// [`possession_message`]. The device makes `challenge` from good randomness, for this try alone, and forgets it after.
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
		// `None` stands for a moment that is not past, or not ahead; no sum is made that could overflow.
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

/// A key for which only one secret signs.
fn strong_key(key: &Key) -> Option<VerifyingKey> {
	VerifyingKey::from_bytes(key).ok().filter(|key| !key.is_weak())
}

fn signed(key: &VerifyingKey, message: &[u8], signature: &Signature) -> bool {
	key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(signature)).is_ok()
}

impl fmt::Display for BadSetting {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			BadSetting::Issuer => "the issuer's key is not usable: give the 32 bytes of its ed25519 public key",
			BadSetting::Tolerance => "too large a tolerance: at most 300,000 ms; set the device's clock instead",
		})
	}
}

impl core::error::Error for BadSetting {}
