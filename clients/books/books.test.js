// SPDX-License-Identifier: Apache-2.0

// The command line: help of each command, and arguments refused before connecting.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'linli-books-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string[]} args */
const run = (...args) =>
	spawnSync(process.execPath, [fileURLToPath(new URL('books.js', import.meta.url)), ...args], { encoding: 'utf8' });

test('each command has help', () => {
	assert.match(run('--help').stdout, /export .+\n {2}check .+\n {2}report /);
	for (const command of ['export', 'check', 'report']) {
		const { status, stdout } = run(command, '--help');
		assert.equal(status, 0);
		assert.match(stdout, new RegExp(`Usage: linli-books ${command} \\[OPTIONS\\][^]+Status: 0 `));
	}
});

test('an invalid command is refused before connecting or writing', () => {
	const out = join(folder, 'november.csv');
	const range = ['--from', '2026-11-01', '--to', '2026-11-30'];
	const where = ['--out', out, '--url', 'ws://127.0.0.1:1'];
	/** @type {[string[], RegExp][]} */
	const cases = [
		[['export', ...range, ...where], /--format is missing/],
		[['export', ...range, '--format', 'xml', ...where], /--format is csv or json, not "xml"/],
		[['export', '--from', '2026-11-31', '--to', '2026-12-01', '--format', 'csv', ...where], /not a day/],
		[['export', '--from', '2026-12-01', '--to', '2026-11-30', '--format', 'csv', ...where], /ends before it begins/],
		[['export', ...range, '--format', 'csv', '--pot', 'all', ...where], /--pot takes ID, not "all"/],
		[['export', ...range, '--format', 'csv', '--lang', 'fr', ...where], /--lang is en or zh/],
		[['report', '--month', '2026-13', ...where], /not a month/],
		[['report', '--month', '2026-11'], /--out is missing/],
		// Valid commands, but no node answers.
		[['export', ...range, '--format', 'csv', ...where], /no node answers at ws:\/\/127\.0\.0\.1:1/],
		[['report', '--month', '2026-11', ...where], /no node answers/],
	];
	for (const [args, reason] of cases) {
		const { status, stdout, stderr } = run(...args);
		assert.deepEqual([status, stdout], [2, ''], `${reason}`);
		assert.match(stderr, reason);
		assert.ok(!existsSync(out) && !existsSync(`${out}.part`));
	}
});
