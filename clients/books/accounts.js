// SPDX-License-Identifier: Apache-2.0

// What a month comes to: sums over its facts, and whether they agree with each other. Knows no chain: see month.js.

import { total } from './money.js';

/** A pot's totals of the month. */
export function potTotals({ opening, sums }) {
	const received = total(sums.map((line) => line.received));
	const spent = total(sums.map((line) => line.spent));
	return { opening, received, spent, closing: opening + received - spent };
}

/** Over all pots by kind of cause, largest first. What moved between pots is neither income nor expense: it stands apart. */
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

const bySize = (a, b) => (a.fen > b.fen ? -1 : a.fen < b.fen ? 1 : 0);

/** Bank less chain, in fen. */
export const difference = ({ bank, chain }) => bank - chain;

/** All that the report shows and the chain does not say itself. */
export function accounts(facts) {
	const { pots, budgets, expenses, month, attestation, close } = facts;
	const books = pots.map((pot) => ({ ...pot, ...potTotals(pot) }));
	const sum = (side) => total(books.map((book) => book[side]));
	const [opening, received, spent, closing] = ['opening', 'received', 'spent', 'closing'].map(sum);
	const income = byCause(pots, 'received');
	const outgo = byCause(pots, 'spent');
	const paid = outgo.causes.find(({ kind }) => kind === 'Expense')?.fen ?? 0n;
	const byLine = expenses.map((heading) => ({ ...heading, name: lineName(budgets, heading) })).sort(bySize);
	const paidOn = new Map(expenses.filter(({ year }) => year === month.year).map(({ line, fen }) => [line, fen]));
	const budget = budgets.get(month.year)?.map((line) => ({ ...line, thisMonth: paidOn.get(line.id) ?? 0n }));

	const faults = [];
	const agree = (what, one, other, pot) => one === other || faults.push({ what, one, other, pot });
	for (const { id, count, lastBalance, closing: end } of books) {
		agree('lastEntry', end, count ? lastBalance : end, id);
	}
	agree('between', income.between, outgo.between);
	agree('byLine', total(byLine.map(({ fen }) => fen)), paid);
	if (attestation && close) {
		agree('close', difference(attestation), close.difference);
	}
	return {
		books,
		totals: { opening, received, spent, closing },
		income,
		outgo: { ...outgo, causes: outgo.causes.filter(({ kind }) => kind !== 'Expense'), byLine, paid },
		budget: budget ?? null,
		faults,
	};
}

/** A line's public name; null for emergencies, and for a line that the budget does not have. */
function lineName(budgets, { year, line }) {
	return (year !== undefined && budgets.get(year)?.[line]?.name) || null;
}
