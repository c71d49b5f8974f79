// SPDX-License-Identifier: Apache-2.0

// Checks what followed from the vote: whether its class suffices for the question, the state of the proposal, when it could
// be enacted, judgments and run-offs.

import { livedAt } from './clock.js';

/**
 * @typedef {import('./chain.js').ChainFacts} ChainFacts
 * @typedef {import('./count.js').Result} Result
 *
 * @typedef {object} State The state of a proposal. Lived and clock times in ms.
 * @property {string} kind
 * @property {bigint} [closed] The time of the close.
 * @property {bigint} [enactAt] The lived time from which it can be enacted.
 * @property {bigint} [at] The time of the enactment.
 *
 * @typedef {object} Judgment
 * @property {string} enteredBy
 * @property {bigint} moment
 * @property {{ by: string, enactAt: bigint } | null} given The registrar, and the lived time of the enactment.
 *
 * @typedef {object} Book What a rule book says of its classes.
 * @property {string[]} levels The level of each class.
 * @property {boolean[]} [inEachTract] Whether each class asks for its thresholds within each tract.
 * @property {Record<string, number>} matters The class of each matter.
 * @property {{ class: number, seats_min: number, seats_max: number, odd: boolean }} election
 *
 * @typedef {object} Choice A choice among options, as its run-off has to repeat it.
 * @property {number} id
 * @property {string[]} calls The call of each option.
 * @property {string} about All else that both have in common: class, rule book, electorate, text, matter.
 */

const DAY = 86_400_000n;
/** The time from a court's judgment to the enactment is at least this long (docs/decisions.md). */
const JUDGMENT_DELAY = 30n * DAY;
const LEVELS = ['advisory', 'ordinary', 'major'];
const AFTER_PASSING = ['passed', 'failed', 'enacted', 'annulled', 'lapsed'];

/**
 * @param {ChainFacts} facts
 * @param {Result} counted
 */
export function outcomeFaults(facts, counted) {
	return [...questionFaults(facts), ...stateFaults(facts, counted), ...runOffFaults(facts, counted)];
}

/** @param {ChainFacts} facts */
function questionFaults({ book, class: id, rules, question, matter, buildings, poll, candidates, minSeconders }) {
	/** @type {string[]} */
	const faults = [];
	if (String(buildings) !== String(poll.buildings)) {
		faults.push('the vote was of another electorate than the proposal');
	}
	if (poll.kinds !== (rules.kinds ?? null)) {
		faults.push('the vote was of other kinds of units than its class says');
	}
	const level = (/** @type {number} */ of) => LEVELS.indexOf(book.levels[of]);
	if (matter !== null) {
		const needed = book.matters[matter];
		const tracts = (/** @type {number} */ of) => book.inEachTract?.[of] ?? false;
		const higher = level(id) > level(needed) && (tracts(id) || !tracts(needed));
		if (needed === undefined || (id !== needed && !higher)) {
			faults.push(`the class does not suffice for the matter of the proposal: ${matter}`);
		}
	}
	if (question.kind !== 'election') {
		return faults;
	}
	const { election } = book;
	if (id !== election.class || buildings !== null) {
		faults.push('the election was by another class or electorate than the rule book says');
	}
	const odd = !election.odd || question.seats % 2 === 1;
	if (question.seats < election.seats_min || question.seats > election.seats_max || !odd) {
		faults.push('the rule book does not allow this number of seats');
	}
	for (const { owner, stands, seconders } of candidates) {
		if (!stands || seconders < minSeconders) {
			faults.push(`owner ${owner} has a place among the candidates without standing, or without seconders`);
		}
	}
	return faults;
}

/**
 * @param {ChainFacts} facts
 * @param {Result} counted
 */
function stateFaults({ state, judgment, postponed, rules, standstills, certificate, question }, counted) {
	const { verdict } = counted;
	/** @type {string[]} */
	const faults = [];
	const passed = verdict === 'Passed';
	const given = judgment?.given ?? null;
	const followed = AFTER_PASSING.includes(state.kind);
	if (followed ? !passed && !given : state.kind !== 'rejected' || passed) {
		faults.push(`the verdict is ${verdict}, but the proposal is ${state.kind}`);
	}
	if (judgment && (passed || question.kind !== 'motion')) {
		faults.push('there is a judgment on something else than a rejected motion');
	}
	if (judgment && !isWantedByMost(counted, rules)) {
		faults.push('there is a judgment on a motion for which no more than half of all voted');
	}
	if (state.closed !== undefined && state.closed !== certificate.closed) {
		faults.push('the proposal was closed at another time than the certificate says');
	}
	const delay = BigInt(rules.delay);
	if (judgment && given) {
		const earliest = livedAt(judgment.moment, standstills) + (delay > JUDGMENT_DELAY ? delay : JUDGMENT_DELAY);
		if (given.by === judgment.enteredBy) {
			faults.push('the account that entered the judgment also countersigned it');
		}
		if (given.enactAt < earliest) {
			faults.push('the judgment takes effect too early');
		}
	}
	const due = postponed ?? given?.enactAt ?? livedAt(certificate.closed, standstills) + delay;
	if (state.enactAt !== undefined && state.enactAt !== due) {
		faults.push('the proposal could be enacted at another time than its class says');
	}
	if (state.at !== undefined && livedAt(state.at, standstills) < due) {
		faults.push('the proposal was enacted too early');
	}
	return faults;
}

/**
 * Whether more than half of all voted for it, by each measure that the approval of its class looks at.
 * @param {Result} counted
 * @param {ChainFacts['rules']} rules
 */
function isWantedByMost({ total, in_favour }, { approval }) {
	const measures = /** @type {const} */ (['area', 'heads']).filter((measure) => approval[measure]);
	return in_favour !== undefined && measures.every((measure) => 2n * in_favour[measure] > total[measure]);
}

/**
 * @param {ChainFacts} facts
 * @param {Result} counted
 */
function runOffFaults({ choice, runOff, runOffOf }, { reserve = [] }) {
	/** @type {string[]} */
	const faults = [];
	/** @type {(first: Choice, second: Choice, places: number[]) => boolean} */
	const repeats = (first, second, places) =>
		places.length === 2 &&
		first.id < second.id &&
		first.about === second.about &&
		String(places.map((place) => first.calls[place])) === String(second.calls);
	if (runOff && !(choice && repeats(choice, runOff, reserve))) {
		faults.push('the run-off is not between the two options that led');
	}
	if (runOffOf && !(choice && repeats(runOffOf.first, choice, runOffOf.places))) {
		faults.push('this run-off is not between the two options that led in the first vote');
	}
	return faults;
}
