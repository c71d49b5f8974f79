// SPDX-License-Identifier: Apache-2.0

// Sample books for the tests and the pictures in the documentation.

import { dayRange } from '@linli/command/calendar.js';
import { journalTable } from './bank.js';
import { fieldsOf } from './cause-fields.js';
import { accountsTable, escrowTable } from './holdings.js';
import { tableText } from './tables.js';
import { writeBook } from './write.js';

/** @typedef {[time: string, fen: bigint, cause: import('./cause-fields.js').Cause, counterparty?: string]} Move */

const OFFSET = 480;
/** @param {string} time */
const at = (time) => Date.parse(`${time}+08:00`);

/** Kinds of causes with their fields, as `kindsOf` reads them from the chain's metadata. */
const KINDS = new Map([
	['Bill', ['bill_unit', 'bill_charge', 'bill_period', 'payment']],
	['Receipt', ['reference']],
	['Transfer', ['pot', 'entry']],
	['Expense', ['expense']],
	['Project', ['project']],
	['Booking', ['booking']],
]);

export const HEAD = {
	chain: { name: 'Willow Court', genesis: '0x11' },
	block: { number: 9_000, hash: '0x22', time: '2026-12-01T08:00:00.000+08:00' },
	currency: { symbol: 'CNY', decimals: 2 },
	range: { from: '2026-11-01', to: '2026-11-30', utcOffset: OFFSET, pot: /** @type {number | null} */ (null) },
	potIds: [0, 1, 2, 3],
};

/**
 * A ledger from moves. Positive amounts are incoming, negative ones outgoing.
 * @param {number} id
 * @param {string} kind
 * @param {string} name
 * @param {bigint} opening
 * @param {number} first
 * @param {Move[]} moves
 */
function ledger(id, kind, name, opening, first, moves) {
	let balance = opening;
	const entries = moves.map(([time, fen, cause, counterparty], place) => {
		balance += fen;
		const amount = fen < 0n ? -fen : fen;
		return {
			id: first + place,
			moment: at(time),
			isIn: fen > 0n,
			amount,
			balance,
			cause,
			counterparty: counterparty ?? null,
		};
	});
	return { id, kind, name, opening, count: entries.length, entries };
}

/** Ledgers of November 2026: income, expenses, a transfer, a pot without entries, and awkward names. */
export function sampleLedgers() {
	const period = '2026-11';
	const bill = { unit: 3, charge: 0, period };
	return [
		ledger(0, 'Operating', 'Operating, "daily"', 100_000n, 7, [
			['2026-11-01T00:00:00.000', 27_448n, { kind: 'Bill', bill, payment: 41 }, '5Wang'],
			['2026-11-01T00:00:00.000', 137n, { kind: 'LateFee', bill, payment: 41 }, '5Wang'],
			['2026-11-10T09:30:00.000', -50_005n, { kind: 'Expense', expense: 2 }, '5Lift'],
			['2026-11-12T12:00:00.000', 12n, { kind: 'TransactionFees' }],
			['2026-11-30T23:59:59.999', -1_000n, { kind: 'Refund', bill: { unit: 9, charge: 0, period } }, '5Chen'],
		]),
		ledger(1, 'Repair', '维修资金', 0n, 0, [
			['2026-11-15T10:00:00.000', 60_000n, { kind: 'Transfer', pot: 2, entry: 120 }, '5PotTwo'],
			['2026-11-16T10:00:00.000', -45_000n, { kind: 'Project', project: 0 }],
		]),
		ledger(2, 'CommonIncome', '=SUM(A1)', 250_000n, 120, [
			['2026-11-15T10:00:00.000', -60_000n, { kind: 'Transfer', pot: 1, entry: 0 }, '5PotOne'],
			['2026-11-20T10:00:00.000', 80_000n, { kind: 'Receipt', reference: `0x${'ab'.repeat(32)}` }],
		]),
		ledger(3, 'Other', 'Summer party', 5_000n, 4, []),
	];
}

/** @param {string} digits */
const key = (digits) => `0x${digits.repeat(32)}`;

/**
 * Lines of a bank account's journal.
 * @param {number} first
 * @param {[time: string, kind: string, amount: bigint, reference: string,
 *   more?: Partial<import('./bank.js').Line>][]} lines
 * @returns {import('./bank.js').Line[]}
 */
const journal = (first, lines) =>
	lines.map(([time, kind, amount, reference, more], place) => ({
		number: first + place,
		moment: at(time),
		value: kind.endsWith('Correction') ? null : at(time),
		kind,
		amount,
		reference,
		party: { kind: 'Pot', id: '2' },
		cause: null,
		other: null,
		reason: null,
		by: '5Cashier',
		approver: null,
		...more,
	}));

