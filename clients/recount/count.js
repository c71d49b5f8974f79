// SPDX-License-Identifier: Apache-2.0

// Counts a proposal again from plain facts and compares the result with the certificate. Independent of the chain: see
// chain.js.

import { at, decide, developerPower, plus, qualifies, quorum, same, ZERO } from './verdict.js';

/**
 * @typedef {import('./verdict.js').Power} Power
 *
 * @typedef {object} Ballot
 * @property {number} owner
 * @property {string | { approve: bigint } | { pick: number }} choice `for`, `against`, `abstain` or `quorum_only`, the
 *   approved candidates as a bit field, or the place of an option.
 * @property {Power} power
 * @property {{ kind: string, enteredBy?: string, witness?: string }} channel
 * @property {bigint} moment
 *
 * @typedef {object} Receipt A delivery receipt: the owner's own, one person's record, or one with a witness.
 * @property {'acknowledged' | 'recorded' | 'witnessed'} kind
 * @property {string} [by]
 * @property {string} [witness]
 *
 * @typedef {{ kind: 'options', options: number }} Options A choice among so many options.
 *
 * @typedef {object} Facts The facts that determine a result.
 * @property {Map<number, Power>} powers Owner → power at the record date, for the owners of the electorate.
 * @property {Ballot[]} ballots
 * @property {{ owner: number, moment: bigint, receipt: Receipt }[]} deliveries
 * @property {bigint} opens In milliseconds since 1970, like `closes`.
 * @property {bigint} closes
 * @property {import('./verdict.js').Class} rules
 * @property {number | null} developer The owner who has the unsold units.
 * @property {string} stage The stage of the vote: `first_call`, `extended` or `second_call`.
 * @property {{ odd: boolean, seats_min: number }} election The rules of elections.
 * @property {{ kind: 'motion' } | { kind: 'election', seats: number, candidates: number } | Options} question
 *
 * @typedef {object} Result The result of a motion, of an election with `approving`, `elected` and `reserve`, or of a choice
 *   with `options`, the one `elected`, and in `reserve` the two of the run-off.
 * @property {Power} total
 * @property {Power} participating
 * @property {Power} served_silent
 * @property {string} verdict
 * @property {Power} [in_favour]
 * @property {Power} [against]
 * @property {Power} [abstaining]
 * @property {Power} [quorum_only]
 * @property {Power[]} [approving]
 * @property {Power[]} [options]
 * @property {number[]} [elected]
 * @property {number[]} [reserve]
 *
 * @typedef {{ what: string, counted: Power | string, chain: Power | string, agrees: boolean }} Line
 */

/** @param {Power[]} powers */
const sum = (powers) => powers.reduce(plus, ZERO);

/**
 * Counts again. Returns the result and, in `faults`, inconsistencies of the facts themselves.
 * @param {Facts} facts
 * @returns {Result & { faults: string[] }}
 */
