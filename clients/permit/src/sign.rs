// SPDX-License-Identifier: Apache-2.0

//! Signing, for the issuer and the holder's phone. A seed is an ed25519 secret key of 32 bytes as in RFC 8032.

use core::fmt;

use ed25519_dalek::{Signer, SigningKey};

use crate::{permit::possession_message, Bytes, Challenge, Key, Permit, Signature};

/// The permit is valid at no moment: check its four times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

/// The public key of a seed, to configure a device or to name a permit's holder.
pub fn public_key(seed: &[u8; 32]) -> Key {
	SigningKey::from_bytes(seed).verifying_key().to_bytes()
}

/// Signs a permit as the issuer.
///
/// ## Errors
///
/// [`Unusable`] if the permit is valid at no moment.
pub fn seal(permit: &Permit, issuer: &[u8; 32]) -> Result<Bytes, Unusable> {
	if !permit.is_usable() {
		return Err(Unusable);
	}
	let signature = SigningKey::from_bytes(issuer).sign(&permit.statement()).to_bytes();
	Ok(permit.with_signature(&signature))
}

/// The holder's proof of possession. A phone should only sign it for its own permit.
pub fn prove(permit: &Permit, challenge: &Challenge, holder: &[u8; 32]) -> Signature {
	SigningKey::from_bytes(holder).sign(&possession_message(permit, challenge)).to_bytes()
}

impl fmt::Display for Unusable {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("valid at no moment: it must begin and be issued before it ends and expires")
	}
}

impl core::error::Error for Unusable {}
