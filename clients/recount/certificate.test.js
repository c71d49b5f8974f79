// SPDX-License-Identifier: Apache-2.0

// The printed certificate shows what the chain certifies, and any difference found by the recount.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { renderCertificate } from './certificate.js';
import { compareAll } from './compare.js';
import { HEAD, sampleDecision } from './sample.js';
import { LANGUAGES, WORDS } from './words.js';

/** @type {(facts?: import('./chain.js').ChainFacts, language?: import('./words.js').Language) => string} */
const print = (facts = sampleDecision(), language = 'en') =>
	renderCertificate(HEAD, 7, facts, compareAll(facts), language);

/**
 * The rows of a table of the page: that of the count, or the second, of recent changes.
 * @param {string} html
 * @param {number} place
 */
const rowsOf = (html, place = 0) =>
	[...html.split('</table>')[place].matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell.replace(/<\/?bdi>/g, '')),
	);

test('a motion: who took part, how many were for it, and the verdict', () => {
	const html = print();
	assert.deepEqual(rowsOf(html), [
		['Item', 'Area (m²)', 'Owners'],
		['Entitled to vote', '856.15', '10'],
		['Took part', '664.55', '7'],
		['For', '471.05', '5'],
		['Against', '89.50', '1'],
		['Abstained', '104.00', '1'],
		['Served and silent', '0.00', '0'],
	]);
	assert.match(html, /<h1>Willow Court: certificate of decision 7<\/h1>/);
	assert.match(html, /A motion of the whole community\./);
	assert.match(html, /from 2026-11-01 00:00 to 2026-11-16 00:00/);
	assert.match(html, /end of block 1400000/);
	assert.match(html, /class="notice">Passed\.</);
	assert.match(html, /counted all 7 ballots again/);
	assert.doesNotMatch(html, /<script|(?:src|href)=/);
	assert.match(print(sampleDecision(undefined, { buildings: [2, 3] })), /of the owners in buildings 2, 3\./);
	assert.doesNotMatch(html, /Only units/);
});

test('the kinds of units that took part are named where not all did', () => {
	const facts = sampleDecision();
	const rules = { ...facts.rules, kinds: 0b1001 };
	assert.match(print({ ...facts, rules }), /Only units of these kinds took part: homes, storage rooms\./);
});

test('the results within tracts are shown', () => {
	const powers = new Map([0, 1, 2].map((owner) => [owner, { area: 10_000n, heads: 1n }]));
	const facts = sampleDecision(undefined, { tracts: [{ buildings: [1, 2], powers }] });
	const html = print(facts);
	assert.match(html, /Within the tract of buildings 1, 2/);
	assert.match(html, /It had to pass within each tract as well/);
	assert.deepEqual(rowsOf(html, 1).slice(1), [
		['Entitled to vote', '300.00', '3'],
		['Took part', '300.00', '3'],
		['For', '200.00', '2'],
		['Against', '100.00', '1'],
	]);
	assert.match(html, /class="notice">Passed\.</);
	assert.doesNotMatch(print(), /tract/);
});

test('what comes from owners who changed recently is shown beside the count', () => {
	// Owner 4 changed before the ballot, owner 5 after it.
	assert.deepEqual(rowsOf(print(), 1), [
		['Item', 'Area (m²)', 'Owners'],
		['Entitled to vote', '135.10', '2'],
		['Took part', '135.10', '2'],
		['For', '135.10', '2'],
		['Against', '0.00', '0'],
		['Abstained', '0.00', '0'],
		['Served and silent', '0.00', '0'],
	]);
	assert.match(print(), /changed after block 104000 \(2026-07-19 00:00\) /);
	assert.match(print(), /Of those who took part, 1 changed only after their ballots/);
	assert.match(print(sampleDecision(), 'zh'), /参与表决的业主中有 1 人在投票之后才变动/);
	const quiet = sampleDecision(['for'], { changes: new Map() });
	assert.match(print(quiet), /Nobody’s accounts or areas changed in that time\./);
	assert.doesNotMatch(print(quiet), /changed only after/);
});

test('what the node could not tell is named', () => {
	const facts = sampleDecision();
	facts.ballots[2].channel = { kind: 'proxy', holder: 'Bob' };
	facts.proxies = [{ owner: 2, holder: 'Bob', holderOwner: 0, choice: null }];
	facts.proxiesUsed = new Map([[0, 1]]);
	assert.match(print(facts), /Not checked, .* cast ballots for owners 2, or/);
	assert.match(print(facts, 'zh'), /没有核对，.*替业主 2 投票/);
	facts.acts.set(2, { holder: { owners: [0, 0], isStaff: false } });
	assert.doesNotMatch(print(facts), /Not checked/);
	facts.announced = [];
	assert.match(print(facts), /Not checked, .* when the notice was given/);
});

