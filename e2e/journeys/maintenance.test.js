// SPDX-License-Identifier: Apache-2.0

// What recovery relies on: with the node stopped, its commands save the chain to a file, delete the database, and bring the
// same chain back. Aura and GRANDPA make this chain: blocks of `--sealing` cannot be imported, which a test shows.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Keyring } from '@polkadot/api';
import { newBlock } from '../support/clock.js';
import { claim, foundCommunity } from '../support/community.js';
import { submitGeneral } from '../support/general.js';
import { runNode, startNode, temporaryFolder } from '../support/node.js';
import { SAMPLE_ROSTER } from '../support/paths.js';

/** The owner whose household joins before the node stops. */
const OWNER = 0;

/** Waits until the header that `read` returns has at least this number. */
async function reached(read, number) {
	while ((await read()).number.toNumber() < number) {
		await sleep(250);
	}
}

const best = (api) => api.rpc.chain.getHeader();
const final = async (api) => api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead());

describe('the maintenance of a chain', { timeout: 420_000 }, () => {
	const folder = temporaryFolder('maintenance');
	const data = join(folder, 'data');
	const backup = join(folder, 'blocks.bin');
	let community;
	let spec;
	let household;
	let node;
	/** What the database holds before anything happens to it. */
	let whole;
	/** The state of its last block, as a chain specification. */
	let state;

	const startValidator = () =>
		startNode(
			...[
				'--chain',
				spec,
				'--base-path',
				data,
				'--validator',
				'--keystore-path',
				join(community.folder, 'keys', 'keystore'),
			],
			...['--node-key-file', join(community.folder, 'keys', 'node-key')],
		);
	const command = (name, ...args) => runNode(name, '--chain', spec, '--base-path', data, ...args);
	const run = async (...args) => {
		const done = await command(...args);
		assert.equal(done.status, 0, `${args.join(' ')}: ${done.stderr}`);
		assert.doesNotMatch(done.stderr, /Essential task/, args.join(' '));
		return done;
	};
	const refuse = async (message, ...args) => {
		const { status, stderr } = await command(...args);
		assert.equal(status, 1, `${args.join(' ')}: ${stderr}`);
		assert.match(stderr, new RegExp(message, 'm'));
		assert.doesNotMatch(stderr, /Essential task/, args.join(' '));
		return stderr;
	};
	const info = async () => JSON.parse((await run('chain-info')).stdout);
	const assertWhole = async () => {
		const { best_hash, best_number, genesis_hash, finalized_number } = await info();
		assert.deepEqual(
			{ best_hash, best_number, genesis_hash },
			{ best_hash: whole.best_hash, best_number: whole.best_number, genesis_hash: whole.genesis_hash },
		);
		// A file need not carry the proof of the last final block.
		assert.ok(finalized_number <= whole.finalized_number);
		assert.ok((await run('export-state')).stdout === state, 'the state is another');
	};

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Backup', '--trial');
		spec = join(community.folder, 'chain-spec-raw.json');
		node = await startValidator();
		const api = await node.connect();
		const pair = new Keyring({ type: 'sr25519' }).addFromUri('//household');
		household = pair.address;
		await submitGeneral(api, claim(api, OWNER, community.code(OWNER), pair));
	});

	after(() => node?.stop());

	// The next tests have their own databases; meanwhile the validator makes its first blocks.
	test('export-chain-spec gives the same chain again', async () => {
		const raw = readFileSync(spec, 'utf8');
		for (const from of ['chain-spec-raw.json', 'chain-spec.json']) {
			const { status, stdout, stderr } = await runNode(
				...['export-chain-spec', '--raw', '--chain', join(community.folder, from)],
			);
			assert.equal(status, 0, stderr);
			assert.ok(stdout === raw, `${from} makes another chain`);
		}
	});

	test('blocks of --sealing are refused elsewhere', async () => {
		const [here, there] = [join(folder, 'here'), join(folder, 'there')];
		const file = join(folder, 'sealed.bin');
		const sealing = await startNode('--chain', spec, '--base-path', here, '--sealing', 'manual');
		await newBlock(await sealing.connect(), 2);
		await sealing.stop();
		const exported = await runNode('export-blocks', '--chain', spec, '--base-path', here, file);
		assert.equal(exported.status, 0, exported.stderr);
		const imported = await runNode('import-blocks', '--chain', spec, '--base-path', there, file);
		assert.equal(imported.status, 1, imported.stderr);
		assert.match(imported.stderr, /has a bad seal/);
		assert.match(imported.stderr, /^error: .*Stopping after #0 blocks because of an error/m);
	});

	test('a database in use is left alone', async () => {
		await refuse(/^error: .*Database file is in use/, 'export-blocks', backup);
		await refuse(/^error: .*Database file is in use/, 'revert', '1');
		assert.equal(existsSync(backup), false);
	});

	test('chain-info says what the node said', async () => {
		const api = await node.connect();
		await reached(() => best(api), 3);
		await reached(() => final(api), 1);
		assert.equal((await api.call.registryApi.ownerOf(household)).unwrap().toNumber(), OWNER);
		const genesis = api.genesisHash.toHex();
		const [last, lastFinal] = await Promise.all([best(api), final(api)]);
		const hash = last.hash.toHex();
		await node.stop();
		whole = await info();
		assert.equal(whole.genesis_hash, genesis);
		// A block may have come between the question and the end.
		assert.ok(whole.best_number > last.number.toNumber() || whole.best_hash === hash);
		// A lone validator finalises its best block.
		assert.ok(whole.finalized_number >= lastFinal.number.toNumber() && whole.finalized_number <= whole.best_number);
		state = (await run('export-state')).stdout;
		assert.notDeepEqual(JSON.parse(state).genesis, JSON.parse(readFileSync(spec, 'utf8')).genesis);
	});

	// It does not run a block again whose state is still there, so this asks no more.
	test('check-block knows the blocks that there are', async () => {
		await run('check-block', String(whole.best_number));
		await run('check-block', whole.best_hash);
		await refuse(/^error: .*Unknown block/, 'check-block', String(whole.best_number + 1));
	});

	test('export-blocks saves, purge-chain deletes the database and nothing else', async () => {
		const { stderr } = await run('export-blocks', backup);
		assert.match(stderr, new RegExp(`Exporting blocks from #1 to #${whole.best_number}\\b`));
		const keys = readdirSync(join(community.folder, 'keys', 'keystore'));

		const database = join(data, 'chains', 'backup', 'paritydb');
		// Without an answer to its question it does nothing.
		assert.match((await run('purge-chain')).stdout, /Aborted/);
		assert.deepEqual(await info(), whole);
		assert.match((await run('purge-chain', '-y')).stdout, /paritydb" removed/);
		assert.equal(existsSync(database), false);
		assert.ok(existsSync(backup));
		assert.deepEqual(readdirSync(join(community.folder, 'keys', 'keystore')), keys);
		const { best_number, genesis_hash } = await info();
		assert.deepEqual({ best_number, genesis: Number(genesis_hash) }, { best_number: 0, genesis: 0 });
	});

	test('import-blocks brings the same chain and state back', async () => {
		const { stderr } = await run('import-blocks', backup);
		assert.match(stderr, new RegExp(`Imported ${whole.best_number} blocks\\. Best: #${whole.best_number}\\b`));
		await assertWhole();
	});

	test('revert goes back, but never behind what is final', async () => {
		const { finalized_hash, finalized_number } = await info();
		assert.match((await run('revert', '1')).stderr, /Reverted 1 blocks/);
		assert.equal((await info()).best_number, whole.best_number - 1);
		await refuse(/^error: .*Unknown block/, 'check-block', String(whole.best_number));
		await run('revert', '256');
		const back = await info();
		assert.deepEqual([back.best_hash, back.best_number], [finalized_hash, finalized_number]);
	});

	test('a file that was cut off is an error, and the whole one makes up for it', async () => {
		const cut = join(folder, 'cut.bin');
		const content = readFileSync(backup);
		writeFileSync(cut, content.subarray(0, content.length - 10));
		await refuse(new RegExp(`^error: .*Error reading block #${whole.best_number}\\b`), 'import-blocks', cut);
		assert.ok((await info()).best_number < whole.best_number);
		await run('import-blocks', backup);
		await assertWhole();
	});

	test('the validator goes on from there', async () => {
		const { finalized_number } = await info();
		node = await startValidator();
		const api = await node.connect();
		assert.equal((await api.rpc.chain.getBlockHash(whole.best_number)).toHex(), whole.best_hash);
		assert.equal((await api.call.registryApi.ownerOf(household)).unwrap().toNumber(), OWNER);
		await reached(() => best(api), whole.best_number + 1);
		await reached(() => final(api), finalized_number + 1);
		assert.equal((await api.rpc.chain.getBlockHash(whole.best_number)).toHex(), whole.best_hash);
		await node.stop();
	});
});
