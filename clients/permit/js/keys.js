// SPDX-License-Identifier: Apache-2.0

// Secret keys in files of 64 hex digits, readable by their owner only. Keys are never passed on the command line, which
// other users of the machine can read.

import { randomBytes } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';

/**
 * Reads a seed of 32 bytes. Throws with a sentence if other users can read the file.
 * @param {string} file
 */
export async function readKey(file) {
	const { mode } = await stat(file);
	if (mode & 0o077) {
		throw new Error(
			`${file} is open to other users: run "chmod 600 ${file}", and replace the key if it may have been read`,
		);
	}
	const text = (await readFile(file, 'utf8')).trim();
	if (!/^[0-9a-f]{64}$/i.test(text)) {
		throw new Error(`${file} is not a key: it must contain 64 hex digits`);
	}
	return Buffer.from(text, 'hex');
}

/**
 * Generates a key in a new file. Throws if the file exists.
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
