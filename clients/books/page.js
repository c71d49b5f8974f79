// SPDX-License-Identifier: Apache-2.0

// The report of a month as a printable page without scripts or external resources. Independent of the chain: see
// month.js.

import { clockTime } from '@linli/command/calendar.js';
import { escaped, heading, page, paragraph, table } from '@linli/command/html.js';
import { accounts, difference } from './accounts.js';
import { kindText } from './causes.js';
import { against, bars } from './chart.js';
import { printed } from './money.js';
import { WORDS } from './words.js';

/**
 * @typedef {import('./month.js').Facts} Facts
 * @typedef {import('./causes.js').Language} Language
 *
 * @typedef {object} View The input of every part of the page.
 * @property {Facts} facts
 * @property {ReturnType<typeof accounts>} sums
 * @property {typeof WORDS.en} words
 * @property {(fen: bigint) => string} money
 * @property {(moment: number) => string} time
 * @property {Language} language
 * @property {(pot: number | undefined) => string} potName
 */

/**
 * The report, and in `faults` a sentence on each disagreement.
 * @param {Facts} facts
 * @param {Language} language
 */
export function renderReport(facts, language) {
	const words = WORDS[language];
	const sums = accounts(facts);
	const { offset, currency, chain, block, month } = facts;
	const money = (/** @type {bigint} */ fen) => printed(fen, currency.decimals);
	const time = (/** @type {number} */ moment) => clockTime(moment, offset);
	/** @type {View} */
	const view = { facts, sums, words, money, time, language, potName: nameOfPot(facts.pots) };

	const monthText = new Intl.DateTimeFormat(words.tag, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
		Date.UTC(month.year, month.month - 1, 1),
	);
	const faults = sums.faults.map(({ what, one, other, pot }) => words.faults[what](money(one), money(other), pot));
	const agreement = faults.length
		? faults.map((fault) => paragraph(fault, 'notice')).join('\n')
		: paragraph(words.agreed);
	const parts = [...PARTS.map((part) => part(view)), `${heading(words.agree)}\n${agreement}`];
	const html = page({
		tag: words.tag,
		title: words.title(chain.name, monthText),
		header: [
			paragraph(words.asOf(time(block.moment)) + words.pause + words.currency(currency.symbol)),
			facts.isOver ? '' : paragraph(words.running, 'notice'),
			closing(facts, words, time),
		].join('\n'),
		main: parts.map((part) => `<section>\n${part}\n</section>`).join('\n'),
		footer: paragraph(words.foot(block.number, block.hash, chain.genesis), 'small'),
	});
	return { html, faults };
}

/** @type {(facts: Facts, words: View['words'], time: View['time']) => string} */
function closing({ close }, words, time) {
	if (close === null) {
		return paragraph(words.open);
	}
	return (
		paragraph(words.closed(time(close.moment))) + (close.isConfirmed ? '' : paragraph(words.unconfirmed, 'notice'))
	);
}

const text = (/** @type {string} */ name) => ({ name, isNumber: false });
const amount = (/** @type {string} */ name) => ({ name, isNumber: true });
/** @type {(pots: Facts['pots']) => View['potName']} */
const nameOfPot = (pots) => (id) => pots.find((pot) => pot.id === id)?.name ?? String(id);

/** @param {View} view */
function potsPart({ sums: { books, totals }, words, money }) {
	const sides = /** @type {const} */ (['opening', 'received', 'spent', 'closing']);
	/** @param {typeof totals} sum */
	const cells = (sum) => sides.map((side) => money(sum[side]));
	const columns = [text(words.pot), ...sides.map((side) => amount(words[side]))];
	const rows = books.map((book) => [book.name, ...cells(book)]);
	return [heading(words.pots), table(words.pots, columns, rows, [words.total, ...cells(totals)])].join('\n');
}

/**
 * Each bank account: by the books, by the statement, and how much of the difference is not explained.
 * @param {View} view
 */
