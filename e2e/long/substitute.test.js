// SPDX-License-Identifier: Apache-2.0

// An upgrade after which no block can be built. The way out that is not on the chain: all nodes name sound code in their
// chain spec, under the number of the last block.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Keyring } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { rpc } from '../support/clock.js';
import { finalizedFrom, finalizedOf } from '../support/final.js';
import { startNode, temporaryFolder } from '../support/node.js';
import { addressOf } from '../support/revival.js';
import { substitute, writeSpecOfBrokenUpgrade } from '../support/substitute.js';
import { send } from '../support/transactions.js';

/** Two rounds of two validators' slots, in ms. */
const FOUR_SLOTS = 24_000;

describe('code that takes the place of a runtime that cannot build blocks', { timeout: 600_000 }, () => {
	const folder = temporaryFolder('substitute');
	const renewed = join(folder, 'chain-spec-raw-2.json');
	/** @type {{ spec: string, broken: string, sound: string }} */
	let made;
	/** @type {string | undefined} */
	let boot;
	/** @type {Record<string, Awaited<ReturnType<typeof startNode>>>} */
	const nodes = {};
	let api;
	let genesis;
	/** The last block that could be built. */
	let last;

	/**
	 * @param {string} name
	 * @param {string} chain
	 * @param {string[]} args
	 */
	async function start(name, chain, ...args) {
		const known = boot ? ['--bootnodes', boot] : [];
		// Those of the first block, the upgrade and the spec; with the default of two, one is compiled again.
		const codes = ['--runtime-cache-size', '4'];
		const options = ['--chain', chain, '--base-path', join(folder, name), ...codes, ...known, ...args];
		nodes[name] = await startNode(...options);
		return nodes[name].connect();
	}

	const best = async (client) => Number((await rpc(client, 'chain_getHeader')).number);

	before(async () => {
		await cryptoWaitReady();
		made = await writeSpecOfBrokenUpgrade(folder);
		api = await start('alice', made.spec, '--alice');
		genesis = api.genesisHash.toHex();
		boot = await addressOf(api);
		await start('bob', made.spec, '--bob');
		await finalizedFrom(api, 1);
	});

	after(() => Promise.all(Object.values(nodes).map((node) => node.stop())));

	test('no block follows the upgrade', async () => {
		const somebody = new Keyring({ type: 'sr25519' }).addFromUri('//Charlie');
		await send(api, somebody, api.tx.system.applyAuthorizedUpgrade(made.broken));
		while (
			(await rpc(api, 'state_getStorageHash', '0x3a636f6465')) ===
			(await rpc(api, 'state_getStorageHash', '0x3a636f6465', genesis))
		) {
			await sleep(250);
		}
		last = await best(api);
		await sleep(FOUR_SLOTS);
		assert.equal(await best(api), last);
		// Votes stay two blocks behind the best one.
		assert.ok((await finalizedOf(api)).number <= last - 1);
	});

	test('with code in the spec of all, the validators go on from there', async () => {
		substitute(made.spec, last, made.sound, renewed);
		await Promise.all([nodes.alice.stop(), nodes.bob.stop()]);
		boot = undefined;
		api = await start('alice', renewed, '--alice');
		assert.equal(api.genesisHash.toHex(), genesis);
		boot = await addressOf(api);
		await start('bob', renewed, '--bob');
		await finalizedFrom(api, last + 3);
	});

	test('a node without it stops at that block', async () => {
		const left = await start('left', made.spec);
		while ((await best(left)) < last) {
			await sleep(250);
		}
		await sleep(FOUR_SLOTS / 2);
		assert.equal(await best(left), last);
		await nodes.left.stop();
		const joined = await start('left', renewed);
		await finalizedFrom(joined, last + 3);
	});

	for (const way of ['full', 'warp']) {
		test(`a new node follows: --sync ${way}`, async () => {
			const { number } = await finalizedOf(api);
			const own = await start(way, renewed, '--sync', way);
			await finalizedFrom(own, number + 1);
			const hash = (client) => rpc(client, 'chain_getBlockHash', number);
			// After proofs and state, earlier blocks come last.
			while ((await hash(own)) === null) {
				await sleep(250);
			}
			assert.equal(await hash(own), await hash(api));
		});
	}
});
