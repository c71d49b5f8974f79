// SPDX-License-Identifier: Apache-2.0

// The tables of an export besides the pots' ledgers: the journal of each bank account, the escrow of projects, and all
// balances in total. A row has a text for each column. In JSON the tables are part of the file; in CSV each is a file of
// its own, named for the first: november.csv, november-bank-0.csv.

import { createHash } from 'node:crypto';
import { csvLine, inert, MARK, parseCsv } from './csv.js';

/**
 * @typedef {Record<string, string>} Row
 * @typedef {{ name: string, rows: Row[] }} Table
 * @typedef {Record<string, { rows: number, sha256: string }>} Stated What an export states of its tables.
 */

/** An amount has a column as a decimal and one in fen. @type {(name: string) => string[]} */
const money = (name) => [name, `${name}_fen`];

const BANK = [
	'row',
	'number',
	'time',
	'value_date',
	'direction',
	...money('amount'),
	'kind',
	'text',
	'reference',
	'party',
	'party_id',
	'cause',
	'cause_text',
	'other_reference',
	'reason',
	'by',
	'approver',
	...money('balance'),
];
const ESCROW = ['project', 'state', ...['funded', 'paid', 'returned', 'held', 'retained'].flatMap(money)];
const ACCOUNTS = ['class', 'item', 'text', ...money('amount')];

/** @param {number} bank */
export const bankTable = (bank) => `bank-${bank}`;

/**
 * The bank account whose journal a table is; null of another table.
 * @param {string} name
 */
export const bankOf = (name) => {
	const id = /^bank-(0|[1-9]\d{0,4})$/.exec(name)?.[1];
	return id === undefined ? null : Number(id);
};

/**
 * The columns of a table; undefined if there is no such table.
 * @param {string} name
 * @returns {string[] | undefined}
 */
export const columnsOf = (name) =>
	bankOf(name) !== null ? BANK : name === 'escrow' ? ESCROW : name === 'accounts' ? ACCOUNTS : undefined;

/**
 * A row with a text for each column, harmless in a spreadsheet.
 * @param {string} table
 * @param {Record<string, unknown>} cells
 * @returns {Row}
 */
export function rowOf(table, cells) {
	const columns = columnsOf(table) ?? [];
	const lost = Object.keys(cells).find((name) => !columns.includes(name));
	if (lost !== undefined) {
		throw new Error(`there is no column for ${lost} in the table ${table}`);
	}
	return Object.fromEntries(columns.map((name) => [name, String(inert(cells[name] ?? ''))]));
}

/**
 * What an export states of its tables, so that none is exchanged, cut or left out unnoticed.
 * @param {Table[]} tables
 * @returns {Stated}
 */
export const stated = (tables) =>
	Object.fromEntries(
		tables.map(({ name, rows }) => {
			const cells = rows.map((row) => (columnsOf(name) ?? []).map((column) => row[column]));
			const sha256 = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
			return [name, { rows: rows.length, sha256 }];
		}),
	);

/**
 * A table as CSV.
 * @param {Table} table
 */
export function tableText({ name, rows }) {
	const columns = columnsOf(name) ?? [];
	return MARK + csvLine(columns) + rows.map((row) => csvLine(columns.map((column) => row[column]))).join('');
}

/**
 * The rows of a table's CSV. Throws with a sentence if it is another table.
 * @param {string} name
 * @param {string} text
 * @returns {Row[]}
 */
export function parseTable(name, text) {
	const columns = columnsOf(name) ?? [];
	const [header, ...rows] = parseCsv(text);
	if (header?.join() !== columns.join()) {
		throw new Error(`the first line of the table ${name} is not its header`);
	}
	return rows.map((cells, place) => {
		if (cells.length !== columns.length) {
			throw new Error(`table ${name}, line ${place + 2} has ${cells.length} cells instead of ${columns.length}`);
		}
		return Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
	});
}

/**
 * The rows of a table in JSON. Throws with a sentence if they are not rows of that table.
 * @param {string} name
 * @param {unknown} said
 * @returns {Row[]}
 */
export function checkRows(name, said) {
	const columns = columnsOf(name) ?? [];
	if (!Array.isArray(said)) {
		throw new Error(`the table ${name} is missing or malformed`);
	}
	for (const [place, row] of said.entries()) {
		const isRow = row !== null && typeof row === 'object' && Object.keys(row).join() === columns.join();
		if (!isRow || !Object.values(row).every((cell) => typeof cell === 'string')) {
			throw new Error(`row ${place} of the table ${name} is malformed`);
		}
	}
	return said;
}

/**
 * The name of the file of a table.
 * @param {string} file The file of the pots' ledgers.
 * @param {string} table
 */
export const tableFile = (file, table) => file.replace(/(\.[^./\\]*)?$/, (ending = '') => `-${table}${ending}`);
