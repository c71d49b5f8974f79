// SPDX-License-Identifier: Apache-2.0

// From ledgers to the text of an export, checked on the way. Knows no chain: see chain.js.

import { dayRange } from './calendar.js';
import { csvWriter, jsonWriter } from './format.js';
import { beginCheck } from './verify.js';

const WRITERS = { csv: csvWriter, json: jsonWriter };

export const FORMATS = Object.keys(WRITERS);

/**
 * Hands `write` the text piece by piece, and returns what the check found. `ledgers` gives one
 * `{ id, kind, name, opening, count, entries }` after the other, `entries` being an iterable that may be asynchronous.
 */
export async function writeBook(head, format, language, ledgers, write, tell = () => {}) {
	const { range, currency } = head;
	const writer = WRITERS[format](head, language);
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
			tell(ledger, done);
		}
		const sums = check.close({ closing, entries: ledger.count });
		await write(writer.close({ ...sums, closing }));
		tell(ledger, done, true);
	}
	const result = check.finish();
	await write(writer.end(result));
	return result;
}
