// SPDX-License-Identifier: Apache-2.0

// The tables of an export: bank journals, escrow, balances. They add up, and an edit of one is found. `node --test
// clients/books/`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJournal } from './bank.js';
import { tableDifferences } from './compare.js';
import { parseCsv } from './csv.js';
import { readBook } from './read.js';
import { exported, HEAD, sampleBalances, sampleEscrow, sampleJournals } from './sample.js';
import { tableFile } from './tables.js';

const BOTH = ['csv', 'json'];
/** A range that reaches the block: then the balances are what ledgers and journals close with. */
const REACHING = { ...HEAD, range: { ...HEAD.range, to: '2026-12-01' } };

/** @param {{ faults: { code: string }[] }} checked */
const codes = ({ faults }) => [...new Set(faults.map(({ code }) => code))];

/**
 * The kinds of faults of an export of other data, made by a forger who also states the right sums.
 * @param {string} format
 * @param {Parameters<typeof exported>[1]} changes
 */
async function forged(format, changes) {
	const { text, open } = await exported(format, changes);
	return codes(readBook(text, open));
}

for (const format of BOTH) {
	test(`${format}: pots, escrow, transit and accounts are what the bank has`, async () => {
		for (const head of [HEAD, REACHING]) {
			for (const language of /** @type {const} */ (['en', 'zh'])) {
				const { text, open, result } = await exported(format, { head, language });
				assert.deepEqual(result.faults, []);
				const { faults, identity } = readBook(text, open);
				assert.deepEqual(faults, []);
				assert.deepEqual(identity, result.identity);
				assert.deepEqual(identity, {
					pots: 366_592n,
					escrow: 30_000n,
					transit: 700n,
					accounts: 96_000n,
					issuance: 493_292n,
					banks: 493_292n,
				});
			}
		}
	});

	test(`${format}: the journals of another file, or none, are noticed`, async () => {
		const { text, open } = await exported(format);
		const journals = sampleJournals();
		Object.assign(journals.get(0)?.[6] ?? {}, { by: '5Thief' });
		const other = await exported(format, { journals });
		if (format === 'csv') {
			assert.deepEqual(codes(readBook(text, other.open)), ['table']);
			assert.throws(
				() => readBook(text, (name) => open(name === 'escrow' ? 'accounts' : name)),
				/escrow is not its header/,
			);
			assert.throws(() => readBook(text, () => ''), /the table bank-0 is not its header/);
		} else {
			const book = JSON.parse(text);
			const edited = { ...book, tableRows: { ...book.tableRows, 'bank-0': other.tables[0].rows } };
			assert.deepEqual(codes(readBook(JSON.stringify(edited), open)), ['table']);
			assert.throws(() => readBook(JSON.stringify({ ...book, tableRows: {} }), open), /bank-0 is missing/);
			const check = { ...book.check, tables: undefined };
			assert.throws(() => readBook(JSON.stringify({ ...book, check }), open), /check\.tables is missing/);
			assert.throws(() => readBook(JSON.stringify({ ...book, tables: [] }), open), /only the export of one pot/);
		}
	});

	test(`${format}: every edit of a journal is noticed, though the sums are stated anew`, async () => {
		/** @typedef {NonNullable<ReturnType<ReturnType<typeof sampleJournals>['get']>>} Lines */
		/** @type {[string[], (lines: Lines, other: Lines) => unknown][]} */
		const cases = [
			[['gap'], (lines) => lines.splice(6, 1)],
			[['order'], (lines) => (lines[3].moment = lines[1].moment)],
			[['zero'], (lines) => (lines[6].amount = 0n)],
			[['reference'], (lines) => (lines[6].reference = lines[3].reference)],
			[['reference'], (lines, other) => (other[0].reference = lines[3].reference)],
			[['correction'], (lines) => (lines[2].amount = 7_001n)],
			[['reference'], (lines) => (lines[2].reference = lines[3].reference)],
			[['transfer'], (lines) => (lines[7].amount += 1n)],
			[['transfer'], (_, other) => (other[0].moment += 1)],
			[['transfer'], (lines) => (lines[7].party.id = '2')],
		];
		for (const [expected, change] of cases) {
			const journals = sampleJournals();
			const [lines, other] = [...journals.values()];
			change(lines, other);
			assert.deepEqual(await forged(format, { journals }), expected, `${change}`);
		}
	});

	test(`${format}: what was booked at a closed account is corrected in the journal of account 0`, async () => {
		for (const [fen, expected] of /** @type {[bigint, string[]][]} */ ([
			[500n, []],
			[501n, ['correction']],
		])) {
			const journals = sampleJournals();
			const [lines, other] = [...journals.values()];
			const last = lines[lines.length - 1];
			const [reference, moment] = [`0x${'b1'.repeat(32)}`, other[0].moment];
			other.push({ ...lines[6], number: 1, moment, value: moment, amount: 500n, reference });
			const correction = { ...lines[2], number: last.number + 1, moment: last.moment, amount: fen, reference };
			lines.push(correction);
			const found = await forged(format, { journals });
			assert.deepEqual(
				found.filter((code) => code === 'correction' || code === 'reference'),
				expected,
			);
		}
	});

	test(`${format}: what receipts of a closed account owed is taken at account 0`, async () => {
		const journals = sampleJournals();
		const [lines, other] = [...journals.values()];
		const moment = other[0].moment + 86_400_000;
		const at = (/** @type {number} */ number) => ({ number, moment, value: moment });
		const reference = (/** @type {string} */ byte) => `0x${byte.repeat(32)}`;
		other.push(
			{ ...lines[6], ...at(1), amount: 300n, reference: reference('b1') },
			{ ...lines[2], ...at(2), value: null, amount: 300n, reference: reference('b1') },
			{ ...lines[7], ...at(3), amount: 30_300n, reference: reference('b2'), party: { kind: 'Bank', id: '0' } },
		);
		const party = { kind: 'Bank', id: '1' };
		lines.push({ ...other[0], ...at(8), amount: 30_300n, reference: reference('a8'), party });
		/** @type {(owed: bigint) => import('./holdings.js').Balance[]} */
		const balances = (owed) => [
			...sampleBalances().map((balance) => {
				const { class: name, item } = balance;
				const moved = name === 'bank' ? (item === 0 ? 30_000n : -30_000n) : 0n;
				const spent = name === 'free' || name === 'issuance' || (name === 'bank' && item === 0) ? owed : 0n;
				return { ...balance, fen: balance.fen + moved + spent };
			}),
			...(owed > 0n ? [{ class: 'debt', item: 1, fen: owed }] : []),
		];
		// Still owed, taken in part, and taken.
		for (const owed of [300n, 100n, 0n]) {
			assert.deepEqual(await forged(format, { journals, balances: balances(owed), head: REACHING }), [], `${owed}`);
		}
		const hidden = balances(100n).map((balance) => (balance.class === 'debt' ? { ...balance, fen: 50n } : balance));
		assert.deepEqual(await forged(format, { journals, balances: hidden, head: REACHING }), ['identity']);
	});

	test(`${format}: money that is nowhere, or twice, is noticed`, async () => {
		/** @type {(index: number, fen: bigint) => ReturnType<typeof sampleBalances>} */
		const moved = (index, fen) =>
			sampleBalances().map((balance, place) => (place === index ? { ...balance, fen: balance.fen + fen } : balance));
		for (const index of [0, 4, 5, 6, 7, 8, 9, 11, 12, 13]) {
			assert.deepEqual(await forged(format, { balances: moved(index, 1n) }), ['identity'], `row ${index}`);
		}
		assert.deepEqual(await forged(format, { balances: [...sampleBalances(), sampleBalances()[6]] }), ['identity']);
		// Money moved between two classes adds up; where the range reaches the block it is not what the books say.
		const shifted = moved(0, 1n).map((balance) => (balance.class === 'free' ? { ...balance, fen: 85_999n } : balance));
		assert.deepEqual(await forged(format, { balances: shifted }), []);
		assert.deepEqual(await forged(format, { balances: shifted, head: REACHING }), ['identity']);
		// A debt that hides what is missing at the bank.
		assert.deepEqual(await forged(format, { balances: moved(15, 1n), head: REACHING }), ['identity']);
		const journals = sampleJournals();
		journals.get(0)?.pop();
		journals.delete(1);
		assert.deepEqual(await forged(format, { journals, head: REACHING }), ['identity', 'table']);
	});

	test(`${format}: a project that holds other than it was given is noticed`, async () => {
		for (const name of /** @type {const} */ (['funded', 'paid', 'returned', 'held'])) {
			const escrow = sampleEscrow();
			escrow[0].sums[name] += 1n;
			const expected = name === 'held' ? ['escrow', 'identity'] : ['escrow'];
			assert.deepEqual(await forged(format, { escrow }), expected, name);
		}
		const [project] = sampleEscrow();
		assert.deepEqual(await forged(format, { escrow: [{ ...project, id: 1 }] }), ['gap']);
		const retained = { ...project, sums: { ...project.sums, retained: 30_001n } };
		assert.deepEqual(await forged(format, { escrow: [retained] }), ['escrow']);
	});
}

