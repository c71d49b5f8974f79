// SPDX-License-Identifier: Apache-2.0

// Owners pay what they owe: with arrears nobody stands for election.

import { executeAll } from './crowd.js';

/**
 * @import { Client } from '@linli/command/node.js'
 * @import { KeyringPair as Signer } from '@polkadot/keyring/types'
 * @import { Owner } from './assembly.js'
 * @import { Joinable } from './community.js'
 */

/** More than the fee of a transaction, in fen. */
const FEES = 1_000n;

/**
 * The bank receives what the owners owe for their homes, and they pay all bills.
 * @param {Client} api
 * @param {Joinable} community
 * @param {Signer} cashier
 * @param {Owner[]} owners
 * @param {string} reference How the references of the bank begin.
 */
export async function payAllDues(api, community, cashier, owners, reference) {
	const homes = new Set(
		community.salted.filter(({ kind }) => kind === 'residential').map(({ unit_id: unit }) => Number(unit)),
	);
	const bills = await Promise.all(
		owners.flatMap(({ units, pair }) =>
			units
				.filter((unit) => homes.has(unit))
				.map(async (unit) => {
					const { principal, late } = await api.call.feesApi.dues(unit);
					return { unit, pair, owed: principal.toBigInt() + late.toBigInt() };
				}),
		),
	);
	const owing = bills.filter(({ owed }) => owed > 0n);
	await executeAll(
		api,
		owing.map(({ pair, owed }, place) => ({
			pair: cashier,
			call: api.tx.cashier.receive(0, pair.address, owed + FEES, `${reference}-${place}`, null),
		})),
	);
	await executeAll(
		api,
		owing.map(({ unit, pair, owed }) => ({ pair, call: api.tx.fees.pay(unit, owed, null) })),
	);
}