function banksTable({ facts: { banks }, sums, words, money }) {
	/** @param {bigint | null} fen */
	const known = (fen) => (fen === null ? '–' : money(fen));
	/** @type {(bank: Facts['banks'][number], place: number) => string[]} */
	const row = ({ id, opening, closing, attested, audited, ordered }, place) => [
		words.bankAccount(id),
		money(opening),
		money(closing),
		known(attested),
		known(audited),
		known(sums.banks[place]?.difference ?? null),
		known(sums.banks[place]?.unexplained ?? null),
		money(ordered),
	];
	const { opening, closing, byStatement, byAuditor, gap, unexplained, inExecution } = words;
	const columns = [opening, closing, byStatement, byAuditor, gap, unexplained, inExecution];
	return table(words.banks, [text(words.account), ...columns.map(amount)], banks.map(row));
}

/**
 * What explains the difference of each bank account that has one, item by item, and what is left.
 * @param {View} view
 */
function differences({ sums, words, money, time }) {
	const columns = [text(words.what), text(words.date), text(words.since), amount(words.amount)];
	return sums.banks.flatMap((bank) => {
		if (bank === null || (bank.difference === 0n && bank.items.length === 0)) {
			return [];
		}
		const { id, difference: gap, items, unexplained } = bank;
		const rows = items.map(({ kind, value, fen, left, effect }) => [
			words.itemKinds[kind] ?? kind,
			time(value).slice(0, 10),
			words.cleared(kind, left === 0n, left === fen ? null : money(left)),
			money(effect),
		]);
		const rest = [words.unexplained, '', '', money(unexplained)];
		return [
			`<h3>${escaped(words.explained(id))}</h3>`,
			table(words.explained(id), columns, [...rows, rest], [words.gap, '', '', money(gap)]),
			unexplained === 0n ? '' : paragraph(words.isUnexplained(id, money(unexplained)), 'notice'),
			items.length ? paragraph(words.itemsNote) : '',
		];
	});
}

/** @param {View} view */
function bankPart(view) {
	const { facts, words, money, time } = view;
	const { attestation } = facts;
	const attested = facts.banks.flatMap(({ id, attestation: own }) =>
		own === null ? [] : [paragraph(words.attested(id, time(own.moment), own.statement), 'small')],
	);
	const accountsOfBank = [banksTable(view), paragraph(words.banksNote), ...differences(view), ...attested];
	if (!attestation) {
		return [heading(words.bank), paragraph(words.notAttested, 'notice'), ...accountsOfBank].join('\n');
	}
	const gap = difference(attestation);
	const rows = [
		[words.bankClosing, money(attestation.bank)],
		[words.chainClosing, money(attestation.chain)],
	];
	return [
		heading(words.bank),
		table(words.bank, [text(words.what), amount(words.amount)], rows, [words.difference, money(gap)]),
		gap === 0n ? '' : paragraph(words.differs, 'notice'),
		paragraph(words.bankNote),
		...accountsOfBank,
	].join('\n');
}

/**
 * A chart and a table with the same numbers.
 * @typedef {{ label: string, fen: bigint }} Line
 * @type {(id: string, caption: string, column: string, rows: Line[], total: bigint, view: View) => string}
 */
const charted = (id, caption, column, rows, total, { words, money }) => {
	const bar = (/** @type {Line} */ { label, fen }) => ({ label, fen, value: money(fen) });
	const cells = rows.map(({ label, fen }) => [label, money(fen)]);
	const columns = [text(column), amount(words.amount)];
	return [bars(id, caption, rows.map(bar)), table(caption, columns, cells, [words.total, money(total)])].join('\n');
};

/** @param {Line[]} rows */
const sumOf = (rows) => rows.reduce((sum, { fen }) => sum + fen, 0n);
/** @type {(causes: { kind: string, fen: bigint }[], isIn: boolean, language: Language) => Line[]} */
const byKind = (causes, isIn, language) =>
	causes.map(({ kind, fen }) => ({ label: kindText(kind, isIn, language), fen }));

/** @param {View} view */
function incomePart(view) {
	const { sums, words, money, language } = view;
	const rows = byKind(sums.income.causes, true, language);
	return [
		heading(words.income),
		rows.length ? charted('income', words.income, words.cause, rows, sumOf(rows), view) : paragraph(words.noIncome),
		sums.income.between > 0n ? paragraph(words.between(money(sums.income.between))) : '',
	].join('\n');
}