test('csv: a later edit of a table is noticed', async () => {
	const { text, open } = await exported('csv');
	/** @type {[string, string | RegExp, string, string][]} */
	const edits = [
		['bank-0', '800.00', '8000.00', 'decimal'],
		['bank-0', '80000', '80001', 'balance'],
		['bank-0', ',out,500.05', ',in,500.05', 'direction'],
		['bank-0', 'Receipt taken back', 'Received', 'text'],
		['bank-0', '2026-11-20T10', '2026-12-20T10', 'range'],
		['bank-0', /4630\.92,463092\r\n$/, '4630.93,463093\r\n', 'closing'],
		['accounts', 'Free on accounts', 'Free beer', 'text'],
		['accounts', '860.00', '86.00', 'decimal'],
		['escrow', '450.00', '4500.00', 'decimal'],
	];
	for (const [table, from, to, code] of edits) {
		const edited = open(table).replace(from, to);
		assert.notEqual(edited, open(table), `${table} ${from}`);
		const found = codes(readBook(text, (name) => (name === table ? edited : open(name))));
		assert.ok(found.includes('table') && found.includes(code), `${table} ${from}: ${found}`);
	}
	/** @type {[string, string | RegExp, string, RegExp][]} */
	const malformed = [
		['bank-0', 'closing', 'ending', /does not begin with its opening and end with its closing/],
		['bank-0', '2026-11-01T00', '2026-10-01T00', /another range/],
		['bank-0', 'entry,1,', 'entry,one,', /malformed/],
		['bank-0', ',In,', ',Gift,', /there is no kind "Gift"/],
		['bank-0', '0xa1a1', '0xa1', /reference is missing/],
		['bank-0', ',5Cashier', '', /cells instead of/],
		['accounts', 'free,', 'gone,', /there is no class "gone"/],
		['accounts', ',86000', ',-86000', /amount_fen is missing/],
	];
	for (const [table, from, to, reason] of malformed) {
		const edited = open(table).replace(from, to);
		assert.notEqual(edited, open(table), `${table} ${from}`);
		assert.throws(() => readBook(text, (name) => (name === table ? edited : open(name))), reason);
	}
});

