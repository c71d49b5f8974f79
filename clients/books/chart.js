// SPDX-License-Identifier: Apache-2.0

// Horizontal bar charts as inline SVG. Every chart has a title and a description for screen readers and stands beside a
// table with the same numbers; no information is conveyed by colour alone.

import { escaped } from '@linli/command/html.js';

/**
 * @typedef {{ label: string, value: string }} Row A value is the printed amount.
 * @typedef {Row & { fen: bigint }} Bar
 * @typedef {Row & { cap: bigint, committed: bigint, spent: bigint }} Used
 */

const WIDTH = 720;
const LABEL = 210;
const ROW = 26;
const BAR = 14;
const DIGIT = 8;
const COLOUR = '#2b5c8a';

/**
 * The available width of the longest bar beside the longest value.
 * @param {Row[]} rows
 */
const spanOf = (rows) => WIDTH - LABEL - 16 - DIGIT * Math.max(...rows.map(({ value }) => value.length));

/**
 * The length of a bar of `fen` if the longest is of `most`. Amounts above zero are always visible.
 * @type {(fen: bigint, most: bigint, span: number) => number}
 */
const length = (fen, most, span) =>
	most > 0n && fen > 0n ? Math.max(1, (Number((fen * 10_000n) / most) * span) / 10_000) : 0;

/**
 * A label shortened to the available width; the table has the full one. A Chinese character counts as two columns.
 * @param {string} label
 */
function shortened(label) {
	let places = 30;
	const kept = [...label].findIndex((sign) => {
		places -= (sign.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1;
		return places < 0;
	});
	return kept < 0 ? label : `${[...label].slice(0, kept - 1).join('')}…`;
}

/**
 * @template {Row} R
 * @param {string} id
 * @param {string} title
 * @param {R[]} rows
 * @param {(row: R, x: number, y: number) => string} bar
 */
function svg(id, title, rows, bar) {
	const height = rows.length * ROW + 4;
	const lines = rows.map((row, place) => {
		const top = place * ROW + 2;
		const base = top + ROW / 2 + 4;
		return [
			`<text x="${LABEL - 8}" y="${base}" text-anchor="end">${escaped(shortened(row.label))}</text>`,
			bar(row, LABEL, top + (ROW - BAR) / 2),
			`<text x="${WIDTH}" y="${base}" text-anchor="end">${escaped(row.value)}</text>`,
		].join('');
	});
	// Colours and sizes are attributes, since not every program that prints pages applies the page's style to drawings.
	return `<svg role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${WIDTH} ${height}" class="chart" font-size="12">
<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(describe(rows))}</desc>
<defs>${hatching(`${id}-h`)}</defs>
${lines.join('\n')}
</svg>`;
}

/** @param {string} id */
const hatching = (id) =>
	`<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse">` +
	`<path d="M0 5 5 0" stroke="${COLOUR}" stroke-width="1.5"/></pattern>`;

/** @type {(x: number, y: number, width: number, fill: string, stroke?: string) => string} */
const rect = (x, y, width, fill, stroke = 'none') =>
	width > 0
		? `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${fill}" stroke="${stroke}"/>`
		: '';

/** @param {Row[]} rows */
const describe = (rows) => rows.map(({ label, value }) => `${label}: ${value}`).join('; ');

/** @type {(one: bigint, other: bigint) => bigint} */
const larger = (one, other) => (one >= other ? one : other);

/**
 * One bar per row.
 * @param {string} id
 * @param {string} title
 * @param {Bar[]} rows
 */
export function bars(id, title, rows) {
	const most = rows.map(({ fen }) => fen).reduce(larger, 0n);
	const span = spanOf(rows);
	return svg(id, title, rows, ({ fen }, x, y) => rect(x, y, length(fen, most, span), COLOUR));
}

/**
 * Spent and committed amounts within a frame that shows the cap.
 * @param {string} id
 * @param {string} title
 * @param {Used[]} rows
 */
export function against(id, title, rows) {
	const sizes = rows.map(({ cap, committed, spent }) => larger(spent + committed, cap));
	const most = sizes.reduce(larger, 0n);
	const span = spanOf(rows);
	return svg(id, title, rows, ({ cap, committed, spent }, x, y) => {
		const done = length(spent, most, span);
		const inside = [
			rect(x, y, done, COLOUR),
			rect(x + done, y, length(committed, most, span), `url(#${id}-h)`, COLOUR),
		];
		return [...inside, rect(x, y, length(cap, most, span), 'none', '#111')].join('');
	});
}
