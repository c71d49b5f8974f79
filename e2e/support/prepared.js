// SPDX-License-Identifier: Apache-2.0

// A network of scripts/network.sh whose chain was carried forward first: one node makes blocks on request, so that the
// weeks of a decision pass in minutes; then all nodes get its database and go on together.
//
// Blocks made on request have no seal, so no node can fetch them from another, and they must not be final: the voters
// begin with the first block. No change of the validators may take hold in them, since GRANDPA does not run then and
// would not learn of it. And the chain must not get ahead of the clock: it begins in the past.

import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { leaveUnfinal, newBlock, now, timeTravel } from './clock.js';
import { openCommunity } from './community.js';
import { startNode } from './node.js';

/**
 * @import { Client } from '@linli/command/node.js'
 */

const DAY = 86_400_000;
/** How names of Aura's keys in a keystore begin. */
const AURA = Buffer.from('aura').toString('hex');

/**
 * A network that was made and not started: `LINLI_NETWORK_TRIAL=1 bash scripts/network.sh make`.
 * @param {string} folder
 */
export function openNetwork(folder) {
	const data = (/** @type {number} */ node) => join(folder, `${node}`, 'data');
	return {
		community: openCommunity(join(folder, 'community'), join(folder, 'officers')),
		/**
		 * Starts the first node, which makes blocks on request, the first of them so many days ago. Returns it and a
		 * client.
		 * @param {number} days
		 * @param {string[]} args
		 */
		async begin(days, ...args) {
			const first = ['--chain', join(folder, 'spec.json'), '--base-path', data(1), '--sealing', 'manual'];
			const node = await startNode(...first, ...args);
			const api = await node.connect();
			leaveUnfinal(api);
			await timeTravel(api, Date.now() - days * DAY);
			await newBlock(api);
			return { node, api };
		},
		/**
		 * The account of a validator, found by the key with which its node signs blocks.
		 * @param {Client} api
		 * @param {number} node
		 */
		async accountOf(api, node) {
			const [file] = readdirSync(join(folder, `${node}`, 'keystore')).filter((name) => name.startsWith(AURA));
			const key = `0x${file.slice(AURA.length)}`;
			const owner = (await api.query.session.keyOwner(['aura', key])).unwrap();
			return owner.toString();
		},
		/**
		 * Stops the first node and gives all others its database.
		 * @param {Awaited<ReturnType<typeof startNode>>} node
		 * @param {Client} api
		 */
		async handOut(node, api) {
			assert.ok((await now(api)) < Date.now(), 'the chain is ahead of the clock: let it begin earlier');
			await node.stop();
			for (let other = 2; existsSync(join(folder, `${other}`)); other += 1) {
				rmSync(data(other), { recursive: true, force: true });
				cpSync(data(1), data(other), { recursive: true });
			}
		},
	};
}
