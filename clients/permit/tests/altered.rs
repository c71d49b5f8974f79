// SPDX-License-Identifier: Apache-2.0

//! A permit altered after signing opens nothing.

use linli_permit::{prove, public_key, seal, Device, Permit, Refusal, PERMIT_LEN, SIGNATURE_LEN};
use proptest::prelude::*;

const ISSUER: [u8; 32] = [1; 32];
const HOLDER: [u8; 32] = [2; 32];

prop_compose! {
	/// Any permit that can be issued, and a moment at which it is valid.
	fn permits()(
		chain: [u8; 32],
		resource: u32,
		booking: u64,
		account: [u8; 32],
		now in 0..u64::MAX,
		before in any::<[u64; 2]>(),
		after in any::<[u64; 2]>(),
	) -> (Permit, u64) {
		let [from, issued] = before.map(|back| now.saturating_sub(back));
		let [until, expires] = after.map(|ahead| now.saturating_add(ahead.max(1)));
		let holder = public_key(&HOLDER);
		(Permit { chain, resource, booking, account, holder, from, until, issued, expires }, now)
	}
}

fn device(permit: &Permit) -> Device {
	Device::new(permit.chain, permit.resource, &public_key(&ISSUER), 0).unwrap()
}

/// Alters every byte of one permit, one at a time.
#[test]
fn no_byte_can_be_altered() {
	let permit = Permit {
		chain: [3; 32],
		resource: 4,
		booking: 5,
		account: [6; 32],
		holder: public_key(&HOLDER),
		from: 1_000_000,
		until: 2_000_000,
		issued: 900_000,
		expires: 2_100_000,
	};
	let (device, sealed) = (device(&permit), seal(&permit, &ISSUER).unwrap());
	assert_eq!(device.verify(&sealed, 1_500_000), Ok(permit));
	for byte in 0..PERMIT_LEN {
		let mut altered = sealed;
		altered[byte] ^= 1 << (byte % 8);
		assert!(device.verify(&altered, 1_500_000).is_err(), "byte {byte}");
	}
}

proptest! {
	// A signature takes about 10 ms in debug builds.
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn a_sealed_permit_opens_and_is_returned((permit, now) in permits(), challenge: [u8; 32]) {
		let sealed = seal(&permit, &ISSUER).unwrap();
		prop_assert_eq!(device(&permit).verify(&sealed, now), Ok(permit));
		let proof = prove(&permit, &challenge, &HOLDER);
		prop_assert_eq!(device(&permit).verify_held(&sealed, now, &challenge, &proof), Ok(permit));
	}

	#[test]
	fn an_altered_byte_is_refused((permit, now) in permits(), byte in 0..PERMIT_LEN, turn in 1..=u8::MAX) {
		let mut altered = seal(&permit, &ISSUER).unwrap();
		altered[byte] ^= turn;
		let refusal = device(&permit).verify(&altered, now).unwrap_err();
		let expected: &[Refusal] = match byte {
			..16 => &[Refusal::Malformed],
			16 => &[Refusal::WrongVersion],
			17..49 => &[Refusal::WrongChain],
			49..53 => &[Refusal::OtherResource],
			// An altered time can make the permit valid at no moment.
			125..157 => &[Refusal::BadSignature, Refusal::Malformed],
			_ => &[Refusal::BadSignature],
		};
		prop_assert!(expected.contains(&refusal), "{:?} for byte {}", refusal, byte);
	}

	#[test]
	fn an_altered_proof_or_challenge_is_refused(
		(permit, now) in permits(),
		challenge: [u8; 32],
		byte in 0..SIGNATURE_LEN + 32,
		turn in 1..=u8::MAX,
	) {
		let sealed = seal(&permit, &ISSUER).unwrap();
		let (mut proof, mut shown) = (prove(&permit, &challenge, &HOLDER), challenge);
		match byte.checked_sub(SIGNATURE_LEN) {
			Some(byte) => shown[byte] ^= turn,
			None => proof[byte] ^= turn,
		}
		prop_assert_eq!(device(&permit).verify_held(&sealed, now, &shown, &proof), Err(Refusal::NotHolder));
	}

	#[test]
	fn other_lengths_are_refused((permit, now) in permits(), length in 0..PERMIT_LEN, more in 1..64usize) {
		let sealed = seal(&permit, &ISSUER).unwrap();
		prop_assert_eq!(device(&permit).verify(&sealed[..length], now), Err(Refusal::Malformed));
		let longer = [sealed.as_slice(), &vec![0; more]].concat();
		prop_assert_eq!(device(&permit).verify(&longer, now), Err(Refusal::Malformed));
	}

	#[test]
	fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), now: u64) {
		let device = Device::new([0; 32], 0, &public_key(&ISSUER), 0).unwrap();
		prop_assert!(device.verify(&bytes, now).is_err());
		// Also with a valid tag and version.
		let headed = [b"linli:use-permit\x01".as_slice(), &bytes].concat();
		prop_assert!(device.verify(&headed, now).is_err());
	}

	#[test]
	fn times_are_judged_as_by_a_simple_model((permit, _) in permits(), now: u64, tolerance in 0..=300_000u64) {
		let device = Device::new(permit.chain, permit.resource, &public_key(&ISSUER), tolerance).unwrap();
		let [from, until, issued, expires, at, slack] =
			[permit.from, permit.until, permit.issued, permit.expires, now, tolerance].map(i128::from);
		let expected = if at + slack < from || at + slack < issued {
			Err(Refusal::NotYet)
		} else if at - slack >= until {
			Err(Refusal::Over)
		} else if at - slack >= expires {
			Err(Refusal::Expired)
		} else {
			Ok(permit)
		};
		prop_assert_eq!(device.verify(&seal(&permit, &ISSUER).unwrap(), now), expected);
	}
}
