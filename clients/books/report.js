// SPDX-License-Identifier: Apache-2.0

// Writes the report of a month as a printable page.

import { parseMonth } from '@linli/command/calendar.js';
import { OPTIONS } from '@linli/command/command.js';
import { writeWhole } from '@linli/command/file.js';
import { finalised, withNode } from '@linli/command/node.js';
import { LANGUAGES } from './causes.js';
import { readMonth } from './month.js';
import { renderReport } from './page.js';

/** @type {import('@linli/command/command.js').Command} */
export const report = {
	says: 'Writes the report of a month: pots, bank, income, expenses, budget, unpaid bills, repair fund, projects, audits.',
	options: {
		month: { value: 'MONTH', says: "the month, in the community's time, e.g. 2026-11", required: true },
		lang: { value: 'L', says: 'language of the report', choices: LANGUAGES, default: 'en' },
		out: { value: 'FILE', says: 'file to write; an existing one is replaced', required: true },
		url: OPTIONS.url,
	},
	example: '--month 2026-11 --lang en --out report.html',
	notes: `
The page is self-contained: open it in a browser, print it on A4, put it on the notice board. It names no unit and no
resident. Each section states whether it is as of the month or as of the time of reading. Everything is read at one block,
the last finalised one.
`,
	statuses: ['written', 'written, but numbers disagree, as the page states'],
	async run({ values: { month, lang, out, url } }) {
		const wanted = parseMonth(month);
		const facts = await withNode(url, async (api) => {
			const { at, head } = await finalised(api);
			return readMonth(at, head, wanted);
		});
		const { html, faults } = renderReport(facts, /** @type {import('./causes.js').Language} */ (lang));
		await writeWhole(out, html);
		for (const fault of faults) {
			console.error(`fault: ${fault}`);
		}
		console.error(`written: ${out}`);
		return faults.length ? 1 : 0;
	},
};
