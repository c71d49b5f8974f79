// SPDX-License-Identifier: Apache-2.0

// Rust and JavaScript agree on every test vector. `node --test clients/permit/js/`.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { BEARER, checkDevice, possessionMessage, prove, read, seal, statement, verify } from './permit.js';

const vectors = JSON.parse(readFileSync(new URL('../vectors/permits.json', import.meta.url), 'utf8'));
const hex = (/** @type {string} */ text) => Buffer.from(text, 'hex');
const seedOf = (/** @type {string} */ who) => hex(vectors[who].seed);

/** @param {string} tolerance */
function device(tolerance) {
	const { chain, resource, issuer } = vectors;
	return { chain: hex(chain), resource, issuer: hex(issuer.public), tolerance: BigInt(tolerance) };
}

/**
 * @param {Record<string, any>} fields Fields of a test vector.
 * @returns {import('./permit.js').Permit}
 */
const permitOf = (fields) => ({
	chain: hex(fields.chain),
	resource: fields.resource,
	booking: BigInt(fields.booking),
	account: hex(fields.account),
	holder: hex(fields.holder),
	from: BigInt(fields.from),
	until: BigInt(fields.until),
	issued: BigInt(fields.issued),
	expires: BigInt(fields.expires),
});

for (const { name, fields, permit, tolerance, now, possession, result } of vectors.cases) {
	test(name, () => {
		const held = possession && { challenge: hex(possession.challenge), proof: hex(possession.proof) };
		assert.equal(verify(device(tolerance), hex(permit), BigInt(now), held), result);
		if (fields) {
			assert.equal(seal(permitOf(fields), seedOf(fields.signer)).toString('hex'), permit);
			const found = read(hex(permit));
			assert.ok(!found.refused);
			assert.deepEqual(found.permit, permitOf(fields));
		}
		if (held && result === 'Open' && fields.holder === vectors.holder.public) {
			const proof = prove(permitOf(fields), held.challenge, seedOf('holder'));
			assert.equal(Buffer.from(proof).toString('hex'), possession.proof);
		}
	});
}

for (const { name, issuer, tolerance, result } of vectors.settings) {
	test(`setting: ${name}`, () => {
		const check = () => checkDevice({ ...device(tolerance), issuer: hex(issuer) });
		if (result === 'Valid') {
			check();
		} else {
			assert.throws(check, result === 'Issuer' ? /issuer's key is invalid/ : /tolerance is too large/);
		}
	});
}

/**
 * A verifier that multiplies by the cofactor and takes any form of a point.
 * @type {(message: Uint8Array, signature: Uint8Array, key: Uint8Array) => boolean}
 */
function verifyLaxly(message, signature, key) {
	const { Point } = ed25519;
	const number = (/** @type {Uint8Array} */ bytes) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
	const point = (/** @type {Uint8Array} */ bytes) => Point.fromBytes(Uint8Array.from(bytes), true);
	const [commitment, scalar] = [signature.subarray(0, 32), number(signature.subarray(32))];
	const digest = createHash('sha512').update(commitment).update(key).update(message).digest();
	const product = point(key).multiplyUnsafe(number(digest) % Point.Fn.ORDER);
	return Point.BASE.multiplyUnsafe(scalar).subtract(point(commitment)).subtract(product).clearCofactor().is0();
}

test('what is marked as such opens a device that is not strict', () => {
	const marked = vectors.cases.filter((/** @type {{ lax?: boolean }} */ { lax }) => lax);
	assert.ok(marked.length > 20);
	for (const { name, permit, possession } of marked) {
		const found = read(hex(permit));
		assert.ok(!found.refused);
		const opens = possession
			? verifyLaxly(
					possessionMessage(found.permit, hex(possession.challenge)),
					hex(possession.proof),
					found.permit.holder,
				)
			: verifyLaxly(statement(found.permit), found.signature, hex(vectors.issuer.public));
		assert.ok(opens, name);
	}
});

test('a challenge of another length is an error of the device', () => {
	const { permit, tolerance, now, possession } = vectors.cases.find(
		(/** @type {{ name: string }} */ { name }) => name === 'shown by its holder',
	);
	const held = { challenge: hex(possession.challenge).subarray(1), proof: hex(possession.proof) };
	assert.throws(() => verify(device(tolerance), hex(permit), BigInt(now), held), /expected 32 bytes, not 31/);
});

test('any altered byte is refused', () => {
	const { permit, tolerance, now, result } = vectors.cases[0];
	assert.equal(result, 'Open');
	for (let byte = 0; byte < permit.length / 2; byte += 1) {
		const altered = hex(permit);
		altered[byte] ^= 1 + (byte % 255);
		assert.notEqual(verify(device(tolerance), altered, BigInt(now)), 'Open', `byte ${byte}`);
	}
});

test('an invalid permit is not signed', () => {
	const fields = permitOf(vectors.cases[0].fields);
	const issuer = seedOf('issuer');
	assert.throws(() => seal({ ...fields, until: fields.from }, issuer), /valid at no moment/);
	assert.throws(() => seal({ ...fields, account: fields.account.subarray(1) }, issuer), /expected 32 bytes, not 31/);
	assert.throws(() => seal({ ...fields, booking: -1n }, issuer), RangeError);
	assert.throws(() => seal({ ...fields, resource: 2 ** 32 }, issuer), RangeError);
	assert.equal(BEARER.length, 32);
});
