// SPDX-License-Identifier: Apache-2.0

//! Layout, settings, and the order of refusals.

use codec::Encode;
use linli_permit::{
	possession_message, prove, public_key, seal, BadSetting, Device, Permit, Refusal, Unusable, BEARER, HOLDER_TAG,
	MAX_TOLERANCE, PERMIT_LEN, POSSESSION_LEN, STATEMENT_LEN, TAG, VERSION,
};

const ISSUER: [u8; 32] = [1; 32];
const HOLDER: [u8; 32] = [2; 32];

fn permit() -> Permit {
	Permit {
		chain: [3; 32],
		resource: 0x0102_0304,
		booking: 0x1112_1314_1516_1718,
		account: [6; 32],
		holder: public_key(&HOLDER),
		from: 1_000_000,
		until: 2_000_000,
		issued: 900_000,
		expires: 1_900_000,
	}
}

fn device(tolerance: u64) -> Device {
	Device::new([3; 32], 0x0102_0304, &public_key(&ISSUER), tolerance).unwrap()
}

fn answer(permit: Permit, now: u64) -> Result<Permit, Refusal> {
	device(0).verify(&seal(&permit, &ISSUER).unwrap(), now)
}

#[test]
fn the_layout_is_the_scale_encoding() {
	let permit = permit();
	let times = (permit.from, permit.until, permit.issued, permit.expires);
	let names = (permit.resource, permit.booking, permit.account, permit.holder);
	let scale = (TAG, VERSION, permit.chain, names, times).encode();
	assert_eq!(permit.statement().as_slice(), scale);
	assert_eq!((scale.len(), PERMIT_LEN, POSSESSION_LEN), (STATEMENT_LEN, 221, 205));
	assert_eq!(permit.with_signature(&[9; 64]).as_slice(), (permit.statement(), [9u8; 64]).encode());
	let possession = (HOLDER_TAG, permit.statement(), [8u8; 32]).encode();
	assert_eq!(possession_message(&permit, &[8; 32]).as_slice(), possession);
}

#[test]
fn a_written_permit_is_read_back() {
	assert_eq!(Permit::read(&permit().with_signature(&[9; 64])), Ok((permit(), [9; 64])));
}

#[test]
fn both_ends_of_the_booking_are_exact_without_a_tolerance() {
	let permit = Permit { expires: u64::MAX, ..permit() };
	assert_eq!(answer(permit, 999_999), Err(Refusal::NotYet));
	assert_eq!(answer(permit, 1_000_000), Ok(permit));
	assert_eq!(answer(permit, 1_999_999), Ok(permit));
	assert_eq!(answer(permit, 2_000_000), Err(Refusal::Over));
}

#[test]
fn a_permit_expires_even_if_the_booking_continues() {
	assert_eq!(answer(permit(), 1_899_999), Ok(permit()));
	assert_eq!(answer(permit(), 1_900_000), Err(Refusal::Expired));
}

#[test]
fn the_tolerance_is_granted_at_both_ends() {
	let (device, bytes) = (device(MAX_TOLERANCE), seal(&permit(), &ISSUER).unwrap());
	assert_eq!(device.verify(&bytes, 699_999), Err(Refusal::NotYet));
	assert_eq!(device.verify(&bytes, 700_000), Ok(permit()));
	assert_eq!(device.verify(&bytes, 2_199_999), Ok(permit()));
	assert_eq!(device.verify(&bytes, 2_200_000), Err(Refusal::Expired));
	assert_eq!(device.verify(&bytes, u64::MAX), Err(Refusal::Over));
}

#[test]
fn times_are_checked_after_the_signature() {
	let strange = seal(&permit(), &HOLDER).unwrap();
	for now in [0, 1_500_000, 5_000_000] {
		assert_eq!(device(0).verify(&strange, now), Err(Refusal::BadSignature));
	}
}

#[test]
fn chain_and_resource_are_checked_before_the_signature() {
	for seed in [ISSUER, HOLDER] {
		let elsewhere = seal(&Permit { chain: [4; 32], resource: 5, ..permit() }, &seed).unwrap();
		assert_eq!(device(0).verify(&elsewhere, 0), Err(Refusal::WrongChain));
		let other = seal(&Permit { resource: 5, ..permit() }, &seed).unwrap();
		assert_eq!(device(0).verify(&other, 0), Err(Refusal::OtherResource));
	}
}

#[test]
fn a_permit_valid_at_no_moment_is_neither_sealed_nor_read() {
	let good = permit();
	for unusable in [
		Permit { until: good.from, ..good },
		Permit { expires: good.issued, ..good },
		Permit { expires: good.from, ..good },
		Permit { issued: good.until, expires: u64::MAX, ..good },
	] {
		assert_eq!(seal(&unusable, &ISSUER), Err(Unusable));
		assert_eq!(Permit::read(&unusable.with_signature(&[9; 64])), Err(Refusal::Malformed));
	}
}

#[test]
fn possession_is_checked_last() {
	let (permit, challenge) = (permit(), [8; 32]);
	let (bytes, proof) = (seal(&permit, &ISSUER).unwrap(), prove(&permit, &challenge, &HOLDER));
	let device = device(0);
	assert_eq!(device.verify_held(&bytes, 1_500_000, &challenge, &proof), Ok(permit));
	assert_eq!(device.verify_held(&bytes, 1_500_000, &[9; 32], &proof), Err(Refusal::NotHolder));
	assert_eq!(device.verify_held(&bytes, 5_000_000, &[9; 32], &proof), Err(Refusal::Over));
	let bearer = Permit { holder: BEARER, ..permit };
	let bytes = seal(&bearer, &ISSUER).unwrap();
	assert_eq!(device.verify_held(&bytes, 1_500_000, &challenge, &proof), Err(Refusal::Bearer));
}

/// Anyone can sign for a key of small order: the point of order one, or the unset issuer, which has order four.
#[test]
fn weak_keys_are_refused() {
	let mut one = [0; 32];
	one[0] = 1;
	let no_point = [2; 32];
	for key in [BEARER, one, no_point] {
		assert_eq!(Device::new([3; 32], 1, &key, 0).unwrap_err(), BadSetting::Issuer);
		let permit = Permit { holder: key, ..permit() };
		let bytes = seal(&permit, &ISSUER).unwrap();
		let mut free = [0; 64];
		free[0] = 1;
		assert!(device(0).verify_held(&bytes, 1_500_000, &[8; 32], &free).is_err());
	}
}

#[test]
fn a_tolerance_has_a_limit() {
	let key = public_key(&ISSUER);
	assert!(Device::new([3; 32], 1, &key, MAX_TOLERANCE).is_ok());
	assert_eq!(Device::new([3; 32], 1, &key, MAX_TOLERANCE + 1).unwrap_err(), BadSetting::Tolerance);
	assert!(BadSetting::Tolerance.to_string().contains("300,000"));
}
