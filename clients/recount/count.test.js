// SPDX-License-Identifier: Apache-2.0

// The recount detects every difference. `node --test clients/recount/`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compare } from './compare.js';
import { recount } from './count.js';
import { lackOf } from './verdict.js';

const { ruleBook } = JSON.parse(
	readFileSync(new URL('../../runtime/src/genesis/laws/cn.json', import.meta.url), 'utf8'),
).governance;
/**
 * @typedef {import('./count.js').Facts} Facts
 * @typedef {import('./count.js').Result} Result
 */

const flat = (/** @type {number} */ area) => ({ area: BigInt(area), heads: 1n });
const POWERS = [9_803, 12_772, 8_950, 10_400, 4_510, 9_000].map(flat);

/**
 * @param {import('./count.js').Ballot['choice'][]} choices
 * @param {Partial<Facts>} changes
 * @returns {Facts}
 */
function facts(choices, changes = {}) {
	return {
		powers: new Map(POWERS.map((power, owner) => [owner, power])),
		ballots: choices.map((choice, owner) => ({
			owner,
			choice,
			power: POWERS[owner],
			channel: { kind: 'own' },
			moment: 150n,
			recent: false,
		})),
		deliveries: [],
		opens: 100n,
		closes: 200n,
		rules: ruleBook.classes[0],
		developer: null,
		stage: 'first_call',
		election: ruleBook.election,
		question: { kind: 'motion' },
		...changes,
	};
}

/** @type {(counted: Result, chain: Result) => boolean} */
const agrees = (counted, chain) => compare(counted, chain).every((line) => line.agrees);

test('a motion is counted by hand', () => {
	const counted = recount(facts(['for', 'for', 'against', 'abstain', 'for']));
	assert.deepEqual(counted.total, { area: 55_435n, heads: 6n });
	assert.deepEqual(counted.participating, { area: 46_435n, heads: 5n });
	assert.deepEqual(counted.in_favour, { area: 27_085n, heads: 3n });
	assert.deepEqual(counted.against, { area: 8_950n, heads: 1n });
	assert.deepEqual(counted.abstaining, { area: 10_400n, heads: 1n });
	assert.equal(counted.verdict, 'Passed');
	assert.deepEqual(counted.faults, []);
});

test('an option is judged like a motion, and a run-off is between the two that lead', () => {
	/** @type {Facts['question']} */
	const question = { kind: 'options', options: 3 };
	const pick = (/** @type {number[]} */ ...places) => places.map((place) => ({ pick: place }));
	const chosen = recount(facts([...pick(1, 1, 1, 1), 'against'], { question }));
	assert.deepEqual([chosen.verdict, chosen.elected, chosen.reserve], ['Passed', [1], []]);
	assert.deepEqual(chosen.options, [
		{ area: 0n, heads: 0n },
		{ area: 41_925n, heads: 4n },
		{ area: 0n, heads: 0n },
	]);
	const open = recount(facts(pick(0, 1, 2, 1, 0, 2), { question }));
	assert.deepEqual([open.verdict, open.elected, open.reserve], ['ApprovalArea', [], [1, 2]]);
	const two = recount(facts(pick(0, 1, 0, 1, 0, 1), { question: { kind: 'options', options: 2 } }));
	assert.deepEqual(two.reserve, [], 'a run-off has none');
	const few = recount(facts(pick(0), { question }));
	assert.deepEqual([few.verdict, few.reserve], ['ParticipationArea', []]);
	const none = recount(facts([...pick(0, 1), 'against', 'against', 'against'], { question }));
	assert.deepEqual(none.reserve, [], 'most are against all');
	assert.equal(agrees(open, { ...open, reserve: [1, 0] }), false);
	assert.equal(agrees(open, { ...open, options: open.options?.slice(1) }), false);
	const wrong = [...pick(3), 'for', { approve: 1n }];
	assert.equal(recount(facts(wrong, { question })).faults.length, 3);
	assert.equal(recount(facts(pick(0))).faults.length, 1, 'a motion takes no picks');
});

