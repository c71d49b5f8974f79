// SPDX-License-Identifier: Apache-2.0

// Computes the verdict of a count. Shares are compared by cross-multiplying BigInts.
//
// Written from the rules (docs/decisions.md), independently of the pallet, so that errors of either are detected.
// Classes have the form used by chain specs: `{ participation, approval, veto, tie, silent, … }` in snake_case. A power
// is `{ area, heads }` in BigInt.

/**
 * @typedef {'area' | 'heads'} Measure
 * @typedef {{ area: bigint, heads: bigint }} Power The area in 0.01 m².
 * @typedef {{ numerator: number, denominator: number }} Fraction
 * @typedef {{ fraction: Fraction, strict: boolean }} Threshold
 * @typedef {{ area?: Threshold | null, heads?: Threshold | null, both: boolean }} Condition
 *
 * @typedef {'full' | 'left_out' | { reduced: { to: Fraction, from: Fraction } } | { capped: { at: Fraction } }} DeveloperRule
 *
 * @typedef {object} Class The rules of one class of decisions. `of` names the base of a share.
 * @property {Condition} participation
 * @property {Condition & { of: string }} approval
 * @property {{ area?: Fraction | null, heads?: Fraction | null, of: string } | null} [veto]
 * @property {string} tie
 * @property {string} silent
 * @property {number} notice Like all spans, in ms.
 * @property {number} window
 * @property {number} delay
 * @property {number | null} [extension]
 * @property {{ participation: Condition, window: number } | null} [second_call]
 * @property {number | null} [early_close]
 * @property {boolean} [quorum_only] Whether ballots can be for the quorum only.
 * @property {DeveloperRule} [developer]
 * @property {number | null} [kinds] The kinds of units that take part, one bit each; null or absent for all that vote.
 * @property {boolean} [in_each_tract] Whether its thresholds must be met within each tract, too.
 *
 * @typedef {object} Count
 * @property {Power} total
 * @property {Power} participating
 * @property {Power} in_favour
 * @property {Power} against
 * @property {Power} served_silent
 * @property {Power} quorum_only
 */

/** @type {Readonly<Power>} */
export const ZERO = Object.freeze({ area: 0n, heads: 0n });

/** @type {(a: Power, b: Power) => Power} */
export const plus = (a, b) => ({ area: a.area + b.area, heads: a.heads + b.heads });
/** @type {(a: Power, b: Power) => Power} */
export const minus = (a, b) => ({ area: a.area - b.area, heads: a.heads - b.heads });
/** @type {(a: Power, b: Power) => boolean} */
export const same = (a, b) => a.area === b.area && a.heads === b.heads;

/** @param {Power} power */
const isNothing = (power) => power.area === 0n && power.heads === 0n;
/** @type {Measure[]} */
const MEASURES = ['area', 'heads'];
/** @param {Measure} measure */
const titled = (measure) => (measure === 'area' ? 'Area' : 'Heads');

/**
 * The sign of `part / whole - fraction`. A share of a zero total is below every fraction.
 * @param {Fraction} fraction
 * @param {bigint} part
 * @param {bigint} whole
 */
