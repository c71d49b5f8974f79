// SPDX-License-Identifier: Apache-2.0

// Chain specs whose storage at genesis a test changes.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './node.js';

/**
 * Writes the raw spec of the test network `local` without boot nodes, after `change` has changed its storage at genesis.
 * Returns the file.
 * @param {string} folder
 * @param {(top: Record<string, string>) => void} change
 */
export async function writeLocalSpec(folder, change) {
	const file = join(folder, 'chain-spec-raw.json');
	const made = await runNode('export-chain-spec', '--chain', 'local', '--raw', '--output', file);
	assert.equal(made.status, 0, made.stderr);
	const spec = JSON.parse(readFileSync(file, 'utf8'));
	spec.bootNodes = [];
	change(spec.genesis.raw.top);
	writeFileSync(file, JSON.stringify(spec));
	return file;
}
