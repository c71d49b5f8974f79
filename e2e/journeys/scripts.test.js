// SPDX-License-Identifier: Apache-2.0

// The shell scripts check their arguments before they build, install or measure anything, and teach with `--help`.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../support/paths.js';

/** Runs a script to its end. What began to build would outlive the limit by far, and is ended. */
function run(script, args, env = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn('bash', [join(ROOT, 'scripts', script), ...args], {
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			timeout: 10_000,
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.once('error', reject);
		child.once('close', (status) => resolve({ status, output }));
	});
}

async function refuses(message, script, args, env) {
	const { status, output } = await run(script, args, env);
	assert.equal(status, 1, output);
	assert.match(output, message);
	assert.doesNotMatch(output, /==>/, 'it began its work');
}

describe('the scripts', () => {
	const all = [
		...['run.sh', 'setup.sh', 'test.sh', 'bench.sh', 'pictures.sh', 'renew-lock.sh', 'network.sh', 'faults.sh'],
		'release.sh',
	];
	for (const script of all) {
		test(`${script} --help shows how it is used`, async () => {
			for (const option of ['--help', '-h']) {
				const { status, output } = await run(script, [option]);
				assert.equal(status, 0, output);
				assert.match(output, new RegExp(`bash scripts/${script} --help|--help  `));
				assert.doesNotMatch(output, /==>|set -euo/);
			}
		});

		test(`${script} refuses what it does not know`, () => refuses(/error: .*nonsense/, script, ['nonsense']));
	}

	test('run.sh checks what it passes on to the node', async () => {
		await refuses(/--sealing is manual, instant or interval=MS, not aura/, 'run.sh', ['--sealing', 'aura']);
		await refuses(/--sealing needs a value/, 'run.sh', ['--sealing']);
		await refuses(/--port is a port from 1 to 65535, not 65536/, 'run.sh', ['--port', '65536']);
		await refuses(/options of the node come after --/, 'run.sh', ['--log', 'debug']);
		await refuses(/--chain is set by this script/, 'run.sh', ['--', '--chain=dev']);
	});

	test('network.sh checks its arguments before it touches a network', async () => {
		await refuses(/groups are numbers of nodes .* not 1,2/, 'network.sh', ['cut', '1,2']);
		await refuses(/there is no node 6: this network has 5/, 'network.sh', ['cut', '1,2:3,6']);
		await refuses(/node 2 is in two groups/, 'network.sh', ['cut', '1,2:2,3']);
		await refuses(/a node is a number from 1 to 5, not 9/, 'network.sh', ['kill', '9']);
		await refuses(/a clock is wrong by .* not by later/, 'network.sh', ['start', '4', 'later']);
		await refuses(/LINLI_NETWORK is a letter/, 'network.sh', ['status'], { LINLI_NETWORK: '../up' });
	});

	test('faults.sh leaves the test that moves all clocks for last', () =>
		refuses(/nine_days comes last/, 'faults.sh', ['nine_days', 'killed']));

	test('release.sh lists the currency of every law pack, and overwrites nothing', async () => {
		const { output } = await run('release.sh', ['--list']);
		const laws = join(ROOT, 'runtime', 'src', 'genesis', 'laws');
		for (const pack of readdirSync(laws)) {
			const { community } = JSON.parse(readFileSync(join(laws, pack), 'utf8'));
			assert.ok(output.split('\n').includes(community.currency), `${pack}: ${community.currency}`);
		}
		await refuses(/no runtime is released for XXX/, 'release.sh', ['--out', '/nowhere', 'XXX']);
		await refuses(/--out DIR is missing/, 'release.sh', ['AUD']);
		await refuses(/is not empty/, 'release.sh', ['--out', ROOT]);
	});

	test('run.sh says that a port is taken', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const address = server.address();
		assert.ok(address && typeof address === 'object');
		const { port } = address;
		try {
			for (const option of ['--rpc-port', '--prometheus-port']) {
				const message = new RegExp(`${option}: port ${port} is in use`);
				await refuses(message, 'run.sh', [option, String(port)]);
				await refuses(message, 'run.sh', [`${option}=${port}`]);
			}
		} finally {
			server.close();
		}
	});

	test('bench.sh checks its environment', async () => {
		await refuses(/STEPS and REPEAT are whole numbers from 1, not many/, 'bench.sh', ['billing'], { STEPS: 'many' });
		await refuses(/STEPS is at least 2/, 'bench.sh', ['billing'], { STEPS: '1' });
	});
});
