// SPDX-License-Identifier: Apache-2.0

// Comma-separated values as in RFC 4180: lines end with CRLF; cells with a comma, a quote or a line end are quoted.

/** The byte order mark by which spreadsheet programs recognise UTF-8. */
export const MARK = '\ufeff';

/** @param {string} cell */
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * One line, including its end.
 * @param {unknown[]} cells
 */
export const csvLine = (cells) => `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\r\n`;

/**
 * Characters with which a spreadsheet program begins a formula, also in their full-width forms, after blanks and
 * characters that do not show; and blanks other than the space, which some programs drop.
 */
const FORMULA = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠−]|[\t\r\n])/u;

/**
 * Escapes a text that a spreadsheet would evaluate as a formula. Other values stay as they are.
 * @template T
 * @param {T} value
 * @returns {T | string}
 */
export const inert = (value) => (typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value);

/**
 * Parses a table into one list of cells per line. Also accepts bare line feeds. Throws with a sentence at a misplaced
 * quote.
 * @param {string} text
 */
export function parseCsv(text) {
	/** @type {string[][]} */
	const rows = [];
	/** @type {string[]} */
	let row = [];
	let at = text.startsWith(MARK) ? 1 : 0;
	while (at < text.length) {
		let cell;
		if (text[at] === '"') {
			cell = '';
			for (;;) {
				const end = text.indexOf('"', at + 1);
				if (end < 0) {
					throw new Error(`line ${rows.length + 1}: a quote is never closed`);
				}
				cell += text.slice(at + 1, end);
				at = end + 1;
				if (text[at] !== '"') {
					break;
				}
				cell += '"';
			}
			if (at < text.length && !/[,\r\n]/.test(text[at])) {
				throw new Error(`line ${rows.length + 1}: there is text after a closing quote`);
			}
		} else {
			const end = next(text, at);
			cell = text.slice(at, end);
			at = end;
		}
		row.push(cell);
		if (text[at] === ',') {
			at += 1;
			if (at === text.length) {
				row.push('');
			}
			continue;
		}
		at += text.startsWith('\r\n', at) ? 2 : 1;
		rows.push(row);
		row = [];
	}
	if (row.length > 0) {
		rows.push(row);
	}
	return rows;
}

/**
 * The end of the unquoted cell that starts at `from`.
 * @param {string} text
 * @param {number} from
 */
function next(text, from) {
	for (let at = from; at < text.length; at += 1) {
		if (text[at] === ',' || text[at] === '\n' || text[at] === '\r') {
			return at;
		}
	}
	return text.length;
}
