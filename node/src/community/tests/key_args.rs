// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;

fn validator(number: u8) -> String {
	KeyLine::Validator(ValidatorKeys {
		account: [number; 32],
		aura: [number + 50; 32],
		grandpa: [number + 100; 32],
		network: [number + 150; 32],
		certhash: "uEiAWsH8V-_VMveqodSJYiAhW5FikqSzBNLV0FyeEb_oetA".into(),
		addresses: vec![format!("/ip4/192.0.2.{number}/tcp/30333")],
	})
	.to_string()
}

fn officer(role: &str, number: u8) -> String {
	format!("{role}={}", KeyLine::Officer([number; 32]))
}

/// Four validators, the offices and the bootstrap key.
fn all() -> KeyArgs {
	KeyArgs {
		validators: (1..=4).map(validator).collect(),
		officers: ["auditor", "registrar", "cashier", "manager"]
			.into_iter()
			.zip(11..)
			.map(|(role, number)| officer(role, number))
			.collect(),
		bootstrap: Some(KeyLine::Bootstrap([20; 32]).to_string()),
		file: None,
		make_keys: false,
	}
}

fn refused(change: impl FnOnce(&mut KeyArgs)) -> String {
	let mut keys = all();
	change(&mut keys);
	keys.given(None).unwrap_err().to_string()
}

#[test]
fn every_validator_and_office_is_taken() {
	let keys = all().given(None).unwrap();
	assert_eq!(keys.validators.len(), 4);
	assert_eq!(keys.validators[3].addresses, ["/ip4/192.0.2.4/tcp/30333"]);
	let roles: Vec<_> = keys.roles.iter().map(|(role, account)| (role_name(*role), account[0])).collect();
	assert_eq!(roles, [("registrar", 12), ("manager", 14), ("cashier", 13), ("auditor", 11)]);
	assert_eq!(keys.bootstrap, [20; 32]);
}

#[test]
fn a_file_holds_the_same_lines() {
	let KeyArgs { validators, officers, bootstrap, .. } = all();
	let text = format!(
		"\u{feff}# Willow Court\r\n\r\n{}\n{}\n  {}\n",
		validators.join("\n"),
		officers.join("\r\n"),
		bootstrap.unwrap()
	);
	let path = Path::new("lines.txt");
	assert_eq!(KeyArgs::default().given(Some((path, &text))), all().given(None));

	let error = KeyArgs::default().given(Some((path, &text.replace("check=", "check=0")))).unwrap_err().to_string();
	assert!(error.starts_with("lines.txt, line 3: it was altered"), "{error}");
	let bare = KeyLine::Officer([1; 32]).to_string();
	let error = KeyArgs::default().given(Some((path, &bare))).unwrap_err().to_string();
	assert!(error.starts_with("lines.txt, line 1: found \"\" before"), "{error}");
}

#[test]
fn keys_are_made_here_only_if_that_was_asked_for() {
	assert!(KeyArgs::default().resolve(true).unwrap().made().is_some());
	assert!(KeyArgs::made_here().resolve(false).unwrap().made().is_some());
	assert!(all().resolve(true).unwrap().made().is_none());
	let error = KeyArgs::default().resolve(false).map(|_| ()).unwrap_err().to_string();
	assert!(
		error.starts_with(
			"the keys of at least one validator, registrar, manager, cashier, auditor, the bootstrap key are missing."
		),
		"{error}"
	);
	assert!(error.contains("join-key validator") && error.contains("--trial") && error.contains("--make-keys"));
	// Some are not enough, not even for a trial.
	let mut some = all();
	some.officers.truncate(3);
	let error = some.resolve(true).map(|_| ()).unwrap_err().to_string();
	assert!(error.starts_with("the keys of manager are missing."), "{error}");
}

#[test]
fn mistakes_name_their_place() {
	let error = refused(|keys| keys.validators[2].truncate(100));
	assert!(error.starts_with("--validator, number 3: it is cut"), "{error}");
	let error = refused(|keys| keys.validators[1] = KeyLine::Officer([1; 32]).to_string());
	assert!(error.starts_with("--validator, number 2: it is the line of an officer; expected"), "{error}");
	let error = refused(|keys| keys.officers[0] = officer("mayor", 11));
	assert!(error.starts_with("--officer, number 1: found \"mayor\" before"), "{error}");
	let error = refused(|keys| keys.officers[1] = format!("registrar={}", validator(9)));
	assert!(error.contains("the line of a validator; expected that of an officer"), "{error}");
	let error = refused(|keys| keys.officers.push(officer("cashier", 15)));
	assert!(error.starts_with("--officer, number 5: the cashier was given before"), "{error}");
	let error = refused(|keys| keys.bootstrap = Some("5Grw".into()));
	assert!(error.starts_with("--bootstrap: it begins with \"5Grw\""), "{error}");
}

#[test]
fn nobody_holds_two_offices_or_two_validators() {
	let error = refused(|keys| keys.validators[3] = keys.validators[0].clone());
	assert!(error.starts_with("validator 4 has the same block key (aura) as validator 1"), "{error}");
	let error = refused(|keys| keys.officers[1] = officer("registrar", 11));
	assert!(error.starts_with("the auditor has the same account as the registrar"), "{error}");
	let error = refused(|keys| keys.bootstrap = Some(KeyLine::Bootstrap([12; 32]).to_string()));
	assert!(error.starts_with("the registrar has the same account as the bootstrap key"), "{error}");
	let error = refused(|keys| keys.officers[1] = officer("registrar", 4));
	assert!(error.starts_with("validator 4 has the same account as the registrar"), "{error}");
}
