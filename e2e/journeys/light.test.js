// SPDX-License-Identifier: Apache-2.0

// A light client follows a community's chain through the WebSocket of a validator, without trusting it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { foundCommunity } from '../support/community.js';
import { finalizedFrom } from '../support/final.js';
import { startLight } from '../support/light.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import { addressOf } from '../support/revival.js';

const WEBSOCKET = /^\/ip4\/127\.0\.0\.1\/tcp\/\d+\/ws\/p2p\//;

let community;
let node;
let api;

before(async () => {
	community = await foundCommunity(SAMPLE_ROSTER, 'Willow Court');
	const keys = join(community.folder, 'keys');
	node = await community.start(
		...['--validator', '--keystore-path', join(keys, 'keystore'), '--node-key-file', join(keys, 'node-key')],
	);
	api = await node.connect();
});

after(() => node?.stop());

test('it sees the blocks that are final, and no others', { timeout: 120_000 }, async (t) => {
	const spec = join(community.folder, 'chain-spec-raw.json');
	const light = await startLight(spec, await addressOf(api, WEBSOCKET));
	t.after(() => light.stop());
	const seen = [];
	for await (const header of light.finalized()) {
		const number = Number(header.number);
		seen.push(number);
		await finalizedFrom(api, number);
		const own = await api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(number));
		assert.equal(header.parentHash, own.parentHash.toHex());
		if (number >= 3) {
			break;
		}
	}
	assert.deepEqual(
		seen,
		[...seen].sort((a, b) => a - b),
	);
});

test('it does not read a chain spec that names a revival', async () => {
	const file = join(community.folder, 'revived.json');
	const spec = JSON.parse(readFileSync(join(community.folder, 'chain-spec-raw.json'), 'utf8'));
	writeFileSync(file, JSON.stringify({ ...spec, authorityHardForks: [] }));
	// Should this change, docs/revival.md has to.
	await assert.rejects(startLight(file, await addressOf(api, WEBSOCKET)), /Failed to parse chain spec/);
});
