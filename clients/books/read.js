// SPDX-License-Identifier: Apache-2.0

// Reads the text of an export, CSV or JSON, and checks it. Throws with a sentence if it is not an export.

import { dayRange, monthName, parseMonth } from '@linli/command/calendar.js';
import { messageOf } from '@linli/command/command.js';
import { causeText, LANGUAGES } from './causes.js';
import { parseCsv } from './csv.js';
import { AFTER_CAUSE, BEFORE_CAUSE, columnsFor, FORMAT } from './format.js';
import { checkTables } from './journals.js';
import { fenOf } from './money.js';
import { checkRows, columnsOf, parseTable } from './tables.js';
import { beginCheck } from './verify.js';

/** Content of a file that has not been checked. @typedef {any} Unread */

/**
 * @typedef {object} Book What a file says of its content.
 * @property {import('./write.js').Format} format
 * @property {import('./causes.js').Language} language
 * @property {import('./format.js').ExportHead} head
 * @property {string[]} causeFields The fields of causes that have a column; none in JSON.
 *
 * @property {import('./tables.js').Table[]} tables
 *
 * @typedef {{ book: Book } & import('./format.js').Result & { notes: string[] }} Read
 *
 * @typedef {(table: string) => string} Open Returns the text of the CSV file of a table; throws if there is none.
 */

/**
 * @param {string} text
 * @param {Open} open
 * @returns {Read}
 */
export function readBook(text, open) {
	const first = text.trimStart()[0];
	if (first === undefined) {
		throw new Error('the file is empty');
	}
	return first === '{' ? readJson(text) : readCsv(text, open);
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

/** @type {(value: unknown, what: string) => number} */
const id = (value, what) =>
	must(typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null, what);
/** @type {(value: unknown, what: string) => number} */
const integer = (value, what) => must(Number.isSafeInteger(value) ? Number(value) : null, what);
/** @type {(value: unknown, what: string) => string} */
const string = (value, what) => must(typeof value === 'string' ? value : null, what);
/** @type {(text: unknown, what: string) => number} */
const time = (text, what) => must(typeof text === 'string' ? Date.parse(text) : null, what);
/** @type {(text: unknown, what: string) => boolean} */
const isIn = (text, what) => must(text === 'in' ? true : text === 'out' ? false : null, what);
/** @type {(value: unknown, what: string) => Unread[]} */
const list = (value, what) => must(Array.isArray(value) ? value : null, what);
/** @type {(text: string, what: string) => Unread} */
const json = (text, what) => {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Error(`${what} is not JSON: ${messageOf(error)}`);
	}
};

/**
 * What is exported: from which chain and block, which range, which pots.
 * @param {Unread} said
 * @returns {{ language: import('./causes.js').Language, head: import('./format.js').ExportHead }}
 */
function readHead(said) {
	const { chain, block, currency, range, potIds, tables } = must(said, 'the head');
	const { from, to, utcOffset, switches, pot } = must(range, 'range');
	const changes = list(switches ?? [], 'range.switches').map((change, place) => ({
		month: monthName(parseMonth(change?.month)),
		at: id(change.at, `range.switches[${place}].at`),
		offset: integer(change.offset, `range.switches[${place}].offset`),
	}));
	const head = {
		chain: { name: string(chain?.name, 'chain.name'), genesis: string(chain.genesis, 'chain.genesis') },
		block: {
			number: id(block?.number, 'block.number'),
			hash: string(block.hash, 'block.hash'),
			time: string(block.time, 'block.time'),
		},
		currency: {
			symbol: string(currency?.symbol, 'currency.symbol'),
			decimals: id(currency.decimals, 'currency.decimals'),
		},
		range: {
			from: string(from, 'range.from'),
			to: string(to, 'range.to'),
			utcOffset: integer(utcOffset, 'range.utcOffset'),
			...(changes.length ? { switches: changes } : {}),
			pot: pot === null ? null : id(pot, 'range.pot'),
		},
		potIds: list(potIds, 'potIds').map((each, place) => id(each, `potIds[${place}]`)),
		tables: list(tables, 'tables').map((name, place) =>
			must(typeof name === 'string' && columnsOf(name) ? name : null, `tables[${place}]`),
		),
	};
	const language = must(
		LANGUAGES.find((each) => each === said.language),
		'language',
	);
	return { language, head };
}

