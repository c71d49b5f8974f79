// SPDX-License-Identifier: Apache-2.0

//! Generates the test vectors for issuers and devices in other languages: `cargo run -p linli-permit --example vectors
//! > clients/permit/vectors/permits.json`.
//!
//! Hex has no prefix. Moments and bookings are strings, since they can exceed the range of JavaScript's numbers.

#[path = "vectors/forgeries.rs"]
mod forgeries;

use linli_permit::{prove, public_key, seal, Bytes, Challenge, Permit, Signature, BEARER, STATEMENT_LEN, VERSION};
use serde::Serialize;

const CHAIN: [u8; 32] = [0xc4; 32];
const RESOURCE: u32 = 258;
const ISSUER: [u8; 32] = [0x15; 32];
const STRANGER: [u8; 32] = [0x57; 32];
const HOLDER: [u8; 32] = [0x40; 32];
const CHALLENGE: Challenge = [0xab; 32];
/// 2027-03-01, 09:00 to 18:00 at UTC+8, issued the evening before.
const FROM: u64 = 1_803_862_800_000;
const UNTIL: u64 = FROM + 9 * 3_600_000;
const ISSUED: u64 = FROM - 12 * 3_600_000;
const NOON: u64 = FROM + 3 * 3_600_000;
const TOLERANCE: u64 = 30_000;

#[derive(Serialize)]
struct Vectors {
	version: u8,
	chain: String,
	resource: u32,
	issuer: Pair,
	stranger: Pair,
	holder: Pair,
	cases: Vec<Case>,
	settings: Vec<Setting>,
}

/// Settings of a device, and the result: `Valid`, or the setting that is not.
#[derive(Serialize)]
struct Setting {
	name: &'static str,
	issuer: String,
	tolerance: String,
	result: &'static str,
}

#[derive(Serialize)]
struct Pair {
	seed: String,
	public: String,
}

/// A permit shown to a device with the issuer's key, and the result: `Open` or the name of a refusal.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Case {
	name: &'static str,
	/// Present if signing these fields yields exactly the permit.
	#[serde(skip_serializing_if = "Option::is_none")]
	fields: Option<Fields>,
	permit: String,
	tolerance: String,
	now: String,
	/// Present if the device requires possession.
	#[serde(skip_serializing_if = "Option::is_none")]
	possession: Option<Possession>,
	/// Whether a verifier that is not strict opens.
	#[serde(skip_serializing_if = "core::ops::Not::not")]
	lax: bool,
	result: &'static str,
}

#[derive(Serialize)]
struct Fields {
	signer: &'static str,
	chain: String,
	resource: u32,
	booking: String,
	account: String,
	holder: String,
	from: String,
	until: String,
	issued: String,
	expires: String,
}

#[derive(Serialize)]
struct Possession {
	challenge: String,
	proof: String,
}

fn pair(seed: &[u8; 32]) -> Pair {
	Pair { seed: hex::encode(seed), public: hex::encode(public_key(seed)) }
}

fn permit() -> Permit {
	Permit {
		chain: CHAIN,
		resource: RESOURCE,
		booking: 66_051,
		account: [0xac; 32],
		holder: public_key(&HOLDER),
		from: FROM,
		until: UNTIL,
		issued: ISSUED,
		expires: UNTIL,
	}
}

fn seeds(signer: &str) -> &'static [u8; 32] {
	match signer {
		"stranger" => &STRANGER,
		"holder" => &HOLDER,
		_ => &ISSUER,
	}
}

/// A permit signed by `signer`.
fn sealed_by(name: &'static str, signer: &'static str, permit: Permit, now: u64, result: &'static str) -> Case {
	let bytes = seal(&permit, seeds(signer)).expect("the permit is valid at some moment");
	let fields = Fields {
		signer,
		chain: hex::encode(permit.chain),
		resource: permit.resource,
		booking: permit.booking.to_string(),
		account: hex::encode(permit.account),
		holder: hex::encode(permit.holder),
		from: permit.from.to_string(),
		until: permit.until.to_string(),
		issued: permit.issued.to_string(),
		expires: permit.expires.to_string(),
	};
	Case { fields: Some(fields), ..raw(name, &bytes, now, result) }
}

fn sealed(name: &'static str, permit: Permit, now: u64, result: &'static str) -> Case {
	sealed_by(name, "issuer", permit, now, result)
}

/// Bytes that do not result from signing.
fn raw(name: &'static str, bytes: &[u8], now: u64, result: &'static str) -> Case {
	Case {
		name,
		fields: None,
		permit: hex::encode(bytes),
		tolerance: TOLERANCE.to_string(),
		now: now.to_string(),
		possession: None,
		lax: false,
		result,
	}
}

