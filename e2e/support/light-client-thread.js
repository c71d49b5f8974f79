// SPDX-License-Identifier: Apache-2.0

// A thread with a light client of the chain whose spec it is given: its timers would keep a test running for a minute
// after its end.

import { parentPort, workerData } from 'node:worker_threads';
import { start } from 'smoldot';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const chain = await start({ logCallback: () => {} }).addChain({ chainSpec: workerData });
port.on('message', (request) => chain.sendJsonRpc(request));
for (;;) {
	port.postMessage(await chain.nextJsonRpcResponse());
}
