// SPDX-License-Identifier: Apache-2.0

// An upgrade that a chain lives through: announced by the bootstrap key, public for a week, authorized and applied, with a
// migration over several blocks while bills fall due. Run by scripts/upgrade.sh, which builds the other runtime.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { blake2AsHex } from '@polkadot/util-crypto';
import { newBlock, now, passTo, timeTravel } from '../support/clock.js';
import { startNode } from '../support/node.js';
import { execute, pick, readBlock, refuse, send } from '../support/transactions.js';

const WEEK = 7 * 86_400_000;

/** The homes of the development chain, each of which gets a bill a month. */
const HOMES = 4;

/**
 * The start of the month after the one of a moment, in UTC+8.
 * @param {number} moment
 */
function nextMonth(moment) {
	const there = new Date(moment + 8 * 3_600_000);
	return Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1) - 8 * 3_600_000;
}

describe('an upgrade with a migration over several blocks', { timeout: 300_000 }, () => {
	const file = process.env.LINLI_NEXT_WASM;
	assert.ok(file, 'LINLI_NEXT_WASM names no Wasm: run scripts/upgrade.sh');
	const code = `0x${readFileSync(file).toString('hex')}`;
	const alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
	const bob = new Keyring({ type: 'sr25519' }).addFromUri('//Bob');
	let node;
	let api;
	/** The start of the month in which the new runtime begins. */
	let month;
	/** The version of the runtime before. The client learns of the new one in its own time. */
	let version;

	before(async () => {
		node = await startNode('--dev', '--sealing', 'manual');
		api = await node.connect();
		version = api.runtimeVersion.specVersion.toNumber();
	});

	after(() => node?.stop());

	test('bills are there to be rewritten', async () => {
		await newBlock(api);
		await passTo(api, nextMonth(await now(api)));
		month = nextMonth(await now(api));
		assert.equal((await api.query.fees.bills.keys()).length, HOMES);
	});

	test('the code is public for a week', async () => {
		await execute(api, alice, api.tx.bootstrap.announceUpgrade(blake2AsHex(code)));
		await refuse(api, bob, api.tx.bootstrap.authorizeUpgrade(), 'bootstrap.NoticeRunning');
		await timeTravel(api, (await now(api)) + WEEK);
		await newBlock(api);
		await execute(api, bob, api.tx.bootstrap.authorizeUpgrade());
	});

	test('anyone applies it, a moment before the next bills are due', async () => {
		await timeTravel(api, month - 12_000);
		const applied = await send(api, bob, api.tx.system.applyAuthorizedUpgrade(code));
		const block = await newBlock(api);
		// The client that saw the code change mixes old and new types in this block.
		api = await node.connect();
		const { transactions } = await readBlock(api, block);
		const found = transactions.find(({ hash }) => hash === applied);
		assert.ok(found && found.error === null);
		assert.equal(pick(found.events, 'system', 'CodeUpdated').length, 1);
	});

	test('while bills are rewritten, blocks hold nothing but the time and transactions are refused', async () => {
		await timeTravel(api, month + 6_000);
		const hashes = [await newBlock(api)];
		assert.ok(api.runtimeVersion.specVersion.toNumber() > version);
		while ((await api.query.migrations.cursor()).isSome) {
			await assert.rejects(send(api, bob, api.tx.system.remark('0x00')), /Custom error: 32/);
			hashes.push(await newBlock(api));
			assert.ok(hashes.length < 100, 'it does not come to an end');
		}
		// A bill per block, and one that finds none.
		assert.equal(hashes.length, HOMES + 1);
		const blocks = await Promise.all(hashes.map((hash) => readBlock(api, hash)));
		const calls = blocks.map(({ transactions }) => transactions.map(({ call }) => call));
		assert.deepEqual(
			calls,
			hashes.map(() => ['timestamp.set']),
		);
		const events = blocks.flatMap((block) => block.events);
		assert.equal(pick(events, 'migrations', 'UpgradeCompleted').length, 1);
		assert.equal(pick(events, 'fees', 'BillIssued').length, 0);
	});

	test('what fell due meanwhile is done once, and the chain goes on', async () => {
		const issued = async (hashes) => {
			const blocks = await Promise.all(hashes.map((hash) => readBlock(api, hash)));
			return pick(
				blocks.flatMap((block) => block.events),
				'fees',
				'BillIssued',
			).length;
		};
		assert.equal(await issued(await passTo(api, month + 3_600_000)), HOMES);
		assert.equal(await issued(await passTo(api, month + 2 * 3_600_000)), 0);
		assert.equal((await api.query.fees.bills.keys()).length, 2 * HOMES);
		await execute(api, bob, api.tx.system.remark('0x00'));
	});
});
