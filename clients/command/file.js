// SPDX-License-Identifier: Apache-2.0

// Files that are either complete or absent.

import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file and renames it once it is complete. Replaces an existing file.
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
