// SPDX-License-Identifier: Apache-2.0

// Checks that the vote was as long as its class says: the notice, the window, an extension, a second call, an early close.
// Windows are counted in lived time.

import { livedAt, momentOf } from './clock.js';
import { countedPowers } from './count.js';
import { lackOf, plus, quorum, ZERO } from './verdict.js';

/**
 * @typedef {import('./chain.js').ChainFacts} ChainFacts
 * @typedef {import('./count.js').Result} Result
 * @typedef {import('./verdict.js').Power} Power
 */

/**
 * What is wrong with the times of a vote.
 * @param {ChainFacts} facts
 * @param {Result} counted
 */
export function windowFaults(facts, counted) {
	const { certificate, poll, rules, standstills } = facts;
	/** @type {string[]} */
	const faults = [];
	const lived = (/** @type {bigint} */ moment) => livedAt(moment, standstills);
	const opens = facts.announced.map((moment) => lived(moment) + BigInt(rules.notice));
	if (opens.length > 0 && !opens.includes(poll.opens)) {
		faults.push('the vote did not open when the notice of its class was over');
	}
	if (!inLength(facts, counted)) {
		faults.push('the vote does not have the length of its class');
	}
	if (lived(certificate.closed) < poll.closes) {
		faults.push('the vote was closed before its end');
	}
	if (facts.closedAt.length > 0 && !facts.closedAt.includes(certificate.closed)) {
		faults.push('the vote was not closed in the block that the certificate names');
	}
	if (certificate.closedIn <= poll.recordBlock) {
		faults.push('the vote was closed before its record date');
	}
	if (facts.ballots.some(({ moment }) => lived(moment) > poll.lastBallot)) {
		faults.push('a ballot was cast after what the chain has for the last one');
	}
	const stoodStill = certificate.closed - momentOf(poll.opens, standstills) - (lived(certificate.closed) - poll.opens);
	if (certificate.stoodStill !== stoodStill) {
		faults.push('the certificate names other standstills than the chain');
	}
	if (nextStage(facts, lackOf(facts.rules, facts.stage, counted)) !== null) {
		faults.push('the vote was closed although its class lets it go on');
	}
	if (isNeedless(facts, counted)) {
		faults.push('the vote went on although enough had taken part');
	}
	return faults;
}

/**
 * The stage that follows for lack of ballots, or null.
 * @param {ChainFacts} facts
 * @param {'participation' | 'approval' | null} lack
 */
function nextStage({ rules, stage }, lack) {
	if (lack === null) {
		return null;
	}
	if (stage === 'first_call' && rules.extension) {
		return 'extended';
	}
	return stage !== 'second_call' && rules.second_call && lack === 'participation' ? 'second_call' : null;
}

/**
 * Whether the vote is as long as its class says. A later stage begins when the one before was closed, which can be at any
 * time after its end.
 * @param {ChainFacts} facts
 * @param {Result} counted
 */
function inLength({ poll, rules, stage }, { total, participating }) {
	const { opens, closes, lastBallot } = poll;
	const first = opens + BigInt(rules.window);
	const extended = first + BigInt(rules.extension ?? 0);
	const ends = () => {
		switch (stage) {
			case 'first_call':
				return closes === first;
			case 'extended':
				return closes >= extended;
			default:
				return closes >= extended + BigInt(rules.second_call?.window ?? 0);
		}
	};
	const exists = stage === 'first_call' || (stage === 'extended' ? !!rules.extension : !!rules.second_call);
	const all = total.area === participating.area && total.heads === participating.heads;
	const early = rules.early_close != null && all && lastBallot + BigInt(rules.early_close) <= closes;
	return exists && (ends() || early);
}

/**
 * Whether a later stage was not needed: ballots that were there when it began, and stayed, were enough to take part. Those
 * of contests are left out, since they were withdrawn for a time.
 * @param {ChainFacts} facts
 * @param {Result} counted
 */
function isNeedless(facts, { total, tracts = [] }) {
	const { ballots, contests, poll, powers, rules, stage, standstills } = facts;
	const span = stage === 'second_call' ? rules.second_call?.window : stage === 'extended' ? rules.extension : null;
	// An extension can also be for lack of approval by all owners.
	if (!span || (stage === 'extended' && rules.approval.of === 'all')) {
		return false;
	}
	const began = poll.closes - BigInt(span);
	const contested = new Set(contests.map(({ owner }) => owner));
	const before = ballots.filter(({ owner, moment }) => livedAt(moment, standstills) < began && !contested.has(owner));
	const enough = (/** @type {Power} */ whole, /** @type {Map<number, Power>} */ by) =>
		quorum(rules, whole, before.map(({ owner }) => by.get(owner) ?? ZERO).reduce(plus, ZERO)) === null;
	const within = (facts.tracts ?? []).map((tract) => countedPowers(tract.powers, facts));
	// Those in which nobody has power are left out.
	const asked = within.filter((by) => by.size > 0);
	return enough(total, powers) && asked.every((by, place) => tracts[place] && enough(tracts[place].total, by));
}
