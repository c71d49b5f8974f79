// SPDX-License-Identifier: Apache-2.0

// A sample decision for the tests and the picture in the documentation: seven of ten owners vote on a new lift.

import { readFileSync } from 'node:fs';
import { countedPowers, recount } from './count.js';
import { recentChanges } from './recent.js';
import { plus, ZERO } from './verdict.js';

const PACK = new URL('../../runtime/src/genesis/laws/cn.json', import.meta.url);
const at = (/** @type {string} */ time) => BigInt(Date.parse(`${time}+08:00`));

/** @type {import('@linli/command/node.js').Head} */
export const HEAD = {
	chain: { name: 'Willow Court', genesis: `0x${'1a'.repeat(32)}` },
	block: { number: 9_000, hash: `0x${'2b'.repeat(32)}`, moment: Number(at('2026-12-01T08:00:00.000')) },
	currency: { symbol: 'CNY', decimals: 2 },
	offset: 480,
};

const AREAS = [9_803, 12_772, 8_950, 10_400, 4_510, 9_000, 11_020, 7_345, 5_210, 6_605];
const CHOICES = ['for', 'for', 'against', 'abstain', 'for', 'for', 'for'];

const DAY = 86_400_000n;
const OWN = { kind: 'own' };

/**
 * The facts of a motion with these choices, and the resulting certificate. Owner 4 claimed an account shortly before the
 * vote, and owner 5 replaced one after it had voted.
 * @param {import('./count.js').Ballot['choice'][]} choices
 * @param {Partial<import('./chain.js').ChainFacts>} changes
 * @returns {import('./chain.js').ChainFacts}
 */
export function sampleDecision(choices = CHOICES, changes = {}) {
	const { ruleBook } = JSON.parse(readFileSync(PACK, 'utf8')).governance;
	const powers = AREAS.map((area) => ({ area: BigInt(area), heads: 1n }));
	const opens = at('2026-11-01T00:00:00.000');
	const rules = changes.rules ?? ruleBook.classes[0];
	const closes = opens + BigInt(rules.window);
	const recordBlock = 1_400_000n;
	const facts = {
		id: 7,
		ruleBook: 0,
		class: changes.question?.kind === 'election' ? ruleBook.election.class : 0,
		buildings: null,
		matter: null,
		poll: {
			recordBlock,
			buildings: changes.buildings ?? null,
			kinds: null,
			total: powers.reduce(plus, ZERO),
			opens,
			closes,
			lastBallot: opens + 1n,
			recentSince: 104_000n,
			tractBuildings: (changes.tracts ?? []).flatMap(({ buildings }) => buildings).length,
		},
		standstills: [],
		announced: [opens - BigInt(rules.notice)],
		closedAt: [closes],
		recentFrom: opens - BigInt(rules.notice) - 90n * DAY,
		book: {
			levels: ruleBook.classes.map((/** @type {{ level: string }} */ { level }) => level),
			matters: ruleBook.matters,
			election: ruleBook.election,
		},
		judgment: null,
		postponed: null,
		choice: null,
		runOff: null,
		runOffOf: null,
		minSeconders: 1,
		candidates: [],
		proxiesPerHolder: ruleBook.proxies_per_holder,
		proxies: [],
		proxiesUsed: new Map(),
		scans: new Map(),
		contests: [],
		acts: new Map(),
		deliveryActs: new Map(),
		changes: new Map([
			[4, [1_390_000n]],
			[5, [1_500_000n]],
		]),
		powers: new Map(powers.map((power, owner) => [owner, power])),
		ballots: choices.map((choice, owner) => ({
			owner,
			choice,
			power: powers[owner],
			channel: OWN,
			moment: opens + 1n,
			recent: owner === 4,
		})),
		deliveries: [],
		opens,
		closes,
		rules,
		developer: null,
		stage: 'first_call',
		election: ruleBook.election,
		question: /** @type {const} */ ({ kind: 'motion' }),
		...changes,
	};
	const certificate = certify(facts, closes);
	const passed = certificate.verdict === 'Passed';
	const enactAt = closes + BigInt(rules.delay);
	const state = passed ? { kind: 'enacted', enactAt, at: enactAt + DAY } : { kind: 'rejected', closed: closes };
	return { state, ...facts, certificate };
}

/**
 * The certificate that a chain writes.
 * @param {Omit<import('./chain.js').ChainFacts, 'certificate' | 'state'>} facts
 * @param {bigint} closed
 * @returns {import('./chain.js').Certificate}
 */
export function certify(facts, closed) {
	const { faults: _, ...result } = recount(facts);
	const { ruleBook, class: rules, poll, question, stage } = facts;
	const named = {
		ruleBook,
		class: rules,
		recordBlock: poll.recordBlock,
		stage,
		closed,
		closedIn: 1_640_000n,
		stoodStill: 0n,
		recentSince: poll.recentSince,
	};
	const { kind } = question;
	const voted = kind === 'election' ? { voted: result.participating } : {};
	const empty = /** @type {import('./chain.js').StoredTally} */ ({ kind });
	const certificate = { ...result, ...named, ...voted, kind, recent: empty };
	const powers = countedPowers(facts.powers, facts);
	const { participating, ...before } = recentChanges(/** @type {any} */ ({ ...facts, powers, certificate })).before;
	const recent = kind === 'election' ? { ...before, voted: participating } : before;
	return { ...certificate, recent: { ...recent, kind } };
}
