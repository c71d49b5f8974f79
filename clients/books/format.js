// SPDX-License-Identifier: Apache-2.0

// Writes and reads exports in two formats with the same content: JSON, and one CSV table. Written line by line, so that
// the length does not matter. `FORMAT` changes whenever programs that read it have to change.

import { dayRange, isoTime, monthName, offsetAt, parseMonth } from '@linli/command/calendar.js';
import { messageOf } from '@linli/command/command.js';
import { flatten } from './cause-fields.js';
import { causeText } from './causes.js';
import { csvLine, inert, MARK, parseCsv } from './csv.js';
import { decimal, fenOf } from './money.js';
import { beginCheck } from './verify.js';

/**
 * @typedef {object} ExportHead The source and the range of an export.
 * @property {{ name: string, genesis: string }} chain
 * @property {{ number: number, hash: string, time: string }} block
 * @property {{ symbol: string, decimals: number }} currency
 * @property {{ from: string, to: string, utcOffset: number, switches?: import('@linli/command/calendar.js').Switch[],
 *   pot: number | null }} range `utcOffset` is the offset before the first of `switches`, which are present if the community's
 *   clocks were set within the range.
 *
 * @typedef {{ sums: import('./verify.js').Sums, faults: import('./verify.js').Fault[] }} Result
 *
 * @typedef {object} Writer Each method returns the text to append.
 * @property {() => string} begin
 * @property {(pot: import('./write.js').LedgerHead) => string} pot
 * @property {(entry: import('./chain.js').Entry) => string} entry
 * @property {(sums: import('./verify.js').Sides & { closing: bigint }) => string} close
 * @property {(result: Result) => string} end
 */

export const FORMAT = 'linli-books/1';

const BEFORE_CAUSE = [
	'row',
	'pot',
	'pot_name',
	'entry',
	'time',
	'direction',
	'amount',
	'amount_fen',
	'cause',
	'cause_text',
];
const AFTER_CAUSE = ['counterparty', 'balance', 'balance_fen'];

/** @type {(moment: number, range: ExportHead['range']) => string} */
const timeIn = (moment, { utcOffset: offset, switches = [] }) =>
	isoTime(moment, offsetAt(moment, { offset, switches }));

/** @param {string} field */
const causeColumn = (field) => `cause_${field}`;

/**
 * The columns of a table, including one for each field of causes.
 * @param {string[]} causeFields
 */
export const columnsFor = (causeFields) => [...BEFORE_CAUSE, ...causeFields.map(causeColumn), ...AFTER_CAUSE];

/**
 * A writer of JSON.
 * @param {ExportHead} head
 * @param {import('./write.js').Style} style
 * @returns {Writer}
 */
export function jsonWriter(head, { language }) {
	const { decimals } = head.currency;
	let pots = 0;
	let entries = 0;
	/** @type {(name: string, fen: bigint) => Record<string, string>} */
	const money = (name, fen) => ({ [name]: decimal(fen, decimals), [`${name}Fen`]: String(fen) });
	return {
		begin: () => `${JSON.stringify({ format: FORMAT, ...head }, null, '\t').slice(0, -2)},\n\t"pots": [`,
		pot({ id, kind, name, opening }) {
			entries = 0;
			const fields = JSON.stringify({ id, kind, name, ...money('opening', opening) }).slice(0, -1);
			return `${pots++ ? ',' : ''}\n\t\t${fields}, "entries": [`;
		},
		entry({ id, moment, isIn, amount, cause, counterparty, balance }) {
			const line = {
				id,
				time: timeIn(moment, head.range),
				direction: isIn ? 'in' : 'out',
				...money('amount', amount),
				cause,
				causeText: causeText(cause, isIn, language),
				counterparty,
				...money('balance', balance),
			};
			return `${entries++ ? ',' : ''}\n\t\t\t${JSON.stringify(line)}`;
		},
		close({ received, spent, closing }) {
			const sums = { ...money('received', received), ...money('spent', spent), ...money('closing', closing) };
			return `${entries ? '\n\t\t' : ''}], "entryCount": ${entries}, ${JSON.stringify(sums).slice(1)}`;
		},
		end({ sums, faults }) {
			const check = Object.fromEntries(
				Object.entries(sums).map(([name, value]) =>
					typeof value === 'bigint' ? [`${name}Fen`, String(value)] : [name, value],
				),
			);
			return `${pots ? '\n\t' : ''}],\n\t"check": ${JSON.stringify({ ...check, ok: faults.length === 0 })}\n}\n`;
		},
	};
}

/**
 * A writer of CSV. Each pot starts with a row `opening` and ends with a row `closing`, dated at the ends of the range.
 * @param {ExportHead} head
 * @param {import('./write.js').Style} style
 * @returns {Writer}
 */
