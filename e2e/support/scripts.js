// SPDX-License-Identifier: Apache-2.0

// Runs the programs of `clients/`.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.js';

/** Runs a program of `clients/` to its end, e.g. `runScript('books/check.js', file)`. Returns `{ status, output }`. */
export function runScript(script, ...args) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [join(ROOT, 'clients', ...script.split('/')), ...args], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.once('error', reject);
		child.once('close', (status) => resolve({ status, output }));
	});
}
