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
 * @typedef {{ opening?: string, amount?: string, balance?: string, closing?: string, received?: string, spent?: string }} Shown
 *   The decimals given besides the fen.
 *
 * @typedef {Pick<import('./chain.js').Entry, 'id' | 'moment' | 'isIn' | 'amount' | 'balance' | 'cause'> &
 *   { shown?: Shown, text?: { said: unknown, expected: string } }} Checked
 *
 * @typedef {{ pot: number, id: number, other: number, otherId: number, isIn: boolean, amount: bigint, moment: number }} Half
 *   One half of a transfer between pots, and what it says of the other.
 *
 * @typedef {{ received: bigint, spent: bigint }} Sides
 *
 * @typedef {{ pots: number, entries: number, opening: bigint, received: bigint, spent: bigint, closing: bigint, between: bigint }} Sums
 */

/**
 * Begins a check of entries from `start` on and before `end`, in milliseconds, read at a block of time `block`, of the
 * `pots` in that order. Call `pot`, `entry` for each of its entries and `close` for every pot, then `finish`.
 * @param {{ start: number, end: number, decimals: number, block: number, pots: number[] }} range
 */
export function beginCheck({ start, end, decimals, block, pots }) {
	/** @type {Fault[]} */
	const faults = [];
	/** @type {Map<string, Half>} */
	const halves = new Map();
	const sums = { pots: 0, entries: 0, opening: 0n, received: 0n, spent: 0n, closing: 0n };
	const seen = new Set();
	/** @type {Map<number, bigint>} */
	const closings = new Map();
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
			} else if (pots[sums.pots] !== id) {
				fault('pot', `the head lists the pots ${pots.join(', ')}`);
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
		entry({ id, moment, isIn, amount, balance, cause, shown = {}, text }) {
			const pot = current();
			if (pot.next !== null && id !== pot.next) {
				fault('gap', `expected entry ${pot.next}, found entry ${id}`, id);
			} else if (pot.next === null && id === 0 && pot.opening !== 0n) {
				fault('gap', `entry 0 is the pot's first, but the opening is ${money(pot.opening)}`, id);
			}
			if (moment < start || moment >= end) {
				fault('range', 'its time is outside the range of the export', id);
			} else if (moment > block) {
				fault('range', 'it is younger than the block at which the export was read', id);
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
			if (text !== undefined && text.said !== text.expected) {
				fault('text', `its text is "${text.said}", but its cause reads "${text.expected}"`, id);
			}
			pot[isIn ? 'received' : 'spent'] += amount;
			sums[isIn ? 'received' : 'spent'] += amount;
			if (cause.kind === 'Transfer') {
				const [other, otherId] = [Number(cause.pot), Number(cause.entry)];
				halves.set(`${pot.id} ${id}`, { pot: pot.id, id, other, otherId, isIn, amount, moment });
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
			agree(shown.received, received ?? pot.received, 'the sum received');
			agree(shown.spent, spent ?? pot.spent, 'the sum spent');
			sums.closing += closing;
			closings.set(pot.id, closing);
			open = null;
			return { received: pot.received, spent: pot.spent };
		},

		/**
		 * Ends the check.
		 * @param {Record<string, unknown>} said The sums stated in the export, if any.
		 * @returns {{ sums: Sums, faults: Fault[], notes: string[], closings: Map<number, bigint> }}
		 */
		finish(said = {}) {
			open = null;
			/** @type {string[]} */
			const notes = [];
			if (sums.pots < pots.length) {
				fault('pot', `the head lists the pots ${pots.join(', ')}, of which ${sums.pots} are in the export`);
			}
			let between = 0n;
			for (const half of halves.values()) {
				const { pot, id, other, otherId, isIn, amount } = half;
				between += isIn ? amount : 0n;
				const [from, to] = isIn ? [other, pot] : [pot, other];
				if (pots.length === 1) {
					notes.push(`the other half of entry ${id}, from pot ${from} to pot ${to}, is in a pot that is not exported`);
					continue;
				}
				const mate = halves.get(`${other} ${otherId}`);
				// A pair that differs is reported once, by the half that left.
				const isTheOthers = isIn && mate?.isIn === false && mate.other === pot && mate.otherId === id;
				if (!isTheOthers && !areMates(half, mate)) {
					const text = `its other half, entry ${otherId} of pot ${other}, is missing or differs`;
					faults.push({ code: 'transfer', pot, entry: id, text });
				}
			}
			const found = { ...sums, between };
			for (const [name, value] of Object.entries(said)) {
				compare(name, value, found[/** @type {keyof Sums} */ (name)], fault);
			}
			return { sums: found, faults, notes, closings };
		},
	};
}

/**
 * Whether two entries are the halves of one transfer.
 * @param {Half} one
 * @param {Half} [other]
 */
const areMates = (one, other) =>
	other !== undefined &&
	other.other === one.pot &&
	other.otherId === one.id &&
	other.isIn !== one.isIn &&
	other.amount === one.amount &&
	other.moment === one.moment;

/** @type {(what: string, said: unknown, found: unknown, fault: (code: string, text: string) => void) => void} */
function compare(what, said, found, fault) {
	if (said !== undefined && said !== found) {
		fault('sum', `the export states ${said} for "${what}", but it is ${found}`);
	}
}
