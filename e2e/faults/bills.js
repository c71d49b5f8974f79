// SPDX-License-Identifier: Apache-2.0

// After a long standstill: what fell due meanwhile is done once. Reads the final blocks from FIRST on and counts the
// bills issued in them; ends with status 1 if there is none, if one came twice, if a charge's month was completed twice,
// or if the charges completed say another number of bills.
//
//   node e2e/faults/bills.js URL FIRST

import { ApiPromise, WsProvider } from '@polkadot/api';

const [url, first] = process.argv.slice(2);
if (!first) {
	console.error('usage: node bills.js URL FIRST');
	process.exit(2);
}
const api = /** @type {any} */ (await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true }));
const last = (await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();

const bills = new Map();
const completed = new Map();
let announced = 0;
const add = (/** @type {Map<string, number>} */ map, key) => map.set(key, (map.get(key) ?? 0) + 1);
for (let number = Number(first); number <= last; number++) {
	const at = await api.at(await api.rpc.chain.getBlockHash(number));
	for (const { event } of await at.query.system.events()) {
		if (api.events.fees.BillIssued.is(event)) {
			add(bills, `bill ${event.data.bill}`);
		} else if (api.events.fees.BillingCompleted.is(event)) {
			add(completed, `charge ${event.data.charge}, ${event.data.period}`);
			announced += event.data.bills.toNumber();
		}
	}
}
await api.disconnect();

const twice = [...bills, ...completed].filter(([, count]) => count > 1).map(([key]) => key);
console.log(
	`${bills.size} bills of ${completed.size} charges in blocks ${first} to ${last}, ${announced} announced, ${twice.length} twice`,
);
for (const key of twice) {
	console.log(`twice: ${key}`);
}
process.exit(bills.size > 0 && bills.size === announced && twice.length === 0 ? 0 : 1);