export function recount({ powers: registered, ...given }) {
	const powers = counted(registered, given);
	const facts = { ...given, powers };
	const { ballots, question } = facts;
	const rules = at(facts.rules, facts.stage);
	const faults = ballots.flatMap((ballot) => faultsOf(ballot, facts));
	const seen = new Set();
	for (const { owner } of ballots) {
		if (seen.has(owner)) {
			faults.push(`owner ${owner} has two ballots`);
		}
		seen.add(owner);
	}
	const powerOf = (/** @type {number} */ owner) => powers.get(owner) ?? ZERO;
	const cast = (/** @type {string} */ choice) =>
		sum(ballots.filter((ballot) => ballot.choice === choice).map(({ owner }) => powerOf(owner)));
	const total = sum([...powers.values()]);
	const participating = sum(ballots.map(({ owner }) => powerOf(owner)));
	const served = new Set(facts.deliveries.filter((delivery) => counts(delivery, facts)).map(({ owner }) => owner));
	const silent = [...served].filter((owner) => !seen.has(owner)).map(powerOf);
	const served_silent = rules.silent === 'follow_majority' ? sum(silent) : ZERO;
	const result =
		question.kind === 'motion' ? motion() : question.kind === 'options' ? choice(question) : election(question);
	return { total, participating, served_silent, ...result, faults };

	function motion() {
		const [in_favour, against, abstaining, quorum_only] = ['for', 'against', 'abstain', 'quorum_only'].map(cast);
		const count = { total, participating, in_favour, against, served_silent, quorum_only };
		return { in_favour, against, abstaining, quorum_only, verdict: decide(rules, count) };
	}

	/**
	 * Each option is judged as a motion would be, for which all who picked another or none are against.
	 * @param {Options} asked
	 */
	function choice(asked) {
		const [against, abstaining, quorum_only] = ['against', 'abstain', 'quorum_only'].map(cast);
		const options = Array.from({ length: asked.options }, (_, place) =>
			sum(ballots.filter(({ choice }) => picks(choice, place)).map(({ owner }) => powerOf(owner))),
		);
		const verdictOf = (/** @type {number} */ place) => {
			const others = options.filter((_, other) => other !== place);
			const rest = sum([...others, against]);
			const count = {
				total,
				participating,
				in_favour: options[place],
				against: rest,
				served_silent: ZERO,
				quorum_only,
			};
			return decide(rules, count);
		};
		const ranked = options
			.map((power, place) => ({ power, place }))
			.sort(byRank)
			.map(({ place }) => place);
		const chosen = ranked.find((place) => verdictOf(place) === 'Passed');
		const numbers = { options, against, abstaining, quorum_only };
		if (chosen !== undefined) {
			return { ...numbers, elected: [chosen], reserve: [], verdict: 'Passed' };
		}
		const verdict = verdictOf(ranked[0]);
		const picked = sum(options);
		const two = ranked.filter((place) => !same(options[place], ZERO)).slice(0, 2);
		const decided = /^(Participation|Nobody|AllAbstained)/.test(verdict);
		const wanted = picked.heads > against.heads && picked.area > against.area;
		const reserve = !decided && wanted && options.length > 2 && two.length === 2 ? two : [];
		return { ...numbers, elected: [], reserve, verdict };
	}

	/** @param {{ seats: number, candidates: number }} asked */
	function election({ seats, candidates }) {
		const approving = Array.from({ length: candidates }, (_, place) =>
			sum(ballots.filter(({ choice }) => approves(choice, place)).map(({ owner }) => powerOf(owner))),
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
		let seated = Math.min(seats, qualified.length);
		if (facts.election.odd && seated % 2 === 0) {
			seated = Math.max(0, seated - 1);
		}
		// A committee without a majority of its seats could carry nothing.
		if (seated < facts.election.seats_min || seated * 2 <= seats) {
			const verdict = qualified.length === 0 ? 'NoCandidate' : 'TooFewElected';
			return { approving, elected: [], reserve: [], verdict };
		}
		return { approving, elected: qualified.slice(0, seated), reserve: qualified.slice(seated), verdict: 'Passed' };
	}
}

/**
 * Owners count as served if they said so while ballots were taken, or if two people recorded it before.
 * @param {Facts['deliveries'][number]} delivery
 * @param {Facts} facts
 */
function counts({ moment, receipt }, { opens, closes }) {
	const byTwo = receipt.kind === 'witnessed' && receipt.by !== receipt.witness;
	return receipt.kind === 'acknowledged' ? moment < closes : byTwo && moment < opens;
}

/**
 * The powers as the class counts the developer. Owners who are left out are in no electorate.
 * @param {Map<number, Power>} powers
 * @param {Omit<Facts, 'powers'>} facts
 */
function counted(powers, { rules, developer }) {
	const own = developer === null ? undefined : powers.get(developer);
	if (developer === null || !own) {
		return powers;
	}
	const power = developerPower(rules.developer ?? 'full', own, sum([...powers.values()]));
	const changed = new Map(powers).set(developer, power);
	if (same(power, ZERO)) {
		changed.delete(developer);
	}
	return changed;
}

/** @type {(choice: Ballot['choice'], place: number) => boolean} */
const approves = (choice, place) =>
	typeof choice === 'object' && 'approve' in choice && ((choice.approve >> BigInt(place)) & 1n) === 1n;

/** @type {(choice: Ballot['choice'], place: number) => boolean} */
const picks = (choice, place) => typeof choice === 'object' && 'pick' in choice && choice.pick === place;

/**
 * By descending heads, then by descending area, then in the order of candidacy.
 * @typedef {{ power: Power, place: number }} Candidate
 * @param {Candidate} a
 * @param {Candidate} b
 */
function byRank(a, b) {
	const order = (/** @type {bigint} */ one, /** @type {bigint} */ other) => (one > other ? -1 : one < other ? 1 : 0);
	return order(a.power.heads, b.power.heads) || order(a.power.area, b.power.area) || a.place - b.place;
}

/**
 * @param {Ballot} ballot
 * @param {Facts} facts
 */
function faultsOf({ owner, choice, power, channel, moment }, { powers, opens, closes, question }) {
	/** @type {string[]} */
	const faults = [];
	const own = powers.get(owner) ?? ZERO;
	if (same(own, ZERO)) {
		faults.push(`owner ${owner} voted but has no power in the electorate at the record date`);
	} else if (!same(own, power)) {
		faults.push(`owner ${owner}: the power of the ballot differs from the register at the record date`);
	}
	if (moment < opens || moment >= closes) {
		faults.push(`owner ${owner}: the ballot was cast outside the window`);
	}
	const asks = question.kind === 'election' ? question.candidates : 0;
	const approved = typeof choice === 'object' && 'approve' in choice ? choice.approve : null;
	const picked = typeof choice === 'object' && 'pick' in choice ? choice.pick : null;
	const isAnswer =
		(approved !== null) === (question.kind === 'election') &&
		(picked === null || question.kind === 'options') &&
		!(choice === 'for' && question.kind === 'options');
	if (!isAnswer) {
		faults.push(`owner ${owner}: the ballot answers another kind of question`);
	} else if (picked !== null && question.kind === 'options' && picked >= question.options) {
		faults.push(`owner ${owner}: the ballot picks an option that does not exist`);
	} else if (approved !== null && approved >> BigInt(asks) !== 0n) {
		faults.push(`owner ${owner}: the ballot approves a candidate that does not exist`);
	}
	if (channel.kind === 'paper' && channel.enteredBy === channel.witness) {
		faults.push(`owner ${owner}: the account that entered the paper ballot also countersigned it`);
	}
	return faults;
}

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
	line('verdict', counted.verdict, chain.verdict, counted.verdict === chain.verdict);
	return lines;
}

/**
 * Counts a proposal again and compares each number with the certificate's.
 * @param {import('./chain.js').ChainFacts} facts
 */
export function compareAll(facts) {
	const { certificate } = facts;
	const counted = recount(facts);
	const lines = compare(counted, certificate);
	for (const what of /** @type {const} */ (['ruleBook', 'class', 'stage'])) {
		const [ours, theirs] = [facts[what], certificate[what]];
		const name = what === 'ruleBook' ? 'rule book' : what;
		lines.push({ what: name, counted: String(ours), chain: String(theirs), agrees: ours === theirs });
	}
	return { lines, faults: counted.faults };
}
