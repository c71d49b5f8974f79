// SPDX-License-Identifier: Apache-2.0

// smoldot, the light client of browsers, in Node.js and in a browser.

import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { openLightClient } from './browser.js';

/** @typedef {ReturnType<typeof startLightClient>} LightClient */

/**
 * Keeps requests and answers of a light client together. `onMessage` is called with everything it says.
 * @param {(message: any) => void} onMessage
 */
function conversation(onMessage) {
	/** @type {Map<number, (answer: any) => void>} */
	const waiting = new Map();
	/** @type {(error: Error) => void} */
	let fail = () => {};
	/** @type {Promise<never>} */
	const failed = new Promise((_, reject) => {
		fail = reject;
	});
	// Nobody has to wait for it.
	failed.catch(() => {});
	let last = 0;
	return {
		failed,
		fail,
		/** @param {string} text */
		hear(text) {
			const message = JSON.parse(text);
			waiting.get(message.id)?.(message);
			waiting.delete(message.id);
			onMessage(message);
		},
		/**
		 * Calls a method of its JSON-RPC.
		 * @param {(text: string) => void} send
		 * @param {string} method
		 * @param {unknown[]} params
		 */
		async ask(send, method, params) {
			last += 1;
			const id = last;
			const answer = new Promise((resolve) => {
				waiting.set(id, resolve);
			});
			send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
			const { result, error } = await Promise.race([answer, failed]);
			assert.equal(error, undefined, `${method}: ${JSON.stringify(error)}`);
			return result;
		},
	};
}

/**
 * Starts a light client of a chain in a thread, which connects by WebSocket. `ask` calls a method of its JSON-RPC;
 * `onMessage` is called with everything it says; `failed` is rejected should it end.
 * @param {string} chainSpec
 * @param {(message: any) => void} onMessage
 */
export function startLightClient(chainSpec, onMessage) {
	const { failed, fail, hear, ask } = conversation(onMessage);
	const worker = new Worker(new URL('light-client-thread.js', import.meta.url), { workerData: chainSpec });
	worker.on('message', hear);
	worker.once('error', fail);
	return {
		failed,
		/** @type {(method: string, ...params: unknown[]) => Promise<any>} */
		ask: (method, ...params) => ask((text) => worker.postMessage(text), method, params),
		stop: async () => {
			await worker.terminate();
		},
	};
}

/**
 * The same in a browser, which connects by WebRTC.
 * @param {string} browser
 * @param {string} chainSpec
 * @param {(message: any) => void} onMessage
 * @returns {Promise<LightClient>}
 */
export async function startLightClientIn(browser, chainSpec, onMessage) {
	const { failed, fail, hear, ask } = conversation(onMessage);
	const { send, stop } = await openLightClient(browser, chainSpec, hear, fail);
	return { failed, stop, ask: (method, ...params) => ask(send, method, params) };
}
