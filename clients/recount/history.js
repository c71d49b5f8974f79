// SPDX-License-Identifier: Apache-2.0

// Reads what is no longer in the state of the newest block: the times of past blocks, and the persons behind accounts when
// they acted. Nodes keep all blocks, but most of them only the newest states.

import { blockOf } from '@linli/command/node.js';

/**
 * @typedef {import('@linli/command/node.js').Client} Client
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 * @typedef {import('./channels.js').Acts} Acts
 * @typedef {import('./channels.js').Person} Person
 *
 * @typedef {object} History
 * @property {(block: bigint) => Promise<bigint[]>} timesOf The times of the block before and of the block, in ms. Before a
 *   block has its time, what the chain does has that of the block before. Empty if the node does not know them.
 * @property {(acts: Act[], from: bigint, to: bigint) => Promise<Map<number, Acts>>} actsOf By owner, the persons behind the
 *   accounts that acted for or on the owner between two blocks. Acts are left out whose state the node does not have.
 *
 * @typedef {{ owner: number, moment: bigint, accounts: Partial<Record<keyof Acts, string>> }} Act The accounts that did
 *   something that concerns an owner, such as casting the ballot.
 */

/**
 * @param {Client} api
 * @returns {History}
 */
export function historyOf(api) {
	/** @type {Map<number, Promise<{ hash: string, moment: number | null }>>} */
	const known = new Map();
	const block = (/** @type {number} */ number) => {
		const found = known.get(number) ?? blockOf(api, number);
		known.set(number, found);
		return found;
	};
	return {
		async timesOf(number) {
			// The genesis block has no time.
			const numbers = [Number(number) - 1, Number(number)].filter((other) => other > 0);
			const moments = (await Promise.all(numbers.map(block))).map(({ moment }) => moment);
			return moments.flatMap((moment) => (moment === null || moments.includes(null) ? [] : [BigInt(moment)]));
		},
		async actsOf(acts, from, to) {
			/** @type {Map<number, Acts>} */
			const known = new Map();
			for (const { owner, accounts, moment } of acts) {
				const number = await blockAt(block, Number(from), Number(to), moment);
				const states = number === null ? null : await statesOf(api, [await block(number - 1), await block(number)]);
				if (states) {
					const persons = Object.entries(accounts).map(async ([part, account]) => [
						part,
						await personAt(states, account),
					]);
					known.set(owner, Object.fromEntries(await Promise.all(persons)));
				}
			}
			return known;
		},
	};
}

/**
 * The number of the block with this time, after `from` and up to `to`. Null if there is none, or the node does not know.
 * @param {(number: number) => Promise<{ moment: number | null }>} block
 * @param {number} from
 * @param {number} to
 * @param {bigint} moment
 */
export async function blockAt(block, from, to, moment) {
	let [low, high] = [from + 1, to];
	while (low <= high) {
		const middle = Math.floor((low + high) / 2);
		const { moment: found } = await block(middle);
		if (found === null) {
			return null;
		}
		if (BigInt(found) === moment) {
			return middle;
		}
		[low, high] = BigInt(found) < moment ? [middle + 1, high] : [low, middle - 1];
	}
	return null;
}

/**
 * The storage after these blocks, or null if the node does not have all of it.
 * @param {Client} api
 * @param {{ hash: string }[]} blocks
 * @returns {Promise<Decoded[] | null>}
 */
async function statesOf(api, blocks) {
	const { provider } = /** @type {Decoded} */ (api)._rpcCore;
	try {
		// Asked raw: the client library would write the node's refusal to the console.
		await Promise.all(blocks.map(({ hash }) => provider.send('state_getRuntimeVersion', [hash])));
	} catch {
		return null;
	}
	return Promise.all(blocks.map(async ({ hash }) => (await api.at(hash)).query.registry));
}

/**
 * The person behind an account, which may have changed its owner or its office within a block: what holds in one of the
 * states speaks for it.
 * @param {Decoded[]} states
 * @param {string} account
 * @returns {Promise<Person>}
 */
export async function personAt(states, account) {
	const persons = await Promise.all(
		states.map(async (registry) => {
			const acting = await registry.accountOwners(account);
			const owner = acting.isSome ? acting.unwrap().owner : null;
			const others = owner === null ? [] : [...(await registry.owners(owner)).unwrap().accounts];
			const staff = (await registry.roles.keys('Manager')).map((/** @type {Decoded} */ key) => key.args[1].toString());
			const accounts = [account, ...others.map((other) => other.toString())];
			return {
				owner: owner === null ? null : owner.toNumber(),
				isStaff: accounts.some((other) => staff.includes(other)),
			};
		}),
	);
	return { owners: persons.map(({ owner }) => owner), isStaff: persons.every(({ isStaff }) => isStaff) };
}
