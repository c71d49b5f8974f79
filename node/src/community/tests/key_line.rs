// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::sample_lines::{self, CERTHASH};
use sp_core::Pair;

const ADDRESSES: [&str; 2] = ["/ip4/192.0.2.7/tcp/30333", "/dns/node.example/tcp/30334/ws"];

fn validator() -> String {
	sample_lines::validator(1, &ADDRESSES)
}

fn cashier() -> String {
	sample_lines::officer(Role::Cashier, 5)
}

fn all() -> [String; 3] {
	[validator(), cashier(), sample_lines::bootstrap(6)]
}

/// The content with a right checksum, as another program could write it.
fn sealed(content: &str) -> String {
	format!("{content} check={}", check(content))
}

/// The form is fixed: machines of one community may run different releases. Made with `@polkadot/util-crypto`.
#[test]
fn vectors() {
	const CASHIER: &str = "linli-keys-v2 cashier account=5CcyqxXnJucaCnQQvvUg5EPzj1uoNAxACZvzArHw5aVDvgNH \
	proof=5MqjzpzqEGKuC9fdsmvXQ9czhWG7pKGp1qouGz9A8gr9j3uirzueGWkVm6svMauzW88MHATgDbEeqW6Et9Ptk1Qe \
	check=e11c74120fc0761b";
	const VALIDATOR: &str = "linli-keys-v2 validator account=5CcyqxXnJucaCnQQvvUg5EPzj1uoNAxACZvzArHw5aVDvgNH \
	aura=5HBcPkCPJuNzWBstouENkvnpsyEqo1dn9Sj4Q1oihXGro6Jg \
	grandpa=5GuY4uA3BVhbr9HSH6uEmv26ykcgrYk79SGtAHDeYuVdSUwa \
	peer=12D3KooWR1Tqdp1j8zXFJdMydh5HvjdXjS97e1Q4o1xynEUwCbL1 \
	certhash=uEiAWsH8V-_VMveqodSJYiAhW5FikqSzBNLV0FyeEb_oetA address=/ip4/192.0.2.1/tcp/30333 \
	proof=tddFAAL72bwjgc2EDgSYt5AvKiWpuuVd9Afonio9bwkDcT6GrdDSCwC4vBK4Zrwzz4bUMdWKUTgreRMTcVQjhWQ \
	proof=4945aq66qTNfXc1mUDi6cHqncr6TsTaPW1gnhxUrqwF2cL33ZEVr3Unyxg3bPB4jyayH59bZ4eXQ7eL3rQBkgZWv \
	proof=22tN4WxUwkjQw4zZiSkoPew9EeNFsYX7UTDLto4JkbVeHDKKyjaMoVaiAF3mCUiRvQZPTvUWMG4AHSPQCUGGhUVJ \
	proof=HgmP6S1wYPjegHKWtQaLJMmZvtWqE5BQoxkLs3fCdYMcwaBrQUbR5krMHojy3S2H2ebTrCSGkwJrTZzivhcNNSs \
	check=f8fd99269c337909";
	let account = sample_lines::account(1);
	assert_eq!(KeyLine::parse(CASHIER), Ok(KeyLine::Officer(Role::Cashier, account.public().0)));
	let keys = sample_lines::validator_keys(1, &["/ip4/192.0.2.1/tcp/30333"]);
	assert_eq!(KeyLine::parse(VALIDATOR), Ok(KeyLine::Validator(keys)));
}

