// SPDX-License-Identifier: Apache-2.0

// Ed25519 as strictly as the device in Rust verifies it (`verify_strict` of ed25519-dalek). Libraries differ on what
// RFC 8032 leaves open: util-crypto accepts keys of small order, for which anyone can sign, and @noble/curves multiplies
// by the cofactor, so that it accepts signatures that a device refuses. Here the equation is checked without it.

import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;
const KEY_LEN = 32;
const SIGNATURE_LEN = 64;

/** @param {Uint8Array} bytes */
const littleEndian = (bytes) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);

/**
 * The point of a key: 32 bytes in canonical form, and not of small order. `undefined` for any other.
 * @param {Uint8Array} key
 */
function pointOf(key) {
	if (key.length !== KEY_LEN) {
		return undefined;
	}
	try {
		// The second argument accepts forms that are not canonical.
		const point = Point.fromBytes(Uint8Array.from(key), false);
		return point.isSmallOrder() ? undefined : point;
	} catch {
		return undefined;
	}
}

/**
 * Whether only the owner of a secret can sign for the key.
 * @param {Uint8Array} key
 */
export const isStrongKey = (key) => pointOf(key) !== undefined;

/**
 * Whether the key signed the message: scalar and points canonical, none of them of small order.
 * @type {(message: Uint8Array, signature: Uint8Array, key: Uint8Array) => boolean}
 */
export function verifyStrictly(message, signature, key) {
	const point = pointOf(key);
	if (!point || signature.length !== SIGNATURE_LEN) {
		return false;
	}
	const [commitment, scalar] = [signature.subarray(0, KEY_LEN), littleEndian(signature.subarray(KEY_LEN))];
	if (scalar >= ORDER) {
		return false;
	}
	const digest = createHash('sha512').update(commitment).update(key).update(message).digest();
	const challenge = littleEndian(digest) % ORDER;
	const expected = Point.BASE.multiplyUnsafe(scalar).subtract(point.multiplyUnsafe(challenge));
	return !expected.isSmallOrder() && Buffer.compare(expected.toBytes(), commitment) === 0;
}
