// SPDX-License-Identifier: Apache-2.0

// Compares a recount with the certificate, number by number, and gathers all that is wrong with the vote.

import { channelFaults, unchecked } from './channels.js';
import { countedPowers, recount } from './count.js';
import { outcomeFaults } from './outcome.js';
import { recentChanges } from './recent.js';
import { sameTract } from './tracts.js';
import { same, ZERO } from './verdict.js';
import { windowFaults } from './windows.js';

/**
 * @typedef {import('./verdict.js').Power} Power
 * @typedef {import('./count.js').Result} Result
 * @typedef {{ what: string, counted: Power | string, chain: Power | string, agrees: boolean }} Line
 */

/**
 * Both results side by side, one line per number.
 * @param {Result} counted
 * @param {Result} chain
 */
export function compare(counted, chain) {
	/** @type {Line[]} */
	const lines = [];
	/** @type {(what: string, ours: Power | string, theirs: Power | string, equal: boolean) => void} */
	const line = (what, ours, theirs, equal) => {
		lines.push({ what, counted: ours, chain: theirs, agrees: equal });
	};
	/** @type {(what: string, ours?: Power, theirs?: Power) => void} */
	const power = (what, ours, theirs) => line(what, ours ?? '', theirs ?? '', !!ours && !!theirs && same(ours, theirs));
	power('all owners', counted.total, chain.total);
	power('took part', counted.participating, chain.participating);
	const list = (/** @type {'elected' | 'reserve'} */ what) => {
		const [ours, theirs] = [counted, chain].map((result) => result[what]?.join(', ') ?? '');
		line(what, ours, theirs, ours === theirs);
	};
	if (counted.options) {
		const places = Math.max(counted.options.length, chain.options?.length ?? 0);
		for (let place = 0; place < places; place++) {
			power(`option ${place}`, counted.options[place] ?? ZERO, chain.options?.[place] ?? ZERO);
		}
		power('against', counted.against, chain.against);
		power('abstained', counted.abstaining, chain.abstaining);
		list('elected');
		list('reserve');
	} else if (counted.approving) {
		const places = Math.max(counted.approving.length, chain.approving?.length ?? 0);
		for (let place = 0; place < places; place++) {
			power(`candidate ${place}`, counted.approving[place] ?? ZERO, chain.approving?.[place] ?? ZERO);
		}
		list('elected');
		list('reserve');
	} else {
		power('for', counted.in_favour, chain.in_favour);
		power('against', counted.against, chain.against);
		power('abstained', counted.abstaining, chain.abstaining);
		if (![counted, chain].every(({ quorum_only = ZERO }) => same(quorum_only, ZERO))) {
			power('for the quorum only', counted.quorum_only, chain.quorum_only);
		}
	}
	power('served and silent', counted.served_silent, chain.served_silent);
	const [tracts, shown] = [counted.tracts ?? [], chain.tracts ?? []];
	if (tracts.length !== shown.length) {
		line('number of tracts', String(tracts.length), String(shown.length), false);
	}
	tracts.forEach((ours, place) => {
		const theirs = shown.at(place);
		const where = `within buildings ${ours.buildings.join(', ')}`;
		power(`${where}: all owners`, ours.total, theirs?.total);
		power(`${where}: for`, ours.judged.in_favour, theirs?.judged.in_favour);
		power(`${where}: against`, ours.judged.against, theirs?.judged.against);
		line(`${where}: verdict`, ours.verdict, theirs?.verdict ?? '', !!theirs && sameTract(ours, theirs));
	});
	line('verdict', counted.verdict, chain.verdict, counted.verdict === chain.verdict);
	return lines;
}

/**
 * Counts a proposal again and compares everything with the certificate. `faults` are sentences, `recent` the part of the
 * result that comes from owners who changed recently, and `unchecked` what the node could not tell: the owners whose ballots
 * were cast by accounts of unknown owners and offices at that time, and whether it knows the times of the vote's blocks.
 * @param {import('./chain.js').ChainFacts} facts
 */
export function compareAll(facts) {
	const { certificate, poll } = facts;
	const counted = recount(facts);
	const lines = compare(counted, certificate);
	/** @type {(what: string, ours: string | number | bigint, theirs: string | number | bigint) => void} */
	const line = (what, ours, theirs) => {
		lines.push({ what, counted: String(ours), chain: String(theirs), agrees: ours === theirs });
	};
	line('rule book', facts.ruleBook, certificate.ruleBook);
	line('class', facts.class, certificate.class);
	line('stage', facts.stage, certificate.stage);
	line('record date', poll.recordBlock, certificate.recordBlock);
	line('kind of question', facts.question.kind, certificate.kind);
	// From here on with the powers that count.
	const votes = { ...facts, powers: countedPowers(facts.powers, facts) };
	const recent = recentChanges(votes);
	line('recent changes after', poll.recentSince, certificate.recentSince);
	lines.push(...compareRecent(recent.before, certificate));
	const faults = [
		...counted.faults,
		...basisFaults(counted, facts),
		...recent.faults,
		...channelFaults(votes),
		...windowFaults(votes, counted),
		...outcomeFaults(votes, counted),
	];
	const times = facts.announced.length === 0 || facts.closedAt.length === 0;
	return { lines, faults, recent, unchecked: { owners: unchecked(facts), times } };
}

/**
 * @param {import('./recent.js').Tally} before
 * @param {import('./chain.js').Certificate} certificate
 * @returns {Line[]}
 */
function compareRecent(before, { recent }) {
	const names = /** @type {const} */ (['in_favour', 'against', 'abstaining', 'quorum_only']);
	const lists = /** @type {const} */ (['approving', 'options']);
	const pairs = [
		...names.map((name) => [before[name], recent[name] ?? ZERO]),
		...(recent.voted ? [[before.participating, recent.voted]] : []),
		...lists.flatMap((list) => {
			const places = Math.max(before[list].length, recent[list]?.length ?? 0);
			return Array.from({ length: places }, (_, place) => [before[list][place] ?? ZERO, recent[list]?.[place] ?? ZERO]);
		}),
	];
	const different = pairs.find(([ours, theirs]) => !same(ours, theirs));
	const [counted, chain] = different ?? [before.participating, before.participating];
	return [{ what: 'after recent changes', counted, chain, agrees: !different }];
}

/**
 * What is wrong with the numbers that a certificate and its vote have besides the tally.
 * @param {Result} counted
 * @param {import('./chain.js').ChainFacts} facts
 */
function basisFaults(counted, { certificate, poll }) {
	/** @type {string[]} */
	const faults = [];
	const names = /** @type {const} */ (['in_favour', 'against', 'quorum_only']);
	if (names.some((name) => !same(counted.judged[name], certificate.judged[name]))) {
		faults.push('the verdict of the certificate is based on other numbers than its tally');
	}
	if (certificate.elected && !counted.elected) {
		faults.push('the certificate names somebody or something elected, which the question does not ask for');
	}
	if (certificate.voted && !same(certificate.voted, counted.participating)) {
		faults.push('the tally of the certificate has another number of voters');
	}
	if (!same(poll.total, counted.total)) {
		faults.push('the vote has another total than the register at the record date');
	}
	const buildings = (counted.tracts ?? []).flatMap((tract) => tract.buildings);
	if (poll.tractBuildings !== buildings.length) {
		faults.push('the vote was within other tracts than its rule book says');
	}
	return faults;
}
