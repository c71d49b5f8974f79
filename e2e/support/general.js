// SPDX-License-Identifier: Apache-2.0

// General transactions: neither signed nor an inherent. The call itself says who authorises it.

import { rpc } from './clock.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 */

/**
 * Encodes a call as a general transaction, every extension at its default.
 * @param {Client} api
 * @param {Decoded} call
 */
export function general(api, call) {
	const method = api.registry.createType('Call', call.method.toU8a());
	return api.registry.createType('GeneralExtrinsic', { payload: { method }, transactionExtensionVersion: 0 });
}

/**
 * Hands a call to the pool as a general transaction; returns its hash. The pool's refusal is thrown.
 * @param {Client} api
 * @param {Decoded} call
 */
export function submitGeneral(api, call) {
	// Sent as bytes: passed through the client's `Extrinsic` the length prefix would be written twice.
	return rpc(api, 'author_submitExtrinsic', general(api, call).toHex());
}
