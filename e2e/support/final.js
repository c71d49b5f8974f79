// SPDX-License-Identifier: Apache-2.0

// What is final.

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @import { Client } from '@linli/command/node.js'
 */

/**
 * The last final block.
 * @param {Client} api
 * @returns {Promise<{ hash: string, number: number }>}
 */
export async function finalizedOf(api) {
	const hash = await api.rpc.chain.getFinalizedHead();
	const header = await api.rpc.chain.getHeader(hash);
	return { hash: hash.toHex(), number: header.number.toNumber() };
}

/**
 * Waits until a block of this number is final; returns the last final block.
 * @param {Client} api
 * @param {number} number
 */
export async function finalizedFrom(api, number) {
	for (;;) {
		const finalized = await finalizedOf(api);
		if (finalized.number >= number) {
			return finalized;
		}
		await sleep(250);
	}
}
