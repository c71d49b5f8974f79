// SPDX-License-Identifier: Apache-2.0

// Writes ledgers as the text of an export and checks them on the way. Independent of the chain: see chain.js.

import { dayRange } from '@linli/command/calendar.js';
import { csvWriter, jsonWriter } from './format.js';
import { checkTables } from './journals.js';
import { beginCheck } from './verify.js';

/**
 * @typedef {object} LedgerHead
 * @property {number} id
 * @property {string} kind
 * @property {string} name
 * @property {bigint} opening
 * @property {number} count Number of entries.
 *
 * @typedef {LedgerHead & { entries: AsyncIterable<Entry> | Iterable<Entry> }} Ledger
 *
 * @typedef {import('./chain.js').Entry} Entry
 *
 * @typedef {string} Format One of `FORMATS`.
 *
 * @typedef {object} Style Format and language of an export.
 * @property {Format} format
 * @property {import('./causes.js').Language} language
 * @property {string[]} causeFields All fields of causes, see `cause-fields.js`.
 *
 * @typedef {(ledger: LedgerHead, done: number, isDone: boolean) => void} Tell
 */

/** @type {Record<string, (head: import('./format.js').ExportHead, style: Style) => import('./format.js').Writer>} */
const WRITERS = { csv: csvWriter, json: jsonWriter };

export const FORMATS = Object.keys(WRITERS);

/**
 * Passes the text to `write` piece by piece, and returns the result of the check. In CSV the tables are not in the text.
 * @param {import('./format.js').ExportHead} head
 * @param {Style} style
 * @param {AsyncIterable<Ledger> | Iterable<Ledger>} ledgers
 * @param {(text: string) => void | Promise<void>} write
 * @param {Tell} tell
 * @param {import('./tables.js').Table[]} tables Those that the head lists.
 * @returns {Promise<import('./format.js').Result>}
 */
export async function writeBook(head, style, ledgers, write, tell = () => {}, tables = []) {
	const { range, currency } = head;
	const writer = WRITERS[style.format](head, style);
	const { start, end } = dayRange(range.from, range.to, range.utcOffset, range.switches);
	const { decimals } = currency;
	const block = Date.parse(head.block.time);
	const check = beginCheck({ start, end, decimals, block, pots: head.potIds });
	await write(writer.begin());
	for await (const { entries, ...ledger } of ledgers) {
		check.pot({ id: ledger.id, opening: ledger.opening });
		await write(writer.pot(ledger));
		let closing = ledger.opening;
		let done = 0;
		for await (const entry of entries) {
			check.entry(entry);
			await write(writer.entry(entry));
			closing = entry.balance;
			done += 1;
			tell(ledger, done, false);
		}
		const sums = check.close({ closing, entries: ledger.count });
		await write(writer.close({ ...sums, closing }));
		tell(ledger, done, true);
	}
	const { sums, faults, closings } = check.finish();
	const { language } = style;
	const others = checkTables(tables, { names: head.tables, language, decimals, start, end, block, closings });
	const result = { sums, faults: [...faults, ...others.faults], identity: others.identity };
	await write(writer.end(result, tables));
	return result;
}
