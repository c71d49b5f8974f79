// SPDX-License-Identifier: Apache-2.0

// Claim tickets: a code printed for a household, from which its one-time key is made; and second factors, codes that are
// handed over apart.

import { Keyring } from '@polkadot/api';
import { stringToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsU8a } from '@polkadot/util-crypto';
import { bech32m } from '@scure/base';

/**
 * The key pair of a ticket's code, e.g. `linli1…`.
 * @param {string} code
 */
export function ticketPair(code) {
	const { prefix, words } = bech32m.decode(/** @type {`${string}1${string}`} */ (code.trim()));
	if (prefix !== 'linli') {
		throw new Error(`not a ticket of Linli: ${prefix}`);
	}
	const secret = bech32m.fromWords(words);
	if (secret.length !== 16) {
		throw new Error(`a ticket holds 16 bytes, not ${secret.length}`);
	}
	const seed = blake2AsU8a(u8aConcat(stringToU8a('linli/ticket'), secret), 256);
	return new Keyring({ type: 'sr25519' }).addFromSeed(seed);
}

/**
 * The key pair of the second factor of a ticket, from its code, e.g. `K7QD2-9XM4T`. Letters that look like digits are
 * read as such.
 * @param {import('@polkadot/keyring/types').KeyringPair} ticket
 * @param {string} code
 */
export function secondFactorPair(ticket, code) {
	const letters = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
	if (!/^[0-9A-HJKMNP-TV-Z]{10}$/.test(letters)) {
		throw new Error('the code of a second factor has ten letters and digits, such as K7QD2-9XM4T');
	}
	const parts = u8aConcat(stringToU8a('linli/second-factor'), ticket.publicKey, stringToU8a(letters));
	return new Keyring({ type: 'sr25519' }).addFromSeed(blake2AsU8a(parts, 256));
}
