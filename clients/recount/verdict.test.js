// SPDX-License-Identifier: Apache-2.0

// The recount's arithmetic with the published thresholds of the law packs. `node --test clients/recount/`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at, decide, qualifies, quorum, withSilent, ZERO } from './verdict.js';

/** @typedef {import('./verdict.js').Power} Power */

/** @type {(id: string) => import('./verdict.js').Class[]} */
const pack = (id) => {
	const file = new URL(`../../runtime/src/genesis/laws/${id}.json`, import.meta.url);
	return JSON.parse(readFileSync(file, 'utf8')).governance.ruleBook.classes;
};
/** @type {(area: number, heads: number) => Power} */
const power = (area, heads) => ({ area: BigInt(area), heads: BigInt(heads) });
const TOTAL = power(3_000_000, 300);
/** @type {(participating: Power, in_favour: Power, against?: Power, served_silent?: Power) => import('./verdict.js').Count} */
const count = (participating, in_favour, against = ZERO, served_silent = ZERO) => ({
	total: TOTAL,
	participating,
	in_favour,
	against,
	served_silent,
	quorum_only: ZERO,
});

/**
 * One below the value, at it, one above.
 * @param {import('./verdict.js').Class} rules
 * @param {number} at
 * @param {(value: number) => import('./verdict.js').Count} make
 * @param {string[]} expected
 */
function around(rules, at, make, expected) {
	const found = [at - 1, at, at + 1].map((value) => decide(rules, make(value)));
	assert.deepEqual(found, expected);
}

test('cn: two thirds take part, in both measures', () => {
	for (const rules of pack('cn').slice(0, 2)) {
		around(rules, 2_000_000, (area) => count(power(area, 300), power(area, 300)), [
			'ParticipationArea',
			'Passed',
			'Passed',
		]);
		around(rules, 200, (heads) => count(power(3_000_000, heads), power(3_000_000, heads)), [
			'ParticipationHeads',
			'Passed',
			'Passed',
		]);
	}
});

test('cn: more than half, and three quarters', () => {
	const [ordinary, major] = pack('cn');
	const part = power(2_000_000, 200);
	around(ordinary, 1_000_000, (area) => count(part, power(area, 200)), ['ApprovalArea', 'ApprovalArea', 'Passed']);
	around(ordinary, 100, (heads) => count(part, power(2_000_000, heads), power(0, 200 - heads)), [
		'ApprovalHeads',
		'Tie',
		'Passed',
	]);
	around(major, 1_500_000, (area) => count(part, power(area, 200)), ['ApprovalArea', 'Passed', 'Passed']);
	around(major, 150, (heads) => count(part, power(2_000_000, heads)), ['ApprovalHeads', 'Passed', 'Passed']);
});

test('nsw: a quarter of either is a quorum, more than a quarter against stops it', () => {
	const [ordinary, special] = pack('nsw');
	around(ordinary, 75, (heads) => count(power(1, heads), power(1, heads)), ['ParticipationArea', 'Passed', 'Passed']);
	around(ordinary, 750_000, (area) => count(power(area, 1), power(area, 1)), ['ParticipationArea', 'Passed', 'Passed']);
	const part = power(2_500_000, 250);
	around(special, 500_000, (area) => count(part, power(2_000_000 - area, 200), power(area, 50)), [
		'Passed',
		'Passed',
		'VetoArea',
	]);
});

test('qld: two thirds of the votes cast, and no more than a quarter of all against', () => {
	const [, special] = pack('qld');
	const part = power(1_200_000, 130);
	around(special, 80, (heads) => count(part, power(600_000, heads), power(600_000, 120 - heads)), [
		'ApprovalHeads',
		'Passed',
		'Passed',
	]);
	around(special, 75, (heads) => count(TOTAL, power(2_500_000, 300 - heads), power(500_000, heads)), [
		'Passed',
		'Passed',
		'VetoHeads',
	]);
	around(special, 750_000, (area) => count(TOTAL, power(3_000_000 - area, 250), power(area, 50)), [
		'Passed',
		'Passed',
		'VetoArea',
	]);
});

