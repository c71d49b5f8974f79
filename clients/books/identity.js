// SPDX-License-Identifier: Apache-2.0

// Checks the balances of an export: that pots, escrow, money in transit and all accounts are the money on the chain, and
// that this is what the bank has by the books. Independent of chain and files.

import { inert } from './csv.js';
import { decimal, fenOf, signedFenOf, total } from './money.js';
import { classText, isClass, PARTS } from './table-words.js';

/**
 * @typedef {import('./tables.js').Row} Row
 *
 * @typedef {object} Identity Sums as of the block, in fen.
 * @property {bigint} pots
 * @property {bigint} escrow
 * @property {bigint} transit
 * @property {bigint} accounts
 * @property {bigint} issuance
 * @property {bigint} banks
 *
 * @typedef {(code: string, text: string) => void} Tell Names a fault.
 */

/**
 * Fen of a cell, which must agree with the decimal beside it. Throws with a sentence if it is none. Only a running
 * balance can be below zero: of a bank account that sent on what was reversed, but is still owed.
 * @param {Row} row
 * @param {string} name
 * @param {string} where
 * @param {number} decimals
 * @param {Tell} tell
 */
export function moneyOf(row, name, where, decimals, tell) {
	const fen = (name === 'balance' ? signedFenOf : fenOf)(row[`${name}_fen`]);
	if (fen === null) {
		throw new Error(`${where}, ${name}_fen is missing or malformed`);
	}
	if (row[name] !== inert(decimal(fen, decimals))) {
		tell('decimal', `${where}: ${name} is given as ${row[name]}, which is not ${fen} fen`);
	}
	return fen;
}

/**
 * Checks the table of balances.
 * @param {Row[]} rows
 * @param {{ decimals: number, language: import('./causes.js').Language, closings: Map<number, bigint> | null,
 *   journals: Map<number, bigint> | null, escrow: bigint }} others `closings` of pots and of bank `journals` are null unless
 *   the range reaches the block.
 * @param {Tell} tell
 * @returns {Identity}
 */
export function checkBalances(rows, { decimals, language, closings, journals, escrow }, tell) {
	const seen = new Set();
	/** @type {Map<string, Map<string, bigint>>} */
	const classes = new Map();
	for (const [place, row] of rows.entries()) {
		const where = `accounts, row ${place}`;
		const { class: name, item, text } = row;
		if (!isClass(name)) {
			throw new Error(`${where}: there is no class "${name}"`);
		}
		if (seen.has(`${name} ${item}`)) {
			tell('identity', `${where}: ${name} ${item} occurs twice`);
		}
		seen.add(`${name} ${item}`);
		if (text !== classText(name, language)) {
			tell('text', `${where}: its text is "${text}", but its class reads "${classText(name, language)}"`);
		}
		const items = classes.get(name) ?? new Map();
		classes.set(name, items.set(item, moneyOf(row, 'amount', where, decimals, tell)));
	}
	/** @param {string} name */
	const of = (name) => classes.get(name) ?? new Map();
	/** @param {string} name */
	const sum = (name) => total([...of(name).values()]);
	/** @param {bigint} fen */
	const money = (fen) => decimal(fen, decimals);
	/** @type {(what: string, one: bigint, other: bigint) => void} */
	const agree = (what, one, other) => {
		if (one !== other) {
			tell('identity', `${what}: ${money(one)} is not ${money(other)}`);
		}
	};
	agree('pots, escrow, transit and accounts are all money on the chain', total(PARTS.map(sum)), sum('issuance'));
	agree('the bank accounts have what is on the chain', sum('bank'), sum('issuance'));
	agree('the escrow is what the projects hold', sum('escrow'), escrow);
	compare('pot', of('pot'), closings, agree);
	const owed = of('debt');
	const booked = journals && new Map([...journals].map(([bank, fen]) => [bank, fen + (owed.get(String(bank)) ?? 0n)]));
	// What receipts of a closed account owed is taken at account 0, which has its money: no journal has a line for it.
	for (const [bank, fen] of booked ?? []) {
		if (bank !== 0 && fen < 0n) {
			booked?.set(bank, 0n).set(0, (booked.get(0) ?? 0n) + fen);
		}
	}
	compare('bank account', of('bank'), booked, agree);
	return {
		pots: sum('pot'),
		escrow: sum('escrow'),
		transit: sum('transit'),
		accounts: sum('units') + sum('free') + sum('deposit') + sum('held') + sum('reserved'),
		issuance: sum('issuance'),
		banks: sum('bank'),
	};
}

/**
 * Compares the balances of a class with the closings of the ledgers or journals that lead to them.
 * @param {string} what
 * @param {Map<string, bigint>} balances
 * @param {Map<number, bigint> | null} closings
 * @param {(what: string, one: bigint, other: bigint) => void} agree
 */
function compare(what, balances, closings, agree) {
	if (closings === null) {
		return;
	}
	for (const item of new Set([...balances.keys(), ...[...closings.keys()].map(String)])) {
		const book = closings.get(Number(item)) ?? 0n;
		agree(`the balance of ${what} ${item} is the closing of its book`, balances.get(item) ?? 0n, book);
	}
}

/**
 * Checks the table of projects. Returns what they hold.
 * @param {Row[]} rows
 * @param {number} decimals
 * @param {Tell} tell
 */
export function checkEscrow(rows, decimals, tell) {
	let held = 0n;
	for (const [place, row] of rows.entries()) {
		const where = `escrow, row ${place}`;
		if (row.project !== String(place)) {
			tell('gap', `${where}: expected project ${place}, found project ${row.project}`);
		}
		/** @param {string} name */
		const fen = (name) => moneyOf(row, name, where, decimals, tell);
		const left = fen('funded') - fen('paid') - fen('returned');
		const there = fen('held');
		if (there !== left) {
			tell('escrow', `${where}: funded − paid − returned is ${left} fen, but ${there} fen are held`);
		}
		if (fen('retained') > there) {
			tell('escrow', `${where}: more is retained than is held`);
		}
		held += there;
	}
	return held;
}

/**
 * The identity in words, e.g. to be printed.
 * @param {Identity} sums
 * @param {number} decimals
 */
export const identityText = ({ pots, escrow, transit, accounts, issuance, banks }, decimals) => {
	/** @param {bigint} fen */
	const money = (fen) => decimal(fen, decimals);
	const parts = `pots ${money(pots)} + escrow ${money(escrow)} + transit ${money(transit)} + accounts ${money(accounts)}`;
	const relation = pots + escrow + transit + accounts === issuance && issuance === banks ? '=' : 'against';
	return `As of the block: ${parts} ${relation} on the chain ${money(issuance)} ${relation} at the bank ${money(banks)}`;
};
