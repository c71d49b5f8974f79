// SPDX-License-Identifier: Apache-2.0

// Prints the report of a sample month, for the picture in docs/books.md: node clients/books/picture.js zh

import { renderReport } from './page.js';
import { sampleFacts } from './sample.js';

/** Public names as a community would choose them. */
const NAMES = {
	en: {
		community: 'Willow Court',
		pots: ['Operating', 'Repair fund', 'Common income'],
		lines: ['Lifts', 'Garden'],
	},
	zh: { community: '柳苑小区', pots: ['物业费', '维修资金', '公共收益'], lines: ['电梯', '绿化'] },
};

const language = process.argv[2] === 'zh' ? 'zh' : 'en';
const { community, pots, lines } = NAMES[language];
const facts = sampleFacts({ chain: { name: community, genesis: `0x${'1a'.repeat(32)}` } });
for (const [place, pot] of facts.pots.entries()) {
	pot.name = pots[place];
}
for (const budget of facts.budgets.values()) {
	for (const [place, line] of (budget ?? []).entries()) {
		line.name = lines[place];
	}
}
facts.block.hash = `0x${'2b'.repeat(32)}`;
process.stdout.write(renderReport(facts, language).html);
