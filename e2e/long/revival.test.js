// SPDX-License-Identifier: Apache-2.0

// Finality stalls for good and is revived without the dead validator. The nodes that were running go on; new ones follow
// in full or, once the chain spec names the hard fork, by warp proofs.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rpc } from '../support/clock.js';
import { finalizedFrom, finalizedOf } from '../support/final.js';
import { runNode, startNode, temporaryFolder } from '../support/node.js';
import { addressOf, grandpaKey, writeSpec } from '../support/revival.js';

const REVIVAL = { last: 2, signal: 10, delay: 3 };
const REVIVED = REVIVAL.signal + REVIVAL.delay;

/** @typedef {Awaited<ReturnType<typeof startNode>>} Node */

describe('a revival of finality', { timeout: 420_000 }, () => {
	const folder = temporaryFolder('revival');
	const bobs = join(folder, 'bob');
	const renewed = join(folder, 'chain-spec-raw-2.json');
	/** @type {string} */
	let spec;
	/** @type {string} */
	let boot;
	/** @type {Record<string, Node>} */
	const nodes = {};
	let api;
	let genesis;

	/**
	 * @param {string} name
	 * @param {string} chain
	 * @param {string[]} args
	 */
	async function start(name, chain, ...args) {
		const known = boot ? ['--bootnodes', boot] : [];
		nodes[name] = await startNode('--chain', chain, '--base-path', join(folder, name), ...known, ...args);
		return nodes[name];
	}

	/**
	 * Waits until a node's log has this.
	 * @param {Node} node
	 * @param {RegExp} pattern
	 */
	async function says(node, pattern) {
		while (!pattern.test(node.output())) {
			await sleep(250);
		}
	}

	/**
	 * Waits until a node has every block as the others have it.
	 * @param {Node} node
	 * @param {number} number
	 */
	async function hasAll(node, number) {
		const own = await node.connect();
		for (let block = 1; block <= number; block += 1) {
			const expected = (await api.rpc.chain.getBlockHash(block)).toHex();
			while ((await own.rpc.chain.getBlockHash(block)).toHex() !== expected) {
				await sleep(250);
			}
			// The client would ask for the runtime of that block, whose state a node has not that follows by warp proofs.
			assert.equal(Number((await rpc(own, 'chain_getHeader', expected)).number), block);
		}
		return own;
	}

	before(async () => {
		spec = await writeSpec(folder, REVIVAL);
		api = await (await start('alice', spec, '--alice')).connect();
		genesis = api.genesisHash.toHex();
		boot = await addressOf(api);
		await Promise.all([start('bob', spec, '--bob'), start('charlie', spec, '--charlie')]);
	});

	after(() => Promise.all(Object.values(nodes).map((node) => node.stop())));

	test('nothing is final any more when the third voter dies', async () => {
		await finalizedFrom(api, REVIVAL.last);
		await nodes.charlie.kill();
		// What was being voted on may still become final.
		await sleep(6_000);
		const last = await finalizedOf(api);
		assert.ok(last.number < REVIVAL.signal - 1, `block ${last.number} is final already`);
		while ((await api.rpc.chain.getHeader()).number.toNumber() < REVIVAL.signal) {
			await sleep(250);
		}
		assert.deepEqual(await finalizedOf(api), last);
	});

	test('after the forced change the others go on without it', async () => {
		await finalizedFrom(api, REVIVED + 1);
		const { digest } = await api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(REVIVAL.signal));
		assert.ok(digest.logs.some((log) => log.isConsensus && log.asConsensus[0].toUtf8() === 'FRNK'));
	});

	describe('the hard fork in the chain spec', () => {
		const command = (...args) => runNode('hard-fork', '--chain', spec, '--base-path', bobs, ...args);
		const entry = () => JSON.parse(readFileSync(renewed, 'utf8')).authorityHardForks[0];

		/**
		 * Starts Bob's node with a spec in which the hard fork is another.
		 * @param {object} change
		 */
		function withWrong(change) {
			const file = join(folder, 'wrong.json');
			const text = { ...JSON.parse(readFileSync(renewed, 'utf8')), authorityHardForks: [{ ...entry(), ...change }] };
			writeFileSync(file, JSON.stringify(text));
			const ports = ['--port', '0', '--rpc-port', '0', '--no-prometheus', '--no-mdns'];
			return runNode('--chain', file, '--base-path', bobs, '--bob', ...ports);
		}

		before(async () => {
			const bob = await nodes.bob.connect();
			await finalizedFrom(bob, REVIVED);
			await nodes.bob.stop();
		});

		test('is printed from the database of a node that was running', async () => {
			const { status, stdout, stderr } = await command();
			assert.equal(status, 0, stderr);
			const hash = (await api.rpc.chain.getBlockHash(REVIVAL.signal)).toHex();
			assert.deepEqual(JSON.parse(stdout), [
				{
					block: { number: REVIVAL.signal, hash },
					setId: 1,
					authorities: ['Alice', 'Bob'].map((name) => grandpaKey(name).address),
					lastFinalized: REVIVAL.last,
				},
			]);
		});

		test('is written into a new file, and the genesis stays', async () => {
			const { status, stdout, stderr } = await command('--out', renewed);
			assert.equal(status, 0, stderr);
			assert.ok(stdout.includes(`Genesis: ${genesis}, as before`), stdout);
			const { authorityHardForks, ...rest } = JSON.parse(readFileSync(renewed, 'utf8'));
			const old = JSON.parse(readFileSync(spec, 'utf8'));
			assert.equal(authorityHardForks.length, 1);
			assert.deepEqual(rest.genesis, old.genesis);
			assert.deepEqual([rest.id, rest.protocolId, rest.properties], [old.id, old.protocolId, old.properties]);
		});

		test('overwrites nothing, and needs a database', async () => {
			const again = await command('--out', renewed);
			assert.equal(again.status, 1);
			assert.match(again.stderr, /^error: .*exists already/m);
			const nowhere = await runNode('hard-fork', '--chain', spec, '--base-path', join(folder, 'nobody'));
			assert.equal(nowhere.status, 1);
			assert.match(nowhere.stderr, /^error: .*no database of Linli local testnet/m);
		});

		test('ends the start where it is not what the node saw', async () => {
			for (const [change, reason] of /** @type {[object, RegExp][]} */ ([
				[{ setId: 3 }, /setId is 3, and this node counted 1/],
				[{ authorities: [grandpaKey('Eve').address] }, /not those that block 10 names/],
				[{ lastFinalized: undefined }, /entry 1: missing field `lastFinalized`/],
			])) {
				const { status, stderr } = await withWrong(change);
				assert.equal(status, 1, stderr);
				assert.match(stderr, reason);
			}
		});

		test('lets a validator go on with its database', async () => {
			const bob = await (await start('bob', renewed, '--bob')).connect();
			assert.equal(bob.genesisHash.toHex(), genesis);
			assert.match(nodes.bob.output(), /Revival of finality: block 10 \(0x[0-9a-f]{64}\) begins set 1/);
			const { number } = await finalizedOf(bob);
			await finalizedFrom(bob, number + 2);
		});
	});

	describe('a new node', () => {
		test('does not follow by warp proofs with the old spec', async () => {
			const node = await start('old-warp', spec, '--sync', 'warp', '--log', 'sync=debug');
			await says(node, /Bad warp proof response: bad justification/);
			const own = await node.connect();
			assert.equal((await finalizedOf(own)).number, 0);
			await node.stop();
		});

		test('follows by warp proofs with the new one, and downloads the blocks before', async () => {
			const node = await start('new-warp', renewed, '--sync', 'warp');
			await says(node, /State sync is complete/);
			const own = await node.connect();
			const { number } = await finalizedFrom(own, REVIVED);
			await hasAll(node, number);
			await finalizedFrom(own, number + 2);
			assert.doesNotMatch(node.output(), /💔/u);
			await node.stop();
		});

		for (const [name, chain] of /** @type {[string, () => string][]} */ ([
			['old', () => spec],
			['new', () => renewed],
		])) {
			test(`follows in full with the ${name} spec`, async () => {
				const node = await start(`${name}-full`, chain(), '--sync', 'full');
				const { number } = await finalizedOf(api);
				const own = await hasAll(node, number);
				await finalizedFrom(own, number + 1);
				await node.stop();
			});
		}
	});
});
