// SPDX-License-Identifier: Apache-2.0

// Checks the tables of an export besides the pots' ledgers: bank journals line by line, then escrow and balances.
// Independent of chain and files.

import { checkBalances, checkEscrow, moneyOf } from './identity.js';
import { directionOf, lineText } from './table-words.js';
import { bankOf, bankTable, stated } from './tables.js';

/**
 * @typedef {import('./tables.js').Row} Row
 * @typedef {import('./tables.js').Table} Table
 * @typedef {import('./verify.js').Fault} Fault
 * @typedef {import('./identity.js').Tell} Tell
 *
 * @typedef {object} Context What the rest of an export says.
 * @property {string[]} names The tables that the head lists.
 * @property {import('./causes.js').Language} language
 * @property {number} decimals
 * @property {number} start In milliseconds, like the next two.
 * @property {number} end
 * @property {number} block
 * @property {Map<number, bigint>} closings The closing of each pot.
 * @property {unknown} [said] What the export states of its tables.
 *
 * @typedef {object} Booked An entry.
 * @property {bigint} amount
 * @property {bigint} corrected
 * @property {string} kind Empty if it is not in the file, or not yet.
 * @property {string} correction The kind of its corrections so far.
 * @property {number} bank Of the first line that names it.
 * @typedef {{ bank: number, other: number, isIn: boolean, time: string, amount: bigint }} Half One side of a transfer.
 */

/**
 * Checks all tables.
 * @param {Table[]} tables
 * @param {Context} context
 * @returns {{ faults: Fault[], identity: import('./identity.js').Identity | null }} No identity without tables.
 */
export function checkTables(tables, { names, language, decimals, start, end, block, closings, said }) {
	/** @type {Fault[]} */
	const faults = [];
	/** @type {Tell} */
	const tell = (code, text) => {
		faults.push({ code, pot: null, entry: null, text });
	};
	if (tables.map(({ name }) => name).join() !== names.join()) {
		tell('table', `the head lists the tables ${names.join(', ')}`);
	}
	if (said !== undefined && !isSame(said, stated(tables))) {
		tell('table', 'a table is not the one that the export states: it was exchanged or edited');
	}
	if (names.length === 0) {
		return { faults, identity: null };
	}
	/** Every reference is used once. @type {Map<string, Booked>} */
	const booked = new Map();
	/** @type {Half[]} */
	const halves = [];
	/** @type {Map<number, bigint>} */
	const journals = new Map();
	for (const { name, rows } of tables) {
		const bank = bankOf(name);
		if (bank !== null) {
			const journal = { bank, rows, language, decimals, start, end, block };
			journals.set(bank, checkJournal(journal, booked, halves, tell));
		}
	}
	checkTransfers(halves, tell);
	/** @param {string} wanted */
	const rowsOf = (wanted) => {
		const found = tables.find(({ name }) => name === wanted)?.rows;
		if (found === undefined) {
			throw new Error(`the table ${wanted} is missing`);
		}
		return found;
	};
	const escrow = checkEscrow(rowsOf('escrow'), decimals, tell);
	// Balances are of the block: what a range that ended before it closes with is not theirs.
	const reaches = end > block;
	const others = { closings: reaches ? closings : null, journals: reaches ? journals : null };
	const balances = rowsOf('accounts');
	const identity = checkBalances(balances, { decimals, language, escrow, ...others }, tell);
	for (const { class: of, item } of balances) {
		if (of === 'bank' && !journals.has(Number(item))) {
			tell('table', `there is no journal of bank account ${item}`);
		}
	}
	return { faults, identity };
}

/** Whether two JSON values are the same, whatever the order of their names. @type {(one: any, other: any) => boolean} */
const isSame = (one, other) => {
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
		return one === other;
	}
	const names = new Set([...Object.keys(one), ...Object.keys(other)]);
	return [...names].every((name) => isSame(one[name], other[name]));
};

/**
 * Checks a bank account's journal. Returns its closing.
 * @param {{ bank: number, rows: Row[], language: import('./causes.js').Language, decimals: number, start: number, end: number,
 *   block: number }} journal
 * @param {Map<string, Booked>} booked
 * @param {Half[]} halves
 * @param {Tell} tell
 * @returns {bigint}
 */
