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
 * The power of each owner at the end of a block, in the community (`buildings` null) or in some buildings, by all units
 * that vote (`kinds` null) or those of some kinds. An owner with any area counts as one head, or each lot does where the
 * register counts by lot.
 * @param {Register} register
 * @param {bigint} block
 * @param {number[] | null} buildings
 * @param {number | null} kinds The kinds as the chain encodes them, one bit each.
 */
export function powersAt({ checkpoints, byLot }, block, buildings, kinds) {
	/** @type {Record<string, Map<string, { since: bigint, owner: number, value: bigint }>>} */
	const latest = { area: new Map(), lots: new Map() };
	for (const { subject, since, value } of checkpoints) {
		const part = partOf(subject, kinds);
		const counts =
			part && (buildings ? part.building !== null && buildings.includes(part.building) : part.building === null);
		if (!part || !counts || since > block) {
			continue;
		}
		const found = latest[part.what];
		const name = subject.toHex();
		const known = found.get(name);
		if (!known || known.since < since) {
			found.set(name, { since, owner: part.owner, value });
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

/**
 * What a checkpoint's subject counts: an owner's area or lots of these kinds, in a building or the whole community. Null
 * if it counts something else.
 * @param {Decoded} subject
 * @param {number | null} kinds
 * @returns {{ what: 'area' | 'lots', owner: number, building: number | null } | null}
 */
function partOf({ type, value }, kinds) {
	if (type === 'OfKinds') {
		const { owner, building, measure } = value;
		if (value.kinds.toNumber() !== kinds || owner.isNone) {
			return null;
		}
		const place = building.isSome ? building.unwrap().toNumber() : null;
		return { what: measure.isArea ? 'area' : 'lots', owner: owner.unwrap().toNumber(), building: place };
	}
	const named = /^Owner(Area|Lots)(In)?$/.exec(type);
	if (kinds !== null || !named) {
		return null;
	}
	const place = named[2] ? value.building.toNumber() : null;
	return { what: named[1] === 'Area' ? 'area' : 'lots', owner: value.owner.toNumber(), building: place };
}

const CHANGES = new Set(['OwnerChanges', 'OwnerArea', 'OwnerAreaIn', 'OwnerLots', 'OwnerLotsIn']);

/**
 * The owner whose accounts or areas a checkpoint is about. Null if it is about nobody's.
 * @param {Decoded} subject
 * @returns {number | null}
 */
function changedBy({ type, value }) {
	if (type === 'OfKinds') {
		return value.owner.isSome ? value.owner.unwrap().toNumber() : null;
	}
	return CHANGES.has(type) ? value.owner.toNumber() : null;
}

/**
 * The blocks in which each owner's accounts or areas changed after genesis. Changes of areas count even if the register
 * did not count them among the owner's changes.
 * @param {Register} register
 */
export function changesOf({ checkpoints }) {
	/** @type {Map<number, bigint[]>} */
	const changes = new Map();
	for (const { subject, since } of checkpoints) {
		const owner = changedBy(subject);
		if (owner !== null && since > 0n) {
			changes.set(owner, [...(changes.get(owner) ?? []), since]);
		}
	}
	return changes;
}
