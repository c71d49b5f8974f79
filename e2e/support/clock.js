// SPDX-License-Identifier: Apache-2.0

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 */

// Time on a chain that seals by hand: a test passes months in seconds.

/** @type {WeakSet<Client>} */
const unfinal = new WeakSet();

/**
 * From now on blocks that are made by this client are not final, so that validators can go on from them.
 * @param {Client} api
 */
export function leaveUnfinal(api) {
	unfinal.add(api);
}

/**
 * Makes `count` blocks; returns the hash of the last.
 * @param {Client} api
 * @param {number} [count]
 */
export function newBlock(api, count = 1) {
	return rpc(api, 'dev_newBlock', unfinal.has(api) ? { count, finalize: false } : { count });
}

/** @type {WeakMap<Client, number>} */
const gaps = new WeakMap();

/**
 * From now on this client lets no more than `gap` ms pass between two blocks, where longer gaps are standstills.
 * @param {Client} api
 * @param {number} gap
 */
export function liveOn(api, gap) {
	gaps.set(api, gap);
}

/**
 * Lets the next block be of the given moment: a `Date`, an ISO string or milliseconds since 1970.
 * @param {Client} api
 * @param {string | number | Date} moment
 */
export async function timeTravel(api, moment) {
	const [end, gap] = [new Date(moment).getTime(), gaps.get(api) ?? Number.POSITIVE_INFINITY];
	// Before the first block there is no gap.
	for (let shown = await now(api); shown > 0 && end - shown > gap; shown = await now(api)) {
		await rpc(api, 'dev_timeTravel', shown + gap);
		await newBlock(api);
	}
	return rpc(api, 'dev_timeTravel', end);
}

/**
 * The chain makes no block for so many milliseconds, and goes on after that.
 * @param {Client} api
 * @param {number} length
 */
export async function standStill(api, length) {
	await rpc(api, 'dev_timeTravel', (await now(api)) + length);
	return newBlock(api);
}

/**
 * The chain's clock, in milliseconds since 1970.
 * @param {Client} api
 */
export async function now(api) {
	return (await api.query.timestamp.now()).toNumber();
}

/**
 * A method of the node that `@polkadot/api` has no name for.
 * @param {Client} api
 * @param {string} method
 * @param {unknown[]} params
 */
export function rpc(api, method, ...params) {
	return /** @type {Decoded} */ (api)._rpcCore.provider.send(method, params);
}

/**
 * Makes a block at the given moment, and the ones after it until bills are issued and collected. A block begins with the clock
 * of the one before, so the work starts one block later.
 * @param {Client} api
 * @param {string | number | Date} moment
 */
export async function passTo(api, moment) {
	await timeTravel(api, moment);
	const hashes = [await newBlock(api), await newBlock(api)];
	while ((await api.call.feesApi.billingProgress()).cursor.isSome) {
		hashes.push(await newBlock(api));
	}
	return hashes;
}
