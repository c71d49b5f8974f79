// SPDX-License-Identifier: Apache-2.0

// Changes of the register as two people make them: one proposes, another confirms, and those concerned can object.

import { executeAll } from './crowd.js';
import { execute, pick } from './transactions.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 * @import { KeyringPair as Signer } from '@polkadot/keyring/types'
 */

/** The hash of the papers on which all changes here rest. */
export const PAPERS = `0x${'09'.repeat(32)}`;

/** @typedef {{ registrar: Signer, auditor: Signer }} Officers */

/**
 * The registrar proposes a change. Returns its number.
 * @param {Client} api
 * @param {Officers} officers
 * @param {object} change
 * @returns {Promise<number>}
 */
export async function proposeChange(api, { registrar }, change) {
	const { events } = await execute(api, registrar, api.tx.registry.proposeChange(change, PAPERS));
	return pick(events, 'registry', 'ChangeProposed')[0].data.id.toNumber();
}

/**
 * The auditor confirms a change. Returns the events.
 * @param {Client} api
 * @param {Officers} officers
 * @param {number} id
 * @param {object} change
 * @returns {Promise<Decoded[]>}
 */
export async function confirmChange(api, { auditor }, id, change) {
	return (await execute(api, auditor, api.tx.registry.confirmChange(id, change, PAPERS))).events;
}

/**
 * Both officers dismiss the objections to a change.
 * @param {Client} api
 * @param {Officers} officers
 * @param {number} id
 */
export function dismissObjections(api, { registrar, auditor }, id) {
	const call = api.tx.registry.settleObjection(id, false, PAPERS);
	return executeAll(api, [
		{ pair: registrar, call },
		{ pair: auditor, call },
	]);
}
