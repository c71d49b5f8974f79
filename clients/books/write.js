// SPDX-License-Identifier: Apache-2.0

// From ledgers to the text of an export, checked on the way. Knows no chain: see chain.js.

import { dayRange } from '@linli/command/calendar.js';
import { csvWriter, jsonWriter } from './format.js';
import { beginCheck } from './verify.js';

/**
 * @typedef {object} LedgerHead
 * @property {number} id
 * @property {string} kind
 * @property {string} name
 * @property {bigint} opening
 * @property {number} count How many entries there are.
 *
 * @typedef {LedgerHead & { entries: AsyncIterable<Entry> | Iterable<Entry> }} Ledger
 *
 * @typedef {import('./chain.js').Entry} Entry
 *
 * @typedef {object} Style How an export is written.
 * @property {string} format One of `FORMATS`.
 * @property {import('./causes.js').Language} language
 * @property {string[]} causeFields The fields that causes can have, see `cause-fields.js`.
 *
 * @typedef {(ledger: LedgerHead, done: number, isDone: boolean) => void} Tell
 */

/** @type {Record<string, (head: import('./format.js').ExportHead, style: Style) => import('./format.js').Writer>} */
const WRITERS = { csv: csvWriter, json: jsonWriter };

export const FORMATS = Object.keys(WRITERS);

/**
 * Hands `write` the text piece by piece, and returns what the check found.
 * @param {import('./format.js').ExportHead} head
 * @param {Style} style
 * @param {AsyncIterable<Ledger> | Iterable<Ledger>} ledgers
 * @param {(text: string) => void | Promise<void>} write
 * @param {Tell} tell
 */
export async function writeBook(head, style, ledgers, write, tell = () => {}) {
	const { range, currency } = head;
	const writer = WRITERS[style.format](head, style);
	const check = beginCheck({ ...dayRange(range.from, range.to, range.utcOffset), decimals: currency.decimals });
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
	const result = check.finish();
	await write(writer.end(result));
	return result;
}