/** @param {View} view */
function expensesPart(view) {
	const { sums, words, money, language } = view;
	const rows = sums.outgo.byLine.map((line) => ({ label: lineLabel(line, view), fen: line.fen }));
	const other = byKind(sums.outgo.causes, false, language);
	const columns = [text(words.cause), amount(words.amount)];
	const cells = other.map(({ label, fen }) => [label, money(fen)]);
	const returns = sums.returns.map((line) => ({ label: lineLabel(line, view), fen: line.fen }));
	const back = returns.map(({ label, fen }) => [label, money(fen)]);
	const lineColumns = [text(words.line), amount(words.amount)];
	return [
		heading(words.expenses),
		rows.length ? charted('spent', words.expenses, words.line, rows, sumOf(rows), view) : paragraph(words.noExpenses),
		back.length ? table(words.returns, lineColumns, back, [words.total, money(sumOf(returns))]) : '',
		other.length ? `<h3>${escaped(words.other)}</h3>` : '',
		other.length ? table(words.other, columns, cells, [words.total, money(sumOf(other))]) : '',
		sums.outgo.between > 0n ? paragraph(words.between(money(sums.outgo.between))) : '',
	].join('\n');
}

/**
 * @param {ReturnType<typeof accounts>['outgo']['byLine'][number]} line
 * @param {View} view
 */
function lineLabel({ year, line, pot, name }, { facts, words, potName }) {
	if (year === undefined) {
		return words.emergency(potName(pot));
	}
	return words.lineOf(name ?? words.unnamed(line), year, year === facts.month.year);
}

/** @param {View} view */
function budgetPart({ facts: { month, block }, sums: { budget }, words, money, time, potName }) {
	if (!budget?.length) {
		return [heading(words.budget(month.year)), paragraph(words.noBudget(month.year))].join('\n');
	}
	/** @typedef {NonNullable<typeof budget>[number]} BudgetRow */
	const bar = (/** @type {BudgetRow} */ { name, cap, committed, spent }) => {
		const value = words.budgetValue(money(spent + committed), money(cap));
		return { label: name, cap, committed, spent, value };
	};
	/** @param {Omit<BudgetRow, 'id'>} line */
	const row = ({ name, pot, cap, committed, spent, thisMonth }) => [
		name,
		potName(pot),
		...[cap, spent, committed, cap - spent - committed].map(money),
		percent(spent, cap),
		money(thisMonth),
	];
	const all = budget.reduce(
		(sum, line) => ({
			cap: sum.cap + line.cap,
			committed: sum.committed + line.committed,
			spent: sum.spent + line.spent,
			thisMonth: sum.thisMonth + line.thisMonth,
		}),
		{ cap: 0n, committed: 0n, spent: 0n, thisMonth: 0n },
	);
	const [, , ...sums] = row({ name: '', pot: 0, ...all });
	const columns = [
		text(words.line),
		text(words.pot),
		...[words.cap, words.lineSpent, words.committed, words.left, words.used, words.thisMonth].map(amount),
	];
	return [
		heading(words.budget(month.year)),
		paragraph(words.asOf(time(block.moment))),
		against('budget', words.budget(month.year), budget.map(bar)),
		paragraph(words.budgetLegend, 'small'),
		table(words.budget(month.year), columns, budget.map(row), [words.total, '', ...sums]),
	].join('\n');
}

/**
 * A share to a tenth of a percent, rounded down.
 * @param {bigint} part
 * @param {bigint} whole
 */
function percent(part, whole) {
	if (whole === 0n) {
		return '–';
	}
	const tenths = (part * 1_000n) / whole;
	return `${tenths / 10n}.${tenths % 10n} %`;
}

