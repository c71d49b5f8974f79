// SPDX-License-Identifier: Apache-2.0

// Checks that an export of the books adds up. Needs no node.

import { readFile } from 'node:fs/promises';
import { messageOf, OPTIONS } from '@linli/command/command.js';
import { checkText } from './format.js';

/** @param {string} file */
async function read(file) {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		throw error instanceof Error && 'code' in error && error.code === 'ENOENT'
			? new Error('the file does not exist')
			: error;
	}
}

/** @param {unknown} value */
const json = (value) => JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? part.toString() : part));

/** @type {import('@linli/command/command.js').Command} */
export const check = {
	says: 'Checks that an export of the books adds up, from the file alone. Reads CSV and JSON.',
	operands: ['FILE'],
	options: { json: OPTIONS.json },
	example: 'november.csv',
	notes: `
It adds up if for each pot
  - opening + in − out = closing, and each balance follows from the previous one;
  - the ids of entries have no gaps;
  - times ascend and lie within the range of the export;
  - decimals agree with fen, and sums in the file agree with the entries;
and if every transfer from one pot arrived in the other.

With --json it prints { ok, faults: [{ code, pot, entry, text }], notes, sums }, sums in fen; with status 2 the object has "error".
Only the chain can show that no entries are missing at either end: export again from your own node and compare.
`,
	statuses: ['it adds up', 'it does not'],
	async run({ flags, operands: [file] }) {
		let result;
		try {
			result = checkText(await read(file));
		} catch (error) {
			if (!flags.json) {
				throw new Error(`${file}: ${messageOf(error)}`);
			}
			console.log(json({ ok: false, error: messageOf(error), faults: [] }));
			return 2;
		}
		const { faults, notes, sums } = result;
		const ok = faults.length === 0;
		if (flags.json) {
			console.log(json({ ok, faults, notes, sums }));
			return ok ? 0 : 1;
		}
		for (const { pot, entry, text } of faults) {
			const where = [pot === null ? [] : `pot ${pot}`, entry === null ? [] : `entry ${entry}`].flat().join(', ');
			console.log(`- ${where ? `${where}: ` : ''}${text}`);
		}
		for (const note of notes) {
			console.log(`note: ${note}`);
		}
		console.log(
			`Entries: ${sums.entries}, pots: ${sums.pots}. ${ok ? 'The books add up.' : 'The books do NOT add up.'}`,
		);
		return ok ? 0 : 1;
	},
};
