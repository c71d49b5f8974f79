// SPDX-License-Identifier: Apache-2.0

// Checks that an export of the books adds up, which needs no node, and that it is the chain's, which needs one.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { messageOf, OPTIONS } from '@linli/command/command.js';
import { withNode } from '@linli/command/node.js';
import { compareWithChain } from './compare.js';
import { identityText } from './identity.js';
import { readBook } from './read.js';
import { tableFile } from './tables.js';

/**
 * @param {string} file
 * @param {string} absent What to say if there is no such file.
 */
function textOf(file, absent = 'the file does not exist') {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw error instanceof Error && 'code' in error && error.code === 'ENOENT' ? new Error(absent) : error;
	}
}

/**
 * Opens the file of a table beside the first file of an export.
 * @param {string} file
 */
const besides = (file) => (/** @type {string} */ table) => {
	const its = tableFile(file, table);
	return textOf(its, `its table ${basename(its)} is not beside it`);
};

/** @param {unknown} value */
const json = (value) => JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? part.toString() : part));

/**
 * Everything that is found about a file.
 * @param {string} file
 * @param {string} [url] The node to compare it with.
 */
async function examine(file, url) {
	const text = textOf(file);
	const { book, faults, notes, sums, identity } = readBook(text, besides(file));
	const shown = identity === null ? null : identityText(identity, book.head.currency.decimals);
	if (url === undefined) {
		return { faults, notes, sums, identity, shown };
	}
	const chain = await withNode(url, (api) => compareWithChain(api, text, book));
	return { faults: [...faults, ...chain.faults], notes: [...notes, ...chain.notes], sums, identity, shown };
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
if all pots of the head are there and both halves of every transfer between them agree; the same of the journals of the
bank accounts; and if pots, escrow, money in transit and all accounts are the money on the chain, which is what the bank
has by the books. With CSV, name the first file; its tables are read from beside it.

A file that adds up can still be forged. With --node it is written anew from that node, as of the same block, and each
difference is named: another payee, another cause, a pot or an entry left out, decimals moved.

With --json it prints { ok, faults: [{ code, pot, entry, text }], notes, sums, identity }, sums in fen; with status 2 the object has "error".
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
		const { faults, notes, sums, identity, shown } = result;
		const ok = faults.length === 0;
		if (flags.json) {
			console.log(json({ ok, faults, notes, sums, identity }));
			return ok ? 0 : 1;
		}
		for (const { pot, entry, text } of faults) {
			const where = [pot === null ? [] : `pot ${pot}`, entry === null ? [] : `entry ${entry}`].flat().join(', ');
			console.log(`- ${where ? `${where}: ` : ''}${text}`);
		}
		for (const note of notes) {
			console.log(`note: ${note}`);
		}
		if (shown !== null) {
			console.log(shown);
		}
		const verdict = values.node === undefined ? 'The books add up.' : "The books add up and are the chain's.";
		const isOther = faults.some(({ code }) => code === 'chain');
		const wrong = isOther ? "The books are NOT the chain's." : 'The books do NOT add up.';
		console.log(`Entries: ${sums.entries}, pots: ${sums.pots}. ${ok ? verdict : wrong}`);
		return ok ? 0 : 1;
	},
};
