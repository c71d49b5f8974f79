// SPDX-License-Identifier: Apache-2.0

// The code on a claim ticket gives the same key here as in the node that printed it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { u8aToHex } from '@polkadot/util';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { ticketPair } from '../support/tickets.js';

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