test('a standstill during the vote is named', () => {
	const facts = sampleDecision();
	facts.certificate.stoodStill = 3_600_001n;
	assert.match(print(facts), /The chain stood still for 1\.1 h meanwhile/);
	assert.match(print(facts, 'zh'), /其间停链 1\.1 小时/);
	assert.doesNotMatch(print(), /stood still/);
});

test('a rejected motion states the reason', () => {
	assert.match(
		print(sampleDecision(['for', 'against'])),
		/Rejected: too little area took part\.<\/p>\n<p class="small">The chain calls this reason ParticipationArea\./,
	);
	const tied = print(sampleDecision(['against', 'against', 'for', 'for', 'for', 'against', 'against']));
	assert.match(tied, /Rejected: too little area was in favour\./);
});

test('an election names those elected and the reserve', () => {
	const approve = (/** @type {bigint} */ bits) => ({ approve: bits });
	const choices = [0b1111n, 0b1101n, 0b1101n, 0b1101n, 0b0001n, 0b1111n, 0b1111n].map(approve);
	const facts = sampleDecision(choices, {
		question: { kind: 'election', seats: 1, candidates: 4 },
		election: { odd: true, seats_min: 1 },
	});
	const html = print(facts);
	assert.match(html, /An election to 1 seat of the whole community/);
	assert.match(html, /Elected: Candidate 1\./);
	assert.match(html, /In reserve: Candidate 4, Candidate 3\.|In reserve: Candidate 3, Candidate 4\./);
	assert.deepEqual(
		rowsOf(html).map(([name]) => name),
		[
			'Item',
			'Entitled to vote',
			'Took part',
			'Candidate 1',
			'Candidate 2',
			'Candidate 3',
			'Candidate 4',
			'Served and silent',
		],
	);
});

test('the page shows a different recount, in each language', () => {
	const facts = sampleDecision();
	facts.certificate.in_favour = { area: 1n, heads: 1n };
	facts.ballots[0].moment = 0n;
	for (const language of LANGUAGES) {
		const html = print(facts, language);
		assert.ok(html.includes(WORDS[language].wrong.replaceAll("'", '&#39;')), language);
		assert.match(html, /471\.05 m², 5 owners/);
		assert.match(html, /owner 0: the ballot was cast outside the window/);
	}
});

test('both languages have the same numbers, and Chinese has no English sentence', () => {
	const chinese = print(sampleDecision(), 'zh');
	assert.deepEqual(
		rowsOf(chinese)
			.map((row) => row.slice(1))
			.slice(1),
		rowsOf(print())
			.map((row) => row.slice(1))
			.slice(1),
	);
	const body = chinese.slice(chinese.indexOf('<body>'));
	const foreign = [...body.matchAll(/>([^<>]*[A-Za-z]{4,}[^<>]*)</g)].map(([, text]) => text.trim());
	assert.deepEqual(
		foreign.filter((text) => !/Willow Court/.test(text)),
		[],
	);
	assert.deepEqual(Object.keys(WORDS), LANGUAGES);
	assert.deepEqual(Object.keys(WORDS.zh.verdicts), Object.keys(WORDS.en.verdicts));
});

test('names are escaped', () => {
	const evil = '<script>alert("1")</script>';
	const facts = sampleDecision();
	const html = renderCertificate({ ...HEAD, chain: { name: evil, genesis: evil } }, 7, facts, compareAll(facts), 'en');
	assert.doesNotMatch(html, /<script/);
});

test('as a command: help, and arguments refused before connecting', () => {
	const run = (/** @type {string[]} */ ...args) => {
		const command = fileURLToPath(new URL('recount.js', import.meta.url));
		return spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
	};
	assert.match(run('--help').stdout, /Usage: linli-recount \[OPTIONS\] PROPOSAL/);
	for (const args of [[], ['one'], ['1', '2'], ['--ws', 'ws://127.0.0.1:1', '1'], ['--lang', 'fr', '1']]) {
		const { status, stdout, stderr } = run(...args);
		assert.deepEqual([status, stdout], [2, ''], args.join(' '));
		assert.match(stderr, /^error: /);
	}
	const alone = run('--url', 'ws://127.0.0.1:1', '0');
	assert.deepEqual([alone.status, alone.stderr], [2, 'error: no node answers at ws://127.0.0.1:1\n']);
});
