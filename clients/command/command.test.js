// SPDX-License-Identifier: Apache-2.0

// For every tool, `--help` shows help, an invalid command does nothing and states the reason, and the status is the
// command's.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseTime } from './calendar.js';
import { helpOf, OPTIONS } from './command.js';

/** @param {string[]} args */
function run(...args) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[fileURLToPath(new URL('testing/tool.js', import.meta.url)), ...args],
		{ encoding: 'utf8' },
	);
	return { status, stdout, stderr };
}

test('arguments reach the command, and its status becomes that of the process', () => {
	const { status, stdout } = run('count', '--of', 'owners', '--json', 'FILE.csv');
	assert.equal(status, 1);
	assert.deepEqual(JSON.parse(stdout), {
		values: { of: 'owners', url: OPTIONS.url.default },
		flags: { json: true },
		operands: ['FILE.csv'],
	});
	assert.equal(run('count', '--of=owners', '--url', 'wss://node.example', 'FILE.csv').status, 1);
});

test('help goes to standard output, regardless of other arguments', () => {
	for (const args of [['--help'], ['count', '--help'], ['count', '--of', '--help']]) {
		const { status, stdout, stderr } = run(...args);
		assert.deepEqual([status, stderr], [0, ''], args.join(' '));
		assert.match(stdout, /Usage: linli-test/);
	}
	const { stdout } = run('count', '--help');
	assert.match(stdout, /--url URL {2}node to read from; ws:\/\/127\.0\.0\.1:9944 unless given/);
	assert.match(stdout, /--of WHAT {2}what to count; owners or units; required/);
	assert.match(stdout, /Status: 0 .+; 1 .+; 2 /);
});

test('an invalid command does nothing and states the reason', () => {
	const cases = [
		[[], /name a command: count, fail/],
		[['sum'], /no command "sum"/],
		[['toString'], /no command "toString"/],
		[['count', 'FILE.csv'], /--of is missing/],
		[['count', '--of', 'cats', 'FILE.csv'], /--of is owners or units, not "cats"/],
		[['count', '--of', 'units'], /expected FILE/],
		[['count', '--of', 'units', 'one', 'other'], /expected FILE/],
		[['count', '--of', 'units', '--url', 'node', 'FILE.csv'], /--url takes URL, not "node"/],
		[['count', '--ws', 'ws://node'], /--ws/],
		[['count', '--of'], /--of/],
	];
	for (const [args, reason] of /** @type {[string[], RegExp][]} */ (cases)) {
		const { status, stdout, stderr } = run(...args);
		assert.deepEqual([status, stdout], [2, ''], args.join(' '));
		assert.match(stderr, reason);
		assert.match(stderr, /^error: .+; "linli-test --help" says more\n$/);
	}
});

test('an error during a command is one line, with status 2', () => {
	assert.deepEqual(run('fail'), { status: 2, stdout: '', stderr: 'error: the bank is closed\n' });
});

test('a tool with a single command needs no command name', () => {
	const tool = {
		name: 'linli-one',
		says: 'One.',
		commands: {
			'': {
				says: 'Does one thing.',
				operands: ['ID'],
				options: {},
				statuses: /** @type {[string, string]} */ (['done', 'not']),
				run: () => 0,
			},
		},
	};
	assert.match(helpOf(tool, ''), /^Does one thing\.\n\nUsage: linli-one \[OPTIONS\] ID\n/);
});

test('a time is the same moment on every machine', () => {
	assert.equal(parseTime('2026-11-30T18:00:00+08:00'), Date.UTC(2026, 10, 30, 10));
	assert.equal(parseTime('2026-11-30t10:00:00.5z'), Date.UTC(2026, 10, 30, 10, 0, 0, 500));
	for (const wrong of [
		'2026-11-30',
		'2026-11-30T18:00:00',
		'2026-11-31T18:00:00Z',
		'2026-11-30T25:00:00Z',
		'1803862800000',
	]) {
		assert.throws(() => parseTime(wrong), /not a time|not a day/, wrong);
	}
});