/** The journals of two bank accounts: a receipt taken back in part, a payment that came back, a transfer. */
export function sampleJournals() {
	const corrected = { reason: key('ee'), approver: '5Auditor' };
	const lift = { party: { kind: 'Pot', id: '0' }, cause: { kind: 'Expense', expense: 2 } };
	/** @type {(id: string) => Partial<import('./bank.js').Line>} */
	const bank = (id) => ({ party: { kind: 'Bank', id } });
	return new Map([
		[
			0,
			journal(0, [
				['2026-10-01T09:00:00.000', 'In', 407_092n, key('a0'), { party: { kind: 'Account', id: '5Wang' } }],
				['2026-11-05T09:00:00.000', 'In', 7_000n, key('a1')],
				['2026-11-06T09:00:00.000', 'ReceiptCorrection', 1_000n, key('a1'), corrected],
				['2026-11-10T09:30:00.000', 'Out', 50_005n, key('a2'), lift],
				['2026-11-12T09:00:00.000', 'In', 50_005n, key('a3'), { ...lift, other: key('a2') }],
				[
					'2026-11-12T09:00:00.000',
					'PaymentCorrection',
					50_005n,
					key('a2'),
					{ ...lift, ...corrected, other: key('a3') },
				],
				['2026-11-20T10:00:00.000', 'In', 80_000n, key('ab')],
				['2026-11-25T10:00:00.000', 'TransferOut', 30_000n, key('a4'), bank('1')],
			]),
		],
		[1, journal(0, [['2026-11-25T10:00:00.000', 'TransferIn', 30_000n, key('b0'), bank('0')]])],
	]);
}

/** Balances as of the block of `HEAD`: with what is owed they are the closings of ledgers and journals. */
export const sampleBalances = () => [
	{ class: 'pot', item: 0, fen: 76_592n },
	{ class: 'pot', item: 1, fen: 15_000n },
	{ class: 'pot', item: 2, fen: 270_000n },
	{ class: 'pot', item: 3, fen: 5_000n },
	{ class: 'escrow', fen: 30_000n },
	{ class: 'transit', fen: 700n },
	{ class: 'units', fen: 4_000n },
	{ class: 'free', fen: 86_000n },
	{ class: 'deposit', fen: 3_000n },
	{ class: 'held', item: 'Cashier.Payout', fen: 1_000n },
	{ class: 'held', item: 'Fees.Prepayment', fen: 2_000n },
	{ class: 'reserved', fen: 0n },
	{ class: 'issuance', fen: 493_292n },
	{ class: 'bank', item: 0, fen: 463_292n },
	{ class: 'bank', item: 1, fen: 30_000n },
	{ class: 'debt', item: 0, fen: 200n },
];

export const sampleEscrow = () => [
	{
		id: 0,
		state: 'Active',
		sums: { funded: 45_000n, paid: 14_250n, returned: 750n, held: 30_000n, retained: 750n },
	},
];

/**
 * @typedef {object} Holdings
 * @property {ReturnType<typeof sampleJournals>} [journals]
 * @property {ReturnType<typeof sampleEscrow>} [escrow]
 * @property {import('./holdings.js').Balance[]} [balances]
 *
 * @typedef {Omit<import('./format.js').ExportHead, 'potIds' | 'tables'>} SampleHead
 */

/**
 * The tables of an export.
 * @param {SampleHead} head
 * @param {import('./causes.js').Language} language
 * @param {Holdings} holdings
 */
export async function sampleTables(head, language, holdings) {
	const { journals = sampleJournals(), escrow = sampleEscrow(), balances = sampleBalances() } = holdings;
	const { from, to, utcOffset, switches } = head.range;
	const range = dayRange(from, to, utcOffset, switches);
	const style = { head: { ...head, potIds: [] }, language, ...range, until: range.end };
	const { decimals } = head.currency;
	const tables = [escrowTable(escrow, decimals), accountsTable(balances, decimals, language)];
	for (const [bank, lines] of [...journals].reverse()) {
		tables.unshift(await journalTable(bank, lines, style));
	}
	return tables;
}

/**
 * The text of an export, and its tables; in CSV `open` has the files of the tables.
 * @param {string} format
 * @param {{ ledgers?: ReturnType<typeof sampleLedgers>, head?: SampleHead, language?: import('./causes.js').Language } & Holdings}
 *   changes
 */
