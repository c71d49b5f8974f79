// SPDX-License-Identifier: Apache-2.0

// Permits in JavaScript: what an issuer needs to sign one, and a device to check it. The layout, and why each check stands where it
// does, is in clients/permit/src/lib.rs. Bytes are Uint8Array; booking and moments (ms since 1970, UTC) are BigInt.

import { ed25519PairFromSeed, ed25519Sign, ed25519Verify } from '@polkadot/util-crypto';

const TAG = Buffer.from('linli:use-permit');
const HOLDER_TAG = Buffer.from('linli:use-holder');
const VERSION = 1;
const STATEMENT_LEN = 157;
const PERMIT_LEN = STATEMENT_LEN + 64;

/** The holder of a permit for which nobody can prove possession. */
export const BEARER = new Uint8Array(32);

const later = (a, b) => (a >= b ? a : b);
const earlier = (a, b) => (a <= b ? a : b);
const usable = ({ from, until, issued, expires }) => later(from, issued) < earlier(until, expires);
const same = (a, b) => Buffer.compare(a, b) === 0;

function wide(value, length) {
	const bytes = Buffer.from(value);
	if (bytes.length !== length) {
		throw new RangeError(`${bytes.length} bytes in place of ${length}`);
	}
	return bytes;
}

function integer(value, length) {
	const bytes = Buffer.alloc(length);
	if (length === 4) {
		bytes.writeUInt32LE(value);
	} else {
		bytes.writeBigUInt64LE(value);
	}
	return bytes;
}

/** What the issuer signs. */
export function statement(permit) {
	return Buffer.concat([
		TAG,
		Buffer.of(VERSION),
		wide(permit.chain, 32),
		integer(permit.resource, 4),
		integer(permit.booking, 8),
		wide(permit.account, 32),
		wide(permit.holder, 32),
		integer(permit.from, 8),
		integer(permit.until, 8),
		integer(permit.issued, 8),
		integer(permit.expires, 8),
	]);
}

/** What the holder signs. */
export const possessionMessage = (permit, challenge) =>
	Buffer.concat([HOLDER_TAG, statement(permit), wide(challenge, 32)]);

const sign = (message, seed) => ed25519Sign(message, ed25519PairFromSeed(seed));

/** A permit, signed by the issuer. */
export function seal(permit, seed) {
	if (!usable(permit)) {
		throw new RangeError('good at no moment: let it begin and be issued before it is over and expires');
	}
	const signed = statement(permit);
	return Buffer.concat([signed, sign(signed, seed)]);
}

/** The holder's proof of possession. */
export const prove = (permit, challenge, seed) => sign(possessionMessage(permit, challenge), seed);

/** Takes a permit apart, `{ permit, signature }`, or says why not: `{ refused }`. */
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
 * What a device `{ chain, resource, issuer, tolerance }` answers: `Open`, or the name of the refusal. `possession` is
 * `{ challenge, proof }` where it asks who shows the permit. The device's issuer key is taken to be a sound one.
 */
export function verify(device, bytes, now, possession) {
	const { refused, permit, signature } = read(bytes);
	if (refused) {
		return refused;
	}
	if (!same(permit.chain, device.chain)) {
		return 'WrongChain';
	}
	if (permit.resource !== device.resource) {
		return 'OtherResource';
	}
	if (!ed25519Verify(statement(permit), signature, device.issuer)) {
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
	return ed25519Verify(message, possession.proof, permit.holder) ? 'Open' : 'NotHolder';
}
