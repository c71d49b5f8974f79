// SPDX-License-Identifier: Apache-2.0

// Reads budgets, expenses and audits from a node: all that is asked of `ExpensesApi`.

import { monthName } from './calendar.js';
import { text } from './chain.js';

const PAGE = 100;

/** A year's budget: its lines `{ id, name, pot, cap, committed, spent }` in fen; null where there is none. */
export async function readBudget(at, year) {
	const budget = await at.call.expensesApi.budget(year);
	return budget.isNone
		? null
		: budget.unwrap().lines.map(({ name, pot, cap, committed, spent }, id) => ({
				id,
				name: text(name),
				pot: pot.toNumber(),
				cap: cap.toBigInt(),
				committed: committed.toBigInt(),
				spent: spent.toBigInt(),
			}));
}

/** What was paid within a month: `{ year, line, fen }` for lines of budgets, `{ pot, fen }` for emergencies. */
export async function readLineMonths(at, month) {
	const found = [];
	for (let after = null, page; ; after = page[page.length - 1][0]) {
		page = await at.call.expensesApi.lineMonths(month, after, PAGE);
		found.push(...page.map(([heading, fen]) => ({ ...readHeading(heading), fen: fen.toBigInt() })));
		if (page.length < PAGE) {
			return found;
		}
	}
}

function readHeading(heading) {
	if (heading.isLine) {
		const { year, line } = heading.asLine;
		return { year: year.toNumber(), line: line.toNumber() };
	}
	return { pot: heading.asEmergency.pot.toNumber() };
}

/** The audits that are overdue, oldest first: `{ expense, due, amount, kind, incurred }`. */
export async function readOverdueAudits(at) {
	const found = [];
	for (let after = null, page; ; after = page[page.length - 1]) {
		page = await at.call.expensesApi.overdueAudits(after, PAGE);
		for (const [due, expense] of page) {
			const { purpose, amount, incurred } = (await at.call.expensesApi.expense(expense)).unwrap();
			found.push({
				expense: expense.toNumber(),
				due: due.toNumber(),
				amount: amount.toBigInt(),
				kind: purpose.asEmergency.kind.type,
				incurred: monthName({ year: incurred.year.toNumber(), month: incurred.month.toNumber() }),
			});
		}
		if (page.length < PAGE) {
			return found;
		}
	}
}
