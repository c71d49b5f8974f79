// SPDX-License-Identifier: Apache-2.0

// A sample decision for the tests and the picture in the documentation: seven of ten owners vote on a new lift.

import { readFileSync } from 'node:fs';
import { recount } from './count.js';

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

/**
 * The facts of a motion with these choices, and the resulting certificate.
 * @param {(string | { approve: bigint })[]} choices
 * @param {Partial<import('./chain.js').ChainFacts>} changes
 * @returns {import('./chain.js').ChainFacts}
 */
export function sampleDecision(choices = CHOICES, changes = {}) {
	const { ruleBook } = JSON.parse(readFileSync(PACK, 'utf8')).governance;
	const powers = AREAS.map((area) => ({ area: BigInt(area), heads: 1n }));
	const opens = at('2026-11-01T00:00:00.000');
	const facts = {
		ruleBook: 0,
		class: 0,
		recordBlock: 4_300n,
		buildings: null,
		powers: new Map(powers.map((power, owner) => [owner, power])),
		ballots: choices.map((choice, owner) => ({
			owner,
			choice,
			power: powers[owner],
			channel: { kind: 'own' },
			moment: opens + 1n,
		})),
		deliveries: [],
		opens,
		closes: at('2026-11-16T00:00:00.000'),
		stoodStill: 0n,
		rules: ruleBook.classes[0],
		developer: null,
		stage: 'first_call',
		election: { odd: true, seats_min: 1 },
		question: /** @type {const} */ ({ kind: 'motion' }),
		...changes,
	};
	const { faults: _, ...result } = recount(facts);
	const { ruleBook: book, class: rules, recordBlock, stage } = facts;
	return { ...facts, certificate: { ...result, ruleBook: book, class: rules, recordBlock, stage } };
}
