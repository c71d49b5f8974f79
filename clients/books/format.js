// SPDX-License-Identifier: Apache-2.0

// Writes exports in two formats with the same content: JSON, and one CSV table. Written line by line, so that the length
// does not matter. `FORMAT` changes whenever programs that read it have to change, and with the texts of causes, which
// readers compare.

import { dayRange, isoTime, offsetAt } from '@linli/command/calendar.js';
import { flatten } from './cause-fields.js';
import { causeText } from './causes.js';
import { csvLine, inert, MARK } from './csv.js';
import { decimal } from './money.js';
import { stated } from './tables.js';

/**
 * @typedef {object} ExportHead The source and the content of an export.
 * @property {{ name: string, genesis: string }} chain
 * @property {{ number: number, hash: string, time: string }} block
 * @property {{ symbol: string, decimals: number }} currency
 * @property {{ from: string, to: string, utcOffset: number, switches?: import('@linli/command/calendar.js').Switch[],
 *   pot: number | null }} range `utcOffset` is the offset before the first of `switches`, which are present if the community's
 *   clocks were set within the range.
 * @property {number[]} potIds The pots that follow, in order.
 * @property {string[]} tables The tables that follow, in order; none in the export of one pot. See `tables.js`.
 *
 * @typedef {object} Result
 * @property {import('./verify.js').Sums} sums
 * @property {import('./verify.js').Fault[]} faults
 * @property {import('./identity.js').Identity | null} identity Null in the export of one pot.
 *
 * @typedef {object} Writer Each method returns the text to append.
 * @property {() => string} begin
 * @property {(pot: import('./write.js').LedgerHead) => string} pot
 * @property {(entry: import('./chain.js').Entry) => string} entry
 * @property {(sums: import('./verify.js').Sides & { closing: bigint }) => string} close
 * @property {(result: Result, tables: import('./tables.js').Table[]) => string} end
 */

export const FORMAT = 'linli-books/3';

/** The columns before those of causes. */
export const BEFORE_CAUSE = [
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
/** The columns after those of causes. */
export const AFTER_CAUSE = ['counterparty', 'balance', 'balance_fen'];

/** @type {(moment: number, range: ExportHead['range']) => string} */
const timeIn = (moment, { utcOffset: offset, switches = [] }) =>
	isoTime(moment, offsetAt(moment, { offset, switches }));

/**
 * The sums as they are stated at the end of an export.
 * @param {Result} result
 * @param {import('./tables.js').Table[]} tables
 */
const statedAtEnd = ({ sums, faults }, tables) => ({
	tables: stated(tables),
	...Object.fromEntries(
		Object.entries(sums).map(([name, value]) =>
			typeof value === 'bigint' ? [`${name}Fen`, String(value)] : [name, value],
		),
	),
	ok: faults.length === 0,
});

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
		begin: () => `${JSON.stringify({ format: FORMAT, language, ...head }, null, '\t').slice(0, -2)},\n\t"pots": [`,
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
		end(result, tables) {
			const rows = tables.map(
				({ name, rows }) => `\n\t\t"${name}": [${rows.map((row) => `\n\t\t\t${JSON.stringify(row)}`).join()}]`,
			);
			const check = JSON.stringify(statedAtEnd(result, tables));
			return `${pots ? '\n\t' : ''}],\n\t"tableRows": {${rows.join()}},\n\t"check": ${check}\n}\n`;
		},
	};
}

/**
 * A writer of CSV. The row `head` says as JSON what is exported. Each pot starts with a row `opening` and ends with a row
 * `closing`, dated at the ends of the range. The row `end` states the sums as JSON, so that a file cut short is noticed. The tables
 * are files of their own.
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
		return csvLine(columns.map((name) => inert(all[name])));
	};
	/** @param {bigint} fen */
	const balance = (fen) => ({ balance: decimal(fen, decimals), balance_fen: fen });
	return {
		begin: () =>
			MARK +
			csvLine(columns) +
			row({ row: 'head', time: head.block.time, cause: FORMAT, cause_text: JSON.stringify({ language, ...head }) }),
		pot({ id, name, opening }) {
			pot = { pot: id, pot_name: name };
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
				cause_text: causeText(cause, isIn, language),
				...Object.fromEntries([...flatten(cause)].map(([name, value]) => [causeColumn(name), value])),
				counterparty,
				...balance(after),
			}),
		close: ({ closing }) => row({ row: 'closing', time: timeIn(end, head.range), ...balance(closing) }),
		end(result, tables) {
			pot = {};
			return row({ row: 'end', cause_text: JSON.stringify(statedAtEnd(result, tables)) });
		},
	};
}
