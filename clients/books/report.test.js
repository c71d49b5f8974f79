// SPDX-License-Identifier: Apache-2.0

// The report shows all numbers, correctly, and escapes names.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf, clockTime, dayRange, isoTime, offsetAt, parseMonth } from '@linli/command/calendar.js';
import { accounts } from './accounts.js';
import { readBankMonths } from './bank-months.js';
import { LANGUAGES } from './causes.js';
import { decimal, printed } from './money.js';
import { renderReport } from './page.js';
import { sampleFacts } from './sample.js';
import { WORDS } from './words.js';

/**
 * The cells of a page's tables, by caption: a list of rows.
 * @param {string} html
 * @returns {Record<string, string[][]>}
 */
function tablesOf(html) {
	const cells = (/** @type {string} */ row) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell.replace(/<\/?bdi>/g, ''));
	const found = [...html.matchAll(/<table[^>]*><caption>(.*?)<\/caption>(.*?)<\/table>/gs)];
	return Object.fromEntries(
		found.map(([, caption, body]) => [caption, [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) => cells(row))]),
	);
}

/** @type {(changes?: Partial<import('./month.js').Facts>, language?: import('./causes.js').Language) => ReturnType<typeof renderReport>} */
const report = (changes, language = 'en') => renderReport(sampleFacts(changes), language);

test('each table has the right totals', () => {
	const { html, faults } = report();
	assert.deepEqual(faults, []);
	const tables = tablesOf(html);
	assert.deepEqual(tables.Pots.slice(1), [
		['Operating', '1,000.00', '275.97', '510.05', '765.92'],
		['维修资金', '0.00', '600.00', '450.00', '150.00'],
		['Common income', '2,500.00', '800.00', '600.00', '2,700.00'],
		['Total', '3,500.00', '1,675.97', '1,560.05', '3,615.92'],
	]);
	assert.deepEqual(tables['Bank and chain'].slice(1), [
		['Closing balance at the bank', '4,999.00'],
		['Closing balance on the chain', '5,000.00'],
		['Difference: bank minus chain', '−1.00'],
	]);
	assert.deepEqual(tables['Bank accounts'].slice(1), [
		['Bank account 0', '3,800.00', '4,700.00', '4,699.00', '4,699.00', '−1.00', '0.30', '25.00'],
		['Bank account 1', '0.00', '300.00', '300.00', '–', '0.00', '0.00', '0.00'],
	]);
	// 15.00 − 8.00 − 12.00 + 3.70 = −1.30, so that 0.30 is left of −1.00.
	assert.deepEqual(tables['Bank account 0: what explains the difference'].slice(1), [
		['Received by the bank, not booked', '2026-11-30', 'booked', '15.00'],
		['Paid by the bank, not booked', '2026-11-29', 'not booked yet', '−8.00'],
		['Receipt booked, not on the statement', '2026-11-28', 'taken back', '−12.00'],
		['Payment booked, not on the statement', '2026-11-27', '–', '3.70'],
		['Unexplained', '', '', '0.30'],
		['Difference', '', '', '−1.00'],
	]);
	assert.match(html, /Bank account 0: 0\.30 of the difference is not explained\./);
	assert.equal(tables['Bank account 1: what explains the difference'], undefined);
	assert.deepEqual(tables['Came back of expenses, by line'].slice(1), [
		['Lifts', '12.00'],
		['Total', '12.00'],
	]);
	assert.deepEqual(tables['Income by cause'].slice(1), [
		['Received by the bank', '800.00'],
		['Bills', '274.48'],
		['Late fees', '1.37'],
		['Transaction fees', '0.12'],
		['Total', '1,075.97'],
	]);
	assert.match(html, /neither income nor expense: 600\.00/);
	assert.deepEqual(tables['Expenses by budget line'].slice(1), [
		['Lifts', '400.00'],
		['Emergencies, Operating', '100.05'],
		['Total', '500.05'],
	]);
	assert.deepEqual(tables['Other outgoings of the pots'].slice(1), [
		['Into projects', '450.00'],
		['Refunds', '10.00'],
		['Total', '460.00'],
	]);
	assert.deepEqual(tables['Budget of 2026 and its use'].slice(1), [
		['Lifts', 'Operating', '12,000.00', '4,000.00', '1,000.00', '7,000.00', '33.3 %', '400.00'],
		['Garden', 'Common income', '3,000.00', '0.00', '0.00', '3,000.00', '0.0 %', '0.00'],
		['Total', '', '15,000.00', '4,000.00', '1,000.00', '10,000.00', '26.6 %', '400.00'],
	]);
	assert.match(html, /Arrears: 1,200\.50 past due, late fees to date included, owed by 3 units\. In dispute: 25\.00\./);
	assert.deepEqual(tables['Unpaid bills'].slice(1), [
		['Bills', '12,345.00', '5.00', '10.00', '10,000.00', '2,330.00'],
		['Late fees', '3.00', '0.00', '1.00', '1.37', '0.63'],
		['Total', '12,348.00', '5.00', '11.00', '10,001.37', '2,330.63'],
	]);
	assert.deepEqual(tables['Repair fund'].slice(1), [
		['Belongs to units (8)', '140.00'],
		['Not distributed among units yet', '10.00'],
		['Total', '150.00'],
	]);
	assert.deepEqual(tables['Open projects'].slice(1), [
		['Project 0', 'in progress', '450.00', '300.00', '7.50', '142.50', '7.50'],
		['Total', '', '450.00', '300.00', '7.50', '142.50', '7.50'],
	]);
	assert.deepEqual(tables['Overdue audits of emergencies'].slice(1), [
		['Expense 1', 'lift', '2026-11-20 00:00', '77.00'],
	]);
	assert.deepEqual(tables['Standstills of the chain'].slice(1), [['2026-11-07 22:15', '2026-11-08 07:31', '9.3 h']]);
});

