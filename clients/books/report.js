#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// Writes the report of a month as one page that can be printed. See HELP.
//
// Status: 0 written; 1 written, and it says what does not agree; 2 nothing written.

import { rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseMonth } from './calendar.js';
import { LANGUAGES } from './causes.js';
import { finalised, withNode } from './connect.js';
import { readMonth } from './month.js';
import { renderReport } from './page.js';

const HELP = `Writes the report of a month: pots, bank, income, expenses, budget, unpaid bills, repair fund, projects, audits.

  node clients/books/report.js --month 2026-11 --lang en --out report.html

  --month MONTH  the month, in the community's time
  --lang L       ${LANGUAGES.join(' or ')}; en unless said otherwise
  --out FILE     where to write; a file of that name is replaced
  --url URL      the node; ws://127.0.0.1:9944 unless said otherwise
  --help         this

The page needs nothing else and fetches nothing: open it in a browser, print it on A4, hang it on the board. It names no
unit and no resident. What is as of a month and what is as of today is said beside it. Everything is read at one block,
the last finalised one.
`;

function command() {
	const { values } = parseArgs({
		options: {
			url: { type: 'string', default: 'ws://127.0.0.1:9944' },
			month: { type: 'string' },
			lang: { type: 'string', default: 'en' },
			out: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		return values;
	}
	for (const name of ['month', 'out']) {
		if (values[name] === undefined) {
			throw new Error(`--${name} is missing; --help says more`);
		}
	}
	if (!LANGUAGES.includes(values.lang)) {
		throw new Error(`--lang is ${LANGUAGES.join(' or ')}, and not "${values.lang}"`);
	}
	return { ...values, month: parseMonth(values.month) };
}

async function main() {
	const { help, url, month, lang, out } = command();
	if (help) {
		process.stdout.write(HELP);
		return 0;
	}
	const facts = await withNode(url, async (api) => {
		const { at, head } = await finalised(api);
		return readMonth(at, head, month);
	});
	const { html, faults } = renderReport(facts, lang);
	await writeFile(`${out}.part`, html);
	await rename(`${out}.part`, out);
	for (const fault of faults) {
		console.error(`fault: ${fault}`);
	}
	console.error(`written: ${out}`);
	return faults.length ? 1 : 0;
}

process.exitCode = await main().catch((error) => {
	console.error(`error: ${error.message}`);
	return 2;
});
