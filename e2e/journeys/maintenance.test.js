// What recovery relies on: with the node stopped, its commands save the chain to a file, delete the database, and bring the
// same chain back. The chain is one that Aura and GRANDPA make: blocks of `--sealing` carry no seal and cannot be imported.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { newBlock } from '../support/clock.js';
import { claim, foundCommunity } from '../support/community.js';
import { submitGeneral } from '../support/general.js';
import { startNode, temporaryFolder } from '../support/node.js';
import { runOn } from '../support/maintenance.js';
import { SAMPLE_ROSTER } from '../support/paths.js';

/** The owner whose household joins before the node stops. */
const OWNER = 0;

/** Waits until a header that `read` returns has at least this number; returns it. */
async function reached(read, number) {
	for (;;) {
		const header = await read();
		if (header.number.toNumber() >= number) {
			return header;
		}
		await sleep(250);
	}
}

describe('the maintenance of a chain', { timeout: 180_000 }, () => {
	const folder = temporaryFolder('maintenance');
	const backup = join(folder, 'blocks.bin');
	let community;
	let spec;
	let household;
	let node;
	/** The database before anything happens to it. */
	let whole;
	/** The state of the last block, as a chain specification. */
	let state;

	const data = join(folder, 'data');
	const start = () =>
		startNode(
			...['--chain', spec, '--base-path', data, '--validator'],
			...['--keystore-path', join(community.folder, 'keys', 'keystore')],
			...['--node-key-file', join(community.folder, 'keys', 'node-key')],
		);
	const run = (command, ...args) => runOn({ spec, data }, command, ...args);
	const info = async () => JSON.parse((await run('chain-info')).stdout);
	const actsFor = async (api) => (await api.call.registryApi.owner(OWNER)).unwrap().account;

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Backup', '--trial');
		spec = join(community.folder, 'chain-spec-raw.json');
		node = await start();
		const api = await node.connect();
		household = new Keyring({ type: 'sr25519' }).addFromUri('//household').address;
		await submitGeneral(api, claim(api, OWNER, community.code(OWNER), household));
		await reached(() => api.rpc.chain.getHeader(), 3);
		await reached(async () => api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead()), 1);
		assert.equal((await actsFor(api)).toString(), household);
	});

	after(() => node?.stop());

	test('the database is not read while the node runs', async () => {
		for (const args of [['chain-info'], ['export-blocks', backup]]) {
			const { stderr } = await run.failing(...args);
			assert.match(stderr, /Database file is in use/);
		}
		assert.equal(existsSync(backup), false);
	});

	test('chain-info says what the node said', async () => {
		const api = await node.connect();
		const genesis = api.genesisHash.toHex();
		const last = await api.rpc.chain.getHeader();
		await node.stop();
		whole = await info();
		assert.equal(whole.genesis_hash, genesis);
		// A block may have come between the question and the end.
		assert.ok(whole.best_number >= last.number.toNumber());
		assert.ok(whole.finalized_number >= 1 && whole.finalized_number < whole.best_number);
		state = (await run('export-state')).stdout;
		assert.equal(JSON.parse(state).id, JSON.parse(readFileSync(spec, 'utf8')).id);
	});
});
