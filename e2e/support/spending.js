// SPDX-License-Identifier: Apache-2.0

// What belongs to whom in the repair fund and where money went, reckoned here and not by the chain.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { inParallel } from './crowd.js';
import { pick } from './transactions.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 * @import { Owner } from './assembly.js'
 * @import { Community } from './community.js'
 */

/** @typedef {{ id: number, owner: number, building: number, kind: string, area: bigint }} Unit The area in 0.01 m². */

const PAGE = 100;
/** What a unit first pays in: fen per m². */
const FIRST_DEPOSIT_RATE = 10_000n;
const TAKES_PART = ['residential', 'commercial'];

/**
 * All units by the roster, in the order of ids: `{ id, owner, building, kind, area }`, the area in 0.01 m².
 * @param {Community} community
 * @returns {Unit[]}
 */
export function unitsOf(community) {
	return community.salted
		.map(({ unit_id: id, owner_id: owner, building_id: building, kind, area_m2: area }) => {
			const [whole, decimals = ''] = area.split('.');
			const hundredths = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'));
			return { id: Number(id), owner: Number(owner), building: Number(building), kind, area: hundredths };
		})
		.sort((a, b) => a.id - b.id);
}

/**
 * The building with the fewest homes: its id.
 * @param {Unit[]} units
 */
export function smallestBuilding(units) {
	/** @type {Map<number, number>} */
	const homes = new Map();
	for (const { building } of units.filter(({ kind }) => kind === 'residential')) {
		homes.set(building, (homes.get(building) ?? 0) + 1);
	}
	return [...homes].sort(([, a], [, b]) => a - b)[0][0];
}

/**
 * What each of `owners` has in `units`, the largest first: the same owners with those units and their area alone.
 * @param {Unit[]} units
 * @param {Owner[]} owners
 */
export function neighboursIn(units, owners) {
	return owners
		.map((owner) => {
			const own = units.filter((unit) => unit.owner === owner.id);
			return { ...owner, units: own.map(({ id }) => id), area: own.reduce((sum, { area }) => sum + area, 0n) };
		})
		.filter(({ area }) => area > 0n)
		.sort((a, b) => Number(b.area - a.area));
}

/**
 * `amount` fen over units by area, by largest remainder, the lower id first among equals: unit id → fen.
 * @param {bigint} amount
 * @param {{ id: number, area: bigint }[]} units
 */
export function divide(amount, units) {
	const sum = (/** @type {bigint[]} */ list) => list.reduce((total, value) => total + value, 0n);
	const whole = sum(units.map(({ area }) => area));
	const parts = units.map(({ id, area }) => ({
		id,
		part: (amount * area) / whole,
		remainder: (amount * area) % whole,
	}));
	let left = amount - sum(parts.map(({ part }) => part));
	for (const entry of [...parts].sort((a, b) => Number(b.remainder - a.remainder) || a.id - b.id)) {
		if (left === 0n) {
			break;
		}
		entry.part += 1n;
		left -= 1n;
	}
	return new Map(parts.map(({ id, part }) => [id, part]));
}

/** The shares of all units that take part, as they should be. */
export class Shares {
	/** @param {Unit[]} units */
	constructor(units) {
		this.units = units.filter(({ kind }) => TAKES_PART.includes(kind));
		this.balances = new Map(this.units.map(({ id }) => [id, 0n]));
	}

	/** @param {{ area: bigint }} unit */
	firstDeposit({ area }) {
		return (area * FIRST_DEPOSIT_RATE + 50n) / 100n;
	}

	/**
	 * One unit's share changes.
	 * @param {number} id
	 * @param {bigint} fen
	 */
	add(id, fen) {
		this.balances.set(id, this.of(id) + fen);
	}

	/**
	 * `fen` fall on the units (below zero) or come back to them, by area.
	 * @param {bigint} fen
	 * @param {Unit[]} units
	 */
	divide(fen, units) {
		const sign = fen < 0n ? -1n : 1n;
		for (const [id, part] of divide(fen * sign, units)) {
			this.add(id, part * sign);
		}
	}

	/**
	 * One unit's share.
	 * @param {number} id
	 */
	of(id) {
		return this.balances.get(id) ?? 0n;
	}

	sum() {
		return [...this.balances.values()].reduce((sum, fen) => sum + fen, 0n);
	}