test('what only the chain knows is named by the comparison, with table, line and column', async () => {
	const { tables } = await exported('csv');
	assert.deepEqual(tableDifferences(tables, tables), []);
	const journals = sampleJournals();
	const lines = journals.get(0) ?? [];
	lines[1].by = '5Thief';
	const other = await exported('csv', { journals });
	assert.deepEqual(tableDifferences(other.tables, tables), [
		'bank-0, line 3, by: the file has "5Thief", the chain has "5Cashier"',
	]);
	assert.match(tableDifferences(tables.slice(1), tables)[0], /^bank-0: the file has nothing/);
});

test('tables are files beside the first, in UTF-8 for spreadsheets', async () => {
	assert.equal(tableFile('a/november.csv', 'bank-0'), 'a/november-bank-0.csv');
	assert.equal(tableFile('a.b/november', 'escrow'), 'a.b/november-escrow');
	const { files } = await exported('csv', { language: 'zh' });
	assert.deepEqual([...files.keys()], ['bank-0', 'bank-1', 'escrow', 'accounts']);
	for (const text of files.values()) {
		assert.ok(text.startsWith('\ufeff') && text.endsWith('\r\n'));
	}
	assert.deepEqual(parseCsv(files.get('accounts') ?? '')[1], ['pot', '0', '专项账目内', '765.92', '76592']);
	const [, opening, line] = parseCsv(files.get('bank-0') ?? '');
	assert.deepEqual([opening[0], opening.at(-1)], ['opening', '407092']);
	assert.deepEqual(line.slice(0, 9), [
		'entry',
		'1',
		'2026-11-05T09:00:00.000+08:00',
		'2026-11-05',
		'in',
		'70.00',
		'7000',
		'In',
		'收款',
	]);
});

