// SPDX-License-Identifier: Apache-2.0

// The chain's clock and its lived time, which leaves out the standstills.

/**
 * A time without blocks. Windows are counted in the time that leaves these out.
 * @typedef {{ from: bigint, until: bigint, total: bigint }} Standstill `total` is the length of all up to this one.
 */

/** @param {Standstill[]} standstills */
const lengthOf = (standstills) => standstills.reduce((sum, { from, until }) => sum + (until - from), 0n);

/**
 * The time of the clock at which a lived time was reached.
 * @param {bigint} lived
 * @param {Standstill[]} standstills
 */
export function momentOf(lived, standstills) {
	// The lived time during a standstill is its end without all those up to it.
	return lived + lengthOf(standstills.filter(({ until, total }) => until - total < lived));
}

/**
 * The lived time at a time of the clock.
 * @param {bigint} moment
 * @param {Standstill[]} standstills
 */
export function livedAt(moment, standstills) {
	const before = standstills.filter(({ from }) => from < moment);
	// Within a standstill, the time of its end.
	const reached = before.reduce((latest, { until }) => (until > latest ? until : latest), moment);
	return reached - lengthOf(before);
}