export function csvWriter(head, { language, causeFields }) {
	const { decimals } = head.currency;
	const { from, to, utcOffset, switches } = head.range;
	const { start, end } = dayRange(from, to, utcOffset, switches);
	const columns = columnsFor(causeFields);
	/** @type {{ pot?: number, pot_name?: string }} */
	let pot = {};
	/** @param {Record<string, unknown>} cells */
	const row = (cells) => {
		/** @type {Record<string, unknown>} */
		const all = { ...pot, ...cells };
		const lost = Object.keys(all).find((name) => !columns.includes(name));
		if (lost !== undefined) {
			throw new Error(`there is no column for ${lost}: every field of an entry must be exported`);
		}
		return csvLine(columns.map((name) => all[name]));
	};
	/** @param {bigint} fen */
	const balance = (fen) => ({ balance: decimal(fen, decimals), balance_fen: fen });
	return {
		begin: () => MARK + csvLine(columns),
		pot({ id, name, opening }) {
			pot = { pot: id, pot_name: inert(name) };
			return row({ row: 'opening', time: timeIn(start, head.range), ...balance(opening) });
		},
		entry: ({ id, moment, isIn, amount, cause, counterparty, balance: after }) =>
			row({
				row: 'entry',
				entry: id,
				time: timeIn(moment, head.range),
				direction: isIn ? 'in' : 'out',
				amount: decimal(amount, decimals),
				amount_fen: amount,
				cause: cause.kind,
				cause_text: inert(causeText(cause, isIn, language)),
				...Object.fromEntries([...flatten(cause)].map(([name, value]) => [causeColumn(name), value])),
				counterparty,
				...balance(after),
			}),
		close: ({ closing }) => row({ row: 'closing', time: timeIn(end, head.range), ...balance(closing) }),
		end: () => '',
	};
}

/**
 * Checks the text of an export, CSV or JSON. Throws with a sentence if it is not an export.
 * @param {string} text
 */
export function checkText(text) {
	const first = text.trimStart()[0];
	if (first === undefined) {
		throw new Error('the file is empty');
	}
	return first === '{' ? checkJson(text) : checkCsv(text);
}

/**
 * @template T
 * @param {T | null | undefined} value
 * @param {string} what
 * @returns {T}
 */
const must = (value, what) => {
	if (value === null || value === undefined || Number.isNaN(value)) {
		throw new Error(`${what} is missing or malformed`);
	}
	return value;
};

/** Content of a file that has not been checked. @typedef {any} Unread */

/** @type {(value: unknown, what: string) => number} */
const id = (value, what) =>
	must(typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null, what);
/** @type {(text: unknown, what: string) => number} */
const time = (text, what) => must(typeof text === 'string' ? Date.parse(text) : null, what);
/** @type {(text: unknown, what: string) => boolean} */
const isIn = (text, what) => must(text === 'in' ? true : text === 'out' ? false : null, what);
/** @type {(value: unknown, what: string) => Unread[]} */
const list = (value, what) => must(Array.isArray(value) ? value : null, what);

/** @param {string} text */
function checkJson(text) {
	/** @type {Unread} */
	let book;
	try {
		book = JSON.parse(text);
	} catch (error) {
		throw new Error(`it is not JSON: ${messageOf(error)}`);
	}
	if (book.format !== FORMAT) {
		throw new Error(`its format is ${JSON.stringify(book.format)}, but this program reads "${FORMAT}"`);
	}
	const { from, to, utcOffset, switches = [] } = must(book.range, 'range');
	const decimals = id(book.currency?.decimals, 'currency.decimals');
	const offset = must(Number.isInteger(utcOffset) ? utcOffset : null, 'range.utcOffset');
	const changes = list(switches, 'range.switches').map((change, place) => ({
		month: monthName(parseMonth(change?.month)),
		at: id(change.at, `range.switches[${place}].at`),
		offset: must(Number.isInteger(change.offset) ? change.offset : null, `range.switches[${place}].offset`),
	}));
	const check = beginCheck({ ...dayRange(from, to, offset, changes), decimals });
	for (const [place, pot] of list(book.pots, 'pots').entries()) {
		const at = `pots[${place}]`;
		/** @type {(owner: Unread, name: string, where: string) => bigint} */
		const fen = (owner, name, where) => must(fenOf(owner[`${name}Fen`]), `${where}.${name}Fen`);
		/** @type {(owner: Unread, name: string, where: string) => Record<string, string>} */
		const shown = (owner, name, where) => ({ [name]: must(owner[name], `${where}.${name}`) });
		check.pot({ id: id(pot?.id, `${at}.id`), opening: fen(pot, 'opening', at), shown: shown(pot, 'opening', at) });
		for (const [number, entry] of list(pot.entries, `${at}.entries`).entries()) {
			const where = `${at}.entries[${number}]`;
			const { kind } = must(must(entry, where).cause, `${where}.cause`);
			check.entry({
				id: id(entry.id, `${where}.id`),
				moment: time(entry.time, `${where}.time`),
				isIn: isIn(entry.direction, `${where}.direction`),
				amount: fen(entry, 'amount', where),
				balance: fen(entry, 'balance', where),
				cause: { ...entry.cause, kind: must(kind, `${where}.cause.kind`) },
				shown: { ...shown(entry, 'amount', where), ...shown(entry, 'balance', where) },
			});
		}
		check.close({
			closing: fen(pot, 'closing', at),
			received: fen(pot, 'received', at),
			spent: fen(pot, 'spent', at),
			entries: id(pot.entryCount, `${at}.entryCount`),
			shown: shown(pot, 'closing', at),
		});
	}
	const { ok: _, ...said } = must(book.check, 'check');
	return check.finish(
		Object.fromEntries(
			Object.entries(said).map(([name, value]) =>
				name.endsWith('Fen') ? [name.slice(0, -3), must(fenOf(value), `check.${name}`)] : [name, value],
			),
		),
	);
}

