// SPDX-License-Identifier: Apache-2.0

// How a node starts and ends: ports that are taken, options that exclude each other, and an end that looks like one.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { newBlock } from '../support/clock.js';
import { runNode, startNode, temporaryFolder } from '../support/node.js';
import { NODE } from '../support/paths.js';

/** What the log says of a task that ended before the node did, which is no ordinary end. */
const FAILURE = /Essential task|ERROR/;

describe('the start and the end of a node', { timeout: 300_000 }, () => {
	const server = createServer();
	let taken;

	before(async () => {
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		assert.ok(address && typeof address === 'object');
		taken = address.port;
	});

	after(() => server.close());

	/** @type {[string, string[]][]} */
	const options = [
		['--rpc-port', ['--port', '0', '--no-prometheus']],
		['--port', ['--rpc-port', '0', '--no-prometheus']],
		['--prometheus-port', ['--rpc-port', '0', '--port', '0']],
	];
	for (const [option, others] of options) {
		test(`a taken ${option} is an error that says what to do`, async () => {
			const { status, stderr } = await runNode('--dev', option, String(taken), ...others);
			assert.equal(status, 1, stderr);
			assert.match(stderr, new RegExp(`^error: .*${option}: port ${taken} \\(.+\\) is in use .*Choose another`, 'm'));
			assert.doesNotMatch(stderr, FAILURE);
		});
	}

	test('a taken --listen-addr is an error, and so is --port beside it', async () => {
		const address = `/ip4/127.0.0.1/tcp/${taken}`;
		const { status, stderr } = await runNode('--dev', '--rpc-port', '0', '--no-prometheus', '--listen-addr', address);
		assert.equal(status, 1, stderr);
		assert.match(stderr, new RegExp(`^error: .*--listen-addr: port ${taken} `, 'm'));
		const both = await runNode('--dev', '--port', '30399', '--listen-addr', '/ip4/127.0.0.1/tcp/0');
		assert.equal(both.status, 2, both.stderr);
		assert.match(both.stderr, /argument '--(port|listen-addr) .* cannot be used with '--(port|listen-addr) /);
	});

	test('a taken default port is told, and the node starts', async () => {
		const first = createServer();
		// If another program has it, it is taken as well.
		first.on('error', () => {});
		first.listen(9944, '127.0.0.1');
		const node = spawn(NODE, ['--dev', '--port', '0', '--no-prometheus', '--no-mdns']);
		const ended = once(node, 'exit');
		let output = '';
		for await (const chunk of node.stderr) {
			output += chunk;
			if (/Running JSON-RPC server: addr=127\.0\.0\.1:\d+/.test(output)) {
				node.kill('SIGINT');
			}
		}
		first.close();
		assert.deepEqual(await ended, [0, null], output);
		assert.match(output, /Port 9944 \(JSON-RPC\) is in use: this node answers on a free port instead/);
		assert.doesNotMatch(output, /addr=127\.0\.0\.1:9944/);
		assert.doesNotMatch(output, FAILURE);
	});

	test('a stopped node and commands on its database end without an error', async () => {
		const chain = ['--dev', '--base-path', temporaryFolder('start')];
		const node = await startNode(...chain, '--sealing', 'manual');
		await newBlock(await node.connect(), 2);
		assert.deepEqual(await node.stop(), { code: 0, signal: null });
		assert.doesNotMatch(node.output(), FAILURE);

		for (const [command, ...args] of [
			['export-blocks', '/dev/null'],
			['check-block', '1'],
			['export-state'],
			['revert', '0'],
		]) {
			const { status, stderr } = await runNode(command, ...chain, ...args);
			assert.equal(status, 0, `${command}: ${stderr}`);
			assert.doesNotMatch(stderr, FAILURE, command);
		}
	});
});
