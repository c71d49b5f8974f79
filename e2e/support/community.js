// SPDX-License-Identifier: Apache-2.0

// A community made from a roster, as its founders would make it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Keyring } from '@polkadot/api';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { general } from './general.js';
import { runNode, startNode, temporaryFolder } from './node.js';
import { secondFactorPair, ticketPair } from './tickets.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 * @import { KeyringPair } from '@polkadot/keyring/types'
 */

/** @typedef {ReturnType<typeof openCommunity>} Joinable A community whose households can join. */
/** @typedef {Awaited<ReturnType<typeof foundCommunity>>} Community */

const ROLES = ['registrar', 'manager', 'cashier', 'auditor', 'bootstrap'];

/**
 * Reads a CSV without quoted commas into objects. A text that a spreadsheet would change has an apostrophe before it.
 * @param {string} file
 * @returns {Record<string, string>[]}
 */
export function readCsv(file) {
	const [header, ...lines] = readFileSync(file, 'utf8')
		.replace(/^\ufeff/, '')
		.trimEnd()
		.split(/\r?\n/);
	const names = header.split(',');
	return lines.map((line) =>
		Object.fromEntries(line.split(',').map((value, column) => [names[column], value.replace(/^'/, '')])),
	);
}

/**
 * What a roster adds up to, counted here and not by the chain. Areas are in 0.01 m², money in fen. The fee is 2.80 per m²
 * for each home, rounded half up per unit.
 * @param {Record<string, string>[]} roster
 */
export function totalsOf(roster) {
	/** @param {Record<string, string>} row */
	const hundredths = ({ area_m2: area }) => {
		const [whole, decimals = ''] = area.split('.');
		return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
	};
	/** @type {(rows: Record<string, string>[], value: (row: Record<string, string>) => number) => number} */
	const sum = (rows, value) => rows.reduce((total, row) => total + value(row), 0);
	const voting = roster.filter(({ kind }) => kind === 'residential' || kind === 'commercial');
	const fee = (/** @type {Record<string, string>} */ row) => Math.floor((hundredths(row) * 280 + 50) / 100);
	return {
		rows: roster.length,
		units_by_kind: Object.fromEntries(
			['residential', 'commercial', 'parking', 'storage'].map((kind) => [
				kind,
				roster.filter((row) => row.kind === kind).length,
			]),
		),
		area_hundredths_m2: sum(roster, hundredths),
		voting_area_hundredths_m2: sum(voting, hundredths),
		owners_all: new Set(roster.map(({ owner }) => owner)).size,
		voting_headcount: new Set(voting.map(({ owner }) => owner)).size,
		developer_area_hundredths_m2: sum(
			roster.filter(({ owner_kind: kind }) => kind === 'developer'),
			hundredths,
		),
		monthly_fee_fen_at_2_80: sum(
			roster.filter(({ kind }) => kind === 'residential'),
			fee,
		),
	};
}

/**
 * Makes the chain of a community, with all keys unless `options` has lines of keys. Returns its folder, its secrets and how to start its node.
 * @param {string} roster
 * @param {string} name
 * @param {string[]} options
 */
export async function foundCommunity(roster, name, ...options) {
	const folder = join(temporaryFolder('community'), 'chain');
	const keys = options.some((option) => ['--trial', '--keys'].includes(option)) ? [] : ['--make-keys'];
	const made = await runNode(
		...['community', 'new', '--roster', roster, '--name', name, '--out', folder, ...keys, ...options],
	);
	assert.equal(made.status, 0, made.stderr);
	const data = temporaryFolder('data');
	let spec = join(folder, 'chain-spec-raw.json');
	return {
		...openCommunity(folder, join(folder, 'keys')),
		/**
		 * On a chain for trials no gap between blocks is a standstill. Now those of more than `limit` ms are: five
		 * minutes, as on other chains, or longer.
		 * @param {number} [limit]
		 */
		allowStandstills(limit) {
			const plain = JSON.parse(readFileSync(join(folder, 'chain-spec.json'), 'utf8'));
			plain.genesis.runtimeGenesis.patch.community.standstillLimit = limit;
			spec = join(folder, 'chain-spec-standstills.json');
			writeFileSync(spec, JSON.stringify(plain));
		},
		start: (/** @type {string[]} */ ...args) => startNode('--chain', spec, '--base-path', data, ...args),
	};
}

/**
 * A community that was made: its folder and its secrets.
 * @param {string} folder
 * @param {string} keys The folder with the keys of the offices.
 */
export function openCommunity(folder, keys) {
	const tickets = new Map(
		readCsv(join(folder, 'tickets', 'tickets.csv')).map(({ owner_id: id, code }) => [Number(id), code]),
	);
	return {
		folder,
		/** The units in the order of the roster; their ids are shuffled. */
		salted: readCsv(join(folder, 'roster-salted.csv')),
		/**
		 * The ticket code of an owner, by id.
		 * @param {number} owner
		 */
		code(owner) {
			const code = tickets.get(owner);
			assert.ok(code, `owner ${owner} has no ticket`);
			return code;
		},
		/** The key pairs of those who hold an office. To be called once a client was connected. */
		officers() {
			const keyring = new Keyring({ type: 'sr25519' });
			return Object.fromEntries(
				ROLES.map((role) => {
					const { secretPhrase } = JSON.parse(readFileSync(join(keys, `${role}.json`), 'utf8'));
					return [role, keyring.addFromUri(secretPhrase)];
				}),
			);
		},
	};
}

/**
 * The call by which a household joins: the ticket's key signs the account that shall act for the owner, and so does the
 * account.
 * @param {Client} api
 * @param {number} owner
 * @param {string} code
 * @param {KeyringPair} account
 * @param {string} [second] The code of the second factor, if the ticket asks for one.
 */
export function claim(api, owner, code, account, second) {
	const pair = ticketPair(code);
	return claimWith(api, owner, pair, account, second && secondFactorPair(pair, second));
}

/**
 * The same with the key pair of the ticket.
 * @param {Client} api
 * @param {number} owner
 * @param {KeyringPair} pair
 * @param {KeyringPair} account
 * @param {KeyringPair | ''} [second] The key of the second factor.
 */
export function claimWith(api, owner, pair, account, second) {
	const message = claimMessage(api, owner, pair, account.address);
	const [signature, consent] = [pair.sign(message), account.sign(message)];
	return claimSigned(api, owner, pair, account, signature, consent, second ? second.sign(message) : null);
}

/**
 * A claim with the signatures of the ticket, the account and the second factor.
 * @param {Client} api
 * @param {number} owner
 * @param {KeyringPair} pair
 * @param {{ address: string, type: string }} account
 * @param {Uint8Array} signature
 * @param {Uint8Array} consent
 * @param {Uint8Array | null} [second]
 */
export function claimSigned(api, owner, pair, account, signature, consent, second = null) {
	const kind = { ecdsa: 'Ecdsa', ed25519: 'Ed25519', ethereum: 'Eth', sr25519: 'Sr25519' }[account.type];
	assert.ok(kind, `no signature of ${account.type}`);
	return api.tx.registry.claim(
		owner,
		pair.publicKey,
		account.address,
		u8aToHex(signature),
		{ [kind]: u8aToHex(consent) },
		second && u8aToHex(second),
	);
}

/**
 * What the keys of the ticket and the account sign.
 * @param {Client} api
 * @param {number} owner
 * @param {KeyringPair} pair
 * @param {string} account
 */
export function claimMessage(api, owner, pair, account) {
	return u8aConcat(
		api.registry.createType('Text', 'linli/claim').toU8a(),
		api.genesisHash.toU8a(),
		api.registry.createType('u32', owner).toU8a(),
		pair.publicKey,
		api.registry.createType('AccountId', account).toU8a(),
	);
}

/**
 * The same with one bit wrong in the signature of the ticket.
 * @param {Client} api
 * @param {number} owner
 * @param {string} code
 * @param {KeyringPair} account
 */
export function forgedClaim(api, owner, code, account) {
	const pair = ticketPair(code);
	const message = claimMessage(api, owner, pair, account.address);
	const signature = pair.sign(message);
	signature[7] ^= 1;
	return claimSigned(api, owner, pair, account, signature, account.sign(message));
}

/**
 * The hash under which the chain remembers a general transaction.
 * @param {Client} api
 * @param {Decoded} call
 */
export function generalHash(api, call) {
	return api.registry.hash(general(api, call).toU8a()).toHex();
}
