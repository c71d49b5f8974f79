// SPDX-License-Identifier: Apache-2.0

// smoldot, the light client of browsers, in a thread of its own: its timers would keep a test running for a minute after
// its end.

import assert from 'node:assert/strict';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { start } from 'smoldot';

if (!isMainThread && parentPort) {
	const port = parentPort;
	const chain = await start({ logCallback: () => {} }).addChain({ chainSpec: workerData });
	port.on('message', (request) => chain.sendJsonRpc(request));
	for (;;) {
		port.postMessage(await chain.nextJsonRpcResponse());
	}
}

/**
 * Starts a light client of a chain. `ask` calls a method of its JSON-RPC; `onMessage` is called with everything it says.
 * @param {string} chainSpec
 * @param {(message: any) => void} onMessage
 */
export function startLightClient(chainSpec, onMessage) {
	const worker = new Worker(new URL(import.meta.url), { workerData: chainSpec });
	/** @type {Map<number, (answer: any) => void>} */
	const waiting = new Map();
	worker.on('message', (text) => {
		const message = JSON.parse(text);
		waiting.get(message.id)?.(message);
		onMessage(message);
	});
	let id = 0;
	return {
		/** @type {(method: string, ...params: unknown[]) => Promise<any>} */
		async ask(method, ...params) {
			id += 1;
			const answer = new Promise((resolve, reject) => {
				waiting.set(id, resolve);
				worker.once('error', reject);
			});
			worker.postMessage(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
			const { result, error } = await answer;
			assert.equal(error, undefined, `${method}: ${JSON.stringify(error)}`);
			return result;
		},
		stop: () => worker.terminate(),
	};
}
