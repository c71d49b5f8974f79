// SPDX-License-Identifier: Apache-2.0

// Compares an export with a node: writes it anew from the chain, as of the same block, and names what differs.

import { calendarOf, dayRange } from '@linli/command/calendar.js';
import { blockOf, finalised, readCalendar } from '@linli/command/node.js';
import { fieldsOf } from './cause-fields.js';
import { potsBy, readCauseKinds, readLedgers } from './chain.js';
import { parseCsv } from './csv.js';
import { readHoldings, readJournals } from './holdings.js';
import { bankOf } from './tables.js';
import { writeBook } from './write.js';

/** @typedef {import('./verify.js').Fault} Fault */

/** The number of differences that are named; one forged figure makes many. */
const NAMED = 10;

/** @type {(text: string) => Fault} */
const fault = (text) => ({ code: 'chain', pot: null, entry: null, text });

/**
 * What an export says that the chain does not, and the other way round.
 * @param {import('@linli/command/node.js').Client} api
 * @param {string} text The export.
 * @param {import('./read.js').Book} book What the export says of its content.
 * @returns {Promise<{ faults: Fault[], notes: string[] }>}
 */
export async function compareWithChain(api, text, book) {
	const { at, head } = await finalised(api);
	const { range, block } = book.head;
	if (head.chain.genesis !== book.head.chain.genesis) {
		return { faults: [fault(`the file is of another chain: ${book.head.chain.genesis}`)], notes: [] };
	}
	if (block.number > head.block.number) {
		const reached = `the node's last finalized block is ${head.block.number}`;
		return { faults: [fault(`the file was read at block ${block.number}, but ${reached}`)], notes: [] };
	}
	const { hash, moment } = await blockOf(api, block.number);
	const said = Date.parse(block.time);
	const { offset: utcOffset, switches } = calendarOf(await readCalendar(at), range.from, range.to);
	const { start, end } = dayRange(range.from, range.to, utcOffset, switches);
	// What was written after the block is not in the file.
	const read = { start, end: Math.min(end, (moment ?? said) + 1) };
	const pots = await potsBy(at, read.end, range.pot);
	const plain = {
		chain: head.chain,
		block: { ...block, hash },
		currency: head.currency,
		range: { from: range.from, to: range.to, utcOffset, ...(switches.length ? { switches } : {}), pot: range.pot },
		potIds: pots.map(({ id }) => id),
	};
	/** @type {string[]} */
	const pieces = [];
	const { format, language } = book;
	const { tables, missing } = await tablesAt(api, at, plain, book, { start, end, until: read.end });
	const truth = { ...plain, tables: tables.map(({ name }) => name) };
	// Columns of causes that a later runtime added are not in the file.
	const causeFields = format === 'csv' ? book.causeFields : fieldsOf(readCauseKinds(at));
	/** @param {string} piece */
	const keep = (piece) => {
		pieces.push(piece);
	};
	await writeBook(truth, { format, language, causeFields }, readLedgers(at, pots, read), keep, undefined, tables);
	const found = differences(format, text, pieces.join(''));
	// In CSV the tables are files of their own.
	const others = format === 'csv' ? tableDifferences(book.tables, tables) : [];
	const faults = [...found, ...others].map(fault);
	if (moment !== null && moment !== said) {
		faults.push(fault(`block ${block.number} was not made at ${block.time}`));
	}
	const notes = moment === null ? [`the node cannot tell the time of block ${block.number}`] : [];
	if (missing) {
		notes.push(
			`the node no longer has the state of block ${block.number}: escrow and balances were not compared; ask an archive node`,
		);
	}
	return { faults, notes };
}

/**
 * The tables as the chain has them. Escrow and balances are of the block, whose state most nodes prune: then they are
 * taken from the file, and `missing` says so.
 * @param {import('@linli/command/node.js').Client} api
 * @param {import('@linli/command/node.js').State} at
 * @param {Omit<import('./format.js').ExportHead, 'tables'>} head
 * @param {import('./read.js').Book} book
 * @param {{ start: number, end: number, until: number }} range
 * @returns {Promise<{ tables: import('./tables.js').Table[], missing: boolean }>}
 */
async function tablesAt(api, at, head, book, range) {
	const { language } = book;
	if (book.head.range.pot !== null) {
		return { tables: [], missing: false };
	}
	const journals = await readJournals(at, { head, language, ...range });
	const then = await stateOf(api, head.block.hash);
	if (then !== null) {
		const holdings = await readHoldings(then, head.currency.decimals, language);
		return { tables: [...journals, ...holdings], missing: false };
	}
	return { tables: [...journals, ...book.tables.filter(({ name }) => bankOf(name) === null)], missing: true };
}

/**
 * The state after a block; null if the node has it no more.
 * @param {import('@linli/command/node.js').Client} api
 * @param {string} hash
 * @returns {Promise<import('@linli/command/node.js').State | null>}
 */
async function stateOf(api, hash) {
	try {
		const at = await api.at(hash);
		await at.query.timestamp.now();
		return at;
	} catch {
		return null;
	}
}

/**
 * The first differences between the tables of a file and those of the chain, each as a sentence.
 * @param {import('./tables.js').Table[]} file
 * @param {import('./tables.js').Table[]} chain
 */
export function tableDifferences(file, chain) {
	/** @type {(tables: import('./tables.js').Table[]) => unknown} */
	const byLine = (tables) =>
		Object.fromEntries(
			tables.map(({ name, rows }) => [name, Object.fromEntries(rows.map((row, place) => [`line ${place + 2}`, row]))]),
		);
	return named(byLine(file), byLine(chain));
}

/**
 * The first differences between two exports of one format, each as a sentence.
 * @param {import('./write.js').Format} format
 * @param {string} file
 * @param {string} chain
 */
export function differences(format, file, chain) {
	/** @type {(text: string) => unknown} */
	const read = format === 'json' ? JSON.parse : rowsOf;
	return named(read(file), read(chain));
}

/**
 * The first differences between two values, each as a sentence.
 * @param {unknown} file
 * @param {unknown} chain
 */
function named(file, chain) {
	/** @type {string[]} */
	const found = [];
	for (const { where, one, other } of walk('', file, chain)) {
		if (found.length === NAMED) {
			found.push('there are more differences');
			break;
		}
		found.push(`${where}: the file has ${shown(one)}, the chain has ${shown(other)}`);
	}
	return found;
}

/**
 * Rows by line, cells by column. The text of the head and of the end is JSON.
 * @param {string} text
 */
function rowsOf(text) {
	const [header, ...rows] = parseCsv(text);
	return Object.fromEntries(
		rows.map((cells, place) => {
			const named = Object.fromEntries(header.map((name, column) => [name, cells[column]]));
			const isJson = named.row === 'head' || named.row === 'end';
			return [`line ${place + 2}`, isJson ? { ...named, cause_text: JSON.parse(named.cause_text) } : named];
		}),
	);
}

/** @param {unknown} value */
const shown = (value) => (value === undefined ? 'nothing' : JSON.stringify(value));

/**
 * @param {string} where
 * @param {unknown} one
 * @param {unknown} other
 * @returns {Generator<{ where: string, one: unknown, other: unknown }>}
 */
function* walk(where, one, other) {
	if (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null) {
		const [left, right] = [
			/** @type {Record<string, unknown>} */ (one),
			/** @type {Record<string, unknown>} */ (other),
		];
		for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
			const part = Array.isArray(one) ? `${where}[${name}]` : where ? `${where}, ${name}` : name;
			yield* walk(part, left[name], right[name]);
		}
	} else if (one !== other) {
		yield { where, one, other };
	}
}