test('a difference is explained in whole, in part or not at all', () => {
	const [bank] = sampleFacts().banks;
	/** @type {(changes: Partial<typeof bank>) => ReturnType<typeof tablesOf>} */
	const tables = (changes) => tablesOf(report({ banks: [{ ...bank, ...changes }] }).html);
	const caption = 'Bank account 0: what explains the difference';
	/** @type {(kind: string, fen: bigint) => typeof bank.items[number]} */
	const item = (kind, fen) => ({ kind, fen, value: 0, left: fen });
	/** @type {(found: ReturnType<typeof tablesOf>) => (string | undefined)[]} */
	const rest = (found) => [found[caption].at(-2)?.at(-1), found['Bank accounts'][1][6]];
	assert.deepEqual(rest(tables({ items: [item('PaidByBank', 100n)] })), ['0.00', '0.00']);
	assert.deepEqual(rest(tables({ items: [item('PaymentBooked', 100n)] })), ['−2.00', '−2.00']);
	assert.deepEqual(rest(tables({ items: [] })), ['−1.00', '−1.00']);
	// Items that cancel each other out are shown, too; without a statement there is nothing to explain.
	const none = { attested: bank.closing };
	assert.deepEqual(rest(tables({ ...none, items: [item('PaidByBank', 5n), item('ReceivedByBank', 5n)] })), [
		'0.00',
		'0.00',
	]);
	assert.equal(tables({ ...none, items: [] })[caption], undefined);
	const unattested = tables({ attested: null });
	assert.equal(unattested[caption], undefined);
	assert.deepEqual(unattested['Bank accounts'][1].slice(5, 7), ['–', '–']);
	assert.doesNotMatch(report({ banks: [{ ...bank, items: [item('PaidByBank', 100n)] }] }).html, /is not explained/);
	assert.throws(() => tables({ items: [item('Lost', 1n)] }), /does not know outstanding items of the kind Lost/);
});

