// SPDX-License-Identifier: Apache-2.0

// What is final.

import { setTimeout as sleep } from 'node:timers/promises';
import { rpc } from './clock.js';

/**
 * @import { Client } from '@linli/command/node.js'
 */

/**
 * The last final block.
 * @param {Client} api
 * @returns {Promise<{ hash: string, number: number }>}
 */
export async function finalizedOf(api) {
	// As plain JSON: the client would ask for the runtime of the parent, which a node may not have that synced by proofs.
	const hash = await rpc(api, 'chain_getFinalizedHead');
	const { number } = await rpc(api, 'chain_getHeader', hash);
	return { hash, number: Number(number) };
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
