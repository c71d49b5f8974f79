// SPDX-License-Identifier: Apache-2.0

// Does a ledger add up? Fed pot by pot and entry by entry, so that no ledger is too long. Knows no chain and no file.

import { decimal } from './money.js';

/**
 * Begins a check: entries lie from `start` on and before `end`, in milliseconds. Feed it `pot`, that pot's `entry`s, `close`,
 * and so on; then `finish`.
 *
 * Each fault is `{ code, pot, entry, text }`; `pot` and `entry` are null where it is about more than one.
 */
export function beginCheck({ start, end, decimals = 2 }) {
	const faults = [];
	const transfers = new Map();
	const sums = { pots: 0, entries: 0, opening: 0n, received: 0n, spent: 0n, closing: 0n };
	const seen = new Set();
	let pot = null;

	const fault = (code, text, entry = null) => faults.push({ code, pot: pot?.id ?? null, entry, text });
	const money = (fen) => decimal(fen, decimals);
	/** Programs read fen and people read decimals: both must say the same. */
	const agree = (shown, fen, what, entry) => {
		if (shown !== undefined && shown !== money(fen)) {
			fault('decimal', `${what} is written ${shown}, which is not ${fen} fen`, entry);
		}
	};

	return {
		/** A pot's ledger begins: `{ id, opening }`, and in `shown` the decimals. */
		pot({ id, opening, shown = {} }) {
			pot = { id, opening, received: 0n, spent: 0n, balance: opening, entries: 0, next: null, last: null };
			if (seen.has(id)) {
				fault('pot', 'the pot is there twice');
			}
			seen.add(id);
			agree(shown.opening, opening, 'the opening');
			sums.pots += 1;
			sums.opening += opening;
		},

		/** Its next entry: `{ id, moment, isIn, amount, balance, cause }`, amounts in fen, and in `shown` the decimals. */
		entry({ id, moment, isIn, amount, balance, cause, shown = {} }) {
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

		/** The pot's ledger ends. What is given besides `closing` (`received`, `spent`, `entries`) is compared, too. */
		close({ closing, received, spent, entries, shown = {} }) {
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
			const own = pot;
			pot = null;
			return { received: own.received, spent: own.spent };
		},

		/** All pots were fed. `said` are the sums that the export itself gives, if it gives any. */
		finish(said = {}) {
			pot = null;
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
				compare(name, value, found[name], fault);
			}
			return { sums: found, faults, notes };
		},
	};
}

function compare(what, said, found, fault) {
	if (said !== undefined && said !== found) {
		fault('sum', `the export says "${what}" is ${said}, and it is ${found}`);
	}
}
