// SPDX-License-Identifier: Apache-2.0

// A light client that has nothing but the chain spec finds the network through its boot nodes, follows finality by its
// proofs, and reads state with proofs. In Node.js it connects by WebSocket; in a browser by WebRTC, without a certificate.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findBrowser } from '../support/browser.js';
import { startLightClient, startLightClientIn } from '../support/light-client.js';
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

describe('a light client of a community’s chain', { timeout: 240_000 }, () => {
	const folder = temporaryFolder('light');
	/** @type {string} */
	let spec;
	let node;
	let api;

	before(async () => {
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
		const file = join(folder, 'willow', 'chain-spec-raw.json');
		spec = readFileSync(file, 'utf8');
		const keys = join(folder, 'validator');
		node = await startNode(
			...['--chain', file, '--validator', '--base-path', join(folder, 'data'), '--port', String(port)],
			...['--keystore-path', join(keys, 'keystore'), '--node-key-file', join(keys, 'node-key')],
		);
		api = await node.connect();
	});

	after(() => node?.stop());

	/**
	 * Starts a light client, and waits until it has seen a few more blocks become final and has read state.
	 * @param {import('node:test').TestContext} t
	 * @param {(onMessage: (message: any) => void) => import('../support/light-client.js').LightClient | Promise<import('../support/light-client.js').LightClient>} start
	 */
	async function follow(t, start) {
		const first = (await api.rpc.chain.getHeader()).number.toNumber();
		/** @type {(header: any) => void} */
		let resolve = () => {};
		const final = new Promise((found) => {
			resolve = found;
		});
		const light = await start(({ method, params }) => {
			if (method === 'chain_finalizedHead' && Number(params.result.number) >= first + BLOCKS) {
				resolve(params.result);
			}
		});
		t.after(() => light.stop());
		await light.ask('chain_subscribeFinalizedHeads');
		const header = await Promise.race([final, light.failed]);
		const number = Number(header.number);
		const same = await api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(number));
		assert.equal(header.stateRoot, same.stateRoot.toHex());
		assert.equal(header.parentHash, same.parentHash.toHex());
		const key = api.query.community.currency.key();
		assert.equal(await light.ask('state_getStorage', key), '0x434e59', 'CNY');
	}

	test('follows it from its spec alone', { timeout: 120_000 }, async (t) => {
		await follow(t, (onMessage) => startLightClient(spec, onMessage));
	});

	test('follows it in a browser, without a certificate', { timeout: 120_000 }, async (t) => {
		const browser = findBrowser();
		if (!browser) {
			t.skip('no browser on this machine: bash scripts/setup.sh browser installs one');
			return;
		}
		await follow(t, (onMessage) => startLightClientIn(browser, spec, onMessage));
	});

	// Should this change, docs/revival.md has to.
	test('does not read a spec that names a revival', async () => {
		const revived = { ...JSON.parse(spec), authorityHardForks: [] };
		const light = startLightClient(JSON.stringify(revived), () => {});
		await assert.rejects(light.ask('system_chain'), /parse chain spec/);
	});
});
