// SPDX-License-Identifier: Apache-2.0

// Watches finality until a block is final: how long the oldest block that was not final had been there. Ends with status
// 1 once that is longer than LIMIT, or once no block has come for as long.
//
//   node e2e/faults/behind.js URL BLOCK LIMIT
//
// LIMIT is in seconds.

import { ApiPromise, WsProvider } from '@polkadot/api';

const [url, block, limit] = process.argv.slice(2);
if (!limit) {
	console.error('usage: node behind.js URL BLOCK LIMIT');
	process.exit(2);
}
const api = /** @type {any} */ (await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true }));

/** When each block that is not final was first seen. */
const waiting = new Map();
let best = 0;
let latest = Date.now();
let worst = 0;
let at = 0;

/**
 * @param {number} status
 * @param {string} text
 */
async function end(status, text) {
	console.log(text);
	await api.disconnect();
	process.exit(status);
}

function look() {
	const [[oldest, since] = [0, Date.now()]] = waiting;
	const behind = (Date.now() - since) / 1000;
	if (behind > worst) {
		[worst, at] = [behind, oldest];
	}
	if (behind > Number(limit)) {
		end(1, `block ${oldest} has not become final in ${limit} s; the best is ${best}`);
	} else if (Date.now() - latest > Number(limit) * 1000) {
		end(1, `no block has come for ${limit} s, after ${best}`);
	}
}

await api.rpc.chain.subscribeNewHeads(({ number }) => {
	const head = number.toNumber();
	for (let seen = best === 0 ? head : best + 1; seen <= head; seen += 1) {
		waiting.set(seen, Date.now());
	}
	best = Math.max(best, head);
	latest = Date.now();
});
await api.rpc.chain.subscribeFinalizedHeads(({ number }) => {
	look();
	for (const seen of [...waiting.keys()]) {
		if (seen <= number.toNumber()) {
			waiting.delete(seen);
		}
	}
	if (number.toNumber() >= Number(block)) {
		end(0, `finality was at most ${worst.toFixed(0)} s behind, at block ${at}`);
	}
});
setInterval(look, 500);
