// SPDX-License-Identifier: Apache-2.0

// Reads the journals of the community's bank accounts from a node, as tables. A journal names an entry once when it is
// booked, and once more with each of its corrections. What was booked at an account that is closed by now is corrected
// in the journal of account 0.

import { isoTime, offsetAt } from '@linli/command/calendar.js';
import { readCause } from './cause-fields.js';
import { causeText } from './causes.js';
import { decimal } from './money.js';
import { directionOf, lineText } from './table-words.js';
import { bankTable, rowOf } from './tables.js';

/**
 * @typedef {import('@linli/command/node.js').State} State
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 *
 * @typedef {object} Bank
 * @property {number} id
 * @property {number} opened The time of its opening.
 * @property {bigint} balance What the bank account should have by the books, in fen.
 *
 * @typedef {object} Line A line of a bank account's journal.
 * @property {number} number
 * @property {number} moment
 * @property {number | null} value The bank's value date; null of a correction.
 * @property {string} kind
 * @property {bigint} amount In fen.
 * @property {string} reference The key of the bank reference.
 * @property {{ kind: string, id: string }} party
 * @property {import('./cause-fields.js').Cause | null} cause
 * @property {string | null} other The payment that came back, of its receipt; the receipt, of the payment's correction.
 * @property {string | null} reason
 * @property {string | null} by
 * @property {string | null} approver
 */

const PAGE = 100;

/**
 * The community's bank accounts.
 * @param {State} at
 * @returns {Promise<Bank[]>}
 */
export async function readBanks(at) {
	if (!at.call.cashierApi?.banks) {
		throw new Error('the node has no cashierApi.banks: is it a Linli node with a current runtime?');
	}
	return [...(await at.call.cashierApi.banks())].map(([id, { opened }, balance]) => ({
		id: id.toNumber(),
		opened: opened.toNumber(),
		balance: balance.toBigInt(),
	}));
}

/**
 * The lines of a bank account's journal, from the first.
 * @param {State} at
 * @param {number} bank
 * @returns {AsyncGenerator<Line>}
 */
export async function* readJournal(at, bank) {
	/** How many lines of each reference there were. @type {Map<string, number>} */
	const seen = new Map();
	/** @type {Map<string, Decoded[]>} */
	const corrections = new Map();
	for (let from = 0; ; from += PAGE) {
		const page = [...(await at.call.cashierApi.journal(bank, from, PAGE))];
		for (const [number, key, entry] of page) {
			const reference = key.toHex();
			const before = seen.get(reference) ?? 0;
			seen.set(reference, before + 1);
			const isOwn = entry.bank.toNumber() === bank;
			if (isOwn && before === 0) {
				yield entryLine(number.toNumber(), reference, entry);
				continue;
			}
			const known = corrections.get(reference) ?? (await correctionsAt(at, bank, key));
			corrections.set(reference, known);
			yield correctionLine(number.toNumber(), reference, entry, known[isOwn ? before - 1 : before]);
		}
		if (page.length < PAGE) {
			return;
		}
	}
}

/**
 * The corrections of an entry that are booked at a bank account, in order.
 * @type {(at: State, bank: number, key: Decoded) => Promise<Decoded[]>}
 */
const correctionsAt = async (at, bank, key) =>
	[...(await at.call.cashierApi.corrections(key))].filter((correction) => correction.bank.toNumber() === bank);

/** @type {(value: Decoded) => string | null} */
const optional = (value) => (value.isSome ? value.unwrap().toString() : null);

/** @param {Decoded} party */
const readParty = (party) => ({
	kind: party.type,
	// Interest goes to all pots; a unit is told apart from the account that keeps its owner's money.
	id: party.isPots ? '' : party.isUnit ? party.asUnit.unit.toString() : party.inner.toString(),
});

/** @type {(number: number, reference: string, entry: Decoded) => Line} */
const entryLine = (number, reference, entry) => ({
	number,
	moment: entry.moment.toNumber(),
	value: entry.value.toNumber(),
	kind: entry.kind.type,
	amount: entry.amount.toBigInt(),
	reference,
	party: readParty(entry.party),
	cause: entry.cause.isSome ? readCause(entry.cause.unwrap()) : null,
	other: optional(entry.returns),
	reason: null,
	by: optional(entry.cashier),
	approver: null,
});

/** @type {(number: number, reference: string, entry: Decoded, correction: Decoded) => Line} */
const correctionLine = (number, reference, entry, { terms, amount, proposer, approver, moment }) => ({
	number,
	moment: moment.toNumber(),
	value: null,
	kind: `${terms.type}Correction`,
	amount: amount.toBigInt(),
	reference,
	party: readParty(entry.party),
	cause: entry.cause.isSome ? readCause(entry.cause.unwrap()) : null,
	other: terms.isPayment ? optional(terms.asPayment.cameBack) : null,
	reason: terms.inner.get('reason').toString(),
	by: proposer.toString(),
	approver: approver.toString(),
});

/**
 * A journal within a range as a table, with the running balance: opening, lines, closing.
 * @param {number} bank
 * @param {AsyncIterable<Line> | Iterable<Line>} lines From the first.
 * @param {{ head: Omit<import('./format.js').ExportHead, 'tables'>, language: import('./causes.js').Language, start: number,
 *   end: number, until: number }} style `until` is the end of the part that is exported, at most `end`.
 * @returns {Promise<import('./tables.js').Table>}
 */
export async function journalTable(bank, lines, { head, language, start, end, until }) {
	const name = bankTable(bank);
	const { decimals } = head.currency;
	const { utcOffset: offset, switches = [] } = head.range;
	/** @param {number} moment */
	const time = (moment) => isoTime(moment, offsetAt(moment, { offset, switches }));
	/** @type {(name: string, fen: bigint) => Record<string, unknown>} */
	const money = (column, fen) => ({ [column]: decimal(fen, decimals), [`${column}_fen`]: fen });
	let balance = 0n;
	let opening = 0n;
	/** @type {import('./tables.js').Row[]} */
	const rows = [];
	for await (const line of lines) {
		if (line.moment >= until) {
			break;
		}
		const direction = directionOf(line.kind, line.other !== null);
		if (direction === null) {
			throw new Error(`bank account ${bank}: this program does not know entries of the kind ${line.kind}`);
		}
		balance += direction === 'in' ? line.amount : direction === 'out' ? -line.amount : 0n;
		if (line.moment < start) {
			opening = balance;
			continue;
		}
		const { cause } = line;
		rows.push(
			rowOf(name, {
				row: 'entry',
				number: line.number,
				time: time(line.moment),
				value_date: line.value === null ? '' : time(line.value).slice(0, 10),
				direction,
				...money('amount', line.amount),
				kind: line.kind,
				text: lineText(line.kind, language),
				reference: line.reference,
				party: line.party.kind,
				party_id: line.party.id,
				cause: cause?.kind,
				cause_text: cause === null ? '' : causeText(cause, direction === 'in', language),
				other_reference: line.other,
				reason: line.reason,
				by: line.by,
				approver: line.approver,
				...money('balance', balance),
			}),
		);
	}
	const border = (/** @type {string} */ row, /** @type {number} */ moment, /** @type {bigint} */ fen) =>
		rowOf(name, { row, time: time(moment), ...money('balance', fen) });
	return { name, rows: [border('opening', start, opening), ...rows, border('closing', end, balance)] };
}
