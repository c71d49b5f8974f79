// SPDX-License-Identifier: Apache-2.0

// Reads from a node what the report of a month follows from, as plain values. All of it is read at one finalised block; what
// has no history on chain (budgets, bills, projects) is as of that block.

import { monthEnd, monthName } from './calendar.js';
import { readPots } from './chain.js';
import { readBudget, readLineMonths, readOverdueAudits } from './expenses.js';

const PAGE = 100;
const APIS = ['cashierApi', 'feesApi', 'expensesApi', 'repairApi', 'projectsApi'];

/** All facts of a month; see `page.js` for how they are shown. Amounts are fen in BigInt. */
export async function readMonth(at, head, month) {
	const missing = APIS.filter((name) => !at.call[name]);
	if (missing.length > 0) {
		throw new Error(`the node does not answer to ${missing.join(', ')}: is its runtime an old one?`);
	}
	const [pots, attestation, close, arrears, repair, projects, audits, expenses] = await Promise.all([
		readBooks(at, month),
		at.call.cashierApi.attestation(month),
		at.call.fundApi.monthClose(month),
		readArrears(at),
		readRepair(at),
		readProjects(at),
		readOverdueAudits(at),
		readLineMonths(at, month),
	]);
	if (pots.length === 0) {
		throw new Error(`no pot has a book of ${monthName(month)}: it has not come, or the chain is younger`);
	}
	// Last year's lines may be paid this year.
	const years = new Set([month.year, ...expenses.flatMap(({ year }) => year ?? [])]);
	const budgets = new Map();
	for (const year of years) {
		budgets.set(year, await readBudget(at, year));
	}
	return {
		...head,
		month,
		isOver: monthEnd(month, head.offset) <= head.block.moment,
		pots,
		attestation: attestation.isSome ? readAttestation(attestation.unwrap()) : null,
		close: close.isSome ? readClose(close.unwrap()) : null,
		budgets,
		expenses,
		arrears,
		repair,
		projects,
		audits,
	};
}

/** Each pot with its book of the month, and the balance that the month's last entry says. */
async function readBooks(at, month) {
	const books = [];
	for (const { id, kind, name } of await readPots(at)) {
		const found = await at.call.fundApi.month(id, month);
		if (found.isNone) {
			continue;
		}
		const { opening, firstEntry, entryCount, sums } = found.unwrap();
		const count = entryCount.toNumber();
		const last = count && (await at.call.fundApi.entries(id, firstEntry.toNumber() + count - 1, 1));
		books.push({
			id,
			kind,
			name,
			opening: opening.toBigInt(),
			count,
			lastBalance: last ? last[0][1].balance.toBigInt() : null,
			sums: sums.map(({ kind: cause, received, spent }) => ({
				kind: cause.type,
				received: received.toBigInt(),
				spent: spent.toBigInt(),
			})),
		});
	}
	return books;
}

const readAttestation = ({ statement, closing, chain, moment }) => ({
	statement: statement.toHex(),
	bank: closing.toBigInt(),
	chain: chain.toBigInt(),
	moment: moment.toNumber(),
});

const readClose = ({ difference, moment }) => ({ difference: difference.toBigInt(), moment: moment.toNumber() });

/** Totals over all bills: never a single unit's. */
async function readArrears(at) {
	const { totals } = await at.call.feesApi.totals();
	const debt = ({ charged, reduced, waived, paid }) => {
		const [all, less, given, back] = [charged, reduced, waived, paid].map((fen) => fen.toBigInt());
		return { charged: all, reduced: less, waived: given, paid: back, owed: all - less - given - back };
	};
	const arrears = { principal: debt(totals.principal), late: debt(totals.late), bills: totals.bills.toNumber() };
	return { ...arrears, ...(await readOverdue(at)) };
}

/** What is past due, and in dispute, over all units: sums, never single units. */
async function readOverdue(at) {
	const sums = { overdue: 0n, units: 0, disputed: 0n };
	for (let from = 0; from !== null; ) {
		const { overdue, units, disputed, next } = await at.call.feesApi.arrears(from, PAGE);
		sums.overdue += overdue.toBigInt();
		sums.units += units.toNumber();
		sums.disputed += disputed.toBigInt();
		from = next.isSome ? next.unwrap().toNumber() : null;
	}
	return sums;
}

async function readRepair(at) {
	const { belonging, undistributed, units } = await at.call.repairApi.totals();
	return { belonging: belonging.toBigInt(), undistributed: undistributed.toBigInt(), units: units.toNumber() };
}

/** The projects that are not closed. */
async function readProjects(at) {
	const open = [];
	for (let from = 0, page; ; from = page[page.length - 1].id.toNumber() + 1) {
		page = await at.call.projectsApi.projects(from, PAGE);
		for (const { id, project, funded, held, retained, paid, returned } of page) {
			if (!project.state.isClosed) {
				const [all, now, kept, gone, back] = [funded, held, retained, paid, returned].map((fen) => fen.toBigInt());
				const state = project.state.type;
				open.push({ id: id.toNumber(), state, funded: all, held: now, retained: kept, paid: gone, returned: back });
			}
		}
		if (page.length < PAGE) {
			return open;
		}
	}
}
