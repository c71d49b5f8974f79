#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// Checks that an export of the books adds up. Needs no node. See HELP.
//
// Status: 0 it adds up; 1 it does not; 2 it cannot be read.

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkText } from './format.js';

const HELP = `Checks that an export of the books adds up, with nothing but the file. Takes CSV and JSON.

  node clients/books/check.js november.csv
  node clients/books/check.js --json november.json

It adds up if for each pot
  - opening + in − out = closing, and each balance follows from the one before;
  - the ids of entries have no gap;
  - times ascend, and lie within the range of the export;
  - decimals and fen say the same, and so do the sums that the file gives;
and if what left a pot for another arrived there.

  --json         prints { ok, faults: [{ code, pot, entry, text }], notes, sums }, sums in fen, for programs
  --help         this

Status: 0 it adds up, 1 it does not, 2 it cannot be read. With --json and status 2, the object has "error".
That nothing was cut off at an end, only the chain can say: export again from a node of your own and compare.
`;

async function read(file) {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		throw new Error(error.code === 'ENOENT' ? 'there is no such file' : error.message);
	}
}

const plain = (_, value) => (typeof value === 'bigint' ? value.toString() : value);

async function main() {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	if (positionals.length !== 1) {
		throw new Error('name one file; --help says more');
	}
	const [file] = positionals;
	let result;
	try {
		result = checkText(await read(file));
	} catch (error) {
		if (!values.json) {
			throw new Error(`${file}: ${error.message}`);
		}
		console.log(JSON.stringify({ ok: false, error: error.message, faults: [] }));
		return 2;
	}
	const { faults, notes, sums } = result;
	const ok = faults.length === 0;
	if (values.json) {
		console.log(JSON.stringify({ ok, faults, notes, sums }, plain));
		return ok ? 0 : 1;
	}
	for (const { pot, entry, text } of faults) {
		const where = [pot === null ? [] : `pot ${pot}`, entry === null ? [] : `entry ${entry}`].flat().join(', ');
		console.log(`- ${where ? `${where}: ` : ''}${text}`);
	}
	for (const note of notes) {
		console.log(`note: ${note}`);
	}
	console.log(`Entries: ${sums.entries}, pots: ${sums.pots}. ${ok ? 'The books add up.' : 'The books do NOT add up.'}`);
	return ok ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
	console.error(`error: ${error.message}`);
	return 2;
});
