// SPDX-License-Identifier: Apache-2.0

// Traffic for the fault tests: the cashier books one receipt after another, each with a reference of its own, until
// this program is ended. What the node took is written to a journal, for count.js.
//
//   node e2e/faults/send.js URL OFFICERS JOURNAL INTERVAL
//
// OFFICERS is the folder with cashier.json and manager.json, INTERVAL the time between two receipts in milliseconds.

import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

/** Fen of each receipt. */
const AMOUNT = 100;

const [url, officers, journal, interval] = process.argv.slice(2);
if (!interval) {
	console.error('usage: node send.js URL OFFICERS JOURNAL INTERVAL');
	process.exit(2);
}
const read = (name) => JSON.parse(readFileSync(join(officers, `${name}.json`), 'utf8'));
const write = (entry) => appendFileSync(journal, `${JSON.stringify(entry)}\n`);

const cashier = new Keyring({ type: 'sr25519' }).addFromUri(read('cashier').secretPhrase);
const receiver = read('manager').address;
const api = /** @type {any} */ (await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true }));

let ended = false;
process.once('SIGTERM', () => {
	ended = true;
});

let nonce = (await api.rpc.system.accountNextIndex(cashier.address)).toNumber();
const before = (await api.call.cashierApi.totals()).received.toString();
const run = Date.now().toString(36);
write({ address: cashier.address, nonce, before });
while (!ended) {
	const reference = `FAULT-${run}-${nonce}`;
	// Without an era: it stays valid however long the network is cut.
	const signed = await api.tx.cashier
		.receive(0, receiver, AMOUNT, reference, null)
		.signAsync(cashier, { nonce, era: 0 });
	try {
		await api.rpc.author.submitExtrinsic(signed);
		write({ reference, nonce, amount: AMOUNT });
		nonce += 1;
	} catch (error) {
		console.error(`${reference} was refused: ${error instanceof Error ? error.message : error}`);
	}
	await sleep(Number(interval));
}
await api.disconnect();
