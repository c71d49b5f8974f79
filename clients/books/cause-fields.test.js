// SPDX-License-Identifier: Apache-2.0

// No part of a cause is lost, whatever causes a runtime defines: columns follow from the metadata, and a field without
// a column or a kind without words is detected. e2e/journeys/decode.test.js checks that all kinds of the real chain
// have words.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf, flatten, kindsOf } from './cause-fields.js';
import { causeText, kindText, LANGUAGES, withoutWords } from './causes.js';
import { parseCsv } from './csv.js';
import { columnsFor } from './format.js';
import { readBook } from './read.js';
import { HEAD, sampleLedgers } from './sample.js';
import { writeBook } from './write.js';

/** @typedef {import('./cause-fields.js').Type} Type */

/** @type {(name: string | null, type: number) => { name: string | null, type: number }} */
const field = (name, type) => ({ name, type });

/**
 * A made-up registry of types: a bill that is a struct, a gift that may name its giver, a hash, a month.
 * @type {Type[]}
 */
const TYPES = [
	{ id: 0, type: { path: [], def: {} } },
	{
		id: 1,
		type: {
			path: ['linli_primitives', 'calendar', 'Period'],
			def: { composite: { fields: [field('year', 0), field('month', 0)] } },
		},
	},
	{
		id: 2,
		type: {
			path: ['linli_primitives', 'bill', 'BillKey'],
			def: { composite: { fields: [field('unit', 0), field('charge', 0), field('period', 1)] } },
		},
	},
	{ id: 3, type: { path: ['primitive_types', 'H256'], def: { composite: { fields: [field(null, 0)] } } } },
	{
		id: 4,
		type: {
			path: ['Option'],
			def: {
				variant: {
					variants: [
						{ name: 'None', fields: [] },
						{ name: 'Some', fields: [field(null, 2)] },
					],
				},
			},
		},
	},
	{
		id: 5,
		type: {
			path: ['linli_primitives', 'cause', 'Cause'],
			def: {
				variant: {
					variants: [
						{ name: 'Bill', fields: [field('bill', 2), field('payment_id', 0)] },
						{ name: 'Receipt', fields: [field('reference', 3)] },
						{ name: 'TransactionFees', fields: [] },
						{ name: 'Transfer', fields: [field('pot', 0), field('entry', 0)] },
						{ name: 'Gift', fields: [field('instead_of', 4), field('pot', 0)] },
					],
				},
			},
		},
	},
];
const FIELDS = [
	...['bill_unit', 'bill_charge', 'bill_period', 'payment_id', 'reference', 'pot', 'entry'],
	...['instead_of_unit', 'instead_of_charge', 'instead_of_period'],
];

/** The head of an export of one pot, which has no tables. */
const ALONE = { ...HEAD, range: { ...HEAD.range, pot: 0 } };

const BILL = { kind: 'Bill', bill: { unit: 3, charge: 0, period: '2026-11' }, paymentId: 41 };
const GIFT = { kind: 'Gift', insteadOf: { unit: 9, charge: 1, period: '2026-10' }, pot: 2 };

/**
 * @param {import('./cause-fields.js').Cause} cause
 * @param {string[]} causeFields
 */
async function tableOf(cause, causeFields) {
	const [pot] = sampleLedgers();
	const ledger = { ...pot, count: 1, entries: [{ ...pot.entries[0], cause }] };
	let text = '';
	await writeBook(
		{ ...ALONE, potIds: [0], tables: [] },
		{ format: 'csv', language: 'en', causeFields },
		[ledger],
		(piece) => {
			text += piece;
		},
	);
	return text;
}

test('kinds and fields follow from the metadata, structs within a cause by their path', () => {
	const kinds = kindsOf(TYPES);
	assert.deepEqual([...kinds.keys()], ['Bill', 'Receipt', 'TransactionFees', 'Transfer', 'Gift']);
	assert.deepEqual(kinds.get('Bill'), ['bill_unit', 'bill_charge', 'bill_period', 'payment_id']);
	assert.deepEqual(fieldsOf(kinds), FIELDS);
	assert.deepEqual([...flatten(BILL).keys()], kinds.get('Bill'));
	assert.throws(() => kindsOf(TYPES.slice(0, 5)), /no type linli_primitives::cause::Cause/);
});

test('each field has its column, and the file can be checked', async () => {
	const text = await tableOf(GIFT, FIELDS);
	const [header, , , cells] = parseCsv(text);
	assert.deepEqual(header, columnsFor(FIELDS));
	const cell = (/** @type {string} */ name) => cells[header.indexOf(name)];
	assert.deepEqual(
		['cause', 'cause_instead_of_unit', 'cause_instead_of_charge', 'cause_instead_of_period', 'cause_pot'].map(cell),
		['Gift', '9', '1', '2026-10', '2'],
	);
	assert.deepEqual(readBook(text, () => '').faults, []);
	assert.deepEqual([...flatten({ kind: 'Gift', insteadOf: null, pot: 2 })], [['pot', '2']]);
});

test('a field without a column is an error', async () => {
	const without = FIELDS.filter((name) => name !== 'instead_of_charge');
	await assert.rejects(tableOf(GIFT, without), /no column for cause_instead_of_charge/);
});

test('a kind without words is detected, and keeps its name and its fields', () => {
	assert.deepEqual(withoutWords(kindsOf(TYPES).keys()), ['Gift']);
	for (const language of LANGUAGES) {
		assert.equal(kindText('Gift', true, language), 'Gift');
		for (const part of ['Gift', '9', '1', '2026-10', '2']) {
			assert.ok(causeText(GIFT, true, language).includes(part));
		}
	}
});

test('a text includes a field at any depth, and fields that it does not mention are appended', () => {
	const flat = { kind: 'Bill', unit: 3, charge: 0, period: '2026-11', payment: 41 };
	assert.equal(causeText(flat, true, 'en'), 'Bill of unit 3, charge 0, 2026-11; payment 41');
	const nested = { kind: 'Refund', bill: { unit: 3, charge: 0, period: '2026-11' }, payment: 41 };
	assert.equal(causeText(nested, false, 'en'), 'Refund of a bill of unit 3, charge 0, 2026-11, payment 41');
	assert.equal(
		causeText({ kind: 'Transfer', pot: 2, entry: 5, line: 7 }, true, 'en'),
		'Transfer from pot 2, entry 5, line 7',
	);
	assert.equal(
		causeText({ kind: 'Transfer', pot: 2, entry: 5, line: 7 }, false, 'zh'),
		'划往专项账目 2，分录 5，line 7',
	);
});