test('the same numbers in Chinese', () => {
	const numbers = (/** @type {string} */ html) => [...html.matchAll(/>(−?[\d,]+\.\d\d)</g)].map(([, number]) => number);
	const [english, chinese] = [report().html, report({}, 'zh').html];
	assert.deepEqual(numbers(chinese), numbers(english));
	assert.match(chinese, /<html lang="zh-CN">/);
	assert.match(chinese, /Willow Court：2026年11月月账/);
	assert.match(english, /Willow Court: the books of November 2026/);
	// Conventions of Chinese text: no Latin currency code, no Latin full stop after a time.
	assert.match(chinese, /金额单位：元。/);
	assert.doesNotMatch(chinese, /CNY/);
	assert.doesNotMatch(chinese, /\d\d:\d\d[.:] /);
	const body = chinese.slice(chinese.indexOf('<body>'));
	const foreign = [...body.matchAll(/>([^<>]*[A-Za-z]{4,}[^<>]*)</g)].map(([, text]) => text.trim());
	assert.deepEqual(
		foreign.filter((text) => !/Willow Court|Operating|Common income|Lifts|Garden|^0x/.test(text)),
		[],
	);
});

test('both languages have the same words', () => {
	/** @type {(words: object) => string[]} */
	const shape = (words) =>
		Object.entries(words).flatMap(([name, value]) => [name, ...(typeof value === 'object' ? shape(value) : [])]);
	assert.deepEqual(Object.keys(WORDS), LANGUAGES);
	assert.deepEqual(shape(WORDS.zh), shape(WORDS.en));
});

