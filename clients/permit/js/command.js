#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The command line for permits: generate keys, sign, verify, prove possession. Needs no node: the signer has looked up
// the booking.

import { readFile } from 'node:fs/promises';
import { parseTime } from '@linli/command/calendar.js';
import { main } from '@linli/command/command.js';
import { writeWhole } from '@linli/command/file.js';
import { decodeAddress } from '@polkadot/util-crypto';
import { makeKey, readKey } from './keys.js';
import { BEARER, prove, publicKey, read, seal, verify } from './permit.js';

/** @typedef {import('@linli/command/command.js').Option} Option */

const KEY = /^(0x)?[0-9a-f]{64}$/i;

/** @type {Record<string, Option>} */
const PLACE = {
	chain: { value: 'HASH', says: "hash of the community's genesis block", required: true, pattern: KEY },
	resource: { value: 'ID', says: 'id of the resource on the chain', required: true, pattern: /^\d{1,10}$/ },
};

/** @type {Option} */
const CHALLENGE = { value: 'HEX', says: "the device's challenge, 32 bytes", pattern: KEY };

/** @type {Record<string, string>} */
const REFUSALS = {
	Malformed: 'not a permit, incomplete, or valid at no moment',
	WrongVersion: 'its version is not supported',
	WrongChain: 'it is for another chain',
	OtherResource: 'it is for another resource',
	BadSignature: 'the issuer did not sign it',
	NotYet: 'it is not valid yet',
	Over: 'the time of use is over',
	Expired: 'it has expired',
	Bearer: 'its possession cannot be proved: it names no holder',
	NotHolder: 'the proof is not signed by its holder',
};

/** @param {string} text */
const bytes = (text) => Buffer.from(text.replace(/^0x/i, ''), 'hex');

/** @param {string} text */
const moment = (text) => BigInt(parseTime(text));

/** @param {string} text */
function account(text) {
	if (KEY.test(text)) {
		return bytes(text);
	}
	try {
		return decodeAddress(text);
	} catch {
		throw new Error(`"${text}" is not an account: pass its address, or its key of 32 bytes in hex`);
	}
}

/** @param {string} file */
async function readPermit(file) {
	const text = (await readFile(file, 'utf8')).trim();
	if (!/^(0x)?([0-9a-f]{2})*$/i.test(text)) {
		throw new Error(`${file} is not in hex`);
	}
	return bytes(text);
}

/** @type {import('@linli/command/command.js').Command} */
const key = {
	says: 'Generates a secret key in a new file readable by its owner only, and prints its public key.',
	options: { out: { value: 'FILE', says: 'file to write', required: true } },
	example: '--out issuer.key',
	statuses: ['the key was written', 'never'],
	async run({ values: { out } }) {
		console.log(Buffer.from(publicKey(await makeKey(out))).toString('hex'));
		return 0;
	},
};

/** @type {import('@linli/command/command.js').Command} */
const sign = {
	says: 'Signs a permit for a booking that the signer has looked up on the chain, and prints it in hex for a QR code.',
	options: {
		key: { value: 'FILE', says: "the issuer's secret key, readable by its owner only", required: true },
		...PLACE,
		booking: { value: 'ID', says: 'id of the booking on the chain', required: true, pattern: /^\d{1,20}$/ },
		account: { value: 'ADDRESS', says: 'the account that booked', required: true },
		holder: { value: 'KEY', says: 'public key that proves possession; without it, a bearer permit', pattern: KEY },
		from: { value: 'TIME', says: 'first moment of use, e.g. 2026-11-30T18:00:00+08:00', required: true },
		until: { value: 'TIME', says: 'first moment after the use', required: true },
		issued: { value: 'TIME', says: 'not valid before; by default now' },
		expires: { value: 'TIME', says: 'not valid from then on; by default the end of the use' },
		out: { value: 'FILE', says: 'file to write instead of standard output' },
	},
	statuses: ['signed', 'never'],
	async run({ values }) {
		const permit = {
			chain: bytes(values.chain),
			resource: Number(values.resource),
			booking: BigInt(values.booking),
			account: account(values.account),
			holder: values.holder ? bytes(values.holder) : BEARER,
			from: moment(values.from),
			until: moment(values.until),
			issued: values.issued ? moment(values.issued) : BigInt(Date.now()),
			expires: moment(values.expires ?? values.until),
		};
		const signed = `${seal(permit, await readKey(values.key)).toString('hex')}\n`;
		if (values.out) {
			await writeWhole(values.out, signed);
		} else {
			process.stdout.write(signed);
		}
		return 0;
	},
};

/** @type {import('@linli/command/command.js').Command} */
const check = {
	says: 'Answers like a device that is shown the permit in FILE: Open, or the reason for refusing it.',
	operands: ['FILE'],
	options: {
		issuer: { value: 'KEY', says: "the issuer's public key", required: true, pattern: KEY },
		...PLACE,
		now: { value: 'TIME', says: 'the time of the check; by default now' },
		tolerance: { value: 'MS', says: "tolerance for the device's clock", default: '0', pattern: /^\d{1,9}$/ },
		challenge: CHALLENGE,
		proof: { value: 'HEX', says: "the holder's answer to it, 64 bytes", pattern: /^(0x)?[0-9a-f]{128}$/i },
	},
	statuses: ['open', 'refused'],
	async run({ values, operands: [file] }) {
		const { challenge, proof } = values;
		if ((challenge === undefined) !== (proof === undefined)) {
			throw new Error('--challenge and --proof must be given together');
		}
		const device = {
			chain: bytes(values.chain),
			resource: Number(values.resource),
			issuer: bytes(values.issuer),
			tolerance: BigInt(values.tolerance),
		};
		const now = values.now ? moment(values.now) : BigInt(Date.now());
		const possession = proof ? { challenge: bytes(challenge), proof: bytes(proof) } : undefined;
		const answer = verify(device, await readPermit(file), now, possession);
		console.log(answer === 'Open' ? answer : `${answer}: ${REFUSALS[answer]}`);
		return answer === 'Open' ? 0 : 1;
	},
};

/** @type {import('@linli/command/command.js').Command} */
const proveCommand = {
	says: "Signs a device's challenge as the holder of the permit in FILE, and prints the proof in hex.",
	operands: ['FILE'],
	options: {
		key: { value: 'FILE', says: "the holder's secret key, readable by its owner only", required: true },
		challenge: { ...CHALLENGE, required: true },
	},
	statuses: ['signed', 'never'],
	async run({ values, operands: [file] }) {
		const found = read(await readPermit(file));
		if (found.refused) {
			throw new Error(`${file}: ${REFUSALS[found.refused]}`);
		}
		const proof = prove(found.permit, bytes(values.challenge), await readKey(values.key));
		console.log(Buffer.from(proof).toString('hex'));
		return 0;
	},
};

await main({
	name: 'linli-permit',
	says: 'Permits for locks, gates and chargers: generates keys, signs, verifies, proves possession. Needs no node.',
	commands: { key, sign, verify: check, prove: proveCommand },
});
