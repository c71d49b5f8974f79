// SPDX-License-Identifier: Apache-2.0

// Text inside a page. Whatever comes from the chain goes through `escaped`.

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/**
 * A table. `columns` are `{ name, isMoney }`; a cell is text. `foot` is a last row that sums up. The first cell of each
 * row is its heading. The caption is read out and not printed: a heading says the same.
 */
export function table(caption, columns, rows, foot) {
	const kind = (place) => (columns[place].isMoney ? ' class="money"' : '');
	const line = (cells) =>
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
