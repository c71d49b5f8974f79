// SPDX-License-Identifier: Apache-2.0

// Reads budgets, expenses and audits from a node through `ExpensesApi`.

import { monthName } from '@linli/command/calendar.js';
import { text } from './chain.js';

/**
 * @typedef {import('@linli/command/node.js').State} State
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 *
 * @typedef {object} BudgetLine In fen.
 * @property {number} id
 * @property {string} name
 * @property {number} pot
 * @property {bigint} cap
 * @property {bigint} committed
 * @property {bigint} spent
 *
 * @typedef {{ year?: number, line?: number, pot?: number, fen: bigint }} Heading The amount on a line of a year's budget,
 *   or from a pot for emergencies.
 *
 * @typedef {object} OverdueAudit
 * @property {number} expense
 * @property {number} due
 * @property {bigint} amount
 * @property {string} kind
 * @property {string} incurred
 */

const PAGE = 100;

/**
 * The lines of a year's budget. Null if there is no budget.
 * @param {State} at
 * @param {number} year
 * @returns {Promise<BudgetLine[] | null>}
 */
export async function readBudget(at, year) {
	const budget = await at.call.expensesApi.budget(year);
	return budget.isNone
		? null
		: [...budget.unwrap().lines].map(({ name, pot, cap, committed, spent }, id) => ({
				id,
				name: text(name),
				pot: pot.toNumber(),
				cap: cap.toBigInt(),
				committed: committed.toBigInt(),
				spent: spent.toBigInt(),
			}));
}

/**
 * The amounts paid within a month.
 * @param {State} at
 * @param {import('@linli/command/calendar.js').Month} month
 */
export const readLineMonths = (at, month) => readHeadings(at.call.expensesApi.lineMonths, month);

/**
 * The amounts that came back within a month.
 * @param {State} at
 * @param {import('@linli/command/calendar.js').Month} month
 */
export const readLineReturns = (at, month) => readHeadings(at.call.expensesApi.lineReturns, month);

/**
 * All pages of a month's amounts by heading.
 * @param {Decoded} ask
 * @param {import('@linli/command/calendar.js').Month} month
 */
async function readHeadings(ask, month) {
	/** @type {Heading[]} */
	const found = [];
	/** @type {Decoded} */
	let page;
	for (let after = null; ; after = page[page.length - 1][0]) {
		page = await ask(month, after, PAGE);
		for (const [heading, fen] of page) {
			found.push({ ...readHeading(heading), fen: fen.toBigInt() });
		}
		if (page.length < PAGE) {
			return found;
		}
	}
}

/** @param {Decoded} heading */
function readHeading(heading) {
	if (heading.isLine) {
		const { year, line } = heading.asLine;
		return { year: year.toNumber(), line: line.toNumber() };
	}
	return { pot: heading.asEmergency.pot.toNumber() };
}

/**
 * The overdue audits, oldest first.
 * @param {State} at
 */
export async function readOverdueAudits(at) {
	/** @type {OverdueAudit[]} */
	const found = [];
	/** @type {Decoded} */
	let page;
	for (let after = null; ; after = page[page.length - 1]) {
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
