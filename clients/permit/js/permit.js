// SPDX-License-Identifier: Apache-2.0

// Permits in JavaScript, for issuers and devices. clients/permit/src/lib.rs documents the layout and the order of the
// checks. Bytes are Uint8Array; bookings and moments (ms since 1970, UTC) are BigInt.

import { ed25519PairFromSeed, ed25519Sign } from '@polkadot/util-crypto';
import { isStrongKey, verifyStrictly } from './strict.js';

/**
 * @typedef {object} Permit Permission to use one resource during one booking.
 * @property {Uint8Array} chain
 * @property {number} resource
 * @property {bigint} booking
 * @property {Uint8Array} account
 * @property {Uint8Array} holder
 * @property {bigint} from
 * @property {bigint} until
 * @property {bigint} issued
 * @property {bigint} expires
 *
 * @typedef {object} Device The settings of a device.
 * @property {Uint8Array} chain
 * @property {number} resource
 * @property {Uint8Array} issuer
 * @property {bigint} tolerance Tolerance for its clock, in milliseconds.
 *
 * @typedef {{ challenge: Uint8Array, proof: Uint8Array }} Possession
 *
 * @typedef {'Malformed' | 'WrongVersion' | 'WrongChain' | 'OtherResource' | 'BadSignature' | 'NotYet' | 'Over' | 'Expired'
 *   | 'Bearer' | 'NotHolder'} Refusal
 */

const TAG = Buffer.from('linli:use-permit');
const HOLDER_TAG = Buffer.from('linli:use-holder');
const VERSION = 1;
const STATEMENT_LEN = 157;
const PERMIT_LEN = STATEMENT_LEN + 64;

/** Maximum tolerance for a device's clock, in ms. */
export const MAX_TOLERANCE = 300_000n;

/** The holder of a bearer permit, of which possession cannot be proved. */
export const BEARER = new Uint8Array(32);

/** @type {(a: bigint, b: bigint) => bigint} */
const later = (a, b) => (a >= b ? a : b);
/** @type {(a: bigint, b: bigint) => bigint} */
const earlier = (a, b) => (a <= b ? a : b);
/** @param {Permit} permit */
const usable = ({ from, until, issued, expires }) => later(from, issued) < earlier(until, expires);
/** @type {(a: Uint8Array, b: Uint8Array) => boolean} */
const same = (a, b) => Buffer.compare(a, b) === 0;

/** @type {(value: Uint8Array, length: number) => Buffer} */
function wide(value, length) {
	const bytes = Buffer.from(value);
	if (bytes.length !== length) {
		throw new RangeError(`expected ${length} bytes, not ${bytes.length}`);
	}
	return bytes;
}

/** @param {number} value */
function u32(value) {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

/** @param {bigint} value */
function u64(value) {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64LE(value);
	return bytes;
}

/**
 * The bytes that the issuer signs.
 * @param {Permit} permit
 */
export function statement(permit) {
	return Buffer.concat([
		TAG,
		Buffer.of(VERSION),
		wide(permit.chain, 32),
		u32(permit.resource),
		u64(permit.booking),
		wide(permit.account, 32),
		wide(permit.holder, 32),
		u64(permit.from),
		u64(permit.until),
		u64(permit.issued),
		u64(permit.expires),
	]);
}

/**
 * The bytes that the holder signs to prove possession.
 * @type {(permit: Permit, challenge: Uint8Array) => Buffer}
 */
export const possessionMessage = (permit, challenge) =>
	Buffer.concat([HOLDER_TAG, statement(permit), wide(challenge, 32)]);

/** @type {(message: Uint8Array, seed: Uint8Array) => Uint8Array} */
const sign = (message, seed) => ed25519Sign(message, ed25519PairFromSeed(seed));

/**
 * The public key of a seed.
 * @param {Uint8Array} seed
 */
export const publicKey = (seed) => ed25519PairFromSeed(seed).publicKey;

/**
 * Signs a permit as the issuer.
 * @param {Permit} permit
 * @param {Uint8Array} seed
 */
export function seal(permit, seed) {
	if (!usable(permit)) {
		throw new RangeError('valid at no moment: it must begin and be issued before it ends and expires');
	}
	const signed = statement(permit);
	return Buffer.concat([signed, sign(signed, seed)]);
}

/**
 * The holder's proof of possession.
 * @type {(permit: Permit, challenge: Uint8Array, seed: Uint8Array) => Uint8Array}
 */
export const prove = (permit, challenge, seed) => sign(possessionMessage(permit, challenge), seed);

/**
 * Decodes a permit without verifying its signature.
 * @param {Uint8Array} bytes
 * @returns {{ permit: Permit, signature: Uint8Array, refused?: undefined } | { refused: Refusal }}
 */
export function read(bytes) {
	const all = Buffer.from(bytes);
	if (all.length <= TAG.length || !same(all.subarray(0, TAG.length), TAG)) {
		return { refused: 'Malformed' };
	}
	if (all[TAG.length] !== VERSION) {
		return { refused: 'WrongVersion' };
	}
	if (all.length !== PERMIT_LEN) {
		return { refused: 'Malformed' };
	}
	const permit = {
		chain: all.subarray(17, 49),
		resource: all.readUInt32LE(49),
		booking: all.readBigUInt64LE(53),
		account: all.subarray(61, 93),
		holder: all.subarray(93, 125),
		from: all.readBigUInt64LE(125),
		until: all.readBigUInt64LE(133),
		issued: all.readBigUInt64LE(141),
		expires: all.readBigUInt64LE(149),
	};
	return usable(permit) ? { permit, signature: all.subarray(STATEMENT_LEN) } : { refused: 'Malformed' };
}

/**
 * Throws a sentence if a setting of the device is not valid. A device checks its settings once, when it is installed.
 * @param {Device} device
 */
export function checkDevice({ chain, issuer, tolerance }) {
	wide(chain, 32);
	if (tolerance < 0n || tolerance > MAX_TOLERANCE) {
		throw new RangeError("the tolerance is too large: pass at most 300,000 ms and set the device's clock");
	}
	if (!isStrongKey(issuer)) {
		throw new RangeError("the issuer's key is invalid: pass the 32 bytes of its ed25519 public key");
	}
}

/**
 * The answer of a device: `Open`, or the name of the refusal.
 * @param {Device} device
 * @param {Uint8Array} bytes
 * @param {bigint} now
 * @param {Possession} [possession] If the device requires proof of possession.
 * @returns {'Open' | Refusal}
 * @throws {RangeError} If a setting of the device is not valid, or its challenge is not of 32 bytes.
 */
export function verify(device, bytes, now, possession) {
	checkDevice(device);
	const found = read(bytes);
	if (found.refused) {
		return found.refused;
	}
	const { permit, signature } = found;
	if (!same(permit.chain, device.chain)) {
		return 'WrongChain';
	}
	if (permit.resource !== device.resource) {
		return 'OtherResource';
	}
	if (!verifyStrictly(statement(permit), signature, device.issuer)) {
		return 'BadSignature';
	}
	if (later(permit.from, permit.issued) > now + device.tolerance) {
		return 'NotYet';
	}
	if (now >= permit.until + device.tolerance) {
		return 'Over';
	}
	if (now >= permit.expires + device.tolerance) {
		return 'Expired';
	}
	if (!possession) {
		return 'Open';
	}
	if (same(permit.holder, BEARER)) {
		return 'Bearer';
	}
	const message = possessionMessage(permit, possession.challenge);
	return verifyStrictly(message, possession.proof, permit.holder) ? 'Open' : 'NotHolder';
}
