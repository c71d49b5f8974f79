// SPDX-License-Identifier: Apache-2.0

// What a release promises to owners with hardware wallets: for each of its currencies a chain accepts what such a wallet
// signs, and nothing that was signed over other metadata. The wallet's side is another implementation than the node's.
//
// LINLI_RELEASE=DIR LINLI_NODE=DIR/linli-node node --test release/*.test.js, where scripts/release.sh made DIR.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { hexToU8a, u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import { newBlock } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { SAMPLE_ROSTER } from '../support/paths.js';

const RELEASE = process.env.LINLI_RELEASE;
if (!RELEASE) {
	throw new Error('LINLI_RELEASE is not set; it names the folder that scripts/release.sh made');
}
const runtimes = join(RELEASE, 'runtimes');
const manifest = JSON.parse(readFileSync(join(runtimes, 'manifest.json'), 'utf8'));
const released = manifest.runtimes.filter(({ currency }) => currency !== null);
/** A currency that no release has a runtime for. */
const UNLISTED = 'GBP';

/**
 * Starts a chain with this currency. `sign` makes a free call of the registrar and signs it as a wallet does that checks
 * the metadata hash; it returns the node's refusal, or `undefined` if the transaction is in a block.
 * @param {import('node:test').TestContext} t
 * @param {string} currency
 */
async function chainWith(t, currency) {
	const community = await foundCommunity(SAMPLE_ROSTER, 'Willow Court', '--trial', '--currency', currency);
	const node = await community.start('--sealing', 'manual');
	t.after(() => node.stop());
	const api = await node.connect();
	const { registrar } = community.officers();
	let ticket = 0;
	const sign = async (/** @type {object} */ options) => {
		ticket += 1;
		const identity = `0x${String(ticket).padStart(64, '0')}`;
		const call = api.tx.registry.proposeChange({ RegisterOwner: { kind: 'Person', identity, ticket: null } }, identity);
		const signed = await call.signAsync(registrar, { nonce: -1, ...options });
		const refusal = await api.rpc.author.submitExtrinsic(signed).then(() => undefined, String);
		if (refusal === undefined) {
			const { block } = await api.rpc.chain.getBlock(await newBlock(api));
			assert.ok([...block.extrinsics].some((extrinsic) => extrinsic.hash.eq(signed.hash)));
		}
		return refusal;
	};
	const metadata = (await api.call.metadata.metadataAtVersion(15)).unwrap();
	const [decimals] = api.registry.chainDecimals;
	const digest = (/** @type {string} */ tokenSymbol) =>
		u8aToHex(merkleizeMetadata(hexToU8a(metadata.toHex()), { decimals, tokenSymbol }).digest());
	return { api, sign, digest };
}

describe('a release', { timeout: 600_000 }, () => {
	assert.ok(released.length > 0, 'it has no runtime with a metadata hash');

	test('has the files that its manifest lists', () => {
		for (const { file, bytes, codeHash } of manifest.runtimes) {
			const code = readFileSync(join(runtimes, file));
			assert.equal(code.length, bytes, file);
			assert.equal(blake2AsHex(code), codeHash, file);
		}
		const hashes = manifest.runtimes.map(({ codeHash }) => codeHash);
		assert.equal(new Set(hashes).size, hashes.length, 'two runtimes are the same');
	});

	for (const { currency, codeHash, metadataHash } of released) {
		test(`a hardware wallet signs on a chain with ${currency}`, async (t) => {
			const { api, sign, digest } = await chainWith(t, currency);
			assert.equal(blake2AsHex((await api.rpc.state.getStorage(':code')).toU8a(true)), codeHash);
			assert.deepEqual([...api.registry.chainTokens], [currency]);
			assert.equal(digest(currency), metadataHash, 'node and wallet hash the metadata differently');

			assert.equal(await sign({ mode: 1, metadataHash }), undefined);
			assert.equal(await sign({}), undefined, 'other wallets sign as before');
			assert.match(String(await sign({ mode: 1, metadataHash: digest(UNLISTED) })), /BadProof|bad signature/);
			assert.match(String(await sign({ mode: 0, metadataHash })), /BadProof|bad signature/);
		});
	}

	test('a chain with another currency says that it knows no metadata hash', async (t) => {
		const { sign, digest } = await chainWith(t, UNLISTED);
		assert.match(String(await sign({ mode: 1, metadataHash: digest(UNLISTED) })), /CannotLookup/);
		assert.equal(await sign({}), undefined);
	});
});