fn altered(name: &'static str, alter: impl FnOnce(&mut Bytes), result: &'static str) -> Case {
	let mut bytes = seal(&permit(), &ISSUER).expect("the permit is valid at some moment");
	alter(&mut bytes);
	raw(name, &bytes, NOON, result)
}

fn held(case: Case, proof: &Signature) -> Case {
	let possession = Possession { challenge: hex::encode(CHALLENGE), proof: hex::encode(proof) };
	Case { possession: Some(possession), ..case }
}

fn exact(case: Case) -> Case {
	Case { tolerance: "0".into(), ..case }
}

/// Adds the group's order to the signature's scalar, which a lax verifier accepts as the same number.
fn unreduce(bytes: &mut Bytes) {
	const ORDER: [u8; 32] = [
		0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
	];
	let mut carry = 0;
	for (byte, add) in bytes[STATEMENT_LEN + 32..].iter_mut().zip(ORDER) {
		let sum = u16::from(*byte) + u16::from(add) + carry;
		*byte = sum.to_le_bytes()[0];
		carry = sum >> 8;
	}
}

/// Valid permits, and permits refused for their fields.
fn statements() -> Vec<Case> {
	let good = permit();
	let short = Permit { expires: NOON, ..good };
	let contradiction = Permit { until: FROM, ..good };
	let signature = [0x11; 64];
	vec![
		sealed("within the booking", good, NOON, "Open"),
		sealed("a bearer permit", Permit { holder: BEARER, ..good }, NOON, "Open"),
		sealed("the largest booking", Permit { booking: u64::MAX, ..good }, NOON, "Open"),
		sealed("no last moment", Permit { until: u64::MAX, expires: u64::MAX, ..good }, u64::MAX - 1, "Open"),
		sealed("earlier than the booking, within the tolerance", good, FROM - TOLERANCE, "Open"),
		sealed("earlier than the tolerance", good, FROM - TOLERANCE - 1, "NotYet"),
		sealed("later than the booking, within the tolerance", good, UNTIL + TOLERANCE - 1, "Open"),
		sealed("later than the tolerance", good, UNTIL + TOLERANCE, "Over"),
		exact(sealed("the first moment, exactly", good, FROM, "Open")),
		exact(sealed("just before the first moment", good, FROM - 1, "NotYet")),
		exact(sealed("the last moment, exactly", good, UNTIL - 1, "Open")),
		exact(sealed("just after the last moment", good, UNTIL, "Over")),
		exact(sealed("just before it expires", short, NOON - 1, "Open")),
		exact(sealed("expired within the booking", short, NOON, "Expired")),
		sealed("expired, within the tolerance", short, NOON + TOLERANCE - 1, "Open"),
		sealed("expired, past the tolerance", short, NOON + TOLERANCE, "Expired"),
		sealed("over and expired", short, UNTIL + TOLERANCE, "Over"),
		sealed("issued later than the clock says", Permit { issued: NOON, ..good }, NOON - TOLERANCE - 1, "NotYet"),
		sealed("a clock that lost the time", good, 0, "NotYet"),
		sealed("another chain", Permit { chain: [0xc5; 32], ..good }, NOON, "WrongChain"),
		sealed("another resource", Permit { resource: RESOURCE + 1, ..good }, NOON, "OtherResource"),
		sealed_by("signed by a stranger", "stranger", good, NOON, "BadSignature"),
		sealed_by("signed by its holder", "holder", good, NOON, "BadSignature"),
		raw("valid at no moment", &contradiction.with_signature(&signature), NOON, "Malformed"),
		raw("expired before it began", &Permit { expires: FROM, ..good }.with_signature(&signature), NOON, "Malformed"),
	]
}

