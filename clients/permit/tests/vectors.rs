// SPDX-License-Identifier: Apache-2.0

//! The test vectors for other languages match this crate.

use linli_permit::{public_key, seal, BadSetting, Device, Permit, Refusal};
use serde_json::Value;

fn vectors() -> Value {
	serde_json::from_str(include_str!("../vectors/permits.json")).expect("valid JSON")
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
	value[field].as_str().unwrap_or_else(|| panic!("{field} in {value}"))
}

fn bytes<const N: usize>(value: &Value, field: &str) -> [u8; N] {
	hex::decode(text(value, field)).expect("hex").try_into().expect("the right length")
}

fn number(value: &Value, field: &str) -> u64 {
	text(value, field).parse().expect("a number")
}

fn resource(value: &Value) -> u32 {
	value["resource"].as_u64().and_then(|id| u32::try_from(id).ok()).expect("an id")
}

fn fields(value: &Value) -> Permit {
	Permit {
		chain: bytes(value, "chain"),
		resource: resource(value),
		booking: number(value, "booking"),
		account: bytes(value, "account"),
		holder: bytes(value, "holder"),
		from: number(value, "from"),
		until: number(value, "until"),
		issued: number(value, "issued"),
		expires: number(value, "expires"),
	}
}

#[test]
fn each_result_matches() {
	let vectors = vectors();
	let cases = vectors["cases"].as_array().unwrap();
	assert!(cases.len() > 50);
	for case in cases {
		let device = Device::new(
			bytes(&vectors, "chain"),
			resource(&vectors),
			&bytes(&vectors["issuer"], "public"),
			number(case, "tolerance"),
		)
		.unwrap();
		let (permit, now) = (hex::decode(text(case, "permit")).unwrap(), number(case, "now"));
		let answer = match case.get("possession") {
			// The API takes proofs of the right length only: callers refuse any other.
			Some(held) => match hex::decode(text(held, "proof")).unwrap().try_into() {
				Ok(proof) => device.verify_held(&permit, now, &bytes(held, "challenge"), &proof),
				Err(_) => Err(Refusal::NotHolder),
			},
			None => device.verify(&permit, now),
		};
		let result = match answer {
			Ok(permit) => {
				assert_eq!(permit, fields(&case["fields"]), "{}", case["name"]);
				"Open".into()
			}
			Err(refusal) => format!("{refusal:?}"),
		};
		assert_eq!(result, text(case, "result"), "{}", case["name"]);
	}
}

#[test]
fn each_setting_is_accepted_or_not() {
	let vectors = vectors();
	let settings = vectors["settings"].as_array().unwrap();
	assert!(settings.len() > 20);
	for setting in settings {
		let tolerance = number(setting, "tolerance");
		let found = match hex::decode(text(setting, "issuer")).unwrap().try_into() {
			Ok(issuer) => Device::new(bytes(&vectors, "chain"), resource(&vectors), &issuer, tolerance).err(),
			Err(_) => Some(BadSetting::Issuer),
		};
		let result = found.map_or("Valid".into(), |setting| format!("{setting:?}"));
		assert_eq!(result, text(setting, "result"), "{}", setting["name"]);
	}
}

/// Ensures that the file is up to date with the layout.
#[test]
fn each_signature_matches() {
	let vectors = vectors();
	for who in ["issuer", "stranger", "holder"] {
		assert_eq!(public_key(&bytes(&vectors[who], "seed")), bytes(&vectors[who], "public"), "{who}");
	}
	for case in vectors["cases"].as_array().unwrap() {
		if let Some(signed) = case.get("fields") {
			let sealed = seal(&fields(signed), &bytes(&vectors[text(signed, "signer")], "seed")).unwrap();
			assert_eq!(hex::encode(sealed), text(case, "permit"), "{}", case["name"]);
		}
	}
}

#[test]
fn the_vectors_cover_every_refusal() {
	let vectors = vectors();
	let results: Vec<_> = vectors["cases"].as_array().unwrap().iter().map(|case| text(case, "result")).collect();
	for refusal in [
		"Malformed",
		"WrongVersion",
		"WrongChain",
		"OtherResource",
		"BadSignature",
		"NotYet",
		"Over",
		"Expired",
		"Bearer",
		"NotHolder",
	] {
		assert!(results.contains(&refusal), "{refusal}");
	}
}
