// SPDX-License-Identifier: Apache-2.0

// Does a ledger add up? Fed pot by pot and entry by entry, so that no ledger is too long. Knows no chain and no file.

import { decimal } from './money.js';

/**
 * @typedef {object} Fault
 * @property {string} code
 * @property {number | null} pot Null where it is about more than one, as with `entry`.
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
 * @property {number | null} next The id that the next entry should have.
 * @property {number | null} last When the last one was written.
 *
 * @typedef {{ opening?: string, amount?: string, balance?: string, closing?: string }} Shown The decimals beside the fen.
 *
 * @typedef {Pick<import('./chain.js').Entry, 'id' | 'moment' | 'isIn' | 'amount' | 'balance' | 'cause'> & { shown?: Shown }} Checked
 *
 * @typedef {{ received: bigint, spent: bigint }} Sides
 *
 * @typedef {{ pots: number, entries: number, opening: bigint, received: bigint, spent: bigint, closing: bigint, between: bigint }} Sums
 */

/**
 * Begins a check: entries lie from `start` on and before `end`, in milliseconds. Feed it `pot`, that pot's `entry`s, `close`,
 * and so on; then `finish`.
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
	 * Programs read fen and people read decimals: both must say the same.
	 * @type {(shown: string | undefined, fen: bigint, what: string, entry?: number) => void}
	 */
	const agree = (shown, fen, what, entry) => {
		if (shown !== undefined && shown !== money(fen)) {
			fault('decimal', `${what} is written ${shown}, which is not ${fen} fen`, entry);
		}
	};

	return {
		/**
		 * A pot's ledger begins.
		 * @param {{ id: number, opening: bigint, shown?: Shown }} begun
		 */
		pot({ id, opening, shown = {} }) {
			open = { id, opening, received: 0n, spent: 0n, balance: opening, entries: 0, next: null, last: null };
			if (seen.has(id)) {
				fault('pot', 'the pot is there twice');
			}
			seen.add(id);
			agree(shown.opening, opening, 'the opening');
			sums.pots += 1;
			sums.opening += opening;
		},

		/**
		 * Its next entry.
		 * @param {Checked} entry
		 */
		entry({ id, moment, isIn, amount, balance, cause, shown = {} }) {
			const pot = current();
			if (pot.next !== null && id !== pot.next) {
				fault('gap', `entry ${pot.next} should come here, and entry ${id} does`, id);
			} else if (pot.next === null && id === 0 && pot.opening !== 0n) {
				fault('gap', `entry 0 is the pot's first, and yet it opens with ${money(pot.opening)}`, id);
			}
			if (moment < start || moment >= end) {
				fault('range', 'it was written outside the range of the export', id);
			}
			if (pot.last !== null && moment < pot.last) {
				fault('order', 'it is older than the entry before it', id);
			}
			if (amount === 0n) {
				fault('zero', 'it moves nothing', id);
			}
			const follows = isIn ? pot.balance + amount : pot.balance - amount;
			if (balance !== follows) {
				fault('balance', `the balance should be ${money(follows)}, and is ${money(balance)}`, id);
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
			// From what it says on, so that one wrong balance is one fault and not a thousand.
			Object.assign(pot, { balance, entries: pot.entries + 1, next: id + 1, last: moment });
			sums.entries += 1;
		},

		/**
		 * The pot's ledger ends. What is given besides `closing` is compared, too.
		 * @param {{ closing: bigint, received?: bigint, spent?: bigint, entries?: number, shown?: Shown }} end
		 * @returns {Sides}
		 */
		close({ closing, received, spent, entries, shown = {} }) {
			const pot = current();
			const follows = pot.opening + pot.received - pot.spent;
			if (closing !== follows) {
				const sum = `${money(pot.opening)} + ${money(pot.received)} − ${money(pot.spent)}`;
				fault('closing', `${sum} should close with ${money(follows)}, and closes with ${money(closing)}`);
			}
			if (closing !== pot.balance) {
				fault('closing', `it closes with ${money(closing)}, and its last balance is ${money(pot.balance)}`);
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
		 * All pots were fed.
		 * @param {Record<string, unknown>} said The sums that the export itself gives, if it gives any.
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
					notes.push(`transfers from pot ${from} to pot ${to} have their other half in a pot that is not exported`);
				} else if (left !== arrived) {
					fault('transfer', `from pot ${from} to pot ${to} left ${money(left)}, and ${money(arrived)} arrived`);
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
		fault('sum', `the export says "${what}" is ${said}, and it is ${found}`);
	}
}