/** A value as the client library decodes it. @type {(value: any) => any} */
const some = (value) => ({ isSome: value !== null, unwrap: () => value });
/** @param {number} value */
const number = (value) => ({ toNumber: () => value, toBigInt: () => BigInt(value), toString: () => String(value) });

test('a line of the journal that comes again is a correction, the first or the second', async () => {
	const entry = {
		bank: number(5),
		kind: { type: 'In' },
		party: { type: 'Account', inner: '5Wang' },
		cause: some(null),
		returns: some(null),
		amount: number(300),
		moment: number(1),
		value: number(0),
		cashier: some('5Cashier'),
	};
	/** @type {(amount: number, moment: number, at?: number) => object} */
	const correction = (amount, moment, at = 5) => ({
		terms: { type: 'Receipt', isPayment: false, inner: new Map([['reason', '0xee']]) },
		amount: number(amount),
		moment: number(moment),
		proposer: '5Cashier',
		approver: '5Auditor',
		bank: number(at),
	});
	const keys = [...Array(120).keys()].map((place) => ({ toHex: () => `0x${place}` }));
	const all = [...keys, keys[7], keys[3], keys[7]].map((key, place) => [number(place), key, entry]);
	const asked = /** @type {string[]} */ ([]);
	const at = /** @type {any} */ ({
		call: {
			cashierApi: {
				journal: async (/** @type {number} */ bank, /** @type {number} */ from, /** @type {number} */ limit) =>
					bank === 5 ? all.slice(from, from + limit) : from === 0 ? [[number(0), keys[3], entry]] : [],
				corrections: async (/** @type {{ toHex(): string }} */ key) => {
					asked.push(key.toHex());
					return [correction(100, 2), correction(200, 3), correction(50, 4, 0)];
				},
			},
		},
	});
	const lines = [];
	for await (const line of readJournal(at, 5)) {
		lines.push(line);
	}
	assert.equal(lines.length, 123);
	assert.deepEqual(
		lines.slice(119).map(({ kind, reference, amount, moment }) => [kind, reference, amount, moment]),
		[
			['In', '0x119', 300n, 1],
			['ReceiptCorrection', '0x7', 100n, 2],
			['ReceiptCorrection', '0x3', 100n, 2],
			['ReceiptCorrection', '0x7', 200n, 3],
		],
	);
	assert.deepEqual([lines[120].approver, lines[120].reason, lines[120].value], ['5Auditor', '0xee', null]);
	assert.deepEqual(asked, ['0x7', '0x3'], 'corrections are asked for once');
	// The account is closed: what was booked at it is corrected in the journal of account 0.
	const first = [];
	for await (const line of readJournal(at, 0)) {
		first.push([line.kind, line.reference, line.amount]);
	}
	assert.deepEqual(first, [['ReceiptCorrection', '0x3', 50n]]);
});
