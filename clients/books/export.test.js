// SPDX-License-Identifier: Apache-2.0

// An export passes the check, and the check detects every kind of fault. `node --test clients/books/`.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { differences } from './compare.js';
import { inert, parseCsv } from './csv.js';
import { readBook as readWith } from './read.js';
import { exported, HEAD, sampleLedgers } from './sample.js';

/** @param {{ faults: { code: string }[] }} checked */
const codes = ({ faults }) => faults.map(({ code }) => code);
const BOTH = ['csv', 'json'];

/** The tables of the sample, which are not what these tests are about; see journals.test.js. */
const { open: tables, files } = await exported('csv');

/** @param {string} text */
const readBook = (text, open = tables) => readWith(text, open);

/**
 * Checks an export of ledgers with one error, as if the chain itself were wrong.
 * @typedef {ReturnType<typeof sampleLedgers>} Ledgers
 * @param {string} format
 * @param {(ledgers: Ledgers) => unknown} change
 */
async function spoilt(format, change) {
	const ledgers = sampleLedgers();
	change(ledgers);
	for (const ledger of ledgers) {
		ledger.count = ledger.entries.length;
	}
	return readBook((await exported(format, { ledgers })).text);
}

for (const format of BOTH) {
	test(`${format}: an export adds up`, async () => {
		const { text, result } = await exported(format);
		assert.deepEqual(result.faults, []);
		const { faults, notes, sums } = readBook(text);
		assert.deepEqual([faults, notes], [[], []]);
		assert.deepEqual(sums, {
			pots: 4,
			entries: 9,
			opening: 355_000n,
			received: 167_597n,
			spent: 156_005n,
			closing: 366_592n,
			between: 60_000n,
		});
	});

	test(`${format}: a single pot adds up, with a note that transfers cannot be followed`, async () => {
		const { text } = await exported(format, { ledgers: sampleLedgers().slice(1, 2) });
		const { faults, notes } = readBook(text);
		assert.deepEqual(faults, []);
		assert.equal(notes.length, 1);
	});

	test(`${format}: each kind of fault is detected`, async () => {
		const skip = (/** @type {Ledgers} */ [pot]) => {
			for (const entry of pot.entries.slice(3)) {
				entry.id += 1;
			}
		};
		const lift = (/** @type {Ledgers} */ [, pot]) => {
			for (const entry of pot.entries) {
				entry.balance += 5n;
			}
			pot.opening += 5n;
		};
		/** @type {[string, (ledgers: Ledgers) => unknown][]} */
		const cases = [
			['gap', skip],
			['gap', lift],
			['range', ([pot]) => (pot.entries[0].moment -= 1)],
			['range', ([pot]) => (pot.entries[4].moment += 1)],
			['order', ([pot]) => (pot.entries[3].moment = pot.entries[2].moment - 1)],
			['zero', ([pot]) => pot.entries.push({ ...pot.entries[4], id: 12, amount: 0n })],
			['pot', (ledgers) => (ledgers[3].id = 0)],
		];
		for (const [code, change] of cases) {
			assert.deepEqual(codes(await spoilt(format, change)), [code], `${code}: ${change}`);
		}
		assert.deepEqual(codes(await spoilt(format, ([pot]) => (pot.entries[1].balance += 1n))), ['balance', 'balance']);
		assert.deepEqual(codes(await spoilt(format, ([pot]) => (pot.entries[4].balance += 1n))), ['balance', 'closing']);
		const halved = (/** @type {Ledgers} */ [, pot]) =>
			pot.entries.splice(0, 1, { ...pot.entries[0], amount: 59_999n, balance: 59_999n });
		assert.deepEqual(codes(await spoilt(format, halved)), ['balance', 'closing', 'transfer']);
		assert.deepEqual(codes(await spoilt(format, (ledgers) => ledgers.splice(2, 1))), ['transfer']);
	});

	test(`${format}: a later edit is detected`, async () => {
		const { text } = await exported(format);
		/** @type {[RegExp, string, string[]][]} */
		const edits = [
			[/274\.48/, '274.49', ['decimal']],
			[/\b27448\b/, '27449', ['decimal', 'balance', 'closing']],
			[/2026-11-10T09/, '2026-10-10T09', ['range', 'order']],
			// A text that says something else than its cause, an entry that the block could not know, a pot that is gone.
			[/Expense 2/, 'Expense 1', ['text']],
			[/2026-12-01T08/g, '2026-11-20T08', ['range']],
			[/("*)potIds("*):\s*\[\s*0,/, '$1potIds$2:[', ['pot', 'pot']],
		];
		for (const [from, to, found] of edits) {
			const edited = text.replace(from, to);
			assert.notEqual(edited, text);
			const faults = codes(readBook(edited));
			for (const code of found) {
				assert.ok(faults.includes(code), `${from}: ${faults}`);
			}
		}
	});
}

for (const format of BOTH) {
	test(`${format}: decimals moved throughout the file are detected`, async () => {
		const { text } = await exported(format);
		const moved = text.replace(/(\d)(\d)\.(\d\d)\b(?!\d|T|\+|Z)/g, '$1.$2$3');
		assert.notEqual(moved, text);
		assert.ok(codes(readBook(moved)).includes('decimal'));
	});

	test(`${format}: what only the chain knows is named by the comparison`, async () => {
		const { text } = await exported(format);
		assert.deepEqual(differences(format, text, text), []);
		/** @type {[RegExp, string, RegExp][]} */
		const edits = [
			[/5Lift/, '5Thief', /"5Thief", the chain has "5Lift"/],
			[/CNY/, 'USD', /the file has "USD", the chain has "CNY"/],
			[/Willow Court/, 'Elm Court', /"Elm Court"/],
		];
		for (const [from, to, named] of edits) {
			const edited = text.replace(from, to);
			assert.deepEqual(codes(readBook(edited)), [], 'the file alone does not show it');
			const [found, ...others] = differences(format, edited, text);
			assert.match(found, named);
			assert.deepEqual(others, []);
		}
		const without = (await exported(format, { ledgers: sampleLedgers().slice(0, 1) })).text;
		const found = differences(format, without, text);
		assert.equal(found.length, 11, 'ten are named, and that there are more');
		assert.match(found[10], /more/);
	});
}

test('json: a check that says nothing is no check', async () => {
	const book = JSON.parse((await exported('json')).text);
	assert.throws(() => readBook(JSON.stringify({ ...book, check: {} })), /check\.pots is missing/);
	assert.throws(() => readBook(JSON.stringify({ ...book, check: undefined })), /check is missing/);
	assert.throws(() => readBook(JSON.stringify({ ...book, potIds: undefined })), /potIds is missing/);
});

test('cells that a spreadsheet would compute are inert', () => {
	for (const text of [
		'=1',
		'+1',
		'-1',
		'@A1',
		'＝1',
		'＠A1',
		'＋1',
		'－1',
		'\n=1',
		'\t1',
		'\r1',
		' =1',
		'\u200b=1',
		'\u3000@A',
	]) {
		assert.equal(inert(text), `'${text}`, JSON.stringify(text));
	}
	for (const text of ['', 'a=1', '1-2', '维修资金', "'=1", 5n, undefined]) {
		assert.equal(inert(text), text);
	}
});

test('json: the sums in the file are compared', async () => {
	const book = JSON.parse((await exported('json')).text);
	assert.equal(book.format, 'linli-books/3');
	assert.equal(book.check.ok, true);
	/** @type {((book: any) => void)[]} */
	const edits = [
		(b) => (b.check.closingFen = '1'),
		(b) => (b.check.entries += 1),
		(b) => (b.check.betweenFen = '0'),
		(b) => Object.assign(b.pots[0], { received: '0.01', receivedFen: '1' }),
		(b) => Object.assign(b.pots[0], { spent: '0.01', spentFen: '1' }),
		(b) => (b.pots[0].entryCount += 1),
	];
	for (const edit of edits) {
		const edited = structuredClone(book);
		edit(edited);
		assert.deepEqual(codes(readBook(JSON.stringify(edited))), ['sum'], `${edit}`);
	}
	// The last entry is removed and the closing corrected.
	const cut = structuredClone(book);
	cut.pots[0].entries.pop();
	Object.assign(cut.pots[0], { closing: '775.92', closingFen: '77592' });
	assert.deepEqual([...new Set(codes(readBook(JSON.stringify(cut))))], ['sum']);
});

test('json: amounts are strings of fen, causes keep their links', async () => {
	const { pots } = JSON.parse((await exported('json', { language: 'zh' })).text);
	const [entry] = pots[0].entries;
	assert.deepEqual([entry.amount, entry.amountFen, entry.balanceFen], ['274.48', '27448', '127448']);
	assert.equal(entry.time, '2026-11-01T00:00:00.000+08:00');
	assert.deepEqual(entry.cause, { kind: 'Bill', bill: { unit: 3, charge: 0, period: '2026-11' }, payment: 41 });
	assert.match(entry.causeText, /房屋 3 的账单/);
	assert.deepEqual([pots[0].openingFen, pots[0].closingFen], ['100000', '76592']);
});

test('csv: RFC 4180, harmless in a spreadsheet', async () => {
	const { text } = await exported('csv');
	assert.ok(text.startsWith('\ufeffrow,pot,'));
	assert.ok(text.slice(0, -2).split('\r\n').length === 2 + 4 + 9 + 4 + 1 && text.endsWith('\r\n'));
	const rows = parseCsv(text);
	const columns = rows[0];
	assert.ok(rows.every((row) => row.length === columns.length));
	assert.equal(columns.filter((name) => name.startsWith('cause_')).length, 1 + 10);
	const names = new Set(rows.slice(2, -1).map((row) => row[2]));
	assert.deepEqual([...names], ['Operating, "daily"', '维修资金', "'=SUM(A1)", 'Summer party']);
	assert.deepEqual(parseCsv('a,"b ""c"", d\r\ne",\r\n,f'), [
		['a', 'b "c", d\r\ne', ''],
		['', 'f'],
	]);
	assert.throws(() => parseCsv('a,"b'), /never closed/);
	assert.throws(() => parseCsv('"a"b'), /after a closing quote/);
});

test('a file that is not an export is refused with a reason', async () => {
	const { text: csv } = await exported('csv');
	const { text: json } = await exported('json');
	/** @type {[string, RegExp][]} */
	const cases = [
		['', /empty/],
		['{"format": "linli-books/3"', /not JSON/],
		['{"format": "linli-books/1"}', /linli-books\/1/],
		[json.replace('"27448"', '27448'), /amountFen/],
		[json.replace('"direction":"in"', '"direction":"up"'), /direction/],
		['a,b\n', /first line/],
		[csv.replace('27448', '-27448'), /line 4, amount_fen/],
		[csv.replace(',in,', ',up,'), /line 4, direction/],
		[csv.split('\r\n').slice(0, -2).join('\r\n'), /"end"/],
		[csv.split('\r\n').toSpliced(-3, 1).join('\r\n'), /no closing/],
		[csv.split('\r\n').slice(0, 1).join('\r\n'), /head/],
		[csv.split('\r\n').toSpliced(1, 1).join('\r\n'), /head/],
		[csv.replace('\r\nentry,0', '\r\nentry,1'), /between a pot's opening and its closing/],
		[csv.replace('\r\nentry', '\r\nentries'), /a row is/],
		[csv.replace(',5Wang', ''), /cells instead of/],
		[csv.replace('cause_bill_unit', 'bill_unit'), /first line/],
		[csv.replace('cause_bill_unit', 'cause_bill_charge'), /first line/],
	];
	for (const [text, reason] of cases) {
		assert.throws(() => readBook(text), reason, `${reason}`);
	}
});

test('a currency without decimals, west of Greenwich', async () => {
	const block = { ...HEAD.block, time: '2026-12-01T08:00:00.000-09:30' };
	const head = { ...HEAD, block, currency: { symbol: 'JPY', decimals: 0 }, range: { ...HEAD.range, utcOffset: -570 } };
	const ledgers = sampleLedgers();
	for (const entry of ledgers.flatMap(({ entries }) => entries)) {
		entry.moment += (480 + 570) * 60_000;
	}
	for (const format of BOTH) {
		const { text, open } = await exported(format, { head, ledgers });
		assert.match(text, /2026-11-10T09:30:00\.000-09:30/);
		assert.deepEqual(readBook(text, open).faults, []);
	}
});

test('clocks that were set within the range are part of the export', async () => {
	const switches = [{ month: '2026-12', at: Date.parse('2026-12-01T00:00:00+08:00'), offset: 540 }];
	const block = { ...HEAD.block, time: '2027-01-01T08:00:00.000+09:00' };
	const head = { ...HEAD, block, range: { ...HEAD.range, to: '2026-12-31', switches } };
	const ledgers = sampleLedgers();
	const last = ledgers[0].entries[4];
	last.moment = Date.parse('2026-12-31T23:30:00+09:00');
	for (const format of BOTH) {
		const { text, result, open } = await exported(format, { head, ledgers });
		assert.deepEqual(result.faults, []);
		assert.match(text, /2026-11-10T09:30:00\.000\+08:00/);
		assert.match(text, /2026-12-31T23:30:00\.000\+09:00/);
		assert.deepEqual(readBook(text, open).faults, []);
	}
	last.moment += 30 * 60_000;
	for (const format of BOTH) {
		const { text, open } = await exported(format, { head, ledgers });
		assert.deepEqual(codes(readBook(text, open)), ['range']);
	}
	const { text } = await exported('json', { head });
	assert.throws(() => readBook(text.replace('"offset": 540', '"offset": "540"')), /switches\[0\]\.offset/);
});

test('the check as a command: status 0, 1 and 2', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'linli-books-'));
	try {
		const file = join(folder, 'november.csv');
		const run = (/** @type {string[]} */ ...args) => {
			const command = fileURLToPath(new URL('books.js', import.meta.url));
			return spawnSync(process.execPath, [command, 'check', ...args], { encoding: 'utf8' });
		};
		const { text } = await exported('csv');
		writeFileSync(file, text);
		const absent = run(file);
		assert.equal(absent.status, 2);
		assert.match(absent.stderr, /its table november-bank-0\.csv is not beside it/);
		for (const [name, table] of files) {
			writeFileSync(join(folder, `november-${name}.csv`), table);
		}
		const right = run(file);
		assert.equal(right.status, 0);
		const all =
			'pots 3665.92 + escrow 300.00 + transit 7.00 + accounts 960.00 = on the chain 4932.92 = at the bank 4932.92';
		assert.equal(right.stdout, `As of the block: ${all}\nEntries: 9, pots: 4. The books add up.\n`);
		const read = JSON.parse(run('--json', file).stdout);
		assert.deepEqual([read.ok, read.faults, read.sums.closing], [true, [], '366592']);

		writeFileSync(file, text.replace(',27448,', ',27447,').replace(',274.48,', ',274.47,'));
		const wrong = run(file);
		assert.equal(wrong.status, 1);
		assert.match(wrong.stdout, /- pot 0, entry 7: the balance should be 1274\.47, but is 1274\.48/);
		const told = run('--json', file);
		assert.equal(told.status, 1);
		assert.deepEqual(codes(JSON.parse(told.stdout)), ['balance', 'closing', 'sum']);

		writeFileSync(file, 'nothing of the kind');
		assert.equal(run(file).status, 2);
		const unreadable = run('--json', file);
		assert.equal(unreadable.status, 2);
		assert.equal(JSON.parse(unreadable.stdout).ok, false);
		assert.equal(run(join(folder, 'missing.csv')).status, 2);
		assert.equal(run().status, 2);
		assert.equal(run('--help').status, 0);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
