// SPDX-License-Identifier: GPL-3.0-or-later

//! Proofs that the person who gives a public key holds its secret.
//!
//! A proof is a signature in the SDK's form of a proof of possession: of `POP_` and a statement, which here is the text
//! of a [line of keys](super::key_line) and begins with its own name. It proves nothing else: the SDK's proofs of
//! session keys state an account of 32 bytes, and no transaction begins with these words.

use super::key_line::PublicKey;
use sp_core::{
	crypto::ByteArray,
	ed25519,
	proof_of_possession::{ProofOfPossessionGenerator, ProofOfPossessionVerifier},
	sr25519,
};

/// How a key signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
	/// Accounts, and the keys of blocks.
	Sr25519,
	/// The keys of finality and of the network.
	Ed25519,
}

/// The proof of a key, in base 58.
pub fn prove<P>(pair: &P, statement: &str) -> String
where
	P: ProofOfPossessionGenerator + Clone,
{
	let proof = pair.clone().generate_proof_of_possession(statement.as_bytes());
	bs58::encode(proof.as_slice()).into_string()
}

/// Whether a proof is this key's, of this statement.
pub fn is_proven(scheme: Scheme, key: &PublicKey, statement: &str, proof: &str) -> bool {
	match scheme {
		Scheme::Sr25519 => verify::<sr25519::Pair>(key, statement, proof),
		Scheme::Ed25519 => verify::<ed25519::Pair>(key, statement, proof),
	}
}

fn verify<P>(key: &PublicKey, statement: &str, proof: &str) -> bool
where
	P: ProofOfPossessionVerifier,
{
	let Ok(bytes) = bs58::decode(proof).into_vec() else { return false };
	match (P::ProofOfPossession::from_slice(&bytes), P::Public::from_slice(key)) {
		(Ok(proof), Ok(key)) => P::verify_proof_of_possession(statement.as_bytes(), &proof, &key),
		_ => false,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::Pair;

	#[test]
	fn a_proof_is_of_one_key_and_one_statement() {
		let [one, other] = [1, 2].map(|seed| sr25519::Pair::from_seed(&[seed; 32]));
		let proof = prove(&one, "linli-keys-v2 cashier");
		let key = one.public().0;
		assert!(is_proven(Scheme::Sr25519, &key, "linli-keys-v2 cashier", &proof));
		assert!(!is_proven(Scheme::Sr25519, &key, "linli-keys-v2 auditor", &proof));
		assert!(!is_proven(Scheme::Sr25519, &other.public().0, "linli-keys-v2 cashier", &proof));
		assert!(!is_proven(Scheme::Ed25519, &key, "linli-keys-v2 cashier", &proof));
		for wrong in ["", "1", "0OIl", &proof[1..]] {
			assert!(!is_proven(Scheme::Sr25519, &key, "linli-keys-v2 cashier", wrong), "{wrong}");
		}
		let finality = ed25519::Pair::from_seed(&[1; 32]);
		let proof = prove(&finality, "x");
		assert!(is_proven(Scheme::Ed25519, &finality.public().0, "x", &proof));
		assert!(!is_proven(Scheme::Ed25519, &finality.public().0, "y", &proof));
	}

	/// A signature of the bare text, as a wallet may be asked for, is no proof.
	#[test]
	fn another_signature_is_no_proof() {
		let pair = sr25519::Pair::from_seed(&[1; 32]);
		let signature = bs58::encode(pair.sign(b"linli-keys-v2 cashier").0).into_string();
		assert!(!is_proven(Scheme::Sr25519, &pair.public().0, "linli-keys-v2 cashier", &signature));
	}
}
