// SPDX-License-Identifier: Apache-2.0

// The procedures of docs/operators.md, run as they stand there: a validator as a service, backups of its keys and its
// chain, export and import, a new version, and a second machine that takes its place and goes on with the same chain.

import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { foundCommunity } from '../support/community.js';
import { commandsOf, newMachine } from '../support/handbook.js';
import { NODE, SAMPLE_ROSTER } from '../support/paths.js';

const [, SET_UP, ENABLE] = commandsOf('## 6. The validators');
const [WELL, , LOG_LEVELS] = commandsOf('## 10. Looking after it');
const [BACK_UP_KEYS, RESTORE_KEYS] = commandsOf('### Keys: backup and restore');
const [SNAPSHOT, RESTORE_CHAIN, EXPORT] = commandsOf('### Chain: backup, restore, snapshot');
const [, LEAVE, TAKE_OVER] = commandsOf('### Moving a validator');
const [UPGRADE, VERSION] = commandsOf('### A new version of the program');

describe('the handbook', { timeout: 300_000 }, () => {
	/** @type {Awaited<ReturnType<typeof newMachine>>} */
	let old;
	/** @type {Awaited<ReturnType<typeof newMachine>>} */
	let fresh;
	/** A final block, and its hash. */
	let number;
	let hash;

	before(async () => {
		[old, fresh] = await Promise.all([newMachine(), newMachine()]);
	});

	after(() => Promise.all([old?.stop(), fresh?.stop()]));

	test('a validator becomes a service', async () => {
		const { folder } = await foundCommunity(SAMPLE_ROSTER, 'Handbook');
		// As after a first try in this folder.
		mkdirSync(join(folder, 'data'));
		await old.do(SET_UP, folder);
		assert.deepEqual(readdirSync(join(old.srv, 'keys')).sort(), ['keystore', 'node-key']);
		await old.do(ENABLE, folder);
		number = await old.reaches(1);
		hash = await old.hash(number);
	});

	test('it is well', async () => {
		const output = await old.do(WELL);
		assert.match(output, /"isSyncing":false/);
		assert.match(output, /^linli_trouble\{.*kind="no_key".*\} 0$/m);
		assert.match(output, /^substrate_block_height\{.*status="finalized".*\} \d+$/m);
	});

	test('its keys are backed up', async () => {
		const listed = await old.do(BACK_UP_KEYS);
		assert.match(listed, /^keys\/node-key$/m);
		assert.equal(listed.match(/^keys\/keystore\/[0-9a-f]+$/gm)?.length, 2);
	});

	test('a snapshot holds neither keys nor the name in the network', async () => {
		await old.do(SNAPSHOT);
		const listed = await old.do('tar -tzf snapshot.tar.gz');
		assert.match(listed, /paritydb\/.*metadata$/m);
		assert.doesNotMatch(listed, /keystore|network|node-key/);
	});

	test('exported blocks make the same chain', async () => {
		await old.do('systemctl stop linli');
		const output = await old.do(EXPORT);
		assert.match(output, /"best_number": ?\d+/);
		assert.ok(existsSync(join(old.srv, 'data-old')));
		await old.do('systemctl start linli');
		await old.reaches(number + 1);
		assert.equal(await old.hash(number), hash);
	});

	test('a new version of the program takes its place', async () => {
		copyFileSync(NODE, join(old.srv, 'linli-node'));
		await old.do(UPGRADE);
		await old.reaches(number);
		assert.match(await old.do(VERSION), /^substrate_build_info\{.*version="/m);
	});

	test('another machine takes over with keys and chain from the backups', async () => {
		const { status, output } = await old.run(LEAVE);
		// What systemctl says of a service that is off.
		assert.equal(status, 3, output);
		assert.match(output, /^inactive$/m);
		assert.equal(existsSync(join(old.srv, 'keys')), false);

		mkdirSync(fresh.srv, { recursive: true });
		for (const backup of ['keys.tar.gz', 'snapshot.tar.gz']) {
			copyFileSync(join(old.srv, backup), join(fresh.srv, backup));
		}
		await fresh.do(RESTORE_KEYS);
		await fresh.do(RESTORE_CHAIN);
		await fresh.do(TAKE_OVER);
		// It writes the next block itself, since there is nobody else.
		await fresh.reaches(number + 1);
		assert.equal(await fresh.hash(number), hash);
	});

	test('log levels change while it runs, where that was allowed', async () => {
		const refused = await fresh.do(LOG_LEVELS);
		assert.equal(refused.match(/"error"/g)?.length, 2, refused);
		fresh.install('--enable-log-reloading', '--rpc-methods', 'unsafe');
		await fresh.do('systemctl restart linli');
		await fresh.reaches(number);
		const output = await fresh.do(LOG_LEVELS);
		assert.equal(output.match(/"result":null/g)?.length, 2, output);
	});
});
