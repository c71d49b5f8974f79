// SPDX-License-Identifier: Apache-2.0

// Runs the scripts that come with the repository for everybody.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.js';

/** Runs a script of `scripts/` to its end, e.g. `runScript('books/check.mjs', file)`. Returns `{ status, output }`. */
export function runScript(script, ...args) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [join(ROOT, 'scripts', ...script.split('/')), ...args], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.once('error', reject);
		child.once('close', (status) => resolve({ status, output }));
	});
}
