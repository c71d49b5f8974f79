// SPDX-License-Identifier: Apache-2.0

// A light client that has nothing but the chain spec finds the network through its boot nodes, follows finality by its
// proofs, and reads state with proofs, as a browser does. In Node.js it connects by WebSocket; a browser prefers WebRTC.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { startLightClient } from '../support/light-client.js';
import { runNode, startNode, temporaryFolder } from '../support/node.js';
import { SAMPLE_ROSTER } from '../support/paths.js';

/** Where light clients connect: this much above the port for nodes. */
const WEBSOCKET_OFFSET = 100;
const BLOCKS = 3;

/** A TCP port that is free, and so is the one for light clients. */
async function portWithFreeWebSocket() {
	for (;;) {
		const first = createServer().listen(0, '127.0.0.1');
		await once(first, 'listening');
		const address = first.address();
		assert.ok(address && typeof address === 'object');
		const second = createServer();
		const free = await new Promise((resolve) => {
			second.once('listening', () => resolve(true)).once('error', () => resolve(false));
			second.listen(address.port + WEBSOCKET_OFFSET, '127.0.0.1');
		}).catch(() => false);
		first.close();
		second.close();
		if (free) {
			return address.port;
		}
	}
}

test('a light client follows a community’s chain from its spec alone', { timeout: 180_000 }, async (t) => {
	const folder = temporaryFolder('light');
	const port = await portWithFreeWebSocket();
	const lines = [];
	const holders = [
		['validator', '--address', `/ip4/127.0.0.1/tcp/${port}`],
		...['registrar', 'manager', 'cashier', 'auditor', 'bootstrap'].map((role) => [role]),
	];
	for (const purpose of holders) {
		const keys = join(folder, purpose[0]);
		const { stdout, stderr, status } = await runNode('community', 'join-key', ...purpose, '--out', keys);
		assert.equal(status, 0, stderr);
		lines.push(stdout);
	}
	writeFileSync(join(folder, 'lines.txt'), lines.join(''));
	const made = await runNode(
		...['community', 'new', '--roster', SAMPLE_ROSTER, '--name', 'Willow Court', '--keys', join(folder, 'lines.txt')],
		// All on this machine.
		...['--out', join(folder, 'willow'), '--trial'],
	);
	assert.equal(made.status, 0, made.stderr);
	const spec = join(folder, 'willow', 'chain-spec-raw.json');
	const keys = join(folder, 'validator');
	const node = await startNode(
		...['--chain', spec, '--validator', '--base-path', join(folder, 'data'), '--port', String(port)],
		...['--keystore-path', join(keys, 'keystore'), '--node-key-file', join(keys, 'node-key')],
	);
	t.after(() => node.stop());
	const api = await node.connect();

	/** @type {(header: any) => void} */
	let resolve;
	const final = new Promise((found) => {
		resolve = found;
	});
	const light = startLightClient(readFileSync(spec, 'utf8'), ({ method, params }) => {
		if (method === 'chain_finalizedHead' && Number(params.result.number) >= BLOCKS) {
			resolve(params.result);
		}
	});
	t.after(() => light.stop());
	await light.ask('chain_subscribeFinalizedHeads');
	const header = await final;
	const number = Number(header.number);
	const same = await api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(number));
	assert.equal(header.stateRoot, same.stateRoot.toHex());
	assert.equal(header.parentHash, same.parentHash.toHex());

	const key = api.query.community.currency.key();
	assert.equal(await light.ask('state_getStorage', key), '0x434e59', 'CNY');

	// It does not read a chain spec that names a revival. Should this change, docs/revival.md has to.
	const revived = { ...JSON.parse(readFileSync(spec, 'utf8')), authorityHardForks: [] };
	await assert.rejects(startLightClient(JSON.stringify(revived), () => {}).ask('system_chain'), /parse chain spec/);
});
