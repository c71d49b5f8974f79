// SPDX-License-Identifier: Apache-2.0

// Counts a motion again within tracts: parts of the community in each of which its class asks for its thresholds.

import { decide, plus, same, ZERO } from './verdict.js';

/**
 * @typedef {import('./verdict.js').Power} Power
 *
 * @typedef {object} Tract
 * @property {number[]} buildings
 * @property {Map<number, Power>} powers Owner → power in the tract at the record date.
 *
 * @typedef {object} TractResult
 * @property {number[]} buildings
 * @property {Power} total
 * @property {Power} participating
 * @property {{ in_favour: Power, against: Power, quorum_only: Power }} judged
 * @property {string} verdict
 */

/** @param {Power[]} powers */
const sum = (powers) => powers.reduce(plus, ZERO);

/**
 * The results within the tracts. One in which nobody has power has nobody to ask and is left out.
 * @param {import('./verdict.js').Class} rules
 * @param {import('./count.js').Ballot[]} ballots
 * @param {Tract[]} tracts With the powers as the class counts the developer.
 * @returns {TractResult[]}
 */
export function countTracts(rules, ballots, tracts) {
	return tracts
		.map(({ buildings, powers }) => ({ buildings, powers, total: sum([...powers.values()]) }))
		.filter(({ total }) => !same(total, ZERO))
		.map(({ buildings, powers, total }) => {
			const of = (/** @type {import('./count.js').Ballot[]} */ some) =>
				sum(some.map(({ owner }) => powers.get(owner) ?? ZERO));
			const cast = (/** @type {string} */ name) => of(ballots.filter(({ choice }) => choice === name));
			const judged = { in_favour: cast('for'), against: cast('against'), quorum_only: cast('quorum_only') };
			const participating = of(ballots);
			const verdict = decide(rules, { total, participating, served_silent: ZERO, ...judged });
			return { buildings, total, participating, judged, verdict };
		});
}

/**
 * The verdict of the whole community together with those of the tracts.
 * @param {string} whole
 * @param {TractResult[]} tracts
 */
export const withTracts = (whole, tracts) =>
	whole === 'Passed' && tracts.some(({ verdict }) => verdict !== 'Passed') ? 'Tract' : whole;

/**
 * Whether two results within one tract are the same.
 * @param {TractResult} a
 * @param {TractResult} b
 */
export function sameTract(a, b) {
	const names = /** @type {const} */ (['in_favour', 'against', 'quorum_only']);
	return (
		String(a.buildings) === String(b.buildings) &&
		a.verdict === b.verdict &&
		same(a.total, b.total) &&
		same(a.participating, b.participating) &&
		names.every((name) => same(a.judged[name], b.judged[name]))
	);
}