	/** Those below 30 % of their first deposit: `{ unit, balance, topUp }` in the order of ids. */
	toppingUp() {
		return this.units
			.map((unit) => ({ unit: unit.id, balance: this.of(unit.id), first: this.firstDeposit(unit) }))
			.filter(({ balance, first }) => balance * 100n < first * 30n)
			.map(({ unit, balance, first }) => ({ unit, balance, topUp: first - balance }));
	}

	/**
	 * Fails unless the chain has the same shares, unit by unit, and the same list of those who have to top up.
	 * @param {Client} api
	 */
	async check(api) {
		/** @type {Map<number, Decoded>} */
		const found = new Map();
		await inParallel(this.units, async ({ id }) => found.set(id, (await api.call.repairApi.share(id)).unwrap()));
		for (const unit of this.units) {
			const { share } = found.get(unit.id);
			assert.equal(share.balance.toBigInt(), this.balances.get(unit.id), `the share of unit ${unit.id}`);
			assert.equal(share.firstDeposit.toBigInt(), this.firstDeposit(unit), `the first deposit of unit ${unit.id}`);
		}
		const totals = await api.call.repairApi.totals();
		assert.equal(totals.belonging.toBigInt(), this.sum());
		assert.equal(totals.units.toNumber(), this.units.length);
		assert.deepEqual(await topUpList(api), this.toppingUp());
	}
}

/**
 * The whole list of units that have to top up.
 * @param {Client} api
 */
async function topUpList(api) {
	/** @type {{ unit: number, balance: bigint, topUp: bigint }[]} */
	const list = [];
	for (let from = 0; from !== null; ) {
		const page = await api.call.repairApi.topUpList(from, PAGE);
		list.push(
			...[...page.units].map(({ unit, balance, topUp }) => ({
				unit: unit.toNumber(),
				balance: balance.toBigInt(),
				topUp: topUp.toBigInt(),
			})),
		);
		from = page.next.isSome ? page.next.unwrap().toNumber() : null;
	}
	return list;
}

/**
 * A unit's statement: `[kind of cause, fen]` a line. Fails unless each balance follows from the line before.
 * @param {Client} api
 * @param {number} unit
 */
export async function shareStatement(api, unit) {
	const { share } = (await api.call.repairApi.share(unit)).unwrap();
	const lines = await api.call.repairApi.statement(unit, 0, PAGE);
	assert.equal(lines.length, share.entryCount.toNumber());
	let sum = 0n;
	for (const [, { amount, balance }] of lines) {
		sum += amount.toBigInt();
		assert.equal(balance.toBigInt(), sum);
	}
	assert.equal(share.balance.toBigInt(), sum);
	return [...lines].map(([, { cause, amount }]) => [cause.type, amount.toBigInt()]);
}

/**
 * What each pot has by the events of all blocks: pot → fen.
 * @param {Client} api
 */
export async function potsByEvents(api) {
	const last = (await api.rpc.chain.getHeader()).number.toNumber();
	/** @type {Map<number, bigint>} */
	const sums = new Map();
	await inParallel(
		Array.from({ length: last }, (_, index) => index + 1),
		async (number) => {
			const at = await api.at(await api.rpc.chain.getBlockHash(number));
			const events = [...(await at.query.system.events())].map(({ event }) => event);
			for (const { data } of pick(events, 'fund', 'EntryWritten')) {
				const [pot, amount] = [data.pot.toNumber(), data.amount.toBigInt()];
				sums.set(pot, (sums.get(pot) ?? 0n) + (data.direction.isIn ? amount : -amount));
			}
		},
	);
	return sums;
}

/**
 * All that a thing in the books is linked with. Links are plain objects, e.g. `{ expense: { expense: 0 } }`.
 * @param {Client} api
 * @param {object} link
 */
export async function follow(api, link) {
	/** @type {Decoded[]} */
	const links = [];
	for (let from = 0; from !== null; ) {
		const page = await api.call.fundApi.follow(link, from, PAGE);
		links.push(...[...page.links].map((found) => found.toJSON()));
		from = page.next.isSome ? page.next.unwrap().toNumber() : null;
	}
	return links;
}

/**
 * Follows a link, and each link found back again: it must lead to where it came from. Returns what was found.
 * @param {Client} api
 * @param {object} link
 */
export async function followBothWays(api, link) {
	const found = await follow(api, link);
	for (const other of found) {
		const back = await follow(api, other);
		assert.ok(
			back.some((one) => isDeepStrictEqual(one, link)),
			`${JSON.stringify(other)} does not lead back to ${JSON.stringify(link)}`,
		);
	}
	return found;
}
