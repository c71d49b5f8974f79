// SPDX-License-Identifier: Apache-2.0

// Runs the tools of `clients/`, as anybody would after the set-up.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.js';

/**
 * Runs a tool to its end, e.g. `runTool('linli-books', 'check', file)`.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<{ status: number | null, output: string }>}
 */
export function runTool(name, ...args) {
	return new Promise((resolve, reject) => {
		const child = spawn(join(ROOT, 'node_modules', '.bin', name), args, { stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		const append = (/** @type {Buffer} */ chunk) => {
			output += chunk;
		};
		child.stdout.on('data', append);
		child.stderr.on('data', append);
		child.once('error', reject);
		child.once('close', (status) => resolve({ status, output }));
	});
}

/** What an export and its check say of all money, as far as it adds up. */
const ALL_MONEY = /^As of the block: pots \S+ \+ escrow .+ = on the chain (\S+) = at the bank \1$/m;

/**
 * Exports the books, and has the export checked, without the node and against it.
 * @param {string} url
 * @param {string} format
 * @param {string[]} range
 * @param {string} file
 */
export async function exportBooks(url, format, range, file) {
	const args = ['--url', url, ...range, '--format', format, '--out', file];
	const exported = await runTool('linli-books', 'export', ...args);
	assert.equal(exported.status, 0, exported.output);
	assert.match(exported.output, ALL_MONEY);
	for (const compared of [[], ['--node', url]]) {
		const checked = await runTool('linli-books', 'check', ...compared, file);
		assert.equal(checked.status, 0, checked.output);
		assert.match(checked.output, ALL_MONEY);
		assert.doesNotMatch(checked.output, /were not compared/);
	}
}
