// SPDX-License-Identifier: Apache-2.0

// Two validators on one machine, started as the node's own help says, and what a node says when it cannot work.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { foundCommunity } from '../support/community.js';
import { runNode, temporaryFolder } from '../support/node.js';
import { NODE, SAMPLE_ROSTER } from '../support/paths.js';

/**
 * A running node whose log is read.
 * @param {string[]} args
 * @param {string} folder
 */
function follow(args, folder) {
	const child = spawn(NODE, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
	let log = '';
	/** @type {Set<() => void>} */
	const waiting = new Set();
	const wake = () => {
		for (const check of waiting) {
			check();
		}
	};
	child.stderr.on('data', (chunk) => {
		log += chunk;
		wake();
	});
	const ended = new Promise((resolve) => child.once('close', resolve));
	let over = false;
	ended.then(() => {
		over = true;
		wake();
	});
	const killWithUs = () => child.kill('SIGKILL');
	process.on('exit', killWithUs);
	return {
		log: () => log,
		/**
		 * Waits until the log has this.
		 * @param {RegExp} pattern
		 * @returns {Promise<RegExpExecArray>}
		 */
		says: (pattern) =>
			new Promise((resolve, reject) => {
				const check = () => {
					const found = pattern.exec(log);
					if (found || over) {
						waiting.delete(check);
						found ? resolve(found) : reject(new Error(`the node ended without saying ${pattern}:\n${log}`));
					}
				};
				waiting.add(check);
				check();
			}),
		/** @returns {Promise<unknown>} */
		async stop() {
			process.off('exit', killWithUs);
			child.kill('SIGTERM');
			return ended;
		},
	};
}

const PORTS = ['--port', '0', '--rpc-port', '0', '--no-mdns'];

describe('two validators on one machine', { timeout: 240_000 }, () => {
	/** @type {ReturnType<typeof follow>[]} */
	const nodes = [];
	/** @type {ApiPromise} */
	let api;

	before(async () => {
		const { stdout } = await runNode('--help');
		// The lines are wrapped at the terminal's width.
		const examples = stdout.slice(stdout.indexOf('Examples:'), stdout.indexOf('Ports:')).replace(/\s+/g, ' ');
		const commands = [...examples.matchAll(/linli-node (--chain local --(?:alice|bob)(?: --[a-z-]+ [^ -][^ ]*)*)/g)];
		assert.equal(commands.length, 2, examples);
		const folder = temporaryFolder('two');
		for (const [, args] of commands) {
			nodes.push(follow(args.split(' '), folder));
		}
		await Promise.all(nodes.map((node) => node.says(/Running JSON-RPC server/)));
		api = await ApiPromise.create({ provider: new WsProvider('ws://127.0.0.1:9945'), noInitWarn: true });
	});

	after(async () => {
		await api?.disconnect();
		await Promise.all(nodes.map((node) => node.stop()));
	});

	test('they find each other without being told', async () => {
		await Promise.all(nodes.map((node) => node.says(/\(1 peers\)/)));
	});

	test('both make blocks, and the blocks become final', async () => {
		const authorities = await api.query.aura.authorities();
		assert.ok(/** @type {any} */ (authorities).length >= 2);
		const authors = new Set();
		await new Promise((/** @type {(value?: undefined) => void} */ resolve, reject) => {
			api.derive.chain
				.subscribeFinalizedHeads((header) => {
					const [digest] = header.digest.logs.filter((log) => log.isPreRuntime);
					if (digest === undefined) {
						return; // The genesis block has no author.
					}
					const [, slot] = digest.asPreRuntime;
					authors.add(slot.toU8a(true)[0] % /** @type {any} */ (authorities).length);
					if (authors.size >= 2) {
						resolve();
					}
				})
				.catch(reject);
		});
	});

	test('the first lines name chain, genesis and role', async () => {
		const genesis = api.genesisHash.toHex();
		for (const node of nodes) {
			assert.match(node.log(), new RegExp(`Chain: Linli local testnet \\(id linli_local\\), genesis ${genesis}`));
			assert.match(node.log(), /Role: validator, signing with the keys in /);
		}
	});

	test('neither has anything to complain of', () => {
		for (const node of nodes) {
			assert.doesNotMatch(node.log(), /cannot make blocks|cannot vote|has no peers|clock is|nearly full/);
		}
	});
});

describe('a node that cannot work says so', { timeout: 240_000 }, () => {
	/** @type {import('../support/community.js').Community} */
	let community;
	/** @type {string} */
	let spec;
	/** @type {string[]} */
	let validator;

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Willow Court');
		spec = join(community.folder, 'chain-spec-raw.json');
		validator = ['--chain', spec, '--validator', '--node-key-file', join(community.folder, 'keys', 'node-key')];
	});

	test('an empty keystore: with the keys of the set, in the log and in the metrics', async () => {
		const empty = temporaryFolder('keystore');
		const metrics = 39_615;
		const node = follow(
			[...validator, '--keystore-path', empty, '--base-path', temporaryFolder('data'), ...PORTS].concat(
				'--prometheus-port',
				`${metrics}`,
			),
			empty,
		);
		const [sentence] = await node.says(/This validator cannot make blocks.*/);
		assert.ok(sentence.includes(empty) && /0x[0-9a-f]{6}…[0-9a-f]{4}/.test(sentence), sentence);
		assert.match(sentence, /--keystore-path/);
		const page = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
		assert.match(page, /^linli_trouble\{.*kind="no_key".*\} 1$/m);
		assert.match(page, /^linli_trouble\{.*kind="clock".*\} 0$/m);
		await node.stop();
	});

	test("another community's keystore", async () => {
		const other = await foundCommunity(SAMPLE_ROSTER, 'Poplar Court');
		const keys = join(other.folder, 'keys', 'keystore');
		const args = [...validator, '--keystore-path', keys, '--base-path', temporaryFolder('data'), '--no-prometheus'];
		const node = follow([...args, ...PORTS], keys);
		const [sentence] = await node.says(/This validator cannot make blocks.*/);
		assert.match(sentence, /another community's/);
		await node.stop();
	});

	test('a mistyped keystore ends the start, and is not created', async () => {
		const base = temporaryFolder('data');
		const { status, stderr } = await runNode(...validator, '--keystore-path', join(base, 'keystroe'), '--tmp');
		assert.equal(status, 1, stderr);
		assert.match(stderr, /^error: .*--keystore-path: there is no folder .*keystroe/m);
	});

	test("another chain's database ends the start", async () => {
		const data = temporaryFolder('data');
		const args = ['--base-path', data, '--no-prometheus', ...PORTS];
		const first = follow(['--chain', spec, ...args], data);
		await first.says(/Running JSON-RPC server/);
		await first.stop();
		// The same name gives the same id, and so the same folder.
		const again = await foundCommunity(SAMPLE_ROSTER, 'Willow Court');
		const { status, stderr } = await runNode('--chain', join(again.folder, 'chain-spec-raw.json'), ...args);
		assert.equal(status, 1, stderr);
		assert.match(stderr, /^error: .*another chain's: it begins with 0x[0-9a-f]{64}.*purge-chain/m);
	});

	test('a full disk ends the start', async () => {
		const data = temporaryFolder('data');
		mkdirSync(data, { recursive: true });
		const args = ['--chain', spec, '--base-path', data, '--no-prometheus', ...PORTS];
		const { status, stderr } = await runNode(...args, '--min-free-disk', '1000000000');
		assert.equal(status, 1, stderr);
		assert.match(stderr, /^error: .*is full: \d+ MiB are free and this node needs 1000000000/m);
		rmSync(data, { recursive: true, force: true });
	});

	test('nobody where boot nodes are named, after a minute', async () => {
		const data = temporaryFolder('data');
		const nobody = '/ip4/127.0.0.1/tcp/9/p2p/12D3KooWEBo1HUPQJwiBmM5kSeg4XgiVxEArArQdDarYEsGxMfbS';
		const args = ['--chain', spec, '--base-path', data, '--no-prometheus', '--bootnodes', nobody];
		const node = follow([...args, ...PORTS], data);
		const [sentence] = await node.says(/This node has no peers.*/);
		assert.ok(sentence.includes(nobody), sentence);
		await node.stop();
	});
});