/** @param {import('./format.js').ExportHead} head */
function check({ range, currency, block, potIds }) {
	return beginCheck({
		...dayRange(range.from, range.to, range.utcOffset, range.switches),
		decimals: currency.decimals,
		block: time(block.time, 'block.time'),
		pots: potIds,
	});
}

/**
 * Checks the tables, and joins what was found.
 * @param {ReturnType<ReturnType<typeof beginCheck>['finish']>} found
 * @param {import('./tables.js').Table[]} tables
 * @param {{ language: import('./causes.js').Language, head: import('./format.js').ExportHead }} book
 * @param {Unread} said What the export states at its end.
 * @returns {import('./format.js').Result & { notes: string[] }}
 */
function withTables({ sums, faults, notes, closings }, tables, { language, head }, said) {
	const { range, currency, block } = head;
	// Tables can be left out only where they cannot be: of one pot alone nothing is known about the bank.
	if ((range.pot === null) !== head.tables.length > 0) {
		throw new Error('the tables are missing or malformed: only the export of one pot has none');
	}
	const found = checkTables(tables, {
		names: head.tables,
		language,
		decimals: currency.decimals,
		...dayRange(range.from, range.to, range.utcOffset, range.switches),
		block: time(block.time, 'block.time'),
		closings,
		said: must(said.tables, 'check.tables'),
	});
	const alone = range.pot === null ? [] : ['one pot alone cannot be compared with the bank'];
	return { sums, faults: [...faults, ...found.faults], notes: [...notes, ...alone], identity: found.identity };
}

/** The sums that an export states at its end. */
const SUMS = ['pots', 'entries', 'openingFen', 'receivedFen', 'spentFen', 'closingFen', 'betweenFen'];

/**
 * @param {Unread} said
 * @returns {Record<string, unknown>}
 */
function statedSums(said) {
	must(said, 'check');
	return Object.fromEntries(
		SUMS.map((name) =>
			name.endsWith('Fen')
				? [name.slice(0, -3), must(fenOf(said[name]), `check.${name}`)]
				: [name, id(said[name], `check.${name}`)],
		),
	);
}

/**
 * @param {string} text
 * @returns {Read}
 */
function readJson(text) {
	const said = json(text, 'it');
	if (said.format !== FORMAT) {
		throw new Error(`its format is ${JSON.stringify(said.format)}, but this program reads "${FORMAT}"`);
	}
	const { language, head } = readHead(said);
	const checked = check(head);
	for (const [place, pot] of list(said.pots, 'pots').entries()) {
		const at = `pots[${place}]`;
		/** @type {(owner: Unread, name: string, where: string) => bigint} */
		const fen = (owner, name, where) => must(fenOf(owner[`${name}Fen`]), `${where}.${name}Fen`);
		/** @type {(owner: Unread, name: string, where: string) => Record<string, string>} */
		const shown = (owner, name, where) => ({ [name]: string(owner[name], `${where}.${name}`) });
		checked.pot({ id: id(pot?.id, `${at}.id`), opening: fen(pot, 'opening', at), shown: shown(pot, 'opening', at) });
		for (const [number, entry] of list(pot.entries, `${at}.entries`).entries()) {
			const where = `${at}.entries[${number}]`;
			const { kind, ...fields } = must(must(entry, where).cause, `${where}.cause`);
			const cause = { ...fields, kind: string(kind, `${where}.cause.kind`) };
			const received = isIn(entry.direction, `${where}.direction`);
			checked.entry({
				id: id(entry.id, `${where}.id`),
				moment: time(entry.time, `${where}.time`),
				isIn: received,
				amount: fen(entry, 'amount', where),
				balance: fen(entry, 'balance', where),
				cause,
				shown: { ...shown(entry, 'amount', where), ...shown(entry, 'balance', where) },
				text: { said: entry.causeText, expected: causeText(cause, received, language) },
			});
		}
		checked.close({
			closing: fen(pot, 'closing', at),
			received: fen(pot, 'received', at),
			spent: fen(pot, 'spent', at),
			entries: id(pot.entryCount, `${at}.entryCount`),
			shown: { ...shown(pot, 'closing', at), ...shown(pot, 'received', at), ...shown(pot, 'spent', at) },
		});
	}
	const rows = must(said.tableRows, 'tableRows');
	const tables = head.tables.map((name) => ({ name, rows: checkRows(name, rows[name]) }));
	const found = withTables(checked.finish(statedSums(said.check)), tables, { language, head }, said.check);
	return { book: { format: 'json', language, head, causeFields: [], tables }, ...found };
}

