// SPDX-License-Identifier: Apache-2.0

// Counts what became of the receipts that send.js handed in: each is in a final block or still waits in the pool; none
// is lost, none was booked twice. Ends with status 1 otherwise.
//
//   node e2e/faults/count.js URL JOURNAL SECONDS
//
// SECONDS is how long to wait for the last of them to become final.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiPromise, WsProvider } from '@polkadot/api';

const [url, journal, seconds] = process.argv.slice(2);
if (!seconds) {
	console.error('usage: node count.js URL JOURNAL SECONDS');
	process.exit(2);
}
const [start, ...sent] = readFileSync(journal, 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line));
if (sent.length === 0) {
	console.error('no receipt was handed in: there is nothing to count');
	process.exit(1);
}
const api = /** @type {any} */ (await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true }));

/** The state after the last final block. */
const final = async () => api.at(await api.rpc.chain.getFinalizedHead());
const next = sent.at(-1).nonce + 1;
const until = Date.now() + Number(seconds) * 1000;
let state = await final();
while ((await state.query.system.account(start.address)).nonce.toNumber() < next && Date.now() < until) {
	await sleep(1000);
	state = await final();
}

const pending = new Set(
	(await api.rpc.author.pendingExtrinsics()).map((extrinsic) => `${extrinsic.signer}/${extrinsic.nonce}`),
);
const booked = [];
const waiting = [];
const lost = [];
for (const receipt of sent) {
	const key = await state.call.cashierApi.referenceHash(0, receipt.reference);
	const entry = await state.call.cashierApi.bankEntry(key.unwrap());
	if (entry.isSome) {
		booked.push(receipt);
	} else {
		(pending.has(`${start.address}/${receipt.nonce}`) ? waiting : lost).push(receipt);
	}
}
const expected = booked.reduce((sum, { amount }) => sum + BigInt(amount), BigInt(start.before));
const received = (await state.call.cashierApi.totals()).received.toBigInt();
await api.disconnect();

console.log(
	`${sent.length} receipts handed in: ${booked.length} final, ${waiting.length} waiting, ${lost.length} lost; ` +
		`received ${received} fen, expected ${expected}`,
);
for (const { reference } of lost) {
	console.log(`lost: ${reference}`);
}
process.exit(lost.length === 0 && received === expected ? 0 : 1);
