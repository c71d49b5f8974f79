// SPDX-License-Identifier: Apache-2.0

// A program in a pseudo-terminal, which util-linux's `script` makes, and somebody who answers its questions.

import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a question may take to come, in ms. */
const PATIENCE = 60_000;
/** A program sets its terminal up after it has printed a question: so long do people wait at least, in ms. */
const PAUSE = 150;

export const ENTER = '\r';
export const DOWN = '\x1b[B';

/**
 * A text as it is typed within quotation marks of a shell.
 * @param {string} text
 */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * Runs a program in a terminal of its own and gives each answer once its question has been printed. Returns its status
 * and everything that was shown, without colours.
 * @param {string[]} command
 * @param {{ cwd: string, env?: Record<string, string>, answers: [RegExp, string][] }} options
 */
export async function converse(command, { cwd, env = {}, answers }) {
	const child = spawn(
		'script',
		['--quiet', '--return', '--flush', '--command', command.map(quoted).join(' '), '/dev/null'],
		{
			cwd,
			env: { ...process.env, TERM: 'xterm', ...env },
			stdio: ['pipe', 'pipe', 'pipe'],
		},
	);
	let shown = '';
	const read = (/** @type {Buffer} */ chunk) => {
		// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's colours and movements begin with one
		shown += chunk.toString().replaceAll(/\x1b\[[0-9;?]*[A-Za-z]/g, '');
	};
	child.stdout.on('data', read);
	child.stderr.on('data', read);
	/** @type {number | null | undefined} */
	let status;
	const ended = new Promise((resolve) => {
		child.once('close', (code) => {
			status = code;
			resolve(undefined);
		});
	});
	let from = 0;
	for (const [question, answer] of answers) {
		const begun = Date.now();
		for (let found = null; found === null; ) {
			found = question.exec(shown.slice(from));
			if (found) {
				from += found.index + found[0].length;
			} else if (status !== undefined || Date.now() - begun > PATIENCE) {
				child.kill('SIGKILL');
				throw new Error(`${question} was not asked:\n${shown}`);
			} else {
				await sleep(20);
			}
		}
		await sleep(PAUSE);
		child.stdin.write(answer);
	}
	await ended;
	return { status, shown };
}
