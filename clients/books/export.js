#!/usr/bin/env node

// SPDX-License-Identifier: Apache-2.0

// Writes the ledgers of the pots over a range of days, as CSV or JSON. See HELP.
//
// Status: 0 written, and it adds up; 1 written, and it does not; 2 nothing written.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { dayRange, isoTime } from './calendar.js';
import { LANGUAGES } from './causes.js';
import { readEntries, readPots, readSpan } from './chain.js';
import { finalised, withNode } from './connect.js';
import { FORMATS, writeBook } from './write.js';

const HELP = `Writes the ledgers of a community's pots over a range of days, for a program, a spreadsheet or an archive.

  node clients/books/export.js --from 2026-11-01 --to 2026-11-30 --format csv --out november.csv

  --from DAY     first day, in the community's time
  --to DAY       last day; it belongs to the range
  --format F     csv: one table, for spreadsheets; json: for programs, with sums to check by
  --pot ID       one pot only; without it all of them, so that transfers between pots can be checked
  --out FILE     where to write; without it to standard output. A file of that name is replaced, once all is written
  --url URL      the node; ws://127.0.0.1:9944 unless said otherwise
  --lang L       language of the words for causes: ${LANGUAGES.join(' or ')}; en unless said otherwise
  --help         this

Everything is read at one block, the last finalised one. Each pot has its opening, its entries and its closing. Amounts are
given twice: as decimals, and in fen (1/100), which is what the chain counts. The file is checked while it is
written; anybody can check it again:

  node clients/books/check.js november.csv
`;

function command() {
	const { values } = parseArgs({
		options: {
			url: { type: 'string', default: 'ws://127.0.0.1:9944' },
			from: { type: 'string' },
			to: { type: 'string' },
			format: { type: 'string' },
			pot: { type: 'string' },
			out: { type: 'string' },
			lang: { type: 'string', default: 'en' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		return values;
	}
	for (const name of ['from', 'to', 'format']) {
		if (values[name] === undefined) {
			throw new Error(`--${name} is missing; --help says more`);
		}
	}
	dayRange(values.from, values.to, 0);
	if (!FORMATS.includes(values.format)) {
		throw new Error(`--format is ${FORMATS.join(' or ')}, and not "${values.format}"`);
	}
	if (!LANGUAGES.includes(values.lang)) {
		throw new Error(`--lang is ${LANGUAGES.join(' or ')}, and not "${values.lang}"`);
	}
	if (values.pot !== undefined && !/^\d{1,5}$/.test(values.pot)) {
		throw new Error(`--pot is a number, counted from 0, and not "${values.pot}"`);
	}
	return { ...values, pot: values.pot === undefined ? null : Number(values.pot) };
}

/** Where the text goes: `{ write, finish, abandon }`. A file gets its name when it is whole. */
function target(file) {
	const part = file && `${file}.part`;
	const stream = part ? createWriteStream(part) : process.stdout;
	let failure = null;
	stream.on('error', (error) => (failure = error));
	const seen = () => {
		if (failure) {
			throw new Error(`cannot write${file ? ` ${file}` : ''}: ${failure.message}`);
		}
	};
	return {
		async write(text) {
			seen();
			if (!stream.write(text)) {
				await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
				seen();
			}
		},
		async finish() {
			if (part) {
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

/** Says on standard error how far it is: over one line on a terminal, else one line a pot. */
function tell({ id, name, count }, done, isDone = false) {
	const { isTTY } = process.stderr;
	if (isDone || (isTTY && done % 100 === 0)) {
		const line = `pot ${id} ${name}: ${done} of ${count} entries`;
		process.stderr.write(`${isTTY ? '\r' : ''}${line}${isDone ? '\n' : ''}`);
	}
}

/** The ledgers of the pots within the range, each read while it is written. */
async function* ledgersOf(at, pots, { start, end }) {
	for (const { id, kind, name } of pots) {
		const { first, next, opening } = await readSpan(at, id, start, end);
		yield { id, kind, name, opening, count: next - first, entries: readEntries(at, id, first, next) };
	}
}

async function write(api, { from, to, format, pot: only, lang }, out) {
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
	return writeBook(shown, format, lang, ledgersOf(at, pots, range), out.write, tell);
}

async function main() {
	const options = command();
	if (options.help) {
		process.stdout.write(HELP);
		return 0;
	}
	return withNode(options.url, async (api) => {
		const out = target(options.out);
		try {
			const { sums, faults } = await write(api, options, out);
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
}

process.exitCode = await main().catch((error) => {
	console.error(`error: ${error.message}`);
	return 2;
});
