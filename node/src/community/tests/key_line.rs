// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;

/// That of the SDK's own example of a certificate.
const CERTHASH: &str = "uEiAWsH8V-_VMveqodSJYiAhW5FikqSzBNLV0FyeEb_oetA";

fn validator() -> KeyLine {
	KeyLine::Validator(ValidatorKeys {
		account: [1; 32],
		aura: [2; 32],
		grandpa: [3; 32],
		network: [4; 32],
		certhash: CERTHASH.into(),
		addresses: vec!["/ip4/192.0.2.7/tcp/30333".into(), "/dns/node.example/tcp/30334/ws".into()],
	})
}

fn lines() -> [KeyLine; 3] {
	[validator(), KeyLine::Officer([5; 32]), KeyLine::Bootstrap([6; 32])]
}

/// The content with a right checksum, as another program could write it.
fn sealed(content: &str) -> String {
	format!("{content} check={}", check(content))
}

/// The form is fixed: machines of one community may run different releases.
#[test]
fn vector() {
	// The address of Alice, as every Substrate tool prints it.
	let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	let key = key_of(alice).unwrap();
	assert_eq!(&key[..4], [0xd4, 0x35, 0x93, 0xc7]);
	assert_eq!(address_of(&key), alice);
	assert_eq!(
		KeyLine::Officer(key).to_string(),
		format!("linli-keys-v1 officer account={alice} check=dea1d0b991838fe4")
	);
	// The peer of the network key 00…01, as in the examples of Substrate.
	let mut keys = validator().validator().unwrap();
	let key = "4cb5abf6ad79fbf5abbccafcc269d85cd2651ed4b885b5869f241aedf0a5ba29";
	for (byte, digits) in keys.network.iter_mut().zip(0..) {
		*byte = u8::from_str_radix(&key[2 * digits..2 * digits + 2], 16).unwrap();
	}
	assert_eq!(keys.peer_id(), "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp");
	assert_eq!(
		keys.boot_nodes().collect::<Vec<_>>(),
		[
			format!("/ip4/192.0.2.7/tcp/30333/p2p/{}", keys.peer_id()),
			format!("/dns/node.example/tcp/30334/ws/p2p/{}", keys.peer_id())
		]
	);
}

/// Where an operator names the ports for nodes only, those for browsers follow; who names others has chosen.
#[test]
fn boot_nodes_are_there_for_nodes_and_for_browsers() {
	let mut keys = validator().validator().unwrap();
	let mut boot_nodes = |addresses: &[&str]| {
		keys.addresses = addresses.iter().map(ToString::to_string).collect();
		let peer = format!("/p2p/{}", keys.peer_id());
		let nodes: Vec<_> = keys.boot_nodes().map(|node| node.strip_suffix(&peer).unwrap().to_owned()).collect();
		for node in &nodes {
			assert_eq!(check_address(node), Ok(()), "{node}");
		}
		nodes
	};
	assert_eq!(
		boot_nodes(&["/ip4/192.0.2.7/tcp/30333", "/dns/node.example/tcp/65500"]),
		[
			"/ip4/192.0.2.7/tcp/30333".into(),
			"/dns/node.example/tcp/65500".into(),
			"/ip4/192.0.2.7/tcp/30433/ws".into(),
			format!("/ip4/192.0.2.7/udp/30333/webrtc-direct/certhash/{CERTHASH}"),
			// There is no port 65600.
			format!("/dns/node.example/udp/65500/webrtc-direct/certhash/{CERTHASH}"),
		]
	);
	let chosen = ["/ip4/192.0.2.7/tcp/30333", "/ip4/192.0.2.7/tcp/443/wss"];
	assert_eq!(boot_nodes(&chosen), chosen);
	assert!(boot_nodes(&[]).is_empty());
}

#[test]
fn a_line_round_trips() {
	for line in lines() {
		let text = line.to_string();
		assert!(!text.contains('\n'));
		assert_eq!(KeyLine::parse(&text), Ok(line.clone()));
		// Mail programs add and break at spaces.
		assert_eq!(KeyLine::parse(&format!("  {}\r\n", text.replace(' ', " \n "))), Ok(line));
	}
}

/// At any place, a cut line is called cut, unless nothing of its first word is left.
#[test]
fn a_cut_line_is_refused() {
	for line in lines() {
		let text = line.to_string();
		for length in 0..text.len() {
			let error = KeyLine::parse(&text[..length]).unwrap_err();
			match length {
				0 => assert_eq!(error, KeyLineError::Empty),
				1..12 => assert!(matches!(error, KeyLineError::NotKeys(_)), "{length}: {error}"),
				12 => assert!(matches!(error, KeyLineError::Version(_)), "{length}: {error}"),
				_ => assert_eq!(error, KeyLineError::Cut, "{length}"),
			}
			// Its beginning is missing.
			if length > 0 {
				let error = KeyLine::parse(&text[length..]).unwrap_err();
				assert!(matches!(error, KeyLineError::NotKeys(_)), "{length}: {error}");
			}
		}
	}
}

#[test]
fn a_doubled_line_is_refused() {
	let text = validator().to_string();
	let officer = KeyLine::Officer([5; 32]).to_string();
	for doubled in
		[format!("{text} {text}"), format!("{text}{text}"), format!("{text}\n{officer}"), format!("{text}{officer}")]
	{
		assert_eq!(KeyLine::parse(&doubled), Err(KeyLineError::Doubled(2)), "{doubled}");
	}
	assert_eq!(KeyLine::parse(&format!("{text} {text} {text}")), Err(KeyLineError::Doubled(3)));
	assert_eq!(KeyLine::parse(&format!("{text} thanks")), Err(KeyLineError::Trailing("thanks".into())));
	// Its end came twice.
	let (_, end) = text.rsplit_once(' ').unwrap();
	assert_eq!(KeyLine::parse(&format!("{text} {end}")), Err(KeyLineError::Trailing(end.into())));
	assert_eq!(KeyLine::parse(&format!("{text}0")), Err(KeyLineError::Altered));
}