test('the developer counts as the class says', () => {
	const choices = ['for', 'for', 'against', 'abstain', 'for'];
	const third = { numerator: 1, denominator: 3 };
	const counted = (/** @type {any} */ rule) => {
		const result = facts(choices, { rules: { ...ruleBook.classes[0], developer: rule }, developer: 1 });
		return recount(result);
	};
	assert.deepEqual(counted('full').total, { area: 55_435n, heads: 6n });
	const none = counted('left_out');
	assert.deepEqual(none.total, { area: 42_663n, heads: 5n });
	assert.equal(none.faults.length, 1, 'the developer voted');
	const reduced = counted({ reduced: { to: third, from: { numerator: 0, denominator: 1 } } });
	assert.deepEqual(reduced.total, { area: 42_663n + 4_257n, heads: 6n });
	assert.deepEqual(counted({ reduced: { to: third, from: { numerator: 1, denominator: 2 } } }).total.area, 55_435n);
	assert.deepEqual(counted({ capped: { at: { numerator: 1, denominator: 10 } } }).total.area, 42_663n + 5_543n);
});

test('any single difference is detected', () => {
	const counted = recount(facts(['for', 'for', 'against', 'abstain', 'for']));
	assert.ok(agrees(counted, counted));
	const powers = /** @type {const} */ ([
		'total',
		'participating',
		'in_favour',
		'against',
		'abstaining',
		'served_silent',
	]);
	for (const what of powers) {
		for (const measure of /** @type {const} */ (['area', 'heads'])) {
			const own = counted[what];
			assert.ok(own);
			const chain = { ...counted, [what]: { ...own, [measure]: own[measure] + 1n } };
			assert.equal(agrees(counted, chain), false, `${what} ${measure}`);
		}
	}
	assert.equal(agrees(counted, { ...counted, verdict: 'Tie' }), false);
});

test('invalid ballots are reported', () => {
	const spoil = (/** @type {(ballots: Facts['ballots'], facts: Facts) => unknown} */ change) => {
		const spoilt = facts(['for', 'for', 'for', 'for']);
		change(spoilt.ballots, spoilt);
		return recount(spoilt).faults;
	};
	const found = [
		spoil((ballots) => (ballots[1].power = flat(1))),
		spoil((_, { powers }) => powers.delete(1)),
		spoil((ballots) => (ballots[1].moment = 99n)),
		spoil((ballots) => (ballots[1].moment = 200n)),
		spoil((ballots) => (ballots[1].choice = { approve: 1n })),
		spoil((ballots) => ballots.push(ballots[1])),
		spoil((ballots) => (ballots[1].channel = { kind: 'paper', enteredBy: 'Bob', witness: 'Bob' })),
	];
	assert.deepEqual(
		found.map((faults) => faults.length),
		[1, 1, 1, 1, 1, 1, 1],
		JSON.stringify(found),
	);
	assert.deepEqual(
		spoil((ballots) => (ballots[1].channel = { kind: 'paper', enteredBy: 'Bob', witness: 'Eve' })),
		[],
	);
	assert.deepEqual(
		spoil((ballots) => ([ballots[1].moment, ballots[2].moment] = [100n, 199n])),
		[],
	);
});

const acknowledged = /** @type {const} */ ({ kind: 'acknowledged' });

