// SPDX-License-Identifier: Apache-2.0

// Transactions on a chain that seals by hand: hand in, make a block, read what became of them.

import assert from 'node:assert/strict';
import { newBlock } from './clock.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 * @import { KeyringPair as Signer } from '@polkadot/keyring/types'
 */

/**
 * Signs a call and hands it to the pool, with a tip for those who want to be first. Returns the transaction's hash.
 * @param {Client} api
 * @param {Signer} signer
 * @param {Decoded} call
 * @param {bigint} [tip] In fen.
 */
export async function send(api, signer, call, tip = 0n) {
	const signed = await call.signAsync(signer, { nonce: -1, tip });
	await api.rpc.author.submitExtrinsic(signed);
	return signed.hash.toHex();
}

/**
 * What happened in a block: for each transaction `{ hash, call, events, error }`, in order, and the events that belong to
 * none of them. An error is `Pallet.Name`.
 * @param {Client} api
 * @param {string} blockHash
 */
export async function readBlock(api, blockHash) {
	const [{ block }, at] = await Promise.all([api.rpc.chain.getBlock(blockHash), api.at(blockHash)]);
	const records = await at.query.system.events();
	// Grouped first: there can be hundreds of transactions with a thousand events.
	const grouped = [...block.extrinsics].map(() => /** @type {Decoded[]} */ ([]));
	/** @type {Decoded[]} */
	const others = [];
	for (const { phase, event } of records) {
		// What follows the inherents, such as a migration, has the number of a transaction that there is not.
		const own = phase.isApplyExtrinsic ? grouped[phase.asApplyExtrinsic.toNumber()] : undefined;
		(own ?? others).push(event);
	}
	const transactions = [...block.extrinsics].map((extrinsic, index) => {
		const events = grouped[index];
		const failed = events.find((event) => api.events.system.ExtrinsicFailed.is(event));
		return {
			hash: hashOf(api, extrinsic),
			call: `${extrinsic.method.section}.${extrinsic.method.method}`,
			events,
			error: failed ? errorName(api, failed.data[0]) : null,
		};
	});
	return { transactions, others, events: [...records].map(({ event }) => event) };
}

/**
 * Hands in a call, makes a block and returns what became of it, the block's hash included.
 * @param {Client} api
 * @param {Signer} signer
 * @param {Decoded} call
 */
export async function attempt(api, signer, call) {
	const hash = await send(api, signer, call);
	const blockHash = await newBlock(api);
	const { transactions } = await readBlock(api, blockHash);
	const found = transactions.find((transaction) => transaction.hash === hash);
	assert.ok(found, `${call.method.section}.${call.method.method} is not in the block`);
	return { ...found, blockHash };
}

/**
 * Like `attempt`, for a call that must succeed.
 * @param {Client} api
 * @param {Signer} signer
 * @param {Decoded} call
 */
export async function execute(api, signer, call) {
	const result = await attempt(api, signer, call);
	assert.equal(result.error, null, `${result.call} failed: ${result.error}`);
	return result;
}

/**
 * Like `attempt`, for a call that must be refused with the error `Pallet.Name`.
 * @param {Client} api
 * @param {Signer} signer
 * @param {Decoded} call
 * @param {string} error
 */
export async function refuse(api, signer, call, error) {
	const result = await attempt(api, signer, call);
	assert.equal(result.error, error, `${result.call} should have been refused`);
	return result;
}

/**
 * The events of a name, e.g. `pick(events, 'fees', 'BillPaid')`.
 * @param {Decoded[]} events
 * @param {string} section
 * @param {string} method
 */
export function pick(events, section, method) {
	return events.filter((event) => event.section === section && event.method === method);
}

/**
 * The client hashes a general transaction with its length written twice; the chain does not.
 * @param {Client} api
 * @param {Decoded} extrinsic
 */
function hashOf(api, extrinsic) {
	const general = extrinsic.inner.toRawType() === 'GeneralExt';
	return general ? api.registry.hash(extrinsic.inner.toU8a()).toHex() : extrinsic.hash.toHex();
}

/**
 * The name of an error of a call: `Pallet.Name`, or its kind, such as `BadOrigin`.
 * @param {Client} api
 * @param {Decoded} error
 * @returns {string}
 */
export function errorName(api, error) {
	if (error.isModule) {
		const { section, name } = api.registry.findMetaError(error.asModule);
		return `${section}.${name}`;
	}
	return error.toString();
}