/**
 * Whether a line is the header of an export. The fields of causes depend on the chain's runtime.
 * @param {string[]} [header]
 */
function isHeader(header = []) {
	const causes = header.slice(BEFORE_CAUSE.length, header.length - AFTER_CAUSE.length);
	const fields = causes.map((name) => /^cause_([a-z0-9_]+)$/.exec(name)?.[1] ?? '');
	const isWhole = fields.every((field) => field !== '') && new Set(fields).size === fields.length;
	return isWhole && header.join() === columnsFor(fields).join();
}

/** @param {string} text */
function checkCsv(text) {
	const [header, ...rows] = parseCsv(text);
	if (!isHeader(header)) {
		throw new Error(`its first line is not the header of an export of format ${FORMAT}`);
	}
	const table = rows.map((cells, place) => {
		const line = `line ${place + 2}`;
		if (cells.length !== header.length) {
			throw new Error(`${line} has ${cells.length} cells instead of ${header.length}`);
		}
		/** @type {Record<string, string>} */
		const named = Object.fromEntries(header.map((name, column) => [name, cells[column]]));
		return { line, cells: named };
	});
	/** @type {(digits: string | undefined, what: string) => number} */
	const number = (digits, what) => id(digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : null, what);
	const opening = table.find(({ cells: { row } }) => row === 'opening')?.cells;
	const closing = table.find(({ cells: { row } }) => row === 'closing')?.cells;
	const start = time(opening?.time, 'the time of the first opening');
	const end = time(closing?.time, 'the time of the first closing');
	// The file does not state the currency's decimals; the amounts show them.
	const check = beginCheck({ start, end, decimals: (opening?.balance.split('.')[1] ?? '').length });
	/** @type {number | null} */
	let open = null;
	for (const { line, cells } of table) {
		const fen = (/** @type {string} */ name) => must(fenOf(cells[`${name}_fen`]), `${line}, ${name}_fen`);
		const pot = number(cells.pot, `${line}, pot`);
		if (!['opening', 'entry', 'closing'].includes(cells.row)) {
			throw new Error(`${line}: a row is "opening", "entry" or "closing", not "${cells.row}"`);
		}
		if (cells.row === 'opening' ? open !== null : open !== pot) {
			throw new Error(`${line}: only entries of the pot can stand between a pot's opening and its closing`);
		}
		if (cells.row !== 'entry' && time(cells.time, `${line}, time`) !== (cells.row === 'opening' ? start : end)) {
			throw new Error(`${line}: all pots must open and close at the same times`);
		}
		if (cells.row === 'opening') {
			open = pot;
			check.pot({ id: pot, opening: fen('balance'), shown: { opening: cells.balance } });
		} else if (cells.row === 'closing') {
			open = null;
			check.close({ closing: fen('balance'), shown: { closing: cells.balance } });
		} else {
			const kind = must(cells.cause || null, `${line}, cause`);
			const other = kind === 'Transfer' ? { pot: number(cells.cause_pot, `${line}, cause_pot`) } : {};
			check.entry({
				id: number(cells.entry, `${line}, entry`),
				moment: time(cells.time, `${line}, time`),
				isIn: isIn(cells.direction, `${line}, direction`),
				amount: fen('amount'),
				balance: fen('balance'),
				cause: { kind, ...other },
				shown: { amount: cells.amount, balance: cells.balance },
			});
		}
	}
	if (open !== null) {
		throw new Error(`pot ${open} has no closing: the file is incomplete`);
	}
	return check.finish();
}
