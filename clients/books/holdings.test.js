// SPDX-License-Identifier: Apache-2.0

// Balances are read page by page and named by what they are for. `node --test clients/books/`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBalances } from './holdings.js';

/** A value as the client library decodes it. @type {(value: any) => any} */
const some = (value) => ({ isSome: value !== null, unwrap: () => value });
/** @param {number} value */
const number = (value) => ({ toBigInt: () => BigInt(value) });

test('refundable deposits are a class of their own; what else is on hold is listed by reason', async () => {
	const named = (/** @type {string} */ type, /** @type {string} */ inner) => ({ type, inner: { type: inner } });
	/** @type {(held: [string, string, number][], next: string | null) => object} */
	const page = (held, next) => ({
		...Object.fromEntries(['transit', 'escrow', 'units', 'free', 'reserved'].map((name) => [name, number(0)])),
		issuance: number(31),
		held: held.map(([pallet, name, fen]) => ({ reason: named(pallet, name), amount: number(fen) })),
		next: some(next),
	});
	const at = /** @type {any} */ ({
		call: {
			booksApi: {
				balances: async (/** @type {string | null} */ after) =>
					after === null
						? page(
								[
									['Sharing', 'Deposit', 3],
									['Deposits', 'Deposit', 10],
									['Cashier', 'Payout', 1],
								],
								'5Last',
							)
						: page(
								[
									['Deposits', 'Deposit', 7],
									['Cashier', 'Payout', 10],
								],
								null,
							),
			},
			fundApi: { pots: async () => [] },
			cashierApi: { debts: async () => [], banks: async () => [] },
		},
	});
	const found = (await readBalances(at)).filter(({ fen }) => fen > 0n);
	assert.deepEqual(found, [
		{ class: 'deposit', fen: 17n },
		{ class: 'held', item: 'Cashier.Payout', fen: 11n },
		{ class: 'held', item: 'Sharing.Deposit', fen: 3n },
		{ class: 'issuance', fen: 31n },
	]);
});
