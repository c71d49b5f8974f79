// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::sample_lines;
use linli_primitives::Role;
use linli_runtime::genesis::ValidatorHolder;
use sp_core::Pair;

const ADDRESS: &str = "/ip4/192.0.2.1/tcp/30333";

fn account(number: u8) -> linli_runtime::AccountId {
	sample_lines::account(number).public().0.into()
}

fn holder(number: u8) -> ValidatorHolder {
	let keys = sample_lines::validator_keys(number, &[]);
	ValidatorHolder { account: keys.account.into(), aura: keys.aura, grandpa: keys.grandpa }
}

/// Two validators, the four offices, and the bootstrap key.
fn holders() -> Holders {
	Holders {
		bootstrap: Some(account(20)),
		offices: [Role::Registrar, Role::Manager, Role::Cashier, Role::Auditor]
			.into_iter()
			.zip(11..)
			.map(|(role, number)| (role, account(number)))
			.collect(),
		validators: vec![holder(1), holder(2)],
		in_service: true,
		owners: 3,
		joined: 0,
	}
}

fn boot_nodes() -> Vec<String> {
	sample_lines::validator_keys(1, &[ADDRESS]).boot_nodes().collect()
}

/// Whether each key is right, and the words.
fn compare(line: &KeyLine, holders: &Holders, language: Language) -> Vec<(bool, String)> {
	let boot_nodes = boot_nodes();
	let compared = Compared { holders, boot_nodes: &boot_nodes, language };
	compared.findings(line).into_iter().map(|finding| (finding.right, finding.text)).collect()
}

fn address(number: u8) -> String {
	address_of(&sample_lines::account(number).public().0)
}

fn cashier(number: u8) -> KeyLine {
	KeyLine::Officer(Role::Cashier, sample_lines::account(number).public().0)
}

#[test]
fn an_officer_who_holds_their_office() {
	let found = compare(&cashier(13), &holders(), Language::English);
	assert_eq!(found, [(true, format!("account {}: the cashier", address(13)))]);
	let found = compare(&cashier(13), &holders(), Language::Chinese);
	assert_eq!(found, [(true, format!("账户 {}：出纳", address(13)))]);
	let bootstrap = KeyLine::Bootstrap(sample_lines::account(20).public().0);
	let found = compare(&bootstrap, &holders(), Language::English);
	assert_eq!(found, [(true, format!("account {}: the bootstrap key", address(20)))]);
}

/// Each way in which the person who made the chain could have put something else into it.
#[test]
fn an_officer_who_does_not() {
	let wrong = |line: &KeyLine, holders: &Holders, words: &str| {
		for language in [Language::English, Language::Chinese] {
			let found = compare(line, holders, language);
			assert!(matches!(found.as_slice(), [(false, _)]), "{found:?}");
		}
		assert_eq!(compare(line, holders, Language::English)[0].1, words);
	};
	let others = holders();
	wrong(
		&cashier(30),
		&others,
		&format!("account {}: nothing in this chain; the cashier is {}", address(30), address(13)),
	);
	wrong(
		&cashier(14),
		&others,
		&format!("account {}: the auditor; expected the cashier and nothing else", address(14)),
	);
	wrong(&cashier(1), &others, &format!("account {}: a validator; expected the cashier and nothing else", address(1)));
	let mut two = holders();
	two.offices.push((Role::Auditor, account(13)));
	wrong(
		&cashier(13),
		&two,
		&format!("account {}: the cashier, the auditor; expected the cashier and nothing else", address(13)),
	);
	let mut second = holders();
	second.offices.push((Role::Cashier, account(31)));
	wrong(
		&cashier(13),
		&second,
		&format!("account {}: the cashier, but so is {}; expected one holder", address(13), address(31)),
	);
	let nobody = Holders { offices: Vec::new(), ..holders() };
	wrong(&cashier(13), &nobody, &format!("account {}: nothing in this chain; expected the cashier", address(13)));
	let exchanged = Holders { bootstrap: Some(account(40)), ..holders() };
	wrong(
		&KeyLine::Bootstrap(sample_lines::account(20).public().0),
		&exchanged,
		&format!("account {}: nothing in this chain; the bootstrap key is {}", address(20), address(40)),
	);
}

#[test]
fn a_validator_is_compared_key_by_key() {
	let line = |number, addresses: &[&str]| KeyLine::Validator(sample_lines::validator_keys(number, addresses));
	let right = |line: &KeyLine, holders: &Holders| {
		let chinese: Vec<_> = compare(line, holders, Language::Chinese).into_iter().map(|(right, _)| right).collect();
		let english: Vec<_> = compare(line, holders, Language::English).into_iter().map(|(right, _)| right).collect();
		assert_eq!(chinese, english);
		english
	};
	// Three keys, and three boot nodes: for nodes, and two for browsers.
	assert_eq!(right(&line(1, &[ADDRESS]), &holders()), [true; 6]);
	assert_eq!(right(&line(2, &[]), &holders()), [true; 3]);
	// Not in the chain at all.
	assert_eq!(right(&line(3, &[]), &holders()), [false; 3]);
	// One key is another's.
	let mut swapped = holders();
	swapped.validators[0].aura = holder(3).aura;
	assert_eq!(right(&line(1, &[ADDRESS]), &swapped), [true, false, true, true, true, true]);
	let (aura, other) = (swapped.validators[1].aura, swapped.validators[0].aura);
	swapped.validators[0].aura = aura;
	swapped.validators[1].aura = other;
	swapped.validators[1].grandpa = holder(4).grandpa;
	assert_eq!(right(&line(2, &[]), &swapped), [true, false, false]);
	let found = compare(&line(2, &[]), &swapped, Language::English);
	assert!(found[1].1.ends_with(&format!("of the validator {}; expected of this one", address(1))), "{found:?}");
	assert!(found[2].1.ends_with("not in this chain; expected of this validator"), "{found:?}");

	// An address is missing, or leads elsewhere under the validator's peer id.
	assert_eq!(right(&line(2, &[ADDRESS]), &holders()), [true, true, true, false, false, false]);
	let elsewhere = "/ip4/192.0.2.9/tcp/30333";
	let found = right(&line(1, &[elsewhere]), &holders());
	assert_eq!((&found[..3], &found[3..]), (&[true; 3][..], &[false; 6][..]));
	let found = compare(&line(1, &[elsewhere]), &holders(), Language::English);
	assert!(found[3].1.ends_with(": missing"), "{found:?}");
	assert!(found[4..].iter().any(|(_, text)| text.contains(ADDRESS)), "{found:?}");
}