/// A valid permit, altered after it was signed.
fn alterations() -> Vec<Case> {
	let good = seal(&permit(), &ISSUER).expect("the permit is valid at some moment");
	let longer = [good.as_slice(), &[0]].concat();
	vec![
		raw("nothing", &[], NOON, "Malformed"),
		raw("tag alone", &good[..16], NOON, "Malformed"),
		raw("a byte too short", &good[..good.len() - 1], NOON, "Malformed"),
		raw("a byte too long", &longer, NOON, "Malformed"),
		altered("another tag", |bytes| bytes[15] ^= 1, "Malformed"),
		altered("version 0", |bytes| bytes[16] = 0, "WrongVersion"),
		altered("the next version", |bytes| bytes[16] = VERSION + 1, "WrongVersion"),
		raw("the next version, shorter", &[&good[..16], &[VERSION + 1]].concat(), NOON, "WrongVersion"),
		altered("chain altered", |bytes| bytes[17] ^= 1, "WrongChain"),
		altered("resource altered", |bytes| bytes[49] ^= 1, "OtherResource"),
		altered("booking altered", |bytes| bytes[53] ^= 1, "BadSignature"),
		altered("account altered", |bytes| bytes[61] ^= 1, "BadSignature"),
		altered("holder altered", |bytes| bytes[93] ^= 1, "BadSignature"),
		altered("begins earlier", |bytes| bytes[126] ^= 1, "BadSignature"),
		altered("ends later", |bytes| bytes[139] ^= 1, "BadSignature"),
		altered("issued at another time", |bytes| bytes[141] ^= 1, "BadSignature"),
		altered("expires later", |bytes| bytes[155] ^= 1, "BadSignature"),
		altered("signature's point altered", |bytes| bytes[STATEMENT_LEN] ^= 1, "BadSignature"),
		altered("signature's scalar altered", |bytes| bytes[STATEMENT_LEN + 32] ^= 1, "BadSignature"),
		altered("signature's scalar not reduced", unreduce, "BadSignature"),
		altered("no signature", |bytes| bytes[STATEMENT_LEN..].fill(0), "BadSignature"),
	]
}

/// Valid permits shown to a device that requires possession.
fn possession() -> Vec<Case> {
	let good = permit();
	let other = Permit { booking: 1, ..good };
	let bearer = Permit { holder: BEARER, ..good };
	let proof = prove(&good, &CHALLENGE, &HOLDER);
	let mut altered_proof = proof;
	altered_proof[0] ^= 1;
	vec![
		held(sealed("shown by its holder", good, NOON, "Open"), &proof),
		held(sealed("shown by somebody else", good, NOON, "NotHolder"), &prove(&good, &CHALLENGE, &STRANGER)),
		held(sealed("proof of another challenge", good, NOON, "NotHolder"), &prove(&good, &[0xac; 32], &HOLDER)),
		held(sealed("proof of another permit", good, NOON, "NotHolder"), &prove(&other, &CHALLENGE, &HOLDER)),
		held(sealed("proof altered", good, NOON, "NotHolder"), &altered_proof),
		held(sealed("a bearer permit, with a proof", bearer, NOON, "Bearer"), &prove(&bearer, &CHALLENGE, &HOLDER)),
		held(sealed("its holder, too late", good, UNTIL + TOLERANCE, "Over"), &proof),
	]
}

fn bytes<const N: usize>(text: &str) -> [u8; N] {
	hex::decode(text).expect("hex").try_into().expect("the right length")
}

/// Permits that only a lax device opens.
fn forgeries() -> Vec<Case> {
	let held_by = |&(name, holder, challenge, proof, result): &(&'static str, &str, u8, &str, &'static str)| {
		let permit = Permit { holder: bytes(holder), ..permit() };
		let possession = Possession { challenge: hex::encode([challenge; 32]), proof: proof.into() };
		Case { possession: Some(possession), lax: result != "Open", ..sealed(name, permit, NOON, result) }
	};
	let signed = |&(name, signature): &(&'static str, &str)| {
		let permit = permit().with_signature(&bytes(signature));
		Case { lax: true, ..raw(name, &permit, NOON, "BadSignature") }
	};
	forgeries::PROOFS.iter().map(held_by).chain(forgeries::SIGNATURES.iter().map(signed)).collect()
}

/// Proofs of another length than a signature's.
fn lengths() -> Vec<Case> {
	let good = permit();
	let proof = hex::encode(prove(&good, &CHALLENGE, &HOLDER));
	let shown = |name, proof: String| {
		let possession = Possession { challenge: hex::encode(CHALLENGE), proof };
		Case { possession: Some(possession), ..sealed(name, good, NOON, "NotHolder") }
	};
	vec![
		shown("proof of no bytes", String::new()),
		shown("proof a byte too short", proof[2..].into()),
		shown("proof a byte too long", proof + "00"),
	]
}

fn settings() -> Vec<Setting> {
	let setting = |&(name, issuer, tolerance, result): &(&'static str, &str, u64, &'static str)| Setting {
		name,
		issuer: issuer.into(),
		tolerance: tolerance.to_string(),
		result,
	};
	forgeries::SETTINGS.iter().map(setting).collect()
}

fn main() {
	let vectors = Vectors {
		version: VERSION,
		chain: hex::encode(CHAIN),
		resource: RESOURCE,
		issuer: pair(&ISSUER),
		stranger: pair(&STRANGER),
		holder: pair(&HOLDER),
		cases: [statements(), alterations(), possession(), forgeries(), lengths()].into_iter().flatten().collect(),
		settings: settings(),
	};
	println!("{}", serde_json::to_string_pretty(&vectors).expect("the vectors serialise"));
}
