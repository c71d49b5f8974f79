// SPDX-License-Identifier: Apache-2.0

// The recount's arithmetic with decisions that communities published: the numbers that the pallet is tested with.
// `node --test clients/recount/`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at, decide, developerPower, minus, plus, qualifies, quorum } from './verdict.js';

/** @type {(path: string) => any} */
const json = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
/** @type {(pair?: [number, number]) => import('./verdict.js').Power} */
const power = ([area, heads] = [0, 0]) => ({ area: BigInt(area), heads: BigInt(heads) });

for (const { id, place, year, votes } of json('pallets/governance/src/tests/published/decisions.json')) {
	test(`${id}: ${place}, ${year}`, () => {
		for (const vote of votes) {
			const { ruleBook } = json(`runtime/src/genesis/laws/${vote.pack}.json`).governance;
			const rules = at({ ...ruleBook.classes[vote.class], ...vote.change }, vote.stage ?? 'first_call');
			/** @type {(number: [number, number], own?: [number, number]) => import('./verdict.js').Power} */
			const counted = (number, own) =>
				plus(
					minus(power(number), power(own)),
					developerPower(rules.developer ?? 'full', power(own), power(vote.total)),
				);
			const voted = vote.developer_in_favour;
			const count = {
				total: counted(vote.total, voted ?? vote.developer_absent),
				participating: counted(vote.participating, voted),
				in_favour: counted(vote.in_favour ?? [0, 0], voted),
				against: power(vote.against),
				served_silent: power(vote.served_silent),
				quorum_only: power(),
			};
			if (vote.approving) {
				const short = quorum(rules, count.total, count.participating);
				const enough = qualifies(rules, count.total, count.participating, power(vote.approving));
				assert.equal(short ?? (enough ? 'Qualified' : 'NoCandidate'), vote.verdict, vote.case);
			} else {
				assert.equal(decide(rules, count), vote.verdict, vote.case);
			}
		}
	});
}
