// SPDX-License-Identifier: Apache-2.0

// How much a bill weighs and takes, and how many blocks a month's bills need: 100 and 10,000 units, three charges each.
// node e2e/bench/billing.js FOLDER, where FOLDER has 100.csv and 10000.csv.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newBlock, timeTravel } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { pick } from '../support/transactions.js';

const folder = process.argv[2];
const charge = (name, rate) =>
	`[[charge]]\nname = "${name}"\npot = "operating"\nbasis = "per-unit"\nrate = "${rate}"\nperiod = "month"\n`;

async function measure(units) {
	const charges = join(folder, 'charges.toml');
	writeFileSync(charges, ['Cleaning', 'Guards', 'Lifts'].map((name) => charge(name, '12.34')).join('\n'));
	const roster = join(folder, `${units}.csv`);
	const community = await foundCommunity(roster, `Bench ${units}`, '--charges', charges, '--trial');
	const node = await community.start('--sealing', 'manual');
	try {
		const api = await node.connect();
		const limit = api.consts.system.blockWeights.maxBlock.refTime.toNumber();
		const mandatory = async (hash) =>
			(await (await api.at(hash)).query.system.blockWeight()).mandatory.refTime.toNumber();
		await timeTravel(api, '2026-12-31T12:00:00+08:00');
		const idle = await mandatory(await newBlock(api, 3));
		await timeTravel(api, '2027-01-01T00:00:01+08:00');
		await newBlock(api);

		let [blocks, bills, weight, heaviest, milliseconds] = [0, 0, 0, 0, 0];
		for (;;) {
			const began = performance.now();
			const hash = await newBlock(api);
			const took = performance.now() - began;
			const issued = pick(
				(await (await api.at(hash)).query.system.events()).map(({ event }) => event),
				...['fees', 'BillIssued'],
			).length;
			if (issued === 0) {
				break;
			}
			const used = (await mandatory(hash)) - idle;
			[blocks, bills, weight, milliseconds] = [blocks + 1, bills + issued, weight + used, milliseconds + took];
			heaviest = Math.max(heaviest, used);
		}
		return {
			units,
			bills,
			blocks,
			'weight per bill (µs)': Math.round(weight / bills / 1e4) / 100,
			'time per bill (µs)': Math.round((milliseconds * 1e3) / bills),
			'heaviest block (% of a block)': Math.round((heaviest / limit) * 1e4) / 100,
		};
	} finally {
		await node.stop();
	}
}

const results = [await measure(100), await measure(10_000)];
console.table(results);
const [few, many] = results.map((result) => result['weight per bill (µs)']);
console.log(
	`Weight per bill (aim: 150 µs): ${many} µs; with 10,000 units ${(many / few).toFixed(2)} times that with 100.`,
);
console.log(
	`Blocks for 10,000 units with three charges: ${results[1].blocks}; the heaviest took ${results[1]['heaviest block (% of a block)']} % (aim: 25).`,
);
process.exit(0);
