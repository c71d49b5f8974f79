// SPDX-License-Identifier: GPL-3.0-or-later

//! Lines of keys that are made from numbers.

use super::{
	key_line::{KeyLine, ValidatorKeys},
	possession::prove,
};
use linli_primitives::Role;
use sp_core::{ed25519, sr25519, Pair};

/// That of the SDK's own example of a certificate.
pub const CERTHASH: &str = "uEiAWsH8V-_VMveqodSJYiAhW5FikqSzBNLV0FyeEb_oetA";

/// The account of a number.
pub fn account(number: u8) -> sr25519::Pair {
	sr25519::Pair::from_seed(&[number; 32])
}

/// The keys of the validator of a number.
pub fn validator_keys(number: u8, addresses: &[&str]) -> ValidatorKeys {
	ValidatorKeys {
		account: account(number).public().0,
		aura: account(number + 50).public().0,
		grandpa: finality(number + 100).public().0,
		network: finality(number + 150).public().0,
		certhash: CERTHASH.into(),
		addresses: addresses.iter().map(|address| (*address).to_owned()).collect(),
	}
}

fn finality(number: u8) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[number; 32])
}

/// The line of the validator of a number, below 50.
pub fn validator(number: u8, addresses: &[&str]) -> String {
	let line = KeyLine::Validator(validator_keys(number, addresses));
	let statement = line.statement();
	line.text(&[
		prove(&account(number), &statement),
		prove(&account(number + 50), &statement),
		prove(&finality(number + 100), &statement),
		prove(&finality(number + 150), &statement),
	])
}

/// The line of an officer whose account is that of a number.
pub fn officer(role: Role, number: u8) -> String {
	one(&KeyLine::Officer(role, account(number).public().0), number)
}

/// The line of a bootstrap key that is the account of a number.
pub fn bootstrap(number: u8) -> String {
	one(&KeyLine::Bootstrap(account(number).public().0), number)
}

/// A line with one account, signed by the account of a number.
pub fn one(line: &KeyLine, number: u8) -> String {
	line.text(&[prove(&account(number), &line.statement())])
}
