// SPDX-License-Identifier: Apache-2.0

// Shared things as residents see them: hours of a weekday, terms, what is held; reckoned here and not by the chain.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { u8aConcat } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { DAY } from './assembly.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 */

export const HOUR = 3_600_000;
/** The community's clocks are so far ahead of UTC. */
const AHEAD = 8 * HOUR;
/** 1970 began on a Thursday: the first Monday was four days later. */
const FIRST_MONDAY = 4 * DAY;

/**
 * Midnight of the first Monday after `moment`, by the community's clocks.
 * @param {number} moment
 */
export function mondayAfter(moment) {
	const local = moment + AHEAD - FIRST_MONDAY;
	return (Math.floor(local / (7 * DAY)) + 1) * 7 * DAY + FIRST_MONDAY - AHEAD;
}

/**
 * The hourly slot that begins at `moment`.
 * @param {number} moment
 */
export function slotAt(moment) {
	assert.equal((moment + AHEAD) % HOUR, 0, 'a slot begins at the full hour');
	return (moment + AHEAD) / HOUR;
}

/**
 * From Monday to Friday, nine to six; by the hour, two hours at least, nine at most.
 * @param {object} [changes]
 */
export function weekdayTerms(changes = {}) {
	return {
		price: 200,
		deposit: 5_000,
		slot: 'Hour',
		windows: [0, 1, 2, 3, 4].map((weekday) => ({ weekday, from: 9, to: 18 })),
		minSlots: 2,
		maxSlots: 9,
		leadTime: HOUR,
		horizon: 60 * DAY,
		cancellation: { freeUntil: DAY, afterwards: { numerator: 1, denominator: 2 } },
		lateFee: 300,
		claimWindow: 2 * DAY,
		noShow: null,
		perHousehold: null,
		...changes,
	};
}

/**
 * A secret of a side of a dispute, and the commitment to it: BLAKE2b-256 of tag, booking, side and secret.
 * @param {number} booking
 * @param {'Renter' | 'Provider'} side
 */
export function secretFor(booking, side) {
	const [secret, id] = [randomBytes(32), Buffer.alloc(8)];
	id.writeBigUInt64LE(BigInt(booking));
	const bytes = u8aConcat(Buffer.from('linli/sharing/secret'), id, Buffer.of(side === 'Renter' ? 0 : 1), secret);
	return { secret: `0x${secret.toString('hex')}`, commitment: blake2AsHex(bytes) };
}

/**
 * What an account can spend, and what is held of it, in fen.
 * @param {Client} api
 * @param {{ address: string }} given
 */
export async function purse(api, { address }) {
	const { data } = await api.query.system.account(address);
	return { free: data.free.toBigInt(), held: data.reserved.toBigInt() };
}

/**
 * Where a booking stands.
 * @param {Client} api
 * @param {number} booking
 */
export async function stateOf(api, booking) {
	return (await api.call.sharingApi.booking(booking)).unwrap().booking.state.type;
}

/**
 * Of every account as much is held for prices, deposits and bonds as its open bookings and claims cost, and nothing for
 * anybody else.
 * @param {Client} api
 */
export async function assertHeldForBookings(api) {
	const nothing = () => ({ Price: 0n, Deposit: 0n, Bond: 0n });
	/** @type {Map<string, { Price: bigint, Deposit: bigint, Bond: bigint }>} */
	const expected = new Map();
	const sumsOf = (/** @type {string} */ who) => {
		const sums = expected.get(who) ?? nothing();
		expected.set(who, sums);
		return sums;
	};
	for (const [, stored] of await api.query.sharing.bookings.entries()) {
		const booking = stored.unwrap();
		if (!booking.state.isSettled && !booking.state.isCancelled) {
			const sums = sumsOf(booking.renter.toString());
			sums.Price += booking.frozen.price.toBigInt();
			sums.Deposit += booking.frozen.deposit.toBigInt();
			const claim = booking.claim.unwrapOr(null);
			const { provider } = (await api.query.sharing.resources(booking.resource)).unwrap();
			const give = (/** @type {boolean} */ isRenter, /** @type {bigint} */ bond) => {
				if (bond > 0n) {
					sumsOf((isRenter ? booking.renter : provider.asPerson).toString()).Bond += bond;
				}
			};
			if (claim) {
				give(claim.by.isRenter, claim.bond.toBigInt());
				give(!claim.by.isRenter, claim.answer.unwrapOr(null)?.bond.toBigInt() ?? 0n);
			}
		}
	}
	for (const [key, holds] of await api.query.balances.holds.entries()) {
		const who = key.args[0].toString();
		const wanted = expected.get(who) ?? nothing();
		expected.delete(who);
		for (const reason of /** @type {const} */ (['Price', 'Deposit', 'Bond'])) {
			const hold = holds.find((/** @type {Decoded} */ { id }) => id.isSharing && id.asSharing.type === reason);
			assert.equal(hold?.amount.toBigInt() ?? 0n, wanted[reason], `held ${reason} of ${who}`);
		}
	}
	for (const [who, { Price, Deposit, Bond }] of expected) {
		assert.equal(Price + Deposit + Bond, 0n, `nothing is held of ${who}`);
	}
}
