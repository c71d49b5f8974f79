// SPDX-License-Identifier: Apache-2.0

// A client that brings no types of its own understands everything that the chain says.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fieldsOf, flatten, readCause } from '@linli/books/cause-fields.js';
import { causeText, kindText, LANGUAGES, withoutWords } from '@linli/books/causes.js';
import { readCauseKinds } from '@linli/books/chain.js';
import { newBlock } from '../support/clock.js';
import {
	decodeEveryCall,
	decodeEveryError,
	decodeEveryEvent,
	decodeEveryStorageItem,
	everyCause,
} from '../support/decode.js';
import { startNode } from '../support/node.js';

const OURS = [
	'registry',
	'fund',
	'cashier',
	'fees',
	'governance',
	'committee',
	'repair',
	'expenses',
	'projects',
	'sharing',
];

let node;
let api;

before(async () => {
	node = await startNode('--dev', '--sealing', 'manual');
	api = await node.connect();
	await newBlock(api, 2);
});

after(() => node?.stop());

test('every call', () => {
	const count = decodeEveryCall(api);
	assert.ok(count > 60, `only ${count} calls`);
	for (const pallet of OURS) {
		assert.ok(Object.keys(api.tx[pallet]).length > 0, pallet);
	}
});

test('every event', () => {
	const count = decodeEveryEvent(api);
	assert.ok(count > 40, `only ${count} events`);
});

test('every error, and ours say what to do', () => {
	const count = decodeEveryError(api, OURS);
	assert.ok(count > 40, `only ${count} errors`);
});

test('every storage item, with what is in it', async () => {
	const count = await decodeEveryStorageItem(api);
	assert.ok(count > 40, `only ${count} storage items`);
});

test('every cause of an entry has words in each language, and each of its fields a column', () => {
	const columns = readCauseKinds(api);
	const kinds = everyCause(api, (decoded) => {
		const cause = readCause(decoded);
		assert.deepEqual([...flatten(cause).keys()], columns.get(cause.kind), cause.kind);
		for (const language of LANGUAGES) {
			for (const isIn of [true, false]) {
				assert.doesNotMatch(causeText(cause, isIn, language), /[{}]|undefined|null|NaN/);
				assert.notEqual(kindText(cause.kind, isIn, language), '');
			}
		}
	});
	assert.deepEqual([...columns.keys()], kinds);
	assert.deepEqual(withoutWords(kinds), []);
	for (const field of ['booking', 'expense', 'pot', 'project', 'reference']) {
		assert.ok(fieldsOf(columns).includes(field), `no cause names a ${field}`);
	}
});

test('the runtime APIs that clients ask', () => {
	for (const pallet of OURS) {
		assert.ok(Object.keys(api.call[`${pallet}Api`] ?? {}).length > 0, `${pallet}Api is missing`);
	}
});

test('every block with its transactions', async () => {
	const head = (await api.rpc.chain.getHeader()).number.toNumber();
	for (let number = 0; number <= head; number += 1) {
		const { block } = await api.rpc.chain.getBlock(await api.rpc.chain.getBlockHash(number));
		for (const extrinsic of block.extrinsics) {
			assert.ok(extrinsic.method.section);
		}
	}
});