function checkJournal({ bank, rows, language, decimals, start, end, block }, booked, halves, tell) {
	const name = bankTable(bank);
	const [first, last] = [rows[0], rows[rows.length - 1]];
	if (rows.length < 2 || first.row !== 'opening' || last.row !== 'closing') {
		throw new Error(`the table ${name} does not begin with its opening and end with its closing`);
	}
	if (Date.parse(first.time) !== start || Date.parse(last.time) !== end) {
		throw new Error(`the table ${name} is of another range`);
	}
	let balance = moneyOf(first, 'balance', `${name}, opening`, decimals, tell);
	/** @type {{ number: number, time: number } | null} */
	let before = null;
	for (const [place, row] of rows.slice(1, -1).entries()) {
		const where = `${name}, line ${place + 1}`;
		const time = Date.parse(row.time);
		if (row.row !== 'entry' || !/^\d+$/.test(row.number) || Number.isNaN(time)) {
			throw new Error(`${where} is malformed`);
		}
		const number = Number(row.number);
		if (before !== null && number !== before.number + 1) {
			tell('gap', `${where}: expected number ${before.number + 1}, found ${number}`);
		}
		if (time < start || time >= end || time > block) {
			tell('range', `${where}: its time is outside the range, or after the block`);
		}
		if (before !== null && time < before.time) {
			tell('order', `${where}: it is older than the line before`);
		}
		before = { number, time };
		const amount = moneyOf(row, 'amount', where, decimals, tell);
		if (amount === 0n) {
			tell('zero', `${where}: its amount is zero`);
		}
		const direction = directionOf(row.kind, row.other_reference !== '');
		if (direction === null) {
			throw new Error(`${where}: there is no kind "${row.kind}"`);
		}
		if (row.direction !== direction) {
			tell('direction', `${where}: ${row.kind} does not go "${row.direction}"`);
		}
		if (row.text !== lineText(row.kind, language)) {
			tell('text', `${where}: its text is "${row.text}", but its kind reads "${lineText(row.kind, language)}"`);
		}
		const follows = balance + (direction === 'in' ? amount : direction === 'out' ? -amount : 0n);
		balance = moneyOf(row, 'balance', where, decimals, tell);
		if (balance !== follows) {
			tell('balance', `${where}: the balance should be ${follows} fen, but is ${balance} fen`);
		}
		book(row, bank, amount, booked, where, tell);
		if (row.kind.startsWith('Transfer')) {
			halves.push({ bank, other: Number(row.party_id), isIn: direction === 'in', time: row.time, amount });
		}
	}
	const closing = moneyOf(last, 'balance', `${name}, closing`, decimals, tell);
	if (closing !== balance) {
		tell('closing', `${name} closes with ${closing} fen, but its last balance is ${balance} fen`);
	}
	return closing;
}

/**
 * Checks that a reference is booked once, and that no more of it is corrected than was booked. What was booked at an
 * account that is closed by now is corrected at account 0, whose journal is read before.
 * @param {Row} row
 * @param {number} bank
 * @param {bigint} amount
 * @param {Map<string, Booked>} booked
 * @param {string} where
 * @param {Tell} tell
 */
function book({ kind, reference }, bank, amount, booked, where, tell) {
	if (!/^0x[0-9a-f]{64}$/.test(reference)) {
		throw new Error(`${where}, reference is missing or malformed`);
	}
	const entry = booked.get(reference);
	if (!kind.endsWith('Correction')) {
		const isAhead = entry !== undefined && entry.kind === '' && entry.bank !== bank;
		if (entry !== undefined && !isAhead) {
			tell('reference', `${where}: its reference was booked before`);
		}
		const { corrected, correction } = isAhead ? entry : { corrected: 0n, correction: '' };
		booked.set(reference, { amount, corrected, kind, correction, bank });
		if (isAhead && !isCorrectable({ amount, corrected, kind, correction, bank })) {
			tell('correction', `${where}: it is corrected as another kind of entry, or by more than was booked`);
		}
		return;
	}
	if (entry === undefined) {
		// The entry was booked before the range, or at an account that comes later.
		booked.set(reference, { amount: 0n, corrected: amount, kind: '', correction: kind, bank });
		return;
	}
	entry.corrected += amount;
	entry.correction = kind;
	if (entry.kind !== '' && !isCorrectable(entry)) {
		tell('correction', `${where}: it corrects another kind of entry, or more than was booked`);
	}
}

/**
 * Whether the corrections so far fit the entry.
 * @param {Booked} entry
 */
const isCorrectable = ({ amount, corrected, kind, correction }) =>
	kind === (correction === 'ReceiptCorrection' ? 'In' : 'Out') && corrected <= amount;

/**
 * Checks that both sides of every transfer between bank accounts are there.
 * @param {Half[]} halves
 * @param {Tell} tell
 */
function checkTransfers(halves, tell) {
	/** @type {Map<string, bigint>} */
	const open = new Map();
	for (const { bank, other, isIn, time, amount } of halves) {
		const [from, to] = isIn ? [other, bank] : [bank, other];
		const key = `from bank account ${from} to ${to} at ${time}`;
		open.set(key, (open.get(key) ?? 0n) + (isIn ? amount : -amount));
	}
	for (const [key, fen] of open) {
		if (fen !== 0n) {
			tell('transfer', `the two sides of the transfer ${key} differ`);
		}
	}
}
