// SPDX-License-Identifier: Apache-2.0

// Days and months in the community's own UTC offset, which knows no summer time. Moments are milliseconds since 1970;
// `offset` is minutes ahead of UTC.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const two = (number) => String(number).padStart(2, '0');

/** A moment as ISO 8601 with the offset, e.g. `2026-11-03T09:30:00.000+08:00`. */
export function isoTime(moment, offset) {
	const local = new Date(moment + offset * MINUTE).toISOString().slice(0, -1);
	const ahead = Math.abs(offset);
	return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

/** A moment as people read it, e.g. `2026-11-03 09:30`. */
export const clockTime = (moment, offset) => isoTime(moment, offset).slice(0, 16).replace('T', ' ');

/** When a day such as `2026-11-03` begins. Throws with a sentence where there is no such day. */
export function dayStart(day, offset) {
	const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;
	if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) {
		throw new Error(`"${day}" is no day: write it as 2026-11-30`);
	}
	return midnight - offset * MINUTE;
}

/** From the first moment of `from` to the first moment after `to`, which belongs to it. */
export function dayRange(from, to, offset) {
	const start = dayStart(from, offset);
	const end = dayStart(to, offset) + DAY;
	if (start >= end) {
		throw new Error(`the range ends before it begins: ${from} to ${to}`);
	}
	return { start, end };
}

/** A month from `2026-11`. Throws with a sentence where it is none. */
export function parseMonth(text) {
	const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? '');
	if (!found) {
		throw new Error(`"${text}" is no month: write it as 2026-11`);
	}
	return { year: Number(found[1]), month: Number(found[2]) };
}

export const monthName = ({ year, month }) => `${year}-${two(month)}`;

/** When a month ends, which is when the next one begins. */
export function monthEnd({ year, month }, offset) {
	return Date.UTC(year, month, 1) - offset * MINUTE;
}
