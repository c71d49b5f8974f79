// SPDX-License-Identifier: Apache-2.0

// Days and months in the community's own UTC offset, which knows no summer time. Moments are milliseconds since 1970;
// `offset` is minutes ahead of UTC.

/** @typedef {{ year: number, month: number }} Month `month` from 1 to 12. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @param {number} number */
const two = (number) => String(number).padStart(2, '0');

/**
 * A moment as ISO 8601 with the offset, e.g. `2026-11-03T09:30:00.000+08:00`.
 * @param {number} moment
 * @param {number} offset
 */
export function isoTime(moment, offset) {
	const local = new Date(moment + offset * MINUTE).toISOString().slice(0, -1);
	const ahead = Math.abs(offset);
	return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

/**
 * A moment as people read it, e.g. `2026-11-03 09:30`.
 * @param {number} moment
 * @param {number} offset
 */
export const clockTime = (moment, offset) => isoTime(moment, offset).slice(0, 16).replace('T', ' ');

/**
 * When a day such as `2026-11-03` begins. Throws with a sentence where there is no such day.
 * @param {string} day
 * @param {number} offset
 */
export function dayStart(day, offset) {
	const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;
	if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) {
		throw new Error(`"${day}" is no day: write it as 2026-11-30`);
	}
	return midnight - offset * MINUTE;
}

/**
 * From the first moment of `from` to the first moment after `to`, which belongs to it.
 * @param {string} from
 * @param {string} to
 * @param {number} offset
 */
export function dayRange(from, to, offset) {
	const start = dayStart(from, offset);
	const end = dayStart(to, offset) + DAY;
	if (start >= end) {
		throw new Error(`the range ends before it begins: ${from} to ${to}`);
	}
	return { start, end };
}

/**
 * A month from `2026-11`. Throws with a sentence where it is none.
 * @param {string | undefined} text
 * @returns {Month}
 */
export function parseMonth(text) {
	const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? '');
	if (!found) {
		throw new Error(`"${text}" is no month: write it as 2026-11`);
	}
	return { year: Number(found[1]), month: Number(found[2]) };
}

/** @param {Month} month */
export const monthName = ({ year, month }) => `${year}-${two(month)}`;

/**
 * A moment from RFC 3339, e.g. `2026-11-30T18:00:00+08:00`. Throws with a sentence where it is none: a time without an
 * offset would mean another moment on every machine.
 * @param {string} text
 */
export function parseTime(text) {
	const shape = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,3})?([Zz]|[+-]\d{2}:\d{2})$/.exec(text);
	const moment = shape ? Date.parse(text.replace(' ', 'T').toUpperCase()) : Number.NaN;
	if (!shape || Number.isNaN(moment)) {
		throw new Error(`"${text}" is no time: write it as 2026-11-30T18:00:00+08:00`);
	}
	// Date.parse takes the 31st of November for the 1st of December.
	dayStart(shape[1], 0);
	return moment;
}
