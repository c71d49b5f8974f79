// SPDX-License-Identifier: Apache-2.0

// Powers and changes of owners by the kinds of their units. `node --test clients/recount/`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, powersAt, readRegister } from './register.js';

const number = (/** @type {number} */ value) => ({ toNumber: () => value, toBigInt: () => BigInt(value) });
const some = (/** @type {number | null} */ value) => ({
	isSome: value !== null,
	isNone: value === null,
	unwrap: () => number(value ?? 0),
});

const HOMES = 1;
const SHOPS = 2;

/** A subject of the register's checkpoints as the node's answers are decoded. */
function subject(/** @type {string} */ type, /** @type {Record<string, any>} */ value) {
	return { type, value, toHex: () => JSON.stringify([type, value.key]) };
}

function owned(/** @type {string} */ type, /** @type {number} */ owner, /** @type {number} */ building = 0) {
	return subject(type, { key: [owner, building], owner: number(owner), building: number(building) });
}

function ofKinds(
	/** @type {number} */ kinds,
	/** @type {number | null} */ owner,
	/** @type {number | null} */ building,
	/** @type {'Area' | 'Heads'} */ measure,
) {
	const value = {
		kinds: number(kinds),
		owner: some(owner),
		building: some(building),
		measure: { isArea: measure === 'Area' },
	};
	return subject('OfKinds', { key: [kinds, owner, building, measure], ...value });
}

/**
 * @param {[any, number, number][]} newest Subject, block and value.
 * @param {[any, number, number][]} earlier
 * @param {boolean} byLot
 */
function register(newest, earlier, byLot) {
	const change = (/** @type {number} */ block, /** @type {number} */ value) => ({
		block: number(block),
		value: number(value),
	});
	return {
		histories: {
			entries: async () =>
				newest.map(([key, block, value]) => [{ args: [key] }, { unwrap: () => ({ last: change(block, value) }) }]),
		},
		checkpoints: {
			entries: async () =>
				earlier.map(([key, block, value]) => [{ args: [key] }, { unwrap: () => change(block, value) }]),
		},
		headsPerLot: async () => ({ isTrue: byLot }),
	};
}

/** @type {[any, number, number][]} */
const NEWEST = [
	[owned('OwnerArea', 1), 0, 12_000],
	[owned('OwnerLots', 1), 0, 2],
	[owned('OwnerAreaIn', 1, 7), 0, 12_000],
	[subject('Area', { key: [] }), 0, 12_000],
	[ofKinds(HOMES, 1, null, 'Area'), 5, 0],
	[ofKinds(HOMES, 1, null, 'Heads'), 5, 0],
	[ofKinds(HOMES, 1, 7, 'Area'), 5, 0],
	[ofKinds(HOMES, null, null, 'Area'), 5, 0],
	[ofKinds(SHOPS, 1, null, 'Area'), 0, 2_000],
];
/** @type {[any, number, number][]} */
const EARLIER = [
	[ofKinds(HOMES, 1, null, 'Area'), 0, 10_000],
	[ofKinds(HOMES, 1, null, 'Heads'), 0, 3],
	[ofKinds(HOMES, 1, 7, 'Area'), 0, 9_000],
];

test('powers are read of the kinds that take part, as of the record date', async () => {
	const read = async (
		/** @type {bigint} */ block,
		/** @type {number[] | null} */ where,
		/** @type {number | null} */ kinds,
	) => {
		const powers = powersAt(await readRegister(register(NEWEST, EARLIER, false)), block, where, kinds);
		return powers.get(1);
	};
	assert.deepEqual(await read(9n, null, null), { area: 12_000n, heads: 1n });
	assert.deepEqual(await read(9n, [7], null), { area: 12_000n, heads: 1n });
	assert.deepEqual(await read(4n, null, HOMES), { area: 10_000n, heads: 1n });
	assert.deepEqual(await read(4n, [7, 8], HOMES), { area: 9_000n, heads: 1n });
	assert.deepEqual(await read(4n, [8], HOMES), undefined);
	assert.deepEqual(await read(5n, null, HOMES), undefined, 'sold');
	assert.deepEqual(await read(9n, null, SHOPS), { area: 2_000n, heads: 1n });
});

test('lots of the kinds are heads where lots are', async () => {
	const read = async (/** @type {number | null} */ kinds) => {
		const powers = powersAt(await readRegister(register(NEWEST, EARLIER, true)), 4n, null, kinds);
		return powers.get(1);
	};
	assert.deepEqual(await read(null), { area: 12_000n, heads: 2n });
	assert.deepEqual(await read(HOMES), { area: 10_000n, heads: 3n });
});

test('a change of units of some kinds is a change of their owner', async () => {
	const changes = changesOf(await readRegister(register(NEWEST, EARLIER, false)));
	assert.deepEqual([...changes], [[1, [5n, 5n, 5n]]]);
});