test('silent owners count only if the class says so and they were served in time', () => {
	const deliveries = [
		{ owner: 0, moment: 120n, power: POWERS[0], receipt: acknowledged },
		{ owner: 3, moment: 199n, power: POWERS[3], receipt: acknowledged },
		{ owner: 4, moment: 200n, power: POWERS[4], receipt: acknowledged },
	];
	const votes = ['for', 'for', 'for'];
	assert.equal(recount(facts(votes, { deliveries })).verdict, 'ParticipationArea');
	const rules = { ...ruleBook.classes[0], silent: 'follow_majority' };
	const counted = recount(facts(votes, { deliveries, rules }));
	assert.deepEqual(counted.served_silent, flat(10_400));
	assert.equal(counted.verdict, 'Passed');
	// What officers recorded counts if two did so before the vote.
	const silent = (/** @type {bigint} */ moment, /** @type {import('./count.js').Receipt} */ receipt) =>
		recount(facts(votes, { deliveries: [{ owner: 3, moment, power: POWERS[3], receipt }], rules })).served_silent;
	const [by, witness] = ['Bob', 'Eve'];
	assert.deepEqual(silent(99n, { kind: 'witnessed', by, witness }), flat(10_400));
	for (const [moment, receipt] of /** @type {[bigint, Facts['deliveries'][number]['receipt']][]} */ ([
		[100n, { kind: 'witnessed', by, witness }],
		[99n, { kind: 'witnessed', by, witness: by }],
		[99n, { kind: 'recorded' }],
	])) {
		assert.deepEqual(silent(moment, receipt), { area: 0n, heads: 0n });
	}
});

test('an election seats by heads, then area, then place', () => {
	const election = { odd: true, seats_min: 1 };
	/** @type {Facts['question'] & { kind: 'election' }} */
	const question = { kind: 'election', seats: 3, candidates: 4 };
	const bits = (/** @type {number[]} */ ...places) => ({
		approve: places.reduce((all, place) => all | (1n << BigInt(place)), 0n),
	});
	// 0 is approved by all, 2 and 3 by the same five, 1 by four.
	const votes = [bits(0, 1, 2, 3), bits(0, 1, 2, 3), bits(0, 1, 2, 3), bits(0, 1, 2, 3), bits(0, 2, 3), bits(0)];
	const counted = recount(facts(votes, { question, election }));
	assert.deepEqual(counted.elected, [0, 2, 3]);
	assert.deepEqual(counted.reserve, [1]);
	assert.equal(counted.verdict, 'Passed');

	// Four qualify for five seats, and the number must be odd.
	const four = recount(facts(votes, { question: { ...question, seats: 5 }, election }));
	assert.deepEqual([four.verdict, four.elected, four.reserve], ['Passed', [0, 2, 3], [1]]);

	// Two qualify, and the number must be odd: one of three is no majority of the seats.
	const two = recount(facts([bits(0, 1), bits(0, 1), bits(0, 1), bits(0, 1), bits(1), bits()], { question, election }));
	assert.deepEqual([two.verdict, two.elected, two.reserve], ['TooFewElected', [], []]);

	// The same heads, more area: five of six owners approve each.
	const area = recount(
		facts([bits(1), bits(0, 1), bits(0, 1), bits(0, 1), bits(0, 1), bits(0)], {
			question: { ...question, seats: 1, candidates: 2 },
			election,
		}),
	);
	assert.deepEqual([area.elected, area.reserve], [[1], [0]]);

	const none = recount(facts([bits(0), bits(1), bits(2), bits(3), bits()], { question, election }));
	assert.deepEqual([none.verdict, none.elected, none.reserve], ['NoCandidate', [], []]);
	// Three qualify, but the minimum number of seats is four or, where the number must be odd, five.
	const short = recount(facts(votes, { question: { ...question, seats: 5 }, election: { odd: false, seats_min: 5 } }));
	assert.deepEqual([short.verdict, short.elected, short.reserve], ['TooFewElected', [], []]);
	// One of seven is the minimum here, but no majority of the seats.
	const minority = recount(facts(votes, { question: { ...question, seats: 7 }, election }));
	assert.deepEqual([minority.verdict, minority.elected], ['TooFewElected', []]);
	const unheard = recount(facts([bits(7), bits(0), bits(0), bits(0)], { question, election }));
	assert.equal(unheard.faults.length, 1);
	const few = recount(facts([bits(0), bits(0), bits(0)], { question, election }));
	assert.equal(few.verdict, 'ParticipationArea');
	assert.ok(agrees(counted, counted));
	assert.equal(agrees(counted, { ...counted, elected: [0, 3, 2] }), false);
	assert.equal(agrees(counted, { ...counted, reserve: [] }), false);
});

