// SPDX-License-Identifier: Apache-2.0

// Files that are either whole or not there.

import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file under its name once all of it is on the disk. One of that name is replaced.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export async function writeWhole(file, content) {
	const part = `${file}.part`;
	try {
		await writeFile(part, content);
		await rename(part, file);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}
