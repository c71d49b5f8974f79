// SPDX-License-Identifier: Apache-2.0

// Computes powers and recent changes from the register's checkpoints instead of querying the runtime.

/**
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 * @typedef {{ subject: Decoded, since: bigint, value: bigint }} Checkpoint A value that holds from a block on.
 *
 * @typedef {object} Register
 * @property {Checkpoint[]} checkpoints All checkpoints, in no particular order.
 * @property {boolean} byLot Whether each lot is a head, and not each owner.
 */

/**
 * @param {Decoded} registry The storage of the register.
 * @returns {Promise<Register>}
 */
export async function readRegister(registry) {
	// The latest checkpoint of each subject is stored apart from the earlier ones.
	const [newest, earlier, byLot] = await Promise.all([
		registry.histories.entries(),
		registry.checkpoints.entries(),
		registry.headsPerLot(),
	]);
	/** @type {(key: Decoded, change: Decoded) => Checkpoint} */
	const plain = (key, { block, value }) => ({
		subject: key.args[0],
		since: block.toBigInt(),
		value: value.toBigInt(),
	});
	return {
		checkpoints: [
			...[...newest].map(([key, history]) => plain(key, history.unwrap().last)),
			...[...earlier].map(([key, checkpoint]) => plain(key, checkpoint.unwrap())),
		],
		byLot: byLot.isTrue,
	};
}

/**
 * The power of each owner at the end of a block, in the community (`buildings` null) or in some buildings. An owner
 * with any area counts as one head, or each lot does where the register counts by lot.
 * @param {Register} register
 * @param {bigint} block
 * @param {number[] | null} buildings
 */
export function powersAt({ checkpoints, byLot }, block, buildings) {
	const suffix = buildings ? 'In' : '';
	/** @type {Record<string, Map<string, { since: bigint, owner: number, value: bigint }>>} */
	const latest = { [`OwnerArea${suffix}`]: new Map(), [`OwnerLots${suffix}`]: new Map() };
	for (const { subject, since, value } of checkpoints) {
		const found = latest[subject.type];
		if (!found || since > block) {
			continue;
		}
		const { owner, building } = subject.value;
		if (buildings && !buildings.includes(building.toNumber())) {
			continue;
		}
		const name = subject.toHex();
		const known = found.get(name);
		if (!known || known.since < since) {
			found.set(name, { since, owner: owner.toNumber(), value });
		}
	}
	const [areas, lots] = Object.values(latest).map(byOwner);
	const voting = [...areas].filter(([, area]) => area > 0n);
	const heads = (/** @type {number} */ owner) => (byLot ? (lots.get(owner) ?? 0n) : 1n);
	return new Map(voting.map(([owner, area]) => [owner, { area, heads: heads(owner) }]));
}

/**
 * The sum of each owner's values.
 * @param {Map<string, { owner: number, value: bigint }>} values
 */
function byOwner(values) {
	/** @type {Map<number, bigint>} */
	const sums = new Map();
	for (const { owner, value } of values.values()) {
		sums.set(owner, (sums.get(owner) ?? 0n) + value);
	}
	return sums;
}

const CHANGES = new Set(['OwnerChanges', 'OwnerArea', 'OwnerAreaIn', 'OwnerLots', 'OwnerLotsIn']);

/**
 * The blocks in which each owner's accounts or areas changed after genesis. Changes of areas count even if the register
 * did not count them among the owner's changes.
 * @param {Register} register
 */
export function changesOf({ checkpoints }) {
	/** @type {Map<number, bigint[]>} */
	const changes = new Map();
	for (const { subject, since } of checkpoints) {
		if (CHANGES.has(subject.type) && since > 0n) {
			const owner = subject.value.owner.toNumber();
			changes.set(owner, [...(changes.get(owner) ?? []), since]);
		}
	}
	return changes;
}
