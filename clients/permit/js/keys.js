// SPDX-License-Identifier: Apache-2.0

// Secret keys in files: 64 hex digits, for their owner's eyes alone. A key is never taken from the command line, which other
// users of the machine can read.

import { randomBytes } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';

/**
 * Reads a seed of 32 bytes. Throws with a sentence where others can read the file, too.
 * @param {string} file
 */
export async function readKey(file) {
	const { mode } = await stat(file);
	if (mode & 0o077) {
		throw new Error(`${file} is open to other users: run "chmod 600 ${file}", and use a new key if it was read`);
	}
	const text = (await readFile(file, 'utf8')).trim();
	if (!/^[0-9a-f]{64}$/i.test(text)) {
		throw new Error(`${file} holds no key: it should be 64 hex digits`);
	}
	return Buffer.from(text, 'hex');
}

/**
 * Makes a new key in a new file. Throws where there is a file of that name.
 * @param {string} file
 */
export async function makeKey(file) {
	const seed = randomBytes(32);
	const handle = await open(file, 'wx', 0o600);
	try {
		await handle.writeFile(`${seed.toString('hex')}\n`);
	} finally {
		await handle.close();
	}
	return seed;
}
