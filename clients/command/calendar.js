// SPDX-License-Identifier: Apache-2.0

// Days and months in the community's UTC offset, without summer time. Moments are milliseconds since 1970; `offset` is
// in minutes ahead of UTC.

/**
 * @typedef {{ year: number, month: number }} Month `month` from 1 to 12.
 *
 * @typedef {object} Switch A change of the community's offset, as the chain's calendar has it.
 * @property {string} month The first month counted by the new offset, e.g. `2026-11`.
 * @property {number} at When the clocks are set.
 * @property {number} offset The offset from then on.
 *
 * @typedef {object} Calendar
 * @property {number} offset The offset before the first switch.
 * @property {Switch[]} switches In the order in which they take effect.
 */

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
 * A moment for people, e.g. `2026-11-03 09:30`.
 * @param {number} moment
 * @param {number} offset
 */
export const clockTime = (moment, offset) => isoTime(moment, offset).slice(0, 16).replace('T', ' ');

/**
 * The offset in force at a moment.
 * @param {number} moment
 * @param {Calendar} calendar
 */
export const offsetAt = (moment, { offset, switches }) => switches.findLast(({ at }) => at <= moment)?.offset ?? offset;

/**
 * The midnight at which a day such as `2026-11-03` starts in UTC. Throws with a sentence if there is no such day.
 * @param {string} day
 */
function midnightOf(day) {
	const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;
	if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) {
		throw new Error(`"${day}" is not a day: write it as 2026-11-30`);
	}
	return midnight;
}

/**
 * The month of a moment in UTC, e.g. `2026-11`.
 * @param {number} moment
 */
const monthOf = (moment) => new Date(moment).toISOString().slice(0, 7);

/**
 * The moment at which a day of the community starts, from its midnight in UTC.
 *
 * As on the chain, a day is counted by the offset of its month. Where clocks are set forward, the new month starts when
 * they are set and lacks its first hours; where they are set back, the last day of the month before lasts longer.
 * @param {number} midnight
 * @param {Calendar} calendar
 */
function startOf(midnight, { offset, switches }) {
	const last = switches.findLast(({ month }) => month <= monthOf(midnight));
	return last ? Math.max(midnight - last.offset * MINUTE, last.at) : midnight - offset * MINUTE;
}

/**
 * The range from the start of day `from` to the end of day `to`.
 * @param {string} from
 * @param {string} to
 * @param {number} offset
 * @param {Switch[]} [switches]
 */
export function dayRange(from, to, offset, switches = []) {
	const start = startOf(midnightOf(from), { offset, switches });
	const end = startOf(midnightOf(to) + DAY, { offset, switches });
	if (start >= end) {
		throw new Error(`the range ends before it begins: ${from} to ${to}`);
	}
	return { start, end };
}

/**
 * The part of a calendar that a range of days needs: the offset before its first month, and the switches from that
 * month to the day after the range.
 * @param {Calendar} calendar
 * @param {string} from
 * @param {string} to
 * @returns {Calendar}
 */
export function calendarOf({ offset, switches }, from, to) {
	const [first, last] = [monthOf(midnightOf(from)), monthOf(midnightOf(to) + DAY)];
	const before = switches.findLast(({ month }) => month < first);
	return {
		offset: before?.offset ?? offset,
		switches: switches.filter(({ month }) => month >= first && month <= last),
	};
}

/**
 * A month from `2026-11`. Throws with a sentence if it is not one.
 * @param {string | undefined} text
 * @returns {Month}
 */
export function parseMonth(text) {
	const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? '');
	if (!found) {
		throw new Error(`"${text}" is not a month: write it as 2026-11`);
	}
	return { year: Number(found[1]), month: Number(found[2]) };
}

/** @param {Month} month */
export const monthName = ({ year, month }) => `${year}-${two(month)}`;

/**
 * A moment from RFC 3339, e.g. `2026-11-30T18:00:00+08:00`. Throws with a sentence if it is not one. The offset is
 * required, since a time without one would depend on the machine.
 * @param {string} text
 */
export function parseTime(text) {
	const shape = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,3})?([Zz]|[+-]\d{2}:\d{2})$/.exec(text);
	const moment = shape ? Date.parse(text.replace(' ', 'T').toUpperCase()) : Number.NaN;
	if (!shape || Number.isNaN(moment)) {
		throw new Error(`"${text}" is not a time: write it as 2026-11-30T18:00:00+08:00`);
	}
	// Date.parse accepts 31 November as 1 December.
	midnightOf(shape[1]);
	return moment;
}
