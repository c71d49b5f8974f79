// SPDX-License-Identifier: Apache-2.0

// Printable pages without scripts or external resources. All text from the chain passes through `escaped`.

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {unknown} text */
export const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/** @param {string} text */
export const heading = (text) => `<h2>${escaped(text)}</h2>`;

/**
 * @param {string} text
 * @param {'notice' | 'small'} [kind]
 */
export const paragraph = (text, kind) => `<p${kind ? ` class="${kind}"` : ''}>${escaped(text)}</p>`;

/**
 * A table. The first cell of each row is its heading. The caption is for screen readers only: a heading above shows the
 * same.
 * @param {string} caption
 * @param {{ name: string, isNumber: boolean }[]} columns
 * @param {string[][]} rows
 * @param {string[]} [foot] A final row of sums.
 */
export function table(caption, columns, rows, foot) {
	const kind = (/** @type {number} */ place) => (columns[place].isNumber ? ' class="number"' : '');
	const line = (/** @type {string[]} */ cells) =>
		`<tr>${cells
			.map((cell, place) =>
				place === 0
					? `<th scope="row"><bdi>${escaped(cell)}</bdi></th>`
					: `<td${kind(place)}><bdi>${escaped(cell)}</bdi></td>`,
			)
			.join('')}</tr>`;
	const head = columns.map(({ name }, place) => `<th scope="col"${kind(place)}>${escaped(name)}</th>`).join('');
	return `<table${columns.length > 6 ? ' class="wide"' : ''}><caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map(line).join('\n')}
</tbody>${foot ? `\n<tfoot>${line(foot)}</tfoot>` : ''}
</table>`;
}

const STYLE = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { color: #111; background: #fff; max-width: 182mm; margin: 0 auto; padding: 8mm 4mm; }
body { font: 11pt/1.45 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 17pt; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; border-bottom: 1px solid #444; }
p { margin: 1.5mm 0; }
.notice { border: 2px solid #111; padding: 2mm 3mm; font-weight: bold; }
.small { font-size: 9pt; color: #333; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0; font-size: 10pt; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
h3 { font-size: 11pt; margin: 4mm 0 1mm; }
.wide { font-size: 8.5pt; }
.wide th, .wide td { padding: 1mm; }
th, td { text-align: left; padding: 1mm 2mm; border-bottom: 1px solid #bbb; vertical-align: top; }
th[scope="row"] { font-weight: normal; overflow-wrap: anywhere; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tfoot th, tfoot td { font-weight: bold !important; border-top: 2px solid #444; border-bottom: 0; }
.chart { width: 100%; height: auto; margin: 2mm 0; }
footer { margin-top: 8mm; }
@media print {
	body { max-width: none; padding: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
	h2, h3 { break-after: avoid; }
	tr, .chart { break-inside: avoid; }
	thead { display: table-header-group; }
	tfoot { display: table-row-group; }
}`;

/**
 * A complete page. `tag` is its language tag; header, main and footer are HTML.
 * @param {{ tag: string, title: string, header: string, main: string, footer: string }} parts
 */
export const page = ({ tag, title, header, main, footer }) => `<!DOCTYPE html>
<html lang="${escaped(tag)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${header}
</header>
<main>
${main}
</main>
<footer>${footer}</footer>
</body>
</html>
`;
