// SPDX-License-Identifier: Apache-2.0

// How much of a result comes from owners whose accounts or areas changed after the record date or shortly before it.

import { servedOwners } from './count.js';
import { plus, ZERO } from './verdict.js';

/**
 * @typedef {import('./verdict.js').Power} Power
 * @typedef {import('./count.js').Ballot} Ballot
 * @typedef {import('./chain.js').ChainFacts} ChainFacts
 *
 * @typedef {object} Tally The power by choice of some ballots.
 * @property {Power} participating
 * @property {Power} in_favour
 * @property {Power} against
 * @property {Power} abstaining
 * @property {Power} quorum_only
 * @property {Power[]} approving By candidate.
 * @property {Power[]} options By option.
 *
 * @typedef {object} Recent
 * @property {Tally} before Ballots of owners who had changed when they were cast: what the certificate shows.
 * @property {Tally} all These, and ballots of owners who changed later, up to the close.
 * @property {Power} entitled All owners of the electorate who changed up to the close.
 * @property {Power} served_silent Of these, the owners who were served and cast no ballot, where they are counted.
 */

/**
 * @param {ChainFacts} facts
 * @returns {Recent & { faults: string[] }}
 */
export function recentChanges(facts) {
	const { ballots, certificate, powers, poll } = facts;
	const changed = (/** @type {number} */ owner, /** @type {bigint} */ until) =>
		(facts.changes.get(owner) ?? []).some((block) => block > poll.recentSince && block <= until);
	const { closedIn } = certificate;
	/** @type {string[]} */
	const faults = [];
	if (poll.recentSince > poll.recordBlock) {
		faults.push('recent changes are counted from a block after the record date');
	}
	for (const { owner, recent } of ballots) {
		if (recent && !changed(owner, closedIn)) {
			faults.push(`owner ${owner}: the ballot counts as cast after a change that nobody made`);
		}
		if (!recent && changed(owner, poll.recordBlock)) {
			faults.push(`owner ${owner}: the ballot was cast after a change, and does not count so`);
		}
	}
	const voted = new Set(ballots.map(({ owner }) => owner));
	const powerOf = (/** @type {number} */ owner) => powers.get(owner) ?? ZERO;
	const sum = (/** @type {number[]} */ owners) => owners.map(powerOf).reduce(plus, ZERO);
	const entitled = [...powers.keys()].filter((owner) => changed(owner, closedIn));
	const silent = new Set(servedOwners(facts).filter((owner) => !voted.has(owner) && changed(owner, closedIn)));
	const places = facts.question;
	return {
		before: tallyOf(
			ballots.filter(({ recent }) => recent),
			powerOf,
			places,
		),
		all: tallyOf(
			ballots.filter(({ owner, recent }) => recent || changed(owner, closedIn)),
			powerOf,
			places,
		),
		entitled: sum(entitled),
		served_silent: facts.rules.silent === 'follow_majority' ? sum([...silent]) : ZERO,
		faults,
	};
}

/**
 * @param {Ballot[]} ballots
 * @param {(owner: number) => Power} powerOf
 * @param {import('./count.js').Facts['question']} question
 * @returns {Tally}
 */
function tallyOf(ballots, powerOf, question) {
	const sum = (/** @type {(choice: Ballot['choice']) => boolean} */ picks) =>
		ballots
			.filter(({ choice }) => picks(choice))
			.map(({ owner }) => powerOf(owner))
			.reduce(plus, ZERO);
	const cast = (/** @type {string} */ name) => sum((choice) => choice === name);
	const places = (/** @type {number} */ count) => Array.from({ length: count }, (_, place) => place);
	return {
		participating: sum(() => true),
		in_favour: cast('for'),
		against: cast('against'),
		abstaining: cast('abstain'),
		quorum_only: cast('quorum_only'),
		approving: places(question.kind === 'election' ? question.candidates : 0).map((place) =>
			sum(
				(choice) =>
					typeof choice === 'object' && 'approve' in choice && ((choice.approve >> BigInt(place)) & 1n) === 1n,
			),
		),
		options: places(question.kind === 'options' ? question.options : 0).map((place) =>
			sum((choice) => typeof choice === 'object' && 'pick' in choice && choice.pick === place),
		),
	};
}
