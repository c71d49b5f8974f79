// SPDX-License-Identifier: Apache-2.0

// A community that has money to spend: two thirds of its owners have joined, most of one building's among them, and they have a
// committee.

import assert from 'node:assert/strict';
import { claimAll, committeeAgrees, DAY, electCommittee, ownersOf, passTime } from './assembly.js';
import { liveOn } from './clock.js';
import { foundCommunity } from './community.js';
import { executeAll } from './crowd.js';
import { bigRoster, SAMPLE_ROSTER } from './paths.js';
import { neighboursIn, Shares, smallestBuilding, unitsOf } from './spending.js';

const SEATS = 5;
const TERM = 3 * 365 * DAY;
/** What a signer needs besides, for fees. */
const FEES = 2_000n;

/**
 * @import { Decoded } from '@linli/command/node.js'
 * @import { Owner } from './assembly.js'
 * @import { Task } from './crowd.js'
 */

/**
 * Founds the community and starts its node, in December 2026. Nobody has joined yet: see `assemble`. With a `gap`, in
 * ms, longer gaps between blocks are standstills, and time passes in steps of that length.
 * @param {string} name
 * @param {{ gap?: number }} [options]
 */
export async function foundSpenders(name, { gap } = {}) {
	const big = bigRoster('dingxiang');
	if (!big) {
		console.log('# dingxiang.csv is not there: the sample roster is used');
	}
	const community = await foundCommunity(big?.csv ?? SAMPLE_ROSTER, name, '--trial');
	if (gap !== undefined) {
		community.allowStandstills(gap);
	}
	const node = await community.start('--sealing', 'manual');
	const api = await node.connect();
	if (gap !== undefined) {
		liveOn(api, gap);
	}
	const officers = community.officers();
	const owners = ownersOf(community);
	const units = unitsOf(community);
	const building = smallestBuilding(units);
	const related = units.filter(
		(unit) => unit.building === building && ['residential', 'commercial'].includes(unit.kind),
	);
	const neighbours = neighboursIn(related, owners);
	const joined = neighbours.filter((_, place) => place % 5 !== 4);
	// Those who joined, and of the others the largest until there are two thirds of all heads and some more.
	const here = new Set(joined.map(({ id }) => id));
	const near = new Set(neighbours.map(({ id }) => id));
	const others = owners.filter(({ id }) => !near.has(id));
	const missing = Math.ceil((owners.length * 2) / 3) + 6 - joined.length;
	const voters = [...owners.filter(({ id }) => here.has(id)), ...others.slice(0, missing)];
	const shares = new Shares(units);
	let references = 0;
	await passTime(api, '2026-12-20T10:00:00+08:00');

	const scene = {
		community,
		node,
		api,
		officers,
		/** All owners with power, those who joined, and the committee's members among them. */
		owners,
		voters,
		/** @type {Owner[]} */
		members: [],
		/** @type {Owner | undefined} A member from another building. */
		outsider: undefined,
		/** A building, its units, its owners with what they have there, and those of them who joined. */
		building,
		related,
		neighbours,
		joined,
		/** The shares in the repair fund as they should be. */
		shares,

		/** A bank reference that was not used yet. */
		reference() {
			references += 1;
			return `ICBC-2026-${1000 + references}`;
		},
		/**
		 * What an account can spend.
		 * @param {{ address: string }} account
		 * @returns {Promise<bigint>}
		 */
		async fen({ address }) {
			return (await api.query.system.account(address)).data.free.toBigInt();
		},
		/**
		 * The cashier books money that came in for an account.
		 * @param {{ address: string }} account
		 * @param {bigint} amount
		 * @returns {Task}
		 */
		receive({ address }, amount) {
			return { pair: officers.cashier, call: api.tx.cashier.receive(0, address, amount, scene.reference(), null) };
		},
		/** The committee agrees on calls. */
		agree: (/** @type {Decoded[]} */ ...calls) => committeeAgrees(api, scene.members, ...calls),

		/**
		 * Owners join, and elect a committee.
		 * @param {number} election The proposal by which they do.
		 * @param {Task[]} receipts What the cashier books before.
		 */
		async assemble(election, receipts = []) {
			await scene.join(receipts);
			await scene.elect(election);
		},

		/**
		 * Owners join.
		 * @param {Task[]} receipts What the cashier books then.
		 */
		async join(receipts) {
			await claimAll(api, community, voters);
			// Who enacts decisions and stores their text pays for it.
			await executeAll(api, [scene.receive(officers.manager, 50_000n), ...receipts]);
		},

		/**
		 * Owners who joined elect a committee.
		 * @param {number} election The proposal by which they do.
		 */
		async elect(election) {
			const terms = { id: election, seats: SEATS, term: TERM, owners, voters, candidates: voters.slice(-7) };
			scene.members = await electCommittee(api, officers.manager, terms);
			assert.equal(scene.members.length, SEATS);
			// What is refused is free for nobody.
			await executeAll(
				api,
				scene.members.map(({ pair }) => scene.receive(pair, 20_000n)),
			);
			scene.outsider = scene.members.find(({ id }) => !near.has(id));
		},

		/**
		 * Owners pay into the repair fund, for the unit `id` each.
		 * @param {{ owner: Owner, id: number, amount: bigint }[]} deposits
		 */
		async payIn(deposits) {
			const payers = [...new Set(deposits.map(({ owner }) => owner))];
			await executeAll(
				api,
				payers.map((owner) => {
					const own = deposits.filter((deposit) => deposit.owner === owner);
					return scene.receive(
						owner.pair,
						own.reduce((total, { amount }) => total + amount, FEES),
					);
				}),
			);
			await executeAll(
				api,
				deposits.map(({ owner, id, amount }) => ({ pair: owner.pair, call: api.tx.repair.deposit(id, amount) })),
			);
			for (const { id, amount } of deposits) {
				shares.add(id, amount);
			}
		},
	};
	return scene;
}