function compare(fraction, part, whole) {
	if (whole === 0n) {
		return -1;
	}
	const difference = part * BigInt(fraction.denominator) - whole * BigInt(fraction.numerator);
	return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** @type {(threshold: Threshold | null | undefined, part: bigint, whole: bigint) => boolean} */
const reached = (threshold, part, whole) => {
	if (!threshold) {
		return false;
	}
	const sign = compare(threshold.fraction, part, whole);
	return sign > 0 || (sign === 0 && !threshold.strict);
};

/**
 * The first measure because of which the condition is not met, or null. `met` tells whether a measure meets its
 * threshold.
 * @param {Condition} condition
 * @param {(measure: Measure) => boolean} met
 */
function firstShort(condition, met) {
	const named = MEASURES.filter((measure) => condition[measure]);
	const short = named.filter((measure) => !met(measure));
	const enough = condition.both ? short.length === 0 : short.length < named.length || named.length === 0;
	return enough ? null : short[0];
}

/**
 * The class as it decides at a stage of the vote: `first_call`, `extended` or `second_call`.
 * @type {(rules: Class, stage: string) => Class}
 */
export const at = (rules, stage) =>
	stage === 'second_call' && rules.second_call ? { ...rules, participation: rules.second_call.participation } : rules;

/**
 * The power with which the developer's `own` counts in an electorate of `total`, its own included.
 * @type {(rule: DeveloperRule, own: Power, total: Power) => Power}
 */
export function developerPower(rule, own, total) {
	const share = (/** @type {Fraction} */ { numerator, denominator }, /** @type {bigint} */ of) =>
		(of * BigInt(numerator)) / BigInt(denominator);
	if (rule === 'full') {
		return own;
	}
	if (rule === 'left_out') {
		return ZERO;
	}
	if ('reduced' in rule) {
		const { to, from } = rule.reduced;
		return compare(from, own.area, total.area) >= 0 ? { ...own, area: share(to, own.area) } : own;
	}
	const most = share(rule.capped.at, total.area);
	return { ...own, area: most < own.area ? most : own.area };
}

/** @type {(base: string, count: Count) => Power} */
const baseOf = (base, count) => {
	switch (base) {
		case 'all':
			return count.total;
		case 'participating':
			return minus(count.participating, count.quorum_only);
		case 'for_and_against':
			return plus(count.in_favour, count.against);
		default:
			throw new Error(`unknown base: ${base}`);
	}
};

/**
 * The reason why participation is insufficient, or null.
 * @param {Class} rules
 * @param {Power} total
 * @param {Power} participating
 */
export function quorum(rules, total, participating) {
	if (isNothing(total)) {
		return 'NobodyEntitled';
	}
	if (isNothing(participating)) {
		return 'NobodyVoted';
	}
	const short = firstShort(rules.participation, (measure) =>
		reached(rules.participation[measure], participating[measure], total[measure]),
	);
	return short && `Participation${titled(short)}`;
}

/**
 * The count after owners who were served and stayed silent have joined the majority, if the class says so and there is
 * one.
 * @param {Class} rules
 * @param {Count} count
 * @returns {Count}
 */
export function withSilent(rules, count) {
	if (rules.silent !== 'follow_majority') {
		return count;
	}
	const abstaining = [count.in_favour, count.against, count.quorum_only].reduce(minus, count.participating);
	const looked = MEASURES.filter((measure) => rules.approval[measure]);
	const measures = looked.length ? looked : MEASURES;
	/** @type {(one: Power, others: Power[]) => boolean} */
	const leads = (one, others) => measures.every((measure) => others.every((other) => one[measure] > other[measure]));
	const { in_favour, against, served_silent: silent } = count;
	const participating = plus(count.participating, silent);
	if (leads(in_favour, [against, abstaining])) {
		return { ...count, participating, in_favour: plus(in_favour, silent) };
	}
	if (leads(against, [in_favour, abstaining])) {
		return { ...count, participating, against: plus(against, silent) };
	}
	return leads(abstaining, [in_favour, against]) ? { ...count, participating } : count;
}

/**
 * `'Passed'`, or the reason for the rejection.
 * @param {Class} rules
 * @param {Count} cast
 */
export function decide(rules, cast) {
	const count = withSilent(rules, cast);
	const tooFew = quorum(rules, count.total, count.participating);
	if (tooFew) {
		return tooFew;
	}
	if (isNothing(count.in_favour) && isNothing(count.against)) {
		return 'AllAbstained';
	}
	const { approval, veto } = rules;
	if (!approval.area && !approval.heads) {
		return 'NotForMotions';
	}
	const base = baseOf(approval.of, count);
	const met = (/** @type {Measure} */ measure) => reached(approval[measure], count.in_favour[measure], base[measure]);
	const tied = (/** @type {Measure} */ measure) =>
		approval[measure]?.strict === true &&
		count.in_favour[measure] === count.against[measure] &&
		compare(approval[measure].fraction, count.in_favour[measure], base[measure]) === 0;
	const short = firstShort(approval, (measure) => met(measure) || tied(measure));
	if (short) {
		return `Approval${titled(short)}`;
	}
	if (rules.tie === 'rejected' && firstShort(approval, met)) {
		return 'Tie';
	}
	if (veto) {
		const of = baseOf(veto.of, count);
		const over = MEASURES.find((m) => {
			const share = veto[m];
			return share && compare(share, count.against[m], of[m]) > 0 && of[m] > 0n;
		});
		if (over) {
			return `Veto${titled(over)}`;
		}
	}
	return 'Passed';
}

/**
 * What ballots that were not cast could still have brought about: the participation or the approval of all, or nothing.
 * With tracts, in all of them that fell short.
 * @param {Class} rules
 * @param {string} stage
 * @param {import('./count.js').Result} result
 */
export function lackOf(rules, stage, result) {
	const whole = { ...result, verdict: result.verdict === 'Tract' ? 'Passed' : result.verdict };
	const short = [whole, ...(result.tracts ?? [])].filter(({ verdict }) => verdict !== 'Passed');
	const lacks = short.map((part) => lackWithin(rules, stage, part));
	if (lacks.length === 0 || lacks.includes(null)) {
		return null;
	}
	return lacks.includes('approval') ? 'approval' : 'participation';
}

/**
 * What a part of the vote lacks, the whole or a tract.
 * @param {Class} rules
 * @param {string} stage
 * @param {Pick<import('./count.js').Result, 'total' | 'participating' | 'judged' | 'approving' | 'verdict'>} part
 */
function lackWithin(rules, stage, { total, participating, judged, approving, verdict }) {
	if (/^(NobodyVoted|Participation)/.test(verdict)) {
		return 'participation';
	}
	if (approving || !verdict.startsWith('Approval') || rules.approval.of !== 'all') {
		return null;
	}
	const in_favour = plus(judged.in_favour, minus(total, participating));
	const full = { ...judged, total, participating: total, in_favour, served_silent: ZERO };
	return decide(at(rules, stage), full) === 'Passed' ? 'approval' : null;
}

/**
 * Whether a candidate has the approval that the class requires.
 * @param {Class} rules
 * @param {Power} total
 * @param {Power} participating
 * @param {Power} approving
 */
export function qualifies(rules, total, participating, approving) {
	if (isNothing(approving)) {
		return false;
	}
	const whole = rules.approval.of === 'all' ? total : participating;
	return firstShort(rules.approval, (m) => reached(rules.approval[m], approving[m], whole[m])) === null;
}
