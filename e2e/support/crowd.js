// SPDX-License-Identifier: Apache-2.0

// Many signers at once, in as few blocks as hold their transactions.

import assert from 'node:assert/strict';
import { newBlock } from './clock.js';
import { submitGeneral } from './general.js';
import { readBlock } from './transactions.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 */

/** @typedef {{ pair: import('@polkadot/keyring/types').KeyringPair, call: Decoded }} Task A call, and who signs it. */

/** So many requests are under way at the same time. */
const AT_ONCE = 64;

/**
 * Signs and hands in all calls, makes blocks until each is in one, and fails unless all succeeded. `tasks` are
 * `{ pair, call }`; those of one signer keep their order. Returns what became of each, in the order of the tasks.
 * @param {Client} api
 * @param {Task[]} tasks
 */
export async function executeAll(api, tasks) {
	const addresses = [...new Set(tasks.map(({ pair }) => pair.address))];
	const accounts = await api.query.system.account.multi(addresses);
	/** @type {Map<string, number>} */
	const nonces = new Map(addresses.map((address, index) => [address, accounts[index].nonce.toNumber()]));
	const first = new Map(nonces);
	const signed = tasks.map(({ pair, call }) => {
		const nonce = nonces.get(pair.address) ?? 0;
		nonces.set(pair.address, nonce + 1);
		return { round: nonce - (first.get(pair.address) ?? 0), pair, call, nonce };
	});
	// Everybody's first, then everybody's second: the pool keeps little that comes before its turn.
	const hashes = new Array(tasks.length);
	const rounds = Math.max(...signed.map(({ round }) => round)) + 1;
	for (let round = 0; round < rounds; round += 1) {
		const now = [...signed.entries()].filter(([, task]) => task.round === round);
		await inParallel(now, async ([place, { pair, call, nonce }]) => {
			// A call is signed in place: each signer needs its own. It never expires, so nothing is asked of the node.
			const transaction = await api.tx(call.method).signAsync(pair, { nonce, era: 0 });
			await api.rpc.author.submitExtrinsic(transaction);
			hashes[place] = transaction.hash.toHex();
		});
	}
	const found = await blocksWith(api, hashes);
	return hashes.map((hash) => {
		const result = found.get(hash);
		assert.equal(result.error, null, `${result.call} failed: ${result.error}`);
		return result;
	});
}

/**
 * Hands in general transactions together and makes blocks until `done()` says that all are in.
 * @param {Client} api
 * @param {Decoded[]} calls
 * @param {() => Promise<boolean>} done
 */
export async function submitAllGeneral(api, calls, done) {
	await inParallel(calls, (call) => submitGeneral(api, call));
	for (let blocks = 0; !(await done()); blocks += 1) {
		assert.ok(blocks < 20, 'the general transactions do not get into blocks');
		await newBlock(api);
	}
}

/**
 * Runs `task` for each item, some at the same time.
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => Promise<unknown>} task
 */
export async function inParallel(items, task) {
	const queue = [...items];
	const worker = async () => {
		for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
			await task(item);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/**
 * @param {Client} api
 * @param {string[]} hashes
 */
async function blocksWith(api, hashes) {
	const missing = new Set(hashes);
	const found = new Map();
	for (let blocks = 0; missing.size > 0; blocks += 1) {
		assert.ok(blocks < 20, `${missing.size} transactions do not get into blocks`);
		const { transactions } = await readBlock(api, await newBlock(api));
		for (const transaction of transactions) {
			if (missing.delete(transaction.hash)) {
				found.set(transaction.hash, transaction);
			}
		}
	}
	return found;
}
