// SPDX-License-Identifier: Apache-2.0

// What a live chain's node refuses, asked through a reverse proxy on the same machine, to which it is as open as to
// anybody. No option is given: these are the defaults.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { foundCommunity } from '../support/community.js';
import { runNode, temporaryFolder } from '../support/node.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import { openWebSocket, post, startProxy } from '../support/proxy.js';

const FORBIDDEN = [
	['author_rotateKeys'],
	['author_rotateKeysWithOwner', '0x00'],
	['author_insertKey', 'aura', '//Mallory', `0x${'11'.repeat(32)}`],
	['author_hasKey', `0x${'11'.repeat(32)}`, 'aura'],
	['author_hasSessionKeys', '0x00'],
	['author_removeExtrinsic', []],
	['state_getPairs', '0x'],
	['system_addReservedPeer', '/ip4/192.0.2.7/tcp/30333/p2p/12D3KooWEBo1HUPQJwiBmM5kSeg4XgiVxEArArQdDarYEsGxMfbS'],
	['system_removeReservedPeer', '12D3KooWEBo1HUPQJwiBmM5kSeg4XgiVxEArArQdDarYEsGxMfbS'],
	['system_addLogFilter', 'trace'],
	['system_resetLogFilter'],
	['system_peers'],
	['system_unstable_networkState'],
	['offchain_localStorageSet', 'PERSISTENT', '0x00', '0x00'],
	['offchain_localStorageGet', 'PERSISTENT', '0x00'],
	['state_traceBlock', `0x${'00'.repeat(32)}`, null, null, null],
];

const WEB_SOCKETS_OF_ONE_ADDRESS = 25;

describe('the doors of a live chain', { timeout: 180_000 }, () => {
	/** @type {import('../support/community.js').Community} */
	let community;
	/** @type {Awaited<ReturnType<import('../support/community.js').Community['start']>>} */
	let node;
	/** @type {Awaited<ReturnType<typeof startProxy>>} */
	let proxy;
	const keystore = temporaryFolder('keystore');

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Willow Court');
		node = await community.start('--keystore-path', keystore);
		proxy = await startProxy(node.url, '192.0.2.7');
	});

	after(async () => {
		proxy?.stop();
		await node?.stop();
	});

	/** @param {[string, ...unknown[]] | unknown[]} call */
	const rpc = ([method, ...params], id = 1) => ({ jsonrpc: '2.0', id, method, params });

	for (const call of FORBIDDEN) {
		test(`${call[0]} is refused`, async () => {
			const { error, result } = JSON.parse((await post(proxy.port, rpc(call))).text);
			assert.equal(result, undefined);
			// Not found, or, by methods that the SDK checks on their own, refused.
			assert.ok([-32601, 4003].includes(error.code), JSON.stringify(error));
			assert.match(error.message, /unsafe to be called externally/);
		});
	}

	test('no key was made', () => {
		assert.deepEqual(readdirSync(keystore), []);
	});

	test('what residents need is answered, under whatever host name', async () => {
		assert.equal(JSON.parse((await post(proxy.port, rpc(['system_chain']))).text).result, 'Willow Court');
		const api = await ApiPromise.create({ provider: new WsProvider(proxy.url), noInitWarn: true });
		assert.match(api.genesisHash.toHex(), /^0x[0-9a-f]{64}$/);
		await api.disconnect();
	});

	test('a page of somebody else is refused, by WebSocket and by HTTP', async () => {
		const origin = 'https://evil.example';
		assert.equal((await openWebSocket(proxy.port, { origin })).status, 403);
		const answer = await post(proxy.port, rpc(['system_chain']), { origin });
		assert.equal(answer.status, 403);
		assert.match(answer.text, /evil\.example may not use this node.*--rpc-cors/);
		for (const known of ['http://localhost:5173', 'https://polkadot.js.org']) {
			const opened = await openWebSocket(proxy.port, { origin: known });
			assert.equal(opened.status, 101, known);
			opened.close();
		}
	});

	test('one address cannot take every connection', async () => {
		const all = await Promise.all(Array.from({ length: 40 }, () => openWebSocket(proxy.port, {})));
		try {
			const opened = all.filter(({ status }) => status === 101);
			assert.equal(opened.length, WEB_SOCKETS_OF_ONE_ADDRESS);
			assert.ok(all.every(({ status }) => status === 101 || status === 429));
			const neighbour = await startProxy(node.url, '192.0.2.8');
			const theirs = await openWebSocket(neighbour.port, {});
			assert.equal(theirs.status, 101);
			theirs.close();
			neighbour.stop();
		} finally {
			for (const { close } of all) {
				close();
			}
		}
	});

	test('subscriptions, batches and sizes are limited', async () => {
		const socket = new WsProvider(node.url, false);
		await socket.connect();
		await socket.isReady;
		let open = 0;
		/** @type {unknown} */
		let refusal;
		for (; open < 100 && refusal === undefined; open += 1) {
			await socket
				.subscribe('chain_newHead', 'chain_subscribeNewHeads', [], () => {})
				.catch((error) => {
					refusal = error;
					open -= 1;
				});
		}
		await socket.disconnect();
		assert.equal(open, 32);
		assert.match(String(refusal), /subscriptions/i);

		const batch = Array.from({ length: 33 }, (_, id) => rpc(['system_chain'], id));
		assert.match((await post(proxy.port, batch)).text, /batch/i);
		// The node answers before it has read all of it, and may cut the connection.
		const long = await post(proxy.port, rpc(['author_submitExtrinsic', `0x${'00'.repeat(3 * 1024 * 1024)}`])).catch(
			({ code }) => ({ status: ['ECONNRESET', 'EPIPE'].includes(code) ? 413 : 0, text: code }),
		);
		assert.ok(long.status === 413 || /too (big|large)/i.test(long.text), `${long.status} ${long.text}`);
	});

	test('many calls at once are all answered', async () => {
		const call = rpc(['state_call', 'Metadata_metadata', '0x']);
		const answers = await Promise.all(Array.from({ length: 90 }, () => post(proxy.port, call)));
		for (const { status, text } of answers) {
			assert.equal(status, 200);
			assert.match(text.slice(0, 200), /"result":"0x/);
		}
	});
});

test('a validator serves no public RPC', { timeout: 60_000 }, async () => {
	const community = await foundCommunity(SAMPLE_ROSTER, 'Willow Court');
	const keys = join(community.folder, 'keys');
	const validator = ['--chain', join(community.folder, 'chain-spec-raw.json'), '--validator', '--tmp'].concat(
		['--keystore-path', join(keys, 'keystore'), '--node-key-file', join(keys, 'node-key')],
		['--port', '0', '--rpc-port', '0', '--no-prometheus', '--no-mdns'],
	);
	for (const more of [['--rpc-external'], ['--rpc-external', '--rpc-methods', 'unsafe']]) {
		const { status, stderr } = await runNode(...validator, ...more);
		assert.equal(status, 1, stderr);
		assert.match(stderr, /^error: .*A validator serves no public JSON-RPC.*--unsafe-rpc-external/m);
	}
});
