// SPDX-License-Identifier: Apache-2.0

// How much memory a live chain's lone validator takes, idle, under as many subscriptions and reads as it admits, and
// after them; and how far finality is behind meanwhile. With the default trie cache and with the SDK's of 1 GiB. Machines
// differ, so the ratios within a run are what counts.
// node e2e/bench/memory.js FOLDER, where FOLDER has 1000.csv.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WsProvider } from '@polkadot/api';
import { foundCommunity } from '../support/community.js';

const IDLE = 60_000;
const FLOOD = 90_000;
const REST = 60_000;
/** What `node/src/doors/limits.rs` admits, but for a few connections that measure. */
const CONNECTIONS = 90;
const SUBSCRIPTIONS = 32;

const folder = process.argv[2];
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The memory of a process that is its own, and all of it with the pages of mapped files, in MB.
 * @param {number} pid
 */
function memory(pid) {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const of = (/** @type {string} */ name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
	return { own: of('RssAnon'), all: of('VmRSS') };
}

/**
 * Notes when each block was seen as the best and when as final. `lag` returns the mean time between, in s, since the last
 * call; a block that is not final yet counts with its age.
 * @param {WsProvider} provider
 */
async function watchFinality(provider) {
	/** @type {Map<number, number>} */
	const open = new Map();
	/** @type {number[]} */
	let lags = [];
	await provider.subscribe('chain_newHead', 'chain_subscribeNewHeads', [], (_, { number }) => {
		open.set(Number(number), performance.now());
	});
	await provider.subscribe('chain_finalizedHead', 'chain_subscribeFinalizedHeads', [], (_, { number }) => {
		for (const [block, seen] of open) {
			if (block <= Number(number)) {
				lags.push(performance.now() - seen);
				open.delete(block);
			}
		}
	});
	return () => {
		const all = [...lags, ...[...open.values()].map((seen) => performance.now() - seen)];
		lags = [];
		return all.reduce((sum, lag) => sum + lag, 0) / all.length / 1_000;
	};
}

/**
 * Takes every subscription that the node admits, and reads state on each connection until told to stop.
 * @param {string} url
 */
async function flood(url) {
	const providers = await Promise.all(
		Array.from({ length: CONNECTIONS }, async () => {
			const provider = new WsProvider(url, false, {}, 60_000);
			await provider.connect();
			await provider.isReady;
			return provider;
		}),
	);
	let reads = 0;
	let going = true;
	const work = providers.map(async (provider, index) => {
		for (let count = 0; count < SUBSCRIPTIONS; count += 1) {
			await provider.subscribe('chain_newHead', 'chain_subscribeNewHeads', [], () => {});
		}
		let last = null;
		while (going) {
			const keys = await provider.send('state_getKeysPaged', ['0x', 200, last]);
			last = keys.length < 200 ? null : keys[keys.length - 1];
			await provider.send('state_queryStorageAt', [keys]);
			if (index % 10 === 0) {
				await provider.send('state_call', ['Metadata_metadata', '0x']);
			}
			reads += keys.length;
		}
	});
	return async () => {
		going = false;
		await Promise.all(work);
		await Promise.all(providers.map((provider) => provider.disconnect()));
		return reads;
	};
}

/** @param {string[]} options */
async function measure(...options) {
	const community = await foundCommunity(join(folder, '1000.csv'), 'Bench memory');
	const keys = join(community.folder, 'keys');
	const node = await community.start(
		...[
			'--validator',
			'--keystore-path',
			join(keys, 'keystore'),
			'--node-key-file',
			join(keys, 'node-key'),
			...options,
		],
	);
	try {
		const watcher = new WsProvider(node.url, false);
		await watcher.connect();
		await watcher.isReady;
		const lag = await watchFinality(watcher);
		await wait(IDLE);
		const idle = { ...memory(node.pid), lag: lag() };

		const end = await flood(node.url);
		let peak = memory(node.pid);
		for (const until = performance.now() + FLOOD; performance.now() < until; await wait(1_000)) {
			const now = memory(node.pid);
			peak = { own: Math.max(peak.own, now.own), all: Math.max(peak.all, now.all) };
		}
		const flooded = { ...peak, lag: lag() };
		const reads = await end();
		await wait(REST);
		const after = memory(node.pid);
		await watcher.disconnect();

		const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;
		return {
			options: options.join(' ') || 'default',
			'items read': reads,
			'idle, own (MB)': Math.round(idle.own),
			'idle, all (MB)': Math.round(idle.all),
			'flooded / idle': round(flooded.own / idle.own),
			'after / idle': round(after.own / idle.own),
			'finality lag, idle (s)': round(idle.lag),
			'flooded / idle lag': round(flooded.lag / idle.lag),
		};
	} finally {
		await node.stop();
	}
}

const rows = [await measure(), await measure('--trie-cache-size', String(1024 ** 3))];
for (const row of rows) {
	console.table(row);
}
const [own, sdk] = rows.map((row) => Number(row['idle, own (MB)']) * Number(row['flooded / idle']));
console.log(`Flooded, the default takes ${(own / sdk).toFixed(2)} times what a trie cache of 1 GiB does.`);
process.exit(0);
