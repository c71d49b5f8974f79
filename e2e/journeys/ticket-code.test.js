// SPDX-License-Identifier: Apache-2.0

// The code on a claim ticket gives the same key here as in the node that printed it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { u8aToHex } from '@polkadot/util';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { secondFactorPair, ticketPair } from '../support/tickets.js';

const CODE = 'linli1qqqsyqcyq5rqwzqfpg9scrgwpup76p0c';
const KEY = '0x4e3c73846d9569be87d793f73fb8811011677cdd03e21375ccda4c46cd761351';

before(() => cryptoWaitReady());

test('a code is read, in capitals too', () => {
	assert.equal(u8aToHex(ticketPair(CODE).publicKey), KEY);
	assert.equal(u8aToHex(ticketPair(` ${CODE.toUpperCase()}\n`).publicKey), KEY);
});

test('a slip of the pen is noticed', () => {
	const slip = `${CODE.slice(0, -1)}q`;
	assert.throws(() => ticketPair(slip), /checksum/i);
});

test('a second factor gives the same key here as in the node', () => {
	const key = '0x80116a9c90f5c86e95f2f0c99076f833aa511ec31d7571203ecb68d461a38b11';
	for (const code of ['K7QD2-9XM4T', ' k7qd2 9xm4t\n', 'K7QD29XM4T']) {
		assert.equal(u8aToHex(secondFactorPair(ticketPair(CODE), code).publicKey), key);
	}
	const ambiguous = secondFactorPair(ticketPair(CODE), 'OIL00-00000').publicKey;
	assert.deepEqual(ambiguous, secondFactorPair(ticketPair(CODE), '01100-00000').publicKey);
	for (const slip of ['', 'K7QD2-9XM4', 'K7QD2-9XM4TT', 'K7QD2-9XM4U']) {
		assert.throws(() => secondFactorPair(ticketPair(CODE), slip), /ten letters and digits/);
	}
});
