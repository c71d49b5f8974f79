// SPDX-License-Identifier: Apache-2.0

// A light client, as a browser runs it: it knows the chain spec, asks any node of the network, and believes proofs only.

import { readFileSync } from 'node:fs';
import { start } from 'smoldot';

/**
 * Starts a light client that knows one node.
 * @param {string} spec The chain spec file, in its raw form.
 * @param {string} bootNode
 */
export async function startLight(spec, bootNode) {
	/** @type {string[]} */
	const log = [];
	const client = start({ maxLogLevel: 4, logCallback: (_level, target, message) => log.push(`${target}: ${message}`) });
	try {
		const chainSpec = JSON.stringify({ ...JSON.parse(readFileSync(spec, 'utf8')), bootNodes: [bootNode] });
		const chain = await client.addChain({ chainSpec });
		return {
			log: () => log.join('\n'),
			/**
			 * Yields the headers of final blocks, from now on.
			 * @returns {AsyncGenerator<{ number: string, parentHash: string }>}
			 */
			async *finalized() {
				const request = { jsonrpc: '2.0', id: 1, method: 'chain_subscribeFinalizedHeads', params: [] };
				chain.sendJsonRpc(JSON.stringify(request));
				for await (const text of chain.jsonRpcResponses) {
					const { error, params } = JSON.parse(text);
					if (error) {
						throw new Error(JSON.stringify(error));
					}
					if (params) {
						yield params.result;
					}
				}
			},
			stop: () => client.terminate(),
		};
	} catch (error) {
		await client.terminate();
		throw error;
	}
}
