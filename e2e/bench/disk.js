// SPDX-License-Identifier: Apache-2.0

// How much disk a chain takes: for empty blocks, and for each unit in a year of bills that are all paid. Prints what the
// disk section of docs/faults.md says.
//
//   node e2e/bench/disk.js ROSTER [EMPTY_BLOCKS]

import { execFileSync } from 'node:child_process';
import { allUnits } from '../support/books.js';
import { newBlock, now, passTo } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { executeAll } from '../support/crowd.js';
import { startNode, temporaryFolder } from '../support/node.js';
import { execute } from '../support/transactions.js';

const BLOCKS_A_YEAR = (365.25 * 86_400) / 6;
/** Fen that the office can pay with. */
const PLENTY = 10_000_000_000;

const [roster, emptyBlocks = '20000'] = process.argv.slice(2);
if (!roster) {
	console.error('usage: node e2e/bench/disk.js ROSTER [EMPTY_BLOCKS]');
	process.exit(2);
}

const community = await foundCommunity(roster, 'Disk', '--trial');
const data = temporaryFolder('disk');
/** What the data folder takes on the disk, in bytes. */
const size = () => Number(execFileSync('du', ['-sk', data], { encoding: 'utf8' }).split('\t')[0]) * 1024;

/**
 * Runs the node for some work, and returns by how much its folder grew, in bytes. The node is stopped to be measured.
 * @param {(api: import('@linli/command/node.js').Client) => Promise<void>} work
 */
async function growth(work) {
	const before = size();
	const node = await startNode(
		...['--chain', `${community.folder}/chain-spec-raw.json`, '--base-path', data, '--sealing', 'manual'],
	);
	await work(await node.connect());
	await node.stop();
	return size() - before;
}

const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

console.log(`a new chain: ${megabytes(await growth(async (api) => void (await newBlock(api, 300))))}`);

// The second half says more: the database's tables and logs have their size by then.
const blocks = Math.ceil(Number(emptyBlocks) / 2);
let empty = 0;
for (const half of ['first', 'second']) {
	empty = await growth(async (api) => {
		for (let left = blocks; left > 0; left -= 1000) {
			await newBlock(api, Math.min(left, 1000));
		}
	});
	console.log(
		`the ${half} ${blocks} empty blocks: ${megabytes(empty)}, ${Math.round(empty / blocks)} bytes each, ` +
			`${megabytes((empty / blocks) * BLOCKS_A_YEAR)} a year`,
	);
}

let [units, bills, used] = [0, 0, 0];
const year = await growth(async (api) => {
	const { cashier, manager } = community.officers();
	await execute(api, cashier, api.tx.cashier.receive(0, manager.address, PLENTY, 'DISK-1', null));
	const all = await allUnits(api);
	units = all.length;
	const height = async () => (await api.rpc.chain.getHeader()).number.toNumber();
	const start = await height();
	const began = new Date(await now(api));
	for (let month = 1; month <= 12; month += 1) {
		await passTo(api, Date.UTC(began.getUTCFullYear(), began.getUTCMonth() + month, 2, 12));
		const owed = [];
		for (const { id } of all) {
			const dues = await api.call.feesApi.dues(id);
			const amount = dues.principal.add(dues.late);
			if (!amount.isZero()) {
				owed.push({ pair: manager, call: api.tx.fees.pay(id, amount, null) });
			}
		}
		await executeAll(api, owed);
	}
	bills = (await api.call.feesApi.totals()).totals.bills.toNumber();
	used = (await height()) - start;
});
const net = year - (empty / blocks) * used;
console.log(
	`${units} units, ${bills} bills in a year, each paid alone: ${megabytes(net)} beside ${used} blocks, ` +
		`${(net / units / 1e3).toFixed(1)} KB a unit, ${Math.round(net / bills)} bytes a bill`,
);