test('us-hoa: a majority of a quorum, and of all', () => {
	const [ordinary, major] = pack('us-hoa');
	around(ordinary, 150, (heads) => count(power(0, heads), power(0, heads)), [
		'ParticipationHeads',
		'ParticipationHeads',
		'Passed',
	]);
	around(ordinary, 100, (heads) => count(power(0, 200), power(0, heads)), ['ApprovalHeads', 'ApprovalHeads', 'Passed']);
	around(major, 150, (heads) => count(power(0, 200), power(0, heads)), ['ApprovalHeads', 'ApprovalHeads', 'Passed']);
});

test('poll: a majority of those who answer', () => {
	const rules = pack('poll')[2];
	assert.equal(decide(rules, count(power(1, 1), power(1, 1))), 'Passed');
	assert.equal(decide(rules, count(power(2, 2), power(1, 1), power(1, 1))), 'Tie');
});

test('nobody entitled, nobody voted, all abstained', () => {
	for (const id of ['cn', 'nsw', 'qld', 'us-hoa', 'poll']) {
		for (const rules of pack(id)) {
			assert.equal(decide(rules, { ...count(ZERO, ZERO), total: ZERO }), 'NobodyEntitled');
			assert.equal(decide(rules, count(ZERO, ZERO)), 'NobodyVoted');
			assert.equal(decide(rules, count(TOTAL, ZERO)), 'AllAbstained');
			const asks = rules.approval.area || rules.approval.heads;
			assert.equal(decide(rules, count(TOTAL, TOTAL)), asks ? 'Passed' : 'NotForMotions');
		}
	}
});

test('a tie passes where the class says so', () => {
	const rules = { ...pack('cn')[0], tie: 'passed' };
	const half = power(1_500_000, 150);
	assert.equal(decide(rules, count(TOTAL, half, half)), 'Passed');
	assert.equal(decide(rules, count(TOTAL, half)), 'ApprovalArea');
});

test('the silent join the majority where the class says so and there is one', () => {
	const rules = { ...pack('cn')[0], silent: 'follow_majority' };
	const part = power(1_500_000, 150);
	const cast = (/** @type {Power} */ inFavour, /** @type {Power} */ against) =>
		count(part, inFavour, against, power(500_000, 50));
	assert.equal(decide(rules, cast(power(800_000, 80), power(500_000, 50))), 'Passed');
	assert.equal(decide(rules, cast(power(500_000, 50), power(800_000, 80))), 'ApprovalArea');
	// The measures disagree: the silent do not join, and participation is insufficient.
	const split = cast(power(800_000, 50), power(500_000, 80));
	assert.equal(withSilent(rules, split), split);
	assert.equal(decide(rules, split), 'ParticipationArea');
});

test('a ballot for the quorum only is in no base of those taking part', () => {
	const [rules] = pack('cn');
	const cast = { ...count(TOTAL, power(1_200_000, 120), power(900_000, 90)), quorum_only: power(900_000, 90) };
	assert.equal(decide(rules, cast), 'Passed');
	assert.equal(decide(rules, { ...cast, quorum_only: ZERO }), 'ApprovalArea');
});

test('the second call has its own quorum', () => {
	const [first] = pack('cn');
	const third = { fraction: { numerator: 1, denominator: 3 }, strict: false };
	const second_call = { participation: { area: third, heads: third, both: true }, window: 1 };
	const part = power(1_000_000, 100);
	const cast = count(part, part);
	assert.equal(decide(at({ ...first, second_call }, 'extended'), cast), 'ParticipationArea');
	assert.equal(decide(at({ ...first, second_call }, 'second_call'), cast), 'Passed');
	assert.equal(decide(at(first, 'second_call'), cast), 'ParticipationArea');
});

test('a candidate needs the majority of those who took part', () => {
	const [rules] = pack('cn');
	const part = power(2_000_000, 200);
	assert.equal(quorum(rules, TOTAL, part), null);
	assert.equal(qualifies(rules, TOTAL, part, power(1_000_001, 101)), true);
	assert.equal(qualifies(rules, TOTAL, part, power(1_000_000, 101)), false);
	assert.equal(qualifies(rules, TOTAL, part, power(1_000_001, 100)), false);
	assert.equal(qualifies(pack('nsw')[3], TOTAL, TOTAL, ZERO), false);
	assert.equal(qualifies(pack('nsw')[3], TOTAL, TOTAL, power(1, 1)), true);
});
