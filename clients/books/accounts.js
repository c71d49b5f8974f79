// SPDX-License-Identifier: Apache-2.0

// Sums over the facts of a month, and whether they agree. Independent of the chain: see month.js.

import { total } from './money.js';

/**
 * @typedef {import('./month.js').Facts} Facts
 * @typedef {import('./month.js').PotBook} PotBook
 *
 * @typedef {{ opening: bigint, received: bigint, spent: bigint, closing: bigint }} Totals
 *
 * @typedef {object} BankDifference
 * @property {number} id The bank account.
 * @property {bigint} difference The bank's statement less the books, in fen.
 * @property {(import('./bank-months.js').Item & { effect: bigint })[]} items With what each adds to the difference.
 * @property {bigint} unexplained What the items leave of the difference.
 *
 * @typedef {{ what: 'lastEntry' | 'between' | 'byLine' | 'close', one: bigint, other: bigint, pot?: number }} Disagreement
 */

/**
 * A pot's totals of the month.
 * @param {Pick<PotBook, 'opening' | 'sums'>} pot
 * @returns {Totals}
 */
export function potTotals({ opening, sums }) {
	const received = total(sums.map((line) => line.received));
	const spent = total(sums.map((line) => line.spent));
	return { opening, received, spent, closing: opening + received - spent };
}

/**
 * Sums over all pots by kind of cause, largest first. Transfers between pots are neither income nor expense and are
 * separate.
 * @param {PotBook[]} pots
 * @param {'received' | 'spent'} side
 */
function byCause(pots, side) {
	const kinds = new Map();
	for (const line of pots.flatMap(({ sums }) => sums)) {
		kinds.set(line.kind, (kinds.get(line.kind) ?? 0n) + line[side]);
	}
	const between = kinds.get('Transfer') ?? 0n;
	kinds.delete('Transfer');
	const causes = [...kinds].map(([kind, fen]) => ({ kind, fen })).filter(({ fen }) => fen > 0n);
	return { causes: causes.sort(bySize), between };
}

/** @type {(a: { fen: bigint }, b: { fen: bigint }) => number} */
const bySize = (a, b) => (a.fen > b.fen ? -1 : a.fen < b.fen ? 1 : 0);

/**
 * Bank minus chain, in fen.
 * @param {{ bank: bigint, chain: bigint }} attestation
 */
export const difference = ({ bank, chain }) => bank - chain;

/** Outstanding items by which the bank has more than the books. */
const MORE_AT_BANK = ['ReceivedByBank', 'PaymentBooked'];
const LESS_AT_BANK = ['PaidByBank', 'ReceiptBooked'];

/**
 * What explains the difference of a bank account; null until its month is attested.
 * @param {import('./bank-months.js').BankMonth} bank
 * @returns {BankDifference | null}
 */
export function bankDifference({ id, closing, attested, items }) {
	if (attested === null) {
		return null;
	}
	const known = items.map((item) => {
		if (![...MORE_AT_BANK, ...LESS_AT_BANK].includes(item.kind)) {
			throw new Error(`bank account ${id}: this program does not know outstanding items of the kind ${item.kind}`);
		}
		return { ...item, effect: MORE_AT_BANK.includes(item.kind) ? item.fen : -item.fen };
	});
	const gap = attested - closing;
	return { id, difference: gap, items: known, unexplained: gap - total(known.map(({ effect }) => effect)) };
}

/**
 * Everything the report shows that the chain does not state itself.
 * @param {Facts} facts
 */
export function accounts(facts) {
	const { pots, budgets, expenses, month, attestation, close } = facts;
	/** @param {import('./expenses.js').Heading} heading */
	const named = (heading) => ({ ...heading, name: lineName(budgets, heading) });
	const books = pots.map((pot) => ({ ...pot, ...potTotals(pot) }));
	/** @param {keyof Totals} side */
	const sum = (side) => total(books.map((book) => book[side]));
	const income = byCause(pots, 'received');
	const outgo = byCause(pots, 'spent');
	const paid = outgo.causes.find(({ kind }) => kind === 'Expense')?.fen ?? 0n;
	const byLine = expenses.map(named).sort(bySize);
	const paidOn = new Map(expenses.filter(({ year }) => year === month.year).map(({ line, fen }) => [line, fen]));
	const budget = budgets.get(month.year)?.map((line) => ({ ...line, thisMonth: paidOn.get(line.id) ?? 0n }));

	/** @type {Disagreement[]} */
	const faults = [];
	/** @type {(what: Disagreement['what'], one: bigint, other: bigint, pot?: number) => void} */
	const agree = (what, one, other, pot) => {
		if (one !== other) {
			faults.push({ what, one, other, pot });
		}
	};
	for (const { id, count, lastBalance, closing: end } of books) {
		agree('lastEntry', end, count ? (lastBalance ?? 0n) : end, id);
	}
	agree('between', income.between, outgo.between);
	agree('byLine', total(byLine.map(({ fen }) => fen)), paid);
	if (attestation && close) {
		agree('close', difference(attestation), close.difference);
	}
	return {
		books,
		banks: facts.banks.map(bankDifference),
		totals: { opening: sum('opening'), received: sum('received'), spent: sum('spent'), closing: sum('closing') },
		income,
		outgo: { ...outgo, causes: outgo.causes.filter(({ kind }) => kind !== 'Expense'), byLine, paid },
		returns: facts.returns.map(named).sort(bySize),
		budget: budget ?? null,
		faults,
	};
}

/**
 * A line's public name. Null for emergencies and for lines missing from the budget.
 * @param {Facts['budgets']} budgets
 * @param {import('./expenses.js').Heading} heading
 */
function lineName(budgets, { year, line }) {
	return (year !== undefined && line !== undefined && budgets.get(year)?.[line]?.name) || null;
}