/// Every single letter, changed or swapped with the next.
#[test]
fn an_altered_line_is_refused() {
	for line in lines() {
		let text = line.to_string();
		for place in 0..text.len() {
			let other = if &text[place..=place] == "4" { "5" } else { "4" };
			let changed = format!("{}{other}{}", &text[..place], &text[place + 1..]);
			assert!(KeyLine::parse(&changed).is_err(), "{changed}");
			let mut letters: Vec<char> = text.chars().collect();
			if place + 1 < letters.len() && letters[place] != letters[place + 1] {
				letters.swap(place, place + 1);
				let swapped: String = letters.into_iter().collect();
				assert!(KeyLine::parse(&swapped).is_err(), "{swapped}");
			}
		}
		// Two keys in each other's place.
		let swapped = text.replace("aura=", "x=").replace("grandpa=", "aura=").replace("x=", "grandpa=");
		assert!(swapped == text || KeyLine::parse(&swapped) == Err(KeyLineError::Altered));
		// A line break within a word.
		let (before, after) = text.split_at(text.len() / 2);
		assert_eq!(KeyLine::parse(&format!("{before}\n{after}")), Err(KeyLineError::Altered));
		assert_eq!(KeyLine::parse(&text.to_uppercase()), Err(KeyLineError::NotKeys("LINLI-KEYS-V1".into())));
	}
}

#[test]
fn a_line_of_another_kind_is_refused() {
	let [validator, officer, bootstrap] = lines();
	assert!(validator.clone().validator().is_ok());
	assert!(officer.clone().officer().is_ok());
	assert!(bootstrap.clone().bootstrap().is_ok());
	let error = officer.clone().validator().unwrap_err().to_string();
	assert_eq!(error, "it is the line of an officer; expected that of a validator");
	assert!(bootstrap.clone().validator().is_err() && bootstrap.officer().is_err());
	assert!(validator.clone().officer().is_err() && validator.bootstrap().is_err());
	assert!(officer.bootstrap().is_err());
}

#[test]
fn other_texts_are_refused() {
	let officer = KeyLine::Officer([5; 32]).to_string();
	for text in ["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "linli1qqqs", &format!("cashier: {officer}")] {
		assert!(matches!(KeyLine::parse(text), Err(KeyLineError::NotKeys(_))), "{text}");
	}
	assert_eq!(KeyLine::parse(" \n"), Err(KeyLineError::Empty));
	let newer = sealed("linli-keys-v2 officer account=5Grw");
	assert_eq!(KeyLine::parse(&newer), Err(KeyLineError::Version("2".into())));
}

/// A right checksum does not excuse a wrong content.
#[test]
fn a_sealed_line_must_be_complete() {
	let account = address_of(&[5; 32]);
	let peer = validator().validator().unwrap().peer_id();
	// Of another network's format: Polkadot's.
	let foreign = "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5";
	for content in [
		"linli-keys-v1".to_owned(),
		"linli-keys-v1 mayor account=x".into(),
		"linli-keys-v1 officer".into(),
		format!("linli-keys-v1 officer aura={account}"),
		format!("linli-keys-v1 officer account={foreign}"),
		format!("linli-keys-v1 officer account={account} role=cashier"),
		format!("linli-keys-v1 validator account={account} aura={account}"),
		format!("linli-keys-v1 validator account={account} aura={account} grandpa={account} peer={account}"),
		format!("linli-keys-v1 validator account={account} aura={account} grandpa={account} peer={peer} certhash=uEi"),
		validator().to_string().rsplit_once(" check").unwrap().0.replace("192.0.2.7", "0.0.0.0"),
	] {
		let error = KeyLine::parse(&sealed(&content)).unwrap_err();
		assert!(matches!(error, KeyLineError::Malformed(_)), "{content}: {error}");
	}
}

#[test]
fn addresses_are_checked() {
	for good in [
		"/ip4/192.0.2.7/tcp/30333",
		"/ip4/127.0.0.1/tcp/1",
		"/ip6/2001:db8::7/tcp/30333",
		"/dns/node.example/tcp/30333",
		"/dns4/a-1/tcp/443/wss",
		"/ip4/192.0.2.7/udp/30333/webrtc-direct/certhash/uEiA",
	] {
		assert_eq!(check_address(good), Ok(()), "{good}");
	}
	for (bad, why) in [
		("", "incomplete"),
		("192.0.2.7:30333", "incomplete"),
		("ip4/192.0.2.7/tcp/30333", "incomplete"),
		("/ip4/192.0.2.7", "incomplete"),
		("/ip4/192.0.2.777/tcp/30333", "reach"),
		("/ip4/0.0.0.0/tcp/30333", "reach"),
		("/ip6/::/tcp/30333", "reach"),
		("/dns/no_de/tcp/30333", "reach"),
		("/dns/a..b/tcp/30333", "reach"),
		("/unix/a/tcp/30333", "begins with none"),
		("/ip4/192.0.2.7/tcp/0", "port"),
		("/ip4/192.0.2.7/tcp/70000", "port"),
		("/ip4/192.0.2.7/sctp/30333", "neither tcp nor udp"),
		("/ip4/192.0.2.7/tcp/30333/p2p/12D3", "peer id"),
		("/ip4/192.0.2.7/tcp/30333/http", "does not know"),
		("/ip4/192.0.2.7/tcp/30333 ", "space"),
	] {
		let error = check_address(bad).unwrap_err();
		assert!(error.contains(why), "{bad}: {error}");
	}
}
