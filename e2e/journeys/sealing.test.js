// SPDX-License-Identifier: Apache-2.0

// Blocks without a clock: made when a transaction arrives or at an interval, and never on a chain that others rely on.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { newBlock, now, timeTravel } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { runNode, startNode, temporaryFolder } from '../support/node.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import { readBlock, send } from '../support/transactions.js';

/** The development chain, put together once for both nodes. */
const spec = join(temporaryFolder('sealing'), 'chain-spec-raw.json');

before(async () => {
	const made = await runNode('export-chain-spec', '--chain', 'dev', '--raw', '--output', spec);
	assert.equal(made.status, 0, made.stderr);
});

const startSealing = (mode) => startNode('--chain', spec, '--tmp', '--sealing', mode);

const height = async (api) => (await api.rpc.chain.getHeader()).number.toNumber();

/** The hashes of the transactions in the blocks from one number to another. */
async function hashesIn(api, from, to) {
	const hashes = [];
	for (let number = from; number <= to; number += 1) {
		const { transactions } = await readBlock(api, await api.rpc.chain.getBlockHash(number));
		hashes.push(...transactions.filter(({ call }) => call === 'system.remark').map(({ hash }) => hash));
	}
	return hashes;
}

/** The chain's clock in the blocks from one number to another. Genesis has none: it says 0. */
async function timesOf(api, from, to) {
	const times = [];
	for (let number = from; number <= to; number += 1) {
		times.push(await now(await api.at(await api.rpc.chain.getBlockHash(number))));
	}
	return times;
}

/** Waits until a block, from the present one on, makes `check(number)` give something other than null. Returns that. */
function untilBlock(api, check) {
	return new Promise((resolve, reject) => {
		const unsubscribe = api.rpc.chain.subscribeNewHeads(async ({ number }) => {
			try {
				const found = await check(number.toNumber());
				if (found !== null) {
					resolve(found);
					(await unsubscribe)();
				}
			} catch (error) {
				reject(error);
			}
		});
		unsubscribe.catch(reject);
	});
}

/** Waits until these transactions are in blocks after the given one. Returns the number of the last block. */
function included(api, wanted, from) {
	return untilBlock(api, async (last) => {
		const found = await hashesIn(api, from + 1, last);
		assert.equal(new Set(found).size, found.length, 'a transaction is in two blocks');
		return wanted.every((hash) => found.includes(hash)) ? last : null;
	});
}

/**
 * The number of the next block and its remarks, made by request. Requests take their turn with what else makes blocks, so
 * had anything made one before, the number would be higher.
 */
async function nextByRequest(api) {
	const { number } = await api.rpc.chain.getHeader(await newBlock(api));
	return { number: number.toNumber(), remarks: await hashesIn(api, number.toNumber(), number.toNumber()) };
}

/** What every mode has: blocks on request, of the time that is asked for. */
function answersRequests(client) {
	test('blocks are made on request too, at the time that is asked for', async () => {
		const api = client();
		const { methods } = await api.rpc.rpc.methods();
		const names = methods.map(String);
		assert.ok(names.includes('dev_newBlock') && names.includes('dev_timeTravel'));
		const month = (await now(api)) + 31 * 86_400_000;
		const from = await height(api);
		assert.equal(await timeTravel(api, month), month);
		const hash = await newBlock(api, 2);
		const { number } = await api.rpc.chain.getHeader(hash);
		assert.ok(number.toNumber() >= from + 2);
		const times = await timesOf(api, from, number.toNumber());
		assert.ok(times.includes(month), `${times} without ${month}`);
		await assert.rejects(timeTravel(api, month - 1), /-32602/);
	});
}