/**
 * The fields of causes that a table has columns for. They depend on the chain's runtime.
 * @param {string[]} [header]
 */
function causeFieldsOf(header = []) {
	const causes = header.slice(BEFORE_CAUSE.length, header.length - AFTER_CAUSE.length);
	const fields = causes.map((name) => /^cause_([a-z0-9_]+)$/.exec(name)?.[1] ?? '');
	const isWhole = fields.every((field) => field !== '') && new Set(fields).size === fields.length;
	if (!isWhole || header.join() !== columnsFor(fields).join()) {
		throw new Error(`its first line is not the header of an export of format ${FORMAT}`);
	}
	return fields;
}

/**
 * The rows by the names of their columns.
 * @param {string[]} header
 * @param {string[][]} rows
 */
const namedRows = (header, rows) =>
	rows.map((cells, place) => {
		const line = `line ${place + 2}`;
		if (cells.length !== header.length) {
			throw new Error(`${line} has ${cells.length} cells instead of ${header.length}`);
		}
		/** @type {Record<string, string>} */
		const named = Object.fromEntries(header.map((name, column) => [name, cells[column]]));
		return { line, cells: named };
	});

/**
 * @param {string} text
 * @param {Open} openTable
 * @returns {Read}
 */
function readCsv(text, openTable) {
	const [header, ...rows] = parseCsv(text);
	const causeFields = causeFieldsOf(header);
	const [first, ...table] = namedRows(header, rows);
	if (first?.cells.row !== 'head' || first.cells.cause !== FORMAT) {
		throw new Error(`its second line is not the head of an export of format ${FORMAT}`);
	}
	const { language, head } = readHead(json(first.cells.cause_text, 'the text of the head'));
	if (first.cells.time !== head.block.time) {
		throw new Error('the time of the head is not that of its block');
	}
	const last = table.pop();
	if (last?.cells.row !== 'end') {
		throw new Error('its last line is not the row "end": the file is incomplete');
	}
	const atEnd = json(last.cells.cause_text, 'the text of the end');
	const said = statedSums(atEnd);
	const { range } = head;
	const { start, end } = dayRange(range.from, range.to, range.utcOffset, range.switches);
	const checked = check(head);
	/** @type {(digits: string | undefined, what: string) => number} */
	const number = (digits, what) => id(digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : null, what);
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
			throw new Error(`${line}: pots open with the first day of the range and close with the last`);
		}
		if (cells.row === 'opening') {
			open = pot;
			checked.pot({ id: pot, opening: fen('balance'), shown: { opening: cells.balance } });
		} else if (cells.row === 'closing') {
			open = null;
			checked.close({ closing: fen('balance'), shown: { closing: cells.balance } });
		} else {
			const received = isIn(cells.direction, `${line}, direction`);
			const cause = causeOf(cells, causeFields, line);
			checked.entry({
				id: number(cells.entry, `${line}, entry`),
				moment: time(cells.time, `${line}, time`),
				isIn: received,
				amount: fen('amount'),
				balance: fen('balance'),
				cause,
				shown: { amount: cells.amount, balance: cells.balance },
				text: { said: cells.cause_text, expected: causeText(cause, received, language) },
			});
		}
	}
	if (open !== null) {
		throw new Error(`pot ${open} has no closing: the file is incomplete`);
	}
	const tables = head.tables.map((name) => ({ name, rows: parseTable(name, openTable(name)) }));
	const found = withTables(checked.finish(said), tables, { language, head }, atEnd);
	return { book: { format: 'csv', language, head, causeFields, tables }, ...found };
}

/**
 * A cause from its columns. Fields of nested structs stay named by their path.
 * @param {Record<string, string>} cells
 * @param {string[]} fields
 * @param {string} line
 * @returns {import('./cause-fields.js').Cause}
 */
function causeOf(cells, fields, line) {
	const kind = must(cells.cause || null, `${line}, cause`);
	const given = fields.filter((field) => cells[`cause_${field}`] !== '');
	return { kind, ...Object.fromEntries(given.map((field) => [field, cells[`cause_${field}`]])) };
}
