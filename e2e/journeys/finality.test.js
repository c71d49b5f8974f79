// SPDX-License-Identifier: Apache-2.0

// The chain as validators run it: Aura writes blocks, GRANDPA makes them final.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { rpc } from '../support/clock.js';
import { startNode } from '../support/node.js';

let node;
let api;

before(async () => {
	node = await startNode('--dev');
	api = await node.connect();
});

after(() => node?.stop());

test('blocks become final one after another', { timeout: 90_000 }, async () => {
	const seen = [];
	await new Promise((/** @type {(value?: undefined) => void} */ resolve, reject) => {
		api.rpc.chain
			.subscribeFinalizedHeads((header) => {
				seen.push(header.number.toNumber());
				if (header.number.toNumber() >= 3) {
					resolve();
				}
			})
			.catch(reject);
	});
	assert.deepEqual(
		seen,
		[...seen].sort((a, b) => a - b),
	);
	const [authorities] = await Promise.all([api.query.aura.authorities(), api.query.session.validators()]);
	assert.equal(authorities.length, 1);
});

test('a signed transaction is in a final block', { timeout: 90_000 }, async () => {
	const alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
	const blockHash = await new Promise((resolve, reject) => {
		api.tx.system
			.remark('0x6c696e6c69')
			.signAndSend(alice, ({ status, dispatchError, isError }) => {
				if (dispatchError || isError) {
					reject(new Error(String(dispatchError ?? status)));
				} else if (status.isFinalized) {
					resolve(status.asFinalized);
				}
			})
			.catch(reject);
	});
	const { block } = await api.rpc.chain.getBlock(blockHash);
	assert.ok(block.extrinsics.some(({ method }) => method.section === 'system' && method.method === 'remark'));
	const finalized = await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead());
	assert.ok(finalized.number.toNumber() >= block.header.number.toNumber());
});

test('nobody can make blocks or move the clock here', async () => {
	for (const method of ['dev_newBlock', 'dev_timeTravel']) {
		await assert.rejects(rpc(api, method), /-32601|not found/i);
	}
});
