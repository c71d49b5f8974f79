// SPDX-License-Identifier: GPL-3.0-or-later

//! Claim tickets, with which households join (D8).
//!
//! A ticket is 16 random bytes. Its code is their Bech32m form with the prefix `linli`, which detects mistyped letters;
//! the QR code of the printed invitation holds it as well ([`link`]). They also yield an sr25519 key with the seed
//! `BLAKE2b-256("linli/ticket" ‖ bytes)`. The public key is in the genesis state. The household's client derives the
//! secret key from the code, uses it to sign the account that is to act for the owner, and discards it.
//!
//! | | |
//! |---|---|
//! | bytes | `000102030405060708090a0b0c0d0e0f` |
//! | code | `linli1qqqsyqcyq5rqwzqfpg9scrgwpup76p0c` |
//! | seed | `c1a41695c4cf08ae2d82a8890eed1eb090aa4dad9e3029b8d9789ff050318623` |
//! | public key | `4e3c73846d9569be87d793f73fb8811011677cdd03e21375ccda4c46cd761351` |
//!
//! In JavaScript: `bech32m` of `@scure/base`, `blake2AsU8a` of `@polkadot/util-crypto`, and
//! `new Keyring({ type: 'sr25519' }).addFromSeed(seed)` of `@polkadot/api`.

use super::locale::{either, language};
use bech32::{primitives::decode::CheckedHrpstring, Bech32m, Hrp};
use rand::RngCore;
use sp_core::{sr25519, Blake2Hasher, Hasher, Pair};

/// The prefix of a code, before the separator `1`.
pub const PREFIX: &str = "linli";

/// The domain separator of a ticket's seed.
const SEED_CONTEXT: &[u8] = b"linli/ticket";

/// The secret of one claim ticket. Does not implement `Debug`, so that it cannot be printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Ticket([u8; 16]);

impl Ticket {
	/// A fresh ticket.
	pub fn fresh(random: &mut impl RngCore) -> Self {
		let mut bytes = [0; 16];
		random.fill_bytes(&mut bytes);
		Self(bytes)
	}

	/// The ticket of these bytes.
	#[cfg(test)]
	pub const fn of(bytes: [u8; 16]) -> Self {
		Self(bytes)
	}

	/// The printed code: 38 characters.
	pub fn code(&self) -> String {
		// Infallible: the prefix is valid and 16 bytes are far below the limit.
		bech32::encode::<Bech32m>(Hrp::parse_unchecked(PREFIX), &self.0).unwrap_or_default()
	}

	/// The seed of the ticket's key.
	pub fn seed(&self) -> [u8; 32] {
		Blake2Hasher::hash(&[SEED_CONTEXT, &self.0].concat()).0
	}

	/// The public key of the ticket, as stored on chain.
	pub fn public(&self) -> sr25519::Public {
		sr25519::Pair::from_seed(&self.seed()).public()
	}
}

/// Checks a code as it is printed. An error says what is wrong.
pub fn check_code(code: &str) -> Result<(), String> {
	let read = CheckedHrpstring::new::<Bech32m>(code).map_err(|error| error.to_string())?;
	if read.hrp().as_str() != PREFIX || read.byte_iter().count() != 16 {
		return Err(either(
			language(),
			format!("it is no code of a claim ticket, which begins with {PREFIX}1 and holds 16 bytes"),
			format!("不是凭证代码；凭证代码以 {PREFIX}1 开头，含 16 字节"),
		));
	}
	Ok(())
}

/// What the QR code of a ticket holds: the code or, in a community with a portal, the portal's address with the code
/// after `#ticket=`. Browsers send no part of an address after `#` to the server.
pub fn link(code: &str, portal: Option<&str>) -> String {
	match portal {
		Some(portal) => format!("{portal}/#ticket={code}"),
		None => code.into(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use rand::rngs::OsRng;

	const VECTOR: Ticket = Ticket([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

	/// The test vector at the head of this file, for clients in other languages.
	#[test]
	fn vector() {
		assert_eq!(VECTOR.code(), "linli1qqqsyqcyq5rqwzqfpg9scrgwpup76p0c");
		assert_eq!(hex::encode(VECTOR.seed()), "c1a41695c4cf08ae2d82a8890eed1eb090aa4dad9e3029b8d9789ff050318623");
		assert_eq!(hex::encode(VECTOR.public()), "4e3c73846d9569be87d793f73fb8811011677cdd03e21375ccda4c46cd761351");
	}

	#[test]
	fn a_code_round_trips_and_detects_typos() {
		let ticket = Ticket::fresh(&mut OsRng);
		let code = ticket.code();
		assert_eq!(code.len(), 38);
		let read = CheckedHrpstring::new::<Bech32m>(&code).unwrap();
		assert_eq!(read.hrp().as_str(), PREFIX);
		assert_eq!(read.byte_iter().collect::<Vec<_>>(), ticket.0);

		for position in PREFIX.len() + 1..code.len() {
			let wrong = if &code[position..=position] == "q" { "p" } else { "q" };
			let slip = format!("{}{wrong}{}", &code[..position], &code[position + 1..]);
			assert!(check_code(&slip).is_err());
		}
		assert_eq!(check_code(&code), Ok(()));
		let foreign = bech32::encode::<Bech32m>(Hrp::parse_unchecked("other"), &ticket.0).unwrap();
		assert!(check_code(&foreign).unwrap_err().contains("begins with linli1"));
	}

	#[test]
	fn tickets_differ() {
		let (one, other) = (Ticket::fresh(&mut OsRng), Ticket::fresh(&mut OsRng));
		assert!(one != other);
		assert_ne!(one.public(), other.public());
	}

	#[test]
	fn a_portal_gets_the_code_where_no_server_sees_it() {
		assert_eq!(link("linli1x", None), "linli1x");
		assert_eq!(link("linli1x", Some("https://willow.example")), "https://willow.example/#ticket=linli1x");
	}
}