/** @param {View} view */
function arrearsPart({ facts: { arrears, block }, words, money, time }) {
	const sides = /** @type {const} */ (['charged', 'reduced', 'waived', 'paid', 'owed']);
	const { principal, late } = arrears;
	/** @type {(name: string, value: (side: (typeof sides)[number]) => bigint) => string[]} */
	const row = (name, value) => [name, ...sides.map((side) => money(value(side)))];
	const columns = [text(words.what), ...sides.map((side) => amount(words[side]))];
	const rows = [row(words.principal, (side) => principal[side]), row(words.late, (side) => late[side])];
	return [
		heading(words.arrears),
		paragraph(words.asOf(time(block.moment)) + words.pause + words.arrearsNote(arrears.bills)),
		paragraph(words.arrearsSum(money(arrears.overdue), arrears.units, money(arrears.disputed))),
		table(
			words.arrears,
			columns,
			rows,
			row(words.total, (side) => principal[side] + late[side]),
		),
	].join('\n');
}

/** @param {View} view */
function repairPart({ facts: { repair, block }, words, money, time }) {
	const rows = [
		[words.belonging(repair.units), money(repair.belonging)],
		[words.undistributed, money(repair.undistributed)],
	];
	const sum = [words.total, money(repair.belonging + repair.undistributed)];
	return [
		heading(words.repair),
		paragraph(words.asOf(time(block.moment))),
		table(words.repair, [text(words.what), amount(words.amount)], rows, sum),
	].join('\n');
}

/** @param {View} view */
function projectsPart({ facts: { projects, block }, words, money, time }) {
	if (projects.length === 0) {
		return [heading(words.projects), paragraph(words.noProjects)].join('\n');
	}
	const sides = /** @type {const} */ (['funded', 'held', 'retained', 'paid', 'returned']);
	/** @param {(side: (typeof sides)[number]) => bigint} of */
	const cells = (of) => sides.map((side) => money(of(side)));
	const rows = projects.map((project) => [
		words.project(project.id),
		words.states[project.state] ?? project.state,
		...cells((side) => project[side]),
	]);
	const sum = cells((side) => projects.reduce((all, project) => all + project[side], 0n));
	const columns = [text(words.projects), text(words.state), ...sides.map((side) => amount(words[side]))];
	return [
		heading(words.projects),
		paragraph(words.asOf(time(block.moment))),
		table(words.projects, columns, rows, [words.total, '', ...sum]),
	].join('\n');
}

/** @param {View} view */
function auditsPart({ facts: { audits, block }, words, money, time }) {
	if (audits.length === 0) {
		return [heading(words.audits), paragraph(words.asOf(time(block.moment)) + words.pause + words.noAudits)].join('\n');
	}
	const columns = [text(words.expense), text(words.kind), text(words.due), amount(words.amount)];
	const rows = audits.map(({ expense, kind, due, amount: fen }) => [
		`${words.expense} ${expense}`,
		words.kinds[kind] ?? kind,
		time(due),
		money(fen),
	]);
	return [
		heading(words.audits),
		paragraph(words.asOf(time(block.moment)) + words.pause + words.overdue(audits.length), 'notice'),
		table(words.audits, columns, rows),
	].join('\n');
}

/** @param {View} view */
function standstillsPart({ facts: { standstills }, words, time }) {
	if (standstills.length === 0) {
		return [heading(words.standstills), paragraph(words.noStandstills)].join('\n');
	}
	const rows = standstills.map(({ from, until }) => [
		time(from),
		time(until),
		words.hours(tenthsOfHours(until - from)),
	]);
	return [
		heading(words.standstills),
		paragraph(words.standstillsNote),
		table(words.standstills, [text(words.lastBlock), text(words.nextBlock), amount(words.length)], rows),
	].join('\n');
}

/**
 * A length of time in hours to a tenth, rounded up: a standstill is never shown as none.
 * @param {number} length In milliseconds.
 */
function tenthsOfHours(length) {
	const tenths = Math.ceil(length / 360_000);
	return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** The sections, in the order of the page. */
const PARTS = [
	potsPart,
	bankPart,
	incomePart,
	expensesPart,
	budgetPart,
	arrearsPart,
	repairPart,
	projectsPart,
	auditsPart,
	standstillsPart,
];
