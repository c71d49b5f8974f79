// SPDX-License-Identifier: Apache-2.0

// Starts and stops the real node.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { NODE } from './paths.js';

const START_TIMEOUT = 90_000;

/**
 * A folder that is gone when the process ends.
 * @param {string} name
 */
export function temporaryFolder(name) {
	const folder = mkdtempSync(join(tmpdir(), `linli-${name}-`));
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/**
 * Starts the node with the given arguments on ports that the system picks, but for a given `--port`, and waits until its
 * RPC answers. It serves metrics if they have `--prometheus-port`. Returns `{ url, pid, output, connect, stop, kill }`.
 * @param {string[]} args
 */
export async function startNode(...args) {
	if (!existsSync(NODE)) {
		throw new Error(`${NODE} is missing: build it with "cargo build --release -p linli-node"`);
	}
	const port = args.includes('--port') ? [] : ['--port', '0'];
	const metrics = args.includes('--prometheus-port') ? [] : ['--no-prometheus'];
	const fixed = [...port, '--rpc-port', '0', ...metrics, '--no-mdns', '--no-telemetry'];
	const child = spawn(NODE, [...args, ...fixed], { stdio: ['ignore', 'pipe', 'pipe'] });
	/** @type {string[]} */
	const output = [];
	const killWithUs = () => child.kill('SIGKILL');
	process.on('exit', killWithUs);

	const ended = new Promise((resolve) => {
		child.once('exit', (code, signal) => {
			process.off('exit', killWithUs);
			resolve({ code, signal });
		});
	});
	const url = await new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			child.kill('SIGKILL');
			reject(new Error(`the node did not start in time:\n${output.join('')}`));
		}, START_TIMEOUT);
		const read = (/** @type {Buffer} */ chunk) => {
			output.push(chunk.toString());
			const found = /Running JSON-RPC server: addr=127\.0\.0\.1:(\d+)/.exec(output.join(''));
			if (found) {
				clearTimeout(timer);
				resolve(`ws://127.0.0.1:${found[1]}`);
			}
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('exit', (code) => {
			clearTimeout(timer);
			reject(new Error(`the node ended with status ${code}:\n${output.join('')}`));
		});
	});

	/** @type {import('@polkadot/api').ApiPromise[]} */
	const clients = [];
	const end = async (/** @type {'SIGTERM' | 'SIGKILL'} */ signal) => {
		for (const api of clients.splice(0)) {
			await api.disconnect().catch(() => {});
		}
		child.kill(signal);
		return ended;
	};
	return {
		url,
		pid: Number(child.pid),
		output: () => output.join(''),
		/**
		 * A client of this node, closed with it.
		 * @returns {Promise<import('@linli/command/node.js').Client>}
		 */
		async connect() {
			const api = await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
			clients.push(api);
			return /** @type {any} */ (api);
		},
		/** Asks the node to end, as Ctrl+C does. */
		stop: () => end('SIGTERM'),
		/** Ends the node without giving it a chance to tidy up. */
		kill: () => end('SIGKILL'),
	};
}

/**
 * Runs a subcommand of the node to its end. Returns `{ status, stdout, stderr }`.
 * @param {string[]} args
 */
export function runNode(...args) {
	return runNodeIn({}, ...args);
}

/**
 * The same with other variables, such as those of the locale.
 * @param {Record<string, string>} variables
 * @param {string[]} args
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
export function runNodeIn(variables, ...args) {
	return new Promise((resolve, reject) => {
		const child = spawn(NODE, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...variables } });
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (chunk) => (stdout += chunk));
		child.stderr.on('data', (chunk) => (stderr += chunk));
		child.once('error', reject);
		child.once('close', (status) => resolve({ status, stdout, stderr }));
	});
}
