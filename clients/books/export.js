// SPDX-License-Identifier: Apache-2.0

// Writes the ledgers of the pots over a range of days, as CSV or JSON.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dayRange, isoTime } from '@linli/command/calendar.js';
import { OPTIONS } from '@linli/command/command.js';
import { finalised, withNode } from '@linli/command/node.js';
import { fieldsOf } from './cause-fields.js';
import { LANGUAGES } from './causes.js';
import { readCauseKinds, readEntries, readPots, readSpan } from './chain.js';
import { FORMATS, writeBook } from './write.js';

/**
 * Where the text goes. A file gets its name when it is whole.
 * @param {string | undefined} file Standard output where none is named.
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
 * Says on standard error how far it is: over one line on a terminal, else one line a pot.
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
 * The ledgers of the pots within the range, each read while it is written.
 * @param {import('@linli/command/node.js').State} at
 * @param {import('./chain.js').Pot[]} pots
 * @param {{ start: number, end: number }} range
 * @returns {AsyncGenerator<import('./write.js').Ledger>}
 */
async function* ledgersOf(at, pots, { start, end }) {
	for (const { id, kind, name } of pots) {
		const { first, next, opening } = await readSpan(at, id, start, end);
		yield { id, kind, name, opening, count: next - first, entries: readEntries(at, id, first, next) };
	}
}

/**
 * @param {import('@linli/command/node.js').Client} api
 * @param {Record<string, string>} values
 * @param {number | null} only
 * @param {(text: string) => Promise<void>} out
 */
async function write(api, { from, to, format, lang }, only, out) {
	const { at, head } = await finalised(api);
	const { chain, block, currency, offset } = head;
	const range = dayRange(from, to, offset);
	// A pot that was opened later is left out, so that the export of a range that is over never changes.
	const open = (await readPots(at)).filter(({ opened }) => opened < range.end);
	const pots = open.filter(({ id }) => only === null || id === only);
	if (pots.length === 0) {
		throw new Error(only === null ? `there was no pot before ${to} was over` : `there was no pot ${only} then`);
	}
	const time = isoTime(block.moment, offset);
	if (range.end > block.moment) {
		process.stderr.write(`note: the range is not over; the ledgers go to ${time}\n`);
	}
	const shown = {
		chain,
		block: { number: block.number, hash: block.hash, time },
		currency,
		range: { from, to, utcOffset: offset, pot: only },
	};
	const language = /** @type {import('./causes.js').Language} */ (lang);
	const style = { format, language, causeFields: fieldsOf(readCauseKinds(at)) };
	return writeBook(shown, style, ledgersOf(at, pots, range), out, tell);
}

/** @type {import('@linli/command/command.js').Command} */
export const exportBooks = {
	says: "Writes the ledgers of a community's pots over a range of days, for a program, a spreadsheet or an archive.",
	options: {
		from: { value: 'DAY', says: "first day, in the community's time, e.g. 2026-11-01", required: true },
		to: { value: 'DAY', says: 'last day; it belongs to the range', required: true },
		format: { value: 'F', says: 'one table for spreadsheets, or for programs', choices: FORMATS, required: true },
		pot: { value: 'ID', says: 'one pot only; else all, so that transfers can be checked', pattern: /^\d{1,5}$/ },
		out: { value: 'FILE', says: 'where to write, once all is there; else standard output' },
		lang: { value: 'L', says: 'language of the words for causes', choices: LANGUAGES, default: 'en' },
		url: OPTIONS.url,
	},
	example: '--from 2026-11-01 --to 2026-11-30 --format csv --out november.csv',
	notes: `
Everything is read at one block, the last finalised one. Each pot has its opening, its entries and its closing. Amounts are
given twice: as decimals, and in fen (1/100), which is what the chain counts. The file is checked while it is written;
anybody can check it again with "linli-books check november.csv".
`,
	statuses: ['written, and it adds up', 'written, and it does not'],
	async run({ values }) {
		dayRange(values.from, values.to, 0);
		const only = values.pot === undefined ? null : Number(values.pot);
		return withNode(values.url, async (api) => {
			const out = target(values.out);
			try {
				const { sums, faults } = await write(api, values, only, out.write);
				await out.finish();
				for (const { pot, entry, text } of faults) {
					process.stderr.write(`fault: pot ${pot ?? '–'}, entry ${entry ?? '–'}: ${text}\n`);
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
