// SPDX-License-Identifier: Apache-2.0

// The report of a month as one page that can be printed: no script, nothing fetched. Knows no chain: see month.js.

import { accounts, difference } from './accounts.js';
import { clockTime } from './calendar.js';
import { kindText } from './causes.js';
import { against, bars } from './chart.js';
import { escaped, table } from './html.js';
import { printed } from './money.js';
import { WORDS } from './words.js';

const STYLE = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { color: #111; background: #fff; max-width: 182mm; margin: 0 auto; padding: 8mm 4mm; }
body { font: 11pt/1.45 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 17pt; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; border-bottom: 1px solid #444; }
p { margin: 1.5mm 0; }
.notice { border: 2px solid #111; padding: 2mm 3mm; font-weight: bold; }
.small { font-size: 9pt; color: #333; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0; font-size: 10pt; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
h3 { font-size: 11pt; margin: 4mm 0 1mm; }
.wide { font-size: 8.5pt; }
.wide th, .wide td { padding: 1mm; }
th, td { text-align: left; padding: 1mm 2mm; border-bottom: 1px solid #bbb; vertical-align: top; }
th[scope="row"] { font-weight: normal; overflow-wrap: anywhere; }
.money { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tfoot th, tfoot td { font-weight: bold !important; border-top: 2px solid #444; border-bottom: 0; }
.chart { width: 100%; height: auto; margin: 2mm 0; }
footer { margin-top: 8mm; }
@media print {
	body { max-width: none; padding: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
	h2, h3 { break-after: avoid; }
	tr, .chart { break-inside: avoid; }
	thead { display: table-header-group; }
	tfoot { display: table-row-group; }
}`;

/** The report: `{ html, faults }`, `faults` being sentences on what does not agree. `facts` are those of `readMonth`. */
export function renderReport(facts, language) {
	const words = WORDS[language];
	const sums = accounts(facts);
	const { offset, currency, chain, block, month } = facts;
	const money = (fen) => printed(fen, currency.decimals);
	const time = (moment) => clockTime(moment, offset);
	const view = { facts, sums, words, money, time, language, potName: nameOfPot(facts.pots) };

	const monthText = new Intl.DateTimeFormat(words.tag, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
		Date.UTC(month.year, month.month - 1, 1),
	);
	const title = words.title(chain.name, monthText);
	const faults = sums.faults.map(({ what, one, other, pot }) => words.faults[what](money(one), money(other), pot));
	const html = `<!DOCTYPE html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${paragraph(`${words.asOf(time(block.moment))}. ${words.currency(currency.symbol)}`)}
${facts.isOver ? '' : paragraph(words.running, 'notice')}
${paragraph(facts.close ? words.closed(time(facts.close.moment)) : words.open)}
</header>
<main>
${PARTS.map((part) => `<section>\n${part(view)}\n</section>`).join('\n')}
<section>
${heading(words.agree)}
${faults.length ? faults.map((fault) => paragraph(fault, 'notice')).join('\n') : paragraph(words.agreed)}
</section>
</main>
<footer>${paragraph(words.foot(block.number, block.hash, chain.genesis), 'small')}</footer>
</body>
</html>
`;
	return { html, faults };
}

const heading = (text) => `<h2>${escaped(text)}</h2>`;
const paragraph = (text, kind) => `<p${kind ? ` class="${kind}"` : ''}>${escaped(text)}</p>`;
const text = (name) => ({ name, isMoney: false });
const amount = (name) => ({ name, isMoney: true });
const nameOfPot = (pots) => (id) => pots.find((pot) => pot.id === id)?.name ?? String(id);

function potsPart({ sums: { books, totals }, words, money }) {
	const sides = ['opening', 'received', 'spent', 'closing'];
	const cells = (sum) => sides.map((side) => money(sum[side]));
	const columns = [text(words.pot), ...sides.map((side) => amount(words[side]))];
	const rows = books.map((book) => [book.name, ...cells(book)]);
	return [heading(words.pots), table(words.pots, columns, rows, [words.total, ...cells(totals)])].join('\n');
}

function bankPart({ facts: { attestation }, words, money, time }) {
	if (!attestation) {
		return [heading(words.bank), paragraph(words.notAttested, 'notice')].join('\n');
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
		paragraph(words.attested(time(attestation.moment), attestation.statement), 'small'),
	].join('\n');
}

/** A chart and the table that says the same. */
function charted(id, caption, column, rows, total, { words, money }) {
	const bar = ({ label, fen }) => ({ label, fen, value: money(fen) });
	const cells = rows.map(({ label, fen }) => [label, money(fen)]);
	const columns = [text(column), amount(words.amount)];
	return [bars(id, caption, rows.map(bar)), table(caption, columns, cells, [words.total, money(total)])].join('\n');
}

const sumOf = (rows) => rows.reduce((sum, { fen }) => sum + fen, 0n);
const byKind = (causes, isIn, language) =>
	causes.map(({ kind, fen }) => ({ label: kindText(kind, isIn, language), fen }));

function incomePart(view) {
	const { sums, words, money, language } = view;
	const rows = byKind(sums.income.causes, true, language);
	return [
		heading(words.income),
		rows.length ? charted('income', words.income, words.cause, rows, sumOf(rows), view) : paragraph(words.noIncome),
		sums.income.between > 0n ? paragraph(words.between(money(sums.income.between))) : '',
	].join('\n');
}

function expensesPart(view) {
	const { sums, words, money, language } = view;
	const rows = sums.outgo.byLine.map((line) => ({ label: lineLabel(line, view), fen: line.fen }));
	const other = byKind(sums.outgo.causes, false, language);
	const columns = [text(words.cause), amount(words.amount)];
	const cells = other.map(({ label, fen }) => [label, money(fen)]);
	return [
		heading(words.expenses),
		rows.length ? charted('spent', words.expenses, words.line, rows, sumOf(rows), view) : paragraph(words.noExpenses),
		other.length ? `<h3>${escaped(words.other)}</h3>` : '',
		other.length ? table(words.other, columns, cells, [words.total, money(sumOf(other))]) : '',
		sums.outgo.between > 0n ? paragraph(words.between(money(sums.outgo.between))) : '',
	].join('\n');
}

function lineLabel({ year, line, pot, name }, { facts, words, potName }) {
	if (year === undefined) {
		return words.emergency(potName(pot));
	}
	return words.lineOf(name ?? words.unnamed(line), year, year === facts.month.year);
}

function budgetPart({ facts: { month, block }, sums: { budget }, words, money, time, potName }) {
	if (!budget?.length) {
		return [heading(words.budget(month.year)), paragraph(words.noBudget(month.year))].join('\n');
	}
	const bar = ({ name, cap, committed, spent }) => {
		const value = words.budgetValue(money(spent + committed), money(cap));
		return { label: name, cap, committed, spent, value };
	};
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
		...['cap', 'lineSpent', 'committed', 'left', 'used', 'thisMonth'].map((name) => amount(words[name])),
	];
	return [
		heading(words.budget(month.year)),
		paragraph(words.asOf(time(block.moment))),
		against('budget', words.budget(month.year), budget.map(bar)),
		paragraph(words.budgetLegend, 'small'),
		table(words.budget(month.year), columns, budget.map(row), [words.total, '', ...sums]),
	].join('\n');
}

/** A share to a tenth of a percent, rounded down. */
function percent(part, whole) {
	if (whole === 0n) {
		return '–';
	}
	const tenths = (part * 1_000n) / whole;
	return `${tenths / 10n}.${tenths % 10n} %`;
}

function arrearsPart({ facts: { arrears, block }, words, money, time }) {
	const sides = ['charged', 'reduced', 'waived', 'paid', 'owed'];
	const { principal, late } = arrears;
	const row = (name, value) => [name, ...sides.map((side) => money(value(side)))];
	const columns = [text(words.what), ...sides.map((side) => amount(words[side]))];
	const rows = [row(words.principal, (side) => principal[side]), row(words.late, (side) => late[side])];
	return [
		heading(words.arrears),
		paragraph(`${words.asOf(time(block.moment))}. ${words.arrearsNote(arrears.bills)}`),
		paragraph(words.arrearsSum(money(arrears.overdue), arrears.units, money(arrears.disputed))),
		table(
			words.arrears,
			columns,
			rows,
			row(words.total, (side) => principal[side] + late[side]),
		),
	].join('\n');
}

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

function projectsPart({ facts: { projects, block }, words, money, time }) {
	if (projects.length === 0) {
		return [heading(words.projects), paragraph(words.noProjects)].join('\n');
	}
	const sides = ['funded', 'held', 'retained', 'paid', 'returned'];
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

function auditsPart({ facts: { audits, block }, words, money, time }) {
	if (audits.length === 0) {
		return [heading(words.audits), paragraph(`${words.asOf(time(block.moment))}: ${words.noAudits}`)].join('\n');
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
		paragraph(`${words.asOf(time(block.moment))}: ${words.overdue(audits.length)}`, 'notice'),
		table(words.audits, columns, rows),
	].join('\n');
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
];