#[test]
fn encodings_are_those_of_every_substrate_tool() {
	// The address of Alice.
	let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	let key = key_of(alice).unwrap();
	assert_eq!(&key[..4], [0xd4, 0x35, 0x93, 0xc7]);
	assert_eq!(address_of(&key), alice);
	// The peer of the network key 00…01, as in the examples of Substrate.
	let mut keys = sample_lines::validator_keys(1, &ADDRESSES);
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
	let mut keys = sample_lines::validator_keys(1, &[]);
	let mut boot_nodes = |addresses: &[&str]| {
		keys.addresses = addresses.iter().map(ToString::to_string).collect();
		let peer = format!("/p2p/{}", keys.peer_id());
		let nodes: Vec<_> = keys.boot_nodes().map(|node| node.strip_suffix(&peer).unwrap().to_owned()).collect();
		for node in &nodes {
			assert_eq!(node_address::check(node), Ok(()), "{node}");
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
	let lines = [
		KeyLine::Validator(sample_lines::validator_keys(1, &ADDRESSES)),
		KeyLine::Officer(Role::Cashier, sample_lines::account(5).public().0),
		KeyLine::Bootstrap(sample_lines::account(6).public().0),
	];
	for (text, line) in all().into_iter().zip(lines) {
		assert!(!text.contains('\n'));
		assert_eq!(KeyLine::parse(&text), Ok(line.clone()));
		// Mail programs add and break at spaces.
		assert_eq!(KeyLine::parse(&format!("  {}\r\n", text.replace(' ', " \n "))), Ok(line));
		// No line of a mail may be longer than 998 characters.
		assert!(text.len() < 900, "{}", text.len());
	}
}

/// Every office has a line of its own, which is no other's.
#[test]
fn the_office_is_signed_and_in_the_checksum() {
	let line = cashier();
	for purpose in Purpose::ALL.into_iter().filter(|purpose| purpose.word() != "cashier") {
		let other = line.replace("v2 cashier ", &format!("v2 {} ", purpose.word()));
		assert_eq!(KeyLine::parse(&other), Err(KeyLineError::Altered), "{other}");
		if purpose == Purpose::Validator {
			continue;
		}
		// With a checksum of its own.
		let (content, _) = other.rsplit_once(" check=").unwrap();
		assert_eq!(KeyLine::parse(&sealed(content)), Err(KeyLineError::Proof("account")), "{content}");
	}
}

/// Somebody else's key, address or proof: the holder of each key would have to sign the line.
#[test]
fn a_line_of_keys_that_others_hold_is_refused() {
	let others = sample_lines::validator_keys(2, &[]);
	let own = sample_lines::validator_keys(1, &ADDRESSES);
	let (content, _) =
		validator().rsplit_once(" check=").map(|(content, check)| (content.to_owned(), check.to_owned())).unwrap();
	let with = |from: &str, to: &str| {
		assert!(content.contains(from));
		KeyLine::parse(&sealed(&content.replace(from, to)))
	};
	// The first key that did not sign is named: all signed another line.
	let refused = Err(KeyLineError::Proof("account"));
	assert_eq!(with(&address_of(&own.aura), &address_of(&others.aura)), refused);
	assert_eq!(with(&own.peer_id(), &others.peer_id()), refused);
	assert_eq!(with("192.0.2.7", "192.0.2.8"), refused);
	assert_eq!(with(&address_of(&own.account), &address_of(&others.account)), refused);

	// A line that its maker signed with all they have: the keys in it that are another's give it away.
	let pairs = [sample_lines::account(1), sample_lines::account(51)];
	for (name, stolen) in [
		("aura", ValidatorKeys { aura: others.aura, ..own.clone() }),
		("grandpa", ValidatorKeys { grandpa: others.grandpa, ..own.clone() }),
		("network", ValidatorKeys { network: others.network, ..own.clone() }),
	] {
		let line = KeyLine::Validator(stolen);
		let statement = line.statement();
		let finality = |seed| possession::prove(&sp_core::ed25519::Pair::from_seed(&[seed; 32]), &statement);
		let proofs = [
			possession::prove(&pairs[0], &statement),
			possession::prove(&pairs[1], &statement),
			finality(101),
			finality(151),
		];
		assert_eq!(KeyLine::parse(&line.text(&proofs)), Err(KeyLineError::Proof(name)));
	}
	let stolen = KeyLine::Officer(Role::Cashier, others.account);
	assert_eq!(KeyLine::parse(&sample_lines::one(&stolen, 5)), Err(KeyLineError::Proof("account")));
}

/// At any place, a cut line is called cut, unless nothing of its first word is left.
#[test]
fn a_cut_line_is_refused() {
	for text in all() {
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
	let text = validator();
	let officer = cashier();
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
	for text in all() {
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
		assert_eq!(KeyLine::parse(&text.to_uppercase()), Err(KeyLineError::NotKeys("LINLI-KEYS-V2".into())));
	}
}

#[test]
fn other_texts_are_refused() {
	let officer = cashier();
	for text in ["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "linli1qqqs", &format!("cashier: {officer}")] {
		assert!(matches!(KeyLine::parse(text), Err(KeyLineError::NotKeys(_))), "{text}");
	}
	assert_eq!(KeyLine::parse(" \n"), Err(KeyLineError::Empty));
	let older = sealed("linli-keys-v1 officer account=5Grw");
	assert_eq!(KeyLine::parse(&older), Err(KeyLineError::Version("1".into())));
}

/// A right checksum does not excuse a wrong content.
#[test]
fn a_sealed_line_must_be_complete() {
	let account = address_of(&[5; 32]);
	let peer = sample_lines::validator_keys(1, &[]).peer_id();
	// Of another network's format: Polkadot's.
	let foreign = "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5";
	for content in [
		"linli-keys-v2".to_owned(),
		"linli-keys-v2 mayor account=x".into(),
		"linli-keys-v2 officer account=x".into(),
		"linli-keys-v2 cashier".into(),
		format!("linli-keys-v2 cashier aura={account}"),
		format!("linli-keys-v2 cashier account={foreign}"),
		format!("linli-keys-v2 cashier account={account}"),
		format!("linli-keys-v2 cashier account={account} role=auditor"),
		format!("{} proof=1", cashier().rsplit_once(" check").unwrap().0),
		format!("linli-keys-v2 validator account={account} aura={account}"),
		format!("linli-keys-v2 validator account={account} aura={account} grandpa={account} peer={peer} certhash=uEi"),
		format!("linli-keys-v2 validator account={account} aura={account} grandpa={account} peer={account}"),
		validator().rsplit_once(" check").unwrap().0.replace("192.0.2.7", "0.0.0.0"),
		validator().rsplit_once(" proof").unwrap().0.into(),
	] {
		let error = KeyLine::parse(&sealed(&content)).unwrap_err();
		assert!(matches!(error, KeyLineError::Malformed(_)), "{content}: {error}");
	}
}
