// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::{
	keys::role_name,
	sample_lines::{self, account, officer},
};
use sp_core::Pair;

fn validator(number: u8) -> String {
	sample_lines::validator(number, &[&format!("/ip4/192.0.2.{number}/tcp/30333")])
}

/// Four validators, the offices and the bootstrap key.
fn all() -> KeyArgs {
	KeyArgs {
		validators: (1..=4).map(validator).collect(),
		officers: [Role::Auditor, Role::Registrar, Role::Cashier, Role::Manager]
			.into_iter()
			.zip(11..)
			.map(|(role, number)| officer(role, number))
			.collect(),
		bootstrap: Some(sample_lines::bootstrap(20)),
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
	let roles: Vec<_> = keys.roles.iter().map(|(role, account)| (role_name(*role), *account)).collect();
	let expected = [("registrar", 12), ("manager", 14), ("cashier", 13), ("auditor", 11)];
	assert_eq!(roles, expected.map(|(role, number)| (role, account(number).public().0)));
	assert_eq!(keys.bootstrap, account(20).public().0);
}

#[test]
fn a_file_holds_the_same_lines() {
	let KeyArgs { validators, officers, bootstrap, .. } = all();
	let text = format!(
		"# Willow Court\r\n\r\n{}\n{}\n  {}\n",
		validators.join("\n"),
		officers.join("\r\n"),
		bootstrap.unwrap()
	);
	let path = Path::new("lines.txt");
	assert_eq!(KeyArgs::default().given(Some((path, &text))), all().given(None));

	let error = KeyArgs::default().given(Some((path, &text.replace("check=", "check=0")))).unwrap_err().to_string();
	assert!(error.starts_with("lines.txt, line 3: it was altered"), "{error}");
	let old = format!("cashier={}", officer(Role::Cashier, 1));
	let error = KeyArgs::default().given(Some((path, &old))).unwrap_err().to_string();
	assert!(error.starts_with("lines.txt, line 1: it begins with \"cashier=linli-keys-v2\""), "{error}");
	let twice = format!("{}\n{}", officer(Role::Cashier, 1), officer(Role::Cashier, 2));
	let error = KeyArgs::default().given(Some((path, &twice))).unwrap_err().to_string();
	assert!(error.starts_with("lines.txt, line 2: the cashier was given before"), "{error}");
}

/// What an editor of another system saves, and what it should not have.
#[test]
fn a_file_is_text() {
	let folder = tempfile::tempdir().unwrap();
	let path = folder.path().join("lines.txt");
	let file = |bytes: &[u8]| {
		std::fs::write(&path, bytes).unwrap();
		KeyArgs { file: Some(path.clone()), ..KeyArgs::default() }.resolve(false).map(|source| source.public())
	};
	let KeyArgs { validators, officers, bootstrap, .. } = all();
	let text = format!("\u{feff}{}\r\n{}\r\n{}", validators.join("\r\n"), officers.join("\r\n"), bootstrap.unwrap());
	assert_eq!(file(text.as_bytes()).unwrap(), all().given(None).unwrap());
	let error = file(b"# \xff").unwrap_err().to_string();
	assert!(error.contains("lines.txt: cannot read: ") && error.ends_with("expected a file in UTF-8"), "{error}");
	let missing = KeyArgs { file: Some(folder.path().join("no.txt")), ..KeyArgs::default() };
	let error = missing.resolve(false).map(|_| ()).unwrap_err().to_string();
	assert!(error.contains("no.txt: cannot read: "), "{error}");
}

#[test]
fn keys_are_made_here_only_if_that_was_asked_for() {
	assert!(KeyArgs::default().resolve(true).unwrap().made().is_some());
	assert!(KeyArgs::made_here().resolve(false).unwrap().made().is_some());
	assert!(all().resolve(true).unwrap().made().is_none());
	let error = KeyArgs::default().resolve(false).map(|_| ()).unwrap_err().to_string();
	assert!(
		error.starts_with(
			"the keys of at least one validator, the registrar, the manager, the cashier, the auditor, the bootstrap key are \
			missing."
		),
		"{error}"
	);
	assert!(error.contains("join-key validator") && error.contains("--trial") && error.contains("--make-keys"));
	// Some are not enough, not even for a trial.
	let mut some = all();
	some.officers.truncate(3);
	let error = some.resolve(true).map(|_| ()).unwrap_err().to_string();
	assert!(error.starts_with("the keys of the manager are missing."), "{error}");
}

#[test]
fn mistakes_name_their_place() {
	let error = refused(|keys| keys.validators[2].truncate(100));
	assert!(error.starts_with("--validator, number 3: it is cut"), "{error}");
	let error = refused(|keys| keys.validators[1] = officer(Role::Cashier, 1));
	assert!(
		error.starts_with("--validator, number 2: it is the line of the cashier; expected that of a validator"),
		"{error}"
	);
	let error = refused(|keys| keys.officers[0] = sample_lines::bootstrap(9));
	assert!(error.starts_with("--officer, number 1: it is the line of the bootstrap key; expected"), "{error}");
	let error = refused(|keys| keys.officers[1] = validator(9));
	assert!(error.contains("the line of a validator; expected that of an officer"), "{error}");
	let error = refused(|keys| keys.officers.push(officer(Role::Cashier, 15)));
	assert!(error.starts_with("--officer, number 5: the cashier was given before"), "{error}");
	let error = refused(|keys| keys.bootstrap = Some("5Grw".into()));
	assert!(error.starts_with("--bootstrap: it begins with \"5Grw\""), "{error}");
	// The cashier's line is no other officer's.
	let error = refused(|keys| keys.officers[0] = keys.officers[2].replace("v2 cashier", "v2 auditor"));
	assert!(error.starts_with("--officer, number 1: it was altered"), "{error}");
	let error = refused(|keys| keys.officers[0] = keys.officers[2].clone());
	assert!(error.starts_with("--officer, number 3: the same line as --officer, number 1;"), "{error}");
}

/// The second line is refused where it is entered, and names the first.
#[test]
fn nobody_holds_two_offices_or_two_validators() {
	let error = refused(|keys| keys.validators[3] = keys.validators[0].clone());
	assert!(error.starts_with("--validator, number 4: the same line as --validator, number 1;"), "{error}");
	let error = refused(|keys| keys.officers[1] = officer(Role::Registrar, 11));
	let words = "--officer, number 2: it has the same account as --officer, number 1 (the auditor);";
	assert!(error.starts_with(words), "{error}");
	let error = refused(|keys| keys.bootstrap = Some(sample_lines::bootstrap(12)));
	let words = "--bootstrap: it has the same account as --officer, number 2 (the registrar);";
	assert!(error.starts_with(words), "{error}");
	let error = refused(|keys| keys.officers[1] = officer(Role::Registrar, 4));
	let words = "--officer, number 2: it has the same account as --validator, number 4 (a validator);";
	assert!(error.starts_with(words), "{error}");
	// One folder on two machines, with other addresses.
	let error = refused(|keys| keys.validators[1] = sample_lines::validator(1, &["/ip4/192.0.2.99/tcp/30333"]));
	assert!(error.starts_with("--validator, number 2: it has the same account as --validator, number 1"), "{error}");
}

/// Behind one address there is one node; also where a port follows from another.
#[test]
fn validators_have_addresses_of_their_own() {
	let collected = |addresses: [&str; 2]| {
		let mut collected = Collected::default();
		collected.add("甲".into(), &sample_lines::validator(1, &[addresses[0]]), None)?;
		collected.add("乙".into(), &sample_lines::validator(2, &[addresses[1]]), None)
	};
	assert_eq!(collected(["/ip4/192.0.2.7/tcp/30333", "/ip4/192.0.2.7/tcp/30334"]), Ok(()));
	let [one, websocket] = ["/ip4/192.0.2.7/tcp/30333", "/ip4/192.0.2.7/tcp/30433/ws"];
	for (second, address) in [(one, one), (websocket, websocket)] {
		let error = collected([one, second]).unwrap_err();
		assert_eq!(error, KeysError::SameAddress { place: "乙".into(), address: address.into(), first: "甲".into() });
		assert!(error.text(Language::English).contains("only one node answers there"), "{error}");
	}
}

/// Every reason has words of its own in Chinese.
#[test]
fn reasons_are_said_in_chinese() {
	let purpose = Purpose::Office(Role::Cashier);
	for error in [
		KeysError::Missing(vec![Purpose::Validator, purpose, Purpose::Bootstrap]),
		KeysError::Line { place: "甲".into(), error: KeyLineError::Cut },
		KeysError::Again { place: "甲".into(), purpose, first: "乙".into() },
		KeysError::Same { place: "甲".into(), first: "乙".into() },
		KeysError::Shared { place: "甲".into(), key: "aura", first: "乙".into(), purpose },
		KeysError::SameAddress { place: "甲".into(), address: "/ip4".into(), first: "乙".into() },
		KeysError::MadeBesideLines { place: "甲".into() },
		KeysError::BootNode { address: "/ip4".into(), reason: "端口".into() },
	] {
		let text = error.text(Language::Chinese);
		assert!(!text.contains("expected") && !text.contains(" the "), "{text}");
	}
}
