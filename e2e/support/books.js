// SPDX-License-Identifier: Apache-2.0

// Checks that the books agree with each other, for a whole community.

import assert from 'node:assert/strict';
import { inParallel } from './crowd.js';
import { pick } from './transactions.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 */

const UNIT_PAGE = 256;
const STATEMENT_PAGE = 100;
/** The kinds of lines by which more, or less, is owed; the others are of what is prepaid. */
const RAISES = new Set(['Bill', 'LateFee', 'Refund', 'Moved', 'DiscountLost', 'Restored']);
const LOWERS = new Set(['Payment', 'Waiver', 'Reduction', 'Credit', 'Discount']);

/**
 * Every unit with its id.
 * @param {Client} api
 */
export async function allUnits(api) {
	/** @type {{ id: number, unit: Decoded }[]} */
	const units = [];
	for (let from = 0; from !== null; ) {
		const page = await api.call.registryApi.units(from, UNIT_PAGE);
		units.push(...[...page.units].map(([id, unit]) => ({ id: id.toNumber(), unit })));
		from = page.next.isSome ? page.next.unwrap().toNumber() : null;
	}
	return units;
}

/**
 * Money on chain is what came in less what went out; and each pot is its account and its last entry.
 * @param {Client} api
 */
export async function assertBooksBalance(api) {
	const [issuance, totals, pots] = await Promise.all([
		api.query.balances.totalIssuance(),
		api.call.cashierApi.totals(),
		api.call.fundApi.pots(),
	]);
	const [came, went] = [
		totals.received.toBigInt() + totals.restored.toBigInt(),
		totals.paidOut.toBigInt() + totals.reversed.toBigInt(),
	];
	const expected = came - went;
	assert.equal(issuance.toBigInt(), expected, 'issuance is not receipts less payouts');

	let inPots = 0n;
	for (const [id, pot] of pots) {
		const account = await api.call.fundApi.potAccount(id);
		const { data } = await api.query.system.account(account);
		const entries = await api.query.fund.entries.entries(id);
		const last = [...entries].map(([key, entry]) => [key.args[1].toNumber(), entry.unwrap()]).sort(([a], [b]) => a - b);
		assert.equal(last.length, pot.entryCount.toNumber(), `pot ${id} counts other entries than it has`);
		let balance = 0n;
		for (const [, entry] of last) {
			balance += entry.direction.isIn ? entry.amount.toBigInt() : -entry.amount.toBigInt();
			assert.equal(
				entry.balance.toBigInt(),
				balance,
				`pot ${id}: an entry's balance does not follow from the ones before`,
			);
		}
		assert.equal(pot.balance.toBigInt(), balance, `pot ${id} is not its last entry`);
		assert.equal(data.free.toBigInt() + data.reserved.toBigInt(), balance, `pot ${id} is not its account`);
		inPots += balance;
	}
	assert.equal((await api.call.fundApi.totals()).inPots.toBigInt(), inPots);
	return { issuance: issuance.toBigInt(), inPots };
}

/**
 * A unit's whole statement; fails unless each line's balance follows from the lines before and the end is what is owed.
 * @param {Client} api
 * @param {number} unit
 */
export async function readStatement(api, unit) {
	/** @type {Decoded[]} */
	const lines = [];
	let head;
	do {
		/** @type {Decoded} */
		const page = await api.call.feesApi.statement(unit, lines.length, STATEMENT_PAGE);
		head = page.head;
		lines.push(...[...page.lines].map(([, entry]) => entry));
	} while (lines.length < head.entryCount.toNumber());

	let owed = 0n;
	let prepaid = 0n;
	for (const { kind, amount, balance } of lines) {
		const fen = amount.toBigInt();
		if (RAISES.has(kind.type)) {
			owed += fen;
		} else if (LOWERS.has(kind.type)) {
			owed -= fen;
		} else if (kind.isPrepayment) {
			prepaid += fen;
		} else {
			prepaid -= fen;
		}
		assert.equal(balance.toBigInt(), owed - prepaid, `unit ${unit}: the balance does not follow at ${kind.type}`);
	}
	assert.equal(head.owed.toBigInt(), owed);
	assert.equal(head.prepaid.toBigInt(), prepaid);
	return { lines, owed, prepaid };
}

/** The community's clocks are so far ahead of UTC. */
const AHEAD = 8 * 3_600_000;

/**
 * What the bank's statements add to the account by the events of all blocks, month by month: `2027-01` → fen.
 * @param {Client} api
 */
export async function bankByMonth(api) {
	const last = (await api.rpc.chain.getHeader()).number.toNumber();
	/** @type {Map<string, bigint>} */
	const months = new Map();
	await inParallel(
		Array.from({ length: last }, (_, index) => index + 1),
		async (number) => {
			const at = await api.at(await api.rpc.chain.getBlockHash(number));
			const [records, moment] = await Promise.all([at.query.system.events(), at.query.timestamp.now()]);
			const events = [...records].map(({ event }) => event);
			const name = new Date(moment.toNumber() + AHEAD).toISOString().slice(0, 7);
			const add = (/** @type {bigint} */ fen) => months.set(name, (months.get(name) ?? 0n) + fen);
			for (const { data } of ['Received', 'InterestRecorded'].flatMap((method) => pick(events, 'cashier', method))) {
				add(data.amount.toBigInt());
			}
			for (const { data } of pick(events, 'cashier', 'PaymentCorrected')) {
				add(data.cameBack.isSome ? data.amount.toBigInt() : 0n);
			}
			for (const { data } of ['PaidOut', 'PaidFromPot', 'ChargePaid'].flatMap((method) =>
				pick(events, 'cashier', method),
			)) {
				add(0n - data.amount.toBigInt());
			}
		},
	);
	return months;
}
