// SPDX-License-Identifier: Apache-2.0

// Checks that an export of the books adds up, which needs no node, and that it is the chain's, which needs one.

import { readFile } from 'node:fs/promises';
import { messageOf, OPTIONS } from '@linli/command/command.js';
import { withNode } from '@linli/command/node.js';
import { compareWithChain } from './compare.js';
import { readBook } from './read.js';

/** @param {string} file */
async function textOf(file) {
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

/**
 * Everything that is found about a file.
 * @param {string} file
 * @param {string} [url] The node to compare it with.
 */
async function examine(file, url) {
	const text = await textOf(file);
	const { book, faults, notes, sums } = readBook(text);
	if (url === undefined) {
		return { faults, notes, sums };
	}
	const chain = await withNode(url, (api) => compareWithChain(api, text, book));
	return { faults: [...faults, ...chain.faults], notes: [...notes, ...chain.notes], sums };
}

/** @type {import('@linli/command/command.js').Command} */
export const check = {
	says: "Checks that an export of the books adds up, from the file alone, and with --node that it is the chain's.",
	operands: ['FILE'],
	options: {
		node: { value: 'URL', says: 'compare each line with this node, e.g. ws://127.0.0.1:9944; ask a node you trust' },
		json: OPTIONS.json,
	},
	example: 'november.csv',
	notes: `
It adds up if for each pot
  - opening + in − out = closing, and each balance follows from the previous one;
  - the ids of entries have no gaps;
  - times ascend, lie within the range of the export, and are not after the block at which it was read;
  - decimals agree with fen, texts with causes, and sums in the file with the entries;
and if all pots of the head are there and both halves of every transfer between them agree.

A file that adds up can still be forged. With --node it is written anew from that node, as of the same block, and each
difference is named: another payee, another cause, a pot or an entry left out, decimals moved.

With --json it prints { ok, faults: [{ code, pot, entry, text }], notes, sums }, sums in fen; with status 2 the object has "error".
`,
	statuses: ["it adds up (and is the chain's)", 'it does not'],
	async run({ flags, values, operands: [file] }) {
		let result;
		try {
			result = await examine(file, values.node);
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
		const verdict = values.node === undefined ? 'The books add up.' : "The books add up and are the chain's.";
		const isOther = faults.some(({ code }) => code === 'chain');
		const wrong = isOther ? "The books are NOT the chain's." : 'The books do NOT add up.';
		console.log(`Entries: ${sums.entries}, pots: ${sums.pots}. ${ok ? verdict : wrong}`);
		return ok ? 0 : 1;
	},
};
