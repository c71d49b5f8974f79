// SPDX-License-Identifier: Apache-2.0

// Exports the ledgers of the pots over a range of days as CSV or JSON.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { calendarOf, dayRange, isoTime } from '@linli/command/calendar.js';
import { OPTIONS } from '@linli/command/command.js';
import { writeWhole } from '@linli/command/file.js';
import { finalised, readCalendar, withNode } from '@linli/command/node.js';
import { fieldsOf } from './cause-fields.js';
import { LANGUAGES } from './causes.js';
import { potsBy, readCauseKinds, readLedgers } from './chain.js';
import { readHoldings, readJournals } from './holdings.js';
import { identityText } from './identity.js';
import { tableFile, tableText } from './tables.js';
import { FORMATS, writeBook } from './write.js';

/**
 * The destination of the text. A file gets its name once it is complete.
 * @param {string | undefined} file Standard output if undefined.
 */
function target(file) {
	const part = file && `${file}.part`;
	const stream = part ? createWriteStream(part) : process.stdout;
	/** @type {Error | null} */
	let failure = null;
	stream.on('error', (error) => {
		failure = error;
	});
	const seen = () => {
		if (failure) {
			throw new Error(`cannot write${file ? ` ${file}` : ''}: ${failure.message}`);
		}
	};
	return {
		/** @param {string} text */
		async write(text) {
			seen();
			if (!stream.write(text)) {
				await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
				seen();
			}
		},
		async finish() {
			if (file && part) {
				stream.end();
				await once(stream, 'close');
				seen();
				await rename(part, file);
			}
		},
		async abandon() {
			if (part) {
				stream.destroy();
				await rm(part, { force: true });
			}
		},
	};
}

/**
 * Reports progress on standard error: on one line of a terminal, else on one line per pot.
 * @type {import('./write.js').Tell}
 */
function tell({ id, name, count }, done, isDone) {
	const { isTTY } = process.stderr;
	if (isDone || (isTTY && done % 100 === 0)) {
		const line = `pot ${id} ${name}: ${done} of ${count} entries`;
		process.stderr.write(`${isTTY ? '\r' : ''}${line}${isDone ? '\n' : ''}`);
	}
}

/**
 * Writes the export, in CSV without its tables.
 * @param {import('@linli/command/node.js').Client} api
 * @param {Record<string, string>} values
 * @param {number | null} only
 * @param {(text: string) => Promise<void>} out
 */
async function write(api, { from, to, format, lang }, only, out) {
	const { at, head } = await finalised(api);
	const { chain, block, currency, offset } = head;
	// The borders of days follow the chain's calendar, which knows when the community's clocks were set.
	const calendar = calendarOf(await readCalendar(at), from, to);
	const { offset: utcOffset, switches } = calendar;
	const range = dayRange(from, to, utcOffset, switches);
	const pots = await potsBy(at, Math.min(range.end, block.moment + 1), only);
	if (pots.length === 0) {
		throw new Error(
			only === null ? `no pot existed by the end of ${to}` : `pot ${only} did not exist by the end of ${to}`,
		);
	}
	const time = isoTime(block.moment, offset);
	if (range.end > block.moment) {
		process.stderr.write(`note: the range has not ended; the ledgers are exported up to ${time}\n`);
	}
	const language = /** @type {import('./causes.js').Language} */ (lang);
	const plain = {
		chain,
		block: { number: block.number, hash: block.hash, time },
		currency,
		range: { from, to, utcOffset, ...(switches.length ? { switches } : {}), pot: only },
		potIds: pots.map(({ id }) => id),
	};
	const until = Math.min(range.end, block.moment + 1);
	// Of one pot alone nothing can be said about the bank.
	const tables =
		only === null
			? [
					...(await readJournals(at, { head: plain, language, ...range, until })),
					...(await readHoldings(at, currency.decimals, language)),
				]
			: [];
	const shown = { ...plain, tables: tables.map(({ name }) => name) };
	const style = { format, language, causeFields: fieldsOf(readCauseKinds(at)) };
	const result = await writeBook(shown, style, readLedgers(at, pots, range), out, tell, tables);
	return { ...result, tables, decimals: currency.decimals };
}

/** @type {import('@linli/command/command.js').Command} */
export const exportBooks = {
	says: "Writes the ledgers of a community's pots over a range of days, for a program, a spreadsheet or an archive.",
	options: {
		from: { value: 'DAY', says: "first day, in the community's time, e.g. 2026-11-01", required: true },
		to: { value: 'DAY', says: 'last day, inclusive', required: true },
		format: { value: 'F', says: 'tables for spreadsheets, or JSON for programs', choices: FORMATS, required: true },
		pot: { value: 'ID', says: 'one pot only; by default all of them, and the bank', pattern: /^\d{1,5}$/ },
		out: {
			value: 'FILE',
			says: 'file to write, replaced once complete; by default standard output, for JSON or one pot',
		},
		lang: { value: 'L', says: 'language of the texts of causes', choices: LANGUAGES, default: 'en' },
		url: OPTIONS.url,
	},
	example: '--from 2026-11-01 --to 2026-11-30 --format csv --out november.csv',
	notes: `
Everything is read at one block, the last finalised one. Each pot has its opening, its entries and its closing. Besides
the pots there are the journal of each bank account, the escrow of each project, and all balances in total: with CSV as
november-bank-0.csv, november-escrow.csv and november-accounts.csv beside november.csv, with JSON in the same file. Amounts
are given twice: as decimals, and in fen (1/100), the unit of the chain. All is checked while it is written; anyone can
check it again with "linli-books check november.csv", and compare it with a node with "--node".
`,
	statuses: ['written, and it adds up', 'written, but it does not add up'],
	async run({ values }) {
		dayRange(values.from, values.to, 0);
		const only = values.pot === undefined ? null : Number(values.pot);
		const { out: file, format } = values;
		if (format === 'csv' && only === null && file === undefined) {
			throw new Error('CSV is several files: say with --out how the first is called');
		}
		return withNode(values.url, async (api) => {
			const out = target(file);
			try {
				const { sums, faults, tables, identity, decimals } = await write(api, values, only, out.write);
				// The first file comes last: while it is absent or old, the export is not complete.
				for (const table of format === 'csv' && file !== undefined ? tables : []) {
					await writeWhole(tableFile(file, table.name), tableText(table));
				}
				await out.finish();
				for (const { pot, entry, text } of faults) {
					process.stderr.write(`fault: pot ${pot ?? '–'}, entry ${entry ?? '–'}: ${text}\n`);
				}
				if (identity !== null) {
					process.stderr.write(`${identityText(identity, decimals)}\n`);
				}
				process.stderr.write(`Entries: ${sums.entries}, pots: ${sums.pots}; `);
				process.stderr.write(faults.length ? 'they do NOT add up\n' : 'they add up\n');
				return faults.length ? 1 : 0;
			} catch (error) {
				await out.abandon();
				throw error;
			}
		});
	},
};
