// SPDX-License-Identifier: Apache-2.0

// Counts a proposal again from plain facts. Independent of the chain: see chain.js.

import { countTracts, withTracts } from './tracts.js';
import { at, decide, developerPower, plus, qualifies, quorum, same, ZERO } from './verdict.js';

/**
 * @typedef {import('./verdict.js').Power} Power
 *
 * @typedef {object} Ballot
 * @property {number} owner
 * @property {string | { approve: bigint } | { pick: number }} choice `for`, `against`, `abstain` or `quorum_only`, the
 *   approved candidates as a bit field, or the place of an option.
 * @property {Power} power
 * @property {{ kind: string, holder?: string, enteredBy?: string, witness?: string, scan?: string }} channel `own`, `proxy`
 *   or `paper`, and the accounts that acted.
 * @property {bigint} moment
 * @property {boolean} recent Whether the chain counted it as cast after a recent change of its owner.
 *
 * @typedef {object} Receipt A delivery receipt: the owner's own, one person's record, or one with a witness.
 * @property {'acknowledged' | 'recorded' | 'witnessed'} kind
 * @property {string} [by]
 * @property {string} [witness]
 *
 * @typedef {{ owner: number, moment: bigint, power: Power, receipt: Receipt }} Delivery
 *
 * @typedef {{ kind: 'options', options: number }} Options A choice among so many options.
 *
 * @typedef {object} Facts The facts that determine a result.
 * @property {Map<number, Power>} powers Owner → power at the record date, for the owners of the electorate.
 * @property {import('./tracts.js').Tract[]} [tracts] Those of the rule book, if the class asks for its thresholds within
 *   each.
 * @property {Ballot[]} ballots
 * @property {Delivery[]} deliveries
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
 * @property {{ in_favour: Power, against: Power, quorum_only: Power }} judged The numbers on which the verdict is based: in an
 *   election zero, in a choice those of the chosen or leading option.
 * @property {string} verdict
 * @property {Power} [in_favour]
 * @property {Power} [against]
 * @property {Power} [abstaining]
 * @property {Power} [quorum_only]
 * @property {Power[]} [approving]
 * @property {Power[]} [options]
 * @property {number[]} [elected]
 * @property {number[]} [reserve]
 * @property {import('./tracts.js').TractResult[]} [tracts] The results within the tracts of a motion.
 */

/** @param {Power[]} powers */
const sum = (powers) => powers.reduce(plus, ZERO);

/**
 * Counts again. Returns the result and, in `faults`, inconsistencies of the facts themselves.
 * @param {Facts} facts
 * @returns {Result & { faults: string[] }}
 */
export function recount({ powers: registered, ...given }) {
	const powers = countedPowers(registered, given);
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
	const silent = servedOwners(facts)
		.filter((owner) => !seen.has(owner))
		.map(powerOf);
	const served_silent = rules.silent === 'follow_majority' ? sum(silent) : ZERO;
	const result =
		question.kind === 'motion' ? motion() : question.kind === 'options' ? choice(question) : election(question);
	return { total, participating, served_silent, ...result, faults };

	function motion() {
		const [in_favour, against, abstaining, quorum_only] = ['for', 'against', 'abstain', 'quorum_only'].map(cast);
		const count = { total, participating, in_favour, against, served_silent, quorum_only };
		const judged = { in_favour, against, quorum_only };
		const counted = (given.tracts ?? []).map((tract) => ({ ...tract, powers: countedPowers(tract.powers, given) }));
		const tracts = countTracts(rules, ballots, counted);
		const verdict = withTracts(decide(rules, count), tracts);
		return { in_favour, against, abstaining, quorum_only, judged, tracts, verdict };
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
		const judgedOf = (/** @type {number} */ place) => {
			const others = options.filter((_, other) => other !== place);
			return { in_favour: options[place], against: sum([...others, against]), quorum_only };
		};
		const verdictOf = (/** @type {number} */ place) =>
			decide(rules, { total, participating, served_silent: ZERO, ...judgedOf(place) });
		const ranked = options
			.map((power, place) => ({ power, place }))
			.sort(byRank)
			.map(({ place }) => place);
		const chosen = ranked.find((place) => verdictOf(place) === 'Passed');
		const numbers = { options, against, abstaining, quorum_only };
		if (chosen !== undefined) {
			return { ...numbers, judged: judgedOf(chosen), elected: [chosen], reserve: [], verdict: 'Passed' };
		}
		const verdict = verdictOf(ranked[0]);
		const picked = sum(options);
		const two = ranked.filter((place) => !same(options[place], ZERO)).slice(0, 2);
		const decided = /^(Participation|Nobody|AllAbstained)/.test(verdict);
		const wanted = picked.heads > against.heads && picked.area > against.area;
		const reserve = !decided && wanted && options.length > 2 && two.length === 2 ? two : [];
		return { ...numbers, judged: judgedOf(ranked[0]), elected: [], reserve, verdict };
	}

	/** @param {{ seats: number, candidates: number }} asked */
	function election({ seats, candidates }) {
		const approving = Array.from({ length: candidates }, (_, place) =>
			sum(ballots.filter(({ choice }) => approves(choice, place)).map(({ owner }) => powerOf(owner))),
		);
		const judged = { in_favour: ZERO, against: ZERO, quorum_only: ZERO };
		const tooFew = quorum(rules, total, participating);
		if (tooFew) {
			return { approving, judged, elected: [], reserve: [], verdict: tooFew };
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
			return { approving, judged, elected: [], reserve: [], verdict };
		}
		const [elected, reserve] = [qualified.slice(0, seated), qualified.slice(seated)];
		return { approving, judged, elected, reserve, verdict: 'Passed' };
	}
}

/**
 * The owners who were served in time.
 * @param {Pick<Facts, 'deliveries' | 'opens' | 'closes'>} facts
 */
export const servedOwners = (facts) => [
	...new Set(facts.deliveries.filter((delivery) => counts(delivery, facts)).map(({ owner }) => owner)),
];

/**
 * Owners count as served if they said so while ballots were taken, or if two people recorded it before.
 * @param {Delivery} delivery
 * @param {Pick<Facts, 'opens' | 'closes'>} facts
 */
function counts({ moment, receipt }, { opens, closes }) {
	const byTwo = receipt.kind === 'witnessed' && receipt.by !== receipt.witness;
	return receipt.kind === 'acknowledged' ? moment < closes : byTwo && moment < opens;
}

/**
 * The powers as the class counts the developer. Owners who are left out are in no electorate.
 * @param {Map<number, Power>} powers
 * @param {Pick<Facts, 'rules' | 'developer'>} facts
 */
export function countedPowers(powers, { rules, developer }) {
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
function faultsOf({ owner, choice, power, channel, moment }, { powers, opens, closes, question, rules }) {
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
	if (choice === 'quorum_only' && (!rules.quorum_only || question.kind === 'election')) {
		faults.push(`owner ${owner}: the ballot is for the quorum only, which the class does not have`);
	} else if (!isAnswer) {
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
