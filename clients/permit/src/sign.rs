// SPDX-License-Identifier: Apache-2.0

//! For those who hold a secret key: the issuer, and the holder's phone. A seed is the secret key as RFC 8032 has it: 32 bytes.

use core::fmt;

use ed25519_dalek::{Signer, SigningKey};

use crate::{permit::possession_message, Bytes, Challenge, Key, Permit, Signature};

/// There is no moment at which such a permit is good: look at its four times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

/// The public key of a seed: what a device is given, or what a permit names as its holder.
pub fn public_key(seed: &[u8; 32]) -> Key {
	SigningKey::from_bytes(seed).verifying_key().to_bytes()
}

/// A permit, signed by the issuer.
///
/// ## Errors
///
/// [`Unusable`]: it would open nothing at any time.
pub fn seal(permit: &Permit, issuer: &[u8; 32]) -> Result<Bytes, Unusable> {
	if !permit.is_usable() {
		return Err(Unusable);
	}
	let signature = SigningKey::from_bytes(issuer).sign(&permit.statement()).to_bytes();
	Ok(permit.with_signature(&signature))
}

/// The holder's proof of possession. The holder's phone makes it for no permit but its own, so nothing else is signed by it.
pub fn prove(permit: &Permit, challenge: &Challenge, holder: &[u8; 32]) -> Signature {
	SigningKey::from_bytes(holder).sign(&possession_message(permit, challenge)).to_bytes()
}

impl fmt::Display for Unusable {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("good at no moment: let it begin and be issued before it is over and expires")
	}
}

impl core::error::Error for Unusable {}