export async function exported(format, { ledgers = sampleLedgers(), head = HEAD, language = 'en', ...holdings } = {}) {
	/** @type {string[]} */
	const pieces = [];
	const style = { format, language, causeFields: fieldsOf(KINDS) };
	const potIds = ledgers.map(({ id }) => id);
	const tables = head.range.pot === null ? await sampleTables(head, language, holdings) : [];
	const whole = { ...head, potIds, tables: tables.map(({ name }) => name) };
	/** @param {string} text */
	const write = (text) => {
		pieces.push(text);
	};
	const result = await writeBook(whole, style, ledgers, write, undefined, tables);
	const files = new Map(tables.map((table) => [table.name, tableText(table)]));
	return { text: pieces.join(''), result, tables, files, open: (/** @type {string} */ name) => files.get(name) ?? '' };
}

/**
 * The facts that `readMonth` returns for the same month.
 * @param {Partial<import('./month.js').Facts>} changes
 * @returns {import('./month.js').Facts}
 */
export function sampleFacts(changes = {}) {
	/** @type {(kind: string, received: bigint, spent?: bigint) => import('./month.js').CauseSum} */
	const sum = (kind, received, spent = 0n) => ({ kind, received, spent });
	const attestation = { statement: '0x33', moment: at('2026-12-01T07:00:00.000') };
	const items = [
		{ kind: 'ReceivedByBank', fen: 1_500n, value: at('2026-11-30T00:00:00.000'), left: 0n },
		{ kind: 'PaidByBank', fen: 800n, value: at('2026-11-29T00:00:00.000'), left: 800n },
		{ kind: 'ReceiptBooked', fen: 1_200n, value: at('2026-11-28T00:00:00.000'), left: 0n },
		{ kind: 'PaymentBooked', fen: 370n, value: at('2026-11-27T00:00:00.000'), left: 370n },
	];
	return {
		chain: HEAD.chain,
		block: { number: 9_000, hash: '0x22', moment: at('2026-12-01T08:00:00.000') },
		currency: HEAD.currency,
		offset: OFFSET,
		month: { year: 2026, month: 11 },
		isOver: true,
		pots: [
			{
				id: 0,
				kind: 'Operating',
				name: 'Operating',
				opening: 100_000n,
				count: 5,
				lastBalance: 76_592n,
				sums: [
					sum('Bill', 27_448n),
					sum('LateFee', 137n),
					sum('TransactionFees', 12n),
					sum('Refund', 0n, 1_000n),
					sum('Expense', 0n, 50_005n),
				],
			},
			{
				id: 1,
				kind: 'Repair',
				name: '维修资金',
				opening: 0n,
				count: 2,
				lastBalance: 15_000n,
				sums: [sum('Transfer', 60_000n), sum('Project', 0n, 45_000n)],
			},
			{
				id: 2,
				kind: 'CommonIncome',
				name: 'Common income',
				opening: 250_000n,
				count: 2,
				lastBalance: 270_000n,
				sums: [sum('Receipt', 80_000n), sum('Transfer', 0n, 60_000n)],
			},
		],
		attestation: { bank: 499_900n, chain: 500_000n },
		banks: [
			{
				id: 0,
				opening: 380_000n,
				closing: 470_000n,
				attested: 469_900n,
				attestation,
				audited: 469_900n,
				ordered: 2_500n,
				items,
			},
			{ id: 1, opening: 0n, closing: 30_000n, attested: 30_000n, attestation, audited: null, ordered: 0n, items: [] },
		],
		close: { difference: -100n, moment: at('2026-12-01T07:30:00.000'), isConfirmed: true },
		budgets: new Map([
			[
				2026,
				[
					{ id: 0, name: 'Lifts', pot: 0, cap: 1_200_000n, committed: 100_000n, spent: 400_000n },
					{ id: 1, name: 'Garden', pot: 2, cap: 300_000n, committed: 0n, spent: 0n },
				],
			],
		]),
		expenses: [
			{ year: 2026, line: 0, fen: 40_000n },
			{ pot: 0, fen: 10_005n },
		],
		returns: [{ year: 2026, line: 0, fen: 1_200n }],
		arrears: {
			principal: { charged: 1_234_500n, reduced: 500n, waived: 1_000n, paid: 1_000_000n, owed: 233_000n },
			late: { charged: 300n, reduced: 0n, waived: 100n, paid: 137n, owed: 63n },
			bills: 45,
			overdue: 120_050n,
			units: 3,
			disputed: 2_500n,
		},
		repair: { belonging: 14_000n, undistributed: 1_000n, units: 8 },
		projects: [
			{ id: 0, state: 'Active', funded: 45_000n, held: 30_000n, retained: 750n, paid: 14_250n, returned: 750n },
		],
		audits: [{ expense: 1, due: at('2026-11-20T00:00:00.000'), amount: 7_700n, kind: 'Lift', incurred: '2026-10' }],
		standstills: [{ from: at('2026-11-07T22:15:00.000'), until: at('2026-11-08T07:31:00.000') }],
		...changes,
	};
}
