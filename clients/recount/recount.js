#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// Counts a closed decision again from chain data alone, with independent arithmetic, and compares the result with the
// certificate.

import { main, OPTIONS } from '@linli/command/command.js';
import { writeWhole } from '@linli/command/file.js';
import { finalised, withNode } from '@linli/command/node.js';
import { renderCertificate, show } from './certificate.js';
import { readFacts } from './chain.js';
import { compareAll } from './compare.js';
import { historyOf } from './history.js';
import { LANGUAGES } from './words.js';

/** @param {string[][]} rows */
function table(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const line = (/** @type {string[]} */ row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ');
	return rows.map((row) => line(row).trimEnd()).join('\n');
}

/**
 * @param {number} id
 * @param {import('./chain.js').ChainFacts} facts
 * @param {ReturnType<typeof compareAll>} compared
 */
function report(id, facts, { lines, faults, recent, unchecked }) {
	const place = facts.buildings ? `buildings ${facts.buildings.join(', ')}` : 'the whole community';
	const where = facts.rules.kinds ? `${place}, by some kinds of units only` : place;
	console.log(
		`Proposal ${id}: ${facts.question.kind} of ${where}, record date: end of block ${facts.poll.recordBlock}`,
	);
	if (facts.poll.tractBuildings > 0) {
		console.log('It had to pass within each tract of the rule book as well.');
	}
	console.log(`${facts.powers.size} owners, ${facts.ballots.length} ballots, ${facts.deliveries.length} deliveries\n`);
	const rows = lines.map((line) => [
		line.what,
		show(line.counted),
		show(line.chain),
		line.agrees ? 'agrees' : 'DIFFERS',
	]);
	console.log(table([['', 'counted again', 'certificate', ''], ...rows]));
	const { all, entitled } = recent;
	console.log(
		`\nOf these, by owners whose accounts or areas changed after block ${facts.poll.recentSince}, up to the close:` +
			` ${show(all.participating)} took part, ${show(all.in_favour)} for, ${show(all.against)} against;` +
			` ${show(entitled)} are entitled.`,
	);
	if (unchecked.times) {
		console.log(
			'\nNot checked, as the node does not know the times of these blocks: when the notice and the close came.',
		);
	}
	if (unchecked.owners.length) {
		console.log(
			`\nNot checked, as the node no longer has the states of that time: which owners and offices the accounts had that` +
				` cast ballots for owners ${unchecked.owners.join(', ')}, or recorded deliveries to them. A node with` +
				' --state-pruning archive has them.',
		);
	}
	if (faults.length) {
		console.log(`\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
	}
	const right = faults.length === 0 && lines.every((line) => line.agrees);
	console.log(right ? '\nThe certificate is right.' : '\nThe certificate does NOT match the ballots.');
	return right;
}

await main({
	name: 'linli-recount',
	says: 'Counts a closed decision again.',
	commands: {
		'': {
			says: 'Counts a closed decision again from chain data alone, with independent arithmetic, and compares it with the certificate.',
			operands: ['PROPOSAL'],
			options: {
				html: { value: 'FILE', says: 'also write the certificate as a printable page' },
				lang: { value: 'L', says: 'language of that page', choices: LANGUAGES, default: 'en' },
				url: OPTIONS.url,
			},
			example: '--html certificate.html 7',
			statuses: ['the certificate is right', 'it differs, or the ballots are not in order'],
			async run({ values: { url, html, lang }, operands: [proposal] }) {
				if (!/^\d{1,9}$/.test(proposal)) {
					throw new Error(`PROPOSAL is the id of a proposal, a number from 0, not "${proposal}"`);
				}
				const id = Number(proposal);
				return withNode(url, async (api) => {
					const { at, head } = await finalised(api);
					const facts = await readFacts(at, id, historyOf(api));
					const compared = compareAll(facts);
					if (html !== undefined) {
						const language = /** @type {import('./words.js').Language} */ (lang);
						await writeWhole(html, renderCertificate(head, id, facts, compared, language));
					}
					return report(id, facts, compared) ? 0 : 1;
				});
			},
		},
	},
});
