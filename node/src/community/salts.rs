// SPDX-License-Identifier: GPL-3.0-or-later

//! Salted commitments, stored on chain in place of a unit's label or an owner's name (D5).
//!
//! A commitment is `BLAKE2b-256(salt ‖ text)`, the text in UTF-8. The salt is 16 fresh random bytes, so the text cannot
//! be found by trying likely ones, and anyone given text and salt can check them against the chain.

use linli_primitives::Commitment;
use rand::RngCore;
use sp_core::{Blake2Hasher, Hasher};

/// 16 random bytes, used for one commitment only.
pub type Salt = [u8; 16];

/// A text with its salt and commitment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Salted {
	/// Stays with the community and the household.
	pub salt: Salt,
	/// Stored on chain.
	pub commitment: Commitment,
}

impl Salted {
	/// Commits to `text` under a fresh salt.
	pub fn fresh(text: &str, random: &mut impl RngCore) -> Self {
		let mut salt = Salt::default();
		random.fill_bytes(&mut salt);
		Self { salt, commitment: commit(&salt, text) }
	}
}

/// `BLAKE2b-256(salt ‖ text)`.
pub fn commit(salt: &Salt, text: &str) -> Commitment {
	let mut message = Vec::with_capacity(salt.len() + text.len());
	message.extend_from_slice(salt);
	message.extend_from_slice(text.as_bytes());
	Blake2Hasher::hash(&message)
}

#[cfg(test)]
mod tests {
	use super::*;
	use rand::rngs::OsRng;

	/// The test vector for implementations in other languages.
	#[test]
	fn vector() {
		let salt = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
		let expected = "cba93548a89900ab14c227eaab4777f0e97c1198ed27fc63cab2a14789862cdd";
		assert_eq!(hex::encode(commit(&salt, "1-1-0101")), expected);
	}

	#[test]
	fn equal_texts_have_different_commitments() {
		let one = Salted::fresh("O0001", &mut OsRng);
		let other = Salted::fresh("O0001", &mut OsRng);
		assert_ne!(one.salt, other.salt);
		assert_ne!(one.commitment, other.commitment);
		assert_eq!(commit(&one.salt, "O0001"), one.commitment);
	}
}