describe('--sealing instant', { timeout: 60_000 }, () => {
	let node;
	let api;
	let alice;

	before(async () => {
		node = await startSealing('instant');
		api = await node.connect();
		alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
	});

	after(() => node?.stop());

	test('without a transaction there is no block', async () => {
		assert.deepEqual(await nextByRequest(api), { number: 1, remarks: [] });
	});

	test('a transaction makes one block, final at once', async () => {
		const from = await height(api);
		const hash = await send(api, alice, api.tx.system.remark('0x01'));
		assert.equal(await included(api, [hash], from), from + 1);
		const final = await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead());
		assert.equal(final.number.toNumber(), from + 1);
		assert.deepEqual(await nextByRequest(api), { number: from + 2, remarks: [] });
	});

	test('many at once are all taken in', async () => {
		const from = await height(api);
		const keyring = new Keyring({ type: 'sr25519' });
		const signers = ['//Alice', '//Bob', '//Charlie', '//Dave'].map((uri) => keyring.addFromUri(uri));
		// Each signer's in their order: the pool may drop a transaction that waits for another when a block becomes final.
		const sent = await Promise.all(
			signers.map(async (signer) => {
				const nonce = (await api.query.system.account(signer.address)).nonce.toNumber();
				const hashes = [];
				for (let index = 0; index < 5; index += 1) {
					const signed = await api.tx.system.remark([index]).signAsync(signer, { nonce: nonce + index });
					await api.rpc.author.submitExtrinsic(signed);
					hashes.push(signed.hash.toHex());
				}
				return hashes;
			}),
		);
		await included(api, sent.flat(), from);
		assert.equal((await api.rpc.author.pendingExtrinsics()).length, 0);
	});

	test('one that has to wait for another makes no block until that arrives', async () => {
		const from = await height(api);
		const nonce = (await api.rpc.system.accountNextIndex(alice.address)).toNumber();
		const [first, second] = await Promise.all(
			[nonce, nonce + 1].map((value) => api.tx.system.remark([value]).signAsync(alice, { nonce: value })),
		);
		await api.rpc.author.submitExtrinsic(second);
		// A block that is asked for leaves it waiting, and is the only one.
		assert.deepEqual(await nextByRequest(api), { number: from + 1, remarks: [] });
		await api.rpc.author.submitExtrinsic(first);
		await included(api, [first.hash.toHex(), second.hash.toHex()], from);
	});

	answersRequests(() => api);
});

describe('--sealing interval=200', { timeout: 60_000 }, () => {
	let node;
	let api;

	before(async () => {
		node = await startSealing('interval=200');
		api = await node.connect();
	});

	after(() => node?.stop());

	test('blocks come by themselves, not faster, each a slot later', async () => {
		const began = Date.now();
		const from = await height(api);
		await untilBlock(api, (number) => (number >= from + 10 ? number : null));
		// Ten blocks are at least nine pauses. A slow machine makes it more, never less.
		const took = Date.now() - began;
		assert.ok(took >= 9 * 200 - 50, `ten blocks took ${took} ms`);
		const slot = (await api.call.auraApi.slotDuration()).toNumber();
		const times = await timesOf(api, from, from + 10);
		assert.ok(
			times.every((time, index) => index === 0 || time - times[index - 1] >= slot),
			`${times}`,
		);
	});

	test('a transaction waits for the next one', async () => {
		const alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
		const from = await height(api);
		const hash = await send(api, alice, api.tx.system.remark('0x02'));
		await included(api, [hash], from);
	});

	answersRequests(() => api);
});

describe('where blocks are made by validators', { timeout: 60_000 }, () => {
	test('a live chain refuses --sealing', async () => {
		const { folder } = await foundCommunity(SAMPLE_ROSTER, 'Live');
		const spec = join(folder, 'chain-spec-raw.json');
		for (const mode of ['manual', 'instant', 'interval=200']) {
			const { status, stdout, stderr } = await runNode(
				...[
					'--chain',
					spec,
					'--base-path',
					temporaryFolder('live'),
					'--sealing',
					mode,
					'--port',
					'0',
					'--rpc-port',
					'0',
				],
			);
			assert.equal(status, 1, stderr);
			assert.equal(stdout, '');
			assert.equal(
				stderr,
				`error: Invalid input: \`--sealing ${mode}\` is for development. This chain is a live one: its blocks are made by ` +
					'its validators. Leave the option out, or use a development chain (`--dev`).\n',
			);
		}
	});

	test('a mode that does not exist is refused before anything starts', async () => {
		/** @type {[string, RegExp][]} */
		const cases = [
			['sometimes', /expected manual, instant or interval=MS/],
			['interval=0', /from 1 to 86400000/],
		];
		for (const [mode, message] of cases) {
			const { status, stderr } = await runNode('--dev', '--sealing', mode);
			assert.equal(status, 2, stderr);
			assert.match(stderr, message);
		}
	});
});
