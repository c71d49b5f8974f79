// SPDX-License-Identifier: Apache-2.0

// The recount's arithmetic with decisions that communities published: the numbers that the pallet is tested with.
// `node --test clients/recount/`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at, decide, qualifies, quorum } from './verdict.js';

/** @type {(path: string) => any} */
const json = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
/** @type {(pair?: [number, number]) => import('./verdict.js').Power} */
const power = ([area, heads] = [0, 0]) => ({ area: BigInt(area), heads: BigInt(heads) });

for (const { id, place, year, votes } of json('pallets/governance/src/tests/published/decisions.json')) {
	test(`${id}: ${place}, ${year}`, () => {
		for (const vote of votes) {
			const { ruleBook } = json(`runtime/src/genesis/laws/${vote.pack}.json`).governance;
			const rules = at({ ...ruleBook.classes[vote.class], ...vote.change }, vote.stage ?? 'first_call');
			const count = {
				total: power(vote.total),
				participating: power(vote.participating),
				in_favour: power(vote.in_favour),
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
