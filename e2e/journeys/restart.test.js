// SPDX-License-Identifier: Apache-2.0

// A community's own chain, run as its README says. Its node loses its power at any moment, starts again and goes on from
// what was final.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { foundCommunity } from '../support/community.js';
import { finalizedFrom, finalizedOf } from '../support/final.js';
import { SAMPLE_ROSTER } from '../support/paths.js';

test('SIGKILL loses nothing that was final', { timeout: 240_000 }, async (t) => {
	const community = await foundCommunity(SAMPLE_ROSTER, 'Power cut');
	const start = () =>
		community.start(
			...['--validator', '--keystore-path', join(community.folder, 'keys', 'keystore')],
			...['--node-key-file', join(community.folder, 'keys', 'node-key')],
		);
	let last = { number: 0, hash: '' };
	// Each time at another point of a slot's six seconds.
	for (const pause of [0, 1_900, 4_100]) {
		const node = await start();
		t.after(() => node.kill());
		const api = await node.connect();
		const restored = await finalizedOf(api);
		assert.ok(restored.number >= last.number, `block ${last.number} was final, now only ${restored.number} is`);
		if (last.hash) {
			assert.equal((await api.rpc.chain.getBlockHash(last.number)).toHex(), last.hash);
		}
		await finalizedFrom(api, restored.number + 1);
		await sleep(pause);
		last = await finalizedOf(api);
		await node.kill();
	}
	const node = await start();
	t.after(() => node.stop());
	const api = await node.connect();
	assert.equal((await api.rpc.chain.getBlockHash(last.number)).toHex(), last.hash);
	await finalizedFrom(api, last.number + 1);
});