test('names are escaped', () => {
	const evil = `<script>alert("1")</script>&'`;
	const [pot, ...others] = sampleFacts().pots;
	const { html } = report({
		chain: { name: evil, genesis: evil },
		currency: { symbol: evil, decimals: 2 },
		pots: [{ ...pot, name: evil }, ...others],
		budgets: new Map([[2026, [{ id: 0, name: evil, pot: 0, cap: 1n, committed: 0n, spent: 0n }]]]),
		audits: [{ expense: 1, due: 0, amount: 1n, kind: evil, incurred: '2026-10' }],
		projects: [{ id: 0, state: evil, funded: 0n, held: 0n, retained: 0n, paid: 0n, returned: 0n }],
	});
	assert.doesNotMatch(html, /<script/);
	assert.match(html, /&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&amp;&#39;/);
	assert.doesNotMatch(html, /(?:src|href)=|@import|url\((?!#)/);
	assert.match(html, /default-src 'none'/);
});

test('the report mentions what is missing', () => {
	const empty = {
		budgets: new Map([[2026, null]]),
		expenses: [],
		returns: [],
		projects: [],
		audits: [],
		standstills: [],
		attestation: null,
		close: null,
	};
	const quiet = sampleFacts().pots.map((pot) => ({ ...pot, sums: [], count: 0, lastBalance: null }));
	const { html, faults } = report({ ...empty, pots: quiet, isOver: false });
	assert.deepEqual(faults, []);
	for (const sentence of [
		'The bank statements are not all attested yet.',
		'The month is not closed yet.',
		'This month is not over',
		'There was no income.',
		'No expense was paid.',
		'There is no budget of 2026.',
		'No project is open.',
		'No audit is overdue.',
		'The chain did not stand still.',
	]) {
		assert.ok(html.includes(sentence), sentence);
	}
	assert.match(report().html, /Bank and chain differ\./);
	const even = sampleFacts().attestation;
	assert.ok(even);
	const agreed = report({
		attestation: { ...even, bank: even.chain },
		close: { difference: 0n, moment: 0, isConfirmed: true },
	});
	assert.doesNotMatch(agreed.html, /Bank and chain differ\./);
	assert.deepEqual(tablesOf(agreed.html)['Bank and chain'].at(-1), ['Difference: bank minus chain', '0.00']);
	const unconfirmed = /closed without an auditor having confirmed/;
	assert.doesNotMatch(agreed.html, unconfirmed);
	assert.match(report({ close: { difference: -100n, moment: 0, isConfirmed: false } }).html, unconfirmed);
	assert.match(
		agreed.html,
		/Bank account 0: attested by the cashier on 2026-12-01 07:00; hash of the bank statement: 0x33/,
	);
});

test('the report mentions numbers that do not agree', () => {
	const [pot, ...others] = sampleFacts().pots;
	/** @type {[string, Partial<import('./month.js').Facts>][]} */
	const cases = [
		['lastEntry', { pots: [{ ...pot, lastBalance: 1n }, ...others] }],
		['between', { pots: [pot, { ...others[0], sums: [others[0].sums[1]], lastBalance: -45_000n }, others[1]] }],
		['byLine', { expenses: [{ year: 2026, line: 0, fen: 50_006n }] }],
		['close', { close: { difference: 0n, moment: 0, isConfirmed: true } }],
	];
	for (const [what, changes] of cases) {
		assert.deepEqual(
			accounts(sampleFacts(changes)).faults.map((fault) => fault.what),
			[what],
		);
		for (const language of LANGUAGES) {
			const { html, faults } = report(changes, language);
			assert.equal(faults.length, 1);
			assert.ok(html.includes(faults[0]), faults[0]);
			assert.doesNotMatch(faults[0], /undefined/);
		}
	}
});

test('a line of another year, and one that no budget has, keep their names', () => {
	const { html } = report({
		budgets: new Map([
			[2026, []],
			[2025, [{ id: 0, name: 'Roof', pot: 0, cap: 1n, committed: 0n, spent: 1n }]],
		]),
		expenses: [
			{ year: 2025, line: 0, fen: 50_000n },
			{ year: 2026, line: 7, fen: 5n },
		],
	});
	assert.deepEqual(tablesOf(html)['Expenses by budget line'].slice(1, 3), [
		['Roof (2025)', '500.00'],
		['Line 7', '0.05'],
	]);
});

test('charts have descriptions and tables with the same numbers', () => {
	const { html } = report();
	const charts = [...html.matchAll(/<svg role="img" aria-labelledby="(\S+) (\S+)"[^>]*>(.*?)<\/svg>/gs)];
	assert.equal(charts.length, 3);
	for (const [, title, description, inside] of charts) {
		assert.ok(inside.includes(`<title id="${title}">`) && inside.includes(`<desc id="${description}">`));
	}
	assert.ok(html.includes('Received by the bank: 800.00; Bills: 274.48'));
	// The longest bar fills the available width, the others are in proportion.
	const widths = [...charts[0][3].matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
	assert.ok(widths[0] > 300 && widths[0] < 510 - 8 * '800.00'.length);
	assert.ok(Math.abs(widths[1] - (widths[0] * 27_448) / 80_000) < 0.2);
	assert.equal(widths.length, 4);
	assert.ok(widths.every((width) => width >= 1));
});

test('money is exact', () => {
	assert.equal(decimal(27_448n), '274.48');
	assert.equal(decimal(-5n), '-0.05');
	assert.equal(decimal(5n, 0), '5');
	assert.equal(printed(123_456_789_012_345_678_901n), '1,234,567,890,123,456,789.01');
	assert.equal(printed(-100_000n), '−1,000.00');
	assert.equal(printed(99_999n, 0), '99,999');
});

test('days and months are those of the community', () => {
	const { start, end } = dayRange('2026-11-01', '2026-11-30', 480);
	assert.equal(isoTime(start, 480), '2026-11-01T00:00:00.000+08:00');
	assert.equal(end, 1_796_054_400_000);
	assert.equal(isoTime(0, -570), '1969-12-31T14:30:00.000-09:30');
	assert.equal(clockTime(0, 330), '1970-01-01 05:30');
	assert.throws(() => dayRange('2026-02-29', '2026-03-01', 0), /not a day/);
	assert.throws(() => dayRange('2026-3-1', '2026-03-01', 0), /not a day/);
	assert.throws(() => dayRange('2026-03-02', '2026-03-01', 0), /before it begins/);
	for (const wrong of ['2026-13', '2026-00', '2026-1', undefined]) {
		assert.throws(() => parseMonth(wrong), /not a month/);
	}
});

test('where clocks are set, months follow one another as on the chain', () => {
	/** @type {(month: string, at: string, offset: number) => import('@linli/command/calendar.js').Switch} */
	const change = (month, at, offset) => ({ month, at: Date.parse(at), offset });
	// Forward by an hour, then back by two, each at midnight by the clocks before.
	const forward = change('2026-12', '2026-12-01T00:00:00+08:00', 540);
	const back = change('2027-02', '2027-02-01T00:00:00+09:00', 420);
	const calendar = { offset: 480, switches: [forward, back] };
	const months = ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'].map((last) => {
		const first = `${last.slice(0, 7)}-01`;
		const { offset, switches } = calendarOf(calendar, first, last);
		const { start, end } = dayRange(first, last, offset, switches);
		assert.deepEqual(dayRange(first, last, calendar.offset, calendar.switches), { start, end });
		return [start, end].map((moment) => isoTime(moment, offsetAt(moment, calendar)).replace(':00.000', ''));
	});
	assert.deepEqual(months, [
		['2026-11-01T00:00+08:00', '2026-12-01T01:00+09:00'],
		['2026-12-01T01:00+09:00', '2027-01-01T00:00+09:00'],
		['2027-01-01T00:00+09:00', '2027-02-01T00:00+07:00'],
		['2027-02-01T00:00+07:00', '2027-03-01T00:00+07:00'],
	]);
	assert.deepEqual(calendarOf(calendar, '2027-01-01', '2027-01-30'), { offset: 540, switches: [] });
	// The eve of the month that begins later lasts until the clocks say so.
	assert.equal(offsetAt(back.at, calendar), 420);
	assert.ok(back.at < dayRange('2027-01-01', '2027-01-31', 540, [back]).end);
});

test('a bank account’s month is what it has now less what later months brought', async () => {
	const number = (/** @type {number} */ value) => ({ toNumber: () => value, toBigInt: () => BigInt(value) });
	/** @type {(value: unknown) => object} */
	const option = (value) => ({ isSome: value !== null, isNone: value === null, unwrap: () => value });
	const none = { received: 0, restored: 0, transferredIn: 0, paidOut: 0, reversed: 0, transferredOut: 0 };
	/** @type {Record<string, Partial<typeof none>>} */
	const booked = {
		'0 2026-11': { received: 500, paidOut: 100, transferredOut: 50 },
		'0 2027-01': { received: 30, reversed: 20, restored: 7 },
		'1 2026-11': { transferredIn: 50 },
	};
	const at = /** @type {any} */ ({
		call: {
			cashierApi: {
				banks: async () => [
					[number(0), { opened: number(0) }, number(1_417)],
					[number(1), { opened: number(90) }, number(50)],
					[number(2), { opened: number(200) }, number(0)],
				],
				orders: async () => [[number(4), { bank: number(0), amount: number(60) }]],
				month: async (/** @type {number} */ bank, /** @type {{ year: number, month: number }} */ { year, month }) => {
					const totals = booked[`${bank} ${year}-${String(month).padStart(2, '0')}`];
					const all = Object.entries({ ...none, ...totals }).map(([name, value]) => [name, number(value)]);
					return option(totals ? Object.fromEntries(all) : null);
				},
				attestation: async (/** @type {number} */ bank) =>
					option(
						bank === 0 ? { closing: number(1_399), statement: { toHex: () => '0x33' }, moment: number(400) } : null,
					),
				auditorFigure: async () => option(null),
				outstanding: async (/** @type {number} */ bank) =>
					bank === 0 ? [[{ kind: { type: 'ReceiptBooked' }, amount: number(1), value: number(150) }, number(1)]] : [],
			},
		},
	});
	const months = await readBankMonths(at, { year: 2026, month: 11 }, { year: 2027, month: 1 }, 200);
	const attestation = { statement: '0x33', moment: 400 };
	const item = { kind: 'ReceiptBooked', fen: 1n, value: 150, left: 1n };
	assert.deepEqual(months, [
		{
			id: 0,
			opening: 1_050n,
			closing: 1_400n,
			attested: 1_399n,
			attestation,
			audited: null,
			ordered: 60n,
			items: [item],
		},
		{ id: 1, opening: 0n, closing: 50n, attested: null, attestation: null, audited: null, ordered: 0n, items: [] },
	]);
});