/** Owners 0 to 2 have a home in building 1; owner 2, too, and owners 3 to 5 have one in building 2. */
function withTracts(
	/** @type {Facts['ballots'][0]['choice'][]} */ choices,
	/** @type {Partial<Facts>} */ changes = {},
) {
	const tract = (/** @type {number} */ building, /** @type {number[]} */ owners) => ({
		buildings: [building],
		powers: new Map(owners.map((owner) => [owner, flat(1_000)])),
	});
	const powers = new Map([0, 1, 2, 3, 4, 5].map((owner) => [owner, flat(owner === 2 ? 2_000 : 1_000)]));
	const given = facts(choices, { powers, tracts: [tract(1, [0, 1, 2]), tract(2, [2, 3, 4, 5])], ...changes });
	const ballots = given.ballots.map((ballot) => ({ ...ballot, power: powers.get(ballot.owner) ?? flat(0) }));
	return { ...given, ballots };
}

test('a motion is counted within each tract', () => {
	const counted = recount(withTracts(['for', 'for', 'for', 'for', 'against', 'against']));
	assert.deepEqual(counted.faults, []);
	const [first, second] = counted.tracts ?? [];
	const power = (/** @type {number} */ homes) => ({ area: BigInt(homes) * 1_000n, heads: BigInt(homes) });
	assert.deepEqual(
		[first.total, first.judged.in_favour, first.judged.against, first.verdict],
		[power(3), power(3), power(0), 'Passed'],
	);
	// Half of the owners and of the area is not more than half.
	assert.deepEqual([second.total, second.judged.in_favour, second.verdict], [power(4), power(2), 'Tie']);
	assert.equal(counted.verdict, 'Tract');
	assert.equal(recount(withTracts(Array(6).fill('for'))).verdict, 'Passed');
	// What the whole community rejects has its own reason.
	assert.equal(recount(withTracts(Array(6).fill('against'))).verdict, 'ApprovalArea');
});

test('a tract without voters is left out, and the developer counts in each as the class says', () => {
	const given = withTracts(Array(6).fill('for'));
	const tracts = [...(given.tracts ?? []), { buildings: [3], powers: new Map() }];
	assert.equal(recount({ ...given, tracts }).tracts?.length, 2);
	const rules = { ...given.rules, developer: /** @type {const} */ ('left_out') };
	const without = recount({ ...given, rules, developer: 2 }).tracts ?? [];
	assert.deepEqual(
		without.map(({ total }) => total.heads),
		[2n, 3n],
	);
});

test('the vote goes on only if ballots are all that lacks in every part', () => {
	const half = { fraction: { numerator: 1, denominator: 2 }, strict: true };
	const rules = { ...ruleBook.classes[0], approval: { area: half, heads: half, both: true, of: 'all' } };
	const lack = (/** @type {Facts['ballots'][0]['choice'][]} */ choices) => {
		const given = withTracts(choices, { rules });
		return lackOf(rules, 'first_call', recount(given));
	};
	// Too few took part everywhere, then in the second tract only.
	assert.equal(lack([]), 'participation');
	assert.equal(lack(['for', 'for', 'for', 'for']), 'participation');
	assert.equal(lack(Array(6).fill('for')), null);
	assert.equal(lack(Array(6).fill('against')), null);
});

test('other results within a tract differ', () => {
	const counted = recount(withTracts(Array(6).fill('for')));
	assert.ok(agrees(counted, structuredClone(counted)));
	const damage = [
		(/** @type {any} */ it) => it.tracts.pop(),
		(/** @type {any} */ it) => (it.tracts[0].total.area += 1n),
		(/** @type {any} */ it) => (it.tracts[1].participating.heads -= 1n),
		(/** @type {any} */ it) => (it.tracts[1].judged.quorum_only.heads += 1n),
		(/** @type {any} */ it) => (it.tracts[1].buildings = [7]),
		(/** @type {any} */ it) => (it.tracts[1].verdict = 'Tie'),
	];
	for (const change of damage) {
		const chain = structuredClone(counted);
		change(chain);
		assert.ok(!agrees(counted, chain), String(change));
	}
});
