// SPDX-License-Identifier: Apache-2.0

// A chain whose finality stalls and is revived within minutes.
//
// A committee's revival takes 24 hours and two sessions; the pallet's own tests pass through them. What nodes see of it
// is one signal in a block, which GRANDPA's pallet writes when the pending change in its storage is due. Here that
// change is in the storage from the first block on, so that the runtime writes the same signal a minute later.

import assert from 'node:assert/strict';
import { Keyring } from '@polkadot/api';
import { bnToU8a, compactToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { cryptoWaitReady, xxhashAsHex } from '@polkadot/util-crypto';
import { writeLocalSpec } from './spec.js';

/** @typedef {{ last: number, signal: number, delay: number }} Revival */

const u32 = (/** @type {number} */ value) => bnToU8a(value, { bitLength: 32 });
const u64 = (/** @type {number} */ value) => bnToU8a(value, { bitLength: 64 });

/**
 * The GRANDPA key of a test validator.
 * @param {string} name
 */
export function grandpaKey(name) {
	return new Keyring({ type: 'ed25519' }).addFromUri(`//${name}`);
}

/**
 * A list of voters with one vote each, encoded.
 * @param {string[]} names
 */
function voters(names) {
	const list = names.map((name) => u8aConcat(grandpaKey(name).publicKey, u64(1)));
	return u8aConcat(compactToU8a(list.length), ...list);
}

/**
 * Writes the spec of a chain of which Alice and Bob write the blocks. Charlie votes with them on what is final, so that
 * nothing is without him, until the forced change: block `signal` signals that Alice and Bob go on without him on top of
 * block `last`, and it takes hold `delay` blocks later.
 * @param {string} folder
 * @param {Revival} revival
 */
export async function writeSpec(folder, { last, signal, delay }) {
	await cryptoWaitReady();
	return writeLocalSpec(folder, (top) => {
		const item = (/** @type {string} */ name) => xxhashAsHex('Grandpa', 128) + xxhashAsHex(name, 128).slice(2);
		assert.ok(top[item('Authorities')], 'the storage of GRANDPA is where it was');
		const next = voters(['Alice', 'Bob']);
		top[item('Authorities')] = u8aToHex(voters(['Alice', 'Bob', 'Charlie']));
		top[item('PendingChange')] = u8aToHex(u8aConcat(u32(signal), u32(delay), next, [1], u32(last)));
		// A revival counts the set with the session that begins with it.
		top[item('CurrentSetId')] = u8aToHex(u64(1));
	});
}

/**
 * An address at which another node on this machine reaches a node.
 * @param {import('@linli/command/node.js').Client} api
 * @param {RegExp} transport
 */
export async function addressOf(api, transport = /^\/ip4\/127\.0\.0\.1\/tcp\/\d+\/p2p\//) {
	const addresses = [...(await api.rpc.system.localListenAddresses())].map(String);
	const address = addresses.find((text) => transport.test(text));
	assert.ok(address, addresses.join('\n'));
	return address;
}
