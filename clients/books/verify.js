// SPDX-License-Identifier: Apache-2.0

// Checks that ledgers add up, entry by entry, so that their length does not matter. Independent of chain and files.

import { decimal } from './money.js';

/**
 * @typedef {object} Fault
 * @property {string} code
 * @property {number | null} pot Null if the fault concerns several pots, likewise for `entry`.
 * @property {number | null} entry
 * @property {string} text
 *
 * @typedef {object} Open The pot whose ledger is being read.
 * @property {number} id
 * @property {bigint} opening
 * @property {bigint} received
 * @property {bigint} spent
 * @property {bigint} balance
 * @property {number} entries
 * @property {number | null} next The expected id of the next entry.
 * @property {number | null} last Time of the last entry.
 *
 * @typedef {{ opening?: string, amount?: string, balance?: string, closing?: string }} Shown The decimals given besides the fen.
 *
 * @typedef {Pick<import('./chain.js').Entry, 'id' | 'moment' | 'isIn' | 'amount' | 'balance' | 'cause'> & { shown?: Shown }} Checked
 *
 * @typedef {{ received: bigint, spent: bigint }} Sides
 *
 * @typedef {{ pots: number, entries: number, opening: bigint, received: bigint, spent: bigint, closing: bigint, between: bigint }} Sums
 */

/**
 * Begins a check of entries from `start` on and before `end`, in milliseconds. Call `pot`, `entry` for each of its
 * entries and `close` for every pot, then `finish`.
 * @param {{ start: number, end: number, decimals?: number }} range
 */
export function beginCheck({ start, end, decimals = 2 }) {
	/** @type {Fault[]} */
	const faults = [];
	/** @type {Map<string, { from: unknown, to: unknown, left: bigint, arrived: bigint }>} */
	const transfers = new Map();
	const sums = { pots: 0, entries: 0, opening: 0n, received: 0n, spent: 0n, closing: 0n };
	const seen = new Set();
	/** @type {Open | null} */
	let open = null;
	const current = () => {
		if (open === null) {
			throw new Error('no pot is open');
		}
		return open;
	};

	/** @type {(code: string, text: string, entry?: number | null) => void} */
	const fault = (code, text, entry = null) => {
		faults.push({ code, pot: open?.id ?? null, entry, text });
	};
	/** @param {bigint} fen */
	const money = (fen) => decimal(fen, decimals);
	/**
	 * Checks that decimals, which people read, agree with fen, which programs read.
	 * @type {(shown: string | undefined, fen: bigint, what: string, entry?: number) => void}
	 */
	const agree = (shown, fen, what, entry) => {
		if (shown !== undefined && shown !== money(fen)) {
			fault('decimal', `${what} is given as ${shown}, which is not ${fen} fen`, entry);
		}
	};

	return {
		/**
		 * Begins a pot's ledger.
		 * @param {{ id: number, opening: bigint, shown?: Shown }} begun
		 */
		pot({ id, opening, shown = {} }) {
			open = { id, opening, received: 0n, spent: 0n, balance: opening, entries: 0, next: null, last: null };
			if (seen.has(id)) {
				fault('pot', 'the pot occurs twice');
			}
			seen.add(id);
			agree(shown.opening, opening, 'the opening');
			sums.pots += 1;
			sums.opening += opening;
		},

		/**
		 * Checks the next entry.
		 * @param {Checked} entry
		 */
		entry({ id, moment, isIn, amount, balance, cause, shown = {} }) {
			const pot = current();
			if (pot.next !== null && id !== pot.next) {
				fault('gap', `expected entry ${pot.next}, found entry ${id}`, id);
			} else if (pot.next === null && id === 0 && pot.opening !== 0n) {
				fault('gap', `entry 0 is the pot's first, but the opening is ${money(pot.opening)}`, id);
			}
			if (moment < start || moment >= end) {
				fault('range', 'its time is outside the range of the export', id);
			}
			if (pot.last !== null && moment < pot.last) {
				fault('order', 'it is older than the previous entry', id);
			}
			if (amount === 0n) {
				fault('zero', 'its amount is zero', id);
			}
			const follows = isIn ? pot.balance + amount : pot.balance - amount;
			if (balance !== follows) {
				fault('balance', `the balance should be ${money(follows)}, but is ${money(balance)}`, id);
			}
			agree(shown.amount, amount, 'the amount', id);
			agree(shown.balance, balance, 'the balance', id);
			pot[isIn ? 'received' : 'spent'] += amount;
			sums[isIn ? 'received' : 'spent'] += amount;
			if (cause.kind === 'Transfer') {
				const [from, to] = isIn ? [cause.pot, pot.id] : [pot.id, cause.pot];
				const both = transfers.get(`${from} ${to}`) ?? { from, to, left: 0n, arrived: 0n };
				both[isIn ? 'arrived' : 'left'] += amount;
				transfers.set(`${from} ${to}`, both);
			}
			// Continues from the stated balance, so that one wrong balance is reported once.
			Object.assign(pot, { balance, entries: pot.entries + 1, next: id + 1, last: moment });
			sums.entries += 1;
		},

		/**
		 * Ends the pot's ledger. Optional values are compared if given.
		 * @param {{ closing: bigint, received?: bigint, spent?: bigint, entries?: number, shown?: Shown }} end
		 * @returns {Sides}
		 */
		close({ closing, received, spent, entries, shown = {} }) {
			const pot = current();
			const follows = pot.opening + pot.received - pot.spent;
			if (closing !== follows) {
				const sum = `${money(pot.opening)} + ${money(pot.received)} − ${money(pot.spent)}`;
				fault('closing', `${sum} should close with ${money(follows)}, but closes with ${money(closing)}`);
			}
			if (closing !== pot.balance) {
				fault('closing', `it closes with ${money(closing)}, but its last balance is ${money(pot.balance)}`);
			}
			compare('received', received, pot.received, fault);
			compare('spent', spent, pot.spent, fault);
			compare('entries', entries, pot.entries, fault);
			agree(shown.closing, closing, 'the closing');
			sums.closing += closing;
			open = null;
			return { received: pot.received, spent: pot.spent };
		},

		/**
		 * Ends the check.
		 * @param {Record<string, unknown>} said The sums stated in the export, if any.
		 * @returns {{ sums: Sums, faults: Fault[], notes: string[] }}
		 */
		finish(said = {}) {
			open = null;
			/** @type {string[]} */
			const notes = [];
			let between = 0n;
			for (const { from, to, left, arrived } of transfers.values()) {
				between += arrived;
				if (seen.size === 1) {
					notes.push(`the other half of transfers from pot ${from} to pot ${to} is in a pot that is not exported`);
				} else if (left !== arrived) {
					fault(
						'transfer',
						`transfers from pot ${from} to pot ${to} sent ${money(left)}, but ${money(arrived)} arrived`,
					);
				}
			}
			const found = { ...sums, between };
			for (const [name, value] of Object.entries(said)) {
				compare(name, value, found[/** @type {keyof Sums} */ (name)], fault);
			}
			return { sums: found, faults, notes };
		},
	};
}

/** @type {(what: string, said: unknown, found: unknown, fault: (code: string, text: string) => void) => void} */
function compare(what, said, found, fault) {
	if (said !== undefined && said !== found) {
		fault('sum', `the export states ${said} for "${what}", but it is ${found}`);
	}
}
