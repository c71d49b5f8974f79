// SPDX-License-Identifier: Apache-2.0

// Reads the facts of a month's report from a node, as plain values, all at one finalised block. Facts without a history
// on chain (budgets, bills, projects) are as of that block.

import { isoTime, monthName, parseMonth } from '@linli/command/calendar.js';
import { readBankMonths } from './bank-months.js';
import { readPots } from './chain.js';
import { readBudget, readLineMonths, readLineReturns, readOverdueAudits } from './expenses.js';

/**
 * @typedef {import('@linli/command/node.js').State} State
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 * @typedef {import('@linli/command/calendar.js').Month} Month
 *
 * @typedef {object} CauseSum Sums by one kind of causes. Amounts are in fen, here and below.
 * @property {string} kind
 * @property {bigint} received
 * @property {bigint} spent
 *
 * @typedef {object} PotBook A pot's book of the month.
 * @property {number} id
 * @property {string} kind
 * @property {string} name
 * @property {bigint} opening
 * @property {number} count Number of entries.
 * @property {bigint | null} lastBalance Balance of the month's last entry. Null if there is none.
 * @property {CauseSum[]} sums
 *
 * @typedef {{ charged: bigint, reduced: bigint, waived: bigint, paid: bigint, owed: bigint }} Debt
 *
 * @typedef {{ principal: Debt, late: Debt, bills: number, overdue: bigint, units: number, disputed: bigint }} Arrears
 *
 * @typedef {object} Project
 * @property {number} id
 * @property {string} state
 * @property {bigint} funded
 * @property {bigint} held
 * @property {bigint} retained
 * @property {bigint} paid
 * @property {bigint} returned
 *
 * @typedef {object} MonthFacts
 * @property {Month} month
 * @property {boolean} isOver
 * @property {PotBook[]} pots
 * @property {{ bank: bigint, chain: bigint } | null} attestation Over all bank accounts; null until all are attested.
 * @property {import('./bank-months.js').BankMonth[]} banks
 * @property {{ difference: bigint, moment: number, isConfirmed: boolean } | null} close
 * @property {Map<number, import('./expenses.js').BudgetLine[] | null>} budgets By year.
 * @property {import('./expenses.js').Heading[]} expenses
 * @property {import('./expenses.js').Heading[]} returns What came back of expenses: returned by the bank, refunded by payees.
 * @property {Arrears} arrears
 * @property {{ belonging: bigint, undistributed: bigint, units: number }} repair
 * @property {Project[]} projects
 * @property {import('./expenses.js').OverdueAudit[]} audits
 * @property {{ from: number, until: number }[]} standstills Those that fall into the month, also in part.
 *
 * @typedef {import('@linli/command/node.js').Head & MonthFacts} Facts
 */

const PAGE = 100;
const APIS = ['communityApi', 'cashierApi', 'feesApi', 'expensesApi', 'repairApi', 'projectsApi'];

/**
 * All facts of a month, shown by `page.js`.
 * @param {State} at
 * @param {import('@linli/command/node.js').Head} head
 * @param {Month} month
 * @returns {Promise<Facts>}
 */
export async function readMonth(at, head, month) {
	const missing = APIS.filter((name) => !at.call[name]);
	if (missing.length > 0) {
		throw new Error(`the node has no ${missing.join(', ')}: is it a Linli node with a current runtime?`);
	}
	const [pots, attestation, close, arrears, repair, projects, audits, expenses, returns] = await Promise.all([
		readBooks(at, month),
		at.call.cashierApi.monthStatement(month),
		at.call.fundApi.monthClose(month),
		readArrears(at),
		readRepair(at),
		readProjects(at),
		readOverdueAudits(at),
		readLineMonths(at, month),
		readLineReturns(at, month),
	]);
	if (pots.length === 0) {
		throw new Error(`no pot has a book of ${monthName(month)}: the month has not begun, or the chain started later`);
	}
	// Lines of last year's budget can be paid this year.
	const years = new Set([month.year, ...[...expenses, ...returns].flatMap(({ year }) => year ?? [])]);
	/** @type {MonthFacts['budgets']} */
	const budgets = new Map();
	for (const year of years) {
		budgets.set(year, await readBudget(at, year));
	}
	// The chain knows when the community's clocks were set.
	const [start, end] = (await at.call.communityApi.period(month, 'Month')).unwrap();
	const now = parseMonth(isoTime(head.block.moment, head.offset).slice(0, 7));
	return {
		...head,
		month,
		isOver: end.toNumber() <= head.block.moment,
		pots,
		attestation: attestation.isSome ? readAttestation(attestation.unwrap()) : null,
		close: close.isSome ? readClose(close.unwrap()) : null,
		banks: await readBankMonths(at, month, now, end.toNumber()),
		budgets,
		expenses,
		returns,
		arrears,
		repair,
		projects,
		audits,
		standstills: await readStandstills(at, start.toNumber(), end.toNumber()),
	};
}

