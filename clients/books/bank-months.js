// SPDX-License-Identifier: Apache-2.0

// Reads the months of the community's bank accounts from a node: what each had by the books, and what bank statements say.

import { readBanks } from './bank.js';

/**
 * @typedef {import('@linli/command/node.js').State} State
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 * @typedef {import('@linli/command/calendar.js').Month} Month
 *
 * @typedef {object} BankMonth A bank account's month. Amounts are in fen.
 * @property {number} id
 * @property {bigint} opening By the books.
 * @property {bigint} closing By the books.
 * @property {bigint | null} attested The bank's closing balance by the cashier's statement; null if it is not attested yet.
 * @property {{ statement: string, moment: number } | null} attestation The hash of that bank statement, and when it was attested.
 * @property {bigint | null} audited The same by the auditor's own copy of the statement.
 * @property {bigint} ordered In execution at the bank when it was read.
 * @property {Item[]} items What the cashier lists to explain a difference.
 *
 * @typedef {object} Item An outstanding item: a movement that either the bank's statement or the books do not have.
 * @property {string} kind
 * @property {bigint} fen
 * @property {number} value Its date on the statement or in the books.
 * @property {bigint} left What of it was not booked, or not taken back, when it was read, in fen.
 */

const PAGE = 100;

/**
 * The bank accounts that had been opened by the end of a month.
 * @param {State} at
 * @param {Month} month
 * @param {Month} last The month in which it is read.
 * @param {number} end The end of the month, in milliseconds since 1970.
 * @returns {Promise<BankMonth[]>}
 */
export async function readBankMonths(at, month, last, end) {
	const ordered = await readOrdered(at);
	/** @type {BankMonth[]} */
	const found = [];
	for (const { id, opened, balance } of await readBanks(at)) {
		if (opened >= end) {
			continue;
		}
		// The balance is of now: what later months brought is taken off again. One month more than there is, should the
		// clocks be set just then.
		let closing = balance;
		for (let later = next(month); isBefore(later, next(next(last))); later = next(later)) {
			closing -= await readNet(at, id, later);
		}
		const [attestation, figure] = [
			await at.call.cashierApi.attestation(id, month),
			await at.call.cashierApi.auditorFigure(id, month),
		];
		found.push({
			id,
			opening: closing - (await readNet(at, id, month)),
			closing,
			attested: attestation.isSome ? attestation.unwrap().closing.toBigInt() : null,
			attestation: attestation.isSome ? readAttestation(attestation.unwrap()) : null,
			audited: figure.isSome ? figure.unwrap().closing.toBigInt() : null,
			ordered: ordered.get(id) ?? 0n,
			items: await readItems(at, id, month),
		});
	}
	return found;
}

/** @param {Decoded} attestation */
const readAttestation = ({ statement, moment }) => ({ statement: statement.toHex(), moment: moment.toNumber() });

/** @type {(at: State, bank: number, month: Month) => Promise<Item[]>} */
const readItems = async (at, bank, month) =>
	[...(await at.call.cashierApi.outstanding(bank, month))].map(([{ kind, amount, value }, left]) => ({
		kind: kind.type,
		fen: amount.toBigInt(),
		value: value.toNumber(),
		left: left.toBigInt(),
	}));

/** @type {(month: Month) => Month} */
const next = ({ year, month }) => (month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 });

/** @type {(one: Month, other: Month) => boolean} */
const isBefore = (one, other) => one.year < other.year || (one.year === other.year && one.month < other.month);

/**
 * What a month brought to a bank account, less what it took.
 * @param {State} at
 * @param {number} bank
 * @param {Month} month
 */
async function readNet(at, bank, month) {
	const found = await at.call.cashierApi.month(bank, month);
	if (found.isNone) {
		return 0n;
	}
	const totals = found.unwrap();
	/** @param {string[]} names */
	const sum = (...names) => names.reduce((fen, name) => fen + totals[name].toBigInt(), 0n);
	return sum('received', 'restored', 'transferredIn') - sum('paidOut', 'reversed', 'transferredOut');
}

/**
 * What is in execution at the bank, by bank account.
 * @param {State} at
 */
async function readOrdered(at) {
	/** @type {Map<number, bigint>} */
	const sums = new Map();
	/** @type {Decoded} */
	let page;
	for (let after = null; ; after = page[page.length - 1][0]) {
		page = [...(await at.call.cashierApi.orders(after, PAGE))];
		for (const [, { bank, amount }] of page) {
			const id = bank.toNumber();
			sums.set(id, (sums.get(id) ?? 0n) + amount.toBigInt());
		}
		if (page.length < PAGE) {
			return sums;
		}
	}
}
