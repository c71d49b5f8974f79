// SPDX-License-Identifier: Apache-2.0

// Counts a proposal again from plain facts, and says where the certificate differs. Knows no chain: see chain.js.

import { decide, plus, qualifies, quorum, same, ZERO } from './verdict.js';

const sum = (powers) => powers.reduce(plus, ZERO);

/**
 * Counts again. `facts`:
 * - `powers`: owner → power at the record date, for the owners of the electorate;
 * - `ballots`: `{ owner, choice, power, channel, moment }`, a choice being `for`, `against`, `abstain` or `{ approve: bits }`;
 * - `receipts`: `{ owner, moment }`;
 * - `opens`, `closes`: milliseconds; `rules`: the class; `election`: the rules of elections;
 * - `question`: `{ kind: 'motion' }` or `{ kind: 'election', seats, candidates }`.
 *
 * Returns the result and, in `faults`, what is wrong with the facts themselves.
 */
export function recount(facts) {
	const { powers, ballots, rules, question } = facts;
	const faults = ballots.flatMap((ballot) => faultsOf(ballot, facts));
	const seen = new Set();
	for (const { owner } of ballots) {
		if (seen.has(owner)) {
			faults.push(`owner ${owner} has two ballots`);
		}
		seen.add(owner);
	}
	const powerOf = (owner) => powers.get(owner) ?? ZERO;
	const cast = (choice) => sum(ballots.filter((ballot) => ballot.choice === choice).map(({ owner }) => powerOf(owner)));
	const total = sum([...powers.values()]);
	const participating = sum(ballots.map(({ owner }) => powerOf(owner)));
	const served = new Set(facts.receipts.filter(({ moment }) => moment < facts.closes).map(({ owner }) => owner));
	const silent = [...served].filter((owner) => !seen.has(owner)).map(powerOf);
	const served_silent = rules.silent === 'follow_majority' ? sum(silent) : ZERO;
	const result = question.kind === 'motion' ? motion() : election();
	return { total, participating, served_silent, ...result, faults };

	function motion() {
		const [in_favour, against, abstaining] = ['for', 'against', 'abstain'].map(cast);
		const count = { total, participating, in_favour, against, served_silent };
		return { in_favour, against, abstaining, verdict: decide(rules, count) };
	}

	function election() {
		const approving = Array.from({ length: question.candidates }, (_, place) =>
			sum(ballots.filter(({ choice }) => (choice.approve >> BigInt(place)) & 1n).map(({ owner }) => powerOf(owner))),
		);
		const tooFew = quorum(rules, total, participating);
		if (tooFew) {
			return { approving, elected: [], reserve: [], verdict: tooFew };
		}
		const qualified = approving
			.map((power, place) => ({ power, place }))
			.filter(({ power }) => qualifies(rules, total, participating, power))
			.sort(byRank)
			.map(({ place }) => place);
		let seated = Math.min(question.seats, qualified.length);
		if (facts.election.odd && seated % 2 === 0) {
			seated = Math.max(0, seated - 1);
		}
		if (qualified.length === 0 || seated < facts.election.seats_min) {
			const verdict = qualified.length === 0 ? 'NoCandidate' : 'TooFewElected';
			return { approving, elected: [], reserve: [], verdict };
		}
		return { approving, elected: qualified.slice(0, seated), reserve: qualified.slice(seated), verdict: 'Passed' };
	}
}

/** Most heads first, then most area, then who stood first. */
function byRank(a, b) {
	const order = (one, other) => (one > other ? -1 : one < other ? 1 : 0);
	return order(a.power.heads, b.power.heads) || order(a.power.area, b.power.area) || a.place - b.place;
}

function faultsOf({ owner, choice, power, channel, moment }, { powers, opens, closes, question }) {
	const faults = [];
	const own = powers.get(owner) ?? ZERO;
	if (same(own, ZERO)) {
		faults.push(`owner ${owner} voted and has no power in the electorate at the record date`);
	} else if (!same(own, power)) {
		faults.push(`owner ${owner}: the ballot has another power than the register at the record date`);
	}
	if (moment < opens || moment >= closes) {
		faults.push(`owner ${owner}: the ballot was cast outside the window`);
	}
	const approves = typeof choice === 'object';
	if (approves !== (question.kind === 'election')) {
		faults.push(`owner ${owner}: the ballot answers another kind of question`);
	} else if (approves && choice.approve >> BigInt(question.candidates) !== 0n) {
		faults.push(`owner ${owner}: the ballot approves a candidate who does not stand`);
	}
	if (channel.kind === 'paper' && channel.enteredBy === channel.witness) {
		faults.push(`owner ${owner}: who entered the paper ballot countersigned it`);
	}
	return faults;
}

/** Both results side by side: `{ what, counted, chain, agrees }` for each number. */
export function compare(counted, chain) {
	const lines = [];
	const line = (what, ours, theirs, equal) => lines.push({ what, counted: ours, chain: theirs, agrees: equal });
	const power = (what, ours, theirs) => line(what, ours, theirs, same(ours, theirs));
	power('all owners', counted.total, chain.total);
	power('took part', counted.participating, chain.participating);
	if (counted.approving) {
		const places = Math.max(counted.approving.length, chain.approving.length);
		for (let place = 0; place < places; place++) {
			power(`candidate ${place}`, counted.approving[place] ?? ZERO, chain.approving[place] ?? ZERO);
		}
		const list = (what) =>
			line(what, counted[what].join(', '), chain[what].join(', '), counted[what].join() === chain[what].join());
		list('elected');
		list('reserve');
	} else {
		power('for', counted.in_favour, chain.in_favour);
		power('against', counted.against, chain.against);
		power('abstained', counted.abstaining, chain.abstaining);
	}
	power('served and silent', counted.served_silent, chain.served_silent);
	line('verdict', counted.verdict, chain.verdict, counted.verdict === chain.verdict);
	return lines;
}
