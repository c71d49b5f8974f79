// SPDX-License-Identifier: GPL-3.0-or-later

//! Second factors: codes that the office hands over apart from the claim tickets (D8).
//!
//! A code has ten letters and digits at random, 50 bits, in two groups: `K7QD2-9XM4T`. It yields an sr25519 key with
//! the seed `BLAKE2b-256("linli/second-factor" ‖ public key of the ticket ‖ code)`, whose public key is in the genesis
//! state beside the ticket's. Both keys and the account sign a claim.
//!
//! Everybody can see the public key, so somebody with a stolen ticket can try codes at home, where no chain counts the
//! attempts. The last digits of a contract would be found at once; 50 bits at random are not. Nor does a claim show the
//! code to those who pass it on: it holds a signature that names the account.
//!
//! | | |
//! |---|---|
//! | public key of the ticket | `4e3c73846d9569be87d793f73fb8811011677cdd03e21375ccda4c46cd761351` |
//! | code | `K7QD2-9XM4T` |
//! | seed | `d64adf8d0701e33b04ec2e1881aed45e14342739051580f6dab334b4463e591f` |
//! | public key | `80116a9c90f5c86e95f2f0c99076f833aa511ec31d7571203ecb68d461a38b11` |

use super::tickets::Ticket;
use rand::RngCore;
use sp_core::{sr25519, Blake2Hasher, Hasher, Pair};

/// The letters and digits of a code: those of Crockford's Base32, of which none looks like another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The domain separator of a second factor's seed.
const SEED_CONTEXT: &[u8] = b"linli/second-factor";

/// The code of one second factor. Does not implement `Debug`, so that it cannot be printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct SecondFactor([u8; 10]);

impl SecondFactor {
	/// A fresh code.
	pub fn fresh(random: &mut impl RngCore) -> Self {
		let mut bytes = [0; 10];
		random.fill_bytes(&mut bytes);
		// 256 is a multiple of 32: each letter is as probable as another.
		Self(bytes.map(|byte| LETTERS[usize::from(byte % 32)]))
	}

	/// The code in two groups, as it is handed over.
	pub fn code(&self) -> String {
		let (first, second) = self.0.split_at(5);
		format!("{}-{}", String::from_utf8_lossy(first), String::from_utf8_lossy(second))
	}

	/// The seed of its key, for the ticket that it belongs to.
	pub fn seed(&self, ticket: &Ticket) -> [u8; 32] {
		Blake2Hasher::hash(&[SEED_CONTEXT, &ticket.public().0, &self.0].concat()).0
	}

	/// Its public key, as stored on chain.
	pub fn public(&self, ticket: &Ticket) -> sr25519::Public {
		sr25519::Pair::from_seed(&self.seed(ticket)).public()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use rand::{rngs::OsRng, rngs::StdRng, SeedableRng};

	/// The test vector at the head of this file, for clients in other languages.
	#[test]
	fn vector() {
		let ticket = Ticket::of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
		let factor = SecondFactor(*b"K7QD29XM4T");
		assert_eq!(factor.code(), "K7QD2-9XM4T");
		let seed = hex::encode(factor.seed(&ticket));
		assert_eq!(seed, "d64adf8d0701e33b04ec2e1881aed45e14342739051580f6dab334b4463e591f");
		let public = hex::encode(factor.public(&ticket));
		assert_eq!(public, "80116a9c90f5c86e95f2f0c99076f833aa511ec31d7571203ecb68d461a38b11");
		// Of another ticket it is another key.
		assert_ne!(factor.public(&Ticket::fresh(&mut OsRng)), factor.public(&ticket));
	}

	#[test]
	fn codes_have_ten_letters_and_differ() {
		let mut random = StdRng::seed_from_u64(1);
		let codes: std::collections::BTreeSet<_> =
			(0..1_000).map(|_| SecondFactor::fresh(&mut random).code()).collect();
		assert_eq!(codes.len(), 1_000);
		for code in &codes {
			let (first, second) = code.split_once('-').unwrap();
			let is_group = |group: &str| group.len() == 5 && group.bytes().all(|letter| LETTERS.contains(&letter));
			assert!(is_group(first) && is_group(second), "{code}");
		}
		let used: std::collections::BTreeSet<_> = codes.iter().flat_map(|code| code.bytes()).collect();
		assert_eq!(used.len(), LETTERS.len() + 1, "every letter, and the dash");
	}
}