/**
 * The times between `start` and `end` in which the chain stood still, in order. The chain keeps all of them; they are
 * read from the latest back.
 * @param {State} at
 * @param {number} start
 * @param {number} end
 */
async function readStandstills(at, start, end) {
	const { standstills: count } = await at.call.communityApi.clock();
	/** @type {MonthFacts['standstills']} */
	const found = [];
	for (let next = count.toNumber(); next > 0; ) {
		const first = Math.max(next - PAGE, 0);
		const page = [...(await at.call.communityApi.standstills(first, next - first))].map(({ from, until }) => ({
			from: from.toNumber(),
			until: until.toNumber(),
		}));
		found.unshift(...page.filter(({ from, until }) => from < end && until > start));
		next = page[0].until > start ? first : 0;
	}
	return found;
}

/**
 * Each pot with its book of the month and the balance of the month's last entry.
 * @param {State} at
 * @param {Month} month
 */
async function readBooks(at, month) {
	/** @type {PotBook[]} */
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
			sums: [...sums].map(({ kind: cause, received, spent }) => ({
				kind: cause.type,
				received: received.toBigInt(),
				spent: spent.toBigInt(),
			})),
		});
	}
	return books;
}

/** @param {Decoded} attestation */
const readAttestation = ({ closing, chain }) => ({ bank: closing.toBigInt(), chain: chain.toBigInt() });

/** @param {Decoded} close */
const readClose = ({ difference, moment, confirmed }) => ({
	difference: difference.toBigInt(),
	moment: moment.toNumber(),
	isConfirmed: confirmed.isTrue,
});

/**
 * Totals over all bills, never of a single unit.
 * @param {State} at
 * @returns {Promise<Arrears>}
 */
async function readArrears(at) {
	const { totals } = await at.call.feesApi.totals();
	/** @type {(sides: Decoded) => Debt} */
	const debt = (sides) => {
		/** @type {(side: 'charged' | 'reduced' | 'waived' | 'paid') => bigint} */
		const fen = (side) => sides[side].toBigInt();
		const [charged, reduced, waived, paid] = [fen('charged'), fen('reduced'), fen('waived'), fen('paid')];
		return { charged, reduced, waived, paid, owed: charged - reduced - waived - paid };
	};
	const arrears = { principal: debt(totals.principal), late: debt(totals.late), bills: totals.bills.toNumber() };
	return { ...arrears, ...(await readOverdue(at)) };
}

/**
 * Overdue and disputed amounts as sums over all units.
 * @param {State} at
 */
async function readOverdue(at) {
	/** @type {Pick<Arrears, 'overdue' | 'units' | 'disputed'>} */
	const sums = { overdue: 0n, units: 0, disputed: 0n };
	/** @type {number | null} */
	let from = 0;
	while (from !== null) {
		/** @type {Decoded} */
		const { overdue, units, disputed, next } = await at.call.feesApi.arrears(from, PAGE);
		sums.overdue += overdue.toBigInt();
		sums.units += units.toNumber();
		sums.disputed += disputed.toBigInt();
		from = next.isSome ? next.unwrap().toNumber() : null;
	}
	return sums;
}

/** @param {State} at */
async function readRepair(at) {
	const { belonging, undistributed, units } = await at.call.repairApi.totals();
	return { belonging: belonging.toBigInt(), undistributed: undistributed.toBigInt(), units: units.toNumber() };
}

/**
 * The open projects.
 * @param {State} at
 */
async function readProjects(at) {
	/** @type {Project[]} */
	const open = [];
	/** @type {Decoded} */
	let page;
	for (let from = 0; ; from = page[page.length - 1].id.toNumber() + 1) {
		page = await at.call.projectsApi.projects(from, PAGE);
		for (const { id, project, funded, held, retained, paid, returned } of page) {
			if (!project.state.isClosed) {
				open.push({
					id: id.toNumber(),
					state: project.state.type,
					funded: funded.toBigInt(),
					held: held.toBigInt(),
					retained: retained.toBigInt(),
					paid: paid.toBigInt(),
					returned: returned.toBigInt(),
				});
			}
		}
		if (page.length < PAGE) {
			return open;
		}
	}
}
